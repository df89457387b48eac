"""Text: labels, elided labels, chips, key hints and avatars. Markup is never interpreted."""

from __future__ import annotations

import html
import unicodedata
from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Tokens, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, hint_width, rounded


class Tone(Enum):
    """What a colour says; the words beside it say it too."""

    NORMAL = "normal"
    MUTED = "muted"
    PRIMARY = "primary"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"


def tone_colour(tone: Tone, t: Tokens) -> str:
    """The text colour of `tone`."""
    return {
        Tone.NORMAL: t.text,
        Tone.MUTED: t.text2,
        Tone.PRIMARY: t.primary,
        Tone.SUCCESS: t.success,
        Tone.WARNING: t.warning,
        Tone.DANGER: t.danger,
        Tone.INFO: t.info,
    }[tone]


def soft_colour(tone: Tone, t: Tokens) -> str:
    """The background that text of `tone` stands on."""
    return {
        Tone.NORMAL: t.surface,
        Tone.MUTED: t.surface,
        Tone.PRIMARY: t.primary_soft,
        Tone.SUCCESS: t.success_soft,
        Tone.WARNING: t.warning_soft,
        Tone.DANGER: t.danger_soft,
        Tone.INFO: t.info_soft,
    }[tone]


def set_tip(widget: QWidget, text: str) -> None:
    """A tool tip shown as it is written: Qt would read a tag in it as markup."""
    widget.setToolTip(f"<qt>{html.escape(text)}</qt>" if "<" in text or "&" in text else text)


class Label(QLabel):
    """A line of text in one of the type sizes and tones."""

    def __init__(
        self,
        text: str = "",
        *,
        size: int = fonts.BODY,
        strong: bool = False,
        tone: Tone = Tone.NORMAL,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(size, strong=strong))
        self.setWordWrap(wrap)
        self._size = size
        self._strong = strong
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`, in a weight that has all of its characters."""
        if self._strong:
            self.setFont(fonts.font(self._size, strong=fonts.shows_strong(text)))
        super().setText(text)

    def set_size(self, size: int) -> None:
        """Change the type size."""
        self._size = size
        self.setFont(fonts.font(size, strong=self._strong and fonts.shows_strong(self.text())))

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        if tone is self._tone:
            return
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """A label that shortens its text with an ellipsis instead of pushing its neighbours.

    The whole text is the tool tip and the accessible name.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: int = fonts.BODY,
        strong: bool = False,
        tone: Tone = Tone.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        self._shown = ""
        super().__init__("", size=size, strong=strong, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text` on one line; the same again measures nothing."""
        whole = " ".join(text.splitlines())
        if whole == self._whole:
            return
        self._whole = whole
        self._shown = whole
        self.setAccessibleName(whole)
        set_tip(self, "")  # it was the whole of what stood here before
        super().setText(whole)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit it in another font as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters."""
        return QSize(min(48, super().sizeHint().width()), super().sizeHint().height())

    def ink(self) -> str:
        """The colour of the text."""
        return tone_colour(self._tone, tokens())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(QColor(self.ink()))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._shown)
        painter.end()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self._shown:
            self._shown = shown
            set_tip(self, self._whole if shown != self._whole else "")
            self.update()


class Chip(QWidget):
    """A small rounded remark: a tier, a birthday, a preference."""

    HEIGHT: Final = 24

    def __init__(
        self,
        text: str,
        *,
        tone: Tone = Tone.MUTED,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self._icon = icon
        self.setFont(fonts.font(fonts.CAPTION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Change the colours."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icon and the whole text, up to 240 pixels."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._text) + 18
        return QSize(min(240, width + (20 if self._icon else 0)), self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        plain = self._tone in {Tone.NORMAL, Tone.MUTED}
        rounded(
            painter,
            box,
            self.HEIGHT / 2,
            fill=soft_colour(self._tone, t),
            border=t.divider if plain else None,
        )
        ink = t.text if plain else tone_colour(self._tone, t)
        left = 9.0
        if self._icon:
            draw_icon(painter, self._icon, ink, QRectF(8, (self.height() - 15) // 2, 15, 15))
            left = 27.0
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        room = box.adjusted(left, 0, -8, 0)
        shown = QFontMetrics(self.font()).elidedText(
            self._text, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()


class KeyHint(QWidget):
    """The name of a key in a little box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The key shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another key; an unbound one shows nothing."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the key."""
        if not self._text:
            return QSize(0, HINT_HEIGHT)
        return QSize(round(hint_width(self._text)), HINT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        if not self._text:
            return
        painter = QPainter(self)
        draw_hint(painter, QRectF(self.rect()), self._text, tokens())
        painter.end()


class Avatar(QWidget):
    """A circle with the first letter of a name."""

    def __init__(self, name: str = "", *, size: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self.setFixedSize(size, size)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show the first letter of `name`, or nothing."""
        self._letter = first_letter(name)
        strong = fonts.shows_strong(self._letter)
        self.setFont(fonts.font(round(self.width() * 0.46), strong=strong))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), self.width() / 2, fill=t.primary_soft)
        painter.setFont(self.font())
        painter.setPen(QColor(t.primary))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


def first_letter(name: str) -> str:
    """The first letter or digit of `name`, upper case; "" where there is none."""
    for letter in name:
        if unicodedata.category(letter)[0] in "LN":
            return letter.upper()[:1]
    return ""
