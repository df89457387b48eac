"""Product tiles: everything on sale within reach of a finger or the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.services.rules.money import quantity
from app.services.rules.stock import Level
from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Radius, Tokens, tokens
from app.ui.widgets.brush import focus_ring, rounded

if TYPE_CHECKING:
    from app.services.products import Tile

GAP: Final = 10
TILE_HEIGHT: Final = 92
LEAST_WIDTH: Final = 150
PADDING: Final = 16
EDGE: Final = 10
STRIPE: Final = 4
MARK: Final = 12


class MemberForm(Enum):
    """How a member price is told from the other, the longest first."""

    WORD_AND_SIGN = 0
    WORD = 1
    MARK = 2
    """A small person in the word's place."""


class TileGrid(QAbstractScrollArea):
    """Painted tiles; a tap or Enter sells one."""

    chosen = Signal(object)
    """The tile that was tapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[Tile, ...] = ()
        self._money: Callable[[int], str] = str
        self._figure: Callable[[int], str] = str
        self._member_words = ""
        self._levels: Mapping[UUID, Level] = {}
        self._form: MemberForm | None = None
        self._at = -1
        self._hover = -1
        self._down = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles from the top."""
        self._tiles = tuple(tiles)
        self._at = min(self._at, len(self._tiles) - 1)
        self._hover = -1
        self._form = None
        self._measure()
        self.viewport().update()

    def show_levels(self, levels: Mapping[UUID, Level]) -> None:
        """What is on hand of what is tracked: a badge tells what is low or gone."""
        self._levels = levels
        self.viewport().update()

    def _badge(self, tile: Tile) -> tuple[str, bool]:
        """What a tile's badge says, "" for none, and whether there is nothing left."""
        level = self._levels.get(tile.product_id)
        if level is None or not (level.low or level.on_hand_milli <= 0):
            return "", False
        return quantity(level.on_hand_milli).replace("-", "−"), level.on_hand_milli <= 0

    def say(
        self, money: Callable[[int], str], figure: Callable[[int], str], member_words: str
    ) -> None:
        """How prices are written, with their sign and without, and the word for members'."""
        self._money, self._figure, self._member_words = money, figure, member_words
        self._form = None
        self.viewport().update()

    def member_form(self) -> MemberForm:
        """How member prices are written: the same on every tile, the longest that fits on all."""
        if self._form is None:
            room = self._box(0).width() - PADDING - EDGE
            fits = (
                form
                for form in MemberForm
                if all(self._member_width(tile, form) <= room for tile in self._tiles)
            )
            self._form = next(fits, MemberForm.MARK)
        return self._form

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit as many columns as there is room for."""
        super().resizeEvent(event)
        self._form = None
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything is painted afresh."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter or blank sells."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
        }
        key = Qt.Key(event.key())
        if key in steps and self._tiles:
            target = self._at + steps[key]
            if 0 <= target < len(self._tiles):
                self._go(target)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if 0 <= self._at < len(self._tiles):
                self.chosen.emit(self._tiles[self._at])
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first tile."""
        super().focusInEvent(event)
        if self._at < 0 and self._tiles:
            self._go(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the tile under the pointer."""
        at = self._tile_at(event.position().toPoint())
        if at != self._hover:
            self._hover = at
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """No tile is under the pointer."""
        super().leaveEvent(event)
        self._hover = -1
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the finger went down."""
        self._down = self._tile_at(event.position().toPoint())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sell the tile if the finger comes up on it."""
        down, self._down = self._down, -1
        self.viewport().update()
        if 0 <= down == self._tile_at(event.position().toPoint()):
            self.chosen.emit(self._tiles[down])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles in sight."""
        t = tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(t.bg))
        for at in range(len(self._tiles)):
            box = self._box(at)
            if box.bottom() >= 0 and box.top() <= self.viewport().height():
                self._draw(painter, at, box, t)
        painter.end()

    def _draw(self, painter: QPainter, at: int, box: QRectF, t: Tokens) -> None:
        tile = self._tiles[at]
        focused = at == self._at and self.hasFocus()
        body = focus_ring(painter, box, Radius.CARD, t) if focused else box
        pressed = at in (self._hover, self._down)
        rounded(painter, body, 8, fill=t.hover if pressed else t.surface, border=t.divider)
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(body, 8, 8)
        painter.setClipPath(clip)
        stripe = QRectF(body.left(), body.top(), STRIPE, body.height())
        painter.fillRect(stripe, QColor(tile.colour or t.series[0]))
        painter.restore()
        inner = body.adjusted(PADDING, 12, -EDGE, -12)
        room = inner.adjusted(0, 0, -self._draw_badge(painter, tile, body, t), 0)
        self._draw_name(painter, tile.item.name, room, t)
        self._draw_prices(painter, tile, inner, t)

    def _draw_badge(self, painter: QPainter, tile: Tile, body: QRectF, t: Tokens) -> float:
        """The badge in the corner; how much of the name's room it takes."""
        words, gone = self._badge(tile)
        if not words:
            return 0
        font = fonts.font(fonts.CAPTION, strong=True)
        wide = max(22.0, QFontMetricsF(font).horizontalAdvance(words) + 12)
        box = QRectF(body.right() - wide - 6, body.top() + 6, wide, 18)
        rounded(painter, box, 9, fill=t.danger_soft if gone else t.warning_soft)
        painter.setFont(font)
        painter.setPen(QColor(t.danger if gone else t.warning))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        return wide

    def _draw_name(self, painter: QPainter, name: str, inner: QRectF, t: Tokens) -> None:
        font = fonts.font(fonts.CASHIER)
        painter.setFont(font)
        painter.setPen(QColor(t.text))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        metrics = QFontMetricsF(font)
        room = QRectF(inner.left(), inner.top() - 2, inner.width(), 2 * metrics.height())
        if metrics.horizontalAdvance(name) <= inner.width():
            painter.drawText(room, flags, name)
            return
        small = fonts.font(fonts.BODY)
        metrics = QFontMetricsF(small)
        first = _break(name, metrics, inner.width())
        rest = metrics.elidedText(name[first:].lstrip(), Qt.TextElideMode.ElideRight, inner.width())
        painter.setFont(small)
        painter.drawText(room, flags, f"{name[:first].rstrip()}\n{rest}")

    def _draw_prices(self, painter: QPainter, tile: Tile, inner: QRectF, t: Tokens) -> None:
        painter.setFont(fonts.font(fonts.BODY, strong=True))
        painter.setPen(QColor(t.text))
        bottom = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inner, bottom, self._price(tile))
        if tile.item.member_price_minor is None:
            return
        form = self.member_form()
        at = inner.adjusted(self._price_width(tile) + 9, 0, 0, -1)
        if form is MemberForm.MARK:
            icon = QRectF(round(at.left()), round(at.bottom()) - 15, MARK, MARK)
            draw_icon(painter, "user", t.text2, icon)
            at.adjust(MARK + 3, 0, 0, 0)
        painter.setFont(fonts.font(fonts.CAPTION))
        painter.setPen(QColor(t.text2))
        painter.drawText(at, bottom, self._member_price(tile, form))

    def _price(self, tile: Tile) -> str:
        return self._money(tile.item.unit_price_minor) + ("/kg" if tile.item.weighed else "")

    def _member_price(self, tile: Tile, form: MemberForm) -> str:
        minor = tile.item.member_price_minor or 0
        if form is MemberForm.WORD_AND_SIGN:
            return f"{self._member_words} {self._money(minor)}"
        figure = self._figure(minor)
        return f"{self._member_words} {figure}" if form is MemberForm.WORD else figure

    def _price_width(self, tile: Tile) -> float:
        strong = QFontMetricsF(fonts.font(fonts.BODY, strong=True))
        return strong.horizontalAdvance(self._price(tile))

    def _member_width(self, tile: Tile, form: MemberForm) -> float:
        """How wide a tile's two prices are together; 0 where members pay the same."""
        if tile.item.member_price_minor is None:
            return 0
        caption = QFontMetricsF(fonts.font(fonts.CAPTION))
        words = caption.horizontalAdvance(self._member_price(tile, form))
        return self._price_width(tile) + 9 + words

    # --- geometry -----------------------------------------------------------------

    def _columns(self) -> int:
        return max(1, (self.viewport().width() + GAP) // (LEAST_WIDTH + GAP))

    def _box(self, at: int) -> QRectF:
        columns = self._columns()
        width = (self.viewport().width() - (columns - 1) * GAP) / columns
        row, column = divmod(at, columns)
        top = row * (TILE_HEIGHT + GAP) - self.verticalScrollBar().value()
        return QRectF(round(column * (width + GAP)), top, round(width), TILE_HEIGHT)

    def _tile_at(self, point: QPoint) -> int:
        for at in range(len(self._tiles)):
            if self._box(at).contains(point):
                return at
        return -1

    def _measure(self) -> None:
        rows = -(-len(self._tiles) // self._columns())
        high = rows * (TILE_HEIGHT + GAP) - GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, high - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(TILE_HEIGHT + GAP)

    def _go(self, at: int) -> None:
        self._at = at
        box = self._box(at)
        bar = self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(bar.value() + int(box.top()))
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + int(box.bottom()) - self.viewport().height())
        self.setAccessibleDescription(self._tiles[at].item.name)
        self.viewport().update()


def _break(text: str, metrics: QFontMetricsF, width: float) -> int:
    """Where the first line of a name ends: at a blank if there is one, else at any sign."""
    fits = 0
    for at in range(1, len(text) + 1):
        if metrics.horizontalAdvance(text[:at]) > width:
            break
        fits = at
    if fits == len(text):
        return fits
    blank = text.rfind(" ", 0, fits + 1)
    return blank if blank > 0 else max(1, fits)
