"""A scroll area that shows what it lies on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls down only; between its content the surface below is seen.

    With a `name` it takes the focus, so that the arrow keys scroll; without one it does not.
    """

    def __init__(self, content: QWidget, *, name: str = "", fit: bool = True) -> None:
        super().__init__()
        self.setWidgetResizable(fit)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        # Giving it to a scroll area made Qt paint its background.
        content.setAutoFillBackground(False)
        self.setAccessibleName(name)
        policy = Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
