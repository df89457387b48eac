"""Promotions laid on a basket: inside a stacking group the best for the member wins, groups
stack, and a floor stops them (rule 3)."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from app.services.rules.benefits import GIVING, Ask, Saving, saving
from app.services.rules.calendar import why_not_when
from app.services.rules.conditions import why_not_who
from app.services.rules.offers import Pricing, why_off
from app.services.rules.reasons import Reason, named, said
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.offers import Benefit, BenefitKind, Phase, Promotion

# What these take off a line depends on nothing but that line.
_LINE_BY_LINE = frozenset({BenefitKind.PERCENT_OFF, BenefitKind.SET_PRICE, BenefitKind.WAIVE_FEE})


def lay_promotions(pricing: Pricing, phase: Phase) -> None:
    """Take off what the promotions of a phase save, group by group in the scheme's order."""
    groups: dict[str, list[_Bid]] = {}
    for promotion in pricing.scheme.promotions:
        benefit = promotion.benefit
        if promotion.phase is not phase or benefit is None or benefit.kind in GIVING:
            continue
        missed = _why_not(pricing, promotion)
        if missed is None:
            left = pricing.units_left(promotion.id, promotion.limit)
            bid = _Bid(promotion, benefit, left)
            groups.setdefault(promotion.stacking_group, []).append(bid)
        else:
            pricing.refuse(promotion, missed)
    for bids in groups.values():
        if phase is Phase.LINE:
            _lay_line_by_line(pricing, bids)
        else:
            _lay_the_best(pricing, bids)


def give_promised(pricing: Pricing) -> None:
    """Promotions that take nothing off: points and coupons, for what is left to pay."""
    for promotion in pricing.scheme.promotions:
        benefit = promotion.benefit
        if benefit is None or benefit.kind not in GIVING:
            continue
        missed = _why_not(pricing, promotion) or pricing.give(promotion, benefit)
        if missed is None:
            pricing.count_use(promotion.id, promotion.limit, 1)
        else:
            pricing.refuse(promotion, missed)


def bar_gated(pricing: Pricing) -> None:
    """Bar the sale where a line is only for others: members-only goods, early access, no plan."""
    scheme, member = pricing.scheme, pricing.active_member
    if scheme.plan_needed and (member is None or not member.plan_level):
        pricing.barred = Reason("plan_needed")
        pricing.why_not.append(pricing.barred)
    for promotion in scheme.promotions:
        gate = promotion.gate
        if gate is None or not pricing.basket.taking(gate):
            continue
        if why_not_when(promotion.when, pricing.moment) is not None:
            continue
        missed = why_not_who(promotion.who, pricing.member, pricing.moment, scheme)
        if missed is not None:
            pricing.barred = pricing.barred or Reason(
                "gated", (*named(promotion), ("goods", _named_goods(pricing, gate)))
            )
            pricing.refuse(promotion, missed)


def _named_goods(pricing: Pricing, gate: Goods) -> str:
    """What stands in the basket and is only for others, as it is called there."""
    lines = pricing.basket.lines
    places = pricing.basket.taking(gate)
    return ", ".join(dict.fromkeys(lines[place].line.item.name for place in places))


def _why_not(pricing: Pricing, promotion: Promotion) -> Reason | None:
    return pricing.why_not_now(promotion.when, promotion.who) or pricing.why_not_limit(
        promotion.id, promotion.limit
    )


# --- inside one stacking group ------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bid:
    """A promotion that holds here and now; `max_units` is what its limit leaves."""

    promotion: Promotion
    benefit: Benefit
    max_units: int | None

    @property
    def by_line(self) -> bool:
        """Whether what it takes off a line depends on nothing but that line."""
        capped = self.max_units is not None or self.benefit.max_units
        return (
            self.benefit.kind in _LINE_BY_LINE and not capped and not self.benefit.max_amount_minor
        )

    def saving(self, pricing: Pricing, claimed: frozenset[int] = frozenset()) -> Saving:
        per_line = self.promotion.phase is Phase.LINE
        ask = Ask(per_line, self.max_units if per_line else None, claimed=claimed)
        return saving(self.benefit, pricing.basket, ask)


_Won = tuple[_Bid, Saving]


def _lay_the_best(pricing: Pricing, bids: list[_Bid]) -> None:
    """The one that saves most over the whole basket; the earlier one among equals."""
    offered = [(bid, bid.saving(pricing)) for bid in bids]
    best = max(offered, key=lambda each: each[1].total_minor)
    won = [best] if best[1].amounts else []
    _settle(pricing, offered, won)


def _lay_line_by_line(pricing: Pricing, bids: list[_Bid]) -> None:
    """On every line the one that saves most there.

    A promotion that needs several lines at once (a bundle, a second cup, a cap) takes them
    where it saves more on them together than the best of the others.
    """
    offered = [(bid, bid.saving(pricing)) for bid in bids]
    if len(offered) == 1:
        _settle(pricing, offered, [each for each in offered if each[1].amounts])
        return
    best: dict[int, tuple[int, _Bid]] = {}
    for bid, found in offered:
        if bid.by_line:
            for place, amount in found.amounts.items():
                if place not in best or amount > best[place][0]:
                    best[place] = amount, bid
    joint = _joint_winners(pricing, [bid for bid in bids if not bid.by_line], best)
    claimed = {place for _, found in joint for place in found.amounts}
    single = [(bid, _won_alone(bid, found, best, claimed)) for bid, found in offered]
    _settle(pricing, offered, [*joint, *(each for each in single if each[1].amounts)])


def _won_alone(
    bid: "_Bid", found: Saving, best: Mapping[int, tuple[int, "_Bid"]], claimed: Set[int]
) -> Saving:
    amounts = {
        place: amount
        for place, (amount, winner) in best.items()
        if winner is bid and place not in claimed
    }
    return Saving(amounts, held_back_minor=found.held_back_minor if amounts else 0)


def _joint_winners(
    pricing: Pricing, bids: list[_Bid], best: Mapping[int, tuple[int, _Bid]]
) -> list[_Won]:
    """The promotions over several lines that gain most, one after the other."""
    won: list[_Won] = []
    claimed: frozenset[int] = frozenset()
    waiting = list(bids)
    while waiting:
        offered = [(bid, bid.saving(pricing, claimed)) for bid in waiting]
        gains = [
            found.total_minor - sum(best[place][0] for place in found.amounts if place in best)
            for _, found in offered
        ]
        gain = max(gains)
        if gain <= 0:
            break
        winner = offered[gains.index(gain)]
        won.append(winner)
        claimed |= winner[1].amounts.keys()
        waiting.remove(winner[0])
    return won


def _settle(pricing: Pricing, offered: list[_Won], won: list[_Won]) -> None:
    """Take the winners' savings off, and say why the others are not among them."""
    for bid, found in won:
        promotion = bid.promotion
        pricing.take(found, why_off(promotion, bid.benefit))
        per_line = promotion.phase is Phase.LINE
        pricing.count_use(promotion.id, promotion.limit, found.units if per_line else 1)
        if found.held_back_minor:
            held_back = (("amount_minor", found.held_back_minor),)
            pricing.refuse(promotion, Reason("floor_held", held_back))
    winners = [bid for bid, _ in won]
    for bid, found in offered:
        if bid not in winners:
            pricing.refuse(bid.promotion, found.missed or _better(found, won))


def _better(lost: Saving, won: list[_Won]) -> Reason:
    """Who took the lines that a promotion would have saved on."""
    other = next(
        (bid for bid, found in won if found.amounts.keys() & lost.amounts.keys()), won[0][0]
    )
    return Reason("better_offer", said("other", other.promotion.name))
