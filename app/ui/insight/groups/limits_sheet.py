"""The owner's own limits: what parts RFM's scores, or after how many days a member is silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.services.insight_cells import RfmGrid
from app.services.rules.insight.limits import LimitsWrong, read_terms
from app.services.rules.insight.rfm import FIFTHS
from app.services.rules.money import plain_money
from app.services.settings import DAYS_LIMIT
from app.ui import fonts
from app.ui.insight.groups.presenter import GroupsPresenter
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.amounts import plain_digits, typed_minor
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import RadioButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

DIGITS = 12


def open_limits(shell: Shell, presenter: GroupsPresenter, kind: str, found: Any) -> None:
    """Ask for the limits of "rfm" or "stages"."""
    sheet: RfmLimits | StageLimits
    if kind == "stages":
        sheet = StageLimits(shell, presenter)
    else:
        sheet = RfmLimits(shell, presenter, found if isinstance(found, RfmGrid) else None)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()


class _Limits(Sheet):
    """Two ways: the shop's own measure, or numbers."""

    def __init__(self, shell: Shell, presenter: GroupsPresenter, title: str) -> None:
        super().__init__(shell.overlay_parent(), title=title, width=720)
        self.shell = shell
        self.presenter = presenter
        self.usual, self.own = RadioButton(""), RadioButton("")
        self.fields = QWidget()
        self.refused = Label("", tone=Tone.DANGER, wrap=True)
        self.save = PrimaryButton(self.tr("Save"), hint=shell.keys.hint("save"))
        self.cancel = SecondaryButton(self.tr("Cancel"), hint="Esc")
        shell.keys.bind(self, "save", self.submit)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.close_sheet)
        self.own.toggled.connect(self._show_fields)

    def lay_out(self, note: str, *, own: bool) -> None:
        """The two ways, a note, the fields, the buttons."""
        for radio in (self.usual, self.own):
            self.body.addWidget(radio)
        self.body.addWidget(Label(note, tone=Tone.MUTED, wrap=True))
        self.body.addWidget(self.fields)
        self.body.addWidget(self.refused)
        self.refused.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addLayout(row)
        (self.own if own else self.usual).setChecked(True)
        self._show_fields(own)

    def submit(self) -> None:
        """Store what was typed."""
        changes = self.changes()
        if changes is not None:
            self.presenter.save_limits(changes, self._saved, self._refuse)

    def changes(self) -> dict[str, Any] | None:
        """The settings to store; None where something typed makes no sense, which is said."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Why not."""
        self.refused.setText(words)
        self.refused.show()

    def _saved(self) -> None:
        self.close_sheet()
        self.shell.toast(self.tr("Members are parted anew."))

    def _refuse(self, error: Exception) -> None:
        self.say(self.shell.sentence(error))

    def _show_fields(self, own: bool) -> None:
        self.fields.setEnabled(own)
        self.refused.hide()


