"""What to expect of every member in the next 90 days, in columns."""

from array import array
from dataclasses import dataclass, field

from app.models.database import Database
from app.services.insight_members import read_days
from app.services.insights import Insights, Models
from app.services.outlook import FITTED_AT_MOST, Alike, Chance
from app.services.rules.insight.proof import LEAST_BACK
from app.services.rules.insight.purchases import history

_PLACES = {chance: at for at, chance in enumerate(Chance)}


@dataclass(slots=True)
class Forecasts:
    """Parallel columns, a place each member, in the order of their short keys: the place of the
    chance among all, visits to the nearest whole one, minor units."""

    seqs: "array[int]" = field(default_factory=lambda: array("q"))
    chances: "array[int]" = field(default_factory=lambda: array("b"))
    visits: "array[int]" = field(default_factory=lambda: array("i"))
    spend_minor: "array[int]" = field(default_factory=lambda: array("q"))


def fitted_models(insights: Insights) -> Models | None:
    """The models of the shop as of today; None where too few members came back to fit any."""
    visits = insights.rfm().grouped.members.visits
    came_back = sum(1 for each in visits if each > 1)
    return insights.models(fitted=FITTED_AT_MOST) if came_back >= LEAST_BACK else None


def read_forecasts(database: Database, models: Models | None, only: int | None = None) -> Forecasts:
    """The forecast of each member who bought, of one `only` by their short key; of nobody where
    there is no model."""
    found = Forecasts()
    if models is None or models.visits is None:
        return found
    alike, today = Alike(models), models.as_of.toordinal()
    for seq, days, spent in read_days(database, models.as_of, only):
        known = history(days, spent, today, models.unit)
        if known is not None:
            told = alike.forecast(seq, known)
            found.seqs.append(seq)
            found.chances.append(_PLACES[Chance.of(told.history, told.alive)])
            found.visits.append(int(told.expected + 0.5))
            found.spend_minor.append(told.value_minor)
    return found
