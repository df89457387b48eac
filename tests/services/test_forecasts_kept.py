"""Pasts that are kept are as if all were read; columns of forecasts are what the models say of
each member."""

from datetime import date, timedelta
from math import exp, nextafter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import Cancelled
from app.models import reckoned
from app.models.reckoned import marks
from app.models.reckoned import past as read_so_far
from app.services import chances as alike_of
from app.services import insight_pasts, kept_forecasts
from app.services.chances import Chance, told_alike
from app.services.insight_forecasts import chances, spends, visits
from app.services.insight_members import read_days
from app.services.insight_pasts import KeptPasts, Pasts, keep_pasts, pasts_now, read_pasts
from app.services.insights import Models
from app.services.kept_columns import keep_columns, kept_columns
from app.services.rules.insight import bgnbd
from app.services.rules.insight.bgnbd import BgNbd
from app.services.rules.insight.gamma_gamma import GammaGamma
from app.services.rules.insight.pasts import past_of
from app.services.rules.insight.purchases import History as Bought
from app.services.rules.insight.purchases import history as bought
from app.shop import open_shop
from tests.services.histories import play
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
        plain = [(seq, *past_of(days, spent)) for seq, days, spent in read_days(database, today)]
        assert told(self.before.pasts) == plain
        for seq in range(1, len(NAMES) + 1):
            alone = told(read_pasts(database, today, [(seq, seq)]))
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
    play(Past(tmp_path_factory.mktemp("pasts")), steps)


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
    assert read == [None, [(3, 3)]]


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


# --- in the file of a large shop -----------------------------------------------------------


class Stored(Past):
    """The same, as a large shop; `start again` is another start of the program."""

    def _do(self, what: Any, member: Any, goods: Any) -> None:
        if what == "keep":
            while self.shop.insights.today.work():
                pass
        elif what == "start again":
            self.start_again()
        else:
            super()._do(what, member, goods)

    def start_again(self) -> None:
        """What was in memory is gone."""
        self.shop.close()
        config = TillConfig(self.shop.desk.database.path.parent)
        self.shop, self.before = open_shop(config, clock=self.clock), None

    def look(self) -> None:
        database, today = self.shop.desk.database, self.shop.desk.today()
        assert told(self.shop.insights.pasts()) == told(read_pasts(database, today))


@pytest.fixture
def large(monkeypatch):
    """Every shop is large, is fitted, and is kept again after two sales."""
    monkeypatch.setattr(kept_forecasts, "EXACT_AT_MOST", 0)
    monkeypatch.setattr(kept_forecasts, "LEAST_BACK", 1)
    monkeypatch.setattr(insight_pasts, "_BEHIND_AT_MOST", 1)


@pytest.fixture
def stored(large, tmp_path):
    made = Stored(tmp_path)
    yield made
    made.shop.close()


@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.target],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=STEPS,
    more=st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["keep", "start again"])),
        min_size=2,
        max_size=8,
    ),
)
def test_after_any_start_pasts_are_as_if_all_were_read(steps, more, large, tmp_path_factory):
    past = Stored(tmp_path_factory.mktemp("stored"))
    for at, what in more:
        steps = [*steps[:at], (what, 0, 0), *steps[at:]]
    for step in (*steps, ("keep", 0, 0), ("start again", 0, 0), ("look", 0, 0)):
        past.do(*step)
    past.shop.close()


def comes_back(shop: Stored) -> None:
    """Everybody, each after another number of days, and leaves another amount."""
    for times in range(4):
        for who in range(len(NAMES)):
            shop.do("sell", who, (times + who) % 3)
            shop.clock.moment += timedelta(hours=9 * (who + 1))


def test_the_next_start_reads_no_past_and_fits_no_model(stored, monkeypatch):
    comes_back(stored)
    stored.do("keep", 0, 0)
    segments, asked = stored.shop.segments, ("chance = once", "expected_spend >= 0.01")
    before = stored.shop.insights.today.models(), [segments.count(each) for each in asked]
    assert before[0] is not None
    stored.do("start again", 0, 0)

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(insight_pasts, "read_pasts", never)
    monkeypatch.setattr(bgnbd, "fit", never)
    segments = stored.shop.segments
    after = stored.shop.insights.today.models(), [segments.count(each) for each in asked]
    assert after == before
    stored.do("keep", 0, 0)


def test_what_is_kept_is_kept_again_once_it_is_behind_and_each_day_has_its_model(stored):
    def kept() -> dict[str, str]:
        while stored.shop.insights.today.work():
            pass
        return marks(stored.shop.desk.database, "forecast/")

    comes_back(stored)
    first = kept()
    assert set(first) == {insight_pasts.NAME, kept_forecasts.NAME}
    stored.do("sell", 0, 0)
    assert kept() == first, "one sale behind is not far"
    stored.do("sell", 0, 0)
    second = kept()
    assert second[insight_pasts.NAME] != first[insight_pasts.NAME]
    assert second[kept_forecasts.NAME] == first[kept_forecasts.NAME]
    stored.clock.moment += timedelta(days=1)
    assert kept()[kept_forecasts.NAME] != first[kept_forecasts.NAME]


