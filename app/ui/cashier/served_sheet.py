"""Who serves this line, or the whole cart: a digit chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui import fonts
from app.ui.theme import Height
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

if TYPE_CHECKING:
    from app.services.commissions import Server

_DIGITS = 9


class _People(QListWidget):
    """Up and down move; every other key is the sheet's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        moving = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in moving:
            super().keyPressEvent(event)
        else:
            event.ignore()


class ServedSheet(Sheet):
    """1 to 9 choose at once, 0 is nobody; Enter takes the marked one."""

    chosen = Signal(object, bool)
    """(staff id or None, whether the whole cart)"""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=420)
        self.which = Segmented((), name="")
        self.people = _People()
        self.people.setFont(fonts.font(fonts.CASHIER))
        self._hint = Label("", tone=Tone.MUTED, wrap=True)
        self._ids: list[UUID | None] = []
        self.body.addWidget(self.which)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(self._hint)
        self.people.itemClicked.connect(lambda _item: self._take(self.people.currentRow()))

    def ask(self, line: str, servers: tuple[Server, ...], now: UUID | None, *, whole: bool) -> None:
        """Open over a line; `whole` proposes the whole cart."""
        self.set_title(self.tr("Served by"))
        self.which.setAccessibleName(self.tr("For which lines"))
        self.which.set_choices((self.tr("This line"), self.tr("Whole cart")))
        self.which.choose(1 if whole else 0)
        self._hint.setText(
            self.tr("{line} · Left and Right: this line or the whole cart").replace("{line}", line)
        )
        self.people.setAccessibleName(self.tr("Who served"))
        self.people.clear()
        self._ids = [each.staff_id for each in servers]
        names = [each.name for each in servers]
        for at, name in enumerate(names, 1):
            self._add(f"{at}  {name}" if at <= _DIGITS else f"    {name}")
        self._ids.append(None)
        nobody = self.tr("Nobody")
        self._add(f"0  {nobody}")
        self.people.setCurrentRow(self._ids.index(now) if now in self._ids else 0)
        self.people.setFixedHeight(min(7, len(self._ids)) * Height.CASHIER + 8)
        self.open(self.people)

    def _add(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setSizeHint(QSize(0, Height.CASHIER))
        self.people.addItem(item)

    def _take(self, at: int) -> None:
        if 0 <= at < len(self._ids):
            self.close_sheet()
            self.chosen.emit(self._ids[at], self.which.current() == 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, Left and Right say for what, Enter takes the marked one."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.which.choose(1 if key == Qt.Key.Key_Right else 0)
        elif key == Qt.Key.Key_0:
            self._take(len(self._ids) - 1)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            at = key - Qt.Key.Key_1
            if at < len(self._ids) - 1:
                self._take(at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.people.currentRow())
        else:
            super().keyPressEvent(event)
            return
        event.accept()
