"""A receipt as scripts read it: amounts are decimal text, reasons are English sentences."""

from app.cli.console import LANGUAGE, Console
from app.messages import reason_text
from app.services.rules.money import plain_money, quantity, rate
from app.services.rules.pricing import Effect, Reason
from app.services.rules.reasons import told
from app.services.rules.receipt import (
    Receipt,
    ReceiptCoupon,
    ReceiptInvoice,
    ReceiptLine,
    ReceiptMember,
    ReceiptRefund,
)
from app.services.rules.tenders import Tender

Told = dict[str, object]


def told_receipt(receipt: Receipt, console: Console) -> Told:
    """The whole receipt; `receipt` is its number, `total` what was to be paid."""
    amount = console.amount
    return {
        "receipt": receipt.number,
        "id": str(receipt.sale_id),
        "code": receipt.code,
        "sold_at": receipt.sold_at.isoformat(timespec="seconds"),
        "business_date": receipt.business_date.isoformat(),
        "staff": receipt.staff,
        "member": None if receipt.member is None else _member(receipt.member),
        "lines": [_line(line, console) for line in receipt.lines],
        "tip": amount(receipt.tips_minor),
        "subtotal": amount(receipt.gross_minor),
        "discount": amount(receipt.discount_minor),
        "taxes": [
            {
                "tax_rate": rate(tax.rate_bp),
                "net": amount(tax.net_minor),
                "tax": amount(tax.tax_minor),
            }
            for tax in receipt.taxes
        ],
        "tax": amount(sum(tax.tax_minor for tax in receipt.taxes)),
        "cash_rounding": amount(receipt.cash_rounding_minor),
        "total": amount(receipt.total_minor),
        "tenders": [_tender(tender, console) for tender in receipt.tenders],
        "change": amount(receipt.change_due_minor),
        "points_earned": receipt.points_earned,
        "points_burned": receipt.points_burned,
        "why": [told_reason(reason, console) for reason in receipt.why],
        "why_not": [told_reason(reason, console) for reason in receipt.why_not],
        "scheme_version": receipt.scheme_version,
        "coupons": [_coupon(each) for each in receipt.coupons],
        "refunds": [_refund(each, console) for each in receipt.refunds],
        **({} if receipt.invoice is None else {"invoice": _invoice(receipt.invoice)}),
    }


def _member(member: ReceiptMember) -> Told:
    return {
        "number": member.number,
        "name": member.name,
        "points_before": member.points_before,
        "points_after": member.points_after,
    }


def _coupon(coupon: ReceiptCoupon) -> Told:
    return {
        "code": coupon.code,
        "name": coupon.name.said(LANGUAGE),
        "valid_from": coupon.valid_from.isoformat(),
        "valid_to": None if coupon.valid_to is None else coupon.valid_to.isoformat(),
        "bearer": coupon.bearer,
    }


def _refund(note: ReceiptRefund, console: Console) -> Told:
    return {
        "refund": note.number,
        "kind": note.kind,
        "refunded_at": note.refunded_at.isoformat(timespec="seconds"),
        "total": console.amount(note.total_minor),
        "whole": note.whole,
    }


def _line(line: ReceiptLine, console: Console) -> Told:
    return {
        "name": line.name,
        "category": line.category,
        "barcode": line.barcode,
        "quantity": quantity(line.quantity_milli),
        "unit_price": console.amount(line.unit_price_minor),
        "gross": console.amount(line.gross_minor),
        "discounts": [told_effect(effect, console) for effect in line.effects],
        "total": console.amount(line.total_minor),
        "tax_rate": rate(line.tax_rate_bp),
        "points": line.points,
        **({"served_by": line.served_by} if line.served_by else {}),
    }


def _invoice(invoice: ReceiptInvoice) -> Told:
    return {
        "title": invoice.title,
        "tax_number": invoice.tax_number,
        "number": invoice.number,
    }


def told_effect(effect: Effect, console: Console) -> Told:
    """What was taken off, and why; `offer` names the offer of the scheme."""
    offer = dict(effect.why.facts).get("offer")
    return {
        "effect": effect.why.code,
        **({} if offer is None else {"offer": offer}),
        "amount": console.amount(effect.amount_minor),
        "why": reason_text(effect.why, LANGUAGE, console.currency),
    }


def _tender(tender: Tender, console: Console) -> Told:
    told: Told = {"kind": tender.kind.value, "amount": console.amount(tender.amount_minor)}
    return told | {"reference": tender.reference} if tender.reference else told


def told_reason(reason: Reason, console: Console) -> Told:
    """A reason: its code, its facts, and the sentence."""
    facts = {
        name.removesuffix("_minor"): plain_money(value, console.currency)
        if isinstance(value, int) and name.endswith("_minor")
        else value
        for name, value in told(reason.facts, LANGUAGE).items()
    }
    return {
        "code": reason.code,
        **facts,
        "text": reason_text(reason, LANGUAGE, console.currency),
    }
