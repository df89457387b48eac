"""What stock, invoices and labels refuse."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class InvoiceNotAsked(ShopError):
    """No invoice was asked for at this sale."""


@dataclass(eq=False)
class InvoiceStands(ShopError):
    """The sale's invoice was issued already, with this number."""

    number: str


@dataclass(eq=False)
class LabelsWithoutCode(ShopError):
    """Barcode labels were asked for, and not one of these products has a barcode."""


@dataclass(eq=False)
class LabelTooSmall(ShopError):
    """The bars of this product's code would be too thin to scan on this paper."""

    name: str
    code: str
