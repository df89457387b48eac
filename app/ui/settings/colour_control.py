"""The brand colour: swatches to choose from, and the code to type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from app.services.documents.colours import parsed
from app.ui import fonts
from app.ui.settings.controls import Control, NoValue
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.flow import FlowLayout

SWATCHES: Final = (
    "#0F6E63",
    "#0B63C5",
    "#1E3A8A",
    "#7C3AED",
    "#9D174D",
    "#B3261E",
    "#B45309",
    "#3F6212",
    "#1B2430",
    "#8C6A3F",
)
_SIDE = 32


class _Swatch(QAbstractButton):
    def __init__(self, value: str) -> None:
        super().__init__()
        self.value = value
        self.setCheckable(True)
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(value)
        self.setToolTip(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        elif self.isChecked():
            rounded(painter, box, Radius.CONTROL + 2, fill=t.surface, border=t.text, width=2)
            box = box.adjusted(4, 4, -4, -4)
        rounded(painter, box, Radius.CONTROL, fill=self.value, border=t.divider)
        painter.end()


class ColourControl(QWidget, Control):
    """A colour as `#RRGGBB`."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setFont(fonts.font())
        self.field.setFixedWidth(120)
        self.swatches = [_Swatch(value) for value in SWATCHES]
        flow_host = QWidget()
        flow = FlowLayout(flow_host)
        for swatch in self.swatches:
            flow.addWidget(swatch)
            swatch.clicked.connect(lambda _on=False, value=swatch.value: self._take(value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(flow_host)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(lambda _text: self._typed())

    def value(self) -> str:
        """The colour. Raises NoValue."""
        typed = self.field.text().strip()
        read = parsed(typed if typed.startswith("#") else f"#{typed}", "")
        if not read:
            raise NoValue("not_a_colour", typed)
        return read

    def show_value(self, value: Any) -> None:
        """Show another colour."""
        self.field.setText(parsed(str(value), str(value)))
        self._mark()

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.edited.connect(slot)

    def say(self) -> None:
        """See `Control`."""
        self.field.setAccessibleName(self.tr("Colour code"))

    def _take(self, value: str) -> None:
        self.show_value(value)
        self.edited.emit()

    def _typed(self) -> None:
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        shown = self.field.text().strip().upper()
        for swatch in self.swatches:
            swatch.setChecked(swatch.value == shown)
