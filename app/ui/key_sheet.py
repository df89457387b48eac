"""F1: every key on one sheet, from the key table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.keys import ACTIONS, Keys, action_label, group_label
from app.ui.theme import Space
from app.ui.widgets.labels import KeyHint, Label, Tone
from app.ui.widgets.overlays import Sheet


class KeySheet(Sheet):
    """What each key does, in groups."""

    def __init__(self, window: QWidget, keys: Keys) -> None:
        super().__init__(window, width=880)
        self.set_title(self.tr("All keys"))
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL)
        groups = list(dict.fromkeys(action.group for action in ACTIONS))
        left, right = QVBoxLayout(), QVBoxLayout()
        for group in groups:
            side = left if group == groups[0] else right
            title = Label(group_label(group), strong=True)
            title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            side.addWidget(title)
            side.addLayout(self._rows(group, keys))
            side.addSpacing(Space.M)
        left.addStretch(1)
        right.addStretch(1)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self.body.addLayout(columns)
        note = self.tr("A scanner is heard wherever the focus is.")
        self.body.addWidget(Label(note, size=fonts.CAPTION, tone=Tone.MUTED))

    def _rows(self, group: str, keys: Keys) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        actions = [action for action in ACTIONS if action.group == group and keys.of(action.id)]
        for row, action in enumerate(actions):
            grid.addWidget(Label(action_label(action)), row, 0)
            box = QHBoxLayout()
            box.setSpacing(Space.XXS)
            for name in keys.of(action.id):
                box.addWidget(KeyHint(name))
            grid.addLayout(box, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid
