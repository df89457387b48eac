"""The backtest: what a scheme would have given and cost over past sales, worked out by hand."""

import gc
import tracemalloc
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import _lru_cache_wrapper
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.backtest import Assumed, Backtest, MemberFigures, Outcome
from app.services.rules.pricing import PriceTerms
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import DateRange, Goods, When, Who
from app.services.rules.scheme.earning import (
    EarnBasis,
    EarnRule,
    Multiplier,
    PointsExpiry,
    PointsTender,
    PointsTerms,
)
from app.services.rules.scheme.offers import Benefit, BenefitKind, Promotion, Reward, UseLimit
from app.services.rules.scheme.standing import (
    CashReward,
    Downgrade,
    Plan,
    Tier,
    TierBasis,
    TierKept,
    TierTerms,
    TierWindow,
)
from app.services.rules.scheme.words import words
from tests.rules.past import member, past_sale

ANA, BO = member(1), member(2)

TIERS = TierTerms(
    TierBasis.SPEND,
    TierWindow.CALENDAR_YEAR,
    (
        Tier("insider", words("Insider"), 0),
        Tier("vib", words("VIB"), 37_500),
        Tier("rouge", words("Rouge"), 100_000),
    ),
    kept=TierKept.END_OF_NEXT_YEAR,
)
SCHEME = Scheme(
    version=1,
    name="beauty",
    earn=(EarnRule("money", words("Points"), points=1, unit_minor=100),),
    multipliers=(Multiplier("vib", words("VIB"), 12_500, who=Who(tiers=("vib",))),),
    points=PointsTerms(expiry=PointsExpiry.MONTHS, months=12),
    tiers=TIERS,
    rewards=(Reward("sample", words("A sample"), cost_points=100, cost_minor=300),),
    promotions=(
        Promotion(
            "days",
            words("Member days"),
            Benefit(BenefitKind.PERCENT_OFF, percent_bp=2_000),
            when=When(dates=(DateRange(date(1997, 3, 1), date(1997, 3, 7)),)),
            who=Who(members_only=True),
        ),
    ),
)
SALES = (
    past_sale("1997-01-10", ANA, 15_000, 5_000),
    past_sale("1997-02-05", ANA, 18_050),
    past_sale("1997-02-20", BO, 5_099),
    past_sale("1997-03-01", ANA, 10_000),
    past_sale("1997-03-02", None, 1_000),
)


def tried(scheme, sales, last_day, **assumed) -> tuple[Backtest, Outcome]:
    backtest = Backtest(scheme, PriceTerms(), Assumed(**assumed))
    for sale in sales:
        backtest.add(sale)
    return backtest, backtest.outcome(date.fromisoformat(last_day))


def figures(outcome, *names):
    """One row a month of these figures, months without any of them left out."""
    rows = {month.month: tuple(getattr(month, name) for name in names) for month in outcome.months}
    return {name: row for name, row in rows.items() if any(row)}


def test_points_discounts_and_liability_fall_into_their_months():
    # Ana: 200 points; 180.50 → 180, which makes 380.50, VIB; 100.00 × 1.25 = 125 points.
    # Bo: 50.99 → 50. The stranger earns nothing. On 1 March members pay 20 % less: 20.00, but
    # the points are those of the 100.00 that was paid.
    _, outcome = tried(SCHEME, SALES, "1997-03-31")
    assert figures(outcome, "sales", "revenue_minor", "points_earned", "discount_minor") == {
        "1997-01": (1, 20_000, 200, 0),
        "1997-02": (2, 23_149, 230, 0),
        "1997-03": (2, 11_000, 125, 2_000),
    }
    # 100 points are a sample of 3.00: 200, 430 and 555 points are 6.00, 12.90 and 16.65.
    assert figures(outcome, "liability_minor") == {
        "1997-01": (600,),
        "1997-02": (1_290,),
        "1997-03": (1_665,),
    }
    # 20.00 of discounts and 16.65 still owed on 541.49 of revenue.
    assert (outcome.cost_minor, outcome.revenue_minor) == (3_665, 54_149)


def test_points_lapse_in_the_month_in_which_they_stop_counting():
    # Earned on 10 January they last to 10 January 1998; all are gone by April 1998.
    _, outcome = tried(SCHEME, SALES, "1998-04-30")
    assert figures(outcome, "points_expired") == {
        "1998-01": (200,),
        "1998-02": (230,),
        "1998-03": (125,),
    }
    assert (outcome.points_end, outcome.liability_end_minor) == (0, 0)
    # On the last day they still count.
    _, to_the_day = tried(SCHEME, SALES[:1], "1998-01-10")
    assert (to_the_day.points_expired, to_the_day.points_end) == (0, 200)


