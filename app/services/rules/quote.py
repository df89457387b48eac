"""A priced basket, as values: lines, what was taken off, why, and what else it does."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from app.services.rules.cart import CartLine
from app.services.rules.days import Moment
from app.services.rules.reasons import Reason
from app.services.rules.scheme.words import Words


class PriceTerms(NamedTuple):
    """What the shop says about prices: whether they include tax, and the smallest cash step."""

    prices_include_tax: bool = True
    cash_step_minor: int = 1


class Effect(NamedTuple):
    """Money taken off one line, and why. `amount_minor` is above zero."""

    amount_minor: int
    why: Reason


class QuoteLine(NamedTuple):
    """A priced line: `gross_minor` − the effects = `total_minor`.

    `tax_minor` is this line's share of its rate's tax, `points` its share of the points earned;
    `reward_milli` of its quantity were had for points or a pass and earn nothing.
    """

    line: CartLine
    gross_minor: int
    effects: tuple[Effect, ...]
    total_minor: int
    tax_minor: int = 0
    points: int = 0
    reward_milli: int = 0

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
class AppliedReward:
    """A reward taken: what it costs the member and what it takes off this sale.

    `outside`: what is had is handed out beside the sale, with a code.
    """

    id: str
    name: Words
    cost_points: int
    saved_minor: int
    outside: bool = False


@dataclass(frozen=True, slots=True)
class GivenPoints:
    """Points that an offer gives for the lines at these places, besides what they earn."""

    id: str
    name: Words
    points: int
    lines: tuple[int, ...]


class Quote(NamedTuple):
    """A priced basket. `total_minor` = gross − discount + `added_tax_minor`; nothing is paid yet.

    `points_earned`, `qualifying_points` and `points_by_rule` (id of the rule or offer, points)
    are what the sale earns if all of it is paid with money. `coupons_used` are the codes that
    had an effect (rule 23), `coupons_to_issue` templates' ids; `uses` counts limited offers, as
    (id, units), `passes_used` session passes, as (pass, uses). `barred`: it may be quoted, not
    completed. `why` begins with the points; `promised` are its other reasons.
    """

    lines: tuple[QuoteLine, ...]
    gross_minor: int
    discount_minor: int
    taxes: tuple[TaxGroup, ...]
    added_tax_minor: int
    total_minor: int
    points_earned: int
    moment: Moment
    why: tuple[Reason, ...] = ()
    why_not: tuple[Reason, ...] = ()
    qualifying_points: int = 0
    points_by_rule: tuple[tuple[str, int], ...] = ()
    given: tuple[GivenPoints, ...] = ()
    rewards: tuple[AppliedReward, ...] = ()
    coupons_used: tuple[str, ...] = ()
    coupons_to_issue: tuple[str, ...] = ()
    uses: tuple[tuple[str, int], ...] = ()
    barred: Reason | None = None
    promised: tuple[Reason, ...] = ()
    passes_used: tuple[tuple[UUID, int], ...] = ()

    @property
    def tax_minor(self) -> int:
        """All tax in the total, whether added or contained."""
        return sum(group.tax_minor for group in self.taxes)

    @property
    def tips_minor(self) -> int:
        """What of the total is tips, which are no revenue and earn nothing."""
        return sum([line.total_minor for line in self.lines if line.line.tip])

    @property
    def points_spent_on_rewards(self) -> int:
        """What the rewards cost the member."""
        return sum(reward.cost_points for reward in self.rewards)
