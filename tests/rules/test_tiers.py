"""Tiers: what qualifies, up at once, down only at a review (rules 15 and 16)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.scheme.standing import (
    Downgrade,
    Tier,
    TierBasis,
    TierKept,
    TierTerms,
    TierWindow,
)
from app.services.rules.scheme.words import words
from app.services.rules.tiers import (
    Counted,
    Missing,
    Qualified,
    TierStanding,
    base_tier,
    counted,
    missing,
    reached,
    review_on,
    reviewed,
    upgraded,
)

COFFEE = TierTerms(
    TierBasis.POINTS,
    TierWindow.ROLLING_MONTHS,
    (
        Tier("green", words("Green"), 0),
        Tier("silver", words("Silver"), 300),
        Tier("gold", words("Gold"), 1200),
    ),
    downgrade=Downgrade.ONE_STEP,
)
BEAUTY = TierTerms(
    TierBasis.SPEND,
    TierWindow.CALENDAR_YEAR,
    (
        Tier("insider", words("Insider"), 0),
        Tier("vib", words("VIB"), 37_500),
        Tier("rouge", words("Rouge"), 100_000),
    ),
    kept=TierKept.END_OF_NEXT_YEAR,
)
BANK = replace(BEAUTY, kept=TierKept.END_OF_YEAR)


def test_rule_15_qualifying_counts_inside_the_window_only():
    # 200 on 10 January 2026, 150 on 11 January 2026: on 10 January 2027 the first has left.
    amounts = (Qualified(date(2026, 1, 10), 200), Qualified(date(2026, 1, 11), 150))
    assert counted(amounts, COFFEE, date(2026, 12, 31)) == Counted(350, 350)
    assert counted(amounts, COFFEE, date(2027, 1, 10)) == Counted(150, 350)
    # The calendar year forgets at New Year, a lifetime never.
    assert counted(amounts, BEAUTY, date(2027, 1, 1)).in_window == 0
    for_ever = replace(COFFEE, window=TierWindow.LIFETIME)
    assert counted(amounts, for_ever, date(2050, 1, 1)).in_window == 350


def test_rule_15_a_refund_reduces_qualification():
    # 400.00 bought, 50.00 of it returned: 350.00 are below VIB's 375.00.
    bought, returned = Qualified(date(2026, 3, 1), 40_000), Qualified(date(2026, 3, 1), -5_000)
    assert reached(BEAUTY, counted((bought,), BEAUTY, date(2026, 4, 1))).id == "vib"
    assert reached(BEAUTY, counted((bought, returned), BEAUTY, date(2026, 4, 1))).id == "insider"


def test_rule_16_up_at_once_on_the_sale_that_reaches_the_threshold():
    # 299 points are no Silver; the sale that makes it 300 is. It lasts a year.
    assert upgraded(None, COFFEE, Counted(299, 299), date(2026, 5, 31)) is None
    assert upgraded(None, COFFEE, Counted(300, 300), date(2026, 5, 31)) == TierStanding(
        "silver", date(2026, 5, 31), date(2027, 5, 31)
    )
    # Two steps on one sale are taken at once.
    both = upgraded(None, COFFEE, Counted(1200, 1200), date(2026, 5, 31))
    assert both is not None
    assert both.tier == "gold"


def test_rule_16_a_lower_count_takes_nothing_before_the_review():
    gold = TierStanding("gold", date(2026, 5, 31), date(2027, 5, 31))
    assert upgraded(gold, COFFEE, Counted(0, 1200), date(2026, 6, 1)) is None
    assert review_on(gold, COFFEE) == date(2027, 6, 1)
    assert review_on(gold, replace(COFFEE, grace_days=30)) == date(2027, 7, 1)


def test_rule_16_down_one_step_at_the_review():
    # Gold since 31 May 2026 by 1,200 points that day, nothing since: a year later none of them
    # counts, and one step down is Silver, kept to 31 May 2028; then Green, for good.
    amounts = (Qualified(date(2026, 5, 31), 1200),)
    gold = TierStanding("gold", date(2026, 5, 31), date(2027, 5, 31))
    silver = reviewed(gold, COFFEE, amounts)
    assert silver == TierStanding("silver", date(2027, 6, 1), date(2028, 5, 31))
    assert reviewed(silver, COFFEE, amounts) == TierStanding("green", date(2028, 6, 1), None)


def test_rule_16_down_to_the_tier_reached_where_it_is_recalculated():
    # Rouge in 2025, kept to the end of 2026; 400.00 spent in 2026 is VIB to the end of 2027.
    amounts = (Qualified(date(2025, 7, 1), 120_000), Qualified(date(2026, 7, 1), 40_000))
    rouge = upgraded(None, BEAUTY, counted(amounts, BEAUTY, date(2025, 7, 1)), date(2025, 7, 1))
    assert rouge == TierStanding("rouge", date(2025, 7, 1), date(2026, 12, 31))
    vib = reviewed(rouge, BEAUTY, amounts)
    assert vib == TierStanding("vib", date(2027, 1, 1), date(2027, 12, 31))
    assert reviewed(vib, BEAUTY, amounts) == TierStanding("insider", date(2028, 1, 1), None)


def test_rule_16_a_year_end_review_counts_the_year_that_ends():
    # Gold (the second tier) by 500.00 in 2026: the review on New Year keeps it all of 2027.
    amounts = (Qualified(date(2026, 3, 1), 50_000),)
    second = upgraded(None, BANK, counted(amounts, BANK, date(2026, 3, 1)), date(2026, 3, 1))
    assert second == TierStanding("vib", date(2026, 3, 1), date(2026, 12, 31))
    kept = reviewed(second, BANK, amounts)
    assert kept == TierStanding("vib", date(2026, 3, 1), date(2027, 12, 31))
    assert reviewed(kept, BANK, amounts).tier == "insider"


def test_rule_16_never_down_where_the_scheme_says_so():
    never = replace(COFFEE, downgrade=Downgrade.NEVER)
    gold = upgraded(None, never, Counted(1200, 1200), date(2026, 5, 31))
    assert gold == TierStanding("gold", date(2026, 5, 31), None)
    assert review_on(gold, never) is None


def test_what_is_bought_in_the_grace_keeps_the_tier():
    # Silver to 31 May 2027, 100 points in the year, 300 more on 20 June, in the grace.
    graced = replace(COFFEE, grace_days=30)
    silver = TierStanding("silver", date(2026, 5, 31), date(2027, 5, 31))
    few = (Qualified(date(2026, 8, 1), 100),)
    assert reviewed(silver, graced, few).tier == "green"
    again = reviewed(silver, graced, (*few, Qualified(date(2027, 6, 20), 300)))
    assert again == TierStanding("silver", date(2026, 5, 31), date(2028, 5, 31))


def test_a_lifetime_tier_is_kept_for_good():
    # VIB for life at 1,000.00 in all: 600.00 in 2025 and 500.00 in 2026 reach it.
    lasting = replace(
        BEAUTY,
        tiers=(
            BEAUTY.tiers[0],
            replace(BEAUTY.tiers[1], lifetime_threshold=100_000),
            BEAUTY.tiers[2],
        ),
    )
    vib = TierStanding("vib", date(2025, 3, 1), date(2026, 12, 31))
    amounts = (Qualified(date(2025, 3, 1), 60_000), Qualified(date(2026, 3, 1), 50_000))
    now = counted(amounts, lasting, date(2026, 3, 1))
    assert upgraded(vib, lasting, now, date(2026, 3, 1)) == TierStanding(
        "vib", date(2025, 3, 1), None
    )
    # Rouge falls to VIB at its review, and there it stays.
    rouge = TierStanding("rouge", date(2026, 3, 1), date(2027, 12, 31))
    assert reviewed(rouge, lasting, amounts) == TierStanding("vib", date(2028, 1, 1), None)


def test_what_is_missing_to_the_next_tier_and_to_keep_this_one():
    # Silver to 31 May 2027 with 250 points in the year, 100 of which leave before the review:
    # Gold lacks 950, and to keep Silver 150 of 300 are missing, by the end of the grace.
    graced = replace(COFFEE, grace_days=30)
    silver = TierStanding("silver", date(2026, 5, 31), date(2027, 5, 31))
    amounts = (Qualified(date(2026, 5, 31), 100), Qualified(date(2026, 9, 1), 150))
    assert missing(silver, graced, amounts, date(2026, 10, 1)) == Missing(
        COFFEE.tiers[2], 950, 150, date(2027, 6, 30)
    )
    assert missing(None, COFFEE, (), date(2026, 10, 1)) == Missing(COFFEE.tiers[1], 300, 0, None)
    gold = TierStanding("gold", date(2026, 5, 31), None)
    assert missing(gold, COFFEE, (), date(2026, 10, 1)) == Missing(None, 0, 0, None)


def test_a_tier_the_scheme_no_longer_has_counts_as_the_first():
    lost = TierStanding("diamond", date(2026, 5, 31), date(2027, 5, 31))
    up = upgraded(lost, COFFEE, Counted(300, 300), date(2026, 6, 1))
    assert up is not None
    assert up.tier == "silver"
    assert reviewed(lost, COFFEE, ()).tier == base_tier(COFFEE).id


SCHEMES = st.sampled_from((COFFEE, BEAUTY, BANK, replace(COFFEE, grace_days=45, kept_months=1)))
AMOUNTS = st.lists(
    st.builds(Qualified, st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(-500, 60_000)),
    max_size=8,
)


@given(SCHEMES, AMOUNTS, st.sampled_from((0, 1, 2)), st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_reviews_follow_each_other_and_come_to_an_end(terms, amounts, index, since):
    standing = TierStanding(terms.tiers[index].id, since, since + timedelta(days=90))
    order = [tier.id for tier in terms.tiers]
    for _ in range(200):
        day = review_on(standing, terms)
        if day is None:
            break
        after = reviewed(standing, terms, amounts)
        assert (after.kept_until or date.max) > (standing.kept_until or date.min)
        if terms.downgrade is Downgrade.ONE_STEP:
            assert order.index(after.tier) >= order.index(standing.tier) - 1
        standing = after
    # All amounts are of 2028 or before: sooner or later everybody is in the first tier.
    assert standing == TierStanding(order[0], standing.effective_on, None)


@given(SCHEMES, AMOUNTS, st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_a_sale_never_lowers_a_tier(terms, amounts, day):
    now = counted(amounts, terms, day)
    order = [tier.id for tier in terms.tiers]
    for index, tier in enumerate(terms.tiers):
        up = upgraded(TierStanding(tier.id, day, None), terms, now, day)
        best = max(index, order.index(reached(terms, now).id))
        assert (order.index(tier.id) if up is None else order.index(up.tier)) == best


@pytest.mark.parametrize("terms", [COFFEE, BEAUTY, BANK])
def test_the_order_of_amounts_does_not_matter(terms):
    amounts = [Qualified(date(2026, 1, 1) + timedelta(days=n), n) for n in range(400)]
    day = date(2027, 1, 15)
    assert counted(amounts, terms, day) == counted(reversed(amounts), terms, day)
