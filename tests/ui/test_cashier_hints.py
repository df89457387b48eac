"""Hints at the till: shown after the strip, answered by one key, kept with the sale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from app.services.ids import uuid7
from app.services.products import ProductDraft
from app.services.rules.insight.hints import HintKind
from app.ui.cashier.presenter import CashierPresenter
from app.ui.cashier.view import CashierScreen
from app.ui.front import LEAST_HEIGHT, LEAST_WIDTH
from app.ui.languages import Languages
from app.ui.main_window import MainWindow
from app.ui.scanner import Scanner
from app.ui.tasks import InlineTasks, LaneTasks
from app.ui.ui_thread import UiThread
from tests.scheme_builder import counter_scheme, use
from tests.shop_builder import Clock, add_member, cart_of, cash, sentences
from tests.ui.conftest import press, scan

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tea(shop):
    product = shop.products.add(ProductDraft(name="Tea", price="10", barcodes=("6901234567892",)))
    return product.item


@pytest.fixture
def ana(shop, clock: Clock, tea):
    """Tea every tenth day."""
    ana = add_member(shop, "Ana")
    for _ in range(4):
        shop.checkout.complete(uuid7(), cart_of(tea, member=ana), None, (cash(1000),))
        clock.forward(days=10)
    shop.hints.refresh(ana)
    return ana


@pytest.fixture
def screen(shown, shop, ana) -> CashierScreen:
    made = MainWindow(
        config=replace(shop.config, sounds=False),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    found = made.current_screen()
    assert isinstance(found, CashierScreen)
    return found


def till(screen: CashierScreen) -> CashierPresenter:
    assert screen._presenter is not None
    return screen._presenter


def hinted(screen: CashierScreen) -> list[str]:
    return [row.words.text() for row in screen.member.hints.rows if not row.isHidden()]


def stored(shop) -> list[tuple[str, str, bool]]:
    rows = shop.desk.database.rows("SELECT kind, outcome, sale_id IS NOT NULL FROM hint_shown")
    return [(kind, outcome, bool(sold)) for kind, outcome, sold in rows]


def sell(screen: CashierScreen) -> None:
    presenter = till(screen)
    presenter.pay()
    assert screen._sheets is not None
    desk = screen._sheets.pay_sheet.desk()
    assert desk is not None
    presenter.complete(desk)


def test_what_is_due_again_stands_below_the_member_and_its_key_puts_it_in_the_cart(
    screen, shop, ana
):
    till(screen).attach(ana)
    assert hinted(screen) == ["Due again: Tea, every 10 days"]
    press(screen.window(), Qt.Key.Key_H, CTRL)
    assert [line.item.name for line in till(screen).state.basket.cart.lines] == ["Tea"]
    press(screen.window(), Qt.Key.Key_H, CTRL)
    assert len(till(screen).state.basket.cart.lines) == 1
    assert till(screen).state.basket.cart.lines[0].quantity_milli == 1000
    sell(screen)
    assert stored(shop) == [("due_again", "taken", True)]
    assert hinted(screen) == []


def test_a_hint_that_is_not_wanted_is_refused_by_one_key_and_rests(screen, shop, ana, clock):
    till(screen).attach(ana)
    press(screen.window(), Qt.Key.Key_H, CTRL | SHIFT)
    till(screen).add_open_item("soap", 100)
    sell(screen)
    assert stored(shop) == [("due_again", "refused", True)]
    clock.forward(days=2)
    till(screen).attach(ana)
    assert hinted(screen) == []


def test_a_hinted_product_that_is_scanned_counts_as_bought_by_itself(screen, shop, ana):
    till(screen).attach(ana)
    till(screen).finder.scan("6901234567892")
    assert hinted(screen) == ["Due again: Tea, every 10 days"]
    assert not screen.member.hints.rows[0].leave.isVisible()
    sell(screen)
    assert stored(shop) == [("due_again", "bought", True)]


def test_a_hint_is_answered_by_a_click_and_a_second_one_takes_the_answer_back(screen, ana):
    till(screen).attach(ana)
    row = screen.member.hints.rows[0]
    for expected in (False, True):
        QTest.mouseClick(row.leave, Qt.MouseButton.LeftButton)
        assert row.take.isVisible() is expected
    assert row.take.accessibleName() == "Taken (Ctrl+H): Due again: Tea, every 10 days"


def test_a_cart_put_aside_keeps_that_the_hint_was_said(screen, shop, ana):
    till(screen).attach(ana)
    till(screen).add_open_item("soap", 100)
    till(screen).parking.hold("later")
    assert stored(shop) == [("due_again", "none", False)]
    assert hinted(screen) == []


def test_who_is_taken_off_and_laid_on_again_keeps_the_answer_given(screen, ana):
    till(screen).attach(ana)
    till(screen).add_open_item("soap", 100)
    press(screen.window(), Qt.Key.Key_H, CTRL | SHIFT)
    till(screen).detach()
    assert hinted(screen) == []
    till(screen).attach(ana)
    assert hinted(screen) == ["Due again: Tea, every 10 days"]
    assert not screen.member.hints.rows[0].take.isVisible()


def test_hints_never_stand_on_the_customer_display(screen, ana):
    from app.ui.cashier.customer import seen_of_cart

    till(screen).attach(ana)
    assert hinted(screen)
    seen = repr(seen_of_cart(till(screen).state, screen._currency))
    assert "Due again" not in seen
    assert "Tea" not in seen


def test_a_low_window_shows_one_hint_at_a_time_until_all_are_answered(screen, shop, ana):
    shop.care.make(uuid7(), ana, "Ask how the beans were", shop.desk.today())
    till(screen).attach(ana)
    both = ["Follow up: Ask how the beans were", "Due again: Tea, every 10 days"]
    assert hinted(screen) == both
    screen.member.be_low(True)
    assert hinted(screen) == both[:1]
    screen.member.hints.give_way(True)
    assert screen.member.hints.isHidden()
    screen.member.hints.give_way(False)
    press(screen.window(), Qt.Key.Key_H, CTRL)
    assert hinted(screen) == both[1:]
    press(screen.window(), Qt.Key.Key_H, CTRL | SHIFT)
    assert hinted(screen) == []
    screen.member.be_low(False)
    assert hinted(screen) == both


def test_a_low_window_leads_to_the_other_hint_and_keys_answer_the_one_in_front(screen, shop, ana):
    shop.care.make(uuid7(), ana, "Ask how the beans were", shop.desk.today())
    till(screen).attach(ana)
    both = hinted(screen)
    assert all(row.other.isHidden() for row in screen.member.hints.rows)
    screen.member.be_low(True)
    for at in (1, 0, 1):
        (row,) = (row for row in screen.member.hints.rows if not row.isHidden())
        assert row.other.accessibleName().startswith("The other hint (")
        QTest.mouseClick(row.other, Qt.MouseButton.LeftButton)
        assert hinted(screen) == [both[at]]
    screen.member.hints.rows[1].other.setFocus()
    for at in (0, 1):
        press(screen.window(), Qt.Key.Key_Space)
        assert hinted(screen) == [both[at]]
        assert screen.member.hints.rows[at].other.hasFocus()
    press(screen.window(), Qt.Key.Key_H, CTRL | SHIFT)
    assert hinted(screen) == both[:1]
    assert screen.member.hints.rows[0].other.isHidden()
    screen.member.be_low(False)
    assert not screen.member.hints.rows[1].take.isVisible()  # the second was refused


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_five_lines_are_in_sight_in_the_least_window_beside_strip_hint_and_buttons(
    screen, shop, ana, tea, language, qapp
):
    languages = Languages(qapp)
    languages.show(language)
    use(shop, counter_scheme(shop.desk.settings.money))
    window = screen.window()
    window.resize(LEAST_WIDTH, LEAST_HEIGHT)
    till(screen).attach(ana)
    for at in range(12):
        till(screen).add_item(replace(tea, name=f"Tea {at}", product_id=None))
    QTest.qWait(20)
    assert screen.member.hints.isVisible()
    assert screen.member.top_up.isVisible()
    rows = [screen.cart.visualRect(screen.cart.model().index(at, 0)) for at in range(12)]
    room = screen.cart.viewport().rect()
    assert sum(room.contains(row) for row in rows) >= 5
    window.resize(1366, 768)
    QTest.qWait(20)
    assert screen.cart.visualRect(screen.cart.model().index(0, 0)).height() > rows[0].height()
    languages.show("en")


# --- with the window's lanes in threads ----------------------------------------------------


class _Paints(QObject):
    """How often a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def laned(shown, shop, ana, qapp) -> Iterator[CashierScreen]:
    """The same screen, every reading done by another thread, as in the shop."""

    def failed(error: Exception) -> None:
        raise error

    thread, scanner = UiThread(), Scanner()
    tasks = LaneTasks(thread.deliver, failed)
    window = MainWindow(
        config=replace(shop.config, sounds=False),
        tasks=tasks,
        sentence=sentences(shop),
        language=lambda: "en",
    )
    scanner.install(qapp)
    scanner.scanned.connect(window.scanned)
    shown(window)
    window.shop_opened(shop)
    found = window.current_screen()
    assert isinstance(found, CashierScreen)
    yield found
    scanner.remove(qapp)
    assert tasks.close()
    thread.close()


def test_a_scan_a_hint_and_a_sale_by_keys_while_every_lane_is_a_thread(laned, shop, ana, qtbot):
    (card,) = shop.cards.of_member(ana) or (shop.cards.issue(ana),)
    paints = _Paints()
    laned.member.hints.rows[0].installEventFilter(paints)
    scan(laned, card.code)
    qtbot.waitUntil(lambda: hinted(laned) == ["Due again: Tea, every 10 days"], timeout=10_000)
    qtbot.waitUntil(lambda: paints.count > 0)
    press(laned, Qt.Key.Key_H, CTRL)
    lines = lambda: [line.item.name for line in till(laned).state.basket.cart.lines]  # noqa: E731
    qtbot.waitUntil(lambda: lines() == ["Tea"], timeout=10_000)
    qtbot.waitUntil(lambda: not laned.member.hints.rows[0].leave.isVisible())
    press(laned, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: laned.window().open_sheet() is not None, timeout=10_000)
    press(laned, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(shop) == [("due_again", "taken", True)], timeout=20_000)
    assert hinted(laned) == []
    assert shop.hints.rates().kinds[list(HintKind).index(HintKind.DUE_AGAIN)].taken == 1
