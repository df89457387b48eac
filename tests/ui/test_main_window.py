"""The window: sections, keys, what lies over them, and what reaches which screen."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.config import TillConfig
from app.services.rules.powers import Role
from app.ui.accessible import unnamed
from app.ui.front import Front
from app.ui.keys import ACTIONS, KEYMAPS, Keys
from app.ui.main_window import MainWindow
from app.ui.screen import Screen
from app.ui.sections import SECTIONS, Section
from app.ui.tasks import InlineTasks
from app.ui.tokens import DARK, LIGHT
from app.ui.wedge import Scan
from app.ui.widgets.labels import Tone
from app.ui.widgets.overlays import Sheet
from tests.ui.conftest import press, strike


class Recording(Screen):
    """A screen that notes what it is told."""

    takes = True

    def __init__(self, shell) -> None:
        super().__init__(shell)
        self.heard: list[object] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Field")
        self.setFocusProxy(self.field)

    def opened(self, shop) -> None:
        self.heard.append("opened")

    def activated(self) -> None:
        self.heard.append("activated")

    def asked(self, request) -> None:
        self.heard.append(request)

    def typed_ahead(self, text) -> None:
        self.field.setText(text)

    def scanned(self, code) -> bool:
        self.heard.append(code)
        return self.takes

    def shop_changed(self, topic) -> None:
        self.heard.append(f"changed {topic}")


class Deaf(Recording):
    takes = False


class FakeShop:
    """Stands for an open shop: of it the window itself asks only who is at the till."""

    desk = SimpleNamespace(
        secured=False,
        left=False,
        staff=SimpleNamespace(name="Owner", role=Role.OWNER, staff_id=None),
        may=lambda _power: True,
        approvals=None,
    )


@pytest.fixture
def window(shown, tmp_path) -> MainWindow:
    sections = (
        Section("cashier", "Cashier", "scan-barcode", Recording),
        Section("members", "Members", "users", Deaf),
    )
    made = MainWindow(
        config=TillConfig(data_dir=tmp_path, sounds=False),
        tasks=InlineTasks(),
        sentence=lambda error: f"sentence for {type(error).__name__}",
        language=lambda: "en",
        sections=sections,
    )
    shown(made)
    return made


def test_screens_are_made_when_first_shown(window):
    assert list(window._screens) == ["cashier"]
    window.go("members")
    assert list(window._screens) == ["cashier", "members"]
    assert window.current_section() == "members"


def test_a_screen_hears_that_the_shop_is_open_before_it_is_activated(window):
    window.shop_opened(FakeShop())
    assert window.current_screen().heard == ["opened", "activated"]
    window.go("members", "page of ana")
    assert window.current_screen().heard == ["opened", "activated", "page of ana"]


def test_sections_are_reached_by_key_and_the_field_has_the_focus(window):
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_section() == "members"
    assert window.current_screen().field.hasFocus()
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.current_section() == "cashier"


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def test_tab_reaches_the_rail_and_what_the_banner_offers(window):
    done: list[str] = []
    other = QLineEdit(window.current_screen())
    other.setAccessibleName("Other")
    other.show()
    window.banner("The printer is off.", Tone.WARNING, "Show", lambda: done.append("shown"))
    reached = []
    while (name := focused()) not in reached:
        reached.append(name)
        press(window, Qt.Key.Key_Tab)
    assert reached[0] == name == "Field"
    assert {"Other", "Cashier", "Show", "Close"} < set(reached)
    for _ in range(reached.index("Show")):
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    assert done == ["shown"]
    window.setFocus()
    assert window.current_screen().field.hasFocus()


def test_no_section_changes_under_an_open_sheet(window):
    sheet = Sheet(window, title="Pay")
    sheet.open()
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_section() == "cashier"
    press(window, Qt.Key.Key_Escape)
    assert window.current_screen().field.hasFocus()


def test_a_scan_goes_to_the_screen_in_front_else_to_the_cashier(window):
    window.shop_opened(FakeShop())
    window.go("members")
    members = window.current_screen()
    window.scanned(Scan("6901234567892", "\r", 3))
    assert members.heard[-1] == "6901234567892"
    assert window.current_section() == "cashier"
    assert window.current_screen().heard[-1] == "6901234567892"


def test_a_scan_goes_to_the_sheet_in_front_and_nowhere_else(window):
    class Listening(Sheet):
        codes: list[str] = []  # noqa: RUF012 - one sheet in one test

        def scanned(self, code) -> bool:
            self.codes.append(code)
            return True

    window.shop_opened(FakeShop())
    sheet = Listening(window, title="Calibrate")
    sheet.open()
    window.scanned(Scan("690123", "\r", 3))
    assert sheet.codes == ["690123"]
    assert "690123" not in window.current_screen().heard


def test_a_scan_before_the_shop_is_open_is_dropped(window):
    window.scanned(Scan("690123", "\r", 3))
    assert window.current_screen().heard == []


def test_other_screens_learn_what_one_changed(window):
    window.shop_opened(FakeShop())
    window.go("members")
    window.tell_changed("members", by=window.current_screen())
    assert "changed members" not in window.current_screen().heard
    window.go("cashier")
    assert "changed members" in window.current_screen().heard


def test_ctrl_z_takes_back_what_the_toast_says(window):
    taken: list[int] = []
    window.toast("Deleted", lambda: taken.append(1))
    focus = QWidget(window)
    focus.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    focus.show()
    focus.setFocus()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == [1]
    assert window.toast_text() == ""


def test_an_error_is_told_in_the_banner_until_it_is_closed(window):
    window.show_error(ValueError("13800138000"))
    assert window.banner_text() == "sentence for ValueError"
    window._banner_room.banner._close.click()
    assert window.banner_text() == ""


def test_a_refusal_stays_in_the_section_where_it_was_told_other_banners_go_along(window):
    window.show_error(ValueError("wrong"))
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.banner_text() == "sentence for ValueError", "it was here already"
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.banner_text() == ""
    window.banner("Printer is off")
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.banner_text() == "Printer is off"


def test_a_banners_button_does_what_it_says_once(window):
    done: list[int] = []
    window.banner("Printer is off", action="Choose", on_action=lambda: done.append(1))
    window._banner_room.banner._action.click()
    window._banner_room.banner._action.click()
    assert done == [1]
    assert window.banner_text() == ""


def test_f1_shows_every_key_and_escape_closes_it(window):
    press(window, Qt.Key.Key_F1)
    sheet = window.open_sheet()
    assert sheet is not None
    shown_keys = {hint.text() for hint in sheet.findChildren(QWidget) if hasattr(hint, "text")}
    assert {"F9", "+", "*", "Ctrl+Z"} <= shown_keys
    press(window, Qt.Key.Key_Escape)
    assert window.open_sheet() is None


def test_every_key_is_readable_in_the_smallest_window(main_window):
    main_window.resize(1024, 640)
    press(main_window, Qt.Key.Key_F1)
    sheet = main_window.open_sheet()
    assert sheet is not None
    assert sheet._column.totalSizeHint().height() <= sheet._panel.height()
    assert sheet._panel.height() <= 640 - 2 * 24


def test_another_keymap_is_followed_at_once(window):
    window.save_config(replace(window.config, rebound_keys={"go_members": "F12"}))
    press(window, Qt.Key.Key_F12)
    assert window.current_section() == "members"


def test_nothing_flashes_up_as_a_window_of_its_own(qapp, tmp_path):
    class Spy(QObject):
        seen: list[str] = []  # noqa: RUF012 - one spy in one test

        def eventFilter(self, watched, event) -> bool:
            shown = event.type() == QEvent.Type.Show
            if shown and isinstance(watched, QWidget) and watched.isWindow():
                self.seen.append(type(watched).__name__)
            return False

    spy = Spy()
    qapp.installEventFilter(spy)
    window = MainWindow(
        config=TillConfig(data_dir=tmp_path),
        tasks=InlineTasks(),
        sentence=str,
        language=lambda: "en",
    )
    for section in SECTIONS:
        window.go(section.id)
    qapp.removeEventFilter(spy)
    assert spy.seen == []


def test_every_focusable_widget_of_every_section_has_an_accessible_name(main_window):
    for section in SECTIONS:
        main_window.go(section.id)
        assert [type(widget).__name__ for widget in unnamed(main_window)] == [], section.id


def test_the_window_fits_a_small_screen(main_window):
    for section in SECTIONS:
        main_window.go(section.id)
    assert main_window.minimumSizeHint().width() <= 1024
    assert main_window.minimumSizeHint().height() <= 640


# -- the first frame ----------------------------------------------------------------------


def test_the_first_frame_takes_keys_and_hands_them_on(shown, window):
    front = shown(Front("light", ""))
    for sign in "1380x":
        strike(front, sign)
    press(front, Qt.Key.Key_Backspace)
    strike(front, "1")
    press(front, Qt.Key.Key_Return)
    assert front.take(window) == ("13801", True)
    assert window.parent() is front
    assert window.size() == front.size()


def test_escape_in_the_first_frame_forgets_what_was_typed(shown, window):
    front = shown(Front("light", ""))
    strike(front, "1")
    press(front, Qt.Key.Key_Escape)
    press(front, Qt.Key.Key_Return)
    assert front.take(window) == ("", False)


def test_an_enter_typed_ahead_is_pressed_once_the_shop_is_open(shown, window):
    front = shown(Front("light", ""))
    front.take(window)
    entered: list[str] = []
    field = window.current_screen().field
    field.returnPressed.connect(lambda: entered.append(field.text()))
    window.typed_ahead("138", entered=True)
    assert entered == []
    window.shop_opened(FakeShop())
    assert entered == ["138"]


@pytest.mark.parametrize(("theme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_first_frame_is_painted_in_the_chosen_colours(shown, theme, tokens):
    front = shown(Front(theme, ""))
    picture = front.grab().toImage()
    assert picture.pixelColor(300, 300).name().upper() == tokens.bg
    assert picture.pixelColor(5, 300).name().upper() == tokens.surface


def test_the_window_comes_back_where_it_was(shown):
    first = shown(Front("light", ""))
    first.resize(1024, 700)
    QApplication.processEvents()
    assert Front("light", first.geometry_text()).size() == first.size()
    assert Front("light", "rubbish").width() == 1366


# -- the key table ------------------------------------------------------------------------


@pytest.mark.parametrize("keymap", sorted(KEYMAPS))
def test_no_keymap_gives_one_key_to_two_actions(qapp, keymap):
    assert Keys(keymap).clashes() == {}


@pytest.mark.parametrize("keymap", sorted(KEYMAPS))
def test_every_action_has_a_key_in_every_keymap(qapp, keymap):
    keys = Keys(keymap)
    assert [action.id for action in ACTIONS if not keys.hint(action.id)] == []


def test_a_keymap_names_only_actions_there_are(qapp):
    known = {action.id for action in ACTIONS}
    for changes in KEYMAPS.values():
        assert set(changes) <= known


def test_a_rebound_key_that_clashes_is_told(qapp):
    assert Keys("default", {"hold": "F9"}).clashes() == {"F9": ("hold", "pay")}


def test_a_single_sign_is_never_a_shortcut_since_scanners_type_it_too(shown):
    page = QWidget()
    field = QLineEdit()
    QVBoxLayout(page).addWidget(field)
    keys = Keys()
    pressed: list[int] = []
    keys.bind(page, "pay", lambda: pressed.append(1))
    shown(page)
    field.setFocus()
    strike(page, "+")
    assert pressed == []
    press(page, Qt.Key.Key_F9)
    assert pressed == [1]


def test_the_number_pads_plus_and_star_are_the_same_actions(shown):
    heard: list[str | None] = []

    class Page(QWidget):
        def keyPressEvent(self, event) -> None:
            heard.append(keys.action(event))

    keys = Keys()
    page = shown(Page())
    keypad = Qt.KeyboardModifier.KeypadModifier
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Asterisk, Qt.Key.Key_Slash):
        press(page, key, keypad)
    press(page, Qt.Key.Key_Delete)
    assert heard == ["pay", "quantity", "discount", "delete_line"]
