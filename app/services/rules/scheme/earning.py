"""How points come and go: earn rates, multipliers, expiry, points as money."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.scheme.conditions import ALWAYS, ANYBODY, EVERYTHING, Goods, When, Who
from app.services.rules.scheme.words import Words


class EarnBasis(StrEnum):
    """What a rate counts."""

    MONEY = "money"
    QUANTITY = "quantity"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class EarnRule:
    """`points` for each unit, in proportion: `unit_minor` really paid, `unit_milli` units; or for
    the visit, once a business day.

    A line is earned on by the first rule of the list, money and quantity alike, whose
    conditions it meets; a rule with `also` earns on top of that. Fractions are floored once
    per sale and rule (rule 9). `net_of_tax` leaves the tax out. `qualifies`: counts for tiers.
    """

    id: str
    name: Words
    points: int
    basis: EarnBasis = EarnBasis.MONEY
    unit_minor: int = 0
    unit_milli: int = 0
    goods: Goods = EVERYTHING
    who: Who = ANYBODY
    when: When = ALWAYS
    also: bool = False
    net_of_tax: bool = False
    qualifies: bool = True


@dataclass(frozen=True, slots=True)
class Multiplier:
    """Earn rates times `factor_bp`/10000. In one `group` the highest holds; groups multiply.

    `rules` names the earn rules it is for; empty: all. `qualifies`: the extra counts for tiers.
    """

    id: str
    name: Words
    factor_bp: int
    rules: tuple[str, ...] = ()
    goods: Goods = EVERYTHING
    who: Who = ANYBODY
    when: When = ALWAYS
    group: str = ""
    qualifies: bool = True


class PointsExpiry(StrEnum):
    """When what was earned together lapses."""

    NEVER = "never"
    MONTHS = "months"
    INACTIVITY = "inactivity"
    END_OF_YEAR = "end_of_year"
    END_OF_NEXT_YEAR = "end_of_next_year"


@dataclass(frozen=True, slots=True)
class PointsTerms:
    """Usable `pending_days` after the sale; `months` is for MONTHS and INACTIVITY.

    INACTIVITY: each visit moves all of a member's dates to `months` after it. `grace_days` is
    what points returned by a refund get when their own date has passed (rule 12).
    """

    pending_days: int = 0
    expiry: PointsExpiry = PointsExpiry.NEVER
    months: int = 0
    grace_days: int = 30


LASTING_POINTS = PointsTerms()


@dataclass(frozen=True, slots=True)
class PointsTender:
    """`points` pay `value_minor`: at least `min_points` at once, at most `max_part_bp` of a
    sale."""

    points: int
    value_minor: int
    min_points: int = 0
    max_part_bp: int = 10_000


@dataclass(frozen=True, slots=True)
class Activity:
    """Points for what is no purchase: a check-in (`by_hand` false: the visit itself), a review.

    `per_day` caps how often a day; by hand it needs a reason.
    """

    id: str
    name: Words
    points: int
    per_day: int = 1
    by_hand: bool = True
    qualifies: bool = False


@dataclass(frozen=True, slots=True)
class ReferralTerms:
    """Points for both sides on the referee's first purchase of at least `min_sale_minor`."""

    referrer_points: int
    referee_points: int
    min_sale_minor: int = 0
    per_referrer_year: int = 0
