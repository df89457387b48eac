"""What a backtest keeps of one member's points and tier: a few values, however many sales."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.services.rules.lots import available_from, expires_on, moved_by_visit
from app.services.rules.months import ONE_DAY
from app.services.rules.plans import cash_reward_minor, paid_period, trial_period
from app.services.rules.points import Lot, allocate
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from app.services.rules.scheme.standing import Plan, TierTerms, TierWindow
from app.services.rules.tiers import (
    Qualified,
    TierStanding,
    base_tier,
    counted,
    review_on,
    reviewed,
    upgraded,
    window,
)

_UNNAMED = UUID(int=0)


class PointsHeld:
    """A member's points by lot, the first to lapse in front. What lapses together is one lot."""

    __slots__ = ("_last_visit", "_lots", "_terms")

    def __init__(self, terms: PointsTerms) -> None:
        self._terms = terms
        self._lots: list[Lot] = []
        self._last_visit: date | None = None

    def lapse(self, today: date) -> Iterator[tuple[date, int]]:
        """Take out what counts no more: (the first day it did not, points)."""
        if not self._lots or not self._has_lapsed(self._lots[0], today):
            return
        kept: list[Lot] = []
        for lot in self._lots:
            if self._has_lapsed(lot, today):
                yield self._last_day(lot) + ONE_DAY, lot.remaining
            else:
                kept.append(lot)
        self._lots = kept

    def usable(self, today: date) -> int:
        """What may be spent on `today`."""
        return sum(lot.remaining for lot in self._lots if lot.available_from <= today)

    @property
    def balance(self) -> int:
        """What is held, pending points included."""
        return sum(lot.remaining for lot in self._lots)

    def visit(self, day: date) -> None:
        """A visit, which keeps points alive where the scheme says so."""
        self._last_visit = day

    def earn(self, points: int, day: date) -> None:
        """Put in what a sale of `day` earned; the visit has been told."""
        if not points:
            return
        from_day, last_day = available_from(day, self._terms), expires_on(day, self._terms)
        while self._lots and self._lapse_together(self._lots[-1], from_day, last_day, day):
            points += self._lots.pop().remaining
        self._lots.append(Lot(_UNNAMED, points, from_day, last_day))

    def burn(self, points: int, today: date) -> None:
        """Take `points` that are usable, the soonest-expiring first (rule 10)."""
        named = [replace(lot, lot_id=UUID(int=at)) for at, lot in enumerate(self._lots)]
        left = dict(allocate(points, named, today))
        self._lots = [
            replace(lot, lot_id=_UNNAMED, remaining=rest)
            for lot in named
            if (rest := lot.remaining - left.get(lot.lot_id, 0))
        ]

    def _lapse_together(self, lot: Lot, from_day: date, last_day: date | None, today: date) -> bool:
        # Since when points may be spent is of no account once they may.
        alike = lot.available_from == from_day or max(lot.available_from, from_day) <= today
        # One visit moves the dates of all.
        moved = self._terms.expiry is PointsExpiry.INACTIVITY
        return alike and (moved or lot.expires_on == last_day)

    def _last_day(self, lot: Lot) -> date:
        """The last day it counts, the last one there is where it never lapses."""
        return moved_by_visit(lot.expires_on, self._terms, self._last_visit) or date.max

    def _has_lapsed(self, lot: Lot, today: date) -> bool:
        return self._last_day(lot) < today


class TierHeld:
    """A member's tier, and what counts towards it as far back as it can still matter."""

    __slots__ = ("_amounts", "_terms", "_unnoted", "standing", "years")

    def __init__(self, terms: TierTerms, since: date) -> None:
        self._terms = terms
        self._amounts: list[Qualified] = []
        self._unnoted = since.year
        self.standing = TierStanding(base_tier(terms).id, since)
        self.years: list[tuple[int, str]] = []

    def review(self, today: date) -> Iterator[tuple[date, str, str]]:
        """Hold the reviews due up to `today`: (day, tier before, tier after) where it changed."""
        while (due := review_on(self.standing, self._terms)) is not None and due <= today:
            self._note_years(due)
            before = self.standing.tier
            self.standing = reviewed(self.standing, self._terms, self._amounts)
            if self.standing.tier != before:
                yield due, before, self.standing.tier
        self._note_years(today)

    def qualifying(self, today: date) -> int:
        """What counts today."""
        return counted(self._amounts, self._terms, today).in_window if self._amounts else 0

    def count(self, amount: int, day: date) -> tuple[str, str] | None:
        """A sale brought so much; (tier before, tier after) where it lifts the member at once."""
        if amount:
            self._add(amount, day)
        sums = counted(self._amounts, self._terms, day)
        after = upgraded(self.standing, self._terms, sums, day)
        if after is None:
            return None
        before, self.standing = self.standing.tier, after
        return (before, after.tier) if before != after.tier else None

    def end(self, last_day: date) -> None:
        """Note the tier at the end of the last year, where `last_day` is its last."""
        self._note_years(last_day + ONE_DAY)

    def _note_years(self, today: date) -> None:
        """The tier at the end of each year before that of `today`, where it is not noted yet."""
        while self._unnoted < today.year:
            self.years.append((self._unnoted, self.standing.tier))
            self._unnoted += 1

    def _add(self, amount: int, day: date) -> None:
        # Days that always count together are one: what is kept does not grow with the sales.
        if self._terms.window is TierWindow.ROLLING_MONTHS:
            self._fold_away(day)
            own = day
        elif self._terms.window is TierWindow.CALENDAR_YEAR:
            self._fold_away(day)
            own = date(day.year, 1, 1)
        else:
            own = date.min
        if self._amounts and self._amounts[-1].day == own:
            amount += self._amounts.pop().amount
        self._amounts.append(Qualified(own, amount))

    def _fold_away(self, day: date) -> None:
        """Put what no window will reach any more together: only a lifetime counts it."""
        upto = day if self.standing.kept_until is None else min(day, self.standing.kept_until)
        first, _ = window(self._terms, upto)
        # The one in front may be what was put together before.
        if not any(each.day < first for each in self._amounts[1:2]):
            return
        gone = sum(each.amount for each in self._amounts if each.day < first)
        kept = [each for each in self._amounts if each.day >= first]
        self._amounts = [Qualified(date.min, gone), *kept]


class PlanHeld:
    """A member's plan, from the first sale on and always renewed."""

    __slots__ = ("_begins", "_eligible_minor", "_paid", "_plan")

    def __init__(self, plan: Plan, since: date) -> None:
        trial = trial_period(plan, since)
        self._plan = plan
        self._begins = since if trial is None else trial.renews_on
        self._paid = 0
        self._eligible_minor = 0

    def renew(self, today: date) -> Iterator[tuple[date, int, int]]:
        """Pay what is due up to `today`: (day, fee, cash reward issued with it)."""
        while (first := paid_period(self._plan, self._begins, self._paid).first) <= today:
            reward = self.owed_minor if self._paid else 0
            if self._paid:
                self._eligible_minor = 0
            self._paid += 1
            yield first, self._plan.fee_minor, reward

    def spend(self, eligible_minor: int) -> int:
        """Spend that earns the cash reward; returns by how much the reward owed has grown."""
        before = self.owed_minor
        self._eligible_minor += eligible_minor
        return self.owed_minor - before

    @property
    def owed_minor(self) -> int:
        """The cash reward of the running period as it stands."""
        reward = self._plan.cash_reward
        return 0 if reward is None else cash_reward_minor(self._eligible_minor, reward)