def test_points_that_last_to_a_month_s_end_lapse_in_the_next():
    scheme = replace(SCHEME, points=PointsTerms(expiry=PointsExpiry.END_OF_YEAR))
    _, outcome = tried(scheme, SALES, "1998-01-31")
    assert figures(outcome, "points_expired") == {"1998-01": (555,)}
    assert outcome.months[11].liability_minor == 1_665


def test_each_visit_keeps_points_alive_where_the_scheme_says_so():
    # 20 January + 2 months; a visit on 15 March moves all to 15 May, and then nobody comes.
    scheme = replace(SCHEME, points=PointsTerms(expiry=PointsExpiry.INACTIVITY, months=2))
    sales = [past_sale("1997-01-20", ANA, 1_000), past_sale("1997-03-15", ANA, 50)]
    _, outcome = tried(scheme, sales, "1997-05-31")
    assert figures(outcome, "points_expired") == {"1997-05": (10,)}
    _, lost = tried(scheme, [sales[0], past_sale("1997-03-21", ANA, 1_000)], "1997-05-21")
    assert figures(lost, "points_earned", "points_expired") == {
        "1997-01": (10, 0),
        "1997-03": (10, 10),
    }


def test_tiers_rise_on_the_sale_and_fall_at_the_review():
    # VIB from 5 February 1997, kept to the end of 1998; nothing was spent in 1998.
    backtest, outcome = tried(SCHEME, SALES, "1999-02-28")
    assert [(t.tier, t.members_end, t.upgrades, t.downgrades) for t in outcome.tiers] == [
        ("insider", 2, 0, 0),
        ("vib", 0, 1, 1),
        ("rouge", 0, 0, 0),
    ]
    by_month = {month.month: dict(month.tiers) for month in outcome.months}
    assert by_month["1997-01"] == {"insider": 1, "vib": 0, "rouge": 0}
    assert by_month["1997-02"] == by_month["1998-12"] == {"insider": 1, "vib": 1, "rouge": 0}
    assert by_month["1999-01"] == {"insider": 2, "vib": 0, "rouge": 0}
    assert backtest.member(UUID(int=1).bytes) == MemberFigures(
        48_050, 0, "insider", ((1997, "vib"), (1998, "vib"))
    )
    assert backtest.member(UUID(int=3).bytes) is None


def test_a_year_s_end_is_noted_on_its_last_evening_and_not_before():
    for last_day, years in (("1997-12-30", ()), ("1997-12-31", ((1997, "vib"),))):
        backtest, _ = tried(SCHEME, SALES, last_day)
        found = backtest.member(UUID(int=1).bytes)
        assert found is not None
        assert found.tier_by_year == years


def test_rolling_months_forget_what_was_bought_before_them():
    # Silver at 300 points in 12 months, reviewed 12 months after: 100 bought in between keep
    # nobody; 300 within the last 12 months do.
    tiers = TierTerms(
        TierBasis.POINTS,
        TierWindow.ROLLING_MONTHS,
        (Tier("green", words("Green"), 0), Tier("silver", words("Silver"), 300)),
        downgrade=Downgrade.ONE_STEP,
    )
    scheme = replace(SCHEME, tiers=tiers, multipliers=(), rewards=(), promotions=())
    up = [past_sale("1997-01-10", ANA, 30_000), past_sale("1997-05-01", ANA, 10_000)]
    _, fallen = tried(scheme, up, "1998-01-31")
    assert [(t.members_end, t.upgrades, t.downgrades) for t in fallen.tiers] == [
        (1, 0, 0),
        (0, 1, 1),
    ]
    _, kept = tried(scheme, [*up, past_sale("1997-12-01", ANA, 20_000)], "1998-01-31")
    assert [(t.members_end, t.upgrades, t.downgrades) for t in kept.tiers] == [
        (0, 0, 0),
        (1, 1, 0),
    ]


def test_what_points_paid_neither_earns_nor_qualifies():
    # 400.00, of which 50.00 by points: 350 points, and no VIB at 375.
    _, outcome = tried(
        SCHEME, [past_sale("1997-01-10", ANA, 40_000, unearned_minor=5_000)], "1997-01-31"
    )
    assert (outcome.revenue_minor, outcome.points_earned) == (35_000, 350)
    assert outcome.tiers[1].upgrades == 0


