"""Challenges: what is counted, ties, merged members, and names for everybody's eyes."""

from datetime import date, timedelta

import pytest

from app.errors import CareClosed, CareUnknown, FieldInvalid, MemberUnknown, NeedsApproval
from app.services.challenges import ChallengeDraft
from app.services.desk import Staff
from app.services.ids import uuid7
from app.services.rules.care.challenges import Measure, Stage, ranked, short_name
from app.services.rules.powers import Role
from tests.shop_builder import add_member, sell

TODAY = date(2026, 11, 21)
LAST = TODAY + timedelta(days=30)


def begin(shop, measure=Measure.SPEND, first=TODAY, last=LAST, **more):
    draft = ChallengeDraft("Autumn", measure, first, last, "A mug", **more)
    return shop.challenges.make(uuid7(), draft)


def board(shop, challenge):
    return [
        (row.place, row.member.name, row.value)
        for row in shop.challenges.board(challenge.challenge_id)
    ]


@pytest.fixture
def people(shop):
    return [
        add_member(shop, name, f"00000{at}") for at, name in enumerate(("Ana", "Ben", "Cem"), 1)
    ]


def joined(shop, challenge, people):
    for member in people:
        shop.challenges.join(challenge.challenge_id, member)
        shop.challenges.join(challenge.challenge_id, member)
    return challenge


def test_spend_is_ranked_with_ties_and_without_what_came_back(shop, people):
    ana, ben, cem = people
    made = joined(shop, begin(shop), people)
    sell(shop, 5_000, ana)
    sell(shop, 5_000, ben)
    gone = sell(shop, 9_000, cem)
    assert board(shop, made)[0] == (1, "Cem", 9_000)
    shop.refunds.void(gone.number, "by mistake")
    assert board(shop, made) == [(1, "Ana", 5_000), (1, "Ben", 5_000), (3, "Cem", 0)]
    assert shop.challenges.get(made.challenge_id).members == 3


def test_visits_count_days_and_points_what_was_earned(shop, people, clock):
    ana, ben, _ = people
    visits = joined(shop, begin(shop, Measure.VISITS), people[:2])
    points = joined(shop, begin(shop, Measure.POINTS), people[:2])
    sell(shop, 1_000, ana)
    sell(shop, 1_000, ana)
    clock.forward(days=1)
    sell(shop, 1_000, ana)
    sell(shop, 9_000, ben)
    assert board(shop, visits) == [(1, "Ana", 2), (2, "Ben", 1)]
    assert board(shop, points) == [(1, "Ben", 90), (2, "Ana", 30)]


def test_only_the_period_counts(shop, people, clock):
    sell(shop, 9_000, people[0])
    clock.forward(days=1)
    made = joined(shop, begin(shop, first=TODAY + timedelta(days=1), last=LAST), people[:1])
    sell(shop, 1_000, people[0])
    assert board(shop, made) == [(1, "Ana", 1_000)]


def test_a_measurement_may_fall_and_who_has_one_value_has_no_place_yet(shop, people):
    ana, ben, cem = people
    first = TODAY - timedelta(days=20)
    for member, before, now in ((ana, 80_000, 77_500), (ben, 70_000, 69_000)):
        shop.measures.add(uuid7(), member, "Weight", "kg", before, first - timedelta(days=3))
        shop.measures.add(uuid7(), member, "Weight", "kg", now, TODAY)
    shop.measures.add(uuid7(), cem, "Weight", "kg", 60_000, TODAY)
    made = begin(shop, Measure.MEASUREMENT, first, LAST, series="Weight", falling=True)
    joined(shop, made, people)
    assert board(shop, made) == [(1, "Ana", 2_500), (2, "Ben", 1_000), (0, "Cem", None)]
    assert shop.challenges.get(made.challenge_id).unit == "kg"


