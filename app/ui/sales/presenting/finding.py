"""What a text typed over the list of sales may mean, without Qt: each find becomes a filter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from app.errors import SaleUnknown
from app.services.rules.codes import receipt_number
from app.services.rules.money import Currency, parse_minor
from app.services.sale_list import SaleFilter

if TYPE_CHECKING:
    from app.services.lookup import Suggestions
    from app.services.rules.receipt import Receipt

MOST: Final = 4
"""Rows of one kind: the list under the field stays short."""
_LONGEST_SEQUENCE: Final = 7

FILTERS: Final = ("member", "product", "line", "amount")


@dataclass(frozen=True, slots=True)
class Find:
    """One thing a text may mean: `receipt`, `member`, `product`, `amount` or `line` (part of the
    name of something sold). `value` is its receipt, id, amount or text."""

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


def receipt_of(shop: Any, text: str) -> Receipt | None:
    """The sale a text names: its number, its code, or on this till its bare running number."""
    plain = text.strip()
    names = [plain]
    if plain.isascii() and plain.isdigit() and len(plain) <= _LONGEST_SEQUENCE:
        names.append(receipt_number(shop.desk.till.number, int(plain)))
    for name in names:
        try:
            receipt: Receipt = shop.sales.receipt(name)
        except SaleUnknown:
            continue
        return receipt
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
    return replace(wanted, amount_minor=None)


def _detail(number: str, phone: str) -> str:
    return f"{number} · {phone}".rstrip(" ·")
