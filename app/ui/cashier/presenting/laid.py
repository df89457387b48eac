"""What lies on a basket, and what might: rewards, coupons, passes, counted benefits. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.services.rules.cart import AppliedCoupon, AppliedPass, Cart
from app.services.rules.pricing import Quote, price
from app.services.rules.reasons import Reason, newest_about, unnamed
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import Words, words
from app.ui.cashier.presenting.state import Pricing

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.standing import CouponHeld, PassHeld, Standing


_NO_GOODS = Reason("no_goods")


@dataclass(frozen=True, slots=True)
class Laid:
    """A pass, reward or coupon on the basket: what it takes off, or why it takes nothing off.

    A pass stands there once for all its uses; `on_cart` counts them.
    """

    kind: str
    id: str
    name: Words
    saved_minor: int = 0
    cost_points: int = 0
    why_not: Reason | None = None
    on_cart: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the member may have now: its price in points and what it does to this basket.

    `kind` is "reward", "coupon", "pass" or "perk". `on_cart` is how often it lies there already;
    `left` counts uses of a pass or perk; a pass that `lays` pays for a unit of this basket, any
    other is used at once. `why_not` is set where it cannot be had. `outside` is
    handed out beside the sale, with a code.
    """

    kind: str
    id: str
    name: Words
    saved_minor: int = 0
    cost_points: int = 0
    on_cart: int = 0
    left: int = 0
    until: date | None = None
    why_not: Reason | None = None
    outside: bool = False
    lays: bool = False

    @property
    def can_take(self) -> bool:
        """Whether choosing it does something: takes it, or takes it off again."""
        return self.why_not is None or self.on_cart > 0


def laid_on(cart: Cart, quote: Quote, scheme: Scheme) -> tuple[Laid, ...]:
    """What lies on the basket, passes first, each with its effect or why it has none."""
    return (
        *_laid_passes(cart, quote, scheme),
        *_laid_rewards(cart, quote, scheme),
        *_laid_coupons(cart, quote, scheme),
    )


def choices(cart: Cart, standing: Standing, by: Pricing) -> tuple[Choice, ...]:
    """Everything the member has or may have, in the order of the sheet; what can be had first."""
    base = price(cart, by.scheme, by.terms, by.moment)
    found = [
        *_coupons(cart, base, standing, by),
        *_rewards(cart, base, by),
        *_passes(cart, base, standing, by),
        *_perks(standing),
    ]
    return tuple(sorted(found, key=lambda choice: not choice.can_take))


def coupon_of(held: CouponHeld, member_id: UUID) -> AppliedCoupon:
    """A member's coupon as a cart holds it."""
    return AppliedCoupon(held.code, held.template, member_id, held.valid_from, held.valid_to)


def pass_of(held: PassHeld, member_id: UUID) -> AppliedPass:
    """One use of a member's pass as a cart holds it."""
    return AppliedPass(held.pass_id, held.template, member_id, held.uses_left, held.valid_to)


def why_not_of(fact: str, value: str, quote: Quote) -> Reason | None:
    """The newest reason about an `offer` by its id, or a coupon by its `code`, without its name."""
    found = newest_about(quote.why_not, fact, value)
    return None if found is None else unnamed(found)


# --- what lies there ------------------------------------------------------------


def _laid_passes(cart: Cart, quote: Quote, scheme: Scheme) -> Iterator[Laid]:
    names = {template.id: template.name for template in scheme.passes}
    saved: Counter[str] = Counter()
    for line in quote.lines:
        for effect in line.effects:
            if effect.why.code == "pass":
                saved[str(dict(effect.why.facts)["pass"])] += effect.amount_minor
    used = dict(quote.passes_used)
    for pass_id, uses in Counter(each.pass_id for each in cart.passes).items():
        template = next(each.template for each in cart.passes if each.pass_id == pass_id)
        missed = uses > used.get(pass_id, 0)
        yield Laid(
            "pass", str(pass_id), names.get(template, words(template)), saved[pass_id.hex],
            why_not=why_not_of("pass", pass_id.hex, quote) if missed else None, on_cart=uses,
        )  # fmt: skip


