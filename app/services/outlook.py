"""What to expect of the members in the next 90 days, and how far such a forecast was right."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from heapq import nlargest

from app.services.desk import Desk
from app.services.insight_members import read_days
from app.services.insights import Forecast, Insights, Models
from app.services.people import People, Person
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.insight.proof import (
    LEAST_BACK,
    LEAST_DAYS_BEFORE,
    Proof,
    fitting_day,
    prove,
)
from app.services.rules.insight.purchases import History, history
from app.services.turns import give_way

TOP = 50
# A fit to more moves no figure that is shown, and takes minutes.
FITTED_AT_MOST = 5_000
EXACT_AT_MOST = 50_000
_ASK_EVERY = 2_000


class Chance(StrEnum):
    """How likely it is that a member still comes; who came once only cannot be told."""

    SURE = "sure"  # 80 % or more
    LIKELY = "likely"  # 50 % or more
    DOUBTFUL = "doubtful"  # 20 % or more
    UNLIKELY = "unlikely"
    ONCE = "once"

    @classmethod
    def of(cls, known: History, alive: float) -> "Chance":
        """The chance of one member."""
        if not known.repeats:
            return cls.ONCE
        if alive >= 0.8:
            return cls.SURE
        if alive >= 0.5:
            return cls.LIKELY
        return cls.DOUBTFUL if alive >= 0.2 else cls.UNLIKELY


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
    """How many members are expected to come still."""

    @property
    def is_enough(self) -> bool:
        """Whether there is past enough to forecast from."""
        return bool(self.bands)


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

        models = self._insights.models(until, fitted=FITTED_AT_MOST, turn=turn)
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
        every = -(-members // FITTED_AT_MOST) or 1
        for each in read_days(self._desk.database, until, every=every):
            yield each.days

    def _told(
        self, models: Models, progress: Progress, cancelled: StopAsked
    ) -> tuple[dict[Chance, Band], tuple[TopMember, ...], float]:
        bands = {chance: Band() for chance in Chance}
        best: list[tuple[int, int, float, float]] = []
        alive, today, alike = 0.0, models.as_of.toordinal(), Alike(models)
        for at, (seq, days, spent) in enumerate(read_days(self._desk.database, models.as_of)):
            if at % _ASK_EVERY == 0:
                stop_if(cancelled)
                progress(2 * models.members + at, 3 * models.members)
                best = nlargest(TOP, best)
            known = history(days, spent, today, models.unit)
            if known is None:
                continue
            each = alike.forecast(seq, known)
            band = bands[Chance.of(known, each.alive)]
            band.members += 1
            band.expected += each.expected
            band.value_minor += each.value_minor
            band.seqs.append(seq)
            alive += each.alive
            best.append((each.value_minor, -seq, each.alive, each.expected))
        best = nlargest(TOP, best)
        people = self._people.rows([-seq for _, seq, _, _ in best])
        top = tuple(
            TopMember(person, alive_, expected, value)
            for person, (value, _, alive_, expected) in zip(people, best, strict=False)
        )
        return bands, top, alive


class Alike:
    """Forecasts of members, those who came alike reckoned once.

    In a large shop alike is to the week: an estimate of 90 days does not turn on a day, and a
    million members are told in seconds.
    """

    def __init__(self, models: Models) -> None:
        self._models = models
        self._to_the_week = models.members > EXACT_AT_MOST
        self._known: dict[tuple[int, float, float], tuple[float, float]] = {}

    def forecast(self, seq: int, known: History) -> Forecast:
        """What the models say of one member."""
        if self._to_the_week:
            age = float(round(known.age))
            known = known._replace(recency=min(age, float(round(known.recency))), age=age)
        key = (known.repeats, known.recency, known.age)
        told = self._known.get(key)
        if told is None:
            one = self._models.of(seq, known)
            assert one is not None, "a shop without a model has no bands"
            told = self._known[key] = one.alive, one.expected
        alive, expected = told
        return Forecast(seq, known, alive, expected, self._models.value_minor(known, expected))
