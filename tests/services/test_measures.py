"""Measurements and plans of care: kept by day, corrected by new entries, counted once."""

from datetime import date, timedelta

import pytest

from app.errors import CareChanged, CareClosed, CareUnknown, FieldInvalid, PassNotUsable
from app.services.care_plans import PlanDraft
from app.services.ids import uuid7
from app.services.rules.care.measuring import Reading, change, read_value, said, share_of_way
from tests.due_shop import full_scheme, give_pass, use
from tests.shop_builder import add_member, sell

TODAY = date(2026, 11, 21)


def sound(shop) -> bool:
    return not [check for check in shop.doctor.run() if not check.ok]


def weigh(shop, member, milli, day=TODAY, name="Weight", unit="kg"):
    return shop.measures.add(uuid7(), member, name, unit, milli, day)


# --- measurements -------------------------------------------------------------------


def test_values_are_kept_by_day_whatever_the_order_they_came_in(shop):
    ana = add_member(shop)
    weigh(shop, ana, 72_500)
    weigh(shop, ana, 74_000, TODAY - timedelta(days=20))
    series = weigh(shop, ana, 73_000, date(2024, 2, 29))
    assert [each.milli for each in series.values] == [73_000, 74_000, 72_500]
    weigh(shop, ana, 18_000, name="Body fat", unit="%")
    assert [each.name for each in shop.measures.of_member(ana)] == ["Weight", "Body fat"]
    assert shop.measures.known() == (("Body fat", "%"), ("Weight", "kg"))
    assert sound(shop)


def test_a_value_written_twice_counts_once(shop):
    ana, op = add_member(shop), uuid7()
    first = shop.measures.add(op, ana, "Weight", "kg", 72_500, TODAY)
    assert shop.measures.add(op, ana, "Weight", "kg", 72_500, TODAY) == first


def test_a_mistake_is_corrected_by_another_entry_and_struck_out_by_an_empty_one(shop):
    ana = add_member(shop)
    (wrong,) = weigh(shop, ana, 7_250).values
    op = uuid7()
    series = shop.measures.correct(op, wrong.value_id, 72_500, TODAY)
    assert shop.measures.correct(op, wrong.value_id, 72_500, TODAY) == series
    (right,) = series.values
    assert (right.milli, right.corrected) == (72_500, True)
    with pytest.raises(CareChanged):
        shop.measures.correct(uuid7(), wrong.value_id, 1, TODAY)
    assert not shop.measures.correct(uuid7(), right.value_id, None, TODAY).values
    assert shop.desk.database.value("SELECT count(*) FROM measurement") == 3
    assert sound(shop)


@pytest.mark.parametrize(
    ("name", "unit", "milli", "day", "field"),
    [
        ("", "kg", 1, TODAY, "series"),
        ("x" * 41, "kg", 1, TODAY, "series"),
        ("Weight", " ", 1, TODAY, "unit"),
        ("Weight", "kg", 10**13, TODAY, "value"),
        ("Weight", "kg", 1, TODAY + timedelta(days=1), "measured_on"),
        ("Weight", "kg", 1, date(1899, 12, 31), "measured_on"),
    ],
)
def test_what_cannot_be_measured_is_refused(shop, name, unit, milli, day, field):
    with pytest.raises(FieldInvalid) as refused:
        shop.measures.add(uuid7(), add_member(shop), name, unit, milli, day)
    assert refused.value.field == field


def test_a_series_keeps_its_unit(shop):
    ana = add_member(shop)
    weigh(shop, ana, 72_500)
    with pytest.raises(FieldInvalid):
        weigh(shop, ana, 160_000, unit="lb")


def test_a_goal_is_set_and_given_up(shop):
    series = weigh(shop, add_member(shop), 72_500)
    assert shop.measures.aim(series.series_id, 70_000).goal_milli == 70_000
    assert shop.measures.aim(series.series_id, None).goal_milli is None
    with pytest.raises(CareUnknown):
        shop.measures.aim(uuid7(), 1)


