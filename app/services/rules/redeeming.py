"""Rewards taken for points and coupons laid on a basket."""

from app.services.rules.benefits import GIVING, Ask, Saving, saving
from app.services.rules.cart import AppliedCoupon
from app.services.rules.conditions import why_not_who
from app.services.rules.offers import Pricing
from app.services.rules.quote import AppliedReward
from app.services.rules.reasons import Named, Reason, Unknown, named, said
from app.services.rules.scheme.offers import (
    Benefit,
    BenefitKind,
    CouponTemplate,
    CouponTrigger,
    Reward,
)
from app.services.rules.scheme.words import words

# --- rewards ------------------------------------------------------------------


def take_rewards(pricing: Pricing, wanted: tuple[str, ...]) -> None:
    """Take each wanted reward that takes no money off, in order, as far as the points go.

    A reward that would have no effect costs nothing and is not taken.
    """
    known = {reward.id for reward in pricing.scheme.rewards}
    for reward_id in wanted:
        if reward_id not in known:
            pricing.refuse(Unknown(reward_id, words(reward_id)), Reason("reward_unknown"))
    _take_all(pricing, wanted, of_money=False)


def take_money_rewards(pricing: Pricing, wanted: tuple[str, ...]) -> None:
    """Take each wanted reward that takes money off what is left, as `take_rewards`."""
    _take_all(pricing, wanted, of_money=True)


def _take_all(pricing: Pricing, wanted: tuple[str, ...], *, of_money: bool) -> None:
    by_id = {
        reward.id: reward
        for reward in pricing.scheme.rewards
        if _takes_money(reward.benefit) is of_money
    }
    for reward in (by_id[each] for each in wanted if each in by_id):
        missed = _why_not_reward(pricing, reward) or _take_reward(pricing, reward)
        if missed is not None:
            pricing.refuse(reward, missed)


def _takes_money(benefit: Benefit | None) -> bool:
    """Whether it takes an amount off, rather than freeing units or giving something."""
    return benefit is not None and benefit.kind not in (*GIVING, BenefitKind.FREE_UNITS)


def _why_not_reward(pricing: Pricing, reward: Reward) -> Reason | None:
    member = pricing.member
    if member is None or member.frozen:
        return Reason("members_only" if member is None else "member_frozen")
    held = member.points - sum(taken.cost_points for taken in pricing.rewards)
    if held < reward.cost_points:
        facts = (("needed", reward.cost_points), ("held", held))
        return Reason("reward_points", facts)
    return pricing.why_not_now(reward.when, reward.who) or pricing.why_not_limit(
        reward.id, reward.limit
    )


def _take_reward(pricing: Pricing, reward: Reward) -> Reason | None:
    benefit, saved_minor = reward.benefit, 0
    if benefit is not None and benefit.kind in GIVING:
        missed = pricing.give(reward, benefit)
        if missed is not None:
            return missed
    elif benefit is not None:
        found = saving(benefit, pricing.basket, Ask(floors=False))
        if found.missed is not None:
            return found.missed
        saved_minor = found.total_minor
        _take_off(pricing, reward, found)
    else:
        facts = (*named(reward), ("points", reward.cost_points))
        pricing.why.append(Reason("reward_outside", facts))
    pricing.count_use(reward.id, reward.limit, 1)
    pricing.rewards.append(
        AppliedReward(reward.id, reward.name, reward.cost_points, saved_minor, benefit is None)
    )
    return None


def _take_off(pricing: Pricing, reward: Reward, found: Saving) -> None:
    facts = (*named(reward), ("points", reward.cost_points))
    why = Reason("reward", facts)
    for place, amount in found.amounts.items():
        line = pricing.basket.lines[place]
        units = found.units_of.get(place, 0)
        line.take(amount, why)
        if reward.benefit is not None and reward.benefit.kind is BenefitKind.FREE_UNITS:
            line.free(units)


# --- coupons ------------------------------------------------------------------


