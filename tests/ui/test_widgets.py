"""The shelf of parts: what each promises to the screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from app.ui.accessible import unnamed
from app.ui.theme import THEME, Mode
from app.ui.tokens import DARK, LIGHT
from app.ui.widgets.amounts import typed_minor
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox, RadioButton
from app.ui.widgets.fields import FormGrid, MoneyEdit, Segmented
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone, first_letter, set_tip
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import ProgressSheet, Sheet, Toast
from app.ui.widgets.suggestions import Suggestion
from app.ui.widgets.table import PAGE, Column, Table
from tests.ui.conftest import press
from tests.ui.gallery import Gallery

MARKUP = "<b>bold</b><img src=x> & <script>"


# -- contrast and names -----------------------------------------------------------------


def _luminance(colour: str) -> float:
    ink = QColor(colour)
    parts = [
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in (ink.redF(), ink.greenF(), ink.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_what_it_stands_on(t):
    pairs = [
        (t.text, t.bg),
        (t.text, t.surface),
        (t.text2, t.bg),
        (t.text2, t.surface),
        (t.text, t.primary_soft),
        (t.primary, t.primary_soft),
        (t.primary, t.surface),
        (t.on_primary, t.primary),
        (t.on_primary, t.primary_hover),
        (t.on_primary, t.primary_down),
        (t.success, t.success_soft),
        (t.success, t.surface),
        (t.warning, t.warning_soft),
        (t.warning, t.surface),
        (t.danger, t.danger_soft),
        (t.danger, t.surface),
        (t.info, t.info_soft),
        (t.info, t.surface),
        (t.on_inverse, t.inverse),
        (t.inverse_accent, t.inverse),
        (t.text, t.hover),
    ]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_every_control_stands_out_from_what_it_stands_on(t):
    pairs = [(t.border, t.surface), (t.focus, t.surface), (t.focus, t.bg)]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 3} == {}


def test_every_focusable_part_has_an_accessible_name(shown):
    page = shown(Gallery())
    assert [type(widget).__name__ for widget in unnamed(page)] == []


def test_a_part_without_a_name_is_found(shown):
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit())
    shown(page)
    assert len(unnamed(page)) == 1


def test_colours_change_at_run_time_in_every_part(shown):
    page = shown(Gallery())
    light = page.grab().toImage().pixelColor(2, 2).name().upper()
    THEME.set_mode(Mode.DARK)
    dark = page.grab().toImage().pixelColor(2, 2).name().upper()
    assert (light, dark) == (LIGHT.bg, DARK.bg)
    surface = page.table.grab().toImage().pixelColor(4, 4).name().upper()
    assert surface == DARK.surface


# -- text -----------------------------------------------------------------------------


def test_markup_is_shown_and_never_interpreted(shown):
    label = Label(MARKUP)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP
    set_tip(label, MARKUP)
    assert "&lt;b&gt;" in label.toolTip()


def test_a_long_name_is_shortened_and_told_whole_in_its_tip(shown):
    label = ElidedLabel("很长的名字 " * 40)
    label.resize(120, 24)
    shown(label)
    label.resize(120, 24)
    assert label.minimumSizeHint().width() <= 48
    assert label.toolTip().startswith("很长的名字")
    assert label.accessibleName().startswith("很长的名字")


def test_the_tip_of_a_long_name_goes_with_it(shown):
    label = ElidedLabel("很长的名字 " * 40)
    label.resize(120, 24)
    label.setText("阿宝")
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    ("name", "letter"),
    [("曾雨晴", "曾"), ("  ana", "A"), ("<b>", "B"), ("🙂 joy", "J"), ("", ""), ("…", "")],
)
def test_the_avatar_shows_the_first_letter_of_a_name(name, letter):
    assert first_letter(name) == letter


# -- amounts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("12.5", 1250),
        ("12.50", 1250),
        ("１２．５", 1250),
        ("1,234.50", 123450),
        (".5", 50),
        ("0", 0),
        ("12.", 1200),
        ("12.345", None),
        ("12,5", None),
        ("1e3", None),
        ("abc", None),
        ("", None),
        ("--1", None),
        ("NaN", None),
        ("1" * 30, None),
        ("1.2.3", None),
        ("10²", None),
        ("①", None),
    ],
)
def test_an_amount_is_read_exactly_or_refused(typed, minor):
    assert typed_minor(typed, 2) == minor


def test_a_currency_without_cents_takes_none():
    assert typed_minor("120", 0) == 120
    assert typed_minor("120.5", 0) is None


@pytest.fixture
def money(shown) -> MoneyEdit:
    edit = MoneyEdit()
    edit.setAccessibleName("Amount")
    shown(edit)
    edit.setFocus()
    return edit


def test_typing_an_amount_gives_minor_units(money):
    heard: list[object] = []
    money.changed_minor.connect(heard.append)
    QTest.keyClicks(money, "12.5")
    assert money.value_minor() == 1250
    assert heard[-1] == 1250


def test_full_width_digits_become_plain_as_they_are_typed(money):
    commit = QInputMethodEvent()
    commit.setCommitString("１２．５")
    QApplication.sendEvent(money, commit)
    assert money.text() == "12.5"
    assert money.value_minor() == 1250


def test_rubbish_does_not_enter_an_amount(money):
    QTest.keyClicks(money, "1a2b-.x5.5")
    assert money.text() == "12.55"


def test_typing_replaces_the_amount_that_was_there(money):
    money.set_value_minor(9900)
    money.clearFocus()
    money.setFocus()
    QTest.keyClicks(money, "5")
    assert money.value_minor() == 500


def test_leaving_an_amount_shows_all_its_decimals(money):
    QTest.keyClicks(money, "7")
    money.clearFocus()
    assert money.text() == "7.00"


def test_a_negative_amount_needs_a_field_that_allows_it(shown):
    edit = MoneyEdit(negative=True)
    shown(edit)
    edit.setFocus()
    QTest.keyClicks(edit, "-3")
    assert edit.value_minor() == -300


# -- buttons and choices ----------------------------------------------------------------


def test_enter_and_space_press_a_button_and_a_held_enter_presses_once(shown):
    button = PrimaryButton("R&D", hint="F9")
    shown(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    button.setFocus()
    press(button, Qt.Key.Key_Return)
    press(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert button.shortcut().isEmpty(), "an ampersand is a letter here"


def test_a_click_on_a_button_leaves_the_focus_where_typing_belongs(shown):
    page = QWidget()
    column = QVBoxLayout(page)
    field, button = QLineEdit(), SecondaryButton("Hold", hint="F4")
    column.addWidget(field)
    column.addWidget(button)
    shown(page)
    field.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


def test_a_tick_is_changed_by_space_and_radio_buttons_exclude_each_other(shown):
    page = QWidget()
    column = QVBoxLayout(page)
    tick, one, two = CheckBox("Consent"), RadioButton("One"), RadioButton("Two")
    for widget in (tick, one, two):
        column.addWidget(widget)
    shown(page)
    tick.setFocus()
    press(page, Qt.Key.Key_Space)
    one.click()
    two.click()
    assert tick.isChecked()
    assert (one.isChecked(), two.isChecked()) == (False, True)


def test_segments_are_chosen_by_arrow_and_by_click(shown):
    segmented = Segmented(("All", "Coffee", "Bakery"), name="Category")
    shown(segmented)
    heard: list[int] = []
    segmented.changed.connect(heard.append)
    segmented.setFocus()
    press(segmented, Qt.Key.Key_Right)
    last = segmented.childAt(segmented.width() - 10, 10)
    assert last is not None
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    press(segmented, Qt.Key.Key_Right)
    assert heard == [1, 2]


def test_a_form_says_what_is_wrong_below_the_field(shown):
    grid = FormGrid(2)
    row = grid.add("Phone", QLineEdit(), help_text="Optional")
    shown(grid)
    row.show_error("Too short.")
    assert row.has_error()
    assert row.field.accessibleDescription() == "Too short."
    row.show_error("")
    assert not row.has_error()


def test_flowing_widgets_wrap_when_the_line_is_full(shown):
    page = QWidget()
    flow = FlowLayout(page)
    for _ in range(10):
        flow.addWidget(Chip("燕麦拿铁"))
    assert flow.heightForWidth(10_000) == Chip.HEIGHT
    assert flow.heightForWidth(200) > 3 * Chip.HEIGHT
    flow.clear()
    assert flow.count() == 0


# -- omnibox ----------------------------------------------------------------------------

HITS = [Suggestion("曾雨晴", "138****8000", value="ana"), Suggestion("张艳琼", value="bo")]


@pytest.fixture
def omnibox(shown) -> Omnibox:
    page = QWidget()
    page.resize(800, 500)
    box = Omnibox(name="Find", parent=page)
    box.setGeometry(10, 10, 600, 48)
    shown(page)
    box.setFocus()
    return box


def test_the_omnibox_uses_no_input_method(omnibox):
    edit = omnibox.line_edit()
    assert not edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert omnibox.height() == 48


def test_enter_takes_the_first_suggestion_and_arrows_the_others(omnibox):
    taken: list[object] = []
    omnibox.chosen.connect(taken.append)
    for keys, expected in (([], "ana"), ([Qt.Key.Key_Down], "bo"), ([Qt.Key.Key_Up], "bo")):
        QTest.keyClicks(omnibox.line_edit(), "zy")
        omnibox.suggest("zy", HITS)
        for key in keys:
            press(omnibox, key)
        press(omnibox, Qt.Key.Key_Return)
        assert taken[-1] == expected
        assert omnibox.text() == ""
        assert omnibox.suggestions() == ()


def test_enter_without_a_list_for_this_text_submits_the_text(omnibox):
    sent: list[str] = []
    omnibox.submitted.connect(sent.append)
    QTest.keyClicks(omnibox.line_edit(), "138")
    omnibox.suggest("138", HITS)
    QTest.keyClicks(omnibox.line_edit(), "0")
    press(omnibox, Qt.Key.Key_Return)
    assert sent == ["1380"], "a list for older text is never taken by mistake"


def test_an_answer_that_comes_too_late_is_dropped(omnibox):
    QTest.keyClicks(omnibox.line_edit(), "zyq")
    omnibox.suggest("zy", HITS)
    assert omnibox.suggestions() == ()


def test_escape_closes_the_list_then_empties_the_field_then_leaves(omnibox):
    QTest.keyClicks(omnibox.line_edit(), "zy")
    omnibox.suggest("zy", HITS)
    press(omnibox, Qt.Key.Key_Escape)
    assert (omnibox.suggestions(), omnibox.text()) == ((), "zy")
    press(omnibox, Qt.Key.Key_Escape)
    assert omnibox.text() == ""


def test_signs_go_to_the_screen_while_the_field_is_empty(shown):
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.heard: list[str] = []
            self.box = Omnibox(name="Find", parent=self)
            self.box.pass_on("*/+")

        def keyPressEvent(self, event) -> None:
            self.heard.append(event.text() or Qt.Key(event.key()).name)

    page = shown(Page())
    page.box.setFocus()
    for key in (Qt.Key.Key_Asterisk, Qt.Key.Key_Delete, Qt.Key.Key_F9):
        press(page, key)
    QTest.keyClicks(page.box.line_edit(), "a*")
    assert page.heard == ["*", "Key_Delete", "Key_F9"]
    assert page.box.text() == "a*"


def test_a_click_on_a_suggestion_takes_it(omnibox):
    taken: list[object] = []
    omnibox.chosen.connect(taken.append)
    QTest.keyClicks(omnibox.line_edit(), "zy")
    omnibox.suggest("zy", HITS)
    panel = omnibox._panel
    QTest.mouseClick(panel._list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 70))
    assert taken == ["bo"]


# -- sheets and toasts ------------------------------------------------------------------


@pytest.fixture
def page(shown) -> QWidget:
    made = QWidget()
    made.resize(1024, 640)
    made.field = QLineEdit(made)  # type: ignore[attr-defined]
    shown(made)
    made.field.setFocus()  # type: ignore[attr-defined]
    return made


def test_a_sheet_takes_the_focus_and_gives_it_back(page):
    sheet = Sheet(page, title="Pay")
    first = QLineEdit()
    sheet.body.addWidget(first)
    closed: list[int] = []
    sheet.closed.connect(lambda: closed.append(1))
    sheet.open()
    assert first.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert page.field.hasFocus()
    assert closed == [1]


def test_tab_stays_inside_a_sheet(page):
    sheet = Sheet(page, title="Pay")
    fields = [QLineEdit(), QLineEdit(), PrimaryButton("Done")]
    for field in fields:
        sheet.body.addWidget(field)
    sheet.open()
    visited = []
    for _ in range(6):
        visited.append(next(at for at, field in enumerate(fields) if field.hasFocus()))
        press(page, Qt.Key.Key_Tab)
    assert visited == [0, 1, 2, 0, 1, 2]
    press(page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert fields[2].hasFocus()


def test_no_key_falls_through_a_sheet(page):
    heard: list[QEvent] = []
    page.keyPressEvent = heard.append
    sheet = Sheet(page, title="Empty")
    sheet.open()
    press(page, Qt.Key.Key_F9)
    press(page, Qt.Key.Key_A)
    assert heard == []


def test_a_sheet_covers_the_window_and_follows_its_size(page, qtbot):
    sheet = Sheet(page, title="Pay", width=800)
    sheet.body.addWidget(QLineEdit())
    sheet.open()
    page.resize(1300, 800)
    assert sheet.size() == page.size()
    panel = sheet._panel.geometry()
    assert panel.width() == 800
    assert abs(panel.center().x() - page.rect().center().x()) <= 1


def test_progress_is_shown_and_cancelling_is_asked_once(page):
    sheet = ProgressSheet(page, title="Importing")
    asked: list[int] = []
    sheet.cancelled.connect(lambda: asked.append(1))
    sheet.open()
    sheet.progress(5, 10)
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Escape)
    assert asked == [1]
    assert not sheet.isHidden(), "it goes when the work has stopped"


def test_a_toast_takes_a_change_back_once_and_only_while_it_is_shown(page):
    taken: list[int] = []
    toast = Toast(page)
    toast.say("Deleted", lambda: taken.append(1))
    assert toast.text() == "Deleted"
    assert toast.undo()
    assert not toast.undo()
    assert taken == [1]
    toast.say("Deleted", lambda: taken.append(2))
    toast.dismiss()
    assert not toast.undo()
    assert taken == [1]


def test_a_toast_stays_eight_seconds(page):
    toast = Toast(page)
    toast.say("Saved", lambda: None)
    assert toast._timer.interval() == 8000
    toast._timer.timeout.emit()
    assert toast.isHidden()


# -- table ----------------------------------------------------------------------------


def numbered(total: int):
    asked: list[int] = []

    def fetch(offset, limit, give) -> None:
        asked.append(offset)
        give([(at, f"member {at}") for at in range(offset, min(total, offset + limit))])

    return asked, fetch


COLUMNS: list[Column[tuple[int, str]]] = [
    Column("No.", lambda row: str(row[0]), width=90, right=True),
    Column("Name", lambda row: row[1]),
]


def test_a_table_of_a_million_rows_fetches_only_what_is_seen(shown):
    table = Table(COLUMNS, name="Members")
    asked, fetch = numbered(1_000_000)
    table.resize(800, 600)
    shown(table)
    table.show_paged(1_000_000, fetch)
    table.grab()
    assert asked == [0]
    table.scrollToBottom()
    table.grab()
    assert set(asked) <= {0, 999_900, 999_800}
    assert len(table.paged._pages) <= 12


def test_rows_that_come_late_are_painted_and_older_answers_dropped(shown):
    table = Table(COLUMNS, name="Members")
    waiting: list = []
    table.resize(400, 300)
    shown(table)
    table.show_paged(10, lambda offset, limit, give: waiting.append(give))
    table.grab()
    assert table.paged.row(3) is None
    table.show_rows([(1, "new")])
    for give in waiting:
        give([(9, "old")] * 10)
    assert table.paged.rowCount() == 1
    assert table.paged.row(0) == (1, "new")


def test_a_table_is_walked_and_opened_by_keys(shown):
    table = Table(COLUMNS, name="Members")
    table.resize(400, 300)
    shown(table)
    table.show_rows([(at, "x") for at in range(30)])
    opened: list[int] = []
    table.opened.connect(opened.append)
    table.setFocus()
    table.choose(0)
    for _ in range(3):
        press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Return)
    assert opened == [3]
    assert table.current_row() == (3, "x")
    assert table.rowHeight(0) == 40


def test_a_text_that_a_table_cuts_is_told_whole_where_the_pointer_rests(shown, qtbot):
    table = Table(COLUMNS, name="Members")
    table.resize(400, 300)
    shown(table)
    long = "Everybody who came in spring, bought a whole cake, and never since"
    table.show_rows([(1, long), (2, "short")])
    index = table.model().index
    for at, cut in enumerate((long, "")):
        box = table.visualRect(index(at, 1))
        where = QPoint(box.left() + 20, box.center().y())
        asked = QHelpEvent(QEvent.Type.ToolTip, where, table.viewport().mapToGlobal(where))
        QApplication.sendEvent(table.viewport(), asked)
        qtbot.waitUntil(lambda: QToolTip.text() == cut)  # noqa: B023 - waited for at once
    QToolTip.hideText()


def test_pages_are_small_enough_to_fetch_between_two_frames():
    assert PAGE <= 200


def test_tone_of_a_cell_follows_its_row(shown):
    def tone(row: str) -> Tone:
        return Tone.DANGER if row == "x" else Tone.SUCCESS

    table = Table([Column[str]("Kind", lambda row: "████", tone=tone)], name="Kinds")
    table.resize(300, 200)
    shown(table)
    table.show_rows(["x", "y"])
    picture = table.grab().toImage()
    inks = {picture.pixelColor(24, y).name().upper() for y in range(36, 116)}
    assert {LIGHT.danger, LIGHT.success} <= inks
