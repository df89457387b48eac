"""The one pricing authority (rules 2–9)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.cart import Cart, CartLine, HandDiscount, Item, MemberFacts
from app.services.rules.days import Moment
from app.services.rules.points import points_needed, points_worth_minor
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.scheme import simple_scheme
from app.services.rules.scheme.earning import PointsTender
from app.services.rules.tenders import Tender, TenderKind, settle

SCHEME = simple_scheme(1, 100)
TERMS = PriceTerms()
NOON = Moment(date(2026, 11, 21))
MEMBER = MemberFacts(UUID(int=7), points=10_000)

discounts = st.one_of(
    st.none(),
    st.builds(HandDiscount, st.just("r"), percent_bp=st.integers(1, 10_000)),
    st.builds(HandDiscount, st.just("r"), amount_minor=st.integers(1, 10**6)),
    st.builds(HandDiscount, st.just("r"), round_down_to_minor=st.sampled_from([10, 100, 500])),
)
items = st.builds(
    Item,
    st.just("x"),
    st.integers(0, 10**6),
    member_price_minor=st.none() | st.integers(0, 10**6),
    tax_rate_bp=st.sampled_from([0, 600, 900, 1300]),
    weighed=st.booleans(),
)
lines = st.builds(
    CartLine,
    st.uuids(),
    items,
    st.integers(1, 10**5),
    discounts,
    st.none() | st.integers(0, 10**6),
)
carts = st.builds(
    Cart, st.lists(lines, max_size=12).map(tuple), st.none() | st.just(MEMBER), discounts
)
terms = st.builds(PriceTerms, st.booleans(), st.sampled_from([1, 5, 10]))


def one(amount: int, **line: object) -> Cart:
    return Cart((CartLine(UUID(int=1), Item("x", amount), **line),))  # type: ignore[arg-type]


@given(carts, terms)
def test_a_quote_adds_up_to_the_last_cent(cart, term):
    quote = price(cart, SCHEME, term, NOON)
    for line in quote.lines:
        assert line.gross_minor - sum(e.amount_minor for e in line.effects) == line.total_minor
        assert line.total_minor >= 0
        assert all(effect.amount_minor > 0 for effect in line.effects)
    assert quote.gross_minor == sum(line.gross_minor for line in quote.lines)
    net = quote.gross_minor - quote.discount_minor
    assert net == sum(line.total_minor for line in quote.lines)
    assert quote.total_minor == net + quote.added_tax_minor
    assert sum(line.tax_minor for line in quote.lines) == quote.tax_minor
    if term.prices_include_tax:
        assert quote.added_tax_minor == 0
    else:
        assert quote.added_tax_minor == quote.tax_minor


@given(carts, terms)
def test_the_same_basket_always_costs_the_same(cart, term):
    assert price(cart, SCHEME, term, NOON) == price(cart, SCHEME, term, NOON)


@given(carts)
def test_a_member_never_pays_more_than_a_stranger(cart):
    as_stranger = price(replace(cart, member=None, discount=None), SCHEME, TERMS, NOON)
    as_member = price(replace(cart, member=MEMBER, discount=None), SCHEME, TERMS, NOON)
    # A member price is a saving; hand discounts by amount apply to what is left of it.
    assert as_member.total_minor <= as_stranger.total_minor


@given(carts, terms, st.integers(0, 10**6), st.integers(0, 10**7))
def test_settled_tenders_pay_exactly_the_total(cart, term, by_points, by_cash):
    quote = price(cart, SCHEME, term, NOON)
    tenders = tuple(
        tender
        for tender in (Tender(TenderKind.POINTS, by_points), Tender(TenderKind.CASH, by_cash))
        if tender.amount_minor
    )
    done = settle(cart, quote, tenders, SCHEME, term)
    paid = sum(tender.amount_minor for tender in tenders)
    if done.complete:
        assert paid - done.change_due_minor == done.total_minor
        assert done.change_due_minor <= by_cash
    assert sum(done.points_by_line) == done.points_earned
    assert done.points_earned >= 0


@given(st.integers(0, 10**9), st.integers(1, 10**4), st.integers(1, 10**4))
def test_points_never_pay_more_than_they_are_worth(amount, burn_points, burn_value):
    scheme = replace(SCHEME, burn=PointsTender(burn_points, burn_value))
    needed = points_needed(amount, scheme)
    assert points_worth_minor(needed, scheme) >= amount
    assert needed == 0 or points_worth_minor(needed - 1, scheme) < amount


def test_fractions_of_a_point_are_dropped_once_per_sale():
    # Rule 9: two lines of 15.00 at 1 point per 20 earn 1, not 0.
    scheme = replace(SCHEME, earn=(replace(SCHEME.earn[0], unit_minor=2000),))
    cart = Cart(
        (CartLine(UUID(int=1), Item("a", 1500)), CartLine(UUID(int=2), Item("b", 1500))), MEMBER
    )
    quote = price(cart, scheme, TERMS, NOON)
    assert quote.points_earned == 1
    cash = (Tender(TenderKind.CASH, 3000),)
    assert settle(cart, quote, cash, scheme, TERMS).points_by_line == (1, 0)


def test_tax_is_taken_once_per_rate_after_discounts():
    # 3 × 9.99 at 13 % contained, 10 % off: 26.97 → tax 26.97 × 13 / 113 = 3.1027… → 3.10
    cart = Cart(
        tuple(CartLine(UUID(int=i), Item("x", 999, tax_rate_bp=1300)) for i in range(3)),
        discount=HandDiscount("r", percent_bp=1000),
    )
    quote = price(cart, SCHEME, TERMS, NOON)
    assert (quote.total_minor, quote.tax_minor) == (2697, 310)
    added = price(cart, SCHEME, PriceTerms(prices_include_tax=False), NOON)
    assert (added.total_minor, added.tax_minor) == (2697 + 351, 351)  # 350.61 half up


def test_a_member_price_is_an_effect_with_its_reason_and_its_near_miss():
    item = Item("latte", 2800, member_price_minor=2500)
    cart = Cart((CartLine(UUID(int=1), item, 2000),), MEMBER)
    quote = price(cart, SCHEME, TERMS, NOON)
    assert [(e.amount_minor, e.why.code) for e in quote.lines[0].effects] == [(600, "member_price")]
    stranger = price(replace(cart, member=None), SCHEME, TERMS, NOON)
    assert [r.code for r in stranger.why_not] == ["member_price_missed", "points_no_member"]
    assert dict(stranger.why_not[0].facts) == {"amount_minor": 600}


def test_rounding_down_cuts_the_total_to_a_round_amount():
    cart = replace(one(13427), discount=HandDiscount("抹零", round_down_to_minor=100))
    assert price(cart, SCHEME, TERMS, NOON).total_minor == 13400


def test_a_discount_takes_all_of_a_line_but_never_more():
    quote: Quote = price(
        one(500, discount=HandDiscount("gift", amount_minor=900)), SCHEME, TERMS, NOON
    )
    assert (quote.total_minor, quote.discount_minor) == (0, 500)


def test_a_label_with_its_own_price_is_sold_at_that_price():
    assert price(one(1000, gross_minor=777), SCHEME, TERMS, NOON).total_minor == 777
