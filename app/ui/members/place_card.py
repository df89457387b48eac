"""Where a member stands among all: stage, groups, rhythm, forecast, habits, segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.services.rules.insight.habits import HABIT_SALES
from app.services.rules.money import CURRENCIES, Currency, money
from app.ui.group_words import chance_of_one, group_name, group_tone
from app.ui.lists import listed
from app.ui.members.presenting.place import PlacePresenter
from app.ui.members.wrapped import Wrapped
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, Tone
from app.ui.widgets.panels import Card

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.member_measures import MemberMeasures
    from app.services.member_place import MemberPlace

Line = tuple[str, str]


class PlaceCard(Card):
    """Left out until it is known; says less of who bought less."""

    told = Signal(list)
    """(what, how) for every line, or an empty list."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(" ")
        self._shell = shell
        self._place: MemberPlace | None = None
        self._presenter = PlacePresenter(self, lambda: shell.shop, shell.tasks)
        self._currency: Currency = CURRENCIES["CNY"]
        self._chips = FlowLayout()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.XXS)
        self.body.addLayout(self._chips)
        self.body.addLayout(self._lines)
        self.hide()

    def show_member(self, member_id: UUID, currency: Currency) -> None:
        """Ask where they stand."""
        self._currency = currency
        self._presenter.show(member_id)

    def show_nothing(self) -> None:
        """It is not known."""
        self._place = None
        self.hide()
        self.told.emit([])

    def show_place(self, place: MemberPlace) -> None:
        """Show it."""
        self._place = place
        self.set_title(self.tr("Where they stand"))
        self._chips.clear()
        if place.stage is not None:
            self._put(Chip(group_name(place.stage), tone=group_tone(place.stage)))
        if place.group is not None:
            self._put(Chip(group_name(place.group), tone=group_tone(place.group)))
        if place.quadrant is not None:
            self._put(Chip(group_name(place.quadrant)))
        for name in place.segments:
            self._put(Chip(name, tone=Tone.PRIMARY, icon="funnel"))
        lines = self.lines()
        _empty(self._lines)
        for what, how in lines:
            label = Wrapped(how, tone=Tone.MUTED)
            label.setAccessibleName(f"{what}: {how}")
            self._lines.addWidget(label)
        self.setVisible(bool(lines or place.segments))
        names = [group_name(each) for each in (place.stage, place.group, place.quadrant) if each]
        groups = [(self.tr("Where they stand"), listed(names))] if names else []
        held = [(self.tr("Segments"), listed(place.segments))] if place.segments else []
        self.told.emit([*groups, *held, *lines])

    def retranslate(self) -> None:
        """Say everything again."""
        if self._place is not None:
            self.show_place(self._place)

    def lines(self) -> list[Line]:
        """What is known, a sentence each."""
        place = self._place
        if place is None or not place.measures.visits:
            return []
        measures = place.measures
        told = (
            (self.tr("Rhythm"), self._rhythm(measures)),
            (self.tr("Forecast"), self._forecast(place)),
            (self.tr("Buys"), self._bought(measures)),
            (self.tr("Comes"), self._when(measures)),
            (self.tr("Benefits"), self._benefits(measures)),
        )
        return [(what, how) for what, how in told if how]

    def _rhythm(self, measures: MemberMeasures) -> str:
        away = measures.away_days or 0
        near = {0: self.tr("last here today"), 1: self.tr("last here yesterday")}
        last = near.get(away) or filled(self.tr("last here {days} days ago"), days=f"{away:,}")
        if measures.rhythm_days is None:
            words = self.tr("Came {visits} times since {day}; {last}.")
            if measures.visits == 1:
                words = self.tr("Came once; {last}.")
            return filled(words, visits=measures.visits, day=measures.first_visit, last=last)
        if measures.rhythm_days == 1:
            return filled(self.tr("Usually comes every day; {last}."), last=last)
        words = self.tr("Usually comes every {days} days; {last}.")
        return filled(words, days=measures.rhythm_days, last=last)

    def _forecast(self, place: MemberPlace) -> str:
        told, chance = place.forecast, place.chance
        if told is None or chance is None:
            return ""
        words = self.tr("{chance}: about {days} purchase days and {amount} in the next 90 days.")
        days = f"{told.expected:,.1f}" if told.expected < 10 else f"{told.expected:,.0f}"
        amount = money(told.value_minor, self._currency)
        return filled(words, chance=chance_of_one(chance), days=days, amount=amount)

    def _bought(self, measures: MemberMeasures) -> str:
        kinds = listed(measures.categories)
        if measures.price_band is None:
            return filled(self.tr("Buys {kinds}."), kinds=kinds) if kinds else ""
        low, high = (money(minor, self._currency) for minor in measures.price_band)
        prices = low if low == high else f"{low}–{high}"
        if not kinds:
            return filled(self.tr("Mostly buys at {prices} a piece."), prices=prices)
        words = self.tr("Buys {kinds}, mostly at {prices} a piece.")
        return filled(words, kinds=kinds, prices=prices)

    def _when(self, measures: MemberMeasures) -> str:
        locale = QLocale(self._shell.language)
        day = (
            ""
            if measures.usual_weekday is None
            else locale.dayName(measures.usual_weekday + 1, QLocale.FormatType.LongFormat)
        )
        if measures.usual_hour is None:
            return filled(self.tr("Mostly on {day}."), day=day) if day else ""
        hours = f"{measures.usual_hour}:00–{(measures.usual_hour + 2) % 24}:00"
        if not day:
            return filled(self.tr("Mostly at {hours}."), hours=hours)
        return filled(self.tr("Mostly on {day}, at {hours}."), day=day, hours=hours)

    def _benefits(self, measures: MemberMeasures) -> str:
        if measures.recent_sales < HABIT_SALES:
            return ""
        if not measures.with_benefit:
            words = self.tr("Used no points, coupons or passes in the last {sales} sales.")
            return filled(words, sales=measures.recent_sales)
        words = self.tr("Used points, coupons or passes in {some} of the last {sales} sales.")
        return filled(words, some=measures.with_benefit, sales=measures.recent_sales)

    def _put(self, chip: Chip) -> None:
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chips.addWidget(chip)
        chip.show()


def _empty(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
