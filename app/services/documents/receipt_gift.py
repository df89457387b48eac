"""The gift receipt: what was bought and the code for returns, and nothing about money."""

from __future__ import annotations

from app.services.documents.drawing import Anchor, Page, Weight
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Flow, Type
from app.services.documents.receipt_words import ReceiptWords
from app.services.documents.roll import LONGEST_MM, SIDE_MM, banner, dashed, roll_scale
from app.services.documents.symbols import qr
from app.services.rules.money import quantity
from app.services.rules.receipt import Receipt
from app.services.rules.shop_facts import ShopFacts

_A4_WIDTH, _A4_HEIGHT = 210.0, 297.0


def gift_pages(
    receipt: Receipt, shop: ShopFacts, labels: DocumentLabels, paper: float
) -> tuple[Page, ...]:
    """The receipt of a sale as a present: a strip of `paper` millimetres, or A4 at 210.

    No price, total, discount, tender, member, points or invoice stands on it.
    """
    sheet = paper >= _A4_WIDTH
    flow = Flow(
        paper,
        side=45.0 if sheet else SIDE_MM,
        top=26.0 if sheet else 5.0,
        bottom=20.0 if sheet else 6.0,
        longest=_A4_HEIGHT if sheet else LONGEST_MM,
    )
    _Gift(flow, paper, ReceiptWords(receipt, shop, labels)).fill(receipt, shop, labels)
    return tuple(flow.pages(trimmed=not sheet))


class _Gift:
    """Fills the paper, block by block."""

    def __init__(self, flow: Flow, paper: float, words: ReceiptWords) -> None:
        scale = roll_scale(paper)
        self._flow = flow
        self._words = words
        self._shop = Type(15 * scale, Weight.BOLD)
        self._body = Type(10.5 * scale)
        self._small = Type(7.7 * scale)
        self._label = Type(11.5 * scale, Weight.BOLD)
        self._code_side = 22.0 * scale

    def fill(self, receipt: Receipt, shop: ShopFacts, labels: DocumentLabels) -> None:
        """Put every block, with a dashed rule between two."""
        flow = self._flow
        banner(flow, labels.gift_receipt, self._label)
        flow.text(shop.name, self._shop, Anchor.CENTRE)
        flow.text(shop.subtitle, self._small, Anchor.CENTRE)
        for text in self._words.whereabouts:
            flow.text(text, self._small, Anchor.CENTRE)
        dashed(flow)
        flow.row(" ".join(self._words.number), self._words.time, self._small)
        dashed(flow)
        for index, line in enumerate(self._words.goods):
            if index:
                flow.gap(0.9)
            unit = " kg" if line.weighed else ""
            flow.row(line.name, f"× {quantity(line.quantity_milli)}{unit}", self._body)
        dashed(flow)
        flow.gap(2.0)
        flow.need(self._code_side)
        left = (flow.width - self._code_side) / 2
        flow.put(qr(receipt.code, left, flow.y, self._code_side))
        flow.gap(self._code_side + 2.0)
        flow.text(self._words.returns, self._small, Anchor.CENTRE)
        flow.paragraphs(shop.receipt_footer, self._small, Anchor.CENTRE)
