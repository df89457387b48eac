"""Carts and schemes for the tests of pricing, in few words."""

from datetime import date
from uuid import UUID
from zlib import crc32

from app.services.rules.cart import AppliedCoupon, Cart, CartLine, Item, MemberFacts
from app.services.rules.days import Moment
from app.services.rules.money import CURRENCIES, MILLI
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.conditions import EVERYTHING, Goods
from app.services.rules.scheme.offers import Benefit, BenefitKind, CouponTemplate, Promotion
from app.services.rules.scheme.words import words
from app.services.scheme_files import preset

CNY = CURRENCIES["CNY"]
TERMS = PriceTerms()
ANA = UUID(int=7)
# A Saturday, neither a festival nor a member day of any preset.
NOON = Moment(date(2026, 6, 20))
SIMPLE = simple_scheme(1, 100)


def at(day: str, hour: int = 12, minute: int = 0) -> Moment:
    """A moment of shop time."""
    return Moment(date.fromisoformat(day), hour * 60 + minute)


def line(
    name: str,
    unit_price_minor: int,
    units: int = 1,
    *,
    category: str = "",
    member_price_minor: int | None = None,
    tax_rate_bp: int = 0,
) -> CartLine:
    """A line of whole units."""
    item = Item(
        name,
        unit_price_minor,
        category=category,
        member_price_minor=member_price_minor,
        tax_rate_bp=tax_rate_bp,
    )
    return CartLine(UUID(int=crc32(f"{name} {units}".encode())), item, units * MILLI)


def weighed(name: str, price_minor: int, quantity_milli: int, *, category: str = "") -> CartLine:
    """A line by weight: a price for one kilogram."""
    item = Item(name, price_minor, category=category, weighed=True)
    return CartLine(UUID(int=1), item, quantity_milli)


def member(**facts: object) -> MemberFacts:
    """Ana, with these facts."""
    return MemberFacts(ANA, **facts)  # type: ignore[arg-type]


def cart(
    *lines: CartLine,
    who: MemberFacts | None = None,
    coupons: tuple[str, ...] = (),
    rewards: tuple[str, ...] = (),
) -> Cart:
    """A basket; a coupon is named by its template."""
    laid = tuple(AppliedCoupon(code, code) for code in coupons)
    return Cart(lines, who, coupons=laid, rewards=rewards)


def priced(basket: Cart, scheme: Scheme, moment: Moment = NOON, terms: PriceTerms = TERMS) -> Quote:
    """The basket's quote."""
    return price(basket, scheme, terms, moment)


def off(percent: int, goods: Goods = EVERYTHING, **more: int) -> Benefit:
    """A percentage off."""
    return Benefit(BenefitKind.PERCENT_OFF, goods, percent_bp=percent * 100, **more)  # type: ignore[arg-type]


def promo(name: str, benefit: Benefit | None, **more: object) -> Promotion:
    """A promotion with this id and name."""
    return Promotion(name, words(name), benefit, **more)  # type: ignore[arg-type]


def template(name: str, benefit: Benefit, **more: object) -> CouponTemplate:
    """A coupon template with this id and name."""
    return CouponTemplate(name, words(name), benefit, **more)  # type: ignore[arg-type]


def category(*names: str) -> Goods:
    """The goods of these categories."""
    return Goods(categories=names)


def scheme_of(*promotions: Promotion, **more: object) -> Scheme:
    """A scheme of these promotions, one point per unit of currency."""
    return Scheme(1, "test", earn=SIMPLE.earn, promotions=promotions, **more)  # type: ignore[arg-type]


def the(name: str) -> Scheme:
    """A preset."""
    return preset(name, CNY)


def codes(quote: Quote) -> dict[str, str]:
    """Why each offer did not apply: id of the offer → code."""
    return {str(dict(why.facts).get("offer", "")): why.code for why in quote.why_not}


def discounts(quote: Quote) -> list[list[tuple[str, int]]]:
    """What was taken off each line: (offer or code, minor units)."""
    return [
        [
            (str(dict(effect.why.facts).get("offer", effect.why.code)), effect.amount_minor)
            for effect in priced_line.effects
        ]
        for priced_line in quote.lines
    ]
