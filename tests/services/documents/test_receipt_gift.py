"""A gift receipt brings the sale back and says nothing about money; an invoice names its buyer."""

from __future__ import annotations

import re

import pytest

from app.services.documents.labels import EN, ZH_CN, ZH_TW
from app.services.documents.pdf import pdf_bytes
from app.services.documents.receipt import RECEIPT_WIDTHS, receipt_pages
from app.services.rules.receipt import ReceiptInvoice
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.services.documents.samples import SHOP, receipt


@pytest.mark.parametrize("width", RECEIPT_WIDTHS)
@pytest.mark.parametrize("labels", [ZH_CN, ZH_TW, EN], ids=lambda labels: labels.language)
def test_a_gift_receipt_has_the_goods_and_the_code_and_no_money(width, labels):
    sold = receipt()
    pdf = pdf_bytes(receipt_pages(sold, SHOP, labels, width, gift=True), "gift")
    said = text_of(pdf)
    assert bare(labels.gift_receipt) in bare(said)
    for line in sold.lines:
        assert bare(line.name) in bare(said)
    assert re.search(r"\d\.\d\d", said) is None
    for secret in (labels.total, labels.points, labels.discount, labels.member):
        assert bare(secret) not in bare(said).replace(bare(SHOP.receipt_footer), "")
    assert {sold.code} in codes_in(pictures_of(pdf)[0]).values()


@pytest.mark.parametrize("width", RECEIPT_WIDTHS)
def test_the_buyer_and_who_served_stand_on_the_receipt(width):
    sold = receipt()
    first = sold.lines[0]._replace(served_by="阿杰")
    sold = sold._replace(
        lines=(first, *sold.lines[1:]),
        invoice=ReceiptInvoice(
            "杭州屿见咖啡有限公司", "91350100M000100Y43", "24332000000012345678"
        ),
    )
    said = bare(text_of(pdf_bytes(receipt_pages(sold, SHOP, ZH_CN, width), "receipt")))
    for text in (
        "发票抬头", "杭州屿见咖啡有限公司", "91350100M000100Y43", "24332000000012345678",
        "服务阿杰",
    ):  # fmt: skip
        assert text in said
