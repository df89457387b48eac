"""Commissions: net of discounts and of what came back, tips apart, and nothing counted twice."""

from dataclasses import replace
from datetime import date

import pytest

from app.errors import FieldInvalid
from app.services.commissions import commission_minor
from app.services.documents.goods_reports import commission_report, stock_report
from app.services.documents.table_report import report_pages, save_report
from app.services.ids import uuid7
from app.services.products import ProductDraft
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item
from app.services.rules.powers import Role
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.stock import StockLine
from app.services.tips import tip_line
from tests.services.documents.reading import bare, text_of
from tests.shop_builder import cash

DAY = date(2026, 11, 21)


@pytest.fixture
def lily(shop):
    person = shop.staff.add("Lily", Role.CLERK)
    shop.commissions.set_rate(person.staff_id, 1000)
    return person.staff_id


def line(amount, who=None, discount=None):
    return CartLine(uuid7(), Item("cut", amount), served_by=who, discount=discount)


def sell(shop, *lines, discount=None):
    cart = Cart(lines, discount=discount)
    due = shop.checkout.quote(cart).total_minor
    return shop.checkout.complete(uuid7(), cart, None, (cash(due),))


def of(shop, name, first=DAY, last=DAY):
    found = [each for each in shop.commissions.report(first, last).people if each.name == name]
    return found[0] if found else None


def test_a_commission_is_taken_of_what_was_really_paid(shop, lily):
    half = HandDiscount("friend", percent_bp=5000)
    sell(shop, line(10_000, lily, half), line(3_000), discount=HandDiscount("", amount_minor=800))
    served = of(shop, "Lily")
    # 50.00 of 80.00 bear 5.00 of the 8.00 off the basket.
    assert (served.sales, served.lines, served.sold_minor) == (1, 1, 4_500)
    assert served.commission_minor == 450
    assert of(shop, "").sold_minor == 2_700


def test_what_comes_back_takes_its_commission_with_it(shop, lily):
    receipt = sell(shop, line(10_000, lily), line(2_000, lily))
    shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id, (ReturnLine(1, 1000),), "no"))
    served = of(shop, "Lily")
    assert (served.sold_minor, served.refunded_minor, served.net_minor) == (12_000, 10_000, 2_000)
    assert served.commission_minor == 200


def test_a_void_leaves_nothing(shop, lily):
    receipt = sell(shop, line(10_000, lily))
    shop.refunds.void(receipt.number, "mistake")
    assert of(shop, "Lily").net_minor == 0


def test_a_return_on_another_day_counts_for_that_day(shop, lily, clock):
    receipt = sell(shop, line(10_000, lily))
    clock.forward(days=1)
    shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id, (), "no"))
    assert of(shop, "Lily").net_minor == 10_000
    tomorrow = date(2026, 11, 22)
    assert of(shop, "Lily", tomorrow, tomorrow).net_minor == -10_000
    assert of(shop, "Lily", tomorrow, tomorrow).commission_minor == -1_000
    assert of(shop, "Lily", DAY, tomorrow).commission_minor == 0


def test_tips_are_told_apart_and_are_no_revenue(shop, lily):
    cart = Cart((line(10_000, lily),))
    tip = tip_line(shop.desk, cart, 1_500)
    sell(shop, *cart.lines, tip)
    served = of(shop, "Lily")
    assert (served.sold_minor, served.tips_minor, served.commission_minor) == (10_000, 1_500, 1_000)


def test_who_served_stands_on_the_receipt_and_on_its_reprint(shop, lily):
    receipt = sell(shop, line(10_000, lily), line(500))
    assert [each.served_by for each in receipt.lines] == ["Lily", ""]
    assert shop.sales.receipt(receipt.number) == receipt


@pytest.mark.parametrize(
    ("net", "rate_bp", "commission"), [(1, 5000, 1), (-1, 5000, -1), (333, 1000, 33), (0, 9999, 0)]
)
def test_a_commission_is_rounded_half_away_from_zero(net, rate_bp, commission):
    assert commission_minor(net, rate_bp) == commission


def test_days_turned_round_and_a_rate_above_the_whole_are_refused(shop, lily):
    with pytest.raises(FieldInvalid):
        shop.commissions.report(DAY, date(2026, 11, 20))
    with pytest.raises(FieldInvalid):
        shop.commissions.set_rate(lily, 10_001)


def test_the_report_says_the_same_on_paper_and_in_a_file(shop, lily, tmp_path):
    sell(shop, line(12_345, lily), line(2_000))
    shop_facts = shop.desk.settings.facts
    report = commission_report(shop.commissions.report(DAY, DAY), shop_facts)
    paper, sheet = tmp_path / "c.pdf", tmp_path / "c.csv"
    save_report(paper, report, shop_facts)
    save_report(sheet, report, shop_facts)
    said = bare(text_of(paper.read_bytes()))
    for text in ("Lily", "¥123.45", "¥12.35", "¥143.45", "2026-11-21"):
        assert bare(text) in said
    assert "Lily,1,123.45,0.00,123.45,10,12.35,0.00" in sheet.read_text("utf-8-sig")


def test_a_long_stock_list_fills_numbered_pages(shop):
    tea = shop.products.add(ProductDraft("龙井", price="35.00"))
    shop.stock.receive([StockLine(tea.product_id, -500 + 1000)])
    (row,) = shop.stock.rows()
    facts = shop.desk.settings.facts
    report = stock_report([row] * 60, facts, "2026-11-21", low_only=False)
    pages = report_pages(report, replace(facts, language="en"))
    assert len(pages) == 2
