"""Rules 9, 12 and 14: what a sale earns and what a refund takes back, worked out by hand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.cart import Item
from app.services.rules.earning import (
    EarnBase,
    EarnLine,
    earned_at_one_rate,
    earned_by,
    earned_by_kept,
    reversed_points,
)
from app.services.rules.points import points_offset_minor
from app.services.rules.quote import GivenPoints
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import Goods, When, Who
from app.services.rules.scheme.earning import EarnBasis, EarnRule, Multiplier, PointsTender
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward, UseLimit
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind, settle
from tests.rules.scheme_builder import (
    NOON,
    SIMPLE,
    TERMS,
    at,
    cart,
    category,
    codes,
    line,
    member,
    off,
    priced,
    promo,
    scheme_of,
    template,
    the,
)

TWENTY = EarnRule("base", words("base"), points=1, unit_minor=2000)


def earning(*rules: EarnRule, **more: object) -> Scheme:
    return Scheme(1, "test", earn=rules, **more)  # type: ignore[arg-type]


# --- rule 9 -----------------------------------------------------------------------


def test_rule_9_fractions_are_floored_once_per_sale_and_rule():
    # Two lines of 15.00 at 1 point per 20.00: 30.00 / 20.00 = 1.5 → 1, on the first line.
    quote = priced(cart(line("a", 1500), line("b", 1500), who=member()), earning(TWENTY))
    assert quote.points_earned == 1
    assert [priced_line.points for priced_line in quote.lines] == [1, 0]


def test_rule_9_each_rule_is_floored_by_itself():
    # Dining 15.00 at 1 per 20.00 → 0.75 → 0; the rest 30.00 → 1: never (0.75 + 1.5) = 2.
    dining = replace(TWENTY, id="dining", goods=category("dining"))
    basket = cart(line("a", 1500, category="dining"), line("b", 3000), who=member())
    quote = priced(basket, earning(dining, TWENTY))
    assert quote.points_by_rule == (("base", 1),)


def paid(*tenders: Tender, scheme: Scheme = SIMPLE) -> int:
    basket = cart(line("tea", 10000), who=member(points=100_000))
    return settle(basket, priced(basket, scheme), tenders, scheme, TERMS).points_earned


def test_rule_9_points_bonus_and_gift_cards_earn_nothing():
    # 100.00 at 1 point per 1.00; 40.00 of it in each way that earns nothing.
    cash = Tender(TenderKind.CASH, 6000)
    assert paid(Tender(TenderKind.CASH, 10000)) == 100
    assert paid(cash, Tender(TenderKind.POINTS, 4000)) == 60
    assert paid(cash, Tender(TenderKind.GIFT_CARD, 4000)) == 60
    assert paid(cash, Tender(TenderKind.STORED_VALUE, 4000, bonus_minor=4000)) == 60
    # Of a wallet only the bonus earns nothing: 40.00 of which 10.00 bonus.
    assert paid(cash, Tender(TenderKind.STORED_VALUE, 4000, bonus_minor=1000)) == 90


def test_rule_9_what_a_coupon_takes_off_earns_nothing():
    scheme = scheme_of(coupons=(template("ten", off(10)),))
    quote = priced(cart(line("tea", 10000), who=member(), coupons=("ten",)), scheme)
    assert quote.points_earned == 90


def test_rule_9_a_rate_may_leave_the_tax_out():
    # 113.00 with 13 % in it: 13.00 tax, 100.00 net.
    net = replace(SIMPLE.earn[0], net_of_tax=True)
    quote = priced(cart(line("tea", 11300, tax_rate_bp=1300), who=member()), earning(net))
    assert quote.points_earned == 100


def test_a_line_earns_by_the_first_rule_it_meets_and_by_those_on_top():
    # Coffee 2 per 1.00; everything else 1 per 1.00; on top 5 a unit of coffee; 10 for the visit.
    rules = (
        EarnRule("coffee", words("c"), points=2, unit_minor=100, goods=category("coffee")),
        EarnRule("rest", words("r"), points=1, unit_minor=100),
        EarnRule(
            "cups",
            words("k"),
            points=5,
            basis=EarnBasis.QUANTITY,
            unit_milli=1000,
            goods=category("coffee"),
            also=True,
        ),
        EarnRule("visit", words("v"), points=10, basis=EarnBasis.VISIT),
    )
    # 2 × 30.00 → 120; 15.00 → 15; 2 cups → 10; visit → 10.
    basket = cart(line("latte", 3000, 2, category="coffee"), line("cake", 1500), who=member())
    quote = priced(basket, earning(*rules))
    assert dict(quote.points_by_rule) == {"coffee": 120, "rest": 15, "cups": 10, "visit": 10}
    assert quote.uses == (("earn:visit", 1),)
    again = replace(basket, member=member(uses=(("earn:visit", 1, 1, 1),)))
    second = priced(again, earning(*rules))
    assert (second.points_earned, codes(second)["visit"]) == (145, "visit_counted")


def test_multipliers_multiply_across_groups_and_the_highest_holds_in_one():
    # 15.00 + 15.00 at 1 per 20.00, dining × 2, gold × 1.5 or × 1.2 (one group):
    # (15 × 2 × 1.5 + 15 × 1.5) / 20 = 67.5 / 20 = 3.375 → 3.
    multipliers = (
        Multiplier("dining", words("d"), 20_000, goods=category("dining"), group="goods"),
        Multiplier("gold", words("g"), 15_000, who=Who(tiers=("gold",)), group="tier"),
        Multiplier("any", words("a"), 12_000, group="tier"),
    )
    scheme = earning(TWENTY, multipliers=multipliers, tiers=the("bank-card").tiers)
    basket = cart(line("a", 1500, category="dining"), line("b", 1500), who=member(tier="gold"))
    quote = priced(basket, scheme)
    # The weights are 45 and 22.5 of 67.5: 2 and 1 points.
    assert [priced_line.points for priced_line in quote.lines] == [2, 1]
    classic = replace(basket, member=member(tier="classic"))
    # (15 × 2 × 1.2 + 15 × 1.2) / 20 = 54 / 20 → 2.
    assert priced(classic, scheme).points_earned == 2


def test_an_extra_that_does_not_qualify_counts_for_no_tier():
    # Beauty: 1 per 1.00, × 1.25 for VIB: 100.00 → 125 points, of which 100 count.
    quote = priced(cart(line("serum", 10000), who=member(tier="vib")), the("beauty"))
    assert (quote.points_earned, quote.qualifying_points) == (125, 100)


def test_points_may_pay_from_a_minimum_and_for_a_part_only():
    # 100 points pay 1.00, at least 500 at once, at most half of a sale.
    burn = PointsTender(100, 100, min_points=500, max_part_bp=5000)
    scheme = replace(SIMPLE, burn=burn)
    basket = cart(line("tea", 2000), who=member(points=5000))
    quote = priced(basket, scheme)

    def refused(amount_minor: int) -> str:
        done = settle(basket, quote, (Tender(TenderKind.POINTS, amount_minor),), scheme, TERMS)
        return "" if done.refused is None else done.refused.code

    assert refused(400) == "points_too_few_at_once"
    assert refused(1000) == ""
    assert refused(1001) == "points_past_their_part"
    none = replace(scheme, burn=None)
    done = settle(basket, quote, (Tender(TenderKind.POINTS, 2000),), none, TERMS)
    assert done.refused is not None
    assert not done.complete


def test_the_points_key_pays_no_more_than_points_may():
    # 5,000 points are worth 50.00; of a sale of 20.00 half may be paid: 10.00. At least 500
    # points at once: 499 pay nothing. Above that, whole blocks of 100.
    scheme = replace(SIMPLE, burn=PointsTender(100, 100, min_points=500, max_part_bp=5000))
    assert points_offset_minor(5000, 2000, scheme) == 1000
    assert points_offset_minor(499, 2000, scheme) == 0
    assert points_offset_minor(777, 2000, scheme) == 700
    # Half of 8.00 takes 400 points, which are too few at once.
    assert points_offset_minor(5000, 800, scheme) == 0
    assert points_offset_minor(5000, 2000, replace(scheme, burn=None)) == 0


# --- rule 14 ----------------------------------------------------------------------

CUP = Reward("cup", words("cup"), 150, Benefit(BenefitKind.FREE_UNITS, category("coffee"), units=1))


def test_rule_14_a_reward_earns_nothing_by_money_nor_by_quantity():
    by_cup = EarnRule("cups", words(""), points=1, basis=EarnBasis.QUANTITY, unit_milli=1000)
    basket = cart(
        line("latte", 3000, 3, category="coffee"), who=member(points=150), rewards=("cup",)
    )
    # Three cups, one for points: 60.00 paid → 60 points; two cups → 2 points.
    assert priced(basket, scheme_of(rewards=(CUP,))).points_earned == 60
    assert priced(basket, replace(earning(by_cup), rewards=(CUP,))).points_earned == 2
    alone = cart(line("latte", 3000, category="coffee"), who=member(points=150), rewards=("cup",))
    visit = EarnRule("visit", words(""), points=10, basis=EarnBasis.VISIT)
    assert priced(alone, replace(earning(visit), rewards=(CUP,))).points_earned == 0


def test_rule_14_what_an_offer_makes_free_earns_nothing_by_quantity():
    by_unit = EarnRule("units", words(""), points=1, basis=EarnBasis.QUANTITY, unit_milli=1000)
    free = promo("free", Benefit(BenefitKind.WAIVE_FEE, category("bag")))
    scheme = replace(earning(by_unit), promotions=(free,))
    basket = cart(line("tea", 1000, 2), line("bag", 100, 1, category="bag"), who=member())
    assert priced(basket, scheme).points_earned == 2


def test_a_reward_may_be_had_so_often_a_day():
    once = replace(CUP, limit=UseLimit(per_member_day=1))
    basket = cart(
        line("latte", 3000, 3, category="coffee"), who=member(points=900), rewards=("cup", "cup")
    )
    quote = priced(basket, scheme_of(rewards=(once,)))
    assert (len(quote.rewards), quote.uses) == (1, (("cup", 1),))
    assert codes(quote)["cup"] == "limit_per_day"


def test_rule_14_points_given_by_an_offer_are_fewer_where_points_pay():
    gift = promo("gift", Benefit(BenefitKind.GIVE_POINTS, points=50))
    scheme = replace(scheme_of(gift), burn=SIMPLE.burn)
    basket = cart(line("tea", 4000), who=member(points=10_000))
    half = (Tender(TenderKind.POINTS, 2000), Tender(TenderKind.CASH, 2000))
    # 20 for the 20.00 of cash, and half of the 50.
    assert settle(basket, priced(basket, scheme), half, scheme, TERMS).points_earned == 45


def test_rule_14_a_sale_paid_by_points_alone_earns_nothing():
    assert paid(Tender(TenderKind.POINTS, 10000)) == 0


# --- rule 12 ----------------------------------------------------------------------


def test_rule_12_many_small_refunds_keep_no_point():
    # 1 per 20.00 on 3 × 15.00 = 45.00 → 2 points. Kept 30.00 → 1: the first refund takes 1.
    # Kept 15.00 → 0: both are taken; kept 0: still 2, never less, never more.
    base = EarnBase(tuple(EarnLine(Item("a", 1500), 1500, 0, 1000) for _ in range(3)))
    nothing = EarnLine(Item("a", 1500), 0, 0, 0)
    taken = []
    for gone in range(4):
        kept = (*([nothing] * gone), *base.lines[gone:])
        taken.append(reversed_points(earning(TWENTY), member(), base, kept, NOON))
    assert taken == [0, 1, 2, 2]


def test_rule_12_a_refund_goes_back_over_the_tenders_pro_rata():
    # 40.00, half by points: 20.00 earned 20. One of two lines back: half of both parts, 10 left.
    lines = (EarnLine(Item("a", 2000), 2000, 0, 1000), EarnLine(Item("b", 2000), 2000, 0, 1000))
    base = EarnBase(lines, unearned_minor=2000)
    assert earned_by(SIMPLE, member(), base, NOON).points == 20
    kept = (lines[0], EarnLine(Item("b", 2000), 0, 0, 0))
    assert reversed_points(SIMPLE, member(), base, kept, NOON) == 10


amounts = st.integers(0, 10**6)
categories = st.sampled_from(["", "coffee", "cake"])
earn_lines = st.lists(
    st.builds(
        lambda amount, kind, units: EarnLine(
            Item("x", amount, category=kind), amount, amount // 9, units * 1000
        ),
        amounts,
        categories,
        st.integers(1, 9),
    ),
    min_size=1,
    max_size=6,
)
goods = st.sampled_from([Goods(), category("coffee"), category("cake", "coffee")])
rules = st.lists(
    st.builds(
        EarnRule,
        st.uuids().map(str),
        st.just(words("r")),
        points=st.integers(1, 20),
        basis=st.sampled_from(EarnBasis),
        unit_minor=st.integers(1, 5000),
        unit_milli=st.integers(1, 5000),
        goods=goods,
        also=st.booleans(),
        net_of_tax=st.booleans(),
    ),
    min_size=1,
    max_size=4,
)
multipliers = st.lists(
    st.builds(
        Multiplier,
        st.uuids().map(str),
        st.just(words("m")),
        factor_bp=st.integers(1, 40_000),
        goods=goods,
        group=st.sampled_from(["", "a"]),
    ),
    max_size=3,
)


@given(earn_lines, rules, multipliers, st.data())
def test_earn_less_the_reversals_of_any_refunds_is_earn_of_what_was_kept(
    lines, earn, factors, data
):
    scheme = earning(*earn, multipliers=tuple(factors))
    whole = sum(each.paid_minor for each in lines)
    unearned = data.draw(st.integers(0, whole))
    given_points = GivenPoints("g", words("g"), 30, (0,))
    base = EarnBase(tuple(lines), unearned, (given_points,))
    held = earned_by(scheme, member(), base, NOON).points
    kept, taken = list(lines), 0
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(kept) - 1))
        left = kept[place]
        paid_minor = data.draw(st.integers(0, left.paid_minor))
        milli = data.draw(st.integers(0, left.quantity_milli))
        kept[place] = left._replace(
            paid_minor=paid_minor, tax_minor=min(left.tax_minor, paid_minor), quantity_milli=milli
        )
        so_far = reversed_points(scheme, member(), base, kept, NOON)
        assert so_far >= taken or any(rule.net_of_tax for rule in earn)
        held -= so_far - taken
        taken = so_far
    assert held == earned_by_kept(scheme, member(), base, kept, NOON).points


@given(earn_lines, rules, multipliers)
def test_shares_of_points_sum_to_the_points(lines, earn, factors):
    scheme = earning(*earn, multipliers=tuple(factors))
    found = earned_by(scheme, member(), EarnBase(tuple(lines)), NOON)
    assert sum(found.by_line) == found.points == sum(points for _, points in found.by_rule)
    assert all(points >= 0 for points in found.by_line)
    assert found.qualifying_points >= 0


@given(earn_lines, st.integers(1, 50), st.integers(1, 5000))
def test_the_short_way_for_one_rate_earns_the_same(lines, points, unit_minor):
    rule = replace(SIMPLE.earn[0], points=points, unit_minor=unit_minor)
    whole = earned_by(earning(rule), member(), EarnBase(tuple(lines)), NOON)
    short = earned_at_one_rate(earning(rule), member(), [each.paid_minor for each in lines])
    assert short is None or short == whole


def test_an_extra_offer_of_points_is_taken_back_in_proportion():
    gift = Benefit(BenefitKind.GIVE_POINTS, points=50)
    scheme = scheme_of(promo("gift", gift))
    quote = priced(cart(line("a", 2000), line("b", 2000), who=member()), scheme)
    # 40 for 40.00, and 50; half of it back: 20 and 25 are left.
    assert quote.points_earned == 90
    lines = tuple(EarnLine(each.line.item, 2000, 0, 1000) for each in quote.lines)
    base = EarnBase(lines, given=quote.given)
    kept = (lines[0], lines[1]._replace(paid_minor=0))
    assert earned_by_kept(scheme, member(), base, kept, NOON).points == 45


def test_a_rule_of_an_hour_holds_in_it_only():
    happy = replace(
        SIMPLE.earn[0], also=True, id="happy", when=When(from_minute=840, to_minute=1020)
    )
    scheme = earning(SIMPLE.earn[0], happy)
    basket = cart(line("tea", 1000), who=member())
    assert priced(basket, scheme, at("2026-06-20", 15)).points_earned == 20
    assert priced(basket, scheme, at("2026-06-20", 18)).points_earned == 10
