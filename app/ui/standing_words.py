"""What a member's standing says on the till and on their page, in the language shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services.rules.money import Currency, money
from app.services.rules.scheme.standing import TierBasis
from app.ui.lists import points_words
from app.ui.sentences import filled

if TYPE_CHECKING:
    from app.services.standing import PointsHeld, Standing, TierHeld, WalletHeld


def missing_words(standing: Standing, currency: Currency, language: str) -> str:
    """What is missing to the next tier, or to keep this one where that ends; "" for neither."""
    tier = standing.tier
    if tier is None:
        return ""
    if tier.next_tier and tier.missing > 0:
        words = QCoreApplication.translate("Standing", "{amount} more to {tier}")
        return filled(
            words, amount=_amount(tier, tier.missing, currency), tier=tier.next_name.said(language)
        )
    if tier.to_keep > 0 and tier.keep_by is not None:
        words = QCoreApplication.translate("Standing", "{amount} more by {date} keeps {tier}")
        return filled(
            words,
            amount=_amount(tier, tier.to_keep, currency),
            date=tier.keep_by.isoformat(),
            tier=tier.name.said(language),
        )
    return ""


def tier_words(standing: Standing, language: str) -> str:
    """The tier, with its last day where it has one: "Gold · until 2027-12-31"."""
    tier = standing.tier
    if tier is None:
        return ""
    name = tier.name.said(language)
    if tier.expires_on is None:
        return name
    words = QCoreApplication.translate("Standing", "{tier} · until {date}")
    return filled(words, tier=name, date=tier.expires_on.isoformat())


def points_sum(points: PointsHeld) -> str:
    """What may be spent now, what is still pending, and what lapses when."""
    parts = [
        filled(
            QCoreApplication.translate("Standing", "{points} usable"),
            points=f"{points.usable:,}",
        )
    ]
    for day, waiting in points.waiting[:2]:
        words = QCoreApplication.translate("Standing", "{points} usable from {date}")
        parts.append(filled(words, points=f"{waiting:,}", date=day.isoformat()))
    for day, lapsing in points.expiring[:3]:
        words = QCoreApplication.translate("Standing", "{points} expire after {date}")
        parts.append(filled(words, points=f"{lapsing:,}", date=day.isoformat()))
    if points.debt:
        words = QCoreApplication.translate("Standing", "{points} owed")
        parts.append(filled(words, points=f"{points.debt:,}"))
    return " · ".join(parts)


def wallet_sum(wallet: WalletHeld, currency: Currency) -> str:
    """Principal, bonus, store credit, and bonus that comes or lapses."""
    words = QCoreApplication.translate("Standing", "Principal {principal} · bonus {bonus}")
    parts = [
        filled(
            words,
            principal=money(wallet.principal_minor, currency),
            bonus=money(wallet.bonus_minor, currency),
        )
    ]
    if wallet.credit_minor:
        words = QCoreApplication.translate("Standing", "store credit {amount}")
        parts.append(filled(words, amount=money(wallet.credit_minor, currency)))
    for day, minor in wallet.promised[:1]:
        words = QCoreApplication.translate("Standing", "{amount} more bonus on {date}")
        parts.append(filled(words, amount=money(minor, currency), date=day.isoformat()))
    for day, minor in wallet.expiring[:1]:
        words = QCoreApplication.translate("Standing", "{amount} of bonus lapses after {date}")
        parts.append(filled(words, amount=money(minor, currency), date=day.isoformat()))
    return " · ".join(parts)


def _amount(tier: TierHeld, missing: int, currency: Currency) -> str:
    if tier.basis is TierBasis.SPEND:
        return money(missing, currency)
    return points_words(missing)
