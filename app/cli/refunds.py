"""The verbs `refund` and `void`: goods come back, and what follows is printed as JSON."""

from argparse import Namespace

from app.cli.console import Console
from app.cli.receipts import Told, told_reason
from app.cli.return_file import read_return
from app.services.ids import uuid7
from app.services.rules.money import quantity, rate
from app.services.rules.refund import RefundDone, RefundDraft, RefundPreview
from app.services.rules.tenders import Tender


def refund(asked: Namespace, console: Console) -> int:
    """Do the return in the file, or show what it would do; the same `id` again returns once.

    Raises what reading the file and `Refunds.refund` raise; then nothing came back.
    """
    shop = console.open_shop()
    wanted = read_return(asked.file, shop.desk.settings.money)
    member_id = shop.members.resolve(wanted.member).member_id if wanted.member else None
    draft = RefundDraft(
        refund_id=wanted.refund_id or uuid7(),
        sale_id=shop.sales.receipt(wanted.receipt).sale_id if wanted.receipt else None,
        lines=wanted.lines,
        reason=wanted.reason,
        open_lines=wanted.open_lines,
        member_id=member_id,
        tenders=wanted.tenders,
        restock=wanted.restock,
    )
    if asked.preview:
        console.show_json(told_preview(shop.refunds.preview(draft), console))
    else:
        console.show_json(told_refund(shop.refunds.refund(draft), console))
    return 0


def void(asked: Namespace, console: Console) -> int:
    """Undo a whole sale of the session that is still open. Raises as `Refunds.void`."""
    shop = console.open_shop()
    done = shop.refunds.void(asked.number, asked.reason)
    console.show_json(told_refund(done, console))
    return 0


def told_refund(done: RefundDone, console: Console) -> Told:
    """A refund as scripts read it; `debt` is what the member then owes in points."""
    return {
        "refund": done.number,
        "id": str(done.refund_id),
        "kind": done.kind,
        "code": done.code,
        "receipt": done.sale_number,
        "refunded_at": done.refunded_at.isoformat(timespec="seconds"),
        "business_date": done.business_date.isoformat(),
        "staff": done.staff,
        **_told(done, console),
        "reason": done.reason,
    }


def told_preview(preview: RefundPreview, console: Console) -> Told:
    """What a return would do; `refund` is null, since there is none yet."""
    return {
        "refund": None,
        "kind": preview.kind,
        "receipt": preview.sale_number,
        **_told(preview, console),
        "discount_back": console.amount(preview.discount_back_minor),
        "points_restored_anew": preview.restored_lapsed,
        "passes_back": preview.passes_back,
        "tier_note": [told_reason(reason, console) for reason in preview.tier_note],
    }


def _told(what: RefundDone | RefundPreview, console: Console) -> Told:
    member = what.member
    return {
        "whole": what.whole,
        "member": None
        if member is None
        else {
            "number": member.number,
            "name": member.name,
            "points_before": member.points_before,
            "points_after": member.points_after,
        },
        "lines": [
            {
                "line": line.sale_position or line.position,
                "name": line.name,
                "quantity": quantity(line.quantity_milli),
                "total": console.amount(line.total_minor),
                "tax_rate": rate(line.tax_rate_bp),
                "points": line.points,
            }
            for line in what.lines
        ],
        "taxes": [
            {
                "tax_rate": rate(tax.rate_bp),
                "net": console.amount(tax.net_minor),
                "tax": console.amount(tax.tax_minor),
            }
            for tax in what.taxes
        ],
        "cash_rounding": console.amount(what.cash_rounding_minor),
        "total": console.amount(what.total_minor),
        "tenders": [_tender(tender, console) for tender in what.tenders],
        "points_reversed": what.points_reversed,
        "points_restored": what.points_restored,
        "debt": what.debt,
        "coupons_back": list(what.coupons_back),
        "coupons_revoked": list(what.coupons_revoked),
        "why": [told_reason(reason, console) for reason in what.why],
    }


def _tender(tender: Tender, console: Console) -> Told:
    told: Told = {"kind": tender.kind.value, "amount": console.amount(tender.amount_minor)}
    return told | {"reference": tender.reference} if tender.reference else told
