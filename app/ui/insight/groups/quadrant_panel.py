"""The four quadrants: how often members come by what they leave each time."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from app.services.insight_points import Cloud
from app.services.rules.insight.quadrants import Quadrant
from app.ui.group_words import advice, group_name, group_tone
from app.ui.insight.groups.panel import Panel, group_bars, percent, who_of
from app.ui.sentences import filled, joined
from app.ui.theme import Space
from app.ui.widgets.charts.bars import BarList
from app.ui.widgets.charts.scatter import Axis, Corner, Dot, Scatter
from app.ui.widgets.line_chart import round_step
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea

# In the order of the corners: top left, top right, bottom left, bottom right.
_CORNERS: Final = (
    Quadrant.SELDOM_MUCH,
    Quadrant.OFTEN_MUCH,
    Quadrant.SELDOM_LITTLE,
    Quadrant.OFTEN_LITTLE,
)


class QuadrantPanel(Panel):
    """The points at the left, what to do for each quadrant at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Cloud | None = None
        self.scatter = Scatter()
        self.groups = BarList()
        self._left, right = Card(), Card()
        self._left.body.addWidget(self.scatter, 1)
        right.body.setContentsMargins(Space.XXS, Space.S, Space.XXS, Space.XXS)
        right.body.addWidget(ScrollArea(self.groups), 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        across.addWidget(self._left, 7)
        across.addWidget(right, 5)
        self.scatter.opened.connect(lambda corner: self._open(_CORNERS[corner]))
        self.groups.opened.connect(self._open_row)

    def is_empty(self, found: Cloud) -> bool:
        """Whether nobody has bought anything."""
        return found.quadrants.cross is None

    def told(self, found: Cloud) -> str:
        """How it is counted."""
        words = self.tr(
            "The cross stands at the shop's means: {days} purchase days a member, {basket} on each."
        )
        said = filled(
            words,
            days=f"{found.mean_visits:,.1f}",
            basket=self.amount(round(found.mean_basket_minor)),
        )
        said = joined(said, self.tr("Check-ins do not count."))
        if found.beyond:
            edge = self.tr("Beyond the edge and drawn on it: {count}.")
            said = joined(said, filled(edge, count=f"{found.beyond:,}"))
        return said

    def show_found(self, found: Cloud) -> None:
        """Show the points and the quadrants."""
        self._found = found
        grouped = found.quadrants.grouped
        sums = {each.name: each for each in grouped.sums()}
        everyone = len(grouped.members)
        corners = []
        for name in _CORNERS:
            each = sums[name]
            figure = f"{each.members:,} ({percent(each.members, everyone)})"
            told = f"{group_name(name)}: {figure}. {advice('quadrants', name)}"
            corners.append(Corner(group_name(name), figure, told, group_tone(name)))
        corner_of = [_CORNERS.index(Quadrant(name)) for name in grouped.names]
        dots = [
            Dot(point.visits, point.basket_minor, corner_of[point.place], point.members)
            for point in found.points
        ]
        cross = found.mean_visits, found.mean_basket_minor
        said = self.tr("Days with a purchase by average basket")
        self.scatter.show_dots(dots, corners, self._axes(found), cross, name=said)
        bars = group_bars("quadrants", tuple(sums.values()), self.amount)
        self.groups.show_bars(bars, name=self.tr("Quadrants"))

    def retranslate(self) -> None:
        """Say everything again."""
        self._left.set_title(self.tr("Days with a purchase by average basket"))
        if self._found is not None and not self.is_empty(self._found):
            self.show_found(self._found)

    def _axes(self, found: Cloud) -> tuple[Axis, Axis]:
        days = [one * ten for ten in (1, 10, 100, 1_000, 10_000) for one in (1, 2, 5)]
        across = Axis(
            self.tr("Days with a purchase (each step about doubles)"),
            found.most_visits,
            tuple(float(each) for each in days if each <= found.most_visits),
            lambda value: f"{value:,.0f}",
            doubling=True,
        )
        most = found.most_basket_minor * 21 // 20
        step = round_step(most)
        ticks = tuple(float(at * step) for at in range(most // step + 1))
        up = Axis(self.tr("Average basket"), most, ticks, lambda value: self.amount(round(value)))
        return across, up

    def _open_row(self, at: int) -> None:
        if self._found is not None:
            self._open(Quadrant(self._found.quadrants.grouped.names[at]))

    def _open(self, name: Quadrant) -> None:
        if self._found is not None:
            grouped = self._found.quadrants.grouped
            self.people_asked.emit(group_name(name), who_of(grouped, name), f"quadrant = {name}")
