"""The words of the verbs about the drawer: its sessions, what moves in it, its reports."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

CASH = """\
Where the shop counts its cash (a setting, on in the wizard), sales need a session: `open` it
with the float, `close` it with what was counted. Expected is the float + cash received - change
- cash refunds + paid in - paid out - taken to the safe. A difference is recorded with its reason,
never refused. Elsewhere a session opens by itself with the first sale of a day and closes by
itself; `close` ends it earlier. Closing gives a Z report with a number, and makes a backup."""

Verb = Callable[..., ArgumentParser]

_RUNS = {"open": "open_", "in": "pay_in", "no-sale": "no_sale"}
_WAYS = {
    "open": ("open the drawer with its float", "the float"),
    "in": ("put cash into the drawer", "how much"),
    "out": ("pay cash out of the drawer", "how much"),
    "drop": ("take cash to the safe", "how much"),
    "no-sale": ("open the drawer without a sale", None),
    "x": ("read the session as it stands", None),
    "close": ("close the session with its Z report", "the cash that was counted"),
}


def cash_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "cash", "the drawer: float, in, out, count, X and Z", None, CASH)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name, (tells, amount) in _WAYS.items():
        way = verb(ways, name, tells, ("cash", _RUNS.get(name, name)))
        way.set_defaults(way=name)
        if amount is not None:
            way.add_argument("--amount", metavar="A", default="", help=amount)
        if name not in ("open", "x"):
            way.add_argument("--reason", metavar="R", default="", help="why; it is kept")
    report = verb(verbs, "report", "save a stored report", None)
    kinds = report.add_subparsers(title="verbs", metavar="VERB", required=True)
    z = verb(kinds, "z", "save a Z report", ("cash", "save_z"))
    z.add_argument("number", metavar="NUMBER", help="such as 7, or A0-Z7 of another till")
    z.add_argument("--out", metavar="FILE", required=True, help="ends in .pdf or .png")
    z.add_argument(
        "--width", choices=("58", "80", "a4"), default="a4", help="paper: 58 or 80 mm roll, or A4"
    )
    z.add_argument("--duplicate", action="store_true", help="mark it as a reprint")
