"""Groups, stages and forecasts: equal to what was published, and to a plain count."""

from datetime import date
from math import isclose
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.insight import bgnbd, gamma_gamma
from app.services.rules.insight import columns as columns_of
from app.services.rules.insight.purchases import History, history
from app.services.rules.insight.quadrants import Habit, Quadrant, cross
from app.services.rules.insight.rfm import GRID, RfmScore, RfmValues, quintiles
from app.services.rules.insight.stages import Stage, StageTerms, stage
from tests.shared_data import shared_data

CALIBRATED = date(1997, 9, 30).toordinal()
T = TypeVar("T")


def there(found: T | None) -> T:
    """What must have been found."""
    assert found is not None
    return found


def cdnow_sample() -> list[dict[int, int]]:
    """What the 2,357 customers of the published tables left on each day, in cents."""
    bought: dict[str, dict[int, int]] = {}
    for line in shared_data("cdnow/CDNOW_sample.txt").read_text().splitlines():
        customer, _, day, _, dollars = line.split()
        whole, _, cents = dollars.partition(".")
        minor = int(whole) * 100 + int(f"{cents:0<2}"[:2])
        when = date(int(day[:4]), int(day[4:6]), int(day[6:])).toordinal()
        spent = bought.setdefault(customer, {})
        spent[when] = spent.get(when, 0) + minor
    return list(bought.values())


@pytest.fixture(scope="module")
def sample() -> list[History]:
    found = [history(list(e), list(e.values()), CALIBRATED) for e in cdnow_sample()]
    return [each for each in found if each is not None]


def test_bg_nbd_gives_the_published_parameters(sample):
    """Fader, Hardie and Lee (2005), table 2."""
    model = there(bgnbd.fit(sample))
    assert len(sample) == 2357
    assert (round(model.r, 3), round(model.alpha, 3)) == (0.243, 4.414)
    assert (round(model.a, 3), round(model.b, 3)) == (0.793, 2.426)
    assert round(model.log_likelihood, 1) == -9582.4


def test_gamma_gamma_gives_the_published_parameters(sample):
    """Fader and Hardie (2013), on the 946 who came back."""
    model = there(gamma_gamma.fit(sample, 100))
    assert sum(1 for each in sample if each.repeats) == 946
    assert (round(model.p, 2), round(model.q, 2), round(model.gamma, 2)) == (6.25, 3.74, 15.44)


def test_the_forecast_of_39_weeks_is_near_what_came(sample):
    """The rest of the file, to the end of June 1998, which the model never saw."""
    model = there(bgnbd.fit(sample))
    later = sum(len([day for day in each if day > CALIBRATED]) for each in cdnow_sample())
    forecast = sum(model.expected(each, 39.0) for each in sample)
    assert later == 1882
    assert abs(forecast - later) / later < 0.13  # 1,653: the model is known to be below here


@given(
    repeats=st.integers(0, 60), share=st.integers(0, 100), age=st.integers(1, 500),
    ahead=st.integers(1, 200),
)  # fmt: skip
def test_chances_and_forecasts_stay_within_reason(repeats, share, age, ahead):
    model = bgnbd.BgNbd(0.243, 4.414, 0.793, 2.426, 0.0)
    member = History(repeats, age * share / 100 if repeats else 0.0, float(age))
    assert 0 <= model.alive(member) <= 1
    soon, later = model.expected(member, ahead), model.expected(member, ahead + 1)
    assert 0 <= soon <= later


@pytest.mark.parametrize(
    ("member", "alive", "expected"),
    [
        (History(2, 30.43, 38.86), 0.7266, 1.2259),
        (History(0, 0.0, 38.86), 1.0, 0.1948),
        (History(1, 5.0, 30.0), 0.3793, 0.4421),
        (History(7, 20.0, 27.0), 0.6312, 4.2361),
        (History(3, 2.0, 38.0), 0.0121, 0.0294),
    ],
)
def test_one_member_is_told_as_by_integrating_over_all_rates_and_drop_outs(member, alive, expected):
    """Both densities of the published model, put together with the likelihood of the history on
    a grid of 400 by 400 points: four digits."""
    model = bgnbd.BgNbd(0.242595, 4.413532, 0.79292, 2.425904, 0.0)
    assert model.alive(member) == pytest.approx(alive, abs=6e-5)
    assert model.expected(member, 39.0) == pytest.approx(expected, abs=2e-4)


