"""Draws the display at any size: all lengths grow with the screen, and nothing is cut off."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from app.services.rules.money import money
from app.ui import fonts
from app.ui.display_board import Board
from app.ui.display_state import DisplayLine, DisplayState, Phase
from app.ui.display_words import DisplayWords, words_for
from app.ui.tokens import LIGHT, Tokens
from app.ui.widgets.brush import rounded

_BASE_WIDTH, _BASE_HEIGHT = 1024, 600
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Look:
    """What the display shows beside the sale."""

    shop: str = ""
    subtitle: str = ""
    language: str = "zh_CN"
    tokens: Tokens = LIGHT
    slide: QImage = field(default_factory=QImage)
    pay_code: QImage = field(default_factory=QImage)
    logo: QImage = field(default_factory=QImage)
    board: Board | None = None
    """Who leads a challenge, in the place of pictures while nobody is served."""


def paint_face(painter: QPainter, box: QRectF, state: DisplayState, look: Look) -> None:
    """Draw the whole display into `box`."""
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, QColor(look.tokens.bg))
    painter.translate(box.topLeft())
    _Face(painter, box.width(), box.height(), state, look).paint()
    painter.restore()


class _Face:
    """One painting of the display."""

    def __init__(
        self, painter: QPainter, width: float, height: float, state: DisplayState, look: Look
    ) -> None:
        self._painter = painter
        self._width, self._height = width, height
        self._unit = min(width / _BASE_WIDTH, height / _BASE_HEIGHT)
        self._state = state
        self._look = look
        self._words: DisplayWords = words_for(look.language)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def paint(self) -> None:
        """Draw what the phase is about."""
        match self._state.phase:
            case Phase.IDLE:
                self._idle()
            case Phase.THANKS:
                self._thanks()
            case _:
                self._cart()

    # --- texts ------------------------------------------------------------------------

    def _px(self, pixels: float) -> float:
        return pixels * self._unit

    def _money(self, minor: int) -> str:
        return money(minor, self._state.currency)

    def _plain(self, minor: int) -> str:
        return money(minor, self._state.currency, sign=False)

    def _text(
        self,
        box: QRectF,
        text: str,
        size: float,
        colour: str,
        align: Qt.AlignmentFlag = _LEFT,
        *,
        strong: bool = False,
        least: float = 0.6,
    ) -> None:
        """One line in `box`: smaller where it is too long, down to `least`, then shortened."""
        font = self._font(size, text, strong=strong)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > box.width() > 0:
            font = self._font(size * max(least, box.width() / wide * 0.98), text, strong=strong)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)

    def _font(self, size: float, text: str, *, strong: bool) -> QFont:
        return fonts.font(max(8, round(self._px(size))), strong=strong and fonts.shows_strong(text))

    def _wide(self, text: str, size: float, *, strong: bool = False) -> float:
        return QFontMetricsF(self._font(size, text, strong=strong)).horizontalAdvance(text)

    def _image(self, box: QRectF, image: QImage) -> None:
        """As large as `box` allows, centred, its shape kept."""
        ratio = min(box.width() / image.width(), box.height() / image.height())
        size = QPointF(image.width() * ratio, image.height() * ratio)
        middle = box.center()
        place = QRectF(middle.x() - size.x() / 2, middle.y() - size.y() / 2, size.x(), size.y())
        self._painter.drawImage(place, image)

    # --- nobody is served --------------------------------------------------------------

    def _idle(self) -> None:
        look, t = self._look, self._look.tokens
        if look.board is not None:
            self._board(look.board)
            return
        whole = QRectF(0, 0, self._width, self._height)
        if not look.slide.isNull():
            self._painter.fillRect(whole, QColor("#000000"))
            self._image(whole, look.slide)
            return
        top = self._height / 2 - self._px(90)
        if not look.logo.isNull():
            high = self._px(150)
            top = self._height / 2 - self._px(20)
            self._image(QRectF(0, top - high - self._px(30), self._width, high), look.logo)
        side = self._px(60)
        line = QRectF(side, top, self._width - 2 * side, self._px(84))
        self._text(line, look.shop, 56, t.text, _MIDDLE, strong=True)
        line.translate(0, self._px(76))
        if look.subtitle:
            self._text(line, look.subtitle, 24, t.text2, _MIDDLE)
            line.translate(0, self._px(56))
        self._text(line, self._words.welcome, 28, t.primary, _MIDDLE)

    def _board(self, board: Board) -> None:
        """Who leads: the title and the prize above, as many places as fit below."""
        t = self._look.tokens
        side = self._px(70)
        line = QRectF(side, self._px(30), self._width - 2 * side, self._px(60))
        self._text(line, board.title, 42, t.text, strong=True)
        line.translate(0, self._px(56))
        about = " · ".join(filter(None, (board.prize, board.period)))
        self._text(line, about, 22, t.text2)
        top, high = line.bottom() + self._px(10), self._px(52)
        room = max(1, int((self._height - top - self._px(16)) // high))
        for at, (place, name, value) in enumerate(board.rows[:room]):
            box = QRectF(side, top + at * high, self._width - 2 * side, high)
            if place == "1":
                ground = box.adjusted(-self._px(14), self._px(2), self._px(14), -self._px(2))
                rounded(self._painter, ground, self._px(10), fill=t.primary_soft)
            ink = t.primary if place == "1" else t.text
            number = QRectF(box.left(), box.top(), self._px(60), high)
            self._text(number, place, 28, ink, strong=True)
            wide = self._wide(value, 28, strong=True) + self._px(4)
            self._text(box, value, 28, ink, _RIGHT, strong=True)
            named = QRectF(number.right(), box.top(), box.width() - number.width() - wide, high)
            self._text(named, name, 28, t.text)

    # --- after the sale ------------------------------------------------------------------

    def _thanks(self) -> None:
        t, state, words = self._look.tokens, self._state, self._words
        rows: list[tuple[str, float, str, bool, float]] = [
            (words.thanks, 60, t.text, True, 110),
        ]
        if state.change_minor:
            rows.append((words.change, 26, t.text2, False, 44))
            rows.append((self._money(state.change_minor), 80, t.success, True, 118))
        else:
            rows.append((words.total, 26, t.text2, False, 44))
            rows.append((self._money(state.total_minor), 80, t.success, True, 118))
        if state.member is not None:
            balance = f"{words.points}  {_points(state)}"
            rows.append((balance, 28, t.text, False, 60))
        top = (self._height - self._px(sum(row[4] for row in rows))) / 2
        for text, size, colour, strong, high in rows:
            box = QRectF(self._px(40), top, self._width - self._px(80), self._px(high))
            self._text(box, text, size, colour, _MIDDLE, strong=strong)
            top += self._px(high)

    # --- a cart ----------------------------------------------------------------------------

    def _cart(self) -> None:
        aside = max(self._px(380), self._width * 0.36)
        left = QRectF(0, 0, self._width - aside, self._height)
        right = QRectF(left.right(), 0, aside, self._height)
        self._lines(left)
        self._painter.fillRect(right, QColor(self._look.tokens.surface))
        edge = QRectF(right.left(), 0, max(1.0, self._px(1)), self._height)
        self._painter.fillRect(edge, QColor(self._look.tokens.divider))
        self._side(right.adjusted(self._px(28), self._px(24), -self._px(28), -self._px(24)))

    def _lines(self, box: QRectF) -> None:
        t, state = self._look.tokens, self._state
        side = self._px(32)
        head = QRectF(side, self._px(20), box.width() - 2 * side, self._px(44))
        self._text(head, self._look.shop, 22, t.text2)
        rows = state.lines
        high = self._px(66)
        top = head.bottom() + self._px(8)
        room = max(1, int((box.height() - top - self._px(16)) // high))
        if len(rows) > room:
            hidden = len(rows) - (room - 1)
            words = self._words.more_above.format(count=hidden)
            line = QRectF(side, top, box.width() - 2 * side, high * 0.6)
            self._text(line, words, 17, t.text2)
            rows, top = rows[hidden:], top + high * 0.7
        for at, row in enumerate(rows):
            place = QRectF(side, top + at * high, box.width() - 2 * side, high)
            self._line(place, row, newest=at == len(rows) - 1)

    def _line(self, box: QRectF, row: DisplayLine, *, newest: bool) -> None:
        t = self._look.tokens
        if newest:
            ground = box.adjusted(-self._px(14), self._px(2), self._px(14), -self._px(2))
            rounded(self._painter, ground, self._px(10), fill=t.primary_soft)
        amount = self._plain(row.total_minor)
        wide = self._wide(amount, 26, strong=True) + self._px(4)
        half = box.height() / 2
        upper = QRectF(box.left(), box.top() + self._px(5), box.width(), half)
        lower = QRectF(box.left(), box.top() + half - self._px(1), box.width(), half - self._px(6))
        self._text(upper, amount, 26, t.text, _RIGHT, strong=True)
        name = QRectF(upper)
        name.setRight(name.right() - wide - self._px(16))
        self._text(name, row.name, 24, t.text, strong=newest, least=0.8)
        self._text(lower, row.counted, 17, t.text2)
        if row.saved_minor:
            self._text(lower, self._plain(-row.saved_minor), 17, t.success, _RIGHT)

    def _side(self, box: QRectF) -> None:
        """Who buys, what they save, what it comes to, and the code to pay with."""
        state, t = self._state, self._look.tokens
        top = box.top()
        if state.member is not None:
            hello = self._words.hello.format(name=state.member.name)
            self._text(QRectF(box.left(), top, box.width(), self._px(40)), hello, 26, t.text)
            line = QRectF(box.left(), top + self._px(40), box.width(), self._px(32))
            self._text(line, f"{self._words.points}  {_points(state)}", 20, t.text2)
            top += self._px(84)
        bottom = self._sums(box)
        if state.phase is Phase.PAYING and not self._look.pay_code.isNull():
            self._pay_code(QRectF(box.left(), top, box.width(), bottom - top - self._px(12)))

    def _sums(self, box: QRectF) -> float:
        """The sums at the foot; where they begin."""
        state, t, words = self._state, self._look.tokens, self._words
        total_high, label_high = self._px(84), self._px(34)
        bottom = box.bottom()
        line = QRectF(box.left(), bottom - total_high, box.width(), total_high)
        paying = state.phase is Phase.PAYING
        shown = state.due_minor if paying else state.total_minor
        self._text(line, self._money(shown), 64, t.text, _RIGHT, strong=True)
        label = QRectF(box.left(), line.top() - label_high, box.width(), label_high)
        self._text(label, words.to_pay if paying else words.total, 22, t.text2, _RIGHT)
        if not state.saved_minor:
            return label.top()
        ground = QRectF(box.left(), label.top() - self._px(58), box.width(), self._px(48))
        rounded(self._painter, ground, self._px(10), fill=t.success_soft)
        inner = ground.adjusted(self._px(14), 0, -self._px(14), 0)
        saved = self._money(state.saved_minor)
        self._text(inner, saved, 24, t.success, _RIGHT, strong=True)
        inner.setRight(inner.right() - self._wide(saved, 24, strong=True) - self._px(10))
        self._text(inner, words.saved, 20, t.success)
        return ground.top()

    def _pay_code(self, box: QRectF) -> None:
        """On white with a margin, so that it is read in the dark colours too."""
        t = self._look.tokens
        words_high = self._px(34)
        side = min(box.width(), box.height() - words_high)
        if side < self._px(60):
            return
        left = box.center().x() - side / 2
        ground = QRectF(left, box.top(), side, side)
        rounded(self._painter, ground, self._px(10), fill="#FFFFFF", border=t.divider)
        margin = self._px(12)
        self._image(ground.adjusted(margin, margin, -margin, -margin), self._look.pay_code)
        line = QRectF(box.left(), ground.bottom(), box.width(), words_high)
        self._text(line, self._words.scan_to_pay, 20, t.text2, _MIDDLE)


def _points(state: DisplayState) -> str:
    member = state.member
    if member is None:
        return ""
    before, after = f"{member.points_before:,}", f"{member.points_after:,}"
    return before if before == after else f"{before} → {after}"
