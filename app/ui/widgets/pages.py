"""A receipt or a card on the screen, painted from the same pages that are printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.services.documents.drawing import Page
from app.ui.paint import paint_page
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import colour, rounded

_SHADOW: Final = 8


class PageView(QWidget):
    """The pages under each other, as white paper in both themes. Put it in a scroll area."""

    def __init__(
        self, name: str, *, pixels_per_mm: float = 4.2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._corner = 0.0
        self._pages: tuple[Page, ...] = ()
        self._scale = pixels_per_mm
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pages(self, pages: Sequence[Page], spoken: str = "") -> None:
        """Show `pages`; `spoken` is their content in words."""
        self._pages = tuple(pages)
        self.setAccessibleDescription(spoken)
        self.updateGeometry()
        self.adjustSize()
        self.update()

    def round_corners(self, millimetres: float) -> None:
        """Cut the corners of every page round, as those of a card are; 0 leaves them."""
        self._corner = millimetres
        self.update()

    def fit_width(self, pixels: int) -> None:
        """Choose the scale so that the widest page takes `pixels`."""
        widest = max((page.width - 2 * page.bleed for page in self._pages), default=0.0)
        if widest:
            self._scale = (pixels - 2 * _SHADOW) / widest
            self.updateGeometry()
            self.adjustSize()

    def sizeHint(self) -> QSize:
        """All pages and the shadow around them."""
        widths = [(page.width - 2 * page.bleed) * self._scale for page in self._pages]
        heights = [(page.height - 2 * page.bleed) * self._scale for page in self._pages]
        gaps = Space.M * max(0, len(self._pages) - 1)
        return QSize(
            round(max(widths, default=0)) + 2 * _SHADOW,
            round(sum(heights)) + gaps + 2 * _SHADOW,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, then what is printed on it."""
        painter = QPainter(self)
        top = float(_SHADOW)
        corner = self._corner * self._scale
        for page in self._pages:
            wide = (page.width - 2 * page.bleed) * self._scale
            high = (page.height - 2 * page.bleed) * self._scale
            paper = QRectF(_SHADOW, top, wide, high)
            for spread in range(_SHADOW, 0, -2):
                around = paper.adjusted(-spread / 2, 0, spread / 2, spread)
                rounded(painter, around, 4 + corner, fill=colour(tokens().shadow, 8))
            painter.save()
            if corner:
                shape = QPainterPath()
                shape.addRoundedRect(paper, corner, corner)
                painter.setClipPath(shape)
            painter.fillRect(paper, QColor("#FFFFFF"))
            painter.translate(paper.topLeft())
            painter.scale(self._scale, self._scale)
            paint_page(painter, page, bleed=False)
            painter.restore()
            top += high + Space.M
        painter.end()
