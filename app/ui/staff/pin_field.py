"""The field a PIN is typed into, with keys for a finger beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.pins import cleaned_pin
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton


class PinEdit(QLineEdit):
    """Dots for digits; Tab after a card's code ends it, as Enter does."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(fonts.font(fonts.SECTION))
        self.setMinimumHeight(Height.CASHIER)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives what was typed, and forgets it."""
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends or (event.key() == Qt.Key.Key_Tab and self.holds_card()):
            self.give()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab after a card's code is the scanner's."""
        if forward and self.holds_card():
            self.give()
            return True
        return super().focusNextPrevChild(forward)

    def holds_card(self) -> bool:
        """Whether a staff card was scanned into it."""
        return kind_of(cleaned(self.text())) is CodeKind.STAFF

    def give(self) -> None:
        """Hand over what was typed."""
        text = cleaned_pin(self.text())
        self.clear()
        self.entered.emit(text)


class PinPad(QWidget):
    """The field and twelve keys. A finger's tap leaves the focus in the field."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = PinEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.field)
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        self._digits: list[Button] = []
        for at, digit in enumerate("1234567890"):
            button = Button(digit, height=Height.CASHIER)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, digit=digit: self.field.insert(digit))
            row, place = (3, 1) if digit == "0" else divmod(at, 3)
            grid.addWidget(button, row, place)
            self._digits.append(button)
        self._back = Button("", icon="delete", kind=Kind.QUIET, height=Height.CASHIER)
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back.clicked.connect(self.field.backspace)
        self._take = PrimaryButton("", icon="check", height=Height.CASHIER)
        self._take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._take.clicked.connect(self.field.give)
        grid.addWidget(self._back, 3, 0)
        grid.addWidget(self._take, 3, 2)
        column.addLayout(grid)
        self.field.entered.connect(self.entered)
        self.say()

    def say(self) -> None:
        """Its names in the language shown."""
        self.field.setAccessibleName(self.tr("PIN"))
        self.field.setPlaceholderText(self.tr("PIN"))
        self._back.setAccessibleName(self.tr("Delete the last digit"))
        self._take.setAccessibleName(self.tr("Take this PIN"))

    def set_open(self, opened: bool) -> None:
        """Take a PIN, or none for now."""
        for widget in (self.field, *self._digits, self._back, self._take):
            widget.setEnabled(opened)
