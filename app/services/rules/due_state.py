"""What a member has that time will change, and what becomes due of it: plain values."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import NamedTuple
from uuid import UUID, uuid5

from app.services.rules.cart import MemberFacts
from app.services.rules.coupons import Issued
from app.services.rules.days import Birthday
from app.services.rules.points import Lot
from app.services.rules.scheme.standing import CashReward, TierTerms
from app.services.rules.tiers import Qualified, TierStanding, tier_named
from app.services.rules.wallets import WalletLot

OWN = ""


class DueKind(IntEnum):
    """What becomes due, in the order in which it happens within one day."""

    POINTS_EXPIRED = 0
    PLAN_RENEWED = 1
    CASH_REWARD = 2
    PLAN_LAPSED = 3
    TIER_REVIEWED = 4
    INSTALMENT = 5
    BONUS_EXPIRED = 6
    COUPON_EXPIRED = 7
    PASS_EXPIRED = 8
    COUPON_ISSUED = 9
    ARCHIVED = 10


class DueEvent(NamedTuple):
    """One thing that became due, on its own day, under the version of the scheme of that day.

    `subject` is the lot, coupon, pass or top-up it is about; a new coupon's or lot's id is made
    of what it is for, so that a repeat is the same one. `amount` is points, minor units or uses
    as the kind says. `text` is a plan's or a template's id. `until` is a last day; for a plan
    it is the first day of the period that the event is about.
    """

    day: date
    kind: DueKind
    version: int
    subject: UUID | None = None
    amount: int = 0
    text: str = ""
    number: int = 0
    until: date | None = None
    tier: TierStanding | None = None
    occasion: Issued | None = None


@dataclass(frozen=True, slots=True)
class PlanTerm:
    """One period of a member's plan, from the first to the last day of its benefits.

    `eligible_minor` is what was spent in it towards the cash reward; `rewarded` once that was
    issued. A `cancelled` period ends in silence, without its reward; one whose `lapsed` was
    written ends in silence too, but is rewarded when the member comes back. `begun`: its
    beginning was counted. After a switch the reward is for what was bought `reward_from` on.
    """

    plan: str
    level: str
    first: date
    last: date
    reward: CashReward | None = None
    eligible_minor: int = 0
    rewarded: bool = False
    cancelled: bool = False
    lapsed: bool = False
    begun: bool = False
    reward_from: date | None = None


@dataclass(frozen=True, slots=True)
class OpenInstalment:
    """A part of a top-up's bonus that was promised for `due_on`."""

    taking_id: UUID
    number: int
    due_on: date
    bonus_minor: int


@dataclass(frozen=True, slots=True)
class OpenCoupon:
    """A coupon that may still be used, until its last day."""

    coupon_id: UUID
    last_day: date


@dataclass(frozen=True, slots=True)
class OpenPass:
    """Sessions that may still be used, until their last day."""

    pass_id: UUID
    uses_left: int
    last_day: date


@dataclass(slots=True)
class MemberState:
    """A member as the due jobs see them; what has nothing to do is left empty.

    Planning moves it along, event by event.

    `facts` are None where no coupon can be due. `lots` carry the last day that counts, moved by
    visits already. `seen_on` is the last visit, or the day they were brought back from the
    archive. `owed` is value that time does not change: principal, store credit, a debt of points.
    `active`: neither frozen nor archived. `spend` and `points` are what counts towards tiers, in
    either unit.
    """

    facts: MemberFacts | None
    joined_on: date
    active: bool = True
    archived: bool = False
    seen_on: date | None = None
    owed: bool = False
    lots: tuple[Lot, ...] = ()
    tier: TierStanding | None = None
    spend: tuple[Qualified, ...] = ()
    points: tuple[Qualified, ...] = ()
    terms: tuple[PlanTerm, ...] = ()
    wallet: tuple[WalletLot, ...] = ()
    instalments: tuple[OpenInstalment, ...] = ()
    coupons: tuple[OpenCoupon, ...] = ()
    passes: tuple[OpenPass, ...] = ()
    birthday: Birthday | None = None
    dependants: tuple[tuple[str, Birthday], ...] = ()
    issued: tuple[Issued, ...] = ()

    def facts_on(self, day: date, tiers: TierTerms | None) -> MemberFacts:
        """What conditions may ask, with the tier and the plan of that day."""
        assert self.facts is not None
        held = "" if self.tier is None else self.tier.tier
        return replace(
            self.facts,
            tier="" if tiers is None else tier_named(tiers, held).id,
            plan_level=next((t.level for t in self.terms if t.first <= day <= t.last), ""),
            birthday=self.birthday,
            dependants=tuple(birthday for _, birthday in self.dependants),
        )

    @property
    def has_value(self) -> bool:
        """Whether anything of worth is left, a running plan apart."""
        return (
            self.owed
            or any(lot.remaining for lot in self.lots)
            or any(lot.principal_minor or lot.bonus_minor for lot in self.wallet)
            or bool(self.instalments)
            or any(each.uses_left for each in self.passes)
        )


