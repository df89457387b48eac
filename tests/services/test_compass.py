"""The shop compass, on a real file: each figure equal to what happened."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from app.errors import FieldInvalid
from app.services.compass import Behind, Counted
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Item, add
from app.services.rules.insight.cohorts import Cohort, cohorts, mean_share_bp
from app.services.rules.insight.figures import Change, FigureName, Unit, Way, change
from app.services.rules.insight.pairs import pairs
from app.services.rules.insight.periods import Period, Preset, apart, preset_period, steps
from app.services.rules.refund import RefundDraft
from app.services.tips import tip_line
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.services.history import purchases, take_history
from tests.shop_builder import add_member, cart_of, cash, points, sell
from tests.stored_refunds import store_refund
from tests.trust.loyal_day import loyal_day


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(first: str, last: str) -> Period:
    return Period(day(first), day(last))


@pytest.fixture
def traded(shop, clock):
    """October: 300.00 to a member. November: three sales, one of them half returned."""
    clock.forward(days=-40)  # 12 October
    chen = add_member(shop, "陈思", "000001", points=300)
    clock.forward(days=30)  # 11 November
    sell(shop, 10_000, chen)
    stranger = sell(shop, 4_000)
    store_refund(shop, stranger, minor=1_000)
    store_refund(shop, sell(shop, 9_999), kind="void")
    clock.forward(days=10)
    cart = cart_of(Item("tea", 6_000), member=chen)
    shop.checkout.complete(uuid7(), cart, None, (points(300), cash(5_700)))
    return shop


def figures(shop, asked):
    return {str(each.name): each for each in shop.compass.compass(asked).figures}


def test_a_period_stands_beside_the_one_before_and_a_year_before(traded):
    asked = period("2026-11-01", "2026-11-30")
    assert traded.compass.compass(asked).periods == (
        asked,
        period("2026-10-01", "2026-10-31"),
        period("2025-11-01", "2025-11-30"),
    )
    told = figures(traded, asked)
    now = {name: each.now for name, each in told.items()}
    assert set(told) == set(FigureName)
    assert (now["sales"], now["revenue"]) == (3, 10_000 + 4_000 - 1_000 + 6_000)
    assert (now["refunds"], now["refunded"]) == (1, 1_000)
    assert now["average_basket"] == round(20_000 / 3)
    assert (now["member_sales"], now["member_revenue"]) == (2, 16_000)
    assert now["member_share"] == round(16_000 / 19_000 * 10_000)
    assert (now["members"], now["active_members"], now["active_rate"]) == (1, 1, 10_000)
    assert (now["points_issued"], now["points_burned"], now["owed"]) == (100 + 57, 300, 157)
    before = {name: each.before for name, each in told.items()}
    assert (before["sales"], before["revenue"], before["owed"]) == (1, 30_000, 300)
    assert (told["sales"].year_before, told["revenue"].year_before) == (0, 0)
    assert told["average_basket"].year_before is told["member_share"].year_before is None
    assert told["active_rate"].year_before == 0


def test_a_trend_is_the_period_in_its_steps(traded):
    told = figures(traded, period("2026-11-01", "2026-11-21"))
    assert len(told["revenue"].trend) == 21
    assert (told["revenue"].trend[10], told["revenue"].trend[20]) == (13_000, 6_000)
    assert sum(told["points_issued"].trend) == told["points_issued"].now
    year = figures(traded, period("2025-11-22", "2026-11-21"))
    assert len(year["sales"].trend) == 53  # weeks
    assert sum(year["sales"].trend) == year["sales"].now == 4


def test_repurchase_counts_those_whose_days_have_passed(traded):
    """Who first came on 12 October came again on the 30th day after."""
    told = figures(traded, period("2026-10-01", "2026-10-31"))
    assert told["repurchase_30"].now == 10_000
    assert told["repurchase_60"].now is None
    asked = Behind("repurchase_30", period("2026-10-01", "2026-10-31"))
    assert len(traded.compass.members_behind(asked)) == 1
    assert len(traded.compass.members_behind(replace(asked, what="repurchase_60"))) == 0


def test_what_is_owed_is_told_month_by_month(traded):
    october, november = traded.compass.owed(period("2026-10-01", "2026-11-21"))
    assert (october.day, november.day) == (day("2026-10-31"), day("2026-11-21"))
    assert (october.points, october.points_minor, october.breakage_minor) == (300, 300, None)
    assert (november.points, november.breakage_minor) == (157, 0)
    assert november.total_minor == 157


def test_the_best_products_are_told_by_what_was_paid_less_what_came_back(traded):
    best = traded.compass.best(period("2026-11-01", "2026-11-30"))
    assert [(each.name, each.quantity_milli, each.total_minor) for each in best.products] == [
        ("open item", 1_000, 13_000),
        ("tea", 1_000, 6_000),
    ]
    assert [each.before_minor for each in best.products] == [30_000, 0]
    assert (best.read, best.sales) == (3, 3)


def test_a_tip_is_no_revenue_of_the_shop_or_of_its_members(shop):
    member = add_member(shop)
    cart = cart_of(Item("tea", 5_000), member=member)
    cart = add(cart, tip_line(shop.desk, cart, 800))
    shop.checkout.complete(uuid7(), cart, None, (cash(5_800),))
    told = figures(shop, shop.compass.this_month())
    assert (told["revenue"].now, told["member_revenue"].now, told["tips"].now) == (
        5_000,
        5_000,
        800,
    )
    assert told["average_basket"].now == 5_000
    assert [each.name for each in shop.compass.best(shop.compass.this_month()).products] == ["tea"]


def test_of_products_that_brought_as_much_the_same_are_the_best_whichever_was_sold_first(shop):
    names = [f"tea {at:02d}" for at in range(11)]
    for name in reversed(names):
        shop.checkout.complete(uuid7(), cart_of(Item(name, 500)), None, (cash(500),))
    best = shop.compass.best(shop.compass.this_month()).products
    assert [each.name for each in best] == names[:10]


def test_what_came_back_is_taken_off_once_whoever_claimed_it_and_with_its_tip(shop, clock):
    """50.00 and a tip of 8.00, claimed by Ana, comes back whole on the next day; 30.00 of hers is
    voided; 20.00 stays."""
    ana = add_member(shop, "Ana", "000001")
    cart = cart_of(Item("tea", 5_000))
    tipped = add(cart, tip_line(shop.desk, cart, 800))
    whole = shop.checkout.complete(uuid7(), tipped, None, (cash(5_800),))
    shop.claims.claim(whole.number, ana)
    sell(shop, 2_000, ana)
    shop.refunds.void(sell(shop, 3_000, ana).number, "wrong")
    today = figures(shop, shop.compass.this_month())
    assert (today["revenue"].now, today["member_revenue"].now) == (7_000, 7_000)
    assert today["sales"].now == 2
    clock.forward(days=1)
    shop.refunds.refund(RefundDraft(uuid7(), whole.sale_id))
    told = figures(shop, period("2026-11-21", "2026-11-22"))
    assert (told["revenue"].now, told["member_revenue"].now) == (2_000, 2_000)
    assert (told["refunds"].now, told["refunded"].now, told["tips"].now) == (1, 5_000, 0)
    assert (told["member_share"].now, told["average_basket"].now) == (10_000, 3_500)
    assert told["revenue"].trend == (7_000, -5_000)
    alone = figures(shop, period("2026-11-22", "2026-11-22"))
    assert (alone["revenue"].now, alone["member_share"].now) == (-5_000, None)
    # Taken back whole, it is no purchase of hers any more; what stays is.
    assert told["active_members"].now == 1
    best = shop.compass.best(period("2026-11-21", "2026-11-22")).products
    assert [(each.name, each.total_minor) for each in best] == [("open item", 2_000)]


def test_two_merged_members_are_one_and_an_archived_one_is_not_active(shop):
    one, two, gone = (
        shop.members.add(MemberDraft(name=name, source="friend")).member.member_id
        for name in ("Anna", "Anna B", "Gone")
    )
    for member in (one, two, gone):
        sell(shop, 1_000, member)
    shop.merges.merge(uuid7(), one, two)
    shop.members.archive(gone)
    month = shop.compass.this_month()
    told = figures(shop, month)
    assert (told["new_members"].now, told["members"].now) == (2, 1)
    assert (told["active_members"].now, told["member_sales"].now) == (1, 3)
    assert shop.compass.people(month).sources == (Counted("friend", 2, 0, 0),)
    seqs = shop.compass.members_behind(Behind("active_members", month)).seqs
    assert list(shop.insights.numbers(seqs)) == [shop.members.get(one).number]
    assert len(shop.compass.members_behind(Behind("new_members", month))) == 2
    assert len(shop.compass.members_behind(Behind("source", month, ("friend",)))) == 2
    # Who was merged came once, on one day, under either number.
    assert [cohort.came for cohort in shop.compass.cohorts(month)] == [(2,)]


def test_a_sale_dated_in_the_future_counts_when_its_day_has_come(shop, clock):
    member = add_member(shop)
    clock.forward(days=20)
    sell(shop, 1_000, member)
    clock.forward(days=-20)
    told = figures(shop, shop.compass.this_month())
    assert (told["sales"].now, told["active_members"].now) == (0, 0)
    assert shop.compass.cohorts(shop.compass.this_month()) == ()
    with pytest.raises(FieldInvalid) as refused:
        shop.compass.period(day("2026-12-01"), day("2026-12-31"))
    assert refused.value.reason == "in_the_future"
    assert shop.compass.period(day("2026-11-01"), day("2026-12-31")) == shop.compass.this_month()
    with pytest.raises(FieldInvalid):
        shop.compass.period(day("2026-11-02"), day("2026-11-01"))
    with pytest.raises(FieldInvalid):
        shop.compass.period(day("0001-01-01"), day("2026-11-01"))


def test_a_shop_without_sales_has_figures_of_zero(shop):
    found = shop.compass.compass()
    assert {each.now for each in found.figures} == {0, None}
    assert found.cohorts == found.benefits == found.sources == found.tiers.moves == ()
    assert found.best.products == found.pairs.pairs == ()
    assert found.months[-1].total_minor == 0
    ten = shop.compass.compass(period("2016-11-22", "2026-11-21"))
    assert len(ten.months) == 121
    assert len(found.months) == 12  # never less: there is a course to see
    assert {each.now for each in ten.figures} == {0, None}


def test_a_voided_sale_is_none_of_those_that_lists_are_read_from(shop):
    """Else the newest two of three would be told, as though one had been left out."""
    sold = [sell(shop, 1_000).number for _ in range(3)]
    shop.refunds.void(sold[-1], "wrong")
    found = shop.compass.compass()
    told = figures(shop, shop.compass.this_month())
    assert (found.pairs.read, found.pairs.sales) == (2, 2)
    assert (found.best.read, found.best.sales) == (2, 2)
    assert told["sales"].now == 2


def test_benefits_and_value_are_counted_as_they_were_used(shop):
    """500.00 charged with 80.00 bonus, 45.00 spent of it; a coupon used and one lapsed."""
    use(shop, EVERYTHING_IN_ONE)
    member = shop.members.add(MemberDraft(name="Anna")).member.member_id
    shop.wallets.top_up(uuid7(), member, 50_000, (cash(50_000),))
    shop.coupons.issue("five", member)
    month = shop.compass.this_month()
    told = figures(shop, month)
    assert (told["topped_up"].now, told["bonus_given"].now) == (50_000, 8_000)
    assert (told["coupons_issued"].now, told["owed"].now) == (1, 58_000)
    for what in ("topped_up", "bonus_given", "coupons_issued", "owed"):
        assert len(shop.compass.members_behind(Behind(what, month))) == 1
    assert len(shop.compass.members_behind(Behind("wallet_spent", month))) == 0


def test_whole_months_are_compared_with_whole_months():
    assert period("2026-03-01", "2026-04-30").before == period("2026-01-01", "2026-02-28")
    assert period("2024-02-01", "2024-02-29").year_before == period("2023-02-01", "2023-02-28")
    assert period("2026-11-15", "2026-11-21").before == period("2026-11-08", "2026-11-14")


def test_pairs_are_told_only_beyond_chance():
    together = [("bread", "butter", "bag")] * 20 + [("tea", "bag")] * 40 + [("bag",)] * 40
    told = pairs(together, 5)
    assert [(pair.first, pair.second, pair.baskets) for pair in told] == [("bread", "butter", 20)]
    assert told[0].lift == 5.0
    by_chance = [("a", "b"), ("a",), ("b",), ()] * 25
    assert pairs(by_chance, 1) == ()
    assert pairs([], 1) == ()


def test_every_promise_that_was_used_is_counted_once_under_its_own_name(shop, clock):
    ana = loyal_day(shop)
    month = shop.compass.this_month()
    found = shop.compass.compass(month)
    used = {(each.kind, each.id): (each.now, each.before) for each in found.benefits}
    assert used == {
        ("coupon", "five"): (1, 0), ("reward", "tea"): (1, 0), ("perk", "lounge"): (1, 0),
        ("pass", "ten"): (1, 0),
    }  # fmt: skip
    (move,) = found.tiers.moves
    assert (move.was, move.tier.said("en"), move.up, move.members) == (None, "Gold", True, 1)
    now = {str(each.name): each.now for each in found.figures}
    assert (now["tiers_up"], now["tiers_down"]) == (1, 0)
    assert (now["topped_up"], now["wallet_spent"]) == (100_000, 5_000)
    assert now["coupons_redeemed"] == 1
    standing = shop.loyalty.standing(ana)
    wallet, gift = standing.wallet, 20_000 - 1_000
    worth = standing.points.balance  # a point pays a cent
    assert now["owed"] == worth + wallet.total_minor + wallet.credit_minor + gift
    for benefit in used:
        assert len(shop.compass.members_behind(Behind("benefit", month, benefit))) == 1
    assert len(shop.compass.members_behind(Behind("move", month, move.key))) == 1
    for what in ("tiers_up", "wallet_spent", "coupons_redeemed", "points_burned"):
        assert len(shop.compass.members_behind(Behind(what, month))) == 1
    issued = shop.compass.members_behind(Behind("coupons_issued", month))
    assert (len(issued), issued.of_nobody) == (1, 3)  # three leaflets are for bearers
    assert issued.total == now["coupons_issued"]
    # More than a year on: points and coupons have lapsed, the tier was reviewed.
    clock.forward(days=800)
    shop.due.run()
    past = Period(day("2026-11-22"), shop.desk.today())
    then = {str(each.name): each.now for each in shop.compass.compass(past).figures}
    database = shop.desk.database
    for figure, sql in (
        ("points_expired", "SELECT -sum(points) FROM points_entry WHERE kind = 'expire'"),
        ("coupons_expired", "SELECT count(*) FROM coupon_entry WHERE kind = 'expired'"),
        ("tiers_down", "SELECT count(*) FROM tier_entry WHERE kind = 'lowered'"),
    ):
        assert then[figure] == (database.value(sql) or 0)
    assert then["coupons_expired"] > 0
    assert then["tiers_down"] == 1


def test_every_figure_of_an_imported_past_equals_a_direct_computation(shop, tmp_path):
    made = purchases(400)
    take_history(shop, made, tmp_path)
    first, last = day("1997-04-01"), day("1997-06-30")
    bought: dict[str, dict[date, int]] = defaultdict(dict)
    for number, when, _, cents in made:
        bought[number][when] = bought[number].get(when, 0) + cents
    within = {n: [d for d in days if first <= d <= last] for n, days in bought.items()}
    told = figures(shop, Period(first, last))
    assert told["revenue"].now == sum(c for _, d, _, c in made if first <= d <= last)
    assert told["sales"].now == sum(map(len, within.values()))
    assert told["active_members"].now == sum(map(bool, within.values()))
    began = {n: sorted(days) for n, days in bought.items() if first <= min(days) <= last}
    for span in (30, 60, 90):
        again = [len(d) > 1 and (d[1] - d[0]).days <= span for d in began.values()]
        assert told[f"repurchase_{span}"].now == (
            (2 * sum(again) * 10_000 + len(again)) // (2 * len(again))
        )
        behind = shop.compass.members_behind(Behind(f"repurchase_{span}", Period(first, last)))
        assert len(behind) == sum(again)
    for cohort in shop.compass.cohorts(Period(first, last)):
        who = [n for n, days in bought.items() if f"{min(days):%Y-%m}" == cohort.month]
        months = [f"1997-{int(cohort.month[5:]) + at:02d}" for at in range(len(cohort.came))]
        came = [sum(any(f"{d:%Y-%m}" == m for d in bought[n]) for n in who) for m in months]
        assert (cohort.members, list(cohort.came)) == (len(who), came)
        key = (cohort.month, months[-1])
        behind = shop.compass.members_behind(Behind("cohort", Period(first, last), key))
        assert len(behind) == came[-1]


def test_presets_run_until_today_or_are_whole():
    today = day("2026-11-21")  # a Saturday
    for preset, first, last in (
        (Preset.THIS_WEEK, "2026-11-16", "2026-11-21"),
        (Preset.THIS_QUARTER, "2026-10-01", "2026-11-21"),
        (Preset.THIS_YEAR, "2026-01-01", "2026-11-21"),
        (Preset.LAST_WEEK, "2026-11-09", "2026-11-15"),
        (Preset.LAST_MONTH, "2026-10-01", "2026-10-31"),
        (Preset.LAST_QUARTER, "2026-07-01", "2026-09-30"),
        (Preset.LAST_YEAR, "2025-01-01", "2025-12-31"),
    ):
        assert preset_period(preset, today) == period(first, last)
    assert apart((period("2026-01-05", "2026-01-09"), period("2026-01-01", "2026-01-04"))) == (
        period("2026-01-01", "2026-01-09"),
    )
    months = steps(period("2024-01-15", "2026-01-14"))
    assert (months[0], months[-1]) == (
        period("2024-01-15", "2024-01-31"),
        period("2026-01-01", "2026-01-14"),
    )


def test_a_change_is_told_in_its_own_terms():
    assert change(120, 100, Unit.COUNT) == Change(Way.UP, 2_000)
    assert change(0, 100, Unit.MONEY) == Change(Way.DOWN, 10_000)
    assert change(5, 0, Unit.COUNT) == Change(Way.NEW)
    assert change(2_500, 2_000, Unit.SHARE) == Change(Way.UP, 500)
    assert change(None, 2_000, Unit.SHARE) == Change(Way.UNKNOWN)


def test_a_cohort_is_as_long_as_its_months():
    told = cohorts(
        [("2026-01", "2026-01", 4), ("2026-01", "2026-03", 1), ("2026-03", "2026-03", 2)],
        "2026-03",
    )
    assert told == (
        Cohort("2026-01", 4, (4, 0, 1)),
        Cohort("2026-02", 0, (0, 0)),
        Cohort("2026-03", 2, (2,)),
    )
    assert told[0].share_bp(2) == 2_500
    assert mean_share_bp(told, 2) == 2_500
    assert mean_share_bp(told, 5) is None
    assert cohorts([], "2026-03") == ()
