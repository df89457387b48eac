"""Buying on account: the limit, repaying, writing off, what is owed and since when."""

from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

import pytest

from app.config import TillConfig
from app.errors import (
    AccountNotOffered,
    FieldInvalid,
    NeedsApproval,
    OwesLess,
    StillOpen,
    TakingIdTaken,
    TenderInvalid,
    TendersOver,
)
from app.services.deposits import DepositDraft
from app.services.ids import uuid7
from app.services.rules.cart import Item, add
from app.services.rules.tenders import Tender, TenderKind
from app.services.tips import tip_line
from app.shop import open_shop
from tests.scheme_builder import sound
from tests.shop_builder import Clock, add_member, add_product, cart_of, cash
from tests.trust.test_doctor import failing, triggers_off


def on_account(minor: int) -> Tender:
    return Tender(TenderKind.ON_ACCOUNT, minor)


@pytest.fixture
def ana(shop):
    return add_member(shop)


@pytest.fixture
def buy(shop, ana):
    """Sell something for an amount, by these tenders."""

    def sell(total_minor, *tenders, member=ana):
        item = add_product(shop, f"goods {total_minor} {uuid7()}", total_minor)
        cart = cart_of(item, member=member)
        return shop.checkout.complete(uuid7(), cart, None, tenders or (on_account(total_minor),))

    return sell


