"""When a follow-up is due: by days, birthdays and silences."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.birthdays import parse_birthday
from app.services.rules.care.follow_ups import (
    DAYS_MOST,
    Due,
    Outcome,
    Span,
    after,
    before,
    before_birthday,
    in_silence,
    next_due,
    was_made,
)

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def span(first=TODAY, last=TODAY, since=date(2020, 1, 1)):
    return Span(first, last, since)


@given(DAYS, st.integers(0, DAYS_MOST), DAYS, st.integers(1, 60), st.integers(0, 60))
def test_days_looked_at_in_parts_ask_for_what_they_ask_for_at_once(day, days, first, one, two):
    middle, last = first + timedelta(days=one), first + timedelta(days=one + two)
    at_once = {after(day, days, span(first, last)), before(day, days, span(first, last))}
    in_parts = {
        made
        for part in (span(first, middle), span(middle, last))
        for made in (after(day, days, part), before(day, days, part))
    }
    # An event that passed while nobody looked is asked for by the longer look alone.
    assert in_parts <= at_once | {None}
    assert after(day, days, span(first, last)) in in_parts | {None}


def born(text):
    birthday = parse_birthday(text)
    assert birthday is not None
    return birthday


def test_a_rule_switched_on_shortly_before_the_event_asks_at_once():
    soon = date(2026, 11, 25)
    assert before(soon, 14, span(since=TODAY)) == Due("2026-11-25", TODAY)
    assert before(TODAY, 14, span(since=TODAY)) == Due("2026-11-21", TODAY)
    assert before(TODAY - timedelta(days=1), 14, span(since=TODAY)) is None


def test_nothing_of_before_a_rule_was_switched_on_is_asked_for():
    bought = TODAY - timedelta(days=10)
    since = TODAY - timedelta(days=2)
    assert after(bought, 7, span(date(2026, 1, 1), TODAY, since)) is None
    assert after(bought, 9, span(date(2026, 1, 1), TODAY, since)) == Due(
        "2026-11-11", date(2026, 11, 20)
    )


@pytest.mark.parametrize(
    ("birthday", "day"),
    [
        ("2000-02-29", "2027-02-28"),
        ("lunar:08-15", "2027-09-15"),
        ("lunar:1995-L08-15", "2027-09-15"),  # 2027 has no leap eighth month
    ],
)
def test_leap_days_and_lunar_birthdays_are_asked_for_before_the_day_they_fall_on(birthday, day):
    falls = date.fromisoformat(day)
    eve = falls - timedelta(days=7)
    found = list(before_birthday(born(birthday), 7, span(eve, eve)))
    assert found == [Due(day, eve)]
    assert not list(before_birthday(born(birthday), 7, span(*2 * [eve - timedelta(1)])))


def test_a_birthday_early_in_the_year_is_asked_for_in_the_old_year():
    found = list(before_birthday(born("--01-03"), 10, span(date(2026, 12, 24), date(2026, 12, 24))))
    assert [due.occasion for due in found] == ["2027-01-03"]


def test_a_silence_begins_by_the_members_own_rhythm():
    last = date(2026, 10, 1)
    whole = span(date(2026, 1, 1), date(2027, 1, 1))
    assert in_silence(last, 7, 0, whole) == Due("2026-10-01", last + timedelta(days=15))
    assert in_silence(last, 20, 3, whole) == Due("2026-10-01", last + timedelta(days=44))
    assert in_silence(date.max, 7, 0, whole) is None


def test_a_birthday_that_was_corrected_is_not_asked_for_twice_a_year():
    assert was_made("2026-12-01", {"2026-11-25"}, yearly=True)
    assert not was_made("2027-11-25", {"2026-11-25"}, yearly=True)
    assert not was_made("abc 2026-12-01", {"2026-12-01"}, yearly=True), "another child's"
    assert not was_made("2026-12-01", {"2026-11-25"}, yearly=False)


def test_nobody_answers_three_times_and_it_is_let_go():
    tomorrow = TODAY + timedelta(days=1)
    due = [next_due(Outcome.NO_ANSWER, TODAY, None, before) for before in range(3)]
    assert due == [tomorrow, tomorrow, None]
    assert next_due(Outcome.LATER, TODAY, date(2027, 1, 1), 5) == date(2027, 1, 1)
    assert next_due(Outcome.DONE, TODAY, None, 0) is None
