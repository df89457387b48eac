"""The page of campaigns: the list, one of them with what it added, and the editor of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import Cancelled
from app.services.campaign_types import Campaign, CampaignState
from app.ui import fonts
from app.ui.insight.campaigns.detail import CampaignDetail
from app.ui.insight.campaigns.editor import CampaignEditor
from app.ui.insight.campaigns.presenter import CampaignsPresenter, Row
from app.ui.insight.campaigns.words import state_tone, state_words
from app.ui.long_work import run_with_progress
from app.ui.sentences import filled, joined
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import Label
from app.ui.widgets.panels import Card, EmptyState
from app.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from app.services.campaign_stopping import Stopped, StopPlan
    from app.ui.insight.campaigns.asking_sheets import StopSheet
    from app.ui.insight.campaigns.call_sheet import CallSheet
    from app.ui.insight.campaigns.door_sheet import DoorSheet

_WIDE = 1100
_LIST_WIDE, _LIST_NARROW = 400, 300
_FIGURES = (2, 3)


class CampaignsPage(TabPage):
    """Ctrl+N begins a campaign, Ctrl+E opens the call list of the one in front."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.presenter = CampaignsPresenter(self, shell.shop, shell.tasks)
        self._stale = True
        self.new = PrimaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self.table = Table((), name="")
        self.detail = CampaignDetail()
        self.empty = EmptyState("phone", "")
        self.editor: CampaignEditor | None = None
        self.call_sheet: CallSheet | None = None
        self.door_sheet: DoorSheet | None = None
        self.stop_sheet: StopSheet | None = None
        self._head = Label("", size=fonts.SECTION, strong=True)
        self._stack = QStackedWidget()
        self._front = QWidget()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._front)
        across = QHBoxLayout(self._front)
        across.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        across.setSpacing(Space.M)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.S)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self.new)
        left.addLayout(top)
        self._card = Card()
        self._card.body.setContentsMargins(1, 6, 1, 6)
        self._card.body.addWidget(self.table)
        left.addWidget(self._card, 1)
        across.addWidget(self._left)
        across.addWidget(self.detail, 1)
        across.addWidget(self.empty, 1)
        self.empty.hide()

    def _wire(self) -> None:
        detail = self.detail
        self.new.clicked.connect(self._begin_new)
        self.empty.acted.connect(self._begin_new)
        self.table.current_changed.connect(self.presenter.choose)
        self.table.opened.connect(lambda _at: self._call())
        detail.calls.clicked.connect(self._call)
        detail.door.clicked.connect(self._door)
        detail.stop.clicked.connect(self.presenter.ask_stop)
        detail.paper.clicked.connect(partial(self._write, "paper"))
        detail.left_out.clicked.connect(partial(self._write, "left_out"))
        detail.pictures.clicked.connect(partial(self._write, "pictures"))
        for channel, button in detail.lists.items():
            button.clicked.connect(partial(self._write, channel.value))
        self.shell.keys.bind(self, "new", self._begin_new)
        self.shell.keys.bind(self._front, "edit", self._call)

    # --- the section's calls ----------------------------------------------------------

    def activated(self) -> None:
        """Sales may have been made since."""
        if self._stale:
            self._stale = False
            self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """What campaigns added is stale."""
        self._stale = True

    def acted(self, action: str) -> None:
        """Ctrl+N and Ctrl+E from the row of tabs."""
        if action == "new":
            self.begin()
        elif self._stack.currentWidget() is self._front:
            self._call()

    def asked(self, request: object) -> None:
        """A segment's name or its conditions: a new campaign for them."""
        if isinstance(request, str) and request:
            self.begin(request)

    def scanned(self, code: str) -> bool:
        """A card while the door is open goes to its sheet; here there is no door."""
        return False

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self._head.setText(self.tr("Campaigns"))
        self.new.set_label(self.tr("New"))
        self.table.setAccessibleName(self.tr("Campaigns"))
        self.table.set_columns(self._columns())
        self.empty.say(
            self.tr("No campaign yet: choose whom to ask, hold some out, and see what it adds."),
            key=self.shell.keys.hint("new"),
            action=self.tr("New campaign"),
        )
        self.detail.retranslate(self.shell.keys.hint)
        if self.editor is not None:
            self.editor.retranslate()
        self._resize()
        if self.presenter.rows:
            self.presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the list's room to the campaign."""
        super().resizeEvent(event)
        self._resize()

    def _resize(self) -> None:
        wide = self.width() >= _WIDE
        self._card.setFixedWidth(_LIST_WIDE if wide else _LIST_NARROW)
        self.new.set_hint(self.shell.keys.hint("new") if wide else "")
        for column in _FIGURES:  # both stand in the campaign itself, its name here alone
            self.table.setColumnHidden(column, not wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the editor back to the list, and there to the table."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._front:
            self._put_aside()
        elif event.key() == Qt.Key.Key_Escape and not self.table.hasFocus():
            self.table.enter()
        else:
            super().keyPressEvent(event)

    # --- CampaignsView ----------------------------------------------------------------

    def show_list(self, rows: Sequence[Row], chosen: int) -> None:
        """Show the campaigns."""
        self.table.blockSignals(True)
        self.table.show_rows(rows)
        if chosen >= 0:
            self.table.choose(chosen)
        self.table.blockSignals(False)
        self.detail.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._left.setVisible(bool(rows))

    def show_campaign(self, row: Row) -> None:
        """Show one of them."""
        currency = self.shell.shop.desk.settings.money
        self.detail.show_row(row, currency, self.presenter.is_open())

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        self.shell.show_error(error)

    def show_stop(self, campaign: Campaign, plan: StopPlan) -> None:
        """Ask whether it is to end, and what is to be taken back."""
        if campaign.state is CampaignState.STOPPED and not (plan.coupons or plan.points):
            self.shell.toast(self.tr("Nothing that it gave is left to be taken back."))
            return
        from app.ui.insight.campaigns.asking_sheets import StopSheet

        sheet = self.stop_sheet = StopSheet(self.shell.overlay_parent(), campaign, plan)
        sheet.closed.connect(sheet.deleteLater)
        sheet.confirmed.connect(self._stop)
        sheet.open(sheet.done)

    def _stop(self, revoke_coupons: bool, take_back_points: bool) -> None:
        work = self.presenter.stopping(
            revoke_coupons=revoke_coupons, take_back_points=take_back_points
        )
        run_with_progress(
            self.shell, self.tr("Stopping the campaign"), work, self._stopped, self._broken_off
        )

    def _stopped(self, stopped: Stopped) -> None:
        said = [filled(self.tr("“{name}” is stopped."), name=stopped.campaign.name)]
        if stopped.coupons_revoked:
            words = self.tr("Coupons revoked: {count}.")
            said.append(filled(words, count=f"{stopped.coupons_revoked:,}"))
        if stopped.points_back:
            words = self.tr("Points taken back: {points}, of {people} members.")
            points, people = f"{stopped.points_back:,}", f"{stopped.people_back:,}"
            said.append(filled(words, points=points, people=people))
        self.shell.toast(joined(*said))
        self.shell.tell_changed("members")
        self.presenter.refresh(stopped.campaign.campaign_id)

    def _broken_off(self, error: Exception) -> None:
        """It is stopped; what is left to take back is asked for again by the same button."""
        if isinstance(error, Cancelled):
            self.shell.toast(self.tr("Broken off: what was not taken back stays for now."))
        else:
            self.refuse(error)
        self.presenter.refresh()

    # --- a new one --------------------------------------------------------------------

    def begin(self, audience: str = "") -> None:
        """Open the editor with a new campaign."""
        if self.editor is None:
            self.editor = CampaignEditor(self.shell)
            self.editor.retranslate()
            self.editor.left.connect(self._put_aside)
            self.editor.started.connect(self._started)
            self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin(audience)

    def _begin_new(self) -> None:
        self.begin()

    def _put_aside(self) -> None:
        """Leave the editor; what was typed can be taken up again."""
        assert self.editor is not None
        self._leave_editor()
        if self.editor.presenter.is_begun():
            self.shell.toast(self.tr("The new campaign is put aside."), self._take_up)

    def _take_up(self) -> None:
        assert self.editor is not None
        self._stack.setCurrentWidget(self.editor)
        self.editor.fields["name"].setFocus()

    def _leave_editor(self) -> None:
        self._stack.setCurrentWidget(self._front)
        self.table.setFocus()

    def _started(self, campaign: Campaign) -> None:
        self._leave_editor()
        self.shell.forget_error()
        words = self.tr("“{name}” is started: {count} to ask.")
        self.shell.toast(filled(words, name=campaign.name, count=f"{campaign.reached:,}"))
        self.presenter.refresh(campaign.campaign_id)
        self.shell.tell_changed("members")

    # --- what is done with one --------------------------------------------------------

    def _call(self) -> None:
        campaign = self.presenter.current
        if campaign is None or self.detail.calls.isHidden():
            return
        from app.ui.insight.campaigns.call_sheet import CallSheet

        sheet = self.call_sheet = CallSheet(self.shell, campaign)
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self._back)
        sheet.member_asked.connect(lambda key: self.shell.go("members", key))
        sheet.ask()

    def _door(self) -> None:
        campaign = self.presenter.current
        if campaign is None:
            return
        from app.ui.insight.campaigns.door_sheet import DoorSheet

        sheet = self.door_sheet = DoorSheet(self.shell, campaign)
        sheet.closed.connect(sheet.deleteLater)
        sheet.closed.connect(self._back)
        sheet.ask()

    def _back(self) -> None:
        self.call_sheet = self.door_sheet = None
        self.presenter.refresh()

    def _write(self, what: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        campaign = self.presenter.current
        if campaign is None:
            return
        kinds = {"paper": "PDF (*.pdf)", "pictures": "ZIP (*.zip)"}
        endings = {"paper": ".pdf", "pictures": ".zip"}
        name = f"{campaign.name}-{what}{endings.get(what, '.csv')}"
        chosen, _kind = QFileDialog.getSaveFileName(
            self.shell.overlay_parent(), self.tr("Export"), name,
            kinds.get(what, "CSV (*.csv);;Excel (*.xlsx)"),
        )  # fmt: skip
        if chosen:
            self.write(what, Path(chosen))

    def write(self, what: str, path: Path) -> None:
        """Write a list, the paper or the pictures to a file, with progress."""

        def written(rows: int) -> None:
            words = self.tr("{rows} members written to {file}.")
            self.shell.toast(filled(words, rows=f"{rows:,}", file=path.name))
            self.presenter.refresh()

        run_with_progress(
            self.shell,
            self.tr("Exporting"),
            self.presenter.writing(what, path, self.shell.language),
            written,
        )

    def _columns(self) -> tuple[Column[Row], ...]:
        def bought(row: Row) -> str:
            return "…" if row.result is None else f"{row.result.funnel.bought:,}"

        return (
            Column(self.tr("Campaign"), lambda row: row.campaign.name, strong=True),
            Column(
                self.tr("State"), lambda row: state_words(row.campaign.state), 88,
                tone=lambda row: state_tone(row.campaign.state),
            ),
            Column(self.tr("To ask"), lambda row: f"{row.campaign.reached:,}", 72, right=True),
            Column(self.tr("Bought"), bought, 76, right=True),
        )  # fmt: skip


def make_page(shell: Shell) -> CampaignsPage:
    """The tab's page."""
    return CampaignsPage(shell)
