"""The words of the verbs that take goods back."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

REFUND = """\
RETURN.json holds one return ("-" reads it from standard input):

  {"id": "<uuid>",                       the same id again takes nothing back twice
   "receipt": "A0-000001",               its number, or the code on it
   "lines": [{"line": 1, "quantity": "1"}],   none: everything that is left of the sale
   "tenders": [{"kind": "cash", "amount": "0"}],   none: as it was paid; 0: all of it
   "not_restocked": true,                the goods do not go back on the shelf
   "reason": "too small"}

Without a receipt: "open_lines": [{"name": "Mug", "quantity": "1", "amount": "12.00"}], with a
"member" or none, and always a reason."""

Verb = Callable[..., ArgumentParser]


def return_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    back = verb(verbs, "refund", "take goods back", ("refunds", "refund"), REFUND)
    back.add_argument("file", metavar="RETURN.json", help='the return; "-" reads standard input')
    back.add_argument("--preview", action="store_true", help="show what it would do, do nothing")
    void = verb(verbs, "void", "undo a sale of the open session", ("refunds", "void"))
    void.add_argument("number", metavar="NUMBER", help="such as A0-000001, or the code on it")
    void.add_argument("--reason", metavar="TEXT", default="", help="why; it is kept")
