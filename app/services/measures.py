"""Dated measurements of a member (体测): named series with a unit, a goal, and every value."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.errors import CareChanged, CareUnknown, FieldInvalid, MemberUnknown
from app.models import follow_ups
from app.models import measures as stored
from app.models.database import Row
from app.models.merges import owner
from app.services.as_written import reading
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.rules.care.measuring import VALUE_MOST_MILLI, Reading
from app.services.rules.days import from_millis
from app.services.texts import checked_text

NAME_LENGTH = 40
UNIT_LENGTH = 12
SERIES_MOST = 20
EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Measurement:
    """One value, in thousandths of the unit; `corrected` where another one stood there before."""

    value_id: UUID
    day: date
    milli: int
    corrected: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Series:
    """A member's values of one kind, by day."""

    series_id: UUID
    name: str
    unit: str
    goal_milli: int | None
    values: tuple[Measurement, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The values alone."""
        return tuple(Reading(each.day, each.milli) for each in self.values)


class Measures:
    """Keeps what was measured. No value is ever changed: another one is written in its place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @reading
    def of_member(self, member_id: UUID) -> tuple[Series, ...]:
        """All series of a member and of who was merged into them."""
        rows = stored.series_of(self._desk.database, member_id.bytes)
        values: dict[bytes, list[Row]] = {row[0]: [] for row in rows}
        for row in stored.values_of(self._desk.database, list(values)):
            values[row[0]].append(row)
        return tuple(self._told(row, values[row[0]]) for row in rows)

    @reading
    def get(self, series_id: UUID) -> Series:
        """One series. Raises CareUnknown."""
        row = stored.series(self._desk.database, series_id.bytes)
        if row is None:
            raise CareUnknown("series")
        return self._told(row, stored.values_of(self._desk.database, [series_id.bytes]))

    @reading
    def known(self) -> tuple[tuple[str, str], ...]:
        """(name, unit) of the series that members of this shop have, the most used first."""
        return tuple((row[0], row[1]) for row in stored.names(self._desk.database))

    def add(
        self, op_id: UUID, member_id: UUID, name: str, unit: str, milli: int, day: date
    ) -> Series:
        """Write a value down, in thousandths; once for an `op_id`. A new name begins a series.

        Raises FieldInvalid, MemberUnknown.
        """
        called = checked_text("series", name, NAME_LENGTH, required=True)
        counted = checked_text("unit", unit, UNIT_LENGTH, required=True)
        self._check(milli, day)

        def work() -> Series:
            database = self._desk.database
            known = stored.value(database, op_id.bytes)
            if known is not None:
                return self.get(UUID(bytes=known[1]))
            key = self._series(member_id, called, counted)
            self._enter(op_id, key, day, milli, None)
            return self.get(UUID(bytes=key))

        return self._desk.transaction(work)

    def _series(self, member_id: UUID, name: str, unit: str) -> bytes:
        desk = self._desk
        if not follow_ups.is_member(desk.database, member_id.bytes):
            raise MemberUnknown("")
        whose = owner(desk.database, member_id.bytes)
        found = stored.series_named(desk.database, whose, name)
        if found is not None:
            if found[2] != unit:
                raise FieldInvalid("unit", "series_used", unit)
            key: bytes = found[0]
            return key
        if len(stored.series_of(desk.database, whose)) >= SERIES_MOST:
            raise FieldInvalid("series", "too_many", name)
        key = uuid7().bytes
        stored.insert_series(desk.database, (key, whose, name, unit, None, desk.now_ms()))
        return key

    def correct(self, op_id: UUID, value_id: UUID, milli: int | None, day: date) -> Series:
        """Write a value in the place of another, or strike it out; once for an `op_id`.

        Raises FieldInvalid, CareUnknown, CareChanged where it was corrected already.
        """
        self._check(0 if milli is None else milli, day)

        def work() -> Series:
            database = self._desk.database
            done = stored.value(database, op_id.bytes)
            old = done or stored.value(database, value_id.bytes)
            if old is None:
                raise CareUnknown("series")
            if done is None:
                if not old[4]:
                    raise CareChanged(self._desk.staff.name)
                self._enter(op_id, old[1], day, milli, value_id.bytes)
            return self.get(UUID(bytes=old[1]))

        return self._desk.transaction(work)

    def aim(self, series_id: UUID, goal_milli: int | None) -> Series:
        """Set the goal of a series, in thousandths, or none. Raises FieldInvalid, CareUnknown."""
        if goal_milli is not None and abs(goal_milli) > VALUE_MOST_MILLI:
            raise FieldInvalid("goal", "out_of_range", str(goal_milli))

        def work() -> Series:
            self.get(series_id)
            stored.set_goal(self._desk.database, series_id.bytes, goal_milli)
            return self.get(series_id)

        return self._desk.transaction(work)

    def _check(self, milli: int, day: date) -> None:
        if abs(milli) > VALUE_MOST_MILLI:
            raise FieldInvalid("value", "out_of_range", str(milli))
        if not EARLIEST <= day <= self._desk.today():
            raise FieldInvalid("measured_on", "out_of_range", day.isoformat())

    def _enter(
        self, value_id: UUID, series: bytes, day: date, milli: int | None, corrects: bytes | None
    ) -> None:
        desk = self._desk
        stored.insert_value(
            desk.database,
            (value_id.bytes, series, day.isoformat(), milli, corrects,
             desk.staff.staff_id.bytes, desk.now_ms()),
        )  # fmt: skip

    def _told(self, row: Row, values: list[Row]) -> Series:
        return Series(
            UUID(bytes=row[0]),
            row[1],
            row[2],
            row[3],
            tuple(
                Measurement(
                    UUID(bytes=each[1]),
                    date.fromisoformat(each[2]),
                    each[3],
                    bool(each[4]),
                    each[5],
                    from_millis(each[6], self._desk.zone),
                )
                for each in values
            ),
        )
