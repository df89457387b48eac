"""Business dates, birthdays and month arithmetic (rules 18, 24, 25)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
# A zone or a summer time set wrong is no fault; a clock reset to its first year is.
CLOCK_TOLERANCE = timedelta(days=1)


def business_date(moment: datetime, zone: ZoneInfo, day_end_hour: int) -> date:
    """The trading day a UTC `moment` belongs to: before `day_end_hour` it is still yesterday's."""
    return trading_day(moment.astimezone(zone), day_end_hour)


def trading_day(local: datetime, day_end_hour: int) -> date:
    """The same for a moment that is in the shop's zone already."""
    day = local.date()
    return day - timedelta(days=1) if local.hour < day_end_hour else day


def to_millis(moment: datetime) -> int:
    """A moment as whole UTC milliseconds since 1970."""
    return (moment - _EPOCH) // _MILLISECOND


def from_millis(millis: int, zone: ZoneInfo) -> datetime:
    """UTC milliseconds as a moment in `zone`."""
    return (_EPOCH + timedelta(milliseconds=millis)).astimezone(zone)


class Moment(NamedTuple):
    """When something is priced: the business day, and the local minute of the day (0-1439)."""

    day: date
    minute: int = 12 * 60


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday, solar or lunar, with or without a year.

    Written `1990-03-08`, `--03-08`, `lunar:1990-08-15`, `lunar:--08-15`, and `lunar:08-15`
    for short; a leap lunar month is `lunar:1990-L04-10`.
    """

    month: int
    day: int
    year: int | None = None
    lunar: bool = False
    leap: bool = False

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04d}"
        month = f"{'L' if self.leap else ''}{self.month:02d}"
        if self.lunar and self.year is None:
            return f"lunar:{month}-{self.day:02d}"
        return f"{'lunar:' if self.lunar else ''}{year}-{month}-{self.day:02d}"
