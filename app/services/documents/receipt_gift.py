"""The gift receipt: what was bought and the code for returns, and nothing about money."""

from __future__ import annotations

from app.services.documents.drawing import Anchor, Page, Rect, Weight
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Flow, Type, placed_fitted
from app.services.documents.receipt_words import ReceiptWords
from app.services.documents.symbols import qr
from app.services.rules.money import quantity
from app.services.rules.receipt import Receipt
from app.services.rules.shop_facts import ShopFacts

_NARROW_MM = 58.0
_A4_WIDTH, _A4_HEIGHT = 210.0, 297.0
_LONGEST_ROLL_MM = 1500.0


def gift_pages(
    receipt: Receipt, shop: ShopFacts, labels: DocumentLabels, paper: float
) -> tuple[Page, ...]:
    """The receipt of a sale as a present: a strip of `paper` millimetres, or A4 at 210.

    No price, total, discount, tender, member, points or invoice stands on it.
    """
    sheet = paper >= _A4_WIDTH
    flow = Flow(
        paper,
        side=45.0 if sheet else 5.0,
        top=26.0 if sheet else 5.0,
        bottom=20.0 if sheet else 6.0,
        longest=_A4_HEIGHT if sheet else _LONGEST_ROLL_MM,
    )
    _Gift(flow, paper, ReceiptWords(receipt, shop, labels)).fill(receipt, shop, labels)
    return tuple(flow.pages(trimmed=not sheet))


class _Gift:
    """Fills the paper, block by block."""

    def __init__(self, flow: Flow, paper: float, words: ReceiptWords) -> None:
        scale = 0.9 if paper <= _NARROW_MM else 1.0
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
        self._banner(labels.gift_receipt)
        flow.text(shop.name, self._shop, Anchor.CENTRE)
        flow.text(shop.subtitle, self._small, Anchor.CENTRE)
        for text in self._words.whereabouts:
            flow.text(text, self._small, Anchor.CENTRE)
        self._rule()
        flow.row(" ".join(self._words.number), self._words.time, self._small)
        self._rule()
        for index, line in enumerate(self._words.goods):
            if index:
                flow.gap(0.9)
            unit = " kg" if line.weighed else ""
            flow.row(line.name, f"× {quantity(line.quantity_milli)}{unit}", self._body)
        self._rule()
        flow.gap(2.0)
        flow.need(self._code_side)
        left = (flow.width - self._code_side) / 2
        flow.put(qr(receipt.code, left, flow.y, self._code_side))
        flow.gap(self._code_side + 2.0)
        flow.text(self._words.returns, self._small, Anchor.CENTRE)
        flow.paragraphs(shop.receipt_footer, self._small, Anchor.CENTRE)

    def _banner(self, text: str) -> None:
        flow, kind = self._flow, self._label
        height = kind.line_height + 1.6
        middle = flow.y + height / 2
        flow.put(
            Rect(flow.left, flow.y, flow.content, height, stroke="#000000", stroke_width=0.5),
            placed_fitted(flow.width / 2, middle, text, kind, Anchor.CENTRE, room=flow.content),
        )
        flow.gap(height + 2.4)

    def _rule(self) -> None:
        self._flow.gap(1.3)
        self._flow.rule(dash=0.8)
        self._flow.gap(1.3)
