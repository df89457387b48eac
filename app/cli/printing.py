"""The verbs of the receipt printer: print a document, open the drawer."""

from argparse import Namespace
from dataclasses import replace

from app.cli.console import Console
from app.config import TillConfig
from app.errors import NoReceiptPrinter
from app.places import typed_path
from app.services.printing.setup import PrinterSetup, setup_of


def paper(asked: Namespace, console: Console) -> int:
    """Print a document. Raises PrintUnknown, NoReceiptPrinter, PrinterFault, FileUnreadable."""
    from app.services.printing.papers import paper_bytes

    shop = console.open_shop()
    setup = setup_of(shop.config)
    setup = replace(
        setup,
        width=int(asked.width or setup.width),
        encoding=asked.encoding or setup.encoding,
    )
    if not asked.to and not setup.takes_commands:
        raise NoReceiptPrinter("printer")
    kind, number = shop.printing.kind_of(asked.number)
    pages = shop.printing.pages(kind, number, setup.width, duplicate=asked.duplicate)
    where = send(paper_bytes(pages, setup), setup, asked.to, console)
    said = f"Wrote the print of {number} to {where}" if asked.to else f"Printed {number} on {where}"
    console.show({"printed": number, "kind": kind, "to": where}, said)
    return 0


def kick(asked: Namespace, console: Console) -> int:
    """Open the drawer. Raises NoReceiptPrinter, PrinterFault, FileUnreadable."""
    from app.services.printing.papers import drawer_bytes

    shop = console.open_shop()
    setup = setup_of(shop.config)
    pin = int(asked.pin or setup.drawer_pin)
    if not asked.to and not (pin and setup.takes_commands):
        raise NoReceiptPrinter("drawer")
    where = send(drawer_bytes(pin or 2), setup, asked.to, console)
    console.show({"pin": pin or 2, "to": where}, f"Opened the drawer through {where}")
    return 0


def printer_for(config: TillConfig, to: str) -> PrinterSetup:
    """The till's receipt printer, or how it is set where a file takes the bytes.

    Raises NoReceiptPrinter.
    """
    setup = setup_of(config)
    if not to and not setup.takes_commands:
        raise NoReceiptPrinter("printer")
    return setup


def send(data: bytes, setup: PrinterSetup, to: str, console: Console) -> str:
    """Write the bytes to a file, or hand them to the printer; where they went."""
    if not to:
        from app.services.printing.transports import deliver

        deliver(setup, data)
        return setup.address
    from app.services.documents.files import whole_file
    from app.services.exchange.targets import check_target

    path = typed_path(to)
    check_target(path, console.config.shop_file)
    with whole_file(path) as partial:
        partial.write_bytes(data)
    return str(path)