def _laid_rewards(cart: Cart, quote: Quote, scheme: Scheme) -> Iterator[Laid]:
    taken = list(quote.rewards)
    names = {reward.id: reward.name for reward in scheme.rewards}
    for reward_id in cart.rewards:
        applied = next((each for each in taken if each.id == reward_id), None)
        name = names.get(reward_id, words(reward_id))
        if applied is None:
            why_not = why_not_of("offer", reward_id, quote)
            yield Laid("reward", reward_id, name, why_not=why_not)
        else:
            taken.remove(applied)
            yield Laid("reward", reward_id, name, applied.saved_minor, applied.cost_points)


def _laid_coupons(cart: Cart, quote: Quote, scheme: Scheme) -> Iterator[Laid]:
    names = {template.id: template.name for template in scheme.coupons}
    saved: Counter[str] = Counter()
    for line in quote.lines:
        for effect in line.effects:
            if effect.why.code == "coupon":
                saved[str(dict(effect.why.facts)["code"])] += effect.amount_minor
    for coupon in cart.coupons:
        name = names.get(coupon.template, words(coupon.code))
        if coupon.code in quote.coupons_used:
            yield Laid("coupon", coupon.code, name, saved[coupon.code])
        else:
            why_not = why_not_of("code", coupon.code, quote)
            yield Laid("coupon", coupon.code, name, why_not=why_not)


# --- what might lie there ---------------------------------------------------------


def _rewards(cart: Cart, base: Quote, by: Pricing) -> Iterator[Choice]:
    for reward in by.scheme.rewards:
        more = replace(cart, rewards=(*cart.rewards, reward.id))
        trial = price(more, by.scheme, by.terms, by.moment)
        taken = len(trial.rewards) > len(base.rewards)
        yield Choice(
            "reward",
            reward.id,
            reward.name,
            saved_minor=max(0, base.total_minor - trial.total_minor) if taken else 0,
            cost_points=reward.cost_points,
            on_cart=cart.rewards.count(reward.id),
            why_not=None if taken else why_not_of("offer", reward.id, trial) or _NO_GOODS,
            outside=reward.benefit is None,
        )


def _coupons(cart: Cart, base: Quote, standing: Standing, by: Pricing) -> Iterator[Choice]:
    laid = {coupon.code for coupon in cart.coupons}
    for held in standing.coupons:
        choice = Choice("coupon", held.code, held.name, until=held.valid_to)
        if held.code in laid:
            yield replace(choice, on_cart=1)
            continue
        more = replace(cart, coupons=(*cart.coupons, coupon_of(held, standing.member_id)))
        trial = price(more, by.scheme, by.terms, by.moment)
        if held.code in trial.coupons_used:
            yield replace(choice, saved_minor=max(0, base.total_minor - trial.total_minor))
        else:
            yield replace(choice, why_not=why_not_of("code", held.code, trial) or _NO_GOODS)


def _passes(cart: Cart, base: Quote, standing: Standing, by: Pricing) -> Iterator[Choice]:
    for held in standing.passes:
        pass_id, laid = str(held.pass_id), pass_of(held, standing.member_id)
        on_cart = sum(1 for each in cart.passes if each.pass_id == held.pass_id)
        choice = Choice(
            "pass", pass_id, held.name, on_cart=on_cart, left=held.uses_left - on_cart,
            until=held.valid_to,
        )  # fmt: skip
        more = replace(cart, passes=(*cart.passes, laid))
        trial = price(more, by.scheme, by.terms, by.moment)
        if dict(trial.passes_used).get(held.pass_id, 0) > on_cart:
            saved = max(0, base.total_minor - trial.total_minor)
            yield replace(choice, saved_minor=saved, lays=True)
        elif on_cart:
            yield replace(choice, why_not=why_not_of("pass", held.pass_id.hex, trial) or _NO_GOODS)
        else:
            yield choice


def _perks(standing: Standing) -> Iterator[Choice]:
    for perk in standing.perks:
        if perk.left:
            yield Choice("perk", perk.perk, perk.name, left=perk.left, until=perk.until)
