"""The chart of a member's progress: its scale, what it says, nothing without values."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.services.documents.progress_report import progress_report
from app.services.ids import uuid7
from app.services.measures import Measurement, Series
from app.ui.widgets.charts.progress import ProgressChart, scale

VALUES = st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=8)


@given(VALUES, st.none() | st.integers(-(10**12), 10**12))
def test_the_scale_holds_every_value_and_the_goal_in_a_few_steps(values, goal):
    ticks = scale(values, goal)
    known = [*values, *([] if goal is None else [goal])]
    assert ticks[0] <= min(known) <= max(known) <= ticks[-1]
    assert 2 <= len(ticks) <= 6
    assert ticks[0] < ticks[-1]


def test_the_chart_tells_its_values_to_who_listens(shown):
    chart = ProgressChart("Weight")
    shown(chart)
    chart.show_values([], str)
    chart.grab()
    days = [(date(2026, 1, 1), 80), (date(2026, 2, 1), 78)]
    chart.show_values(days, str, goal=70, goal_words="Goal 70")
    chart.grab()
    assert chart.accessibleDescription() == "2026-01-01 80, 2026-02-01 78, Goal 70"
    chart.show_values(days[:1], str)
    chart.grab()


def test_the_report_tells_every_value_its_change_and_what_is_left():
    at = datetime(2026, 2, 1, tzinfo=UTC)
    values = tuple(
        Measurement(uuid7(), date(2026, 1, day), milli, False, "Lea", at)
        for day, milli in ((1, 80_000), (9, 78_500))
    )
    report = progress_report("Ana", [Series(uuid7(), "Weight", "kg", 75_000, values)], "en")
    assert report.cells == (
        ("2026-01-09", "Weight (goal 75 kg)", "78.5 kg", "-1.5", "-3.5"),
        ("2026-01-01", "Weight (goal 75 kg)", "80 kg", "", "-5"),
    )
