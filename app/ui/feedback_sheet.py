"""What somebody says of the shop: a score by one key, words, and whether it is a complaint."""

from __future__ import annotations

from uuid import UUID
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.services.care_types import Case, FeedbackDraft
from app.services.ids import uuid7
from app.services.rules.care.feedback import SCORES
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone


def open_feedback(
    shell: Shell, member_id: UUID | None = None, who: str = "", sale_id: UUID | None = None
) -> FeedbackSheet:
    """Ask for it, of a member and of a sale where there is one."""
    window = shell.overlay_parent()
    old = _LAST.pop(window, None)
    if old is not None:
        old.deleteLater()
    sheet = _LAST[window] = FeedbackSheet(shell, member_id, sale_id)
    sheet.set_title(QCoreApplication.translate("FeedbackSheet", "Feedback"), who)
    sheet.open(sheet.done)
    return sheet


class FeedbackSheet(AskSheet):
    """1 to 5 score while no words are typed; Enter keeps it."""

    def __init__(self, shell: Shell, member_id: UUID | None, sale_id: UUID | None) -> None:
        super().__init__(shell.overlay_parent(), width=480)
        self._shell = shell
        self._op_id = uuid7()
        self._member_id, self._sale_id = member_id, sale_id
        self.score: int | None = None
        self.scores = [
            SecondaryButton("", icon="star", hint=str(score), height=Height.CASHIER)
            for score in SCORES
        ]
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for score, button in zip(SCORES, self.scores, strict=True):
            button.setCheckable(True)
            # A digit scores whatever has the focus but the words; Enter is the sheet's.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(filled(self.tr("Score {score} of 5"), score=score))
            button.clicked.connect(lambda _=False, each=score: self._choose(each))
            row.addWidget(button, 1)
        self._means = Label("", tone=Tone.MUTED)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        self._words_row = FormRow(self.tr("In their own words (may be left out)"), self.words)
        self.complaint = CheckBox(self.tr("It is a complaint: open a case"))
        self.body.addLayout(row)
        self.body.addWidget(self._means)
        self.body.addWidget(self._words_row)
        self.body.addWidget(self.complaint)
        self.finish_body()
        self.done.set_label(self.tr("Keep"))
        shell.keys.bind(self, "save", self.accept)
        self._say()

    def _choose(self, score: int) -> None:
        self.score = None if self.score == score else score
        self._say()

    def _say(self) -> None:
        for score, button in zip(SCORES, self.scores, strict=True):
            button.setChecked(self.score is not None and score <= self.score)
        means = {
            1: self.tr("Very bad: a case is opened"),
            2: self.tr("Bad: a case is opened"),
            3: self.tr("Fair"),
            4: self.tr("Good"),
            5: self.tr("Very good"),
        }
        self._means.setText(means[self.score] if self.score else self.tr("No score chosen"))
        low = self.score is not None and self.score <= 2
        self._means.set_tone(Tone.DANGER if low else Tone.MUTED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit scores."""
        if event.text() in {str(score) for score in SCORES}:
            self._choose(int(event.text()))
            event.accept()
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        """Keep what was said."""
        self._words_row.show_error("")
        self.say_error("")
        draft = FeedbackDraft(
            self.score,
            self.words.toPlainText(),
            self.complaint.isChecked(),
            self._member_id,
            self._sale_id,
        )
        cases, op = self._shell.shop.cases, self._op_id
        self._shell.tasks.run(lambda: cases.take(op, draft), self._taken, self._refuse)

    def _taken(self, case: Case | None) -> None:
        self.close_sheet()
        self._shell.forget_error()
        words = self.tr("Feedback kept. Thank them for it.")
        if case is not None:
            words = filled(self.tr("Feedback kept; case {number} is open."), number=case.number)
        self._shell.toast(words)
        self._shell.tell_changed("care")

    def _refuse(self, error: Exception) -> None:
        sentence = self._shell.sentence(error)
        if getattr(error, "field", "") == "words":
            self._words_row.show_error(sentence)
            self.words.setFocus()
        else:
            self.say_error(sentence)


_LAST: WeakKeyDictionary[QWidget, FeedbackSheet] = WeakKeyDictionary()
"""The sheet that was opened last: it goes when the next one comes."""
