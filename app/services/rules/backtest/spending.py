"""How members are assumed to spend their points, where they are assumed to spend any."""

from dataclasses import dataclass

from app.services.rules.backtest.costs import RewardCosts
from app.services.rules.backtest.past import PastSale
from app.services.rules.calendar import holds
from app.services.rules.cart import MemberFacts
from app.services.rules.conditions import why_not_who
from app.services.rules.days import Moment
from app.services.rules.money import BASIS_POINTS
from app.services.rules.points import points_needed, points_worth_minor
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.earning import PointsTender
from app.services.rules.scheme.offers import Reward


@dataclass(frozen=True, slots=True)
class SpentPoints:
    """Points spent on one visit, and what that costs the shop; `uses` are (reward id, times)."""

    points: int = 0
    cost_minor: int = 0
    uses: tuple[tuple[str, int], ...] = ()


def spent_points(
    scheme: Scheme, costs: RewardCosts, facts: MemberFacts, sale: PastSale
) -> SpentPoints:
    """All that can be spent on a visit: as money where points are a tender, else on the cheapest
    reward the member may have, as often as the points reach and its limit allows."""
    if scheme.burn is not None:
        return _as_money(scheme, scheme.burn, facts, sale)
    moment = Moment(sale.day, sale.minute)
    for reward in sorted(scheme.rewards, key=lambda each: each.cost_points):
        if holds(reward.when, moment) and why_not_who(reward.who, facts, moment, scheme) is None:
            times = min(facts.points // reward.cost_points, _times_left(reward, facts))
            if times:
                cost_minor = times * costs.cost_minor(reward)
                return SpentPoints(times * reward.cost_points, cost_minor, ((reward.id, times),))
    return SpentPoints()


def _as_money(
    scheme: Scheme, burn: PointsTender, facts: MemberFacts, sale: PastSale
) -> SpentPoints:
    most_minor = sale.paid_minor * burn.max_part_bp // BASIS_POINTS
    pays_minor = min(points_worth_minor(facts.points, scheme), most_minor)
    points = points_needed(pays_minor, scheme)
    return SpentPoints() if points < burn.min_points else SpentPoints(points, pays_minor)


def _times_left(reward: Reward, facts: MemberFacts) -> int:
    """How often the limit still allows it."""
    limit = reward.limit
    today, year, ever = next((each[1:] for each in facts.uses if each[0] == reward.id), (0, 0, 0))
    left = [
        most - had
        for most, had in (
            (limit.per_member_day, today),
            (limit.per_member_year, year),
            (limit.per_member, ever),
        )
        if most
    ]
    return max(0, min(left, default=facts.points))
