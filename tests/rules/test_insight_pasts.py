"""A past tells what all its days do; told in steps, it is rounded as a plain division is."""

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.insight.pasts import Spans, past_history, past_of, span_of
from app.services.rules.insight.purchases import history

DAYS = st.sets(st.integers(1, 3_600_000), min_size=1, max_size=40).map(sorted)


@given(days=DAYS, later=st.integers(0, 1_000), unit=st.sampled_from(("day", "week")))
def test_a_past_makes_the_history_of_all_its_days(days, later, unit):
    spent, until = [100 + at for at in range(len(days))], days[-1] + later
    assert past_history(past_of(days, spent), until, unit) == history(days, spent, until, unit)


@given(pasts=st.lists(DAYS, max_size=9), later=st.integers(0, 1_000), step=st.sampled_from((1, 7)))
def test_a_span_is_the_past_in_the_nearest_whole_steps(pasts, later, step):
    today = max((days[-1] for days in pasts), default=1) + later
    columns = [[f(days) for days in pasts] for f in (len, min, max)]
    assert [span_of(number) for number in Spans(today, step).of(*columns)] == [
        (len(days) - 1, round((today - days[0]) / step), round((days[-1] - days[0]) / step))
        for days in pasts
    ]


def test_a_member_of_ten_thousand_visits_stands_in_a_number():
    (number,) = Spans(750_000, 1).of([10_000], [730_000], [740_000])
    assert span_of(number) == (9_999, 20_000, 10_000)
