"""What a clerk may sell alone: discounts by hand have a limit, however they are put together."""

from dataclasses import replace

import pytest

from app.errors import NeedsApproval
from app.services.approvals import Approval
from app.services.desk import Staff
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item
from app.services.rules.powers import Allowance, Limits, Power, Role
from app.services.sale_powers import discount_bp
from app.shop import Shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import add_member, cash

TEA, CAKE = Item("茶", 1000), Item("蛋糕", 3000)


@pytest.fixture
def clerk(shop: Shop) -> Staff:
    person = shop.staff.add("小林", Role.CLERK)
    shop.desk.staff = Staff(person.staff_id, person.name, person.role)
    return shop.desk.staff


def by_rate(bp: int) -> HandDiscount:
    return HandDiscount("regular", percent_bp=bp)


def cart(*lines: tuple[Item, HandDiscount | None], on_all: HandDiscount | None = None) -> Cart:
    made = tuple(CartLine(uuid7(), item, discount=discount) for item, discount in lines)
    return Cart(made, discount=on_all)


def pay(shop: Shop, basket: Cart):
    total = shop.checkout.quote(basket).total_minor
    tenders = (cash(total),) if total else ()
    return shop.checkout.complete(uuid7(), basket, None, tenders)


WITHIN = {
    "no discount": cart((TEA, None)),
    "a rate on a line": cart((TEA, by_rate(1_000)), (CAKE, None)),
    "an amount on a line": cart((TEA, HandDiscount("torn", amount_minor=100)), (CAKE, None)),
    "a rate on all": cart((TEA, None), (CAKE, None), on_all=by_rate(1_000)),
    "half cents rounded up": cart((Item("糖", 5), by_rate(1_000))),
    "rounded down": cart((Item("菜", 199), None), on_all=HandDiscount("", round_down_to_minor=10)),
}  # fmt: skip
OVER = {
    "a rate on a line": cart((TEA, by_rate(1_001)), (CAKE, None)),
    "an amount on a line": cart((TEA, HandDiscount("torn", amount_minor=101)), (CAKE, None)),
    "a cheap line": cart((Item("糖", 5), HandDiscount("gift", amount_minor=5)), (CAKE, None)),
    "a rate on all": cart((TEA, None), (CAKE, None), on_all=by_rate(1_100)),
    "an amount on all": cart((TEA, None), (CAKE, None), on_all=HandDiscount("", amount_minor=401)),
    "one on top of the other": cart((TEA, by_rate(1_000)), on_all=by_rate(1_000)),
}  # fmt: skip


@pytest.mark.parametrize("basket", WITHIN.values(), ids=WITHIN)
def test_a_clerk_sells_within_the_limit(shop: Shop, clerk: Staff, basket: Cart) -> None:
    assert pay(shop, basket).staff == "小林"


@pytest.mark.parametrize("basket", OVER.values(), ids=OVER)
def test_over_the_limit_nothing_is_sold(shop: Shop, clerk: Staff, basket: Cart) -> None:
    with pytest.raises(NeedsApproval) as needs:
        pay(shop, basket)
    assert (needs.value.power, needs.value.limit, needs.value.unit) == ("discount", 1_000, "bp")
    assert needs.value.amount > 1_000
    assert shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_approved_the_sale_is_made_once_and_tells_who_approved(shop: Shop, clerk: Staff) -> None:
    basket = OVER["a rate on all"]
    boss = shop.staff.list()[0].staff_id
    given = shop.desk.approvals.issue(Approval(boss, Power.DISCOUNT, 1_100, uuid7()))
    sold = shop.desk.approvals.under((given,), lambda: pay(shop, basket))
    row = shop.desk.database.row(
        "SELECT approved_by, subject_id, detail FROM audit_entry WHERE action = 'sale.discount'"
    )
    assert row == (boss.bytes, sold.sale_id.bytes, '{"amount": 1099}')
    with pytest.raises(NeedsApproval):
        shop.desk.approvals.under((given,), lambda: pay(shop, basket))


def test_a_repeated_sale_needs_no_second_word(shop: Shop, clerk: Staff) -> None:
    basket, sale_id = OVER["a rate on all"], uuid7()
    boss = shop.staff.list()[0].staff_id
    given = shop.desk.approvals.issue(Approval(boss, Power.DISCOUNT, 1_100, uuid7()))

    def once():
        return shop.checkout.complete(sale_id, basket, None, (cash(3560),))

    first = shop.desk.approvals.under((given,), once)
    assert once() == first


def test_the_owner_gives_what_they_like(shop: Shop) -> None:
    for basket in OVER.values():
        pay(shop, basket)


def test_goods_without_a_price_have_a_limit_where_the_owner_sets_one(
    shop: Shop, clerk: Staff
) -> None:
    limits = shop.desk.limits
    shop.desk.limits = Limits(limits.manager, Allowance(limits.clerk.may, {Power.OPEN_ITEM: 2_000}))
    pay(shop, cart((TEA, None)))
    with pytest.raises(NeedsApproval) as needs:
        pay(shop, cart((CAKE, None)))
    assert needs.value.power == "open_item"


def test_a_rate_is_the_one_that_was_given(shop: Shop) -> None:
    for rate in (1, 250, 1_000, 3_333, 10_000):
        for price in (7, 199, 1_000, 123_457):
            basket = cart((Item("x", price), by_rate(rate)))
            assert discount_bp(basket, shop.checkout.quote(basket)) == rate
            whole = replace(cart((Item("x", price), None)), discount=by_rate(rate))
            assert discount_bp(whole, shop.checkout.quote(whole)) <= rate


def test_money_paid_out_is_a_refund_with_a_limit(shop: Shop) -> None:
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    shop.wallets.top_up(uuid7(), ana, 50_000, (cash(50_000),))
    owner = shop.desk.staff
    person = shop.staff.add("小林", Role.CLERK)
    shop.desk.staff = Staff(person.staff_id, person.name, person.role)
    op_id = uuid7()
    with pytest.raises(NeedsApproval) as needs:
        shop.wallets.close(op_id, ana, "moving away")
    assert (needs.value.power, needs.value.limit) == ("refund", 20_000)
    shop.desk.staff = owner
    assert shop.wallets.close(op_id, ana, "moving away").taking.amount_minor == -50_000
    shop.desk.staff = Staff(person.staff_id, person.name, person.role)
    assert shop.wallets.close(op_id, ana, "moving away").taking.amount_minor == -50_000
    row = shop.desk.database.row(
        "SELECT detail, subject_id FROM audit_entry WHERE action = 'value.paid_out'"
    )
    assert row == ('{"amount": 50000}', op_id.bytes)
