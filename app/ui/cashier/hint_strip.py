"""At most two hints below the member: what to say, and what came of it, one press each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.hint_types import Said
from app.services.rules.insight.hints import MOST, HintKind, Outcome
from app.services.rules.money import CURRENCIES, Currency
from app.ui import fonts
from app.ui.cashier.hint_words import ICONS, hint_words
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, Icon

_BUTTON = 32
_TAKEN = (Outcome.TAKEN, Outcome.BOUGHT)


class HintRow(QWidget):
    """One hint with its two answers, and the way to the other one where only one has room."""

    taken = Signal()
    refused = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.XS, 0)
        row.setSpacing(Space.XS)
        self._icon = Icon("info", size=18, tone=Tone.PRIMARY)
        self.words = ElidedLabel(size=fonts.BODY)
        self.take = IconButton("check", "", height=_BUTTON)
        self.leave = IconButton("x", "", height=_BUTTON)
        self.place = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self.other = IconButton("chevron-down", "", height=_BUTTON)
        self.other.clicked.connect(self.turned)
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.refused)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.place)
        row.addWidget(self.other)
        row.addWidget(self.take)
        row.addWidget(self.leave)

    def show_said(self, said: Said, words: str, names: tuple[str, str, str]) -> None:
        """Show a hint; once it is answered it stands back, and the answer can be taken back.
        What lies in the cart answers for itself. `names`: to take it, to leave it, to undo."""
        outcome = said.outcome
        taken, refused = outcome in _TAKEN, outcome is Outcome.REFUSED
        tone = Tone.SUCCESS if taken else Tone.MUTED if refused else Tone.PRIMARY
        self._icon.set_icon("circle-check" if taken else ICONS[said.hint.kind], tone)
        self.words.setText(words)
        self.words.set_tone(Tone.MUTED if taken or refused else Tone.NORMAL)
        self.take.setVisible(not refused and outcome is not Outcome.BOUGHT)
        self.leave.setVisible(not taken)
        self.take.set_icon_name("undo-2" if taken else "check")
        self.leave.set_icon_name("undo-2" if refused else "x")
        self.take.set_name(f"{names[2] if taken else names[0]}: {words}")
        self.leave.set_name(f"{names[2] if refused else names[1]}: {words}")

    def show_place(self, place: str, other: str) -> None:
        """Which of how many it is, and what the way to the other is called; "" for the only one."""
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self.other.set_name(other)
        self.other.setVisible(bool(place))


class HintStrip(QWidget):
    """The hints of this visit; nothing at all where there are none."""

    taken = Signal(int)
    refused = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[Said, ...] = ()
        self._low = self._crowded = False
        self._turned: int | None = None
        self._by: tuple[Currency, str, date] = (CURRENCIES["CNY"], "en", date.min)
        self._keys: Callable[[str], str] = lambda _: ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, Space.XXS, 0, Space.XXS)
        inside.setSpacing(0)
        self.rows = tuple(HintRow() for _ in range(MOST))
        for at, row in enumerate(self.rows):
            row.taken.connect(lambda at=at: self.taken.emit(at))
            row.refused.connect(lambda at=at: self.refused.emit(at))
            row.turned.connect(lambda at=at: self._turn(at))
            inside.addWidget(row)
        column.addWidget(holder)
        column.addWidget(Divider())
        self.hide()

    def show_hints(
        self, said: tuple[Said, ...], currency: Currency, language: str, today: date
    ) -> None:
        """Show these."""
        if {one.hint.subject for one in said}.isdisjoint(one.hint.subject for one in self._said):
            self._turned = None
        self._said, self._by = said, (currency, language, today)
        self._say()

    def retranslate(self, key: Callable[[str], str]) -> None:
        """Say everything again; `key` tells which key starts an action."""
        self._keys = key
        self._say()

    def be_low(self, low: bool) -> None:
        """Show one at a time in a low window, those without an answer: the cart needs the room."""
        if low is not self._low:
            self._low = low
            self._say()

    def give_way(self, crowded: bool) -> None:
        """Show none in a low window while something is laid on the sale."""
        if crowded is not self._crowded:
            self._crowded = crowded
            self._say()

    def in_front(self) -> int | None:
        """The place of the hint that is shown alone, which keys then answer."""
        return next(iter(self._shown()), None) if self._low else None

    def _turn(self, at: int) -> None:
        """Show the other of those that wait for an answer."""
        waiting, focused = self._waiting(), self.rows[at].other.hasFocus()
        self._turned = waiting[(waiting.index(at) + 1) % len(waiting)]
        self._say()
        if focused:
            self.rows[self._turned].other.setFocus()

    def speaks_of_birthday(self) -> bool:
        """Whether the member's own birthday stands here, so that it need not stand elsewhere."""
        return any(
            one.hint.kind is HintKind.BIRTHDAY and not one.hint.name.said(self._by[1])
            for one in self._said
        )

    def _say(self) -> None:
        names = (
            self._named(self.tr("Taken"), "hint_take"),
            self._named(self.tr("No"), "hint_no"),
            self.tr("Take the answer back"),
        )
        currency, language, today = self._by
        shown = self._shown()
        for at, row in enumerate(self.rows):
            row.setVisible(at in shown)
            if at in shown:
                said = self._said[at]
                row.show_said(said, hint_words(said.hint, currency, language, today), names)
                row.show_place(*self._place(at))
        self.setVisible(bool(shown))

    def _shown(self) -> list[int]:
        places = range(len(self._said))
        if not self._low:
            return list(places)
        if self._crowded:
            return []
        waiting = self._waiting()
        return [self._turned] if self._turned in waiting else waiting[:1]

    def _waiting(self) -> list[int]:
        return [at for at, one in enumerate(self._said) if one.outcome is Outcome.NONE]

    def _place(self, at: int) -> tuple[str, str]:
        """Which of those that wait it is, where they are shown one at a time."""
        waiting = self._waiting()
        if not self._low or len(waiting) < 2:
            return "", ""
        which = f"{waiting.index(at) + 1}/{len(waiting)}"
        other = self.tr("The other hint")
        return which, f"{other} ({which})"

    def _named(self, words: str, action: str) -> str:
        key = self._keys(action)
        return f"{words} ({key})" if key else words
