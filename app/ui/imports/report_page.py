"""Second and last step: what an import would do, or has done, and what it cannot take."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import reason_words
from app.services.exchange.plan import ImportReport, Refused
from app.ui import fonts
from app.ui.imports.words import field_words
from app.ui.theme import Space
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.table import Column, Table

_FIGURE = 24


class _Figure(Card):
    """A count and what was counted."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.body.setSpacing(2)
        self._name = ElidedLabel(size=fonts.CAPTION, tone=Tone.MUTED)
        self._value = ElidedLabel(size=_FIGURE, strong=True)
        self.body.addWidget(self._name)
        self.body.addWidget(self._value)

    def say(self, name: str, count: int, tone: Tone = Tone.NORMAL) -> None:
        """Show a count; its tone only where there is something to count."""
        self._name.setText(name)
        self._value.setText(f"{count:,}")
        self._value.set_tone(tone if count else Tone.MUTED)
        self._value.update()
        self.setAccessibleName(f"{name}: {count:,}")


class ReportPage(QWidget):
    """Counts on top, the refused rows below them with line, field and reason."""

    def __init__(self, kind: str, language: str) -> None:
        super().__init__()
        self._kind = kind
        self._language = language
        self._figures = tuple(_Figure() for _ in range(5))
        self._sentence = Label("", size=fonts.CASHIER, wrap=True)
        self.table = Table(self._columns(), name=self.tr("Rows that cannot be taken"))
        self._card = Card()
        title = Label(self.tr("Rows that cannot be taken"), strong=True)
        title.setContentsMargins(Space.S, 0, Space.S, 0)
        self.skip = CheckBox("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for figure in self._figures:
            row.addWidget(figure, 1)
        column.addLayout(row)
        column.addWidget(self._sentence)
        self._card.body.setContentsMargins(1, Space.S, 1, 6)
        self._card.body.addWidget(title)
        self._card.body.addWidget(self.table, 1)
        column.addWidget(self._card, 1)
        column.addWidget(self.skip)
        self._room = QWidget()
        column.addWidget(self._room, 1)

    def show_report(self, report: ImportReport, *, done: bool, kind: str) -> None:
        """Show what would come of it, or what came of it."""
        added, updated, unchanged, refused, made = self._figures
        added.say(self.tr("Added") if done else self.tr("To be added"), report.added, Tone.SUCCESS)
        updated.say(
            self.tr("Changed") if done else self.tr("To be changed"), report.updated, Tone.SUCCESS
        )
        unchanged.say(self.tr("In the shop already"), report.unchanged)
        count = len(report.refused)
        refused.say(self.tr("Left out") if done else self.tr("Cannot be taken"), count, Tone.DANGER)
        made.say(self.tr("Sales made of them"), report.sales)
        updated.setVisible(kind != "sales")
        made.setVisible(kind == "sales")
        self._sentence.setText(self._words(report, done))
        bad = bool(report.refused)
        self._card.setVisible(bad)
        self._room.setVisible(not bad)
        self.skip.set_label(self.tr("Leave these rows out and write them to a file, to be mended"))
        self.skip.setVisible(bad and not done)
        self.table.show_rows(report.refused)

    def sentence(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    def _words(self, report: ImportReport, done: bool) -> str:
        if done and report.members:
            words = self.tr("Imported. New members: {count}. A backup was made before.")
            return words.replace("{count}", f"{report.members:,}")
        if done:
            return self.tr("Imported. A backup was made before.")
        if report.refused:
            return self.tr(
                "Nothing was imported yet. Mend these rows in the file and choose it again,"
                " or leave them out."
            )
        if not report.added and not report.updated:
            return self.tr("Every row is in the shop already: there is nothing to import.")
        return self.tr("All rows can be taken. Nothing was imported yet.")

    def _columns(self) -> tuple[Column[Refused], ...]:
        kind, language = self._kind, self._language

        def field(refused: Refused) -> str:
            name = field_words(kind, refused.field, language)
            return name[:1].upper() + name[1:]

        return (
            Column(self.tr("Line"), lambda r: f"{r.line:,}", 80, right=True),
            Column(self.tr("Column"), field, 170),
            Column(self.tr("What stands there"), lambda r: r.text, 220, tone=Tone.MUTED),
            Column(self.tr("Why not"), lambda r: reason_words(r.reason, language)),
        )
