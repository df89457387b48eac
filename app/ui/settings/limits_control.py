"""What managers and clerks may, as a table of ticks and limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.messages import power_name
from app.services.rules.money import Currency, plain, rate
from app.services.rules.powers import Allowance, Limits, Power, Role, Unit, unit_of
from app.ui import fonts
from app.ui.settings.controls import Control, NoValue
from app.ui.staff_words import role_name
from app.ui.theme import Space
from app.ui.widgets.amounts import typed_minor
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.labels import Label, Tone

_LIMIT_WIDTH: Final = 112
ROLES: Final = (Role.MANAGER, Role.CLERK)


class _Cell(QWidget):
    """One power of one role: whether, and up to how much."""

    def __init__(self, power: Power, digits: int) -> None:
        super().__init__()
        self._unit = unit_of(power)
        self._digits = {Unit.MINOR: digits, Unit.BASIS_POINTS: 2}.get(self._unit, 0)
        self.tick = CheckBox("")
        self.limit = QLineEdit()
        self.limit.setFont(fonts.font())
        self.limit.setFixedWidth(_LIMIT_WIDTH)
        self.limit.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self._unit is Unit.NONE:
            self.limit.hide()  # to show one that has no parent yet would make it a window
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.tick)
        row.addWidget(self.limit)
        row.addStretch(1)
        self.tick.toggled.connect(self._follow)

    def show_allowance(self, power: Power, allowance: Allowance) -> None:
        limit = allowance.limits.get(power)
        self.tick.setChecked(power in allowance.may)
        self.limit.setText("" if limit is None else self._told(limit))
        self._follow()

    def _told(self, limit: int) -> str:
        return rate(limit) if self._unit is Unit.BASIS_POINTS else plain(limit, self._digits)

    def wanted(self) -> int | None:
        """The limit typed; None without one. Raises NoValue."""
        text = self.limit.text().strip()
        if not text or self._unit is Unit.NONE:
            return None
        amount = typed_minor(text.rstrip("%"), self._digits)
        if amount is None:
            raise NoValue("not_an_amount", text)
        return amount

    def say(self, power: str, role: str, unlimited: str) -> None:
        self.tick.setAccessibleName(f"{power}: {role}")
        self.limit.setAccessibleName(f"{power}: {role}, {unlimited}")
        self.limit.setPlaceholderText(unlimited)

    def _follow(self) -> None:
        self.limit.setEnabled(self.tick.isChecked())


class LimitsControl(QWidget, Control):
    """One row for each power, one column for each role; the owner may everything."""

    def __init__(self, language: Callable[[], str], currency: Callable[[], Currency]) -> None:
        super().__init__()
        self._language = language
        self._currency = currency
        self._cells: dict[tuple[Power, Role], _Cell] = {}
        self._names: dict[Power, Label] = {}
        self._heads = [Label("", size=fonts.CAPTION, tone=Tone.MUTED) for _ in ROLES]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        for column, head in enumerate(self._heads, 1):
            grid.addWidget(head, 0, column)
        digits = currency().digits
        for at, power in enumerate(Power, 1):
            name = self._names[power] = Label("", wrap=True)
            grid.addWidget(name, at, 0)
            for column, role in enumerate(ROLES, 1):
                cell = self._cells[power, role] = _Cell(power, digits)
                grid.addWidget(cell, at, column)
        self.say()

    def value(self) -> Limits:
        """What is ticked and typed. Raises NoValue."""
        return Limits(*(self._allowance(role) for role in ROLES))

    def show_value(self, value: object) -> None:
        """Show other limits."""
        assert isinstance(value, Limits)
        for (power, role), cell in self._cells.items():
            allowance = value.of(role)
            assert allowance is not None
            cell.show_allowance(power, allowance)

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        for cell in self._cells.values():
            cell.tick.toggled.connect(lambda _on: slot())
            cell.limit.textEdited.connect(lambda _text: slot())

    def say(self) -> None:
        """See `Control`."""
        language = self._language()
        units = {
            Unit.NONE: "",
            Unit.MINOR: self._currency().sign,
            Unit.BASIS_POINTS: "%",
            Unit.POINTS: "",
        }
        for role, head in zip(ROLES, self._heads, strict=True):
            head.setText(role_name(role))
        for power, label in self._names.items():
            words = power_name(power.value, language)
            name = words[:1].upper() + words[1:]
            unit = units[unit_of(power)]
            label.setText(f"{name} ({unit})" if unit else name)
            for role in ROLES:
                self._cells[power, role].say(name, role_name(role), self.tr("no limit"))

    def _allowance(self, role: Role) -> Allowance:
        may = frozenset(power for power in Power if self._cells[power, role].tick.isChecked())
        wanted = {power: self._cells[power, role].wanted() for power in may}
        limits = {power: limit for power, limit in wanted.items() if limit is not None}
        return Allowance(may, limits)
