"""What time brings a member: planned purely, in the order of its days, each thing once.

The plan depends on what is stored alone: what was done before is seen in the state, so a
repeat plans nothing, and a PC that was off for six weeks plans what each day would have.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Any

from app.services.rules.archiving import Presence, archive_on
from app.services.rules.conditions import why_not_who
from app.services.rules.coupons import BirthdayIssue, Issued, birthday_issues
from app.services.rules.days import Birthday, Moment
from app.services.rules.due_state import (
    OWN,
    DueEvent,
    DueKind,
    MemberState,
    PlanTerm,
    apply,
    coupon_id,
    occasion_text,
)
from app.services.rules.months import days_later, months_later
from app.services.rules.plans import cash_reward_minor
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTemplate, CouponTrigger
from app.services.rules.scheme.standing import TierBasis
from app.services.rules.tiers import review_on, reviewed

_ORDER = attrgetter("day", "kind")
_OF_BIRTHDAYS = (CouponTrigger.BIRTHDAY, CouponTrigger.DEPENDANT_BIRTHDAY)
Days = tuple[date, date]
"""The first and the last day that are looked at."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A version of the scheme and the days it is in force, both included.

    `birthdays` are its coupons that birthdays issue. `asks_tier`: whether a coupon of it is for
    some tiers only.
    """

    first: date
    last: date
    scheme: Scheme
    birthdays: tuple[CouponTemplate, ...]
    asks_tier: bool


def in_force(versions: Sequence[tuple[date, Scheme]]) -> tuple[InForce, ...]:
    """The versions by the days they hold: on each day the newest whose day has come.

    The first holds for all days before, too.
    """
    days = sorted({day for day, _ in versions})
    spans: list[InForce] = []
    for index, day in enumerate(days):
        begun = [scheme for begins, scheme in versions if begins <= day]
        last = days_later(days[index + 1], -1) if index + 1 < len(days) else date.max
        newest = max(begun, key=lambda scheme: scheme.version)
        birthdays = tuple(each for each in newest.coupons if each.trigger in _OF_BIRTHDAYS)
        asks_tier = any(template.who.tiers for template in newest.coupons)
        spans.append(InForce(day if index else date.min, last, newest, birthdays, asks_tier))
    return tuple(spans)


def scheme_on(spans: Sequence[InForce], day: date) -> Scheme:
    """The scheme in force on `day`."""
    if len(spans) == 1:
        return spans[0].scheme
    return next(span.scheme for span in spans if span.first <= day <= span.last)


_Find = Callable[[MemberState, Sequence[InForce], Days], DueEvent | None]
"""Looks for the next thing of its kinds; None where there is none."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is due, oldest first, and the member after all of it."""

    events: tuple[DueEvent, ...]
    state: MemberState


def due(state: MemberState, spans: Sequence[InForce], from_day: date, to_day: date) -> Planned:
    """Everything that became due after `from_day`, to `to_day` included.

    What a day before left undone is planned with the day it was due on. Birthdays, beginnings of
    periods and archiving are not looked for before: what they depend on was another then.
    """
    after = replace(state)
    return Planned(moved_along(after, spans, from_day, to_day), after)


def moved_along(
    state: MemberState, spans: Sequence[InForce], from_day: date, to_day: date
) -> tuple[DueEvent, ...]:
    """The same for a state that nobody needs any more: it becomes the one after all of it."""
    floor = days_later(from_day, 1)
    if floor > to_day:
        return ()
    events: list[DueEvent] = []
    ahead: dict[_Find, DueEvent] = {}
    stale: Iterable[_Find] = _FINDS
    while True:
        for find in stale:
            found = find(state, spans, (floor, to_day))
            if found is not None:
                ahead[find] = found
            else:
                ahead.pop(find, None)
        event = min(ahead.values(), key=_ORDER, default=None)
        if event is None or event.day > to_day:
            return tuple(events)
        events.append(event)
        apply(state, event)
        floor = max(floor, event.day)
        stale = _CHANGED_BY[event.kind]
        if event.kind is DueKind.TIER_REVIEWED and not any(span.asks_tier for span in spans):
            stale = (_review, _archiving)


def _event(spans: Sequence[InForce], day: date, kind: DueKind, **what: Any) -> DueEvent:
    return DueEvent(day, kind, scheme_on(spans, day).version, **what)


def _first(events: Iterable[DueEvent]) -> DueEvent | None:
    return min(events, key=_ORDER, default=None)


