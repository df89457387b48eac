"""A scheme being edited: its document, each step of which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.services.rules.money import Currency
from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file import Document, SchemeRefused, document_of, scheme_of
from app.services.rules.scheme_file.reading import ID_FORM

Path = tuple[str | int, ...]
"""Where something stands in a document: names of fields, and places in lists from 0."""

STEPS_KEPT = 200
LISTS_WITH_SHARED_IDS = ("promotions", "rewards")


class Draft:
    """What stands in the forms, fit to use or not.

    `scheme` is the last one that could be read; `refused` is why the present document cannot be,
    None where it can. Steps in one field after each other are taken back together.
    """

    def __init__(self, scheme: Scheme, currency: Currency) -> None:
        self._currency = currency
        self._first: Document = document_of(scheme, currency)
        self._steps: list[tuple[Document, Path]] = []
        self.document: Document = self._first
        self.scheme = scheme
        self.refused: SchemeRefused | None = None
        self._check()

    @property
    def is_changed(self) -> bool:
        """Whether anything stands otherwise than at first."""
        return self.document != self._first

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def at(self, path: Path) -> Any:
        """What stands there, None for nothing."""
        return value_at(self.document, path)

    def put(self, path: Path, value: Any) -> None:
        """Let `value` stand there; None takes it away. Nothing happens where it stands already."""
        if self.at(path) == value:
            return
        same_field = bool(self._steps) and self._steps[-1][1] == path
        self._step(_changed(self.document, path, value), path, joined=same_field)

    def put_all(self, values: Mapping[Path, Any]) -> None:
        """Several places in one step."""
        document = self.document
        for path, value in values.items():
            document = _changed(document, path, value)
        if document != self.document:
            self._step(document, ())

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._steps:
            return False
        self.document, _ = self._steps.pop()
        self._check()
        return True

    # --- lists ------------------------------------------------------------------

    def items(self, path: Path) -> list[Any]:
        """A copy of the list there."""
        return list(self.at(path) or ())

    def add(self, path: Path, item: Any, place: int | None = None) -> int:
        """Put `item` last, or at `place`; returns where it stands."""
        items = self.items(path)
        place = len(items) if place is None else place
        items.insert(place, item)
        self._step(_changed(self.document, path, items), ())
        return place

    def remove(self, path: Path, place: int) -> None:
        """Take an entry away."""
        items = self.items(path)
        del items[place]
        self._step(_changed(self.document, path, items or None), ())

    def move(self, path: Path, place: int, step: int) -> int:
        """Move an entry up or down; returns where it stands by then."""
        items = self.items(path)
        target = min(max(0, place + step), len(items) - 1)
        if target != place:
            items.insert(target, items.pop(place))
            self._step(_changed(self.document, path, items), ())
        return target

    def duplicate(self, path: Path, place: int) -> int:
        """Put a copy under an entry, with an id of its own; returns where the copy stands."""
        copy = dict(self.items(path)[place])
        if "id" in copy:
            copy["id"] = self.free_id(path, str(copy["id"]))
        return self.add(path, copy, place + 1)

    def free_id(self, path: Path, wanted: str) -> str:
        """An id like `wanted` that no entry of the list has."""
        taken = {str(each.get("id")) for each in self.items(path)}
        if path[0] in LISTS_WITH_SHARED_IDS:
            for other in LISTS_WITH_SHARED_IDS:
                taken |= {str(each.get("id")) for each in self.items((other,))}
        stem, _, tail = wanted.rpartition("-")
        stem = (stem if stem and tail.isdecimal() else wanted)[:34]
        number = 1
        while f"{stem}-{number}" in taken:
            number += 1
        return f"{stem}-{number}"

    # --- names of sets of goods ---------------------------------------------------

    def rename_group(self, old: str, new: str) -> bool:
        """Give a set of goods another name wherever it is meant; False where that is taken."""
        groups: dict[str, Any] = self.at(("groups",)) or {}
        if not new or (new != old and new in groups):
            return False
        if new != old:
            document = _renamed({**self.document, "groups": {}}, old, new)
            document["groups"] = {
                new if name == old else name: _renamed(goods, old, new)
                for name, goods in groups.items()
            }
            self._step(document, ("groups", "rename"))
        return True

    # --- inside -------------------------------------------------------------------

    def _step(self, document: Document, path: Path, *, joined: bool = False) -> None:
        if not joined:
            self._steps.append((self.document, path))
            del self._steps[:-STEPS_KEPT]
        self.document = document
        self._check()

    def _check(self) -> None:
        try:
            self.scheme = scheme_of(self.document, self._currency, version=self.scheme.version)
            self.refused = None
        except SchemeRefused as refused:
            self.refused = refused


def value_at(document: Any, path: Path) -> Any:
    """What stands at a path, None for nothing."""
    held = document
    for step in path:
        if isinstance(step, int):
            if not isinstance(held, Sequence) or step >= len(held):
                return None
            held = held[step]
        else:
            if not isinstance(held, Mapping):
                return None
            held = held.get(step)
    return held


def refusal_path(document: Document, path: Path) -> str:
    """The path as `SchemeRefused` writes it: entries by their id where they have one."""
    said = ""
    for at, step in enumerate(path):
        if isinstance(step, int):
            held = value_at(document, path[: at + 1])
            name = held.get("id") if isinstance(held, Mapping) else None
            fit = isinstance(name, str) and ID_FORM.fullmatch(name)
            said += f"[{name if fit else step + 1}]"
        else:
            said = f"{said}.{step}" if said else step
    return said


def is_below(field: str, path: str) -> bool:
    """Whether the field of a refusal is what stands at `path`, or inside it."""
    return field == path or field.startswith((f"{path}.", f"{path}["))


def _changed(held: Any, path: Path, value: Any) -> Any:
    """A copy of `held` with `value` at `path`; what is not touched is shared."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(held or ())
        items[step] = _changed(items[step], rest, value)
        return items
    table = dict(held or {})
    made = _changed(table.get(step), rest, value)
    if made is None:
        table.pop(step, None)
    else:
        table[step] = made
    return table


def _renamed(held: Any, old: str, new: str) -> Any:
    """A copy in which every list of groups names `new` instead of `old`."""
    return _walked(held, lambda names: [new if name == old else name for name in names])


def _walked(held: Any, rename: Callable[[list[str]], list[str]]) -> Any:
    if isinstance(held, list):
        return [_walked(each, rename) for each in held]
    if not isinstance(held, Mapping):
        return held
    return {
        name: rename(value)
        if name == "groups" and isinstance(value, list)
        else _walked(value, rename)
        for name, value in held.items()
    }
