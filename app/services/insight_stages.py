"""Members of a shop parted by the stage they are in, each by their own rhythm."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from app.models.database import Database
from app.models.insight import Span
from app.services.insight_groups import Grouped
from app.services.insight_members import Members, Visits, read_visits
from app.services.rules.insight.columns import pieces
from app.services.rules.insight.stages import (
    OWN_RHYTHM_VISITS,
    USUAL_RHYTHM_DAYS,
    Stage,
    StageTerms,
    rhythm,
    stage_of_gone,
    stage_of_here,
)
from app.services.turns import give_way, politely

# So few that what is told of them takes less than a millisecond.
_AT_ONCE = 1_024
_UNKNOWN = -1
_PLACES = {name: at for at, name in enumerate(Stage)}
# By the last visit and the rhythm alone, whatever came before.
_GONE = frozenset({_PLACES[Stage.SILENT], _PLACES[Stage.LOST]})


@dataclass(frozen=True, slots=True)
class Stages:
    """Members by stage, each with their rhythm in days; `shop_days` is that of the shop."""

    grouped: Grouped
    rhythms: "array[int]"
    shop_days: int


def stages_of(
    database: Database, until: date, terms: StageTerms, only: Sequence[Span] | None = None
) -> Stages:
    """The stage of each member who came until then, to buy or to check in; of some `only`, between
    such short keys in their order, the rhythm of the shop is theirs."""
    members, told = Members(), _Told(until.toordinal(), terms)
    for read in read_visits(database, until, members, only):
        told.add(read)
    shop_days = told.shop_days()
    told.finish(members.last, shop_days)
    return Stages(Grouped(until, tuple(Stage), members, told.places), told.rhythms, shop_days)


class _Told:
    """The stages of members, by their places in `Stage`, and their rhythms, as they are read.

    The rhythm of the shop is known after all are read. Until then the place of who has none of
    their own is `_UNKNOWN`, and in the rhythm's stead stand the days between their two visits, 0
    after one.
    """

    def __init__(self, today: int, terms: StageTerms) -> None:
        self._today, self._new_days, self._limits = today, terms.new_days, cache(terms.limits)
        self.places, self.rhythms = array("b"), array("i")
        self._own: Counter[int] = Counter()
        self._between: Counter[int] = Counter()
        # Of three visits: where in the columns, the first and the second. In one column: what the
        # collector of garbage looks through keeps everybody waiting.
        self._threes = array("q")

    def add(self, read: Visits) -> None:
        """More members."""
        places, rhythms = [_UNKNOWN] * len(read.visits), [0] * len(read.visits)
        for at, visits in enumerate(read.visits):
            if visits > 1:
                end = read.ends[at]
                days = read.days[end - visits : end]
                if visits < OWN_RHYTHM_VISITS:
                    rhythms[at] = between = days[1] - days[0]
                    self._between[between] += 1
                else:
                    rhythms[at] = usual = rhythm(days)
                    self._own[usual] += 1
                    places[at] = self._place(len(self.places) + at, days, usual)
        self.places.fromlist(places)
        self.rhythms.fromlist(rhythms)

    def _place(self, at: int, days: list[int], usual: int) -> int:
        """That of a member with a rhythm of their own, who will stand at `at`."""
        gone = stage_of_gone(self._today - days[-1], self._limits(usual))
        if gone is not None:
            return _PLACES[gone]
        if len(days) > OWN_RHYTHM_VISITS:
            return self._here(days, rhythm(days[:-1]))
        # Whether they came back is asked of the days before the last; theirs are too few.
        self._threes.extend((at, *days[:2]))
        return _UNKNOWN

    def shop_days(self) -> int:
        """The median rhythm of those who have one of their own, else of all days between."""
        known = self._own or self._between
        return middle(known) if known else USUAL_RHYTHM_DAYS

    def finish(self, last: "array[int]", shop_days: int) -> None:
        """Tell of those who have no rhythm of their own, by the shop's."""
        threes = self._threes
        for at, *before in politely(zip(threes[::3], threes[1::3], threes[2::3], strict=True)):
            self.places[at] = self._here([*before, last[at]], shop_days)
        limits = self._limits(shop_days)

        @cache
        def of_one_visit(day: int) -> int:
            gone = stage_of_gone(self._today - day, limits)
            return self._here([day], shop_days) if gone is None else _PLACES[gone]

        for piece in pieces(len(self.places), _AT_ONCE):
            give_way()
            places, rhythms = self.places[piece].tolist(), self.rhythms[piece].tolist()
            told = list(map(of_one_visit, last[piece]))
            for at, place in enumerate(places):
                if place != _UNKNOWN:
                    told[at] = place
                else:
                    if rhythms[at] and told[at] not in _GONE:
                        day = last[piece.start + at]
                        told[at] = self._here([day - rhythms[at], day], shop_days)
                    rhythms[at] = shop_days
            self.places[piece], self.rhythms[piece] = array("b", told), array("i", rhythms)

    def _here(self, days: list[int], before: int) -> int:
        """The place of who is not gone; `before` was the rhythm before their last visit."""
        _, lost_before = self._limits(before)
        return _PLACES[stage_of_here(days, self._today, lost_before, self._new_days)]


def middle(counts: Counter[int]) -> int:
    """The median of counted values, the higher of two."""
    half = sum(counts.values()) // 2
    seen = 0
    for value in sorted(counts):
        seen += counts[value]
        if seen > half:
            return value
    raise ValueError("nothing was counted")
