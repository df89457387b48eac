"""Campaigns as values: what is drafted, planned, stored, called and found out.

All amounts are minor units, shares basis points. Floats are estimates, never charged.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.services.rules.campaign.contact import Channel, LeftOutReason, Outcome
from app.services.rules.campaign.power import PeopleNeeded
from app.services.rules.campaign.uplift import Uplift, Verdict
from app.services.rules.scheme.words import NO_WORDS, Words

__all__ = [
    "ArmPlan",
    "ArmResult",
    "Arrival",
    "Call",
    "Campaign",
    "CampaignDraft",
    "CampaignPlan",
    "CampaignResult",
    "CampaignState",
    "Channel",
    "CostPlan",
    "Event",
    "Funnel",
    "LeftOut",
    "LeftOutReason",
    "Offer",
    "OfferKind",
    "Outcome",
    "PeopleNeeded",
    "Person",
    "PlanNote",
    "Sample",
    "Uplift",
    "Variant",
    "VariantResult",
    "Verdict",
]

VARIANTS_AT_MOST = 4
HOLDOUT_USUAL_BP = 2_000
EFFECT_USUAL_BP = 2_000


class OfferKind(StrEnum):
    """What those who are reached get; the values are stored."""

    NONE = "none"
    COUPON = "coupon"
    POINTS = "points"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Event:
    """What people are invited to; `at` is a text like 19:30."""

    name: str
    on: date
    at: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A coupon of the scheme's `template`, `points`, an invitation to an event, or nothing.

    `cost_minor` is what the shop expects one to cost it, for the budget; None takes it from the
    scheme: what a point pays, what a coupon takes off.
    """

    kind: OfferKind = OfferKind.NONE
    template: str = ""
    points: int = 0
    event: Event | None = None
    cost_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One of up to four ways to ask; people are dealt to them evenly.

    `text` has merge fields in braces (`rules.campaign.wording.MERGE_FIELDS`), in up to three
    languages.
    """

    name: str
    text: Words = NO_WORDS
    offer: Offer = field(default_factory=Offer)


@dataclass(frozen=True, slots=True)
class CampaignDraft:
    """What the owner wants. `audience` is the name of a saved segment, else conditions.

    `channels` in the order in which they are preferred: each member is asked by the first that
    leads to them. `starts_on` is today where it is None; purchases count from that day until
    `ends_on`. `holdout_bp` of those who may be asked stay unreached. A `budget_minor` of 0 is
    none. `cost_minor` is spent once, `cost_each_minor` for each person reached. `margin_bp` is
    the gross profit of goods whose cost the shop does not know; None takes it from the scheme
    (`Scheme.cost_bp`). `effect_bp` is the effect that
    it should be able to show, as a share of the usual visits. `seed` draws the hold-out; None
    takes a new one.
    """

    name: str
    audience: str
    variants: tuple[Variant, ...]
    channels: tuple[Channel, ...]
    ends_on: date
    starts_on: date | None = None
    holdout_bp: int = HOLDOUT_USUAL_BP
    budget_minor: int = 0
    cost_minor: int = 0
    cost_each_minor: int = 0
    margin_bp: int | None = None
    effect_bp: int = EFFECT_USUAL_BP
    seed: int | None = None


# --- the plan ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """A member, as a list shows them."""

    member_id: UUID
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many of the audience are left out for one reason, and the first of them by number."""

    reason: LeftOutReason
    count: int
    first: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ArmPlan:
    """A variant and how many people it is for; the hold-out has no name."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class CostPlan:
    """What the campaign will cost at most."""

    once_minor: int
    contacts_minor: int
    offers_minor: int
    budget_minor: int

    @property
    def total_minor(self) -> int:
        """All of it."""
        return self.once_minor + self.contacts_minor + self.offers_minor

    @property
    def over_minor(self) -> int:
        """How much more than the budget; 0 where there is none, or it is kept."""
        return max(0, self.total_minor - self.budget_minor) if self.budget_minor else 0


class PlanNote(StrEnum):
    """What the owner should know before the start."""

    NOBODY = "nobody"  # nobody is left to ask: it cannot start
    NO_HOLDOUT = "no_holdout"  # nobody is held out: what it adds cannot be known
    TOO_FEW = "too_few"  # too few people to show the effect that is hoped for
    OVER_BUDGET = "over_budget"  # it cannot start
    UNKNOWN_NAMES = "unknown_names"  # the conditions name a tag, tier or plan that is gone
    QUIET_NOW = "quiet_now"  # nobody may be asked at this hour


@dataclass(frozen=True, slots=True)
class Sample:
    """What one person will be told, or was."""

    person: Person
    variant: str
    channel: Channel
    text: str


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """Who would be asked, who is left out and why, what it costs and what it can show.

    Nothing is stored by planning. `audience` = those left out + `eligible`; `eligible` =
    `holdout` + the people of `arms`.
    """

    draft: CampaignDraft
    conditions: str
    unknown_names: tuple[str, ...]
    audience: int
    eligible: int
    holdout: int
    arms: tuple[ArmPlan, ...]
    channels: tuple[tuple[Channel, int], ...]
    left_out: tuple[LeftOut, ...]
    cost: CostPlan
    power: PeopleNeeded
    samples: tuple[Sample, ...]
    notes: tuple[PlanNote, ...]

    @property
    def reached(self) -> int:
        """How many would be asked."""
        return self.eligible - self.holdout


# --- as it is stored -----------------------------------------------------------------


class CampaignState(StrEnum):
    """Where a campaign stands, told by its entries and its dates."""

    STARTING = "starting"  # not all offers are issued yet: start it again to go on
    RUNNING = "running"
    ENDED = "ended"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign that was started; `draft` as it was then, with its dates and seed filled in."""

    campaign_id: UUID
    draft: CampaignDraft
    conditions: str
    state: CampaignState
    started_at: datetime
    started_by: str
    starts_on: date
    ends_on: date
    seed: int
    reached: int
    holdout: int
    issued: int
    stopped_on: date | None = None

    @property
    def name(self) -> str:
        """What the shop calls it."""
        return self.draft.name


