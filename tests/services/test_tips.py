"""A tip is a line of the sale and no revenue: no tax, no discount, no points, not spent."""

from dataclasses import replace

import pytest

from app.errors import CartEmpty, FieldInvalid
from app.services.ids import uuid7
from app.services.rules.cart import Cart, HandDiscount, add
from app.services.rules.refund import RefundDraft
from app.services.rules.tips import tip_of_rate
from app.services.sale_list import Documents, SaleFilter
from app.services.tips import tip_line
from tests.scheme_builder import sound
from tests.shop_builder import add_member, add_product, cart_of, cash, points


@pytest.fixture
def ana(shop):
    return add_member(shop, points=2_000)


def tipped(shop, cart: Cart, minor: int) -> Cart:
    return add(cart, tip_line(shop.desk, cart, minor))


def test_a_tip_is_taken_with_the_sale_and_is_no_revenue(shop, ana):
    before = shop.members.get(ana).spent_minor
    cart = replace(
        cart_of(add_product(shop, "Cut", 10_000), member=ana),
        discount=HandDiscount("regular", percent_bp=1_000),
    )
    receipt = shop.checkout.complete(uuid7(), tipped(shop, cart, 500), None, (cash(10_000),))
    assert (receipt.total_minor, receipt.tips_minor) == (9_500, 500)
    assert receipt.change_due_minor == 500
    assert receipt.points_earned == 90
    assert shop.members.get(ana).spent_minor == before + 9_000
    line = receipt.lines[-1]
    assert (line.name, line.tip, line.points, line.tax_rate_bp) == ("小费", True, 0, 0)
    assert shop.sales.by_id(receipt.sale_id) == receipt
    assert sound(shop)


def test_a_tip_belongs_to_who_served_or_to_the_shop(shop, ana):
    cart = cart_of(add_product(shop, "Cut", 10_000))
    assert tip_line(shop.desk, cart, 500).served_by == shop.desk.staff.staff_id
    stylist = uuid7()
    served = replace(cart, lines=tuple(replace(line, served_by=stylist) for line in cart.lines))
    assert tip_line(shop.desk, served, 500).served_by == stylist
    shop.settings.save(replace(shop.desk.settings, tips_to="shop"))
    assert tip_line(shop.desk, served, 500).served_by is None
    for amount in (0, -1):
        with pytest.raises(FieldInvalid):
            tip_line(shop.desk, cart, amount)


def test_a_tip_alone_is_no_sale(shop):
    with pytest.raises(CartEmpty):
        shop.checkout.complete(uuid7(), tipped(shop, Cart(), 500), None, (cash(500),))


def test_points_pay_goods_and_never_a_tip(shop, ana):
    cart = tipped(shop, cart_of(add_product(shop, "Cut", 1_000), member=ana), 500)
    receipt = shop.checkout.complete(uuid7(), cart, None, (points(1_000), cash(500)))
    assert receipt.points_earned == 0
    assert sound(shop)


def test_a_claimed_receipt_gives_no_points_for_its_tip(shop, ana):
    cart = tipped(shop, cart_of(add_product(shop, "Cut", 10_000)), 5_000)
    receipt = shop.checkout.complete(uuid7(), cart, None, (cash(15_000),))
    before = shop.members.get(ana).spent_minor
    assert shop.claims.claim(receipt.number, ana).points == 100
    assert shop.members.get(ana).spent_minor == before + 10_000
    assert sound(shop)


def test_a_rate_of_the_total_is_rounded_half_up():
    assert [tip_of_rate(total, 1_000) for total in (1_004, 1_005, 0)] == [100, 101, 0]


def test_a_tip_is_in_no_total_of_sales_and_in_no_months_spend(shop):
    ana = add_member(shop)
    cart = cart_of(add_product(shop, "Cut", 10_000), member=ana)
    receipt = shop.checkout.complete(uuid7(), tipped(shop, cart, 500), None, (cash(10_500),))
    assert shop.sales.totals(SaleFilter()).total_minor == 10_000
    assert shop.members.spent_12_months(ana) == shop.members.get(ana).spent_minor == 10_000
    shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id))
    both = shop.sales.totals(SaleFilter(documents=Documents.ALL))
    assert (both.total_minor, both.refunded_minor) == (10_000, 10_000)
    assert shop.members.spent_12_months(ana) == shop.members.get(ana).spent_minor == 0
