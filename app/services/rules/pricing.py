"""The one pricing authority: a cart, a scheme, terms and a moment in, a quote out (rule 2).

Phases (rule 3): shelf price, member price, session passes, rewards that free units, line
promotions, staff's line discounts, basket promotions, staff's basket discount, rewards that take
money off, coupons, tax; then what the sale earns. So a reward of 10.00 off is worth 10.00 on any
day.
"""

from collections.abc import Sequence

from app.services.rules.basket import Basket, OpenLine, floor_minor
from app.services.rules.cart import Cart, CartLine, HandDiscount
from app.services.rules.days import Moment
from app.services.rules.earning import (
    EarnBase,
    Earned,
    EarnLine,
    earned_at_one_rate,
    earned_by,
    visits_counted,
)
from app.services.rules.money import BASIS_POINTS, MILLI, line_gross_minor, round_half_up, share
from app.services.rules.offers import Pricing
from app.services.rules.promotions import bar_gated, give_promised, lay_promotions
from app.services.rules.quote import Effect, PriceTerms, Quote, QuoteLine, TaxGroup
from app.services.rules.reasons import Facts, Reason
from app.services.rules.redeeming import (
    issue_for_sale,
    redeem_coupons,
    take_money_rewards,
    take_rewards,
)
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import Phase
from app.services.rules.session_passes import take_passes

__all__ = [
    "Effect",
    "PriceTerms",
    "Quote",
    "QuoteLine",
    "Reason",
    "TaxGroup",
    "hand_discount_minor",
    "price",
]


_MEMBER_PRICE = Reason("member_price")


def price(cart: Cart, scheme: Scheme, terms: PriceTerms, moment: Moment) -> Quote:
    """Price a basket. Pure: the same cart, scheme, terms and moment always give the same quote.

    A discount larger than what it is taken from takes all of it, never more.
    """
    goods = [_open(line, scheme) for line in cart.lines if not line.tip]
    pricing = Pricing(Basket(goods, scheme), cart.member, moment)
    lines = pricing.basket.lines
    _take_member_prices(pricing)
    if cart.passes:
        take_passes(pricing, cart.passes)
    if cart.rewards:
        take_rewards(pricing, cart.rewards)
    lay_promotions(pricing, Phase.LINE)
    for line in lines:
        if line.line.discount is not None:
            _take_hand_discount(line, line.line.discount)
    lay_promotions(pricing, Phase.BASKET)
    if cart.discount is not None and lines:
        _take_basket_discount(lines, cart.discount)
    if cart.rewards:
        take_money_rewards(pricing, cart.rewards)
    if cart.coupons:
        redeem_coupons(pricing, cart.coupons)
    return _quoted(pricing, terms, [line for line in cart.lines if line.tip])


def hand_discount_minor(discount: HandDiscount, base_minor: int) -> int:
    """What a staff discount takes off `base_minor`, half up, never more than all of it."""
    if discount.percent_bp:
        wanted = round_half_up(base_minor * discount.percent_bp, BASIS_POINTS)
    elif discount.round_down_to_minor:
        wanted = base_minor % discount.round_down_to_minor
    else:
        wanted = discount.amount_minor
    return max(0, min(wanted, base_minor))


# --- shelf price, member price, staff's discounts -----------------------------


