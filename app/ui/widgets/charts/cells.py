"""What charts of separate cells share: arrows move, Enter or a click opens, pointing tells."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.ui import fonts
from app.ui.theme import tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.labels import set_tip

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Cells(QWidget):
    """Cells numbered from 0. A subclass says how many, where each is, and what it reads as.

    Without `can_open` they are only looked at: Enter is left to whoever holds the chart.
    """

    opened = Signal(int)
    current_changed = Signal(int)
    """The cell now marked by keys, or pointed at."""

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, can_open: bool = True
    ) -> None:
        super().__init__(parent)
        self._at = 0
        self._can_open = can_open
        self._over: int | None = None
        self._name = name
        self.setFont(fonts.font(fonts.CAPTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    # -- what a subclass says --------------------------------------------------------------

    def cell_count(self) -> int:
        """How many cells there are."""
        raise NotImplementedError

    def cell_box(self, at: int) -> QRectF:
        """Where a cell is painted."""
        raise NotImplementedError

    def cell_spoken(self, at: int) -> str:
        """The whole of a cell in words."""
        raise NotImplementedError

    def cell_tip(self, at: int) -> str:
        """What pointing at a cell tells."""
        return self.cell_spoken(at)

    def cell_beside(self, at: int, down: int, right: int) -> int:
        """The cell that an arrow goes to."""
        return at + right + down

    # -- what others ask -------------------------------------------------------------------

    def current(self) -> int:
        """The cell now marked."""
        return self._at

    def choose(self, at: int) -> None:
        """Mark a cell."""
        if not 0 <= at < self.cell_count() or at == self._at:
            return
        self._at = at
        self._tell()

    def set_name(self, name: str) -> None:
        """What the whole chart is called."""
        self._name = name
        self.setAccessibleName(name)

    def cells_changed(self) -> None:
        """Other cells are shown."""
        self._at = max(0, min(self._at, self.cell_count() - 1))
        self._over = None
        self.setAccessibleDescription(self.cell_spoken(self._at) if self.cell_count() else "")
        self.updateGeometry()
        self.update()

    def is_marked(self, at: int) -> bool:
        """Whether the keys stand on a cell."""
        return at == self._at and self.hasFocus()

    def draw_mark(self, painter: QPainter, at: int, box: QRectF, radius: float) -> None:
        """The ring of the cell that the keys stand on, or a line round the one pointed at."""
        t = tokens()
        if self.is_marked(at):
            rounded(painter, box, radius, border=t.focus, width=2)
        elif at == self._over:
            rounded(painter, box, radius, border=t.primary, width=1.5)

    # -- events ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Home and End go to the ends, Enter opens."""
        key, count = Qt.Key(event.key()), self.cell_count()
        if key in _ARROWS and count:
            self.choose(self.cell_beside(self._at, *_ARROWS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and count:
            self.choose(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in _OPEN and count and self._can_open:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the cell below it."""
        at = self.cell_at(event.position())
        if at is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(at)
            if self._can_open:
                self.opened.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the cell below the pointer."""
        at = self.cell_at(event.position()) if self._can_open else None
        if at != self._over:
            self._over = at
            set_tip(self, "" if at is None else self.cell_tip(at))
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No cell is pointed at."""
        self._over = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and tell of the cell."""
        super().focusInEvent(event)
        if self.cell_count():
            self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def cell_at(self, point: QPointF) -> int | None:
        """The cell at a place."""
        found = (at for at in range(self.cell_count()) if self.cell_box(at).contains(point))
        return next(found, None)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.cell_spoken(self._at))
        self.current_changed.emit(self._at)
        self.update()
