"""The lowest point of a smooth function of a few variables, by the simplex of Nelder and Mead.

Source: J. A. Nelder and R. Mead, "A simplex method for function minimization", The Computer
Journal 7 (1965), with the usual coefficients 1, 2, 1/2, 1/2. It needs no derivatives.
"""

from collections.abc import Callable, Sequence
from math import inf

from app.services.rules.insight.columns import Turn, no_turn

Point = tuple[float, ...]
_STEP = 0.5
_TOLERANCE = 1e-14
_ROUNDS = 2_000
# On a floor that is flat but for the last digits of its values the corners never agree.
_ROUNDS_IN_VAIN = 60
_GAIN = 1e-12


def lowest(
    function: Callable[[Point], float], start: Sequence[float], turn: Turn = no_turn
) -> tuple[Point, float]:
    """Where the function is lowest near `start`, and its value there.

    Ends when the values at the corners agree to 14 digits, when 60 rounds have won nothing in
    the first 12, or after 2,000. `turn` is called before each.
    """
    corners: list[Point] = [tuple(start)]
    for place in range(len(start)):
        moved = list(start)
        moved[place] += _STEP
        corners.append(tuple(moved))
    simplex = sorted((function(corner), corner) for corner in corners)
    lowest_yet, in_vain = inf, 0
    for _ in range(_ROUNDS):
        turn()
        best, worst = simplex[0][0], simplex[-1][0]
        in_vain += 1
        if lowest_yet - best > _GAIN * abs(best):
            lowest_yet, in_vain = best, 0
        if in_vain == _ROUNDS_IN_VAIN or worst - best <= _TOLERANCE * (abs(best) + _TOLERANCE):
            break
        simplex = sorted(_moved(function, simplex))
    value, corner = simplex[0]
    return corner, value


def _moved(
    function: Callable[[Point], float], simplex: list[tuple[float, Point]]
) -> list[tuple[float, Point]]:
    """The simplex after one step: its worst corner reflected, stretched or drawn in."""
    *kept, (worst_value, worst) = simplex
    centre = tuple(sum(axis) / len(kept) for axis in zip(*(p for _, p in kept), strict=True))

    def tried(factor: float) -> tuple[float, Point]:
        point = tuple(c + factor * (c - w) for c, w in zip(centre, worst, strict=True))
        return function(point), point

    reflected = tried(1.0)
    if reflected[0] < kept[0][0]:
        return [*kept, min(reflected, tried(2.0))]
    if reflected[0] < kept[-1][0]:
        return [*kept, reflected]
    drawn = min(tried(0.5), tried(-0.5))
    if drawn[0] < min(reflected[0], worst_value):
        return [*kept, drawn]
    return _shrunk(function, simplex)


def _shrunk(
    function: Callable[[Point], float], simplex: list[tuple[float, Point]]
) -> list[tuple[float, Point]]:
    """Every corner half-way to the best one."""
    best = simplex[0][1]
    points = [
        tuple((b + p) / 2 for b, p in zip(best, point, strict=True)) for _, point in simplex[1:]
    ]
    return [simplex[0], *((function(point), point) for point in points)]
