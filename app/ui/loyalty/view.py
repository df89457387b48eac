"""The screen of loyalty: the schemes at the left, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.long_work import run_with_progress
from app.ui.loyalty.gallery import NARROW, WIDTH, SchemeList
from app.ui.loyalty.scheme_page import SchemePage
from app.ui.loyalty.words import title_of
from app.ui.screen import Screen
from app.ui.sentences import filled
from app.ui.shell import Shell, Shop
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Label

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.lifting import Lifted
    from app.services.rules.lint import Finding
    from app.services.rules.scheme import Scheme
    from app.services.rules.scheme.standing import Tier
    from app.ui.loyalty.editor.page import EditorPage
    from app.ui.loyalty.presenter import Entry, Gallery, LoyaltyPresenter, Past
    from app.ui.loyalty.presenting.backtesting import BacktestPresenter
    from app.ui.loyalty.presenting.editing import Stock
    from app.ui.loyalty.use_sheet import UseSheet

_WIDE = 1100


class LoyaltyScreen(Screen):
    """What the shop promises its members."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._presenter: LoyaltyPresenter | None = None
        self._sheet: UseSheet | None = None
        self._backtests: BacktestPresenter | None = None
        self.editor: EditorPage | None = None
        self._gallery = QWidget()
        self._head = Label("", size=fonts.SECTION, strong=True)
        self.list = SchemeList()
        self.hand_out = SecondaryButton("", icon="ticket", hint=shell.keys.hint("new"))
        self.page = SchemePage()
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.shown.connect(self._choose)
        self.list.entered_scheme.connect(self.page.scroller.setFocus)
        self.page.use_asked.connect(self._ask_use)
        self.page.look_asked.connect(self._look)
        self.page.edit_asked.connect(self._edit)
        self.hand_out.clicked.connect(self._hand_out)
        self._connect_backtest()
        self.shell.keys.bind(self._gallery, "edit", self._edit)
        self.shell.keys.bind(self._gallery, "new", self._hand_out)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.M, Space.L, 0)
        outer.addLayout(self._stack)
        self._stack.addWidget(self._gallery)
        across = QHBoxLayout(self._gallery)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        self._head.setMinimumHeight(40)
        left.addWidget(self._head)
        left.addWidget(self.list, 1)
        left.addWidget(self.hand_out)
        across.addLayout(left)
        across.addWidget(self.page, 1)

    # --- the window's calls -----------------------------------------------------

    def opened(self, shop: Shop) -> None:
        """List the schemes."""
        from app.ui.loyalty.presenter import LoyaltyPresenter
        from app.ui.loyalty.presenting.backtesting import BacktestPresenter

        self._presenter = LoyaltyPresenter(self, shop, self.shell.tasks)
        self._backtests = BacktestPresenter(self.page.backtest, shop, self.shell.tasks)
        self.page.set_currency(shop.desk.settings.money)
        self.retranslate()
        self._presenter.refresh()

    def activated(self) -> None:
        """The day may be another one, and with it the scheme in force."""
        if self._presenter is not None:
            self._presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """The settings hold the currency; behind another screen it is read when it comes up."""
        if topic == "settings" and self._presenter is not None:
            self.page.set_currency(self.shell.shop.desk.settings.money)
            if self.isVisible():
                self._presenter.refresh()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self._head.setText(self.tr("Loyalty schemes"))
        self.list.setAccessibleName(self.tr("Loyalty schemes"))
        self.hand_out.set_label(self.tr("Coupons and gifts"))
        self.hand_out.set_hint(self.shell.keys.hint("new"))
        self.page.retranslate(self.shell.language)
        self.page.set_edit_hint(self.shell.keys.hint("edit"))
        if self.editor is not None:
            self.editor.retranslate()
        gallery = None if self._presenter is None else self._presenter.gallery
        if gallery is not None:
            self.show_gallery(gallery, max(0, self.list.currentRow()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the cards' room to the scheme."""
        super().resizeEvent(event)
        self.list.setFixedWidth(WIDTH if self.width() >= _WIDE else NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        in_gallery = self._stack.currentWidget() is self._gallery
        if event.key() == Qt.Key.Key_Escape and in_gallery and not self.list.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _hand_out(self) -> None:
        from app.ui.loyalty.handing_sheet import HandingSheet

        sheet = HandingSheet(self.shell)
        sheet.closed.connect(sheet.deleteLater)
        self.handing_sheet = sheet
        sheet.ask()

    # --- LoyaltyView --------------------------------------------------------------

    def show_gallery(self, gallery: Gallery, chosen: int) -> None:
        """Show the schemes."""
        self.list.show_entries(
            gallery.entries,
            chosen,
            language=self.shell.language,
            in_force=self.tr("In use"),
        )
        self.show_scheme(gallery.entries[chosen])

    def show_scheme(self, entry: Entry) -> None:
        """Show one whole."""
        presenter = self._presenter
        assert presenter is not None
        assert presenter.gallery is not None
        self.page.show_entry(entry, presenter.gallery.versions, self.shell.language)
        others = [each.scheme for each in presenter.gallery.entries if each.scheme != entry.scheme]
        money = self.shell.shop.desk.settings.money
        card = self.page.backtest
        new = card.show_scheme(entry.scheme, others, self.shell.language, money)
        if new and self._backtests is not None:
            self._backtests.forget()

    def edit(self, scheme: Scheme, stock: Stock) -> None:
        """Open the editor instead of the gallery."""
        if self.editor is None:
            from app.ui.loyalty.editor.page import EditorPage

            self.editor = EditorPage(self.shell)
            self._stack.addWidget(self.editor)
            self.editor.left.connect(self._leave_editor)
            self.editor.use_asked.connect(self._ask_use_of)
            self.editor.try_asked.connect(self._try_draft)
        self._stack.setCurrentWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.edit(scheme, stock)

    def used(self, version: Past, undo: Callable[[], None] | None) -> None:
        """Say that it is in force, or from when."""
        lift = self._sheet is not None and self._sheet.lifts_now()
        if self._sheet is not None:
            self._sheet.close_sheet()
        if self.editor is not None:
            self._leave_editor()
        title = title_of(version.scheme, self.shell.language)
        words = (
            self.tr("“{title}” comes into force on {day}.")
            if version.to_come
            else self.tr("“{title}” is in force.")
        )
        self.shell.toast(filled(words, title=title, day=version.active_from.isoformat()), undo)
        if lift and self._presenter is not None:
            title = self.tr("Lifting members")
            run_with_progress(self.shell, title, self._presenter.lift, self._lifted)

    def _lifted(self, done: Lifted) -> None:
        names = {tier.id: tier.name for tier in self._tiers()}
        parts = [
            f"{names[tier].said(self.shell.language)} {members:,}" for tier, members in done.by_tier
        ]
        words = self.tr("Members lifted: {count}")
        said = filled(words, count=f"{done.members:,}")
        self.shell.toast(" · ".join([said, *parts]))
        self.shell.tell_changed("members", self)

    def _tiers(self) -> tuple[Tier, ...]:
        terms = self.shell.shop.desk.scheme.tiers
        return () if terms is None else terms.tiers

    def show_findings(self, scheme: Scheme, findings: tuple[Finding, ...]) -> None:
        """In the sheet that asks whether to use it."""
        if self._sheet is not None:
            money = self.shell.shop.desk.settings.money
            self._sheet.show_findings(scheme, findings, self.shell.language, money)

    def refuse(self, error: Exception) -> None:
        """Say it in the sheet, or in the banner."""
        if self._sheet is not None and not self._sheet.isHidden():
            self._sheet.refuse(error, self.shell.sentence(error))
        else:
            self.shell.show_error(error)

    def changed(self) -> None:
        """Other screens price with the scheme."""
        self.shell.tell_changed("settings", self)

    # --- inside -------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        if self._presenter is not None:
            self._presenter.choose(name)

    def _ask_use(self) -> None:
        item = self.page.shown()
        if item is not None:
            self._ask_use_of(item.scheme)

    def _ask_use_of(self, scheme: Scheme) -> None:
        """Ask from which day a scheme is in force, edited or as it came."""
        presenter = self._presenter
        if presenter is not None and presenter.gallery is not None:
            self._use_sheet().ask(scheme, presenter.gallery.today, self.shell.language)
            presenter.check(scheme)

    def _edit(self) -> None:
        item = self.page.shown()
        if self._presenter is not None and item is not None:
            self._presenter.edit(item.scheme)

    def _connect_backtest(self) -> None:
        card = self.page.backtest
        card.asked.connect(self._try)
        card.stopped.connect(self._stop_trying)
        card.export_asked.connect(self._export_shown)
        card.refused.connect(self.shell.show_error)
        card.written.connect(self._written)

    def _written(self, path: Path) -> None:
        self.shell.toast(filled(self.tr("Written to {file}."), file=path.name))

    def _try(self, schemes: tuple[Scheme, ...], months: int) -> None:
        if self._backtests is not None:
            self._backtests.run(schemes, months)

    def _try_draft(self, draft: Scheme) -> None:
        """Try the edited rules on the past, beside any scheme of the gallery."""
        from app.ui.loyalty.trial_sheet import TrialSheet

        presenter = self._presenter
        if presenter is not None and presenter.gallery is not None:
            sheet = TrialSheet(self.shell, self._export)
            sheet.card.written.connect(self._written)
            sheet.closed.connect(sheet.deleteLater)
            sheet.ask(draft, [each.scheme for each in presenter.gallery.entries])

    def _stop_trying(self) -> None:
        if self._backtests is not None:
            self._backtests.cancel()

    def _export_shown(self) -> None:
        if self._backtests is not None:
            self._export(self._backtests)

    def _export(self, backtests: BacktestPresenter) -> None:
        """Ask for a file, and write the months to it."""
        from PySide6.QtWidgets import QFileDialog

        from app.ui.loyalty.backtest_card import csv_path

        kinds = self.tr("CSV, for any program (*.csv)"), self.tr("Excel (*.xlsx)")
        title = self.tr("Save the months")
        name, _ = QFileDialog.getSaveFileName(
            self.shell.overlay_parent(), title, "backtest.csv", ";;".join(kinds)
        )
        if name:
            backtests.write(csv_path(name))

    def _mend(self) -> None:
        """From the sheet to the rules it finds fault with."""
        if self._sheet is not None:
            self._sheet.close_sheet()
        if self._stack.currentWidget() is self._gallery:
            self._edit()

    def _leave_editor(self) -> None:
        self._stack.setCurrentWidget(self._gallery)
        self.setFocusProxy(self.list)
        self.list.setFocus()

    def _look(self, version: int) -> None:
        """Show an old version, from where it can be used again."""
        presenter = self._presenter
        if presenter is not None:
            presenter.look(version)

    def _use_sheet(self) -> UseSheet:
        if self._sheet is None:
            from app.ui.loyalty.use_sheet import UseSheet

            self._sheet = UseSheet(self.shell.overlay_parent())
            assert self._presenter is not None
            self._sheet.submitted.connect(self._presenter.use)
            self._sheet.checks.mend_asked.connect(self._mend)
            self.shell.keys.bind(self._sheet, "save", self._sheet.submit)
        return self._sheet
