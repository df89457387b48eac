"""The words of the verbs about goods: stock, labels, invoices, commissions."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

PRODUCT = "barcode, or the product's whole name"

STOCK = """\
A product is tracked from its first delivery or count on; sales and refunds then move it by
themselves. Quantities are pieces, or kilograms of what is sold by weight. What `count` is told
is on hand now; whole lists are counted with `regulars import stock FILE`."""

Verb = Callable[..., ArgumentParser]


def goods_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    _stock(verbs, verb)
    _invoices(verbs, verb)
    _labels(verbs, verb)
    _commissions(verbs, verb)


def _stock(verbs: Any, verb: Verb) -> None:
    parent = verb(verbs, "stock", "what is on hand: deliveries, counts, losses", None, STOCK)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    verb(ways, "list", "everything tracked", ("stock", "listed"))
    low = verb(ways, "low", "what is low or below zero", ("stock", "low"))
    low.add_argument("--out", default="", metavar="FILE", help="ends in .pdf, .csv or .xlsx")
    history = verb(ways, "history", "a product's moves, newest first", ("stock", "history"))
    history.add_argument("product", metavar="PRODUCT", help=PRODUCT)
    receive = verb(ways, "receive", "book a delivery", ("stock", "receive"))
    _moved(receive)
    receive.add_argument("--cost", metavar="A", default="", help="what one piece or kilogram cost")
    receive.add_argument("--reason", metavar="TEXT", default="", help="such as a delivery note")
    count = verb(ways, "count", "book what was counted", ("stock", "count"))
    _moved(count)
    count.add_argument("--low", metavar="Q", default="", help="from how many on it is low")
    loss = verb(ways, "loss", "book what was broken, spoiled or stolen", ("stock", "loss"))
    _moved(loss)
    loss.add_argument("--reason", metavar="TEXT", required=True, help="why; it is kept")


def _invoices(verbs: Any, verb: Verb) -> None:
    parent = verb(verbs, "invoice", "invoices (发票): asked for, issued, who is named", None)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    ask = verb(ways, "ask", "note that a sale's invoice is asked for", ("invoices", "ask"))
    ask.add_argument("number", metavar="RECEIPT", help="such as A0-000001, or the code on it")
    ask.add_argument("--title", metavar="TEXT", default="", help="left out: the member's own")
    ask.add_argument("--tax-number", metavar="N", default="", help="of a company")
    ask.add_argument("--remember", action="store_true", help="keep both on the sale's member")
    issued = verb(ways, "issued", "mark a sale's invoice as issued", ("invoices", "issued"))
    issued.add_argument("number", metavar="RECEIPT", help="such as A0-000001, or the code on it")
    issued.add_argument("invoice", metavar="INVOICE", help="the number of the invoice")
    cancel = verb(ways, "cancel", "no invoice is wanted after all", ("invoices", "cancel"))
    cancel.add_argument("number", metavar="RECEIPT", help="such as A0-000001, or the code on it")
    listed = verb(ways, "list", "what is asked for and not issued yet", ("invoices", "listed"))
    listed.add_argument("--all", action="store_true", help="the issued and cancelled ones too")
    buyer = verb(ways, "buyer", "who a member's invoices name", ("invoices", "buyer"))
    buyer.add_argument("member", metavar="MEMBER", help="member number, phone or card code")
    buyer.add_argument("--title", metavar="TEXT", help="keep this title; blank keeps none")
    buyer.add_argument("--tax-number", metavar="N", default="", help="of a company")


def _labels(verbs: Any, verb: Verb) -> None:
    labels = verb(
        verbs, "labels", "save or print barcode labels or shelf prices", ("labels", "labels")
    )
    labels.add_argument("product", metavar="PRODUCT", nargs="*", help=PRODUCT)
    labels.add_argument("--all", action="store_true", help="every product on sale")
    labels.add_argument("--category", metavar="NAME", default="", help="those of one category")
    where = labels.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", metavar="FILE", default="", help="the PDF to write")
    where.add_argument("--print", action="store_true", help="on the roll of the receipt printer")
    where.add_argument("--to", metavar="FILE", default="", help="the print's bytes, into a file")
    labels.add_argument("--kind", choices=("barcode", "shelf"), default="barcode", help="what")
    labels.add_argument(
        "--format",
        choices=("a4-3x8", "a4-5x13", "roll-40x30", "roll-60x40"),
        help="sheets of 24 or 65 stickers, or a roll; a4-3x8, roll-40x30 to print",
    )
    labels.add_argument("--copies", metavar="N", default="1", help="of each")
    labels.add_argument("--start", metavar="N", default="1", help="first free place of a sheet")
    labels.add_argument(
        "--give-codes", action="store_true", help="give codes of the shop's own to what has none"
    )


def _commissions(verbs: Any, verb: Verb) -> None:
    parent = verb(verbs, "commission", "who served what, and what part of it is theirs", None)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    report = verb(ways, "report", "everybody's part of some days", ("commissions", "report"))
    report.add_argument("--from", dest="first", default="", metavar="DATE", help="first day; today")
    report.add_argument("--to", dest="last", default="", metavar="DATE", help="last day; today")
    report.add_argument("--out", default="", metavar="FILE", help="ends in .pdf, .csv or .xlsx")
    rate = verb(ways, "rate", "give a person a rate", ("commissions", "rate"))
    rate.add_argument("name", metavar="NAME", help="the person's name")
    rate.add_argument("percent", metavar="PERCENT", help="such as 8 or 12.5")


def _moved(parser: ArgumentParser) -> None:
    parser.add_argument("product", metavar="PRODUCT", help=PRODUCT)
    parser.add_argument("quantity", metavar="QUANTITY", help="pieces or kilograms, such as 12")
    parser.add_argument("--id", default="", help="a UUID; the same one again is booked once")
