"""The member at the till: who they are, what they hold, what to remember."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.services.rules.money import CURRENCIES, Currency, money
from app.ui import fonts
from app.ui.cashier.hint_strip import HintStrip
from app.ui.lists import points_words
from app.ui.standing_words import missing_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import IconButton, SecondaryButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Avatar, Chip, ElidedLabel, KeyHint, Label, Tone
from app.ui.widgets.panels import Divider, Icon

if TYPE_CHECKING:
    from app.services.hint_types import Said
    from app.services.rules.scheme import Scheme
    from app.ui.cashier.presenting.member import AtTill

SOON_DAYS = 14
MOST_CHIPS = 5
CHIPS_WHERE_LOW = 2


@dataclass(frozen=True, slots=True)
class Offered:
    """What the scheme has for members: something to take, something to charge or buy."""

    benefits: bool = False
    charging: bool = False


def offered_by(scheme: Scheme) -> Offered:
    """Which of the strip's buttons a scheme has anything for."""
    return Offered(
        bool(scheme.rewards or scheme.coupons or scheme.passes or scheme.perks),
        bool(scheme.wallet or scheme.passes or scheme.plans or scheme.gift_cards),
    )


class MemberPanel(QWidget):
    """The strip on top of the cart."""

    taken_off = Signal()
    benefits_asked = Signal()
    top_up_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: AtTill | None = None
        self._said: list[str] = []
        self._low = False
        self._shown: tuple[Offered, Currency, str] = (Offered(), CURRENCIES["CNY"], "en")
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack)
        column.addWidget(Divider())
        self._notes = QWidget()
        self._notes_flow = FlowLayout(self._notes)
        self._notes_rule = Divider()
        column.addWidget(self._notes)
        column.addWidget(self._notes_rule)
        self.hints = HintStrip()
        column.addWidget(self.hints)
        self._acts, self._acts_rule = self._make_acts(), Divider()
        column.addWidget(self._acts)
        column.addWidget(self._acts_rule)
        self._stack.setFixedHeight(72)
        self._stack.addWidget(self._make_empty())
        self._strip = self._make_strip()
        self._stack.addWidget(self._strip)
        self._show()

    def _make_acts(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(Space.M, Space.XXS, Space.M, Space.XXS)
        row.setSpacing(Space.XS)
        self.benefits = SecondaryButton("", height=Height.BACK_OFFICE)
        self.top_up = SecondaryButton("", height=Height.BACK_OFFICE)
        for button in (self.benefits, self.top_up):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        self.benefits.clicked.connect(self.benefits_asked)
        self.top_up.clicked.connect(self.top_up_asked)
        return holder

    def _make_empty(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(Space.M, 0, Space.M, 0)
        row.setSpacing(Space.S)
        self._empty = ElidedLabel(tone=Tone.MUTED)
        row.addWidget(Icon("id-card", size=24, tone=Tone.MUTED))
        row.addWidget(self._empty, 1)
        row.addWidget(KeyHint("F2"))
        return page

    def _make_strip(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        self._avatar = Avatar("", size=48)
        row.addWidget(self._avatar)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        self._name = ElidedLabel(size=fonts.CASHIER, strong=True)
        self._detail = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        top = self._top = QHBoxLayout()
        top.setSpacing(Space.XS)
        self._tier = Chip("", tone=Tone.WARNING, icon="crown")
        top.addWidget(self._name)
        top.addWidget(self._tier)
        top.addStretch(1)
        middle.addStretch(1)
        middle.addLayout(top)
        middle.addWidget(self._detail)
        middle.addStretch(1)
        row.addLayout(middle, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        self._points = Label("", size=fonts.CASHIER, strong=True)
        self._wallet = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        right.addStretch(1)
        right.addWidget(self._points, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self._wallet, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row.addLayout(right)
        self._off = IconButton("x", "")
        self._off.clicked.connect(self.taken_off)
        row.addWidget(self._off)
        return page

    def show_member(
        self, held: AtTill | None, offered: Offered, currency: Currency, language: str
    ) -> None:
        """Show a member, or that none is there."""
        self._held, self._shown = held, (offered, currency, language)
        self._show()

    def show_hints(self, said: tuple[Said, ...], currency: Currency, today: date) -> None:
        """Show what is to be said to the member."""
        before = self.hints.speaks_of_birthday()
        self.hints.show_hints(said, currency, self._shown[2], today)
        if self.hints.speaks_of_birthday() is not before:
            self._show()

    def be_low(self, low: bool) -> None:
        """Say less in a low window: the cart needs the room."""
        self.hints.be_low(low)
        if low is not self._low:
            self._low = low
            self._stack.setFixedHeight(60 if low else 72)
            self._show()

    def _show(self) -> None:
        held = self._held
        self._stack.setCurrentIndex(0 if held is None else 1)
        self._notes_flow.clear()
        if held is not None:
            self._fill(held)
        noted = self._notes_flow.count() > 0
        self._notes.setVisible(noted)
        self._notes_rule.setVisible(noted)
        acting = held is not None and self._acting(held)
        self._acts.setVisible(acting)
        self._acts_rule.setVisible(acting)

    def _acting(self, held: AtTill) -> bool:
        offered = self._shown[0]
        return offered.benefits or offered.charging or self._owes(held)

    @staticmethod
    def _owes(held: AtTill) -> bool:
        return held.account is not None and held.account.owed_minor > 0

    def _fill(self, held: AtTill) -> None:
        strip, standing = held.strip, held.standing
        offered, currency, language = self._shown
        self._avatar.set_name(strip.name or strip.number)
        self._name.setText(strip.name or strip.number)
        tier = "" if standing.tier is None else standing.tier.name.said(language)
        self._tier.set_text(tier)
        self._points.setText(points_words(strip.facts.points))
        wallet = standing.wallet
        kept = wallet.total_minor + wallet.credit_minor
        words = self.tr("Stored value {amount}").replace("{amount}", money(kept, currency))
        told = [self._waiting_words(*waits) for waits in standing.points.waiting[:1]]
        below = " · ".join([*told, words] if kept else told)
        self._wallet.setText(below)
        self._wallet.setVisible(bool(below))
        self._said = [
            strip.masked_phone,
            self.tr("Visit {count}").replace("{count}", f"{strip.visits:,}")
            if strip.visits
            else "",
            self.tr("likes {product}").replace("{product}", strip.favourite)
            if strip.favourite
            else "",
        ]
        self._place_tier(tier)
        self._fill_notes(held, language)
        self.benefits.setVisible(offered.benefits)
        self.top_up.setVisible(offered.charging or self._owes(held))
        count = len(standing.coupons) + len(standing.passes)
        label = self.tr("Rewards")
        self.benefits.set_label(f"{label} · {count}" if count else label)

    def _place_tier(self, tier: str) -> None:
        """Beside the name where both are seen whole, else before what else is known."""
        row = self._strip.layout()
        if row is not None:
            row.activate()
        wanted = self._name.sizeHint().width() + Space.XS + self._tier.sizeHint().width()
        beside = bool(tier) and wanted <= self._top.geometry().width()
        self._tier.setVisible(beside)
        parts = self._said if beside else [tier, *self._said]
        self._detail.setText(" · ".join(part for part in parts if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other things."""
        super().resizeEvent(event)
        if self._held is not None:
            self._place_tier(self._tier.text())

    def _fill_notes(self, held: AtTill, language: str) -> None:
        """What to say and to remember, in one or two rows: the cart needs the room."""
        strip, standing = held.strip, held.standing
        self._notes_flow.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        chips: list[Chip] = []
        currency = self._shown[1]
        owed = 0 if held.account is None else held.account.owed_minor
        if owed > 0:
            words = self.tr("Owes {amount}").replace("{amount}", money(owed, currency))
            chips.append(Chip(words, tone=Tone.DANGER, icon="id-card"))
        kept = sum(laid.left_minor for laid in held.deposits)
        if kept:
            words = self.tr("Deposit {amount}").replace("{amount}", money(kept, currency))
            chips.append(Chip(words, tone=Tone.PRIMARY, icon="archive"))
        days = strip.birthday_in_days
        if days is not None and days <= SOON_DAYS and not self.hints.speaks_of_birthday():
            chips.append(Chip(self._birthday_words(days), tone=Tone.DANGER, icon="cake"))
        urgent = len(chips)
        missing = missing_words(standing, self._shown[1], language)
        if missing:
            chips.append(Chip(missing, tone=Tone.MUTED, icon="arrow-up"))
        if standing.plan is not None:
            plan = standing.plan.name.said(language)
            chips.append(Chip(plan, tone=Tone.SUCCESS, icon="star"))
        if strip.note:
            chips.append(Chip(strip.note.splitlines()[0], tone=Tone.WARNING))
        chips += [Chip(each.said(language), icon="check") for each in standing.benefits[:2]]
        chips += [Chip(tag, tone=Tone.PRIMARY, icon="tag") for tag in strip.tags[:4]]
        most = MOST_CHIPS
        if self._low:
            # Where buttons stand below, only what money or the day ask for is said above them.
            most = min(urgent, CHIPS_WHERE_LOW) if self._acting(held) else CHIPS_WHERE_LOW
        for chip in chips[:most]:
            self._notes_flow.addWidget(chip)

    def _waiting_words(self, day: date, points: int) -> str:
        """Points that are there, and not to be spent yet."""
        words = self.tr("+{points} from {day}")
        return words.replace("{points}", f"{points:,}").replace("{day}", f"{day:%m-%d}")

    def _birthday_words(self, days: int) -> str:
        if days == 0:
            return self.tr("Birthday today")
        if days == 1:
            return self.tr("Birthday tomorrow")
        return self.tr("Birthday in {days} days").replace("{days}", str(days))

    def retranslate(self, key: Callable[[str], str]) -> None:
        """Say everything again; `key` tells which key starts an action."""
        self._empty.setText(self.tr("Scan a card or type a phone number"))
        self._off.set_name(self.tr("Take the member off"))
        self.benefits.set_hint(key("benefits"))
        self.top_up.set_label(self.tr("Top up"))
        self.top_up.set_hint(key("top_up"))
        self.hints.retranslate(key)
        self._show()
