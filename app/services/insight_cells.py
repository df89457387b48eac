"""Groups told in the cells of a grid, and who is in a cell or a group: the most spent first."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from app.services.insight_members import places_of
from app.services.insights import Grouped, GroupSum, Rfm
from app.services.rules.insight.rfm import FIFTHS, RfmTerms, RfmValues


@dataclass(frozen=True, slots=True)
class RfmGrid:
    """Members by recency (`r`, 5 is the most recent) and frequency (`f`).

    `sums` holds the 25 cells from r 1, f 1 on, f first; `cells` each member's place among them,
    in the order of the members. Without members both are empty.
    """

    rfm: Rfm
    sums: tuple[GroupSum, ...]
    cells: "array[int]"

    def cell(self, r: int, f: int) -> GroupSum:
        """What stands in one cell."""
        return self.sums[place(r, f)]

    def in_cell(self, r: int, f: int) -> "array[int]":
        """Who is in it, by their short keys."""
        asked = place(r, f)
        return ranked(self.rfm.grouped, (at for at, cell in enumerate(self.cells) if cell == asked))


def place(r: int, f: int) -> int:
    """A cell's place among the 25."""
    return (r - 1) * FIFTHS + f - 1


class _Cells(dict[tuple[int, int], int]):
    """The place of a member's cell by their last day and visits."""

    def __init__(self, terms: RfmTerms, today: int) -> None:
        super().__init__()
        self._terms, self._today = terms, today

    def __missing__(self, key: tuple[int, int]) -> int:
        score = self._terms.score(RfmValues(self._today - key[0], key[1], 0))
        cell = self[key] = place(score.r, score.f)
        return cell


def rfm_grid(rfm: Rfm) -> RfmGrid:
    """The grid of a shop."""
    terms, members = rfm.terms, rfm.grouped.members
    if terms is None:
        return RfmGrid(rfm, (), array("b"))
    cells = places_of(_Cells(terms, rfm.grouped.as_of.toordinal()), members.last, members.visits)
    counts, spent = [0] * FIFTHS**2, [0] * FIFTHS**2
    for cell, minor in zip(cells, members.spent_minor, strict=True):
        counts[cell] += 1
        spent[cell] += minor
    sums = tuple(
        GroupSum(f"r{at // FIFTHS + 1}f{at % FIFTHS + 1}", counts[at], spent[at])
        for at in range(FIFTHS**2)
    )
    return RfmGrid(rfm, sums, cells)


def in_group(grouped: Grouped, name: str) -> "array[int]":
    """Who is in a group, by their short keys."""
    asked = grouped.names.index(name)
    return ranked(grouped, (at for at, each in enumerate(grouped.places) if each == asked))


def ranked(grouped: Grouped, places: Iterable[int]) -> "array[int]":
    """The members at these places by what they spent, the most first."""
    spent = grouped.members.spent_minor
    ordered = sorted(places, key=lambda at: -spent[at])
    return array("q", (grouped.members.seqs[at] for at in ordered))
