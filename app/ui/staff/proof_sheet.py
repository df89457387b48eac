"""Who are you: people at the left, a PIN at the right, or one scan of a staff card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.errors import PinBlocked, PinWrong
from app.services.staff import Person
from app.ui import fonts
from app.ui.shell import Shell
from app.ui.staff.pin_field import PinPad
from app.ui.staff.presenter import ProofPresenter
from app.ui.staff_words import role_name
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import Label, Tone, first_letter
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Icon
from app.ui.widgets.scroll import ScrollArea

_ROW: Final = 56
_PEOPLE: Final = 248


class PersonButton(QAbstractButton):
    """One person: the first letter of their name, the name, the role."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(_ROW)
        self.setAccessibleName(f"{person.name}, {role_name(person.role)}")

    def sizeHint(self) -> QSize:
        """One row of the list."""
        return QSize(_PEOPLE - 2 * Space.S, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, name and role."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            fill = t.primary_soft if chosen else t.hover
            rounded(painter, box, Radius.CONTROL, fill=fill, border=t.primary if chosen else None)
        circle = QRectF(Space.S, (_ROW - 36) / 2, 36, 36)
        rounded(painter, circle, 18, fill=t.primary if chosen else t.primary_soft)
        letter = first_letter(self.person.name)
        painter.setFont(fonts.font(fonts.CASHIER, strong=fonts.shows_strong(letter)))
        painter.setPen(QColor(t.on_primary if chosen else t.primary))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, letter)
        self._draw_words(painter, circle.right() + Space.S)
        painter.end()

    def _draw_words(self, painter: QPainter, left: float) -> None:
        t = tokens()
        room = QRectF(left, 8, self.width() - left - Space.S, 22)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for words, size, strong, ink, at in (
            (self.person.name, fonts.BODY, True, t.text, 0),
            (role_name(self.person.role), fonts.CAPTION, False, t.text2, 20),
        ):
            painter.setFont(fonts.font(size, strong=strong and fonts.shows_strong(words)))
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room.translated(0, at), line, shown)


class ProofSheet(Sheet):
    """People, a PIN, a card. What is asked for, and what follows, is the maker's."""

    def __init__(
        self,
        shell: Shell,
        *,
        title: str,
        words: str,
        people: Callable[[], tuple[Person, ...]],
        by_pin: Callable[[Any, str], Any],
        by_card: Callable[[str], Any],
        then: Callable[[Any], None],
        first: UUID | None = None,
    ) -> None:
        super().__init__(shell.overlay_parent(), title=title, width=640)
        self._shell = shell
        self._wait = 0
        self._refused: Exception | None = None
        self._people: list[PersonButton] = []
        self._words = Label(words, wrap=True, tone=Tone.MUTED)
        self.error = Label("", tone=Tone.DANGER, wrap=True)
        self.pad = PinPad()
        self.go_on = PrimaryButton(self.tr("Go on"), hint="Enter")
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second)
        self.presenter: ProofPresenter[Any] = ProofPresenter(
            self, shell.tasks,
            people=people, by_pin=by_pin, by_card=by_card, then=then, first=first,
        )  # fmt: skip
        self.pad.entered.connect(self.presenter.enter)
        self.go_on.clicked.connect(lambda: self.presenter.enter(""))

    def _lay_out(self) -> None:
        self.body.addWidget(self._words)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.XXS)
        self._list.addStretch(1)
        area = ScrollArea(inside)
        area.setFixedWidth(_PEOPLE)
        area.setMinimumHeight(4 * _ROW + 3 * Space.XXS)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QHBoxLayout()
        card.setSpacing(Space.XS)
        card.addWidget(Icon("id-card", tone=Tone.MUTED))
        self._scan = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        card.addWidget(self._scan, 1)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.pad)
        right.addWidget(self.go_on)
        right.addWidget(self.error)
        right.addStretch(1)
        right.addLayout(card)
        across = QHBoxLayout()
        across.setSpacing(Space.M)
        across.addWidget(area)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)
        self._scan.setText(self.tr("Or scan a staff card: one scan, no PIN."))

    def open(self, first: QWidget | None = None) -> None:
        """With the people, and the focus where a PIN is typed."""
        super().open(first or self.pad.field)
        self.presenter.load()

    def scanned(self, code: str) -> bool:
        """A staff card is taken; nothing else is."""
        return self.presenter.scanned(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a person, whatever has the focus."""
        if event.key() == Qt.Key.Key_Up:
            self.presenter.move(-1)
        elif event.key() == Qt.Key.Key_Down:
            self.presenter.move(1)
        else:
            super().keyPressEvent(event)

    # -- ProofView ----------------------------------------------------------------------

    def show_people(self, people: tuple[Person, ...], chosen: int) -> None:
        """See `ProofView`."""
        if [button.person for button in self._people] != list(people):
            for old in self._people:
                old.deleteLater()
            self._people = [PersonButton(person) for person in people]
            for at, button in enumerate(self._people):
                self._list.insertWidget(at, button)
                button.clicked.connect(partial(self._chosen, at))
        for at, button in enumerate(self._people):
            button.setChecked(at == chosen)
        if people and chosen >= 0:
            told = self.tr("PIN of {name}").replace("{name}", people[chosen].name)
            self.pad.field.setAccessibleName(told)

    def ask_pin(self, wanted: bool) -> None:
        """See `ProofView`."""
        self.pad.setVisible(wanted)
        self.go_on.setVisible(not wanted)
        self._focus()

    def refuse(self, error: Exception, wait_seconds: int) -> None:
        """See `ProofView`."""
        self._refused = error
        self._wait = wait_seconds
        self._shell.sound(good=False)
        self._say()
        if wait_seconds:
            self.pad.set_open(False)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # a card can be scanned meanwhile
            self._timer.start()
        else:
            self._focus()

    def busy(self, busy: bool) -> None:
        """See `ProofView`."""
        if busy:
            self.error.setText("")
        self.go_on.setEnabled(not busy)

    def done(self) -> None:
        """See `ProofView`."""
        self._timer.stop()
        self._shell.sound(good=True)
        self.close_sheet()

    # -- inside ---------------------------------------------------------------------------

    def _chosen(self, at: int) -> None:
        self.presenter.choose(at)

    def _second(self) -> None:
        self._wait = max(0, self._wait - 1)
        self._say()
        if not self._wait:
            self._timer.stop()
            self.error.setText("")
            self.pad.set_open(True)
            self._focus()

    def _say(self) -> None:
        """The refusal, with the seconds that are left of its wait."""
        if self._refused is not None:
            if isinstance(self._refused, PinWrong | PinBlocked):
                self._refused.seconds = self._wait
            self.error.setText(self._shell.sentence(self._refused))

    def _focus(self) -> None:
        if self.isHidden() or self._wait:
            return
        wanted = self.pad.field if not self.pad.isHidden() else self.go_on
        if QApplication.focusWidget() is not wanted:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