def _points(state: MemberState, spans: Sequence[InForce], _days: Days) -> DueEvent | None:
    last, lapsing = date.max, None
    for lot in state.lots:
        ends = lot.expires_on
        if ends is not None and lot.remaining > 0 and (lapsing is None or ends < last):
            last, lapsing = ends, lot
    if lapsing is None:
        return None
    kind, amount = DueKind.POINTS_EXPIRED, lapsing.remaining
    return _event(spans, days_later(last, 1), kind, subject=lapsing.lot_id, amount=amount)


def _plan(state: MemberState, spans: Sequence[InForce], days: Days) -> DueEvent | None:
    return _first(_plans(state, spans, days)) if state.terms else None


def _plans(state: MemberState, spans: Sequence[InForce], days: Days) -> Iterator[DueEvent]:
    for index, term in enumerate(state.terms):
        following = next((t for t in state.terms[index + 1 :] if t.first > term.last), None)
        ended = days_later(term.last, 1)
        if following is not None:
            yield from _followed(spans, term, following, days[0])
        goes_on = following is not None and following.first == ended
        if not (goes_on or term.cancelled or term.lapsed):
            yield _event(spans, ended, DueKind.PLAN_LAPSED, text=term.plan, until=term.first)


def _followed(
    spans: Sequence[InForce], term: PlanTerm, following: PlanTerm, floor: date
) -> Iterator[DueEvent]:
    """A period that another follows: the beginning of that one, and the reward of this."""
    day = following.first
    # Who cancelled and joined anew did not renew.
    if day >= floor and not following.begun and not term.cancelled:
        yield _event(spans, day, DueKind.PLAN_RENEWED, text=following.plan, until=day)
    if term.reward is None or term.rewarded or term.cancelled:
        return
    amount = cash_reward_minor(term.eligible_minor, term.reward)
    if amount:
        yield _event(
            spans, day, DueKind.CASH_REWARD, amount=amount, text=term.plan, until=term.first
        )


def _review(state: MemberState, spans: Sequence[InForce], days: Days) -> DueEvent | None:
    """The review, under the first version that has tiers when it falls due."""
    standing = state.tier
    if standing is None:
        return None
    for span in spans:
        terms = span.scheme.tiers
        day = None if terms is None else review_on(standing, terms)
        if terms is None or day is None:
            continue
        day = max(day, span.first)
        if day > days[1]:
            return None
        if day <= span.last:
            amounts = state.spend if terms.basis is TierBasis.SPEND else state.points
            tier = reviewed(standing, terms, amounts, day)
            return _event(spans, day, DueKind.TIER_REVIEWED, text=tier.tier, tier=tier)
    return None


def _wallet(state: MemberState, spans: Sequence[InForce], _days: Days) -> DueEvent | None:
    holds = state.instalments or state.wallet
    return _first(_wallets(state, spans)) if holds else None


def _wallets(state: MemberState, spans: Sequence[InForce]) -> Iterator[DueEvent]:
    for part in state.instalments:
        wallet = scheme_on(spans, part.due_on).wallet
        months = 0 if wallet is None else wallet.bonus_months
        yield _event(
            spans,
            part.due_on,
            DueKind.INSTALMENT,
            subject=part.taking_id,
            number=part.number,
            amount=part.bonus_minor,
            until=months_later(part.due_on, months) if months else None,
        )
    for lot in state.wallet:
        if lot.bonus_until is not None and lot.bonus_minor > 0:
            day = days_later(lot.bonus_until, 1)
            yield _event(
                spans, day, DueKind.BONUS_EXPIRED, subject=lot.lot_id, amount=lot.bonus_minor
            )


def _ended(state: MemberState, spans: Sequence[InForce], _days: Days) -> DueEvent | None:
    return _first(_ends(state, spans)) if state.coupons or state.passes else None


def _ends(state: MemberState, spans: Sequence[InForce]) -> Iterator[DueEvent]:
    for coupon in state.coupons:
        day = days_later(coupon.last_day, 1)
        yield _event(spans, day, DueKind.COUPON_EXPIRED, subject=coupon.coupon_id)
    for held in state.passes:
        if held.uses_left > 0:
            day = days_later(held.last_day, 1)
            yield _event(
                spans, day, DueKind.PASS_EXPIRED, subject=held.pass_id, amount=held.uses_left
            )


# --- birthdays ----------------------------------------------------------------


def _birthdays(state: MemberState, spans: Sequence[InForce], days: Days) -> DueEvent | None:
    known = state.active and (state.birthday is not None or state.dependants)
    return _first(_birthday_coupons(state, spans, days)) if known else None


