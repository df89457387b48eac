"""Stages of a whole shop are those that the rules tell of each member's days by themselves."""

from datetime import date, timedelta
from statistics import median_high

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.models import insight as stored
from app.services import insight_stages
from app.services.ids import uuid7
from app.services.insights import Insights
from app.services.rules.insight.stages import StageTerms, gaps, rhythm, stage
from app.services.settings import ShopSettings
from app.shop import create_shop
from tests.shop_builder import Clock, add_member

MEMBERS = 9
# Each into the other, one of them before and one after, and two into one.
MERGED = {2: 7, 6: 4, 9: 4}
FIRST = date(2022, 1, 3)

FEW = st.lists(st.integers(0, 90), max_size=4)
EVERY_SO_OFTEN = st.builds(
    lambda start, step, count, away: [*range(start, start + step * count, step), away],
    st.integers(0, 300),
    st.integers(1, 40),
    st.integers(1, 12),
    st.integers(600, 1_000),
)
PASTS = st.lists(
    st.lists(st.integers(0, 1_000), max_size=7) | FEW | EVERY_SO_OFTEN,
    min_size=MEMBERS,
    max_size=MEMBERS,
)
FIXED = st.integers(1, 400)
TERMS = st.builds(
    StageTerms, st.integers(1, 3), st.integers(2, 6), st.integers(1, 60), st.integers(0, 400)
) | st.builds(StageTerms, new_days=FIXED, silent_days=FIXED, lost_days=FIXED)


@pytest.fixture(scope="module")
def shops(tmp_path_factory):
    """One where everybody is one person, and one where some were two."""
    made = {}
    for merged in (False, True):
        folder = tmp_path_factory.mktemp("shop")
        shop = create_shop(TillConfig(folder), ShopSettings(name="t"), clock=Clock())
        ids = [add_member(shop, f"m{at}", f"{at:06d}") for at in range(1, MEMBERS + 1)]
        for gone, keep in MERGED.items() if merged else ():
            shop.merges.merge(uuid7(), ids[keep - 1], ids[gone - 1])
        made[merged] = shop
    yield made
    for shop in made.values():
        shop.close()


def keep_days(shop, pasts):
    """Every third day they only checked in; some of what they bought was all brought back."""
    rows = [
        (seq, (FIRST + timedelta(day)).isoformat(), int(day % 3 > 0), 100 + day, int(day % 3 == 0))
        for seq, past in pasts.items()
        for day in set(past)
    ]
    brought_back = (rows[0][0], (FIRST + timedelta(2_000)).isoformat(), 0, 0, 0) if rows else None

    def work():
        shop.desk.database.execute("DELETE FROM member_day")
        shop.desk.database.executemany(
            "INSERT INTO member_day (seq, business_date, sales, spent_minor, check_ins)"
            " VALUES (?, ?, ?, ?, ?)",
            [*rows, brought_back] if brought_back else rows,
        )

    shop.desk.database.in_transaction(work)


def told_one_by_one(pasts, merged, until, terms):
    """(short key, visits, last, spent, stage, rhythm) of each, and the rhythm of the shop."""
    days: dict[int, set[int]] = {}
    spent: dict[int, int] = {}
    for seq, past in pasts.items():
        ordinals = {FIRST.toordinal() + day for day in past}
        came = {day for day in ordinals if day <= until.toordinal()}
        keep = MERGED.get(seq, seq) if merged else seq
        days.setdefault(keep, set()).update(came)
        spent[keep] = spent.get(keep, 0) + sum(100 + day - FIRST.toordinal() for day in came)
    known = {seq: sorted(days[seq]) for seq in sorted(days) if days[seq]}
    own = [rhythm(each) for each in known.values() if len(each) > 2]
    between = own or [gap for each in known.values() for gap in gaps(each)]
    shop_days = median_high(between) if between else 30
    today = until.toordinal()
    return shop_days, [
        (
            seq,
            len(each),
            each[-1],
            spent[seq],
            stage(each, today, shop_days, terms),
            rhythm(each, shop_days),
        )
        for seq, each in known.items()
    ]


def told_of_all(shop, until, terms):
    found = Insights(shop.desk).stages(until, terms)
    members, grouped = found.grouped.members, found.grouped
    columns = (members.seqs, members.visits, members.last, members.spent_minor)
    names = [grouped.names[place] for place in grouped.places]
    return found.shop_days, list(zip(*columns, names, found.rhythms, strict=True))


@pytest.mark.parametrize("merged", [False, True])
@settings(max_examples=200, deadline=None)
@given(pasts=PASTS, terms=TERMS, until=st.integers(0, 1_100))
def test_each_members_stage_is_that_of_their_own_days(shops, merged, pasts, terms, until):
    by_seq, day = dict(enumerate(pasts, 1)), FIRST + timedelta(until)
    keep_days(shops[merged], by_seq)
    with pytest.MonkeyPatch.context() as patch:
        # Pieces end between members, where their columns are put together.
        patch.setattr(stored, "SEQS_AT_ONCE", 4)
        patch.setattr(stored, "ROWS_AT_ONCE", 16)
        patch.setattr(insight_stages, "_AT_ONCE", 3)
        told = told_of_all(shops[merged], day, terms)
    assert told == told_one_by_one(by_seq, merged, day, terms)


@pytest.mark.parametrize("merged", [False, True])
def test_thousands_of_visits_are_parted_from_the_single_one_beside_them(shops, merged):
    pasts = {1: [5], 2: range(0, 5_000, 2), 3: [5, 9], 4: [4_999], 7: range(1, 5_000, 2), 8: [0]}
    keep_days(shops[merged], pasts)
    for until in (FIRST + timedelta(5_000), FIRST + timedelta(2_500)):
        told = told_of_all(shops[merged], until, StageTerms())
        assert told == told_one_by_one(pasts, merged, until, StageTerms())


def test_of_members_who_come_every_day_fewer_are_read_at_a_time(shops, monkeypatch):
    monkeypatch.setattr(stored, "SEQS_AT_ONCE", 4)
    monkeypatch.setattr(stored, "ROWS_AT_ONCE", 60)
    keep_days(shops[False], {seq: range(50 if seq <= 7 else 1) for seq in range(1, MEMBERS + 1)})
    read = stored.visiting_days(shops[False].desk.database, "2999-12-31")
    assert [len(each.seqs) for each in read] == [200, 100, 50, 1, 1]


def test_nobody_is_in_a_stage_before_the_first_visit(shops):
    keep_days(shops[False], {1: [5], 2: [7, 9]})
    assert told_of_all(shops[False], FIRST + timedelta(4), StageTerms()) == (30, [])
