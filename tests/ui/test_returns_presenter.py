"""The behaviour of a return, without a window: chosen, shown, confirmed once."""

from __future__ import annotations

import pytest

from app.errors import NothingToReturn, SaleUnknown
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import Cart, CartLine, MemberFacts
from app.services.rules.tenders import Tender, TenderKind
from app.ui.returns.presenter import ReturnPresenter
from app.ui.returns.presenting.state import Step
from app.ui.tasks import InlineTasks
from tests.shop_builder import balance, cash, sell

TEA, CAKE = "6901234567892", "6901234567885"


class Sheet:
    """Remembers what the presenter asked for."""

    def __init__(self) -> None:
        self.desk = None
        self.finds = ()
        self.sales = ()
        self.refused: list[Exception] = []
        self.tones: list[bool] = []
        self.done: list[object] = []

    def show_desk(self, desk):
        self.desk = desk

    def show_finds(self, text, finds):
        self.finds = finds

    def show_sales(self, sales):
        self.sales = sales

    def show_offers(self, text, found):
        self.offers = found

    def refuse(self, error):
        self.refused.append(error)

    def scanned_tone(self, good):
        self.tones.append(good)

    def returned(self, done):
        self.done.append(done)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


@pytest.fixture
def presenter(shop, sheet) -> ReturnPresenter:
    return ReturnPresenter(sheet, shop, InlineTasks())


@pytest.fixture
def ana(shop):
    return shop.members.add(MemberDraft(name="Ana", phone="13800138000")).member.member_id


@pytest.fixture
def sold(shop, ana):
    """Three teas and a cake for Ana: 70.00, half in cash."""
    tea = shop.products.add(ProductDraft(name="Tea", price="18", barcodes=(TEA,)))
    cake = shop.products.add(ProductDraft(name="Cake", price="16", barcodes=(CAKE,)))
    lines = (CartLine(uuid7(), tea.item, 3000), CartLine(uuid7(), cake.item))
    tenders = (Tender(TenderKind.WECHAT, 3500), cash(3500))
    return shop.checkout.complete(uuid7(), Cart(lines, MemberFacts(ana)), None, tenders)


def test_everything_shows_its_consequences_at_once_and_one_key_confirms(
    shop, presenter, sheet, sold, ana
):
    presenter.start(sold.code)
    assert sheet.desk.step is Step.CHOOSE
    presenter.everything()
    preview = sheet.desk.preview
    assert (sheet.desk.step, preview.total_minor, preview.whole) == (Step.PREVIEW, 7000, True)
    assert {t.kind.value: t.amount_minor for t in preview.tenders} == {"wechat": 3500, "cash": 3500}
    assert (preview.balance_before, preview.balance_after) == (70, 0)
    presenter.confirm()
    presenter.confirm()
    assert [done.number for done in sheet.done] == ["RA0-000001"]
    assert (sheet.desk.step, balance(shop, ana)) == (Step.DONE, 0)


def test_scanned_goods_come_back_one_by_one_and_never_past_what_was_sold(presenter, sheet, sold):
    presenter.start(sold.number)
    for code in (TEA, TEA, CAKE, CAKE):
        presenter.scan(code)
    assert dict(sheet.desk.chosen) == {1: 2000, 2: 1000}
    assert sheet.tones == [True, True, True, False]
    presenter.preview()
    assert sheet.desk.preview.total_minor == 5200


def test_digits_say_how_many_of_the_line_in_front(presenter, sheet, sold):
    presenter.start(sold.number)
    presenter.sign("2")
    assert dict(sheet.desk.chosen) == {1: 2000}
    presenter.change(presenter.desk.move(1))
    presenter.sign("9")
    assert dict(sheet.desk.chosen) == {1: 2000, 2: 1000}
    presenter.change(presenter.desk.turn_current())
    assert dict(sheet.desk.chosen) == {1: 2000}


def test_what_a_scanner_types_is_no_quantity(presenter, sheet, sold):
    presenter.start(sold.number)
    presenter.sign("2")
    for sign in CAKE:
        presenter.sign(sign)
    presenter.scan(CAKE)
    assert dict(sheet.desk.chosen) == {1: 2000, 2: 1000}


def test_a_step_back_keeps_what_was_chosen(presenter, sheet, sold):
    presenter.start(sold.number)
    presenter.sign("1")
    presenter.preview()
    assert presenter.back()
    assert (sheet.desk.step, dict(sheet.desk.chosen)) == (Step.CHOOSE, {1: 1000})
    assert not presenter.back()


def test_money_goes_back_in_cash_where_the_clerk_says_so(presenter, sheet, sold):
    presenter.start(sold.number)
    presenter.everything()
    presenter.turn_cash()
    assert [(t.kind.value, t.amount_minor) for t in sheet.desk.preview.tenders] == [("cash", 7000)]
    presenter.turn_cash()
    assert len(sheet.desk.preview.tenders) == 2


