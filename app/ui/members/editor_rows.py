"""Rows that can be added and taken away: the family, and the shop's own fields."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.member_types import DependantDraft
from app.ui.members.editor_fields import BirthdayEdit
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import IconButton, SecondaryButton


class _Row(QWidget):
    """One row of fields, and a cross that takes it away."""

    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.across = QHBoxLayout(self)
        self.across.setContentsMargins(0, 0, 0, 0)
        self.across.setSpacing(Space.XS)
        self.remove = IconButton("x", "", height=40)
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def first(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything again."""
        raise NotImplementedError


class DependantRow(_Row):
    """A child or partner: name, relation, birthday."""

    def __init__(self, draft: DependantDraft, today: date) -> None:
        super().__init__()
        self.name, self.relation = QLineEdit(draft.name), QLineEdit(draft.relation)
        self.birthday = BirthdayEdit(with_hint=False)
        self.birthday.use(today)
        self.across.addWidget(self.name, 3)
        self.across.addWidget(self.relation, 2)
        self.across.addWidget(self.birthday, 5)
        self.across.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()
        self.birthday.show_draft(draft.birthday)

    def first(self) -> QWidget:
        """The name."""
        return self.name

    def draft(self) -> DependantDraft:
        """What was typed."""
        return DependantDraft(self.name.text(), self.relation.text(), self.birthday.draft())

    def retranslate(self) -> None:
        """Say everything again."""
        for field, name, example in (
            (self.name, self.tr("Name"), self.tr("Name")),
            (self.relation, self.tr("Relation, such as daughter"), self.tr("Relation")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(example)
        self.birthday.retranslate()
        self.remove.set_name(self.tr("Take this person away"))


class CustomRow(_Row):
    """A field of the shop's own: its name and its value.

    A value that nobody touched comes back exactly as it was given, line breaks and all.
    """

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        self._given = value
        self.name, self.value = QLineEdit(name), QLineEdit(value)
        self._shown = self.value.text()
        self.across.addWidget(self.name, 2)
        self.across.addWidget(self.value, 5)
        self.across.addWidget(self.remove)
        self.retranslate()

    def first(self) -> QWidget:
        """The field's name."""
        return self.name

    def pair(self) -> tuple[str, str]:
        """What was typed."""
        now = self.value.text()
        return self.name.text(), self._given if now == self._shown else now

    def retranslate(self) -> None:
        """Say everything again."""
        for field, words in (
            (self.name, self.tr("Field, such as shoe size")),
            (self.value, self.tr("Value")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
        self.remove.set_name(self.tr("Take this field away"))


class Rows(QWidget):
    """A list of rows with a button that adds one."""

    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self.add = SecondaryButton("", icon="plus", height=Height.BACK_OFFICE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.add_asked)

    def put(self, row: _Row, *, focus: bool = False) -> None:
        """Put a row last."""
        self.rows.append(row)
        row.removed.connect(self._take)
        self._column.insertWidget(len(self.rows) - 1, row)
        row.show()
        if focus:
            row.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Take every row away."""
        while self.rows:
            self._take(self.rows[-1])

    def _take(self, row: _Row) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.updateGeometry()
