"""The editor of a new campaign: what is typed at the left, what it would do at the right."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.campaign_types import CampaignPlan, Channel, LeftOut
from app.ui import fonts
from app.ui.insight.campaigns.asking_sheets import LeftOutSheet, StartSheet
from app.ui.insight.campaigns.plan_panel import PlanPanel
from app.ui.insight.campaigns.presenting.editing import EditorPresenter, Preview, Stock
from app.ui.insight.campaigns.presenting.form import Form
from app.ui.insight.campaigns.wording_card import WordingCard
from app.ui.insight.campaigns.words import channel_words
from app.ui.insight.segments.builder import Builder
from app.ui.insight.segments.presenting.rows import segment_of
from app.ui.long_work import run_with_progress
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormGrid, FormRow
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.stops import tab_stops

_HANDS_REST_MS = 350
_PLAN_WIDE, _PLAN_NARROW = 380, 300
_WIDE = 1100
_ROW_OF = {
    "campaign": "name", "audience": "audience", "ends_on": "ends_on", "starts_on": "starts_on",
    "holdout": "holdout", "effect": "effect", "budget": "budget", "cost": "cost",
    "cost_each": "cost_each", "gross_margin": "margin",
}  # fmt: skip
"""Where the field of a refusal stands."""


class CampaignEditor(QWidget):
    """Ctrl+S asks to start; Esc goes back, what is typed stays until a new one is begun."""

    left = Signal()
    started = Signal(object)
    """The Campaign that was started."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.presenter = EditorPresenter(self, shell.shop, shell.tasks)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_HANDS_REST_MS)
        self._resting.timeout.connect(self.presenter.replan)
        self.back = SecondaryButton("", icon="arrow-left", height=Height.BACK_OFFICE)
        self._title = Label("", size=fonts.SECTION, strong=True)
        self.fields = {
            name: QLineEdit()
            for name in (
                "name", "starts_on", "ends_on", "holdout", "effect", "budget", "cost",
                "cost_each", "margin",
            )
        }  # fmt: skip
        for field in self.fields.values():
            field.setFont(fonts.font())
        self.rows: dict[str, FormRow] = {}
        self._stops: list[QWidget] = []
        self.audience = DropDown()
        self.builder = Builder()
        self.wording = WordingCard()
        self.channels = {channel: CheckBox("") for channel in Channel}
        self._who, self._how = Card(), Card()
        self.plan = PlanPanel()
        self._lay_out()
        self._wire()

    # --- the layout -------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        top.addWidget(self.plan.start)
        column.addLayout(top)
        across = QHBoxLayout()
        across.setSpacing(Space.M)
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, Space.S, 0)
        cards.setSpacing(Space.S)
        for card in (self._who, self.wording, self._how):
            cards.addWidget(card)
        cards.addStretch(1)
        self._area = ScrollArea(inside)
        across.addWidget(self._area, 1)
        self._plan_area = ScrollArea(self.plan)
        across.addWidget(self._plan_area)
        column.addLayout(across, 1)
        who = FormGrid(2)
        self.rows["name"] = who.add("", self.fields["name"])
        self.rows["audience"] = who.add("", self.audience)
        self._who.body.addWidget(who)
        self._who.body.addWidget(self.builder)
        channels = QWidget()
        flow = FlowLayout(channels, spacing=Space.S)
        for box in self.channels.values():
            flow.addWidget(box)
        self._channels_label = Label("", size=fonts.CAPTION)
        self._how.body.addWidget(self._channels_label)
        self._how.body.addWidget(channels)
        grid = FormGrid(2)
        for name in self.fields:
            if name != "name":
                self.rows[name] = grid.add("", self.fields[name])
        self._how.body.addWidget(grid)

    def _wire(self) -> None:
        presenter = self.presenter
        self.back.clicked.connect(self.left)
        for name, field in self.fields.items():
            field.textEdited.connect(lambda text, name=name: presenter.type(**{name: text}))
        self.audience.activated.connect(
            lambda _at: presenter.choose_segment(str(self.audience.currentData() or ""))
        )
        self.builder.part_changed.connect(presenter.change_part)
        self.builder.part_added.connect(presenter.add_part)
        self.builder.part_removed.connect(presenter.remove_part)
        for channel, box in self.channels.items():
            box.clicked.connect(partial(presenter.toggle, channel))
        self.wording.changed.connect(presenter.change_variant)
        self.wording.chosen.connect(presenter.choose_variant)
        self.wording.more_asked.connect(presenter.add_variant)
        self.wording.fewer_asked.connect(presenter.drop_variant)
        self.wording.another_asked.connect(presenter.another_member)
        self.plan.start.clicked.connect(presenter.ask_start)
        self.plan.left_out_asked.connect(self._show_left_out)
        self.shell.keys.bind(self, "save", presenter.ask_start)

    def begin(self, audience: str = "") -> None:
        """A new campaign."""
        self.wording.show_language(self.shell.language)
        self.presenter.begin(audience)
        self.fields["name"].setFocus()

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.back.set_label(self.tr("Back"))
        self._title.setText(self.tr("New campaign"))
        self._who.set_title(self.tr("Who is asked"))
        self._how.set_title(self.tr("How, when and at what cost"))
        self._channels_label.setText(
            self.tr("Asked by the first of these that leads to them, in the order they are ticked")
        )
        for channel, box in self.channels.items():
            box.set_label(channel_words(channel))
        words = {
            "name": (self.tr("Name of the campaign"), ""),
            "audience": (self.tr("Audience"), ""),
            "starts_on": (self.tr("First day, like 2026-11-22"), ""),
            "ends_on": (self.tr("Last day that counts"), ""),
            "holdout": (
                self.tr("Held out, %"),
                self.tr("Drawn by lot and not asked: against them the effect is measured."),
            ),
            "effect": (
                self.tr("Effect to be seen, %"),
                self.tr("More visits than they usually make."),
            ),
            "budget": (self.tr("Budget"), self.tr("Empty: none.")),
            "cost": (self.tr("Spent once"), ""),
            "cost_each": (self.tr("Cost of asking one"), ""),
            "margin": (
                self.tr("Gross margin, %"),
                self.tr("For goods whose cost is not known; empty: the scheme's."),
            ),
        }
        for name, row in self.rows.items():
            row.set_label(*words[name])
        self.wording.retranslate()
        self.plan.retranslate(self.shell.keys.hint("save"))
        self.presenter.show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the plan's room to what is typed."""
        super().resizeEvent(event)
        self._plan_area.setFixedWidth(_PLAN_WIDE if self.width() >= _WIDE else _PLAN_NARROW)

    # --- EditorView -------------------------------------------------------------------

    def show_form(self, form: Form, stock: Stock) -> None:
        """Show what is typed."""
        for name, field in self.fields.items():
            text = str(getattr(form, name))
            if field.text() != text:
                field.setText(text)
                if not field.hasFocus():
                    field.setCursorPosition(0)
        for row in self.rows.values():
            row.show_error("")
        offered = [*stock.segments, ""]
        if [str(self.audience.itemData(at)) for at in range(self.audience.count())] != offered:
            self.audience.clear()
            for name in stock.segments:
                self.audience.addItem(name, name)
            self.audience.addItem(self.tr("New conditions"), "")
        self.audience.setCurrentIndex(self.audience.findData(form.segment))
        self.builder.setVisible(not form.segment)
        if not form.segment:
            currency = self.shell.shop.desk.settings.money
            problems = segment_of(form.block, currency)[1]
            self.builder.show_block(form.block, problems, stock.choices, self.shell.language)
        for channel, box in self.channels.items():
            box.setChecked(channel in form.channels)
        self.wording.show_variant(form, self.presenter.arm, stock, self.shell.language)
        self._chain()

    def _chain(self) -> None:
        """Let Tab go through what is typed as it is seen, then to the plan and the start."""
        name, *others = self.fields.values()
        stops: list[QWidget] = [self.back, name, self.audience, *tab_stops(self.builder)]
        stops += [*self.wording.stops(), *self.channels.values(), *others]
        stops += [self.plan.left, self.plan.start]
        if stops != self._stops:
            self._stops = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def show_planning(self) -> None:
        """Plan once the hands rest."""
        self.plan.planning()
        self._resting.start()

    def show_plan(self, plan: CampaignPlan | None, error: Exception | None) -> None:
        """Show what it would do, or why that is not known yet."""
        self._resting.stop()
        if plan is not None:
            self.plan.show_plan(plan, self.shell.shop.desk.settings.money)
        elif error is not None:
            self.plan.show_error(self.shell.sentence(error))

    def show_preview(self, preview: Preview | None) -> None:
        """What a real member would read."""
        self.wording.show_preview(preview)

    def confirm(self, plan: CampaignPlan) -> None:
        """Ask with the exact numbers."""
        sheet = StartSheet(self.shell.overlay_parent(), plan, self.shell.shop.desk.settings.money)
        sheet.closed.connect(sheet.deleteLater)
        sheet.confirmed.connect(self._start)
        sheet.open(sheet.done)

    def refuse(self, error: Exception) -> None:
        """Blame the field where it stands, else say it where the clerk looks."""
        field, sentence = str(getattr(error, "field", "")), self.shell.sentence(error)
        if field == "wording":
            self.presenter.show_unsaid()
        name = _ROW_OF.get(field, "")
        if name:
            self.rows[name].show_error(sentence)
            self.rows[name].field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.wording.blame(field, sentence):
            self.plan.show_error(sentence)
            self.shell.show_error(error)

    def _start(self, plan: CampaignPlan) -> None:
        run_with_progress(
            self.shell,
            self.tr("Starting the campaign"),
            self.presenter.starting(plan),
            self.started.emit,
            self._refuse_start,
        )

    def _refuse_start(self, error: Exception) -> None:
        self.refuse(error)

    def _show_left_out(self, left: LeftOut) -> None:
        sheet = LeftOutSheet(self.shell, left)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open(sheet.table)
        sheet.table.enter()
