"""Today at a glance, for the owner: a dozen figures beside the same weekday of last week."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.glance import DayFigures, Glance
from app.services.rules.money import CURRENCIES, Currency, money, quantity
from app.ui import fonts
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import colour
from app.ui.widgets.buttons import Button, IconButton, SecondaryButton
from app.ui.widgets.buttons import Kind as Loud
from app.ui.widgets.chart import PairChart
from app.ui.widgets.labels import ElidedLabel, Label, Tone, set_tip
from app.ui.widgets.panels import Card, EmptyState
from app.ui.widgets.scroll import ScrollArea

_VALUE = 24
_NARROW = 1100


class Told(NamedTuple):
    """One figure: its name, its value, the remark below, and how it is counted."""

    name: str
    value: str
    remark: str
    how: str


class Figure(Card):
    """A figure; its remark gives way to how it is counted while that is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._name = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        self._value = ElidedLabel(size=_VALUE, strong=True)
        self._remark = Label(size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._name, self._value, self._remark):
            column.addWidget(label)
        column.addStretch(1)
        self.body.addLayout(column)

    def say(self, told: Told, *, counted: bool) -> None:
        """Show a figure."""
        self._name.setText(told.name)
        self._value.setText(told.value)
        self._remark.setText(told.how if counted else told.remark)
        set_tip(self, told.how)
        self.setAccessibleName(f"{told.name}: {told.value}. {told.remark}")
        self.setAccessibleDescription(told.how)

    def words(self) -> tuple[str, str, str]:
        """What is shown."""
        return self._name.accessibleName(), self._value.accessibleName(), self._remark.text()