def test_a_visit_earns_once_a_day():
    visit = EarnRule("visit", words("A visit"), points=10, basis=EarnBasis.VISIT)
    scheme = Scheme(version=1, name="visits", earn=(visit,))
    sales = [past_sale(day, ANA, 500) for day in ("1997-01-01", "1997-01-01", "1997-01-02")]
    assert tried(scheme, sales, "1997-01-31")[1].points_earned == 20


def test_an_offer_of_some_hours_is_given_in_them_and_not_outside():
    happy = replace(SCHEME.promotions[0], when=When(from_minute=840, to_minute=960), who=Who())
    sales = [past_sale("1997-01-01", None, 1_000, minute=at) for at in (839, 840, 959, 960)]
    _, outcome = tried(replace(SCHEME, promotions=(happy,)), sales, "1997-01-31")
    assert outcome.discount_minor == 2 * 200


def test_an_offer_s_limit_a_member_holds_in_a_backtest():
    # Two units a member and year: 20 % of 10.00 twice in each of two years.
    twice = replace(SCHEME.promotions[0], when=When(), limit=UseLimit(per_member_year=2))
    days = ("1997-01-01", "1997-02-01", "1997-03-01", "1998-01-01", "1998-02-01", "1998-03-01")
    sales = [past_sale(day, ANA, 1_000) for day in days]
    _, outcome = tried(replace(SCHEME, promotions=(twice,)), sales, "1998-03-31")
    months = ("1997-01", "1997-02", "1998-01", "1998-02")
    assert figures(outcome, "discount_minor") == dict.fromkeys(months, (200,))


def test_an_offer_by_what_a_member_buys_looks_at_the_last_90_days():
    # Three coffees by 3 January: the fourth sale is half price, and 90 days later none is.
    fan = replace(
        SCHEME.promotions[0],
        benefit=Benefit(BenefitKind.PERCENT_OFF, percent_bp=5_000),
        when=When(),
        who=Who(often_bought=Goods(categories=("coffee",)), bought_at_least=3),
    )
    days = ("1997-01-01", "1997-01-02", "1997-01-03", "1997-01-04", "1997-04-04")
    sales = [past_sale(day, ANA, 400, category="coffee") for day in days]
    _, outcome = tried(replace(SCHEME, promotions=(fan,)), sales, "1997-04-30")
    assert figures(outcome, "discount_minor") == {"1997-01": (200,)}


# --- paid plans ---------------------------------------------------------------

GOLD = Plan("gold", words("Gold"), 6_000, 12, level="gold")
EXECUTIVE = Plan(
    "executive",
    words("Executive"),
    12_000,
    12,
    level="executive",
    cash_reward=CashReward(200, cap_minor=1_000, goods=Goods(without=Goods(categories=("fuel",)))),
)
WAREHOUSE = Scheme(version=1, name="warehouse", plans=(EXECUTIVE, GOLD), plan_needed=True)
BOUGHT = (
    past_sale("1997-01-31", ANA, 20_000),
    past_sale("1997-02-01", ANA, 90_000, category="fuel"),
    past_sale("1997-06-01", BO, 70_000),
    past_sale("1998-02-01", ANA, 5_000),
)


def test_members_have_the_cheapest_plan_from_their_first_sale_and_renew_it():
    # 60.00 on 31 January and 1 June 1997, and again a year after each.
    _, outcome = tried(WAREHOUSE, BOUGHT, "1998-06-01")
    assert outcome.plan == "gold"
    assert figures(outcome, "fees_minor", "reward_cost_minor", "liability_minor") == {
        "1997-01": (6_000, 0, 0),
        "1997-06": (6_000, 0, 0),
        "1998-01": (6_000, 0, 0),
        "1998-06": (6_000, 0, 0),
    }


def test_a_cash_reward_is_owed_until_it_is_issued_at_the_renewal():
    # Ana: 2 % of 200.00 = 4.00, nothing for fuel, issued on 31 January 1998; then 1.00 of 50.00.
    # Bo: 2 % of 700.00 = 14.00, capped at 10.00, issued on 1 June 1998.
    _, outcome = tried(WAREHOUSE, BOUGHT, "1998-06-01", plan="executive")
    owed = {month.month: month.liability_minor for month in outcome.months}
    assert (owed["1997-01"], owed["1997-05"], owed["1997-06"]) == (400, 400, 1_400)
    assert (owed["1998-01"], owed["1998-02"], owed["1998-06"]) == (1_000, 1_100, 100)
    assert figures(outcome, "reward_cost_minor") == {"1998-01": (400,), "1998-06": (1_000,)}
    assert outcome.fees_minor == 4 * 12_000


