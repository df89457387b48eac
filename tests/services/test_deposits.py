"""Deposits: taken, laid on the sale they were taken for, given back, kept for good."""

import json
from dataclasses import replace

import pytest

from app.errors import (
    CartEmpty,
    DepositClosed,
    DepositHeld,
    DepositUnknown,
    FieldInvalid,
    NeedsApproval,
    TakingIdTaken,
    TenderInvalid,
    ValueTooLow,
)
from app.services.deposits import DepositDraft
from app.services.documents.report_told import ReportTold
from app.services.ids import uuid7
from app.services.rules.cart import Cart
from app.services.rules.day_report_form import dump_z, load_z
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import sound
from tests.shop_builder import add_member, add_product, cart_of, cash


@pytest.fixture
def ana(shop):
    return add_member(shop)


@pytest.fixture
def cake(shop):
    return add_product(shop, "Cake", 20_000)


def by_deposit(minor: int, number: str) -> Tender:
    return Tender(TenderKind.DEPOSIT, minor, number)


def test_a_deposit_parks_its_basket_and_comes_back_with_it(shop, ana, cake):
    op_id = uuid7()
    draft = DepositDraft(op_id, 5_000, (cash(10_000),), cart=cart_of(cake, member=ana))
    done = shop.deposits.take(draft)
    assert shop.deposits.take(draft).deposit == done.deposit
    assert done.taking.change_due_minor == 5_000
    (held,) = shop.checkout.held()
    assert held.deposit_minor == 5_000
    assert shop.deposits.open()[0].held_id == held.held_id
    cart = shop.checkout.recall(held.held_id).cart
    (laid,) = cart.deposits
    assert (laid.left_minor, laid.member_id) == (5_000, ana)
    receipt = shop.checkout.complete(
        uuid7(), cart, None, (by_deposit(5_000, done.deposit.number), cash(15_000))
    )
    # What was paid by the deposit was paid with money: it earns with the sale, not before.
    assert receipt.points_earned == 200
    assert shop.deposits.open() == ()
    assert sound(shop)


def test_a_limit_on_refunds_is_not_passed_by_a_deposit_in_pieces(shop):
    draft = DepositDraft(uuid7(), 50_000, (cash(50_000),), note="table 7")
    number = shop.deposits.take(draft).deposit.number
    owner, again = shop.desk.staff, uuid7()
    shop.desk.staff = replace(owner, role="clerk")  # 200.00
    try:
        done = shop.deposits.give_back(again, number, amount_minor=15_000)
        assert shop.deposits.give_back(again, number, amount_minor=15_000) == done
        with pytest.raises(NeedsApproval):
            shop.deposits.give_back(uuid7(), number, amount_minor=15_000)
    finally:
        shop.desk.staff = owner
    shop.deposits.give_back(uuid7(), number)
    assert sound(shop)


def test_a_deposit_earns_nothing_and_is_no_sale_until_it_is_used(shop, ana):
    shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana))
    assert shop.members.strip(ana).facts.points == 0
    assert shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_a_deposit_for_nobody_and_nothing_needs_a_note(shop, ana):
    with pytest.raises(FieldInvalid):
        shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),)))
    done = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), note="cake, Sunday"))
    assert done.deposit.number == "D-000001"
    assert shop.deposits.find("d1") == done.deposit
    with pytest.raises(FieldInvalid):
        shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), note="4111 1111 1111 1111"))
    with pytest.raises(CartEmpty):
        shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), cart=Cart()))
    assert len(shop.deposits.open()) == 1


def test_a_deposit_outlives_its_basket(shop, ana, cake):
    cart = cart_of(cake, member=ana)
    done = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), cart=cart))
    (held,) = shop.checkout.held()
    standing = shop.checkout.recall(held.held_id).cart
    other = shop.checkout.hold(cart_of(cake))
    shop.checkout.recall(other, standing)  # swapped: parked again, the deposit still on it
    (again,) = shop.checkout.held()
    assert again.deposit_minor == 5_000
    shop.checkout.recall(again.held_id)  # and thrown away
    (left,) = shop.deposits.open()
    assert (left.number, left.left_minor, left.held_id) == (done.deposit.number, 5_000, None)
    assert shop.deposits.of_member(ana) == (left,)


def test_what_the_sale_leaves_of_a_deposit_is_given_back(shop, ana, cake):
    done = shop.deposits.take(DepositDraft(uuid7(), 30_000, (cash(30_000),), ana))
    number = done.deposit.number
    shop.checkout.complete(uuid7(), cart_of(cake, member=ana), None, (by_deposit(20_000, number),))
    op_id = uuid7()
    back = shop.deposits.give_back(op_id, number)
    assert (back.moved_minor, back.deposit.left_minor) == (-10_000, 0)
    assert shop.deposits.give_back(op_id, number) == back
    with pytest.raises(DepositClosed):
        shop.deposits.give_back(uuid7(), number)
    assert sound(shop)


def test_a_deposit_pays_once_and_only_its_own_member(shop, ana, cake):
    number = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)).deposit.number
    tenders = (by_deposit(5_000, number), cash(15_000))
    with pytest.raises(TenderInvalid):
        shop.checkout.complete(uuid7(), cart_of(cake), None, tenders)
    twice = (by_deposit(2_000, number), by_deposit(3_000, number), cash(15_000))
    with pytest.raises(TenderInvalid):
        shop.checkout.complete(uuid7(), cart_of(cake, member=ana), None, twice)
    with pytest.raises(ValueTooLow):
        shop.checkout.complete(
            uuid7(), cart_of(cake, member=ana), None, (by_deposit(6_000, number), cash(14_000))
        )
    with pytest.raises(DepositUnknown):
        shop.checkout.complete(
            uuid7(), cart_of(cake, member=ana), None, (by_deposit(6_000, "99"), cash(14_000))
        )
    with pytest.raises(TenderInvalid):
        shop.checkout.complete(uuid7(), cart_of(cake), None, (by_deposit(20_000, ""),))
    shop.checkout.complete(uuid7(), cart_of(cake, member=ana), None, tenders)
    with pytest.raises(DepositClosed):
        shop.checkout.complete(uuid7(), cart_of(cake, member=ana), None, tenders)
    assert sound(shop)


