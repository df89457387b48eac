"""What a clerk may sell alone: discounts by hand have a limit, however they are put together."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.errors import NeedsApproval
from app.services.approvals import Approval
from app.services.desk import Staff
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item
from app.services.rules.powers import Allowance, Limits, Power, Role
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward
from app.services.rules.scheme.words import words
from app.services.sale_powers import discount_bp
from app.shop import Shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import Clock, add_member, cash, sell

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


def as_staff(shop: Shop, person: Staff) -> None:
    shop.desk.staff = person


def refused(power: str, verb: Callable[[], object]) -> NeedsApproval:
    with pytest.raises(NeedsApproval) as needs:
        verb()
    assert needs.value.power == power
    return needs.value


def test_the_first_receipt_of_a_members_day_is_claimed_at_once_any_other_by_leave(
    shop: Shop, clerk: Staff, clock: Clock
) -> None:
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    first, second, old = (sell(shop, 1_000).number for _ in range(3))
    assert shop.claims.claim(first, ana).points == 10
    refused("claim_late", lambda: shop.claims.claim(second, ana))
    assert shop.claims.claim(second, bo).points == 10
    clock.forward(days=1)
    refused("claim_late", lambda: shop.claims.claim(old, ana))
    boss = shop.staff.list()[0].staff_id
    word = shop.desk.approvals.issue(Approval(boss, Power.CLAIM_LATE, 0, uuid7()))
    assert shop.claims.claim(old, ana, approval=word).points == 10
    row = shop.desk.database.row(
        "SELECT approved_by FROM audit_entry WHERE action = 'points.claimed'"
    )
    assert row == (boss.bytes,)


def test_a_second_claim_asks_also_where_the_clock_was_ahead_or_another_was_merged(
    shop: Shop, clerk: Staff, clock: Clock
) -> None:
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    clock.forward(days=1)
    shop.claims.claim(sell(shop, 1_000).number, ana)
    clock.forward(days=-1)
    shop.claims.claim(sell(shop, 1_000).number, ana)
    third = sell(shop, 1_000).number
    refused("claim_late", lambda: shop.claims.claim(third, ana))
    boss = shop.staff.list()[0]
    as_staff(shop, Staff(boss.staff_id, boss.name, boss.role))
    shop.merges.merge(uuid7(), bo, ana)
    as_staff(shop, clerk)
    refused("claim_late", lambda: shop.claims.claim(third, bo))


def test_who_is_frozen_is_set_free_by_leave_alone_whatever_way_round(
    shop: Shop, clerk: Staff, clock: Clock
) -> None:
    ana, members = add_member(shop), shop.members
    members.freeze(ana)
    assert members.unfreeze(ana).state == "active"  # one's own slip, taken back at once
    members.freeze(ana)
    clock.forward(minutes=2)
    refused("unfreeze", lambda: members.unfreeze(ana))
    members.archive(ana)
    assert members.unarchive(ana).state == "frozen"
    refused("unfreeze", lambda: members.unfreeze(ana))
    boss = shop.staff.list()[0].staff_id
    word = shop.desk.approvals.issue(Approval(boss, Power.UNFREEZE, 0, uuid7()))
    assert members.unfreeze(ana, approval=word).state == "active"
    assert shop.desk.database.value("SELECT approved_by FROM audit_entry ORDER BY id DESC") == (
        boss.bytes
    )
    clock.forward(days=300)
    members.freeze(ana)
    members.unfreeze(ana)
    clock.forward(days=-300)  # the clock had been ahead: what was written last counts
    members.freeze(ana)
    members.archive(ana)
    assert members.unarchive(ana).state == "frozen"


def test_a_lost_card_comes_back_by_leave_alone_whatever_way_round(
    shop: Shop, clerk: Staff, clock: Clock
) -> None:
    cards = shop.cards
    card_id = cards.issue(add_member(shop)).card_id
    cards.report_lost(card_id)
    assert cards.reactivate(card_id).state == "active"
    cards.report_lost(card_id)
    clock.forward(minutes=2)
    refused("unfreeze", lambda: cards.reactivate(card_id))
    new = cards.replace(card_id)
    assert cards.undo_replace(card_id).state == "lost"
    assert cards.get(new.card_id).state == "closed"
    newest = cards.replace(card_id)
    cards.close(newest.card_id)
    refused("unfreeze", lambda: cards.reactivate(card_id))
    boss = shop.staff.list()[0]
    as_staff(shop, Staff(boss.staff_id, boss.name, boss.role))
    assert cards.reactivate(card_id).state == "active"


def test_a_coupon_is_revoked_by_leave_but_for_ones_own_slip(shop: Shop, clock: Clock) -> None:
    use(shop, EVERYTHING_IN_ONE)
    ana, owner = add_member(shop), shop.desk.staff
    template = next(each.id for each in shop.desk.scheme.coupons)
    theirs = shop.coupons.issue(template, ana).code
    person = shop.staff.add("小林", Role.CLERK)
    limits = shop.desk.limits
    shop.desk.limits = replace(
        limits, clerk=replace(limits.clerk, may=limits.clerk.may | {Power.POINTS_BY_HAND})
    )
    as_staff(shop, Staff(person.staff_id, person.name, person.role))
    refused("coupon_revoke", lambda: shop.coupons.revoke(theirs, "no"))
    own, later = (shop.coupons.issue(template, ana).code for _ in range(2))
    assert shop.coupons.revoke(own, "a slip").state == "revoked"
    clock.forward(minutes=2)
    refused("coupon_revoke", lambda: shop.coupons.revoke(later, "no"))
    word = shop.desk.approvals.issue(Approval(owner.staff_id, Power.COUPON_REVOKE, 0, uuid7()))
    assert shop.coupons.revoke(later, "no", approval=word).state == "revoked"
    dear = Reward("dear", words("5 off"), 80, Benefit(BenefitKind.GIVE_COUPON, coupon=template))
    as_staff(shop, owner)
    use(shop, replace(EVERYTHING_IN_ONE, rewards=(dear,)))
    shop.points.adjust(ana, 80, "gift")
    as_staff(shop, Staff(person.staff_id, person.name, person.role))
    bought = shop.rewards.hand_out(uuid7(), ana, "dear").coupon_code
    refused("coupon_revoke", lambda: shop.coupons.revoke(bought, "no"))
