"""An invented member and sale, to show what cards and receipts look like."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from app.services.rules.cart import Cart, CartLine, Item, MemberFacts
from app.services.rules.days import Moment
from app.services.rules.money import MILLI
from app.services.rules.pricing import price
from app.services.rules.receipt import Receipt, ReceiptLine, ReceiptMember
from app.services.rules.scheme import Scheme
from app.services.rules.shop_facts import CardFacts
from app.services.rules.tenders import Tender, TenderKind, settle
from app.services.settings import ShopSettings

SAMPLE_ID: Final = UUID(int=0)
_SOLD_AT: Final = datetime(2026, 11, 21, 10, 12, tzinfo=UTC)
_POINTS: Final = 1285
_RATE_BP: Final = 600
_NAMES: Final = {
    "zh_CN": ("曾雨晴", "燕麦拿铁", "可颂"),
    "zh_TW": ("曾雨晴", "燕麥拿鐵", "可頌"),
    "en": ("Ana Martin", "Oat latte", "Croissant"),
}
"""The member's name and what was bought, in the language of the documents."""


def sample_card(settings: ShopSettings) -> CardFacts:
    """A card that belongs to nobody; its code is none of this shop's."""
    name = _NAMES.get(settings.language, _NAMES["en"])[0]
    return CardFacts("900000000000000", name, "000128", "2024-03-02")


def sample_receipt(settings: ShopSettings, scheme: Scheme) -> Receipt:
    """A sale to a member, priced under the shop's own terms and scheme."""
    name, coffee, cake = _NAMES.get(settings.language, _NAMES["en"])
    unit = settings.money.unit_minor
    lines = (
        CartLine(_id(1), Item(coffee, 28 * unit, _id(3), 25 * unit, "", _RATE_BP), 2 * MILLI),
        CartLine(_id(2), Item(cake, 16 * unit, _id(4), 14 * unit, "", _RATE_BP)),
    )
    cart = Cart(lines=lines, member=MemberFacts(_id(5), _POINTS))
    quote = price(cart, scheme, settings.terms, Moment(_SOLD_AT.date()))
    tenders = (Tender(TenderKind.CASH, 100 * unit),)
    paid = settle(cart, quote, tenders, scheme, settings.terms)
    return Receipt(
        sale_id=SAMPLE_ID,
        number="A0-001902",
        code="81000000000190264",
        sold_at=_SOLD_AT.astimezone(settings.zone),
        business_date=_SOLD_AT.date(),
        staff="",
        member=ReceiptMember(
            _id(5), "000128", name, "13800008000", _POINTS, _POINTS + paid.points_earned
        ),
        lines=tuple(
            ReceiptLine(
                position=at,
                name=line.line.item.name,
                quantity_milli=line.line.quantity_milli,
                unit_price_minor=line.line.item.unit_price_minor,
                gross_minor=line.gross_minor,
                effects=line.effects,
                total_minor=line.total_minor,
                tax_rate_bp=line.line.item.tax_rate_bp,
                points=points,
            )
            for at, (line, points) in enumerate(zip(quote.lines, paid.points_by_line, strict=True))
        ),
        gross_minor=quote.gross_minor,
        discount_minor=quote.discount_minor,
        taxes=quote.taxes,
        added_tax_minor=quote.added_tax_minor,
        cash_rounding_minor=paid.cash_rounding_minor,
        total_minor=paid.total_minor,
        tenders=tenders,
        change_due_minor=paid.change_due_minor,
        points_burned=0,
        points_earned=paid.points_earned,
        why=(),
        why_not=(),
        scheme_version=scheme.version,
    )


def _id(number: int) -> UUID:
    return UUID(int=number)
