"""Everything that is kept of a member, to be typed: for a new one, or for a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.errors import (
    FieldInvalid,
    MemberAmbiguous,
    MemberNumberTaken,
    MemberUnknown,
    PhoneTaken,
    ReferralRefused,
)
from app.services.member_types import ConsentState, DependantDraft, MemberDraft
from app.ui import fonts
from app.ui.members.editor_fields import BirthdayEdit, ChipsEdit, LongText
from app.ui.members.editor_rows import CustomRow, DependantRow, Rows
from app.ui.members.presenting.editing import Form
from app.ui.members.words import gender_words
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormGrid, FormRow
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Banner, Divider, Surface

GENDERS = ("", "female", "male", "other")
LINES = (
    *("name", "phone", "number", "joined_on", "wechat", "email"),
    *("occupation", "source", "adviser"),
)
WIDTH, HEIGHT = 880, 720


class EditorSheet(Sheet):
    """A long form in one sheet. Ctrl+S or Enter in a line saves, Esc leaves."""

    save_asked = Signal(object, object)
    """(Form, MemberDraft)"""
    abandoned = Signal(object, object)
    invalid = Signal(object)
    """The FieldInvalid of a text that is no date."""
    open_asked = Signal(str)
    """The number of the member who has this phone or number already."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=WIDTH)
        self.set_panel_size(WIDTH, HEIGHT)
        self.hide_esc()
        self._form: Form | None = None
        self._clean = MemberDraft()
        self._saved = False
        self._taken_by = ""
        self._given: dict[str, tuple[str, str]] = {}
        self.lines = {name: QLineEdit() for name in LINES}
        self.birthday = BirthdayEdit()
        self.gender = DropDown()
        self.preferences, self.tags = ChipsEdit(), ChipsEdit()
        self.note, self.address = LongText(), LongText(lines=2)
        self.dependants, self.custom = Rows(), Rows()
        self.referrer = QLineEdit()
        self.consent = CheckBox("")
        self._consent_note = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        self.taken = Banner("", tone=Tone.WARNING, closable=False)
        self.save = PrimaryButton("", hint="Ctrl+S")
        self.cancel = SecondaryButton("", hint="Esc")
        self._rows: dict[str, FormRow] = {}
        self._titles: dict[str, Label] = {}
        self._build()
        self._wire()
        self.retranslate()

    # --- the layout -----------------------------------------------------------------

    def _build(self) -> None:
        inner = Surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.taken)
        self.taken.hide()
        lines = self.lines
        self._grid(
            column,
            ("name", lines["name"]),
            ("phone", lines["phone"]),
            ("birthday", self.birthday),
            ("gender", self.gender),
        )
        self._section(column, "likes")
        self._grid(column, ("preferences", self.preferences), ("tags", self.tags))
        self._grid(column, ("note", self.note), columns=1)
        self._section(column, "reach")
        self._grid(column, ("wechat", lines["wechat"]), ("email", lines["email"]))
        self._grid(column, ("address", self.address), columns=1)
        self._section(column, "about")
        about = ("number", "joined_on", "source", "adviser", "occupation")
        named = [(name, lines[name]) for name in about]
        self._grid(column, *named, ("referrer", self.referrer))
        for name, rows in (("dependants", self.dependants), ("custom", self.custom)):
            self._section(column, name)
            self._grid(column, (name, rows), columns=1)
        self._section(column, "consent")
        column.addWidget(self.consent, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._consent_note)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(Divider())
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        self._summary = Label("", tone=Tone.DANGER)
        buttons.addWidget(self._summary, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        self.body.addLayout(buttons)

    def _section(self, column: QVBoxLayout, name: str) -> None:
        title = self._titles[name] = Label("", size=fonts.BODY, strong=True)
        column.addSpacing(Space.S)
        column.addWidget(title)

    def _grid(self, column: QVBoxLayout, *fields: tuple[str, QWidget], columns: int = 2) -> None:
        grid = FormGrid(columns)
        for name, field in fields:
            if isinstance(field, QLineEdit | DropDown):
                field.setMinimumHeight(Height.DEFAULT)
            self._rows[name] = grid.add("", field)
        column.addWidget(grid)

    def _wire(self) -> None:
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.close_sheet)
        self.closed.connect(self._left)
        self.dependants.add_asked.connect(self._add_dependant)
        self.custom.add_asked.connect(lambda: self.custom.put(CustomRow("", ""), focus=True))
        self.taken.acted.connect(self._open_taken)

    # --- opening and reading ------------------------------------------------------------

    def ask(self, form: Form) -> None:
        """Open with a form; what was typed and not saved is there again."""
        self._form, self._saved = form, False
        self.set_title(self.tr("New member") if form.is_new else self.tr("Edit member"))
        self.save.set_label(self.tr("Enrol") if form.is_new else self.tr("Save"))
        self.consent.set_label(self.tr("May be sent news and offers"))
        self._consent_note.setText(self._consent_words(form))
        self._clear_errors()
        self._show(form.draft, form.today)
        self.referrer.setText(form.referrer)
        self._rows["referrer"].setVisible(form.is_new)
        self._clean = self.draft()
        if form.typed is not None:
            self._show(form.typed, form.today)
        self.area.verticalScrollBar().setValue(0)
        unnamed = form.is_new and not form.draft.name
        self.open(self.lines["name"] if unnamed or not form.is_new else self.lines["phone"])

    def _show(self, draft: MemberDraft, today: date) -> None:
        joined = "" if draft.joined_on is None else draft.joined_on.isoformat()
        for name, line in self.lines.items():
            given = joined if name == "joined_on" else str(getattr(draft, name))
            line.setText(given)
            self._given[name] = (given, line.text())
        self.birthday.use(today)
        self.birthday.show_draft(draft.birthday)
        self.gender.setCurrentIndex(max(0, self.gender.findData(draft.gender)))
        self.preferences.show_words(draft.preferences)
        self.tags.show_words(draft.tags)
        self.note.show_text(draft.note)
        self.address.show_text(draft.address)
        self.dependants.clear()
        for dependant in draft.dependants:
            self.dependants.put(DependantRow(dependant, today))
        self.custom.clear()
        for name, value in draft.custom:
            self.custom.put(CustomRow(name, value))
        self.consent.setChecked(draft.marketing_consent)

    def draft(self) -> MemberDraft:
        """What was typed. Raises FieldInvalid for a date of joining that is none."""
        plain = {name: self._text(name) for name in self.lines if name != "joined_on"}
        rows = [row.draft() for row in self.dependants.rows if isinstance(row, DependantRow)]
        pairs = [row.pair() for row in self.custom.rows if isinstance(row, CustomRow)]
        return MemberDraft(
            **plain,
            birthday=self.birthday.draft(),
            joined_on=_day(self.lines["joined_on"].text()),
            gender=str(self.gender.currentData() or ""),
            preferences=self.preferences.words(),
            tags=self.tags.words(),
            note=self.note.text(),
            address=self.address.text(),
            dependants=tuple(row for row in rows if row != DependantDraft("")),
            custom=tuple(pair for pair in pairs if pair != ("", "")),
            marketing_consent=self.consent.isChecked(),
        )

    def _text(self, name: str) -> str:
        """What stands in a line; untouched, exactly what was given, which Qt may not show."""
        given, shown = self._given[name]
        now = self.lines[name].text()
        return given if now == shown else now

    def submit(self) -> None:
        """Ask to keep what was typed."""
        if self._form is None:
            return
        self._clear_errors()
        try:
            draft = self.draft()
        except FieldInvalid as error:
            self.invalid.emit(error)
            return
        self.save_asked.emit(self._with_referrer(self._form), draft)

    def _with_referrer(self, form: Form) -> Form:
        return replace(form, referrer=self.referrer.text())

    def close_saved(self) -> None:
        """Close: everything was kept."""
        self._saved = True
        self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _left(self) -> None:
        """Esc asks nothing, but what was typed can be brought back."""
        if self._saved or self._form is None:
            return
        try:
            draft = self.draft()
        except FieldInvalid:
            self.lines["joined_on"].clear()
            draft = self.draft()
        if draft != self._clean or self.referrer.text():
            self.abandoned.emit(self._with_referrer(self._form), draft)

    def _add_dependant(self) -> None:
        today = date.min if self._form is None else self._form.today
        self.dependants.put(DependantRow(DependantDraft(""), today), focus=True)

    # --- what is wrong ------------------------------------------------------------------

    def refuse(self, error: Exception, sentence: str) -> None:
        """Say `sentence` beside the field that `error` is about."""
        if isinstance(error, PhoneTaken | MemberNumberTaken):
            field = "phone" if isinstance(error, PhoneTaken) else "number"
            self._taken_by = error.number
            self._point_at(field, self.tr("Somebody has it already."))
            self.taken.say(sentence, Tone.WARNING, self.tr("Open that member"))
            self.area.ensureWidgetVisible(self.taken)
        elif isinstance(error, FieldInvalid) and error.field in self._rows:
            self._point_at(error.field, sentence)
        elif isinstance(error, MemberUnknown | MemberAmbiguous | ReferralRefused):
            self._point_at("referrer", sentence)
        else:
            self._summary.setText(sentence)

    def error_of(self, field: str) -> str:
        """What is said beside a field, "" where nothing is wrong."""
        row = self._rows[field]
        return row.field.accessibleDescription() if row.has_error() else ""

    def point_to(self, name: str) -> None:
        """Put the focus on a field."""
        field = self.consent if name == "consent" else self._rows[name].field
        (field.focusProxy() or field).setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(field)

    def _point_at(self, name: str, sentence: str) -> None:
        row = self._rows[name]
        row.show_error(sentence)
        if isinstance(row.field, BirthdayEdit):
            row.field.mark(True)
        target = row.field.focusProxy() or row.field
        if isinstance(row.field, Rows):
            target = row.field.rows[0].first() if row.field.rows else row.field.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(row)

    def _clear_errors(self) -> None:
        self._summary.setText("")
        self.taken.hide()
        self.birthday.mark(False)
        for row in self._rows.values():
            row.show_error("")

    def _open_taken(self) -> None:
        number = self._taken_by
        self.close_sheet()
        self.open_asked.emit(number)

    # --- words --------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything again."""
        for name, words in self._labels().items():
            self._rows[name].set_label(words)
        titles = {
            "likes": self.tr("What they like"),
            "reach": self.tr("How to reach them"),
            "about": self.tr("About them"),
            "dependants": self.tr("Family"),
            "custom": self.tr("Your own fields"),
            "consent": self.tr("Consent"),
        }
        for name, words in titles.items():
            self._titles[name].setText(words)
        self.lines["number"].setPlaceholderText(self.tr("Automatic"))
        self.lines["joined_on"].setPlaceholderText(self.tr("Today"))
        self.preferences.set_placeholder(self.tr("Oat milk, Enter"))
        self.tags.set_placeholder(self.tr("Regular, Enter"))
        self.dependants.add.set_label(self.tr("Add a person"))
        self.custom.add.set_label(self.tr("Add a field"))
        self.cancel.set_label(self.tr("Cancel"))
        self.birthday.retranslate()
        self._say_genders()

    def _labels(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "phone": self.tr("Phone"),
            "birthday": self.tr("Birthday"),
            "gender": self.tr("Gender"),
            "preferences": self.tr("Preferences"),
            "tags": self.tr("Tags"),
            "note": self.tr("Note"),
            "wechat": self.tr("WeChat"),
            "email": self.tr("E-mail"),
            "address": self.tr("Address"),
            "number": self.tr("Member number"),
            "joined_on": self.tr("Joined on"),
            "source": self.tr("How they came"),
            "adviser": self.tr("Adviser"),
            "occupation": self.tr("Occupation"),
            "referrer": self.tr("Brought along by (phone or number)"),
            "dependants": self.tr("Children, partner, and their birthdays"),
            "custom": self.tr("What else you want to keep"),
        }

    def _say_genders(self) -> None:
        at = max(0, self.gender.currentIndex())
        self.gender.clear()
        for gender in GENDERS:
            self.gender.addItem(gender_words(gender) or self.tr("Not said"), gender)
        self.gender.setCurrentIndex(at)

    def _consent_words(self, form: Form) -> str:
        notice = self.tr("Tick it only after they agreed to notice {version}.")
        return " ".join(
            part
            for part in (
                notice.replace("{version}", form.notice_version),
                self._consent_past(form.consent),
            )
            if part
        )

    def _consent_past(self, consent: ConsentState | None) -> str:
        if consent is None:
            return ""
        words = (
            self.tr("Agreed on {date} to notice {version}.")
            if consent.granted
            else self.tr("Declined on {date}, notice {version}.")
        )
        day = f"{consent.recorded_at:%Y-%m-%d}"
        return words.replace("{date}", day).replace("{version}", consent.notice_version)


def _day(text: str) -> date | None:
    """A date as typed, None for a blank. Raises FieldInvalid."""
    plain = text.strip().replace("/", "-").replace(".", "-")
    if not plain:
        return None
    try:
        year, month, day = (int(part) for part in plain.split("-"))
        return date(year, month, day)
    except ValueError:
        raise FieldInvalid("joined_on", "not_a_date", text) from None
