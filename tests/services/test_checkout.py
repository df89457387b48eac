"""What the till promises about a sale."""

from dataclasses import replace
from datetime import timedelta

import apsw
import pytest

from app.errors import (
    AlreadyClaimed,
    CartEmpty,
    ClaimTooLate,
    FieldInvalid,
    HeldSaleUnknown,
    MemberFrozen,
    NotEnoughPoints,
    PriceChanged,
    SaleIdTaken,
    TenderInvalid,
    TendersOver,
    TendersShort,
)
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import HandDiscount, Item
from app.services.rules.points import points_earned, points_worth_minor
from app.services.rules.reasons import Reason
from app.services.rules.tenders import Tender, TenderKind
from app.services.sales import SaleFilter
from app.services.seals import FIRST_PREVIOUS, forms_of, link
from tests.shop_builder import (
    add_member,
    add_product,
    balance,
    cart_of,
    cash,
    points,
    sell,
    stored_balance,
)


def test_the_receipt_given_at_once_is_the_one_read_back(shop):
    member = add_member(shop, points=500)
    latte = add_product(shop, "燕麦拿铁", 2800, 2500)
    cart = cart_of(latte, Item("bag", 50, tax_rate_bp=1300), member=member)
    cart = replace(cart, discount=HandDiscount("regular", percent_bp=1000))
    given = shop.checkout.complete(uuid7(), cart, None, (points(300), cash(5000)))
    assert shop.sales.by_id(given.sale_id) == given
    assert shop.sales.receipt(given.number) == given
    assert shop.sales.receipt(given.code) == given


def test_repeating_a_checkout_records_one_sale(shop):
    member = add_member(shop)
    cart, sale_id = cart_of(Item("tea", 350), member=member), uuid7()
    quote = shop.checkout.quote(cart)
    first = shop.checkout.complete(sale_id, cart, quote, (cash(350),))
    assert shop.checkout.complete(sale_id, cart, quote, (cash(350),)) == first
    assert balance(shop, member) == 3
    assert shop.sales.page_count(SaleFilter()) == 1


def test_an_id_used_for_an_open_item_of_another_price_is_refused_not_swallowed(shop):
    sale_id = uuid7()
    shop.checkout.complete(sale_id, cart_of(Item("tea", 350)), None, (cash(1000),))
    with pytest.raises(SaleIdTaken):
        shop.checkout.complete(sale_id, cart_of(Item("tea", 450)), None, (cash(1000),))


def test_an_id_used_for_another_basket_is_refused_not_swallowed(shop):
    sale_id = uuid7()
    shop.checkout.complete(sale_id, cart_of(Item("tea", 350)), None, (cash(350),))
    with pytest.raises(SaleIdTaken):
        shop.checkout.complete(sale_id, cart_of(Item("cake", 900)), None, (cash(900),))


def test_a_repeat_after_a_price_change_still_returns_the_first_receipt(shop):
    tea = add_product(shop, "tea", 350)
    cart, sale_id = cart_of(tea), uuid7()
    first = shop.checkout.complete(sale_id, cart, None, (cash(350),))
    shop.desk.database.execute("UPDATE product SET price_minor = 400")
    assert shop.checkout.complete(sale_id, cart, None, (cash(350),)) == first


def test_a_price_that_changed_since_the_quote_is_told_before_any_money_moves(shop):
    tea = add_product(shop, "tea", 350)
    cart = cart_of(tea)
    quote = shop.checkout.quote(cart)
    shop.desk.database.execute("UPDATE product SET price_minor = 400")
    with pytest.raises(PriceChanged) as refusal:
        shop.checkout.complete(uuid7(), cart, quote, (cash(400),))
    assert (refusal.value.quoted_minor, refusal.value.total_minor) == (350, 400)
    assert shop.sales.page_count(SaleFilter()) == 0


def test_points_pay_as_a_tender_and_earn_nothing_on_their_part(shop):
    member = add_member(shop, points=500)
    receipt = shop.checkout.complete(
        uuid7(), cart_of(Item("cake", 2000), member=member), None, (points(400), cash(2000))
    )
    assert receipt.points_burned == 400
    assert receipt.points_earned == 16  # 20.00 − 4.00 by points, one point per 1.00
    assert receipt.change_due_minor == 400
    assert receipt.member is not None
    assert (receipt.member.points_before, receipt.member.points_after) == (500, 116)
    assert balance(shop, member) == stored_balance(shop, member) == 116


