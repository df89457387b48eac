"""On which days and hours an effect of the scheme holds: dates, weekdays, festivals."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from app.services.rules.birthdays import occurrence
from app.services.rules.days import Birthday, Moment
from app.services.rules.reasons import Reason
from app.services.rules.scheme.conditions import (
    ALWAYS,
    DAY_MINUTES,
    DateRange,
    When,
    YearDay,
)

_LUNAR = re.compile(r"lunar:(L?)(\d\d)-(\d\d)")
_SOLAR = re.compile(r"(\d\d)-(\d\d)")

_SOLAR_DAYS = {
    "new_year": (1, 1),
    "valentine": (2, 14),
    "womens_day": (3, 8),
    "labour_day": (5, 1),
    "youth_day": (5, 4),
    "childrens_day": (6, 1),
    "teachers_day": (9, 10),
    "national_day": (10, 1),
    "halloween": (10, 31),
    "singles_day": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
}
_LUNAR_DAYS = {
    "spring_festival": (1, 1),
    "lantern": (1, 15),
    "dragon_boat": (5, 5),
    "qixi": (7, 7),
    "ghost_festival": (7, 15),
    "mid_autumn": (8, 15),
    "double_ninth": (9, 9),
    "laba": (12, 8),
}
# (month, ISO weekday, which one of the month)
_WEEKDAYS_OF_MONTHS = {
    "mothers_day": (5, 7, 2),
    "fathers_day": (6, 7, 3),
    "thanksgiving": (11, 4, 4),
}
FESTIVALS = (
    *_SOLAR_DAYS,
    *_LUNAR_DAYS,
    *_WEEKDAYS_OF_MONTHS,
    "new_years_eve",
    "qingming",
    "winter_solstice",
)
"""Every festival with a name; any other day is written `12-25` or `lunar:08-15`."""


def is_festival(name: str) -> bool:
    """Whether `name` names a day: a festival, `12-25`, `lunar:08-15` or `lunar:L06-01`."""
    if name in FESTIVALS:
        return True
    lunar, solar = _LUNAR.fullmatch(name), _SOLAR.fullmatch(name)
    if lunar is not None:
        return 1 <= int(lunar[2]) <= 12 and 1 <= int(lunar[3]) <= 30
    if solar is None:
        return False
    month, day = int(solar[1]), int(solar[2])
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]


@lru_cache(maxsize=1024)
def festival_days(name: str, year: int) -> tuple[date, ...]:
    """The days of a solar year on which the festival falls; empty where it is not known."""
    return tuple(sorted(day for day in _festival_days(name, year) if day.year == year))


def _festival_days(name: str, year: int) -> Iterator[date]:
    if name in _SOLAR_DAYS:
        yield date(year, *_SOLAR_DAYS[name])
    elif name in _WEEKDAYS_OF_MONTHS:
        month, weekday, which = _WEEKDAYS_OF_MONTHS[name]
        first = date(year, month, 1)
        yield first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    elif name in ("qingming", "winter_solstice"):
        yield from _solar_term(name, year)
    elif name == "new_years_eve":
        yield from (day - timedelta(days=1) for day in _lunar_days(1, 1, year, leap=False))
    elif name in _LUNAR_DAYS:
        yield from _lunar_days(*_LUNAR_DAYS[name], year, leap=False)
    elif lunar := _LUNAR.fullmatch(name):
        yield from _lunar_days(int(lunar[2]), int(lunar[3]), year, leap=bool(lunar[1]))
    elif solar := _SOLAR.fullmatch(name):
        yield _day_of_year(YearDay(int(solar[1]), int(solar[2])), year)


def _lunar_days(month: int, day: int, year: int, *, leap: bool) -> Iterator[date]:
    # A lunar year ends a month or two after the solar one.
    for lunar_year in (year - 1, year):
        found = occurrence(Birthday(month, day, lunar=True, leap=leap), lunar_year)
        if found is not None:
            yield found


def _solar_term(name: str, year: int) -> Iterator[date]:
    if not 1901 <= year <= 2099:
        return
    # Loaded only where such a festival is named.
    from borax.calendars.lunardate import TermUtils

    term = {"qingming": "清明", "winter_solstice": "冬至"}[name]
    yield TermUtils.nth_term_day(year, TermUtils.get_index_for_name(term))


def holds(when: When, moment: Moment) -> bool:
    """Whether `when` holds at `moment`; an empty condition always does."""
    return why_not_when(when, moment) is None


def why_not_when(when: When, moment: Moment) -> Reason | None:
    """Why `when` does not hold at `moment`; None where it does.

    The day is the business day, so that hours past midnight belong to the day before.
    """
    if when is ALWAYS or when == ALWAYS:
        return None
    day = moment.day
    if when.dates and not any(_in_range(day, each) for each in when.dates):
        return _not_these_dates(when.dates, day)
    if when.weekdays and day.isoweekday() not in when.weekdays:
        return Reason("not_this_weekday", (("weekdays", ",".join(map(str, when.weekdays))),))
    if when.month_days and not _is_month_day(day, when.month_days):
        return Reason("not_this_month_day", (("days", ", ".join(map(str, when.month_days))),))
    if when.festivals and not any(day in festival_days(f, day.year) for f in when.festivals):
        return Reason("not_this_festival", (("festivals", ",".join(when.festivals)),))
    if not _in_hours(moment.minute, when.from_minute, when.to_minute):
        hours = (("from", _clock(when.from_minute)), ("to", _clock(when.to_minute)))
        return Reason("not_this_hour", hours)
    return None


def _not_these_dates(ranges: tuple[DateRange, ...], day: date) -> Reason:
    """The range that comes next, else the one that ended last."""
    spans = sorted(span for each in ranges for span in _spans(each, day.year))
    coming = [span for span in spans if span[0] > day]
    first, last = coming[0] if coming else max(spans, key=lambda span: span[1])
    code = "offer_not_yet" if coming else "offer_over"
    return Reason(code, (("from", first.isoformat()), ("to", last.isoformat())))


def _spans(each: DateRange, year: int) -> Iterator[tuple[date, date]]:
    if isinstance(each.first, date) and isinstance(each.last, date):
        yield each.first, each.last
        return
    for begins in (year - 1, year, year + 1):
        first = _day_of_year(each.first, begins)
        last = _day_of_year(each.last, begins)
        if last < first and isinstance(each.last, YearDay):
            last = _day_of_year(each.last, begins + 1)
        yield first, last


def _in_range(day: date, each: DateRange) -> bool:
    first, last = _day_of_year(each.first, day.year), _day_of_year(each.last, day.year)
    if first <= last or isinstance(each.first, date) or isinstance(each.last, date):
        return first <= day <= last
    return day >= first or day <= last


def _day_of_year(day: date | YearDay, year: int) -> date:
    if isinstance(day, date):
        return day
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _is_month_day(day: date, wanted: tuple[int, ...]) -> bool:
    if day.day in wanted:
        return True
    last = monthrange(day.year, day.month)[1]
    return day.day == last and any(each > last for each in wanted)


def _in_hours(minute: int, first: int, last: int) -> bool:
    if first < last:
        return first <= minute < last
    return minute >= first or minute < last


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}" if minute != DAY_MINUTES else "24:00"
