"""The window says how the drawer stands, and closes what an earlier day left by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.ui.status import StatusKeeper
from tests.shop_builder import sell


@pytest.fixture
def keeper(main_window, shop):
    main_window.shop_opened(shop)
    made = StatusKeeper(main_window)
    main_window.drawer.changed.connect(made.refresh)
    return made


def test_an_automatic_session_is_closed_at_the_next_start(keeper, shop, clock):
    sell(shop, 350)
    clock.forward(days=2)
    keeper.opened(shop)
    (closed,) = shop.cash.z_reports()
    assert closed.report.business_date.isoformat() == "2026-11-21"
    assert closed.count is None


def test_midnight_closes_it_while_the_window_stays_open(keeper, shop, clock):
    keeper.opened(shop)
    sell(shop, 350)
    assert shop.cash.z_reports() == ()
    clock.forward(days=1)
    keeper._minute()
    keeper._minute()
    assert [each.number for each in shop.cash.z_reports()] == [1]


def test_the_status_line_says_how_the_drawer_stands(keeper, main_window, shop, clock):
    shop.settings.save(replace(shop.desk.settings, count_cash=True))
    keeper.opened(shop)
    status = main_window.status._session
    assert "drawer closed (Ctrl+M)" in status.text()
    shop.cash.open(5_000)
    keeper.refresh()
    assert "drawer open since 10:00" in status.text()


def test_a_session_left_open_is_told_once_and_offers_to_count_it(keeper, main_window, shop, clock):
    shop.cash.open(5_000)
    clock.forward(days=1)
    keeper.opened(shop)
    assert "2026-11-21" in main_window.banner_text()
    main_window._banner_room.banner._action.click()
    sheet = main_window.drawer.behind.count_sheet
    assert not sheet.isHidden()
    sheet.close_sheet()
    keeper.refresh()
    assert main_window.banner_text() == ""  # gone on with: it is not said again
    assert shop.cash.z_reports() == ()
