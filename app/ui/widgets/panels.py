"""Surfaces: cards, banners and what an empty screen says."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.labels import KeyHint, Label, Tone, soft_colour, tone_colour


class Icon(QWidget):
    """An icon in one tone."""

    def __init__(
        self, name: str, *, size: int = 20, tone: Tone = Tone.NORMAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone or self._tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_icon(painter, self._name, tone_colour(self._tone, tokens()), QRectF(self.rect()))
        painter.end()


class Card(QWidget):
    """A surface with a thin border; its layout has the usual padding."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self.body.setSpacing(Space.XS)
        self._title = Label(title, size=fonts.BODY, strong=True)
        self.body.addWidget(self._title)
        # Only a widget that stands in another may be shown: alone it would be a window.
        self._title.setVisible(bool(title))

    def set_title(self, title: str) -> None:
        """Show `title` on top, or nothing."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), Radius.CARD, fill=t.surface, border=t.divider)
        painter.end()


_BANNER_ICONS = {
    Tone.INFO: "info",
    Tone.SUCCESS: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.DANGER: "circle-alert",
}


class Banner(QWidget):
    """A sentence that stays until it is dealt with: information, a warning or a danger."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        *,
        tone: Tone = Tone.INFO,
        action: str = "",
        closable: bool = True,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        self._of_its_own = icon
        self._icon = Icon(icon or _BANNER_ICONS[tone], tone=tone)
        self._label = Label(text, tone=tone, wrap=True)
        self._action = Button(action, height=Height.BACK_OFFICE)
        self._close = IconButton("x", self.tr("Close"))
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self._dismiss)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def say(self, text: str, tone: Tone | None = None, action: str = "") -> None:
        """Show another sentence."""
        self._tone = tone or self._tone
        self._icon.set_icon(self._of_its_own or _BANNER_ICONS[self._tone], self._tone)
        self._label.setText(text)
        self._label.set_tone(self._tone)
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), Radius.CONTROL, fill=soft_colour(self._tone, t))
        painter.end()

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """What a screen without content says: one sentence, and the key to press next."""

    acted = Signal()

    def __init__(
        self,
        icon: str,
        text: str,
        *,
        key: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.addStretch(2)
        column.addWidget(Icon(icon, size=40, tone=Tone.MUTED), 0, Qt.AlignmentFlag.AlignHCenter)
        self._label = Label(text, size=fonts.CASHIER, tone=Tone.MUTED, wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._label.setMinimumWidth(280)
        # Without an alignment of its own, so that a text of two lines gets the height of two.
        column.addWidget(self._label)
        self._key = KeyHint(key)
        column.addWidget(self._key, 0, Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(action, kind=Kind.SECONDARY)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.clicked.connect(self.acted)
        self.say(text, key=key, action=action)

    def say(self, text: str, *, key: str = "", action: str = "") -> None:
        """Say something else, or the same in another language; a button shows its own key."""
        self._label.setText(text)
        self._key.set_text(key)
        self._key.setVisible(bool(key) and not action)
        self._button.set_label(action)
        self._button.set_hint(key)
        self._button.setVisible(bool(action))

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(320, 240)


class Divider(QWidget):
    """A thin line between things."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().divider)
        painter.end()


class Surface(QWidget):
    """A plain area in the surface colour, without border or padding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().surface)
        painter.end()
