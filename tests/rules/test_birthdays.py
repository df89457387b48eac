"""Birthdays: solar, lunar, on 29 February, with or without a year (rule 25)."""

from datetime import date, timedelta

import pytest
from borax.calendars.lunardate import LunarDate
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.birthdays import (
    NotABirthday,
    birth_date,
    days_until,
    next_occurrence,
    parse_birthday,
    solar_month_day,
)
from app.services.rules.days import Birthday

solar = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1990-03-08", Birthday(3, 8, 1990)),
        ("--03-08", Birthday(3, 8)),
        ("lunar:1990-08-15", Birthday(8, 15, 1990, lunar=True)),
        ("lunar:--08-15", Birthday(8, 15, lunar=True)),
        ("lunar:08-15", Birthday(8, 15, lunar=True)),
        ("lunar:2004-L02-10", Birthday(2, 10, 2004, lunar=True, leap=True)),
        ("lunar:L04-10", Birthday(4, 10, lunar=True, leap=True)),
        ("2000-02-29", Birthday(2, 29, 2000)),
        ("--02-29", Birthday(2, 29)),
        ("1990/3/8", Birthday(3, 8, 1990)),
        ("19900308", Birthday(3, 8, 1990)),
        ("１９９０年３月８日", Birthday(3, 8, 1990)),
        ("农历8月15日", Birthday(8, 15, lunar=True)),
        ("03-08", Birthday(3, 8)),
    ],
)
def test_a_birthday_is_read_in_every_form(text: str, birthday: Birthday):
    assert parse_birthday(text) == birthday


@pytest.mark.parametrize(
    "text",
    [
        "1990-02-30",
        "2001-02-29",
        "1990-13-01",
        "--00-10",
        "--L03-08",
        "lunar:1990-L04-10",
        "lunar:2300-01-01",
        "lunar:13-01",
        "lunar:08-31",
        "0090-01-01",
        "soon",
        "1990",
        "1990-03-08x",
    ],
)
def test_a_day_that_never_was_is_refused(text: str):
    with pytest.raises(NotABirthday):
        parse_birthday(text)


def test_a_blank_birthday_is_none():
    assert parse_birthday("  ") is None


@given(solar, st.booleans(), st.booleans())
def test_a_birthday_reads_back_as_it_is_written(day: date, with_year: bool, lunar: bool):
    year = day.year if with_year else None
    birthday = Birthday(day.month, day.day, year)
    if lunar and day >= date(1901, 3, 1):
        its = LunarDate.from_solar(day)
        birthday = Birthday(
            its.month, its.day, its.year if with_year else None, True, bool(its.leap)
        )
    assert parse_birthday(str(birthday)) == birthday


@given(st.text(max_size=30))
def test_any_text_is_a_birthday_or_refused(text: str):
    try:
        birthday = parse_birthday(text)
    except NotABirthday:
        return
    assert birthday is None or parse_birthday(str(birthday)) == birthday


@pytest.mark.parametrize(
    ("today", "in_march", "falls"),
    [
        (date(2026, 1, 1), False, date(2026, 2, 28)),
        (date(2026, 1, 1), True, date(2026, 3, 1)),
        (date(2028, 1, 1), False, date(2028, 2, 29)),
        (date(2028, 1, 1), True, date(2028, 2, 29)),
        (date(2027, 3, 1), False, date(2028, 2, 29)),
        (date(2100, 2, 1), False, date(2100, 2, 28)),
    ],
)
def test_29_february_falls_on_the_28th_in_common_years_unless_the_shop_says_1_march(
    today: date, in_march: bool, falls: date
):
    birthday = Birthday(2, 29, 2000)
    assert next_occurrence(birthday, today, leap_day_in_march=in_march) == falls


def test_a_lunar_birthday_falls_on_another_day_each_year():
    autumn = Birthday(8, 15, lunar=True)
    assert next_occurrence(autumn, date(2025, 1, 1)) == date(2025, 10, 6)
    assert next_occurrence(autumn, date(2026, 1, 1)) == date(2026, 9, 25)


def test_a_lunar_birthday_late_in_the_year_falls_in_the_next_solar_year():
    eve = Birthday(12, 29, lunar=True)
    assert next_occurrence(eve, date(2026, 1, 1)) == date(2026, 2, 16)


def test_a_missing_leap_month_falls_in_the_regular_one():
    # 2023 has a second month 2, 2024 has none.
    birthday = Birthday(2, 10, 2004, lunar=True, leap=True)
    assert next_occurrence(birthday, date(2023, 1, 1)) == date(2023, 3, 31)
    assert next_occurrence(birthday, date(2024, 1, 1)) == LunarDate(2024, 2, 10).to_solar_date()


def test_a_missing_30th_falls_on_the_29th():
    # Month 12 of the lunar year 2025 has 29 days.
    birthday = Birthday(12, 30, lunar=True)
    assert next_occurrence(birthday, date(2026, 1, 1)) == date(2026, 2, 16)


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), solar)
def test_every_birthday_falls_within_the_year(today: date, born: date):
    wait = days_until(Birthday(born.month, born.day, born.year), today)
    assert wait is not None
    assert 0 <= wait <= 366


@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    st.builds(
        Birthday,
        month=st.integers(1, 12),
        day=st.integers(1, 30),
        lunar=st.just(True),
        leap=st.booleans(),
    ),
)
def test_every_lunar_birthday_falls_once_a_lunar_year(today: date, birthday: Birthday):
    day = next_occurrence(birthday, today)
    assert day is not None
    assert today <= day <= today + timedelta(days=414)
    lunar = LunarDate.from_solar(day)
    assert lunar.month == birthday.month
    assert lunar.day in (birthday.day, 29)


@given(st.dates(date(1901, 3, 1), date(2100, 12, 31)))
def test_our_lunar_days_agree_with_the_calendar_library(day: date):
    its = LunarDate.from_solar(day)
    lunar = Birthday(its.month, its.day, its.year, lunar=True, leap=bool(its.leap))
    assert birth_date(lunar) == day


def test_only_a_solar_birthday_has_a_fixed_day():
    assert solar_month_day(Birthday(3, 8, 1990)) == "03-08"
    assert solar_month_day(Birthday(8, 15, lunar=True)) == ""
    assert solar_month_day(None) == ""
