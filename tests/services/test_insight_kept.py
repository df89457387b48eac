"""What insight reckoned is told again at once, and never after it stopped being true."""

from datetime import timedelta

from app.models import insight as stored
from app.services.ids import uuid7
from app.services.rules.insight.stages import Stage
from tests.shop_builder import add_member, sell
from tests.stored_refunds import store_refund


def told(shop):
    insights = shop.insights
    return insights.rfm(), insights.quadrants(), insights.stages()


def test_nothing_is_reckoned_again_while_nobody_buys(shop):
    member = add_member(shop, "陈思", "000001")
    sell(shop, 5_000, member)
    first = told(shop)
    assert all(map(lambda a, b: a is b, first, told(shop)))
    assert first[0].grouped.members is first[1].grouped.members is first[2].grouped.members
    sell(shop, 1_000, member)
    assert told(shop)[0].values(0).monetary_minor == 6_000


def test_whatever_moves_a_buying_day_is_seen_in_the_next_answer(shop, clock):
    keep, gone = add_member(shop, "陈思", "000001"), add_member(shop, "陈思", "000002")
    sale, unnamed = sell(shop, 5_000, keep), sell(shop, 700)
    sell(shop, 900, gone)

    def spent():
        return list(told(shop)[1].grouped.members.spent_minor)

    assert spent() == [5_000, 900]
    shop.claims.claim(unnamed.number, gone)
    assert spent() == [5_000, 1_600]
    store_refund(shop, sale, minor=2_000)
    assert spent() == [3_000, 1_600]
    shop.merges.merge(uuid7(), keep, gone)
    assert spent() == [4_600]
    shop.merges.unmerge(uuid7(), keep)
    assert spent() == [3_000, 1_600]
    assert not shop.insights.rfm(shop.desk.today() - timedelta(days=1)).grouped.members
    assert spent() == [3_000, 1_600]


def test_days_of_two_who_are_one_stand_in_their_order(shop, clock):
    keep, gone = add_member(shop, "陈思", "000001"), add_member(shop, "陈思", "000002")
    for days, who in ((0, gone), (2, keep), (3, gone), (4, keep)):
        clock.forward(days=days)
        sell(shop, 1_000, who)
    shop.merges.merge(uuid7(), keep, gone)
    found = shop.insights.stages()
    assert list(found.rhythms) == [3]  # days 0, 2, 5 and 9
    assert found.grouped.names[found.grouped.places[0]] == Stage.NEW
    (read,) = stored.buying_days(shop.desk.database, "2999-12-31")
    in_order = read.days[0].split(",")
    assert in_order == sorted(in_order)
    assert len(in_order) == 4
    ((_, each, spent),) = stored.buying_days_each(shop.desk.database, "2999-12-31")
    assert (each, spent) == (read.days[0], "1000,1000,1000,1000")


def test_days_count_for_a_member_kept_who_joined_after_all_who_came(shop, monkeypatch):
    gone, keep = add_member(shop, "陈思", "000001"), add_member(shop, "陈思", "000002")
    sell(shop, 1_000, gone)
    shop.merges.merge(uuid7(), keep, gone)
    monkeypatch.setattr(stored, "SEQS_AT_ONCE", 1)
    assert [list(found.grouped.members.seqs) for found in told(shop)] == [[2], [2], [2]]


def test_buying_days_are_read_by_their_key_and_sorted_nowhere(shop, monkeypatch):
    asked: list[str] = []
    row = shop.desk.database.row

    def heard(sql, values=()):
        asked.append(sql)
        return row(sql, values)

    monkeypatch.setattr(shop.desk.database, "row", heard)
    sell(shop, 1_000, add_member(shop, "陈思", "000001"))
    list(stored.buying_days(shop.desk.database, "2999-12-31"))
    plan = shop.desk.database.rows(f"EXPLAIN QUERY PLAN {asked[-1]}", (0, 1, ""))
    assert "PRIMARY KEY (seq>? AND seq<?)" in str(plan)
    assert "TEMP B-TREE" not in str(plan)
