"""What a backtest is given: past sales, and what is assumed of the members."""

from dataclasses import dataclass
from datetime import date

from app.services.rules.cart import CartLine, MemberFacts
from app.services.rules.earning import EarnBase
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import Plan


@dataclass(frozen=True, slots=True)
class PastSale:
    """One stored sale. `minute` is the local minute of the day.

    `lines` have the prices of the shelf; `base` is what was paid for them, and which part of it
    earns nothing (rule 9). `paid_minor` is the total less what was paid by points: the shop's
    revenue, and the member's spend. `qualifying_minor` leaves the rounding of cash out of it, and
    counts for tiers. `member` is what is known of the member beside the scheme:
    joining, birthdays, tags.
    """

    day: date
    minute: int
    lines: tuple[CartLine, ...]
    base: EarnBase
    paid_minor: int
    qualifying_minor: int
    member: MemberFacts | None = None


@dataclass(frozen=True, slots=True)
class Assumed:
    """What stored sales do not tell.

    `plan` is the id or level of the plan that every member has from their first sale on and
    renews; empty: the cheapest, or none where the scheme has no plans. `redeeming`: on each visit
    points are spent as soon as they can be, else never, so that the liability is the most it
    can be.
    """

    plan: str = ""
    redeeming: bool = False


def assumed_plan(scheme: Scheme, assumed: Assumed) -> Plan | None:
    """The plan that members are taken to have: the one named (its id, else its level: the
    cheapest of that), else the cheapest by the month. None where there is none such."""
    named = [plan for plan in scheme.plans if plan.id == assumed.plan]
    of_level = [plan for plan in scheme.plans if plan.level == assumed.plan]
    return min(
        (named or of_level) if assumed.plan else scheme.plans,
        key=lambda plan: (plan.fee_minor * 12 // plan.period_months, plan.fee_minor),
        default=None,
    )


def minds_history(scheme: Scheme) -> bool:
    """Whether some effect is for those who often buy certain goods."""
    whose = (
        *(rule.who for rule in scheme.earn),
        *(multiplier.who for multiplier in scheme.multipliers),
        *(promotion.who for promotion in scheme.promotions),
        *(reward.who for reward in scheme.rewards),
    )
    return any(who.often_bought is not None for who in whose)
