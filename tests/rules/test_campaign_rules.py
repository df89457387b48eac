"""The lot, the interval, the people needed, who may be asked, and what they are told."""

import math
import random
from collections import Counter
from statistics import fmean, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.campaign.contact import (
    Channel,
    ContactTerms,
    LeftOutReason,
    Reachable,
    channel_for,
    left_out,
)
from app.services.rules.campaign.holdout import draw, strata
from app.services.rules.campaign.power import Habit, habit, people_needed
from app.services.rules.campaign.uplift import Seen, Uplift, Verdict, student, uplift
from app.services.rules.campaign.wording import filled, unknown_field
from tests.rules.campaign_world import campaigns

FIRST_WITH, FIRST_WITHOUT = 10_000, 15_000

# --- the lot ------------------------------------------------------------------

crowds = st.lists(
    st.tuples(st.binary(min_size=16, max_size=16), st.sampled_from("abcd")),
    max_size=200,
    unique_by=lambda person: person[0],
)
shares = st.integers(0, 9_999)
seeds = st.integers(0, 2**63 - 1)


@given(crowds, shares, st.integers(1, 4), seeds)
def test_every_stratum_and_the_whole_has_its_share_but_for_one_person(people, share, arms, seed):
    drawn = draw(people, share, arms, seed)
    assert set(drawn) == {key for key, _ in people}
    assert set(drawn.values()) <= set(range(arms + 1))
    by_stratum: dict[str, Counter[int]] = {"": Counter(drawn.values())}
    for key, stratum in people:
        by_stratum.setdefault(stratum, Counter())[drawn[key]] += 1
    for counts in by_stratum.values():
        everybody = sum(counts.values())
        assert abs(counts[0] - everybody * share / 10_000) < 1
        asked = [counts[arm] for arm in range(1, arms + 1)]
        assert max(asked) - min(asked) <= 1


@given(crowds, shares, st.integers(1, 4), seeds, st.randoms())
def test_the_same_seed_draws_the_same_whatever_the_order(people, share, arms, seed, chance):
    drawn = draw(people, share, arms, seed)
    chance.shuffle(people)
    assert draw(people, share, arms, seed) == drawn


def test_another_seed_draws_others_and_everybody_has_the_same_chance():
    people = [(place.to_bytes(4, "big"), "ab"[place % 7 == 0]) for place in range(10)]
    times = Counter(
        key for seed in range(4_000) for key, arm in draw(people, 2_500, 1, seed).items() if not arm
    )
    assert len(times) == 10
    assert all(abs(count - 1_000) < 130 for count in times.values())


@given(
    st.lists(
        st.tuples(st.binary(min_size=4, max_size=4), st.sampled_from("ab"), st.integers(-5, 50)),
        max_size=80,
        unique_by=lambda person: person[0],
    )
)
def test_strata_are_thirds_of_a_stage_and_never_part_equal_spends(people):
    found = strata(people)
    assert set(found) == {key for key, _, _ in people}
    for key, stage, spent in people:
        assert found[key].startswith(stage + " ")
        for other, of_stage, other_spent in people:
            if (stage, spent) == (of_stage, other_spent):
                assert found[key] == found[other]
            elif stage == of_stage and spent < other_spent:
                assert found[key] <= found[other]


# --- the interval -------------------------------------------------------------


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [(1, 12.7062), (2, 4.3027), (3, 3.1824), (5, 2.5706), (10, 2.2281), (30, 2.0423),
     (100, 1.9840), (1e9, 1.95996)],
)  # fmt: skip
def test_students_quantile_is_that_of_the_tables(freedom, quantile):
    assert student(freedom) == pytest.approx(quantile, abs=2e-4)


