"""F1: every key on one sheet, from the key table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.keys import ACTIONS, Action, Keys, action_label, group_label
from app.ui.theme import Space
from app.ui.widgets.labels import ElidedLabel, KeyHint, Label, Tone
from app.ui.widgets.overlays import Sheet

_COLUMNS: Final = 3
_LONGEST: Final = 19
"""So many keys of one group fit below each other; the others begin another column."""
_TITLE_ROWS: Final = 2
"""What a group's title and the gap below it weigh when columns are filled evenly."""


class KeySheet(Sheet):
    """What each key does, in groups, on one screen of the smallest window."""

    def __init__(self, window: QWidget, keys: Keys) -> None:
        super().__init__(window, width=960)
        self.set_title(self.tr("All keys"))
        across = QHBoxLayout()
        across.setSpacing(Space.XL)
        for groups in _columns(keys):
            column = QVBoxLayout()
            column.setSpacing(Space.S)
            for group, actions in groups:
                column.addWidget(_group(group, actions, keys))
            column.addStretch(1)
            across.addLayout(column, 1)
        self.body.addLayout(across)
        note = self.tr("A scanner is heard wherever the focus is.")
        self.body.addWidget(Label(note, size=fonts.CAPTION, tone=Tone.MUTED))


def _columns(keys: Keys) -> list[list[tuple[str, list[Action]]]]:
    """The groups with at least one key: the longest first, each put into the column that is
    shortest so far."""
    columns: list[list[tuple[str, list[Action]]]] = [[] for _ in range(_COLUMNS)]
    rows = [0] * _COLUMNS
    parts: list[tuple[str, list[Action]]] = []
    for group in dict.fromkeys(action.group for action in ACTIONS):
        actions = [action for action in ACTIONS if action.group == group and keys.of(action.id)]
        parts += [
            (group, actions[start : start + _LONGEST]) for start in range(0, len(actions), _LONGEST)
        ]
    for group, part in sorted(parts, key=lambda each: -len(each[1])):
        shortest = rows.index(min(rows))
        columns[shortest].append((group, part))
        rows[shortest] += len(part) + _TITLE_ROWS
    return columns


def _group(group: str, actions: list[Action], keys: Keys) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(1)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(group_label(group), strong=True), 0, 0, 1, 2)
    for row, action in enumerate(actions, start=1):
        grid.addWidget(ElidedLabel(action_label(action)), row, 0)
        hints = QHBoxLayout()
        hints.setSpacing(Space.XXS)
        for name in keys.of(action.id):
            hints.addWidget(KeyHint(name))
        grid.addLayout(hints, row, 1, Qt.AlignmentFlag.AlignRight)
    return box


def show_keys(window: QWidget, keys: Keys) -> None:
    """Open the overlay for as long as somebody looks."""
    sheet = KeySheet(window, keys)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()
