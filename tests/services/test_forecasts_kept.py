"""Pasts that are kept are as if all were read; columns of forecasts are what the models say of
each member."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from app.services import chances as alike_of
from app.services import insight_pasts
from app.services.chances import Chance, told_alike
from app.services.insight_forecasts import chances, spends, visits
from app.services.insight_members import read_days
from app.services.insight_pasts import KeptPasts, Pasts, pasts_now, read_pasts
from app.services.insights import Models
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.gamma_gamma import GammaGamma
from app.services.rules.insight.pasts import packed
from app.services.rules.insight.purchases import History as Bought
from app.services.rules.insight.purchases import history as bought
from tests.services.test_habits_kept import NAMES, STEPS, History


class Past(History):
    """The same shop; looked at are the pasts of its members."""

    def __init__(self, folder: Any) -> None:
        super().__init__(folder)
        self.before: KeptPasts | None = None

    def look(self) -> None:
        """What is kept tells of each member what all their days do."""
        desk = self.shop.desk
        database, today = desk.database, desk.today()
        self.before = database.read_transaction(lambda: pasts_now(database, today, self.before))
        plain = [
            (seq, packed(days), sum(spent[1:])) for seq, days, spent in read_days(database, today)
        ]
        assert told(self.before.pasts) == plain
        for seq in range(1, len(NAMES) + 1):
            alone = told(read_pasts(database, today, (seq,)))
            assert alone == [each for each in plain if each[0] == seq]


def told(pasts: Pasts) -> list[tuple[int, ...]]:
    return list(zip(*pasts.columns(), strict=True))


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate, Phase.target])
@example(  # two who came on one day are one, and the first of two days was the other's
    steps=[
        ("sell", 1, 0), ("sell", 0, 2), *[("hours pass", 0, 2)] * 3, ("sell", 0, 1),
        ("sell", 1, 1), ("look", 0, 0), ("merge", 0, 1), ("look", 0, 0), ("take apart", 0, 0),
    ]
)  # fmt: skip
@given(steps=STEPS)
def test_what_is_kept_of_pasts_is_what_reading_everything_tells(steps, tmp_path_factory):
    past = Past(tmp_path_factory.mktemp("pasts"))
    for step in (*steps, ("look", 0, 0)):
        past.do(*step)
    past.shop.close()


@pytest.fixture
def past(tmp_path):
    made = Past(tmp_path)
    yield made
    made.shop.close()


def test_only_who_bought_since_is_read_anew(past, monkeypatch):
    for who in range(len(NAMES)):
        past.do("sell", who, 0)
    past.look()
    past.do("sell", 2, 1)
    read: list[object] = []
    whole = insight_pasts.read_pasts

    def noted(database: Any, until: date, only: Any = None) -> Pasts:
        read.append(only)
        return whole(database, until, only)

    monkeypatch.setattr(insight_pasts, "read_pasts", noted)
    for _ in range(2):
        past.shop.insights.pasts()
        past.look()
    assert read == [None, [3]]


def test_where_very_many_bought_since_all_are_read(past, monkeypatch):
    monkeypatch.setattr(insight_pasts, "_RENEWED_AT_MOST", 1)
    past.look()
    for who in (0, 1):
        past.do("sell", who, 0)
    past.look()


def test_what_is_dated_ahead_counts_once_its_day_has_come(past):
    for _ in range(3):
        past.clock.moment += timedelta(days=1)
        past.do("sell", 0, 0)
    past.clock.moment -= timedelta(days=2)
    past.look()
    for _ in range(2):
        past.clock.moment += timedelta(days=1)
        past.look()


# --- columns ------------------------------------------------------------------------------

TODAY = date(2026, 11, 22)
SOMEBODY = st.tuples(
    st.sets(st.integers(0, 700), min_size=1, max_size=12), st.integers(-1_000, 10**7)
)
OVER = st.floats(0.05, 20)
MODELS = st.builds(
    lambda unit, visits, spend, members: Models(TODAY, unit, visits, spend, members, 100),
    st.sampled_from(("day", "week")),
    st.builds(BgNbd, OVER, OVER, OVER.filter(lambda a: abs(a - 1) > 0.01), OVER, st.just(0.0)),
    st.none() | st.builds(GammaGamma, OVER, OVER, OVER, st.just(0.0)),
    st.sampled_from((1_000, 1_000_000)),
)


@given(people=st.lists(SOMEBODY, min_size=1, max_size=30), models=MODELS)
def test_columns_are_what_the_models_say_of_each_member(people, models):
    pasts, plain = Pasts(), []
    for seq, (ago, minor) in enumerate(people, 1):
        days = sorted(TODAY.toordinal() - each for each in ago)
        spent = [500] + [minor // len(days)] * (len(days) - 1)
        for column, value in zip(pasts.columns(), (seq, packed(days), sum(spent[1:])), strict=True):
            column.append(value)
        known = bought(days, spent, TODAY.toordinal(), models.unit)
        assert known is not None
        plain.append(_plain(models, seq, known))
    alike = told_alike(models, pasts)
    columns = zip(chances(alike), visits(alike), spends(alike), strict=True)
    assert list(columns) == plain


def _plain(models: Models, seq: int, known: Bought) -> tuple[int, int, int]:
    """In a large shop to the week (or day)."""
    if models.members > alike_of.EXACT_AT_MOST:
        age, recency = float(round(known.age)), float(round(known.recency))
        known = known._replace(age=age, recency=recency)
    one = models.of(seq, known)
    assert one is not None
    chance = Chance.of(known.repeats, one.alive)
    return list(Chance).index(chance), int(one.expected + 0.5), one.value_minor


def test_forecasts_of_a_day_are_by_one_model_until_there_are_twice_the_sales(past, monkeypatch):
    insights, fitted = past.shop.insights, list[int]()

    def fit(as_of: date, **_: Any) -> Models:
        fitted.append(len(insights.pasts()))
        return Models(as_of, "week", None, None, fitted[-1], 100)

    monkeypatch.setattr(insights, "models", fit)
    monkeypatch.setattr("app.services.insights.LEAST_BACK", 1)
    past.do("sell", 0, 0)
    assert insights.models_today() is None  # and nothing that is kept
    past.clock.moment += timedelta(days=1)
    for who in (0, 1, 2):
        past.do("sell", who, 0)
        past.shop.segments.count("chance = sure")
    assert fitted == [1, 3]
    past.clock.moment += timedelta(days=1)
    past.shop.segments.holds("chance = sure", 1)
    assert fitted == [1, 3, 3]
