"""A session pass pays for lines of a sale: its use is counted there, and comes back with it."""

from dataclasses import replace
from threading import Thread
from uuid import UUID

import pytest

from app.errors import FieldInvalid, PassNotUsable, SaleIdTaken
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.money import MILLI
from app.services.rules.reasons import newest_about
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.scheme.conditions import Goods
from app.shop import Shop
from tests.scheme_builder import EVERYTHING_IN_ONE, TEN_CLASSES, sound, use
from tests.shop_builder import add_member, cash

CLASSES = replace(TEN_CLASSES, goods=Goods(categories=("Classes",)))
SCHEME = replace(EVERYTHING_IN_ONE, passes=(CLASSES,), promotions=(), multipliers=(), referral=None)


@pytest.fixture
def ana(shop):
    use(shop, SCHEME)
    return add_member(shop)


@pytest.fixture
def ten(shop: Shop, ana: UUID) -> UUID:
    return shop.passes.sell(uuid7(), ana, "ten", (cash(80_000),)).held.pass_id


def basket(shop, member, classes: int, tea_minor: int = 0, uses: int = 1) -> Cart:
    """Classes at 90.00, tea beside them, and uses of the member's pass laid on them."""
    lines = [CartLine(uuid7(), Item("Yoga", 9_000, category="Classes"), classes * MILLI)]
    if tea_minor:
        lines.append(CartLine(uuid7(), Item("Tea", tea_minor)))
    passes = shop.passes.to_lay(member, ["ten"] * uses)
    return Cart(tuple(lines), shop.loyalty.facts(member), passes=passes)


def sells(shop, cart: Cart, sale_id: UUID | None = None):
    total = shop.checkout.quote(cart).total_minor
    paid = (cash(total),) if total else ()
    return shop.checkout.complete(sale_id or uuid7(), cart, None, paid)


def left(shop: Shop, pass_id: UUID) -> int:
    return shop.passes.find(pass_id).uses_left


def test_a_use_pays_one_unit_and_is_counted_with_the_sale(shop, ana, ten):
    before = shop.loyalty.standing(ana).points.balance
    receipt = sells(shop, basket(shop, ana, classes=2, tea_minor=1_500))
    # One class of two is paid by the pass: 90.00 + 15.00 are left to pay, and earn.
    assert (receipt.total_minor, left(shop, ten)) == (10_500, 9)
    effect = receipt.lines[0].effects[0]
    assert (effect.amount_minor, effect.why.code) == (9_000, "pass")
    assert dict(effect.why.facts)["left"] == 9
    assert shop.sales.by_id(receipt.sale_id) == receipt
    earned = shop.loyalty.standing(ana).points.balance - before
    plain = replace(basket(shop, ana, classes=1, tea_minor=1_500), passes=())
    assert earned == shop.checkout.quote(plain).points_earned == receipt.points_earned
    assert sound(shop)


def test_what_a_pass_pays_wholly_earns_nothing(shop, ana, ten):
    receipt = sells(shop, basket(shop, ana, classes=1))
    assert (receipt.total_minor, receipt.points_earned, left(shop, ten)) == (0, 0, 9)
    assert sound(shop)


def test_two_uses_pay_two_units_and_a_third_has_nothing_to_pay(shop, ana, ten):
    cart = basket(shop, ana, classes=2, tea_minor=500, uses=3)
    quote = shop.checkout.quote(cart)
    assert (quote.total_minor, quote.passes_used) == (500, ((ten, 2),))
    missed = newest_about(quote.why_not, "offer", "ten")
    assert missed is not None
    assert missed.code == "nothing_left"
    sells(shop, cart)
    assert left(shop, ten) == 8


def test_completing_a_sale_again_counts_its_use_once(shop, ana, ten):
    cart, sale_id = basket(shop, ana, classes=1), uuid7()
    assert sells(shop, cart, sale_id) == sells(shop, cart, sale_id)
    assert left(shop, ten) == 9
    with pytest.raises(SaleIdTaken):
        shop.checkout.complete(sale_id, replace(cart, passes=()), None, (cash(9_000),))


