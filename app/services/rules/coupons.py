"""When coupons are valid, and the birthdays that issue one, once a year (rule 25)."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.services.rules.birthdays import occurrence
from app.services.rules.days import Birthday
from app.services.rules.months import days_later
from app.services.rules.scheme.conditions import BirthdaySpan
from app.services.rules.scheme.offers import CouponTemplate, CouponTrigger

# Birthdays that nobody edited are 353 days apart at least (a lunar year without leap month).
YEAR_AT_LEAST = timedelta(days=300)
_WEEK_SIDE = timedelta(days=3)
_FAR = timedelta(days=32)  # farther than any span reaches


@dataclass(frozen=True, slots=True)
class Validity:
    """The first and last day of a coupon, both included; None: without end."""

    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether it may be used on `day`."""
        return self.first <= day and (self.last is None or day <= self.last)


def validity(template: CouponTemplate, issued_on: date) -> Validity:
    """From its issue for `valid_days` (the day of issue is the first), never after `last_day`."""
    last = days_later(issued_on, template.valid_days - 1) if template.valid_days else None
    return Validity(issued_on, _earlier(last, template.last_day))


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days) if days else None


@lru_cache(1024)
def birthday_days(day: date, span: BirthdaySpan) -> tuple[date, date]:
    """The days around a birthday that falls on `day`: itself, its month, or three before to
    three after."""
    match span:
        case BirthdaySpan.DAY:
            return day, day
        case BirthdaySpan.WEEK:
            return day - _WEEK_SIDE, day + _WEEK_SIDE
        case BirthdaySpan.MONTH:
            return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True)
class BirthdayIssue:
    """A birthday coupon that is due: on which day, for which `year` of the birthday's own
    calendar, and its validity."""

    template: str
    year: int
    day: date
    valid: Validity


@dataclass(frozen=True, slots=True)
class Issued:
    """A coupon of a birthday that was issued: what makes it the only one of its year.

    `whose` is empty for the member's own birthday, else the dependant's id as text.
    """

    template: str
    year: int
    day: date
    whose: str = ""


def birthday_span(template: CouponTemplate) -> BirthdaySpan:
    """How long around the birthday it is valid; a month where the template does not say."""
    own = template.trigger is CouponTrigger.BIRTHDAY
    said = template.who.birthday if own else template.who.dependant_birthday
    return said or BirthdaySpan.MONTH


def birthday_issues(
    template: CouponTemplate,
    birthday: Birthday,
    issued: Iterable[Issued],
    between: tuple[date, date],
    *,
    leap_day_in_march: bool = False,
) -> tuple[BirthdayIssue, ...]:
    """What is due from the first to the last day of `between` (both included), oldest first.

    On the first day of the span, or later where that is before `between`; once a year, whatever
    is edited: neither for a year that has one, nor within 300 days of another. `issued` are
    those for the same person.
    """
    first_day, last_day = between
    known = [each for each in issued if each.template == template.id]
    found: list[BirthdayIssue] = []
    # A lunar year ends in the next solar one, and a span may reach over New Year.
    early = birthday.lunar or first_day.month == 1
    late = last_day.month == 12
    for year in range(first_day.year - early, last_day.year + 1 + late):
        falls = occurrence(birthday, year, leap_day_in_march=leap_day_in_march)
        if falls is None or not first_day - _FAR < falls < last_day + _FAR:
            continue
        begins, ends = birthday_days(falls, birthday_span(template))
        day = max(begins, first_day)
        last = _earlier(ends, template.last_day)
        if day > last_day or last is None or day > last or _had(known, year, day):
            continue
        found.append(BirthdayIssue(template.id, year, day, Validity(day, last)))
        known.append(Issued(template.id, year, day))
    return tuple(found)


def _had(issued: Iterable[Issued], year: int, day: date) -> bool:
    return any(each.year == year or abs(each.day - day) < YEAR_AT_LEAST for each in issued)
