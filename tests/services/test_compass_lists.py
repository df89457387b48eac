"""The list behind each figure of the compass holds exactly what the figure counts."""

from dataclasses import replace

import pytest

from app.services.compass import Behind
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Item, add
from app.services.rules.insight.figures import REPURCHASE, FigureName
from app.services.rules.insight.periods import Period
from app.services.rules.refund import RefundDraft
from app.services.sale_list import Kind, SaleFilter
from app.services.tips import tip_line
from tests.shop_builder import add_member, cart_of, cash, points, sell
from tests.trust.loyal_day import loyal_day

_F = FigureName


def tipped(shop, minor, tip, member=None):
    cart = cart_of(Item("tea", minor), member=member)
    cart = add(cart, tip_line(shop.desk, cart, tip))
    return shop.checkout.complete(uuid7(), cart, None, (cash(minor + tip),))


@pytest.fixture
def busy(shop, clock):
    """Two months in which everything that the compass counts happened, to members and to nobody:
    sold, tipped, discounted, voided, returned, claimed, merged, lapsed, owed."""
    clock.forward(days=-45)
    ana = loyal_day(shop)
    bea = shop.members.add(MemberDraft(name="Bea", source="friend")).member.member_id
    sell(shop, 3_000, bea)
    old = tipped(shop, 2_500, 300, bea)
    clock.forward(days=45)
    twin = add_member(shop, "Bea B", "000902", points=250)
    for member in (ana, bea, twin):
        cart = cart_of(Item("tea", 3_000), Item("scone", 900), member=member)
        shop.checkout.complete(uuid7(), cart, None, (cash(3_900),))
    shop.checkout.complete(
        uuid7(), cart_of(Item("tea", 800), Item("scone", 400)), None, (cash(1_200),)
    )
    cart = cart_of(Item("tea", 6_000), member=twin)
    shop.checkout.complete(uuid7(), cart, None, (points(200), cash(5_800)))
    shop.merges.merge(uuid7(), bea, twin)
    claimed = tipped(shop, 5_000, 700)
    shop.claims.claim(claimed.number, bea)
    shop.refunds.refund(RefundDraft(uuid7(), old.sale_id))
    shop.refunds.refund(RefundDraft(uuid7(), tipped(shop, 1_000, 100).sale_id))
    shop.refunds.void(tipped(shop, 8_000, 900, ana).number, "wrong")
    handout = shop.coupons.issue_batch("handout", 2).coupons[0]
    cart = replace(cart_of(Item("sofa", 9_000)), coupons=(shop.coupons.laid(handout.code),))
    due = shop.checkout.quote(cart).total_minor
    shop.checkout.complete(uuid7(), cart, None, (cash(due),))
    gone = add_member(shop, "Gone", "000903")
    sell(shop, 1_100, gone)
    shop.members.archive(gone)
    return shop


def documents(shop, wanted: SaleFilter):
    """Every row of a list, and what stands above it."""
    count, totals = shop.sales.page_count(wanted), shop.sales.totals(wanted)
    rows = [row for at in range(0, count, 3) for row in shop.sales.page(wanted, at, 3)]
    assert len({row.refund_id or row.sale_id for row in rows}) == len(rows) == count
    assert [row.sold_at for row in rows] == sorted((row.sold_at for row in rows), reverse=True)
    return rows, totals


def whole(shop) -> Period:
    today = shop.desk.today()
    return Period(today.replace(year=today.year - 1), today)


def test_every_figure_opens_exactly_what_it_counts(busy):
    year = whole(busy)
    held_all(busy, busy.compass.this_month())
    now = held_all(busy, year)
    # Each has something to count, so that no empty list proves anything by accident.
    later = {_F.TIERS_DOWN, _F.POINTS_EXPIRED, _F.COUPONS_EXPIRED, *REPURCHASE.values()}
    assert {name for name in FigureName if not now[name]} <= later


def held_all(busy, asked):
    """The figures, each held against its list."""
    figures = busy.compass.compass(asked).figures
    assert {each.name for each in figures} == set(FigureName)
    now = {each.name: each.now for each in figures}
    for name in FigureName:
        behind = Behind(name, asked)
        wanted = busy.compass.sales_behind(behind)
        if wanted is None:
            told = busy.compass.members_behind(behind)
            assert len(set(told.seqs)) == len(told.seqs)
            expected = {
                _F.MEMBER_SHARE: now[_F.MEMBER_REVENUE],
                _F.ACTIVE_RATE: now[_F.ACTIVE_MEMBERS],
            }.get(name, now[name])
            if name not in REPURCHASE.values():
                assert told.total == expected, name
            assert list(told.amounts) == sorted(told.amounts, reverse=True), name
        else:
            rows, totals = documents(busy, wanted)
            net = totals.total_minor - totals.refunded_minor
            assert {
                _F.REVENUE: net,
                _F.SALES: totals.sales,
                _F.AVERAGE_BASKET: round(totals.total_minor / max(1, totals.sales)),
                _F.DISCOUNTS: totals.discount_minor,
                _F.REFUNDS: totals.refunds,
                _F.REFUNDED: totals.refunded_minor,
                _F.TIPS: totals.tips_minor,
            }[name] == now[name], name
            assert Kind.VOID not in {row.kind for row in rows}
            assert len(rows) == totals.sales + totals.refunds
            if name is _F.DISCOUNTS:
                assert min(row.discount_minor for row in rows) > 0
                assert sum(row.discount_minor for row in rows) == now[name]
            if name is _F.TIPS:
                assert 0 not in {row.tip_minor for row in rows}
                assert sum(row.tip_minor for row in rows) == now[name]
    return now


def test_every_row_of_the_tables_opens_exactly_what_it_counts(busy, clock):
    asked = whole(busy)
    page = busy.compass.compass(asked)

    def total(what, *key):
        return busy.compass.members_behind(Behind(what, asked, key)).total

    for row in page.sources:
        assert total("source", row.key) == row.now
    for move in page.tiers.moves:
        assert total("move", *move.key) == move.members
    for use in page.benefits:
        assert total("benefit", use.kind, use.id) == use.now, use.id
    for month in page.months:
        assert total("owed_on", month.day.isoformat()) == month.total_minor, month.day
    for best in page.best.products:
        key = "" if best.product_id is None else best.product_id.hex
        assert total("product", key, best.name) == best.total_minor, best.name
    pair = busy.compass.members_behind(Behind("pair", asked, ("scone", "tea")))
    assert (len(pair), pair.of_nobody, pair.total) == (2, 1, 4)
    assert {use.kind for use in page.benefits} == {"coupon", "reward", "perk", "pass"}
    assert page.tiers.moves
    assert page.best.products
    clock.forward(days=800)
    busy.due.run()
    lapsed = Period(asked.first, busy.desk.today())
    now = {each.name: each.now for each in busy.compass.compass(lapsed).figures}
    for name in (_F.TIERS_DOWN, _F.POINTS_EXPIRED, _F.COUPONS_EXPIRED):
        assert busy.compass.members_behind(Behind(name, lapsed)).total == now[name], name
    assert min(now[_F.TIERS_DOWN], now[_F.COUPONS_EXPIRED]) > 0
