"""One member of a backtest: what the scheme knows of them on the day of a sale."""

from datetime import date, timedelta

from app.services.rules.backtest.held import PlanHeld, PointsHeld, TierHeld
from app.services.rules.cart import CartLine, MemberFacts
from app.services.rules.money import MILLI
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import Plan

_RECENT = timedelta(days=90)


class Account:
    """What is kept of one member; it does not grow with the number of their sales."""

    __slots__ = ("_bought", "_plan_level", "_uses", "plan", "points", "purchases", "spent_minor",
                 "tier")  # fmt: skip

    def __init__(self, scheme: Scheme, plan: Plan | None, since: date) -> None:
        self.purchases = 0
        self.spent_minor = 0
        self.points = PointsHeld(scheme.points)
        self.tier = None if scheme.tiers is None else TierHeld(scheme.tiers, since)
        self.plan = None if plan is None else PlanHeld(plan, since)
        self._plan_level = "" if plan is None else plan.level
        self._uses: dict[str, tuple[date, int, int, int]] | None = None
        self._bought: list[tuple[date, str, int]] | None = None

    def facts(self, known: MemberFacts, day: date) -> MemberFacts:
        """What pricing may know: `known` from the member's page, the rest from this backtest."""
        tier = self.tier
        return MemberFacts(
            member_id=known.member_id,
            points=self.points.usable(day),
            joined_on=known.joined_on,
            tier="" if tier is None else tier.standing.tier,
            plan_level=self._plan_level,
            birthday=known.birthday,
            dependants=known.dependants,
            tags=known.tags,
            partner_cards=known.partner_cards,
            qualifying=0 if tier is None else tier.qualifying(day),
            purchases=self.purchases,
            bought=self._recently_bought(day),
            uses=self._used(day),
        )

    def use(self, uses: tuple[tuple[str, int], ...], day: date) -> None:
        """Count what limited offers gave."""
        for offer, units in uses:
            if self._uses is None:
                self._uses = {}
            before, today, year, ever = self._uses.get(offer, (day, 0, 0, 0))
            today = today if before == day else 0
            year = year if before.year == day.year else 0
            self._uses[offer] = (day, today + units, year + units, ever + units)

    def buy(self, lines: tuple[CartLine, ...], day: date) -> None:
        """Remember what was bought in the last 90 days, for offers by what a member buys."""
        kept = [each for each in self._bought or () if day - each[0] < _RECENT]
        for line in lines:
            item, units = line.item, line.quantity_milli // MILLI
            keys = dict.fromkeys((item.barcode, item.name, item.category))
            kept += [(day, key, units) for key in keys if key and units]
        self._bought = kept

    def _used(self, day: date) -> tuple[tuple[str, int, int, int], ...]:
        if not self._uses:
            return ()
        return tuple(
            (offer, today if on == day else 0, year if on.year == day.year else 0, ever)
            for offer, (on, today, year, ever) in self._uses.items()
        )

    def _recently_bought(self, day: date) -> tuple[tuple[str, int], ...]:
        if not self._bought:
            return ()
        units: dict[str, int] = {}
        for on, key, bought in self._bought:
            if day - on < _RECENT:
                units[key] = units.get(key, 0) + bought
        return tuple(units.items())
