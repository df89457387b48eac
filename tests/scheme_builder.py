"""Schemes put together in tests, and put in force."""

from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.standing import Tier, TierBasis, TierTerms, TierWindow
from app.services.rules.scheme.words import words
from app.shop import Shop

SIMPLE = simple_scheme(1, 100)
TIERS = TierTerms(
    TierBasis.SPEND,
    TierWindow.CALENDAR_YEAR,
    (
        Tier("classic", words("Classic"), 0),
        Tier("gold", words("Gold"), 50_000, benefits=(words("free wrapping"),)),
        Tier("platinum", words("Platinum"), 200_000),
    ),
)


def use(shop: Shop, scheme: Scheme) -> Scheme:
    """Put a scheme in force from today on, as the newest version."""
    return shop.schemes.use(scheme).scheme