def test_more_points_than_held_are_refused_and_nothing_is_half_done(shop):
    member = add_member(shop, points=100)
    cart = cart_of(Item("cake", 2000), member=member)
    with pytest.raises(NotEnoughPoints):
        shop.checkout.complete(uuid7(), cart, None, (points(200), cash(1800)))
    assert balance(shop, member) == 100


def test_a_burn_is_allocated_to_the_oldest_lots_first(shop, clock):
    member = add_member(shop)
    for amount in (1000, 2000, 3000):
        clock.forward(days=1)
        sell(shop, amount, member)
    shop.checkout.complete(uuid7(), cart_of(Item("pin", 15), member=member), None, (points(15),))
    spent = shop.desk.database.rows(
        "SELECT earned, -points_allocation.points FROM points_allocation"
        " JOIN points_lot ON points_lot.id = lot_id ORDER BY earned"
    )
    assert spent == [(10, 10), (20, 5)]


@pytest.mark.parametrize(
    ("tenders", "refusal"),
    [
        ((), TendersShort),
        ((cash(349),), TendersShort),
        ((Tender(TenderKind.BANK_CARD, 351),), TendersOver),
        ((cash(0), cash(350)), TenderInvalid),
        ((cash(-1), cash(351)), TenderInvalid),
        ((points(350),), TenderInvalid),
    ],
)
def test_tenders_that_do_not_pay_the_sale_are_refused(shop, tenders, refusal):
    with pytest.raises(refusal):
        shop.checkout.complete(uuid7(), cart_of(Item("tea", 350)), None, tenders)
    assert shop.sales.page_count(SaleFilter()) == 0


def test_an_empty_basket_is_refused(shop):
    with pytest.raises(CartEmpty):
        shop.checkout.complete(uuid7(), cart_of(), None, ())


def test_a_free_sale_needs_no_tender(shop):
    receipt = shop.checkout.complete(uuid7(), cart_of(Item("sample", 0)), None, ())
    assert receipt.total_minor == 0


def test_a_frozen_member_buys_nothing(shop):
    member = add_member(shop)
    shop.desk.database.execute("UPDATE member SET state = 'frozen'")
    with pytest.raises(MemberFrozen):
        sell(shop, 100, member)


def test_cash_is_rounded_on_its_own_part_only(shop):
    shop.settings.save(replace(shop.settings.get(), cash_step_minor=10))
    member = add_member(shop)
    cart = cart_of(Item("tea", 1003), member=member)
    by_cash = shop.checkout.complete(uuid7(), cart, None, (cash(1000),))
    assert (by_cash.total_minor, by_cash.cash_rounding_minor) == (1000, -3)
    by_card = shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.BANK_CARD, 1003),))
    assert (by_card.total_minor, by_card.cash_rounding_minor) == (1003, 0)
    assert by_cash.points_earned == by_card.points_earned == 10


def test_receipt_numbers_have_no_gap_and_one_prefix(shop):
    numbers = [sell(shop, 100).number for _ in range(3)]
    with pytest.raises(CartEmpty):
        shop.checkout.complete(uuid7(), cart_of(), None, ())
    numbers.append(sell(shop, 100).number)
    assert numbers == ["A0-000001", "A0-000002", "A0-000003", "A0-000004"]


def test_a_new_day_opens_a_session_of_its_own(shop, clock):
    sell(shop, 100)
    clock.forward(hours=17)  # 03:00 on the 22nd: still the 21st, the day ends at four
    assert sell(shop, 100).business_date.isoformat() == "2026-11-21"
    clock.forward(hours=1)
    assert sell(shop, 100).business_date.isoformat() == "2026-11-22"
    sessions = shop.desk.database.rows(
        "SELECT business_date, closed_at IS NULL FROM cash_session ORDER BY business_date"
    )
    assert sessions == [("2026-11-21", 0), ("2026-11-22", 1)]


def test_a_sale_dated_back_leaves_todays_session_open(shop, clock):
    sell(shop, 100)
    for _ in range(2):
        at = clock.moment - timedelta(days=3)
        cart = cart_of(Item("tea", 350))
        shop.checkout.complete(uuid7(), cart, None, (cash(350),), at=at)
    sell(shop, 100)
    sessions = shop.desk.database.rows(
        "SELECT business_date, closed_at IS NULL FROM cash_session ORDER BY business_date"
    )
    assert sessions == [("2026-11-18", 0), ("2026-11-21", 1)]


