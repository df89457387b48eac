"""Every string that has broken a program, typed into every field of every screen and sheet.

The fields are found on the scenes themselves, so a sheet that is new in `tests/scenes.py` is
tried as well. What a field takes is kept as it was typed or refused with one sentence; nothing
is cut in silence, nothing shown as markup, and nothing but a refusal is ever raised.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import chain
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument  # noqa: F401 - Qt.mightBeRichText needs its module
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.config import TillConfig
from app.messages import sentence
from app.services.cart_json import dump_cart
from app.services.demo import DemoSize
from app.services.ids import uuid7
from app.services.rules.money import CURRENCIES
from app.shop import Shop, create_shop, make_demo, open_shop
from app.ui.application import Doors
from app.ui.cashier.small_sheets import DiscountSheet, EnrolSheet
from app.ui.first_run import FirstRun
from app.ui.insight.campaigns.call_sheet import CallSheet
from app.ui.loyalty.editor.page import EditorPage
from app.ui.main_window import MainWindow
from app.ui.members.editor_rows import CustomRow, DependantRow
from app.ui.members.editor_sheet import EditorSheet
from app.ui.products.editor import ProductSheet
from app.ui.settings.view import SettingsScreen
from app.ui.staff.pin_field import PinPad
from app.ui.tasks import InlineTasks
from app.ui.widgets.amounts import plain_digits
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import FormRow, MoneyEdit
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.search import SearchField
from tests.scenes import PHONES, SCENES, Stage, first_run
from tests.shared_data import naughty_strings
from tests.shop_builder import Clock, sentences
from tests.trust.figures import chance
from tests.ui.fitting import in_view

PARTS = 25
"""The whole list takes hours: each part of it is a test of its own."""

Field = QLineEdit | QPlainTextEdit | QTextEdit

ALWAYS = ("", "x" * 600, "a\u202eb\u0007c", " <b>&amp;x</b> ")
"""Tried in every field whatever the sample: nothing, far too long, a control, and markup with
blanks around it."""

FINDS = (
    "Brought along by (phone or number)",
    "Card, member number or phone",
    "Member number, phone or card",
    "Product",
)
"""Fields that look like those that keep, and find."""

ONCE = (
    "ChargeSheet",
    "DepositEndSheet",
    "FeedbackSheet",
    "FloatSheet",
    "FormSheet",
    "MergeSheet",
    "ReasonSheet",
    "ReturnSheet",
    "StockSheet",
)
"""What these sheets ask for is done once; a second answer is told the first."""


def fields_of(root: QWidget) -> list[Field]:
    """What a person can type into."""
    return [
        widget
        for widget in in_view(root)
        if isinstance(widget, Field) and widget.isEnabled() and not widget.isReadOnly()
    ]


def held(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def type_over(field: Field, text: str) -> None:
    """Select everything and paste, as a person does with such strings."""
    field.setFocus()
    field.selectAll()
    QApplication.clipboard().setText(text)
    if text:
        field.paste()
    else:
        QTest.keyClick(field, Qt.Key.Key_Backspace)


_AS_QT_SHOWS = str.maketrans("\u2028\u2029\xa0", "\n\n ")


def as_kept(field: Field, text: str) -> str:
    """A byte order mark at the head is one and drops; an end of a paragraph is that of a line;
    the blanks that part the thousands of an amount say nothing, nor the width of its digits."""
    text = text.lstrip("\ufeff\ufffe")
    if isinstance(field, MoneyEdit):
        return plain_digits(text)
    return text if isinstance(field, QLineEdit) else text.translate(_AS_QT_SHOWS)


def prepare(root: QWidget) -> None:
    """Put good values in the other fields, so that a refusal is about the one tried."""
    match root:
        case EnrolSheet():
            root._name.clear()
            root._phone.clear()
        case DiscountSheet():
            root._field.setText("10")
            root._reason.setText("regular")
        case ProductSheet():
            root.name.setText("tea")
            root.barcodes.show_codes(())
        case EditorSheet():
            root.lines["name"].setText("Ana")
            for chips in (root.preferences, root.tags):
                chips.show_words(())
            for row in root.findChildren(DependantRow):
                row.name.setText("Bo")
            for own in root.findChildren(CustomRow):
                own.name.setText("shoe size")


class Book:
    """What the shop wrote, and what the window says."""

    def __init__(self, window: MainWindow, shop: Shop) -> None:
        self.window = window
        self.shop = shop
        self.written: list[str] = []

    def __enter__(self) -> Book:
        self.shop.desk.database.connection.exec_trace = self._note
        return self

    def __exit__(self, *_error: object) -> None:
        self.shop.desk.database.connection.exec_trace = None

    def _note(self, _cursor: object, sql: str, bindings: Any) -> bool:
        if bindings and sql.lstrip()[:6].upper() in {"INSERT", "UPDATE", "REPLAC"}:
            self.written += [value for value in bindings if isinstance(value, str)]
        return True

    def keeps(self, text: str) -> bool:
        """Whether the text stands, as it is, in what was written, in the cart or the config."""
        cashier: Any = self.window._screens["cashier"]
        cart = dump_cart(cashier._presenter.state.basket.cart)
        config = [str(value) for value in asdict(self.window.config).values()]
        coded = {text, *(json.dumps(text, ensure_ascii=form)[1:-1] for form in (False, True))}
        return any(one in place for one in coded for place in (*self.written, cart, *config))

    def refusals(self, root: QWidget) -> list[str]:
        """The sentences that say why not."""
        said = [
            label.text()
            for label in in_view(root)
            if isinstance(label, QLabel) and label.property("tone") == "danger"
        ]
        return [text for text in (*said, self.window.banner_text()) if text.strip()]

    def forget(self, root: QWidget) -> None:
        """Nothing is written, nothing refused."""
        self.written.clear()
        self.window._banner_room.hide()
        for row in root.findChildren(FormRow):
            row.show_error("")
        clear = getattr(root, "_clear_errors", None) or getattr(root, "say_error", None)
        if clear is not None:
            clear() if clear.__name__ == "_clear_errors" else clear("")


class Walk:
    """Tries the strings wherever a scene stops, each field once."""

    def __init__(self, stage: Stage, texts: list[str]) -> None:
        self.stage = stage
        self.window: MainWindow = stage.window
        self.book = Book(stage.window, stage.shop)
        self.texts = texts
        self.tried: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.faults: list[str] = []

    def look(self, scene: str) -> None:
        """Try what stands in front now."""
        root = self.window.open_sheet() or self.window.current_screen()
        place = root.page() if isinstance(root, SettingsScreen) else root
        # Taken anew each time: what a field takes may have the others drawn again.
        while (found := self.untried(place)) is not None:
            field, name = found
            if self.finds(place, field):
                self.search(root, field, name)
            else:
                self.submit(root, place, field, name)
        self.stage.settle()

    def untried(self, place: QWidget) -> tuple[Field, str] | None:
        for field in fields_of(place):
            around = type(field.parentWidget()).__name__
            name = f"{type(place).__name__} · {around} · {field.accessibleName()}"
            if name not in self.tried:
                return field, name
        return None

    def finds(self, place: QWidget, field: Field) -> bool:
        if isinstance(field, SearchField) or isinstance(field.parentWidget(), Omnibox):
            return True
        # The editor of a scheme keeps a draft: nothing is written before it is in force.
        editors = place.findChildren(EditorPage)
        return field.accessibleName() in FINDS or any(e.isAncestorOf(field) for e in editors)

    def search(self, root: QWidget, field: Field, name: str) -> None:
        """A field that only finds: Enter finds it, or says that there is none."""
        called = field.accessibleName()
        for text in self.texts:
            self.tried[name] += 1
            type_over(field, text)
            self.note_what_is_shown(name, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
            self.note_what_is_shown(name, text)
            if self.window.open_sheet() not in (root, None):
                self.stage.close_sheets()
            self.book.forget(self.window)
            if not isValid(field):
                # What was taken had the form drawn anew: the same field stands there again.
                field = next(f for f in fields_of(root) if f.accessibleName() == called)
        type_over(field, "")

    def submit(self, root: QWidget, place: QWidget, field: Field, name: str) -> None:
        """A field that keeps: what it holds is kept, or refused with a sentence."""
        before = held(field)
        for text in self.texts:
            self.tried[name] += 1
            prepare(root)
            self.book.forget(root)
            if not field.isEnabled():
                continue  # Wrong PINs make one wait.
            type_over(field, text)
            typed = held(field)
            self.note_what_is_shown(name, text)
            if typed != as_kept(field, text):
                if typed not in ("", before):
                    self.fault(name, text, f"cut in silence to {typed!r}")
                type_over(field, before)
            elif not self.press_all(root, place, field):
                self.fault(name, text, "neither kept nor refused")
            elif self.book.refusals(root):
                self.note_what_is_shown(name, text)
            else:
                self.taken[name] += 1
                self.check_kept(name, typed)
                if type(place).__name__ in ONCE:
                    break
            self.put_back(root, field, before)

    def press_all(self, root: QWidget, place: QWidget, field: Field) -> bool:
        """Enter, then Ctrl+S, then the button: until something comes of it."""
        if isinstance(field.parentWidget(), PinPad) and not held(field):
            return True  # Nobody has begun to give a PIN: nothing is asked, nothing refused.
        self.take_keys_back()
        QTest.keyClick(field, Qt.Key.Key_Return)
        if self.something_came_of_it(root):
            return True
        handle = self.window.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        if self.something_came_of_it(root):
            return True
        for button in in_view(root):
            if isinstance(button, PrimaryButton) and button.isEnabled():
                button.click()
                break
        # What equals what is stored, or cannot be pressed for, is no fault of the field.
        return self.something_came_of_it(root) or not self.is_unsaved(place, field)

    def take_keys_back(self) -> None:
        """Without a screen nobody gives the window its keys back once a list over it closed."""
        if QApplication.focusWindow() is not self.window.windowHandle():
            self.window.activateWindow()
            QApplication.processEvents()

    def something_came_of_it(self, root: QWidget) -> bool:
        return not root.isVisible() or bool(self.book.written) or bool(self.book.refusals(root))

    def is_unsaved(self, place: QWidget, field: Field) -> bool:
        sheet = self.window.open_sheet()
        if isinstance(sheet, CallSheet):
            call = sheet.presenter.current
            return call is None or held(field).strip() != call.note
        form = getattr(place, "form", None)
        return bool(form.is_changed()) if form is not None else True

    def check_kept(self, name: str, typed: str) -> None:
        """Words stand where they were written exactly as they were given."""
        is_words = any(sign.isalpha() or sign in "<>&\"'" for sign in typed)
        if is_words and not self.book.keeps(typed.strip()):
            self.fault(name, typed, "taken, and not kept as it was given")

    def put_back(self, root: QWidget, field: Field, before: str) -> None:
        if self.window.open_sheet() is not root or not isinstance(root, Sheet):
            self.stage.close_sheets()
            if isinstance(root, Sheet):
                root.open(field)
            if isinstance(root, EditorSheet) and root._form is not None and root._form.is_new:
                # The same form again would be the same member again.
                root._form = replace(root._form, member_id=uuid7())
        type_over(field, before)
        if not isinstance(root, Sheet):
            QTest.keyClick(
                self.window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
            )

    def note_what_is_shown(self, name: str, text: str) -> None:
        """No label and no tip reads what was typed as markup."""
        rooms = self.rooms_in_view()
        for widget in chain(*(room.findChildren(QWidget) for room in rooms)) if "<" in text else ():
            if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
                self.fault(name, text, f"{widget.text()!r} may be shown as markup")
            tip = widget.toolTip()
            if "<" in tip.removeprefix("<qt>").removesuffix("</qt>"):
                self.fault(name, text, f"the tip {tip!r} is markup")
        for said in chain(*map(self.book.refusals, rooms)):
            if "Traceback" in said or len(said) > 400:
                self.fault(name, text, f"no clear sentence: {said!r}")

    def rooms_in_view(self) -> list[QWidget]:
        """What is before one's eyes, without the screens behind it: they hold most widgets."""
        window = self.window
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        over = [
            each
            for each in window.findChildren(QWidget, options=direct)
            if each is not window._main and each.isVisible()
        ]
        return [*over, window._banner_room, window._status, window.current_screen()]

    def fault(self, name: str, text: str, what: str) -> None:
        self.faults.append(f"{name}: {text[:80]!r}: {what}")


