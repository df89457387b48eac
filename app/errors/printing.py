"""What a receipt printer, or the drawer behind it, refuses."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class PrinterFault(ShopError):
    """The receipt printer did not take what was sent. `printer` is its address.

    `reason` is a key of the messages' reasons: "printer_off", "printer_missing",
    "printer_denied", "printer_address", "paper_out", "cover_open", "printer_error",
    "printer_stopped" (it broke off half way), "printer_unsure" (everything was sent, and it did
    not say that it printed it).
    """

    printer: str
    reason: str

    @property
    def may_be_printed(self) -> bool:
        """Whether it may be on paper all the same, so that only a person can tell."""
        return self.reason == "printer_unsure"


@dataclass(eq=False)
class NoReceiptPrinter(ShopError):
    """This till has no receipt printer that takes commands, or no drawer on it.

    `field` is "printer" or "drawer", a key of the messages' fields.
    """

    field: str


@dataclass(eq=False)
class LabelTooWide(ShopError):
    """Labels are wider than what the receipt printer prints. Both in millimetres."""

    label_mm: int
    printed_mm: int


@dataclass(eq=False)
class PrintUnknown(ShopError):
    """No document of this number can be printed."""

    number: str
