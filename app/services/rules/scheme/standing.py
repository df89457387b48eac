"""What a member is in the scheme: tier, paid plan, perks, badges, partner cards."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.scheme.conditions import ANYBODY, EVERYTHING, Goods, Who
from app.services.rules.scheme.words import Words


class TierBasis(StrEnum):
    """What a threshold is in: minor units of qualifying spend, or qualifying points."""

    SPEND = "spend"
    POINTS = "points"


class TierWindow(StrEnum):
    """Over which time it is counted."""

    LIFETIME = "lifetime"
    ROLLING_MONTHS = "rolling_months"
    CALENDAR_YEAR = "calendar_year"


class TierKept(StrEnum):
    """How long a tier that was reached lasts before its review."""

    MONTHS = "months"
    END_OF_YEAR = "end_of_year"
    END_OF_NEXT_YEAR = "end_of_next_year"
    FOR_EVER = "for_ever"


class Downgrade(StrEnum):
    """What a review does with who no longer qualifies."""

    ONE_STEP = "one_step"
    RECALCULATE = "recalculate"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier is reached at `threshold`; who ever reached `lifetime_threshold` keeps it for good
    (0: nobody). `benefits` are the uncounted ones, as read out to the member."""

    id: str
    name: Words
    threshold: int
    lifetime_threshold: int = 0
    benefits: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class TierTerms:
    """Tiers in ascending order, the first at threshold 0.

    `window_months` is for ROLLING_MONTHS, `kept_months` for MONTHS; a review falls
    `grace_days` after the last day kept.
    """

    basis: TierBasis
    window: TierWindow
    tiers: tuple[Tier, ...]
    window_months: int = 12
    kept: TierKept = TierKept.MONTHS
    kept_months: int = 12
    grace_days: int = 0
    downgrade: Downgrade = Downgrade.RECALCULATE


class FeeRefund(StrEnum):
    """What cancelling a plan pays back."""

    FULL = "full"
    PRORATED = "prorated"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CashReward:
    """`rate_bp` of eligible spend, net of tax and refunds, at most `cap_minor` a period (0: no
    cap), issued at renewal as store credit, floored once to the minor unit."""

    rate_bp: int
    cap_minor: int = 0
    goods: Goods = EVERYTHING


@dataclass(frozen=True, slots=True)
class Plan:
    """A paid membership: `fee_minor` for `period_months`, after `trial_days` free.

    Plans of one `level` give the same benefits at other periods; `rank` orders levels for a
    switch, which pays the difference pro rata by days. `forfeits_reward`: cancelling
    loses the cash reward not yet spent.
    """

    id: str
    name: Words
    fee_minor: int
    period_months: int
    level: str
    rank: int = 0
    trial_days: int = 0
    refund: FeeRefund = FeeRefund.NONE
    forfeits_reward: bool = False
    cash_reward: CashReward | None = None
    benefits: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Perk:
    """A benefit that is counted: `count` a year (`per_months` 12) for those in `who`."""

    id: str
    name: Words
    count: int
    per_months: int = 12
    who: Who = ANYBODY


class BadgeBasis(StrEnum):
    """What a badge counts over a lifetime."""

    VISITS = "visits"
    SPEND = "spend"
    POINTS = "points"
    BOUGHT = "bought"


@dataclass(frozen=True, slots=True)
class Badge:
    """Given once, when the count reaches `threshold` (minor units for spend, units of `goods`
    for bought); it brings `points`."""

    id: str
    name: Words
    basis: BadgeBasis
    threshold: int
    goods: Goods = EVERYTHING
    points: int = 0


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """A co-branded card: the partner's own benefits are read out, ours name it in `who`."""

    id: str
    name: Words
    partner: str
    benefits: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveRule:
    """Who has not come for `months` and holds no value is archived (淘汰); reversible."""

    months: int
    keep_tiers: tuple[str, ...] = ()
