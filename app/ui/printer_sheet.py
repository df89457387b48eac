"""Which printer, asked once for each kind of document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.printing import Kind
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.choices import RadioButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet


class PrinterSheet(Sheet):
    """The installed printers; Enter takes the one marked."""

    chosen = Signal(str)

    def __init__(
        self, window: QWidget, kind: Kind, names: Sequence[str], current: str = ""
    ) -> None:
        super().__init__(window, width=480)
        titles = {
            Kind.RECEIPT: self.tr("Print receipts on"),
            Kind.CARD: self.tr("Print cards on"),
            Kind.LABEL: self.tr("Print labels on"),
            Kind.LABEL_SHEET: self.tr("Print sheets of labels on"),
            Kind.REPORT: self.tr("Print reports on"),
        }
        self.set_title(titles[kind])
        self.body.addWidget(
            Label(self.tr("Asked once. Change it in Settings."), tone=Tone.MUTED, wrap=True)
        )
        self._radios: list[tuple[str, RadioButton]] = []
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        for name in names:
            radio = RadioButton(name)
            radio.setChecked(name == (current if current in names else names[0]))
            column.addWidget(radio)
            self._radios.append((name, radio))
        self.body.addWidget(box)
        self._take = PrimaryButton(self.tr("Print"), icon="printer", hint="Enter")
        self._take.clicked.connect(self._taken)
        self.body.addWidget(self._take)

    def open(self, first: QWidget | None = None) -> None:
        """With the focus on the button, so that Enter is enough."""
        super().open(first or self._take)

    def _taken(self) -> None:
        for name, radio in self._radios:
            if radio.isChecked():
                self.close_sheet()
                self.chosen.emit(name)
                return
