"""One part of the scheme in front: its single fields, its tables, and its list of entries."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.messages.scheme_fields import part_label
from app.services.rules.scheme import Scheme
from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.loyalty.editor.controls import LineField
from app.ui.loyalty.editor.desk import FormDesk
from app.ui.loyalty.editor.form import PartForm, SingleForm
from app.ui.loyalty.editor.nested import Switch
from app.ui.loyalty.gallery import fitted
from app.ui.loyalty.presenting.draft import Path
from app.ui.loyalty.presenting.forms import ALWAYS_THERE, class_of
from app.ui.sentences import filled
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

_HEAD = 56
_OPEN_HEAD = 40
_ARROW = 16


class PartPage(QWidget):
    """Laid out anew for each part, and whenever its fields come or go."""

    def __init__(self, desk: FormDesk) -> None:
        super().__init__()
        self._desk = desk
        section = desk.presenter.section
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.XS, Space.L)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.addWidget(Label(part_label(section.id, desk.language), size=18, strong=True), 1)
        self.add = Button(self.tr("Add"), icon="plus", hint=desk.add_key, height=Height.BACK_OFFICE)
        self.add.clicked.connect(desk.presenter.add)
        self.can_add = bool(section.listed) and self._is_there()
        row.addWidget(self.add)
        column.addLayout(row)
        self.add.setVisible(self.can_add)
        if section.single:
            column.addWidget(_card(SingleForm(desk, Scheme, section.single)))
        for name in section.tables:
            column.addWidget(self._table(name))
        if self.can_add:
            self._list(column)
        column.addStretch(1)

    def _is_there(self) -> bool:
        """Whether the table that holds the list is there."""
        listed = self._desk.presenter.section.listed
        return len(listed) == 1 or self._desk.at(listed[:1]) is not None

    def _table(self, name: str) -> Card:
        desk, path = self._desk, (name,)
        cls = class_of(Scheme, name)
        if name in ALWAYS_THERE:
            return _card(PartForm(desk, cls, path))
        label = desk.label(Scheme, name)
        return _card(Switch(desk, path, label, lambda: PartForm(desk, cls, path)))

    def _list(self, column: QVBoxLayout) -> None:
        presenter = self._desk.presenter
        entries = presenter.entries()
        for at in range(len(entries)):
            column.addWidget(EntryCard(self._desk, at, len(entries)))
        if not entries:
            words = self.tr("Nothing here yet. Press {key} to add one.")
            said = filled(words, key=self._desk.add_key)
            column.addWidget(Label(said, tone=Tone.MUTED, wrap=True))


def _card(inside: QWidget) -> Card:
    card = Card()
    card.body.addWidget(inside)
    return card


class EntryHead(QAbstractButton):
    """An entry of a list in plain words; Enter opens it, and closes it again."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._wrong = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, wrong: bool) -> None:
        """What it promises; `wrong`: something in it cannot be used."""
        self._text, self._wrong = text, wrong
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines while it is closed."""
        return QSize(200, _OPEN_HEAD if self.isChecked() else _HEAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Alt with an arrow moves the entry."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, the words, and a sign where something is wrong."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        if self.underMouse():
            rounded(painter, box, Radius.CONTROL, fill=t.hover)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        middle = box.center().y()
        draw_icon(painter, arrow, t.text2, QRectF(box.left() + 6, middle - 8, _ARROW, _ARROW))
        left = round(box.left()) + 6 + _ARROW + Space.XS
        right = round(box.right()) - Space.XS
        if self._wrong:
            right -= 24
            draw_icon(painter, "circle-alert", t.danger, QRectF(right + 4, middle - 9, 18, 18))
        strong = self.isChecked() and fonts.shows_strong(self._text)
        font = fonts.font(strong=strong)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        metrics = QFontMetrics(font)
        lines = 1 if self.isChecked() else 2
        room = QRect(left, 0, max(1, right - left), lines * metrics.lineSpacing() + 2)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        shown = fitted(self._text, metrics, room)
        room.moveTop((self.height() - room.height()) // 2)
        painter.drawText(room, flags, shown)
        painter.end()


class EntryCard(Card):
    """An entry of a list: a line in plain words, and when it is open its form."""

    def __init__(self, desk: FormDesk, place: int, count: int) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        presenter = desk.presenter
        self.path: Path = presenter.entry_path(place)
        self._is_open = presenter.open_entry == place
        self.body.setContentsMargins(Space.XS, Space.XXS, Space.XS, Space.XXS)
        self.head = EntryHead()
        self.head.setChecked(self._is_open)
        self.head.clicked.connect(lambda: presenter.toggle_entry(place))
        self.head.moved.connect(lambda step: presenter.move(place, step))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.head, 1)
        if self._is_open:
            for button in self._buttons(count):
                row.addWidget(button)
        self.body.addLayout(row)
        if self._is_open:
            self._open()
        desk.on_change(self._say)
        self._say()

    def _buttons(self, count: int) -> list[IconButton]:
        presenter, place = self._desk.presenter, self._place
        copied = IconButton("copy", self.tr("Duplicate"))
        copied.clicked.connect(lambda: presenter.duplicate(place))
        removed = IconButton("trash-2", self.tr("Delete"))
        removed.clicked.connect(lambda: presenter.remove(place))
        if presenter.section.listed == ("groups",):
            return [copied, removed]
        up = IconButton("arrow-up", self.tr("Move up"))
        up.setEnabled(place > 0)
        up.clicked.connect(lambda: presenter.move(place, -1))
        down = IconButton("arrow-down", self.tr("Move down"))
        down.setEnabled(place < count - 1)
        down.clicked.connect(lambda: presenter.move(place, 1))
        return [up, down, copied, removed]

    def _open(self) -> None:
        entry = self._desk.presenter.section.entry
        assert entry is not None
        holder = QVBoxLayout()
        holder.setContentsMargins(Space.S, 0, Space.S, Space.S)
        holder.setSpacing(Space.S)
        if self.path[0] == "groups":
            holder.addWidget(self._group_name())
        holder.addWidget(PartForm(self._desk, entry, self.path))
        self.body.addLayout(holder)

    def _group_name(self) -> FormRow:
        field = LineField()
        name = str(self.path[-1])
        field.setText(name)

        def rename() -> None:
            if field.text().strip() != name:
                self._desk.presenter.rename_group(name, field.text())

        field.editingFinished.connect(rename)
        return FormRow(self._desk.label(Scheme, "name"), field)

    def _say(self) -> None:
        desk = self._desk
        entry = desk.presenter.section.entry
        table = desk.at(self.path)
        if entry is None or table is None:
            return
        if self.path[0] == "groups":
            text = f"{self.path[-1]}: {desk.sayer.part(entry, table)}"
        elif self._is_open:
            text = desk.sayer.name(table)
        else:
            text = desk.sayer.part(entry, table) or desk.sayer.name(table)
        self.head.say(text, wrong=desk.presenter.is_wrong(self.path))
