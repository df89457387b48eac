"""Up at once: the tier that a sale, a late claim or an activity reaches (rule 16)."""

from datetime import date
from uuid import UUID

from app.models import standing as stored
from app.models.ledgers import LedgerRows
from app.services.coupon_triggers import Cause, add_triggered, asked
from app.services.desk import Desk
from app.services.facts import tier_standing
from app.services.loyalty import Loyalty
from app.services.rules.scheme.offers import CouponTrigger
from app.services.rules.scheme.standing import TierBasis, TierTerms
from app.services.rules.tiers import Counted, TierStanding, upgraded, window
from app.services.takings import Stamp, new_id

_BEGINNING = "0001-01-01"


def add_reached(
    desk: Desk, rows: LedgerRows, member_id: UUID, at: Stamp, sale_id: UUID | None = None
) -> None:
    """Add the tier that is reached with the `qualifying_entry` in `rows`, which are not written
    yet, and the coupons that it brings; nothing where none is."""
    terms, key = desk.scheme.tiers, member_id.bytes
    if terms is None:
        return
    newest = stored.newest_tier(desk.database, key)
    day = date.fromisoformat(at.day)
    if newest is not None:
        # What is dated back never undoes what came later.
        day = max(day, date.fromisoformat(newest[3]))
    standing = tier_standing(desk.database, key, terms, day)
    assert standing is not None
    reached = upgraded(standing, terms, _counted(desk, rows, key, terms, day), day)
    if reached is None:
        return
    number = 1 + (0 if newest is None else newest[0])
    rows.add("tier_entry", *_entry(desk, key, number, reached, at, sale_id))
    # Who keeps a tier for life was welcomed to it before.
    if reached.tier != standing.tier and asked(desk.scheme, CouponTrigger.TIER):
        facts = Loyalty(desk).facts(member_id, day)
        cause = Cause(CouponTrigger.TIER, f"tier {reached.tier} {number}", sale_id)
        add_triggered(desk, rows, facts.in_tier(reached.tier), cause, at)


def _entry(
    desk: Desk, key: bytes, number: int, reached: TierStanding, at: Stamp, sale_id: UUID | None
) -> tuple[object, ...]:
    until = reached.kept_until
    return (
        new_id(),
        None if sale_id is None else sale_id.bytes,
        key,
        number,
        "reached",
        reached.tier,
        reached.effective_on.isoformat(),
        None if until is None else until.isoformat(),
        desk.scheme.version,
        "",
        at.staff_id,
        at.at_ms,
    )


def _counted(desk: Desk, rows: LedgerRows, key: bytes, terms: TierTerms, day: date) -> Counted:
    database = desk.database
    by_spend = terms.basis is TierBasis.SPEND
    own = rows.of("qualifying_entry")
    first, last = (each.isoformat() for each in window(terms, day))
    present = sum(row[3] if by_spend else row[4] for row in own if first <= row[1] <= last)
    before = stored.qualifying_sum(database, key, first, last)
    lifetime = 0
    if any(tier.lifetime_threshold for tier in terms.tiers):
        ever = stored.qualifying_sum(database, key, _BEGINNING, last)
        lifetime = int(ever[0 if by_spend else 1]) + present
    return Counted(max(0, int(before[0 if by_spend else 1]) + present), lifetime)
