"""What the scheme does inside a sale's own transaction: coupons, rewards, tiers, badges."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.errors import (
    CouponNotUsable,
    CouponUnknown,
    FieldInvalid,
    RewardRefused,
    RewardTooDear,
)
from app.models import coupons as stored_coupons
from app.models.ledgers import LedgerRows
from app.services.coupons import Coupons, NewCoupon, add_coupon, add_entry, template_of
from app.services.desk import Desk
from app.services.rules.cart import AppliedCoupon, Cart
from app.services.rules.coupons import validity
from app.services.rules.quote import Quote
from app.services.rules.reasons import Reason, newest_about
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import Words, words
from app.services.sale_ledgers import SaleHeader
from app.services.takings import Stamp
from app.services.texts import VOUCHER_LIMIT, checked_text
from app.services.tier_rising import add_reached


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
        bearer = {template.id: template.bearer for template in self._desk.scheme.coupons}
        if coupon.template not in bearer:
            return "not_in_scheme"
        theirs = coupon.member_id in (None, member_id) or bearer[coupon.template]
        return "" if theirs else "other_member"

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
        if moment.member_id is not None:
            add_reached(self._desk, rows, moment.member_id, moment.at, moment.header.sale_id)

    def _add_issued(self, rows: LedgerRows, moment: SaleMoment, template_id: str) -> None:
        template = template_of(self._desk.scheme, template_id)
        day = moment.header.business_date
        valid = validity(template, day)
        if valid.last is not None and valid.last < day:
            return
        new = NewCoupon(template, moment.member_id, day, valid.first, valid.last)
        add_coupon(self._desk, rows, new, moment.at, moment.header.sale_id)


def check_rewards(scheme: Scheme, cart: Cart, quote: Quote) -> None:
    """Refuse a reward asked for that cannot be had. Raises RewardRefused, RewardTooDear."""
    if len(quote.rewards) == len(cart.rewards):
        return
    left = Counter(cart.rewards) - Counter(reward.id for reward in quote.rewards)
    missed = next(iter(left))
    name = _reward_name(scheme, missed)
    why = newest_about(quote.why_not, "offer", missed) or Reason("reward_unknown")
    facts = dict(why.facts)
    if why.code == "reward_points":
        raise RewardTooDear(int(facts["needed"]), int(facts["held"]), name)
    raise RewardRefused(name, why)


def check_vouchers(cart: Cart, quote: Quote) -> None:
    """Refuse an outside reward without the code that is handed out for it, and a code for
    nothing. Raises RewardRefused, FieldInvalid."""
    outside = [reward for reward in quote.rewards if reward.outside]
    for code in cart.vouchers:
        checked_text("code", code, VOUCHER_LIMIT, required=True)
    if len(cart.vouchers) < len(outside):
        raise RewardRefused(outside[len(cart.vouchers)].name, Reason("reward_needs_voucher"))
    if len(cart.vouchers) > len(outside):
        raise FieldInvalid("code", "too_many", cart.vouchers[len(outside)])


def _reward_name(scheme: Scheme, reward_id: str) -> Words:
    found = (reward.name for reward in scheme.rewards if reward.id == reward_id)
    return next(found, words(reward_id))
