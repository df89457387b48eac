"""What the actions of the audit trail are called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES: Final[dict[str, object]] = {
    "staff.added": QT_TRANSLATE_NOOP("Audit", "Person added"),
    "staff.role": QT_TRANSLATE_NOOP("Audit", "Role changed"),
    "staff.disabled": QT_TRANSLATE_NOOP("Audit", "Person disabled"),
    "staff.enabled": QT_TRANSLATE_NOOP("Audit", "Person enabled"),
    "staff.pin_set": QT_TRANSLATE_NOOP("Audit", "PIN set"),
    "staff.pin_removed": QT_TRANSLATE_NOOP("Audit", "PIN taken away"),
    "staff.pin_wrong": QT_TRANSLATE_NOOP("Audit", "Wrong PIN"),
    "staff.card": QT_TRANSLATE_NOOP("Audit", "Staff card made"),
    "staff.limits": QT_TRANSLATE_NOOP("Audit", "Limits changed"),
    "staff.signed_in": QT_TRANSLATE_NOOP("Audit", "Signed in"),
    "staff.signed_out": QT_TRANSLATE_NOOP("Audit", "Locked"),
    "staff.approved": QT_TRANSLATE_NOOP("Audit", "Approved on the spot"),
    "sale.discount": QT_TRANSLATE_NOOP("Audit", "Discount over the limit"),
    "sale.open_item": QT_TRANSLATE_NOOP("Audit", "Open item over the limit"),
    "points.by_hand": QT_TRANSLATE_NOOP("Audit", "Points by hand, approved"),
    "product.price": QT_TRANSLATE_NOOP("Audit", "Price changed"),
    "product.archived": QT_TRANSLATE_NOOP("Audit", "Product taken off sale"),
    "product.restored": QT_TRANSLATE_NOOP("Audit", "Product on sale again"),
    "settings": QT_TRANSLATE_NOOP("Audit", "Settings changed"),
    "scheme": QT_TRANSLATE_NOOP("Audit", "Scheme changed"),
    "value.paid_out": QT_TRANSLATE_NOOP("Audit", "Kept money paid out"),
    "export.members": QT_TRANSLATE_NOOP("Audit", "Members exported"),
    "export.products": QT_TRANSLATE_NOOP("Audit", "Products exported"),
    "export.sales": QT_TRANSLATE_NOOP("Audit", "Sales exported"),
    "export.points": QT_TRANSLATE_NOOP("Audit", "Points exported"),
    "export.stock": QT_TRANSLATE_NOOP("Audit", "Stock exported"),
    "export.audit": QT_TRANSLATE_NOOP("Audit", "Audit trail exported"),
    "refund.too_much": QT_TRANSLATE_NOOP("Audit", "Refund of more than was sold"),
    "session_opened": QT_TRANSLATE_NOOP("Audit", "Drawer opened"),
    "restore": QT_TRANSLATE_NOOP("Audit", "Gone back to a backup"),
    "session_closed": QT_TRANSLATE_NOOP("Audit", "Drawer closed"),
    "member.frozen": QT_TRANSLATE_NOOP("Audit", "Member frozen"),
    "member.active": QT_TRANSLATE_NOOP("Audit", "Member active again"),
    "member.archived": QT_TRANSLATE_NOOP("Audit", "Member archived"),
    "member.phone_revealed": QT_TRANSLATE_NOOP("Audit", "Phone shown"),
    "member.different": QT_TRANSLATE_NOOP("Audit", "Said to be two people"),
    "member.different_undone": QT_TRANSLATE_NOOP("Audit", "May be one person again"),
    "card.lost": QT_TRANSLATE_NOOP("Audit", "Card reported lost"),
    "card.replaced": QT_TRANSLATE_NOOP("Audit", "Card replaced"),
    "card.closed": QT_TRANSLATE_NOOP("Audit", "Card closed"),
    "account.limit": QT_TRANSLATE_NOOP("Audit", "Credit limit changed"),
    "account.over_limit": QT_TRANSLATE_NOOP("Audit", "Credit over the limit"),
    "account.write_off": QT_TRANSLATE_NOOP("Audit", "Debt written off"),
    "deposit.forfeited": QT_TRANSLATE_NOOP("Audit", "Deposit kept"),
    "staff.commission": QT_TRANSLATE_NOOP("Audit", "Commission changed"),
    "coupons_issued": QT_TRANSLATE_NOOP("Audit", "Coupons issued"),
    "coupon_revoked": QT_TRANSLATE_NOOP("Audit", "Coupon revoked"),
    "sale.voided": QT_TRANSLATE_NOOP("Audit", "Sale voided"),
    "sale.refunded": QT_TRANSLATE_NOOP("Audit", "Goods taken back"),
    "cash_pay_in": QT_TRANSLATE_NOOP("Audit", "Cash put in"),
    "cash_pay_out": QT_TRANSLATE_NOOP("Audit", "Cash paid out"),
    "cash_drop": QT_TRANSLATE_NOOP("Audit", "Cash to the safe"),
    "cash_no_sale": QT_TRANSLATE_NOOP("Audit", "Drawer opened without a sale"),
    "cash_counted": QT_TRANSLATE_NOOP("Audit", "Count differed"),
    "member.merge": QT_TRANSLATE_NOOP("Audit", "Members merged"),
    "member.unmerge": QT_TRANSLATE_NOOP("Audit", "Merge undone"),
    "members_lifted": QT_TRANSLATE_NOOP("Audit", "Tiers lifted"),
    "granted": QT_TRANSLATE_NOOP("Audit", "Given to everybody"),
    "grant_taken_back": QT_TRANSLATE_NOOP("Audit", "Gift taken back"),
    "partner_card_put": QT_TRANSLATE_NOOP("Audit", "Partner card added"),
    "partner_card_dropped": QT_TRANSLATE_NOOP("Audit", "Partner card removed"),
    "import.members": QT_TRANSLATE_NOOP("Audit", "Members imported"),
    "import.products": QT_TRANSLATE_NOOP("Audit", "Products imported"),
    "import.sales": QT_TRANSLATE_NOOP("Audit", "Sales imported"),
    "import.stock": QT_TRANSLATE_NOOP("Audit", "Stock imported"),
    "export.insight": QT_TRANSLATE_NOOP("Audit", "Report exported"),
    "stock.tracked": QT_TRANSLATE_NOOP("Audit", "Stock kept"),
    "stock.untracked": QT_TRANSLATE_NOOP("Audit", "Stock no longer kept"),
    "stock.delivery": QT_TRANSLATE_NOOP("Audit", "Delivery booked"),
    "stock.count": QT_TRANSLATE_NOOP("Audit", "Stock counted"),
    "stock.loss": QT_TRANSLATE_NOOP("Audit", "Loss booked"),
    "product.codes": QT_TRANSLATE_NOOP("Audit", "Barcodes given"),
    "invoice.issued": QT_TRANSLATE_NOOP("Audit", "Invoice issued"),
    "invoice.cancelled": QT_TRANSLATE_NOOP("Audit", "Invoice cancelled"),
    "card.active": QT_TRANSLATE_NOOP("Audit", "Card active"),
}


def action_name(action: str) -> str:
    """An action in the language shown; one without words of its own as it is stored."""
    name = _NAMES.get(action)
    if name is None:
        return action.replace(".", ": ").replace("_", " ")
    return QCoreApplication.translate("Audit", str(name))
