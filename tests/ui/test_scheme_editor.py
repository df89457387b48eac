"""The editor of a scheme by real keys: forms, the basket beside them, refusals, and the way out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.accessible import unnamed
from app.ui.loyalty.editor.controls import WordsField
from app.ui.loyalty.presenting.forms import SECTIONS
from app.ui.loyalty.trial_sheet import TrialSheet
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label
from tests.shop_builder import add_product, sell
from tests.ui.conftest import press, type_slowly
from tests.ui.goods_room import window_on

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(shown, shop):
    add_product(shop, "红茶", 2_000)
    add_product(shop, "蛋糕", 3_500)
    made = window_on(shop, "loyalty")
    shown(made)
    return made


@pytest.fixture
def editor(window):
    """The editor on the simple scheme: a point for each 1.00, opened with its key."""
    screen = window.current_screen()
    names = [entry.scheme.name for entry in screen._presenter.gallery.entries]
    screen.list.setCurrentRow(names.index("simple"))
    screen.list.setFocus()
    press(window, Qt.Key.Key_E, CTRL)
    assert screen.editor.isVisible()
    return screen.editor


def open_part(editor, part: str, entry: int | None = None) -> None:
    editor.nav.setCurrentRow([section.id for section in SECTIONS].index(part))
    if entry is not None:
        editor.presenter.toggle_entry(entry)


def field(editor, *path):
    found = editor._desk.field(path)
    assert found is not None, path
    return found


def words(editor) -> str:
    labels = editor.preview.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_typing_a_rate_changes_what_the_basket_earns(window, editor):
    open_part(editor, "earn", 0)
    assert editor.preview.earned == "+75"
    field(editor, "earn", 0, "points").setFocus()
    field(editor, "earn", 0, "points").selectAll()
    type_slowly(window, "3")
    assert editor.preview.earned == "+225"
    assert editor.changed.isVisible()


def test_a_figure_that_cannot_be_used_is_refused_beside_its_field(window, editor):
    open_part(editor, "earn", 0)
    unit = field(editor, "earn", 0, "unit")
    unit.setFocus()
    unit.selectAll()
    type_slowly(window, "-5")
    row = unit.parentWidget()
    assert isinstance(row, FormRow)
    assert row.has_error()
    assert unit.accessibleDescription()
    assert editor.banner.isVisible()
    assert editor.preview.earned == "+75"
    unit.selectAll()
    type_slowly(window, "2")
    assert not row.has_error()
    assert not editor.banner.isVisible()
    assert editor.preview.earned == "+37"


def test_what_is_refused_elsewhere_is_one_key_away(window, editor):
    open_part(editor, "points")
    editor.presenter.put(("burn", "value"), "0")
    open_part(editor, "texts")
    press(window, Qt.Key.Key_S, CTRL)
    assert window.open_sheet() is None
    assert editor.presenter.section.id == "points"
    assert field(editor, "burn", "value").hasFocus()


def test_ctrl_z_takes_back_what_was_typed_and_then_what_was_added(window, editor):
    open_part(editor, "promotions")
    press(window, Qt.Key.Key_N, CTRL)
    name = field(editor, "promotions", 0, "name")
    assert isinstance(name, WordsField)
    assert name.field.hasFocus()
    name.field.selectAll()
    type_slowly(window, "Tea time")
    assert editor.presenter.scheme.promotions[0].name.said("en") == "Tea time"
    press(window, Qt.Key.Key_Z, CTRL)
    assert editor.presenter.scheme.promotions[0].name.said("en") == "New offer"
    press(window, Qt.Key.Key_Z, CTRL)
    assert editor.presenter.scheme.promotions == ()
    assert not editor.is_changed


def test_changes_are_not_lost_without_a_question(window, editor):
    screen = window.current_screen()
    open_part(editor, "points")
    editor.nav.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert screen.list.hasFocus()
    press(window, Qt.Key.Key_E, CTRL)
    editor.presenter.put(("claim_days",), 30)
    editor.nav.setFocus()
    press(window, Qt.Key.Key_Escape)
    sheet = window.open_sheet()
    press(window, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.presenter.scheme.claim_days == 30
    editor.ask_to_leave()
    sheet.discard.click()
    assert not editor.isVisible()


def test_an_edited_scheme_becomes_the_shops_own_version(window, editor, shop):
    before = shop.schemes.in_force()
    open_part(editor, "earn", 0)
    points = field(editor, "earn", 0, "points")
    points.setFocus()
    points.selectAll()
    type_slowly(window, "5")
    press(window, Qt.Key.Key_S, CTRL)
    assert window.open_sheet() is not None
    press(window, Qt.Key.Key_Return)
    assert shop.desk.scheme.version == before.version + 1
    assert shop.desk.scheme.earn[0].points == 5
    assert not editor.isVisible()


def test_the_kind_of_a_benefit_brings_its_own_fields(editor):
    open_part(editor, "promotions")
    editor.presenter.add()
    kind = field(editor, "promotions", 0, "benefit", "kind")
    at = kind._values.index("buy_get")
    kind.setCurrentIndex(at)
    kind.activated.emit(at)
    assert editor._desk.field(("promotions", 0, "benefit", "every")) is not None
    assert editor._desk.field(("promotions", 0, "benefit", "max_amount")) is None
    assert editor.presenter.draft.refused is None


def test_a_product_is_added_to_the_basket_by_its_name(window, editor):
    editor.preview.product.setFocus()
    editor.preview.product.setText("蛋糕")
    press(window, Qt.Key.Key_Return)
    assert "¥110.00" in words(editor)
    editor.preview.who.choose(1)
    assert "Points earned" not in words(editor)


def test_every_control_of_every_part_says_what_it_is(window, editor):
    open_part(editor, "tiers")
    editor.presenter.switch(("tiers",), on=True)
    open_part(editor, "wallet")
    editor.presenter.switch(("wallet",), on=True)
    for at, section in enumerate(SECTIONS):
        editor.nav.setCurrentRow(at)
        if section.listed:
            editor.presenter.add()
        QApplication.processEvents()
        assert not unnamed(window), section.id


def test_the_edited_rules_are_tried_on_the_past_and_nothing_is_put_in_force(window, editor, shop):
    sell(shop, 10_000)
    before = shop.desk.scheme.version
    open_part(editor, "earn", 0)
    field(editor, "earn", 0, "points").setFocus()
    field(editor, "earn", 0, "points").selectAll()
    type_slowly(window, "3")
    editor.trial.setFocus()
    press(window, Qt.Key.Key_Space)
    sheet = window.open_sheet()
    assert isinstance(sheet, TrialSheet)
    press(window, Qt.Key.Key_Space)
    tried = sheet.presenter.tried
    assert tried is not None
    assert tried.schemes == (editor.presenter.scheme,)
    assert tried.report.outcomes[0].revenue_minor == 10_000
    press(window, Qt.Key.Key_Escape)
    assert window.open_sheet() is None
    assert editor.is_changed
    assert shop.desk.scheme.version == before
