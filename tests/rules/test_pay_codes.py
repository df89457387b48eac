"""Pay codes of every shape go to their app, and nothing else ever does."""

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.codes import (
    CodeKind,
    coupon_code,
    gift_code,
    gtin_check_digit,
    kind_of,
    member_code,
    receipt_code,
)
from app.services.rules.pay_codes import kept_reference, masked, payer_of
from app.services.rules.tenders import TenderKind

digits = st.text("0123456789", min_size=0, max_size=26)


@given(first=st.integers(10, 15), rest=st.text("0123456789", min_size=16, max_size=16))
def test_eighteen_digits_from_10_to_15_are_wechats(first, rest):
    assert payer_of(f"{first}{rest}") is TenderKind.WECHAT


@given(first=st.integers(25, 30), rest=st.text("0123456789", min_size=14, max_size=22))
def test_sixteen_to_twenty_four_digits_from_25_to_30_are_alipays(first, rest):
    assert payer_of(f"{first}{rest}") is TenderKind.ALIPAY


@given(body=st.text("0123456789", min_size=13, max_size=13), size=st.sampled_from([8, 12, 13, 14]))
def test_no_product_code_is_ever_a_pay_code(body, size):
    code = body[: size - 1]
    assert payer_of(code + gtin_check_digit(code)) is None


@given(at=st.integers(0, 9_999_999), drawn=st.integers(0, 10**13 - 1))
def test_none_of_our_own_codes_is_a_pay_code(at, drawn):
    ours = (
        member_code(at, bytes(32)),
        receipt_code(at % 10_000, at),
        coupon_code(drawn),
        gift_code(drawn),
    )
    assert [payer_of(code) for code in ours] == [None] * 4


@given(text=digits)
def test_a_code_is_a_pay_code_exactly_by_its_shape(text):
    shapes = {CodeKind.WECHAT_PAY: TenderKind.WECHAT, CodeKind.ALIPAY_PAY: TenderKind.ALIPAY}
    assert payer_of(text) is shapes.get(kind_of(text))


@given(text=digits)
def test_of_a_pay_code_four_digits_are_kept_and_of_other_texts_all(text):
    if payer_of(text) is None:
        assert kept_reference(text) == text
    else:
        assert kept_reference(text) == masked(text) == "…" + text[-4:]


def test_a_code_with_blanks_or_full_width_digits_is_still_one():
    assert payer_of("1345 6789 0123 456 789") is TenderKind.WECHAT
    assert payer_of("１３４５６７８９０１２３４５６７８９") is TenderKind.WECHAT
    assert payer_of("28-123456-7890-1234-56") is TenderKind.ALIPAY
