"""Parts of the pay sheet: the button of a tender, and what was put down already."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.services.rules.tenders import TenderKind
from app.ui import fonts
from app.ui.cashier.words import TENDER_ICONS
from app.ui.icons import draw_icon
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, hint_width, rounded
from app.ui.widgets.buttons import Button

_GIVEN = 36
"""A tender that was put down, with the gap below it: the smallest window has room for one."""


class TenderButton(Button):
    """One way to pay, with its number."""

    def __init__(self, kind: TenderKind, number: int) -> None:
        super().__init__("", height=Height.CASHIER)
        self.kind = kind
        self._number = f"F{number}"
        self._chosen = False
        self._keyed = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def choose(self, chosen: bool) -> None:
        """Mark it as the one that is chosen."""
        self._chosen = chosen
        self.setAccessibleDescription("✓" if chosen else "")
        self.update()

    def show_key(self, shown: bool) -> None:
        """Whether its key chooses it now."""
        self._keyed = shown
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        t = tokens()
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        box = QRectF(self.rect())
        if self._chosen:
            rounded(painter, box, Radius.CONTROL, fill=t.primary_soft, border=t.primary, width=2)
        else:
            over = t.hover if self.underMouse() and self.isEnabled() else t.surface
            rounded(painter, box, Radius.CONTROL, fill=over, border=t.border)
        ink = t.primary if self._chosen else t.text
        top = (box.height() - 20) / 2
        draw_icon(painter, TENDER_ICONS[self.kind], ink, QRectF(16, top, 20, 20))
        painter.setFont(fonts.font(fonts.CASHIER, strong=self._chosen))
        painter.setPen(QColor(ink))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        room = box.adjusted(46, 0, -52, 0)
        shown = painter.fontMetrics().elidedText(
            self.label(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, flags, shown)
        if not self._keyed:
            painter.end()
            return
        width = hint_width(self._number)
        top = (box.height() - HINT_HEIGHT) / 2
        hint = QRectF(box.right() - width - 14, top, width, HINT_HEIGHT)
        draw_hint(painter, hint, self._number, t)
        painter.end()


class Given(QWidget):
    """Tenders already put down, each with its amount."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, str]] = []

    def show_tenders(self, rows: list[tuple[str, str]]) -> None:
        """Show (name, amount) of each."""
        self._rows = rows
        self.setFixedHeight(_GIVEN * len(rows))
        self.setVisible(bool(rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        t = tokens()
        painter = QPainter(self)
        for at, (name, amount) in enumerate(self._rows):
            box = QRectF(0, at * _GIVEN, self.width(), _GIVEN - 4)
            rounded(painter, box, Radius.CARD, fill=t.success_soft)
            inner = box.adjusted(Space.M, 0, -Space.M, 0)
            strong = fonts.font(fonts.BODY, strong=True)
            painter.setPen(QColor(t.success))
            painter.setFont(strong)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(inner, right, amount)
            body = fonts.font(fonts.BODY)
            painter.setFont(body)
            room = inner.width() - QFontMetricsF(strong).horizontalAdvance(amount) - 12
            shown = QFontMetricsF(body).elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
