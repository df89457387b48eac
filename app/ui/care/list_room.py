"""How a list of Care stands beside what is known of the row that is marked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.theme import Space
from app.ui.widgets.panels import Card, Divider


def lay_out_list(
    page: QWidget, top: QHBoxLayout, table: QWidget, empty: QWidget, panel: QWidget
) -> tuple[QStackedWidget, Divider]:
    """Put `top` over the list and `panel` at its right.

    Returns what holds the table (0) and the empty state (1), and the line before the panel.
    """
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    column = QVBoxLayout()
    column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    column.setSpacing(Space.S)
    column.addLayout(top)
    card = Card()
    card.body.setContentsMargins(1, 6, 1, 6)
    card.body.addWidget(table, 1)
    middle = QStackedWidget()
    middle.addWidget(card)
    middle.addWidget(empty)
    column.addWidget(middle, 1)
    across.addLayout(column, 1)
    rule = Divider(vertical=True)
    across.addWidget(rule)
    across.addWidget(panel)
    return middle, rule
