"""Codes: told apart by shape, forged ones refused."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.codes import (
    CodeKind,
    InStoreLayout,
    cleaned,
    gtin_check_digit,
    kind_of,
    member_code,
    member_serial,
    read_in_store,
    read_receipt_code,
    read_receipt_number,
    receipt_code,
    receipt_number,
)

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
serials = st.integers(0, 9_999_999)


@given(serials)
def test_a_member_code_is_fifteen_digits_that_only_its_shop_accepts(serial):
    code = member_code(serial, KEY)
    assert kind_of(code) is CodeKind.MEMBER
    assert member_serial(code, KEY) == serial
    assert member_serial(code, OTHER) is None


@given(serials, st.integers(1, 14), st.integers(1, 9))
def test_one_wrong_digit_is_refused(serial, place, step):
    code = member_code(serial, KEY)
    digit = str((int(code[place]) + step) % 10)
    altered = code[:place] + digit + code[place + 1 :]
    # One altered serial in ten million would still carry the right check; none here does.
    assert member_serial(altered, KEY) is None


@given(st.integers(0, 9999), st.integers(1, 999_999_999))
def test_a_receipt_is_found_by_its_code_and_its_number(till, sequence):
    assert read_receipt_code(receipt_code(till, sequence)) == (till, sequence)
    assert read_receipt_number(receipt_number(till, sequence)) == (till, sequence)
    assert read_receipt_number(f" {receipt_number(till, sequence).lower()} ") == (till, sequence)


def test_a_mistyped_receipt_code_is_refused():
    code = receipt_code(3, 1902)
    for place in range(2, 17):
        altered = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
        assert read_receipt_code(altered) is None


def test_no_code_of_ours_is_taken_for_a_product_or_a_pay_code():
    rng = random.Random(1)
    for _ in range(5000):
        assert kind_of(member_code(rng.randrange(10**7), KEY)) is CodeKind.MEMBER
        assert kind_of(receipt_code(rng.randrange(10**4), rng.randrange(10**9))) is CodeKind.RECEIPT


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("4006381333931", CodeKind.GTIN),
        ("96385074", CodeKind.GTIN),
        ("036000291452", CodeKind.GTIN),
        ("4006381333932", CodeKind.OTHER),
        ("134567890123456789", CodeKind.WECHAT_PAY),
        ("281234567890123456", CodeKind.ALIPAY_PAY),
        ("SKU-1", CodeKind.OTHER),
        ("", CodeKind.OTHER),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", CodeKind.OTHER),
    ],
)
def test_a_code_is_routed_by_its_shape(code, kind):
    assert kind_of(code) is kind


def test_an_in_store_label_carries_item_and_price():
    body = "2212345" + "01999"
    code = body + gtin_check_digit(body)
    assert kind_of(code) is CodeKind.IN_STORE
    read = read_in_store(code, InStoreLayout())
    assert (read.item, read.value, read.holds) == ("12345", 1999, "price")


@given(st.text(max_size=40))
def test_no_text_crashes_the_reader(text):
    kind_of(cleaned(text))
    read_receipt_number(text)
    assert member_serial(cleaned(text), KEY) is None


def test_full_width_digits_from_an_input_method_are_read():
    code = member_code(41, KEY)
    wide = "".join(chr(ord(ch) - 48 + 0xFF10) for ch in code)
    assert member_serial(cleaned(f" {wide} "), KEY) == 41
