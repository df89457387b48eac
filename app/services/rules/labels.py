"""What a scale's label says about the thing it sticks on."""

from dataclasses import dataclass

from app.services.rules.cart import Item
from app.services.rules.codes import InStoreCode, gtin_check_digit
from app.services.rules.money import MILLI, QUANTITY_LIMIT_MILLI, round_half_up


@dataclass(frozen=True, slots=True)
class Labelled:
    """How much a label sells; `gross_minor` where it prints the amount to pay."""

    quantity_milli: int
    gross_minor: int | None = None


def labelled(item: Item, label: InStoreCode) -> Labelled | None:
    """What a label for `item` sells; None where it weighs nothing.

    A price stands as printed, and what is weighed gets the quantity that comes to it, half up.
    A weight is grams; a thing sold by the piece counts as one. No value at all is one piece.
    """
    if label.value == 0:
        return None if item.weighed else Labelled(MILLI)
    if not item.weighed:
        return Labelled(MILLI, label.value if label.holds == "price" else None)
    if label.holds != "price":
        return Labelled(label.value)
    if item.unit_price_minor == 0:
        return Labelled(MILLI, label.value)
    quantity = round_half_up(label.value * MILLI, item.unit_price_minor)
    return Labelled(min(max(1, quantity), QUANTITY_LIMIT_MILLI), label.value)


def label_barcodes(code: str, item: str) -> tuple[str, ...]:
    """How the product of an in-store `code` may be kept: its item digits, those with the
    prefix, the code without its value, the item digits without leading zeros."""
    prefixed = code[:2] + item
    empty = prefixed.ljust(12, "0")
    ways = (item, prefixed, empty + gtin_check_digit(empty), item.lstrip("0"))
    return tuple(way for way in dict.fromkeys(ways) if way)