def _open(line: CartLine, scheme: Scheme) -> OpenLine:
    item, quantity_milli = line.item, line.quantity_milli
    gross = line.gross_minor
    if gross is None:
        gross = line_gross_minor(item.unit_price_minor, quantity_milli)
    floor = floor_minor(gross, scheme.floor_bp) if scheme.floor_bp else 0
    cut = item.weighed or quantity_milli % MILLI
    return OpenLine(line, gross, gross, floor, 1 if cut else quantity_milli // MILLI)


def _take_member_prices(pricing: Pricing) -> None:
    missed_minor = 0
    member = pricing.active_member
    for line in pricing.basket.lines:
        if line.line.item.member_price_minor is None:
            continue
        saved = _member_saving_minor(line.line, line.gross_minor)
        if member is None:
            missed_minor += saved
        else:
            line.take(saved, _MEMBER_PRICE)
            # The price on the shelf's own label holds; it is offers that the floor stops.
            line.floor_minor = min(line.floor_minor, line.left_minor)
    if missed_minor:
        facts = (("amount_minor", missed_minor),)
        pricing.why_not.append(Reason("member_price_missed", facts))


def _member_saving_minor(line: CartLine, gross_minor: int) -> int:
    member_price = line.item.member_price_minor
    if member_price is None or line.gross_minor is not None:
        return 0
    if member_price >= line.item.unit_price_minor:
        return 0
    return gross_minor - line_gross_minor(member_price, line.quantity_milli)


def _take_hand_discount(line: OpenLine, discount: HandDiscount) -> None:
    amount = hand_discount_minor(discount, line.left_minor)
    line.take(amount, _why_by_hand(discount))


def _take_basket_discount(lines: Sequence[OpenLine], discount: HandDiscount) -> None:
    left = [line.left_minor for line in lines]
    why = _why_by_hand(discount)
    parts = share(hand_discount_minor(discount, sum(left)), left)
    for line, part in zip(lines, parts, strict=True):
        line.take(part, why)


def _why_by_hand(discount: HandDiscount) -> Reason:
    code = "round_down" if discount.round_down_to_minor else "hand_discount"
    facts: Facts = (("reason", discount.reason),)
    if discount.percent_bp:
        facts = (*facts, ("percent_bp", discount.percent_bp))
    return Reason(code, facts)


# --- tax, points, the quote ---------------------------------------------------


def _quoted(pricing: Pricing, terms: PriceTerms, tips: Sequence[CartLine]) -> Quote:
    """Tips stand after the goods: they are added to the total, and nothing else sees them."""
    lines = pricing.basket.lines
    taxes, tax_by_line = _taxed(lines, terms)
    gross = sum([line.gross_minor for line in lines])
    net = sum([line.left_minor for line in lines])
    tipped = list(map(_tip, tips))
    tips_minor = sum([line.total_minor for line in tipped])
    added = 0 if terms.prices_include_tax else sum(group.tax_minor for group in taxes)
    give_promised(pricing)
    issue_for_sale(pricing, net + added)
    bar_gated(pricing)
    earned = _earned(pricing, tax_by_line, terms)
    priced = [
        QuoteLine(
            line.line,
            line.gross_minor,
            line.effects,
            line.left_minor,
            tax,
            points,
            line.reward_milli,
        )
        for line, tax, points in zip(lines, tax_by_line, earned.by_line, strict=True)
    ]
    return Quote(
        lines=(*priced, *tipped),
        gross_minor=gross + tips_minor,
        discount_minor=gross - net,
        taxes=taxes,
        added_tax_minor=added,
        total_minor=net + added + tips_minor,
        points_earned=earned.points,
        moment=pricing.moment,
        why=(*earned.why, *pricing.why),
        why_not=(*pricing.why_not, *earned.why_not),
        qualifying_points=earned.qualifying_points,
        points_by_rule=earned.by_rule,
        given=tuple(pricing.given),
        rewards=tuple(pricing.rewards),
        coupons_used=tuple(pricing.coupons_used),
        coupons_to_issue=tuple(pricing.coupons_to_issue),
        uses=(*pricing.uses.items(), *visits_counted(pricing.scheme, earned)),
        barred=pricing.barred,
        promised=tuple(pricing.why),
        passes_used=tuple(pricing.passes_used.items()),
    )


def _tip(line: CartLine) -> QuoteLine:
    amount = line_gross_minor(line.item.unit_price_minor, line.quantity_milli)
    return QuoteLine(line, amount, (), amount)


def _earned(pricing: Pricing, tax_by_line: Sequence[int], terms: PriceTerms) -> Earned:
    if terms.prices_include_tax and not pricing.given:
        paid = [line.left_minor for line in pricing.basket.lines]
        earned = earned_at_one_rate(pricing.scheme, pricing.member, paid)
        if earned is not None:
            return earned
    base = EarnBase(
        tuple(
            EarnLine(
                line.line.item,
                line.left_minor if terms.prices_include_tax else line.left_minor + tax,
                tax,
                line.milli,
            )
            for line, tax in zip(pricing.basket.lines, tax_by_line, strict=True)
        ),
        given=tuple(pricing.given),
    )
    return earned_by(pricing.scheme, pricing.member, base, pricing.moment)


def _taxed(lines: Sequence[OpenLine], terms: PriceTerms) -> tuple[tuple[TaxGroup, ...], list[int]]:
    """The tax of each rate, rounded once, and each line's share of it (rule 5)."""
    taxes: list[TaxGroup] = []
    per_line = [0] * len(lines)
    places: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.line.item.tax_rate_bp, []).append(place)
    for rate_bp in sorted(places.keys() - {0}):
        amounts = [lines[place].left_minor for place in places[rate_bp]]
        amount = sum(amounts)
        base = BASIS_POINTS + rate_bp if terms.prices_include_tax else BASIS_POINTS
        tax = round_half_up(amount * rate_bp, base)
        taxes.append(TaxGroup(rate_bp, amount - tax if terms.prices_include_tax else amount, tax))
        for place, part in zip(places[rate_bp], share(tax, amounts), strict=True):
            per_line[place] = part
    return tuple(taxes), per_line
