"""A member's past: purchases, visits and points merged, newest first."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.models import member_history as past
from app.models import visits as stored_visits
from app.models.database import Row
from app.services.as_written import reading
from app.services.member_reading import MemberReading
from app.services.member_types import HistoryEntry, PointsRow
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis, to_millis
from app.services.rules.money import MILLI

FAVOURITE_SALES = 20
_DAY_MS = 86_400_000


class _Event(NamedTuple):
    """One thing that happened, before it is put into words."""

    at_ms: int
    kind: str
    sale_id: bytes | None = None
    amount_minor: int | None = None
    points: int = 0
    text: str = ""
    number: str = ""


class MemberHistory(MemberReading):
    """What a member bought, when they came, how their points moved."""

    @reading
    def history(
        self, member_id: UUID, limit: int = 20, before: datetime | None = None
    ) -> tuple[HistoryEntry, ...]:
        """The last `limit` things that happened before a moment, newest first."""
        until = past.FOREVER if before is None else to_millis(before)
        events = self._events(member_id.bytes, until, limit)
        balance = past.balance_before(self._desk.database, member_id.bytes, until)
        bought = self._bought([event.sale_id for event in events if event.sale_id is not None])
        entries = []
        for event in events:
            entries.append(
                HistoryEntry(
                    at=from_millis(event.at_ms, self._desk.zone),
                    kind=event.kind,
                    text=event.text if event.sale_id is None else bought[event.sale_id],
                    amount_minor=event.amount_minor,
                    points=event.points or None,
                    balance=balance if event.points else None,
                    receipt_number=event.number,
                )
            )
            balance -= event.points
        return tuple(entries)

    def _events(self, member_id: bytes, until: int, limit: int) -> list[_Event]:
        asked = (self._desk.database, member_id, until, limit)
        events = [_sale_event("sale", row) for row in past.sales(*asked)]
        events += [_sale_event("claim", row) for row in past.claims(*asked)]
        events += [_Event(at_ms, kind) for at_ms, kind in past.other_visits(*asked)]
        events += [
            _Event(at_ms, "call", text=f"{campaign}: {note}")
            for at_ms, campaign, note in past.call_notes(*asked)
        ]
        events += [
            _Event(at_ms, "points", points=points, text=reason or kind)
            for at_ms, kind, reason, points in past.loose_points(*asked)
        ]
        events.sort(key=lambda event: event.at_ms, reverse=True)
        return events[:limit]

    def _bought(self, sale_ids: Sequence[bytes]) -> dict[bytes, str]:
        """What each sale sold, as one line of text."""
        if not sale_ids:
            return {}
        names: defaultdict[bytes, list[str]] = defaultdict(list)
        for sale_id, name, quantity_milli, weighed in past.lines(self._desk.database, sale_ids):
            names[sale_id].append(_with_quantity(name, quantity_milli, weighed=bool(weighed)))
        comma = ", " if self._desk.settings.language == "en" else "，"
        return {sale_id: comma.join(names[sale_id]) for sale_id in sale_ids}

    def points_entries(
        self, member_id: UUID, limit: int = 20, before: datetime | None = None
    ) -> tuple[PointsRow, ...]:
        """The last movements of points before a moment, newest first, each with its balance."""
        until = past.FOREVER if before is None else to_millis(before)
        balance = past.balance_before(self._desk.database, member_id.bytes, until)
        rows = []
        for at_ms, kind, points, reason, till, sequence in past.points_entries(
            self._desk.database, member_id.bytes, until, limit
        ):
            number = "" if till is None else receipt_number(till, sequence)
            at = from_millis(at_ms, self._desk.zone)
            rows.append(PointsRow(at, kind, points, balance, reason, number))
            balance -= points
        return tuple(rows)

    def favourites(self, member_id: UUID, limit: int = 5) -> tuple[str, ...]:
        """What the member bought most of in the last twenty sales."""
        return tuple(past.favourites(self._desk.database, member_id.bytes, FAVOURITE_SALES, limit))

    def monthly_spend(self, member_id: UUID, months: int = 12) -> tuple[tuple[str, int], ...]:
        """What was spent in each of the last months, this one last: ("2026-11", minor units)."""
        today = self._desk.today()
        names = [_month_before(today, back) for back in range(months - 1, -1, -1)]
        spent: dict[str, int] = dict(
            self._spend_since(member_id, date.fromisoformat(f"{names[0]}-01"))
        )
        return tuple((name, spent.get(name, 0)) for name in names)

    def spent_12_months(self, member_id: UUID) -> int:
        """What was spent in the twelve months to today, in minor units."""
        return sum(minor for _, minor in self._spend_since(member_id, self._a_year_since()))

    def visit_days_12_months(self, member_id: UUID) -> tuple[date, ...]:
        """The business days of the same twelve months on which the member came, in order."""
        days = stored_visits.days_between(
            self._desk.database,
            member_id.bytes,
            self._a_year_since().isoformat(),
            self._desk.today().isoformat(),
        )
        return tuple(date.fromisoformat(day) for day in days)

    def _a_year_since(self) -> date:
        """The first day of the twelve months to today."""
        return _year_before(self._desk.today()) + timedelta(days=1)

    def _spend_since(self, member_id: UUID, day: date) -> list[Row]:
        # Two days cover any time zone and the hours after midnight of a long business day.
        midnight = to_millis(datetime(day.year, day.month, day.day, tzinfo=self._desk.zone))
        return past.spend_by_month(
            self._desk.database, member_id.bytes, midnight - 2 * _DAY_MS, day.isoformat()
        )


def _sale_event(kind: str, row: Row) -> _Event:
    at_ms, sale_id, total_minor, points, till, sequence = row
    return _Event(at_ms, kind, sale_id, total_minor, points, number=receipt_number(till, sequence))


def _with_quantity(name: str, quantity_milli: int, *, weighed: bool) -> str:
    if weighed:
        return f"{name} {quantity_milli // MILLI}.{quantity_milli % MILLI:03d} kg"
    if quantity_milli == MILLI:
        return name
    whole, rest = divmod(quantity_milli, MILLI)
    times = f"{whole}.{rest:03d}".rstrip("0") if rest else str(whole)
    return f"{name} × {times}"


def _month_before(day: date, back: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return f"{year:04d}-{month + 1:02d}"


def _year_before(day: date) -> date:
    """The same day a year before; 28 February for the 29th (rule 18)."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
