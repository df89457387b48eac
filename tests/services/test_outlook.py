"""The forecast, the points and the traits of a shop, on a real file; and where there is little."""

from collections import Counter
from datetime import timedelta

import pytest

from app.errors import Cancelled
from app.services.chances import Chance
from app.services.demographics import SHOWN, Trait, read_demographics
from app.services.insight_points import cloud
from app.services.insight_rhythms import rhythms
from app.services.insight_stages import middle
from app.services.member_types import MemberDraft
from app.services.outlook import TOP, Outlooks
from app.services.rules.insight.segments import Condition
from tests.shop_builder import add_member, sell

WEEKS = 30


def days_of(shop, past):
    """Put members' days into the file as sales would, at once: (member at, days ago, minor)."""
    today = shop.desk.today()
    seqs = [row[0] for row in shop.desk.database.rows("SELECT seq FROM member ORDER BY seq")]
    rows = [(seqs[at], (today - timedelta(days=ago)).isoformat(), 1, m) for at, ago, m in past]
    shop.desk.transaction(
        lambda: shop.desk.database.executemany(
            "INSERT INTO member_day (seq, business_date, sales, spent_minor) VALUES (?, ?, ?, ?)",
            rows,
        )
    )


@pytest.fixture
def regulars(shop):
    """Sixty who come about every week or every month, half of them until long ago."""
    for at in range(60):
        add_member(shop, f"m{at}", f"{at:06d}")
    past = []
    for at in range(60):
        step = 7 if at % 3 else 30
        until = 100 if at % 2 else 0
        past += [(at, ago, 1_000 + at) for ago in range(until + at % 7, WEEKS * 7, step)]
    days_of(shop, past)
    return shop


def outlooks(shop):
    return Outlooks(shop.desk, shop.insights, shop.people)


def test_who_bought_on_one_day_only_is_not_said_to_come_still(regulars):
    for at in range(60, 70):
        add_member(regulars, f"m{at}", f"{at:06d}")
    days_of(regulars, [(at, WEEKS * 7, 1_000) for at in range(60, 70)])
    found = outlooks(regulars).read()
    assert found.bands[Chance.ONCE].members == 10
    assert found.again == 60
    assert found.alive <= 60
    single = regulars.insights.forecasts(found.models)
    again = sum(each.alive for each in single if each.history.repeats)
    assert abs(found.alive - again) < 1e-6


def test_the_forecast_counts_everyone_once_and_tells_how_right_it_was(regulars):
    found = outlooks(regulars).read()
    assert sum(band.members for band in found.bands.values()) == 60
    assert all(len(band.seqs) == band.members for band in found.bands.values())
    single = {each.seq: each for each in regulars.insights.forecasts(found.models)}
    assert abs(found.alive - sum(each.alive for each in single.values())) < 1e-6
    assert found.again == 60
    best = max(single.values(), key=lambda each: each.value_minor)
    assert len(found.top) == min(TOP, 60)
    assert found.top[0].value_minor == best.value_minor
    assert [top.value_minor for top in found.top] == sorted(
        (top.value_minor for top in found.top), reverse=True
    )
    assert found.proof is not None
    assert found.proof.came > 0
    assert found.bands[Chance.UNLIKELY].members >= 15
    for chance, band in found.bands.items():
        assert regulars.segments.seqs(f"chance = {chance}") == tuple(sorted(band.seqs))
    best_visits = round(max(each.expected for each in single.values()))
    (seq, *_) = regulars.segments.seqs(f"expected_visits = {best_visits}")
    assert round(single[seq].expected) == best_visits
    told = sum(each.value_minor >= 5_000 for each in single.values())
    assert regulars.segments.count("expected_spend >= 50.00") == told > 0


def test_a_chance_begins_at_its_share_and_once_is_none():
    told = [Chance.of(1, alive) for alive in (0.8, 0.79, 0.5, 0.49, 0.2, 0.19)]
    assert told == [
        Chance.SURE, Chance.LIKELY, Chance.LIKELY, Chance.DOUBTFUL, Chance.DOUBTFUL,
        Chance.UNLIKELY,
    ]  # fmt: skip
    assert Chance.of(0, 1.0) is Chance.ONCE


def test_the_rhythm_of_a_shop_is_the_median_of_its_members_the_higher_of_two():
    assert middle(Counter({7: 2, 30: 2})) == 30
    assert middle(Counter({7: 3, 30: 2})) == 7