def test_a_clock_set_back_breaks_nothing(shop, clock):
    sell(shop, 100)
    clock.forward(days=-3)
    assert sell(shop, 100).number == "A0-000002"
    clock.forward(days=3)
    assert sell(shop, 100).number == "A0-000003"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("sale", "total_minor"),
        ("sale_line", "name"),
        ("tender", "amount_minor"),
        ("points_entry", "points"),
        ("points_lot", "earned"),
        ("seal", "hash"),
    ],
)
def test_history_cannot_be_changed_or_deleted(shop, table, column):
    sell(shop, 1000, add_member(shop))
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            shop.desk.database.execute(statement)


def test_history_cannot_be_replaced_either(shop):
    sell(shop, 1000, add_member(shop))
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        shop.desk.database.execute(
            "INSERT OR REPLACE INTO points_entry SELECT id, member_id, sale_id, claim_id, kind,"
            " 999, reason, scheme_version, staff_id, posted_at, business_date, refund_id"
            " FROM points_entry"
        )


@pytest.mark.parametrize("table", ["till", "staff", "shop_key", "member", "member_card"])
def test_what_history_names_is_never_deleted(shop, table):
    shop.members.add(MemberDraft(name="Ana"))
    with pytest.raises(apsw.ConstraintError, match="is kept"):
        shop.desk.database.execute(f"DELETE FROM {table}")


def test_nothing_can_be_added_to_a_finished_sale(shop):
    receipt = sell(shop, 1000)
    with pytest.raises(apsw.ConstraintError, match="complete"):
        shop.desk.database.execute(
            "INSERT INTO tender (sale_id, position, kind, amount_minor) VALUES (?, 9, 'cash', 5)",
            (receipt.sale_id.bytes,),
        )


def test_every_sale_is_sealed_to_the_one_before_it(shop):
    member = add_member(shop)
    for amount in (1000, 2000, 3000):
        sell(shop, amount, member)
    database = shop.desk.database
    previous = FIRST_PREVIOUS
    seals = database.rows("SELECT previous, hash, kind, document_id FROM seal ORDER BY sequence")
    assert len(seals) == 3
    for stored_previous, stored_hash, kind, document_id in seals:
        form = forms_of(database, [(kind, document_id)])[document_id]
        assert (stored_previous, stored_hash) == (previous, link(previous, form))
        previous = stored_hash


def test_a_held_sale_posts_nothing_and_comes_back_at_todays_prices(shop):
    member = add_member(shop)
    tea = add_product(shop, "tea", 350)
    held_id = shop.checkout.hold(cart_of(tea, member=member), "window seat")
    assert shop.sales.page_count(SaleFilter()) == 0
    assert [(h.label, h.total_minor) for h in shop.checkout.held()] == [("window seat", 350)]
    shop.desk.database.execute("UPDATE product SET price_minor = 400")
    recalled = shop.checkout.recall(held_id)
    assert shop.checkout.quote(recalled.cart).total_minor == 400
    assert dict(recalled.changes[0].facts) == {
        "name": "tea",
        "before_minor": 350,
        "after_minor": 400,
    }
    with pytest.raises(HeldSaleUnknown):
        shop.checkout.recall(held_id)


def test_what_changed_on_hold_is_told_at_the_price_that_this_basket_pays(shop):
    """4.00 on the shelf and 3.50 for members; then 4.20, which no member pays; then 3.00."""
    tea = shop.products.add(ProductDraft(name="tea", price="4", member_price="3.50"))
    held = [cart_of(tea.item), cart_of(tea.item, tea.item, member=add_member(shop))]

    def told(price: str, member_price: str) -> list[list[object]]:
        ids = [shop.checkout.hold(cart) for cart in held]
        new = ProductDraft(name="tea", price=price, member_price=member_price)
        shop.products.update(tea.product_id, new)
        changes = [shop.checkout.recall(each).changes for each in ids]
        return [[value for change in each for _, value in change.facts] for each in changes]

    assert told("4.20", "3.50") == [["tea", 400, 420], []]
    assert told("4.00", "3.00") == [[], ["tea", 350, 300]]


def test_what_was_taken_off_sale_while_on_hold_is_told_and_can_still_be_sold(shop):
    tea = shop.products.add(ProductDraft(name="tea", price="4"))
    held = shop.checkout.hold(cart_of(tea.item, tea.item, Item("cake", 500)))
    shop.products.archive(tea.product_id)
    back = shop.checkout.recall(held)
    assert back.changes == (Reason("no_longer_sold", (("name", "tea"),)),)
    assert shop.checkout.complete(uuid7(), back.cart, None, (cash(1_300),)).total_minor == 1_300


