"""Asked before a scheme comes into force: from which day, and what members are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import FieldInvalid, SchemeInvalid
from app.ui.loyalty.checks import Checks
from app.ui.loyalty.words import title_of
from app.ui.sentences import filled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Icon

if TYPE_CHECKING:
    from app.services.rules.lint import Finding
    from app.services.rules.money import Currency
    from app.services.rules.scheme import Scheme

_NOTICE_LINES = 3
_DAY_WIDTH = 180


class UseSheet(Sheet):
    """A new version begins on a day of the owner's choice; sales made before keep theirs."""

    submitted = Signal(object, object, str)
    """(the scheme, its first day, the notice for members)"""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=600)
        self._scheme: Scheme | None = None
        self._today = date.min
        self.day = QLineEdit()
        self.day.setMinimumHeight(Height.DEFAULT)
        self._day_line = QWidget()
        self.day_row = FormRow("", self._day_line)
        self.today = Button("", kind=Kind.QUIET, height=Height.BACK_OFFICE)
        self.tomorrow = Button("", kind=Kind.QUIET, height=Height.BACK_OFFICE)
        self.next_month = Button("", kind=Kind.QUIET, height=Height.BACK_OFFICE)
        self.notice = QPlainTextEdit()
        self.notice.setTabChangesFocus(True)
        self.notice.setFixedHeight(18 + _NOTICE_LINES * self.notice.fontMetrics().lineSpacing())
        self.notice_row = FormRow("", self.notice)
        self.lift = CheckBox("")
        self._promises = QVBoxLayout()
        self.checks = Checks()
        self.done = PrimaryButton("", hint="Ctrl+S", height=Height.CASHIER)
        self._lay_out()
        self.done.clicked.connect(self.submit)
        self.today.clicked.connect(lambda: self._choose(self._today))
        self.tomorrow.clicked.connect(lambda: self._choose(self._today + timedelta(days=1)))
        self.next_month.clicked.connect(lambda: self._choose(_first_of_next(self._today)))

    def _lay_out(self) -> None:
        quick = QHBoxLayout(self._day_line)
        quick.setContentsMargins(0, 0, 0, 0)
        quick.setSpacing(Space.XS)
        self.day.setFixedWidth(_DAY_WIDTH)
        quick.addWidget(self.day)
        for button in (self.today, self.tomorrow, self.next_month):
            quick.addWidget(button)
        quick.addStretch(1)
        self.body.addWidget(self.day_row)
        self.body.addWidget(self.notice_row)
        self.body.addWidget(self.lift)
        self._promises.setSpacing(Space.XS)
        self.body.addLayout(self._promises)
        self.body.addWidget(self.checks)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done)
        self.body.addLayout(row)

    def ask(self, scheme: Scheme, today: date, language: str) -> None:
        """Open for a scheme."""
        self._scheme, self._today = scheme, today
        title = title_of(scheme, language)
        self.set_title(filled(self.tr("Use “{title}”"), title=title))
        self.day_row.set_label(self.tr("From which day"))
        self.day.setAccessibleName(self.tr("From which day"))
        self.today.set_label(self.tr("Today"))
        self.tomorrow.set_label(self.tr("Tomorrow"))
        self.next_month.set_label(self.tr("First of next month"))
        self.notice_row.set_label(
            self.tr("What members are told"), self.tr("On their statement; may stay empty.")
        )
        self.done.set_label(self.tr("Use it"))
        self.lift.set_label(self.tr("Lift members now to the tiers they have reached"))
        self.lift.setVisible(scheme.tiers is not None)
        self.lift.setChecked(False)
        self._say_promises()
        self.checks.show_waiting()
        self.done.setEnabled(True)
        self.day_row.show_error("")
        self.notice_row.show_error("")
        told = scheme.notice.said(language) or scheme.summary.said(language)
        self.notice.setPlainText(told)
        self._choose(today)
        self.open(self.day)

    def show_findings(
        self, scheme: Scheme, findings: Sequence[Finding], language: str, currency: Currency
    ) -> None:
        """What the linter found in the scheme that is asked about; an error bars the way."""
        if scheme is self._scheme:
            self.checks.show_findings(findings, language, currency)
            self.done.setEnabled(not self.checks.blocked)

    def submit(self) -> None:
        """Ask for it, where the day is one and nothing bars the way."""
        if not self.done.isEnabled():
            return
        try:
            day = date.fromisoformat(self.day.text().strip())
        except ValueError:
            self.refuse(FieldInvalid("active_from", "not_a_date", self.day.text()), "")
            return
        assert self._scheme is not None
        self.submitted.emit(self._scheme, day, self.notice.toPlainText())

    def lifts_now(self) -> bool:
        """Whether members are to rise at once, not with their next sale."""
        today = self.day.text().strip() == self._today.isoformat()
        return self.lift.isChecked() and not self.lift.isHidden() and today

    def refuse(self, error: Exception, sentence: str) -> None:
        """Say beside the day, or the words for members, what is wrong with it."""
        if isinstance(error, SchemeInvalid) and error.path.startswith("notice"):
            self.notice_row.show_error(sentence)
            self.notice.setFocus()
            return
        self.day_row.show_error(sentence or self.tr("Write the day as 2026-12-01."))
        self.day.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field of the day confirms."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day.hasFocus():
            self.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _choose(self, day: date) -> None:
        self.day.setText(day.isoformat())
        self.day_row.show_error("")

    def _say_promises(self) -> None:
        while (item := self._promises.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, text in (
            ("receipt", self.tr("Sales made before keep the rules they were made with.")),
            ("coins", self.tr("Points, wallets and coupons members hold stay theirs.")),
            ("history", self.tr("Every version is kept, and can be used again.")),
        ):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.S)
            row.addWidget(Icon(icon, tone=Tone.MUTED))
            row.addWidget(Label(text, tone=Tone.MUTED, wrap=True), 1)
            self._promises.addWidget(holder)


def _first_of_next(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
