"""Shares of a return: random returns in any order end exactly at nothing, never a unit further."""

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.returns import (
    CashBack,
    PaidPart,
    cash_back,
    kept_in_proportion,
    part_back,
    restored_parts,
    split_over,
    tax_back,
)
from app.services.rules.tenders import TenderKind

KINDS = (TenderKind.CASH, TenderKind.BANK_CARD, TenderKind.POINTS, TenderKind.STORED_VALUE)
amounts = st.integers(0, 10**9)
cuts = st.lists(st.integers(1, 1_000), min_size=1, max_size=12)


def _steps(whole: int, cuts: list[int]) -> list[int]:
    """`whole` in steps, in the proportion of the cuts."""
    done, steps = 0, []
    for at in range(1, len(cuts) + 1):
        upto = whole * sum(cuts[:at]) // sum(cuts)
        steps.append(upto - done)
        done = upto
    return steps


@given(amounts, st.integers(1, 10**6), cuts)
def test_the_shares_of_a_line_sum_to_it_and_none_is_below_zero(
    total: int, quantity: int, cuts: list[int]
) -> None:
    back = done = 0
    for step in _steps(quantity, cuts):
        done += step
        share = part_back(total, done, quantity) - back
        assert share >= 0
        back += share
    assert back == total


@given(st.integers(0, 10**7), st.integers(1, 10**9), cuts)
def test_tax_goes_back_whole_and_never_backwards(tax: int, of: int, cuts: list[int]) -> None:
    back = done = 0
    for step in _steps(of, cuts):
        done += step
        share = tax_back(tax, done, of) - back
        assert share >= 0
        back += share
    assert back == tax


@given(st.lists(amounts, min_size=1, max_size=4), cuts)
def test_returns_split_over_tenders_end_at_what_each_paid(paid: list[int], cuts: list[int]) -> None:
    parts = [PaidPart(kind, minor) for kind, minor in zip(KINDS, paid, strict=False)]
    whole, before = sum(paid), 0
    for step in _steps(whole, cuts):
        shares = split_over(parts, before, step)
        assert sum(shares) == step
        before += step
        for place, (part, share) in enumerate(zip(parts, shares, strict=True)):
            assert 0 <= share <= part.left_minor
            parts[place] = part._replace(back_minor=part.back_minor + share)
            if whole:
                # Pro rata: never a whole unit and more beside its part of what came back in all.
                off = parts[place].back_minor * whole - part.paid_minor * before
                assert abs(off) < len(parts) * whole
    assert [part.left_minor for part in parts] == [0] * len(parts)


@given(st.lists(st.integers(0, 5_000), min_size=2, max_size=4), cuts, st.data())
def test_whatever_went_back_another_way_no_tender_takes_more_than_it_paid(
    paid: list[int], cuts: list[int], data: st.DataObject
) -> None:
    parts = [PaidPart(kind, minor) for kind, minor in zip(KINDS, paid, strict=False)]
    before = 0
    for step in _steps(sum(paid), cuts):
        shares = split_over(parts, before, step)
        assert sum(shares) == step
        before += step
        if data.draw(st.booleans()):
            continue  # handed out in cash instead: no tender of the sale is any nearer
        parts = [
            part._replace(back_minor=part.back_minor + share)
            for part, share in zip(parts, shares, strict=True)
        ]
        assert all(part.back_minor <= part.paid_minor for part in parts)


@given(st.integers(0, 10**7), st.sampled_from((1, 5, 10, 50, 100)), cuts)
def test_cash_is_rounded_on_what_was_handed_out_in_all(
    base: int, step: int, cuts: list[int]
) -> None:
    rounded = (2 * base + step) // (2 * step) * step if step > 1 else base
    paid = CashBack(rounded, rounded - base)
    before = CashBack(0, 0)
    steps = _steps(base, cuts)
    for place, part in enumerate(steps):
        out = cash_back(part, before, paid, step, last=place == len(steps) - 1)
        assert out.amount_minor >= 0
        assert out.amount_minor - out.rounding_minor == part
        assert out.amount_minor % step == 0
        before = CashBack(
            before.amount_minor + out.amount_minor, before.rounding_minor + out.rounding_minor
        )
    assert before == paid


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(1, 90)), min_size=1, max_size=6),
    st.data(),
)
def test_points_kept_in_proportion_only_fall_and_end_at_none(
    lines: list[tuple[int, int]], data: st.DataObject
) -> None:
    points = [earned for earned, _ in lines]
    left = [(whole, whole) for _, whole in lines]
    kept = kept_in_proportion(points, left)
    assert kept == sum(points)
    while any(now for now, _ in left):
        place = data.draw(st.sampled_from([at for at, (now, _) in enumerate(left) if now]))
        now, whole = left[place]
        left[place] = (now - data.draw(st.integers(1, now)), whole)
        after = kept_in_proportion(points, left)
        assert after <= kept
        kept = after
    assert kept == 0


@given(st.lists(st.integers(1, 300), min_size=1, max_size=6), st.data())
def test_points_go_back_to_each_lot_as_many_as_it_gave(
    given_points: list[int], data: st.DataObject
) -> None:
    burned = [(str(at), points) for at, points in enumerate(given_points)]
    back: dict[str, int] = {}
    before = 0
    while before < sum(given_points):
        points = data.draw(st.integers(1, sum(given_points) - before))
        parts = restored_parts(burned, before, points)
        assert sum(part for _, part in parts) == points
        for lot, part in parts:
            back[lot] = back.get(lot, 0) + part
        before += points
    assert back == dict(burned)