def test_a_refused_return_keeps_the_sheet(shop, presenter, sheet, sold):
    presenter.start(sold.number)
    presenter.everything()
    other = ReturnPresenter(Sheet(), shop, InlineTasks())
    other.start(sold.number)
    other.everything()
    other.confirm()
    presenter.confirm()
    assert isinstance(sheet.refused[0], NothingToReturn)
    assert sheet.desk.step is Step.PREVIEW
    assert sheet.done == []


def test_the_last_sale_is_voided_with_what_is_undone_shown_first(shop, presenter, sheet, sold, ana):
    presenter.start_void_of_last()
    assert (sheet.desk.step, sheet.desk.preview.kind) == (Step.PREVIEW, "void")
    presenter.confirm()
    assert (sheet.done[0].kind, balance(shop, ana)) == ("void", 0)
    presenter.start_void_of_last()
    assert sheet.desk.step is Step.CHOOSE
    assert sheet.refused


def test_a_sale_is_found_by_what_somebody_remembers(shop, presenter, sheet, sold, clock):
    clock.forward(minutes=1)
    sell(shop, 1250)
    presenter.start()
    assert sheet.desk.step is Step.FIND
    assert len(sheet.sales) == 2
    presenter.typed("12.50")
    presenter.take(sheet.finds[0])
    assert [row.total_minor for row in sheet.sales] == [1250]
    presenter.typed("Tea")
    presenter.take(next(find for find in sheet.finds if find.kind == "product"))
    presenter.choose_sale(sheet.sales[0].number)
    assert sheet.desk.sale.receipt.number == sold.number
    presenter.start()
    presenter.scan("81000000000000000")
    assert isinstance(sheet.refused[-1], SaleUnknown)


def test_goods_without_a_receipt_come_back_at_todays_price(presenter, sheet, sold):
    presenter.start()
    presenter.without_receipt()
    presenter.scan(TEA)
    presenter.scan(TEA)
    presenter.add_open("Cake")
    assert [
        (line.name, line.quantity_milli, line.total_minor) for line in sheet.desk.open_lines
    ] == [
        ("Tea", 2000, 3600),
        ("Cake", 1000, 1600),
    ]
    presenter.preview()
    assert sheet.desk.preview.total_minor == 5200
    presenter.confirm()
    assert sheet.refused  # a reason is needed
    presenter.say_reason("gift from a friend")
    presenter.confirm()
    assert sheet.done[0].sale_id is None


def test_goods_for_other_goods_are_handed_to_the_till_with_the_money_in_them(
    presenter, sheet, sold, ana
):
    presenter.start(sold.number)
    presenter.sign("1")
    assert presenter.goods_back() is None
    presenter.preview()
    goods = presenter.goods_back()
    assert (goods.number, goods.money_minor, goods.member_id) == (sold.number, 1800, ana)
    assert goods.draft.lines == ((1, 1000),)


@pytest.fixture
def brought(shop, presenter, ana, sold):
    """A tea that Ana brings without its receipt; she holds 70 points."""
    presenter.without_receipt()
    presenter.scan(TEA)
    return shop.members.get(ana)


def test_a_card_scanned_without_a_receipt_names_the_member_and_their_points_follow(
    shop, presenter, sheet, brought, ana
):
    presenter.scan(shop.cards.issue(ana).code)
    assert sheet.desk.member.name == "Ana"
    presenter.say_reason("no receipt")
    presenter.preview()
    preview = sheet.desk.preview
    assert (preview.member.name, preview.balance_before, preview.balance_after) == ("Ana", 70, 52)
    presenter.confirm()
    assert sheet.done[0].member.member_id == ana
    assert balance(shop, ana) == 52


def test_points_already_spent_become_a_debt_that_the_preview_names(
    shop, presenter, sheet, brought, ana
):
    shop.points.adjust(ana, -60, "spent elsewhere")
    presenter.add_open("13800138000")
    presenter.preview()
    assert (sheet.desk.preview.balance_after, sheet.desk.preview.debt) == (-8, 8)


def test_a_name_offers_members_and_goods_and_a_chosen_member_can_be_taken_off(
    presenter, sheet, brought
):
    presenter.open_typed("An")
    assert [hit.name for hit in sheet.offers.members] == ["Ana"]
    presenter.take_open(sheet.offers.members[0])
    assert sheet.desk.member.name == "Ana"
    presenter.name_member(None)
    presenter.preview()
    assert sheet.desk.preview.member is None


def test_a_named_member_may_keep_the_money_as_store_credit(shop, presenter, sheet, brought):
    presenter.preview()
    assert not sheet.desk.with_money
    presenter.back()
    presenter.add_open("Ana")
    presenter.preview()
    presenter.turn_cash()
    tenders = sheet.desk.preview.tenders
    assert [(t.kind.value, t.amount_minor) for t in tenders] == [("store_credit", 1800)]
    presenter.back()
    presenter.name_member(None)
    presenter.preview()
    assert [t.kind.value for t in sheet.desk.preview.tenders] == ["cash"]


def test_a_receipt_that_turns_up_opens_its_sale(presenter, sheet, sold):
    presenter.without_receipt()
    presenter.scan(sold.code)
    assert (sheet.desk.step, sheet.desk.sale.receipt.number) == (Step.CHOOSE, sold.number)
