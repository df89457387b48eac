"""Ticks, radio buttons and drop-down lists, painted from the tokens."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import rounded

_MARK: Final = 18
_RING: Final = 4


class _Choice(QAbstractButton):
    """A mark and the words beside it, which are shown as they are written."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text
        self.setCheckable(True)
        self.setFont(fonts.font())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def label(self) -> str:
        """What it says."""
        return self._words

    def set_label(self, text: str) -> None:
        """Say something else, or the same in another language."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the mark and the words."""
        words = QFontMetrics(self.font()).horizontalAdvance(self._words)
        return QSize(_MARK + 2 * _RING + Space.XXS + words + 4, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark and words."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = QRectF(_RING, (self.height() - _MARK) // 2, _MARK, _MARK)
        if self.hasFocus():
            around = mark.adjusted(-_RING, -_RING, _RING, _RING)
            rounded(painter, around, self._roundness(around), border=t.focus, width=2)
        self._draw_mark(painter, mark)
        painter.setFont(self.font())
        painter.setPen(QColor(t.text if self.isEnabled() else t.border))
        left = _MARK + 2 * _RING + Space.XXS
        room = self.rect().adjusted(left, 0, 0, 0)
        shown = QFontMetrics(self.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()

    def _roundness(self, box: QRectF) -> float:
        return 6.0

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError


class CheckBox(_Choice):
    """Yes or no; Space changes it."""

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        t = tokens()
        if not self.isChecked():
            rounded(painter, box, 4, fill=t.surface, border=t.border)
            return
        rounded(painter, box, 4, fill=t.primary if self.isEnabled() else t.border)
        pen = QPen(QColor(t.on_primary), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corner = box.topLeft()
        painter.drawPolyline(
            [corner + QPointF(4.5, 9.5), corner + QPointF(7.8, 12.8), corner + QPointF(13.5, 6)]
        )


class RadioButton(_Choice):
    """One of several; those with one parent exclude each other."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoExclusive(True)

    def _roundness(self, box: QRectF) -> float:
        return box.height() / 2

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        t = tokens()
        chosen = self.isChecked()
        rounded(
            painter,
            box,
            box.height() / 2,
            fill=t.surface,
            border=t.primary if chosen else t.border,
            width=2 if chosen else 1,
        )
        if chosen:
            rounded(painter, box.adjusted(5, 5, -5, -5), 4, fill=t.primary)


class DropDown(QComboBox):
    """A drop-down list; the wheel does not change it by accident while one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow."""
        super().paintEvent(event)
        t = tokens()
        painter = QPainter(self)
        ink = t.text2 if self.isEnabled() else t.border
        box = QRectF(self.width() - 28, (self.height() - 16) // 2, 16, 16)
        draw_icon(painter, "chevron-down", ink, box)
        painter.end()