def redeem_coupons(pricing: Pricing, coupons: tuple[AppliedCoupon, ...]) -> None:
    """Take off what the coupons save; one that has no effect is not redeemed (rule 23).

    Inside one stacking group the best for the member is redeemed, and the others are kept.
    """
    groups: dict[str, list[_Laid]] = {}
    for place, coupon in enumerate(coupons):
        template = pricing.template(coupon.template)
        missed = (
            Reason("coupon_twice")
            if any(coupon.code == earlier.code for earlier in coupons[:place])
            else _why_not_coupon(pricing, coupon, template)
        )
        if template is None or missed is not None:
            offer = template or Unknown(coupon.template, words(coupon.code))
            _refuse(pricing, offer, coupon, missed or Reason("coupon_unknown"))
        else:
            groups.setdefault(template.stacking_group, []).append((coupon, template))
    for laid in groups.values():
        _redeem_the_best(pricing, laid)


_Laid = tuple[AppliedCoupon, CouponTemplate]


def _why_not_coupon(
    pricing: Pricing, coupon: AppliedCoupon, template: CouponTemplate | None
) -> Reason | None:
    if coupon.refusal:
        last = coupon.valid_to
        return Reason(
            f"coupon_{coupon.refusal}", () if last is None else (("to", last.isoformat()),)
        )
    if template is None:
        return Reason("coupon_unknown")
    member, day = pricing.member, pricing.moment.day
    if coupon.valid_from is not None and day < coupon.valid_from:
        return Reason("coupon_not_yet", (("from", coupon.valid_from.isoformat()),))
    ends = [last for last in (coupon.valid_to, template.last_day) if last is not None]
    if ends and day > min(ends):
        return Reason("coupon_expired", (("to", min(ends).isoformat()),))
    if pricing.active_member is None and not template.bearer:
        return Reason("members_only" if member is None else "member_frozen")
    theirs = coupon.member_id is None or template.bearer
    if not theirs and (member is None or member.member_id != coupon.member_id):
        return Reason("coupon_of_another")
    return pricing.why_not_now(template.when, template.who)


def _redeem_the_best(pricing: Pricing, laid: list[_Laid]) -> None:
    """Of the coupons that take money off, the best; those that give something, all."""
    offered: list[tuple[_Laid, Saving]] = []
    for coupon, template in laid:
        if template.benefit.kind in GIVING:
            missed = pricing.give(template, template.benefit)
            if missed is None:
                pricing.coupons_used.append(coupon.code)
            else:
                _refuse(pricing, template, coupon, missed)
            continue
        found = saving(template.benefit, pricing.basket, Ask())
        if found.missed is None:
            offered.append(((coupon, template), found))
        else:
            _refuse(pricing, template, coupon, found.missed)
    if not offered:
        return
    best = max(offered, key=lambda each: each[1].total_minor)
    (coupon, template), found = best
    facts = (*named(template), ("code", coupon.code))
    pricing.take(found, Reason("coupon", facts))
    pricing.coupons_used.append(coupon.code)
    for other in offered:
        if other is not best:
            better = Reason("better_offer", said("other", template.name))
            _refuse(pricing, other[0][1], other[0][0], better)


def _refuse(pricing: Pricing, offer: Named, coupon: AppliedCoupon, why: Reason) -> None:
    pricing.refuse(offer, Reason(why.code, (("code", coupon.code), *why.facts)))


def issue_for_sale(pricing: Pricing, total_minor: int) -> None:
    """Promise the coupons that a sale of this total brings (next purchase)."""
    for template in pricing.scheme.coupons:
        if template.trigger is not CouponTrigger.SALE:
            continue
        if not template.bearer and pricing.active_member is None:
            missed: Reason | None = Reason("members_only")
        elif total_minor < max(1, template.sale_from_minor):
            missing = max(1, template.sale_from_minor) - total_minor
            facts = (("needed_minor", template.sale_from_minor), ("missing_minor", missing))
            missed = Reason("basket_too_small", facts)
        else:
            missed = why_not_who(template.who, pricing.member, pricing.moment, pricing.scheme)
        if missed is None:
            pricing.coupons_to_issue.append(template.id)
            pricing.why.append(
                Reason("sale_coupon", (("offer", template.id), *said("coupon", template.name)))
            )
        else:
            pricing.refuse(template, missed)
