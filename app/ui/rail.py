"""The rail of sections at the left, and the status line below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.front import RAIL_WIDTH, STATUS_HEIGHT
from app.ui.icons import draw_icon
from app.ui.sections import Section
from app.ui.staff_words import role_name
from app.ui.theme import Radius, Space, tokens
from app.ui.tokens import LIGHT, Tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.labels import Label, Tone, first_letter, set_tip, tone_colour

_MARK: Final = 40


class _RailButton(QAbstractButton):
    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(60, 60)
        self.say("")

    def say(self, hint: str) -> None:
        """Its name and key in the language shown."""
        self._title = self.section.title()
        self.setAccessibleName(self._title)
        set_tip(self, f"{self._title}  {hint}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        if self.isChecked():
            rounded(painter, box, Radius.CARD, fill=t.primary_soft)
        elif self.underMouse():
            rounded(painter, box, Radius.CARD, fill=t.hover)
        ink = t.primary if self.isChecked() else t.text2
        draw_icon(painter, self.section.icon, ink, QRectF(20, 10, 20, 20))
        painter.setFont(fonts.font(fonts.CAPTION, strong=self.isChecked()))
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(QRectF(0, 32, 60, 20), Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


class _WhoButton(QAbstractButton):
    """Who is at the till: the first letter of their name, and the name below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(60, 60)

    def say(self, name: str, role: str, hint: str) -> None:
        """Whom it names, and the key that changes it."""
        self._name = name
        told = self.tr("{name}, {role}: lock or change")
        self.setAccessibleName(told.replace("{role}", role).replace("{name}", name))
        set_tip(self, f"{name} · {role}  {hint}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        if self.underMouse():
            rounded(painter, box, Radius.CARD, fill=t.hover)
        circle = QRectF(17, 6, 26, 26)
        rounded(painter, circle, 13, fill=t.primary_soft)
        letter = first_letter(self._name)
        painter.setFont(fonts.font(fonts.BODY, strong=fonts.shows_strong(letter)))
        painter.setPen(QColor(t.primary))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, letter)
        painter.setFont(fonts.font(fonts.CAPTION))
        painter.setPen(QColor(t.text2))
        shown = painter.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, self.width() - 4
        )
        painter.drawText(QRectF(0, 36, 60, 18), Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


class _Mark(QWidget):
    """The program's sign at the head of the rail."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(RAIL_WIDTH, _MARK + Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF((RAIL_WIDTH - _MARK) / 2, Space.S, _MARK, _MARK)
        _draw_mark(painter, box, tokens())
        painter.end()


def window_icon() -> QIcon:
    """The same sign for the desktop's task bar."""
    icon = QIcon()
    for side in (32, 64, 128):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        _draw_mark(painter, QRectF(0, 0, side, side), LIGHT)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _draw_mark(painter: QPainter, box: QRectF, t: Tokens) -> None:
    rounded(painter, box, box.width() / 4, fill=t.primary)
    painter.setFont(fonts.font(round(box.width() / 2), strong=True))
    painter.setPen(QColor(t.on_primary))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "常")


class Rail(QWidget):
    """72 pixels of sections."""

    chosen = Signal(str)
    who_asked = Signal()

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.XXS)
        # Eight sections and the person's name must fit into the lowest window.
        column.setSpacing(2)
        column.addWidget(_Mark(self))
        column.addSpacing(Space.S)
        self._buttons: list[_RailButton] = []
        self._who = _WhoButton(self)
        self._who.clicked.connect(self.who_asked)
        self._who.hide()
        stretched = False
        for section in sections:
            if section.at_bottom and not stretched:
                column.addStretch(1)
                column.addWidget(self._who, 0, Qt.AlignmentFlag.AlignHCenter)
                stretched = True
            button = _RailButton(section, self)
            button.clicked.connect(lambda _=False, id_=section.id: self.chosen.emit(id_))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)

    def mark(self, section_id: str) -> None:
        """Show which section is in front."""
        for button in self._buttons:
            button.setChecked(button.section.id == section_id)

    def say(self, hints: Sequence[str]) -> None:
        """Names and keys again, after a change of language or keymap."""
        for button, hint in zip(self._buttons, hints, strict=True):
            button.say(hint)

    def show_who(self, name: str, role: str, hint: str) -> None:
        """Who is at the till, and the key that changes it."""
        self._who.say(name, role_name(role), hint)
        self._who.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface and its right edge."""
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.surface))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(t.divider))
        painter.end()


class _Dot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(8, 8))
        self._tone = Tone.MUTED

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 4, fill=tone_colour(self._tone, tokens()))
        painter.end()


class StatusLine(QWidget):
    """Cash session, printer, age of the last backup, and the key for all keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(STATUS_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 1, Space.M, 0)
        row.setSpacing(Space.XS)
        self._dot = _Dot()
        self._session = Label("", size=fonts.CAPTION)
        self._printer = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._backup = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._keys = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        row.addWidget(self._dot)
        row.addWidget(self._session)
        row.addSpacing(Space.M)
        row.addWidget(self._printer)
        row.addStretch(1)
        row.addWidget(self._backup)
        row.addSpacing(Space.M)
        row.addWidget(self._keys)

    def show_session(self, text: str, tone: Tone = Tone.SUCCESS) -> None:
        """The cash session, or what the program is doing instead."""
        self._session.setText(text)
        self._dot.set_tone(tone)

    def show_printer(self, text: str, tone: Tone = Tone.MUTED) -> None:
        """The receipt printer and its state."""
        self._printer.setText(text)
        self._printer.set_tone(tone)

    def show_backup(self, text: str, tone: Tone = Tone.MUTED) -> None:
        """How old the last backup is."""
        self._backup.setText(text)
        self._backup.set_tone(tone)

    def show_keys(self, text: str) -> None:
        """The key that shows all keys."""
        self._keys.setText(text)

    def texts(self) -> tuple[str, ...]:
        """What it says, from left to right."""
        return tuple(
            label.text() for label in (self._session, self._printer, self._backup, self._keys)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface and its upper edge."""
        t = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(t.divider))
        painter.end()