def test_a_trial_is_free_and_the_cheapest_plan_is_so_by_the_month():
    monthly = Plan("monthly", words("Monthly"), 1_499, 1, level="prime", trial_days=30)
    yearly = Plan("yearly", words("Yearly"), 13_900, 12, level="prime", trial_days=30)
    scheme = Scheme(version=1, name="prime", plans=(monthly, yearly))
    sales = [past_sale("1997-01-01", ANA, 100)]
    # 30 free days: 1 to 30 January; the fee falls due on the 31st.
    _, outcome = tried(scheme, sales, "1997-01-31")
    assert (outcome.plan, outcome.fees_minor) == ("yearly", 13_900)
    assert tried(scheme, sales, "1997-01-30")[1].fees_minor == 0
    # By the month from 31 January: 28 February, 31 March.
    _, outcome = tried(scheme, sales, "1997-03-31", plan="monthly")
    assert figures(outcome, "fees_minor") == {
        "1997-01": (1_499,),
        "1997-02": (1_499,),
        "1997-03": (1_499,),
    }


# --- points spent -------------------------------------------------------------


def test_points_are_spent_on_the_cheapest_reward_only_where_asked():
    # 200 points of 10 January are two samples of 3.00 on 5 February; 180 are one on 1 March.
    assert tried(SCHEME, SALES, "1997-03-31")[1].points_burned == 0
    _, outcome = tried(SCHEME, SALES, "1997-03-31", redeeming=True)
    assert figures(outcome, "points_burned", "reward_cost_minor") == {
        "1997-02": (200, 600),
        "1997-03": (100, 300),
    }
    assert outcome.points_end == 555 - 300


def test_a_reward_s_limit_holds_in_a_backtest():
    limited = replace(SCHEME.rewards[0], limit=UseLimit(per_member_day=1, per_member=2))
    sales = [past_sale(f"1997-01-{day:02d}", ANA, 30_000) for day in range(1, 6)]
    _, outcome = tried(replace(SCHEME, rewards=(limited,)), sales, "1997-01-31", redeeming=True)
    assert outcome.points_burned == 200


def test_points_pay_as_money_where_they_are_a_tender():
    # 100 points pay 1.00, at most half of a sale: 200 points pay 1.80 of 3.60, 180 points.
    scheme = Scheme(
        version=1,
        name="simple",
        earn=SCHEME.earn,
        burn=PointsTender(points=100, value_minor=100, max_part_bp=5_000),
    )
    sales = [past_sale("1997-01-01", ANA, 20_000), past_sale("1997-01-02", ANA, 360)]
    _, outcome = tried(scheme, sales, "1997-01-31", redeeming=True)
    assert (outcome.points_burned, outcome.reward_cost_minor) == (180, 180)
    # 200 − 180 + 3 points of 0.01 are owed.
    assert outcome.liability_end_minor == 23


def test_goods_given_for_points_cost_what_they_were_sold_for():
    # A free coffee: sold at 4.00 and 5.00 before, of which 60 % are the shop's cost: 2.70.
    scheme = replace(
        SCHEME,
        rewards=(
            Reward(
                "coffee",
                words("A coffee"),
                100,
                Benefit(BenefitKind.FREE_UNITS, goods=Goods(categories=("drinks",)), units=1),
            ),
        ),
    )
    sales = [
        past_sale("1997-01-01", ANA, 400, 500, category="drinks"),
        past_sale("1997-01-02", ANA, 10_000),
    ]
    _, outcome = tried(scheme, sales, "1997-01-31")
    # 9 + 100 points at 2.70 for 100.
    assert outcome.liability_end_minor == 109 * 270 // 100


# --- what always holds --------------------------------------------------------

