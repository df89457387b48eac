"""Money in integers: parsing, printing, rounding, sharing."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.money import (
    AMOUNT_LIMIT_MINOR,
    CURRENCIES,
    cash_rounding_minor,
    line_gross_minor,
    money,
    parse_milli,
    parse_minor,
    plain_money,
    quantity,
    round_half_up,
    share,
)

YUAN, YEN, DINAR = CURRENCIES["CNY"], CURRENCIES["JPY"], CURRENCIES["KWD"]
amounts = st.integers(-(10**11), 10**11)


@given(st.integers(0, 10**11), st.lists(st.integers(0, 10**9), min_size=1, max_size=40))
def test_shares_sum_exactly_and_none_is_off_by_a_whole_unit(total, weights):
    shares = share(total, weights)
    assert sum(shares) == total
    whole = sum(weights)
    if whole:
        for part, weight in zip(shares, weights, strict=True):
            assert abs(part * whole - total * weight) < whole


@given(amounts, st.integers(1, 10**6))
def test_rounding_is_half_up_like_the_tax_office_does(numerator, denominator):
    # Compared with decimal's ROUND_HALF_UP, which also rounds halves away from zero.
    exact = Decimal(numerator) / Decimal(denominator)
    assert round_half_up(numerator, denominator) == int(
        exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    )


@given(amounts, st.sampled_from([YUAN, YEN, DINAR]))
def test_an_amount_written_out_reads_back(minor, currency):
    assert parse_minor(plain_money(minor, currency), currency) == minor


@given(st.integers(-(10**9), 10**9))
def test_a_quantity_written_out_reads_back(milli):
    assert parse_milli(quantity(milli)) == milli


@given(st.integers(0, 10**9), st.sampled_from([1, 5, 10, 50, 100]))
def test_cash_rounding_reaches_a_coin_and_never_moves_more_than_half_of_one(due, step):
    rounding = cash_rounding_minor(due, step)
    assert (due + rounding) % step == 0
    assert 2 * abs(rounding) <= step


@pytest.mark.parametrize(
    ("text", "minor"),
    [("12.5", 1250), ("１２．５０", 1250), (" 1,234.00 ", 123400), ("-3", -300), ("0.01", 1)],
)
def test_amounts_as_people_type_them(text, minor):
    assert parse_minor(text, YUAN) == minor


@pytest.mark.parametrize(
    "text", ["", "abc", "1.234", "1e5", "NaN", "Infinity", "--1", "1.2.3", "十", "9" * 40, "."]
)
def test_what_is_no_amount_is_not_guessed_at(text):
    assert parse_minor(text, YUAN) is None


@given(st.text())
def test_no_text_crashes_the_parser(text):
    parsed = parse_minor(text, YUAN)
    assert parsed is None or abs(parsed) <= AMOUNT_LIMIT_MINOR


def test_amounts_for_people_have_groups_and_a_true_minus():
    assert money(-123450, YUAN) == "−¥1,234.50"
    assert money(123450, YEN) == "¥123,450"


def test_weighed_goods_round_once_per_line():
    assert line_gross_minor(1999, 355) == 710  # 19.99 × 0.355 = 7.09645
    assert line_gross_minor(10, 50) == 1  # 0.10 × 0.05 = 0.005, half up


@pytest.mark.parametrize(
    ("text", "minor"),
    [("1,234.50", 123450), ("12,345,678", 1234567800), ("5,00", None), ("1,2345", None),
     (",500", None), ("1,234,5", None), ("-1,000.00", -100000)],
)  # fmt: skip
def test_a_comma_only_parts_thousands_and_never_vanishes_from_an_amount(text, minor):
    # "5,00" is five to many; taken as 500.00 it charged a hundred times too much.
    assert parse_minor(text, YUAN) == minor