def test_a_receipt_without_a_member_is_claimed_once(shop):
    member = add_member(shop)
    receipt = sell(shop, 1250)
    claimed = shop.claims.claim(receipt.code, member)
    assert (claimed.points, claimed.points_before, claimed.points_after) == (12, 0, 12)
    assert balance(shop, member) == stored_balance(shop, member) == 12
    with pytest.raises(AlreadyClaimed):
        shop.claims.claim(receipt.number, member)
    assert shop.sales.receipt(receipt.number).claimed_by == "000128"


def test_a_claimed_receipt_is_a_visit_of_the_day_it_was_sold_on(shop, clock):
    member = add_member(shop)
    receipt = sell(shop, 1250)
    clock.forward(days=2)
    shop.claims.claim(receipt.number, member)
    found = shop.members.get(member)
    assert (found.visits, found.last_visit_at) == (1, receipt.sold_at)
    assert list(shop.insights.stages().grouped.members.visits) == [1]
    assert all(check.ok for check in shop.doctor.run())


def test_a_receipt_of_a_member_cannot_be_claimed(shop):
    member = add_member(shop)
    receipt = sell(shop, 1250, member)
    with pytest.raises(AlreadyClaimed):
        shop.claims.claim(receipt.number, member)


def test_a_claim_past_the_schemes_days_is_refused(shop, clock):
    member = add_member(shop)
    receipt = sell(shop, 1250)
    clock.forward(days=8)
    with pytest.raises(ClaimTooLate):
        shop.claims.claim(receipt.number, member)


def test_a_sale_keeps_the_scheme_version_it_was_priced_with(shop):
    member = add_member(shop)
    first = sell(shop, 1000, member)
    scheme = shop.settings.scheme()
    shop.schemes.use(replace(scheme, earn=(replace(scheme.earn[0], points=2),)))
    second = sell(shop, 1000, member)
    assert [(r.scheme_version, r.points_earned) for r in (first, second)] == [(1, 10), (2, 20)]
    reread = shop.sales.receipt(first.number)
    assert reread.scheme_version == 1
    assert dict(reread.why[0].facts) == {"points": 10, "paid_minor": 1000}


def test_a_dated_sale_lands_on_its_own_day(shop, clock):
    clock.forward(days=40)
    at = clock.moment.replace(year=2026, month=12, day=24)
    receipt = shop.checkout.complete(uuid7(), cart_of(Item("tea", 350)), None, (cash(350),), at=at)
    assert receipt.business_date.isoformat() == "2026-12-24"


def test_settings_survive_a_restart_and_the_currency_stays_once_used(shop):
    shop.settings.save(replace(shop.settings.get(), name="Island", receipt_footer="谢谢"))
    shop.desk.reload()
    assert shop.settings.get().name == "Island"
    sell(shop, 100)
    with pytest.raises(FieldInvalid):
        shop.settings.save(replace(shop.settings.get(), currency="USD"))


def test_a_sale_is_never_dated_in_the_future(shop, clock):
    cart = cart_of(Item("tea", 350))
    late = clock() + timedelta(days=2)
    with pytest.raises(FieldInvalid) as refused:
        shop.checkout.complete(uuid7(), cart, None, (cash(350),), at=late)
    assert (refused.value.field, refused.value.reason) == ("at", "in_the_future")
    assert shop.sales.page_count(SaleFilter()) == 0
    shop.checkout.complete(uuid7(), cart, None, (cash(350),), at=clock() + timedelta(hours=4))
    assert all(check.ok for check in shop.doctor.run())


def test_a_product_that_a_restore_took_away_is_sold_as_an_open_item(shop):
    gone = Item("tea", 350, product_id=uuid7(), category="drinks")
    receipt = shop.checkout.complete(uuid7(), cart_of(gone), None, (cash(350),))
    assert [(line.name, line.total_minor) for line in receipt.lines] == [("tea", 350)]


def test_another_currency_for_an_empty_shop_keeps_what_points_are_worth(shop):
    before = shop.settings.scheme()
    assert points_worth_minor(100, before) == 100  # 1.00 yuan
    shop.settings.save(replace(shop.settings.get(), currency="JPY"))
    after = shop.settings.scheme()
    assert points_worth_minor(100, after) == 1  # 1 yen
    assert points_earned(7, after) == 7
    assert after.version == before.version + 1
    shop.settings.save(replace(shop.settings.get(), currency="KRW"))
    assert shop.settings.scheme() == after
