"""What every page of the settings is built on: a head with Save, and cards that scroll."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import FieldInvalid
from app.ui import fonts
from app.ui.settings.form import Form
from app.ui.settings.presenter import SettingsPresenter, config_values, shop_values
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Divider
from app.ui.widgets.stops import tab_stops

FORM_WIDTH = 860


class Host(Protocol):
    """The screen that pages stand on."""

    @property
    def shell(self) -> Shell: ...
    @property
    def presenter(self) -> SettingsPresenter: ...
    def tell_changed(self, topic: str) -> None:
        """Let the other screens know what changed."""

    def follow_settings(self) -> None:
        """Show everything anew: the shop may be another one."""

    def refuse(self, error: Exception) -> None:
        """Say why not, beside the field where one is meant."""


class Page(QWidget):
    """One page. `form` holds what Save stores; what belongs to this till follows at once."""

    icon = "settings"
    saves = True
    changed = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host
        self.shell = host.shell
        self.form = Form(self)
        self.till_form = Form(self)
        self.head = Label("", size=fonts.SECTION, strong=True)
        self.note = Label("", tone=Tone.WARNING)
        self.discard = Button("", kind=Kind.QUIET)
        self.save_button = PrimaryButton("", icon="save", hint="Ctrl+S")
        self.body = QVBoxLayout()
        self._lay_out()
        self.discard.clicked.connect(self.show_stored)
        self.save_button.clicked.connect(self.save)
        self.build()
        self.form.edited.connect(self._form_edited)
        self.till_form.by_hand.connect(self._change_till)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.head)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.discard)
        row.addWidget(self.save_button)
        self.head.setMinimumHeight(40)
        column.addLayout(row)
        self.discard.setVisible(self.saves)
        self.save_button.setVisible(self.saves)
        column.addWidget(Divider())
        self.lay_out_body(column)

    def lay_out_body(self, column: QVBoxLayout) -> None:
        """Put the cards under the head; they scroll."""
        column.addWidget(scrolling(self.body, FORM_WIDTH), 1)

    # -- for each page -----------------------------------------------------------------

    @classmethod
    def title(cls) -> str:
        """The page's name in the language shown."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the cards."""

    def stored_values(self) -> Mapping[str, Any]:
        """What is stored, by the names of the form."""
        return shop_values(self.host.presenter.settings)

    def opened(self) -> None:
        """The shop is open: fetch what the page shows beside the settings."""

    def activated(self) -> None:
        """The page came to the front."""

    def store(self) -> None:
        """Store the form. Raises FieldInvalid."""
        self.host.presenter.save_shop(self.form.values())

    def say(self) -> None:
        """The page's own words, in the language now shown."""

    def scanned(self, code: str) -> bool:
        """A code was scanned while this page is in front."""
        return False

    # -- what the screen asks ------------------------------------------------------------

    def save(self) -> None:
        """Store what was changed."""
        if not self.saves or not self.form.is_changed():
            return
        self.form.clear_errors()
        try:
            self.store()
        except FieldInvalid as error:
            self.host.refuse(error)

    def refuse(self, error: Exception, sentence: str) -> bool:
        """Say beside the field what is wrong with it; False where it is not on this page."""
        if not isinstance(error, FieldInvalid):
            return False
        return any(form.refuse(error.field, sentence) for form in (self.form, self.till_form))

    def show_stored(self) -> None:
        """Show what is stored, and forget what was changed by hand."""
        self.form.fill(self.stored_values())
        self.till_changed()

    def settings_changed(self) -> None:
        """Settings were stored; what was begun here by hand stays."""
        self.form.follow(self.stored_values())

    def till_changed(self) -> None:
        """This till's settings were stored."""
        self.till_form.fill(config_values(self.shell.config))

    def retranslate(self) -> None:
        """Say everything again."""
        self.head.setText(self.title())
        self.discard.set_label(self.tr("Discard"))
        self.save_button.set_label(self.tr("Save"))
        self.save_button.set_hint(self.shell.keys.hint("save"))
        self.form.say()
        self.till_form.say()
        self.say()
        self._form_edited()

    def say_row(self, name: str) -> None:
        """The label and the help of one row, which may tell of the value typed."""
        self.form.say_row(name)

    def enter(self) -> None:
        """Put the focus on the first field."""
        buttons = (self.discard, self.save_button)
        first = next((stop for stop in tab_stops(self) if stop not in buttons), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _change_till(self, name: str) -> None:
        self.host.presenter.change_till(**{name: self.till_form.control(name).value()})

    def _form_edited(self) -> None:
        changed = self.saves and self.form.is_changed()
        self.note.setText(self.tr("Not saved yet") if changed else "")
        self.discard.setEnabled(changed)
        self.save_button.setEnabled(changed)
        self.changed.emit()


def scrolling(body: QVBoxLayout, width: int) -> QScrollArea:
    """A column of cards, no wider than `width`, that scrolls by the wheel and by Tab."""
    inside = QWidget()
    across = QHBoxLayout(inside)
    across.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
    holder = QWidget()
    holder.setMaximumWidth(width)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(Space.M)
    holder.setLayout(body)
    across.addWidget(holder, 1)
    across.addStretch(0)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
