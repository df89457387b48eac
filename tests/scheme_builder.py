"""Schemes put together in tests, and put in force."""

from dataclasses import replace

from app.services.ids import uuid7
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
    desk = shop.desk
    newer = replace(scheme, version=max(desk.schemes) + 1)
    desk.database.execute(
        "INSERT INTO scheme (id, version, name, definition, active_from, created_at)"
        " VALUES (?, ?, ?, ?, ?, 0)",
        (uuid7().bytes, newer.version, newer.name, _mark(newer), desk.today().isoformat()),
    )
    desk.schemes[newer.version] = newer
    return newer


def _mark(scheme: Scheme) -> str:
    return repr(scheme.points)
