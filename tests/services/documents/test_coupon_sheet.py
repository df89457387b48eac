"""Sheets of coupons: every code is read by another program, every text is there."""

from datetime import date
from uuid import UUID

import pytest

from app.errors import FileUnreadable
from app.services.coupons import Coupon, CouponState
from app.services.documents.coupon_sheet import coupon_pages, save_coupons
from app.services.documents.pdf import pdf_bytes
from app.services.rules.codes import coupon_code
from app.services.rules.scheme.words import Words, words
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.services.documents.samples import ENGLISH_SHOP, SHOP

NAMES = Words((("en", "5.00 off 30.00 or more"), ("zh_CN", "满 30 元减 5 元")))


def coupons(count, name=NAMES, until=date(2026, 12, 31)):
    return [
        Coupon(
            coupon_code(7_000_000_000 + number),
            "five",
            name,
            None,
            "",
            UUID(int=1),
            date(2026, 11, 21),
            until,
            CouponState.ISSUED,
        )
        for number in range(count)
    ]


def test_every_code_on_every_sheet_can_be_scanned():
    batch = coupons(13)
    pictures = pictures_of(pdf_bytes(coupon_pages(batch, SHOP), "x"))
    assert len(pictures) == 2
    found = set().union(*(codes_in(picture).get("QR Code", set()) for picture in pictures))
    assert found == {coupon.code for coupon in batch}


@pytest.mark.parametrize(
    ("shop", "name", "until"),
    [
        (SHOP, "满30元减5元", "有效期2026-11-21至2026-12-31"),
        (ENGLISH_SHOP, "5.00off30.00ormore", "From20261121to20261231"),
    ],
)
def test_a_sheet_speaks_the_shops_language(shop, name, until):
    text = bare(text_of(pdf_bytes(coupon_pages(coupons(1), shop), "x")))
    assert name in text
    assert until.replace("-", "") in text.replace("-", "")
    assert bare(shop.name) in text


def test_a_coupon_without_end_says_so_and_a_long_name_stays_in_its_place():
    batch = coupons(1, words("一张名字很长很长的优惠券，" * 12), None)
    text = bare(text_of(pdf_bytes(coupon_pages(batch, SHOP), "x")))
    assert "长期有效" in text


def test_only_a_pdf_is_written(tmp_path):
    with pytest.raises(FileUnreadable):
        save_coupons(tmp_path / "sheet.png", coupons(1), SHOP)
    save_coupons(tmp_path / "sheet.pdf", coupons(1), SHOP)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]
