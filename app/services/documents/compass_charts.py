"""The charts of the compass on paper: plain shapes with named axes, readable in black and white."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from app.services.compass_types import Owed
from app.services.documents.colours import mix
from app.services.documents.compass_told import Told, rough_percent
from app.services.documents.drawing import WHITE, Anchor, Item, Line, Rect
from app.services.documents.layout import Type, placed, placed_fitted
from app.services.rules.insight.cohorts import Cohort, mean_share_bp
from app.services.rules.insight.scale import TICKS, round_step

INK, QUIET, RULE = "#1B2430", "#51606F", "#D5DBE1"
SMALL = Type(7.2, colour=QUIET)
CELL = Type(7.2, colour=INK)
_AXIS = 24.0
_FOOT = 6.0
Box = tuple[float, float, float, float]
"""Left, top, width, height in millimetres."""


def bars(
    box: Box,
    stacks: Sequence[Sequence[int]],
    labels: Sequence[str],
    say: Callable[[int], str],
    inks: Sequence[str],
) -> list[Item]:
    """Bars of stacked parts over `labels`; `stacks` are the parts, the first at the bottom."""
    left, top, width, height = box
    plot_left, plot_width, bottom = left + _AXIS, width - _AXIS, top + height - _FOOT
    totals = [sum(max(0, value) for value in values) for values in zip(*stacks, strict=True)]
    step = round_step(max(1, *totals))
    made = _scale((plot_left, top, plot_width, bottom - top), step, say)
    each = plot_width / len(labels)
    wide = min(12.0, each * 0.7)
    for at in range(len(labels)):
        low = bottom
        for values, ink in zip(stacks, inks, strict=False):
            high = (bottom - top) * max(0, values[at]) / (step * TICKS)
            if high:
                x = plot_left + each * (at + 0.5) - wide / 2
                made.append(Rect(x, low - high, wide, high, fill=ink))
            low -= high
    made += _labels(plot_left, bottom, each, labels)
    return made


def _scale(plot: Box, step: int, say: Callable[[int], str]) -> list[Item]:
    left, top, width, height = plot
    made: list[Item] = []
    for tick in range(TICKS + 1):
        y = top + height - height * tick / TICKS
        made.append(Line(left, y, left + width, y, RULE, 0.2))
        room = _AXIS - 2
        text = say(step * tick)
        made.append(placed_fitted(left - 2, y, text, SMALL, Anchor.RIGHT, room=room, least_pt=4.5))
    return made


def _labels(left: float, bottom: float, each: float, labels: Sequence[str]) -> list[Item]:
    widest = max(SMALL.width(label) for label in labels) + 3
    every = max(1, -int(-widest // each))
    last = len(labels) - 1
    return [
        placed(left + each * (at + 0.5), bottom + 3.2, label, SMALL, Anchor.CENTRE)
        for at, label in enumerate(labels)
        if (last - at) % every == 0
    ]


def line_over(box: Box, values: Sequence[int], most: int, ink: str = INK) -> list[Item]:
    """A dashed line over bars of the same `box`, whose highest bar is `most`."""
    left, top, width, height = box
    plot_left, bottom = left + _AXIS, top + height - _FOOT
    each = (width - _AXIS) / len(values)
    whole = round_step(max(1, most)) * TICKS
    points = [
        (plot_left + each * (at + 0.5), bottom - (bottom - top) * max(0, value) / whole)
        for at, value in enumerate(values)
    ]
    return [Line(*one, *other, ink, 0.5, 1.2) for one, other in pairwise(points)]


def legend(left: float, middle: float, parts: Sequence[tuple[str, str]]) -> list[Item]:
    """A square of each colour with its name behind."""
    made: list[Item] = []
    for name, ink in parts:
        made.append(Rect(left, middle - 1.3, 2.6, 2.6, fill=ink))
        made.append(placed(left + 4, middle, name, SMALL))
        left += 4 + SMALL.width(name) + 5
    return made


def owed_chart(box: Box, months: Sequence[Owed], told: Told, inks: Sequence[str]) -> list[Item]:
    """What is owed at each month's end, part on part, and the breakage expected."""
    left, top, width, height = box
    parts = told.owed_parts(months)
    stacks = [values for _, values in parts]
    breakage = [month.expected_breakage_minor for month in months]
    named = [(name, ink) for (name, _), ink in zip(parts, inks, strict=False)]
    if any(breakage):
        named.append((f"- - {told.words.owed['breakage']}", WHITE))
    plot = (left, top + 7, width, height - 7)
    labels = [month.day.isoformat()[:7] for month in months]
    made = [
        *legend(left, top + 2, named),
        *bars(plot, stacks, labels, told.amount, inks),
    ]
    if any(breakage):
        most = max(sum(values) for values in zip(*stacks, strict=True))
        made += line_over(plot, breakage, most)
    return made


def cohort_table(box: Box, cohorts: Sequence[Cohort], told: Told, brand: str) -> list[Item]:
    """A row a month of first purchase, a column a month after it, the fuller the darker."""
    left, top, width, _ = box
    words, longest = told.words, max(len(cohort.came) for cohort in cohorts)
    names, numbers, row = 24.0, 16.0, 5.6
    each = min(14.0, (width - names - numbers) / max(1, longest - 1))
    begun = left + names + numbers
    head = top + 2
    made: list[Item] = [
        placed_fitted(left, head + 4, words.cohort, SMALL, room=names - 1, least_pt=5),
        placed_fitted(
            begun - 2, head + 4, words.members, SMALL, Anchor.RIGHT, room=numbers - 2, least_pt=5
        ),
        placed(begun, head, words.months_after, SMALL),
    ]
    made += [
        placed(begun + each * (at - 0.5), head + 4, f"+{at}", SMALL, Anchor.CENTRE)
        for at in range(1, longest)
    ]
    full = max((c.share_bp(at) for c in cohorts for at in range(1, len(c.came))), default=0)
    everyone = [mean_share_bp(cohorts, at) or 0 for at in range(1, longest)]
    members = sum(cohort.members for cohort in cohorts)
    rows = [(words.average, members, everyone)]
    for cohort in cohorts:
        shown = range(1, len(cohort.came) if cohort.members else 1)
        rows.append((cohort.month, cohort.members, [cohort.share_bp(at) for at in shown]))
    for place, (name, count, shares) in enumerate(rows):
        y = head + 7.5 + place * row
        made += [
            placed(left, y + row / 2, name, CELL),
            placed(begun - 2, y + row / 2, f"{count:,}", SMALL, Anchor.RIGHT),
        ]
        for at, share in enumerate(shares):
            ground = mix(brand, WHITE, 0.96 - 0.62 * share / (full or 1))
            x = begun + each * at
            made.append(Rect(x + 0.3, y + 0.3, each - 0.6, row - 0.6, fill=ground, radius=0.6))
            middle = y + row / 2
            text = rough_percent(share)
            made.append(placed(x + each / 2, middle, text, CELL, Anchor.CENTRE))
    return made


def cohort_height(cohorts: Sequence[Cohort]) -> float:
    """How high the table of cohorts is."""
    return 9.5 + 5.6 * (1 + len(cohorts))
