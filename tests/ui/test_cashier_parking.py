"""Parked baskets: brought back, thrown away, and never lost to a disk that fails."""

from __future__ import annotations

import sys

import pytest

from app.config import TillConfig
from app.services.products import ProductDraft
from app.services.rules.cart import Item
from app.services.settings import ShopSettings
from app.shop import create_shop
from app.ui.cashier.presenter import CashierPresenter
from app.ui.tasks import InlineTasks
from tests.shop_builder import add_member, cart_of
from tests.trust.disk import recorded
from tests.trust.test_disk_errors import Refusing, io_error
from tests.ui.test_cashier_presenter import Screen


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def till(shop, screen) -> CashierPresenter:
    presenter = CashierPresenter(screen, shop, InlineTasks())
    presenter.start()
    return presenter


def parked(shop) -> list[tuple[str, int]]:
    return [(sale.label or sale.member_name, sale.total_minor) for sale in shop.checkout.held()]


def test_a_basket_thrown_away_is_parked_again_by_undo(shop, screen, till):
    ana = add_member(shop)
    shop.checkout.hold(cart_of(Item("tea", 300)), "table 3")
    shop.checkout.hold(cart_of(Item("cake", 500), member=ana))
    before = parked(shop)
    for sale in shop.checkout.held():
        till.parking.discard(sale)
    assert parked(shop) == []
    assert screen.told == ["discarded", "discarded"]
    assert screen.state.held == 0
    till.undo()
    till.undo()
    assert sorted(parked(shop)) == sorted(before)
    assert screen.state.held == 2


def test_a_basket_is_held_under_its_member_or_asks_for_a_note(shop, screen, till):
    till.add_open_item("tea", 300)
    till.parking.ask_hold()
    assert screen.asked == [("note",)]
    till.parking.hold("table 5")
    assert parked(shop) == [("table 5", 300)]
    till.parking.open_held()
    till.add_open_item("cake", 500)
    # It keeps its note, and asks no more.
    till.parking.ask_hold()
    assert screen.asked == [("note",)]
    assert parked(shop) == [("table 5", 800)]
    ana = add_member(shop)
    till.attach(ana)
    till.add_open_item("beans", 900)
    till.parking.ask_hold()
    assert sorted(parked(shop)) == [("table 5", 800), ("曾雨晴", 900)]


def test_the_basket_that_makes_room_keeps_its_note(shop, screen, till):
    first = shop.checkout.hold(cart_of(Item("tea", 300)), "table 3")
    till.parking.recall(first)
    other = shop.checkout.hold(cart_of(Item("cake", 500)), "table 4")
    till.parking.recall(other)
    assert parked(shop) == [("table 3", 300)]


def test_rule_8_a_basket_held_is_priced_again_and_shows_what_changed(shop, screen, till):
    tea = shop.products.add(ProductDraft(name="Tea", price="3"))
    cart = cart_of(tea.item, Item("cake", 500))
    held = shop.checkout.hold(cart, "table 3")
    shop.products.update(tea.product_id, ProductDraft(name="Tea", price="4"))
    till.parking.recall(held)
    resumed = screen.resumed
    assert (resumed.name, resumed.before_minor, resumed.after_minor) == ("table 3", 800, 900)
    assert [dict(change.facts)["name"] for change in resumed.changes] == ["Tea"]
    assert screen.state.quote.total_minor == 900


def test_a_basket_of_which_nothing_changed_comes_back_in_silence(shop, screen, till):
    till.parking.recall(shop.checkout.hold(cart_of(Item("tea", 300))))
    assert not hasattr(screen, "resumed")


def test_undo_takes_the_last_change_back_first_whatever_it_was(shop, screen, till):
    shop.checkout.hold(cart_of(Item("tea", 300)))
    till.add_open_item("cake", 500)
    till.parking.discard(shop.checkout.held()[0])
    till.remove_current()
    till.undo()
    assert [line.item.name for line in screen.state.basket.cart.lines] == ["cake"]
    assert parked(shop) == []
    till.undo()
    assert parked(shop) == [("", 300)]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to name a file")
def test_a_recall_that_fails_late_never_loses_a_basket(tmp_path):
    shown_in_spite = refused = 0
    for nth in range(1, 9):
        folder = tmp_path / str(nth)
        with recorded(folder) as disk:
            shop = create_shop(TillConfig(data_dir=folder), ShopSettings())
            held = shop.checkout.hold(cart_of(Item("tea", 300)))
            screen = Screen()
            till = CashierPresenter(screen, shop, InlineTasks())
            till.add_open_item("cake", 500)
            fault = disk.fault = Refusing(nth, io_error, lasting=True)
            till.parking.recall(held)
            disk.fault = None
            standing = [line.item.name for line in till.state.basket.cart.lines]
            assert (standing, parked(shop)) in (
                (["tea"], [("", 500)]),
                (["cake"], [("", 300)]),
            ), f"operation {nth}"
            assert bool(screen.refused) is (standing == ["cake"])
            refused += len(screen.refused)
            shown_in_spite += bool(fault.refused and standing == ["tea"])
            shop.close()
    assert refused
    assert shown_in_spite
