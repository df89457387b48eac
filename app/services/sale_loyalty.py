"""What the scheme does inside a sale's own transaction: coupons, rewards, tiers, badges."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.errors import (
    CouponNotUsable,
    CouponUnknown,
    NotEnoughPoints,
    RewardRefused,
)
from app.models import coupons as stored_coupons
from app.models import standing as stored
from app.models.ledgers import LedgerRows
from app.services.coupons import Coupons, NewCoupon, add_coupon, add_entry, template_of
from app.services.desk import Desk
from app.services.facts import tier_standing
from app.services.rules.cart import AppliedCoupon, Cart
from app.services.rules.coupons import validity
from app.services.rules.quote import Quote
from app.services.rules.reasons import Reason, said
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import TierBasis, TierTerms
from app.services.rules.scheme.words import Words, words
from app.services.rules.tiers import Counted, TierStanding, upgraded, window
from app.services.sale_ledgers import SaleHeader
from app.services.takings import Stamp, new_id

_BEGINNING = "0001-01-01"


@dataclass(frozen=True, slots=True)
class SaleMoment:
    """Which sale, whose, when: what every entry of it needs to know."""

    header: SaleHeader
    member_id: UUID | None
    at: Stamp


class SaleLoyalty:
    """Checks what a cart asks of the scheme, and writes what the sale does to the member."""

    def __init__(self, desk: Desk, coupons: Coupons) -> None:
        self._desk = desk
        self._coupons = coupons

    # --- before the price -------------------------------------------------------

    def coupons_on(self, cart: Cart, day: date) -> tuple[AppliedCoupon, ...]:
        """The cart's coupons as they stand now. One that cannot be used is refused, with why;
        one that merely has no effect is not.

        Raises CouponUnknown, CouponNotUsable.
        """
        found: list[AppliedCoupon] = []
        for coupon in cart.coupons:
            fresh = self._coupons.laid(coupon.code)
            reason = self._why_not(fresh, cart, day)
            if any(fresh.code == earlier.code for earlier in found):
                reason = "given_twice"
            if reason:
                raise CouponNotUsable(fresh.code, reason)
            found.append(fresh)
        return tuple(found)

    def coupon_now(self, coupon: AppliedCoupon) -> AppliedCoupon:
        """A coupon as it stands now; `unknown` where a restore took it away."""
        try:
            return self._coupons.laid(coupon.code)
        except CouponUnknown:
            return replace(coupon, refusal="unknown")

    def _why_not(self, coupon: AppliedCoupon, cart: Cart, day: date) -> str:
        member_id = None if cart.member is None else cart.member.member_id
        if coupon.refusal:
            return f"code_{coupon.refusal}"
        if coupon.valid_from is not None and day < coupon.valid_from:
            return "code_not_yet"
        if coupon.valid_to is not None and day > coupon.valid_to:
            return "code_expired"
        if coupon.member_id is not None and coupon.member_id != member_id:
            return "other_member"
        known = {template.id for template in self._desk.scheme.coupons}
        return "" if coupon.template in known else "not_in_scheme"

    # --- the sale's own entries ----------------------------------------------------

    def add_entries(self, rows: LedgerRows, moment: SaleMoment, quote: Quote) -> None:
        """Add what belongs to the sale: coupons used and issued, a tier that is reached."""
        for code in quote.coupons_used:
            row = stored_coupons.by_code(self._desk.database, code)
            if row is None:
                raise CouponUnknown(code)
            add_entry(rows, row, "redeemed", moment.at, sale_id=moment.header.sale_id)
        for template_id in quote.coupons_to_issue:
            self._add_issued(rows, moment, template_id)
        if moment.member_id is not None and self._desk.scheme.tiers is not None:
            self._add_tier(rows, moment, moment.member_id, self._desk.scheme.tiers)

    def _add_issued(self, rows: LedgerRows, moment: SaleMoment, template_id: str) -> None:
        template = template_of(self._desk.scheme, template_id)
        day = moment.header.business_date
        valid = validity(template, day)
        if valid.last is not None and valid.last < day:
            return
        new = NewCoupon(template, moment.member_id, day, valid.first, valid.last)
        add_coupon(self._desk, rows, new, moment.at, moment.header.sale_id)

    def _add_tier(
        self, rows: LedgerRows, moment: SaleMoment, member_id: UUID, terms: TierTerms
    ) -> None:
        """Up at once, on the sale that reaches the threshold (rule 16)."""
        database, key = self._desk.database, member_id.bytes
        newest = stored.newest_tier(database, key)
        day = moment.header.business_date
        if newest is not None:
            # A sale dated back never undoes what a later one brought.
            day = max(day, date.fromisoformat(newest[3]))
        standing = tier_standing(database, key, terms, day)
        reached = upgraded(standing, terms, self._counted(rows, key, terms, day), day)
        if reached is not None:
            add_tier(
                self._desk, rows, moment, "reached", reached, 0 if newest is None else newest[0]
            )

    def _counted(self, rows: LedgerRows, key: bytes, terms: TierTerms, day: date) -> Counted:
        database = self._desk.database
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


def check_rewards(scheme: Scheme, cart: Cart, quote: Quote) -> None:
    """Refuse a reward asked for that cannot be had. Raises RewardRefused, NotEnoughPoints."""
    if len(quote.rewards) == len(cart.rewards):
        return
    left = Counter(cart.rewards) - Counter(reward.id for reward in quote.rewards)
    name = _reward_name(scheme, next(iter(left)))
    why = _reason_about(name, quote.why_not)
    facts = dict(why.facts)
    if why.code == "reward_points":
        raise NotEnoughPoints(int(facts["needed"]), int(facts["held"]))
    raise RewardRefused(name, why)


def add_tier(
    desk: Desk,
    rows: LedgerRows,
    moment: SaleMoment,
    kind: str,
    standing: TierStanding,
    number_before: int,
) -> None:
    """Add the next tier entry of a member."""
    assert moment.member_id is not None
    until = standing.kept_until
    rows.add(
        "tier_entry",
        new_id(),
        moment.header.sale_id.bytes,
        moment.member_id.bytes,
        number_before + 1,
        kind,
        standing.tier,
        standing.effective_on.isoformat(),
        None if until is None else until.isoformat(),
        desk.scheme.version,
        "",
        moment.at.staff_id,
        moment.at.at_ms,
    )


def _reward_name(scheme: Scheme, reward_id: str) -> Words:
    found = (reward.name for reward in scheme.rewards if reward.id == reward_id)
    return next(found, words(reward_id))


def _reason_about(name: Words, reasons: tuple[Reason, ...]) -> Reason:
    """The newest reason that speaks of this name."""
    wanted = said("name", name)
    for reason in reversed(reasons):
        if reason.facts[: len(wanted)] == wanted:
            return reason
    return Reason("reward_unknown", wanted)