people = st.sampled_from([None, member(1), member(2), member(3)])
days = st.dates(date(1997, 1, 1), date(1999, 12, 31))
amounts = st.lists(st.integers(0, 60_000), min_size=1, max_size=3)
histories = st.lists(st.tuples(days, people, amounts), max_size=40).map(
    lambda made: [
        past_sale(day.isoformat(), who, *sums)
        for day, who, sums in sorted(made, key=lambda s: s[0])
    ]
)
ROLLING = replace(
    TIERS,
    basis=TierBasis.POINTS,
    window=TierWindow.ROLLING_MONTHS,
    kept=TierKept.MONTHS,
    kept_months=6,
    tiers=tuple(replace(t, threshold=t.threshold // 100) for t in TIERS.tiers),
)
BY_POINTS = replace(SCHEME, plans=(EXECUTIVE,), tiers=ROLLING)
schemes = st.sampled_from([SCHEME, BY_POINTS, WAREHOUSE])
LAST_DAY = "2000-01-31"


def month_sums(outcome) -> Counter:
    sums: Counter = Counter()
    for month in outcome.months:
        for name in ("sales", "revenue_minor", "points_earned", "points_burned", "points_expired",
                     "discount_minor", "reward_cost_minor", "fees_minor"):  # fmt: skip
            sums[month.month, name] += getattr(month, name)
        for tier, members in month.tiers:
            sums[month.month, tier] += members
    return +sums


@given(schemes, histories, st.booleans())
def test_members_are_independent_so_the_whole_is_the_sum_of_each(scheme, sales, redeeming):
    whole = tried(scheme, sales, LAST_DAY, redeeming=redeeming)[1]
    apart: Counter = Counter()
    for who in (None, member(1), member(2), member(3)):
        own = [sale for sale in sales if sale.member == who]
        apart += month_sums(tried(scheme, own, LAST_DAY, redeeming=redeeming)[1])
    assert month_sums(whole) == apart


@given(schemes, histories, st.booleans())
def test_what_fell_due_is_the_same_whether_or_not_anybody_looked(scheme, sales, redeeming):
    """A sale of nothing by a stranger every month, or none: the same points, tiers and fees."""
    whole = tried(scheme, sales, LAST_DAY, redeeming=redeeming)[1]
    nothing = [past_sale(f"{1997 + at // 12}-{at % 12 + 1:02d}-28", None, 0) for at in range(36)]
    mixed = sorted([*sales, *nothing], key=lambda sale: sale.day)
    more = tried(scheme, mixed, LAST_DAY, redeeming=redeeming)[1]
    strip = {"sales"}
    assert {k: v for k, v in month_sums(whole).items() if k[1] not in strip} == {
        k: v
        for k, v in month_sums(more).items()
        if k[1] not in strip and k[0] >= (whole.months[0].month if whole.months else "9")
    }


@given(schemes, histories, st.booleans())
def test_the_books_of_a_backtest_balance(scheme, sales, redeeming):
    backtest, outcome = tried(scheme, sales, LAST_DAY, redeeming=redeeming)
    assert outcome.sales == len(sales)
    assert outcome.revenue_minor == sum(sale.paid_minor for sale in sales)
    ids = {sale.member.member_id for sale in sales if sale.member is not None}
    ended = [found for each in ids if (found := backtest.member(each.bytes)) is not None]
    assert outcome.members == len(ids)
    assert outcome.points_end == sum(each.points for each in ended)
    if scheme.tiers is not None:
        assert Counter(each.tier for each in ended) == +Counter(
            {tier.tier: tier.members_end for tier in outcome.tiers}
        )
        net = {tier.tier: tier.upgrades - tier.downgrades for tier in outcome.tiers}
        assert net[scheme.tiers.tiers[-1].id] == outcome.tiers[-1].members_end


MONTHLY = replace(
    BY_POINTS,
    points=PointsTerms(expiry=PointsExpiry.MONTHS, months=1),
    tiers=replace(ROLLING, window_months=1, kept_months=1),
)


@pytest.mark.parametrize(
    "scheme",
    [
        MONTHLY,
        replace(MONTHLY, points=PointsTerms(expiry=PointsExpiry.INACTIVITY, months=24)),
        replace(MONTHLY, points=PointsTerms(), tiers=TIERS),
    ],
)
def test_what_is_kept_grows_with_members_and_not_with_sales(scheme):
    """Two members buy every day: four times a day, or for four times as long, is no more."""

    def kept(days, a_day):
        gc.collect()
        tracemalloc.start()
        backtest = Backtest(scheme, PriceTerms(), Assumed())
        first = date(1997, 1, 1)
        for at in range(days):
            for who in (ANA, BO) * a_day:
                backtest.add(past_sale((first + timedelta(at)).isoformat(), who, 1_234))
        forget()
        gc.collect()
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        backtest.outcome(first + timedelta(days))
        return size

    def forget():
        # What is remembered of the calendar is bounded, and no part of the backtest.
        for each in gc.get_objects():
            if isinstance(each, _lru_cache_wrapper) and each.__module__.startswith("app."):
                each.cache_clear()

    kept(5, 1)
    once = kept(60, 1)
    assert kept(60, 4) < once * 12 // 10
    # The figures of a month more are all that a month more of sales adds.
    assert kept(240, 1) < once + 6 * 1_500
