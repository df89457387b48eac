"""What time brings: in the order of its days, each once, whether the PC ran daily or not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.rules.cart import MemberFacts
from app.services.rules.coupons import Issued
from app.services.rules.days import Birthday
from app.services.rules.due import due, in_force, scheme_on
from app.services.rules.due_state import (
    DueEvent,
    DueKind,
    MemberState,
    OpenCoupon,
    OpenInstalment,
    OpenPass,
    PlanTerm,
    occasion_read,
    occasion_text,
)
from app.services.rules.points import Lot
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import BirthdaySpan, Who
from app.services.rules.scheme.offers import Benefit, BenefitKind, CouponTemplate, CouponTrigger
from app.services.rules.scheme.standing import (
    ArchiveRule,
    CashReward,
    Downgrade,
    Tier,
    TierBasis,
    TierTerms,
    TierWindow,
)
from app.services.rules.scheme.value import WalletTerms
from app.services.rules.scheme.words import words
from app.services.rules.tiers import Qualified, TierStanding
from app.services.rules.wallets import WalletLot

ANA = UUID(int=7)
FREE = Benefit(BenefitKind.FREE_UNITS, units=1)
DRINK = CouponTemplate(
    "drink",
    words("Free drink"),
    FREE,
    CouponTrigger.BIRTHDAY,
    Who(tiers=("gold",), birthday=BirthdaySpan.MONTH),
)
CAKE = CouponTemplate(
    "cake",
    words("Cake"),
    FREE,
    CouponTrigger.DEPENDANT_BIRTHDAY,
    Who(dependant_birthday=BirthdaySpan.DAY),
)
TIERS = TierTerms(
    TierBasis.POINTS,
    TierWindow.ROLLING_MONTHS,
    (
        Tier("green", words("Green"), 0),
        Tier("silver", words("Silver"), 300),
        Tier("gold", words("Gold"), 1200),
    ),
    downgrade=Downgrade.ONE_STEP,
)
SCHEME = Scheme(
    1,
    "coffee",
    tiers=TIERS,
    coupons=(DRINK, CAKE),
    wallet=WalletTerms(bonus_months=3),
    archive=ArchiveRule(24, keep_tiers=("gold",)),
)
SPANS = in_force([(date(2026, 1, 1), SCHEME)])
START = date(2026, 9, 30)


def member(**what: Any) -> MemberState:
    known = MemberState(MemberFacts(ANA), date(2025, 1, 1), seen_on=date(2026, 9, 1))
    return replace(known, **what)


def lot(number: int, points: int, until: date | None) -> Lot:
    return Lot(UUID(int=number), points, date(2026, 1, 1), until)


def told(state: MemberState, first: date, last: date, spans=SPANS) -> list[tuple[str, str]]:
    events = due(state, spans, first, last).events
    return [(event.day.isoformat(), event.kind.name.lower()) for event in events]


def test_six_weeks_off_are_caught_up_in_the_order_of_their_days():
    # Off from 30 September to 11 November. Points of 5 October lapse on the 6th, the bonus of
    # the same day with them; Gold of 20 October is reviewed on the 21st; the instalment of
    # 15 October comes on that day; the coupon of 31 October and the pass end on 1 November.
    state = member(
        lots=(lot(1, 50, date(2026, 10, 5)), lot(2, 30, date(2026, 12, 1))),
        wallet=(WalletLot(UUID(int=3), date(2026, 7, 5), 0, 900, date(2026, 10, 5)),),
        tier=TierStanding("gold", date(2025, 10, 20), date(2026, 10, 20)),
        instalments=(OpenInstalment(UUID(int=4), 2, date(2026, 10, 15), 2_000),),
        coupons=(OpenCoupon(UUID(int=5), date(2026, 10, 31)),),
        passes=(OpenPass(UUID(int=6), 3, date(2026, 10, 31)),),
    )
    planned = due(state, SPANS, START, date(2026, 11, 11))
    assert told(state, START, date(2026, 11, 11)) == [
        ("2026-10-06", "points_expired"),
        ("2026-10-06", "bonus_expired"),
        ("2026-10-15", "instalment"),
        ("2026-10-21", "tier_reviewed"),
        ("2026-11-01", "coupon_expired"),
        ("2026-11-01", "pass_expired"),
    ]
    # The instalment's own bonus lasts three months from its day, not from today.
    assert planned.events[2].until == date(2027, 1, 15)
    assert planned.events[3].tier == TierStanding("silver", date(2026, 10, 21), date(2027, 10, 20))
    assert [each.remaining for each in planned.state.lots] == [30]


def test_a_repeat_plans_nothing():
    state = member(
        lots=(lot(1, 50, date(2026, 10, 5)),),
        birthday=Birthday(10, 3),
        tier=TierStanding("gold", date(2026, 1, 1), date(2026, 12, 31)),
    )
    once = due(state, SPANS, START, date(2026, 11, 11))
    assert len(once.events) == 3
    assert due(once.state, SPANS, START, date(2026, 11, 11)).events == ()


def test_a_clock_set_back_plans_nothing():
    state = member(lots=(lot(1, 50, date(2026, 9, 1)),))
    assert due(state, SPANS, START, START).events == ()
    assert due(state, SPANS, START, date(2026, 9, 1)).events == ()


def test_rule_25_a_birthday_is_issued_once_and_only_to_whom_it_is_for():
    gold = TierStanding("gold", date(2026, 1, 1), date(2026, 12, 31))
    state = member(birthday=Birthday(10, 20), tier=gold)
    events = due(state, SPANS, START, date(2026, 12, 1)).events
    assert [(e.day, e.text, e.until) for e in events] == [
        (date(2026, 10, 1), "drink", date(2026, 10, 31)),
        (date(2026, 11, 1), "", None),
    ]
    assert told(replace(state, tier=None), START, date(2026, 12, 1)) == []
    had = replace(state, issued=(Issued("drink", 2026, date(2026, 3, 1)),))
    assert told(had, START, date(2026, 12, 1)) == []
    assert told(replace(state, active=False), START, date(2026, 12, 1)) == []


def test_a_tier_lost_before_the_birthday_brings_no_coupon():
    # Gold to 30 September is Silver on 1 October, before the birthday month's coupon.
    state = member(
        birthday=Birthday(10, 20),
        tier=TierStanding("gold", date(2025, 9, 30), date(2026, 9, 30)),
    )
    assert told(state, START, date(2026, 12, 1)) == [("2026-10-01", "tier_reviewed")]


def test_each_dependant_has_a_birthday_of_their_own():
    state = member(
        dependants=(("bo", Birthday(10, 3)), ("mia", Birthday(10, 5))),
        issued=(Issued("cake", 2026, date(2026, 1, 3), "mia"),),
    )
    assert told(state, START, date(2026, 10, 31)) == [
        ("2026-10-03", "coupon_issued"),
        ("2026-10-04", "coupon_expired"),
    ]


def test_an_occasion_is_stored_and_read_back():
    for whose in ("", "bo"):
        occasion = Issued("cake", 2026, date(2026, 10, 3), whose)
        assert occasion_read("cake", occasion_text(occasion), occasion.day) == occasion
    assert occasion_read("cake", "joined", date(2026, 10, 3)) is None


def test_rule_17_a_plan_renewed_ahead_goes_on_with_its_reward_else_it_lapses():
    # Executive to 14 October, 1,234.56 eligible: 2 % is 24.6912, floored once to 24.69.
    first = PlanTerm(
        "executive",
        "executive",
        date(2025, 10, 15),
        date(2026, 10, 14),
        CashReward(200, 125_000),
        123_456,
    )
    ahead = PlanTerm("executive", "executive", date(2026, 10, 15), date(2027, 10, 14))
    renewed = due(member(terms=(first, ahead)), SPANS, START, date(2026, 11, 1)).events
    assert [(e.day, e.kind, e.amount) for e in renewed] == [
        (date(2026, 10, 15), DueKind.PLAN_RENEWED, 0),
        (date(2026, 10, 15), DueKind.CASH_REWARD, 2_469),
    ]
    lapsed = due(member(terms=(first,)), SPANS, START, date(2026, 11, 1))
    assert [(e.day, e.kind) for e in lapsed.events] == [(date(2026, 10, 15), DueKind.PLAN_LAPSED)]
    # Who comes back in December is given the reward then; who cancelled joins anew.
    back = replace(ahead, first=date(2026, 12, 3), last=date(2027, 12, 2))
    state = replace(lapsed.state, terms=(*lapsed.state.terms, back))
    assert told(state, date(2026, 12, 2), date(2026, 12, 31)) == [
        ("2026-12-03", "plan_renewed"),
        ("2026-12-03", "cash_reward"),
    ]
    gone = member(terms=(replace(first, cancelled=True), back))
    assert told(gone, date(2026, 12, 2), date(2026, 12, 31)) == []


def test_who_left_with_nothing_is_archived_on_the_day_the_last_thing_lapsed():
    # Last seen 1 September 2024: archived on 2 September 2026, but for points to 5 October.
    state = member(seen_on=date(2024, 9, 1), joined_on=date(2024, 1, 1))
    assert told(state, date(2026, 8, 31), date(2026, 12, 1)) == [("2026-09-02", "archived")]
    holding = replace(state, lots=(lot(1, 5, date(2026, 10, 5)),))
    assert told(holding, date(2026, 8, 31), date(2026, 12, 1)) == [
        ("2026-10-06", "points_expired"),
        ("2026-10-06", "archived"),
    ]
    planned = PlanTerm("x", "x", date(2026, 1, 1), date(2026, 10, 31), cancelled=True)
    assert told(replace(state, terms=(planned,)), date(2026, 8, 31), date(2026, 12, 1)) == [
        ("2026-11-01", "archived")
    ]
    assert told(replace(state, owed=True), date(2026, 8, 31), date(2026, 12, 1)) == []
    gold = TierStanding("gold", date(2024, 9, 1), None)
    assert told(replace(state, tier=gold), date(2026, 8, 31), date(2026, 12, 1)) == []


def test_the_newest_version_whose_day_has_come_holds():
    one, two, three = (replace(SCHEME, version=number) for number in (1, 2, 3))
    spans = in_force([(date(2026, 1, 1), one), (date(2026, 7, 1), two), (date(2026, 3, 1), three)])
    held = {day: scheme_on(spans, day).version for day in (date.min, date(2026, 2, 28))}
    assert set(held.values()) == {1}
    # Version 3 came into force in March; the older version 2 never does.
    assert scheme_on(spans, date(2026, 3, 1)).version == 3
    assert scheme_on(spans, date.max).version == 3


def test_a_review_waits_for_a_scheme_that_has_tiers():
    without = replace(SCHEME, tiers=None)
    again = replace(SCHEME, version=2)
    spans = in_force([(date(2026, 1, 1), without), (date(2026, 11, 1), again)])
    state = member(tier=TierStanding("gold", date(2025, 10, 5), date(2026, 10, 5)))
    assert told(state, START, date(2026, 12, 1), spans) == [("2026-11-01", "tier_reviewed")]


# --- running daily or in one go -----------------------------------------------

DAYS = st.dates(date(2026, 6, 1), date(2028, 6, 1))
IDS = st.builds(UUID, int=st.integers(100, 120))
BIRTHDAYS = st.builds(Birthday, st.integers(1, 12), st.integers(1, 28), lunar=st.booleans())


def unique(values, key):
    return st.lists(values, max_size=3, unique_by=key).map(tuple)


def chain(terms: list[tuple[int, int, int]]) -> tuple[PlanTerm, ...]:
    """Periods one after the other, some with a gap."""
    made, first = [], date(2026, 1, 1)
    for length, gap, spent in terms:
        last = first + timedelta(days=length)
        made.append(PlanTerm("gold", "gold", first, last, CashReward(200, 9_000), spent))
        first = last + timedelta(days=1 + gap)
    return tuple(made)


STATES = st.builds(
    MemberState,
    facts=st.just(MemberFacts(ANA)),
    joined_on=st.dates(date(2024, 1, 1), date(2026, 9, 30)),
    seen_on=st.none() | st.dates(date(2024, 6, 1), date(2026, 9, 30)),
    owed=st.booleans(),
    lots=unique(
        st.builds(Lot, IDS, st.integers(0, 90), st.just(date(2026, 1, 1)), st.none() | DAYS),
        lambda each: each.lot_id,
    ),
    tier=st.none()
    | st.builds(TierStanding, st.sampled_from(("silver", "gold")), DAYS, st.none() | DAYS),
    points=unique(st.builds(Qualified, DAYS, st.integers(-100, 1_500)), lambda each: each),
    terms=st.lists(
        st.tuples(st.integers(5, 400), st.sampled_from((0, 0, 40)), st.integers(0, 90_000)),
        max_size=3,
    ).map(chain),
    wallet=unique(
        st.builds(WalletLot, IDS, DAYS, st.integers(0, 9), st.integers(0, 9), st.none() | DAYS),
        lambda each: each.lot_id,
    ),
    instalments=unique(
        st.builds(OpenInstalment, IDS, st.integers(2, 4), DAYS, st.integers(1, 99)),
        lambda each: (each.taking_id, each.number),
    ),
    coupons=unique(st.builds(OpenCoupon, IDS, DAYS), lambda each: each.coupon_id),
    passes=unique(st.builds(OpenPass, IDS, st.integers(0, 9), DAYS), lambda each: each.pass_id),
    birthday=st.none() | BIRTHDAYS,
    dependants=unique(st.tuples(st.sampled_from(("bo", "mia")), BIRTHDAYS), lambda each: each[0]),
    issued=unique(
        st.builds(
            Issued,
            st.sampled_from(("drink", "cake")),
            st.integers(2025, 2027),
            DAYS,
            st.sampled_from(("", "bo")),
        ),
        lambda each: (each.template, each.year, each.whose),
    ),
)
VERSIONS = st.lists(
    st.tuples(
        st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        st.sampled_from(
            (
                SCHEME,
                replace(SCHEME, tiers=replace(TIERS, grace_days=20, kept_months=3)),
                replace(SCHEME, tiers=None, archive=ArchiveRule(6), coupons=()),
                replace(SCHEME, coupons=(replace(DRINK, who=Who(new_within_days=700)), CAKE)),
            )
        ),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=150, deadline=None)
@given(STATES, VERSIONS, st.lists(st.integers(1, 200), min_size=1, max_size=5))
def test_catching_up_in_one_go_is_the_same_as_day_by_day(state, versions, steps):
    spans = in_force(
        [(day, replace(scheme, version=n)) for n, (day, scheme) in enumerate(versions, 1)]
    )
    last = START + timedelta(days=sum(steps))
    whole = due(state, spans, START, last)
    assert list(whole.events) == sorted(whole.events, key=lambda e: e.day)
    events: list[DueEvent] = []
    now, begun = state, START
    for step in steps:
        until = begun + timedelta(days=step)
        planned = due(now, spans, begun, until)
        events += planned.events
        now, begun = planned.state, until
    assert events == list(whole.events)
    assert now == whole.state


@settings(max_examples=40, deadline=None)
@given(STATES, VERSIONS)
def test_a_daily_run_of_three_months_is_the_same_as_one_of_all(state, versions):
    spans = in_force(
        [(day, replace(scheme, version=n)) for n, (day, scheme) in enumerate(versions, 1)]
    )
    whole = due(state, spans, START, START + timedelta(days=90))
    events: list[DueEvent] = []
    now = state
    for number in range(90):
        planned = due(
            now, spans, START + timedelta(days=number), START + timedelta(days=number + 1)
        )
        events += planned.events
        now = planned.state
    assert (events, now) == (list(whole.events), whole.state)
