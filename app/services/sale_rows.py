"""A priced and settled basket as rows to be stored, and stored rows as a receipt."""

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from app.models.database import Database, Row
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows, SaleRows, staff_name
from app.services.rules.cart import Cart
from app.services.rules.codes import receipt_code, receipt_number
from app.services.rules.days import from_millis, to_millis
from app.services.rules.pricing import Effect, Quote, Reason, TaxGroup
from app.services.rules.receipt import (
    Receipt,
    ReceiptCoupon,
    ReceiptInvoice,
    ReceiptLine,
    ReceiptMember,
    ReceiptRefund,
)
from app.services.rules.tenders import Settlement, Tender, TenderKind
from app.services.sale_ledgers import SaleHeader, add_uses, points_rows, qualifying_minor


def sale_rows(
    header: SaleHeader,
    cart: Cart,
    quote: Quote,
    settlement: Settlement,
    tenders: tuple[Tender, ...],
    spent_lots: Sequence[tuple[UUID, int]] = (),
) -> SaleRows:
    """All rows of a sale; `spent_lots` are the (lot, points) pairs that pay its points tender and
    then its rewards."""
    sale_id = header.sale_id.bytes
    member_id = None if cart.member is None else cart.member.member_id.bytes
    points, ledgers = PointsRows(), LedgerRows()
    for position, line in enumerate(quote.lines, 1):
        if line.line.tip:
            served_by = line.line.served_by
            whose = None if served_by is None else served_by.bytes
            ledgers.add("sale_tip", sale_id, position, whose, line.total_minor)
    if member_id is not None:
        points = points_rows(header, member_id, settlement, quote, spent_lots)
        add_uses(ledgers, header, member_id, quote, points, cart.vouchers)
        ledgers.add(
            "qualifying_entry",
            member_id,
            header.business_date.isoformat(),
            sale_id,
            qualifying_minor(settlement, tenders),
            settlement.qualifying_points,
        )
    return SaleRows(
        sale=_sale_row(header, member_id, quote, settlement),
        lines=_line_rows(sale_id, quote, settlement),
        tenders=[
            (sale_id, position, tender.kind.value, tender.amount_minor, tender.reference)
            for position, tender in enumerate(tenders, 1)
        ],
        taxes=[(sale_id, tax.rate_bp, tax.net_minor, tax.tax_minor) for tax in quote.taxes],
        points=points,
        ledgers=ledgers,
    )


def _sale_row(
    header: SaleHeader, member_id: bytes | None, quote: Quote, settlement: Settlement
) -> Row:
    return (
        header.sale_id.bytes,
        header.till_id.bytes,
        header.sequence,
        header.session_id.bytes,
        header.staff_id.bytes,
        member_id,
        to_millis(header.sold_at),
        header.business_date.isoformat(),
        quote.gross_minor,
        quote.discount_minor,
        quote.added_tax_minor,
        settlement.cash_rounding_minor,
        settlement.total_minor,
        settlement.change_due_minor,
        settlement.points_spent,
        settlement.points_earned,
        header.points_before,
        header.scheme_version,
        reasons_json(settlement.why),
        reasons_json(quote.why_not),
        header.source_receipt,
        header.fingerprint,
    )


def _line_rows(sale_id: bytes, quote: Quote, settlement: Settlement) -> list[Row]:
    rows: list[Row] = []
    for position, (priced, points) in enumerate(
        zip(quote.lines, settlement.points_by_line, strict=True), 1
    ):
        line, gross, effects, total, tax, *_ = priced
        item = line.item
        rows.append(
            (
                sale_id,
                position,
                None if item.product_id is None else item.product_id.bytes,
                item.name,
                item.category,
                item.barcode,
                line.quantity_milli,
                int(item.weighed),
                item.unit_price_minor,
                gross,
                gross - total,
                total,
                item.tax_rate_bp,
                tax,
                points,
                _effects_json(effects) if effects else "[]",
                None if line.served_by is None else line.served_by.bytes,
            )
        )
    return rows


def fingerprint(cart: Cart, tenders: tuple[Tender, ...]) -> str:
    """Tells a repeated completion from another sale under the same id.

    Prices of products are left out: one that was repriced since does not make it another sale.
    """
    parts = ["" if cart.member is None else cart.member.member_id.hex, repr(cart.discount)]
    for line in cart.lines:
        item = line.item
        if item.product_id is None:
            sold = f"{item.name!r} {item.unit_price_minor}"
        else:
            sold = f"{item.product_id.int:032x}"
        parts.append(f"{sold} {line.quantity_milli} {line.gross_minor} {line.discount!r}")
        if line.tip:
            parts[-1] += " tip"
    if cart.coupons or cart.rewards or cart.passes or cart.vouchers:
        parts += [f"coupon {coupon.code}" for coupon in cart.coupons]
        parts += [f"reward {reward}" for reward in cart.rewards]
        parts += [f"pass {laid.pass_id.hex}" for laid in cart.passes]
        parts += [f"voucher {code!r}" for code in cart.vouchers]
    parts += [f"{t.kind.value} {t.amount_minor} {t.reference!r}" for t in tenders]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


# --- reasons and effects as JSON ----------------------------------------------


def reasons_json(reasons: Sequence[Reason]) -> str:
    """Reasons as they are stored."""
    if not reasons:
        return "[]"
    return _dump([[reason.code, dict(reason.facts)] for reason in reasons])


