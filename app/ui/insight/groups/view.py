"""The page of groups: one way of looking at the members at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from app.ui.insight.groups.panel import Panel
from app.ui.insight.groups.presenter import GroupsPresenter, Lens
from app.ui.insight.people import show_people
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import EmptyState

LENSES = tuple(Lens)


def make_page(shell: Shell) -> TabPage:
    """The page, for the row of tabs."""
    return GroupsPage(shell)


class GroupsPage(TabPage):
    """Left and Right choose how to look; every figure opens the list behind it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._panels: dict[Lens, Panel] = {}
        self._found: Any = None
        self.presenter = GroupsPresenter(self, shell.shop, shell.tasks)
        self.lenses = Segmented((), name="")
        self.limits = SecondaryButton("", icon="sliders-horizontal", height=Height.BACK_OFFICE)
        self.limits.hide()
        self._told = Label("", tone=Tone.MUTED, wrap=True)
        self.stack = QStackedWidget()
        self.working = _Working()
        self.empty = EmptyState("users", "")
        self.stack.addWidget(self.working)
        self.stack.addWidget(self.empty)
        self._lay_out()
        self.setFocusProxy(self.lenses)
        self.lenses.changed.connect(lambda at: self.presenter.show(LENSES[at]))
        self.working.stop.clicked.connect(self.presenter.stop)
        self.empty.acted.connect(self._again)
        self.limits.clicked.connect(self._ask_limits)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.lenses)
        row.addStretch(1)
        row.addWidget(self.limits)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self.stack, 1)

    # -- the section's calls ---------------------------------------------------------------

    def activated(self) -> None:
        """Reckon what is stale."""
        self.presenter.refresh()

    def shop_changed(self, topic: str) -> None:
        """Sales and members move every figure."""
        self.presenter.forget()
        if self.isVisible():
            self.presenter.refresh()

    def closing(self) -> None:
        """Nothing is lost by stopping."""
        self.presenter.stop()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.lenses.setAccessibleName(self.tr("How to look at the members"))
        self.lenses.set_choices([self._title(lens) for lens in LENSES])
        self.limits.set_label(self.tr("Own limits…"))
        self.working.retranslate()
        for panel in self._panels.values():
            panel.retranslate()
        if self._found is not None:
            self.show_found(self.presenter.lens, self._found)

    # -- GroupsView ------------------------------------------------------------------------

    def show_working(self) -> None:
        """It is being reckoned."""
        self._found = None
        self.limits.hide()
        self._told.setText("")
        self.working.begin()
        self.stack.setCurrentWidget(self.working)

    def show_progress(self, done: int, total: int) -> None:
        """So far."""
        self.working.progress(done, total)

    def show_stopped(self) -> None:
        """Say so, with a way to begin again."""
        self._told.setText("")
        self.empty.say(
            self.tr("Stopped before everything was reckoned."), action=self.tr("Begin again")
        )
        self.stack.setCurrentWidget(self.empty)

    def show_found(self, lens: Lens, found: Any) -> None:
        """Show what came out, or what is missing for it."""
        self._found = found
        panel = self.panel(lens)
        panel.currency = self.shell.shop.desk.settings.money
        panel.has_own_limits = self.shell.shop.desk.settings.rfm_terms is not None
        panel.name_tiers(self._name_tiers())
        self.limits.setVisible(lens in (Lens.RFM, Lens.STAGES) and not panel.is_empty(found))
        if panel.is_empty(found):
            self._told.setText("")
            self.empty.say(panel.lacking(found))
            self.stack.setCurrentWidget(self.empty)
            return
        self._told.setText(panel.told(found))
        panel.show_found(found)
        self.stack.setCurrentWidget(panel)

    def show_people(self, title: str, seqs: array[int], conditions: str) -> None:
        """Show who is behind a figure."""
        show_people(self.shell, title, seqs, conditions)

    def refuse(self, error: Exception) -> None:
        """Say why not."""
        self.shell.show_error(error)

    # -- inside ----------------------------------------------------------------------------

    def panel(self, lens: Lens) -> Panel:
        """What a way of looking is shown in, made when first needed."""
        if lens not in self._panels:
            panel = self._panels[lens] = _make_panel(lens)
            panel.retranslate()
            panel.people_asked.connect(self.presenter.people)
            panel.member_asked.connect(lambda member_id: self.shell.go("members", member_id))
            self.stack.addWidget(panel)
        return self._panels[lens]

    def _again(self) -> None:
        self.presenter.refresh()

    def _title(self, lens: Lens) -> str:
        return {
            Lens.RFM: self.tr("RFM"),
            Lens.QUADRANTS: self.tr("Four quadrants"),
            Lens.STAGES: self.tr("Stages"),
            Lens.FORECAST: self.tr("Forecast"),
            Lens.TRAITS: self.tr("Who they are"),
        }[lens]

    def _ask_limits(self) -> None:
        from app.ui.insight.groups.limits_sheet import open_limits

        kind = "stages" if self.presenter.lens is Lens.STAGES else "rfm"
        open_limits(self.shell, self.presenter, kind, self._found)

    def _name_tiers(self) -> dict[str, str]:
        tiers = self.shell.shop.desk.scheme.tiers
        language = self.shell.language
        return {} if tiers is None else {t.id: t.name.said(language) for t in tiers.tiers}


def _make_panel(lens: Lens) -> Panel:
    from app.ui.insight.groups.forecast_panel import ForecastPanel
    from app.ui.insight.groups.quadrant_panel import QuadrantPanel
    from app.ui.insight.groups.rfm_panel import RfmPanel
    from app.ui.insight.groups.stage_panel import StagePanel
    from app.ui.insight.groups.traits_panel import TraitsPanel

    kinds: dict[Lens, Callable[[], Panel]] = {
        Lens.RFM: RfmPanel,
        Lens.QUADRANTS: QuadrantPanel,
        Lens.STAGES: StagePanel,
        Lens.FORECAST: ForecastPanel,
        Lens.TRAITS: TraitsPanel,
    }
    return kinds[lens]()


class _Working(QWidget):
    """It takes a moment: how far it is, and a way out; the till works on meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", tone=Tone.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self.stop = SecondaryButton("")
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addStretch(2)
        for widget in (self._words, self._bar, self.stop):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self) -> None:
        """From the start."""
        self._bar.setRange(0, 0)

    def progress(self, done: int, total: int) -> None:
        """`done` of `total`; 0 is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def retranslate(self) -> None:
        """Say everything again."""
        self._words.setText(self.tr("Reckoning from every purchase…"))
        self._bar.setAccessibleName(self._words.text())
        self.stop.set_label(self.tr("Stop"))
