"""Of whom it is asked about how many: some members, evenly from all."""

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Cancelled
from app.models import insight, insight_habits
from app.models import segments as stored
from app.services import segment_asking, segment_samples
from app.services.bought_sales import BoughtSales
from app.services.ids import uuid7
from app.services.insights import Insights
from app.services.rules.insight.demographics import area_of
from app.services.rules.insight.segments import read_segment
from app.services.segment_asking import Questions
from app.services.segment_samples import asked_spans, even_parts, grouped_spans
from tests.shop_builder import add_member, sell


@given(last=st.integers(1, 3_000_000), sales=st.integers(0, 40_000_000))
def test_members_are_asked_evenly_from_all_and_few_of_a_large_shop(last, sales):
    spans = asked_spans(last, sales)
    assert spans[0][0] == 1
    assert all(first <= final for first, final in spans)
    assert spans[-1][1] <= last
    gaps = [after - before for (_, before), (after, _) in pairwise(spans)]
    assert all(gap > 0 for gap in gaps)
    asked = sum(final - first + 1 for first, final in spans)
    places = len(spans)
    assert asked <= min(last, max(places, segment_samples._ASKED))
    assert asked * sales // last <= max(segment_samples._SALES, places * sales // last)
    # No stretch without anybody is longer than the others.
    assert last - spans[-1][1] <= max(gaps, default=last)


@given(last=st.integers(1, 3_000_000))
def test_parts_are_all_of_them_once_and_each_from_one_end_to_the_other(last):
    spans = asked_spans(last, last)
    parts = list(even_parts(spans))
    assert sorted(span for part in parts for span in part) == list(spans)
    assert all(len(part) <= segment_samples._AT_ONCE for part in parts)
    assert max(len(part) for part in parts) - min(len(part) for part in parts) <= 1


@given(last=st.integers(1, 3_000_000), days=st.integers(0, 900_000_000))
def test_groups_are_parted_among_so_many_as_are_read_soon_however_often_they_come(last, days):
    spans = grouped_spans(last, days)
    assert all(final - first < insight.SEQS_AT_ONCE for first, final in spans)
    asked = sum(final - first + 1 for first, final in spans)
    assert asked <= max(len(spans), segment_samples._GROUPED)
    assert asked * days // last <= max(segment_samples._DAYS, len(spans) * days // last)


@pytest.fixture
def forty(shop, clock):
    """Every second one came today, the others 300 days ago and never since."""
    clock.forward(days=-300)
    members = [add_member(shop, number=f"{at:06}") for at in range(40)]
    for _ in range(3):
        for late in members[1::2]:
            sell(shop, 1_000, late)
    clock.forward(days=300)
    for here in members[::2]:
        sell(shop, 9_000, here)
    return shop


ASKED = (
    "last_visit > 200",
    "basket <= 20.00",
    'not bought "Open item" in 30 days',
    "stage = lost",
    "spent_12_months < 40.00",
    "price_from < 20.00",
)


def counting_reads(shop, monkeypatch):
    """Between which short keys members are counted."""
    spans: list[tuple[int, int]] = []
    count = stored.count_some

    def noted(database, asked, some):
        spans.extend(some)
        return count(database, asked, some)

    monkeypatch.setattr(stored, "count_some", noted)
    return spans


def test_where_time_runs_out_the_first_part_stands_for_all(forty, monkeypatch):
    monkeypatch.setattr(segment_asking, "_ESTIMATED_S", -1)
    monkeypatch.setattr(segment_samples, "_PLACES", 20)
    monkeypatch.setattr(segment_samples, "_AT_ONCE", 5)
    spans = counting_reads(forty, monkeypatch)
    for conditions in ASKED[:2]:
        assert forty.segments.about(conditions) == 20
    assert spans == [(1, 2), (9, 10), (17, 18), (25, 26), (33, 34)] * 2


def test_no_group_or_habit_of_anybody_else_is_read(forty, monkeypatch):
    """Who is asked about is a quarter of the shop."""
    monkeypatch.setattr(segment_samples, "_PLACES", 5)
    monkeypatch.setattr(segment_samples, "_ASKED", 10)
    monkeypatch.setattr(segment_samples, "_GROUPED", 10)
    read: set[tuple[int, int]] = set()
    days, sales = insight._piece, insight_habits.recent

    def days_noted(database, sql, after, last, until):
        read.add((after + 1, last))
        return days(database, sql, after, last, until)

    def sales_noted(database, until, most, first, last):
        read.add((first, last))
        return sales(database, until, most, first, last)

    monkeypatch.setattr(insight, "_piece", days_noted)
    monkeypatch.setattr(insight_habits, "recent", sales_noted)
    asked = (*ASKED, "rfm = champions or stage = new or quadrant = often_much", "chance != once")
    for conditions in asked:
        forty.segments.about(conditions)
        assert read <= {(1, 2), (9, 10), (17, 18), (25, 26), (33, 34)}, conditions
    assert len(read) == 5


