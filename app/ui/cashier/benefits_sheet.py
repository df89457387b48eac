"""What the member may have now: one key lays it on the basket, with its cost and its effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.cashier.presenting.laid import Choice
from app.ui.icons import draw_icon
from app.ui.lists import points_words
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, focus_ring, hint_width, rounded
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Surface

ICONS: Final = {"reward": "gift", "coupon": "ticket", "pass": "id-card", "perk": "star"}
ROW_HEIGHT: Final = 60
MOST_ROWS: Final = 7
"""How many rows are in sight; more scroll."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says: its name, a remark below, and what it comes to at the right."""

    name: str
    remark: str
    effect: str


class ChoiceRow(QAbstractButton):
    """One thing to choose; greyed, with the reason, where it cannot be had."""

    def __init__(self, choice: Choice, key: str, said: RowWords) -> None:
        super().__init__()
        self.choice = choice
        self.key = key
        self._said = said
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        can = choice.can_take
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can else Qt.FocusPolicy.NoFocus)
        self.setEnabled(can)
        self.setAccessibleName(f"{said.name}. {said.effect}. {said.remark}".strip())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw key, icon, words and effect."""
        t, painter, box = tokens(), QPainter(self), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL, t)
        chosen, can = self.choice.on_cart > 0, self.isEnabled()
        over = t.hover if self.underMouse() and can else t.surface
        fill = t.primary_soft if chosen else over if can else t.bg
        border = t.primary if chosen else t.border if can else t.divider
        rounded(painter, box, Radius.CONTROL, fill=fill, border=border)
        middle = box.center().y()
        left = box.left() + Space.S
        if self.key and can:
            hint = QRectF(left, middle - HINT_HEIGHT / 2, hint_width(self.key), HINT_HEIGHT)
            draw_hint(painter, hint, self.key, t)
        left += 28
        ink = t.primary if chosen else t.text if can else t.text2
        draw_icon(painter, ICONS[self.choice.kind], ink, QRectF(left, middle - 10, 20, 20))
        left += 20 + Space.S
        strong = fonts.font(fonts.CASHIER, strong=can)
        effect_room = QFontMetricsF(strong).horizontalAdvance(self._said.effect) + Space.S
        room = QRectF(left, box.top(), box.right() - Space.M - left, box.height())
        right = Qt.AlignmentFlag.AlignRight
        _write(painter, room, self._said.effect, strong, t.success if can else t.text2, right)
        words = room.adjusted(0, 0, -effect_room, 0)
        high = QRectF(words.left(), middle - 23, words.width(), 24)
        low = QRectF(words.left(), middle + 1, words.width(), 20)
        _write(painter, high, self._said.name, strong, ink)
        _write(painter, low, self._said.remark, fonts.font(fonts.CAPTION), t.text2)
        painter.end()


class BenefitsSheet(Sheet):
    """Rewards, coupons, passes and counted benefits; 1 to 9, or arrows and Enter, choose."""

    chosen = Signal(object)
    """The Choice to lay on the basket, or to take off it."""

    def __init__(self, window: QWidget, *, currency: Currency) -> None:
        super().__init__(window, width=600)
        self._currency = currency
        self._language = "en"
        self._points = 0
        self.rows: list[ChoiceRow] = []
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = Label("", tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._foot)

    def ask(self, choices: Sequence[Choice], *, who: str, points: int, language: str) -> None:
        """Open with what the member may have; `points` are what rewards on the basket leave."""
        self._language, self._points = language, points
        self.set_title(self.tr("Rewards and coupons"), f"{who} · {points_words(points)}")
        self._foot.setText(
            self.tr("Chosen again, it is taken off. A pass that pays for nothing is used at once.")
        )
        self._scroll.setAccessibleName(self.tr("Rewards and coupons"))
        page = Surface()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.XXS, 0)
        column.setSpacing(Space.XXS)
        self.rows = []
        for at, choice in enumerate(choices, 1):
            key = str(at) if at < 10 and choice.can_take else ""
            row = ChoiceRow(choice, key, self._said(choice))
            row.clicked.connect(lambda _=False, c=choice: self._choose(c))
            column.addWidget(row)
            self.rows.append(row)
        column.addStretch(1)
        shown = min(len(choices), MOST_ROWS)
        self._scroll.setMinimumHeight(min(shown, 4) * (ROW_HEIGHT + Space.XXS))
        self._scroll.setMaximumHeight(shown * (ROW_HEIGHT + Space.XXS) + 4)
        self._scroll.setWidget(page)
        self.set_panel_size(600)
        self.open(self._first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, arrows move, Enter takes the marked one."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        chosen = next((row for row in self.rows if row.key and row.key == event.text()), None)
        if chosen is not None:
            self._choose(chosen.choice)
        elif step is not None:
            self.focusNextPrevChild(step > 0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            marked = next((row for row in self.rows if row.hasFocus()), None)
            if marked is not None:
                self._choose(marked.choice)
        else:
            super().keyPressEvent(event)

    def _choose(self, choice: Choice) -> None:
        if choice.can_take:
            self.close_sheet()
            self.chosen.emit(choice)

    def _first(self) -> QWidget | None:
        return next((row for row in self.rows if row.isEnabled()), None)

    # --- words ------------------------------------------------------------------------

    def _said(self, choice: Choice) -> RowWords:
        name = choice.name.said(self._language)
        if choice.kind == "reward":
            return RowWords(name, self._reward_remark(choice), points_words(choice.cost_points))
        if choice.kind == "coupon":
            saved = money(-choice.saved_minor, self._currency) if choice.saved_minor else ""
            return RowWords(name, self._coupon_remark(choice), saved)
        if choice.kind == "pass" and (choice.lays or choice.on_cart):
            return RowWords(name, self._pass_remark(choice), self._left(choice))
        until = "" if choice.until is None else choice.until.isoformat()
        remark = self.tr("Use one now: {before} → {after} · until {date}")
        for fact, value in (
            ("before", str(choice.left)),
            ("after", str(choice.left - 1)),
            ("date", until),
        ):
            remark = remark.replace("{" + fact + "}", value)
        return RowWords(name, remark, self._left(choice))

    def _left(self, choice: Choice) -> str:
        return self.tr("{count} left").replace("{count}", str(choice.left))

    def _pass_remark(self, choice: Choice) -> str:
        if not choice.lays:
            return self.tr("On the cart: choose it to take it off")
        paid = money(choice.saved_minor, self._currency)
        parts = [self.tr("pays {amount} of this sale").replace("{amount}", paid)]
        if choice.on_cart:
            parts.append(self.tr("{count} on the cart").replace("{count}", str(choice.on_cart)))
        if choice.until is not None:
            parts.append(self.tr("until {date}").replace("{date}", choice.until.isoformat()))
        return " · ".join(parts)

    def _reward_remark(self, choice: Choice) -> str:
        if choice.why_not is not None:
            return reason_text(choice.why_not, self._language, self._currency)
        after = f"{self._points:,} → {self._points - choice.cost_points:,}"
        parts = [self.tr("{points} points").replace("{points}", after)]
        if choice.saved_minor:
            off = money(choice.saved_minor, self._currency)
            parts.insert(0, self.tr("takes {amount} off").replace("{amount}", off))
        if choice.on_cart:
            parts.append(self.tr("{count} on the cart").replace("{count}", str(choice.on_cart)))
        return " · ".join(parts)

    def _coupon_remark(self, choice: Choice) -> str:
        if choice.on_cart:
            return self.tr("On the cart: choose it to take it off")
        until = ""
        if choice.until is not None:
            until = self.tr("until {date}").replace("{date}", choice.until.isoformat())
        missed = choice.why_not
        reason = "" if missed is None else reason_text(missed, self._language, self._currency)
        return " · ".join(part for part in (reason, until) if part)


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(box, flags, shown)
