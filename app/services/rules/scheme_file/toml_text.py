"""A document as TOML a person can read and edit."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.services.rules.scheme_file.writing import Document

_WIDTH = 96
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def toml_of(document: Document) -> str:
    """TOML that reads back as the same document."""
    return "\n".join(_table(document, ())).lstrip("\n") + "\n"


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    """The lines of a table: its own values, then the tables in it."""
    lines: list[str] = []
    below: list[str] = []
    for name, value in table.items():
        here = (*path, name)
        heading = ".".join(_key(part) for part in here)
        line = f"{_key(name)} = {_value(value)}"
        # After one table of its own all are: so they stay in their order.
        fits = _is_flat(value) and len(line) <= _WIDTH and not below
        if isinstance(value, Mapping) and not fits:
            inner = _table(value, here)
            below += ["", f"[{heading}]", *inner]
        elif _is_tables(value) and not (path and len(line) <= _WIDTH):
            for each in value:
                below += ["", f"[[{heading}]]", *_table(each, here)]
        elif isinstance(value, list) and len(line) > _WIDTH:
            lines += [f"{_key(name)} = [", *(f"    {_value(each)}," for each in value), "]"]
        else:
            lines.append(line)
    return lines + below


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(x, Mapping) for x in value)


def _is_flat(table: object) -> bool:
    """Whether nothing in it is a table, so that it can be read on one line."""
    return isinstance(table, Mapping) and not any(
        isinstance(value, Mapping) or _is_tables(value) for value in table.values()
    )


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(name)} = {_value(each)}" for name, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_value(each) for each in value)}]"
    return _string(str(value))


def _key(name: str) -> str:
    return name if name and set(name) <= _BARE else _string(name)


def _string(text: str) -> str:
    escaped = "".join(_ESCAPES.get(ch) or _plain(ch) for ch in text)
    return f'"{escaped}"'


def _plain(ch: str) -> str:
    if ch.isprintable() or ch == " ":
        return ch
    return f"\\u{ord(ch):04X}" if ord(ch) < 0x10000 else f"\\U{ord(ch):08X}"
