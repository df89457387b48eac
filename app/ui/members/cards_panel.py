"""The cards of a member: which work, which were lost, and what may be done with each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.cards import CardState, MemberCard
from app.services.member_types import MemberState
from app.services.rules.codes import cleaned
from app.ui.members.presenting.page import Page
from app.ui.members.words import card_kind_words, card_state_tone, card_state_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Tone
from app.ui.widgets.panels import Divider
from app.ui.widgets.table import Column, Table


class CardsPanel(QWidget):
    """A table of cards; the buttons below act on the marked one."""

    add_asked = Signal()
    lost = Signal(object)
    found = Signal(object)
    replaced = Signal(object)
    print_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[MemberCard, ...] = ()
        self._archived = False
        self.table = Table(self._columns(), name="")
        self.add = SecondaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self.print = SecondaryButton("", icon="printer", height=Height.BACK_OFFICE)
        self.save = SecondaryButton("", icon="download", height=Height.BACK_OFFICE)
        self.lose = SecondaryButton("", icon="ban", height=Height.BACK_OFFICE)
        self.recover = SecondaryButton("", icon="rotate-ccw", height=Height.BACK_OFFICE)
        self.replace = SecondaryButton("", icon="refresh-cw", height=Height.BACK_OFFICE)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.XS)
        row.addWidget(self.add)
        row.addStretch(1)
        for button in (self.print, self.save, self.lose, self.recover, self.replace):
            row.addWidget(button)
        # A card is lost or found again, never both: room for one of the two is enough.
        self.recover.hide()
        # Above the table: what is said at the bottom of the window would lie over them.
        column.addLayout(row)
        column.addWidget(Divider())
        column.addWidget(self.table, 1)

    def _wire(self) -> None:
        self.table.current_changed.connect(lambda _at: self._say_buttons())
        self.add.clicked.connect(self.add_asked)
        for button, signal in (
            (self.print, self.print_asked),
            (self.save, self.save_asked),
            (self.lose, self.lost),
            (self.recover, self.found),
            (self.replace, self.replaced),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._emit(signal))

    def _emit(self, signal: SignalInstance) -> None:
        card = self.current()
        if card is not None:
            signal.emit(card)

    def current(self) -> MemberCard | None:
        """The marked card."""
        at = self.table.currentIndex().row()
        return self._cards[at] if 0 <= at < len(self._cards) else None

    def show_page(self, page: Page) -> None:
        """Show a member's cards; the marked one stays marked, unless a new one came."""
        marked, before = self.current(), {card.card_id for card in self._cards}
        self._cards = page.cards
        self._archived = page.member.state is MemberState.ARCHIVED
        self.table.set_columns(self._columns())
        self.table.show_rows(self._cards)
        if self._cards:
            ids = [card.card_id for card in self._cards]
            new = [card_id for card_id in ids if card_id not in before]
            kept = [] if marked is None or new else [marked.card_id]
            self.table.choose(next((ids.index(each) for each in kept if each in ids), 0))
        self._say_buttons()

    def _say_buttons(self) -> None:
        card = self.current()
        state = None if card is None else card.state
        active, lost = state is CardState.ACTIVE, state is CardState.LOST
        live = not self._archived
        self.add.setEnabled(live)
        self.print.setVisible(active)
        self.save.setVisible(active)
        self.lose.setVisible(active)
        self.recover.setVisible(lost)
        self.replace.setVisible((active or lost) and live)

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self.tr("Cards"))
        self.table.set_columns(self._columns())
        self.add.set_label(self.tr("Add a card"))
        self.print.set_label(self.tr("Print"))
        self.save.set_label(self.tr("Save"))
        self.lose.set_label(self.tr("Report lost"))
        self.recover.set_label(self.tr("Found again"))
        self.replace.set_label(self.tr("Replace"))

    def _columns(self) -> list[Column[MemberCard]]:
        def tone(card: MemberCard) -> Tone:
            return Tone.NORMAL if card.state is CardState.ACTIVE else Tone.MUTED

        def since(day: date) -> str:
            return day.isoformat()

        return [
            Column(self.tr("Card"), lambda card: grouped(card.code), 190, tone=tone),
            Column(self.tr("Holder"), lambda card: card.holder, tone=tone),
            Column(self.tr("Kind"), lambda card: card_kind_words(card.kind), 120, tone=tone),
            Column(self.tr("Issued"), lambda card: since(card.issued_on), 112, tone=Tone.MUTED),
            Column(
                self.tr("State"),
                lambda card: card_state_words(card.state),
                96,
                tone=lambda card: card_state_tone(card.state),
            ),
            Column(
                self.tr("Since"),
                lambda card: since(card.state_on),
                112,
                right=True,
                tone=Tone.MUTED,
            ),
        ]


def grouped(code: str) -> str:
    """A card's code in groups of four, as printed on it."""
    digits = cleaned(code)
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
