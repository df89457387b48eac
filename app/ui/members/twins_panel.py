"""Two members who may be one person, side by side; what they share stands out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.duplicates import DuplicatePair, Twin
from app.services.rules.duplicates import Sign
from app.services.rules.money import Currency, money
from app.services.rules.phones import masked
from app.ui.theme import Space
from app.ui.widgets.labels import ElidedLabel, Label, Tone

ROWS = 8
PHONE, TELLING = 2, (1, 3)
"""The rows in which being the same says something: phone; name and birthday."""


class TwinsPanel(QWidget):
    """A row a fact: its name, the one's, the other's."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._names = [Label("", tone=Tone.MUTED) for _ in range(ROWS)]
        self._cells = [(ElidedLabel(), ElidedLabel()) for _ in range(ROWS)]
        for at, (name, cells) in enumerate(zip(self._names, self._cells, strict=True)):
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignRight)
            for side, cell in enumerate(cells):
                grid.addWidget(cell, at, 1 + side)

    def show_pair(self, pair: DuplicatePair | None, currency: Currency) -> None:
        """Show a pair, or nothing."""
        names = (
            self.tr("Number"),
            self.tr("Name"),
            self.tr("Phone"),
            self.tr("Birthday"),
            self.tr("Member since"),
            self.tr("Visits"),
            self.tr("Spent"),
            self.tr("Points"),
        )
        sides = (
            [("", "")] * ROWS
            if pair is None
            else list(zip(_facts(pair.first, currency), _facts(pair.second, currency), strict=True))
        )
        rows = zip(names, self._names, self._cells, sides, strict=True)
        for at, (name, label, cells, texts) in enumerate(rows):
            label.setText("" if pair is None else name)
            same = pair is not None and (
                Sign.PHONE in pair.signs
                if at == PHONE
                else at in TELLING and texts[0] == texts[1] and bool(texts[0])
            )
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text or ("" if pair is None else "–"))
                cell.set_tone(Tone.PRIMARY if same else Tone.NORMAL)

    def shown(self) -> list[tuple[str, str]]:
        """What stands beside each other, from the top."""
        return [(one.accessibleName(), other.accessibleName()) for one, other in self._cells]


def _facts(twin: Twin, currency: Currency) -> tuple[str, ...]:
    def day(value: date) -> str:
        return value.isoformat()

    return (
        twin.number,
        twin.name,
        masked(twin.phone),
        twin.birthday,
        day(twin.joined_on),
        f"{twin.visits:,}",
        money(twin.spent_minor, currency),
        f"{twin.points:,}",
    )
