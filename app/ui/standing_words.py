"""What a member's standing says on the till and on their page, in the language shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.services.rules.money import Currency, money
from app.services.rules.scheme.standing import TierBasis
from app.ui.lists import points_words
from app.ui.sentences import filled

if TYPE_CHECKING:
    from app.services.standing import Standing, TierHeld


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


def _amount(tier: TierHeld, missing: int, currency: Currency) -> str:
    if tier.basis is TierBasis.SPEND:
        return money(missing, currency)
    return points_words(missing)
