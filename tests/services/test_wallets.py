"""Money kept for members: a liability, in lots, never past its cap and never below zero."""

import pytest

from app.errors import (
    FieldInvalid,
    MemberFrozen,
    NotOffered,
    RecordRefused,
    TakingIdTaken,
    TenderInvalid,
    TendersOver,
    TendersShort,
    ValueTooLow,
    WalletCapReached,
    WalletEmpty,
)
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import EVERYTHING_IN_ONE, SIMPLE, sound, use
from tests.shop_builder import add_member, balance, cart_of, cash


@pytest.fixture
def ana(shop):
    use(shop, EVERYTHING_IN_ONE)
    return add_member(shop)


def charge(shop, member, amount_minor, op_id=None):
    return shop.wallets.top_up(op_id or uuid7(), member, amount_minor, (cash(amount_minor),))


def held(shop, member):
    wallet = shop.loyalty.standing(member).wallet
    return wallet.principal_minor, wallet.bonus_minor


def test_charging_500_brings_80_and_is_no_sale_and_no_points(shop, ana):
    top_up = charge(shop, ana, 50_000)
    assert (top_up.principal_minor, top_up.bonus_minor, top_up.balance_minor) == (
        50_000,
        8_000,
        58_000,
    )
    assert held(shop, ana) == (50_000, 8_000)
    database = shop.desk.database
    assert database.value("SELECT count(*) FROM sale") == 0
    assert balance(shop, ana) == 0
    assert shop.members.get(ana).spent_minor == 0
    assert sound(shop)


def test_a_repeated_top_up_charges_once_and_tells_the_first(shop, ana):
    op_id = uuid7()
    first = charge(shop, ana, 50_000, op_id)
    assert charge(shop, ana, 50_000, op_id) == first
    assert held(shop, ana) == (50_000, 8_000)
    with pytest.raises(TakingIdTaken):
        charge(shop, ana, 60_000, op_id)


def test_cash_gives_change_and_a_card_does_not(shop, ana):
    top_up = shop.wallets.top_up(uuid7(), ana, 4_500, (cash(5_000),))
    assert top_up.taking.change_due_minor == 500
    card = Tender(TenderKind.BANK_CARD, 5_000)
    with pytest.raises(TendersOver):
        shop.wallets.top_up(uuid7(), ana, 4_500, (card,))
    with pytest.raises(TendersShort):
        shop.wallets.top_up(uuid7(), ana, 4_500, (cash(4_000),))
    with pytest.raises(TenderInvalid):
        shop.wallets.top_up(uuid7(), ana, 4_500, (Tender(TenderKind.POINTS, 4_500),))
    assert held(shop, ana) == (4_500, 0)


def test_a_bonus_in_instalments_begins_with_the_first_and_promises_the_rest(shop, ana):
    # 200.00 in 4 parts: 50.00 at once, then on 21 December, January, February.
    top_up = charge(shop, ana, 100_000)
    assert top_up.bonus_minor == 5_000
    assert [(day.isoformat(), minor) for day, minor in top_up.promised] == [
        ("2026-12-21", 5_000),
        ("2027-01-21", 5_000),
        ("2027-02-21", 5_000),
    ]
    assert shop.loyalty.standing(ana).wallet.promised == top_up.promised


def test_a_top_up_past_the_cap_is_refused_with_the_room_there_is(shop, ana):
    charge(shop, ana, 100_000)
    # 2,000.00 less 1,050.00 held and 150.00 promised.
    with pytest.raises(WalletCapReached) as refused:
        charge(shop, ana, 100_000)
    assert (refused.value.cap_minor, refused.value.room_minor) == (200_000, 72_000)
    assert held(shop, ana) == (100_000, 5_000)


def test_closing_pays_the_principal_and_voids_the_bonus_and_what_was_promised(shop, ana):
    charge(shop, ana, 100_000)
    op_id = uuid7()
    closed = shop.wallets.close(op_id, ana, "moves away")
    assert (closed.paid_minor, closed.voided_minor) == (100_000, 5_000)
    assert closed.taking.amount_minor == -100_000
    assert shop.wallets.close(op_id, ana, "moves away") == closed
    assert held(shop, ana) == (0, 0)
    assert shop.loyalty.standing(ana).wallet.promised == ()
    with pytest.raises(WalletEmpty):
        shop.wallets.close(uuid7(), ana, "again")
    assert sound(shop)


def test_bonus_that_lapsed_pays_nothing(shop, ana, clock):
    charge(shop, ana, 50_000)
    clock.forward(days=366)
    assert shop.wallets.held_minor(ana) == 50_000
    with pytest.raises(ValueTooLow) as refused:
        shop.wallets.spending(ana, 50_001, shop.desk.today())
    assert refused.value.held_minor == 50_000


def test_what_cannot_be_charged_is_refused_before_anything_is_written(shop, ana):
    with pytest.raises(FieldInvalid):
        charge(shop, ana, 0)
    shop.members.freeze(ana)
    with pytest.raises(MemberFrozen):
        charge(shop, ana, 50_000)
    assert shop.desk.database.value("SELECT count(*) FROM taking") == 0


def test_a_shop_whose_scheme_has_no_wallet_says_so(shop):
    with pytest.raises(NotOffered):
        charge(shop, add_member(shop), 50_000)


def test_the_file_itself_lets_no_balance_fall_below_zero(shop, ana):
    charge(shop, ana, 50_000)
    with pytest.raises(RecordRefused):
        shop.desk.database.in_transaction(
            lambda: shop.desk.database.execute(
                "UPDATE stored_value_account SET principal_minor = principal_minor - 50001"
            )
        )


def test_what_was_paid_in_is_spent_under_a_scheme_without_wallets_too(shop, ana):
    # 500.00 and 80.00, all at once: 290.00 is 250.00 of principal and 40.00 of bonus.
    charge(shop, ana, 50_000)
    use(shop, SIMPLE)
    cart = cart_of(Item("coat", 29_000), member=ana)
    shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.STORED_VALUE, 29_000),))
    assert held(shop, ana) == (25_000, 4_000)
    assert sound(shop)
