"""One part of a scheme as a form: made from its class and the table of forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.rules.scheme.offers import Benefit
from app.services.rules.scheme.standing import Badge, TierTerms
from app.services.rules.scheme_file.kinds import Kind, Spec
from app.ui.loyalty.editor.controls import (
    AmountField,
    ListField,
    NamesField,
    PickField,
    TextField,
    TickField,
    TogglesField,
    WordsField,
)
from app.ui.loyalty.editor.desk import LANGUAGE_NAMES, FormDesk
from app.ui.loyalty.editor.nested import Fold, Rows, Switch, TextRows
from app.ui.loyalty.presenting.draft import Path
from app.ui.loyalty.presenting.forms import Field, benefit_of_kind, form_of, spec_of
from app.ui.theme import Space
from app.ui.widgets.fields import FormGrid, FormRow

COLUMNS = 2
_FOLDED = ("goods", "who", "when", "limit")
_DECIMAL = (Kind.MONEY, Kind.PERCENT, Kind.FACTOR, Kind.QUANTITY)
_EXAMPLES = {Kind.HOURS: "14:00-17:00", Kind.DATE: "2026-12-31", Kind.DAY: "12-31"}


class SingleForm(QWidget):
    """Some fields of the part of class `cls` that stands at `path`."""

    def __init__(self, desk: FormDesk, cls: type, fields: Sequence[Field], path: Path = ()) -> None:
        super().__init__()
        self._desk = desk
        self._cls = cls
        self._path = path
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        table = desk.at(path) or {}
        shown = [field for field in fields if self._is_offered(field, table)]
        main = [field for field in shown if not field.aside or field.name in table]
        column.addWidget(self._grid(main))
        aside = [field for field in shown if field not in main]
        if aside:
            more = (*path, "…")
            fold = Fold(desk, more, self.tr("More"), lambda: "")
            fold.fill(lambda: self._grid(aside))
            column.addWidget(fold)

    def _grid(self, shown: list[Field]) -> FormGrid:
        grid = FormGrid(COLUMNS)
        for field in shown:
            self._add(grid, field)
        return grid

    def _is_offered(self, field: Field, table: Any) -> bool:
        """A choice among tiers, plans … is asked where there are some to choose from."""
        named = self._references(field.name)
        spec = spec_of(self._cls, field.name)
        if named is None or not spec.many:
            return True
        return bool(named) or bool(table.get(field.name))

    def _add(self, grid: FormGrid, field: Field) -> None:
        desk, path = self._desk, (*self._path, field.name)
        spec = spec_of(self._cls, field.name)
        label = desk.label(self._cls, field.name)
        control = self._nested(spec, path, label) or self._control(spec, path, label)
        own_words = isinstance(control, TickField | Fold | Switch)
        span = COLUMNS if field.wide else 1
        row: FormRow = grid.add("" if own_words else label, control, span=span)
        if own_words:
            row.hide_label()
            control.setAccessibleName(label)
        desk.keep_row(path, row)

    # --- single values ------------------------------------------------------------------

    def _control(self, spec: Spec, path: Path, label: str) -> QWidget:
        control = self._made(spec, label)
        value = self._desk.at(path)
        if spec.kind in (Kind.FLAG, Kind.CHOICE) and value is None:
            value = spec.default
        control.show_value(value)
        control.edited.connect(lambda given: self._put(spec, path, given))
        return control  # type: ignore[no-any-return]

    def _made(self, spec: Spec, label: str) -> Any:
        desk, kind = self._desk, spec.kind
        named = self._references(spec.name)
        if named is not None:
            return TogglesField(named) if spec.many else PickField(named)
        if spec.many:
            return self._several(spec)
        if kind is Kind.CHOICE:
            none = [(None, "–")] if spec.default is None and not spec.required else []
            return PickField([*none, *desk.choices(spec.inner)])
        if kind is Kind.FLAG:
            return TickField(label)
        if kind is Kind.WORDS:
            return WordsField(desk.language, LANGUAGE_NAMES, self.tr("Other languages"))
        if kind in _DECIMAL:
            return AmountField(self._default(spec))
        if kind in (Kind.WHOLE, Kind.THRESHOLD):
            return TextField(figure=True, placeholder=self._default(spec))
        return TextField(placeholder=_EXAMPLES.get(kind, ""))

    def _several(self, spec: Spec) -> QWidget:
        desk = self._desk
        add, remove = self.tr("Add…"), self.tr("Remove")
        if spec.name == "weekdays":
            return TogglesField(desk.weekdays())
        if spec.name == "festivals":
            return NamesField(desk.festivals(), add, remove)
        if spec.name in ("month_days", "presets"):
            example = "1, 15" if spec.name == "month_days" else "100, 200, 500"
            return ListField(whole=spec.name == "month_days", placeholder=example)
        stock = desk.presenter.stock
        if spec.name == "categories":
            known = [(name, name) for name in stock.categories]
        elif spec.name == "products":
            known = [(item.name, item.name) for item in stock.items]
        else:
            known = []
        return NamesField(known, add, remove)

    def _references(self, name: str) -> list[tuple[Any, str]] | None:
        """What may stand in a field that names other parts of the scheme; None for others."""
        desk = self._desk
        if name == "tiers" and self._cls is TierTerms:
            return None
        known: dict[str, Callable[[], list[tuple[str, str]]]] = {
            "tiers": lambda: desk.named(("tiers", "tiers")),
            "keep_tiers": lambda: desk.named(("tiers", "tiers")),
            "plans": desk.levels,
            "level": self._own_levels,
            "partner_cards": lambda: desk.named(("partner_cards",)),
            "rules": lambda: desk.named(("earn",)),
            "coupon": lambda: desk.named(("coupons",)),
            "groups": desk.groups,
        }
        return list(known[name]()) if name in known else None

    def _own_levels(self) -> list[tuple[str, str]]:
        """The levels there are, and one of this plan alone."""
        own = str(self._desk.at((*self._path, "id")))
        found = dict(self._desk.levels())
        found.setdefault(own, self.tr("Its own"))
        return list(found.items())

    def _default(self, spec: Spec) -> str:
        """What holds where a field is left blank, as a person would write it."""
        if spec.required or not spec.default:
            return "" if spec.required else "–"
        if spec.kind is Kind.PERCENT:
            return str(spec.default // 100)
        return str(spec.default)

    def _put(self, spec: Spec, path: Path, value: Any) -> None:
        desk = self._desk
        if self._cls is Benefit and spec.name == "kind":
            desk.put(self._path, benefit_of_kind(value, desk.at(self._path)), structural=True)
            return
        if spec.kind is Kind.WORDS and not spec.required and value in ("", {}):
            value = None
        if spec.kind in (Kind.FLAG, Kind.CHOICE) and value == spec.default:
            value = None if not spec.required else value
        if self._cls in (TierTerms, Badge) and spec.name == "basis":
            desk.presenter.change_basis(self._path, value)
            return
        desk.put(path, value, structural=spec.kind is Kind.CHOICE)

    # --- tables inside ----------------------------------------------------------------------

    def _nested(self, spec: Spec, path: Path, label: str) -> QWidget | None:
        desk = self._desk
        if spec.many and spec.kind is Kind.WORDS:
            return TextRows(desk, path, self.tr("Add a line"))
        if spec.kind is not Kind.TABLE:
            return None
        inner: type = spec.inner
        if spec.many:
            return Rows(desk, path, lambda at: PartForm(desk, inner, (*path, at)))
        make: Callable[[], QWidget] = lambda: PartForm(desk, inner, path)  # noqa: E731
        if spec.name in _FOLDED:
            fold = Fold(desk, path, label, lambda: desk.sayer.part(inner, desk.at(path) or {}))
            fold.fill(make)
            return fold
        if spec.required:
            return _Framed(make())
        return Switch(desk, path, label, make)


class PartForm(SingleForm):
    """Every field that is asked of the part as it stands now."""

    def __init__(self, desk: FormDesk, cls: type, path: Path) -> None:
        super().__init__(desk, cls, form_of(cls, desk.at(path) or {}), path)


class _Framed(QWidget):
    """A form that always stands inside another."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
