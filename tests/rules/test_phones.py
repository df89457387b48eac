"""Phones: one stored form however they are typed, found by their ends, hidden in the middle."""

import re
import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.phones import Phone, masked, parse_phone, searched_digits


@pytest.mark.parametrize(
    "typed",
    [
        "13812348000",
        "138 1234 8000",
        "138-1234-8000",
        "+86 138 1234 8000",
        "+8613812348000",
        "0086 13812348000",
        "86 138 1234 8000",
        "１３８１２３４８０００",
        "  13812348000\t",
    ],
)
def test_a_mobile_is_one_number_however_it_is_typed(typed: str):
    assert parse_phone(typed, "CN") == Phone("138 1234 8000", "+8613812348000", "13812348000")


@pytest.mark.parametrize(
    ("typed", "region", "shown", "e164", "digits"),
    [
        ("010-12345678", "CN", "010 1234 5678", "+861012345678", "1012345678"),
        ("+852 9123 4567", "CN", "+852 9123 4567", "+85291234567", "91234567"),
        ("9123 4567", "HK", "9123 4567", "+85291234567", "91234567"),
        ("(415) 555-2671", "US", "(415) 555-2671", "+14155552671", "4155552671"),
        ("0912 345 678", "TW", "0912 345 678", "+886912345678", "912345678"),
    ],
)
def test_a_phone_has_the_shops_country_as_default(
    typed: str, region: str, shown: str, e164: str, digits: str
):
    assert parse_phone(typed, region) == Phone(shown, e164, digits)


@pytest.mark.parametrize("typed", ["12345", "call 13812348000", "无", "138123480001", "91234567"])
def test_what_is_no_phone_is_kept_as_text(typed: str):
    phone = parse_phone(typed, "CN")
    assert (phone.shown, phone.e164) == (typed, None)


@given(st.text(max_size=40))
def test_no_text_breaks_the_phone_rules(text: str):
    phone = parse_phone(text, "CN")
    assert phone.e164 is None or re.fullmatch(r"\+\d{4,15}", phone.e164)
    assert re.fullmatch(r"[0-9]*", phone.digits)
    masked(phone.shown)
    searched_digits(text, "CN")


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_our_mobiles_agree_with_the_phone_library(number: str):
    ours = parse_phone(number, "CN")
    theirs = phonenumbers.parse(number, "CN")
    if phonenumbers.is_valid_number(theirs):
        formats = phonenumbers.PhoneNumberFormat
        assert ours.e164 == phonenumbers.format_number(theirs, formats.E164)
        assert ours.shown == phonenumbers.format_number(theirs, formats.NATIONAL)


@given(st.from_regex(r"(1[3-9][0-9]{9}|0?10[2-8][0-9]{7})", fullmatch=True))
def test_what_is_shown_reads_back_as_the_same_phone(number: str):
    phone = parse_phone(number, "CN")
    assert parse_phone(phone.shown, "CN") == phone


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("138", ("138",)),
        ("138 12-3", ("138123",)),
        ("+86 138", ("138",)),
        ("0086138", ("138",)),
        ("86138", ("86138", "138")),
        ("010", ("010", "10")),
        ("+852 91", ("91",)),
        ("+86", ()),
        ("曾", ()),
        ("", ()),
        ("8a", ()),
    ],
)
def test_a_phone_is_searched_with_or_without_country_code(typed: str, forms: tuple[str, ...]):
    assert searched_digits(typed, "CN") == forms


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        ("138 1234 8000", "138****8000"),
        ("+852 9123 4567", "+852****4567"),
        ("9123 4567", "****4567"),
        ("010 1234 5678", "010****5678"),
        ("12345", "****"),
        ("无", "****"),
        ("", ""),
    ],
)
def test_a_masked_phone_hides_at_least_four_digits(shown: str, hidden: str):
    assert masked(shown) == hidden


def test_the_phone_library_is_not_loaded_for_a_mobile():
    code = (
        "import sys; from app.services.rules import phones, birthdays;"
        "phones.parse_phone('138 1234 8000', 'CN'); phones.searched_digits('0086 138', 'CN');"
        "sys.exit('phonenumbers' in sys.modules or 'borax' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