def test_a_pass_that_cannot_be_used_is_refused_in_one_sentence(shop, ana, ten, clock):
    def refused(cart: Cart) -> str:
        with pytest.raises(PassNotUsable) as told:
            sells(shop, cart)
        return told.value.reason

    bo = add_member(shop, "Bo", "000200")
    theirs = replace(basket(shop, ana, 1), member=shop.loyalty.facts(bo))
    last = basket(shop, ana, classes=2, uses=2)
    shop.passes.use(ten, 9)
    assert refused(theirs) == "other_member"
    assert refused(last) == "too_few_uses"
    shop.passes.use(ten)
    assert refused(last) == "used_up"
    with pytest.raises(PassNotUsable):
        basket(shop, ana, 1)
    shop.passes.give_back(ten, "miscounted")
    stale = basket(shop, ana, 1)
    use(shop, replace(SCHEME, passes=()))
    assert refused(stale) == "not_in_scheme"
    clock.forward(days=90)
    assert refused(stale) == "code_expired"
    assert sound(shop)


def test_of_the_last_use_two_sales_get_one(shop, ana, ten):
    shop.passes.use(ten, 9)
    carts = [basket(shop, ana, 1), basket(shop, ana, 1)]
    answers: list[object] = []

    def one(cart: Cart) -> None:
        try:
            answers.append(sells(shop, cart).total_minor)
        except PassNotUsable as error:
            answers.append(error.reason)

    threads = [Thread(target=one, args=(cart,)) for cart in carts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, answers)) == ["0", "used_up"]
    assert left(shop, ten) == 0
    assert sound(shop)


def test_a_void_gives_the_uses_back(shop, ana, ten):
    receipt = sells(shop, basket(shop, ana, classes=2, uses=2))
    shop.refunds.void(receipt.number, "mistake")
    assert left(shop, ten) == 10
    assert sound(shop)


def test_a_line_that_comes_back_brings_its_uses(shop, ana, ten):
    receipt = sells(shop, basket(shop, ana, classes=3, tea_minor=500, uses=2))
    # Tea came back: no use of the pass does.
    back = RefundDraft(uuid7(), receipt.sale_id, (ReturnLine(2, MILLI),), "cold")
    assert (shop.refunds.preview(back).passes_back, left(shop, ten)) == (0, 8)
    shop.refunds.refund(back)
    assert left(shop, ten) == 8
    # Two uses and 90.00 paid for three classes: each brings 30.00, and 0, 1, 1 uses.
    for uses in (8, 9, 10):
        back = RefundDraft(uuid7(), receipt.sale_id, (ReturnLine(1, MILLI),), "ill")
        assert shop.refunds.refund(back).total_minor == 3_000
        assert left(shop, ten) == uses
    assert sound(shop)


def test_a_use_that_paid_in_a_sale_is_not_taken_back_by_hand(shop, ana, ten):
    sells(shop, basket(shop, ana, classes=1))
    with pytest.raises(FieldInvalid):
        shop.passes.give_back(ten, "miscounted")
    shop.passes.use(ten)
    assert shop.passes.give_back(ten, "miscounted").uses_left == 9


def test_a_parked_basket_keeps_its_pass_as_it_stands_on_return(shop, ana, ten):
    held_id = shop.checkout.hold(basket(shop, ana, classes=1), "Ana")
    shop.passes.use(ten, 3)
    back = shop.checkout.recall(held_id)
    assert [(each.pass_id, each.uses_left) for each in back.cart.passes] == [(ten, 7)]
    assert sells(shop, back.cart).total_minor == 0
    assert left(shop, ten) == 6


def test_a_pass_without_goods_is_counted_alone(shop, ana, ten):
    use(shop, replace(SCHEME, passes=(TEN_CLASSES,)))
    quote = shop.checkout.quote(basket(shop, ana, classes=1))
    missed = newest_about(quote.why_not, "offer", "ten")
    assert missed is not None
    assert (quote.total_minor, missed.code) == (9_000, "pass_without_goods")


def test_the_dearest_unit_is_paid_and_offers_see_the_rest(shop, ana, ten):
    cart = basket(shop, ana, classes=1)
    dear = CartLine(uuid7(), Item("Pilates", 12_000, category="Classes"))
    quote = shop.checkout.quote(replace(cart, lines=(*cart.lines, dear)))
    assert [line.total_minor for line in quote.lines] == [9_000, 0]
