"""The till's behaviour, without a window."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.errors import CardForged, MemberFrozen, PriceChanged, TermsChanged
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import HandDiscount
from app.services.rules.tenders import TenderKind
from app.services.sales import SaleFilter
from app.ui.cashier.presenter import CashierPresenter
from app.ui.tasks import InlineTasks
from tests.shop_builder import balance, sell


class Screen:
    """Remembers what the presenter asked for."""

    def __init__(self) -> None:
        self.state = None
        self.offers = ()
        self.told: list[str] = []
        self.refused: list[Exception] = []
        self.tones: list[bool] = []
        self.paying = None
        self.receipts: list[tuple[object, bool]] = []
        self.asked: list[tuple[str, ...]] = []
        self.held = ()
        self.claim: tuple[Any, Any] | None = None

    def show_state(self, state):
        self.state = state

    def ask_approval(self, needs, then):
        self.refused.append(needs)

    def show_offers(self, text, offers):
        self.offers = offers

    def tell(self, told):
        self.told.append(told.what)

    def refuse(self, error):
        self.refused.append(error)

    def scanned_tone(self, good):
        self.tones.append(good)

    def open_enrolment(self, phone, name):
        self.asked.append(("enrol", phone, name))

    def open_item(self, name, price):
        self.asked.append(("item", name, price))

    def exchanged(self, done):
        self.came_back = done

    def ask_note(self):
        self.asked.append(("note",))

    def show_changes(self, resumed):
        self.resumed = resumed

    def ask_quantity(self):
        self.asked.append(("quantity",))

    def open_payment(self, desk):
        self.paying = desk

    def open_receipt(self, receipt, *, just_sold):
        self.receipts.append((receipt, just_sold))

    def open_held(self, held):
        self.held = held

    def offer_claim(self, receipt, strip):
        self.claim = (receipt, strip)

    def sold(self, receipt):
        pass

    def open_benefits(self, choices):
        pass

    def ask_voucher(self, choice):
        self.asked.append(("voucher", choice.id))

    def open_gift(self, card):
        self.asked.append(("gift", card.code))

    def open_charge(self, desk):
        pass

    def charged(self, done):
        pass

    def spoken_language(self):
        return "en"

    def undone_reason(self):
        return "taken back"


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def till(shop, screen) -> CashierPresenter:
    shop.products.add(
        ProductDraft(name="燕麦拿铁", price="28", member_price="25", barcodes=("6901234567892",))
    )
    shop.products.add(ProductDraft(name="可颂", price="16", barcodes=("6901234567885",)))
    presenter = CashierPresenter(screen, shop, InlineTasks())
    presenter.start()
    return presenter


@pytest.fixture
def ana(shop):
    return shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))


def test_a_scanned_product_is_in_the_cart_and_scanned_again_makes_two(till, screen):
    till.finder.scan("6901234567892")
    till.finder.scan("6901234567892")
    assert [line.line.quantity_milli for line in screen.state.quote.lines] == [2000]
    assert screen.state.quote.total_minor == 5600
    assert screen.tones == [True, True]


def test_a_scanned_card_puts_its_member_on_the_cart_at_member_prices(till, screen, ana):
    till.finder.scan("6901234567892")
    till.finder.scan(ana.card.code)
    assert screen.state.basket.strip.name == "曾雨晴"
    assert screen.state.quote.total_minor == 2500
    assert (screen.state.points_before, screen.state.points_after) == (0, 25)


def test_a_forged_card_is_refused_with_the_bad_tone(till, screen):
    till.finder.scan("900000011234567")
    assert isinstance(screen.refused[0], CardForged)
    assert screen.tones == [False]


def test_a_frozen_member_is_refused_at_the_till(till, screen, shop, ana):
    shop.members.freeze(ana.member.member_id)
    till.finder.scan(ana.card.code)
    assert isinstance(screen.refused[0], MemberFrozen)
    assert screen.state.basket.strip is None


def test_the_last_four_digits_find_a_member(till, screen, ana):
    till.finder.typed("8000")
    assert [offer.text for offer in screen.offers] == ["曾雨晴"]
    till.finder.choose(screen.offers[0])
    assert screen.state.basket.strip.number == ana.member.number


def test_a_phone_nobody_has_offers_to_enrol(till, screen):
    till.finder.submitted("13911112222")
    assert screen.asked == [("enrol", "13911112222", "")]


def test_enter_before_the_list_has_come_still_finds(till, screen, ana):
    till.finder.submitted("zyq")
    assert screen.state.basket.strip.name == "曾雨晴"


def test_a_decimal_amount_offers_an_open_item(till, screen):
    till.finder.submitted("12.50")
    assert screen.asked == [("item", "", "12.50")]


def test_an_answer_for_an_older_text_is_dropped(shop, screen, ana):
    late = []

    class Slow(InlineTasks):
        def run(self, work, then=None, otherwise=None):
            late.append(lambda: InlineTasks.run(self, work, then, otherwise))

    till = CashierPresenter(screen, shop, Slow())
    till.finder.typed("8000")
    till.finder.typed("zzz")
    for answer in reversed(late):
        answer()
    assert [offer.kind for offer in screen.offers] == ["enrol_name"]


def test_enter_on_an_empty_cart_checks_the_member_in_once_a_day(till, screen, shop, ana):
    till.finder.scan(ana.card.code)
    till.finder.submitted("")
    till.finder.submitted("")
    assert screen.told == ["member", "checked_in", "checked_in_before"]
    assert shop.members.get(ana.member.member_id).visits == 1


def test_weighed_goods_ask_what_the_scale_says(till, screen, shop):
    shop.products.add(ProductDraft(name="散装豆", price="120", weighed=True, barcodes=("12345",)))
    till.finder.submitted("12345")
    assert screen.asked == [("quantity",)]
    till.set_quantity(355)
    assert screen.state.quote.total_minor == 4260


def test_a_removed_line_comes_back_by_undo(till, screen):
    till.finder.scan("6901234567892")
    till.finder.scan("6901234567885")
    till.remove_current()
    assert len(screen.state.quote.lines) == 1
    assert screen.told == ["removed"]
    till.undo()
    assert [line.line.item.name for line in screen.state.quote.lines] == ["燕麦拿铁", "可颂"]


def test_quantity_zero_takes_the_line_out(till, screen):
    till.finder.scan("6901234567892")
    till.set_quantity(0)
    assert not screen.state.quote.lines


def test_points_pay_as_much_as_they_can_and_are_taken_back_by_the_same_key(till, screen, shop, ana):
    sell(shop, 50000, ana.member.member_id)  # earns 500 points
    till.finder.scan(ana.card.code)
    till.finder.scan("6901234567892")
    till.toggle_points()
    assert screen.state.basket.points_minor == 500
    assert screen.state.due_minor == 2000
    assert screen.state.points_after == 500 - 500 + 20
    till.toggle_points()
    assert screen.state.due_minor == 2500


def test_the_points_part_never_exceeds_a_cart_that_shrank(till, screen, shop, ana):
    sell(shop, 500000, ana.member.member_id)
    till.finder.scan(ana.card.code)
    till.finder.scan("6901234567892")
    till.finder.scan("6901234567885")
    till.toggle_points()
    till.remove_current()
    assert screen.state.basket.points_minor == screen.state.quote.total_minor == 2500


def test_a_completed_sale_shows_its_receipt_and_empties_the_till(till, screen, shop):
    till.finder.scan("6901234567892")
    till.pay()
    till.complete(screen.paying)
    receipt, just_sold = screen.receipts[0]
    assert just_sold
    assert (receipt.number, receipt.total_minor, receipt.change_due_minor) == ("A0-000001", 2800, 0)
    assert till.is_empty


def test_a_second_enter_does_not_sell_twice(shop, screen):
    steps = []

    class Held(InlineTasks):
        def run(self, work, then=None, otherwise=None):
            steps.append(lambda: InlineTasks.run(self, work, then, otherwise))

    till = CashierPresenter(screen, shop, Held())
    till.add_open_item("tea", 350)
    till.pay()
    till.complete(screen.paying)
    till.complete(screen.paying)
    for step in steps:
        step()
    assert shop.sales.page_count(SaleFilter()) == 1


def test_a_price_changed_meanwhile_is_shown_and_the_cart_kept(till, screen, shop):
    till.finder.scan("6901234567892")
    till.pay()
    shop.desk.database.execute("UPDATE product SET price_minor = 3000 WHERE price_minor = 2800")
    till.complete(screen.paying)
    assert isinstance(screen.refused[0], PriceChanged)
    assert "price_changed" in screen.told
    assert screen.state.quote.total_minor == 3000


def test_points_changed_while_the_payment_is_open_are_told_before_anything_is_sold(
    till, screen, shop, ana
):
    till.finder.scan(ana.card.code)
    till.finder.scan("6901234567892")
    till.pay()
    scheme = shop.desk.scheme
    shop.schemes.use(replace(scheme, earn=(replace(scheme.earn[0], points=2),)))
    till.complete(screen.paying)
    assert isinstance(screen.refused[0], TermsChanged)
    assert shop.sales.page_count(SaleFilter()) == 0
    till.pay()
    till.complete(screen.paying)
    assert screen.receipts[0][0].points_earned == 50


def test_cash_rounding_changed_while_the_payment_is_open_is_told(till, screen, shop):
    till.add_open_item("tea", 307)
    till.pay()
    shop.settings.save(replace(shop.desk.settings, cash_step_minor=10))
    till.complete(screen.paying)
    assert isinstance(screen.refused[0], TermsChanged)
    assert not till.is_empty


def test_cash_with_change_and_a_split_payment(till, screen):
    till.finder.scan("6901234567892")
    till.pay()
    desk = screen.paying.typed(5000)
    assert desk.settlement.change_due_minor == 2200
    split = screen.paying.choose(TenderKind.WECHAT).typed(1000).put_down()
    assert (split.kind, split.left_minor) == (TenderKind.CASH, 1800)
    assert split.can_complete
    till.complete(split)
    receipt, _ = screen.receipts[0]
    assert [(t.kind, t.amount_minor) for t in receipt.tenders] == [
        (TenderKind.WECHAT, 1000),
        (TenderKind.CASH, 1800),
    ]


def test_a_card_payment_past_the_total_cannot_be_completed(till, screen):
    till.finder.scan("6901234567892")
    till.pay()
    assert not screen.paying.choose(TenderKind.BANK_CARD).typed(2801).can_complete


def test_a_held_cart_comes_back_by_one_key(till, screen, ana):
    till.finder.scan(ana.card.code)
    till.finder.scan("6901234567892")
    till.parking.hold()
    assert till.is_empty
    assert screen.state.held == 1
    till.parking.open_held()
    assert screen.state.quote.total_minor == 2500
    assert screen.state.basket.strip.name == "曾雨晴"
    assert screen.state.held == 0


def test_recalling_parks_what_stands_in_the_till(till, screen):
    till.finder.scan("6901234567892")
    till.parking.hold()
    till.finder.scan("6901234567885")
    till.parking.open_held()
    assert screen.state.quote.total_minor == 2800
    assert screen.state.held == 1


def test_a_scanned_receipt_is_brought_back_as_a_duplicate(till, screen, shop):
    receipt = sell(shop, 1000)
    till.finder.scan(receipt.code)
    assert screen.receipts == [(receipt, False)]


def test_a_receipt_scanned_with_a_member_at_the_till_is_offered_for_claiming(
    till, screen, shop, ana
):
    receipt = sell(shop, 1000)
    till.finder.scan(ana.card.code)
    till.finder.scan(receipt.code)
    assert screen.claim[0] == receipt
    till.finder.claim(receipt)
    assert balance(shop, ana.member.member_id) == 10
    assert screen.state.points_before == 10


def test_a_member_merged_while_on_the_cart_is_whom_they_were_merged_into(till, screen, shop, ana):
    bo = shop.members.add(MemberDraft(name="Bo", phone="13900139000"))
    till.finder.scan(bo.card.code)
    till.finder.scan("6901234567892")
    shop.merges.merge(uuid7(), ana.member.member_id, bo.member.member_id)
    till.refresh()
    assert screen.told[-1] == "merged"
    basket = screen.state.basket
    assert basket.strip.number == ana.member.number
    assert basket.cart.member.member_id == ana.member.member_id
    till.refresh()
    assert screen.told.count("merged") == 1
    assert screen.refused == []


def test_a_discount_by_hand_needs_lines_and_shows_its_reason(till, screen):
    till.discount_basket(HandDiscount("regular", percent_bp=1000))
    assert not screen.state.quote.lines
    till.finder.scan("6901234567892")
    till.discount_basket(HandDiscount("regular", percent_bp=1000))
    assert screen.state.quote.total_minor == 2520
    assert dict(screen.state.quote.lines[0].effects[0].why.facts)["reason"] == "regular"


def test_a_new_sale_has_a_new_id(till, screen, shop):
    for _ in range(2):
        till.finder.scan("6901234567892")
        till.pay()
        till.complete(screen.paying)
    ids = {receipt.sale_id for receipt, _ in screen.receipts}
    assert len(ids) == 2
    assert all(isinstance(sale_id, UUID) for sale_id in ids)
    assert uuid7() not in ids
