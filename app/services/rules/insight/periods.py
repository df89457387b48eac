"""A stretch of business days, and the ones it is compared with."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.services.rules.months import months_later


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """As many days just before; the whole months before where it is of whole months."""
        if self.first.day == 1 and (self.last + timedelta(days=1)).day == 1:
            months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
            return Period(months_later(self.first, -months - 1), self.first - timedelta(days=1))
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))

    @property
    def year_before(self) -> "Period":
        """The same days of the calendar a year before; 29 February is the 28th there."""
        first = months_later(self.first, -12)
        ends_month = (self.last + timedelta(days=1)).day == 1
        if ends_month:
            return Period(
                first, months_later(self.last + timedelta(days=1), -12) - timedelta(days=1)
            )
        return Period(first, months_later(self.last, -12))