@pytest.mark.parametrize(
    "damage", ["UPDATE reckoned_part SET body = x'00'", "DELETE FROM reckoned_part"]
)
def test_what_is_damaged_is_told_from_the_sales_and_kept_anew(stored, damage):
    comes_back(stored)
    stored.do("keep", 0, 0)
    database = stored.shop.desk.database
    database.in_transaction(lambda: database.execute(damage))
    stored.do("start again", 0, 0)
    stored.look()
    assert stored.shop.insights.today.models() is not None
    stored.do("keep", 0, 0)
    assert kept_columns(stored.shop.desk.database, insight_pasts.NAME) is not None


def test_what_a_file_does_not_hold_and_what_is_of_a_later_day_is_not_taken_from_it(stored):
    comes_back(stored)
    database, today = stored.shop.desk.database, stored.shop.desk.today()
    held = read_so_far(database)
    for past, until in (((held[0][0], "AB"), *held[1:]), today), (held, today + timedelta(days=1)):
        wrong = Pasts()
        _add(wrong, 1, 1, 1, 1, 0)
        keep_pasts(database, until, past, wrong)
        stored.do("start again", 0, 0)
        stored.look()
        database = stored.shop.desk.database


def test_where_nothing_can_be_kept_forecasts_are_told_all_the_same(stored, monkeypatch):
    comes_back(stored)
    monkeypatch.setattr(reckoned, "hindrance", lambda _database: "disk_full")
    today = stored.shop.insights.today
    assert today.work()
    assert not today.work(), "everything is told"
    assert marks(stored.shop.desk.database, "") == {}
    stored.look()


def test_a_shop_is_stopped_while_it_is_fitted(stored):
    comes_back(stored)
    today = stored.shop.insights.today
    assert today.work()  # the pasts
    asked: list[int] = []

    def soon() -> bool:
        asked.append(1)
        return len(asked) > 5

    with pytest.raises(Cancelled):
        today.work(soon)
    assert marks(stored.shop.desk.database, kept_forecasts.NAME) == {}


# --- the doctor ------------------------------------------------------------------------------


def wrong(past: Past) -> dict[str, str]:
    return {check.name: check.detail for check in past.shop.doctor.run() if not check.ok}


def test_the_pasts_that_are_kept_are_proved(stored):
    comes_back(stored)
    stored.do("keep", 0, 0)
    stored.do("sell", 1, 1)
    assert not wrong(stored), "who bought since is read anew wherever it is used"
    database = stored.shop.desk.database
    found = kept_columns(database, insight_pasts.NAME)
    assert found is not None
    columns = dict(found.columns)
    columns["later_minor"] = columns["later_minor"][:]
    columns["later_minor"][1] += 1
    columns["later_minor"][2] += 1
    keep_columns(database, insight_pasts.NAME, found.mark, columns)
    assert wrong(stored) == {"pasts": "member Cleo"}
    database.in_transaction(lambda: database.execute("DELETE FROM reckoned_part"))
    assert "pasts" in wrong(stored)


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
        _add(pasts, seq, *past_of(days, spent))
        known = bought(days, spent, TODAY.toordinal(), models.unit)
        assert known is not None
        plain.append(_plain(models, seq, known))
    alike = told_alike(models, pasts)
    columns = zip(chances(alike), visits(alike), spends(alike), strict=True)
    assert list(columns) == plain


@pytest.mark.parametrize("r", [exp(-12), exp(12)])
@pytest.mark.parametrize("alpha", [exp(-12), exp(12)])
@pytest.mark.parametrize("spend", [exp(-25), exp(25)])
def test_models_of_hardly_any_past_may_say_anything(r, alpha, spend):
    """As far as parameters are looked for."""
    pasts = Pasts()
    _add(pasts, 1, 1, 740_000, 740_000, 0)
    _add(pasts, 2, 2, 740_000, 740_100, 10**15)
    worth = GammaGamma(spend, nextafter(1, 2), exp(25), 0.0)
    model = BgNbd(r, alpha, exp(12), exp(-12), 0.0)
    models = Models(date.fromordinal(740_200), "week", model, worth, 1, 100)
    alike = told_alike(models, pasts)
    assert all(0 <= told <= 2**30 for told in visits(alike))
    assert list(spends(alike)) == [
        models.value_minor(pasts.history(at, 740_200, "week"), alike.expected[at]) for at in (0, 1)
    ]


def _add(pasts: Pasts, *told: int) -> None:
    for column, value in zip(pasts.columns(), told, strict=True):
        column.append(value)


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
    monkeypatch.setattr("app.services.kept_forecasts.LEAST_BACK", 1)
    past.do("sell", 0, 0)
    assert insights.today.models() is None  # and nothing that is kept
    past.clock.moment += timedelta(days=1)
    for who in (0, 1, 2):
        past.do("sell", who, 0)
        past.shop.segments.count("chance = sure")
    assert fitted == [1, 3]
    past.clock.moment += timedelta(days=1)
    past.shop.segments.holds("chance = sure", 1)
    assert fitted == [1, 3, 3]


def test_what_was_told_of_a_file_is_not_told_of_the_one_put_in_its_place(stored):
    for who in (0, 1, 1):
        stored.do("sell", who, 0)
    stored.clock.moment += timedelta(days=30)
    backup = stored.shop.backups.make()
    for who in (0, 1, 0):
        stored.do("sell", who, 0)
        stored.clock.moment += timedelta(days=1)
    asked = "expected_visits >= 0"
    assert stored.shop.segments.count(asked) == 2
    assert stored.shop.insights.today.at_hand() is not None
    stored.shop.backups.restore(backup.path)
    assert stored.shop.insights.today.at_hand() is None
    assert stored.shop.segments.count(asked) == 0, "nobody had come on a second day yet"
