"""Parked baskets: brought back, thrown away, and never lost to a disk that fails."""

from __future__ import annotations

import sys

import pytest

from app.config import TillConfig
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