class GlanceView(QWidget):
    """Esc goes back to the list; ? says how everything is counted."""

    back_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._currency: Currency = CURRENCIES["CNY"]
        self._glance: Glance | None = None
        self._counted = False
        self._cashier_key = ""
        self.expected_minor: int | None = None
        self.back = IconButton("arrow-left", "")
        self._title = Label("", size=fonts.SECTION, strong=True)
        self._subtitle = ElidedLabel("", tone=Tone.MUTED)
        self.how = Button("", kind=Loud.QUIET, icon="circle-question-mark", hint="?")
        self.again = SecondaryButton("", icon="refresh-cw")
        self.figures = [Figure() for _ in range(8)]
        self._hours = Card()
        self.chart = PairChart("")
        self._legend = _Legend()
        self._best = Card()
        self._best_made: QWidget | None = None
        self._empty = EmptyState("chart-column", "")
        self._stack = QStackedWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        self.again.clicked.connect(self.again_asked)
        self.how.clicked.connect(self._turn)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        whole.setSpacing(Space.M)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(Space.S)
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head.addWidget(self.back)
        head.addLayout(words, 1)
        head.addWidget(self.how)
        head.addWidget(self.again)
        whole.addLayout(head)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.M)
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for at, figure in enumerate(self.figures):
            grid.addWidget(figure, at // 4, at % 4)
        for at in range(4):
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        below = QHBoxLayout()
        below.setSpacing(Space.M)
        self._hours.body.addWidget(self._legend)
        self._hours.body.addWidget(self.chart, 1)
        below.addWidget(self._hours, 3)
        below.addWidget(self._best, 2)
        column.addLayout(below, 1)
        self.area = ScrollArea(page, name=" ")
        self._stack.addWidget(self.area)
        self._stack.addWidget(self._empty)
        whole.addWidget(self._stack, 1)

    def use(self, currency: Currency) -> None:
        """Show amounts in the shop's currency."""
        self._currency = currency

    def say(self, hint: Callable[[str], str]) -> None:
        """Say everything again in the language now shown."""
        self._cashier_key = hint("go_cashier")
        self.setAccessibleName(self.tr("Today at a glance"))
        self.area.setAccessibleName(self.tr("Today at a glance"))
        self._title.setText(self.tr("Today at a glance"))
        self.back.set_name(self.tr("Back to the list"))
        self.how.set_label(self.tr("How this is counted"))
        self.again.set_label(self.tr("Look again"))
        self._hours.set_title(self.tr("Sold by the hour"))
        self.chart.setAccessibleName(self.tr("Sold by the hour"))
        self._best.set_title(self.tr("Best products today"))
        self._empty.say(
            self.tr("Nothing has happened today. The first sale will be seen here."),
            key=self._cashier_key,
        )
        if self._glance is not None:
            self.show_glance(self._glance, self.expected_minor)

    def show_glance(self, glance: Glance, expected_minor: int | None = None) -> None:
        """Show a day; the cash that should be there only where it is told."""
        self._glance, self.expected_minor = glance, expected_minor
        words = self.tr("{day}, until {time} · beside {before} until the same time")
        for name, said in (
            ("{day}", glance.day.isoformat()),
            ("{time}", f"{glance.until:%H:%M}"),
            ("{before}", glance.before_day.isoformat()),
        ):
            words = words.replace(name, said)
        self._subtitle.setText(words)
        self._stack.setCurrentIndex(1 if glance.is_empty else 0)
        told = self._told(glance.figures, glance.before)
        for figure, each in zip(self.figures, told, strict=True):
            figure.say(each, counted=self._counted)
        self._show_hours(glance)
        self._show_best(glance)

    # --- words ----------------------------------------------------------------------

    def _told(self, day: DayFigures, was: DayFigures) -> tuple[Told, ...]:
        amount = self._money
        return (
            Told(
                self.tr("Net sales"),
                amount(day.net_minor),
                self._beside(day.net_minor, was.net_minor, amount),
                self.tr(
                    "Sales that were not voided, without tips, less what returns gave back today."
                ),
            ),
            Told(
                self.tr("Sales"),
                f"{day.sales:,}",
                self._beside(day.sales, was.sales, lambda count: f"{count:,}"),
                self.tr("Finished sales of the trading day; voided ones do not count."),
            ),
            Told(
                self.tr("Average basket"),
                amount(day.basket_minor),
                self._beside(day.basket_minor, was.basket_minor, amount),
                self.tr("What was sold, parted by the number of sales."),
            ),
            Told(
                self.tr("Members' share"),
                _percent(day.member_share_bp),
                self._beside(day.member_share_bp, was.member_share_bp, _percent, share=True),
                self.tr("Part of the money that came from sales with a member."),
            ),
            Told(
                self.tr("Given back"),
                amount(-day.refunded_minor),
                self._returns(day),
                self.tr(
                    "Returns made today, whenever the goods were sold; voids stand beside them."
                ),
            ),
            Told(
                self.tr("New members"),
                f"{day.new_members:,}",
                self._beside(day.new_members, was.new_members, lambda count: f"{count:,}"),
                self.tr("Members whose day of joining is today."),
            ),
            Told(
                self.tr("Points issued"),
                f"{day.points_issued:,}",
                self.tr("{points} spent").replace("{points}", f"{day.points_burned:,}"),
                self.tr("Points that today's sales gave and took, less what returns put right."),
            ),
            self._drawer(day, was),
        )

    def _drawer(self, day: DayFigures, was: DayFigures) -> Told:
        """What should lie in it, where it is counted; else what was topped up alone."""
        top_ups = self._money(day.top_up_minor)
        if self.expected_minor is None:
            return Told(
                self.tr("Top-ups"),
                top_ups,
                self._beside(day.top_up_minor, was.top_up_minor, self._money),
                self.tr("Money that members put into stored value: owed to them, not sold."),
            )
        return Told(
            self.tr("Cash expected"),
            self._money(self.expected_minor),
            self.tr("Top-ups {amount}").replace("{amount}", top_ups),
            self.tr("Float, cash taken and paid in, less change, refunds, pay-outs and drops."),
        )

    def _returns(self, day: DayFigures) -> str:
        words = self.tr("{returns} returns, {voids} voids")
        return words.replace("{returns}", str(day.refunds)).replace("{voids}", str(day.voids))

    def _beside(
        self, now: int, was: int, write: Callable[[int], str], *, share: bool = False
    ) -> str:
        """ "↑ 12 % · ¥120.00 last week": an arrow and a figure, never colour alone."""
        before = self.tr("{value} last week").replace("{value}", write(was))
        if not was or share or now == was:
            arrow = "" if now == was else "↑ " if now > was else "↓ "
            return arrow + before
        change = (abs(now - was) * 200 + abs(was)) // (2 * abs(was))
        if not change:
            return before
        return f"{'↑' if now > was else '↓'} {change}% · {before}"

    def _money(self, minor: int) -> str:
        return money(minor, self._currency)

    # --- hours and products -----------------------------------------------------------

    def _show_hours(self, glance: Glance) -> None:
        self._legend.say(self.tr("Today"), glance.before_day.isoformat())
        spoken = [
            self.tr("{hour}:00: {amount}, last week {before}")
            .replace("{hour}", str(hour.hour))
            .replace("{amount}", self._money(hour.total_minor))
            .replace("{before}", self._money(hour.before_minor))
            for hour in glance.hours
        ]
        pairs = [(hour.total_minor, hour.before_minor) for hour in glance.hours]
        self.chart.show_pairs(pairs, [f"{hour.hour}:00" for hour in glance.hours], spoken)

    def _show_best(self, glance: Glance) -> None:
        if self._best_made is not None:
            self._best.body.removeWidget(self._best_made)
            self._best_made.hide()
            self._best_made.deleteLater()
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for at, best in enumerate(glance.best, 1):
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            row.addWidget(Label(str(at), tone=Tone.MUTED))
            row.addWidget(ElidedLabel(best.name), 1)
            row.addWidget(Label(f"× {quantity(best.quantity_milli)}", tone=Tone.MUTED))
            amount = Label(self._money(best.total_minor), strong=True)
            amount.setMinimumWidth(84)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(amount)
            column.addLayout(row)
        if not glance.best:
            column.addWidget(Label(self.tr("Nothing sold yet."), tone=Tone.MUTED))
        column.addStretch(1)
        self._best_made = made
        self._best.body.addWidget(made, 1)

    # --- keys ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, ? explains."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif event.text() in ("?", "？"):
            self._turn()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page lets the words of a button go rather than the figures'."""
        super().resizeEvent(event)
        self.how.set_hint("?" if self.width() >= _NARROW else "")

    def _turn(self) -> None:
        self._counted = not self._counted
        if self._glance is not None:
            self.show_glance(self._glance, self.expected_minor)


class _Legend(QWidget):
    """Which bars are which."""

    def __init__(self) -> None:
        super().__init__()
        self._now = self._before = ""
        self.setFont(fonts.font(fonts.CAPTION))
        self.setFixedHeight(20)

    def say(self, now: str, before: str) -> None:
        """Name the bars."""
        self._now, self._before = now, before
        self.setAccessibleName(f"{now}, {before}")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two squares and their words."""
        t, painter, left = tokens(), QPainter(self), 0
        painter.setFont(self.font())
        for words, alpha in ((self._now, 255), (self._before, 70)):
            painter.fillRect(left, 4, 12, 12, colour(t.series[0], alpha))
            painter.setPen(colour(t.text2))
            painter.drawText(left + 18, 0, 300, 20, Qt.AlignmentFlag.AlignVCenter, words)
            left += 18 + painter.fontMetrics().horizontalAdvance(words) + Space.M
        painter.end()


def _percent(bp: int) -> str:
    """A share in basis points as whole percent, half up."""
    return f"{(bp + 50) // 100}%"
