"""Keys given to other actions, and the scanner that is tried on the screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.cashier.view import CashierScreen
from app.ui.keys import ACTIONS, Keys, canonical
from app.ui.scanner import Scanner
from app.ui.settings.key_editor import KeySheet
from app.ui.settings.presenting.calibration import CALIBRATION_CODE, Heard, propose
from app.ui.settings.presenting.rebinding import may_be_bound, rebound
from app.ui.settings.scanner_page import ScannerPage
from app.ui.settings.till_page import TillPage
from app.ui.wedge import WedgeSettings
from tests.shop_builder import add_product
from tests.ui.conftest import press, scan, strike
from tests.ui.settings_help import field, open_settings, save, undo


def ask(page: TillPage, action: str) -> KeySheet:
    page.key_list.rows[action].click()
    sheet = page.window().open_sheet()  # type: ignore[attr-defined]
    assert isinstance(sheet, KeySheet)
    return sheet


def test_a_key_is_given_to_another_action_by_pressing_it(shown, shop):
    window, settings = open_settings(shown, shop, TillPage)
    page = settings.page()
    assert isinstance(page, TillPage)
    sheet = ask(page, "hold")
    press(window, Qt.Key.Key_F16)
    assert "free" in sheet.warning.text()
    press(window, Qt.Key.Key_Return)
    assert window.keys.of("hold") == ("F16",)
    assert window.config.rebound_keys == {"hold": "F16"}
    undo(settings)
    assert window.keys.of("hold") == ("F4",)


def test_a_key_that_is_taken_says_whose_it_is_and_changes_hands(shown, shop):
    window, settings = open_settings(shown, shop, TillPage)
    page = settings.page()
    assert isinstance(page, TillPage)
    sheet = ask(page, "hold")
    press(window, Qt.Key.Key_F9)
    assert '"Pay"' in sheet.warning.text()
    press(window, Qt.Key.Key_Return)
    assert window.keys.of("hold") == ("F9",)
    assert window.keys.of("pay") == ("+",)
    assert not window.keys.clashes()
    sheet = ask(page, "hold")
    sheet.reset.click()
    assert window.config.rebound_keys == {"pay": "+"}
    assert window.keys.clashes() == {}


def test_a_shortcut_of_the_window_can_be_caught_too(shown, shop):
    window, settings = open_settings(shown, shop, TillPage)
    page = settings.page()
    assert isinstance(page, TillPage)
    sheet = ask(page, "pay")
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current_section() == "settings"
    assert "Cashier" in sheet.warning.text()
    press(window, Qt.Key.Key_Escape)
    assert not window.config.rebound_keys


def test_keys_that_type_or_move_are_refused(shown, shop):
    window, settings = open_settings(shown, shop, TillPage)
    page = settings.page()
    assert isinstance(page, TillPage)
    sheet = ask(page, "pay")
    for sign in ("7", "p"):
        strike(window, sign)
        assert not sheet.only.isEnabled()
    press(window, Qt.Key.Key_Left)
    assert not sheet.only.isEnabled()
    assert "types or moves" in sheet.warning.text()


def test_the_cashier_follows_other_keys_at_once(shown, shop):
    window, settings = open_settings(shown, shop, TillPage)
    window.go("cashier")
    cashier = window.current_screen()
    assert isinstance(cashier, CashierScreen)
    window.go("settings")
    keymap = settings.page().till_form.control("keymap")
    keymap.show_value("supermarket")
    keymap.activated.emit(2)  # type: ignore[attr-defined]
    assert window.keys.of("delete_line") == ("Del", "-")
    window.go("cashier")
    till = cashier._presenter
    assert till is not None
    till.add_item(add_product(shop, "tea", 100))
    assert till.state.basket.cart.lines
    strike(window, "-")
    assert not till.state.basket.cart.lines
    assert cashier.omnibox.text() == ""


@pytest.mark.parametrize("key", ["F12", "*", "Ctrl+B", "Shift+F3", "Del", "-"])
def test_these_keys_may_be_bound(key):
    assert may_be_bound(key)


@pytest.mark.parametrize("key", ["", "a", "0", "Return", "Shift+Tab", "Up", "Ctrl+C", "Space"])
def test_these_keys_may_not(key):
    assert not may_be_bound(key)


@pytest.mark.parametrize("keymap", ["default", "guanjiapo", "supermarket"])
def test_giving_any_key_of_a_keymap_to_pay_leaves_no_clash(keymap):
    keys = Keys(keymap)
    before = keys.clashes()
    for action in ACTIONS:
        for key in keys.of(action.id):
            in_force = {a.id: [canonical(k) for k in keys.of(a.id)] for a in ACTIONS}
            changed = Keys(keymap, rebound({}, in_force, "pay", [canonical(key)]))
            assert changed.of("pay") == (canonical(key),)
            assert set(changed.clashes()) <= set(before)


# --- the scanner --------------------------------------------------------------------


@pytest.fixture
def trial(shown, shop, qapp):
    """The scanner's page listening, with the real filter on the application."""
    window, settings = open_settings(shown, shop, ScannerPage)
    scanner = Scanner(WedgeSettings())
    scanner.install(qapp)
    scanner.scanned.connect(window.scanned)
    press(settings, Qt.Key.Key_Return)
    page = settings.page()
    assert isinstance(page, ScannerPage)
    assert page.listener.hasFocus()
    yield window, page
    qapp.removeEventFilter(scanner)


