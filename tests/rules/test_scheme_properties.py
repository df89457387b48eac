"""What holds of every quote, whatever the scheme and the basket."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.rules.cart import AppliedCoupon, Cart, CartLine, Item
from app.services.rules.days import Moment
from app.services.rules.pricing import PriceTerms, price
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import EVERYTHING, Goods
from app.services.rules.scheme.offers import (
    Benefit,
    BenefitKind,
    BundlePart,
    CouponTemplate,
    Phase,
    Promotion,
    Reward,
    UseLimit,
)
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind, settle
from tests.rules.scheme_builder import NOON, SIMPLE, TERMS, category, codes, member, the

goods = st.sampled_from([EVERYTHING, category("coffee"), category("cake"), Goods(products=("x",))])
benefits = st.builds(
    Benefit,
    st.sampled_from(BenefitKind),
    goods,
    percent_bp=st.integers(1, 10_000),
    amount_minor=st.integers(1, 5000),
    each_minor=st.sampled_from([0, 0, 1000]),
    price_minor=st.integers(0, 3000),
    units=st.integers(1, 3),
    every=st.integers(1, 3),
    parts=st.just((BundlePart(category("coffee"), 1000), BundlePart(category("cake"), 2000))),
    points=st.integers(1, 50),
    coupon=st.just("c0"),
    min_basket_minor=st.sampled_from([0, 0, 2000]),
    max_amount_minor=st.sampled_from([0, 0, 700]),
    max_units=st.sampled_from([0, 0, 2]),
)
limits = st.builds(UseLimit, per_member_day=st.sampled_from([0, 0, 1, 3]))
promotions = st.lists(
    st.builds(
        lambda benefit, phase, group, limit: Promotion(
            "", words("offer"), benefit, phase, stacking_group=group, limit=limit
        ),
        benefits,
        st.sampled_from(Phase),
        st.sampled_from(["", "extra"]),
        limits,
    ),
    max_size=5,
).map(lambda found: tuple(replace(p, id=f"p{i}") for i, p in enumerate(found)))
rewards = st.lists(benefits, max_size=2).map(
    lambda found: tuple(Reward(f"r{i}", words("r"), 10, b) for i, b in enumerate(found))
)
coupons = st.lists(benefits, min_size=1, max_size=2).map(
    lambda found: tuple(CouponTemplate(f"c{i}", words("c"), b) for i, b in enumerate(found))
)
schemes = st.builds(
    Scheme,
    st.just(1),
    st.just("any"),
    earn=st.just(SIMPLE.earn),
    promotions=promotions,
    rewards=rewards,
    coupons=coupons,
    floor_bp=st.sampled_from([0, 3333, 7000, 10_000]),
)
lines = st.builds(
    CartLine,
    st.uuids(),
    st.builds(
        Item,
        st.sampled_from(["x", "y"]),
        st.integers(0, 9000),
        member_price_minor=st.none() | st.integers(0, 9000),
        category=st.sampled_from(["", "coffee", "cake"]),
        tax_rate_bp=st.sampled_from([0, 600, 1300]),
        weighed=st.booleans(),
    ),
    st.sampled_from([1000, 2000, 5000, 355]),
)
carts = st.builds(
    Cart,
    st.lists(lines, max_size=6).map(tuple),
    st.none() | st.just(member(points=25)),
    coupons=st.just((AppliedCoupon("A", "c0"), AppliedCoupon("B", "c1"))),
    rewards=st.lists(st.sampled_from(["r0", "r1"]), max_size=3).map(tuple),
)
terms = st.builds(PriceTerms, st.booleans())


@settings(max_examples=300)
@given(carts, schemes, terms)
def test_whatever_is_offered_a_quote_adds_up(cart, scheme, term):
    quote = price(cart, scheme, term, NOON)
    for line in quote.lines:
        assert line.gross_minor - sum(e.amount_minor for e in line.effects) == line.total_minor
        assert line.total_minor >= 0
        assert all(effect.amount_minor > 0 for effect in line.effects)
        assert 0 <= line.reward_milli <= line.line.quantity_milli
    assert quote.gross_minor - quote.discount_minor + quote.added_tax_minor == quote.total_minor
    assert sum(line.points for line in quote.lines) == quote.points_earned
    assert sum(points for _, points in quote.points_by_rule) == quote.points_earned


@settings(max_examples=300)
@given(carts, schemes)
def test_no_offer_takes_a_line_below_its_floor(cart, scheme):
    # The product's own member price may stand below it; then nothing more is taken off.
    for line in price(replace(cart, rewards=()), scheme, TERMS, NOON).lines:
        above = line.total_minor * 10_000 >= line.gross_minor * scheme.floor_bp
        assert above or [effect.why.code for effect in line.effects] == ["member_price"]


@given(carts, schemes)
def test_one_offer_of_each_stacking_group_on_a_line(cart, scheme):
    groups = {promo.id: (promo.phase, promo.stacking_group) for promo in scheme.promotions}
    for line in price(cart, scheme, TERMS, NOON).lines:
        taken = [dict(effect.why.facts).get("offer") for effect in line.effects]
        used = [groups[str(offer)] for offer in taken if offer in groups]
        assert len(used) == len(set(used))


@given(carts, schemes)
def test_a_cap_and_a_limit_are_kept(cart, scheme):
    quote = price(cart, scheme, TERMS, NOON)
    for promo in scheme.promotions:
        benefit = promo.benefit
        assert benefit is not None
        taken = sum(
            effect.amount_minor
            for line in quote.lines
            for effect in line.effects
            if ("offer", promo.id) in effect.why.facts
        )
        assert taken <= (benefit.max_amount_minor or taken)
        if promo.limit.per_member_day:
            assert dict(quote.uses).get(promo.id, 0) <= promo.limit.per_member_day


@given(carts, schemes)
def test_every_offer_applied_or_says_why_not(cart, scheme):
    quote = price(cart, scheme, TERMS, NOON)
    said = {
        dict(why.facts).get("offer")
        for why in (*quote.why, *quote.why_not, *(e.why for li in quote.lines for e in li.effects))
    }
    assert {promo.id for promo in scheme.promotions} <= said
    assert set(cart.rewards) & {reward.id for reward in scheme.rewards} <= said


@given(carts, schemes)
def test_rewards_never_cost_more_points_than_are_held(cart, scheme):
    quote = price(cart, scheme, TERMS, NOON)
    held = 0 if cart.member is None else cart.member.points
    assert quote.points_spent_on_rewards <= held


@given(carts, schemes, st.randoms(use_true_random=False))
def test_a_quote_does_not_depend_on_the_order_of_names(cart, scheme, random):
    # Ids and groups are only names: other names, in another order of the alphabet, change nothing.
    names = [f"p{i}" for i in range(len(scheme.promotions))]
    random.shuffle(names)
    groups = {"": "zz", "extra": "aa"}
    other = replace(
        scheme,
        promotions=tuple(
            replace(promo, id=name, stacking_group=groups[promo.stacking_group])
            for promo, name in zip(scheme.promotions, names, strict=True)
        ),
    )
    first, second = price(cart, scheme, TERMS, NOON), price(cart, other, TERMS, NOON)
    amounts = [[e.amount_minor for e in line.effects] for line in first.lines]
    assert amounts == [[e.amount_minor for e in line.effects] for line in second.lines]
    assert first.total_minor == second.total_minor


@given(carts, schemes)
def test_the_same_things_always_give_the_same_quote(cart, scheme):
    assert price(cart, scheme, TERMS, NOON) == price(cart, scheme, TERMS, NOON)


@given(carts, schemes, st.integers(0, 10**5))
def test_paying_by_points_never_earns_more_than_paying_with_money(cart, scheme, part):
    quote = price(cart, scheme, TERMS, NOON)
    by_points = min(part, quote.total_minor)
    burning = replace(scheme, burn=the("bank-card").burn)
    done = settle(cart, quote, (Tender(TenderKind.POINTS, by_points),), burning, TERMS)
    assert done.points_earned <= quote.points_earned
    assert sum(done.points_by_line) == done.points_earned
    if by_points == quote.total_minor:
        assert done.points_earned == 0


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(["coffee", "beauty", "prime"]))
def test_presets_price_on_every_day_of_a_century(day, name):
    cart = Cart((CartLine(UUID(int=1), Item("x", 1000, category="Coffee")),), member())
    quote = price(cart, the(name), TERMS, Moment(day))
    assert 0 <= quote.total_minor <= 1000


def test_a_day_at_a_time_an_offer_applied_or_says_why_not():
    cart = Cart((CartLine(UUID(int=1), Item("x", 1000, category="Coffee")),), member())
    applied = 0
    for n in range(365):
        quote = price(cart, the("bank-card"), TERMS, Moment(date(2026, 1, 1) + timedelta(days=n)))
        applied += bool(quote.discount_minor)
        assert bool(quote.discount_minor) is ("half-wednesday" not in codes(quote))
    # 2026 has 52 Wednesdays.
    assert applied == 52
