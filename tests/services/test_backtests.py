"""Backtests over stored sales: the whole past, nothing changed, and every member where a plain
count puts them."""

import csv
import hashlib
from collections import Counter
from datetime import date

import pytest

from app.errors import Cancelled, FieldInvalid, FileUnreadable
from app.services.backtests import BacktestAsked
from app.services.ids import uuid7
from app.services.rules.backtest import Assumed
from app.services.rules.cart import Item
from app.shop import Shop
from tests.services.history import (
    counted_directly,
    purchases,
    read_purchases,
    spent_in,
    take_history,
)
from tests.shared_data import shared_data
from tests.shop_builder import add_member, cart_of, cash, points, sell


@pytest.fixture
def past(shop: Shop, tmp_path):
    """A shop with a past, and what the past was."""
    made = purchases()
    take_history(shop, made, tmp_path)
    return shop, made


def read(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def files_of(shop: Shop) -> dict[str, str]:
    folder = shop.config.data_dir
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def check_tiers_of_1997(shop: Shop, made, folder) -> Counter[str]:
    """The members' file of the beauty scheme, tier by tier and member by member."""
    path = folder / "members.csv"
    beauty = shop.schemes.preset("beauty")
    report = shop.backtests.run([beauty], BacktestAsked(members_file=path))
    found = {row["number"]: row["tier_1997"] for row in read(path) if row["tier_1997"]}
    assert found == counted_directly(made)
    months = {month.month: dict(month.tiers) for month in report.outcomes[0].months}
    by_tier = Counter(found.values())
    assert Counter(months["1997-12"]) == by_tier
    return by_tier


def test_beauty_puts_every_member_where_a_plain_count_of_1997_does(past, tmp_path):
    shop, made = past
    by_tier = check_tiers_of_1997(shop, made, tmp_path)
    assert min(by_tier[tier] for tier in ("insider", "vib", "rouge")) > 3


def test_beauty_puts_the_first_members_of_cdnow_where_a_plain_count_does(shop, tmp_path):
    lines = shared_data("cdnow/CDNOW_master.txt").read_text().splitlines()[1:2001]
    made = read_purchases(lines)
    take_history(shop, made, tmp_path)
    check_tiers_of_1997(shop, made, tmp_path)


@pytest.mark.long
def test_beauty_puts_all_of_cdnow_where_a_plain_count_does(shop, tmp_path):
    made = read_purchases(shared_data("cdnow/CDNOW_master.txt").read_text().splitlines()[1:])
    take_history(shop, made, tmp_path)
    by_tier = check_tiers_of_1997(shop, made, tmp_path)
    assert by_tier == {"insider": 22_806, "vib": 662, "rouge": 102}


def test_a_tier_of_1997_lasts_through_1998(past, tmp_path):
    shop, made = past
    path = tmp_path / "members.csv"
    asked = BacktestAsked(last=date(1999, 12, 31), members_file=path)
    shop.backtests.run([shop.schemes.preset("beauty")], asked)
    order = ("", "insider", "vib", "rouge")
    late = spent_in(1998, made)
    for row in read(path):
        assert order.index(row["tier_1998"]) >= order.index(row["tier_1997"])
        # At the end of 1999 what was spent in 1998 still counts, and nothing else.
        cents = late[row["number"]]
        reached = "rouge" if cents >= 100_000 else "vib" if cents >= 37_500 else "insider"
        assert row["tier_1999"] == row["tier"] == reached


def test_the_figures_are_those_of_the_stored_sales(past):
    shop, made = past
    [outcome] = shop.backtests.run([shop.desk.scheme]).outcomes
    by_sale: Counter[tuple[str, date]] = Counter()
    for number, day, _, cents in made:
        by_sale[number, day] += cents
    assert outcome.sales == len(by_sale)
    assert outcome.revenue_minor == sum(by_sale.values())
    # One point for each whole 1.00 of a sale; 100 of them pay 1.00.
    assert outcome.points_earned == sum(cents // 100 for cents in by_sale.values())
    assert outcome.liability_end_minor == outcome.points_earned
    assert outcome.members == len({number for number, *_ in made})
    january = sum(cents for (_, day), cents in by_sale.items() if day < date(1997, 2, 1))
    assert outcome.months[0].month == "1997-01"
    assert outcome.months[0].revenue_minor == january
    assert outcome.months[-1].month == "1998-06"


def test_the_scheme_in_force_would_have_earned_what_it_did_earn(shop):
    """Points, a stranger, a sale paid by points and one claimed late: as in the ledger."""
    ana, bo = add_member(shop, points=500), add_member(shop, "Bo", "000200")
    tea = cart_of(Item("tea", 1_250), member=ana)
    shop.checkout.complete(uuid7(), tea, None, (points(300), cash(950)))
    sell(shop, 799)
    shop.claims.claim(sell(shop, 1_999).number, bo)
    [outcome] = shop.backtests.run([shop.desk.scheme]).outcomes
    database = shop.desk.database
    earned = database.value("SELECT sum(points) FROM points_entry WHERE kind = 'earn'")
    assert outcome.points_earned == earned == 500 + 9 + 19
    assert outcome.revenue_minor == 50_000 + 950 + 799 + 1_999
    assert outcome.sales == 4


def test_two_schemes_are_tried_on_the_same_sales_in_one_pass(past):
    shop, _ = past
    beauty, coffee = shop.schemes.preset("beauty"), shop.schemes.preset("coffee")
    both = shop.backtests.run([beauty, coffee]).outcomes
    assert both == (
        *shop.backtests.run([beauty]).outcomes,
        *shop.backtests.run([coffee]).outcomes,
    )


def test_days_before_and_after_the_span_count_for_nothing(past):
    shop, made = past
    span = date(1997, 5, 2), date(1997, 8, 30)
    [outcome] = shop.backtests.run([shop.desk.scheme], BacktestAsked(*span)).outcomes
    inside = [row for row in made if span[0] <= row[1] <= span[1]]
    assert outcome.revenue_minor == sum(cents for *_, cents in inside)
    assert [month.month for month in outcome.months] == ["1997-05", "1997-06", "1997-07", "1997-08"]
    with pytest.raises(FieldInvalid) as refused:
        shop.backtests.run([shop.desk.scheme], BacktestAsked(span[1], span[0]))
    assert refused.value.reason == "before_first"


def test_a_shop_without_sales_has_nothing_to_try_a_scheme_on(shop):
    report = shop.backtests.run([shop.schemes.preset("warehouse")])
    assert (report.first_day, report.last_day) == (None, None)
    assert report.outcomes[0].months == ()
    assert report.outcomes[0].liability_end_minor == 0


def test_a_plan_nobody_has_is_refused_and_one_of_two_schemes_is_enough(past):
    shop, _ = past
    warehouse, coffee = shop.schemes.preset("warehouse"), shop.schemes.preset("coffee")
    asked = BacktestAsked(assumed=Assumed(plan="executive"))
    first, second = shop.backtests.run([warehouse, coffee], asked).outcomes
    assert (first.plan, second.plan) == ("executive", "")
    assert first.reward_cost_minor > 0
    with pytest.raises(FieldInvalid) as refused:
        shop.backtests.run([coffee], asked)
    assert refused.value.reason == "no_such_plan"


def test_nothing_in_the_shop_s_folder_changes(past, tmp_path):
    shop, _ = past
    shop.desk.database.checkpoint()
    before = files_of(shop)
    path = tmp_path / "members.csv"
    asked = BacktestAsked(members_file=path, assumed=Assumed(redeeming=True))
    report = shop.backtests.run([shop.schemes.preset(n) for n in ("beauty", "prime")], asked)
    shop.backtests.write_months(report.outcomes[0], tmp_path / "months.xlsx")
    assert {**files_of(shop), "shop.db-shm": ""} == {**before, "shop.db-shm": ""}
    assert path.exists()


def test_it_tells_how_far_it_is_and_stops_when_asked_leaving_no_file(past, tmp_path):
    shop, _ = past
    told: list[tuple[int, int]] = []
    shop.backtests.run([shop.desk.scheme], progress=lambda *at: told.append(at))
    sales = shop.desk.database.value("SELECT count(*) FROM sale")
    assert told[-1] == (sales, sales)
    assert len(told) > 1
    path = tmp_path / "members.csv"
    with pytest.raises(Cancelled):
        shop.backtests.run(
            [shop.desk.scheme], BacktestAsked(members_file=path), cancelled=lambda: True
        )
    assert list(tmp_path.glob("*members*")) == list(tmp_path.glob(".*partial")) == []
    # The reading is over: the next sale is written.
    sell(shop, 100)


def test_the_months_are_written_as_a_table(past, tmp_path):
    shop, _ = past
    [outcome] = shop.backtests.run([shop.schemes.preset("beauty")]).outcomes
    path = tmp_path / "months.csv"
    assert shop.backtests.write_months(outcome, path) == len(outcome.months)
    rows = read(path)
    assert list(rows[0])[:4] == ["month", "sales", "revenue", "points_earned"]
    assert list(rows[0])[-3:] == ["insider", "vib", "rouge"]
    assert sum(int(row["points_earned"]) for row in rows) == outcome.points_earned
    assert rows[-1]["liability"] == f"{outcome.liability_end_minor / 100:.2f}"
    with pytest.raises(FileUnreadable):
        shop.backtests.write_months(outcome, tmp_path / "months.db")
    with pytest.raises(FileUnreadable):
        shop.backtests.write_months(outcome, tmp_path / "none" / "months.csv")
