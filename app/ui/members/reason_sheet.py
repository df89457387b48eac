"""A question about a member's points, coupons, plan or wallet: what, and always why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.services.rules.money import AMOUNT_LIMIT_MINOR, parse_scaled
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed: points where they were asked for, the place of the choice, the reason."""

    kind: str
    points: int = 0
    chosen: int = -1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask. `before` asks for points and shows what they make of that many."""

    kind: str
    title: str
    done: str
    who: str = ""
    facts: str = ""
    before: int | None = None
    choices: tuple[str, ...] = ()
    needs_reason: bool = True
    asks: str = ""
    """What is typed where it is no reason: a code, a number."""


class ReasonSheet(Sheet):
    """One sheet for these questions; Enter answers."""

    submitted = Signal(object)
    """The Answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=480)
        self._question = Question("", "", "")
        self._facts = Label("", wrap=True)
        self.choices = QListWidget()
        self.choices.setFont(fonts.font(fonts.CASHIER))
        self.points, self.reason = QLineEdit(), QLineEdit()
        for field in (self.points, self.reason):
            field.setMinimumHeight(Height.CASHIER)
        self._points_row = FormRow("", self.points)
        self._reason_row = FormRow("", self.reason)
        self._move = Label("", size=fonts.CASHIER, strong=True)
        self._error = Label("", tone=Tone.DANGER, wrap=True)
        self.done = PrimaryButton("", hint="Enter", height=Height.CASHIER)
        for part in (
            self._facts,
            self.choices,
            self._points_row,
            self._move,
            self._reason_row,
            self._error,
        ):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(row)
        self.points.textEdited.connect(lambda _text: self._show_move())
        self.done.clicked.connect(self.accept)

    def ask(self, question: Question) -> None:
        """Open with a question."""
        self._question = question
        self.set_title(question.title, question.who)
        self.done.set_label(question.done)
        self._facts.setText(question.facts)
        self._facts.setVisible(bool(question.facts))
        self._fill_choices(question.choices)
        asks_points = question.before is not None
        self._points_row.setVisible(asks_points)
        self._move.setVisible(asks_points)
        self._points_row.set_label(self.tr("Points to give, or to take with a minus"))
        self._reason_row.set_label(
            question.asks
            or (
                self.tr("Reason, as the member will read it")
                if question.needs_reason
                else self.tr("Reason (may be left out)")
            )
        )
        self.points.clear()
        self.reason.clear()
        self.say_error("")
        self._show_move()
        chooses = question.choices and not question.needs_reason
        first = self.points if asks_points else self.choices if chooses else self.reason
        self.open(first)

    def _fill_choices(self, choices: Sequence[str]) -> None:
        self.choices.setVisible(bool(choices))
        self.choices.setAccessibleName(self.tr("Which one"))
        self.choices.clear()
        for text in choices:
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, Height.CASHIER))
            self.choices.addItem(item)
        self.choices.setCurrentRow(0)
        self.choices.setFixedHeight(min(5, max(1, len(choices))) * Height.CASHIER + 8)

    def say_error(self, sentence: str) -> None:
        """Say why it was not done."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def moved(self) -> str:
        """The balance before and after, as shown."""
        return self._move.text()

    def _points(self) -> int | None:
        return parse_scaled(self.points.text().replace("−", "-"), 0, AMOUNT_LIMIT_MINOR)

    def _show_move(self) -> None:
        before, points = self._question.before, self._points()
        if before is None:
            return
        after = before + (points or 0)
        words = self.tr("Points {before} → {after}")
        words = words.replace("{before}", f"{before:,}").replace("{after}", f"{after:,}")
        self._move.setText(words)
        self._move.set_tone(Tone.DANGER if after < 0 else Tone.NORMAL)

    def accept(self) -> None:
        """Answer, where nothing is missing."""
        points, reason = self._points(), self.reason.text().strip()
        if self._question.before is not None and not points:
            self.say_error(self.tr("Type how many points, such as 50 or -50."))
            self.points.setFocus()
            return
        if self._question.needs_reason and not reason:
            self.say_error(self.tr("Type the reason: the member reads it on the statement."))
            self.reason.setFocus()
            return
        self.submitted.emit(
            Answer(self._question.kind, points or 0, self.choices.currentRow(), reason)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)
