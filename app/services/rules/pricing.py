"""The one pricing authority: a cart, a scheme and terms in, a quote out (rule 2).

Phases (rule 3): shelf price, member price, staff's line discounts, basket discount, tax.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.services.rules.cart import Cart, CartLine, HandDiscount
from app.services.rules.money import BASIS_POINTS, line_gross_minor, round_half_up, share
from app.services.rules.points import points_earned
from app.services.rules.scheme import Scheme


@dataclass(frozen=True, slots=True)
class PriceTerms:
    """What the shop says about prices: whether they include tax, and the smallest cash step."""

    prices_include_tax: bool = True
    cash_step_minor: int = 1


class Reason(NamedTuple):
    """Why something was, or was not, done: a code and its facts, read out by `app.messages`."""

    code: str
    facts: tuple[tuple[str, str | int], ...] = ()


class Effect(NamedTuple):
    """Money taken off one line, and why. `amount_minor` is above zero."""

    amount_minor: int
    why: Reason


class QuoteLine(NamedTuple):
    """A priced line: `gross_minor` − the effects = `total_minor`.

    `tax_minor` is this line's share of its rate's tax.
    """

    line: CartLine
    gross_minor: int
    effects: tuple[Effect, ...]
    total_minor: int
    tax_minor: int = 0

    @property
    def discount_minor(self) -> int:
        """What was taken off this line in all."""
        return self.gross_minor - self.total_minor


class TaxGroup(NamedTuple):
    """All lines of one tax rate: their net and their tax, rounded once for the group (rule 5)."""

    rate_bp: int
    net_minor: int
    tax_minor: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A priced basket. `total_minor` = gross − discount + `added_tax_minor`; nothing is paid yet.

    `points_earned` is what the sale earns if no part of it is paid by points.
    """

    lines: tuple[QuoteLine, ...]
    gross_minor: int
    discount_minor: int
    taxes: tuple[TaxGroup, ...]
    added_tax_minor: int
    total_minor: int
    points_earned: int
    why: tuple[Reason, ...] = ()
    why_not: tuple[Reason, ...] = ()

    @property
    def tax_minor(self) -> int:
        """All tax in the total, whether added or contained."""
        return sum(group.tax_minor for group in self.taxes)


def price(cart: Cart, scheme: Scheme, terms: PriceTerms) -> Quote:
    """Price a basket. Pure: the same cart, scheme and terms always give the same quote.

    A discount larger than what it is taken from takes all of it, never more.
    """
    effected, why_not = _with_line_effects(cart)
    lines, taxes = _with_tax(_with_basket_discount(effected, cart.discount), terms)
    gross = sum(line.gross_minor for line in lines)
    net = sum(line.total_minor for line in lines)
    added = 0 if terms.prices_include_tax else sum(group.tax_minor for group in taxes)
    total = net + added
    earned = 0
    why: tuple[Reason, ...] = ()
    if cart.member is None:
        why_not = (*why_not, Reason("points_no_member"))
    elif cart.member.frozen:
        why_not = (*why_not, Reason("points_member_frozen"))
    else:
        earned = points_earned(total, scheme)
        why = (Reason("points_by_money", (("points", earned), ("paid_minor", total))),)
    return Quote(lines, gross, gross - net, taxes, added, total, earned, why, why_not)


def hand_discount_minor(discount: HandDiscount, base_minor: int) -> int:
    """What a staff discount takes off `base_minor`, half up, never more than all of it."""
    if discount.percent_bp:
        wanted = round_half_up(base_minor * discount.percent_bp, BASIS_POINTS)
    elif discount.round_down_to_minor:
        wanted = base_minor % discount.round_down_to_minor
    else:
        wanted = discount.amount_minor
    return max(0, min(wanted, base_minor))


def _with_line_effects(cart: Cart) -> tuple[list[QuoteLine], tuple[Reason, ...]]:
    lines: list[QuoteLine] = []
    missed_minor = 0
    member_prices = cart.member is not None and not cart.member.frozen
    for line in cart.lines:
        gross = line.gross_minor
        if gross is None:
            gross = line_gross_minor(line.item.unit_price_minor, line.quantity_milli)
        total = gross
        effects: tuple[Effect, ...] = ()
        saved = _member_saving_minor(line, gross)
        if saved and member_prices:
            effects = (Effect(saved, Reason("member_price")),)
            total -= saved
        elif saved:
            missed_minor += saved
        if line.discount is not None:
            taken = hand_discount_minor(line.discount, total)
            effects = (*effects, *_hand_effect(line.discount, taken))
            total -= taken
        lines.append(QuoteLine(line, gross, effects, total))
    if not missed_minor:
        return lines, ()
    return lines, (Reason("member_price_missed", (("amount_minor", missed_minor),)),)


def _member_saving_minor(line: CartLine, gross_minor: int) -> int:
    member_price = line.item.member_price_minor
    if member_price is None or line.gross_minor is not None:
        return 0
    if member_price >= line.item.unit_price_minor:
        return 0
    return gross_minor - line_gross_minor(member_price, line.quantity_milli)


def _hand_effect(discount: HandDiscount, amount_minor: int) -> Iterable[Effect]:
    if amount_minor:
        code = "round_down" if discount.round_down_to_minor else "hand_discount"
        facts: tuple[tuple[str, str | int], ...] = (("reason", discount.reason),)
        if discount.percent_bp:
            facts = (*facts, ("percent_bp", discount.percent_bp))
        yield Effect(amount_minor, Reason(code, facts))


def _with_basket_discount(lines: list[QuoteLine], discount: HandDiscount | None) -> list[QuoteLine]:
    if discount is None or not lines:
        return lines
    totals = [line.total_minor for line in lines]
    shares = share(hand_discount_minor(discount, sum(totals)), totals)
    return [
        QuoteLine(
            line.line,
            line.gross_minor,
            (*line.effects, *_hand_effect(discount, part)),
            line.total_minor - part,
        )
        for line, part in zip(lines, shares, strict=True)
    ]


def _with_tax(
    lines: list[QuoteLine], terms: PriceTerms
) -> tuple[tuple[QuoteLine, ...], tuple[TaxGroup, ...]]:
    taxes: list[TaxGroup] = []
    per_line = [0] * len(lines)
    places: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.line.item.tax_rate_bp, []).append(place)
    for rate_bp in sorted(places.keys() - {0}):
        amounts = [lines[place].total_minor for place in places[rate_bp]]
        amount = sum(amounts)
        base = BASIS_POINTS + rate_bp if terms.prices_include_tax else BASIS_POINTS
        tax = round_half_up(amount * rate_bp, base)
        taxes.append(TaxGroup(rate_bp, amount - tax if terms.prices_include_tax else amount, tax))
        for place, part in zip(places[rate_bp], share(tax, amounts), strict=True):
            per_line[place] = part
    taxed = tuple(
        QuoteLine(line.line, line.gross_minor, line.effects, line.total_minor, tax)
        for line, tax in zip(lines, per_line, strict=True)
    )
    return taxed, tuple(taxes)
