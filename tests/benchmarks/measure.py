"""Timing in one process: percentiles, and one line per limit."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure beside its limit; `unit` is "ms", "s", "MB" or "x" (a ratio)."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure is within its limit."""
        return self.limit is None or self.value <= self.limit


def times_ms(work: Callable[[int], object], rounds: int, warm: int = 3) -> list[float]:
    """Milliseconds of each round, sorted; the first `warm` are not counted."""
    for at in range(warm):
        work(at)
    taken = []
    for at in range(rounds):
        started = time.perf_counter_ns()
        work(warm + at)
        taken.append((time.perf_counter_ns() - started) / 1e6)
    return sorted(taken)


def part(sorted_times: Sequence[float], share: float) -> float:
    """The time that `share` (0.5, 0.99) of the rounds stay within."""
    return sorted_times[min(len(sorted_times) - 1, int(share * len(sorted_times)))]


def table(figures: Sequence[Figure]) -> str:
    """The figures, aligned, a mark where a limit is broken."""
    width = max(len(figure.name) for figure in figures)
    rows = []
    for figure in figures:
        limit = "" if figure.limit is None else f"limit {figure.limit:g}"
        mark = "ok" if figure.holds else "OVER"
        mark = "" if figure.limit is None else mark
        value = f"{figure.value:10.2f} {figure.unit:<3}"
        rows.append(f"{figure.name:<{width}} {value} {limit:<12} {mark:<4} {figure.note}".rstrip())
    return "\n".join(rows)
