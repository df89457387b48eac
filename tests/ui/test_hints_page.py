"""The page of hints: what came of them beside the best-seller, and the switches."""

from __future__ import annotations

import pytest

from app.services.hint_types import Said
from app.services.ids import uuid7
from app.services.rules.insight.hints import HintKind, Outcome
from app.ui.accessible import unnamed
from app.ui.insight.hints.view import HintsPage
from app.ui.insight.view import InsightScreen
from app.ui.main_window import MainWindow
from app.ui.shell import InsightTab
from tests.shop_builder import add_member, add_product, cart_of, cash


@pytest.fixture
def page(main_window: MainWindow, shop) -> HintsPage:
    main_window.shop_opened(shop)
    main_window.go("insight", InsightTab("hints"))
    screen = main_window.current_screen()
    assert isinstance(screen, InsightScreen)
    found = screen.page_of("hints")
    assert isinstance(found, HintsPage)
    return found


def row(page: HintsPage, kind: HintKind) -> list[str]:
    at = list(HintKind).index(kind)
    model = page.table.paged
    return [model.data(model.index(at, column)) for column in range(model.columnCount())]


def test_the_page_shows_hits_beside_those_of_the_best_seller(main_window, shop, clock, page):
    assert row(page, HintKind.DUE_AGAIN)[1:] == ["–", "–", "–", "–", "", "", ""]
    tea, bread = add_product(shop, "tea", 100), add_product(shop, "bread", 100)
    ana = add_member(shop)

    def buy(member, *items):
        cart = cart_of(*items, member=member)
        sale = shop.checkout.complete(uuid7(), cart, None, (cash(100 * len(items)),))
        clock.forward(days=3)
        return sale.sale_id

    for _ in range(5):
        buy(None, bread)
    for _ in range(3):
        buy(ana, tea)
    shop.hints.refresh(ana)
    shop.hints.refresh_shop()
    (hint,) = shop.hints.hints(ana).hints
    for items in ((tea,), (tea, bread), (bread,)):
        shop.hints.record(uuid7(), ana, [Said(hint, Outcome.NONE)], buy(ana, *items))
    main_window.tell_changed("sales", None)
    assert row(page, HintKind.DUE_AGAIN)[1:] == ["3", "–", "2", "–", "67%", "67%", "67%"]
    assert "bread" in page._how.text()
    assert unnamed(page) == []


def test_a_switch_is_followed_at_once(shop, page):
    page.kinds[HintKind.BIRTHDAY].click()
    assert shop.settings.get().hint_birthday is False
    page.all.click()
    assert shop.settings.get().hints is False
    assert not page.kinds[HintKind.DUE_AGAIN].isEnabled()
    assert shop.hints.kinds() == frozenset()
