"""Conditions on what is reckoned of all members at once: who they are true of, as marks."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import compress, islice, repeat
from typing import TypeVar

from app.errors import StorageFailed
from app.models import segments as stored
from app.models.insight import mark
from app.models.reckoned import hindrance
from app.models.segment_marks import Asked, among
from app.services.chances import Chance
from app.services.desk import Desk
from app.services.insight_forecasts import chances, spends, visits
from app.services.insight_habits import UNKNOWN, Habits
from app.services.insights import Grouped, Insights
from app.services.kept_forecasts import Tell
from app.services.kept_habits import HabitKeeper, KeptHabits, habits_now, is_near, likes
from app.services.rules.insight.columns import PIECE, pieces
from app.services.rules.insight.quadrants import Quadrant
from app.services.rules.insight.rfm import RfmGroup
from app.services.rules.insight.segments import compared, text_fits
from app.services.rules.insight.stages import OWN_RHYTHM_VISITS, Stage
from app.services.turns import give_way

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
GROUPED: dict[str, tuple[str, ...]] = {
    "stage": tuple(Stage),
    "rfm": tuple(RfmGroup),
    "quadrant": tuple(Quadrant),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "state": ("active", "frozen", "archived"),
    **GROUPED,
    "weekday": WEEKDAYS,
    "chance": tuple(Chance),
}
"""By field: the only values there are; of the groups, those reckoned over the whole shop."""
HABITS = frozenset({"weekday", "hour", "price_from", "price_to", "favourite", "benefit_use"})
"""Fields that the last sales of every member tell."""

_BYTES = (*range(128), *range(-128, 0))
"""The numbers that a byte of a column stands for, by the byte."""

T = TypeVar("T")
# Short keys and what is told of each, part by part.
_Column = Sequence[tuple["array[int]", "array[int]"]]


class Columns:
    """Answers from columns of all members. What they like and when they come is kept, and read
    anew of those who bought or came since; forecasts are those of today.
    """

    def __init__(self, desk: Desk, insights: Insights) -> None:
        self._desk = desk
        self._insights = insights
        self._usual: KeptHabits | None = None

    def are_near(self) -> bool:
        """Whether habits of all members are told at once, or read first for long."""
        desk = self._desk
        if is_near(desk.database, desk.zone, desk.today()):
            return True
        # What cannot be kept is at hand once it was read.
        held = self._usual if hindrance(desk.database) else None
        return held is not None and held.mark[0] == mark(desk.database)[0]

    def grouped(self, field: str, operator: str, name: str) -> Asked:
        """Who is in one of the groups of `GROUPED`."""
        groups: dict[str, Callable[[], Grouped]] = {
            "stage": lambda: self._insights.stages().grouped,
            "rfm": lambda: self._insights.rfm().grouped,
            "quadrant": lambda: self._insights.quadrants().grouped,
        }
        grouped = groups[field]()
        column = [(grouped.members.seqs, grouped.places)]
        return _compared(column, operator, grouped.names.index(name))

    def chosen(self, field: str, operator: str, name: str) -> Asked:
        """Who has a value of a list: `weekday` or `chance`."""
        place = CHOICES[field].index(name)
        if field == "weekday":
            return _compared(self._habit("weekday"), operator, place)
        return _compared(self._forecast(chances), operator, place)

    def favourite(self, operator: str, text: str) -> Asked:
        """Who buys a product or category most; of who bought nothing only `!=` is true."""
        parts = self._habits()
        inside = "contains" if operator == "contains" else "="
        flags = likes(parts, text_fits(inside, text))
        found = among(_marks((part.seqs, each) for part, each in zip(parts, flags, strict=True)))
        return stored.nobody_of(found) if operator == "!=" else found

    def number(self, field: str, operator: str, number: int) -> Asked:
        """Who has a figure so compared; of whom it is not known nothing is true."""
        return _compared(self._figures()[field](), operator, number)

    def _figures(self) -> dict[str, Callable[[], _Column]]:
        return {
            "rhythm": self._rhythms,
            "hour": lambda: self._habit("hour"),
            "benefit_use": lambda: self._habit("benefit_percent"),
            "price_from": lambda: self._habit("price_from_minor"),
            "price_to": lambda: self._habit("price_to_minor"),
            "expected_visits": lambda: self._forecast(visits),
            "expected_spend": lambda: self._forecast(spends),
        }

    def _rhythms(self) -> _Column:
        """Each member's own; who has none is measured by the shop's, but has none."""
        found = self._insights.stages()
        members = found.grouped.members
        own = array("i")
        for piece in pieces(len(members)):
            both = zip(found.rhythms[piece], members.visits[piece], strict=True)
            own.extend([d if visits >= OWN_RHYTHM_VISITS else UNKNOWN for d, visits in both])
        return [(members.seqs, own)]

    def _habit(self, name: str) -> _Column:
        return [(part.seqs, getattr(part, name)) for part in self._habits()]

    def _forecast(self, tell: Tell) -> _Column:
        return [self._insights.today.column(tell)]

    def _habits(self) -> Sequence[Habits]:
        desk = self._desk
        # Inside a view of the file nothing can be kept.
        inside = desk.database.connection.in_transaction
        known = self._known_habits(self._usual, at_once=inside)
        if known is None:
            keeper = HabitKeeper(desk)
            with suppress(StorageFailed):  # what cannot be kept is told all the same
                while keeper.work():
                    pass
            before = self._usual if hindrance(desk.database) else None
            known = self._known_habits(before, at_once=True)
        assert known is not None  # at once, or not at all
        self._usual = known
        return known.parts

    def _known_habits(self, before: KeptHabits | None, *, at_once: bool) -> KeptHabits | None:
        desk = self._desk
        return desk.database.read_transaction(
            lambda: habits_now(desk.database, desk.zone, desk.today(), before, at_once=at_once)
        )


def _compared(column: _Column, operator: str, wanted: int) -> Asked:
    holds = compared(operator)

    def told(value: int) -> bool:
        return value != UNKNOWN and holds(value, wanted)

    def flags(values: "array[int]") -> Iterable[object]:
        if values.itemsize == 1:
            # Of so few values each is asked about once, not once a member.
            return values.tobytes().translate(few)
        # Where nobody is unknown the engine's own comparison does it, without a call a member.
        if UNKNOWN not in values:
            return map(holds, values, repeat(wanted))
        return map(told, values)

    few = bytes(map(told, _BYTES))
    return among(_marks((seqs, flags(values)) for seqs, values in column))


def _marks(column: Iterable[tuple["array[int]", Iterable[object]]]) -> bytes:
    """A byte for each short key: one where the flag of that member is up."""
    marks = bytearray()
    for seqs, flags in column:
        marks.extend(bytes(seqs[-1] - len(marks) if seqs else 0))
        waiting = iter(flags)
        for piece in pieces(len(seqs)):
            give_way()
            for seq in compress(seqs[piece], islice(waiting, PIECE)):
                marks[seq - 1] = 1
    return bytes(marks)