def test_a_mean_of_spend_is_told_as_by_integrating_over_all_members():
    """Without repeats the mean of the shop, p gamma / (q - 1)."""
    model = gamma_gamma.GammaGamma(6.25, 3.74, 15.44, 0.0)
    assert model.expected(1, 20.0) == pytest.approx(24.638487, abs=1e-5)
    assert model.expected(5, 50.0) == pytest.approx(48.808473, abs=1e-5)
    assert model.expected(0, 0.0) == pytest.approx(35.218978, abs=1e-5)


def test_gauss_series_equals_closed_forms():
    """2F1(1, 1; 2; z) = -ln(1 - z) / z, and 2F1(a, b; b; z) = (1 - z)^-a."""
    assert isclose(bgnbd.hypergeometric(1, 1, 2, 0.5), 1.3862943611198906)
    assert isclose(bgnbd.hypergeometric(2, 3, 3, 0.25), (3 / 4) ** -2)


@pytest.mark.parametrize("histories", [[], [History(0, 0.0, 4.0)] * 3])
def test_a_shop_where_nobody_came_back_has_no_forecast(histories):
    assert bgnbd.fit(histories) is None
    assert gamma_gamma.fit(histories) is None


def test_a_shop_that_nobody_ever_leaves_is_fitted_in_some_hundred_steps():
    """Who never drops out puts the chance of it at the very edge, where no two corners agree."""
    dice, steps = Random(3), []
    found = []
    for _ in range(400):
        first, rate = dice.randrange(700), dice.gammavariate(0.1, 1 / 0.26) / 7
        days, day = {first}, float(first)
        while rate > 1e-9 and (day := day + dice.expovariate(rate)) < 700:
            days.add(int(day))
        found.append(there(history(sorted(days), [100] * len(days), 700)))
    model = there(bgnbd.fit(found, lambda: steps.append(1)))
    assert len(steps) < 500
    assert isclose(model.log_likelihood, -3894.66996247, rel_tol=1e-5)
    assert all(model.alive(one) > 0.99 for one in found)


def test_a_single_member_is_no_division_by_zero():
    one = [History(9_999, 499.0, 500.0, 1250.0)]
    model, spend = there(bgnbd.fit(one)), there(gamma_gamma.fit(one))
    assert model.expected(one[0], 13.0) >= 0
    assert spend.expected(9_999, 1250.0) > 0


def test_later_purchases_do_not_count():
    assert history([10, 24, 69], [500, 500, 900], 38) == History(1, 2.0, 4.0, 500.0)
    assert history([10, 24], [500, 500], 9) is None


# --- recency, frequency, monetary value -----------------------------------------

VALUES = st.builds(RfmValues, st.integers(0, 900), st.integers(1, 40), st.integers(0, 1_000_000))


def columns(members):
    return tuple(zip(*members, strict=True)) or ((), (), ())


