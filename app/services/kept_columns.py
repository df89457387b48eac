"""Columns of numbers, kept in the shop's file until they are asked for again.

What may be kept, how it is seen to be stale, and what befalls it: `app/models/reckoned.py`. Here
columns become bytes: packed, each of its own width, the same on every machine.
"""

import json
import sys
import zlib
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from app.models import reckoned as stored
from app.models.database import Database
from app.services.turns import give_way

# Their widths are the same wherever Python runs.
_WIDTHS = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "q": 8, "Q": 8, "d": 8}
_FORM = 1
_LENGTH = 4
# The quickest: columns of a million members become a quarter, in a second.
_PACKED = 1


@dataclass(frozen=True, slots=True)
class KeptColumns:
    """Columns by name, what else was kept beside them, and what they were reckoned of, the last
    two as JSON gives them back: tuples are lists, keys are texts."""

    mark: Any
    columns: "Mapping[str, array[Any]]"
    facts: Any


def keep_columns(
    database: Database,
    name: str,
    mark: object,
    columns: "Mapping[str, array[Any]]",
    facts: object = None,
    turn: Callable[[], object] = give_way,
) -> bool:
    """Keep columns under a name, with what JSON can hold beside them: `facts`.

    Gives way between two pieces, or takes another `turn`; never from within a transaction. False
    where somebody who began later has kept theirs. Raises StorageBusy, StorageFailed.
    """
    return stored.keep(database, name, _marked(mark), packed(columns, facts), turn)


def kept_columns(database: Database, name: str) -> KeptColumns | None:
    """What is kept under a name; None where there is nothing, or not what was written."""
    found = stored.kept(database, name)
    if found is None:
        return None
    try:
        mark, (columns, facts) = _mark_in(found.mark), unpacked(found.body)
    except ValueError:
        return None
    return KeptColumns(mark, columns, facts)


def kept_marks(database: Database, prefix: str) -> dict[str, Any]:
    """What all under names beginning so was reckoned of, by name; what has a mark that is not as
    it was written is not there."""
    found = {}
    for name, mark in stored.marks(database, prefix).items():
        with suppress(ValueError):
            found[name] = _mark_in(mark)
    return found


def packed(columns: "Mapping[str, array[Any]]", facts: object = None) -> bytes:
    """Columns as bytes. Raises ValueError where one is of a width that differs by machine."""
    described, bodies = [], []
    for name, column in columns.items():
        if column.itemsize != _WIDTHS.get(column.typecode):
            raise ValueError(f"column {name} of {column.typecode}")
        give_way()
        bodies.append(zlib.compress(_little(column).tobytes(), _PACKED))
        described.append([name, column.typecode, len(bodies[-1])])
    head = zlib.compress(_text([_FORM, described, facts]).encode())
    return b"".join((len(head).to_bytes(_LENGTH, "little"), head, *bodies))


def unpacked(body: bytes) -> "tuple[dict[str, array[Any]], Any]":
    """The columns, and what stands beside them. Raises ValueError where they were packed in
    another form."""
    start = _LENGTH + int.from_bytes(body[:_LENGTH], "little")
    form, described, facts = json.loads(zlib.decompress(body[_LENGTH:start]))
    if form != _FORM:
        raise ValueError(f"packed in form {form}")
    columns = {}
    for name, code, length in described:
        give_way()
        column = array(code)
        column.frombytes(zlib.decompress(body[start : start + length]))
        columns[name] = _little(column)
        start += length
    return columns, facts


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _marked(mark: object) -> str:
    """A mark with its sum before it: it is believed before any body has been read."""
    text = _text(mark)
    return f"{zlib.crc32(text.encode()):08x} {text}"


def _mark_in(written: str) -> Any:
    """Raises ValueError where it is not as it was written."""
    added, _, text = written.partition(" ")
    if added != f"{zlib.crc32(text.encode()):08x}":
        raise ValueError(written)
    return json.loads(text)


def _little(column: "array[Any]") -> "array[Any]":
    """The same in the order of bytes that is written, or back."""
    if sys.byteorder == "little":
        return column
    turned = column[:]  # pragma: no cover
    turned.byteswap()
    return turned
