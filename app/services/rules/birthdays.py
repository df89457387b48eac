"""Birthdays as people write them, and the day each falls on this year (rule 25)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from app.services.rules.days import Birthday

EARLIEST_YEAR = 1850
LUNAR_YEARS = range(1900, 2101)
"""The years the lunar calendar is known for."""

_LUNAR_PREFIX = re.compile(r"(?:lunar:|农历|農曆|阴历|陰曆)\s*", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WRITTEN = re.compile(
    r"(?:(?P<year>\d{4})\s*[-/.年]\s*|--)?(?P<leap>[Ll闰閏])?(?P<month>\d{1,2})\s*[-/.月]\s*"
    r"(?P<day>\d{1,2})\s*[日号號]?"
)


class NotABirthday(ValueError):
    """The text is no day of the solar or lunar calendar."""


def parse_birthday(text: str) -> Birthday | None:
    """The birthday a person wrote; None for a blank text. Raises NotABirthday.

    Takes every form of `Birthday`, and the same with slashes, dots, 年月日 and 农历.
    """
    folded = normalize("NFKC", text).strip()
    if not folded:
        return None
    prefix = _LUNAR_PREFIX.match(folded)
    lunar = prefix is not None
    rest = folded[prefix.end() :] if prefix else folded
    compact = _COMPACT.fullmatch(rest)
    found = _WRITTEN.fullmatch("-".join(compact.groups()) if compact else rest)
    if found is None:
        raise NotABirthday(text)
    birthday = Birthday(
        month=int(found["month"]),
        day=int(found["day"]),
        year=int(found["year"]) if found["year"] else None,
        lunar=lunar,
        leap=found["leap"] is not None,
    )
    if not _exists(birthday):
        raise NotABirthday(text)
    return birthday


def _exists(birthday: Birthday) -> bool:
    if birthday.lunar:
        return _lunar_exists(birthday)
    if birthday.leap:
        return False
    year = 2000 if birthday.year is None else birthday.year
    if year < EARLIEST_YEAR:
        return False
    try:
        date(year, birthday.month, birthday.day)
    except ValueError:
        return False
    return True


def _lunar_exists(birthday: Birthday) -> bool:
    if not (1 <= birthday.month <= 12 and 1 <= birthday.day <= 30):
        return False
    if birthday.year is None:
        return True
    if birthday.year not in LUNAR_YEARS:
        return False
    if birthday.leap and _leap_month(birthday.year) != birthday.month:
        return False
    return birthday.day <= _days_in(birthday.year, birthday.month, leap=birthday.leap)


def birth_date(birthday: Birthday) -> date | None:
    """The solar day of birth; None where the year is not known."""
    if birthday.year is None:
        return None
    if birthday.lunar:
        return lunar_to_solar(birthday.year, birthday.month, birthday.day, leap=birthday.leap)
    return date(birthday.year, birthday.month, birthday.day)


def occurrence(birthday: Birthday, year: int, *, leap_day_in_march: bool = False) -> date | None:
    """The day it falls on in `year`: a solar year, or a lunar one for a lunar birthday.

    29 February falls on 28 February in common years, or on 1 March where the shop says so.
    A missing leap month falls in the regular one, a missing 30th on the 29th. None past the
    years the calendar is known for.
    """
    if not birthday.lunar:
        try:
            return date(year, birthday.month, birthday.day)
        except ValueError:
            if not date.min.year <= year <= date.max.year:
                return None
            return date(year, 3, 1) if leap_day_in_march else date(year, 2, 28)
    if year not in LUNAR_YEARS:
        return None
    leap = birthday.leap and _leap_month(year) == birthday.month
    day = min(birthday.day, _days_in(year, birthday.month, leap=leap))
    return lunar_to_solar(year, birthday.month, day, leap=leap)


def next_occurrence(
    birthday: Birthday, today: date, *, leap_day_in_march: bool = False
) -> date | None:
    """The first time it falls on `today` or later; None past the known years."""
    # The lunar year begins a month or two late, so its last days fall in the next solar year.
    first = today.year - 1 if birthday.lunar else today.year
    for year in range(first, today.year + 2):
        day = occurrence(birthday, year, leap_day_in_march=leap_day_in_march)
        if day is not None and day >= today:
            return day
    return None


def days_until(birthday: Birthday, today: date, *, leap_day_in_march: bool = False) -> int | None:
    """How many days until it next falls, 0 on the day itself; None past the known years."""
    day = next_occurrence(birthday, today, leap_day_in_march=leap_day_in_march)
    return None if day is None else (day - today).days


def solar_month_day(birthday: Birthday | None) -> str:
    """`03-08` for a solar birthday; empty for a lunar one, whose day changes every year."""
    if birthday is None or birthday.lunar:
        return ""
    return f"{birthday.month:02d}-{birthday.day:02d}"


def month_days(first: date, last: date) -> Iterator[str]:
    """The days of the year from one day to another, as `03-08`; 29 February stands by the 28th
    and by 1 March."""
    for back in range(min(366, (last - first).days + 1)):
        day = last - timedelta(days=back)
        yield f"{day:%m-%d}"
        if (day.month, day.day) in ((2, 28), (3, 1)):
            yield "02-29"


@dataclass(frozen=True, slots=True)
class _LunarYear:
    """When a lunar year begins, and its months in order: (month, is leap, days)."""

    begins: date
    months: tuple[tuple[int, bool, int], ...]


_years: dict[int, _LunarYear] = {}


def _lunar_year(year: int) -> _LunarYear:
    known = _years.get(year)
    if known is None:
        # Loaded only where a lunar birthday is met.
        from borax.calendars.lunardate import LCalendars, LunarDate

        months = tuple(
            (int(month), bool(leap), int(days))
            for month, days, leap in LCalendars.iter_year_month(year)
        )
        known = _years[year] = _LunarYear(LunarDate(year, 1, 1).to_solar_date(), months)
    return known


def _leap_month(year: int) -> int:
    """The month of which a lunar year has a second one; 0 where it has none."""
    return next((month for month, leap, _ in _lunar_year(year).months if leap), 0)


def _days_in(year: int, month: int, *, leap: bool) -> int:
    months = _lunar_year(year).months
    return next(days for number, is_leap, days in months if (number, is_leap) == (month, leap))


def lunar_to_solar(year: int, month: int, day: int, *, leap: bool = False) -> date:
    """The solar day of an existing lunar one."""
    lunar = _lunar_year(year)
    passed = 0
    for number, is_leap, days in lunar.months:
        if (number, is_leap) == (month, leap):
            break
        passed += days
    return lunar.begins + timedelta(days=passed + day - 1)
