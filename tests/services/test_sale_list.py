"""The list of sales: what is looked for is found, in its place, quickly."""

from __future__ import annotations

from datetime import date

import pytest

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.tenders import Tender, TenderKind
from app.services.sale_list import SEARCHED_DAYS, Documents, Kind, Returned, SaleFilter
from app.services.sales import DayTotal
from tests.shop_builder import add_product, cart_of, cash, sell
from tests.stored_refunds import store_refund

ALL = Documents.ALL


def numbers(shop, **wanted) -> list[str]:
    return [row.number for row in shop.sales.page(SaleFilter(**wanted), 0, 100)]


def test_a_refund_stands_in_the_list_where_it_happened(shop, clock):
    first = sell(shop, 1000)
    clock.forward(minutes=5)
    second = sell(shop, 400)
    clock.forward(minutes=5)
    store_refund(shop, first, kind="refund")
    rows = shop.sales.page(SaleFilter(documents=ALL), 0, 10)
    assert [(row.number, row.kind) for row in rows] == [
        ("RA0-000001", Kind.REFUND),
        (second.number, Kind.SALE),
        (first.number, Kind.SALE),
    ]
    assert (rows[0].of_number, rows[0].sale_id) == (first.number, first.sale_id)
    assert [row.returned for row in rows[1:]] == [Returned.NOTHING, Returned.WHOLLY]
    assert shop.sales.page_count(SaleFilter(documents=ALL)) == 3
    assert numbers(shop, documents=Documents.REFUNDS) == ["RA0-000001"]
    assert numbers(shop) == [second.number, first.number]


def test_a_part_taken_back_is_told_from_a_void(shop):
    part, void = sell(shop, 1000), sell(shop, 700)
    store_refund(shop, part, kind="refund", minor=300, quantity_milli=300)
    store_refund(shop, void, kind="void")
    found = {row.number: row.returned for row in shop.sales.page(SaleFilter(), 0, 10)}
    assert found == {part.number: Returned.PARTLY, void.number: Returned.VOIDED}


def test_the_totals_tell_what_was_given_back_beside_what_was_sold(shop):
    receipt = sell(shop, 1000)
    sell(shop, 500)
    store_refund(shop, receipt, kind="refund")
    assert shop.sales.totals(SaleFilter(documents=ALL)) == DayTotal(2, 1500, 0, 0, 1, 1000, 0)
    assert shop.sales.totals(SaleFilter()) == DayTotal(2, 1500, 0, 0)
    ever = SaleFilter(first_day=date.min, last_day=date.max)
    assert shop.sales.totals(ever) == DayTotal(2, 1500, 0, 0)
    assert numbers(shop, last_day=date.min, amount_minor=1000) == []


def test_a_product_an_amount_a_member_and_a_tender_find_their_sales(shop):
    tea, cake = add_product(shop, "乌龙茶", 1800), add_product(shop, "可颂", 1600)
    ana = shop.members.add(MemberDraft(name="Ana", phone="13800138000")).member.member_id
    by_tea = shop.checkout.complete(uuid7(), cart_of(tea), None, (cash(1800),))
    wechat = Tender(TenderKind.WECHAT, 3400)
    by_both = shop.checkout.complete(uuid7(), cart_of(tea, cake, member=ana), None, (wechat,))
    assert set(numbers(shop, product_id=tea.product_id)) == {by_tea.number, by_both.number}
    assert numbers(shop, product_id=cake.product_id) == [by_both.number]
    assert numbers(shop, line_text="可") == [by_both.number]
    assert numbers(shop, line_text="%") == []
    assert numbers(shop, amount_minor=1800) == [by_tea.number]
    assert numbers(shop, member_id=ana) == [by_both.number]
    assert numbers(shop, tender="wechat") == [by_both.number]


def test_a_search_through_all_of_the_past_keeps_to_the_newest_days(shop, clock):
    old = sell(shop, 1234)
    clock.forward(days=SEARCHED_DAYS)
    new = sell(shop, 1234)
    assert numbers(shop, amount_minor=1234) == [new.number]
    searched = shop.sales.searched(SaleFilter(amount_minor=1234))
    assert searched.first_day == date(2026, 11, 22)
    # Naming the days finds what is older, and a member's sales are found whenever they were.
    day = date(2026, 11, 21)
    assert numbers(shop, amount_minor=1234, first_day=day, last_day=day) == [old.number]
    assert shop.sales.searched(SaleFilter()) == SaleFilter()


@pytest.mark.parametrize(
    "wanted",
    [
        SaleFilter(documents=ALL),
        SaleFilter(documents=ALL, member_id=uuid7()),
        SaleFilter(documents=ALL, product_id=uuid7()),
        SaleFilter(documents=ALL, amount_minor=1),
        SaleFilter(documents=ALL, tender="cash"),
    ],
)
def test_no_page_of_the_list_reads_a_table_without_an_index(shop, wanted, monkeypatch):
    database = shop.desk.database
    rows, plans = database.rows, list[str]()

    def explained(sql, params=()):
        if "UNION ALL" in sql:
            plans.extend(row[3] for row in rows(f"EXPLAIN QUERY PLAN {sql}", params))
        return rows(sql, params)

    monkeypatch.setattr(
        type(database), "rows", lambda _self, sql, params=(): explained(sql, params)
    )
    shop.sales.page(wanted, 0, 100)
    assert any("MERGE" in plan for plan in plans)
    walked = [plan for plan in plans if plan.startswith("SCAN ") and "INDEX" not in plan]
    # The page itself, found by then, is all that is read through.
    assert all("subquery" in plan for plan in walked), plans


def test_the_page_of_a_sale_links_what_came_of_it(shop, clock):
    shop.products.add(ProductDraft(name="Tea", price="5"))
    receipt = sell(shop, 1000)
    page = shop.sale_pages.page(receipt.sale_id)
    assert page.receipt == receipt
    assert (page.can_return, page.can_void, page.can_claim) == (True, True, True)
    assert (page.till, page.in_open_session, page.returned_milli) == ("A0", True, (0,))
    clock.forward(minutes=3)
    store_refund(shop, receipt, minor=250, quantity_milli=250, reason="broken")
    page = shop.sale_pages.page(receipt.sale_id)
    assert (page.returned, page.returned_milli) == (Returned.PARTLY, (250,))
    (refund,) = page.refunds
    assert (refund.number, refund.reason, refund.total_minor) == ("RA0-000001", "broken", 250)
    assert (page.can_return, page.can_void) == (True, False)
