"""One rule: what it watches for, how many days, and who is to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import FieldInvalid
from app.services.care_types import FollowUpRule, RuleDraft
from app.services.rules.care.follow_ups import FollowUpKind
from app.ui.care_words import kind_words
from app.ui.theme import Height
from app.ui.widgets.asking import AskSheet
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormRow

if TYPE_CHECKING:
    from app.ui.care.rules.presenter import Known

_USUAL_DAYS: Final = {
    FollowUpKind.PURCHASE: 7,
    FollowUpKind.BIRTHDAY: 7,
    FollowUpKind.DEPENDANT: 7,
    FollowUpKind.SILENT: 0,
    FollowUpKind.ENDING: 14,
}


class RuleSheet(AskSheet):
    """Enter keeps it."""

    submitted = Signal(object, object)
    """The draft, and the id of the rule that is changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=480)
        self._rule: FollowUpRule | None = None
        self.kind, self.category, self.adviser = DropDown(), DropDown(), DropDown()
        self.category.setEditable(True)
        self.name, self.days = QLineEdit(), QLineEdit()
        self.active = CheckBox("")
        fields = {
            "kind": self.kind,
            "category": self.category,
            "days": self.days,
            "name": self.name,
            "adviser": self.adviser,
        }
        self.rows = {name: FormRow("", field) for name, field in fields.items()}
        for row in self.rows.values():
            row.field.setMinimumHeight(Height.DEFAULT)
            self.body.addWidget(row)
        self.body.addWidget(self.active)
        self.finish_body()
        self.kind.currentIndexChanged.connect(lambda _: self._kind_changed())

    def ask(self, rule: FollowUpRule | None, known: Known) -> None:
        """Open with a rule, or for a new one."""
        self._rule = rule
        self.set_title(self.tr("Rule of follow-ups") if rule else self.tr("New rule"))
        self.done.set_label(self.tr("Save"))
        self.active.set_label(self.tr("Switched on"))
        self.kind.clear()
        for kind in FollowUpKind:
            self.kind.addItem(kind_words(kind), kind)
        self.category.clear()
        self.category.addItems(list(known.categories))
        self.adviser.clear()
        self.adviser.addItem(self.tr("The member's own adviser"), None)
        for person in known.advisers:
            self.adviser.addItem(person.name, person.staff_id)
        self._fill(rule)
        for row in self.rows.values():
            row.show_error("")
        self.say_error("")
        self.kind.setEnabled(rule is None)
        self._say_rows()
        self.open(self.kind if rule is None else self.name)

    def _fill(self, rule: FollowUpRule | None) -> None:
        if rule is None:
            self.kind.setCurrentIndex(0)
            self.name.clear()
            self.days.setText(str(_USUAL_DAYS[FollowUpKind.PURCHASE]))
            self.active.setChecked(True)
            self.adviser.setCurrentIndex(0)
            return
        draft = rule.draft
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.category.setCurrentText(draft.category)
        self.name.setText(draft.name)
        self.days.setText(str(draft.days))
        self.active.setChecked(draft.active)
        at = self.adviser.findData(draft.adviser_id)
        if at < 0:
            self.adviser.addItem(rule.adviser, draft.adviser_id)
            at = self.adviser.count() - 1
        self.adviser.setCurrentIndex(at)

    def _kind_changed(self) -> None:
        if self.kind.currentIndex() >= 0:
            kind = self._chosen()
            if self._rule is None:
                self.days.setText(str(_USUAL_DAYS[kind]))
            self._say_rows()

    def _chosen(self) -> FollowUpKind:
        # Qt keeps no enum of strings, only its string.
        return FollowUpKind(self.kind.currentData())

    def _say_rows(self) -> None:
        kind = self._chosen()
        days = {
            FollowUpKind.PURCHASE: self.tr("Days after the purchase"),
            FollowUpKind.SILENT: self.tr("Days after falling silent"),
            FollowUpKind.ENDING: self.tr("Days before the end"),
        }.get(kind, self.tr("Days before the birthday"))
        self.rows["kind"].set_label(self.tr("What it watches for"))
        self.rows["category"].set_label(self.tr("Category of the goods"))
        line = self.category.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("Category of the goods"))
        self.rows["category"].setVisible(kind is FollowUpKind.PURCHASE)
        self.rows["days"].set_label(days)
        self.rows["name"].set_label(
            self.tr("What is to be done"), self.tr("Such as: ask how the skin feels")
        )
        self.rows["adviser"].set_label(self.tr("Given to"))

    def refuse(self, error: Exception, sentence: str) -> None:
        """Say beside the field why it cannot be kept."""
        row = self.rows.get(error.field) if isinstance(error, FieldInvalid) else None
        if row is None:
            self.say_error(sentence)
            return
        row.show_error(sentence)
        row.field.setFocus()

    def accept(self) -> None:
        """Keep it."""
        for row in self.rows.values():
            row.show_error("")
        self.say_error("")
        adviser = self.adviser.currentData()
        # What is no number is refused as a number out of range is.
        days = self.days.text().strip() or "0"
        draft = RuleDraft(
            self._chosen(),
            self.name.text(),
            int(days) if days.isdecimal() else -1,
            self.category.currentText(),
            adviser if isinstance(adviser, UUID) else None,
            self.active.isChecked(),
        )
        self.submitted.emit(draft, None if self._rule is None else self._rule.rule_id)