def _effects_json(effects: Sequence[Effect]) -> str:
    return _dump([[e.amount_minor, e.why.code, dict(e.why.facts)] for e in effects])


# Made once: an encoder per text costs more than the text.
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def reasons_in(text: str) -> tuple[Reason, ...]:
    """Reasons as they were stored."""
    if text == "[]":
        return ()
    return tuple(Reason(code, tuple(facts.items())) for code, facts in json.loads(text))


def effects_in(text: str) -> tuple[Effect, ...]:
    """The effects of a line as they were stored."""
    if text == "[]":
        return ()
    return tuple(
        Effect(amount, Reason(code, tuple(facts.items())))
        for amount, code, facts in json.loads(text)
    )


# --- rows → receipt -----------------------------------------------------------


class ReceiptContext(NamedTuple):
    """What a receipt shows beside the sale's own rows."""

    till_number: int
    staff: str
    zone: ZoneInfo
    member: tuple[str, str, str] | None = None
    claimed_by: str = ""
    invoice: ReceiptInvoice | None = None
    refunds: tuple[ReceiptRefund, ...] = ()
    coupons: tuple[ReceiptCoupon, ...] = ()
    served: Mapping[bytes, str] = MappingProxyType({})


class Told(NamedTuple):
    """What a sale says of itself: whose it is, the effects of each line, why points came, why
    they did not."""

    sale_id: UUID
    member_id: UUID | None
    effects: Sequence[tuple[Effect, ...]]
    why: tuple[Reason, ...]
    why_not: tuple[Reason, ...]


def told_by(header: SaleHeader, cart: Cart, quote: Quote, settlement: Settlement) -> Told:
    """The same as `sale_rows` writes, before it is text."""
    member_id = None if cart.member is None else cart.member.member_id
    effects = [line.effects for line in quote.lines]
    return Told(header.sale_id, member_id, effects, settlement.why, quote.why_not)


def _told_in(rows: SaleRows) -> Told:
    sale = rows.sale
    member_id = None if sale[5] is None else UUID(bytes=sale[5])
    effects = [effects_in(line[15]) for line in rows.lines]
    why, why_not = reasons_in(sale[18]), reasons_in(sale[19])
    return Told(UUID(bytes=sale[0]), member_id, effects, why, why_not)


def receipt_from_rows(rows: SaleRows, context: ReceiptContext, told: Told | None = None) -> Receipt:
    """The receipt of a sale from its rows, just written or read back: a reprint is the same.

    Who has just written them knows what they tell, and need not read it back.
    """
    sale = rows.sale
    sale_id, member_id, effects, why, why_not = _told_in(rows) if told is None else told
    tips = {row[1] for row in rows.ledgers.of("sale_tip")}
    return Receipt(
        sale_id=sale_id,
        number=receipt_number(context.till_number, sale[2]),
        code=receipt_code(context.till_number, sale[2]),
        sold_at=from_millis(sale[6], context.zone),
        business_date=date.fromisoformat(sale[7]),
        staff=context.staff,
        member=_receipt_member(sale, member_id, context.member),
        lines=_receipt_lines(rows.lines, effects, tips, context.served),
        gross_minor=sale[8],
        discount_minor=sale[9],
        taxes=tuple(TaxGroup(*tax[1:]) for tax in rows.taxes),
        added_tax_minor=sale[10],
        cash_rounding_minor=sale[11],
        total_minor=sale[12],
        tenders=tuple(Tender(TenderKind(row[2]), row[3], row[4]) for row in rows.tenders),
        change_due_minor=sale[13],
        points_burned=sale[14],
        points_earned=sale[15],
        why=why,
        why_not=why_not,
        scheme_version=sale[17],
        source_receipt=sale[20],
        claimed_by=context.claimed_by,
        invoice=context.invoice,
        refunds=context.refunds,
        coupons=context.coupons,
    )


def _receipt_member(
    sale: Row, member_id: UUID | None, member: tuple[str, str, str] | None
) -> ReceiptMember | None:
    if member is None or member_id is None:
        return None
    number, name, phone = member
    before = sale[16]
    return ReceiptMember(
        member_id=member_id,
        number=number,
        name=name,
        phone=phone,
        points_before=before,
        points_after=before - sale[14] + sale[15],
    )


def served_names(database: Database, rows: Iterable[Row]) -> dict[bytes, str]:
    """Who served the lines of a sale, by id; nothing is asked where nobody is named."""
    ids = {row[16] for row in rows if row[16] is not None}
    return {each: staff_name(database, each) for each in ids}


def _receipt_lines(
    rows: Sequence[Row],
    effects: Sequence[tuple[Effect, ...]],
    tips: Container[int],
    served: Mapping[bytes, str],
) -> tuple[ReceiptLine, ...]:
    lines: list[ReceiptLine] = []
    for row, told_of in zip(rows, effects, strict=True):
        (
            _, position, _, name, category, barcode, quantity_milli, weighed, unit, gross, _,
            total, rate_bp, _, points, _, served_by,
        ) = row  # fmt: skip
        line = ReceiptLine(
            position, name, quantity_milli, unit, gross, told_of, total, rate_bp, points,
            bool(weighed), category, barcode, position in tips, served.get(served_by, ""),
        )  # fmt: skip
        lines.append(line)
    return tuple(lines)