def test_without_a_past_and_strata_it_is_welchs_interval_moved_by_the_skew():
    chance = random.Random(5)
    reached = [chance.gauss(3, 1) for _ in range(40)]
    held = [chance.gauss(2, 2) for _ in range(20)]
    seen = [Seen("", True, 0, each) for each in reached]
    seen += [Seen("", False, 0, each) for each in held]
    told = uplift(seen)
    parts = variance(reached) / 40, variance(held) / 20
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / 39 + parts[1] ** 2 / 19)
    assert told.each == pytest.approx(fmean(reached) - fmean(held))
    assert (told.high - told.low) / 2 == pytest.approx(
        student(freedom) * math.sqrt(sum(parts)), rel=1e-9
    )
    assert told.total == pytest.approx(told.each * 40)


def test_what_people_did_before_narrows_the_interval():
    (one,) = campaigns(1, 400, 2_000, 0.0, 1)
    blind = uplift(Seen("", each.treated, 0, each.after) for each in one.visits)
    told = uplift(one.visits)
    assert told.high - told.low < 0.95 * (blind.high - blind.low)


@pytest.mark.parametrize(
    ("treated", "control", "verdict"),
    [(0, 0, "no_holdout"), (50, 0, "no_holdout"), (1, 1, "too_few"), (50, 9, "too_few"),
     (0, 50, "too_few"), (50, 50, "cannot_tell")],
)  # fmt: skip
def test_where_nothing_can_be_said_it_says_so_and_divides_by_nothing(treated, control, verdict):
    seen = [Seen("a", True, 1, 1)] * treated + [Seen("b", False, 1, 1)] * control
    told = uplift(seen)
    assert told.verdict == verdict
    assert (told.each, told.low, told.high) == (0, 0, 0)


def test_while_nobody_came_there_is_no_interval_of_no_width():
    """Nor is the cost told as a loss for sure."""
    people = [Seen("a", at % 2 == 0, at % 3, 0) for at in range(200)]
    assert uplift(people) == Uplift(0, 0, 0, 100, 100, Verdict.TOO_FEW)


@given(
    st.lists(
        st.builds(
            Seen,
            st.sampled_from("abcdef"),
            st.booleans(),
            st.integers(0, 9).map(float),
            st.integers(0, 99).map(float),
        ),
        max_size=60,
    )
)
def test_any_people_give_an_interval_around_the_estimate_or_none(people):
    told = uplift(people)
    assert math.isfinite(told.each)
    assert told.low <= told.high
    assert (told.verdict is Verdict.ADDED) == (told.low > 0)


def held_and_claimed(count, people, holdout_bp, lift, first_seed):
    """Of visits and of profit: the share of campaigns whose interval holds the truth, and of
    those said to have added something."""
    held: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    for each in campaigns(count, people, holdout_bp, lift, first_seed):
        for what in ("visits", "profit"):
            told = uplift(getattr(each, what))
            held[what] += told.low <= getattr(each, f"true_{what}") <= told.high
            claimed[what] += told.verdict is Verdict.ADDED
    return {what: (held[what] / count, claimed[what] / count) for what in ("visits", "profit")}


def test_200_campaigns_with_an_effect_and_200_without_hold_what_the_interval_promises():
    """200 are few: where an interval holds the truth in 95 %, one such run in five shows less
    than 93 or more than 97. These seeds are fixed; the long test below asks thousands."""
    for held, claimed in held_and_claimed(200, 240, 2_500, 0.6, FIRST_WITH).values():
        assert 0.93 <= held <= 0.97
        assert claimed > 0.4
    for held, claimed in held_and_claimed(200, 240, 2_500, 0.0, FIRST_WITHOUT).values():
        assert 0.93 <= held <= 0.97
        assert claimed <= 0.05


@pytest.mark.long
@pytest.mark.parametrize(
    ("people", "holdout_bp"), [(150, 3_000), (400, 1_000), (400, 2_000), (2_000, 1_000)]
)
def test_thousands_of_campaigns_hold_what_the_interval_promises(people, holdout_bp):
    for lift in (0.0, 0.3, 0.6):
        told = held_and_claimed(2_000, people, holdout_bp, lift, 50_000)
        for what, (held, claimed) in told.items():
            assert 0.925 <= held <= 0.975, (lift, what, held)
            assert lift or claimed <= 0.04, (what, claimed)


