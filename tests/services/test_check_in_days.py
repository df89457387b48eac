"""Who checks in and buys nothing has come: to stages, rhythm and last visit, to no purchase."""

import sqlite3
from datetime import timedelta

import pytest

from app.models import insight as stored
from app.services.ids import uuid7
from app.services.people import Person
from app.services.rules.care.follow_ups import FollowUpKind
from app.services.rules.insight.stages import Stage
from tests.services.test_care import rule
from tests.services.test_insights import unsound
from tests.shop_builder import add_member, sell
from tests.trust.test_stored_shops import STORED, opened, unpacked


@pytest.fixture
def gym(shop, clock):
    """A member who scanned in every third day for six weeks, and one who bought once."""
    ana, ben = add_member(shop, "Ana", "000001"), add_member(shop, "Ben", "000002")
    sell(shop, 1_000, ben)
    for _ in range(15):
        shop.visits.check_in(ana)
        shop.visits.check_in(ana)
        clock.forward(days=3)
    return shop, ana, ben


def found(shop, conditions):
    return [each.number for each in shop.segments.members(conditions)]


def test_who_only_checks_in_is_active_with_a_rhythm_and_has_bought_nothing(gym):
    shop, ana, _ = gym
    first = shop.desk.today() - timedelta(days=45)
    place = shop.places.of(ana)
    measures = place.measures
    assert (place.stage, measures.rhythm_days) == (Stage.ACTIVE, 3)
    assert (place.group, place.quadrant, place.forecast, measures.average_minor) == (None,) * 4
    assert (measures.first_visit, measures.away_days, measures.visits) == (first, 3, 15)
    assert (measures.purchases, measures.spent_minor, measures.visits_12) == (0, 0, 15)
    assert measures.usual_hour is not None
    assert measures.recent_sales == 0
    for conditions in (
        "stage = active and rhythm = 3 and last_visit = 3 and first_visit = 45",
        f"visits_12_months = 15 and spent_12_months = 0 and hour = {measures.usual_hour}",
        "last_visit < 45",
    ):
        assert found(shop, conditions) == ["000001"], conditions
        assert shop.segments.count(conditions) == 1
    for conditions in ("basket >= 0.00", "rfm != champions", "spent > 0.00"):
        assert found(shop, conditions) == ["000002"], conditions
    assert shop.insights.models().members == 1
    (person,) = shop.people.rows([1])
    assert person == Person(
        1, ana, "000001", "Ana", person.phone, 15, 0, first + timedelta(days=42)
    )
    assert not unsound(shop)


def test_what_a_check_in_moves_is_seen_in_the_next_answer(gym):
    shop, ana, ben = gym
    assert list(shop.insights.stages().grouped.members.visits) == [15, 1]
    shop.visits.check_in(ben)
    assert list(shop.insights.stages().grouped.members.visits) == [15, 2]
    assert list(shop.insights.rfm().grouped.members.visits) == [1]
    shop.merges.merge(uuid7(), ben, ana)
    assert list(shop.insights.stages().grouped.members.visits) == [16]
    assert found(shop, "rhythm = 3 and last_visit = 0 and spent_12_months = 10.00") == ["000002"]
    assert shop.insights.of_member(ben).visits == 16
    shop.merges.unmerge(uuid7(), ben)
    assert list(shop.insights.stages().grouped.members.visits) == [15, 2]
    assert not unsound(shop)


def test_who_checks_in_is_not_silent_and_who_stops_is_asked_once(gym, clock):
    shop, _, _ = gym
    rule(shop, FollowUpKind.SILENT, 0)
    assert shop.due.run().follow_ups == 0
    clock.forward(days=12)  # 15 days without a visit: one more than is ever let pass
    assert shop.due.run().follow_ups == 1
    assert shop.due.run().follow_ups == 0


@pytest.mark.parametrize(
    "fault",
    [
        "DELETE FROM member_day WHERE sales = 0",
        "UPDATE member_day SET check_ins = 2 WHERE sales = 0",
        "UPDATE member_day SET check_ins = 0 WHERE sales = 0",
        "UPDATE member_day SET spent_minor = 5 WHERE sales = 0",
        "INSERT INTO member_day SELECT seq, '2026-01-01', 0, 0, 1 FROM member",
        "DROP TRIGGER member_day_checked_in",
    ],
)
def test_days_of_check_ins_that_belie_the_visits_are_found(shop, fault):
    ana = add_member(shop, "Ana", "000001")
    shop.visits.check_in(ana)
    assert not unsound(shop)
    shop.desk.database.execute(fault)
    shop.visits.check_in(add_member(shop, "Ben", "000002"))
    (check,) = unsound(shop)
    assert ("000002" if "DROP" in fault else "000001") in check.detail


def test_whether_anybody_checked_in_is_told_by_an_index(shop):
    assert not stored.has_check_ins(shop.desk.database)
    shop.visits.check_in(add_member(shop))
    assert stored.has_check_ins(shop.desk.database)
    plan = shop.desk.database.rows(
        "EXPLAIN QUERY PLAN SELECT EXISTS (SELECT 1 FROM member_day WHERE check_ins > 0)"
    )
    assert "INDEX member_day_check_in" in str(plan)


def test_check_ins_of_an_older_shop_stand_in_its_days(tmp_path):
    config = unpacked(STORED / "shop_schema_9.db.gz", tmp_path / "data")
    old = sqlite3.connect(config.shop_file)
    with old:
        (sold,) = old.execute("SELECT max(business_date) FROM sale").fetchone()
        ana, seq = old.execute("SELECT id, seq FROM member WHERE number = '000001'").fetchone()
        old.execute("DELETE FROM visit WHERE member_id = ? AND kind <> 'sale'", (ana,))
        days = [("2026-11-02", "check_in"), (sold, "check_in"), (sold, "event")]
        for at, (day, kind) in enumerate(days):
            old.execute("INSERT INTO visit VALUES (?, ?, ?, ?, ?)", (bytes(15) + bytes([at]), ana,
                        kind, 1, day))  # fmt: skip
        old.execute(
            "UPDATE member_summary SET visits = (SELECT count(*) FROM visit WHERE member_id = ?1)"
            " WHERE member_id = ?1", (ana,))  # fmt: skip
        kept = dict(
            old.execute("SELECT business_date, sales FROM member_day WHERE seq = ?", (seq,))
        )
    old.close()
    shop = opened(config)
    rows = shop.desk.database.rows(
        "SELECT business_date, sales, check_ins FROM member_day WHERE seq = ?", (seq,)
    )
    assert not [check for check in shop.doctor.run() if not check.ok]
    came = {"2026-11-02": 1, sold: 2}
    expected = {day: (kept.get(day, 0), came.get(day, 0)) for day in kept | came}
    assert {day: (sales, check_ins) for day, sales, check_ins in rows} == expected
    shop.close()
