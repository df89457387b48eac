"""The lists of the compass: sources, tier moves, benefits, products, pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics

from app.ui import fonts
from app.ui.theme import Height
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.table import Column, Table

_HEAD = 38
_PADDING = 26


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its texts, and the key of the list behind it."""

    texts: tuple[str, ...]
    key: tuple[str, ...] = ()


class _Rows(Table):
    """A table as high as its rows: the page scrolls, not the table."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first row, and say that it is looked at."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.paged.rowCount():
            self.choose(0)
        self.entered.emit()


class ListCard(Card):
    """A list under its name; Enter on a row opens who or what is behind it.

    Its table is made with its first rows: five of them take a fifth of the time in which the page
    is first painted.
    """

    opened = Signal(object)
    """The Line that was opened."""
    looked_at = Signal()
    made = Signal()
    """It has its table now, which comes last in the row that Tab goes through."""

    def __init__(self) -> None:
        super().__init__()
        self._table: _Rows | None = None
        self._name = ""
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self._empty = Label("", tone=Tone.MUTED, wrap=True)
        self._lines: tuple[Line, ...] = ()
        self.body.addWidget(self._empty)
        self.body.addWidget(self._note)
        self.body.addStretch(1)

    @property
    def table(self) -> Table | None:
        """The rows; None before there were any."""
        return self._table

    def say(self, title: str) -> None:
        """Its name."""
        self._name = title
        self.set_title(title)
        if self._table is not None:
            self._table.setAccessibleName(title)

    def wait(self) -> None:
        """The rows are on their way."""
        self._lines = ()
        if self._table is not None:
            self._table.hide()
        self._note.hide()
        self._empty.setText("…")
        self._empty.show()

    def show_lines(
        self,
        headings: Sequence[str],
        lines: Sequence[Line],
        *,
        empty: str,
        note: str = "",
        compared: int = 0,
    ) -> None:
        """Show rows under headings; the first column takes what the numbers in the others leave.

        The last `compared` columns are of other periods.
        """
        self._lines = tuple(lines)
        tones = [Tone.NORMAL] * (len(headings) - compared) + [Tone.MUTED] * compared
        made = [
            Column(
                heading, _text(at), self._width(at, heading) if at else 0, right=at > 0,
                tone=tones[at],
            )
            for at, heading in enumerate(headings)
        ]  # fmt: skip
        table = self._made_table() if lines else self._table
        if table is not None:
            table.set_columns(made)
            table.show_rows(self._lines)
            table.set_columns(made)
            table.setFixedHeight(_HEAD + Height.TABLE_ROW * len(lines))
            table.setVisible(bool(lines))
        self._empty.setText(empty)
        self._empty.setVisible(not lines)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _made_table(self) -> Table:
        if self._table is None:
            self._table = _Rows((), name=self._name, parent=self)
            self.body.insertWidget(self.body.indexOf(self._empty), self._table)
            self._table.opened.connect(self._open)
            self._table.entered.connect(self.looked_at)
            self.made.emit()
        return self._table

    def _width(self, at: int, heading: str) -> int:
        """So wide that no number is cut."""
        body = QFontMetrics(fonts.font(fonts.BODY))
        head = QFontMetrics(fonts.font(fonts.CAPTION))
        texts = (body.horizontalAdvance(_text(at)(line)) for line in self._lines)
        return max((*texts, head.horizontalAdvance(heading))) + _PADDING

    def _open(self, at: int) -> None:
        line = self._lines[at]
        if line.key:
            self.opened.emit(line)


def _text(at: int) -> Callable[[Any], str]:
    return lambda line: line.texts[at] if at < len(line.texts) else ""
