"""What a text typed over the list of sales may mean: each find becomes a filter of the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app.errors import SaleUnknown
from app.models.sale_links import sale_of_refund
from app.services.rules.codes import (
    cleaned,
    read_receipt_number,
    read_refund_code,
    read_refund_number,
    receipt_number,
)
from app.services.rules.money import Currency, parse_minor
from app.services.sale_list import SaleFilter

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.lookup import Lookup, Suggestions
    from app.services.rules.receipt import Receipt
    from app.services.sales import Sales

MOST: Final = 4
"""Rows of one kind: the list under the field stays short."""
_LONGEST_SEQUENCE: Final = 7


@dataclass(frozen=True, slots=True)
class Find:
    """One thing a text may mean: `receipt`, `member`, `product`, `amount` or `line` (part of the
    name of something sold). `value` is its receipt, id, amount or text.

    `figure` is none of a text: the list is of what a figure of the compass counts, its name."""

    kind: str
    text: str
    value: Any
    detail: str = ""


def finds_for(
    text: str, found: Suggestions, receipt: Receipt | None, currency: Currency
) -> tuple[Find, ...]:
    """Everything a text may mean, the likeliest first."""
    plain = text.strip()
    finds = []
    if receipt is not None:
        finds.append(Find("receipt", receipt.number, receipt))
    amount = amount_of(plain, currency)
    exact = amount is not None and not plain.isdigit()
    if amount is not None and exact:
        finds.append(Find("amount", plain, amount))
    finds += [
        Find("member", hit.name or hit.number, hit.member_id, _detail(hit.number, hit.masked_phone))
        for hit in found.members[:MOST]
    ]
    finds += [Find("product", item.name, item.product_id) for item in found.products[:MOST]]
    if amount is not None and not exact:
        finds.append(Find("amount", plain, amount))
    if any(sign.isalpha() for sign in plain):
        finds.append(Find("line", plain, plain))
    return tuple(finds)


def amount_of(text: str, currency: Currency) -> int | None:
    """The amount a text is, such as 12.50, ¥12.50 or 128; a phone number is none."""
    plain = text.removeprefix(currency.sign).strip()
    if not any(sign.isdigit() for sign in plain):
        return None
    if plain.isdigit() and len(plain) > _LONGEST_SEQUENCE:
        return None
    minor = parse_minor(plain, currency)
    return minor if minor is not None and minor > 0 else None


class SaleFinder:
    """Finds sales by whatever somebody remembers of them."""

    def __init__(self, desk: Desk, sales: Sales, lookup: Lookup) -> None:
        self._desk = desk
        self._sales = sales
        self._lookup = lookup

    def finds(self, text: str) -> tuple[Find, ...]:
        """What a text may mean, the likeliest first; a receipt number that nobody has means
        nothing else."""
        receipt = self.receipt(text)
        if receipt is None and (read_receipt_number(text) or read_refund_number(text)):
            return ()
        found = self._lookup.suggest(text)
        return finds_for(text, found, receipt, self._desk.settings.money)

    def receipt(self, text: str) -> Receipt | None:
        """The sale a text names: its number, its code, or on this till its bare running number;
        the number or code of a refund means the sale that it belongs to."""
        plain = text.strip()
        refund = read_refund_code(cleaned(plain)) or read_refund_number(plain)
        if refund is not None:
            sale_id = sale_of_refund(self._desk.database, *refund)
            return None if sale_id is None else self._sales.by_id(UUID(bytes=sale_id))
        names = [plain]
        if plain.isascii() and plain.isdigit() and len(plain) <= _LONGEST_SEQUENCE:
            names.append(receipt_number(self._desk.till.number, int(plain)))
        for name in names:
            try:
                return self._sales.receipt(name)
            except SaleUnknown:
                continue
        return None


def narrowed(wanted: SaleFilter, find: Find) -> SaleFilter:
    """The filter with what was found; a receipt narrows nothing."""
    field = {
        "member": "member_id",
        "product": "product_id",
        "line": "line_text",
        "amount": "amount_minor",
    }.get(find.kind)
    return wanted if field is None else replace(wanted, **{field: find.value})


def widened(wanted: SaleFilter, kind: str) -> SaleFilter:
    """The filter without one of its parts."""
    if kind == "member":
        return replace(wanted, member_id=None)
    if kind == "product":
        return replace(wanted, product_id=None)
    if kind == "line":
        return replace(wanted, line_text="")
    if kind == "figure":
        return replace(wanted, figure=None)
    return replace(wanted, amount_minor=None)


def _detail(number: str, phone: str) -> str:
    return f"{number} · {phone}".rstrip(" ·")
