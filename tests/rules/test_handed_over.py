"""What a payer is likely to hand over: exact, then what notes and coins really make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.denominations import denominations
from app.services.rules.handed_over import KEYS, cash_suggestions
from app.services.rules.money import CURRENCIES

EXAMPLES: dict[str, dict[int, tuple[int, ...]]] = {
    "CNY": {1250: (2000, 5000, 10000), 350: (500, 1000, 2000), 13420: (14000, 15000, 20000),
            8800: (9000, 10000), 10100: (10500, 11000, 20000), 10000: ()},
    "TWD": {85: (100, 500, 1000), 1250: (1300, 1500, 2000), 999: (1000,)},
    "HKD": {1250: (2000, 5000, 10000), 8800: (10000, 50000, 9000)},
    "USD": {725: (1000, 2000, 10000), 2100: (2500, 4000, 10000)},
    "EUR": {1250: (2000, 5000, 10000), 4700: (5000, 6000, 10000)},
    "JPY": {1280: (2000, 5000, 10000), 120: (200, 500, 1000)},
}  # fmt: skip


@pytest.mark.parametrize("currency", EXAMPLES)
def test_a_payer_hands_over_the_notes_people_carry(currency: str) -> None:
    for due, likely in EXAMPLES[currency].items():
        assert cash_suggestions(due, currency) == (due, *sorted(likely))


@given(st.sampled_from(sorted(CURRENCIES)), st.integers(0, 10**9))
def test_each_amount_is_payable_and_no_note_of_it_is_too_many(currency: str, due: int) -> None:
    first, *others = found = cash_suggestions(due, currency)
    assert first == due
    assert len(found) <= KEYS
    assert list(found) == sorted(set(found))
    pieces = denominations(currency)
    for amount in others:
        left, smallest = amount, amount
        for piece in pieces:
            if left >= piece:
                smallest, left = piece, left % piece
        assert left == 0
        # As few pieces as can be, or all of one kind: without the smallest it is not enough.
        alike = any(amount % piece == 0 and amount - piece < due for piece in pieces)
        assert amount - smallest < due or alike
