"""A member's past is one list, newest first, with the balance of points beside it."""

from datetime import timedelta

import pytest

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Cart, CartLine, Item, MemberFacts, add
from tests.shop_builder import cart_of, cash, points, sell


@pytest.fixture
def ana(shop):
    return shop.members.add(MemberDraft(name="曾雨晴", phone="13812348000")).member.member_id


def buy(shop, member, *lines: tuple[str, int, int], weighed: bool = False):
    cart = Cart(member=None if member is None else MemberFacts(member))
    for name, price_minor, quantity_milli in lines:
        item = Item(name, price_minor, weighed=weighed)
        cart = add(cart, CartLine(uuid7(), item, quantity_milli))
    return shop.checkout.complete(uuid7(), cart, None, (cash(100_000),))


def adjust(shop, member, moved: int, reason: str) -> None:
    desk = shop.desk

    def work() -> None:
        desk.database.execute(
            "INSERT INTO points_entry (id, member_id, kind, points, reason, scheme_version,"
            " staff_id, posted_at, business_date) VALUES (?, ?, 'adjust', ?, ?, 1, ?, ?, ?)",
            (
                uuid7().bytes,
                member.bytes,
                moved,
                reason,
                desk.staff.staff_id.bytes,
                desk.now_ms(),
                desk.today().isoformat(),
            ),
        )
        desk.database.execute(
            "UPDATE member_summary SET points = points + ? WHERE member_id = ?",
            (moved, member.bytes),
        )

    desk.transaction(work)


@pytest.fixture
def eventful(shop, clock, ana):
    """A sale, a check-in, an adjustment, a sale without the member that is claimed, a burn."""
    receipts = [buy(shop, ana, ("燕麦拿铁", 2800, 2000), ("可颂", 1500, 1000))]
    clock.forward(hours=1)
    shop.visits.check_in(ana)
    clock.forward(hours=1)
    adjust(shop, ana, 200, "生日礼")
    clock.forward(days=1)
    receipts.append(buy(shop, None, ("咖啡豆", 8800, 1000)))
    clock.forward(minutes=5)
    shop.claims.claim(receipts[1].number, ana)
    clock.forward(days=1)
    cart = add(Cart(member=MemberFacts(ana)), CartLine(uuid7(), Item("冰美式", 2000)))
    receipts.append(shop.checkout.complete(uuid7(), cart, None, (points(100), cash(1900))))
    return receipts


def test_a_members_past_is_merged_newest_first_with_running_points(shop, ana, eventful):
    history = shop.members.history(ana)
    assert [(each.kind, each.text) for each in history] == [
        ("sale", "冰美式"),
        ("claim", "咖啡豆"),
        ("points", "生日礼"),
        ("check_in", ""),
        ("sale", "燕麦拿铁 × 2，可颂"),
    ]
    assert [each.amount_minor for each in history] == [2000, 8800, None, None, 7100]
    assert [each.points for each in history] == [-100 + 19, 88, 200, None, 71]
    assert [each.balance for each in history] == [278, 359, 271, None, 71]
    assert history[0].balance == shop.members.get(ana).points
    assert [each.receipt_number for each in history] == [
        eventful[2].number,
        eventful[1].number,
        "",
        "",
        eventful[0].number,
    ]
    moments = [each.at for each in history]
    assert moments == sorted(moments, reverse=True)


def test_the_past_is_read_in_pages_that_join(shop, ana, eventful):
    whole = shop.members.history(ana)
    page = shop.members.history(ana, limit=2)
    walked = list(page)
    while page:
        page = shop.members.history(ana, limit=2, before=page[-1].at)
        walked += page
    assert tuple(walked) == whole


def test_every_movement_of_points_has_the_balance_after_it(shop, ana, eventful):
    rows = shop.members.points_entries(ana)
    assert sum(row.points for row in rows) == rows[0].balance == 278
    after = [row.balance for row in rows]
    assert [row.balance - row.points for row in rows] == [*after[1:], 0]
    assert {row.kind for row in rows} == {"earn", "burn", "adjust"}
    assert rows[-1].receipt_number == eventful[0].number
    assert eventful[1].number in {row.receipt_number for row in rows}
    older = shop.members.points_entries(ana, before=rows[2].at)
    assert older == rows[3:]


def test_another_members_past_is_not_mixed_in(shop, ana, eventful):
    other = shop.members.add(MemberDraft(name="b")).member.member_id
    assert shop.members.history(other) == ()
    assert shop.members.points_entries(other) == ()


def test_weighed_goods_are_told_by_their_weight(shop, ana):
    buy(shop, ana, ("耶加雪菲", 20000, 350), weighed=True)
    assert shop.members.history(ana)[0].text == "耶加雪菲 0.350 kg"


def test_favourites_are_what_was_bought_most_in_the_last_twenty_sales(shop, clock, ana):
    buy(shop, ana, ("old love", 100, 99_000))
    for _ in range(19):
        clock.forward(hours=2)
        buy(shop, ana, ("拿铁", 2800, 1000), ("可颂", 1500, 2000))
    assert shop.members.favourites(ana) == ("old love", "可颂", "拿铁")
    clock.forward(hours=2)
    buy(shop, ana, ("拿铁", 2800, 1000))
    assert shop.members.favourites(ana, 1) == ("可颂",)
    assert shop.members.strip(ana).favourite == "可颂"


def test_spending_is_told_by_month_and_for_twelve_months(shop, clock, ana):
    now = clock.moment
    for days_ago, amount in ((366, 1), (365, 10), (364, 100), (21, 1000), (0, 10000)):
        clock.moment = now - timedelta(days=days_ago)
        sell(shop, amount * 100, ana)
    assert clock.moment == now
    # The twelve months to 21 November 2026 begin on 22 November 2025.
    assert shop.members.spent_12_months(ana) == 1_110_000
    months = shop.members.monthly_spend(ana)
    assert len(months) == 12
    assert months[0] == ("2025-12", 0)
    assert months[-2:] == (("2026-10", 100_000), ("2026-11", 1_000_000))
    assert shop.members.monthly_spend(ana, 13)[0] == ("2025-11", 11_100)


def test_a_claimed_sale_counts_in_the_month_it_was_sold(shop, clock, ana):
    receipt = buy(shop, None, ("咖啡豆", 8800, 1000))
    shop.claims.claim(receipt.number, ana)
    assert shop.members.monthly_spend(ana, 1) == (("2026-11", 8800),)
    assert shop.members.spent_12_months(ana) == shop.members.get(ana).spent_minor == 8800


def test_29_february_looks_back_over_no_more_than_a_year(shop, clock, ana):
    clock.moment = clock.moment.replace(year=2027, month=2, day=28)
    sell(shop, 100, ana)
    clock.moment = clock.moment.replace(year=2027, month=3, day=1)
    sell(shop, 1000, ana)
    clock.moment = clock.moment.replace(year=2028, month=2, day=29)
    assert shop.members.spent_12_months(ana) == 1000


def test_the_part_paid_by_points_is_no_spend_by_month_or_in_all(shop, ana):
    sell(shop, 50_000, ana)
    cart = cart_of(Item("cake", 2_000), member=ana)
    shop.checkout.complete(uuid7(), cart, None, (points(500), cash(1_500)))
    assert shop.members.spent_12_months(ana) == shop.members.get(ana).spent_minor == 51_500
