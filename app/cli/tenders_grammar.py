"""The words of the verbs about buying on account and deposits."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from app.cli.loyalty_grammar import MEMBER, MONEY

ACCOUNT = """\
A sale takes it as the tender "on_account", up to the member's limit: their own, else the shop's.
It earns its points at once. `repay` takes part or all of what is owed; cash past it is change."""
DEPOSIT = """\
A sale takes it as the tender "deposit", with the deposit's number as its reference. It is no
revenue and earns nothing until then. What the sale leaves of it is given back with `return`."""

Verb = Callable[..., ArgumentParser]


def tender_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    _account(verbs, verb)
    _deposit(verbs, verb)


def _money(parser: ArgumentParser, tells: str) -> None:
    parser.add_argument("--tender", choices=MONEY, default="cash", help=tells)
    parser.add_argument("--reference", metavar="TEXT", default="", help="a terminal's slip number")
    _once(parser)


def _received(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--received", metavar="A", default="", help="cash handed over; what is too much is change"
    )


def _once(parser: ArgumentParser) -> None:
    parser.add_argument("--id", default="", help="a UUID; the same one again moves the money once")


def _reason(parser: ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--reason", metavar="TEXT", required=required, default="", help="why; it is kept"
    )


def _account(verbs: Any, verb: Verb) -> None:
    parent = verb(verbs, "account", "what members owe: show, limit, repay", None, ACCOUNT)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    show = verb(ways, "show", "what a member owes, entry by entry", ("tenders", "show_account"))
    show.add_argument("member", metavar="MEMBER", help=MEMBER)
    verb(ways, "list", "who owes how much, and since when", ("tenders", "debtors"))
    limit = verb(ways, "limit", "how much a member may owe", ("tenders", "limit"))
    limit.add_argument("member", metavar="MEMBER", help=MEMBER)
    limit.add_argument("amount", metavar="A", help='an amount, 0 for nothing, "shop" for the usual')
    repay = verb(ways, "repay", "take a repayment", ("tenders", "repay"))
    repay.add_argument("member", metavar="MEMBER", help=MEMBER)
    repay.add_argument(
        "--amount", metavar="A", default="", help="left out: what --received is, at most all owed"
    )
    _money(repay, "how it is paid")
    _received(repay)
    off = verb(ways, "write-off", "give up what a member owes", ("tenders", "write_off"))
    off.add_argument("member", metavar="MEMBER", help=MEMBER)
    off.add_argument("--amount", metavar="A", default="", help="left out: all that is owed")
    _reason(off, required=True)
    _once(off)


def _deposit(verbs: Any, verb: Verb) -> None:
    parent = verb(verbs, "deposit", "money taken for a sale to come", None, DEPOSIT)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    take = verb(ways, "take", "take a deposit", ("tenders", "take_deposit"))
    take.add_argument("--amount", metavar="A", required=True, help="what is paid, such as 50")
    take.add_argument("--member", metavar="MEMBER", default="", help=MEMBER)
    take.add_argument("--note", metavar="TEXT", default="", help="what it is for, or --member")
    _money(take, "how it is paid")
    _received(take)
    verb(ways, "list", "every deposit of which something is left", ("tenders", "deposits"))
    back = verb(ways, "return", "give a deposit back, or part of it", ("tenders", "give_back"))
    back.add_argument("number", metavar="NUMBER", help="such as D-000012")
    back.add_argument("--amount", metavar="A", default="", help="left out: all that is left")
    _reason(back, required=False)
    _money(back, "how it is paid out")
    keep = verb(ways, "forfeit", "keep a deposit for good", ("tenders", "forfeit"))
    keep.add_argument("number", metavar="NUMBER", help="such as D-000012")
    _reason(keep, required=True)
    _once(keep)
