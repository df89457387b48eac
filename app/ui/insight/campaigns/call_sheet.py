"""The call list on the screen: one large card a person, one key an outcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from app.services.campaign_types import Call, Campaign, Outcome
from app.ui import fonts
from app.ui.insight.campaigns.presenting.calling import OUTCOMES, CallsPresenter, CallState
from app.ui.insight.campaigns.words import OUTCOME_TONES, outcome_words, reason_words
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, SecondaryButton
from app.ui.widgets.labels import Avatar, Chip, ElidedLabel, KeyHint, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Banner, Card, EmptyState
from app.ui.widgets.scroll import ScrollArea

if TYPE_CHECKING:
    from uuid import UUID

_KEYS: Final = (
    Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5,
)  # fmt: skip
"""In the order of the buttons, as on the pay sheet: nothing else can be meant here."""
_NOTE_KEY: Final = Qt.Key.Key_F6


class CallSheet(Sheet):
    """F1 to F5 note the outcome and bring the next; PgUp and PgDn look at others.

    F6 goes to the line for what was said, Enter leaves it. It is kept with the outcome, and
    wherever else the person is left.
    """

    member_asked = Signal(object)
    """Open this member's page."""

    def __init__(self, shell: Shell, campaign: Campaign) -> None:
        super().__init__(shell.overlay_parent(), width=940)
        self._shell = shell
        self._campaign = campaign
        self.presenter = CallsPresenter(self, shell.shop, shell.tasks, campaign)
        self.buttons: dict[Outcome, Button] = {}
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.said = Label("", tone=Tone.MUTED)
        self.warning = Banner("", tone=Tone.WARNING, closable=False)
        self.name = ElidedLabel("", size=fonts.TOTAL, strong=True)
        self.phone = Label("", size=fonts.AMOUNT, strong=True)
        self.number = Label("", tone=Tone.MUTED)
        self.text = Label("", size=fonts.SECTION, wrap=True)
        self.coupon = Label("", tone=Tone.MUTED)
        self.note = QLineEdit()
        self._note_name = Label("", tone=Tone.MUTED)
        self._note_key = KeyHint("F6")
        self._shown: UUID | None = None
        self._refused: str | None = None
        self.noted_chip = Chip("")
        self._avatar = Avatar(size=72)
        self._empty = EmptyState("circle-check", "")
        self.undo = SecondaryButton("", icon="undo-2")
        self.before, self.after = SecondaryButton("", hint="PgUp"), SecondaryButton("", hint="PgDn")
        self.page = SecondaryButton("", icon="user")
        self._lay_out()
        self._say()

    # --- the layout -------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.addWidget(self.said)
        self.body.addWidget(self.progress)
        self._card = Card()
        self._card.body.setSpacing(Space.S)
        self._card.body.addLayout(self._who())
        self._card.body.addWidget(self.phone)
        self._card.body.addWidget(self._wording(), 1)
        self._card.body.addLayout(self._note_line())
        self.body.addWidget(self._card, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.warning)
        self._outcomes()
        self.body.addLayout(self._steps())
        self.set_panel_size(940, 690)

    def _who(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._avatar)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self.name)
        under = QHBoxLayout()
        under.setSpacing(Space.S)
        under.addWidget(self.number)
        under.addWidget(self.noted_chip)
        under.addStretch(1)
        named.addLayout(under)
        head.addLayout(named, 1)
        return head

    def _wording(self) -> ScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addWidget(self.coupon)
        column.addStretch(1)
        self._area = ScrollArea(inside)
        return self._area

    def _note_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.note.setMinimumHeight(Height.BACK_OFFICE)
        self.note.returnPressed.connect(self._note_done)
        line.addWidget(self._note_name)
        line.addWidget(self.note, 1)
        line.addWidget(self._note_key)
        return line

    def _steps(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(Space.XS)
        for button in (self.undo, self.page):
            below.addWidget(button)
        below.addStretch(1)
        for button in (self.before, self.after):
            below.addWidget(button)
        self.undo.clicked.connect(self._undo)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.page.clicked.connect(self._open_page)
        return below

    def _outcomes(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for at, outcome in enumerate(OUTCOMES):
            kind = Kind.DANGER if outcome is Outcome.DO_NOT_CALL else Kind.SECONDARY
            kind = Kind.PRIMARY if outcome is Outcome.WILL_COME else kind
            button = Button(outcome_words(outcome), kind=kind, hint=f"F{at + 1}", height=Height.PAY)
            button.clicked.connect(partial(self._take, outcome))
            row.addWidget(button, button.sizeHint().width())
            self.buttons[outcome] = button
        self.body.addLayout(row)

    def _say(self) -> None:
        self.set_title(self._campaign.name, self.tr("Call list"))
        self.progress.setAccessibleName(self.tr("Calls made"))
        self.undo.set_label(self.tr("Mend the last"))
        self.undo.set_hint(self._shell.keys.hint("undo"))
        self.page.set_label(self.tr("Member's page"))
        self._note_name.setText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note on this call"))
        self.note.setPlaceholderText(self.tr("What was said, in a line"))
        self.before.set_label(self.tr("Before"))
        self.after.set_label(self.tr("Next"))
        self._empty.say(self.tr("Everybody who can be called was called."))

    def ask(self) -> None:
        """Open with the first who was not called yet."""
        self.presenter.open(self._shell.language)
        # No button has the focus, so that Enter presses none by accident.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.open(self)

    # --- CallView ---------------------------------------------------------------------

    def show_call(self, state: CallState) -> None:
        """Show who is in hand and how far it is."""
        counts = " · ".join(
            f"{outcome_words(each)} {count:,}" for each, count in state.counts if count
        )
        words = self.tr("{done} of {total} called")
        said = filled(words, done=f"{state.done:,}", total=f"{state.total:,}")
        self.said.setText(f"{said} · {counts}" if counts else said)
        self.progress.setRange(0, max(1, state.total))
        self.progress.setValue(state.done)
        call = state.call
        self._card.setVisible(call is not None)
        self._empty.setVisible(call is None)
        if not state.total:
            self._empty.say(self.tr("Nobody of this campaign is to be called."))
        self.undo.setEnabled(state.can_undo)
        self.before.setEnabled(state.total > 0 and state.place > 0)
        self.after.setEnabled(state.place + 1 < state.total)
        self.page.setEnabled(call is not None)
        for button in self.buttons.values():
            button.setEnabled(call is not None)
        if call is not None:
            self._show_person(call)
        self._warn(state)

    def _show_person(self, call: Call) -> None:
        self._avatar.set_name(call.name)
        self.name.setText(call.name or call.number)
        self.number.setText(call.number)
        self.phone.setText(call.phone or self.tr("No phone number"))
        self.text.setText(call.text)
        words = self.tr("Coupon {code}")
        self.coupon.setText(filled(words, code=call.coupon) if call.coupon else "")
        self.coupon.setVisible(bool(call.coupon))
        if self._shown != call.member_id:  # what is being typed of this one stays
            self._shown = call.member_id
            self.note.setText(call.note)
        self.noted_chip.setVisible(call.outcome is not None)
        if call.outcome is not None:
            self.noted_chip.set_text(outcome_words(call.outcome))
            self.noted_chip.set_tone(OUTCOME_TONES[call.outcome])
        self.setAccessibleDescription(f"{call.name} {call.phone}")

    def _warn(self, state: CallState) -> None:
        call = state.call
        if state.asks_again is not None:
            again = self.tr(
                "Press the same key once more: their consent is taken back and no campaign asks"
                " them again."
            )
            self.warning.say(again, Tone.DANGER)
        elif call is not None and call.barred is not None:
            barred = self.tr("May not be called now: {reason}")
            self.warning.say(filled(barred, reason=reason_words(call.barred)), Tone.WARNING)
        else:
            self.warning.hide()

    def noted(self, call: Call) -> None:
        """Said in the line of progress already."""
        self._shell.forget_error()

    def refuse(self, error: Exception) -> None:
        """Say why not, where the caller looks."""
        self._refused = self.note.text()
        self.warning.say(self._shell.sentence(error), Tone.DANGER)

    # --- keys -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Here the function keys are the outcomes', not the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in (*_KEYS, _NOTE_KEY) or self._shell.keys.action(event) == "undo")
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An outcome, the last one again, or another person."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._take(OUTCOMES[_KEYS.index(key)])
        elif key == _NOTE_KEY:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._shell.keys.action(event) == "undo":
            self._undo()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # --- what is left takes its note along ------------------------------------------------

    def _take(self, outcome: Outcome) -> None:
        self.presenter.take(outcome, self.note.text())
        self.setFocus()  # digits that are typed now are no note

    def _step(self, by: int) -> None:
        self.presenter.note(self.note.text(), lambda: self.presenter.step(by))

    def _undo(self) -> None:
        self.presenter.note(self.note.text(), self.presenter.undo)

    def _note_done(self) -> None:
        self.presenter.note(self.note.text(), self.setFocus)

    def close_sheet(self) -> None:
        """What was typed is kept; a line that cannot be is told, and let go the second time."""
        if self.note.text() == self._refused:
            super().close_sheet()
            return
        self.presenter.note(self.note.text(), super().close_sheet)

    def _open_page(self) -> None:
        member_id = self.presenter.current_member
        if member_id is not None:
            self.close_sheet()
            self.member_asked.emit(member_id)
