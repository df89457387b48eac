"""The scanner through real key events, whatever has the focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.scanner import Scanner
from app.ui.wedge import WedgeSettings
from tests.ui.conftest import press, scan, scanners_pace, strike, type_slowly

CODE = "912800412875503"


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.line = QLineEdit()
        self.text = QPlainTextEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = QPushButton("x")
        self.spin = QSpinBox()
        self.spin.setRange(0, 10**6)
        self.combo = QComboBox()
        self.combo.addItems(["1 one", "9 nine", "8 eight"])
        self.returns = 0
        self.line.returnPressed.connect(self._count)
        for widget in (self.line, self.text, self.password, self.button, self.spin, self.combo):
            column.addWidget(widget)

    def _count(self) -> None:
        self.returns += 1


@pytest.fixture
def page(shown) -> Page:
    made = Page()
    shown(made)
    made.line.setFocus()
    return made


@pytest.fixture
def codes(qapp) -> Iterator[list[str]]:
    scanner = Scanner()
    scanner.install(qapp)
    heard: list[str] = []
    scanner.scanned.connect(lambda found: heard.append(found.code))
    yield heard
    qapp.removeEventFilter(scanner)


@pytest.mark.parametrize("field", ["line", "text", "button", "spin", "combo"])
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scan_is_heard_whatever_has_the_focus(page, codes, field, end):
    getattr(page, field).setFocus()
    scan(page, CODE, end)
    assert codes == [CODE]
    assert getattr(page, field).hasFocus()


def test_the_field_that_had_the_focus_is_put_back_as_it_was(page, codes):
    page.line.setText("曾雨晴 abc")
    page.line.setSelection(1, 3)
    scan(page, CODE)
    assert codes == [CODE]
    assert page.line.text() == "曾雨晴 abc"
    assert (page.line.selectionStart(), page.line.selectionLength()) == (1, 3)
    assert page.returns == 0


def test_a_selection_made_backwards_keeps_its_cursor_at_the_start(page, codes):
    page.line.setText("abcdef")
    page.line.setSelection(5, -3)
    scan(page, CODE)
    assert page.line.cursorPosition() == 2
    assert page.line.selectedText() == "cde"


def test_a_text_of_many_lines_is_put_back_with_its_cursor(page, codes):
    page.text.setPlainText("one\ntwo\nthree")
    page.text.setFocus()
    cursor = page.text.textCursor()
    cursor.setPosition(5)
    page.text.setTextCursor(cursor)
    scan(page, CODE)
    assert page.text.toPlainText() == "one\ntwo\nthree"
    assert page.text.textCursor().position() == 5


def test_a_number_and_a_choice_are_put_back(page, codes):
    page.spin.setValue(42)
    page.spin.setFocus()
    scan(page, CODE)
    assert page.spin.value() == 42
    page.combo.setFocus()
    scan(page, CODE)
    assert page.combo.currentText() == "1 one"


def test_what_a_person_types_stays_and_their_enter_counts(page, codes):
    type_slowly(page, "138001")
    QTest.qWait(60)
    press(page, Qt.Key.Key_Return)
    assert codes == []
    assert page.line.text() == "138001"
    assert page.returns == 1


def test_a_scan_in_the_middle_of_typing_leaves_what_was_typed(page, codes):
    type_slowly(page, "zyq")
    QTest.qWait(60)
    scan(page, CODE)
    QTest.qWait(60)
    type_slowly(page, "x")
    assert codes == [CODE]
    assert page.line.text() == "zyqx"


def test_keys_pass_at_once_before_a_scan_is_known(page, codes):
    strike(page, "9")
    strike(page, "1")
    assert page.line.text() == "91"


def test_a_password_field_is_never_listened_to(page, codes):
    page.password.setFocus()
    scan(page, CODE)
    assert codes == []
    assert page.password.text() == CODE


def test_a_key_held_down_is_no_scan(page, codes):
    handle = page.windowHandle()
    for _ in range(12):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True
        )
        QApplication.sendEvent(handle, event)
    press(page, Qt.Key.Key_Return)
    assert codes == []


def test_keys_with_ctrl_are_no_scan(page, codes):
    for sign in "690123":
        strike(page, sign, Qt.KeyboardModifier.ControlModifier)
    press(page, Qt.Key.Key_Return)
    assert codes == []


def test_capital_letters_and_the_number_pad_scan_too(page, codes):
    shift = Qt.KeyboardModifier.ShiftModifier
    keypad = Qt.KeyboardModifier.KeypadModifier
    with scanners_pace():
        for sign in "AB12CD":
            strike(page, sign, shift if sign.isalpha() else keypad)
        press(page, Qt.Key.Key_Enter, keypad)
    assert codes == ["AB12CD"]


def test_the_release_of_the_swallowed_enter_reaches_nobody(page, codes):
    seen: list[int] = []

    class Watch(QLineEdit):
        def keyReleaseEvent(self, event: QKeyEvent) -> None:
            seen.append(event.key())

    watch = Watch()
    page.layout().addWidget(watch)
    watch.setFocus()
    scan(page, CODE)
    assert codes == [CODE]
    assert Qt.Key.Key_Return not in seen


def test_another_prefix_is_heard_from_the_moment_it_is_set(page, qapp):
    scanner = Scanner()
    scanner.install(qapp)
    heard: list[str] = []
    scanner.scanned.connect(lambda found: heard.append(found.code))
    scanner.set_settings(WedgeSettings(prefix="~"))
    scan(page, "~" + CODE)
    scan(page, CODE)
    qapp.removeEventFilter(scanner)
    assert heard == [CODE]