def merge_two(shop):
    rows = shop.desk.database.rows("SELECT id FROM member LIMIT 2")
    keep, gone = (UUID(bytes=member_id) for (member_id,) in rows)
    shop.merges.merge(uuid7(), keep, gone)


def plan(database, sql, values):
    return [step for *_, step in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]


def test_however_many_were_merged_only_those_of_who_is_asked_are_looked_at(forty, monkeypatch):
    merge_two(forty)
    database, desk, steps = forty.desk.database, forty.desk, list[str]()
    piece = insight._piece

    def noted(database, sql, *values):
        steps.extend(plan(database, sql, values))
        return piece(database, sql, *values)

    monkeypatch.setattr(insight, "_piece", noted)
    forty.segments.about("stage = lost or rfm = lost or chance = once")
    assert [step for step in steps if "member_alias" in step]
    alone = Questions(desk, forty.insights, BoughtSales(desk)).of_one(1)
    for conditions in ("last_visit > 3", "basket > 1.00", "visits_12_months < 2"):
        asked = alone.asked(read_segment(conditions))
        steps += plan(database, f"SELECT count(*) FROM member WHERE {asked.sql}", asked.values)
    assert not [step for step in steps if step.startswith("SCAN member_alias")]
    assert not [step for step in steps if "IN-OPERATOR" in step and "member_alias" in step]


@pytest.mark.parametrize("merged", [False, True])
def test_figures_of_one_member_are_read_of_their_days_alone(forty, merged):
    database = forty.desk.database
    if merged:
        merge_two(forty)
    desk = forty.desk
    alone = Questions(desk, forty.insights, BoughtSales(desk)).of_one(1)
    for conditions in ("last_visit > 3", "basket > 1.00", "visits_12_months < 2"):
        each = alone.asked(read_segment(conditions))
        steps = plan(database, f"SELECT count(*) FROM member WHERE {each.sql}", each.values)
        days = [step for step in steps if "member_day" in step]
        assert days
        assert all(step.startswith("SEARCH member_day") for step in days)


def test_an_estimate_that_nobody_waits_for_any_more_ends(forty):
    asked = iter((False,))
    long = " and ".join(f"not bought {at} in 400 days" for at in range(60))
    with pytest.raises(Cancelled):
        forty.segments.about(long, lambda: next(asked, True))


def test_what_is_estimated_leaves_the_shops_own_answers_alone(forty):
    insights = Insights(forty.desk)
    before = insights.stages()
    forty.segments.about("stage = lost and chance = once and rfm = lost")
    assert insights.stages() is before
    assert forty.insights.today._fitted is None


def test_of_a_part_never_more_is_told_than_there_are(forty, monkeypatch):
    for at in range(65):
        add_member(forty, number=f"late {at}")
    monkeypatch.setattr(segment_samples, "_PLACES", 10)
    monkeypatch.setattr(segment_samples, "_ASKED", 10)
    assert forty.segments.everyone() == 105, "110 in two digits"
    assert forty.segments.about("visits >= 0") == 105


def test_of_few_members_it_is_told_exactly_how_many(forty):
    for at in range(65):
        add_member(forty, number=f"late {at}")
    assert forty.segments.about("visits >= 0") == 105
    assert forty.segments.about("not number = 000001") == 104


def test_areas_are_those_of_who_is_asked_alone(forty, monkeypatch):
    forty.desk.database.execute("UPDATE member SET address = number || ' Long Street, Leeds'")
    monkeypatch.setattr(segment_samples, "_PLACES", 5)
    monkeypatch.setattr(segment_samples, "_ASKED", 5)
    read: list[str] = []

    def noted(address):
        read.append(address)
        return area_of(address)

    monkeypatch.setattr(segment_asking, "area_of", noted)
    assert forty.segments.about("area contains leeds") == 40
    assert sorted(read) == [f"{at:06} Long Street, Leeds" for at in range(0, 40, 8)]
    read.clear()
    assert forty.segments.holds("area contains leeds", 7)
    assert read == ["000006 Long Street, Leeds"]


def test_habits_of_a_member_are_read_once_however_many_conditions_ask(forty, monkeypatch):
    read: list[tuple[int, int]] = []
    sales = insight_habits.recent

    def noted(database, until, most, first, last):
        read.append((first, last))
        return sales(database, until, most, first, last)

    monkeypatch.setattr(insight_habits, "recent", noted)
    forty.segments.about("hour >= 1 or hour >= 2 or weekday = monday or price_from > 1")
    assert len(read) == len(set(read)) > 1
