"""How coupons and gifts stand in a list, in the language shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.coupons import Coupon, CouponState
from app.services.documents.coupon_words import code_said
from app.services.grants import Grant, GrantKind, PastGrant
from app.services.rules.money import Currency, money
from app.ui.lists import points_words
from app.ui.sentences import filled
from app.ui.widgets.labels import Tone
from app.ui.widgets.table import Column


class HandingWords:
    """Columns and amounts in one language and currency."""

    def __init__(self, language: str, currency: Currency) -> None:
        self._language = language
        self._currency = currency

    def amount(self, grant: Grant, total: int) -> str:
        """What a grant comes to: points, money or coupons."""
        if grant.kind is GrantKind.CREDIT:
            return money(total, self._currency)
        if grant.kind is GrantKind.POINTS:
            return points_words(total)
        words = QCoreApplication.translate("Handing", "{count} coupons")
        return filled(words, count=f"{total:,}")

    def coupon_columns(self) -> tuple[Column[Coupon], ...]:
        """What, which, whose, until when, and what became of it."""
        states = {
            CouponState.ISSUED: QCoreApplication.translate("Handing", "Can be used"),
            CouponState.REDEEMED: QCoreApplication.translate("Handing", "Used"),
            CouponState.EXPIRED: QCoreApplication.translate("Handing", "Expired"),
            CouponState.REVOKED: QCoreApplication.translate("Handing", "Revoked"),
        }

        def until(coupon: Coupon) -> str:
            return "" if coupon.valid_to is None else coupon.valid_to.isoformat()

        def tone(coupon: Coupon) -> Tone:
            return Tone.SUCCESS if coupon.state is CouponState.ISSUED else Tone.MUTED

        return (
            Column(
                QCoreApplication.translate("Handing", "Coupon"),
                lambda c: c.name.said(self._language),
                strong=True,
            ),
            Column(QCoreApplication.translate("Handing", "Code"), lambda c: code_said(c.code), 200),
            Column(QCoreApplication.translate("Handing", "Member"), lambda c: c.member_number, 130),
            Column(QCoreApplication.translate("Handing", "Until"), until, 120),
            Column(
                QCoreApplication.translate("Handing", "State"),
                lambda c: states[c.state],
                120,
                tone=tone,
            ),
        )

    def gift_columns(self) -> tuple[Column[PastGrant], ...]:
        """When, why, to how many, how much, what came back, by whom."""

        def back(past: PastGrant) -> str:
            return "" if past.back is None else self.amount(past.grant, past.back.total)

        def total(past: PastGrant) -> str:
            return self.amount(past.grant, past.done.total)

        return (
            Column(
                QCoreApplication.translate("Handing", "Day"),
                lambda p: f"{p.given_at:%Y-%m-%d}",
                110,
            ),
            Column(
                QCoreApplication.translate("Handing", "Reason"),
                lambda p: p.grant.reason,
                strong=True,
            ),
            Column(
                QCoreApplication.translate("Handing", "Members"),
                lambda p: f"{p.done.members:,}",
                100,
                right=True,
            ),
            Column(QCoreApplication.translate("Handing", "In all"), total, 140, right=True),
            Column(
                QCoreApplication.translate("Handing", "Came back"),
                back,
                140,
                right=True,
                tone=Tone.MUTED,
            ),
            Column(
                QCoreApplication.translate("Handing", "By"), lambda p: p.staff, 110, tone=Tone.MUTED
            ),
        )