def test_a_scanner_that_sends_a_prefix_is_understood_by_one_scan_and_enter(trial):
    window, page = trial
    scan(window, f"{{suffix}}{CALIBRATION_CODE}")
    assert "{suffix}" in page.advice.text()
    press(window, Qt.Key.Key_Tab)
    assert page.use.hasFocus()
    press(window, Qt.Key.Key_Return)
    assert window.config.scanner_prefix == "{suffix}"
    assert window.config.scanner_suffix == ""
    assert "fit" in page.advice.text()


def test_a_scanner_slower_than_the_settings_is_heard_and_the_pause_raised(trial):
    window, page = trial
    for sign in CALIBRATION_CODE:
        QTest.qWait(75)
        strike(window, sign)
    press(window, Qt.Key.Key_Tab)
    assert page.use.isVisible()
    page.use.click()
    assert 75 < window.config.scanner_gap_ms <= 200


def test_a_scanner_with_prefix_suffix_tab_and_long_gaps_is_heard_at_the_till_ever_after(
    trial, monkeypatch
):
    """Real key events, their times given: what a cheap Bluetooth scanner does."""
    window, page = trial
    clock = _Clock(monkeypatch)
    strike_at(window, clock, f"]C{CALIBRATION_CODE}#", gap_ms=60)
    clock.forward(60)
    press(window, Qt.Key.Key_Tab)
    assert page.listener.hasFocus()
    assert page.result.text().startswith(f"Heard ]C{CALIBRATION_CODE}#")
    assert page.result.text().endswith("60 ms")
    assert page.use.isVisible()
    page.use.click()
    config = window.config
    assert (config.scanner_prefix, config.scanner_suffix) == ("]C", "#")
    assert config.scanner_gap_ms == 90
    heard: list[str] = []
    ears = Scanner(WedgeSettings(config.scanner_gap_ms, prefix="]C", suffix="#"))
    ears.scanned.connect(lambda scan: heard.append(scan.code))
    app = QApplication.instance()
    assert app is not None
    ears.install(app)  # type: ignore[arg-type]
    try:
        window.go("cashier")
        clock.forward(1000)
        strike_at(window, clock, "]C6901234567892#", gap_ms=60)
        press(window, Qt.Key.Key_Tab)
        clock.forward(1000)
        strike_at(window, clock, "6901234567892", gap_ms=60)  # without what this scanner sends
        press(window, Qt.Key.Key_Return)
    finally:
        app.removeEventFilter(ears)
    assert heard == ["6901234567892"]


class _Clock:
    """The time at which keys go down, moved by hand: a busy machine types no slower."""

    def __init__(self, monkeypatch) -> None:
        self.now = 1_000_000
        monkeypatch.setattr("app.ui.scanner.key_time_ms", lambda event: self.now)
        monkeypatch.setattr("app.ui.settings.listener.key_time_ms", lambda event: self.now)

    def forward(self, milliseconds: int) -> None:
        self.now += milliseconds


def strike_at(window, clock: _Clock, text: str, *, gap_ms: int) -> None:
    for at, sign in enumerate(text):
        if at:
            clock.forward(gap_ms)
        strike(window, sign)


def test_a_scan_elsewhere_on_the_page_is_the_cashiers(trial):
    window, page = trial
    page.form.control("scanner_gap_ms").setFocus()
    scan(window, CALIBRATION_CODE)
    assert window.current_section() == "cashier"


@pytest.mark.parametrize(
    ("heard", "problem"),
    [
        (Heard("31", 5, "\r"), "short"),
        (Heard(CALIBRATION_CODE, 180, "\r"), "slow"),
        (Heard(CALIBRATION_CODE, 5, ""), "no_end"),
        (Heard("6901234567892", 5, "\r"), "other_code"),
    ],
)
def test_a_trial_that_tells_nothing_says_what_to_do(heard, problem):
    assert propose(heard).problem == problem


def test_the_pause_proposed_leaves_room_for_a_busy_pc():
    assert propose(Heard(CALIBRATION_CODE, 5, "\r")).gap_ms == 50
    assert propose(Heard(f"A{CALIBRATION_CODE}B", 81, "\t")).gap_ms == 130


def test_the_scanners_settings_can_be_typed_and_impossible_ones_are_refused(shown, shop):
    window, settings = open_settings(shown, shop, ScannerPage)
    before = window.config
    gap = field(settings, "scanner_gap_ms")
    gap.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(gap, "5")
    save(settings)
    row = settings.page().form.row("scanner_gap_ms")
    assert row is not None
    assert row.has_error()
    assert window.config == before
    gap.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(gap, "80")
    save(settings)
    assert window.config == replace(before, scanner_gap_ms=80)
