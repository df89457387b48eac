"""Campaigns under pressure: two programs start one at once, and one is killed half way."""

import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from app.config import TillConfig
from app.errors import Cancelled
from app.models import campaign_stops
from app.models.database import Database
from app.services import campaign_starting
from app.services.campaign_types import CampaignState, Offer, OfferKind, Variant
from app.services.rules.scheme.words import words
from app.shop import Shop, open_shop
from tests.scheme_builder import sound
from tests.services.campaign_shop import TEN_OFF, TEXT, crowd, draft, with_coupon

BOTH = (
    Variant("A", TEXT, TEN_OFF),
    Variant("B", words("{offer}"), Offer(OfferKind.POINTS, points=10)),
)


def _start(folder: str, die_after: int) -> None:
    """What each program does; one dies, with nothing said, after so many batches."""
    campaign_starting.GIVEN_AT_ONCE = 5
    shop = open_shop(TillConfig(data_dir=Path(folder)))
    seen = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) == die_after:
            os._exit(9)

    try:
        shop.campaigns.start(draft(shop, variants=BOTH, seed=None), progress=progress)
    finally:
        shop.close()


def given(shop: Shop) -> tuple[int, int, int]:
    """(coupons, entries of points, people who were given something)."""
    row = shop.desk.database.row(
        "SELECT (SELECT count(*) FROM coupon), (SELECT count(*) FROM points_entry),"
        " (SELECT count(*) FROM campaign_issue)"
    )
    assert row is not None
    return row[0], row[1], row[2]


def test_what_another_program_hands_out_while_it_is_stopped_is_taken_back_too(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd(with_coupon(shop), 30)
    monkeypatch.setattr(campaign_starting, "GIVEN_AT_ONCE", 5)
    wanted, seen = draft(shop, variants=BOTH), []
    with pytest.raises(Cancelled):
        shop.campaigns.start(
            wanted, progress=lambda *_: seen.append(1), cancelled=lambda: len(seen) > 1
        )
    (half,) = shop.campaigns.list()
    other, read = open_shop(shop.config), campaign_stops.unused_coupons

    def read_before_the_other_goes_on(database: Database, key: bytes) -> list[str]:
        found = read(database, key)
        monkeypatch.setattr(campaign_stops, "unused_coupons", read)
        other.campaigns.start(wanted)
        return found

    monkeypatch.setattr(campaign_stops, "unused_coupons", read_before_the_other_goes_on)
    done = shop.campaigns.stop(half.campaign_id, revoke_coupons=True, take_back_points=True)
    other.close()
    assert given(shop)[2] == 24
    assert (done.coupons_revoked, done.points_back) == (12, 120)
    assert sound(shop)


@pytest.mark.parametrize("deaths", [(0, 0), (2, 0), (3, 1)])
def test_two_programs_or_a_killed_one_issue_nothing_twice_and_nothing_less(
    shop: Shop, deaths: tuple[int, int]
) -> None:
    crowd(with_coupon(shop), 50)
    context = get_context("spawn")
    folder = str(shop.config.data_dir)
    programs = [context.Process(target=_start, args=(folder, each)) for each in deaths]
    for program in programs:
        program.start()
    for program, death in zip(programs, deaths, strict=True):
        program.join()
        assert program.exitcode in ((0, 9) if death else (0,))
    if all(deaths):
        (half,) = shop.campaigns.list()
        assert half.state is CampaignState.STARTING
        assert sound(shop)
        last = context.Process(target=_start, args=(folder, 0))
        last.start()
        last.join()
        assert last.exitcode == 0
    (whole,) = shop.campaigns.list()
    assert (whole.state, whole.reached, whole.holdout) == (CampaignState.RUNNING, 40, 10)
    assert given(shop) == (20, 20, 40)
    assert sound(shop)
