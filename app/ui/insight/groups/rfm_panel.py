"""Members by recency and frequency: a grid of cells, and the groups they make."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.services.insight_cells import RfmGrid
from app.services.rules.insight.rfm import FIFTHS, GRID, LEAST_FOR_FIFTHS, Bounds
from app.ui.group_words import group_name
from app.ui.insight.groups.panel import Panel, group_bars, percent, who_of
from app.ui.sentences import filled, joined
from app.ui.theme import Space
from app.ui.widgets.charts.bars import BarList
from app.ui.widgets.charts.grid import Cell, HeatGrid
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea


class RfmPanel(Panel):
    """The grid at the left, the named groups with a line of advice at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._found: RfmGrid | None = None
        self.grid = HeatGrid()
        self.groups = BarList()
        self._left, self._right = Card(), Card()
        self._left.body.addWidget(self.grid, 1)
        self._right.body.setContentsMargins(Space.XXS, Space.S, Space.XXS, Space.XXS)
        self._right.body.addWidget(ScrollArea(self.groups), 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        across.addWidget(self._left, 7)
        across.addWidget(self._right, 5)
        self.grid.opened.connect(self._open_cell)
        self.grid.current_changed.connect(self._mark_group)
        self.groups.opened.connect(self._open_group)

    def is_empty(self, found: RfmGrid) -> bool:
        """Whether nobody has bought anything."""
        return found.rfm.terms is None

    def told(self, found: RfmGrid) -> str:
        """How it is counted."""
        grouped = found.rfm.grouped
        everyone = len(grouped.members)
        words = self.tr("Members who have bought by {day}: {count}.")
        said = filled(words, count=f"{everyone:,}", day=grouped.as_of.isoformat())
        if self.has_own_limits:
            return joined(said, self.tr("Parted by your own limits."))
        if everyone < LEAST_FOR_FIFTHS:
            few = self.tr("Fifths of so few say little: set your own limits, or wait for more.")
            return joined(said, few)
        return joined(said, self.tr("Parted into fifths by last purchase and by days with one."))

    def show_found(self, found: RfmGrid) -> None:
        """Show the grid and the groups."""
        self._found = found
        terms = found.rfm.terms
        assert terms is not None
        rows = [self._days(score, terms.recency_days) for score in range(FIFTHS, 0, -1)]
        columns = [self._visits(score, terms.frequency) for score in range(1, FIFTHS + 1)]
        cells = [
            [
                self._cell(found, r, f, rows[FIFTHS - r], columns[f - 1])
                for f in range(1, FIFTHS + 1)
            ]
            for r in range(FIFTHS, 0, -1)
        ]
        self.grid.show_cells(
            cells,
            rows,
            columns,
            name=self.tr("Members by last purchase and days with one"),
            titles=(self.tr("Last purchase, days ago"), self.tr("Days with a purchase")),
        )
        sums = found.rfm.grouped.sums()
        self.groups.show_bars(group_bars("rfm", sums, self.amount), name=self.tr("Groups"))

    def retranslate(self) -> None:
        """Say everything again."""
        self._left.set_title(self.tr("Last purchase by days with one"))
        self._right.set_title("")
        if self._found is not None and not self.is_empty(self._found):
            self.show_found(self._found)

    def _cell(self, found: RfmGrid, r: int, f: int, days: str, visits: str) -> Cell:
        each, name = found.cell(r, f), group_name(GRID[r - 1][f - 1])
        everyone = len(found.rfm.grouped.members)
        words = self.tr(
            "{group}: members {count} ({share}); last purchase {days} days ago;"
            " bought on {visits} days; spent {amount}"
        )
        spoken = filled(
            words,
            group=name,
            count=f"{each.members:,}",
            share=percent(each.members, everyone),
            days=days,
            visits=visits,
            amount=self.amount(each.spent_minor),
        )
        spent = self.about(each.spent_minor) if each.members else ""
        return Cell(each.members, f"{each.members:,}", f"{name}\n{spent}", spoken)

    def _days(self, score: int, bounds: Bounds) -> str:
        """The days since the last purchase that a score stands for: 5 is the fewest."""
        least = 0 if score == FIFTHS else bounds[FIFTHS - 1 - score]
        most = None if score == 1 else bounds[FIFTHS - score] - 1
        return _span(least, most)

    def _visits(self, score: int, bounds: Bounds) -> str:
        """The days with a purchase that a score stands for."""
        least = 1 if score == 1 else bounds[score - 2] + 1
        return _span(least, None if score == FIFTHS else bounds[score - 1])

    def _mark_group(self, at: int) -> None:
        """The group of the cell now marked is marked, too."""
        if self._found is not None:
            row, column = self.grid.place(at)
            group = GRID[FIFTHS - 1 - row][column]
            self.groups.choose(self._found.rfm.grouped.names.index(group))

    def _open_cell(self, at: int) -> None:
        found = self._found
        if found is not None:
            row, column = self.grid.place(at)
            r, f = FIFTHS - row, column + 1
            words = self.tr("{group}: last purchase {days} days ago, bought on {visits} days")
            terms = found.rfm.terms
            assert terms is not None
            title = filled(
                words,
                group=group_name(GRID[r - 1][f - 1]),
                days=self._days(r, terms.recency_days),
                visits=self._visits(f, terms.frequency),
            )
            self.people_asked.emit(title, lambda: found.in_cell(r, f), "")

    def _open_group(self, at: int) -> None:
        if self._found is not None:
            grouped = self._found.rfm.grouped
            name = grouped.names[at]
            self.people_asked.emit(group_name(name), who_of(grouped, name), f"rfm = {name}")


def _span(least: int, most: int | None) -> str:
    """From one number to another; "–" where none lies between them."""
    if most is None:
        return f"{least:,}+"
    if most < least:
        return "–"
    return f"{least:,}" if most == least else f"{least:,}–{most:,}"
