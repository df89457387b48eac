"""A past in one number is the past; told in steps, it is rounded as a plain division is."""

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.insight.pasts import Spans, came_back, packed, past_history, unpacked
from app.services.rules.insight.purchases import history

DAYS = st.sets(st.integers(1, 3_000_000), min_size=1, max_size=40).map(sorted)


@given(days=DAYS, later=st.integers(0, 1_000), unit=st.sampled_from(("day", "week")))
def test_a_past_in_one_number_makes_the_history_of_all_its_days(days, later, unit):
    spent = [100 + at for at in range(len(days))]
    until = days[-1] + later
    code = packed(days)
    assert unpacked(code) == (len(days) - 1, days[0], days[-1])
    assert came_back(code) == (len(days) > 1)
    assert past_history(code, sum(spent[1:]), until, unit) == history(days, spent, until, unit)


@given(past=DAYS, later=st.integers(0, 1_000))
def test_a_span_is_the_past_in_the_nearest_whole_steps(past, later):
    today = past[-1] + later
    for step in (1, 7):
        (span,) = Spans(today, step).of([packed(past)])
        ago, between = round((today - past[0]) / step), round((past[-1] - past[0]) / step)
        assert unpacked(span) == (len(past) - 1, ago, between)


def test_ten_thousand_days_are_one_number_that_a_column_holds():
    assert unpacked(packed(range(730_000, 740_000))) == (9_999, 730_000, 739_999)
    assert packed(range(3_000_000, 3_000_000 + 100_000)) < 2**63