def coupon_id(member_id: UUID, template: str, occasion: str) -> UUID:
    """The id of the coupon of one occasion: a repeat makes no second one."""
    return uuid5(member_id, f"coupon {template} {occasion}")


def instalment_lot_id(taking_id: UUID, number: int) -> UUID:
    """The id of the lot that an instalment opens."""
    return uuid5(taking_id, f"instalment {number}")


def occasion_text(issued: Issued) -> str:
    """The occasion as it is stored: the year, and whose birthday it was."""
    return f"{issued.year}" if issued.whose == OWN else f"{issued.year} {issued.whose}"


def occasion_read(template: str, text: str, day: date) -> Issued | None:
    """The occasion that was stored as `text`; None where it is no birthday's."""
    year, _, whose = text.partition(" ")
    return Issued(template, int(year), day, whose) if year.isdecimal() else None


def apply(state: MemberState, event: DueEvent) -> None:
    """Bring the state to where it is once `event` has happened."""
    _STEPS.get(event.kind, _move_plan)(state, event)


def _expire_points(state: MemberState, event: DueEvent) -> None:
    state.lots = tuple(lot for lot in state.lots if lot.lot_id != event.subject)


def _review(state: MemberState, event: DueEvent) -> None:
    state.tier = event.tier


def _expire_bonus(state: MemberState, event: DueEvent) -> None:
    changed = (
        replace(lot, bonus_minor=0) if lot.lot_id == event.subject else lot for lot in state.wallet
    )
    state.wallet = tuple(lot for lot in changed if lot.principal_minor or lot.bonus_minor)


def _expire_coupon(state: MemberState, event: DueEvent) -> None:
    state.coupons = tuple(each for each in state.coupons if each.coupon_id != event.subject)


def _expire_pass(state: MemberState, event: DueEvent) -> None:
    state.passes = tuple(each for each in state.passes if each.pass_id != event.subject)


def _archive(state: MemberState, _event: DueEvent) -> None:
    state.active, state.archived = False, True


def _pay_instalment(state: MemberState, event: DueEvent) -> None:
    assert event.subject is not None
    state.instalments = tuple(
        each
        for each in state.instalments
        if (each.taking_id, each.number) != (event.subject, event.number)
    )
    lot_id = instalment_lot_id(event.subject, event.number)
    state.wallet += (WalletLot(lot_id, event.day, 0, event.amount, event.until),)


def _issue_coupon(state: MemberState, event: DueEvent) -> None:
    assert event.subject is not None
    assert event.occasion is not None
    if event.until is not None:
        state.coupons += (OpenCoupon(event.subject, event.until),)
    state.issued += (event.occasion,)


def _move_plan(state: MemberState, event: DueEvent) -> None:
    """The period that begins on the event's `until`, done with; a reward is worth keeping."""
    state.terms = tuple(
        _moved(term, event.kind) if term.first == event.until else term for term in state.terms
    )
    state.owed = state.owed or event.kind is DueKind.CASH_REWARD


def _moved(term: PlanTerm, kind: DueKind) -> PlanTerm:
    if kind is DueKind.PLAN_LAPSED:
        return replace(term, lapsed=True)
    if kind is DueKind.CASH_REWARD:
        return replace(term, rewarded=True)
    return replace(term, begun=True)


_STEPS: dict[DueKind, Callable[[MemberState, DueEvent], None]] = {
    DueKind.POINTS_EXPIRED: _expire_points,
    DueKind.TIER_REVIEWED: _review,
    DueKind.INSTALMENT: _pay_instalment,
    DueKind.BONUS_EXPIRED: _expire_bonus,
    DueKind.COUPON_EXPIRED: _expire_coupon,
    DueKind.PASS_EXPIRED: _expire_pass,
    DueKind.COUPON_ISSUED: _issue_coupon,
    DueKind.ARCHIVED: _archive,
}
