"""What lists and members' pages tell of the future, as of today: the models that are fitted once a
day, and what they say of every member, in columns.

A large shop keeps in its file what takes long: the pasts of its members, brought up to date from
there of who bought since, and the models of the day. `ForecastsToday.work` makes all of it in idle
moments, before somebody asks.
"""

from array import array
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, TypeVar

from app.models import insight as marks
from app.models import reckoned
from app.models.alone import identity
from app.models.database import Database
from app.models.doctor import stoppable
from app.models.insight import Span
from app.models.segments import last_seq
from app.services.chances import EXACT_AT_MOST, FITTED_FOR_LISTS, Alike, told_alike
from app.services.desk import Desk
from app.services.insight_forecasts import chances, spends, visits
from app.services.insight_pasts import keep_pasts, pasts_behind, read_pasts
from app.services.insights import Insights, Models
from app.services.kept_columns import keep_columns, kept_columns, kept_marks
from app.services.progress import StopAsked, never
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.columns import Turn
from app.services.rules.insight.gamma_gamma import GammaGamma
from app.services.rules.insight.proof import LEAST_BACK
from app.services.turns import give_way, stopping

NAME = "forecast/models"
# With models told in another way they are fitted anew.
_FORM = 1

T = TypeVar("T")
Column = tuple["array[int]", "array[int]"]
Tell = Callable[[Alike], "array[int]"]


def is_large(database: Database) -> bool:
    """Whether forecasts stand until tomorrow, and what takes long is kept in the file."""
    return last_seq(database) > EXACT_AT_MOST


