"""The owner's own limits for groups: kept, refused where they make no sense, and followed."""

from dataclasses import replace

import pytest

from app.errors import FieldInvalid
from app.services.rules.insight.rfm import RfmScore, RfmValues
from app.services.rules.insight.stages import StageTerms
from tests.shop_builder import add_member, sell

OWN = {
    "rfm_recency_days": "8 31 91 181",
    "rfm_frequency": "1 3 6 12",
    "rfm_monetary_minor": "5000 20000 50000 100000",
}


def use(shop, **changes):
    shop.settings.save(replace(shop.settings.get(), **changes))


def test_members_are_scored_by_the_owners_limits_once_there_are_any(shop, clock):
    member = add_member(shop, "陈思", "000001")
    sell(shop, 5_001, member)
    clock.forward(days=8)
    sell(shop, 1_000, add_member(shop, "林晓", "000002"))
    use(shop, **OWN)
    found = shop.insights.rfm()
    assert found.terms is not None
    assert found.terms.score(RfmValues(7, 1, 5_000)) == RfmScore(5, 1, 1)
    assert found.terms.score(found.values(0)) == RfmScore(4, 1, 2)
    assert found.terms.score(RfmValues(181, 13, 100_001)) == RfmScore(1, 5, 5)
    sums = {each.name: each.members for each in found.grouped.sums() if each.members}
    assert sums == {"promising": 1, "new": 1}
    use(shop, **dict.fromkeys(OWN, ""))
    assert shop.insights.rfm().terms != found.terms


def test_own_limits_without_a_sale_still_find_nobody(shop):
    use(shop, **OWN)
    assert shop.insights.rfm().terms is None


@pytest.mark.parametrize(
    "changes",
    [
        {"rfm_recency_days": "8 31 91 181"},
        OWN | {"rfm_frequency": "1 3 3 12"},
        OWN | {"rfm_frequency": "1 3 6"},
        OWN | {"rfm_monetary_minor": "1 2 3 x"},
        OWN | {"rfm_recency_days": "-1 2 3 4"},
        OWN | {"rfm_recency_days": "1 2 3 ４"},
        {"stage_silent_days": 30},
        {"stage_lost_days": 90},
        {"stage_silent_days": 30, "stage_lost_days": 30},
        {"stage_silent_days": 30, "stage_lost_days": 99_999},
        {"stage_new_days": 0},
    ],
)
def test_limits_that_make_no_sense_are_refused_and_nothing_changes(shop, changes):
    with pytest.raises(FieldInvalid):
        use(shop, **changes)
    assert shop.settings.get().rfm_terms is None
    assert shop.settings.get().stage_terms == StageTerms()


def test_stages_follow_the_owners_days(shop, clock):
    for at, ago in enumerate((50, 30, 10)):
        clock.forward(days=-ago)
        sell(shop, 1_000, add_member(shop, f"m{at}", f"{at:06d}"))
        clock.forward(days=ago)
    use(shop, stage_silent_days=20, stage_lost_days=40, stage_new_days=5)
    found = shop.insights.stages().grouped
    assert [found.names[place] for place in found.places] == ["lost", "silent", "active"]
    use(shop, stage_silent_days=0, stage_lost_days=0, stage_new_days=30)
    assert shop.settings.get().stage_terms == StageTerms()
