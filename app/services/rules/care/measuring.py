"""Measurements as people write them, and how far they are from their goal. Thousandths."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.services.rules.money import parse_scaled

VALUE_MOST_MILLI = 1_000_000_000_000
_DECIMALS = 3


class Reading(NamedTuple):
    """One value of a series, in thousandths of its unit."""

    day: date
    milli: int


def read_value(text: str) -> int | None:
    """The thousandths that were typed, with at most three decimals; None where it is no number.

    A comma is refused: in one country it parts thousands, in another decimals.
    """
    if "," in text or "，" in text:
        return None
    return parse_scaled(text.strip().replace("−", "-"), _DECIMALS, VALUE_MOST_MILLI)


def said(milli: int) -> str:
    """A value as people write it: `72.5`, `-0.125`, `18`."""
    sign, whole = "-" if milli < 0 else "", abs(milli)
    rest = f"{whole % 1000:03d}".rstrip("0")
    return f"{sign}{whole // 1000}{'.' + rest if rest else ''}"


def change(readings: Iterable[Reading], first: date, last: date) -> int | None:
    """How much a series changed in a period, in thousandths; None where that is not known.

    From the last value before it, or on its first day, else the first one within; to the last
    one within. At least two values are needed.
    """
    ordered = sorted(readings)
    before = [each for each in ordered if each.day <= first]
    within = [each for each in ordered if first <= each.day <= last]
    start = before[-1] if before else (within[0] if within else None)
    if start is None or not within or within[-1] == start:
        return None
    return within[-1].milli - start.milli


def share_of_way(start: int, now: int, goal: int) -> int:
    """How much of the way to a goal is gone, in percent from 0 to 100, rounded down."""
    if goal == start:
        return 100 if now == goal else 0
    gone = (now - start) * 100 // (goal - start)
    return max(0, min(100, gone))