@pytest.fixture(autouse=True)
def answered_file_dialogs(tmp_path, monkeypatch) -> None:
    """A dialog of the system would wait for a person: it is answered with a file."""
    answer = (str(tmp_path / "saved.pdf"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: answer)


@pytest.fixture
def demo(tmp_path) -> Iterator[Shop]:
    config = TillConfig(data_dir=tmp_path, language="zh_CN", sounds=False)
    shop = make_demo(config, language="zh_CN", clock=Clock(), size=DemoSize(40, 10))
    shop.backups.make()
    yield shop
    shop.close()


def walk(demo: Shop, shown, texts: list[str]) -> Walk:
    window = MainWindow(
        config=replace(demo.config, language="en"),
        tasks=InlineTasks(),
        sentence=sentences(demo),
        language=lambda: "en",
    )
    shown(window)
    window.shop_opened(demo)
    member = demo.members.resolve(PHONES["zh_CN"])
    stage = Stage(QApplication.instance(), window, demo, lambda _name: None, member.member_id)
    made = Walk(stage, texts)
    stage.shot = made.look
    with made.book:
        for scene in SCENES:
            if scene is not first_run:
                scene(stage)
    return made


def sample(dice: random.Random, count: int) -> list[str]:
    return [*ALWAYS, *dice.sample(naughty_strings(), count)]


def check(made: Walk, demo: Shop) -> None:
    print(*(f"{name}: {made.taken[name]} of {made.tried[name]}" for name in made.tried), sep="\n")
    assert not made.faults, "\n".join(made.faults)
    assert len(made.tried) > 50, "the scenes show more fields than that"
    assert sum(count > 0 for count in made.taken.values()) >= 25, "words are taken somewhere"
    assert [found for found in demo.doctor.run() if not found.ok] == []


def test_what_is_typed_is_kept_as_it_is_or_refused_with_a_sentence(demo, shown):
    check(walk(demo, shown, sample(chance("naughty fields"), 1)), demo)


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_naughty_string_in_every_field(part, demo, shown):
    check(walk(demo, shown, naughty_strings()[part::PARTS]), demo)


def first_shops(texts: list[str], tmp_path, shown) -> None:
    """The name of a new shop, in the window that makes it."""
    for at, text in enumerate(texts):
        config = TillConfig(data_dir=tmp_path / str(at), sounds=False)
        window = MainWindow(
            config=config,
            tasks=InlineTasks(),
            sentence=lambda error: sentence(error, "en", CURRENCIES["CNY"]),  # type: ignore[arg-type]
            language=lambda: "en",
            doors=Doors(open_shop, create_shop, make_demo),
        )
        made: list[Shop] = []
        window.shop_made.connect(made.append)
        window.shop_made.connect(window.shop_opened)
        shown(window)
        window.first_run()
        sheet = window.open_sheet()
        assert isinstance(sheet, FirstRun)
        field = sheet.shop_step.name
        type_over(field, text)
        assert held(field) == as_kept(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if made:
            assert made[0].desk.settings.name == (as_kept(field, text).strip() or "My shop")
            assert window.open_sheet() is None
            made[0].close()
        else:
            assert sheet.shop_step.rows["name"].has_error(), repr(text)
        window.hide()


def test_the_name_of_a_new_shop_is_kept_or_refused(tmp_path, shown):
    first_shops(sample(chance("first run"), 2), tmp_path, shown)


@pytest.mark.long
def test_every_naughty_name_of_a_new_shop(tmp_path, shown):
    first_shops([*ALWAYS, *naughty_strings()], tmp_path, shown)
