"""What the rows of a member's coupons, passes and benefits say."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.coupons import CouponState
from app.services.rules.money import Currency, money
from app.ui.members.presenting.holdings import Holding
from app.ui.members.presenting.page import Page
from app.ui.sentences import filled
from app.ui.widgets.labels import Tone

HOLDING_ICONS: Final = {
    "plan": "star",
    "pass": "id-card",
    "perk": "circle-check",
    "coupon": "ticket",
    "card": "credit-card",
    "badge": "crown",
    "benefit": "heart",
    "deposit": "archive",
    "account": "wallet",
    "owing": "receipt-text",
}


class HoldingWords:
    """Sentences in one language."""

    def __init__(self, language: str, currency: Currency) -> None:
        self._language = language
        self._currency = currency

    def name(self, row: Holding) -> str:
        """What the scheme calls it; of money, how much."""
        if row.kind in ("account", "owing", "deposit"):
            return self._money(row)
        return row.name.said(self._language)

    def section(self, kind: str) -> str:
        """The heading of a section."""
        return {
            "plan": QCoreApplication.translate("Holdings", "Paid plan"),
            "pass": QCoreApplication.translate("Holdings", "Passes"),
            "perk": QCoreApplication.translate("Holdings", "Counted benefits"),
            "coupon": QCoreApplication.translate("Holdings", "Coupons"),
            "card": QCoreApplication.translate("Holdings", "Partner cards"),
            "badge": QCoreApplication.translate("Holdings", "Badges"),
            "benefit": QCoreApplication.translate("Holdings", "Benefits"),
            "deposit": QCoreApplication.translate("Holdings", "Deposits"),
            "account": QCoreApplication.translate("Holdings", "On account"),
        }[kind]

    def _money(self, row: Holding) -> str:
        amount = money(row.amount_minor, self._currency)
        if row.kind == "deposit":
            return filled("{number} · {amount}", number=row.id, amount=amount)
        if row.kind == "owing":
            words = {
                "charge": QCoreApplication.translate("Holdings", "Bought {amount}"),
                "repay": QCoreApplication.translate("Holdings", "Repaid {amount}"),
                "refund": QCoreApplication.translate("Holdings", "Taken back {amount}"),
                "write_off": QCoreApplication.translate("Holdings", "Written off {amount}"),
                "adjust": QCoreApplication.translate("Holdings", "Moved {amount}"),
            }[row.state]
            return filled(words, amount=money(abs(row.amount_minor), self._currency))
        if row.id == "owed":
            words = QCoreApplication.translate("Holdings", "Owes {amount}")
            return filled(words, amount=amount)
        if not row.limit_minor:
            return QCoreApplication.translate("Holdings", "Nothing is sold to them on account")
        words = QCoreApplication.translate("Holdings", "May owe up to {amount}")
        return filled(words, amount=money(row.limit_minor, self._currency))

    def summary(self, page: Page) -> str:
        """How many can be used."""
        coupons, passes = len(page.standing.coupons), len(page.standing.passes)
        words = QCoreApplication.translate(
            "Holdings", "Coupons to use: {coupons} · passes: {passes}"
        )
        return filled(words, coupons=coupons, passes=passes)

    def remark(self, row: Holding) -> str:
        """Its days, and a coupon's code."""
        until = "" if row.until is None else row.until.isoformat()
        since = "" if row.since is None else row.since.isoformat()
        if row.kind == "coupon":
            words = QCoreApplication.translate("Holdings", "{code} · from {since}")
            if until:
                words = QCoreApplication.translate("Holdings", "{code} · {since} to {until}")
            return filled(words, code=row.id, since=since, until=until)
        if row.kind in ("account", "owing", "deposit"):
            return " · ".join(part for part in (since, row.note) if part)
        if row.kind == "badge":
            words = QCoreApplication.translate("Holdings", "given on {since}")
            return filled(words, since=since)
        if not until:
            return ""
        return filled(QCoreApplication.translate("Holdings", "until {until}"), until=until)

    def left(self, row: Holding) -> str:
        """How many uses are left."""
        words = QCoreApplication.translate("Holdings", "{left} of {all} left")
        return filled(words, left=row.left, all=row.of)

    def state(self, row: Holding) -> tuple[str, Tone]:
        """The chip beside it."""
        if row.kind not in ("plan", "coupon", "card"):
            return "", Tone.MUTED
        known = {
            CouponState.ISSUED.value: (self._said("To be used"), Tone.SUCCESS),
            CouponState.REDEEMED.value: (self._said("Redeemed"), Tone.MUTED),
            CouponState.EXPIRED.value: (self._said("Expired"), Tone.WARNING),
            CouponState.REVOKED.value: (self._said("Revoked"), Tone.DANGER),
            "trial": (self._said("Free trial"), Tone.INFO),
            "cancelled": (self._said("Cancelled"), Tone.WARNING),
            "held": (self._said("Has it"), Tone.SUCCESS),
            "absent": ("", Tone.MUTED),
        }
        words, tone = known[row.state]
        return ("", tone) if row.kind == "plan" and row.state == "held" else (words, tone)

    def action(self, verb: str) -> str:
        """What a button of a row does."""
        return {
            "refund": QCoreApplication.translate("Holdings", "Pay back"),
            "cancel": QCoreApplication.translate("Holdings", "Cancel plan"),
            "use": QCoreApplication.translate("Holdings", "Use one"),
            "revoke": QCoreApplication.translate("Holdings", "Revoke"),
            "put": QCoreApplication.translate("Holdings", "Has this card"),
            "drop": QCoreApplication.translate("Holdings", "Has it no longer"),
            "limit": QCoreApplication.translate("Holdings", "Set limit"),
            "write_off": QCoreApplication.translate("Holdings", "Write off"),
        }[verb]

    def _said(self, state: str) -> str:
        return {
            "To be used": QCoreApplication.translate("Holdings", "To be used"),
            "Redeemed": QCoreApplication.translate("Holdings", "Redeemed"),
            "Expired": QCoreApplication.translate("Holdings", "Expired"),
            "Revoked": QCoreApplication.translate("Holdings", "Revoked"),
            "Free trial": QCoreApplication.translate("Holdings", "Free trial"),
            "Cancelled": QCoreApplication.translate("Holdings", "Cancelled"),
            "Has it": QCoreApplication.translate("Holdings", "Has it"),
        }[state]
