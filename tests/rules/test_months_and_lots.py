"""Months that clamp, and points by the lots they were earned in (rules 10 to 13 and 18)."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.lots import (
    Held,
    Repaid,
    available_from,
    expires_on,
    held_on,
    moved_by_visit,
    repay,
    returned_until,
    take_back,
)
from app.services.rules.months import days_later, months_later
from app.services.rules.points import Lot, allocate
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def lot(number: int, remaining: int, until: date | None, since: date = date(2026, 1, 1)) -> Lot:
    return Lot(UUID(int=number), remaining, since, until)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(9999, 12, 1), 1, date.max),
        (date(1, 1, 1), -1, date.min),
    ],
)
def test_rule_18_months_clamp(day: date, months: int, later: date):
    # 31 January + 1 month is 28 February, 29 in a leap year; + 2 months is 31 March again.
    assert months_later(day, months) == later


@given(days, st.integers(-600, 600))
def test_months_later_lands_in_the_right_month_and_never_on_a_later_day(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_days_past_the_last_year_stop_there():
    assert days_later(date(9999, 12, 30), 10) == date.max
    assert days_later(date(1, 1, 5), -10) == date.min
    assert days_later(date(2026, 1, 1), -1) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("terms", "last"),
    [
        (PointsTerms(), None),
        # Earned on 31 August 2026, six months: February 2027 has 28 days.
        (PointsTerms(expiry=PointsExpiry.MONTHS, months=6), date(2027, 2, 28)),
        (PointsTerms(expiry=PointsExpiry.INACTIVITY, months=12), date(2027, 8, 31)),
        (PointsTerms(expiry=PointsExpiry.END_OF_YEAR), date(2026, 12, 31)),
        (PointsTerms(expiry=PointsExpiry.END_OF_NEXT_YEAR), date(2027, 12, 31)),
        # Usable only 200 days later, on 19 March 2027: it does not lapse before.
        (PointsTerms(pending_days=200, expiry=PointsExpiry.END_OF_YEAR), date(2027, 3, 19)),
    ],
)
def test_points_lapse_as_the_scheme_says(terms, last):
    assert expires_on(date(2026, 8, 31), terms) == last


def test_pending_points_are_usable_after_their_days():
    assert available_from(date(2026, 8, 31), PointsTerms(pending_days=14)) == date(2026, 9, 14)


def test_each_visit_moves_points_that_lapse_by_inactivity():
    # Earned 10 January 2026 for 6 months: 10 July. A visit on 30 August moves it to 28 February.
    terms = PointsTerms(expiry=PointsExpiry.INACTIVITY, months=6)
    stored = expires_on(date(2026, 1, 10), terms)
    assert stored == date(2026, 7, 10)
    assert moved_by_visit(stored, terms, None) == date(2026, 7, 10)
    assert moved_by_visit(stored, terms, date(2026, 8, 30)) == date(2027, 2, 28)
    by_months = replace(terms, expiry=PointsExpiry.MONTHS)
    assert moved_by_visit(stored, by_months, date(2026, 8, 30)) == date(2026, 7, 10)


def test_rule_10_the_soonest_expiring_lot_is_spent_first_and_undated_last():
    # 50 until June, 80 until May, 100 undated. Burn 100: all 80 of May, then 20 of June.
    lots = [lot(1, 50, date(2026, 6, 30)), lot(2, 80, date(2026, 5, 31)), lot(3, 100, None)]
    assert allocate(100, lots, date(2026, 5, 1)) == ((UUID(int=2), 80), (UUID(int=1), 20))


def test_rule_11_what_has_expired_never_counts():
    # On 1 June: 80 lapsed the day before, 50 still last, 30 are pending until 5 June.
    lots = [
        lot(1, 80, date(2026, 5, 31)),
        lot(2, 50, date(2026, 6, 1)),
        lot(3, 30, None, date(2026, 6, 5)),
    ]
    held = held_on(lots, date(2026, 6, 1))
    assert held == Held(usable=50, pending=30, lapsed=80)
    assert (held.balance, held.spendable) == (80, 50)
    assert held_on(lots, date(2026, 5, 31)).spendable == 130


def test_rule_12_points_come_back_with_their_lots_date_or_the_grace():
    terms = PointsTerms(grace_days=30)
    assert returned_until(date(2026, 12, 31), date(2026, 12, 31), terms) == date(2026, 12, 31)
    # It lapsed the day before; 30 days from 1 January 2027 are 31 January.
    assert returned_until(date(2026, 12, 31), date(2027, 1, 1), terms) == date(2027, 1, 31)
    assert returned_until(None, date(2027, 1, 1), terms) is None


def test_rule_13_spent_points_become_a_debt_that_the_next_earning_repays():
    # The sale earned 100, 30 of which are left, and 20 of another lot: 50 are nobody's any more.
    own, other = lot(1, 30, None), lot(2, 20, date(2026, 12, 31))
    taken = take_back(100, [own], [other, own], date(2026, 6, 1))
    assert taken.parts == ((UUID(int=1), 30), (UUID(int=2), 20))
    assert taken.debt == 50
    # Nothing is spendable, even with 40 points left elsewhere.
    assert held_on([lot(3, 40, None)], date(2026, 6, 1), debt=50).spendable == 0
    # The next earning of 80 repays the 50; 30 stay.
    assert repay(80, 50) == Repaid(repays=50, kept=30)
    assert repay(20, 50) == Repaid(repays=20, kept=0)


lot_lists = st.lists(
    st.builds(
        lot,
        st.integers(1, 8),
        st.integers(0, 50),
        st.none() | days,
        days,
    ),
    max_size=6,
    unique_by=lambda each: each.lot_id,
)


@given(lot_lists, days, st.integers(0, 30))
def test_what_is_spendable_can_be_allocated_and_no_more(lots, day, debt):
    held = held_on(lots, day, debt)
    spendable = held.spendable
    assert sum(part for _, part in allocate(spendable, lots, day)) == spendable
    assert spendable <= held.usable
    assert held.usable + held.pending + held.lapsed == sum(each.remaining for each in lots)


@given(lot_lists, days, st.integers(1, 100))
def test_a_reversal_is_taken_from_lots_or_owed_never_lost(lots, day, points):
    taken = take_back(points, lots[:1], lots, day)
    assert sum(part for _, part in taken.parts) + taken.debt == points
    remaining = {each.lot_id: each.remaining for each in lots}
    assert all(0 < part <= remaining[lot_id] for lot_id, part in taken.parts)
    assert len({lot_id for lot_id, _ in taken.parts}) == len(taken.parts)
