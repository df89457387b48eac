"""The member at the till: who they are, what they hold, what to remember."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Avatar, Chip, ElidedLabel, KeyHint, Label, Tone
from app.ui.widgets.panels import Divider, Icon

if TYPE_CHECKING:
    from app.services.member_types import MemberStrip

SOON_DAYS = 14


class MemberPanel(QWidget):
    """The strip on top of the cart."""

    taken_off = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: MemberStrip | None = None
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack)
        column.addWidget(Divider())
        self._notes = QWidget()
        self._notes_flow = FlowLayout(self._notes)
        self._notes_rule = Divider()
        column.addWidget(self._notes)
        column.addWidget(self._notes_rule)
        self._stack.setFixedHeight(72)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_strip())
        self.show_strip(None)

    def _make_empty(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(Space.M, 0, Space.M, 0)
        row.setSpacing(Space.S)
        self._empty = ElidedLabel(tone=Tone.MUTED)
        row.addWidget(Icon("id-card", size=24, tone=Tone.MUTED))
        row.addWidget(self._empty, 1)
        row.addWidget(KeyHint("F2"))
        return page

    def _make_strip(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        self._avatar = Avatar("", size=48)
        row.addWidget(self._avatar)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        self._name = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._detail = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        middle.addStretch(1)
        middle.addWidget(self._name)
        middle.addWidget(self._detail)
        middle.addStretch(1)
        row.addLayout(middle, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        self._points = Label("", size=fonts.CASHIER, strong=True)
        self._points_word = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        right.addStretch(1)
        right.addWidget(self._points, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self._points_word, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row.addLayout(right)
        self._off = IconButton("x", "")
        self._off.clicked.connect(self.taken_off)
        row.addWidget(self._off)
        return page

    def show_strip(self, strip: MemberStrip | None) -> None:
        """Show a member, or that none is there."""
        self._strip = strip
        self._stack.setCurrentIndex(0 if strip is None else 1)
        self._notes_flow.clear()
        if strip is not None:
            self._fill(strip)
        noted = self._notes_flow.count() > 0
        self._notes.setVisible(noted)
        self._notes_rule.setVisible(noted)

    def _fill(self, strip: MemberStrip) -> None:
        self._avatar.set_name(strip.name or strip.number)
        self._name.setText(strip.name or strip.number)
        self._points.setText(f"{strip.points:,}")
        parts = [
            strip.masked_phone,
            self.tr("Visit {count}").replace("{count}", f"{strip.visits:,}")
            if strip.visits
            else "",
            self.tr("likes {product}").replace("{product}", strip.favourite)
            if strip.favourite
            else "",
        ]
        self._detail.setText(" · ".join(part for part in parts if part))
        self._notes_flow.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        days = strip.birthday_in_days
        if days is not None and days <= SOON_DAYS:
            words = self._birthday_words(days)
            self._notes_flow.addWidget(Chip(words, tone=Tone.DANGER, icon="cake"))
        for tag in strip.tags[:4]:
            self._notes_flow.addWidget(Chip(tag, tone=Tone.PRIMARY, icon="tag"))
        if strip.note:
            self._notes_flow.addWidget(Chip(strip.note.splitlines()[0], tone=Tone.WARNING))

    def _birthday_words(self, days: int) -> str:
        if days == 0:
            return self.tr("Birthday today")
        if days == 1:
            return self.tr("Birthday tomorrow")
        return self.tr("Birthday in {days} days").replace("{days}", str(days))

    def retranslate(self) -> None:
        """Say everything again."""
        self._empty.setText(self.tr("Scan a card or type a phone number"))
        self._points_word.setText(self.tr("points"))
        self._off.set_name(self.tr("Take the member off"))
        self.show_strip(self._strip)