@given(st.lists(VALUES, min_size=1, max_size=200))
def test_a_score_counts_the_fifths_below_and_ties_are_never_split(members):
    terms = there(quintiles(*columns(members)))
    size = len(members)

    def plainly(values, own):
        """1 + how many of the four cut values, the ends of the lower fifths, lie below."""
        ordered = sorted(values)
        cuts = [ordered[(size * k + 4) // 5 - 1] for k in (1, 2, 3, 4)]
        return 1 + len([cut for cut in cuts if cut < own])

    for each in members:
        score = terms.score(each)
        assert score.r == plainly([-m.recency_days for m in members], -each.recency_days)
        assert score.f == plainly([m.frequency for m in members], each.frequency)
        assert score.m == plainly([m.monetary_minor for m in members], each.monetary_minor)


def test_a_hundred_different_members_make_five_equal_fifths():
    members = [RfmValues(at, 100 - at, 1000 * (100 - at)) for at in range(100)]
    terms = there(quintiles(*columns(members)))
    scores = [terms.score(member) for member in members]
    for place in range(3):
        assert sorted(score[place] for score in scores) == sorted([1, 2, 3, 4, 5] * 20)
    assert scores[0] == RfmScore(5, 5, 5)
    assert scores[-1] == RfmScore(1, 1, 1)


def test_every_pair_of_scores_has_a_name():
    assert {RfmScore(r, f, 1).group for r in range(1, 6) for f in range(1, 6)} == {
        group for row in GRID for group in row
    }


def test_no_members_have_no_fifths():
    assert quintiles(*columns([])) is None


# --- quadrants --------------------------------------------------------------------


def test_the_cross_stands_at_the_means_of_the_shop():
    members = [Habit(4, 4000), Habit(1, 5000), Habit(3, 600), Habit(1, 100)]
    lines = there(
        cross([m.visits for m in members], [m.spend_minor for m in members])
    )  # 2.25 visits a member, 10.77 a visit
    assert [lines.quadrant(member) for member in members] == [
        Quadrant.OFTEN_LITTLE,
        Quadrant.SELDOM_MUCH,
        Quadrant.OFTEN_LITTLE,
        Quadrant.SELDOM_LITTLE,
    ]


def test_members_all_alike_stand_above_both_lines():
    assert there(cross([2] * 3, [600] * 3)).quadrant(Habit(2, 600)) is Quadrant.OFTEN_MUCH
    assert cross([], []) is None


# --- stages -----------------------------------------------------------------------

TODAY = date(2026, 11, 21).toordinal()


def came(*days_ago: int) -> list[int]:
    return [TODAY - ago for ago in days_ago]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (came(3), Stage.NEW),
        (came(90, 60, 30, 5), Stage.ACTIVE),
        (came(200, 170, 140, 70), Stage.SILENT),
        (came(400, 370, 340, 130), Stage.LOST),
        (came(400, 370, 340, 5), Stage.BACK),
        (came(70, 63, 56, 49, 27), Stage.SILENT),  # a weekly visitor is missed sooner
        (came(720, 360, 300), Stage.ACTIVE),  # a yearly one later
        (came(30), Stage.NEW),
        (came(31), Stage.ACTIVE),
        (came(120, 90, 60), Stage.ACTIVE),  # twice the rhythm to the day
        (came(121, 91, 61), Stage.SILENT),
        (came(180, 150, 120), Stage.SILENT),  # four times
        (came(181, 151, 121), Stage.LOST),
        (came(170, 160, 5), Stage.BACK),  # lost by what was known of them before they came
    ],
)
def test_a_stage_follows_the_members_own_rhythm(days, expected):
    assert stage(days, TODAY, 30) is expected


def test_the_owner_can_set_one_number_of_days_for_all():
    fixed = StageTerms(silent_days=10, lost_days=20)
    assert stage(came(200, 150, 100, 15), TODAY, 30, fixed) is Stage.SILENT
    assert stage(came(200, 150, 100, 21), TODAY, 30, fixed) is Stage.LOST


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=60), st.data())
def test_a_value_is_found_at_its_place_without_sorting_the_column(column, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns_of, "PIECE", data.draw(st.integers(1, 9)))
        assert columns_of.at_ranks(column, range(len(column))) == sorted(column)
        assert columns_of.total(column) == sum(column)


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(-50, 90)), min_size=1, max_size=30),
    st.integers(1, 9),
)
def test_what_has_to_be_spent_to_stand_above_is_exact(members, visits):
    lines = there(cross([each[0] for each in members], [each[1] for each in members]))
    above = (Quadrant.OFTEN_MUCH, Quadrant.SELDOM_MUCH)
    least = lines.least_minor(visits)
    assert lines.quadrant(Habit(visits, least)) in above
    assert lines.quadrant(Habit(visits, least - 1)) not in above
