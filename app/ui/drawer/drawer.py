"""The drawer, as the window knows it: its keys, its sheets, its papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.messages import tender_name
from app.services.documents.report import report_pages, save_report
from app.services.documents.report_told import ReportTold, z_number
from app.services.rules.day_report import DayReport, ZReport
from app.services.rules.money import Currency, money
from app.ui.drawer.asking import FloatSheet, MovementSheet
from app.ui.drawer.count_sheet import OTHERS, CountSheet
from app.ui.drawer.menu_sheet import MenuSheet
from app.ui.drawer.presenter import KINDS, DrawerPresenter
from app.ui.drawer.reason_sheet import ReasonSheet
from app.ui.drawer.report_sheet import ReportSheet
from app.ui.drawer.reports_sheet import ReportsSheet
from app.ui.long_work import run_with_progress
from app.ui.receipts import paper, save_document
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.services.backup_files import Backup
    from app.services.cash_types import Difference, Moved, SessionNow
    from app.ui.shell import Shell


class Drawer(QObject):
    """Shows what the presenter says; made when a key first asks for it."""

    changed = Signal()
    """A session was opened or closed."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.overlay_parent())
        self._shell = shell
        self.shop = shell.shop
        self.presenter = DrawerPresenter(self, shell.shop, shell.tasks)
        self._waiting = False
        self._asking: list[AskSheet] = []
        self.menu_sheet: MenuSheet | None = None
        self.float_sheet: FloatSheet | None = None
        self.movement_sheet: MovementSheet | None = None
        self.count_sheet: CountSheet | None = None
        self.reason_sheet: ReasonSheet | None = None
        self.report_sheet: ReportSheet | None = None
        self.reports_sheet: ReportsSheet | None = None

    # --- what the window starts -----------------------------------------------------------

    def menu(self) -> None:
        """Everything that can be done."""
        self.presenter.menu()

    def close_day(self) -> None:
        """Count and close."""
        self.presenter.close_day()

    def open_first(self, then: Callable[[], None] | None = None) -> None:
        """Ask for the float, and then do what waited for it."""
        self._waiting = then is not None
        self.presenter.ask_float(then)

    # --- what the presenter shows -----------------------------------------------------------

    def show_menu(self, session: SessionNow | None) -> None:
        """See `DrawerView`."""
        sheet = MenuSheet(self._window)
        sheet.chosen.connect(self._chosen)
        sheet.closed.connect(sheet.deleteLater)
        self.menu_sheet = sheet
        counts = self._shell.shop.desk.settings.count_cash
        sheet.ask(session, counts=counts)

    def _chosen(self, door: str) -> None:
        if door in KINDS:
            self.presenter.ask_movement(door)
            return
        doors: dict[str, Callable[[], None]] = {
            "open": self.open_first,
            "close": self.close_day,
            "x": self.presenter.read,
            "reports": self.presenter.reports,
        }
        doors[door]()

    def ask_float(self, proposed_minor: int) -> None:
        """See `DrawerView`."""
        if self.float_sheet is None:
            self.float_sheet = FloatSheet(self._window, currency=self._currency)
            self.float_sheet.submitted.connect(self.presenter.open)
        self._asked(self.float_sheet)
        self.float_sheet.ask(proposed_minor, waiting=self._waiting)

    def ask_movement(self, kind: str) -> None:
        """See `DrawerView`."""
        if self.movement_sheet is None:
            self.movement_sheet = MovementSheet(self._window, currency=self._currency)
            self.movement_sheet.submitted.connect(self.presenter.move)
        self._asked(self.movement_sheet)
        self.movement_sheet.ask(kind)

    def ask_count(self, session: SessionNow) -> None:
        """See `DrawerView`."""
        if self.count_sheet is None:
            language = self._shell.language
            names = {kind: tender_name(kind, language) for kind in OTHERS}
            tenders = [(kind, name[:1].upper() + name[1:]) for kind, name in names.items()]
            self.count_sheet = CountSheet(self._window, currency=self._currency, tenders=tenders)
            self.count_sheet.submitted.connect(self.presenter.counted)
        self._asked(self.count_sheet)
        self.count_sheet.ask(session)

    def ask_reason(self, difference: Difference) -> None:
        """See `DrawerView`."""
        if self.reason_sheet is None:
            self.reason_sheet = ReasonSheet(self._window, currency=self._currency)
            self.reason_sheet.submitted.connect(self.presenter.close)
        self._asked(self.reason_sheet)
        self.reason_sheet.ask(difference)

    def opened(self, session: SessionNow) -> None:
        """See `DrawerView`."""
        self._answered()
        self._shell.forget_error()
        self._shell.toast(self.tr("The drawer is open"))
        self.changed.emit()

    def moved(self, moved: Moved) -> None:
        """See `DrawerView`."""
        self._answered()
        if moved.kind in ("pay_in", "pay_out", "drop", "no_sale"):
            self._shell.roll.kick_drawer()
        words = {
            "pay_in": self.tr("{amount} put into the drawer"),
            "pay_out": self.tr("{amount} paid out of the drawer"),
            "drop": self.tr("{amount} taken to the safe"),
            "no_sale": self.tr("Opened without a sale; it is written down"),
        }[moved.kind]
        amount = money(abs(moved.amount_minor), self._currency)
        self._shell.toast(words.replace("{amount}", amount))
        self.changed.emit()

    def nothing_open(self) -> None:
        """See `DrawerView`."""
        self._shell.toast(self.tr("Nothing to close: no session is open"))

    def show_reading(self, report: DayReport) -> None:
        """See `DrawerView`."""
        self._show(report, again=False)

    def show_closed(self, closed: ZReport) -> None:
        """See `DrawerView`."""
        self._answered()
        self._show(closed, again=False).say_backup(self.tr("Making the backup…"), Tone.MUTED)
        if self._shell.config.print_receipts:
            self._print(closed, duplicate=False)
        self.changed.emit()

    def show_reports(self, reports: tuple[ZReport, ...]) -> None:
        """See `DrawerView`."""
        sheet = ReportsSheet(self._window)
        sheet.chosen.connect(lambda report: self._show(report, again=True))
        sheet.closed.connect(sheet.deleteLater)
        self.reports_sheet = sheet
        sheet.ask(reports, self._shell.keys.hint("close_day"))

    def back_up(self, done: Callable[[Backup], None], failed: Callable[[Exception], None]) -> None:
        """See `DrawerView`."""
        shop = self._shell.shop
        run_with_progress(
            self._shell,
            self.tr("Backup of the closed day"),
            lambda progress, stop: shop.backups.make(None, "day_close", progress, stop),
            done,
            failed,
        )

    def backed_up(self, problem: Exception | None) -> None:
        """See `DrawerView`."""
        sheet = self.report_sheet
        if problem is None:
            words, tone = self.tr("A verified backup was made"), Tone.SUCCESS
        else:
            why = self._shell.sentence(problem)
            words = self.tr("The day is closed, but its backup failed: {why}")
            words, tone = words.replace("{why}", why), Tone.DANGER
        if sheet is not None and not sheet.isHidden():
            sheet.say_backup(words, tone)
        elif problem is None:
            self._shell.toast(words)
        else:
            self._shell.banner(words, tone)
        self.changed.emit()

    def refuse(self, error: Exception) -> None:
        """See `DrawerView`."""
        for sheet in reversed(self._asking):
            if not sheet.isHidden():
                sheet.say_error(self._shell.sentence(error))
                return
        self._shell.show_error(error)

    # --- papers ---------------------------------------------------------------------------

    def _show(self, told: DayReport | ZReport, *, again: bool) -> ReportSheet:
        if self.report_sheet is None:
            self.report_sheet = ReportSheet(self._window)
            self.report_sheet.print_asked.connect(self._print)
            self.report_sheet.save_asked.connect(self._save)
        facts = self._shell.shop.desk.settings.facts
        self.report_sheet.show_report(told, facts, paper(self._shell), again=again)
        return self.report_sheet

    def _print(self, told: DayReport | ZReport, duplicate: bool) -> None:
        if isinstance(told, ZReport) and self._shell.roll.takes_commands:
            self._shell.roll.print_document("z_report", z_number(told), duplicate=duplicate)
            return
        from app.ui.printing import Kind

        facts = self._shell.shop.desk.settings.facts
        pages = report_pages(told, facts, paper(self._shell), duplicate=duplicate)
        text = ReportTold(told, facts)
        self._shell.printing.print_pages(Kind.RECEIPT, pages, text.number or text.title)

    def _save(self, told: DayReport | ZReport, duplicate: bool) -> None:
        facts = self._shell.shop.desk.settings.facts
        text = ReportTold(told, facts)
        save_document(
            self._shell,
            f"{text.number or text.title}.pdf",
            lambda path: save_report(path, told, facts, "a4", duplicate=duplicate),
        )

    # --- sheets ---------------------------------------------------------------------------

    @property
    def _window(self) -> QWidget:
        return self._shell.overlay_parent()

    @property
    def _currency(self) -> Currency:
        return self._shell.shop.desk.settings.money

    def _asked(self, sheet: AskSheet) -> None:
        """Remember which questions stand open, the newest last."""
        if sheet in self._asking:
            self._asking.remove(sheet)
        self._asking.append(sheet)

    def _answered(self) -> None:
        for sheet in reversed(self._asking):
            sheet.close_sheet()
        self._asking.clear()
