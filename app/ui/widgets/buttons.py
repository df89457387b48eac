"""Buttons with an icon and the key that does the same."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Height, Radius, Tokens, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, focus_ring, hint_width, rounded
from app.ui.widgets.labels import set_tip

_GAP: Final = 8


class Kind(Enum):
    """How loudly a button speaks."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Button(QAbstractButton):
    """A painted push button. Enter presses it while it has the focus.

    A click never takes the focus away from the field that has it, so the
    scanner and the omnibox stay where they are.
    """

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = Kind.SECONDARY,
        icon: str | None = None,
        hint: str = "",
        height: int = Height.DEFAULT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._kind = kind
        self._icon = icon
        self._hint = hint
        self._align_left = False
        self._height = height
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(fonts.font(_text_size(height), strong=kind is Kind.PRIMARY))
        self.setAccessibleName(text)

    def label(self) -> str:
        """What it says. (Qt's own text would read "&" as a shortcut.)"""
        return self._text

    def set_label(self, text: str) -> None:
        """Say something else; the same again draws and measures nothing."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Show another key."""
        if hint == self._hint:
            return
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_height(self, height: int) -> None:
        """Be as high as another of the tokens; the text stays as large as it is."""
        self._height = height
        self.updateGeometry()

    def set_icon_name(self, icon: str | None) -> None:
        """Show another icon."""
        if icon == self._icon:
            return
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, text and key."""
        width = self._content_width() + 2 * (16 if self._height > Height.BACK_OFFICE else 12)
        return QSize(round(width), self._height)

    def minimumSizeHint(self) -> QSize:
        """Room for the content with the least padding."""
        return QSize(min(round(self._content_width()) + 16, 120), self._height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover colours."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the resting colours."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw body, icon, text and key."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        fill, border, ink = self._colours(t)
        rounded(painter, box, Radius.CONTROL, fill=fill, border=border)
        self._draw_content(painter, box, ink, t)
        painter.end()

    def _colours(self, t: Tokens) -> tuple[str | None, str | None, str]:
        if not self.isEnabled():
            quiet = self._kind is Kind.QUIET
            return (None if quiet else t.bg, None if quiet else t.divider, t.border)
        down = self.isDown() or self.isChecked()
        hover = self.underMouse()
        if self._kind is Kind.PRIMARY:
            return (
                t.primary_down if down else t.primary_hover if hover else t.primary,
                None,
                t.on_primary,
            )
        if self._kind is Kind.DANGER:
            return (t.danger_soft if down or hover else t.surface, t.danger, t.danger)
        if self._kind is Kind.QUIET:
            return (t.divider if down else t.hover if hover else None, None, t.text)
        fill = t.primary_soft if self.isChecked() else t.divider if down else None
        return (
            fill or (t.hover if hover else t.surface),
            t.primary if self.isChecked() else t.border,
            t.primary if self.isChecked() else t.text,
        )

    def _draw_content(self, painter: QPainter, box: QRectF, ink: str, t: Tokens) -> None:
        metrics = QFontMetrics(self.font())
        icon_room = self._icon_size() + _GAP if self._icon else 0
        hint_room = hint_width(self._hint, strong=True) + _GAP if self._hint else 0.0
        text_room = min(
            float(metrics.horizontalAdvance(self._text)),
            max(0.0, box.width() - icon_room - hint_room - 12),
        )
        content = icon_room + text_room + hint_room
        left = box.left() + (box.width() - content) / 2
        middle = box.center().y()
        if self._icon:
            size = self._icon_size()
            draw_icon(
                painter, self._icon, ink, QRectF(round(left), round(middle - size / 2), size, size)
            )
            left += icon_room
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, int(text_room) + 1)
        painter.drawText(
            QRectF(left, box.top(), text_room + 2, box.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            shown,
        )
        if self._hint:
            hint = QRectF(
                round(left + text_room + _GAP),
                round(middle - HINT_HEIGHT / 2),
                round(hint_room - _GAP),
                HINT_HEIGHT,
            )
            draw_hint(
                painter,
                hint,
                self._hint,
                t,
                on_primary=self._kind is Kind.PRIMARY and self.isEnabled(),
            )

    def _content_width(self) -> float:
        width = float(QFontMetrics(self.font()).horizontalAdvance(self._text)) + 2
        if self._icon:
            width += self._icon_size() + (_GAP if self._text else 0)
        if self._hint:
            width += hint_width(self._hint, strong=True) + _GAP
        return width

    def _icon_size(self) -> int:
        return 20 if self._height >= Height.DEFAULT else 16


class PrimaryButton(Button):
    """The one thing to do next."""

    def __init__(
        self,
        text: str,
        *,
        icon: str | None = None,
        hint: str = "",
        height: int = Height.DEFAULT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, kind=Kind.PRIMARY, icon=icon, hint=hint, height=height, parent=parent
        )


class SecondaryButton(Button):
    """Something else that can be done."""

    def __init__(
        self,
        text: str,
        *,
        icon: str | None = None,
        hint: str = "",
        height: int = Height.DEFAULT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, kind=Kind.SECONDARY, icon=icon, hint=hint, height=height, parent=parent
        )


class IconButton(Button):
    """A square button that shows only an icon; `name` is read out and shown as a tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        height: int = Height.BACK_OFFICE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind=Kind.QUIET, icon=icon, height=height, parent=parent)
        self.set_name(name)
        self.setFixedSize(height, height)

    def set_name(self, name: str) -> None:
        """What it does, in the language shown."""
        self.setAccessibleName(name)
        set_tip(self, name)

    def _draw_content(self, painter: QPainter, box: QRectF, ink: str, t: Tokens) -> None:
        size = self._icon_size()
        corner = QRectF(self.rect()).center()
        if self._icon:
            draw_icon(
                painter,
                self._icon,
                ink,
                QRectF(round(corner.x() - size / 2), round(corner.y() - size / 2), size, size),
            )


def _text_size(height: int) -> int:
    if height >= Height.PAY:
        return fonts.SECTION
    return fonts.CASHIER if height >= Height.CASHIER else fonts.BODY
