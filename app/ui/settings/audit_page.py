"""The audit trail, in the settings: who did what; and what each person did out of the ordinary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.messages import power_name
from app.services.audit_trail import AuditEntry, AuditFilter, PersonsDay
from app.services.rules.money import money, rate
from app.services.staff import Person
from app.ui.settings.audit_words import action_name
from app.ui.settings.page import Page
from app.ui.staff_words import role_name
from app.ui.theme import Space
from app.ui.widgets.buttons import Button
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.table import Column, Table

_SPANS = (0, 6, 29, 89)

_ROOMY = 900
_USUAL, _NARROW = (150, 120, 200, 130, 120), (140, 76, 130, 84, 96)
_COUNTS = (1, 4, 9, 10)
"""Columns of the people that a narrow window leaves to the line below, which tells them all."""
_FIGURES = ("account.limit", "product.price", "staff.commission")
"""Actions whose before and after are numbers."""


class AuditPage(Page):
    """Two tables: the trail, newest first, and the figures of each person."""

    icon = "history"
    saves = False

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("AuditPage", "Audit trail")

    def lay_out_body(self, column: QVBoxLayout) -> None:
        """The tables take all of the page."""
        self.body.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self.body.setSpacing(Space.S)
        column.addLayout(self.body, 1)

    def build(self) -> None:
        """See `Page`."""
        self._entries: list[Person] = []
        self.view = Segmented(["", ""], name="")
        self.person, self.action, self.span = DropDown(), DropDown(), DropDown()
        self.person.setMinimumWidth(120)
        self.export = Button("", icon="file-down")
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for widget in (self.view, self.span, self.person, self.action):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.export)
        self.trail = Table(self._trail_columns(), name="")
        self.people = Table(self._people_columns(), name="")
        self.tables = QStackedWidget()
        self.tables.addWidget(self.trail)
        self.tables.addWidget(self.people)
        self.note = Label("", tone=Tone.MUTED, wrap=True)
        self.body.addLayout(row)
        self.body.addWidget(self.tables, 1)
        self.body.addWidget(self.note)
        self.view.changed.connect(self._turned)
        for box in (self.person, self.action, self.span):
            box.activated.connect(lambda _at: self.read())
        self.export.clicked.connect(self._ask_file)
        self.trail.current_changed.connect(self._tell)
        self.people.current_changed.connect(self._tell_person)

    def activated(self) -> None:
        """What stands there by now."""
        shop = self.shell.shop

        def work() -> tuple[tuple[Person, ...], tuple[str, ...]]:
            return shop.staff.list(), shop.audit_trail.actions()

        self.shell.tasks.run(work, lambda found: self._choices(*found))

    def wanted(self) -> AuditFilter:
        """What is chosen."""
        today = self.shell.shop.desk.today()
        first = today - timedelta(days=self.span.currentData() or 0)
        return AuditFilter(self.person.currentData(), self.action.currentData() or "", first, today)

    def read(self) -> None:
        """Read what is chosen."""
        trail, wanted = self.shell.shop.audit_trail, self.wanted()
        first, last = wanted.first_day, wanted.last_day
        assert first is not None
        assert last is not None
        if self.view.current():
            self.shell.tasks.run(lambda: trail.exceptions(first, last), self.people.paged.show_rows)
            return

        def fetch(offset: int, limit: int, give: Any) -> None:
            self.shell.tasks.run(lambda: trail.page(wanted, offset, limit), give)

        self.shell.tasks.run(
            lambda: trail.count(wanted), lambda count: self.trail.paged.show_paged(count, fetch)
        )

    def say(self) -> None:
        """See `Page`."""
        self.view.set_choices([self.tr("Trail"), self.tr("Exceptions")])
        self.view.setAccessibleName(self.tr("What to show"))
        self.person.setAccessibleName(self.tr("Person"))
        self.action.setAccessibleName(self.tr("Action"))
        self.span.setAccessibleName(self.tr("Days"))
        self.trail.setAccessibleName(self.tr("Audit trail"))
        self.people.setAccessibleName(self.tr("What each person did"))
        self.export.set_label(self.tr("Export…"))
        self.trail.paged.set_columns(self._trail_columns())
        self.people.paged.set_columns(self._people_columns())
        spans = [
            self.tr("Today"), self.tr("7 days"), self.tr("30 days"), self.tr("90 days"),
        ]  # fmt: skip
        _fill(self.span, list(zip(spans, _SPANS, strict=True)), 6)
        self._turned()

    # -- inside ---------------------------------------------------------------------------

    def _turned(self) -> None:
        people = bool(self.view.current())
        self.tables.setCurrentIndex(int(people))
        self.person.setVisible(not people)
        self.action.setVisible(not people)
        self.note.setText(
            self.tr("Read from the sales, refunds and entries themselves; nothing of it is edited.")
        )
        if self.isVisible():
            self.read()

    def _choices(self, people: Sequence[Person], actions: Sequence[str]) -> None:
        everybody = [(self.tr("Everybody"), None)]
        _fill(self.person, everybody + [(each.name, each.staff_id) for each in people], None)
        everything = [(self.tr("Every action"), "")]
        _fill(self.action, everything + [(action_name(each), each) for each in actions], "")
        self.read()

    def _tell(self, at: int) -> None:
        """The whole of one entry, where the table is too narrow for it."""
        entry: AuditEntry | None = self.trail.paged.row(at) if at >= 0 else None
        if entry is not None:
            self.note.setText(self._change(entry))

    def _change(self, entry: AuditEntry) -> str:
        sides: tuple[str, ...] = (entry.before, entry.after)
        if entry.action in ("staff.added", "staff.role"):
            sides = tuple(role_name(side) if side else "" for side in sides)
        elif entry.action in _FIGURES:
            sides = tuple(self._figure(entry.action, side) for side in sides)
        change = " → ".join(part for part in sides if part)
        told = dict(entry.detail)
        parts = [change, entry.why]
        if "power" in told:
            parts.append(power_name(told["power"], self.shell.language))
        if "amount" in told:
            parts.append(self._amount(entry.action, int(told["amount"]), told.get("unit", "")))
        return " · ".join(part for part in parts if part)

    def _figure(self, action: str, side: str) -> str:
        """A stored number as a price or a rate."""
        if not side.lstrip("-").isdecimal():
            return side
        if action == "staff.commission":
            return f"{rate(int(side))}%"
        return money(int(side), self.host.presenter.settings.money)

    def _amount(self, action: str, amount: int, unit: str) -> str:
        if unit == "bp" or action == "sale.discount":
            return f"{rate(amount)}%" if amount else ""
        if unit == "minor" or action in ("value.paid_out", "sale.open_item"):
            return money(amount, self.host.presenter.settings.money)
        return f"{amount:,}" if amount else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives room to what changed, and to sums rather than counts."""
        super().resizeEvent(event)
        self.trail.set_columns(self._trail_columns())
        for column in _COUNTS:
            self.people.setColumnHidden(column, self.width() < _ROOMY)

    def _trail_columns(self) -> tuple[Column[AuditEntry], ...]:
        when, who, what, of, by = _USUAL if self.width() >= _ROOMY else _NARROW
        return (
            Column(self.tr("When"), lambda e: f"{e.at:%Y-%m-%d %H:%M}", when),
            Column(self.tr("Who"), lambda e: e.who, who, strong=True),
            Column(self.tr("What"), lambda e: action_name(e.action), what),
            Column(self.tr("Of"), lambda e: e.subject, of),
            Column(self.tr("Before → after, why"), self._change),
            Column(self.tr("Approved by"), lambda e: e.approved_by, by),
        )

    def _people_columns(self) -> tuple[Column[PersonsDay], ...]:
        def sum_of(minor: int) -> str:
            return money(minor, self.host.presenter.settings.money, sign=False) if minor else "–"

        def plain(count: int) -> str:
            return f"{count:,}" if count else "–"

        return (
            Column(self.tr("Who"), lambda p: p.name, 0, strong=True),
            Column(self.tr("Sales"), lambda p: plain(p.sales), 72, right=True),
            Column(self.tr("Voids"), lambda p: sum_of(p.voided_minor), 88, right=True),
            Column(self.tr("Refunds"), lambda p: sum_of(p.refunded_minor), 88, right=True),
            Column(self.tr("No sale"), lambda p: plain(p.no_sales), 76, right=True),
            Column(self.tr("Discounts"), lambda p: sum_of(p.discounted_minor), 96, right=True),
            Column(self.tr("Points"), lambda p: plain(p.points_given), 80, right=True),
            Column(self.tr("Claims"), lambda p: plain(p.claims), 72, right=True),
            Column(self.tr("Coupons"), lambda p: plain(p.coupons_given), 80, right=True),
            Column(self.tr("Revoked"), lambda p: plain(p.coupons_revoked), 80, right=True),
            Column(self.tr("Set free"), lambda p: plain(p.freed), 80, right=True),
            Column(self.tr("Asked"), lambda p: plain(p.approvals), 68, right=True),
        )

    def _tell_person(self, at: int) -> None:
        """All figures of one person that are not zero, counts beside sums."""
        one: PersonsDay | None = self.people.paged.row(at) if at >= 0 else None
        if one is None:
            return
        currency = self.host.presenter.settings.money
        pairs = (
            (self.tr("Sales"), one.sales, one.sold_minor),
            (self.tr("Voids"), one.voids, one.voided_minor),
            (self.tr("Refunds"), one.refunds, one.refunded_minor),
            (self.tr("Discounts"), one.discounts, one.discounted_minor),
            (self.tr("Paid out"), one.pay_outs, one.paid_out_minor),
        )
        told = [
            f"{name} {count:,} · {money(minor, currency)}" for name, count, minor in pairs if count
        ]
        counts = (
            (self.tr("No sale"), one.no_sales),
            (self.tr("Points by hand"), one.points_given),
            (self.tr("Points claimed"), one.claimed_points),
            (self.tr("Coupons by hand"), one.coupons_given),
            (self.tr("Coupons revoked"), one.coupons_revoked),
            (self.tr("Members and cards set free"), one.freed),
            (self.tr("Wrong PINs"), one.wrong_pins),
        )
        told += [f"{name} {count:,}" for name, count in counts if count]
        self.note.setText(f"{one.name}: " + ("; ".join(told) or "–"))

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getSaveFileName(
            self.shell.overlay_parent(), self.title(), "audit.csv", "CSV (*.csv);;Excel (*.xlsx)"
        )
        if name:
            path = Path(name)
            self.save_as(path if path.suffix else path.with_suffix(".csv"))

    def save_as(self, path: Path) -> None:
        """Write what is chosen to a file."""
        trail, wanted = self.shell.shop.audit_trail, self.wanted()
        first, last = wanted.first_day, wanted.last_day
        assert first is not None
        assert last is not None
        people = bool(self.view.current())

        def work() -> int:
            if people:
                return trail.save_exceptions(path, first, last)
            return trail.save(path, wanted)

        def saved(rows: int) -> None:
            words = QCoreApplication.translate("Transfers", "Rows written to {file}: {rows}")
            self.shell.toast(words.replace("{rows}", f"{rows:,}").replace("{file}", path.name))

        self.shell.tasks.run(work, saved)


def _fill(box: DropDown, choices: Sequence[tuple[str, Any]], usual: Any) -> None:
    """Offer the choices; the one held stays, else the usual one is taken."""
    held = box.currentData() if box.count() else usual
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    values = [value for _, value in choices]
    box.setCurrentIndex(values.index(held) if held in values else values.index(usual))
