"""Editing a scheme, without Qt: what a person changes, and what the basket beside it costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.messages.scheme_fields import new_names
from app.services.rules.cart import Item
from app.services.rules.days import Moment
from app.services.rules.money import Currency
from app.services.rules.pricing import PriceTerms, Quote
from app.services.rules.scheme import Scheme
from app.ui.loyalty.presenting.draft import Draft, Path, is_below, refusal_path, value_at
from app.ui.loyalty.presenting.forms import SECTIONS, STARTS, Section, section_of
from app.ui.loyalty.presenting.trial import Trial, first_basket


@dataclass(frozen=True, slots=True)
class Stock:
    """What the editor offers to choose from: the shop's goods, and how it prices."""

    items: tuple[Item, ...]
    categories: tuple[str, ...]
    currency: Currency
    terms: PriceTerms
    moment: Moment


class EditorView(Protocol):
    """What the presenter asks of the editor."""

    def form_changed(self) -> None:
        """Fields came, went or moved: lay the part out anew."""

    def figures_changed(self) -> None:
        """Something was typed: say what is wrong, and what the basket costs by now."""


class EditorPresenter:
    """Holds the draft, the part in front, the entry that is open, and the basket."""

    def __init__(self, view: EditorView, scheme: Scheme, stock: Stock) -> None:
        self._view = view
        self.stock = stock
        self.draft = Draft(scheme, stock.currency)
        self.section: Section = SECTIONS[0]
        self.open_entry: int | None = None
        self.trial: Trial = first_basket(stock.items, stock.moment)

    @property
    def scheme(self) -> Scheme:
        """The scheme as far as it can be read."""
        return self.draft.scheme

    @property
    def quote(self) -> Quote | None:
        """What the basket costs under it."""
        return self.trial.priced(self.draft.scheme, self.stock.terms)

    # --- parts and entries --------------------------------------------------------

    def show_section(self, at: int) -> None:
        """Bring a part to the front."""
        if self.section is not SECTIONS[at]:
            self.section, self.open_entry = SECTIONS[at], None
            self._view.form_changed()

    def toggle_entry(self, place: int) -> None:
        """Open an entry of the list, or close it."""
        self.open_entry = None if self.open_entry == place else place
        self._view.form_changed()

    def entries(self) -> Sequence[Any]:
        """The documents of the part's list; of the groups, their goods."""
        held = self.draft.at(self.section.listed) if self.section.listed else None
        return list(held.values() if isinstance(held, dict) else held or ())

    def entry_path(self, place: int) -> Path:
        """Where an entry of the part's list stands."""
        listed = self.section.listed
        if listed == ("groups",):
            return (*listed, list(self.draft.at(listed))[place])
        return (*listed, place)

    def add(self) -> None:
        """Something new at the end of the part's list, opened."""
        listed = self.section.listed
        names = new_names(self.section.id)
        if listed == ("groups",):
            held = self.draft.at(listed) or {}
            self.draft.put((*listed, _free_name(held, self.section.id)), {})
            self.open_entry = len(held)
        else:
            start: dict[str, Any] = {**STARTS[".".join(listed)], "name": names}
            start["id"] = self.draft.free_id(listed, self.section.id.replace("_", "-")[:20])
            if self.section.id == "plans":
                start["level"] = start["id"]
            if self.section.id == "tiers":
                start["threshold"] = _next_threshold(self.draft.items(listed))
            self.open_entry = self.draft.add(listed, start)
        self._view.form_changed()

    def duplicate(self, place: int) -> None:
        """A copy of an entry under it, opened."""
        if self.section.listed == ("groups",):
            held = self.draft.at(("groups",))
            copied = self.entries()[place]
            self.draft.put(("groups", _free_name(held, list(held)[place])), dict(copied))
            self.open_entry = len(held)
        else:
            self.open_entry = self.draft.duplicate(self.section.listed, place)
        self._view.form_changed()

    def remove(self, place: int) -> None:
        """Take an entry away."""
        if self.section.listed == ("groups",):
            self.draft.put(self.entry_path(place), None)
        else:
            self.draft.remove(self.section.listed, place)
        self.open_entry = None
        self._view.form_changed()

    def move(self, place: int, step: int) -> None:
        """Move an entry up or down; it stays open where it was."""
        target = self.draft.move(self.section.listed, place, step)
        if self.open_entry == place:
            self.open_entry = target
        elif self.open_entry == target:
            self.open_entry = place
        self._view.form_changed()

    # --- fields -------------------------------------------------------------------

    def put(self, path: Path, value: Any, *, structural: bool = False) -> None:
        """A field was changed; `structural`: others may come or go with it."""
        self.draft.put(path, value)
        (self._view.form_changed if structural else self._view.figures_changed)()

    def add_at(self, path: Path) -> None:
        """One more in a short list inside a form: another top-up, range of dates, text …"""
        short = str(path[-1])
        start = STARTS.get("wallet.offers" if short == "offers" else short)
        self.draft.add(path, "" if short == "benefits" else dict(start or {}))
        self._view.form_changed()

    def remove_at(self, path: Path, place: int) -> None:
        """Take one of a short list away."""
        self.draft.remove(path, place)
        self._view.form_changed()

    def change_basis(self, path: Path, basis: str) -> None:
        """Count otherwise: thresholds keep their figure, as whole numbers where points count."""
        whole = basis != "spend"
        self.draft.put_all(_rebased(self.draft.at(path), path, basis, whole=whole))
        self._view.form_changed()

    def switch(self, path: Path, on: bool) -> None:
        """Have a part that may be left out, or not."""
        start: Any = dict(STARTS[str(path[-1])]) if on else None
        self.put(path, start, structural=True)

    def rename_group(self, old: str, new: str) -> None:
        """Give a set of goods another name wherever it is meant."""
        if self.draft.rename_group(old, new.strip()):
            self._view.figures_changed()
        else:
            self._view.form_changed()

    def undo(self) -> None:
        """Take the last step back."""
        if self.draft.undo():
            if self.open_entry is not None and self.open_entry >= len(self.entries()):
                self.open_entry = None
            self._view.form_changed()

    # --- the basket ------------------------------------------------------------------

    def try_with(self, change: Callable[[Trial], Trial]) -> None:
        """Another basket, buyer or moment."""
        self.trial = change(self.trial)
        self._view.figures_changed()

    # --- what is wrong ----------------------------------------------------------------

    def is_wrong(self, path: Path) -> bool:
        """Whether what is refused stands at `path` or inside it."""
        refused = self.draft.refused
        return refused is not None and is_below(
            refused.field, refusal_path(self.draft.document, path)
        )

    def wrong_section(self) -> int | None:
        """The part in which something is refused."""
        refused = self.draft.refused
        return None if refused is None else SECTIONS.index(section_of(refused.field))

    def go_to_error(self) -> None:
        """Bring what is refused to the front."""
        at = self.wrong_section()
        if at is None:
            return
        self.section = SECTIONS[at]
        places = range(len(self.entries()))
        self.open_entry = next((p for p in places if self.is_wrong(self.entry_path(p))), None)
        self._view.form_changed()


def _rebased(table: Any, path: Path, basis: str, *, whole: bool) -> dict[Path, Any]:
    changes: dict[Path, Any] = {(*path, "basis"): basis}
    holders = [(*path, "tiers", at) for at in range(len(table.get("tiers", ())))] or [path]
    for holder in holders:
        held = value_at(table, holder[len(path) :])
        for name in ("threshold", "lifetime_threshold"):
            if whole and name in held:
                changes[(*holder, name)] = str(held[name]).partition(".")[0]
    return changes


def _free_name(taken: Any, wanted: str) -> str:
    number = 1
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _next_threshold(tiers: Sequence[Any]) -> str:
    """Above the last tier's, so that a new tier is sound at once."""
    last = str(tiers[-1].get("threshold", 0)).partition(".")[0] if tiers else ""
    if not last.isdecimal():
        return "100" if tiers else "0"
    return str(max(100, 2 * int(last)))
