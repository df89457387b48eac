"""The receipt, from the `Receipt` alone: a reprint is the same page with a banner."""

from __future__ import annotations

from typing import Literal

from app.services.documents.drawing import Page
from app.services.documents.labels import DocumentLabels
from app.services.documents.receipt_a4 import a4_pages
from app.services.documents.receipt_gift import gift_pages
from app.services.documents.receipt_roll import roll_pages
from app.services.rules.receipt import Receipt
from app.services.rules.shop_facts import ShopFacts

ReceiptWidth = Literal["58", "80", "a4"]
RECEIPT_WIDTHS: tuple[ReceiptWidth, ...] = ("58", "80", "a4")


def receipt_pages(
    receipt: Receipt,
    shop: ShopFacts,
    labels: DocumentLabels,
    width: ReceiptWidth,
    *,
    duplicate: bool = False,
    gift: bool = False,
) -> tuple[Page, ...]:
    """The pages of a receipt; on a roll of 58 or 80 mm, one page as long as it needs.

    `duplicate` marks a reprint; `gift` leaves out everything about money.
    Only past a metre and a half does a roll break into pages.
    """
    if gift:
        return gift_pages(receipt, shop, labels, 210.0 if width == "a4" else float(width))
    if width == "a4":
        return a4_pages(receipt, shop, labels, duplicate=duplicate)
    return roll_pages(receipt, shop, labels, float(width), duplicate=duplicate)
