"""What rewards cost the shop, and what points are worth, for a backtest."""

from dataclasses import dataclass

from app.services.rules.cart import CartLine
from app.services.rules.conditions import takes
from app.services.rules.money import BASIS_POINTS, MILLI, line_gross_minor
from app.services.rules.points import points_worth_minor
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward

_BY_PRICE = (BenefitKind.FREE_UNITS, BenefitKind.PERCENT_OFF)


@dataclass(slots=True)
class _Seen:
    """What was sold so far of some goods, at shelf prices."""

    gross_minor: int = 0
    quantity_milli: int = 0

    def add(self, line: CartLine) -> None:
        """One more line of them."""
        price, quantity = line.item.unit_price_minor, line.quantity_milli
        gross = line.gross_minor
        self.gross_minor += line_gross_minor(price, quantity) if gross is None else gross
        self.quantity_milli += quantity


class RewardCosts:
    """Costs in minor units, rounded down. What the scheme says a reward costs holds; money taken
    off costs its amount; goods given away cost the shop `cost_bp` of the mean price at which they
    were sold in the past. Where none of them was ever sold, the mean of all goods stands in."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._all = _Seen()
        self._benefits = {each.id: self._granted(each.benefit) for each in scheme.rewards}
        self._seen = {
            reward: _Seen()
            for reward, benefit in self._benefits.items()
            if benefit is not None and benefit.kind in _BY_PRICE
        }

    def note(self, line: CartLine) -> None:
        """A line was sold at the shelf price."""
        if not self._seen:
            return
        self._all.add(line)
        for reward, seen in self._seen.items():
            benefit = self._benefits[reward]
            if benefit is not None and takes(benefit.goods, line.item, self._scheme):
                seen.add(line)

    def cost_minor(self, reward: Reward) -> int:
        """What one reward costs the shop."""
        if not self._is_known(reward):
            return self._by_price(reward, self._all)
        if reward.cost_minor or reward.id not in self._seen:
            benefit = self._benefits[reward.id]
            return reward.cost_minor or (0 if benefit is None else benefit.amount_minor)
        return self._by_price(reward, self._seen[reward.id])

    def points_worth_minor(self, points: int) -> int:
        """What the shop owes for points: what they pay as a tender; where they are none, what
        they cost as the reward that is dearest a point, of those whose cost is known."""
        if self._scheme.burn is not None:
            return points_worth_minor(points, self._scheme)
        known = [reward for reward in self._scheme.rewards if self._is_known(reward)]
        return max(
            (
                points * self.cost_minor(reward) // reward.cost_points
                for reward in known or self._scheme.rewards
            ),
            default=0,
        )

    def _is_known(self, reward: Reward) -> bool:
        """Whether its cost is given, or follows from what was sold."""
        seen = self._seen.get(reward.id)
        return bool(reward.cost_minor) or seen is None or seen.quantity_milli > 0

    def _granted(self, benefit: Benefit | None) -> Benefit | None:
        """The benefit itself, or that of the coupon it gives."""
        if benefit is None or benefit.kind is not BenefitKind.GIVE_COUPON:
            return benefit
        coupons = (each for each in self._scheme.coupons if each.id == benefit.coupon)
        return next((each.benefit for each in coupons), None)

    def _by_price(self, reward: Reward, seen: _Seen) -> int:
        benefit = self._benefits[reward.id]
        if benefit is None or not seen.quantity_milli:
            return 0
        if benefit.kind is BenefitKind.FREE_UNITS:
            units, share_bp = benefit.units, self._scheme.cost_bp
        else:
            units, share_bp = 1, benefit.percent_bp
        return seen.gross_minor * MILLI * units * share_bp // (seen.quantity_milli * BASIS_POINTS)
