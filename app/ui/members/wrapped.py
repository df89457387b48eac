"""Text of any shape in the width there is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy

from app.ui import fonts
from app.ui.theme import tokens
from app.ui.widgets.labels import Label, Tone, tone_colour

_LINE_SEPARATOR = "\u2028"


class Wrapped(Label):
    """A label that breaks a word that is longer than the line, instead of pushing it out."""

    def __init__(self, text: str = "", *, size: int = fonts.BODY, tone: Tone = Tone.NORMAL) -> None:
        super().__init__(text, size=size, tone=tone, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        _, height = self._laid_out(width)
        return max(QFontMetrics(self.font()).height(), round(height + 1))

    def sizeHint(self) -> QSize:
        """One line where it is short."""
        width = min(240, QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(QColor(tone_colour(self._tone, tokens())))
        layout, _ = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The lines at `width`, and their height in all."""
        text = _LINE_SEPARATOR.join(self.text().splitlines())
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height
