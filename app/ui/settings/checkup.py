"""The check-up of the shop's file: everything that must hold, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.services.doctor import is_made_again
from app.ui import fonts
from app.ui.long_work import run_with_progress
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Space
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, Icon

if TYPE_CHECKING:
    from app.services.doctor import Check

CHECK_NAMES: Final[Mapping[str, object]] = {
    "integrity": QT_TRANSLATE_NOOP("Checkup", "Every page of the file can be read"),
    "foreign_keys": QT_TRANSLATE_NOOP("Checkup", "Every record finds what it belongs to"),
    "schema": QT_TRANSLATE_NOOP("Checkup", "The file is of this program and version"),
    "settings": QT_TRANSLATE_NOOP("Checkup", "Settings, till and keys are there"),
    "clock": QT_TRANSLATE_NOOP("Checkup", "The clock is not behind the last sale"),
    "receipts": QT_TRANSLATE_NOOP("Checkup", "Receipt numbers have no gap and no double"),
    "sales": QT_TRANSLATE_NOOP("Checkup", "Every sale adds up to the cent"),
    "sale_points": QT_TRANSLATE_NOOP("Checkup", "Every sale moved the points it names"),
    "claims": QT_TRANSLATE_NOOP("Checkup", "No receipt was claimed twice"),
    "sessions": QT_TRANSLATE_NOOP("Checkup", "Every sale belongs to its till's day"),
    "members": QT_TRANSLATE_NOOP("Checkup", "Every member is whole"),
    "points": QT_TRANSLATE_NOOP("Checkup", "Points balances are the sum of their entries"),
    "visits": QT_TRANSLATE_NOOP("Checkup", "Visits are counted right"),
    "spent": QT_TRANSLATE_NOOP("Checkup", "What members spent is the sum of their sales"),
    "buying_days": QT_TRANSLATE_NOOP("Checkup", "What members left each day adds up"),
    "last_visit": QT_TRANSLATE_NOOP("Checkup", "Last visits are the last ones"),
    "lots": QT_TRANSLATE_NOOP("Checkup", "No points were spent twice"),
    "coupons": QT_TRANSLATE_NOOP("Checkup", "No coupon was used twice"),
    "refunds": QT_TRANSLATE_NOOP("Checkup", "Nothing was given back twice"),
    "rewards": QT_TRANSLATE_NOOP("Checkup", "Every reward was paid with its points"),
    "wallets": QT_TRANSLATE_NOOP("Checkup", "Every wallet is the sum of its entries"),
    "gift_cards": QT_TRANSLATE_NOOP("Checkup", "Gift cards hold what is left of them"),
    "passes": QT_TRANSLATE_NOOP("Checkup", "Session passes have the uses left that they show"),
    "takings": QT_TRANSLATE_NOOP("Checkup", "Every top-up and fee adds up and is sealed"),
    "accounts": QT_TRANSLATE_NOOP("Checkup", "What members owe is the sum of their purchases"),
    "deposits": QT_TRANSLATE_NOOP("Checkup", "Deposits hold what is left of them"),
    "tips": QT_TRANSLATE_NOOP("Checkup", "Every tip is a line of its sale"),
    "drawer": QT_TRANSLATE_NOOP(
        "Checkup", "Every Z report agrees with its drawer; none is missing"
    ),
    "standing": QT_TRANSLATE_NOOP("Checkup", "Tiers and plans follow from what was counted"),
    "stock": QT_TRANSLATE_NOOP("Checkup", "What is on hand is the sum of its moves"),
    "campaigns": QT_TRANSLATE_NOOP("Checkup", "Campaigns asked and gave as drawn"),
    "merges": QT_TRANSLATE_NOOP("Checkup", "Merged members left nothing behind"),
    "care": QT_TRANSLATE_NOOP("Checkup", "Follow-ups and cases stand as their last entry says"),
    "hints": QT_TRANSLATE_NOOP("Checkup", "Hints at the till follow from what was bought"),
    "habits": QT_TRANSLATE_NOOP("Checkup", "What members like is as their sales tell"),
    "pasts": QT_TRANSLATE_NOOP("Checkup", "The past that forecasts look at is as the sales tell"),
    "bought": QT_TRANSLATE_NOOP("Checkup", "Who bought much-bought goods is as the sales tell"),
    "sealed": QT_TRANSLATE_NOOP("Checkup", "Every sale is sealed"),
    "seals": QT_TRANSLATE_NOOP("Checkup", "No sale was changed after it was sealed"),
    "search": QT_TRANSLATE_NOOP("Checkup", "Every member can be found by name"),
    "cards": QT_TRANSLATE_NOOP("Checkup", "Every card code is of this shop"),
    "held_sales": QT_TRANSLATE_NOOP("Checkup", "Every held sale can be recalled"),
}
"""What each check of the doctor proves."""

_COLUMNS = 2


def check_name(name: str) -> str:
    """What a check proves, in the language shown."""
    words = CHECK_NAMES.get(name)
    if words is None:
        return name.replace("_", " ")
    return QCoreApplication.translate("Checkup", str(words))


class Checkup(Card):
    """One button, and below it each check with what it found."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(" ")
        self._shell = shell
        self._checks: tuple[Check, ...] = ()
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self.examine = Button("", icon="shield-check")
        self.verdict = Label("", strong=True, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.examine)
        row.addWidget(self.verdict, 1)
        self.body.addWidget(self._note)
        self.body.addLayout(row)
        self.body.addLayout(self._grid)
        self.examine.clicked.connect(self.run)

    def run(self) -> None:
        """Examine everything."""
        doctor = self._shell.shop.doctor
        run_with_progress(
            self._shell,
            self.tr("Checking the shop's file"),
            lambda progress, stop: doctor.run(True, progress, stop),
            self._show,
        )

    def say(self) -> None:
        """Everything in the language now shown."""
        self.set_title(self.tr("Check-up"))
        self._note.setText(
            self.tr(
                "Reads the whole file and proves that every balance, receipt and seal is right."
                " Nothing is changed."
            )
        )
        self.examine.set_label(self.tr("Check everything"))
        self._show(self._checks)

    def _show(self, checks: Sequence[Check]) -> None:
        self._checks = tuple(checks)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        failing = [check for check in checks if not check.ok]
        if not checks:
            self.verdict.setText("")
        elif failing:
            words = self._way_on(checks)
            self.verdict.setText(filled(words, count=len(failing), total=len(checks)))
            self.verdict.set_tone(Tone.DANGER)
        else:
            self.verdict.setText(filled(self.tr("All {total} checks hold."), total=len(checks)))
            self.verdict.set_tone(Tone.SUCCESS)
        for at, check in enumerate([*failing, *(check for check in checks if check.ok)]):
            self._grid.addWidget(_line(check), at // _COLUMNS, at % _COLUMNS)

    def _way_on(self, checks: Sequence[Check]) -> str:
        if is_made_again(checks):
            return self.tr(
                "{count} of {total} checks failed. Sales and balances are right: what failed is"
                " kept only to answer quickly. Close Regulars, run “regulars doctor --renew” on"
                " the command line, and start again: it is made anew."
            )
        return self.tr(
            "{count} of {total} checks failed. Make a backup to a file, then ask for help."
        )


def _line(check: Check) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XS)
    icon, tone = ("circle-check", Tone.SUCCESS) if check.ok else ("circle-alert", Tone.DANGER)
    row.addWidget(Icon(icon, size=16, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
    said = check_name(check.name)
    if not check.ok:
        failed = QCoreApplication.translate("Checkup", "Failed: {check} ({detail})")
        said = filled(failed, check=said, detail=check.detail)
    row.addWidget(
        Label(said, size=fonts.CAPTION, tone=Tone.NORMAL if check.ok else tone, wrap=True), 1
    )
    return line
