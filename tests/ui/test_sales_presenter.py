"""The behaviour of the list of sales, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import AlreadyClaimed, ClaimTooLate, MemberFrozen, SaleUnknown
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.refund import RefundDraft
from app.services.sales import DayTotal
from app.ui.sales.presenter import Period, SalesPresenter
from app.ui.tasks import InlineTasks
from tests.shop_builder import balance, sell


class Screen:
    """Remembers what the presenter asked for."""

    def __init__(self) -> None:
        self.listing = None
        self.totals: list[DayTotal | None] = []
        self.receipt = None
        self.claiming = None
        self.found = ()
        self.chosen = None
        self.given = None
        self.refused: list[Exception] = []

    def show_listing(self, listing):
        self.listing = listing

    def show_totals(self, totals):
        self.totals.append(totals)

    def show_receipt(self, receipt):
        self.receipt = receipt

    def open_claim(self, receipt):
        self.claiming = receipt

    def show_claimants(self, text, found):
        self.found = found

    def choose_claimant(self, claimant):
        self.chosen = claimant

    def claimed(self, claimed):
        self.given = claimed

    def refuse(self, error):
        self.refused.append(error)

    def open_page(self, page):
        self.opened_page = page

    def show_finds(self, text, finds):
        self.finds = finds

    def show_glance(self, glance, expected_minor):
        self.glance, self.expected_minor = glance, expected_minor

    def show_refund(self, done):
        self.slip = done

    refuse_claim = refuse


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(shop, screen) -> SalesPresenter:
    return SalesPresenter(screen, shop, InlineTasks())


@pytest.fixture
def ana(shop):
    return shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))


def numbers(presenter) -> list[str]:
    rows: list[str] = []
    presenter.fetch(0, 100, lambda page: rows.extend(row.number for row in page))
    return rows


def test_a_shop_that_sold_nothing_says_so(presenter, screen):
    presenter.refresh()
    assert (screen.listing.count, screen.listing.any_at_all) == (0, False)


def test_today_lists_the_newest_first_with_what_it_comes_to(presenter, screen, shop, clock):
    first = sell(shop, 1000)
    clock.forward(minutes=5)
    second = sell(shop, 250)
    presenter.refresh()
    assert numbers(presenter) == [second.number, first.number]
    assert screen.totals[-1] == DayTotal(2, 1250, 0, 0)


def test_each_period_lists_its_days_and_no_others(presenter, screen, shop, clock):
    for _ in range(40):
        sell(shop, 100)
        clock.forward(days=1)
    sell(shop, 100)
    counts = {}
    for period in (Period.TODAY, Period.WEEK, Period.MONTH, Period.ALL):
        presenter.show_period(period)
        counts[period] = (screen.listing.count, screen.totals[-1].sales)
    assert counts == {
        Period.TODAY: (1, 1),
        Period.WEEK: (7, 7),
        Period.MONTH: (30, 30),
        Period.ALL: (41, 41),
    }


def test_two_dates_list_the_days_between_them_in_either_order(presenter, screen, shop, clock):
    for _ in range(5):
        sell(shop, 100)
        clock.forward(days=1)
    presenter.show_days(date(2026, 11, 24), date(2026, 11, 22))
    assert screen.listing.count == 3
    assert screen.listing.wanted.first_day == date(2026, 11, 22)


def test_dates_begin_with_the_days_listed_before(presenter, screen):
    presenter.show_period(Period.WEEK)
    presenter.show_period(Period.DAYS)
    assert screen.listing.wanted.first_day == date(2026, 11, 15)


def test_a_new_day_moves_today_on(presenter, screen, shop, clock):
    sell(shop, 100)
    presenter.refresh()
    clock.forward(days=1)
    presenter.refresh()
    assert screen.listing.count == 0
    assert screen.listing.any_at_all


def test_only_what_a_tender_paid_is_listed(presenter, screen, shop):
    sell(shop, 100)
    presenter.show_tender("cash")
    assert screen.listing.count == 1
    presenter.show_tender("wechat")
    assert (screen.listing.count, screen.totals[-1].sales) == (0, 0)


def test_a_long_stretch_is_added_up_in_the_long_lane(shop, screen):
    lanes = []

    class Watched(InlineTasks):
        def run_long(self, work, then=None, otherwise=None, on_progress=None):
            lanes.append("long")
            return super().run_long(work, then, otherwise, on_progress)

    presenter = SalesPresenter(screen, shop, Watched())
    presenter.show_period(Period.MONTH)
    assert lanes == []
    presenter.show_period(Period.ALL)
    assert lanes == ["long"]
    assert screen.totals[-2:] == [None, DayTotal(0, 0, 0, 0)]


def test_a_receipt_opens_by_number_and_by_code_whenever_it_was(presenter, screen, shop, clock):
    receipt = sell(shop, 1000)
    clock.forward(days=400)
    presenter.open(receipt.number)
    assert screen.receipt.sale_id == receipt.sale_id
    sell(shop, 1)
    presenter.open(shop.sales.last(1)[0].number)
    presenter.open(receipt.code)
    assert screen.receipt.sale_id == receipt.sale_id


def test_an_unknown_number_is_refused_and_the_receipt_stays(presenter, screen, shop):
    receipt = sell(shop, 1000)
    presenter.show(receipt.sale_id)
    presenter.open("A0-999999")
    assert isinstance(screen.refused[0], SaleUnknown)
    assert screen.receipt.number == receipt.number


def test_points_are_claimed_once_with_before_and_after(presenter, screen, shop, ana):
    receipt = sell(shop, 2800)
    presenter.show(receipt.sale_id)
    presenter.ask_claim()
    assert screen.claiming.number == receipt.number
    presenter.find_claimants("zyq")
    assert [(c.points_before, c.points_after) for c in screen.found] == [(0, 28)]
    presenter.claim(screen.found[0])
    assert (screen.given.points_before, screen.given.points_after) == (0, 28)
    assert balance(shop, ana.member.member_id) == 28
    assert screen.receipt.claimed_by == ana.member.number
    presenter.ask_claim()
    assert isinstance(screen.refused[0], AlreadyClaimed)


def test_the_points_given_are_those_of_the_receipt_that_was_asked_about(
    presenter, screen, shop, ana
):
    asked, other = sell(shop, 10000), sell(shop, 90000)
    presenter.open(asked.number)
    presenter.ask_claim()
    presenter.open(other.number)  # an answer that came late
    presenter.find_claimants("zyq")
    presenter.claim(screen.found[0])
    assert balance(shop, ana.member.member_id) == 100
    assert shop.sales.by_id(asked.sale_id).claimed_by == ana.member.number


def test_a_scanned_card_names_the_claimant(presenter, screen, shop, ana):
    presenter.show(sell(shop, 2800).sale_id)
    presenter.scan_claimant(ana.card.code)
    assert screen.chosen.number == ana.member.number
    presenter.scan_claimant("13800138000")
    assert screen.chosen.points_after == 28


def test_a_sale_with_a_member_has_nothing_to_claim(presenter, screen, shop, ana):
    presenter.show(sell(shop, 2800, ana.member.member_id).sale_id)
    presenter.ask_claim()
    assert isinstance(screen.refused[0], AlreadyClaimed)
    assert screen.claiming is None


def test_a_claim_past_the_days_is_refused_before_anybody_is_chosen(presenter, screen, shop, clock):
    receipt = sell(shop, 2800)
    clock.forward(days=shop.desk.scheme.claim_days + 1)
    presenter.show(receipt.sale_id)
    presenter.ask_claim()
    assert isinstance(screen.refused[0], ClaimTooLate)
    assert screen.claiming is None


def test_a_frozen_member_is_refused(presenter, screen, shop, ana):
    shop.members.freeze(ana.member.member_id)
    presenter.show(sell(shop, 2800).sale_id)
    presenter.find_claimants("13800138000")
    presenter.claim(screen.found[0])
    assert isinstance(screen.refused[0], MemberFrozen)


def test_a_late_receipt_does_not_push_aside_the_one_asked_for_since(shop, screen):
    first, second = sell(shop, 100), sell(shop, 200)
    waiting = []

    class Late(InlineTasks):
        def run(self, work, then=None, otherwise=None):
            waiting.append((then, work()))

    presenter = SalesPresenter(screen, shop, Late())
    presenter.show(first.sale_id)
    presenter.show(second.sale_id)
    for then, value in reversed(waiting):
        then(value)
    assert screen.receipt.number == second.number


def test_a_refund_is_brought_with_its_slip_and_the_sale_behind_it(presenter, screen, shop):
    receipt = sell(shop, 1000)
    done = shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id))
    presenter.show_refund(done.refund_id, receipt.sale_id)
    assert (screen.slip, presenter.refund) == (done, done)
    assert presenter.receipt.number == receipt.number
    presenter.show(receipt.sale_id)
    assert (screen.receipt.number, presenter.refund) == (receipt.number, None)


def test_the_number_and_the_code_of_a_refund_open_its_sale(presenter, screen, shop):
    receipt = sell(shop, 1000)
    done = shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id))
    for text in (done.number, done.code):
        presenter.submitted(text)
        assert screen.opened_page.receipt.number == receipt.number
        screen.opened_page = None
    presenter.submitted("RA0-000009")
    assert isinstance(screen.refused[0], SaleUnknown)


def test_the_cash_that_should_be_there_is_told_where_a_drawer_is_open(presenter, screen, shop):
    presenter.look_at_today()
    assert screen.expected_minor is None
    shop.cash.open(20_000)
    sell(shop, 1000)
    presenter.look_at_today()
    assert screen.expected_minor == 21_000
