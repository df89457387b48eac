"""What to expect of the members in the next 90 days, and how far such a forecast was right."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from heapq import nlargest

from app.services.chances import FITTED_FOR_LISTS, Chance, told_alike
from app.services.desk import Desk
from app.services.insight_forecasts import chances, spends
from app.services.insight_members import read_days
from app.services.insights import Insights, Models
from app.services.people import People, Person
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.insight.columns import pieces
from app.services.rules.insight.proof import (
    LEAST_BACK,
    LEAST_DAYS_BEFORE,
    Proof,
    fitting_day,
    prove,
)
from app.services.turns import give_way

TOP = 50
_ASK_EVERY = 2_000


@dataclass(frozen=True, slots=True)
class TopMember:
    """One of those of whom the most is expected: visits and minor units in 90 days."""

    person: Person
    alive: float
    expected: float
    value_minor: int


@dataclass(slots=True)
class Band:
    """The members of one chance, and what is expected of all of them in 90 days."""

    members: int = 0
    expected: float = 0.0
    value_minor: int = 0
    seqs: "array[int]" = field(default_factory=lambda: array("q"))


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast of a shop. Without `bands` the past is too short to say anything.

    `came_back` is how many members ever did, `days` how long the past is. `proof` is None where
    too little of the past can be held back.
    """

    as_of: date
    models: Models
    came_back: int
    days: int
    bands: dict[Chance, Band]
    top: tuple[TopMember, ...]
    proof: Proof | None
    alive: float = 0.0
    """How many of those who bought on a second day are expected to come still."""

    @property
    def is_enough(self) -> bool:
        """Whether there is past enough to forecast from."""
        return bool(self.bands)

    @property
    def again(self) -> int:
        """How many members bought on a second day: of the others no model tells who stays."""
        return sum(band.members for chance, band in self.bands.items() if chance != Chance.ONCE)


class Outlooks:
    """Reads the past; changes nothing."""

    def __init__(self, desk: Desk, insights: Insights, people: People) -> None:
        self._desk = desk
        self._insights = insights
        self._people = people

    def read(
        self, as_of: date | None = None, progress: Progress = silent, cancelled: StopAsked = never
    ) -> Outlook:
        """The forecast of the shop as of a day, else today. Raises Cancelled."""
        until = as_of or self._desk.today()

        def turn() -> None:
            stop_if(cancelled)
            give_way()

        models = self._insights.models(until, fitted=FITTED_FOR_LISTS, turn=turn)
        # To fit, to try and to tell take about as long each.
        progress(models.members, 3 * models.members)
        days = list(self._some_days(until, models.members))
        first = min((each[0] for each in days), default=until.toordinal())
        span = until.toordinal() - first
        came_back = sum(1 for each in days if len(each) > 1)
        if models.visits is None or came_back < LEAST_BACK or span < LEAST_DAYS_BEFORE:
            return Outlook(until, models, came_back, span, {}, (), None)
        stop_if(cancelled)
        held = fitting_day(first, until.toordinal())
        proof = None if held is None else prove(days, held, until.toordinal(), models.unit, turn)
        bands, top, alive = self._told(models, progress, cancelled)
        return Outlook(until, models, came_back, span, bands, top, proof, alive)

    def _some_days(self, until: date, members: int) -> Iterator[list[int]]:
        """The days of the members, of an even part of them where there are very many."""
        every = -(-members // FITTED_FOR_LISTS) or 1
        some = self._insights.pasts(until).seqs[::every]
        for each in read_days(self._desk.database, until, some):
            yield each.days

    def _told(
        self, models: Models, progress: Progress, cancelled: StopAsked
    ) -> tuple[dict[Chance, Band], tuple[TopMember, ...], float]:
        alike = told_alike(models, self._insights.pasts(models.as_of))
        places, values, seqs = chances(alike), spends(alike), alike.pasts.seqs
        repeats = alike.repeats
        names, bands = tuple(Chance), {chance: Band() for chance in Chance}
        best: list[tuple[int, int, float, float]] = []
        still = 0.0
        for some in pieces(len(seqs), _ASK_EVERY):
            stop_if(cancelled)
            progress(2 * models.members + some.start, 3 * models.members)
            give_way()
            each = zip(seqs[some], alike.groups[some], places[some], values[some], strict=True)
            for seq, group, place, value in each:
                alive, expected = alike.alive[group], alike.expected[group]
                band = bands[names[place]]
                band.members += 1
                band.expected += expected
                band.value_minor += value
                band.seqs.append(seq)
                still += alive if repeats[group] else 0.0
                best.append((value, -seq, alive, expected))
            best = nlargest(TOP, best)
        people = self._people.rows([-seq for _, seq, _, _ in best])
        top = tuple(
            TopMember(person, alive, expected, value)
            for person, (value, _, alive, expected) in zip(people, best, strict=False)
        )
        return bands, top, still
