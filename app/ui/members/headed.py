"""A panel of the page with a line above it: what it comes to, and what may be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Space
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import ElidedLabel, Tone
from app.ui.widgets.panels import Divider


class Headed(QWidget):
    """The words at the left give way to the buttons at the right."""

    def __init__(self, body: QWidget, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.words = ElidedLabel(tone=Tone.MUTED)
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.XS)
        row.addWidget(self.words, 1)
        for button in buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Divider())
        column.addWidget(body, 1)