class ForecastsToday:
    """Forecasts are kept until somebody buys, in a large shop until tomorrow: an estimate of 90
    days does not turn on a sale."""

    def __init__(self, desk: Desk, insights: Insights) -> None:
        self._desk = desk
        self._insights = insights
        # Both of one file: of another that was put in its place nothing is known.
        self._kept: tuple[Hashable, dict[Hashable, object]] = (None, {})
        self._fitted: tuple[tuple[Hashable, Hashable], Models] | None = None
        self._looked_at = False

    def models(self, turn: Turn = give_way) -> Models | None:
        """The models of today; None where too few came back to fit any.

        Of one day, for one member and for all: a sale moves no parameter that is seen. Twice the
        sales, of an import say, have them fitted anew.
        """
        file, of, before = self._file(), self._of(), self._fitted
        if before is not None and before[0] == (file, of):
            return before[1]
        models = self._stored(of) or self._fit(turn)
        if models is not None:
            self._fitted = (file, of), models
        return models

    def at_hand(self) -> Models | None:
        """Models that nobody waits for, may they be of another day; None where there are none."""
        fitted = self._fitted
        if fitted is not None and fitted[0][0] == self._file():
            return fitted[1]
        found = kept_columns(self._desk.database, NAME)
        return None if found is None or found.mark[0] != _FORM else _told(found.facts)

    def column(self, tell: Tell) -> Column:
        """The short keys of all who bought, and what is told of each; of nobody without models."""
        alike = self._alike()
        if alike is None:
            return array("q"), array("q")
        return self._known((tell, alike.models), lambda _: (alike.pasts.seqs, tell(alike)))

    def work(self, cancelled: StopAsked = never) -> bool:
        """In a large shop: take one step of what a question of today needs, or keep it in the
        file, if nothing is in the way; whether there may be more to do. Raises Cancelled,
        StorageBusy, StorageFailed."""
        if not is_large(self._desk.database):
            return False

        turn = stopping(cancelled)
        with stoppable(self._desk.database, cancelled):
            return self._keep(turn) or self._tell_all()

    def _alike(self) -> Alike | None:
        models = self.models()
        if models is None or models.visits is None:
            return None
        return self._known(models, lambda _: told_alike(models, self._insights.pasts(models.as_of)))

    # --- the models --------------------------------------------------------------

    def _of(self) -> tuple[int, str, int, int, int]:
        """What the models of today are of."""
        _, sales, *_ = marks.mark(self._desk.database)
        today, minor = self._desk.today().isoformat(), self._desk.settings.money.unit_minor
        return _FORM, today, (sales or 0).bit_length(), minor, FITTED_FOR_LISTS

    def _fit(self, turn: Turn) -> Models | None:
        if not self._insights.pasts().have_come_back(LEAST_BACK):
            return None
        return self._insights.models(self._desk.today(), fitted=FITTED_FOR_LISTS, turn=turn)

    def _stored(self, of: tuple[object, ...]) -> Models | None:
        database = self._desk.database
        found = kept_columns(database, NAME) if is_large(database) else None
        return None if found is None or found.mark != list(of) else _told(found.facts)

    # --- ahead -------------------------------------------------------------------

    def _keep(self, turn: Turn) -> bool:
        if reckoned.hindrance(self._desk.database):
            return False
        return self._keep_pasts(turn) or self._keep_models(turn)

    def _keep_pasts(self, turn: Turn) -> bool:
        # One day for all of it, also at midnight.
        database, insights, today = self._desk.database, self._insights, self._desk.today()
        # Once in the life of the program it is seen whether what is kept is damaged.
        if not pasts_behind(database, today, read=not self._looked_at):
            self._looked_at = True
            return False
        now = database.read_transaction(lambda: (reckoned.past(database), insights.pasts(today)))
        keep_pasts(database, today, *now, turn)
        return True

    def _keep_models(self, turn: Turn) -> bool:
        database, of = self._desk.database, self._of()
        if kept_marks(database, NAME).get(NAME) == list(of):
            return False
        models = self.models(turn)
        if models is not None:
            keep_columns(database, NAME, of, {}, _facts(models))
        return models is not None

    def _tell_all(self) -> bool:
        told = self._today()
        before = len(told)
        for tell in (chances, visits, spends):
            self.column(tell)
        return len(told) != before

    # --- what is kept in memory ----------------------------------------------------

    def _known(self, name: Hashable, make: Callable[[date], T]) -> T:
        if not is_large(self._desk.database):
            return self._insights.kept(name, None, make)
        kept = self._today()
        if name not in kept:
            kept[name] = make(self._desk.today())
        found: T = kept[name]  # type: ignore[assignment]
        return found

    def _today(self) -> dict[Hashable, object]:
        """What is kept until tomorrow."""
        of = self._desk.today(), self._file()
        if self._kept[0] != of:
            self._kept = (of, {})
        return self._kept[1]

    def _file(self) -> Hashable:
        return identity(self._desk.database.path)


def told_of_some(
    database: Database, models: Models | None, only: Sequence[Span], tell: Tell
) -> Column:
    """The short keys of those who bought of the members between such short keys, and what models
    tell of each, from what is read of them now; of nobody without models."""
    if models is None or models.visits is None:
        return array("q"), array("q")
    pasts = read_pasts(database, models.as_of, only)
    return pasts.seqs, tell(told_alike(models, pasts))


def _facts(models: Models) -> dict[str, Any]:
    visits, spend = models.visits, models.spend
    return {
        "as_of": models.as_of.isoformat(),
        "unit": models.unit,
        "visits": visits and [visits.r, visits.alpha, visits.a, visits.b, visits.log_likelihood],
        "spend": spend and [spend.p, spend.q, spend.gamma, spend.log_likelihood],
        "members": models.members,
        "minor_per_unit": models.minor_per_unit,
    }


def _told(facts: dict[str, Any]) -> Models:
    visits, spend = facts["visits"], facts["spend"]
    return Models(
        date.fromisoformat(facts["as_of"]),
        facts["unit"],
        visits and BgNbd(*visits),
        spend and GammaGamma(*spend),
        facts["members"],
        facts["minor_per_unit"],
    )