def test_a_forfeited_deposit_needs_a_reason_and_is_sealed(shop, ana):
    number = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)).deposit.number
    op_id = uuid7()
    with pytest.raises(FieldInvalid):
        shop.deposits.forfeit(op_id, number, "")
    done = shop.deposits.forfeit(op_id, number, "never came")
    assert (done.moved_minor, done.deposit.left_minor) == (-5_000, 0)
    assert shop.deposits.forfeit(op_id, number, "never came") == done
    with pytest.raises(DepositClosed):
        shop.deposits.forfeit(uuid7(), number, "again")
    assert sound(shop)


def test_part_of_a_deposit_may_be_given_back_by_another_tender(shop, ana):
    number = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)).deposit.number
    back = shop.deposits.give_back(uuid7(), number, amount_minor=2_000, kind=TenderKind.WECHAT)
    assert back.deposit.left_minor == 3_000
    assert back.taking.tenders == (Tender(TenderKind.WECHAT, -2_000),)
    with pytest.raises(ValueTooLow):
        shop.deposits.give_back(uuid7(), number, amount_minor=4_000)
    for amount in (0, -1):
        with pytest.raises(FieldInvalid):
            shop.deposits.give_back(uuid7(), number, amount_minor=amount)
    assert replace(back.deposit, left_minor=0).paid_minor == 5_000


def test_the_same_id_for_another_amount_is_refused_though_the_same_note_pays(shop, ana):
    draft = DepositDraft(uuid7(), 3_000, (cash(5_000),), ana)
    shop.deposits.take(draft)
    with pytest.raises(TakingIdTaken):
        shop.deposits.take(replace(draft, amount_minor=4_000))
    assert shop.deposits.take(draft).moved_minor == 3_000


def test_the_deposit_of_one_basket_pays_no_other_while_that_one_is_held(shop, ana, cake):
    cart = cart_of(cake, member=ana)
    number = shop.deposits.take(
        DepositDraft(uuid7(), 5_000, (cash(5_000),), cart=cart, note="birthday")
    ).deposit.number
    tenders = (by_deposit(5_000, number), cash(15_000))
    with pytest.raises(DepositHeld) as refused:
        shop.checkout.complete(uuid7(), cart_of(cake, member=ana), None, tenders)
    assert (refused.value.number, refused.value.text) == (number, "birthday")
    assert shop.sales.last() == ()
    (held,) = shop.checkout.held()
    assert shop.deposits.of_member(ana)[0].held_id == held.held_id
    own = shop.checkout.recall(held.held_id).cart
    shop.checkout.complete(uuid7(), own, None, tenders)
    assert shop.deposits.open() == ()
    assert sound(shop)


def test_a_basket_thrown_away_sets_its_deposit_free(shop, ana, cake):
    number = shop.deposits.take(
        DepositDraft(uuid7(), 5_000, (cash(5_000),), cart=cart_of(cake, member=ana))
    ).deposit.number
    shop.checkout.recall(shop.checkout.held()[0].held_id)
    tenders = (by_deposit(5_000, number), cash(15_000))
    shop.checkout.complete(uuid7(), cart_of(cake, member=ana), None, tenders)
    assert shop.deposits.open() == ()


def test_giving_back_another_amount_under_the_same_id_is_refused(shop, ana):
    number = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)).deposit.number
    op_id = uuid7()
    first = shop.deposits.give_back(op_id, number, amount_minor=2_000)
    assert shop.deposits.give_back(op_id, number, amount_minor=2_000) == first
    with pytest.raises(TakingIdTaken):
        shop.deposits.give_back(op_id, number, amount_minor=3_000)
    assert shop.deposits.open()[0].left_minor == 3_000


def test_a_deposit_kept_for_good_stands_in_one_z_report_and_on_its_paper(shop, ana, clock):
    for amount in (5_000, 3_000):
        number = shop.deposits.take(
            DepositDraft(uuid7(), amount, (cash(amount),), ana)
        ).deposit.number
        clock.forward(minutes=1)
        shop.deposits.forfeit(uuid7(), number, "never came")
    closed = shop.cash.close(None)
    kept = closed.report.forfeited
    assert (kept.kind, kept.count, kept.amount_minor) == ("deposit_forfeited", 2, 8_000)
    assert load_z(dump_z(closed)) == closed
    told = ReportTold(closed, shop.desk.settings.facts)
    rows = [row for block in told.blocks() for row in block.rows]
    assert any("订金没收" in str(row) and "80.00" in str(row) for row in rows)
    clock.forward(minutes=1)
    shop.deposits.take(DepositDraft(uuid7(), 1_000, (cash(1_000),), ana))
    assert shop.cash.close(None).report.forfeited is None


def test_a_z_report_stored_before_it_told_of_kept_deposits_is_read_as_it_was(shop):
    shop.deposits.take(DepositDraft(uuid7(), 1_000, (cash(1_000),), note="cake"))
    closed = shop.cash.close(None)
    old = json.loads(dump_z(closed))
    del old["report"]["forfeited"]
    assert load_z(json.dumps(old)) == closed