def _birthday_coupons(
    state: MemberState, spans: Sequence[InForce], days: Days
) -> Iterator[DueEvent]:
    """The next coupon of each birthday and template."""
    whose: Sequence[tuple[str, Birthday]] = (
        [(OWN, state.birthday)] if state.birthday is not None else []
    )
    for span in spans:
        between = max(days[0], span.first, state.joined_on), min(days[1], span.last)
        if between[0] > between[1]:
            continue
        for template in span.birthdays:
            own = template.trigger is CouponTrigger.BIRTHDAY
            people = whose if own else state.dependants
            for name, birthday in people:
                yield from _birthday(state, span.scheme, template, (name, birthday), between)


def _birthday(
    state: MemberState,
    scheme: Scheme,
    template: CouponTemplate,
    person: tuple[str, Birthday],
    between: tuple[date, date],
) -> Iterator[DueEvent]:
    """The next coupon of one birthday that the member may have."""
    assert state.facts is not None
    whose, birthday = person
    issues = birthday_issues(
        template,
        birthday,
        [each for each in state.issued if each.whose == whose],
        between,
        leap_day_in_march=scheme.leap_birthday_on_1_march,
    )
    for issue in issues:
        if whose != OWN and _all_had(state, issue):
            continue
        day = _first_met(state, scheme, template, issue, between[1])
        if day is None:
            continue
        occasion = Issued(template.id, issue.year, day, whose)
        yield DueEvent(
            day,
            DueKind.COUPON_ISSUED,
            scheme.version,
            subject=coupon_id(state.facts.member_id, template.id, occasion_text(occasion)),
            text=template.id,
            until=issue.valid.last,
            occasion=occasion,
        )
        return


def _all_had(state: MemberState, issue: BirthdayIssue) -> bool:
    """Whether as many were issued this year as there are dependants: a new name makes no more."""
    had = sum(
        each.template == issue.template and each.year == issue.year and each.whose != OWN
        for each in state.issued
    )
    return had >= len(state.dependants)


def _first_met(
    state: MemberState,
    scheme: Scheme,
    template: CouponTemplate,
    issue: BirthdayIssue,
    to_day: date,
) -> date | None:
    """The first day of the coupon's span on which the member is one it is for."""
    day = issue.day
    while day <= to_day and issue.valid.holds(day):
        facts = state.facts_on(day, scheme.tiers)
        if why_not_who(template.who, facts, Moment(day), scheme) is None:
            return day
        day = days_later(day, 1)
    return None


# --- archiving ----------------------------------------------------------------


def _archiving(state: MemberState, spans: Sequence[InForce], days: Days) -> DueEvent | None:
    if not state.active:
        return None
    seen = state.seen_on or state.joined_on
    for span in spans:
        if _may_be_gone(span.scheme, seen, days[1]) and not state.has_value:
            day = _gone_on(state, span, days[0])
            if day is not None and day <= span.last:
                return _event(spans, day, DueKind.ARCHIVED)
    return None


def _may_be_gone(scheme: Scheme, seen: date, to_day: date) -> bool:
    """Whether a member seen on a day can be archived by another: a month has 28 days at least."""
    rule = scheme.archive
    return rule is not None and (to_day - seen).days > 28 * rule.months


def _gone_on(state: MemberState, span: InForce, floor: date) -> date | None:
    """The day a version archives who has nothing left: not while a plan runs."""
    tier = "" if state.tier is None else state.tier.tier
    day = archive_on(Presence(state.joined_on, state.seen_on, tier), span.scheme.archive)
    if day is None:
        return None
    ended = max((days_later(term.last, 1) for term in state.terms), default=floor)
    return max(day, floor, span.first, ended)


_FINDS: tuple[_Find, ...] = (_points, _plan, _review, _wallet, _ended, _birthdays, _archiving)

# What is to be looked for again once something has happened: what else is ahead stays so.
_CHANGED_BY: dict[DueKind, tuple[_Find, ...]] = {
    DueKind.POINTS_EXPIRED: (_points, _archiving),
    DueKind.PLAN_RENEWED: (_plan, _birthdays),
    DueKind.CASH_REWARD: (_plan, _archiving),
    DueKind.PLAN_LAPSED: (_plan, _birthdays, _archiving),
    DueKind.TIER_REVIEWED: (_review, _birthdays, _archiving),
    DueKind.INSTALMENT: (_wallet, _archiving),
    DueKind.BONUS_EXPIRED: (_wallet, _archiving),
    DueKind.COUPON_EXPIRED: (_ended,),
    DueKind.PASS_EXPIRED: (_ended, _archiving),
    DueKind.COUPON_ISSUED: (_birthdays, _ended),
    DueKind.ARCHIVED: (_birthdays, _archiving),
}
