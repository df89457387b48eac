"""What every form of the editor works with: the presenter, the words, and where refusals go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.messages.scheme_fields import choice_label, field_label
from app.messages.scheme_words import Speaker
from app.services.rules.scheme.standing import Tier
from app.ui.loyalty.presenting.draft import Path, refusal_path
from app.ui.loyalty.presenting.editing import EditorPresenter
from app.ui.loyalty.presenting.saying import Sayer, refusal_sentence, text_of
from app.ui.widgets.fields import FormRow

LANGUAGE_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}


class FormDesk(QObject):
    """One layout of the forms: made anew whenever fields come or go."""

    def __init__(
        self, presenter: EditorPresenter, language: str, unfolded: set[Path], add_key: str
    ) -> None:
        super().__init__()
        self.add_key = add_key
        self.presenter = presenter
        self.language = language
        self.unfolded = unfolded
        self.sayer = Sayer(presenter.scheme, language, presenter.stock.currency)
        self._rows: list[tuple[Path, FormRow]] = []
        self._fields: dict[Path, QWidget] = {}
        self._followers: list[Callable[[], None]] = []

    # --- words ----------------------------------------------------------------------

    def label(self, cls: type, name: str) -> str:
        """A field's label; of a tier's threshold, with what it is counted in."""
        if cls is Tier:
            basis = self.at(("tiers", "basis"))
            name = f"{name}.{basis}" if name.endswith("threshold") else name
        return field_label(cls.__name__, name, self.language)

    def choices(self, kind: type) -> list[tuple[Any, str]]:
        """The values of a choice, with what they are called."""
        return [
            (each.value, choice_label(kind.__name__, each.value, self.language))
            for each in kind  # type: ignore[attr-defined]
        ]

    def named(self, listed: Path) -> list[tuple[str, str]]:
        """The entries of a list of the scheme as (id, name)."""
        held = self.presenter.draft.at(listed) or ()
        return [
            (str(each.get("id")), text_of(each.get("name"), self.language) or str(each.get("id")))
            for each in held
        ]

    def levels(self) -> list[tuple[str, str]]:
        """The levels of paid plans, each by the name of its first plan."""
        found: dict[str, str] = {}
        for plan in self.presenter.draft.at(("plans",)) or ():
            name = text_of(plan.get("name"), self.language) or str(plan.get("id"))
            found.setdefault(str(plan.get("level")), name)
        return list(found.items())

    def groups(self) -> list[tuple[str, str]]:
        """The named sets of goods."""
        return [(name, name) for name in self.presenter.draft.at(("groups",)) or ()]

    def festivals(self) -> list[tuple[str, str]]:
        """The festivals of the calendar by their names."""
        from app.services.rules.calendar import FESTIVALS

        stock = self.presenter.stock
        speaker = Speaker(self.presenter.scheme, self.language, stock.currency)
        return [(name, speaker.festival(name)) for name in FESTIVALS]

    def weekdays(self) -> list[tuple[int, str]]:
        """Monday to Sunday, short."""
        names = {
            "zh_CN": ("一", "二", "三", "四", "五", "六", "日"),
            "zh_TW": ("一", "二", "三", "四", "五", "六", "日"),
        }.get(self.language, ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
        return list(enumerate(names, 1))

    # --- values -----------------------------------------------------------------------

    def at(self, path: Path) -> Any:
        """What stands there."""
        return self.presenter.draft.at(path)

    def put(self, path: Path, value: Any, *, structural: bool = False) -> None:
        """A control was changed by hand."""
        self.presenter.put(path, value, structural=structural)

    # --- rows and what is wrong with them ------------------------------------------------

    def keep_row(self, path: Path, row: FormRow) -> None:
        """Where a refusal of this field is shown."""
        self._rows.append((path, row))
        self._fields.setdefault(path, row.field)

    def on_change(self, follow: Callable[[], None]) -> None:
        """Call `follow` after each change of a figure."""
        self._followers.append(follow)

    def field(self, path: Path) -> QWidget | None:
        """The control of a field, where it is shown."""
        return self._fields.get(path)

    def path_of(self, widget: QWidget | None) -> Path | None:
        """Which field a widget with the focus belongs to."""
        while widget is not None:
            found = next((path for path, field in self._fields.items() if field is widget), None)
            if found is not None:
                return found
            widget = widget.parentWidget()
        return None

    def follow(self) -> str:
        """Say what is wrong beside the field that is refused; returns the sentence."""
        self.sayer = Sayer(self.presenter.scheme, self.language, self.presenter.stock.currency)
        for told in self._followers:
            told()
        refused = self.presenter.draft.refused
        meant = None if refused is None else self._meant()
        for _, row in self._rows:
            if row is not meant and row.has_error():
                row.show_error("")
        if refused is None:
            return ""
        name = refused.field.rpartition(".")[2].partition("[")[0]
        label = meant.label() if meant is not None else ""
        said = refusal_sentence(
            refused, label or field_label("", name, self.language), self.language
        )
        if meant is not None:
            meant.show_error(said)
        return said

    def wrong_field(self) -> QWidget | None:
        """The control of the field that is refused, where it is shown."""
        meant = self._meant()
        return None if meant is None else meant.field

    def _meant(self) -> FormRow | None:
        """The innermost row that holds what is refused."""
        document = self.presenter.draft.document
        fitting = [
            (len(refusal_path(document, path)), row)
            for path, row in self._rows
            if self.presenter.is_wrong(path)
        ]
        return max(fitting, key=lambda each: each[0])[1] if fitting else None