def test_a_young_shop_is_told_what_is_missing(shop):
    empty = outlooks(shop).read()
    assert (empty.is_enough, empty.models.members) == (False, 0)
    sell(shop, 1_000, add_member(shop, "m", "000001"))
    assert not outlooks(shop).read().is_enough
    days_of(shop, [(0, ago, 500) for ago in range(10, 300, 7)])
    one = outlooks(shop).read()
    assert (one.is_enough, one.came_back) == (False, 1)
    assert one.days > 280


def test_a_forecast_that_is_stopped_ends(regulars):
    with pytest.raises(Cancelled):
        outlooks(regulars).read(cancelled=lambda: True)
    asked: list[int] = []

    def soon() -> bool:
        """While the models are fitted, which takes longest."""
        asked.append(1)
        return len(asked) > 5

    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        outlooks(regulars).read(progress=lambda *so_far: told.append(so_far), cancelled=soon)
    assert told == []


def test_a_forecast_tells_how_far_it_is(regulars):
    told: list[tuple[int, int]] = []
    outlooks(regulars).read(progress=lambda *so_far: told.append(so_far))
    assert told[0] == (60, 180)
    assert told == sorted(told)
    assert all(done <= total for done, total in told)


def test_sales_of_the_future_count_on_their_day_and_not_before(regulars):
    before = outlooks(regulars).read()
    days_of(regulars, [(at, -30, 1_000_000) for at in range(60)])
    assert outlooks(regulars).read().bands == before.bands
    assert cloud(regulars.insights.quadrants()).most_basket_minor < 10_000


def test_one_of_ten_thousand_visits_is_drawn_at_the_edge_and_presses_nobody_flat(regulars):
    days_of(regulars, [(0, ago, 9_000) for ago in range(211, 10_211)])
    found = cloud(regulars.insights.quadrants())
    assert found.beyond >= 1
    assert found.most_visits < 1_000
    assert sum(point.members for point in found.points) == 60
    assert rhythms(regulars.insights.stages(), regulars.desk.settings.stage_terms).with_own == 60
    assert outlooks(regulars).read().is_enough


def test_all_baskets_equal_still_have_two_axes(shop):
    for at in range(5):
        add_member(shop, f"m{at}", f"{at:06d}")
    days_of(shop, [(at, ago, 1_000) for at in range(5) for ago in range(at + 1)])
    found = cloud(shop.insights.quadrants())
    assert found.most_visits >= 2
    assert found.most_basket_minor >= 2_000
    assert found.mean_basket_minor == 1_000
    free = cloud(shop.insights.quadrants(shop.desk.today() - timedelta(days=900)))
    assert (free.points, free.mean_visits) == ((), 0)


def test_what_was_given_away_is_no_division_by_zero(shop):
    add_member(shop, "m", "000001")
    days_of(shop, [(0, 3, 0)])
    found = cloud(shop.insights.quadrants())
    assert sum(point.members for point in found.points) == 1
    assert found.most_basket_minor >= 2


def test_members_are_counted_once_by_each_trait(shop):
    for at in range(SHOWN + 5):
        new = MemberDraft(name=f"m{at}", birthday=f"{1950 + at}-01-01", source=f"source {at}")
        shop.members.add(new, with_card=False)
    other = MemberDraft(name="x", address="杭州市西湖区文三路", source="source 0")
    shop.members.add(other, with_card=False)
    found = read_demographics(shop.desk, shop.insights)
    assert found.members == SHOWN + 6
    for trait in Trait:
        assert sum(part.members for part in found.parts[trait]) == found.members
    sources = found.parts[Trait.SOURCE]
    assert (sources[0].value, sources[0].members) == ("source 0", 2)
    assert sources[-1].others
    assert sources[-1].members == 5
    assert found.known(Trait.AREA) == 1
    assert found.known(Trait.AGE) == SHOWN + 5
    for part in found.parts[Trait.AREA]:
        if not part.others:
            asked = str(Condition("area", "=", part.value))
            assert shop.segments.seqs(asked) == tuple(sorted(part.seqs))


def test_nobody_has_no_traits(shop):
    found = read_demographics(shop.desk, shop.insights)
    assert found.members == 0
    assert not any(found.known(trait) for trait in Trait)
