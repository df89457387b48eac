"""Points given late: which member gets those of a receipt that named none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.rules.money import Currency, money
from app.services.rules.receipt import Receipt
from app.ui import fonts
from app.ui.lists import points_words
from app.ui.sales.presenting.at_hand import Claimant
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.suggestions import Suggestion


class SaleClaimSheet(Sheet):
    """Find or scan the member; see before and after; Enter gives the points."""

    typed = Signal(str)
    scanned_code = Signal(str)
    confirmed = Signal(object)
    """The `Claimant`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=560)
        self._claimant: Claimant | None = None
        self._words = Label("", wrap=True, tone=Tone.MUTED)
        self.box = Omnibox(name="")
        self._member = Label("", size=fonts.CASHIER, strong=True, wrap=True)
        self._points = Label("", size=fonts.SECTION, strong=True, tone=Tone.SUCCESS)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self._cancel = SecondaryButton("", height=Height.CASHIER)
        self.give = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        for widget in (self._words, self.box, self._member, self._points, self._error):
            self.body.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.give)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)
        self.box.edited.connect(self._edited)
        self.box.submitted.connect(self.scanned_code)
        self.box.chosen.connect(self.choose)
        self._cancel.clicked.connect(self.close_sheet)
        self.give.clicked.connect(self._confirm)

    def ask(self, receipt: Receipt, currency: Currency) -> None:
        """Open for a receipt."""
        self.set_title(self.tr("Claim points"), receipt.number)
        words = self.tr(
            "This sale of {amount} named no member. Its points can be given to one, once."
        )
        self._words.setText(words.replace("{amount}", money(receipt.total_minor, currency)))
        self.box.set_name(self.tr("Member"))
        self.box.set_placeholder(self.tr("Scan the card, or type a phone number or name"))
        self._cancel.set_label(self.tr("Cancel"))
        self.give.set_label(self.tr("Give the points"))
        self.box.clear()
        self._forget()
        self.open(self.box.line_edit())

    def list_members(self, text: str, found: tuple[Claimant, ...]) -> None:
        """Show who may be meant by `text`."""
        self.box.suggest(
            text,
            [
                Suggestion(
                    claimant.name or claimant.number,
                    f"{claimant.number} · {claimant.masked_phone}".rstrip(" ·"),
                    points_words(claimant.points_before),
                    value=claimant,
                )
                for claimant in found
            ],
        )

    def choose(self, claimant: object) -> None:
        """This member is to have them."""
        assert isinstance(claimant, Claimant)
        self._claimant = claimant
        self.box.clear()
        self._error.hide()
        parts = (claimant.name, claimant.number, claimant.masked_phone)
        self._member.setText(" · ".join(part for part in parts if part))
        moved = f"{claimant.points_before:,} → {claimant.points_after:,}"
        self._points.setText(self.tr("Points {moved}").replace("{moved}", moved))
        self._member.show()
        self._points.show()
        self.give.setEnabled(True)
        self.give.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        self._forget()
        self._error.setText(sentence)
        self._error.show()
        self.box.setFocus()

    def error(self) -> str:
        """Why not, "" where nothing is wrong."""
        return "" if self._error.isHidden() else self._error.text()

    def scanned(self, code: str) -> bool:
        """A card scanned now names the member."""
        self.scanned_code.emit(code)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the points once a member is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
            event.accept()
            return
        super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        self._forget()
        self.typed.emit(text)

    def _forget(self) -> None:
        self._claimant = None
        self.give.setEnabled(False)
        for label in (self._member, self._points, self._error):
            label.hide()

    def _confirm(self) -> None:
        if self._claimant is not None:
            self.confirmed.emit(self._claimant)
