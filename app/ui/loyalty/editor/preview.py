"""The basket beside the forms: what it costs under the rules as they stand, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.days import Moment
from app.services.rules.money import MILLI, money
from app.services.rules.pricing import Quote, QuoteLine
from app.ui import fonts
from app.ui.loyalty.editor.controls import (
    LineField,
    PickField,
    TextField,
    TickField,
    completer,
)
from app.ui.loyalty.editor.desk import FormDesk
from app.ui.loyalty.presenting.trial import Buyer, Trial
from app.ui.sentences import filled
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields import FormGrid, FormRow, Segmented
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card, Divider, Icon

_DAY_MINUTES = 24 * 60


class Preview(Card):
    """Who buys, when and what at the top; what it comes to below."""

    def __init__(self, desk: FormDesk) -> None:
        super().__init__(" ")
        self._desk = desk
        self._presenter = desk.presenter
        self.set_title(self.tr("Try it on a basket"))
        self._buyer()
        self._moment()
        self._goods()
        self._result = QWidget()
        self._lines = QVBoxLayout(self._result)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.XXS)
        self.body.addWidget(Divider())
        self.body.addWidget(self._result)
        self.body.addStretch(1)
        desk.on_change(self.show_quote)
        self.show_quote()

    # --- what is asked ----------------------------------------------------------------

    def _buyer(self) -> None:
        buyer = self._presenter.trial.buyer
        self.who = Segmented(
            [self.tr("Member"), self.tr("Nobody")],
            name=self.tr("Who buys"),
            current=0 if buyer is not None else 1,
        )
        self.body.addWidget(self.who)
        self._facts = QWidget()
        column = QVBoxLayout(self._facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        grid = FormGrid(2)
        held = buyer or Buyer()
        tiers = self._desk.named(("tiers", "tiers"))
        if tiers:
            self._pick(grid, self.tr("Tier"), tiers, held.tier or tiers[0][0], "tier")
        plans = self._desk.levels()
        if plans:
            offered = [("", self.tr("none")), *plans]
            self._pick(grid, self.tr("Plan"), offered, held.plan_level, "plan_level")
        self.points = TextField(figure=True, placeholder="0")
        self.points.show_value(held.points or None)
        self.points.edited.connect(self._change_points)
        self.points_row = grid.add(self.tr("Points held"), self.points)
        birthday = TickField(self.tr("Has a birthday"))
        birthday.show_value(held.birthday)
        birthday.edited.connect(lambda on: self._member(birthday=on))
        column.addWidget(grid)
        column.addWidget(birthday)
        self.body.addWidget(self._facts)
        self._facts.setVisible(buyer is not None)
        self.who.changed.connect(self._change_who)

    def _pick(
        self, grid: FormGrid, label: str, offered: list[tuple[str, str]], value: str, name: str
    ) -> None:
        field = PickField(offered)
        field.show_value(value)
        field.edited.connect(lambda chosen: self._member(**{name: chosen}))
        grid.add(label, field)

    def _change_points(self, typed: object) -> None:
        whole = typed is None or isinstance(typed, int)
        self.points_row.show_error("" if whole else self.tr("Write a whole number."))
        if whole:
            self._member(points=typed or 0)

    def _change_who(self, at: int) -> None:
        buyer = None if at else Buyer()
        self._facts.setVisible(buyer is not None)
        self._presenter.try_with(lambda trial: replace(trial, buyer=buyer))

    def _member(self, **facts: object) -> None:
        def changed(trial: Trial) -> Trial:
            return replace(trial, buyer=replace(trial.buyer or Buyer(), **facts))  # type: ignore[arg-type]

        self._presenter.try_with(changed)

    def _moment(self) -> None:
        moment = self._presenter.trial.moment
        self.day = LineField(placeholder="2026-12-31")
        self.day.setText(moment.day.isoformat())
        self.time = LineField(placeholder="12:00")
        self.time.setText(f"{moment.minute // 60:02d}:{moment.minute % 60:02d}")
        grid = FormGrid(2)
        self.day_row = grid.add(self.tr("Day"), self.day)
        self.time_row = grid.add(self.tr("Time"), self.time)
        for field in (self.day, self.time):
            field.textEdited.connect(self._change_moment)
        self.body.addWidget(grid)

    def _change_moment(self) -> None:
        day, minute = _day(self.day.text()), _minute(self.time.text())
        self.day_row.show_error("" if day else self.tr("Write it as 2026-12-31."))
        self.time_row.show_error("" if minute is not None else self.tr("Write it as 14:30."))
        if day is not None and minute is not None:
            moment = Moment(day, minute)
            self._presenter.try_with(lambda trial: replace(trial, moment=moment))

    def _goods(self) -> None:
        items = {item.name: item for item in self._presenter.stock.items}
        self.product = LineField(placeholder=self.tr("Add a product…"))
        row = FormRow(self.tr("Add a product…"), self.product)

        def take(name: str) -> None:
            item = items.get(name.strip())
            known = item is not None or not name.strip()
            row.show_error("" if known else self.tr("No product of the shop has this name."))
            if item is not None:
                self.product.clear()
                self._presenter.try_with(lambda trial: trial.with_item(item))

        completer(self.product, list(items), take)
        self.product.returnPressed.connect(lambda: take(self.product.text()))
        row.hide_label()
        self.product.textEdited.connect(lambda _text: row.show_error(""))
        self.body.addWidget(row)
        rewards = [(("rewards", each), name) for each, name in self._desk.named(("rewards",))]
        coupons = [(("coupons", each), name) for each, name in self._desk.named(("coupons",))]
        self.laid = PickField([(None, self.tr("Reward or coupon…")), *rewards, *coupons])
        self.laid.setAccessibleName(self.tr("Reward or coupon…"))
        self.laid.edited.connect(self._lay)
        self.body.addWidget(self.laid)
        self.laid.setVisible(bool(rewards or coupons))

    def _lay(self, chosen: tuple[str, str] | None) -> None:
        self.laid.setCurrentIndex(0)
        if chosen is not None:
            kind, each = chosen
            self._presenter.try_with(lambda trial: trial.with_laid(kind, each))

    # --- what it comes to ---------------------------------------------------------------

    def show_quote(self) -> None:
        """Reckon the basket again."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        quote = self._presenter.quote
        if quote is None:
            words = self.tr("The basket is empty. Add a product.")
            self._lines.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
            return
        for place, line in enumerate(quote.lines):
            self._lines.addWidget(self._line(place, line))
        self._laid_on()
        self._lines.addWidget(Divider())
        self._totals(quote)
        self._reasons(quote)

    def _money(self, minor: int) -> str:
        return money(minor, self._presenter.stock.currency)

    def _line(self, place: int, line: QuoteLine) -> QWidget:
        units = line.line.quantity_milli // MILLI
        name = line.line.item.name
        row, holder = _row()
        row.addWidget(ElidedLabel(name), 1)
        fewer = IconButton("minus", filled(self.tr("One {name} less"), name=name), height=24)
        more = IconButton("plus", filled(self.tr("One more {name}"), name=name), height=24)
        for button, step in ((fewer, -1), (more, 1)):
            button.clicked.connect(
                lambda _=False, step=step: self._presenter.try_with(
                    lambda trial: trial.with_units(place, units + step)
                )
            )
        row.addWidget(fewer)
        row.addWidget(Label(f"{units:,}"))
        row.addWidget(more)
        row.addWidget(Label(self._money(line.gross_minor)))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        for effect in line.effects:
            why = reason_text(effect.why, self._desk.language, self._presenter.stock.currency)
            column.addWidget(_pair(why, f"−{self._money(effect.amount_minor)}", Tone.SUCCESS))
        outer = QWidget()
        outer.setLayout(column)
        return outer

    def _laid_on(self) -> None:
        """Rewards and coupons that were laid on, each with a way to take it off."""
        trial = self._presenter.trial
        for kind in ("rewards", "coupons"):
            names = dict(self._desk.named((kind,)))
            for at, each in enumerate(getattr(trial, kind)):
                if each in names:
                    self._lines.addWidget(self._taken(kind, at, names[each]))

    def _taken(self, kind: str, at: int, name: str) -> QWidget:
        row, holder = _row()
        icon = "gift" if kind == "rewards" else "ticket"
        row.addWidget(Icon(icon, size=16, tone=Tone.PRIMARY))
        row.addWidget(ElidedLabel(name), 1)
        off = IconButton("x", filled(self.tr("Take {name} off"), name=name), height=24)
        off.clicked.connect(
            lambda: self._presenter.try_with(lambda trial: trial.without_laid(kind, at))
        )
        row.addWidget(off)
        return holder

    def _totals(self, quote: Quote) -> None:
        if quote.discount_minor:
            saved = f"−{self._money(quote.discount_minor)}"
            self._lines.addWidget(_pair(self.tr("Saved"), saved, Tone.MUTED))
        row, holder = _row()
        row.addWidget(Label(self.tr("To pay"), strong=True), 1)
        self.total = Label(self._money(quote.total_minor), size=fonts.SECTION, strong=True)
        row.addWidget(self.total)
        self._lines.addWidget(holder)
        earned = f"+{quote.points_earned:,}"
        self.earned = earned
        if self._presenter.trial.buyer is not None:
            self._lines.addWidget(_pair(self.tr("Points earned"), earned, Tone.PRIMARY))
        if quote.points_spent_on_rewards:
            spent = f"−{quote.points_spent_on_rewards:,}"
            self._lines.addWidget(_pair(self.tr("Points spent"), spent, Tone.MUTED))

    def _reasons(self, quote: Quote) -> None:
        for icon, tone, text in self._told(quote):
            row, holder = _row()
            row.addWidget(Icon(icon, size=16, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            shown = Tone.DANGER if tone is Tone.DANGER else Tone.MUTED
            row.addWidget(Label(text, size=fonts.CAPTION, tone=shown, wrap=True), 1)
            self._lines.addWidget(holder)

    def _told(self, quote: Quote) -> Iterator[tuple[str, Tone, str]]:
        def said(reason: object) -> str:
            return reason_text(reason, self._desk.language, self._presenter.stock.currency)  # type: ignore[arg-type]

        if quote.barred is not None:
            yield "ban", Tone.DANGER, said(quote.barred)
        for reason in quote.why:
            yield "check", Tone.SUCCESS, said(reason)
        for reason in quote.why_not:
            yield "x", Tone.MUTED, said(reason)


def _row() -> tuple[QHBoxLayout, QWidget]:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XXS)
    return row, holder


def _pair(words: str, amount: str, tone: Tone) -> QWidget:
    row, holder = _row()
    row.addWidget(Label(words, size=fonts.CAPTION, tone=tone, wrap=True), 1)
    row.addWidget(Label(amount, size=fonts.CAPTION, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _minute(text: str) -> int | None:
    hours, _, minutes = text.strip().replace("：", ":").partition(":")
    if not (hours.isascii() and hours.isdecimal() and minutes.isascii() and minutes.isdecimal()):
        return None
    minute = int(hours) * 60 + int(minutes)
    return minute if minute < _DAY_MINUTES and int(minutes) < 60 else None
