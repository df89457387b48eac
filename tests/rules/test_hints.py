"""What is due again by a member's own interval, and which hints stand in the strip."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.insight.due_again import habits
from app.services.rules.insight.hints import (
    MOST,
    Candidate,
    HintKind,
    Outcome,
    chosen,
    rests,
)

TEA, CAT_FOOD, CAKE = b"tea", b"cat food", b"cake"
TODAY = date(2026, 11, 21)


def test_a_product_is_due_by_its_own_interval_not_by_the_members_visits():
    """Tea at every visit, every fifth day; cat food every thirtieth."""
    lines = [(day, TEA) for day in range(0, 110, 5)]
    lines += [(day, CAT_FOOD) for day in range(0, 91, 30)]
    tea, food = habits(lines)
    assert (tea.product, tea.interval, tea.last_on) == (TEA, 5, 105)
    assert tea.due_on == 106  # at the next visit, whenever that is
    assert (food.product, food.interval, food.times) == (CAT_FOOD, 30, 4)
    assert food.due_on == 90 + 23  # three quarters of 30 days, rounded up
    assert tea.chance_bp > food.chance_bp


def test_what_was_bought_twice_is_no_habit_and_what_was_left_out_three_times_is_given_up():
    assert habits([(1, TEA), (2, TEA), (2, CAKE)]) == ()
    lines = [(day, TEA) for day in (1, 2, 3)]
    assert habits(lines)
    assert habits([*lines, (4, None), (5, CAKE), (6, None)])
    assert habits([*lines, (4, None), (5, CAKE), (6, None), (7, None)]) == ()


def test_late_visits_say_more_than_early_ones():
    early = [(day, TEA if day < 20 else None) for day in range(24)]
    late = [(day, TEA if day >= 4 else None) for day in range(24)]
    assert habits(late)[0].chance_bp > 9_000 - 500
    assert habits(early) == ()
    mixed = habits([(day, TEA if day % 2 else CAKE) for day in range(24)])
    assert [each.product for each in mixed] == [TEA, CAKE]


@given(
    st.lists(
        st.tuples(st.integers(1, 400), st.sampled_from([TEA, CAT_FOOD, CAKE, None])), max_size=60
    )
)
def test_habits_stand_by_chance_each_bought_thrice_and_due_after_the_last_time(lines):
    found = habits(lines)
    assert [each.chance_bp for each in found] == sorted((e.chance_bp for e in found), reverse=True)
    for each in found:
        days = {day for day, product in lines if product == each.product}
        assert each.times == len(days) >= 3
        assert each.last_on == max(days) < each.due_on <= each.last_on + each.interval
        assert 0 < each.chance_bp < 10_000
    assert habits(reversed(lines)) == found


def hint(kind: HintKind, days: int | None = None, subject: str = "x", chance: int = 0) -> Candidate:
    on = None if days is None else TODAY + timedelta(days=days)
    return Candidate(kind, subject, on, chance)


def test_what_is_owed_stands_before_what_could_be_sold_and_two_are_the_most():
    every = [
        hint(HintKind.LAPSING, 9),
        hint(HintKind.BIRTHDAY, 2),
        hint(HintKind.TOGETHER),
        hint(HintKind.DUE_AGAIN),
        hint(HintKind.BIRTHDAY, 0, "own"),
        hint(HintKind.LAPSING, 3, "urgent"),
        hint(HintKind.FOLLOW_UP),
    ]
    said = [(each.kind.value, each.subject) for each in chosen(every, TODAY, most=9)]
    assert said == [
        ("follow_up", "x"),
        ("lapsing", "urgent"),
        ("birthday", "own"),
        ("due_again", "x"),
        ("together", "x"),
    ]
    assert len(chosen(every, TODAY)) == MOST == 2
    assert [each.kind for each in chosen(every[:3], TODAY)] == [
        HintKind.TOGETHER,
        HintKind.BIRTHDAY,
    ]


def test_the_likelier_of_a_kind_is_said_and_the_next_where_that_one_rests():
    two = [
        hint(HintKind.DUE_AGAIN, subject="a", chance=10),
        hint(HintKind.DUE_AGAIN, None, "b", 90),
    ]
    assert [each.subject for each in chosen(two, TODAY)] == ["b"]
    resting = {("due_again", "b")}
    assert [each.subject for each in chosen(two, TODAY, resting=resting)] == ["a"]


def test_what_was_said_in_this_visit_keeps_its_place():
    standing = {("due_again", "a")}
    more = [
        hint(HintKind.DUE_AGAIN, subject="b"),
        hint(HintKind.TOGETHER),
        hint(HintKind.FOLLOW_UP),
    ]
    assert [each.kind for each in chosen(more, TODAY, standing=standing)] == [HintKind.FOLLOW_UP]
    standing |= {("follow_up", "b")}
    assert chosen(more, TODAY, standing=standing) == ()


def test_an_offer_rests_after_it_was_made_longest_after_a_no_but_not_within_its_day():
    kind, day = HintKind.DUE_AGAIN, timedelta(days=1)
    assert not rests(kind, TODAY, Outcome.REFUSED, TODAY)
    for outcome, days in ((Outcome.TAKEN, 2), (Outcome.NONE, 14), (Outcome.REFUSED, 30)):
        assert rests(kind, TODAY, outcome, TODAY + days * day)
        assert not rests(kind, TODAY, outcome, TODAY + (days + 1) * day)
    assert not rests(HintKind.FOLLOW_UP, TODAY, Outcome.NONE, TODAY + day)