def test_a_merged_members_values_go_on_in_one_series(shop):
    keep, gone = add_member(shop), add_member(shop, "Ann", "000002")
    weigh(shop, gone, 74_000, TODAY - timedelta(days=9))
    shop.merges.merge(uuid7(), keep, gone)
    series = weigh(shop, keep, 72_500)
    assert [each.milli for each in series.values] == [74_000, 72_500]
    assert shop.measures.of_member(keep) == (series,)


@pytest.mark.parametrize(
    ("text", "milli"),
    [
        ("72.5", 72_500),
        ("-0,125", None),
        ("−0.125", -125),
        ("18", 18_000),
        ("1.2345", None),
        ("", None),
    ],
)
def test_a_value_is_read_as_it_is_written(text, milli):
    assert read_value(text) == milli
    if milli is not None:
        assert read_value(said(milli)) == milli


def test_the_change_in_a_period_begins_with_the_last_value_before_it():
    values = [
        Reading(date(2026, 1, day), kg) for day, kg in ((1, 80), (10, 78), (20, 75), (30, 70))
    ]
    assert change(values, date(2026, 1, 5), date(2026, 1, 25)) == -5
    assert change(values, date(2025, 12, 1), date(2026, 1, 25)) == -5
    assert change(values[:1], date(2026, 1, 1), date(2026, 1, 25)) is None
    assert change([], date(2026, 1, 1), date(2026, 1, 25)) is None
    assert change(values, date(2026, 2, 1), date(2026, 2, 25)) is None
    assert [share_of_way(80, now, 70) for now in (82, 80, 75, 69)] == [0, 0, 50, 100]


# --- plans --------------------------------------------------------------------------


def plan(shop, member, **more):
    draft = PlanDraft("Back training", "Twice a week", ("Warm up", " ", "Row"), **more)
    return shop.care_plans.make(uuid7(), member, draft)


def test_a_plan_is_ticked_off_and_its_sessions_counted(shop):
    ana = add_member(shop)
    made = plan(shop, ana, sessions=3)
    assert [step.what for step in made.steps] == ["Warm up", "Row"]
    shop.care_plans.tick(made.plan_id, 2)
    op = uuid7()
    shop.care_plans.session(op, made.plan_id, "went well")
    now = shop.care_plans.session(op, made.plan_id, "went well")
    assert (now.used, now.sessions, now.had[0].note) == (1, 3, "went well")
    assert [step.done_by for step in now.steps] == ["", "店主"]
    assert not shop.care_plans.tick(made.plan_id, 2, done=False).steps[1].done_by
    shop.care_plans.end(made.plan_id)
    with pytest.raises(CareClosed):
        shop.care_plans.session(uuid7(), made.plan_id)
    shop.care_plans.go_on(made.plan_id)
    with pytest.raises(CareChanged):
        shop.care_plans.go_on(made.plan_id)
    assert shop.care_plans.of_member(ana)[0].used == 1
    assert sound(shop)


def test_a_session_of_a_plan_with_a_pass_uses_the_pass(shop):
    use(shop, full_scheme(shop.desk.scheme), date(2026, 1, 1))
    sell(shop, 100)  # opens the session of the day
    ana, ben = add_member(shop), add_member(shop, "Ben", "000002")
    give_pass(shop, ana, 2, date(2026, 12, 31))
    (held,) = shop.loyalty.standing(ana).passes
    with pytest.raises(CareUnknown):
        plan(shop, ben, pass_id=held.pass_id)
    made = plan(shop, ana, pass_id=held.pass_id)
    assert (made.used, made.sessions) == (0, 2)
    for used in (1, 2):
        assert shop.care_plans.session(uuid7(), made.plan_id).used == used
    with pytest.raises(PassNotUsable):
        shop.care_plans.session(uuid7(), made.plan_id)
    assert shop.care_plans.get(made.plan_id).used == 2
    assert sound(shop)


@pytest.mark.parametrize(
    "draft",
    [
        PlanDraft(""),
        PlanDraft("x" * 61),
        PlanDraft("x", "y" * 2_001),
        PlanDraft("x", steps=("s" * 121,)),
        PlanDraft("x", steps=("s",) * 41),
        PlanDraft("x", sessions=-1),
        PlanDraft("x", sessions=1_001),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(shop, draft):
    with pytest.raises(FieldInvalid):
        shop.care_plans.make(uuid7(), add_member(shop), draft)
