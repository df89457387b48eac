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


def _stock(verbs: Any, verb: Verb) -> None:
    parent = verb(verbs, "stock", "what is on hand: deliveries, counts, losses", None, STOCK)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    verb(ways, "list", "everything tracked", ("stock", "listed"))
    verb(ways, "low", "what is low or below zero", ("stock", "low"))
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


def _moved(parser: ArgumentParser) -> None:
    parser.add_argument("product", metavar="PRODUCT", help=PRODUCT)
    parser.add_argument("quantity", metavar="QUANTITY", help="pieces or kilograms, such as 12")
    parser.add_argument("--id", default="", help="a UUID; the same one again is booked once")
