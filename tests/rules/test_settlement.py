"""Whatever is put down: the sums hold, only cash gives change, only its part is rounded."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.cart import Cart, CartLine, Item, MemberFacts
from app.services.rules.days import Moment
from app.services.rules.pricing import PriceTerms, price
from app.services.rules.scheme import simple_scheme
from app.services.rules.tenders import Tender, TenderKind, settle

SCHEME = simple_scheme(1, 100)
MOMENT = Moment(date(2026, 11, 21), 600)
MEMBER = MemberFacts(UUID(int=1), points=10**9)

amounts = st.integers(min_value=1, max_value=200_000)
tenders = st.lists(st.builds(Tender, st.sampled_from(list(TenderKind)), amounts), max_size=6).map(
    tuple
)
lines = st.lists(st.tuples(amounts, st.booleans()), min_size=1, max_size=6)
steps = st.sampled_from([1, 5, 10, 50, 100])


def cart_of(parts: list[tuple[int, bool]]) -> Cart:
    return Cart(
        tuple(
            CartLine(
                UUID(int=at), Item(f"line {at}", minor, tax_rate_bp=0 if tip else 600), tip=tip
            )
            for at, (minor, tip) in enumerate(parts, 1)
        ),
        MEMBER,
    )


@given(parts=lines, paid=tenders, step=steps, included=st.booleans())
def test_a_settlement_always_adds_up(parts, paid, step, included):
    terms = PriceTerms(included, step)
    cart = cart_of(parts)
    quote = price(cart, SCHEME, terms, MOMENT)
    done = settle(cart, quote, paid, SCHEME, terms)
    cash = sum(t.amount_minor for t in paid if t.kind is TenderKind.CASH)
    others = sum(t.amount_minor for t in paid) - cash
    # What was put down is the total, with change out of it, or with something missing or over.
    if not done.over_minor:
        assert cash + others + done.missing_minor - done.change_due_minor == done.total_minor
    assert done.change_due_minor <= cash
    assert done.over_minor == max(0, others - quote.total_minor)
    assert not (done.missing_minor and done.change_due_minor)
    assert done.total_minor == quote.total_minor + done.cash_rounding_minor
    assert abs(done.cash_rounding_minor) * 2 <= step
    if not cash or others >= quote.total_minor:
        assert done.cash_rounding_minor == 0
    elif step > 1:
        assert (done.total_minor - others) % step == 0


@given(parts=lines, paid=tenders)
def test_tips_earn_nothing_are_not_taxed_and_take_part_in_nothing(parts, paid):
    terms = PriceTerms()
    goods = [part for part in parts if not part[1]]
    tips = sum(minor for minor, tip in parts if tip)
    with_tips = price(cart_of(parts), SCHEME, terms, MOMENT)
    without = price(cart_of(goods), SCHEME, terms, MOMENT)
    assert with_tips.tips_minor == tips
    assert with_tips.total_minor == without.total_minor + tips
    assert with_tips.taxes == without.taxes
    assert with_tips.points_earned == without.points_earned
    done = settle(cart_of(parts), with_tips, paid, SCHEME, terms)
    assert len(done.points_by_line) == len(parts)
    assert sum(done.points_by_line) == done.points_earned <= without.points_earned


@given(parts=lines, step=steps)
def test_halves_of_a_cash_step_go_up(parts, step):
    terms = PriceTerms(True, step)
    cart = cart_of(parts)
    quote = price(cart, SCHEME, terms, MOMENT)
    done = settle(cart, quote, (Tender(TenderKind.CASH, 10**9),), SCHEME, terms)
    rest = quote.total_minor % step
    assert done.cash_rounding_minor == (-rest if 2 * rest < step else step - rest if rest else 0)
