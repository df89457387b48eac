"""The words of the verbs about the receipt printer and the cash drawer."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

PRINT = """\
With --to, the bytes of the print (ESC/POS) are written to a file and nothing is printed. Without
it they go to the till's receipt printer, as Settings, Printer describes it: a Windows raw queue,
a network address, a device or a file. Width and encoding are the till's unless they are given."""


def printing_verbs(verbs: Any, verb: Callable[..., ArgumentParser]) -> None:
    """Add them; `verb` makes one more below its parent."""
    paper = verb(
        verbs,
        "print",
        "print a receipt, refund or Z report on the receipt printer",
        ("printing", "paper"),
        PRINT,
    )
    paper.add_argument("number", metavar="NUMBER", help="such as A0-000001, RA0-000001 or A0-Z1")
    paper.add_argument("--to", metavar="FILE", default="", help="write the bytes here instead")
    paper.add_argument("--width", choices=("58", "80"), default="", help="of the roll, millimetres")
    paper.add_argument(
        "--encoding",
        choices=("raster", "gb18030", "big5"),
        default="",
        help="text as a picture, or in the printer's own type",
    )
    paper.add_argument("--duplicate", action="store_true", help="mark it as a reprint")
    drawer = verb(verbs, "drawer", "the cash drawer at the receipt printer", None)
    ways = drawer.add_subparsers(title="verbs", metavar="VERB", required=True)
    kick = verb(ways, "kick", "open the drawer", ("printing", "kick"))
    kick.add_argument("--to", metavar="FILE", default="", help="write the bytes here instead")
    kick.add_argument("--pin", choices=("2", "5"), default="", help="of the printer's socket")
