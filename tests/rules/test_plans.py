"""Paid memberships (rule 17), and the benefits that are counted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.archiving import Presence, archive_on
from app.services.rules.badges import LifetimeCounts, badges_won
from app.services.rules.perks import PerkPeriod, perk_left, perk_period
from app.services.rules.plans import (
    Cancellation,
    PlanPeriod,
    Switch,
    cancel,
    cash_reward_minor,
    next_period,
    paid_period,
    switch,
    trial_period,
)
from app.services.rules.scheme.standing import (
    ArchiveRule,
    Badge,
    BadgeBasis,
    CashReward,
    FeeRefund,
    Perk,
    Plan,
)
from app.services.rules.scheme.words import words

REWARD = CashReward(200, cap_minor=125_000)
GOLD = Plan("gold", words("Gold"), 6_000, 12, "gold", refund=FeeRefund.FULL, forfeits_reward=True)
EXECUTIVE = replace(
    GOLD,
    id="executive",
    fee_minor=12_000,
    level="executive",
    rank=1,
    cash_reward=REWARD,
)
PRIME = Plan("prime", words("Prime"), 13_900, 12, "prime", trial_days=30, refund=FeeRefund.PRORATED)
MONTHLY = replace(PRIME, id="monthly", fee_minor=1_499, period_months=1)


def test_rule_17_a_trial_then_periods_by_the_day_they_began():
    # A trial of 30 days from 15 January ends on 13 February.
    trial = trial_period(PRIME, date(2026, 1, 15))
    assert trial == PlanPeriod(date(2026, 1, 15), date(2026, 2, 13), trial=True)
    assert trial_period(GOLD, date(2026, 1, 15)) is None
    year = paid_period(PRIME, trial.renews_on)
    assert year == PlanPeriod(date(2026, 2, 14), date(2027, 2, 13), 13_900)
    # By the month from 31 January: 27 February, 30 March, 29 April are the last days.
    months = [paid_period(MONTHLY, date(2026, 1, 31), nth) for nth in range(3)]
    assert [p.last for p in months] == [date(2026, 2, 27), date(2026, 3, 30), date(2026, 4, 29)]
    assert [p.first for p in months] == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
    assert next_period(MONTHLY, date(2026, 1, 31), date(2026, 2, 28)) == months[2]


def test_rule_17_benefits_stop_at_expiry():
    period = PlanPeriod(date(2026, 2, 14), date(2027, 2, 13), 13_900)
    assert period.holds(date(2027, 2, 13))
    assert not period.holds(date(2027, 2, 14))
    assert period.renews_on == date(2027, 2, 14)


def test_rule_17_a_switch_pays_the_difference_pro_rata_by_days():
    # 365 days from 1 January 2026. On 1 July 184 days are left, that day included:
    # (120 - 60) * 184 / 365 = 30.2465..., so 30.25.
    period = PlanPeriod(date(2026, 1, 1), date(2026, 12, 31), 6_000)
    assert switch(GOLD, EXECUTIVE, period, date(2026, 7, 1)) == Switch(
        PlanPeriod(date(2026, 1, 1), date(2026, 12, 31), 9_025), 3_025
    )
    # On the first day it is the whole difference, on the last one day of it: 16.4, so 0.16.
    assert switch(GOLD, EXECUTIVE, period, date(2026, 1, 1)).due_minor == 6_000
    assert switch(GOLD, EXECUTIVE, period, date(2026, 12, 31)).due_minor == 16
    # Down again gives the same back; not where the fee is never refunded.
    assert switch(EXECUTIVE, GOLD, period, date(2026, 7, 1)).due_minor == -3_025
    strict = replace(EXECUTIVE, refund=FeeRefund.NONE)
    assert switch(strict, GOLD, period, date(2026, 7, 1)) == Switch(period, 0)


def test_rule_17_a_switch_to_another_length_begins_anew():
    # 14.99 for 31 days from 1 January; on 11 January 21 days are left, worth 10.1545: 10.15.
    month = PlanPeriod(date(2026, 1, 1), date(2026, 1, 31), 1_499)
    assert switch(MONTHLY, PRIME, month, date(2026, 1, 11)) == Switch(
        PlanPeriod(date(2026, 1, 11), date(2027, 1, 10), 13_900), 13_900 - 1_015
    )


def test_rule_17_a_switch_in_the_trial_costs_nothing():
    trial = PlanPeriod(date(2026, 1, 1), date(2026, 1, 30), trial=True)
    assert switch(MONTHLY, PRIME, trial, date(2026, 1, 11)) == Switch(trial, 0)


@pytest.mark.parametrize(
    ("refund", "back", "last"),
    [
        (FeeRefund.FULL, 13_900, date(2026, 7, 1)),
        # 183 days after 1 July of 365: 139.00 * 183 / 365 = 69.6904, so 69.69.
        (FeeRefund.PRORATED, 6_969, date(2026, 7, 1)),
        (FeeRefund.NONE, 0, date(2026, 12, 31)),
    ],
)
def test_rule_17_cancelling_pays_back_by_the_plans_rule(refund, back, last):
    plan = replace(PRIME, refund=refund, forfeits_reward=True)
    period = PlanPeriod(date(2026, 1, 1), date(2026, 12, 31), 13_900)
    assert cancel(plan, period, date(2026, 7, 1)) == Cancellation(back, last, True)


def test_cancelling_a_trial_ends_it_and_a_period_paid_ahead_comes_back():
    trial = PlanPeriod(date(2026, 1, 1), date(2026, 1, 30), trial=True)
    strict = replace(PRIME, refund=FeeRefund.NONE)
    assert cancel(strict, trial, date(2026, 1, 10)) == Cancellation(0, date(2026, 1, 10), False)
    period, ahead = paid_period(GOLD, date(2026, 1, 1)), paid_period(GOLD, date(2026, 1, 1), 1)
    assert cancel(GOLD, period, date(2026, 7, 1), (ahead,)).refund_minor == 12_000
    kept = cancel(strict, period, date(2026, 7, 1), (ahead,))
    assert (kept.refund_minor, kept.last_day) == (0, date(2027, 12, 31))


def test_the_cash_reward_is_capped_and_floored_once():
    # 2 % of 1,234.56 is 24.6912: 24.69. Of 100,000.00 it is 2,000.00, capped at 1,250.00.
    reward = REWARD
    assert cash_reward_minor(123_456, reward) == 2_469
    assert cash_reward_minor(10_000_000, reward) == 125_000
    assert cash_reward_minor(-500, reward) == 0
    assert cash_reward_minor(10_000_000, replace(reward, cap_minor=0)) == 200_000


days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(days, st.sampled_from((1, 3, 6, 12)), st.integers(0, 40))
def test_periods_follow_each_other_without_a_gap(begins, months, nth):
    plan = replace(PRIME, period_months=months)
    one, two = paid_period(plan, begins, nth), paid_period(plan, begins, nth + 1)
    assert one.renews_on == two.first
    assert next_period(plan, begins, one.first) == two
    assert next_period(plan, begins, one.last) == two


@given(days, st.integers(0, 364), st.sampled_from(tuple(FeeRefund)))
def test_cancelling_never_pays_back_more_than_was_paid(begins, after, refund):
    plan = replace(PRIME, refund=refund)
    period = paid_period(plan, begins)
    gone = cancel(plan, period, begins + timedelta(days=after))
    assert 0 <= gone.refund_minor <= period.fee_minor
    assert gone.last_day <= period.last


@given(days, st.integers(0, 364))
def test_switching_there_and_back_on_one_day_costs_nothing(begins, after):
    day = begins + timedelta(days=after)
    up = switch(GOLD, EXECUTIVE, paid_period(GOLD, begins), day)
    assert switch(EXECUTIVE, GOLD, up.period, day).due_minor == -up.due_minor


def test_a_counted_perk_starts_anew_each_year():
    # 6 lounge visits a year: two used in 2026 leave four; the new year has six again.
    lounge = Perk("lounge", words("Lounge"), 6)
    used = [(date(2026, 1, 5), 1), (date(2026, 12, 31), 1)]
    assert perk_left(lounge, used, date(2026, 12, 31)) == 4
    assert perk_left(lounge, used, date(2027, 1, 1)) == 6
    assert perk_left(replace(lounge, count=1), used, date(2026, 12, 31)) == 0
    taken_back = [*used, (date(2026, 12, 31), -1)]
    assert perk_left(lounge, taken_back, date(2026, 12, 31)) == 5


@pytest.mark.parametrize(
    ("months", "period"),
    [
        (1, PerkPeriod(date(2026, 8, 1), date(2026, 8, 31))),
        (3, PerkPeriod(date(2026, 7, 1), date(2026, 9, 30))),
        (5, PerkPeriod(date(2026, 6, 1), date(2026, 10, 31))),
        (12, PerkPeriod(date(2026, 1, 1), date(2026, 12, 31))),
        (24, PerkPeriod(date(2026, 1, 1), date(2027, 12, 31))),
    ],
)
def test_a_perk_may_be_counted_by_other_stretches(months, period):
    assert perk_period(Perk("x", words("x"), 1, months), date(2026, 8, 15)) == period


@given(days, st.integers(1, 36))
def test_a_day_is_in_the_stretch_it_is_counted_in(day, months):
    period = perk_period(Perk("x", words("x"), 1, months), day)
    assert period.first <= day <= period.last
    assert perk_period(Perk("x", words("x"), 1, months), period.first) == period
    assert perk_period(Perk("x", words("x"), 1, months), period.last) == period


def test_a_badge_is_won_once():
    ten = Badge("ten", words("Ten visits"), BadgeBasis.VISITS, 10)
    spender = Badge("spender", words("1,000"), BadgeBasis.SPEND, 100_000)
    bean = Badge("bean", words("Bean"), BadgeBasis.BOUGHT, 5)
    counts = LifetimeCounts(visits=10, spent_minor=99_999, bought={"bean": 5})
    assert badges_won((ten, spender, bean), counts, frozenset()) == (ten, bean)
    assert badges_won((ten, spender, bean), counts, frozenset({"ten", "bean"})) == ()


def test_who_left_is_archived_unless_something_is_owed():
    # 24 months after a last visit on 29 February 2024 are 28 February 2026; archived on 1 March.
    rule = ArchiveRule(24, keep_tiers=("gold",))
    gone = Presence(date(2023, 1, 1), date(2024, 2, 29))
    assert archive_on(gone, rule) == date(2026, 3, 1)
    assert archive_on(replace(gone, last_visit=None), rule) == date(2025, 1, 2)
    assert archive_on(replace(gone, value=True), rule) is None
    assert archive_on(replace(gone, tier="gold"), rule) is None
    assert archive_on(gone, None) is None
