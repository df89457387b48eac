"""The slip of a refund on every paper: everything said, nothing on top of anything, scannable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.documents.labels import labels_for
from app.services.documents.pdf import pdf_bytes
from app.services.documents.refund_slip import refund_pages
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import Cart, CartLine, MemberFacts
from app.services.rules.refund import RefundDraft
from app.services.rules.shop_facts import ShopFacts
from app.services.rules.tenders import Tender, TenderKind
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.services.documents.samples import ENGLISH_SHOP, SHOP
from tests.services.documents.test_receipt import spans

NAMES = ("Darjeeling", "燕麦拿铁 大杯")
LONG = "燕麦拿铁 大杯 少冰 加一份浓缩 " * 5


@pytest.fixture
def done(shop):
    """Two kinds of goods of a member, paid by card and by phone, wholly taken back."""
    ana = shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000")).member.member_id
    lines = tuple(
        CartLine(uuid7(), shop.products.add(ProductDraft(name=name, price="18")).item, 3_000)
        for name in NAMES
    )
    tenders = (
        Tender(TenderKind.WECHAT, 5_000, "134567890123456789"),
        Tender(TenderKind.BANK_CARD, 5_800, "4711"),
    )
    cart = Cart(lines, MemberFacts(ana))
    sold = shop.checkout.complete(uuid7(), cart, None, tenders)
    return shop.refunds.refund(RefundDraft(uuid7(), sold.sale_id, reason="damaged"))


def pages(done, shop: ShopFacts, paper: float, *, duplicate: bool = False):
    return refund_pages(done, shop, labels_for(shop.language), paper, duplicate=duplicate)


@pytest.mark.parametrize("facts", [SHOP, ENGLISH_SHOP], ids=["zh", "en"])
@pytest.mark.parametrize("paper", [58.0, 80.0, 210.0])
def test_a_slip_says_everything_and_brings_its_refund_back(done, facts, paper):
    pdf = pdf_bytes(pages(done, facts, paper, duplicate=True), "slip")
    said, labels = bare(text_of(pdf)), labels_for(facts.language)
    code = labels.reference(Tender(TenderKind.WECHAT, 1, "…6789"))
    for words in (
        done.number, done.sale_number, facts.name, "108.00", "50.00", "58.00", *NAMES, "damaged",
        "108 → 0", labels.duplicate, code, "4711",
    ):  # fmt: skip
        assert bare(words) in said, words
    assert codes_in(pictures_of(pdf)[0]) == {"QR Code": {done.code}}


def test_on_a4_it_is_a_page_as_receipts_are_and_not_a_wide_roll(done):
    long = tuple(line._replace(name=LONG) for line in done.lines)
    (page,) = pages(replace(done, lines=long), SHOP, 210.0)
    assert (page.width, page.height) == (210.0, 297.0)
    placed = spans(page)
    assert all(left >= 18.0 and right <= 192.0 + 0.01 for _, left, right, _, _ in placed)
    for baseline, left, right, size, text in placed:
        for other in placed:
            if other[4] is not text and abs(other[0] - baseline) < min(size, other[3]) * 0.5:
                assert other[1] >= right - 0.01 or other[2] <= left + 0.01, (text, other[4])


def test_many_lines_go_on_over_numbered_pages_under_the_same_heading(done):
    many = replace(done, lines=done.lines * 30)
    made = pages(many, ENGLISH_SHOP, 210.0)
    assert len(made) > 1
    for number, page in enumerate(made, 1):
        texts = [getattr(item, "text", "") for item in page.items]
        assert f"Page {number} of {len(made)}" in texts or any(
            str(number) in text and str(len(made)) in text for text in texts
        )
