"""Two small questions about cards: which ones to print or save, and whom a new one is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.services.cards import CardKind
from app.services.member_types import MemberFilter
from app.ui.members.presenting.cards import CardChoice, Layout, Spans, Whose
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import FormRow, Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

LAYOUTS: tuple[Layout, ...] = ("cr80", "a4")


class CardsSheet(Sheet):
    """The chosen members or the whole list; for a card printer or on A4; print or save."""

    print_asked = Signal(object)
    """A CardChoice."""
    save_asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=560)
        self._wanted = MemberFilter()
        self._spans: Spans = ()
        self.whose = Segmented([""], name="")
        self.layout_choice = Segmented(["", ""], name="")
        self.bleed = CheckBox("")
        self._whose_row = FormRow("", self.whose)
        self._layout_row = FormRow("", self.layout_choice)
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self.print = SecondaryButton("", icon="printer", height=Height.CASHIER)
        self.save = PrimaryButton("", icon="download", hint="Enter", height=Height.CASHIER)
        for part in (self._whose_row, self._layout_row, self.bleed, self._note):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.save)
        self.body.addLayout(row)
        self.print.clicked.connect(lambda: self._done(self.print_asked))
        self.save.clicked.connect(lambda: self._done(self.save_asked))
        self.layout_choice.changed.connect(lambda _at: self._say_note())

    def ask(self, wanted: MemberFilter, spans: Spans, chosen: int, listed: int) -> None:
        """Open for a list of `listed` members of which `chosen` are chosen."""
        self._wanted, self._spans = wanted, spans
        everyone = self.tr("All {count} in the list").replace("{count}", f"{listed:,}")
        some = self.tr("The {count} chosen").replace("{count}", f"{chosen:,}")
        self.whose.set_choices([some, everyone] if chosen else [everyone])
        self.whose.choose(0)
        self.set_title(self.tr("Member cards"))
        self._whose_row.set_label(self.tr("Whose"))
        self._layout_row.set_label(self.tr("Onto"))
        self.layout_choice.set_choices(
            [self.tr("Cards 85.6 × 54 mm"), self.tr("A4, ten on a sheet")]
        )
        self.bleed.set_label(self.tr("Bleed: 3 mm of colour over the edge, to be cut off"))
        self.print.set_label(self.tr("Print"))
        self.save.set_label(self.tr("Save PDF"))
        self._say_note()
        self.open(self.save)

    def choice(self) -> CardChoice:
        """What is chosen now."""
        some = bool(self._spans) and self.whose.current() == 0
        return CardChoice(
            Whose(self._wanted, self._spans if some else ()),
            LAYOUTS[self.layout_choice.current()],
            self.bleed.isChecked(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done(self.save_asked)
            event.accept()
            return
        super().keyPressEvent(event)

    def _done(self, signal: SignalInstance) -> None:
        choice = self.choice()
        self.close_sheet()
        signal.emit(choice)

    def _say_note(self) -> None:
        self._note.setText(
            self.tr("A page for each side. Whoever has no card yet gets one.")
            if self.layout_choice.current() == 0
            else self.tr("Fronts, then their backs: print on both sides, turned on the long edge.")
        )


class AddCardSheet(Sheet):
    """One more card for a member: for themselves, or for somebody of the family."""

    submitted = Signal(object, str)
    """(CardKind, the holder's name)"""

    KINDS = (CardKind.VIRTUAL, CardKind.PRINTED)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=480)
        self.holder = QLineEdit()
        self.holder.setMinimumHeight(Height.CASHIER)
        self.kind = Segmented(["", ""], name="")
        self._holder_row = FormRow("", self.holder)
        self._kind_row = FormRow("", self.kind)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        for part in (self._holder_row, self._kind_row):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done)
        self.body.addLayout(row)
        self.done.clicked.connect(self.submit)

    def ask(self, name: str) -> None:
        """Open for the member called `name`."""
        self.set_title(self.tr("One more card"))
        self._holder_row.set_label(
            self.tr("Name on the card"),
            self.tr("Empty for {name}; a relative's card counts for the same member.").replace(
                "{name}", name
            ),
        )
        self._kind_row.set_label(self.tr("Carried as"))
        self.kind.set_choices([self.tr("On the phone"), self.tr("Printed")])
        self.done.set_label(self.tr("Add the card"))
        self.holder.clear()
        self._holder_row.show_error("")
        self.kind.choose(0)
        self.open(self.holder)

    def submit(self) -> None:
        """Ask for the card."""
        self.submitted.emit(self.KINDS[self.kind.current()], self.holder.text())

    def say_error(self, sentence: str) -> None:
        """Say what is wrong with the name."""
        self._holder_row.show_error(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
            event.accept()
            return
        super().keyPressEvent(event)
