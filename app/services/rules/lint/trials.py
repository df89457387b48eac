"""An offer of a scheme, tried on a basket made for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.services.rules.conditions import takes
from app.services.rules.days import Moment
from app.services.rules.lint.baskets import Asked, Ground, Size
from app.services.rules.lint.findings import Example
from app.services.rules.money import BASIS_POINTS, MILLI
from app.services.rules.quote import Quote
from app.services.rules.reasons import Facts, said
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.offers import Benefit, BenefitKind, CouponTemplate, Promotion, Reward

# What is given away on purpose is not held against its cost.
FREE = frozenset({BenefitKind.FREE_UNITS, BenefitKind.WAIVE_FEE})


@dataclass(frozen=True, slots=True)
class Offer:
    """A promotion, a coupon or a reward, and where it stands in the scheme."""

    path: str
    held: Promotion | CouponTemplate | Reward

    @property
    def facts(self) -> Facts:
        """Its name."""
        return said("name", self.held.name)

    @property
    def benefit(self) -> Benefit | None:
        """What it does."""
        return self.held.benefit

    @property
    def goods(self) -> Goods | None:
        """Which goods it is on, or which its gate keeps."""
        if self.benefit is not None:
            return self.benefit.goods
        return self.held.gate if isinstance(self.held, Promotion) else None


def offers_of(scheme: Scheme) -> Iterator[Offer]:
    """Every offer, as the scheme lists them."""
    yield from (Offer(f"promotions[{each.id}]", each) for each in scheme.promotions)
    yield from (Offer(f"coupons[{each.id}]", each) for each in scheme.coupons)
    yield from (Offer(f"rewards[{each.id}]", each) for each in scheme.rewards)


@dataclass(frozen=True, slots=True)
class Basket:
    """Which basket of an offer: for whom (tier, plan level), with it or `without` it, or with
    it `alone` among the promotions."""

    size: Size = Size.SMALL
    standing: tuple[str, str] = ("", "")
    without: bool = False
    alone: bool = False


def asked_for(ground: Ground, offer: Offer, size: Size = Size.SMALL) -> list[Asked]:
    """What must be in a basket for the offer to hold; empty where there is no such thing."""
    if offer.benefit is not None:
        return ground.asked(offer.benefit, size)
    if offer.goods is not None:
        return [(item, MILLI) for item in ground.matching(offer.goods)[:1]]
    return ground.anything()


def trial(ground: Ground, offer: Offer, moment: Moment, basket: Basket) -> Example:
    """One of the offer's own baskets, priced without what has nothing to do with it."""
    if basket.alone:
        scheme = only(ground.scheme, offer)
    else:
        scheme = _touching(ground, asked_for(ground, offer, basket.size))
    if basket.without:
        scheme = without(scheme, offer)
    return _priced(ground, offer, moment, basket, scheme)


def shown_of(ground: Ground, offer: Offer, moment: Moment, basket: Basket | None = None) -> Example:
    """One of the offer's own baskets, as a till would price it."""
    return _priced(ground, offer, moment, basket or Basket(), ground.scheme)


def _priced(
    ground: Ground, offer: Offer, moment: Moment, basket: Basket, scheme: Scheme
) -> Example:
    held = offer.held
    tier, plan = basket.standing
    return ground.example(
        asked_for(ground, offer, basket.size),
        ground.member(held.who, moment, tier=tier, plan=plan),
        moment,
        coupons=(held.id,) if isinstance(held, CouponTemplate) else (),
        rewards=(held.id,) if isinstance(held, Reward) else (),
        scheme=scheme,
    )


def without(scheme: Scheme, offer: Offer) -> Scheme:
    """The scheme without this offer; a coupon that others give stays, but does nothing."""
    held = offer.held
    if isinstance(held, CouponTemplate):
        gone = replace(held, benefit=_NOTHING)
        coupons = tuple(gone if each is held else each for each in scheme.coupons)
        return replace(scheme, coupons=coupons)
    if isinstance(held, Reward):
        return replace(scheme, rewards=tuple(x for x in scheme.rewards if x is not held))
    promotions = tuple(each for each in scheme.promotions if each is not held)
    return replace(scheme, promotions=promotions)


_NOTHING = Benefit(BenefitKind.PERCENT_OFF, goods=Goods(products=("\0",)), percent_bp=1)


def only(scheme: Scheme, *offers: Offer) -> Scheme:
    """The scheme with no promotions but these."""
    held = [offer.held for offer in offers]
    kept = tuple(x for x in scheme.promotions if any(x is each for each in held))
    return replace(scheme, promotions=kept)


def _touching(ground: Ground, asked: list[Asked]) -> Scheme:
    """The scheme without the promotions on other goods: they change nothing but reasons."""
    items = [item for item, _ in asked]
    kept = tuple(
        each
        for each in ground.scheme.promotions
        if any(takes(goods, item, ground.scheme) for goods in _goods_of(each) for item in items)
    )
    return replace(ground.scheme, promotions=kept)


def _goods_of(promotion: Promotion) -> Iterator[Goods]:
    if promotion.gate is not None:
        yield promotion.gate
    if promotion.benefit is not None:
        yield promotion.benefit.goods
        yield from (part.goods for part in promotion.benefit.parts)


def same(one: Quote, other: Quote) -> bool:
    """Whether a member would notice no difference."""
    return (
        one.total_minor == other.total_minor
        and one.points_earned == other.points_earned
        and sorted(one.coupons_to_issue) == sorted(other.coupons_to_issue)
        and one.rewards == other.rewards
        and one.barred == other.barred
    )


def paid(quote: Quote) -> int:
    """What is paid for the lines, taxes left as the prices have them, in minor units."""
    return sum(line.total_minor for line in quote.lines)


def is_below(ground: Ground, example: Example) -> bool:
    """Whether less is paid than the goods cost the shop."""
    return paid_part(example) < ground.scheme.cost_bp and example.quote.gross_minor > 0


def paid_part(example: Example) -> int:
    """What is paid, in basis points of the shelf price."""
    gross = example.quote.gross_minor
    return paid(example.quote) * BASIS_POINTS // gross if gross else BASIS_POINTS


def cost_facts(ground: Ground, example: Example) -> Facts:
    """What is paid, and what the goods cost the shop."""
    gross = example.quote.gross_minor
    cost = gross * ground.scheme.cost_bp // BASIS_POINTS
    return (("paid_minor", paid(example.quote)), ("cost_minor", cost))