class RfmLimits(_Limits):
    """Four limits each for last purchase, days with one and spend."""

    def __init__(self, shell: Shell, presenter: GroupsPresenter, found: RfmGrid | None) -> None:
        super().__init__(shell, presenter, "")
        self.set_title(self.tr("Limits of RFM"))
        settings = shell.shop.desk.settings
        self._money = settings.money
        self.usual.set_label(self.tr("Fifths of this shop's members, moving with them"))
        self.own.set_label(self.tr("Own limits"))
        self.edits: dict[str, list[QLineEdit]] = {}
        terms = settings.rfm_terms or (None if found is None else found.rfm.terms)
        self._lay_out_fields()
        if terms is not None:
            days = [max(0, bound - 1) for bound in terms.recency_days]
            self._fill("days", [str(day) for day in days])
            self._fill("visits", [str(bound) for bound in terms.frequency])
            spend = [plain_money(bound, self._money) for bound in terms.monetary_minor]
            self._fill("spend", spend)
        note = self.tr(
            "5 is the best score. Who bought within the first number of days scores 5 for"
            " recency; who bought on more days or spent more than the last number scores 5 for"
            " those."
        )
        self.lay_out(note, own=settings.rfm_terms is not None)

    def changes(self) -> dict[str, Any] | None:
        """All twelve numbers, or none for fifths."""
        names = ("rfm_recency_days", "rfm_frequency", "rfm_monetary_minor")
        if not self.own.isChecked():
            return dict.fromkeys(names, "")
        days = [_whole(edit.text()) for edit in self.edits["days"]]
        visits = [_whole(edit.text()) for edit in self.edits["visits"]]
        spend = [typed_minor(e.text(), self._money.digits) for e in self.edits["spend"]]
        texts = [
            " ".join("x" if day is None else str(day + 1) for day in days),
            " ".join("x" if one is None else str(one) for one in visits),
            " ".join("x" if one is None else str(one) for one in spend),
        ]
        try:
            read_terms(*texts)
        except LimitsWrong as error:
            self.say(self._wrong(error.measure))
            return None
        return dict(zip(names, texts, strict=True))

    def _wrong(self, measure: str) -> str:
        row, rows = self._rows(), ("recency_days", "frequency", "monetary_minor")
        which = row[rows.index(measure)]
        words = self.tr("“{what}” needs four whole numbers, each larger than the one before.")
        return words.replace("{what}", which)

    def _rows(self) -> tuple[str, str, str]:
        spend = self.tr("Spent up to, {currency}").replace("{currency}", self._money.code)
        return self.tr("Last purchase within, days"), self.tr("Days with a purchase up to"), spend

    def _lay_out_fields(self) -> None:
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        kinds = ("days", "visits", "spend")
        for row, (kind, title) in enumerate(zip(kinds, self._rows(), strict=True)):
            grid.addWidget(Label(title), 2 * row + 1, 0)
            self.edits[kind] = []
            for at in range(FIFTHS - 1):
                score = FIFTHS - at if kind == "days" else at + 1
                words = self.tr("Score {score}").replace("{score}", str(score))
                grid.addWidget(Label(words, size=fonts.CAPTION, tone=Tone.MUTED), 2 * row, at + 1)
                edit = QLineEdit()
                edit.returnPressed.connect(self.submit)
                edit.setAccessibleName(f"{title}, {words}")
                grid.addWidget(edit, 2 * row + 1, at + 1)
                self.edits[kind].append(edit)

    def _fill(self, kind: str, texts: Sequence[str]) -> None:
        for edit, text in zip(self.edits[kind], texts, strict=True):
            edit.setText(text)


class StageLimits(_Limits):
    """How long a member is new, and after how many days silent and lost."""

    def __init__(self, shell: Shell, presenter: GroupsPresenter) -> None:
        super().__init__(shell, presenter, "")
        self.set_title(self.tr("Limits of the stages"))
        settings = shell.shop.desk.settings
        self.usual.set_label(self.tr("Each member's own rhythm"))
        self.own.set_label(self.tr("Own days, the same for all"))
        self.new, self.silent, self.lost = QLineEdit(), QLineEdit(), QLineEdit()
        own = settings.stage_silent_days > 0
        self.new.setText(str(settings.stage_new_days))
        self.silent.setText(str(settings.stage_silent_days or 45))
        self.lost.setText(str(settings.stage_lost_days or 90))
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        for at, (edit, title) in enumerate(self._rows()):
            edit.setAccessibleName(title)
            edit.returnPressed.connect(self.submit)
            grid.addWidget(Label(title, size=fonts.CAPTION, tone=Tone.MUTED), 0, at)
            grid.addWidget(edit, 1, at)
        note = self.tr(
            "By rhythm, who comes each week is missed after two weeks, and who comes each quarter"
            " only after half a year."
        )
        self.lay_out(note, own=own)

    def _rows(self) -> list[tuple[QLineEdit, str]]:
        return [
            (self.new, self.tr("New for, days")),
            (self.silent, self.tr("Silent after, days")),
            (self.lost, self.tr("Lost after, days")),
        ]

    def changes(self) -> dict[str, Any] | None:
        """Three numbers; by rhythm the last two are 0."""
        if not self.own.isChecked():
            return {"stage_silent_days": 0, "stage_lost_days": 0, "stage_new_days": 30}
        new, silent, lost = (_whole(edit.text()) for edit, _ in self._rows())
        if new is None or silent is None or lost is None or not new or not silent:
            self.say(self.tr("All three need whole numbers above zero."))
            return None
        if not silent < lost <= DAYS_LIMIT or new > DAYS_LIMIT:
            words = self.tr("Lost must come after silent, and nothing after {days} days.")
            self.say(words.replace("{days}", f"{DAYS_LIMIT:,}"))
            return None
        return {"stage_new_days": new, "stage_silent_days": silent, "stage_lost_days": lost}


def _whole(text: str) -> int | None:
    plain = plain_digits(text)
    usable = plain.isascii() and plain.isdigit() and len(plain) <= DIGITS
    return int(plain) if usable else None
