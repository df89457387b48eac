"""The pure half of the compass: periods in pieces, and members counted by their days."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.rules.insight.buyers import Buyers
from app.services.rules.insight.periods import Period, apart, compared, month_ends, refused, steps
from app.services.rules.insight.scale import TICKS, round_step

EPOCH = date(2025, 1, 1)
days = st.integers(0, 500).map(lambda at: EPOCH + timedelta(at))
periods = st.tuples(days, st.integers(0, 400)).map(
    lambda each: Period(each[0], each[0] + timedelta(each[1]))
)
TODAY = date(2026, 8, 1)


@given(periods)
def test_the_steps_of_a_period_are_all_its_days_once(period):
    pieces = steps(period)
    told = [piece.first + timedelta(at) for piece in pieces for at in range(piece.days)]
    assert told == [period.first + timedelta(at) for at in range(period.days)]
    assert month_ends(period)[-1] == period.last


def test_february_is_compared_with_the_whole_of_february_a_year_before():
    after_a_leap_year = compared(Period(date(2025, 2, 1), date(2025, 2, 28)))
    assert after_a_leap_year.year_before == Period(date(2024, 2, 1), date(2024, 2, 29))
    of_a_leap_year = compared(Period(date(2024, 2, 1), date(2024, 2, 29)))
    assert of_a_leap_year.year_before == Period(date(2023, 2, 1), date(2023, 2, 28))
    assert compared(Period(date(2024, 2, 10), date(2024, 2, 28))).year_before.last.day == 28


@given(st.lists(periods, min_size=1, max_size=4))
def test_periods_put_apart_hold_each_day_once(some):
    def all_days(held):
        return [each.first + timedelta(at) for each in held for at in range(each.days)]

    assert sorted(set(all_days(some))) == all_days(apart(some))


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sets(days, min_size=1, max_size=6), st.booleans()), max_size=12), periods
)
def test_buyers_counted_in_one_go_equal_a_count_of_each(members, period):
    spans = compared(period)
    found = Buyers(spans, "2025-06")
    for bought, live in members:
        found.add([",".join(day.isoformat() for day in sorted(bought))], live=live)
    found.finish()
    assert found.active == [
        sum(live and any(map(span.holds, bought)) for bought, live in members) for span in spans
    ]
    for within in (30, 90):
        for span, told in zip(spans, found.repurchase(within, TODAY), strict=True):
            began = [sorted(bought) for bought, _ in members if span.holds(min(bought))]
            old = [each for each in began if (TODAY - each[0]).days >= within]
            again = sum(len(d) > 1 and (d[1] - d[0]).days <= within for d in old)
            assert told == ((20_000 * again + len(old)) // (2 * len(old)) if old else None)
    for (first, month), count in found.months.items():
        assert count == sum(
            f"{min(bought):%Y-%m}" == first
            and min(bought) <= period.last
            and any(f"{day:%Y-%m}" == month and day <= period.last for day in bought)
            for bought, _ in members
        )


def test_who_first_bought_counts_once_their_days_are_there():
    """Bought on 2 July and not again: told of on 1 August, the thirtieth day, and not before."""
    found = Buyers(compared(Period(date(2026, 7, 1), date(2026, 7, 31))), "2026-07")
    found.add(["2026-07-02"])
    found.finish()
    assert found.repurchase(30, date(2026, 7, 31))[0] is None
    assert found.repurchase(30, date(2026, 8, 1))[0] == 0


def test_days_that_are_no_period_say_why():
    today = date(2026, 11, 21)
    assert refused(today, today, today) == ""
    assert refused(today, today - timedelta(1), today) == "after_the_end"
    assert refused(today + timedelta(1), today + timedelta(2), today) == "in_the_future"
    assert refused(date(1899, 12, 31), today, today) == "too_long_ago"


@given(st.integers(1, 10**12))
def test_the_scale_reaches_the_highest_value_and_not_far_beyond(most):
    step = round_step(most)
    assert step * TICKS >= most
    assert step == 1 or step * TICKS < most * 2.5 + TICKS
