"""Which PINs are taken, and what a wrong one costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.pins import (
    LONGEST_DELAY_SECONDS,
    cleaned_pin,
    delay_seconds,
    is_pin,
    is_weak,
)


@pytest.mark.parametrize(
    "pin",
    ["0000", "1234", "4321", "0123", "7890", "9876543210", "1212", "123123", "1122", "168168",
     "1990", "2026", "19900308", "08031990", "03081990", "900308", "080390", "2580", "5201314",
     "888888888888"],
)  # fmt: skip
def test_what_a_stranger_tries_first_is_no_pin(pin: str) -> None:
    assert is_pin(pin)
    assert is_weak(pin)


@pytest.mark.parametrize("pin", ["7391", "4826", "90417", "306158", "71930462", "405912837465"])
def test_other_pins_are_taken(pin: str) -> None:
    assert is_pin(pin)
    assert not is_weak(pin)


@pytest.mark.parametrize("pin", ["", "123", "1" * 13, "12a4", "１２３４", "-123", "12.4", "²²²²"])
def test_a_pin_is_four_to_twelve_digits(pin: str) -> None:
    assert not is_pin(pin)


def test_digits_of_a_chinese_keyboard_are_the_same_pin() -> None:
    assert cleaned_pin(" ７３９１ ") == "7391"


@given(st.text(alphabet="0123456789", min_size=4, max_size=12))
def test_every_pin_is_judged_without_a_fault(pin: str) -> None:
    assert is_weak(pin) in (True, False)


def test_most_short_pins_can_be_chosen() -> None:
    weak = sum(is_weak(f"{number:04d}") for number in range(10_000))
    assert weak < 700


def test_each_wrong_pin_doubles_the_wait_up_to_five_minutes() -> None:
    assert [delay_seconds(n) for n in range(11)] == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert delay_seconds(10**9) == LONGEST_DELAY_SECONDS


def test_a_thousand_wrong_pins_cost_more_than_three_days() -> None:
    assert sum(map(delay_seconds, range(1, 1_001))) > 3 * 24 * 3600
