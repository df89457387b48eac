"""Conditions of a segment as rows that are edited one by one, there and back. No Qt.

A `Line` holds what is typed, whether or not it is a condition yet; `segment_of` says what is
missing. What a segment says twice over ("not not", a bracket that changes nothing) is told once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.services.rules.insight.segments import (
    FIELDS,
    OPERATORS,
    AllOf,
    AnyOf,
    Bought,
    Condition,
    Kind,
    Not,
    Segment,
)
from app.services.rules.money import Currency, parse_minor

BOUGHT = "bought"
"""The field of a purchase: `value` is a product or a category, `days` None is ever."""
EMPTY, FILLED = "empty", "filled"
"""Operators of the rows alone: a text that is, or is not, empty."""
_DAYS_LONG = 5
_NUMBER_LONG = 12

Path = tuple[int, ...]
"""Where a part stands: its place in the whole, then in that block, and so on."""


@dataclass(frozen=True, slots=True)
class Line:
    """One condition on its way; `negated` is who it is not true of."""

    field: str
    operator: str = "="
    value: str = ""
    days: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Parts that must hold each (`every`), or one of them at least."""

    parts: tuple[Line | Block, ...] = ()
    every: bool = True
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not a condition yet: where, and why (a key of `words.problem_words`)."""

    path: Path
    code: str


# --- there and back --------------------------------------------------------------------


def block_of(segment: Segment) -> Block:
    """A segment as rows."""
    part = _part_of(segment)
    if isinstance(part, Block) and not part.negated:
        return part
    return Block((part,))


def segment_of(block: Block, currency: Currency) -> tuple[Segment | None, tuple[Problem, ...]]:
    """Rows as a segment, None while anything is missing, and all that is."""
    problems = _problems(block, (), currency)
    if not block.parts:
        problems = (Problem((), "nothing"),)
    return (None if problems else _joined(block)), problems


def _part_of(segment: Segment) -> Line | Block:
    if isinstance(segment, Not):
        part = _part_of(segment.part)
        return replace(part, negated=not part.negated)
    if isinstance(segment, AllOf | AnyOf):
        every = isinstance(segment, AllOf)
        parts: list[Line | Block] = []
        for each in map(_part_of, segment.parts):
            same = isinstance(each, Block) and each.every == every and not each.negated
            parts.extend(each.parts if same and isinstance(each, Block) else (each,))
        return Block(tuple(parts), every)
    if isinstance(segment, Bought):
        return Line(BOUGHT, "=", segment.what, None if segment.days is None else str(segment.days))
    if not segment.value and segment.operator in ("=", "!="):
        return Line(segment.field, EMPTY if segment.operator == "=" else FILLED)
    return Line(segment.field, segment.operator, segment.value)


def _joined(block: Block) -> Segment:
    parts = tuple(map(_segment_of_part, block.parts))
    if len(parts) == 1:
        return parts[0]
    return AllOf(parts) if block.every else AnyOf(parts)


def _segment_of_part(part: Line | Block) -> Segment:
    made = _joined(part) if isinstance(part, Block) else _condition(part)
    if not part.negated:
        return made
    return made.part if isinstance(made, Not) else Not(made)


def _condition(line: Line) -> Segment:
    if line.field == BOUGHT:
        return Bought(line.value.strip(), None if line.days is None else int(line.days))
    if line.operator in (EMPTY, FILLED):
        return Condition(line.field, "=" if line.operator == EMPTY else "!=", "")
    return Condition(line.field, line.operator, line.value.strip())


# --- what is missing -------------------------------------------------------------------


def _problems(block: Block, path: Path, currency: Currency) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for at, part in enumerate(block.parts):
        here = (*path, at)
        if isinstance(part, Block):
            nothing = () if part.parts else (Problem(here, "nothing"),)
            found += [*nothing, *_problems(part, here, currency)]
        elif code := problem_of(part, currency):
            found.append(Problem(here, code))
    return tuple(found)


def problem_of(line: Line, currency: Currency) -> str:
    """Why a line is no condition yet; "" where it is one."""
    value = line.value.strip()
    if line.field == BOUGHT:
        if not value:
            return "missing"
        days = "1" if line.days is None else line.days.strip()
        return "" if _is_whole(days, _DAYS_LONG) else "not_days"
    if line.operator in (EMPTY, FILLED):
        return ""
    if not value:
        return "missing"
    kind = FIELDS[line.field]
    if kind is Kind.NUMBER and not _is_whole(value.removeprefix("-"), _NUMBER_LONG):
        return "not_a_number"
    if kind is Kind.MONEY and parse_minor(value, currency) is None:
        return "not_an_amount"
    return "missing" if kind is Kind.FLAG and value not in ("yes", "no") else ""


def _is_whole(text: str, longest: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= longest


# --- one change at a time --------------------------------------------------------------


def part_at(block: Block, path: Path) -> Line | Block:
    """The part that stands there; the whole for ()."""
    found: Line | Block = block
    for at in path:
        assert isinstance(found, Block)
        found = found.parts[at]
    return found


def with_part(block: Block, path: Path, part: Line | Block) -> Block:
    """The same with another part there."""
    if not path:
        assert isinstance(part, Block)
        return part
    at, rest = path[0], path[1:]
    inner = block.parts[at]
    made = with_part(inner, rest, part) if rest and isinstance(inner, Block) else part
    return replace(block, parts=(*block.parts[:at], made, *block.parts[at + 1 :]))


def with_added(block: Block, path: Path, part: Line | Block) -> Block:
    """The same with one part more, last in the block at `path`."""
    inside = part_at(block, path)
    assert isinstance(inside, Block)
    return with_part(block, path, replace(inside, parts=(*inside.parts, part)))


def without(block: Block, path: Path) -> Block:
    """The same without that part; a block that loses its last one goes with it."""
    outer, at = part_at(block, path[:-1]), path[-1]
    assert isinstance(outer, Block)
    left = replace(outer, parts=(*outer.parts[:at], *outer.parts[at + 1 :]))
    if not left.parts and len(path) > 1:
        return without(block, path[:-1])
    return with_part(block, path[:-1], left)


def line_for(field: str, first_choice: str = "") -> Line:
    """A fresh line about a field, as one would most often ask it."""
    if field == BOUGHT:
        return Line(BOUGHT)
    kind = FIELDS[field]
    if kind is Kind.FLAG:
        return Line(field, "=", "yes")
    if kind in (Kind.TEXT, Kind.CHOICE):
        return Line(field, "=", first_choice)
    return Line(field, ">" if field in DAYS_AGO else ">=")


def changed_field(line: Line, field: str, first_choice: str = "") -> Line:
    """The line about another field; a figure that still makes sense there stays."""
    fresh = line_for(field, first_choice)
    figures = (Kind.NUMBER, Kind.MONEY)
    if line.field in FIELDS and field in FIELDS:
        before, after = FIELDS[line.field], FIELDS[field]
        if before is after and after in figures and (line.field in DAYS_AGO) == (field in DAYS_AGO):
            return replace(line, field=field)
    return replace(fresh, negated=line.negated)


DAYS_AGO = frozenset({"joined", "first_visit", "last_visit"})
"""Fields told in days ago."""
_MAY_LACK = frozenset(
    {"gender", "address", "area", "occupation", "source", "adviser", "note", "name"}
)


def operators_of(line: Line) -> tuple[str, ...]:
    """What the line's field may be compared by, the line's own always among them."""
    if line.field == BOUGHT:
        return ("=",)
    kind = FIELDS[line.field]
    found = OPERATORS[kind]
    if line.field == "gender":  # one of a list, never typed
        found = ("=", "!=")
    if line.field in _MAY_LACK:
        found = (*found, EMPTY, FILLED)
    return found if line.operator in found else (*found, line.operator)
