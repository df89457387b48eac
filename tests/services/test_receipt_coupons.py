"""A coupon that a sale brings stands on its receipt, and works when it is brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.documents.labels import EN, ZH_CN
from app.services.documents.pdf import pdf_bytes
from app.services.documents.receipt import RECEIPT_WIDTHS, receipt_pages
from app.services.rules.cart import Item
from tests.scheme_builder import NEXT_TIME, SIMPLE, use
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.shop_builder import add_member, cart_of, sell

LEAFLET = replace(NEXT_TIME, bearer=True)


def test_whoever_brings_the_coupon_of_an_unnamed_sale_may_use_it(shop):
    use(shop, replace(SIMPLE, coupons=(LEAFLET,)))
    (coupon,) = sell(shop, 10_000).coupons
    assert (coupon.bearer, coupon.name.said("en")) == (True, "next time")
    assert coupon.valid_to is not None
    cart = cart_of(Item("tea", 4_000))
    cart = replace(cart, coupons=(shop.coupons.laid(coupon.code),))
    assert shop.checkout.quote(cart).total_minor == 3_500


def test_a_reprint_shows_the_coupons_that_can_still_be_used(shop):
    use(shop, replace(SIMPLE, coupons=(LEAFLET,)))
    receipt = sell(shop, 10_000)
    assert shop.sales.receipt(receipt.number).coupons == receipt.coupons
    shop.coupons.revoke(receipt.coupons[0].code, "torn")
    assert shop.sales.receipt(receipt.number).coupons == ()


def test_a_coupon_of_a_sale_below_its_threshold_is_on_no_receipt(shop):
    use(shop, replace(SIMPLE, coupons=(LEAFLET,)))
    assert sell(shop, 9_999).coupons == ()


@pytest.mark.parametrize("width", RECEIPT_WIDTHS)
@pytest.mark.parametrize("labels", [ZH_CN, EN], ids=lambda labels: labels.language)
def test_the_papers_carry_both_codes(shop, width, labels):
    use(shop, replace(SIMPLE, coupons=(LEAFLET,)))
    receipt = sell(shop, 10_000, add_member(shop))
    pdf = pdf_bytes(receipt_pages(receipt, shop.desk.settings.facts, labels, width), "receipt")
    said = bare(text_of(pdf))
    assert bare(labels.coupon_for_bearer) in said
    assert receipt.coupons[0].code in said
    found = {
        text for picture in pictures_of(pdf) for each in codes_in(picture).values() for text in each
    }
    assert {receipt.code, receipt.coupons[0].code} <= found


def test_a_members_own_coupon_is_named_without_a_code(shop):
    use(shop, replace(SIMPLE, coupons=(NEXT_TIME,)))
    receipt = sell(shop, 10_000, add_member(shop))
    (coupon,) = receipt.coupons
    assert not coupon.bearer
    pdf = pdf_bytes(receipt_pages(receipt, shop.desk.settings.facts, EN, "80"), "receipt")
    said = bare(text_of(pdf))
    assert bare(EN.coupons_brought) in said
    assert "nexttime" in said
    assert coupon.code not in said


def test_a_sale_that_is_voided_takes_its_coupon_along(shop):
    use(shop, replace(SIMPLE, coupons=(LEAFLET,)))
    receipt = sell(shop, 10_000)
    shop.refunds.void(receipt.number)
    assert shop.sales.receipt(receipt.number).coupons == ()
