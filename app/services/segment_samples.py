"""Conditions on what is reckoned of all members, told of few of them: of one, or of some that
stand for all."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from app.models.insight import Span
from app.services.desk import Desk
from app.services.insight_habits import Habits, read_span
from app.services.insights import Insights, Models
from app.services.kept_forecasts import Column, Tell, told_of_some
from app.services.rules.insight.proof import LEAST_BACK
from app.services.segment_columns import Columns

# About so many members are asked about, or as many as have so many sales, in so many places.
_ASKED, _SALES, _PLACES = 3_072, 3_072, 96
# So many places at once: also where each page comes from the disk, their sales are read within a
# quarter of a second.
_AT_ONCE = 8
# What groups are parted by is told of more members: their days lie together. But of no more than
# came on so many days, which are read in a quarter of a second: in a gym some come daily.
_GROUPED, _DAYS = 24_576, 196_608
# To estimate, models fitted to few are good enough, and fitted in a tenth of a second.
_FITTED = 768


def asked_spans(last_seq: int, sales: int) -> tuple[Span, ...]:
    """Members to be asked about, evenly from all up to a short key; all have so many sales."""
    return _even_spans(last_seq, min(_ASKED, last_seq * _SALES // max(1, sales)))


def grouped_spans(last_seq: int, days: int) -> tuple[Span, ...]:
    """Members among whom groups are parted, evenly from all up to a short key; all came on so many
    days, each counted."""
    return _even_spans(last_seq, min(_GROUPED, last_seq * _DAYS // max(1, days)))


def _even_spans(last_seq: int, members: int) -> tuple[Span, ...]:
    apart = -(-last_seq // _PLACES)
    each = min(apart, max(1, members // _PLACES))
    starts = range(1, last_seq + 1, apart)
    return tuple((start, min(last_seq, start + each - 1)) for start in starts)


def even_parts(spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The same in parts that are evenly from all themselves."""
    parts = -(-len(spans) // _AT_ONCE)
    return (spans[start::parts] for start in range(parts))


class FewColumns(Columns):
    """Columns of the members between short keys. Their habits are read of them alone, and what is
    expected of them is told by `models`."""

    def __init__(
        self,
        desk: Desk,
        insights: Insights,
        spans: Sequence[Span],
        models: Callable[[], Models | None],
    ) -> None:
        super().__init__(desk, insights)
        self.only = spans
        self._models = models

    def _habits(self) -> Sequence[Habits]:
        return self._read_habits

    @cached_property
    def _read_habits(self) -> Sequence[Habits]:
        """Once, however many conditions ask for them."""
        asked = self._desk.database, self._desk.zone, self._desk.today()
        return [read_span(*asked, first, last) for first, last in self.only]

    def _forecast(self, tell: Tell) -> Sequence[Column]:
        return [told_of_some(self._desk.database, self._models(), self.only, tell)]


class Sample:
    """Members who stand for all up to a short key: groups are parted and, where no models are at
    hand, forecasts are fitted among them alone. Nobody waits for what takes long, and nothing is
    touched that others make meanwhile."""

    def __init__(self, desk: Desk, insights: Insights, last_seq: int, days: int) -> None:
        self._desk = desk
        self._shop = insights
        self._some = Insights(desk, grouped_spans(last_seq, days))

    def columns(self, spans: Sequence[Span]) -> FewColumns:
        """Those of the members between short keys."""
        return FewColumns(self._desk, self._some, spans, lambda: self._models)

    @cached_property
    def _models(self) -> Models | None:
        return self._shop.today.at_hand() or self._fitted()

    def _fitted(self) -> Models | None:
        have_come_back = self._some.pasts().have_come_back(LEAST_BACK)
        return self._some.models(fitted=_FITTED) if have_come_back else None
