"""The till while its lane is slow: an answer that comes late never undoes what came before it."""

from collections import deque
from typing import Any

import pytest

from app.errors import MemberFrozen, SaleIdTaken, StorageFailed
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import CartLine, Item
from app.services.sales import SaleFilter
from app.ui.cashier.presenter import CashierPresenter
from app.ui.tasks import InlineTasks
from tests.shop_builder import balance, cart_of, sell
from tests.ui.test_cashier_presenter import Screen


class SlowLane:
    """Does what it is given only when the test says so, in order."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Any, Any, Any]] = deque()

    def run(self, work, then=None, otherwise=None) -> None:
        self.waiting.append((work, then, otherwise))

    def catch_up(self) -> None:
        while self.waiting:
            work, then, otherwise = self.waiting.popleft()
            InlineTasks().run(work, then, otherwise)


@pytest.fixture
def lane() -> SlowLane:
    return SlowLane()


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def till(shop, screen, lane) -> CashierPresenter:
    shop.products.add(ProductDraft(name="燕麦拿铁", price="28", barcodes=("6901234567892",)))
    presenter = CashierPresenter(screen, shop, lane)
    presenter.start()
    lane.catch_up()
    return presenter


def names(screen: Screen) -> list[str]:
    state: Any = screen.state
    return [line.item.name for line in state.basket.cart.lines]


def paid(till: CashierPresenter, screen: Screen) -> None:
    till.pay()
    desk: Any = screen.paying
    till.complete(desk)


def test_a_line_scanned_while_prices_are_looked_up_again_stays(till, screen, lane):
    till.add_open_item("cake", 500)
    till.finder.scan("6901234567892")
    till.refresh()
    lane.catch_up()
    assert names(screen) == ["cake", "燕麦拿铁"]


def test_a_sold_basket_does_not_come_back_when_something_changes_elsewhere(till, screen, lane):
    till.add_open_item("cake", 500)
    paid(till, screen)
    till.refresh()
    lane.catch_up()
    assert names(screen) == []


def test_a_late_answer_puts_no_member_on_the_next_basket(shop, till, screen, lane):
    ana = shop.members.add(MemberDraft(name="曾雨晴")).member
    till.attach(ana.member_id)
    lane.catch_up()
    till.check_in()
    till.clear()
    lane.catch_up()
    assert screen.state.basket.cart.member is None


def test_holding_twice_parks_once(shop, till, screen, lane):
    till.add_open_item("cake", 500)
    till.parking.hold()
    till.parking.hold()
    lane.catch_up()
    assert len(shop.checkout.held()) == 1


def test_what_is_scanned_while_a_basket_is_being_parked_starts_the_next(till, screen, lane):
    till.add_open_item("cake", 500)
    till.parking.hold()
    till.finder.scan("6901234567892")
    lane.catch_up()
    assert names(screen) == ["燕麦拿铁"]


def test_a_basket_being_paid_is_not_parked_by_a_recall(shop, till, screen, lane):
    held = shop.checkout.hold(cart_of(Item("tea", 300)))
    till.add_open_item("cake", 500)
    paid(till, screen)
    till.parking.recall(held)
    lane.catch_up()
    assert shop.sales.page_count(SaleFilter()) == 1
    assert [parked.total_minor for parked in shop.checkout.held()] == [300]


def test_a_recall_that_fails_leaves_both_baskets_where_they_were(shop, till, screen, lane):
    held = shop.checkout.hold(cart_of(Item("tea", 300)))
    too_long = Item("x", 10**15)  # no such amount can be stored
    till.add(CartLine(uuid7(), too_long, quantity_milli=10**9))
    till.parking.recall(held)
    lane.catch_up()
    assert [parked.total_minor for parked in shop.checkout.held()] == [300]
    assert names(screen) == ["x"]


def test_another_member_does_not_pay_with_the_first_ones_points(shop, till, screen, lane):
    ana = shop.members.add(MemberDraft(name="曾雨晴")).member.member_id
    bob = shop.members.add(MemberDraft(name="单于飞")).member.member_id
    for member in (ana, bob):
        sell(shop, 100_000, member)
    till.add_open_item("cake", 500)
    till.attach(ana)
    lane.catch_up()
    till.toggle_points()
    till.attach(bob)
    lane.catch_up()
    assert screen.state.settlement.points_burned == 0
    paid(till, screen)
    lane.catch_up()
    assert balance(shop, bob) == 1005


def test_a_recalled_basket_of_a_member_frozen_since_can_still_be_sold(shop, till, screen, lane):
    ana = shop.members.add(MemberDraft(name="曾雨晴")).member.member_id
    held = shop.checkout.hold(cart_of(Item("tea", 300), member=ana))
    shop.members.freeze(ana)
    till.parking.recall(held)
    lane.catch_up()
    assert isinstance(screen.refused[-1], MemberFrozen)
    paid(till, screen)
    lane.catch_up()
    assert screen.receipts[-1][0].member is None


def test_a_sale_recorded_though_it_seemed_to_fail_does_not_stop_the_till(shop, till, screen, lane):
    till.add_open_item("cake", 500)
    paid(till, screen)
    work, _then, otherwise = lane.waiting.popleft()
    work()
    otherwise(StorageFailed("IOError"))
    till.add_open_item("tea", 300)
    paid(till, screen)
    lane.catch_up()
    assert isinstance(screen.refused[-1], SaleIdTaken)
    paid(till, screen)
    lane.catch_up()
    assert screen.receipts[-1][0].total_minor == 800
