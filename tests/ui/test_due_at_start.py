"""The window does what is due when it starts and when a business day begins."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import StorageBusy
from app.models.reckoned import marks
from app.services import bought_sales, insight_pasts, kept_forecasts, kept_habits
from app.services.ids import uuid7
from app.ui.status import StatusKeeper
from tests.due_shop import full_scheme, give_points, use
from tests.shop_builder import add_member, add_product, balance, cart_of, cash, sell


@pytest.fixture
def keeper(main_window, shop):
    use(shop, full_scheme(shop.desk.scheme))
    main_window.shop_opened(shop)
    return StatusKeeper(main_window)


def test_the_start_and_each_new_day_do_what_is_due(keeper, main_window, shop, clock):
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 11, 20))  # the day before: lapsed already
    give_points(shop, ana, 30, date(2026, 11, 21))
    give_points(shop, ana, 20, None)
    keeper.opened(shop)
    assert balance(shop, ana) == 50
    keeper._minute()
    assert balance(shop, ana) == 50
    clock.forward(days=1)
    # The minute reads that a day has begun, and the jobs follow at once or a minute later.
    keeper._minute()
    keeper._minute()
    assert balance(shop, ana) == 20
    assert main_window.banner_text() == ""


def test_a_clock_set_back_is_told_at_the_start(keeper, main_window, shop, clock):
    shop.due.run()
    clock.forward(days=-3)
    keeper.opened(shop)
    assert "2026-11-21" in main_window.banner_text()
    assert "clock" in main_window.banner_text()


def test_jobs_that_fail_are_told_and_tried_again(keeper, main_window, shop, clock, monkeypatch):
    keeper.opened(shop)
    clock.forward(days=1)

    def refused(*_: object, **__: object) -> None:
        raise StorageBusy

    with monkeypatch.context() as patch:
        patch.setattr(shop.due, "run", refused)
        keeper._minute()
        keeper._minute()
    assert "StorageBusy" in main_window.banner_text()
    assert shop.due.is_due()
    for _ in range(16):
        keeper._minute()
    assert not shop.due.is_due()


def test_a_large_shop_keeps_what_members_like_from_the_start_on(keeper, shop, monkeypatch, qtbot):
    monkeypatch.setattr(kept_habits, "KEPT_FROM_SALES", 2)
    monkeypatch.setattr(kept_habits, "PART", 1)
    for number in ("ana", "bo", "cy"):
        sell(shop, 500, add_member(shop, number=number))
    keeper.opened(shop)
    qtbot.waitUntil(lambda: len(marks(shop.desk.database, kept_habits.NAME)) == 3)


def test_a_large_shop_has_its_forecasts_ready_from_the_start_on(
    keeper, shop, clock, monkeypatch, qtbot
):
    monkeypatch.setattr(kept_forecasts, "EXACT_AT_MOST", 0)
    monkeypatch.setattr(kept_forecasts, "LEAST_BACK", 1)
    monkeypatch.setattr(kept_habits, "KEPT_FROM_SALES", 1)
    ana = add_member(shop)
    for _ in range(3):
        sell(shop, 500, ana)
        clock.forward(days=1)
    keeper.opened(shop)
    kept = {insight_pasts.NAME, kept_forecasts.NAME, kept_habits.part_name(0)}
    qtbot.waitUntil(lambda: set(marks(shop.desk.database, "")) == kept)


def test_in_a_small_shop_nothing_is_kept_of_what_members_like(keeper, shop):
    sell(shop, 500, add_member(shop))
    keeper.opened(shop)
    keeper._minute()
    assert not marks(shop.desk.database, "")


def test_each_minute_makes_ready_what_is_asked_of_much_bought_goods(
    keeper, shop, clock, monkeypatch
):
    """One name a minute; what is kept of it is in the file."""
    monkeypatch.setattr(bought_sales, "LARGE", 1)
    for name in ("tea", "cake"):
        item = add_product(shop, name, 1_000)
        shop.checkout.complete(uuid7(), cart_of(item), None, (cash(1_000),))
    keeper.opened(shop)
    told = [len(marks(shop.desk.database, bought_sales.NAME))]
    for _ in range(3):
        keeper._minute()
        told.append(len(marks(shop.desk.database, bought_sales.NAME)))
    assert told == [0, 1, 2, 2]