# --- how many people ----------------------------------------------------------


def test_people_needed_are_those_of_the_textbook():
    told = people_needed(Habit(1.0, 1.0), 100, 5_000, 2_000)
    # Two groups of 2 × (1.96 + 0.84)² / 0.2² = 393 each.
    assert told.needed == 785
    assert told.smallest == pytest.approx(0.5603, abs=1e-3)
    assert not told.enough
    assert people_needed(Habit(1.0, 1.0), 785, 5_000, 2_000).enough
    uneven = people_needed(Habit(1.0, 1.0), 100, 1_000, 2_000).needed
    assert uneven is not None
    assert uneven > 2 * 785


@pytest.mark.parametrize(
    ("known", "holdout_bp", "effect_bp"),
    [(Habit(0, 0), 2_000, 2_000), (Habit(1, 1), 0, 2_000), (Habit(0, 0.0), 0, 0)],
)
def test_where_nothing_is_known_or_nobody_held_out_no_number_is_invented(
    known, holdout_bp, effect_bp
):
    told = people_needed(known, 0, holdout_bp, effect_bp)
    assert (told.needed, told.smallest, told.enough) == (None, None, False)


def test_a_habit_is_what_the_past_does_not_tell():
    assert habit([]) == Habit(0, 0)
    assert habit([(1, 2), (2, 4), (3, 6)]) == Habit(4, 0)
    assert habit([(0, 1), (0, 3)]).spread == pytest.approx(math.sqrt(2))


# --- who may be asked ---------------------------------------------------------

WILLING = Reachable("active", True, "139", "", "a@b", 0, False)
TERMS = ContactTerms(2, 30, 21, 9)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"state": "archived", "consent": False}, LeftOutReason.ARCHIVED),
        ({"state": "frozen"}, LeftOutReason.FROZEN),
        ({"consent": False}, LeftOutReason.NO_CONSENT),
        ({"phone": ""}, LeftOutReason.NO_ADDRESS),
        ({"contacts": 1}, None),
        ({"contacts": 2}, LeftOutReason.CAP),
        ({"held_out": True}, LeftOutReason.HELD_OUT),
    ],
)
def test_who_may_not_be_asked_is_told_the_first_reason(changes, reason):
    known = Reachable(**{name: changes.get(name, getattr(WILLING, name))
                         for name in Reachable.__slots__})  # fmt: skip
    assert left_out(known, (Channel.CALL,), TERMS) is reason


def test_the_first_channel_that_leads_to_them_is_taken():
    assert channel_for(WILLING, (Channel.WECHAT, Channel.EMAIL, Channel.SMS)) is Channel.EMAIL
    assert channel_for(WILLING, (Channel.PICTURE,)) is Channel.PICTURE
    assert channel_for(WILLING, (Channel.WECHAT,)) is None


@pytest.mark.parametrize(
    ("first", "end", "quiet"),
    [(21, 9, {21, 22, 23, *range(9)}), (12, 14, {12, 13}), (9, 9, set()), (0, 24, set()),
     (22, 0, {22, 23})],
)  # fmt: skip
def test_quiet_hours_may_go_over_midnight(first, end, quiet):
    terms = ContactTerms(0, 30, first, end)
    assert {hour for hour in range(24) if terms.is_quiet(hour)} == quiet
    assert not terms.is_reached(10_000)


# --- what they are told -------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Dear {name}, {coupon} until {expires}", None),
        ("{nmae}", "{nmae}"),
        ("{ name}", "{ name}"),
        ("{}", "{}"),
        ("50 % {off", "{"),
        ("a } b", "}"),
        ("{{name}}", "{"),
    ],
)
def test_a_field_that_there_is_not_is_named(text, strange):
    assert unknown_field(text) == strange


@given(st.text(), st.text())
def test_what_is_filled_in_is_never_read_for_fields(name, shop):
    assert filled("{name}|{shop}|{tier}", {"name": name, "shop": shop}) == f"{name}|{shop}|"
