"""The five figures of a scheme of points by money, as shops of the first schema keep them."""

from dataclasses import dataclass, replace

from app.services.rules.scheme import Scheme
from app.services.rules.scheme.earning import EarnBasis, EarnRule, PointsTender


@dataclass(frozen=True, slots=True)
class SimplePoints:
    """`earn_points` for each `earn_unit_minor` paid; `burn_points` pay `burn_value_minor`."""

    earn_points: int
    earn_unit_minor: int
    burn_points: int
    burn_value_minor: int
    claim_days: int


def base_rule(scheme: Scheme) -> EarnRule | None:
    """The rule of points by money that stands last: what earns where no other does."""
    by_money = [rule for rule in scheme.earn if rule.basis is EarnBasis.MONEY]
    return by_money[-1] if by_money else None


def with_simple_points(scheme: Scheme, figures: SimplePoints) -> Scheme:
    """The scheme with these figures in its last rule by money and its points tender."""
    base = base_rule(scheme)
    assert base is not None
    rule = replace(base, points=figures.earn_points, unit_minor=figures.earn_unit_minor)
    earn = tuple(rule if each is base else each for each in scheme.earn)
    burn = scheme.burn or PointsTender(1, 1)
    return replace(
        scheme,
        earn=earn,
        burn=replace(burn, points=figures.burn_points, value_minor=figures.burn_value_minor),
        claim_days=figures.claim_days,
    )
