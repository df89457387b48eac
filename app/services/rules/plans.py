"""Paid memberships: periods, trial, switch, refund, the cash reward at renewal (rule 17)."""

from dataclasses import dataclass
from datetime import date

from app.services.rules.money import BASIS_POINTS, round_half_up
from app.services.rules.months import ONE_DAY, days_between, days_later, months_later
from app.services.rules.scheme.standing import CashReward, FeeRefund, Plan


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """A stretch of a membership, both days included. `fee_minor` is what was paid for it."""

    first: date
    last: date
    fee_minor: int = 0
    trial: bool = False

    @property
    def days(self) -> int:
        """Its length."""
        return days_between(self.first, self.last)

    @property
    def renews_on(self) -> date:
        """The day the next period begins, and the first without benefits where none does."""
        return days_later(self.last, 1)

    def holds(self, day: date) -> bool:
        """Whether its benefits hold: they stop when it has run out."""
        return self.first <= day <= self.last

    def left(self, day: date) -> int:
        """How many days are left after `day`, which itself is used up."""
        return days_between(max(self.first, days_later(day, 1)), self.last)


def trial_period(plan: Plan, joined_on: date) -> PlanPeriod | None:
    """The free days from joining; None where the plan has none."""
    if not plan.trial_days:
        return None
    return PlanPeriod(joined_on, days_later(joined_on, plan.trial_days - 1), trial=True)


def paid_period(plan: Plan, begins: date, nth: int = 0) -> PlanPeriod:
    """The `nth` paid period (0 is the first) of a membership whose first begins on `begins`.

    Each is reckoned from there: from 31 January the months end on 27 February and 30 March
    (rule 18).
    """
    first = months_later(begins, nth * plan.period_months)
    end = months_later(begins, (nth + 1) * plan.period_months)
    return PlanPeriod(first, max(first, end - ONE_DAY), plan.fee_minor)


def next_period(plan: Plan, begins: date, after: date) -> PlanPeriod:
    """The first paid period that begins after `after`, in the rhythm of `begins`."""
    months = (after.year - begins.year) * 12 + after.month - begins.month
    nth = max(0, months // plan.period_months - 1)
    while (period := paid_period(plan, begins, nth)).first <= after:
        nth += 1
    return period


def same_period(old: Plan, new: Plan) -> bool:
    """Whether a switch keeps the running period: both are of the same length."""
    return old.period_months == new.period_months


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of plan: the period from now on, and what is paid for it (below zero: given
    back), in minor units."""

    period: PlanPeriod
    due_minor: int


def switch(old: Plan, new: Plan, period: PlanPeriod, day: date) -> Switch:
    """Change the plan on `day`: the difference of the fees for the days still to come, rounded
    half up once.

    Of another length, the new plan begins anew on `day`, less what is left of the old. In a trial
    it costs nothing. Where the old plan's fee is never refunded, nothing is given back.
    """
    if period.trial:
        return Switch(period, 0)
    left = days_between(max(day, period.first), period.last)
    if same_period(old, new):
        due = round_half_up((new.fee_minor - old.fee_minor) * left, period.days)
        changed = PlanPeriod(period.first, period.last, period.fee_minor + due)
    else:
        due = new.fee_minor - round_half_up(period.fee_minor * left, period.days)
        changed = paid_period(new, day)
    if due < 0 and old.refund is FeeRefund.NONE:
        return Switch(PlanPeriod(changed.first, changed.last, period.fee_minor), 0)
    return Switch(changed, due)


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What ending a membership pays back, its last day, and whether the reward is lost."""

    refund_minor: int
    last_day: date
    forfeits_reward: bool


def cancel(
    plan: Plan, period: PlanPeriod, day: date, ahead: tuple[PlanPeriod, ...] = ()
) -> Cancellation:
    """End a membership on `day`, by its plan's rule.

    `full` pays the running period's fee back, `prorated` for the days after `day`, rounded half
    up; both end the benefits with `day`. `none` pays nothing back, and the benefits last to the
    end of what was paid. A period paid `ahead` that has not begun is always paid back, except by
    `none`.
    """
    if plan.refund is FeeRefund.NONE and not period.trial:
        last = max((each.last for each in ahead), default=period.last)
        return Cancellation(0, max(period.last, last), plan.forfeits_reward)
    future = sum(each.fee_minor for each in ahead)
    if plan.refund is FeeRefund.FULL:
        back = period.fee_minor
    elif plan.refund is FeeRefund.PRORATED:
        back = round_half_up(period.fee_minor * period.left(day), max(1, period.days))
    else:
        back = 0
    return Cancellation(back + future, min(day, period.last), plan.forfeits_reward)


def cash_reward_minor(eligible_minor: int, reward: CashReward) -> int:
    """The reward of one period on what was spent in it, net of tax and returns; capped, and
    floored once to the minor unit."""
    earned = max(0, eligible_minor) * reward.rate_bp // BASIS_POINTS
    return min(earned, reward.cap_minor) if reward.cap_minor else earned
