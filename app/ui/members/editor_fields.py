"""Fields of the editor that are more than a line of text: birthdays, chips, long texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.services.rules.birthdays import NotABirthday
from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.members.presenting.editing import TypedBirthday, next_birthday, typed_birthday
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import Segmented
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, Tone, set_tip


class BirthdayEdit(QWidget):
    """Solar or lunar, with or without a year; says when it falls next."""

    def __init__(self, *, with_hint: bool = True) -> None:
        super().__init__()
        self._today = date.min
        self.calendar = Segmented(["", ""], name="")
        self.line = QLineEdit()
        self.leap = CheckBox("")
        self._hint = Label("", size=fonts.CAPTION, tone=Tone.MUTED, parent=self)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.line, 1)
        row.addWidget(self.leap)
        row.addWidget(self.calendar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._with_hint = with_hint
        self._hint.setVisible(with_hint)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _text: self._say_hint())
        self.calendar.changed.connect(lambda _at: self._say_hint())
        self.leap.toggled.connect(lambda _on: self._say_hint())

    def use(self, today: date) -> None:
        """Tell the next birthday from `today` on."""
        self._today = today

    def typed(self) -> TypedBirthday:
        """What stands in the field."""
        lunar = self.calendar.current() == 1
        return TypedBirthday(self.line.text(), lunar, lunar and self.leap.isChecked())

    def draft(self) -> str:
        """The text for a draft."""
        return self.typed().draft()

    def show_draft(self, text: str) -> None:
        """Show a draft's birthday."""
        typed = typed_birthday(text)
        self.calendar.choose(1 if typed.lunar else 0)
        self.leap.setChecked(typed.leap)
        self.line.setText(typed.text)
        self._say_hint()

    def mark(self, invalid: bool) -> None:
        """Show that the text cannot be taken; what is said of that takes the hint's place."""
        self._hint.setVisible(self._with_hint and not invalid)
        self.line.setProperty("invalid", invalid)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def retranslate(self) -> None:
        """Say everything again."""
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.set_choices([self.tr("Solar"), self.tr("Lunar")])
        self.line.setAccessibleName(self.tr("Birthday"))
        self.line.setPlaceholderText(self.tr("1990-03-08 or 03-08"))
        self.leap.set_label(self.tr("Leap month"))
        self._say_hint()

    def hint(self) -> str:
        """What is said below the field."""
        return self._hint.text()

    def _say_hint(self) -> None:
        self.leap.setVisible(self.calendar.current() == 1)
        if not self.line.text().strip():
            self._hint.setText(self.tr("Year, month and day, or month and day alone"))
            return
        try:
            day, age = next_birthday(self.typed(), self._today)
        except NotABirthday:
            self._hint.setText(self.tr("Type it as 1990-03-08 or 03-08"))
            return
        words = "" if day is None else self.tr("Next on {date}").replace("{date}", f"{day}")
        if age:
            words += self.tr(", turning {age}").replace("{age}", str(age))
        self._hint.setText(words)


class LongText(QPlainTextEdit):
    """Lines of text. A text that nobody touched comes back exactly as it was given."""

    def __init__(self, *, lines: int = 3) -> None:
        super().__init__()
        self._given = self._shown = ""
        self.setFont(fonts.font())
        self.setTabChangesFocus(True)
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + 24)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        self._given = text
        self.setPlainText(text)
        self._shown = self.toPlainText()

    def text(self) -> str:
        """What stands in the field; Qt's own text would have lost non-breaking blanks."""
        now = self.toPlainText()
        return self._given if now == self._shown else now


class _TypedChip(QAbstractButton):
    """A word that was typed; a click takes it away."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.word = text
        self.setFont(fonts.font(fonts.CAPTION))
        # Backspace in the field does the same, so Tab need not stop at every word.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tip(self, text)

    def sizeHint(self) -> QSize:
        """Room for the word, up to 240 pixels, and its cross."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.word)
        return QSize(min(240, words + 38), 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pill, word and cross."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, 13, fill=t.divider if self.underMouse() else t.primary_soft)
        painter.setPen(QColor(t.text))
        painter.setFont(self.font())
        room = box.adjusted(10, 0, -26, 0)
        shown = QFontMetrics(self.font()).elidedText(
            self.word, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        draw_icon(painter, "x", t.text2, QRectF(self.width() - 22, 6, 14, 14))
        painter.end()


class ChipsEdit(QWidget):
    """Words, each typed and ended by Enter or a comma; Backspace takes the last one away."""

    ENDS = ",，、;；"

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self._placeholder = ""
        self.line = QLineEdit()
        self.line.setProperty("bare", True)
        self.line.setMinimumWidth(130)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._edited)
        self._flow = FlowLayout(self, spacing=6)
        self._flow.setContentsMargins(8, 7, 8, 7)
        self._chips: list[_TypedChip] = []
        self._flow.addWidget(self.line)
        self.line.setFixedHeight(26)
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def words(self) -> tuple[str, ...]:
        """The words, one still being typed included."""
        rest = self.line.text().strip()
        return (*self._words, rest) if rest else tuple(self._words)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words."""
        self._words = list(words)
        self.line.clear()
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """The field inside is what takes the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def set_placeholder(self, text: str) -> None:
        """What may be typed, said while there is no word yet."""
        self._placeholder = text
        self.line.setPlaceholderText("" if self._words else text)
        words = QFontMetrics(self.line.font()).horizontalAdvance(text) + 16
        self.line.setMinimumWidth(130 if self._words else max(130, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ends a word; Backspace in the empty field takes one away."""
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._take():
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._words:
                self._words.pop()
                self._show()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            if event.type() == QEvent.Type.FocusOut:
                self._take()
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the box is a click in its field."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box of a field."""
        t = tokens()
        focused = self.line.hasFocus()
        painter = QPainter(self)
        rounded(
            painter,
            QRectF(self.rect()),
            Radius.CONTROL,
            fill=t.surface,
            border=t.danger if self.property("invalid") else t.focus if focused else t.border,
            width=2 if focused else 1,
        )
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """A line high at least."""
        return super().minimumSizeHint().expandedTo(QSize(0, Height.DEFAULT))

    def _edited(self, text: str) -> None:
        if text[-1:] in self.ENDS and text.strip():
            self.line.setText(text[:-1])
            self._take()

    def _take(self) -> bool:
        """Make a word of what was typed; False where there was nothing."""
        word = self.line.text().strip()
        if not word:
            return False
        self.line.clear()
        if word not in self._words:
            self._words.append(word)
        self._show()
        return True

    def _remove(self, word: str) -> None:
        self._words.remove(word)
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.line)
        self._chips = [_TypedChip(word) for word in self._words]
        for chip in self._chips:
            chip.clicked.connect(lambda _on=False, word=chip.word: self._remove(word))
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.line)
        self.set_placeholder(self._placeholder)
        self.updateGeometry()
        self.changed.emit()
