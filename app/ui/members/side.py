"""The right column of a member's page: spending, points that lapse, likes, notes, family."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.rules.money import Currency, money
from app.ui import fonts
from app.ui.lists import listed
from app.ui.members.lapses import Lapses
from app.ui.members.place_card import PlaceCard
from app.ui.members.presenting.page import Page
from app.ui.members.words import birthday_soon, birthday_words
from app.ui.members.wrapped import Wrapped
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.chart import BarChart
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card

WIDTH = 320
CHART_HEIGHT = 96


class MemberSide(QScrollArea):
    """Cards under each other; one without content is left out."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self.spend, self.lapsing, self.likes = Card(" "), Card(" "), Card(" ")
        self.note, self.family = Card(" "), Card(" ")
        self.place = PlaceCard(shell)
        for card in (self.spend, self.place, self.lapsing, self.likes, self.note, self.family):
            card.body.setSpacing(Space.S)
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inner)
        self.chart = BarChart("")
        self.chart.setFixedHeight(CHART_HEIGHT)
        self.spend.body.addWidget(self.chart)
        self.lapses = Lapses()
        self.lapsing.body.addWidget(self.lapses)
        self._chips = FlowLayout()
        self.likes.body.addLayout(self._chips)
        self._bought = Wrapped(tone=Tone.MUTED)
        self.likes.body.addWidget(self._bought)
        self._note = Wrapped()
        self.note.body.addWidget(self._note)
        self._family = QVBoxLayout()
        self._family.setSpacing(Space.XS)
        self.family.body.addLayout(self._family)

    def show_page(self, page: Page, currency: Currency) -> None:
        """Show a member's column."""
        self._show_spend(page, currency)
        self.place.show_member(page.member.member_id, currency)
        self.lapsing.set_title(self.tr("Points by expiry date"))
        self.lapses.show_points(page.standing.points, page.today)
        self.lapsing.setVisible(not self.lapses.is_empty)
        self._show_likes(page)
        self.note.set_title(self.tr("Note"))
        self._note.setText(page.member.note)
        self.note.setVisible(bool(page.member.note))
        self._show_family(page)

    def _show_spend(self, page: Page, currency: Currency) -> None:
        self.spend.set_title(self.tr("Spending by month"))
        self.chart.setAccessibleName(self.tr("Spending by month"))
        self.chart.show_bars(
            [minor for _, minor in page.monthly],
            [str(int(month[5:])) for month, _ in page.monthly],
            [f"{month} {money(minor, currency)}" for month, minor in page.monthly],
        )

    def _show_likes(self, page: Page) -> None:
        member = page.member
        self.likes.set_title(self.tr("Likes"))
        self._chips.clear()
        for text in member.preferences:
            self._put(Chip(text))
        for tag in member.tags:
            self._put(Chip(tag, tone=Tone.PRIMARY, icon="tag"))
        bought = listed(page.favourites)
        self._bought.setText(self.tr("Often buys {products}").replace("{products}", bought))
        self._bought.setVisible(bool(bought))
        self.likes.setVisible(bool(member.preferences or member.tags or bought))

    def _put(self, chip: Chip) -> None:
        self._chips.addWidget(chip)
        chip.show()

    def _show_family(self, page: Page) -> None:
        self.family.set_title(self.tr("Family"))
        _empty(self._family)
        for dependant, on in page.dependants:
            row = QHBoxLayout()
            row.setSpacing(Space.XS)
            row.addWidget(
                ElidedLabel(" · ".join(filter(None, (dependant.name, dependant.relation))))
            )
            row.addStretch(1)
            if dependant.birthday is not None:
                row.addWidget(self._birthday(birthday_words(dependant.birthday), on, page))
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self._family.addWidget(holder)
        self.family.setVisible(bool(page.dependants))

    def _birthday(self, words: str, on: date | None, page: Page) -> QWidget:
        soon = birthday_soon(on, page.today)
        if soon:
            return Chip(soon, tone=Tone.DANGER, icon="cake")
        return Label(words, size=fonts.BODY, tone=Tone.MUTED)


def _empty(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
