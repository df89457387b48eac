"""What the actions of the audit trail are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def action_name(action: str) -> str:
    """An action in the language shown; one without words of its own as it is stored."""
    names = {
        "staff.added": QCoreApplication.translate("Audit", "Person added"),
        "staff.role": QCoreApplication.translate("Audit", "Role changed"),
        "staff.disabled": QCoreApplication.translate("Audit", "Person disabled"),
        "staff.enabled": QCoreApplication.translate("Audit", "Person enabled"),
        "staff.pin_set": QCoreApplication.translate("Audit", "PIN set"),
        "staff.pin_removed": QCoreApplication.translate("Audit", "PIN taken away"),
        "staff.pin_wrong": QCoreApplication.translate("Audit", "Wrong PIN"),
        "staff.card": QCoreApplication.translate("Audit", "Staff card made"),
        "staff.limits": QCoreApplication.translate("Audit", "Limits changed"),
        "staff.signed_in": QCoreApplication.translate("Audit", "Signed in"),
        "staff.signed_out": QCoreApplication.translate("Audit", "Locked"),
        "staff.approved": QCoreApplication.translate("Audit", "Approved on the spot"),
        "sale.discount": QCoreApplication.translate("Audit", "Discount over the limit"),
        "sale.open_item": QCoreApplication.translate("Audit", "Open item over the limit"),
        "points.by_hand": QCoreApplication.translate("Audit", "Points by hand, approved"),
        "product.price": QCoreApplication.translate("Audit", "Price changed"),
        "product.archived": QCoreApplication.translate("Audit", "Product taken off sale"),
        "product.restored": QCoreApplication.translate("Audit", "Product on sale again"),
        "settings": QCoreApplication.translate("Audit", "Settings changed"),
        "scheme": QCoreApplication.translate("Audit", "Scheme changed"),
        "value.paid_out": QCoreApplication.translate("Audit", "Kept money paid out"),
        "export.members": QCoreApplication.translate("Audit", "Members exported"),
        "export.products": QCoreApplication.translate("Audit", "Products exported"),
        "export.sales": QCoreApplication.translate("Audit", "Sales exported"),
        "export.points": QCoreApplication.translate("Audit", "Points exported"),
        "export.stock": QCoreApplication.translate("Audit", "Stock exported"),
        "export.audit": QCoreApplication.translate("Audit", "Audit trail exported"),
        "refund.too_much": QCoreApplication.translate("Audit", "Refund of more than was sold"),
        "session_opened": QCoreApplication.translate("Audit", "Drawer opened"),
        "restore": QCoreApplication.translate("Audit", "Gone back to a backup"),
        "session_closed": QCoreApplication.translate("Audit", "Drawer closed"),
        "member.frozen": QCoreApplication.translate("Audit", "Member frozen"),
        "member.active": QCoreApplication.translate("Audit", "Member active again"),
        "member.archived": QCoreApplication.translate("Audit", "Member archived"),
        "member.phone_revealed": QCoreApplication.translate("Audit", "Phone shown"),
        "card.lost": QCoreApplication.translate("Audit", "Card reported lost"),
        "card.replaced": QCoreApplication.translate("Audit", "Card replaced"),
        "card.closed": QCoreApplication.translate("Audit", "Card closed"),
        "account.limit": QCoreApplication.translate("Audit", "Credit limit changed"),
        "account.over_limit": QCoreApplication.translate("Audit", "Credit over the limit"),
        "account.write_off": QCoreApplication.translate("Audit", "Debt written off"),
        "deposit.forfeited": QCoreApplication.translate("Audit", "Deposit kept"),
        "staff.commission": QCoreApplication.translate("Audit", "Commission changed"),
        "coupons_issued": QCoreApplication.translate("Audit", "Coupons issued"),
        "coupon_revoked": QCoreApplication.translate("Audit", "Coupon revoked"),
    }
    return names.get(action) or action.replace(".", ": ").replace("_", " ")
