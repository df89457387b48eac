"""The page of the shop compass: a period, its figures as cards, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.documents.compass_told import Told
from app.services.rules.insight.figures import Figure, FigureName
from app.services.rules.insight.periods import Compared, Preset, steps
from app.ui import fonts
from app.ui.insight.compass.charts import ChartCards
from app.ui.insight.compass.lists import ListCards
from app.ui.insight.compass.picker import PeriodPicker
from app.ui.insight.compass.presenter import CompassPresenter, Part
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.charts.figures import FigureCard, FigureGrid
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider
from app.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from app.services.compass import Behind, Listed
    from app.services.sale_list import SaleFilter

_F = FigureName
_NARROW: Final = 1100
SECTIONS: Final[dict[str, tuple[FigureName, ...]]] = {
    "sales": (
        _F.REVENUE, _F.SALES, _F.AVERAGE_BASKET, _F.MEMBER_SHARE, _F.MEMBER_REVENUE,
        _F.MEMBER_SALES, _F.DISCOUNTS, _F.REFUNDS, _F.REFUNDED, _F.TIPS,
    ),
    "members": (
        _F.NEW_MEMBERS, _F.MEMBERS, _F.TIERS_UP, _F.TIERS_DOWN, _F.ACTIVE_MEMBERS,
        _F.ACTIVE_RATE, _F.REPURCHASE_30, _F.REPURCHASE_60, _F.REPURCHASE_90,
    ),
    "value": (
        _F.OWED, _F.TOPPED_UP, _F.BONUS_GIVEN, _F.WALLET_SPENT, _F.POINTS_ISSUED,
        _F.POINTS_BURNED, _F.POINTS_EXPIRED, _F.COUPONS_ISSUED, _F.COUPONS_REDEEMED,
        _F.COUPONS_EXPIRED,
    ),
}  # fmt: skip


def make_page(shell: Shell) -> TabPage:
    """The page, for the row of tabs."""
    return CompassPage(shell)


class CompassPage(TabPage):
    """Tab goes from group to group, arrows from figure to figure, Enter opens the list behind."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._periods: Compared | None = None
        self._figures: dict[FigureName, Figure] = {}
        self._told = Told(shell.language, shell.shop.desk.settings.money)
        self.presenter = CompassPresenter(self, shell.shop, shell.tasks)
        self.picker = PeriodPicker()
        self._span = ElidedLabel("", size=fonts.CAPTION, tone=Tone.MUTED)
        self._progress = Label("", tone=Tone.MUTED)
        self.stop = SecondaryButton("")
        self.print = SecondaryButton("", icon="printer")
        self.save = SecondaryButton("", icon="download")
        self.grids = {section: FigureGrid() for section in SECTIONS}
        self._headings = {
            section: Label("", size=fonts.CASHIER, strong=True) for section in SECTIONS
        }
        self.charts, self.lists = ChartCards(), ListCards()
        self.how = Label("", tone=Tone.MUTED, wrap=True)
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.picker)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.M, Space.L, Space.XS)
        whole.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.picker)
        head.addStretch(1)
        for widget in (self._progress, self.stop, self.print, self.save):
            head.addWidget(widget)
        whole.addLayout(head)
        # A line of its own: three stretches of time have no room beside anything else.
        whole.addWidget(self._span)
        # Inside from the beginning: what moves into another widget is laid out anew.
        page = QWidget()
        self.area = ScrollArea(page)
        whole.addWidget(self.area, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.XS, Space.S)
        column.setSpacing(Space.S)
        beside = {
            "members": (self.charts.cohorts, self.lists.sources),
            "value": (self.charts.owed, self.lists.moves),
        }
        goods = _pair(self.lists.best, self.lists.pairs, 1, 1)
        pairs = {section: _pair(*cards, 3, 2) for section, cards in beside.items()}
        self._pairs = (goods, *pairs.values())
        for section, grid in self.grids.items():
            column.addWidget(self._headings[section])
            column.addWidget(grid)
            column.addLayout(pairs.get(section, goods))
            column.addSpacing(Space.S)
        column.addWidget(self.lists.benefits)
        column.addStretch(1)
        whole.addWidget(Divider())
        self.how.setMinimumHeight(40)
        self.how.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        whole.addWidget(self.how)

    def _wire(self) -> None:
        self.picker.preset_chosen.connect(self.presenter.choose)
        self.picker.days_chosen.connect(self.presenter.choose_days)
        self.stop.clicked.connect(self.presenter.stop)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        for section, grid in self.grids.items():
            names = SECTIONS[section]
            grid.opened.connect(lambda at, names=names: self._open(names[at]))
            grid.current_changed.connect(lambda at, names=names: self._explain(names[at]))
            grid.current_changed.connect(lambda at, grid=grid: self._bring(grid, at))
        self.lists.made.connect(self._order)
        for cards in (self.charts, self.lists):
            cards.opened.connect(self._open_row)
            cards.looked_at.connect(self._explain)

    def _order(self) -> None:
        """Tab goes down the page, also to the tables that came later."""
        lists, charts = self.lists, self.charts
        row = (
            self.grids["sales"], lists.best.table, lists.pairs.table,
            self.grids["members"], charts.map, lists.sources.table,
            self.grids["value"], charts.chart, lists.moves.table, lists.benefits.table,
        )  # fmt: skip
        for one, other in pairwise(each for each in row if each is not None):
            QWidget.setTabOrder(one, other)

    # -- the section's calls ---------------------------------------------------------------

    def activated(self) -> None:
        """Reckon what is stale."""
        self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """Sales and members move every figure; settings may change the currency."""
        self._told = Told(self.shell.language, self.shell.shop.desk.settings.money)
        self.presenter.forget()
        if self.isVisible():
            self.presenter.refresh()

    def closing(self) -> None:
        """Nothing is lost by stopping."""
        self.presenter.forget()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self._told = Told(self.shell.language, self.shell.shop.desk.settings.money)
        words = self._told.words
        self.picker.say()
        self.stop.set_label(self.tr("Stop"))
        self.print.set_label(self.tr("Print report"))
        self.save.set_label(self.tr("Save as PDF"))
        for section, heading in self._headings.items():
            heading.setText(words.parts[section])
            self.grids[section].set_name(words.parts[section])
        self.charts.say(self._told)
        self.lists.say(self._told)
        self._say_keys()
        if self._periods is not None:
            self._say_period(self._periods)
            self._show_cards(SECTIONS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page what stood beside each other stands below: names need the room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for pair in self._pairs:
            pair.setDirection(way)

    # -- CompassView -----------------------------------------------------------------------

    def show_period(self, preset: Preset | None, periods: Compared) -> None:
        """Empty cards at once; their figures follow."""
        self._periods = periods
        self._figures.clear()
        self.picker.show_choice(preset, periods.now)
        self._say_period(periods)
        self._show_cards(SECTIONS)
        self.charts.wait()
        self.lists.wait()

    def show_part(self, part: Part, found: Any) -> None:
        """Show what came out."""
        assert self._periods is not None
        figures = found if isinstance(found, tuple) else getattr(found, "figures", ())
        told = {each.name: each for each in figures if isinstance(each, Figure)}
        if told:
            self._figures.update(told)
            self._show_cards([each for each, names in SECTIONS.items() if told.keys() & {*names}])
        self.charts.show_part(part, found)
        self.lists.show_part(part, found)

    def show_progress(self, done: int, total: int) -> None:
        """How much is still to come."""
        going = done < total
        self._progress.setText(
            filled(self.tr("{done} of {total}"), done=done, total=total) if going else ""
        )
        self.stop.setVisible(going)
        for button in (self.print, self.save):
            button.setEnabled(not going)

    def show_stopped(self) -> None:
        """Say so; the period's list begins it again."""
        self._progress.setText(self.tr("Stopped"))
        self.stop.hide()

    def show_people(self, title: str, behind: Behind, listed: Listed) -> None:
        """Show who is behind a figure, and what each has of it."""
        # Its services take longer to load than this page.
        from app.ui.insight.people import Amounts, show_people

        amounts = None
        if listed.amounts or listed.of_nobody:
            said = self._told.part(behind)
            of = dict(zip(listed.seqs, listed.amounts, strict=True))
            amounts = Amounts(said.heading, of, listed.of_nobody, said.said, said.written)
        show_people(self.shell, title, listed.seqs, amounts=amounts)

    def show_sales(self, wanted: SaleFilter) -> None:
        """Show the documents behind a figure."""
        self.shell.go("sales", wanted)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        self.shell.show_error(error)

    # -- inside ----------------------------------------------------------------------------

    def _say_period(self, periods: Compared) -> None:
        told = self._told
        words = self.tr("before: {before} · a year before: {year_before}")
        if self.presenter.preset is not None:
            # Else the two fields say it already.
            words = f"{{period}} · {words}"
        now, before, year_before = map(told.period, periods)
        self._span.setText(filled(words, period=now, before=before, year_before=year_before))

    def _say_keys(self) -> None:
        self.how.setText(
            self.tr(
                "Tab goes from group to group, arrows from figure to figure; here stands how each"
                " is counted. Enter opens the list behind it."
            )
        )

    def _show_cards(self, sections: Sequence[str] | dict[str, tuple[FigureName, ...]]) -> None:
        for section in sections:
            self.grids[section].show_cards([self._card(name) for name in SECTIONS[section]])

    def _card(self, name: FigureName) -> FigureCard:
        told, figure = self._told, self._figures.get(name)
        title, how = told.words.names[name], told.words.how[name]
        if figure is None:
            return FigureCard(title, spoken=title, tip=how)
        return FigureCard(
            title,
            told.value(name, figure.now),
            tuple((each.text, each.news) for each in told.beside(figure)),
            self._course(figure),
            f"{told.spoken(figure)}. {how}",
            how,
        )

    def _course(self, figure: Figure) -> tuple[int, ...]:
        """Its trend without the week or month that is not whole: it would look like a fall."""
        if self._periods is None or not figure.trend:
            return figure.trend
        pieces = steps(self._periods.now)
        longest = max(piece.days for piece in pieces)
        short = len(pieces) > 2 and pieces[-1].days < min(longest, 28)
        return figure.trend[:-1] if short else figure.trend

    def _explain(self, name: str) -> None:
        self.how.setText(self._told.how(name))

    def _bring(self, grid: FigureGrid, at: int) -> None:
        """Scroll to the card that the keys stand on."""
        page = self.area.widget()
        if not grid.hasFocus() or page is None:
            return
        middle = grid.mapTo(page, grid.cell_box(at).center().toPoint())
        self.area.ensureVisible(middle.x(), middle.y(), 0, 72)

    def _open(self, name: FigureName) -> None:
        if self._periods is not None and name in self._figures:
            from app.services.compass import Behind

            self.presenter.open(Behind(name, self._periods.now), self._told.words.names[name])

    def _open_row(self, what: str, key: tuple[str, ...], title: str) -> None:
        if self._periods is not None:
            from app.services.compass import Behind

            self.presenter.open(Behind(what, self._periods.now, key), title)

    def _print(self) -> None:
        whole = self.presenter.whole()
        if whole is not None:
            from app.services.documents.compass_report import compass_pages
            from app.ui.printing import Kind

            pages = compass_pages(whole, self.shell.shop.desk.settings.facts)
            self.shell.printing.print_pages(Kind.REPORT, pages, self._told.words.title, None)

    def _save(self) -> None:
        whole = self.presenter.whole()
        if whole is not None:
            from app.services.documents.compass_report import save_compass
            from app.ui.receipts import save_document

            facts, now = self.shell.shop.desk.settings.facts, whole.periods.now
            name = f"compass-{now.first.isoformat()}-{now.last.isoformat()}.pdf"
            save_document(self.shell, name, lambda path: save_compass(path, whole, facts))


def _pair(left: QWidget, right: QWidget, wide: int, narrow: int) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(Space.S)
    row.addWidget(left, wide)
    row.addWidget(right, narrow)
    return row
