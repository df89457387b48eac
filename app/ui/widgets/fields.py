"""Form fields: amounts, labelled rows, and a choice among few."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QValidator,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.services.rules.money import plain
from app.ui import fonts
from app.ui.theme import Height, Space, tokens
from app.ui.widgets.amounts import plain_digits, typed_minor
from app.ui.widgets.brush import draw_hint, focus_ring, hint_width, rounded
from app.ui.widgets.labels import Label, Tone


class _AmountValidator(QValidator):
    """Lets pass what may become an amount; rewrites full-width digits as they are typed."""

    def __init__(self, decimals: int, negative: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._decimals = decimals
        self._negative = negative

    def validate(self, text: str, position: int) -> object:
        typed = plain_digits(text)
        return self._state(typed), typed, min(position, len(typed))

    def _state(self, typed: str) -> QValidator.State:
        if typed.startswith("-") and not self._negative:
            return QValidator.State.Invalid
        if typed in {"", "-"} or typed_minor(typed, self._decimals) is not None:
            return QValidator.State.Acceptable
        without_commas = typed.replace(",", "")
        begun = without_commas == "." and self._decimals > 0
        begun = begun or typed_minor(without_commas, self._decimals) is not None
        return QValidator.State.Intermediate if begun else QValidator.State.Invalid


class MoneyEdit(QLineEdit):
    """A right-aligned amount, in and out as integer minor units."""

    changed_minor = Signal(object)
    """The amount in minor units after every change by hand, None where there is none."""

    def __init__(
        self,
        *,
        decimals: int = 2,
        negative: bool = False,
        size: int = fonts.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._decimals = decimals
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(fonts.font(size, strong=size >= fonts.AMOUNT))
        self.setValidator(_AmountValidator(decimals, negative, self))
        if size >= fonts.AMOUNT:
            self.setProperty("large", True)
        self.textEdited.connect(lambda _: self.changed_minor.emit(self.value_minor()))

    def value_minor(self) -> int | None:
        """The amount in minor units; None while the field holds none."""
        return typed_minor(self.text(), self._decimals)

    def set_decimals(self, decimals: int, *, negative: bool = False) -> None:
        """Hold amounts of another currency; the minor units stay what they are."""
        if decimals == self._decimals:
            return
        minor = self.value_minor()
        self._decimals = decimals
        self.setValidator(_AmountValidator(decimals, negative, self))
        self.set_value_minor(minor)

    def set_value_minor(self, minor: int | None) -> None:
        """Show `minor` units, or an empty field."""
        self.setText("" if minor is None else plain(minor, self._decimals))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the amount with all its decimals."""
        super().focusOutEvent(event)
        value = self.value_minor()
        if value is not None:
            self.set_value_minor(value)


class FormRow(QWidget):
    """A label above a field, and below it the sentence that says what is wrong."""

    def __init__(
        self, label: str, field: QWidget, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._help = help_text
        self._label = Label(label, size=fonts.CAPTION, tone=Tone.MUTED)
        self._note = Label(help_text, size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addWidget(self._label)
        column.addWidget(field)
        column.addWidget(self._note)
        self._note.setVisible(bool(help_text))
        column.addStretch(1)
        self._label.setBuddy(field)
        field.setAccessibleName(label)

    def set_label(self, label: str, help_text: str = "") -> None:
        """Say it in another language."""
        self._label.setText(label)
        self.field.setAccessibleName(label)
        self._help = help_text
        if not self.has_error():
            self._say(help_text, Tone.MUTED)

    def label(self) -> str:
        """What the field is called."""
        return self._label.text() or self.field.accessibleName()

    def hide_label(self) -> None:
        """Show none, where the field says its own words."""
        self._label.hide()

    def has_error(self) -> bool:
        """Whether an error is shown."""
        return bool(self.field.property("invalid"))

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away again."""
        self._mark(bool(sentence))
        self._say(sentence or self._help, Tone.DANGER if sentence else Tone.MUTED)
        self.field.setAccessibleDescription(sentence)

    def _say(self, sentence: str, tone: Tone) -> None:
        self._note.setText(sentence)
        self._note.set_tone(tone)
        self._note.setVisible(bool(sentence))

    def _mark(self, invalid: bool) -> None:
        if bool(self.field.property("invalid")) == invalid:
            return
        self.field.setProperty("invalid", invalid)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)


class FormGrid(QWidget):
    """Form rows in equal columns."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._next = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, label: str, field: QWidget, *, span: int = 1, help_text: str = "") -> FormRow:
        """Put `field` in the next free place, `span` columns wide."""
        if self._next % self._columns + span > self._columns:
            self._next += self._columns - self._next % self._columns
        row, column = divmod(self._next, self._columns)
        made = FormRow(label, field, help_text=help_text)
        self._grid.addWidget(made, row, column, 1, span)
        self._next += span
        return made


class _Segment(QWidget):
    """One choice of a `Segmented`."""

    def __init__(self, owner: Segmented, index: int, text: str, hint: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self._index = index
        self.text = text
        self.hint = hint
        self.setFont(fonts.font(fonts.BODY))

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.font(fonts.BODY, strong=True)).horizontalAdvance(self.text) + 30
        return QSize(
            width + (round(hint_width(self.hint)) + 8 if self.hint else 0), Height.BACK_OFFICE
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._owner.choose(self._index)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        chosen = self._owner.current() == self._index
        painter = QPainter(self)
        box = QRectF(self.rect())
        if chosen and self._owner.hasFocus():
            box = focus_ring(painter, box, box.height() / 2, t)
        rounded(
            painter,
            box,
            box.height() / 2,
            fill=t.primary if chosen else t.surface,
            border=None if chosen else t.divider,
        )
        painter.setPen(QColor(t.on_primary if chosen else t.text))
        painter.setFont(fonts.font(fonts.BODY))
        text_box = QRectF(self.rect())
        if self.hint:
            room = round(hint_width(self.hint))
            text_box.adjust(0, 0, -room - 8, 0)
            draw_hint(
                painter,
                QRectF(self.width() - room - 12, (self.height() - 20) // 2, room, 20),
                self.hint,
                t,
                on_primary=chosen,
            )
        painter.drawText(text_box, Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()


class Segmented(QWidget):
    """One of a few choices, all of them visible. Left and right move."""

    changed = Signal(int)

    def __init__(
        self, choices: Sequence[str], *, name: str, current: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._segments: list[_Segment] = []
        self._current = current
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[str]) -> None:
        """Show these choices; the current one stays where it can."""
        if [segment.text for segment in self._segments] == list(choices):
            return
        for old in self._segments:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._segments = [_Segment(self, at, text, "") for at, text in enumerate(choices)]
        for segment in self._segments:
            self._row.addWidget(segment)
            segment.show()
        self._current = min(self._current, max(0, len(choices) - 1))

    def current(self) -> int:
        """Which is chosen, counted from 0."""
        return self._current

    def choose(self, index: int) -> None:
        """Choose; tells `changed` where it is another one."""
        if index == self._current or not 0 <= index < len(self._segments):
            return
        self._current = index
        self._repaint()
        self.changed.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.choose(self._current + step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the choices in new colours."""
        super().changeEvent(event)
        self._repaint()

    def _repaint(self) -> None:
        for segment in getattr(self, "_segments", ()):
            segment.update()
