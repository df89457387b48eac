"""Who a member's page is about, and what may be done with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.services.member_types import MemberState
from app.ui import fonts
from app.ui.members.presenting.page import Page
from app.ui.members.words import birthday_soon, state_tone, state_words
from app.ui.sentences import filled
from app.ui.standing_words import tier_words
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Avatar, Chip, ElidedLabel, Label, Tone

AVATAR = 64


class MemberHeader(QWidget):
    """Avatar, name, phone with an eye to reveal it, and the page's buttons."""

    back_asked = Signal()
    reveal_asked = Signal(bool)
    print_asked = Signal()
    save_asked = Signal()
    check_in_asked = Signal()
    cashier_asked = Signal()
    edit_asked = Signal()
    top_up_asked = Signal()
    points_asked = Signal()
    coupon_asked = Signal()
    reward_asked = Signal()
    statement_asked = Signal()
    merge_asked = Signal()
    unmerge_asked = Signal()
    other_asked = Signal(object)
    """The id of the member that this one was merged into."""
    moved = Signal(object)
    """The MemberState to move to."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._revealed = False
        self._language = "en"
        self._narrow = False
        self.back = IconButton("arrow-left", "")
        self._avatar = Avatar(size=AVATAR)
        self._name = ElidedLabel(size=fonts.SECTION, strong=True)
        self._state = Chip("")
        self._tier = Chip("", tone=Tone.WARNING, icon="crown")
        self._birthday = Chip("", tone=Tone.DANGER, icon="cake")
        self._number = Label("", tone=Tone.MUTED)
        self._phone = Label("", tone=Tone.MUTED)
        self.eye = IconButton("eye", "", height=24)
        self._facts = ElidedLabel(tone=Tone.MUTED)
        self.print = SecondaryButton("")
        self.save = SecondaryButton("")
        self.check_in = SecondaryButton("")
        self.top_up = SecondaryButton("")
        self.cashier = PrimaryButton("", hint="Enter")
        self.more = IconButton("ellipsis", "", height=40)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.back)
        row.addWidget(self._avatar)
        words = QVBoxLayout()
        words.setSpacing(2)
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(Space.XS)
        below.setSpacing(Space.XXS)
        top.addWidget(self._name)
        top.addWidget(self._tier)
        top.addWidget(self._state)
        top.addWidget(self._birthday)
        top.addStretch(1)
        below.addWidget(self._number)
        below.addWidget(self._phone)
        below.addWidget(self.eye)
        below.addWidget(self._facts, 1)
        words.addStretch(1)
        words.addLayout(top)
        words.addLayout(below)
        words.addStretch(1)
        row.addLayout(words, 1)
        for button in (
            self.print, self.save, self.check_in, self.top_up, self.cashier, self.more
        ):  # fmt: skip
            row.addWidget(button)

    def _wire(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.eye.clicked.connect(lambda: self.reveal_asked.emit(not self._revealed))
        self.print.clicked.connect(self.print_asked)
        self.save.clicked.connect(self.save_asked)
        self.check_in.clicked.connect(self.check_in_asked)
        self.top_up.clicked.connect(self.top_up_asked)
        self.cashier.clicked.connect(self.cashier_asked)
        self.more.clicked.connect(self.open_menu)

    def show_page(self, page: Page, language: str) -> None:
        """Show a member; the phone is hidden."""
        self._page, self._language = page, language
        self._show_tier(page)
        self.top_up.setVisible(page.scheme.wallet is not None)
        member = page.member
        self._avatar.set_name(page.name)
        self._name.setText(page.name)
        self._state.setVisible(member.state is not MemberState.ACTIVE)
        self._state.set_text(state_words(member.state))
        self._state.set_tone(state_tone(member.state))
        soon = birthday_soon(page.birthday_on, page.today)
        self._birthday.setVisible(bool(soon))
        self._birthday.set_text(soon)
        dot = " ·" if member.phone else ""
        self._number.setText(self.tr("No. {number}").replace("{number}", member.number) + dot)
        self._phone.setVisible(bool(member.phone))
        self.eye.setVisible(bool(member.phone))
        self.show_phone(page.masked_phone)
        self._facts.setText(self._fact_words(page))
        archived = member.state is MemberState.ARCHIVED
        for button in (self.check_in, self.top_up, self.cashier):
            button.setEnabled(not archived)

    def be_narrow(self, narrow: bool) -> None:
        """Leave the name its room: the tab of cards prints them too."""
        self._narrow = narrow
        self.print.setVisible(not narrow)
        if self._page is not None:
            self._show_tier(self._page)

    def _show_tier(self, page: Page) -> None:
        held = page.standing.tier
        short = "" if held is None else held.name.said(self._language)
        tier = short if self._narrow else tier_words(page.standing, self._language)
        self._tier.setVisible(bool(tier))
        self._tier.set_text(tier)

    def show_phone(self, phone: str) -> None:
        """Show the phone, hidden or whole."""
        self._revealed = self._page is not None and phone != self._page.masked_phone
        self._phone.setText(phone)
        self.eye.set_icon_name("eye-off" if self._revealed else "eye")
        self.eye.set_name(
            self.tr("Hide the phone") if self._revealed else self.tr("Show the phone")
        )

    def phone_text(self) -> str:
        """The phone as shown now."""
        return self._phone.text()

    def _fact_words(self, page: Page) -> str:
        member = page.member
        if page.merged_into is not None:
            into = page.merged_into
            words = self.tr("merged into {name}, No. {number}")
            return "· " + filled(words, name=into.name or "–", number=into.number)
        parts = [self.tr("joined {date}").replace("{date}", member.joined_on.isoformat())]
        if page.merged:
            gone = page.merged[0].gone
            words = self.tr("merged with {name}, No. {number}")
            parts.append(filled(words, name=gone.name or "–", number=gone.number))
        if page.referrer is not None:
            number, name = page.referrer
            words = self.tr("brought by {name}, No. {number}")
            parts.append(filled(words, name=name or "–", number=number))
        if member.source:
            parts.append(self.tr("by {source}").replace("{source}", member.source))
        if member.adviser:
            parts.append(self.tr("adviser {name}").replace("{name}", member.adviser))
        return "· " + " · ".join(parts)

    # --- the menu ---------------------------------------------------------------------

    def menu(self) -> QMenu:
        """What else may be done, made for the member's state."""
        menu = QMenu(self)
        if self._page is None:
            return menu
        state = self._page.member.state
        self._entry(menu, self.tr("Edit")).triggered.connect(self.edit_asked)
        if state is MemberState.ACTIVE:
            self._entry(menu, self.tr("Adjust points…")).triggered.connect(self.points_asked)
            if self._page.scheme.coupons:
                entry = self._entry(menu, self.tr("Issue a coupon…"))
                entry.triggered.connect(self.coupon_asked)
            if self._page.handed_out:
                entry = self._entry(menu, self.tr("Hand out a reward…"))
                entry.triggered.connect(self.reward_asked)
        self._entry(menu, self.tr("Statement as PDF…")).triggered.connect(self.statement_asked)
        menu.addSeparator()
        if state is MemberState.ACTIVE:
            self._moving(menu, self.tr("Freeze"), MemberState.FROZEN)
        if state is MemberState.FROZEN:
            self._moving(menu, self.tr("Unfreeze"), MemberState.ACTIVE)
        self._merging(menu, self._page)
        if self._page.merged_into is not None:
            return menu
        if state is MemberState.ARCHIVED:
            self._moving(menu, self.tr("Bring back from the archive"), MemberState.ACTIVE)
        else:
            self._moving(menu, self.tr("Archive"), MemberState.ARCHIVED)
        return menu

    def _merging(self, menu: QMenu, page: Page) -> None:
        """Two who are one: merge them, take them apart, or go to the one who was kept."""
        into = page.merged_into
        if into is not None:
            words = self.tr("Open {name}").replace("{name}", into.name or into.number)
            self._entry(menu, words).triggered.connect(
                lambda: self.other_asked.emit(into.member_id)
            )
            return
        if page.member.state is MemberState.ACTIVE:
            entry = self._entry(menu, self.tr("Merge with another member…"))
            entry.triggered.connect(self.merge_asked)
        if page.merged:
            gone = page.merged[0].gone
            words = self.tr("Undo the merge with {name}…")
            entry = self._entry(menu, words.replace("{name}", gone.name or gone.number))
            entry.triggered.connect(self.unmerge_asked)

    def open_menu(self) -> None:
        """Open it under its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height() + 4))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def _moving(self, menu: QMenu, text: str, state: MemberState) -> None:
        self._entry(menu, text).triggered.connect(lambda: self.moved.emit(state))

    def _entry(self, menu: QMenu, text: str) -> QAction:
        return menu.addAction(text)

    def retranslate(self) -> None:
        """Say everything again."""
        self.back.set_name(self.tr("Back to the list"))
        self.print.set_label(self.tr("Print card"))
        self.save.set_label(self.tr("Save card"))
        self.check_in.set_label(self.tr("Check in"))
        self.top_up.set_label(self.tr("Top up"))
        self.cashier.set_label(self.tr("To cashier"))
        self.more.set_name(self.tr("More"))
        if self._page is not None:
            self.show_page(self._page, self._language)
