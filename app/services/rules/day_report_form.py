"""A Z report as it is stored, and read back years later: JSON, one object.

The form only grows: what an older report does not have keeps its default, and what a newer one
has besides is passed over, so that no report ever becomes unreadable.
"""

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from app.services.rules.day_report import ZReport

FORM = 1


def dump_z(report: ZReport) -> str:
    """The stored form of a Z report."""
    return json.dumps({"form": FORM, **_plain(report)}, ensure_ascii=False, separators=(",", ":"))


def load_z(text: str) -> ZReport:
    """A stored Z report. Raises ValueError, TypeError or KeyError where it is none."""
    found: ZReport = _built(ZReport, json.loads(text))
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _built(kind: Any, value: Any) -> Any:
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        if parts[1:] == (...,):
            return tuple(_built(parts[0], part) for part in value)
        return tuple(_built(part, one) for part, one in zip(parts, value, strict=True))
    if isinstance(kind, UnionType):
        held = next(part for part in get_args(kind) if part is not type(None))
        return None if value is None else _built(held, value)
    if is_dataclass(kind):
        return _built_class(kind, value)
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if kind is not type(value):
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _built_class(kind: Any, value: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    given = {}
    for field in fields(kind):
        if field.name in value:
            given[field.name] = _built(hints[field.name], value[field.name])
        elif field.default is MISSING:
            raise KeyError(field.name)
    return kind(**given)