# --- asking --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the call list. `barred` says why this person may not be called now any more.

    `text` is what to say, filled; `coupon` the code of what they got, empty where nothing;
    `note` what was noted last.
    """

    member_id: UUID
    number: str
    name: str
    phone: str
    variant: str
    text: str
    coupon: str
    outcome: Outcome | None = None
    barred: LeftOutReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Someone let in at the door; `again` where they had been scanned before, `was_on` the day of
    their event where that has passed."""

    person: Person
    variant: str
    confirmed: bool
    again: bool
    arrived: int
    was_on: date | None = None


# --- what came of it -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Funnel:
    """People of the arms that were to be reached, each counted once at every step.

    `chosen` by lot, `invited` really asked, `confirmed` said they will come, `attended` were
    scanned at the door, `bought` anything between the first day and the last.
    """

    chosen: int
    invited: int
    confirmed: int
    attended: int
    bought: int


@dataclass(frozen=True, slots=True)
class ArmResult:
    """What one arm did in the campaign's days; the hold-out has no name."""

    name: str
    people: int
    visits: int
    spent_minor: int
    profit_minor: int
    bought: int


@dataclass(frozen=True, slots=True)
class VariantResult:
    """One variant: its funnel, and what it added against the hold-out."""

    name: str
    funnel: Funnel
    visits: Uplift
    profit: Uplift


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What a campaign added, from its first day until `until`; estimates with 95 % intervals.

    `visits` are days with a purchase, `profit` minor units of gross profit; `each` of them is
    for one person reached, `total` for all. `between` compares the first two variants (second
    less first), None where there is one. `costed_bp` is the share of what was sold whose cost
    the shop knows; for the rest `draft.margin_bp` stands. `offers_minor` is what points given
    cost; what coupons took off is in the profit already. `merged` people who were drawn twice
    before they were merged count once.
    """

    campaign: Campaign
    until: date
    finished: bool
    funnel: Funnel
    arms: tuple[ArmResult, ...]
    visits: Uplift
    profit: Uplift
    variants: tuple[VariantResult, ...]
    between: VariantResult | None
    outcomes: tuple[tuple[Outcome, int], ...]
    coupons_issued: int
    coupons_redeemed: int
    costed_bp: int
    once_minor: int
    contacts_minor: int
    offers_minor: int
    merged: int = 0

    @property
    def cost_minor(self) -> int:
        """What it cost so far."""
        return self.once_minor + self.contacts_minor + self.offers_minor

    @property
    def net_minor(self) -> int | None:
        """Gross profit added in all, less the cost; None where nothing can be estimated."""
        return round(self.profit.total) - self.cost_minor if self.profit.told else None

    @property
    def net_range_minor(self) -> tuple[int, int] | None:
        """The 95 % interval of `net_minor`: where it holds zero, nobody can tell whether the
        campaign paid for itself."""
        if not self.profit.told:
            return None
        low, high = self.profit.total_low, self.profit.total_high
        return round(low) - self.cost_minor, round(high) - self.cost_minor

    @property
    def return_bp(self) -> int | None:
        """`net_minor` for what was spent, 10,000 for as much again; None without a cost."""
        net = self.net_minor
        return None if net is None or not self.cost_minor else net * 10_000 // self.cost_minor