def test_a_merged_member_stands_once_with_everything(shop, people, clock):
    ana, ben, _ = people
    made = joined(shop, begin(shop), people[:2])
    visits = joined(shop, begin(shop, Measure.VISITS), people[:2])
    sell(shop, 1_000, ana)
    sell(shop, 2_000, ben)
    clock.forward(days=1)
    sell(shop, 100, ben)
    shop.merges.merge(uuid7(), ana, ben)
    assert board(shop, made) == [(1, "Ana", 3_100)]
    assert board(shop, visits) == [(1, "Ana", 2)], "a day is a day, whoever it was written under"
    shop.challenges.leave(made.challenge_id, ana)
    assert board(shop, made) == []


def test_a_challenge_comes_runs_and_ends_or_is_called_off(shop, people, clock):
    made = begin(shop, first=TODAY + timedelta(days=1))
    assert made.stage is Stage.COMING
    clock.forward(days=1)
    assert shop.challenges.get(made.challenge_id).stage is Stage.RUNNING
    clock.forward(days=40)
    assert shop.challenges.get(made.challenge_id).stage is Stage.OVER
    with pytest.raises(CareClosed):
        shop.challenges.join(made.challenge_id, people[0])
    other = begin(shop, first=TODAY, last=TODAY + timedelta(days=60))
    shop.challenges.call_off(other.challenge_id)
    assert shop.challenges.call_off(other.challenge_id).stage is Stage.CALLED_OFF
    assert len(shop.challenges.listed()) == 2


@pytest.mark.parametrize(
    "draft",
    [
        ChallengeDraft("", Measure.SPEND, TODAY, LAST),
        ChallengeDraft("x" * 61, Measure.SPEND, TODAY, LAST),
        ChallengeDraft("x", Measure.SPEND, LAST, TODAY),
        ChallengeDraft("x", Measure.SPEND, date(2026, 1, 1), date(2026, 2, 28)),
        ChallengeDraft("x", Measure.SPEND, TODAY, TODAY + timedelta(days=366)),
        ChallengeDraft("x", Measure.MEASUREMENT, TODAY, LAST),
        ChallengeDraft("x", Measure.SPEND, TODAY, LAST, "p" * 121),
    ],
)
def test_a_challenge_that_makes_no_sense_is_refused(shop, draft):
    with pytest.raises(FieldInvalid):
        shop.challenges.make(uuid7(), draft)
    assert not shop.challenges.listed()


def test_challenges_are_the_owners_and_of_members(shop):
    made = begin(shop)
    with pytest.raises(MemberUnknown):
        shop.challenges.join(made.challenge_id, uuid7())
    with pytest.raises(CareUnknown):
        shop.challenges.board(uuid7())
    clerk = shop.staff.add("Lea", Role.CLERK, "7391")
    shop.desk.staff = Staff(clerk.staff_id, "Lea", "clerk")
    with pytest.raises(NeedsApproval):
        begin(shop)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("曾雨晴", "曾*"),
        ("欧阳娜娜", "欧阳*"),
        ("欧阳", "欧*"),
        ("李", "李*"),
        ("Anna Rossi", "Rossi *"),
        ("Ana", "A*"),
        ("  ", "*"),
    ],
)
def test_a_name_on_the_board_is_a_surname_and_a_star(name, shown):
    assert short_name(name) == shown


def test_names_are_whole_where_the_owner_says_so(shop, people):
    short, whole = (joined(shop, begin(shop, whole_names=each), people) for each in (False, True))
    assert {row.shown for row in shop.challenges.board(short.challenge_id)} == {"A*", "B*", "C*"}
    names = [row.shown for row in shop.challenges.board(whole.challenge_id)]
    assert names == ["Ana", "Ben", "Cem"]


def test_who_has_the_same_has_the_same_place():
    assert ranked({"a": 1, "b": 3, "c": 3, "d": None}, "abcd") == [
        (1, "b", 3), (1, "c", 3), (3, "a", 1), (0, "d", None),
    ]  # fmt: skip
