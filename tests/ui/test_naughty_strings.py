"""Every string that has broken a program somewhere, in every shared part: shown, never obeyed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.amounts import typed_minor
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormRow, MoneyEdit
from app.ui.widgets.labels import Avatar, Chip, ElidedLabel, Label, set_tip
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import Sheet, Toast
from app.ui.widgets.panels import Banner, EmptyState
from app.ui.widgets.suggestions import Suggestion
from app.ui.widgets.table import Column, Table
from tests.shared_data import naughty_strings


@pytest.fixture(scope="module")
def strings() -> list[str]:
    return naughty_strings()


def as_qt_keeps_it(text: str) -> str:
    """Qt takes a byte order mark at the head of a text for what it is, and drops it."""
    return text.lstrip("\ufeff\ufffe")


@pytest.fixture
def page(shown) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    made.setLayout(QVBoxLayout())
    shown(made)
    return made


def test_there_are_strings_to_try(strings):
    assert len(strings) > 300


def test_labels_show_them_as_they_are(page, strings):
    label, elided, chip, avatar = Label(), ElidedLabel(), Chip(""), Avatar()
    for widget in (label, elided, chip, avatar):
        page.layout().addWidget(widget)
    for text in strings:
        label.setText(text)
        elided.setText(text)
        chip.set_text(text)
        avatar.set_name(text)
        page.grab()
        assert label.text() == as_qt_keeps_it(text)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert chip.text() == text


def test_a_tip_never_holds_live_markup(page, strings):
    for text in strings:
        set_tip(page, text)
        tip = page.toolTip()
        assert tip == as_qt_keeps_it(text) or "<" not in tip[len("<qt>") : -len("</qt>")]


def test_buttons_choices_and_forms_take_them(page, strings):
    button, tick, drop = SecondaryButton(""), CheckBox(""), DropDown()
    row = FormRow("", QLineEdit())
    for widget in (button, tick, drop, row):
        page.layout().addWidget(widget)
    for text in strings:
        button.set_label(text)
        tick.set_label(text)
        row.set_label(text)
        row.show_error(text)
        drop.clear()
        drop.addItem(text)
        page.grab()
        assert button.label() == text
        assert button.shortcut().isEmpty()


def test_tables_and_suggestions_paint_them(page, strings):
    table = Table([Column[str]("x", lambda row: row), Column[str]("y", lambda row: row)], name="T")
    table.resize(500, 300)
    page.layout().addWidget(table)
    box = Omnibox(name="Find", parent=page)
    box.setGeometry(0, 0, 500, 48)
    box.show()
    for start in range(0, len(strings), 8):
        some = strings[start : start + 8]
        table.show_rows(some)
        box.set_text("x")
        box.suggest("x", [Suggestion(text, text, text) for text in some])
        page.grab()
        assert len(box.suggestions()) == len(some)


def test_what_is_typed_into_the_omnibox_is_told_as_it_is_or_shortened(page, strings):
    box = Omnibox(name="Find", parent=page)
    for text in strings:
        box.set_text(text)
        shown = box.line_edit().text()
        assert len(shown) <= 120


def test_overlays_and_panels_say_them(page, strings):
    toast, banner, empty = Toast(page), Banner(""), EmptyState("users", "")
    sheet = Sheet(page)
    for widget in (banner, empty):
        page.layout().addWidget(widget)
    for text in strings:
        toast.say(text, lambda: None)
        banner.say(text)
        empty.say(text)
        sheet.set_title(text, text)
        page.grab()
        assert banner.text() == as_qt_keeps_it(text)
        assert "\n" not in toast.text()


def test_no_amount_is_ever_read_from_what_is_none(page, strings):
    edit = MoneyEdit()
    for text in strings:
        minor = typed_minor(text, 2)
        assert minor is None or abs(minor) <= 10**11
        edit.setText(text)
        assert edit.value_minor() == minor or edit.value_minor() is None
