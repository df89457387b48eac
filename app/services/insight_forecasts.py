"""What to expect of every member in the next 90 days, in columns: a place each member who bought.
A column is told without the others.
"""

from array import array
from collections.abc import Sequence

from app.services.chances import AT_ONCE, Alike, Chance
from app.services.rules.insight.columns import pieces, whole
from app.services.turns import give_way

_MOST_VISITS = 2**30
_A_BYTE = 128


def chances(alike: Alike) -> "array[int]":
    """The chance that each member still comes, by its place among all."""
    places = {chance: at for at, chance in enumerate(Chance)}
    both = zip(alike.repeats, alike.alive, strict=True)
    return _by_group(array("b"), alike, [places[Chance.of(*each)] for each in both])


def visits(alike: Alike) -> "array[int]":
    """The visits to expect of each member, to the nearest whole one."""
    told = [_visits(each) for each in alike.expected]
    return _by_group(array("b" if max(map(abs, told), default=0) < _A_BYTE else "i"), alike, told)


def spends(alike: Alike) -> "array[int]":
    """What the visits to expect of each member will come to, in minor units: an estimate."""
    model, unit, found = alike.models.spend, alike.models.minor_per_unit, array("q")
    if model is None:
        return array("q", bytes(8 * len(alike.groups)))
    # Who came once has no mean of their own: nothing, by whatever it is divided.
    terms = [
        (expected, repeats or 1, *model.terms(repeats))
        for repeats, expected in zip(alike.repeats, alike.expected, strict=True)
    ]
    for piece in pieces(len(alike.groups), AT_ONCE):
        give_way()
        groups, later = alike.groups[piece], alike.pasts.later_minor[piece]
        each = zip(map(terms.__getitem__, groups), later, strict=True)
        amounts = [
            come * (p * (gamma + x * (minor / days / unit)) / weight) * unit
            for (come, days, p, gamma, x, weight), minor in each
        ]
        try:
            found.extend(array("q", map(round, amounts)))
        except (OverflowError, ValueError):
            found.extend(map(whole, amounts))
    return found


def _visits(expected: float) -> int:
    """Half a visit is one."""
    if abs(expected) < _MOST_VISITS:
        return int(expected + 0.5)
    return whole(expected, _MOST_VISITS)


def _by_group(column: "array[int]", alike: Alike, told: Sequence[int]) -> "array[int]":
    for piece in pieces(len(alike.groups), AT_ONCE):
        give_way()
        column.extend(map(told.__getitem__, alike.groups[piece]))
    return column
