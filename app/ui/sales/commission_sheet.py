"""Who served what in some days, and what part of it is theirs; saved as PDF or a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from app.services.commissions import CommissionReport, Served
from app.services.rules.money import Currency, money, rate
from app.ui.receipts import save_document
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.table import Column, Table


class CommissionSheet(Sheet):
    """Left and Right choose the days, Ctrl+S saves them as PDF."""

    def __init__(self, shell: Shell, currency: Currency) -> None:
        super().__init__(shell.overlay_parent(), width=940)
        self._shell = shell
        self._currency = currency
        self._report: CommissionReport | None = None
        self.days = Segmented((), name="")
        self.table = Table((), name="")
        self.table.setMinimumHeight(360)
        self._empty = EmptyState("users", "")
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self._total = Label("", strong=True)
        self.save = SecondaryButton("", icon="download", hint="Ctrl+S")
        self.export = SecondaryButton("", icon="file-down")
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.days)
        top.addStretch(1)
        top.addWidget(self.export)
        top.addWidget(self.save)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.L)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._total)
        self.body.addLayout(foot)
        self.days.changed.connect(lambda _at: self._load())
        self.save.clicked.connect(lambda: self._save("pdf"))
        self.export.clicked.connect(lambda: self._save("csv"))

    def ask(self) -> None:
        """Open with this month."""
        self.set_title(self.tr("Commissions"))
        self.days.setAccessibleName(self.tr("Which days"))
        self.days.set_choices(
            (self.tr("Today"), self.tr("7 days"), self.tr("This month"), self.tr("Last month"))
        )
        self.table.setAccessibleName(self.tr("People"))
        self.save.set_label(self.tr("Save as PDF"))
        self.export.set_label(self.tr("Export"))
        self._empty.say(self.tr("Nothing was sold in these days."))
        self._note.setText(
            self.tr(
                "Net is after discounts, less what was taken back in these days. Tips are told"
                " apart: they are no revenue."
            )
        )
        self.days.choose(2)
        self._load()
        self.open(self.days)

    def span(self) -> tuple[date, date]:
        """The first and the last of the days chosen."""
        today = self._shell.shop.desk.today()
        month = today.replace(day=1)
        before = (month - timedelta(days=1)).replace(day=1)
        spans: tuple[Callable[[], tuple[date, date]], ...] = (
            lambda: (today, today),
            lambda: (today - timedelta(days=6), today),
            lambda: (month, today),
            lambda: (before, month - timedelta(days=1)),
        )
        return spans[max(0, self.days.current())]()

    def _load(self) -> None:
        first, last = self.span()
        commissions = self._shell.shop.commissions
        self._shell.tasks.run(lambda: commissions.report(first, last), self._show, self._refuse)

    def _show(self, report: CommissionReport) -> None:
        self._report = report
        self.set_title(self.tr("Commissions"), f"{report.first} – {report.last}")
        self.table.set_columns(self._columns())
        self.table.show_rows(report.people)
        self.table.setVisible(bool(report.people))
        self._empty.setVisible(not report.people)
        self._say_total(report.people)
        for button in (self.save, self.export):
            button.setEnabled(bool(report.people))

    def _say_total(self, people: tuple[Served, ...]) -> None:
        words = self.tr("Net {net} · commission {commission}")
        net = money(sum(each.net_minor for each in people), self._currency)
        share = money(sum(each.commission_minor for each in people), self._currency)
        self._total.setText(words.replace("{net}", net).replace("{commission}", share))
        self._total.setVisible(bool(people))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves what is shown as PDF."""
        if event.matches(QKeySequence.StandardKey.Save) and self.save.isEnabled():
            self._save("pdf")
            event.accept()
        else:
            super().keyPressEvent(event)

    def _refuse(self, error: Exception) -> None:
        self.close_sheet()
        self._shell.show_error(error)

    def _save(self, ending: str) -> None:
        report = self._report
        if report is None:
            return
        from app.services.documents.goods_reports import commission_report
        from app.services.documents.table_report import save_report

        facts = self._shell.shop.desk.settings.facts
        name = f"commissions-{report.first}-{report.last}"
        made = commission_report(report, facts)

        def write(path: Path) -> None:
            save_report(path, made, facts)

        if ending == "pdf":
            save_document(self._shell, f"{name}.pdf", write)
            return
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getSaveFileName(
            self._shell.overlay_parent(), self.tr("Export"), f"{name}.csv",
            "CSV (*.csv);;Excel (*.xlsx)",
        )  # fmt: skip
        if chosen:
            path = Path(chosen)
            self._shell.tasks.run_aside(
                lambda: write(path),
                lambda _none: self._shell.toast(
                    self.tr("Saved {file}").replace("{file}", path.name)
                ),
                self._shell.show_error,
            )

    def _columns(self) -> tuple[Column[Served], ...]:
        def amount(minor: int) -> str:
            return money(minor, self._currency)

        def unless_none(minor: int) -> str:
            return amount(minor) if minor else ""

        nobody = self.tr("Nobody chosen")
        return (
            Column(self.tr("Person"), lambda s: s.name or nobody, strong=True),
            Column(self.tr("Sales"), lambda s: f"{s.sales:,}", 70, right=True),
            Column(self.tr("Served"), lambda s: amount(s.sold_minor), 130, right=True),
            Column(
                self.tr("Returned"), lambda s: unless_none(-s.refunded_minor),
                110, right=True, tone=Tone.MUTED,
            ),
            Column(self.tr("Net"), lambda s: amount(s.net_minor), 130, right=True),
            Column(self.tr("Rate"), lambda s: f"{rate(s.rate_bp)}%", 80, right=True),
            Column(
                self.tr("Commission"), lambda s: amount(s.commission_minor), 120, right=True,
                strong=True,
            ),
            Column(
                self.tr("Tips"), lambda s: unless_none(s.tips_minor), 100,
                right=True, tone=Tone.MUTED,
            ),
        )  # fmt: skip
