"""Two members who are one person: choose the other, see all that moves, confirm."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.member_types import MemberHit
from app.services.merge_types import KeptPlan, Merge
from app.ui import fonts
from app.ui.lists import points_words
from app.ui.members.merge_words import MergeWords
from app.ui.sentences import filled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import RadioButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider, Surface
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.suggestions import Suggestion

LEAST: Final = 140
BESIDE: Final = 410
"""Of the window's height, what stands above and below the table at most."""


class MergeSheet(Sheet):
    """The other is scanned or typed; Enter merges once both are shown."""

    typed = Signal(str)
    scanned_code = Signal(str)
    chosen = Signal(object, object)
    """The other's id, and whose plan goes on where both are in one."""
    confirmed = Signal(object, object, str)
    """The Merge shown, whose plan goes on, and the reason."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=840)
        self._shown: Merge | None = None
        self._plan: KeptPlan | None = None
        self._words = Label("", wrap=True, tone=Tone.MUTED)
        self.box = Omnibox(name="")
        inner = Surface()
        self._table = ScrollArea(inner, name=" ")
        self._grid_holder = QVBoxLayout(inner)
        self._grid_holder.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._grid: QWidget | None = None
        self._plans = QWidget()
        plans = QVBoxLayout(self._plans)
        plans.setContentsMargins(0, 0, 0, 0)
        plans.setSpacing(Space.XXS)
        self._plans_head = Label("", strong=True)
        self.keep_plan, self.gone_plan = RadioButton(""), RadioButton("")
        for part in (self._plans_head, self.keep_plan, self.gone_plan):
            plans.addWidget(part)
        self._stays = Label("", wrap=True, tone=Tone.WARNING)
        self.reason = QLineEdit()
        self.reason.setMinimumHeight(Height.CASHIER)
        self._reason_row = FormRow("", self.reason)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self._cancel = SecondaryButton("", height=Height.CASHIER)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        for part in (
            self._words,
            self.box,
            self._table,
            self._plans,
            self._stays,
            self._reason_row,
            self._error,
        ):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)

    def _wire(self) -> None:
        self.box.edited.connect(self._edited)
        self.box.submitted.connect(self.scanned_code)
        self.box.chosen.connect(self._choose)
        self.keep_plan.clicked.connect(lambda: self._turn(KeptPlan.KEEP))
        self.gone_plan.clicked.connect(lambda: self._turn(KeptPlan.GONE))
        self._cancel.clicked.connect(self.close_sheet)
        self.done.clicked.connect(self.accept)

    # --- opening ------------------------------------------------------------------------

    def ask(self, who: str) -> None:
        """Ask which other member is the same person as `who`."""
        self.set_title(self.tr("Merge with another member"), who)
        self._words.setText(
            filled(
                self.tr(
                    "Choose the other entry of the same person. All they have moves to {name}, and"
                    " their cards, number and phone find {name} from then on."
                ),
                name=who,
            )
        )
        self._words.show()
        self._table.setAccessibleName(self.tr("Both, before and after"))
        self.box.set_name(self.tr("The other member"))
        self.box.set_placeholder(self.tr("Scan the card, or type a phone number or name"))
        self.box.show()
        self.box.clear()
        self._say_buttons(self.tr("Merge"))
        self._forget()
        self.open(self.box.line_edit())

    def ask_unmerge(self, merge: Merge, words: MergeWords) -> None:
        """Ask whether the newest merge is to be undone."""
        self._forget()
        gone = merge.gone.name or merge.gone.number
        self.set_title(self.tr("Undo the merge"), merge.keep.name or merge.keep.number)
        self._words.setText(
            filled(self.tr("What was moved and is still there goes back to {name}."), name=gone)
        )
        self._table.setAccessibleName(self.tr("Both, before and after"))
        self.box.hide()
        self._say_buttons(self.tr("Take apart"))
        self._show(merge, words)
        self.open(self.reason)

    def _say_buttons(self, done: str) -> None:
        self._cancel.set_label(self.tr("Cancel"))
        self.done.set_label(done)
        self._reason_row.set_label(self.tr("Reason (may be left out)"))
        self.reason.clear()

    # --- the other ----------------------------------------------------------------------

    def list_others(self, text: str, found: tuple[MemberHit, ...]) -> None:
        """Show who may be meant by `text`."""
        self.box.suggest(
            text,
            [
                Suggestion(
                    hit.name or hit.number,
                    f"{hit.number} · {hit.masked_phone}".rstrip(" ·"),
                    points_words(hit.points),
                    value=hit.member_id,
                )
                for hit in found
            ],
        )

    def show_merge(self, merge: Merge, plan: KeptPlan | None, words: MergeWords) -> None:
        """Show what it would do to both."""
        self.box.clear()
        self._error.hide()
        self._plan = plan
        self._plans.setVisible(plan is not None)
        self._show(merge, words)
        if plan is not None:
            self._plans_head.setText(self.tr("Both are in a paid plan. Whose goes on?"))
            for button, member, kept in (
                (self.keep_plan, merge.keep, KeptPlan.KEEP),
                (self.gone_plan, merge.gone, KeptPlan.GONE),
            ):
                button.set_label(member.name or member.number)
                button.setChecked(plan is kept)
        self.reason.setFocus()

    def _show(self, merge: Merge, words: MergeWords) -> None:
        self._shown = merge
        if self._grid is not None:
            self._grid_holder.removeWidget(self._grid)
            self._grid_holder.takeAt(0)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._filled_grid(merge, words)
        self._grid_holder.addWidget(self._grid)
        self._grid_holder.addStretch(1)
        beside = BESIDE + (0 if self._plans.isHidden() else self._plans.sizeHint().height())
        whole = self._grid.sizeHint().height() + 2 * Space.S + 2
        self._table.setFixedHeight(min(whole, max(LEAST, self._host.height() - beside)))
        self._table.show()
        stays = words.stays(merge)
        self._stays.setText(stays)
        self._stays.setVisible(bool(stays))
        self._reason_row.show()
        self.done.setEnabled(True)

    def _filled_grid(self, merge: Merge, words: MergeWords) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XXS)
        grid.setColumnStretch(0, 3)
        for place, head in enumerate(words.heads(merge), 1):
            grid.setColumnStretch(place, 4)
            label = ElidedLabel(head, size=fonts.CAPTION, strong=True, tone=Tone.MUTED)
            grid.addWidget(label, 0, place)
        grid.addWidget(Divider(), 1, 0, 1, 4)
        bold = 3 if merge.kind == "merge" else 2
        for row, line in enumerate(words.lines(merge), 2):
            grid.addWidget(Label(line.name, tone=Tone.MUTED), row, 0)
            for place, text in enumerate(line.columns, 1):
                strong = line.changed and place == bold
                tone = Tone.SUCCESS if strong else Tone.NORMAL
                grid.addWidget(ElidedLabel(text, strong=strong, tone=tone), row, place)
        return holder

    def shown_lines(self) -> tuple[tuple[str, ...], ...]:
        """The table as it reads, for tests."""
        if self._grid is None or self._table.isHidden():
            return ()
        grid = self._grid.layout()
        assert isinstance(grid, QGridLayout)
        rows = []
        for row in range(2, grid.rowCount()):
            items = [grid.itemAtPosition(row, place) for place in range(4)]
            labels = [item.widget() for item in items if item is not None]
            rows.append(tuple(each.text() for each in labels if isinstance(each, Label)))
        return tuple(rows)

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        self._error.setText(sentence)
        self._error.show()
        (self.box if self.box.isVisible() else self.reason).setFocus()

    # --- answers ------------------------------------------------------------------------

    def scanned(self, code: str) -> bool:
        """A card scanned now names the other."""
        if not self.box.isHidden():
            self.scanned_code.emit(code)
        return True

    def accept(self) -> None:
        """Confirm what is shown."""
        if self._shown is not None:
            self.confirmed.emit(self._shown, self._plan, self.reason.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms once both are shown."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        self._forget()
        self.typed.emit(text)

    def _choose(self, member_id: object) -> None:
        self.chosen.emit(member_id, None)

    def _turn(self, plan: KeptPlan) -> None:
        if self._shown is not None:
            self.chosen.emit(self._shown.gone.member_id, plan)

    def _forget(self) -> None:
        self._shown = None
        self._plan = None
        self.done.setEnabled(False)
        for part in (self._table, self._plans, self._stays, self._reason_row, self._error):
            part.hide()
