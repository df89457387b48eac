"""A forecast tried on the past it was not shown; who members are; rhythms in bands."""

from datetime import date
from math import isclose
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.services.insight_rhythms import RHYTHM_DAYS, banded
from app.services.rules.insight import bgnbd
from app.services.rules.insight.demographics import age_band, age_on, area_of, band_ages
from app.services.rules.insight.proof import (
    LEAST_BACK,
    MOST_DAYS_AFTER,
    OFTEN,
    fitting_day,
    prove,
)
from app.services.rules.insight.purchases import History, history
from tests.rules.test_insight import CALIBRATED, cdnow_sample, there

ENDS = date(1998, 6, 30).toordinal()


def test_39_weeks_of_the_published_sample_are_told_by_how_often_each_had_come_back():
    """Fader, Hardie and Lee (2005), figure 5: the fit to weeks 1-39, held against 40-78."""
    sample = [sorted(each) for each in cdnow_sample()]
    proof = there(prove(sample, CALIBRATED, ENDS))
    assert (ENDS - CALIBRATED) // 7 == 39
    assert [group.repeats for group in proof.groups] == list(range(OFTEN + 1))
    assert sum(group.members for group in proof.groups) == 2357
    assert sum(group.members for group in proof.groups if group.repeats) == 946
    assert proof.came == 1882
    # The same as a plain sum over members, none of them joined with others alike.
    known = [there(history(each, [0] * len(each), CALIBRATED)) for each in sample]
    model = there(bgnbd.fit(known))
    plain = sum(model.expected(each, (ENDS - CALIBRATED) / 7) for each in known)
    assert abs(proof.expected - plain) < 0.01
    assert proof.off is not None
    assert -0.13 < proof.off < 0
    for group in proof.groups:
        apart = abs(group.expected - group.came) / group.members
        assert apart < 0.8, group


def test_too_few_who_came_back_prove_nothing():
    members = [[1, 20]] * (LEAST_BACK - 1) + [[1]] * 500
    assert prove(members, 100, 200) is None
    assert prove([], 100, 200) is None
    assert prove([[150]] * 500, 100, 200) is None


def test_who_all_did_the_same_and_never_came_again_are_no_division_by_zero():
    proof = there(prove([[1, 8, 15]] * 200, 100, 200))
    assert proof.came == 0
    assert proof.off is None
    assert proof.expected >= 0


def test_a_member_of_ten_thousand_visits_is_reckoned():
    days = list(range(1, 10_001))
    proof = there(prove([[1, 30, 60]] * 60 + [days], 7_000, 10_000))
    assert proof.groups[-1].came == 3_000


@given(
    r=st.floats(0.05, 8), alpha=st.floats(0.2, 40), a=st.floats(0.05, 8), b=st.floats(0.2, 12),
    x=st.integers(0, 60), age=st.floats(0.5, 150), ahead=st.sampled_from([1.0, 12.86, 39.0]),
)  # fmt: skip
def test_either_form_of_the_forecast_is_the_published_one(r, alpha, a, b, x, age, ahead):
    assume(abs(a - 1) > 0.01)
    assume(x or abs(a + b - 1) > 0.01)
    model, member = bgnbd.BgNbd(r, alpha, a, b, 0.0), History(x, age * 0.9 if x else 0.0, age)
    z = ahead / (alpha + age + ahead)
    shrink = ((alpha + age) / (alpha + age + ahead)) ** (r + x)
    plain = shrink * bgnbd.hypergeometric(r + x, b + x, a + b + x - 1, z)
    published = (a + b + x - 1) / (a - 1) * (1 - plain) * model.alive(member)
    assert isclose(model.expected(member, ahead), published, rel_tol=1e-5, abs_tol=1e-7)


@pytest.mark.parametrize(("a", "b"), [(1.0, 0.7), (0.5, 0.5)])
def test_where_the_formula_divides_by_zero_the_forecast_is_that_of_its_neighbours(a, b):
    def expected(a: float) -> float:
        return bgnbd.BgNbd(0.4, 5.0, a, b, 0.0).expected(History(0, 0.0, 30.0), 13.0)

    beside = (expected(a - 1e-5) + expected(a + 1e-5)) / 2
    assert isclose(expected(a), beside, rel_tol=1e-5)


def test_who_came_first_today_is_forecast_at_once_however_fast_the_shop_is():
    begun = process_time()
    for alpha in (1e-2, 6e-6):
        for a in (1e-5, 0.3, 5.0, 1e4):
            for x in (0, 1, 50):
                told = bgnbd.BgNbd(0.2, alpha, a, 2.0, 0.0).expected(History(x, 0.0, 0.0), 12.86)
                assert told >= 0
    assert process_time() - begun < 3


@given(first=st.integers(1, 5_000), span=st.integers(0, 5_000))
def test_the_last_third_is_held_back_and_39_weeks_at_most(first, span):
    day = fitting_day(first, first + span)
    if span < 84:
        assert day is None
    elif day is not None:
        assert first + span - day == min(MOST_DAYS_AFTER, span // 3)


@pytest.mark.parametrize(
    ("birthday", "age"),
    [
        ("1990-11-22", 35),
        ("1990-11-21", 36),
        ("lunar:1990-11-21", 36),
        ("--11-21", None),
        ("", None),
        ("2030-01-01", None),
        ("1800-01-01", None),
        ("2024-02-29", 2),
    ],
)
def test_the_age_is_told_where_the_year_is_known(birthday, age):
    assert age_on(birthday, date(2026, 11, 21)) == age


@given(age=st.integers(0, 120))
def test_every_age_lies_in_its_band_alone(age):
    first, last = band_ages(age_band(age))
    assert first <= age
    assert last is None or age <= last


@pytest.mark.parametrize(
    ("address", "area"),
    [
        ("浙江省杭州市西湖区文三路 100 号", "杭州市西湖区"),
        ("上海市静安区南京西路 1 号", "上海市静安区"),
        ("广西壮族自治区南宁市青秀区民族大道", "南宁市青秀区"),
        ("西湖区文三路", "西湖区"),
        ("臺北市大安區忠孝東路", "臺北市大安區"),
        ("文三路 100 号", ""),
        ("12 Orchard Road, Novena, Singapore 238801", "Singapore"),
        ("5 High Street, Leeds, LS1 4DY", "Leeds"),
        ("somewhere", ""),
        ("", ""),
        ("   ", ""),
        (",,,", ""),
    ],
)
def test_the_area_is_read_from_an_address_as_far_as_it_says_one(address, area):
    assert area_of(address) == area


@given(st.text(max_size=60))
def test_no_address_breaks_the_reading_of_areas(address):
    assert len(area_of(address)) <= 24


@given(st.lists(st.integers(0, 400)))
def test_bands_count_every_value_once(values):
    counts = banded(values, RHYTHM_DAYS)
    assert sum(counts) == len(values)
    assert counts[0] == sum(1 for value in values if value <= RHYTHM_DAYS[0])