def test_what_is_bought_on_account_is_owed_and_earns_at_once(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    receipt = buy(10_000)
    held = shop.accounts.owed(ana)
    assert (held.owed_minor, held.free_minor, held.limit_minor) == (10_000, 40_000, 50_000)
    assert receipt.points_earned == 100
    row = shop.accounts.entries(ana)[0]
    assert (row.kind, row.amount_minor, row.receipt_number) == ("charge", 10_000, receipt.number)
    assert sound(shop)


def test_without_a_limit_nothing_is_sold_on_account(shop, ana, buy):
    with pytest.raises(AccountNotOffered):
        buy(10_000)
    shop.settings.save(replace(shop.desk.settings, account_limit_minor=20_000))
    buy(10_000)
    shop.accounts.set_limit(ana, 0)  # theirs is stronger than the shop's
    with pytest.raises(AccountNotOffered):
        buy(10_000)
    assert shop.accounts.owed(ana).owed_minor == 10_000
    shop.accounts.set_limit(ana, None)
    assert shop.accounts.owed(ana).limit_minor == 20_000


def test_a_stranger_cannot_owe(buy):
    with pytest.raises(TenderInvalid):
        buy(10_000, member=None)


def test_past_the_limit_a_sale_is_written_down_as_past_it(shop, ana, buy):
    shop.accounts.set_limit(ana, 15_000)
    buy(10_000)
    buy(10_000)  # the owner may
    rows = shop.desk.database.rows(
        "SELECT count(*) FROM audit_entry WHERE action = 'account.over_limit'"
    )
    assert rows[0][0] == 1
    assert shop.accounts.owed(ana).free_minor == 0


def test_part_on_account_and_the_rest_in_cash_with_change(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    receipt = buy(10_000, on_account(4_000), cash(10_000))
    assert receipt.change_due_minor == 4_000
    assert shop.accounts.owed(ana).owed_minor == 4_000
    with pytest.raises(TendersOver):
        buy(10_000, on_account(12_000))


def test_a_repayment_takes_all_that_is_owed_and_gives_change(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    op_id = uuid7()
    done = shop.accounts.repay(op_id, ana, (cash(20_000),))
    assert (done.before_minor, done.after_minor) == (10_000, 0)
    assert (done.taking.amount_minor, done.taking.change_due_minor) == (10_000, 10_000)
    assert shop.accounts.repay(op_id, ana, (cash(20_000),)).taking == done.taking
    assert shop.accounts.owed(ana).owed_minor == 0
    with pytest.raises(OwesLess):
        shop.accounts.repay(uuid7(), ana, (cash(1),))
    assert sound(shop)


def test_a_repayment_may_be_part_and_by_several_tenders(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    paid = (Tender(TenderKind.WECHAT, 2_000), cash(1_000))
    done = shop.accounts.repay(uuid7(), ana, paid)
    assert (done.before_minor, done.after_minor) == (10_000, 7_000)
    with pytest.raises(OwesLess):
        shop.accounts.repay(uuid7(), ana, (cash(8_000),), 8_000)
    with pytest.raises(TenderInvalid):
        shop.accounts.repay(uuid7(), ana, (Tender(TenderKind.POINTS, 1_000),))
    assert shop.accounts.owed(ana).owed_minor == 7_000


def test_repaying_another_amount_under_the_same_id_is_refused(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    op_id = uuid7()
    done = shop.accounts.repay(op_id, ana, (cash(5_000),), 3_000)
    assert shop.accounts.repay(op_id, ana, (cash(5_000),), 3_000).taking == done.taking
    with pytest.raises(TakingIdTaken):
        shop.accounts.repay(op_id, ana, (cash(5_000),), 4_000)
    assert shop.accounts.owed(ana).owed_minor == 7_000


def test_a_write_off_needs_a_reason_and_is_done_once(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    op_id = uuid7()
    with pytest.raises(FieldInvalid):
        shop.accounts.write_off(op_id, ana, 10_000, " ")
    with pytest.raises(OwesLess):
        shop.accounts.write_off(op_id, ana, 10_001, "moved away")
    shop.accounts.write_off(op_id, ana, 6_000, "moved away")
    assert shop.accounts.write_off(op_id, ana, 6_000, "moved away").owed_minor == 4_000
    with pytest.raises(TakingIdTaken):
        shop.accounts.write_off(op_id, ana, 4_000, "moved away")
    assert shop.accounts.entries(ana)[0].reason == "moved away"
    assert sound(shop)


def test_who_owes_how_much_since_when(shop, ana, buy, clock):
    shop.accounts.set_limit(ana, 100_000)
    buy(10_000)
    clock.forward(days=40)
    buy(20_000)
    clock.forward(days=25)
    buy(30_000)
    shop.accounts.repay(uuid7(), ana, (cash(4_000),))
    (debtor,) = shop.accounts.debtors()
    assert debtor.held.owed_minor == debtor.aged.owed_minor == 56_000
    assert debtor.aged.since.isoformat() == "2026-11-21"
    # 20,000 is 25 days old, 30,000 of today; of the 65 days old 6,000 are left.
    assert (debtor.aged.current_minor, debtor.aged.older_minor) == (50_000, 0)
    assert debtor.aged.oldest_minor == 6_000


def test_the_file_refuses_an_account_tender_without_its_entry(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    with pytest.raises(Exception, match="append-only"):
        shop.desk.database.execute("UPDATE account_entry SET amount_minor = 1")


def test_who_owes_or_left_a_deposit_is_not_put_away(shop, ana, buy):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    with pytest.raises(StillOpen):
        shop.members.archive(ana)
    shop.accounts.repay(uuid7(), ana, (cash(10_000),))
    number = shop.deposits.take(DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)).deposit.number
    with pytest.raises(StillOpen):
        shop.members.archive(ana)
    shop.deposits.give_back(uuid7(), number)
    assert shop.members.archive(ana).state == "archived"


def lend(folder: str, member: str, times: int) -> None:
    """Sell 10.00 on account again and again, as a clerk who may not pass the limit."""
    shop = open_shop(TillConfig(data_dir=Path(folder)), clock=Clock())
    shop.desk.staff = replace(shop.desk.staff, role="clerk")
    for _ in range(times):
        cart = cart_of(Item("goods", 1_000), member=UUID(member))
        with suppress(NeedsApproval):
            shop.checkout.complete(uuid7(), cart, None, (on_account(1_000),))
    shop.close()


def test_two_programs_at_once_lend_no_more_than_the_limit(shop, ana, buy):
    shop.accounts.set_limit(ana, 15_500)
    folder = str(shop.config.data_dir)
    context = get_context("spawn")
    sellers = [context.Process(target=lend, args=(folder, str(ana), 12)) for _ in range(2)]
    for seller in sellers:
        seller.start()
    for seller in sellers:
        seller.join()
        assert seller.exitcode == 0
    assert shop.accounts.owed(ana).owed_minor == 15_000
    assert sound(shop)


@pytest.mark.parametrize(
    ("tables", "statement", "expected"),
    [
        ("", "UPDATE member_account SET owed_minor = owed_minor - 1", "accounts"),
        ("account_entry", "UPDATE account_entry SET amount_minor = 1", "accounts seals"),
        ("deposit_entry", "UPDATE deposit_entry SET amount_minor = -20000"
         " WHERE kind = 'used'", "deposits seals"),
        ("sale_tip", "UPDATE sale_tip SET amount_minor = 2", "spent tips seals"),
    ],
)  # fmt: skip
def test_the_doctor_finds_what_was_changed_in_a_ledger(shop, ana, buy, tables, statement, expected):
    shop.accounts.set_limit(ana, 50_000)
    buy(10_000)
    draft = DepositDraft(uuid7(), 5_000, (cash(5_000),), ana)
    number = shop.deposits.take(draft).deposit.number
    buy(8_000, Tender(TenderKind.DEPOSIT, 2_000, number), cash(6_000))
    cart = cart_of(add_product(shop, "Cut", 1_000), member=ana)
    cart = add(cart, tip_line(shop.desk, cart, 100))
    shop.checkout.complete(uuid7(), cart, None, (cash(1_100),))
    assert sound(shop)
    database = shop.desk.database
    with triggers_off(database, tables):
        assert database.execute(statement)
    assert set(expected.split()) <= failing(shop)
