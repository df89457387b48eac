"""Stored value: caps, instalments, spending and giving back (rules 20 to 22)."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.scheme.value import SpendOrder, TopUpOffer, WalletTerms
from app.services.rules.wallets import (
    Closing,
    Instalment,
    WalletLot,
    WalletPart,
    close,
    given_back,
    instalments,
    offer_for,
    room_minor,
    spend,
    wallet_minor,
)

TODAY = date(2026, 6, 1)
ONE, TWO = UUID(int=1), UUID(int=2)
OLD = WalletLot(ONE, date(2026, 1, 1), 50_000, 8_000)
NEW = WalletLot(TWO, date(2026, 3, 1), 20_000, 2_000, date(2026, 12, 31))
OFFERS = (TopUpOffer(50_000, 8_000), TopUpOffer(100_000, 20_000, instalments=3))
TERMS = WalletTerms(OFFERS, cap_minor=100_000)


def test_rule_20_pro_rata_takes_principal_and_bonus_alike_from_the_oldest_lot():
    # 500.00 + 80.00 in the old lot. 100.00 of it are 86.2069 principal and 13.7931 bonus: the
    # cent that is left over goes to the larger remainder, 86.21 + 13.79.
    assert spend(10_000, [NEW, OLD], SpendOrder.PRO_RATA, TODAY) == (WalletPart(ONE, 8_621, 1_379),)
    # 600.00 empties the old lot; 20.00 come from the new: 18.18 + 1.82.
    assert spend(60_000, [NEW, OLD], SpendOrder.PRO_RATA, TODAY) == (
        WalletPart(ONE, 50_000, 8_000),
        WalletPart(TWO, 1_818, 182),
    )


def test_rule_20_one_part_may_go_before_the_other():
    assert spend(60_000, [NEW, OLD], SpendOrder.PRINCIPAL_FIRST, TODAY) == (
        WalletPart(ONE, 50_000, 0),
        WalletPart(TWO, 10_000, 0),
    )
    # The bonus that ends on 31 December goes before the one that lasts; then old principal.
    assert spend(11_000, [NEW, OLD], SpendOrder.BONUS_FIRST, TODAY) == (
        WalletPart(ONE, 1_000, 8_000),
        WalletPart(TWO, 0, 2_000),
    )


def test_a_lapsed_bonus_is_not_spent():
    after = date(2027, 1, 1)
    assert wallet_minor([OLD, NEW], TODAY) == 80_000
    assert wallet_minor([OLD, NEW], after) == 78_000
    assert spend(22_000, [NEW], SpendOrder.PRO_RATA, after) == (WalletPart(TWO, 20_000, 0),)


def test_rule_20_a_refund_restores_the_same_parts():
    # 600.00 were 518.18 principal and 81.82 bonus. 30.00 back: 30 * 518.18 / 600 = 25.909, so
    # 25.91 principal and 4.09 bonus, first to the lot taken last (18.18 and 1.82 fit there).
    spent = (WalletPart(ONE, 50_000, 8_000), WalletPart(TWO, 1_818, 182))
    assert given_back(spent, 0, 3_000) == (WalletPart(ONE, 773, 227), WalletPart(TWO, 1_818, 182))
    # The rest restores everything else.
    assert given_back(spent, 3_000, 57_000) == (WalletPart(ONE, 49_227, 7_773),)


def test_rule_20_closing_pays_principal_only():
    assert close([NEW, OLD]) == Closing(
        70_000, 10_000, (WalletPart(ONE, 50_000, 8_000), WalletPart(TWO, 20_000, 2_000))
    )


def test_rule_21_a_top_up_past_the_cap_is_refused():
    # 1,000.00 at most. With 400.00 held and 20.00 promised, 500.00 + 80.00 bonus fit exactly.
    assert room_minor(50_000, 40_000, 2_000, TERMS) is None
    # One cent more held and they do not: 579.99 is free, and 500.00 would bring its bonus.
    assert room_minor(50_000, 40_001, 2_000, TERMS) == 49_999
    assert room_minor(50_000, 10**9, 0, WalletTerms(OFFERS)) is None


def test_the_highest_offer_met_counts_once():
    assert offer_for(49_999, TERMS) is None
    assert offer_for(50_000, TERMS) == OFFERS[0]
    assert offer_for(300_000, TERMS) == OFFERS[1]


def test_a_bonus_in_instalments_comes_monthly_with_the_rest_first():
    # 200.00 in three parts from 31 January: 66.68, 66.66, 66.66, on the last day of February.
    terms = WalletTerms(OFFERS, bonus_months=1)
    assert instalments(OFFERS[1], date(2026, 1, 31), terms) == (
        Instalment(date(2026, 1, 31), 6_668, date(2026, 2, 28)),
        Instalment(date(2026, 2, 28), 6_666, date(2026, 3, 28)),
        Instalment(date(2026, 3, 31), 6_666, date(2026, 4, 30)),
    )
    assert instalments(TopUpOffer(1, 2, 3), TODAY, TERMS) == (Instalment(TODAY, 2, None),)


LOTS = st.lists(
    st.builds(
        WalletLot,
        st.builds(UUID, int=st.integers(1, 9)),
        st.dates(date(2025, 1, 1), TODAY),
        st.integers(0, 5_000),
        st.integers(0, 900),
        st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    ),
    max_size=5,
    unique_by=lambda lot: lot.lot_id,
)


@given(LOTS, st.integers(0, 20_000), st.sampled_from(tuple(SpendOrder)))
def test_spending_takes_the_amount_and_never_more_than_a_lot_holds(lots, amount, order):
    parts = spend(amount, lots, order, TODAY)
    assert sum(part.amount_minor for part in parts) == min(amount, wallet_minor(lots, TODAY))
    held = {lot.lot_id: lot for lot in lots}
    for part in parts:
        assert 0 <= part.principal_minor <= held[part.lot_id].principal_minor
        assert 0 <= part.bonus_minor <= held[part.lot_id].bonus_on(TODAY)
    assert parts == spend(amount, list(reversed(lots)), order, TODAY)


@given(
    LOTS, st.integers(1, 20_000), st.sampled_from(tuple(SpendOrder)), st.lists(st.integers(1, 999))
)
def test_any_refunds_restore_what_was_spent_part_by_part(lots, amount, order, refunds):
    spent = spend(amount, lots, order, TODAY)
    back: dict[UUID, list[int]] = {part.lot_id: [0, 0] for part in spent}
    before, whole = 0, sum(part.amount_minor for part in spent)
    for refund in (*refunds, whole):
        now = min(refund, whole - before)
        parts = given_back(spent, before, now)
        assert sum(part.amount_minor for part in parts) == now
        assert all(part.principal_minor >= 0 <= part.bonus_minor for part in parts)
        for part in parts:
            back[part.lot_id][0] += part.principal_minor
            back[part.lot_id][1] += part.bonus_minor
        before += now
    assert back == {part.lot_id: [part.principal_minor, part.bonus_minor] for part in spent}


@given(st.integers(0, 10_000), st.integers(1, 24))
def test_instalments_sum_to_the_bonus(bonus, count):
    parts = instalments(TopUpOffer(1, bonus, count), TODAY, TERMS)
    assert sum(part.bonus_minor for part in parts) == bonus


def test_the_cap_says_what_can_really_be_charged_its_bonus_included():
    """Cap 1,000.00, 500.00 brings 80.00: with 450.00 held 470.00 fit, for 550.00 − 80.00 is less
    than the offer asks; with 300.00 held 620.00 and its 80.00 fit."""
    terms = WalletTerms((TopUpOffer(50_000, 8_000),), cap_minor=100_000)
    assert room_minor(60_000, 45_000, 0, terms) == 49_999
    assert room_minor(90_000, 30_000, 0, terms) == 62_000
    assert room_minor(1, 100_000, 0, terms) == 0
