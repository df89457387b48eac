"""The words of the verbs about the people at the till."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from app.cli.parser import limit_of

STAFF = """\
A shop asks nobody who they are until its owner has a PIN or a card. A PIN has 4 to 12 digits;
"-" reads it from standard input, so that it stands in no shell's history. A wrong PIN delays the
next try, twice as long each time; `staff pin` forgets the wrong tries. The command line acts as
the owner: whoever may use this account of the PC may use it."""

NAMED = "name, or the id that `staff list --json` prints"

Verb = Callable[..., ArgumentParser]


def staff_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "staff", "the people at the till, their PINs and cards", None, STAFF)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    add = verb(ways, "add", "add a person", ("staff", "add"))
    add.add_argument("name", metavar="NAME", help="as receipts name them")
    add.add_argument("--role", choices=("owner", "manager", "clerk"), default="clerk")
    add.add_argument("--pin", metavar="PIN", default="", help='their PIN; "-" reads it')
    listed = verb(ways, "list", "who works here", ("staff", "listed"))
    listed.add_argument("--all", action="store_true", help="those who left, too")
    for name, tells in (
        ("disable", "they no longer sign in; what they did stays theirs"),
        ("enable", "they sign in again"),
    ):
        verb(ways, name, tells, ("staff", name)).add_argument("name", metavar="NAME", help=NAMED)
    pin = verb(ways, "pin", "give a person another PIN", ("staff", "pin"))
    pin.add_argument("name", metavar="NAME", help=NAMED)
    pin.add_argument("pin", metavar="PIN", help='4 to 12 digits; "-" reads it; "" takes it away')
    card = verb(ways, "card", "save a person's card as PDF or PNG", ("staff", "card"))
    card.add_argument("name", metavar="NAME", help=NAMED)
    card.add_argument("--out", metavar="FILE", required=True, help="ends in .pdf or .png")
    card.add_argument("--new", action="store_true", help="another code; the card of before is dead")
    trail = verb(ways, "audit", "who did what, newest first", ("staff", "trail"))
    trail.add_argument("--person", metavar="NAME", default="", help=NAMED)
    trail.add_argument("--action", metavar="A", default="", help="such as staff.approved")
    trail.add_argument("--limit", type=limit_of, metavar="N", default=50, help="how many; 50")
    trail.add_argument("--out", metavar="FILE", default="", help="all of them, as .csv or .xlsx")
    odd = verb(ways, "exceptions", "voids, refunds, discounts by hand … of each", ("staff", "odd"))
    odd.add_argument("--from", dest="first", default="", metavar="DATE", help="first day; today")
    odd.add_argument("--to", dest="last", default="", metavar="DATE", help="last day; today")
    odd.add_argument("--out", metavar="FILE", default="", help="ends in .csv or .xlsx")
