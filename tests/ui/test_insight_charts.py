"""Charts and words of segments and campaigns: what they draw and say of figures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.campaign_types import PeopleNeeded, Uplift, Verdict
from app.services.segments import Overlap
from app.ui.insight.campaigns.words import figure, power_words, verdict_words
from app.ui.insight.segments.overlap_sheet import exact_parts
from app.ui.widgets.charts.interval import Interval, IntervalChart, axis_ticks, evenly

VALUES = st.integers(-(10**9), 10**9).map(lambda each: each / 1_000)


@given(VALUES, VALUES)
@settings(max_examples=200, deadline=None)
def test_an_axis_holds_zero_and_both_ends_with_few_round_steps(one, other):
    low, high = sorted((one, other))
    ticks = axis_ticks(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 0 in ticks
    assert 2 <= len(ticks) <= 9
    assert all(a < b for a, b in pairwise(ticks))


def test_figures_of_an_axis_have_as_many_places():
    assert evenly(["\u22120.02", "0", "0.08", "0.1"]) == ["\u22120.02", "0", "0.08", "0.10"]
    assert evenly(["0", "1", "2"]) == ["0", "1", "2"]
    assert evenly(["\u2212S$0.05", "S$0.00"]) == ["\u2212S$0.05", "S$0.00"]
    assert evenly([]) == []


def test_circles_say_how_many_are_in_exactly_these():
    members = [{1, 2, 3, 4}, {3, 4, 5}, {4, 5, 6, 7}]
    both = tuple(tuple(len(a & b) for b in members) for a in members)
    every = len(members[0] & members[1] & members[2])
    parts = exact_parts(Overlap(both, every))
    assert parts == {
        frozenset({0}): 2, frozenset({1}): 0, frozenset({2}): 2,
        frozenset({0, 1}): 1, frozenset({0, 2}): 0, frozenset({1, 2}): 1,
        frozenset({0, 1, 2}): 1,
    }  # fmt: skip
    two = Overlap(((4, 2), (2, 3)), 2)
    assert exact_parts(two) == {frozenset({0}): 2, frozenset({1}): 1, frozenset({0, 1}): 2}


@pytest.mark.parametrize(
    ("verdict", "begins"),
    [
        (Verdict.ADDED, "It added 0.25 visits a person, 100 in all"),
        (Verdict.LOST, "It took away 0.25 visits a person, 100 in all"),
        (Verdict.CANNOT_TELL, "Cannot tell yet: between −0.1 and 0.6 visits"),
        (Verdict.TOO_FEW, "Cannot tell yet: too few people"),
        (Verdict.NO_HOLDOUT, "Nobody was held out"),
    ],
)
def test_a_result_is_said_in_one_sentence_and_never_claims_what_it_cannot(verdict, begins):
    each = -0.25 if verdict is Verdict.LOST else 0.25
    assert verdict_words(Uplift(each, -0.1, 0.6, 400, 100, verdict)).startswith(begins)


def test_figures_are_as_short_as_they_may_be():
    assert [figure(each) for each in (0.3, -0.05, 1.239, 0.004, 0.00006, 0.0, -0.0)] == [
        "0.3", "−0.05", "1.24", "0.004", "0.00006", "0", "0",
    ]  # fmt: skip


def test_what_a_campaign_can_show_is_said_before_it_starts():
    told = PeopleNeeded(500, 1.5, 0.3, 900, 0.4)
    said = power_words(told, 400, 100)
    assert "With 400 asked and 100 held out you can see 0.4 visits a person" in said
    assert "To see 0.3 you need 900 people in all." in said
    assert power_words(told, 500, 0) == ""
    assert "Too little is known" in power_words(PeopleNeeded(5, 0, 0, None, None), 4, 1)


def test_an_interval_is_read_out_and_an_empty_chart_says_why(shown):
    chart = IntervalChart("Visits added")
    chart.show_rows((), "visits", figure, "nobody was held out")
    assert "nobody was held out" in chart.accessibleDescription()
    chart.show_rows((Interval("All", -0.1, 0.2, 0.5),), "visits", figure)
    assert chart.accessibleDescription() == "visits. All: 0.2, −0.1 – 0.5"
    shown(chart).grab()
