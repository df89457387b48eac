"""The receipt on a roll of 58 or 80 mm: black only, for thermal paper."""

from __future__ import annotations

from app.services.documents.coupon_words import code_said
from app.services.documents.drawing import Anchor, Page
from app.services.documents.fonts import printable
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Flow
from app.services.documents.receipt_words import Pair, ReceiptWords
from app.services.documents.roll import RollTypes, banner, dashed, roll_flow
from app.services.documents.symbols import qr
from app.services.rules.receipt import Receipt, ReceiptCoupon
from app.services.rules.shop_facts import ShopFacts


def roll_pages(
    receipt: Receipt, shop: ShopFacts, labels: DocumentLabels, paper: float, *, duplicate: bool
) -> tuple[Page, ...]:
    """A receipt as one strip of `paper` millimetres' width."""
    flow = roll_flow(paper)
    _Roll(flow, RollTypes(paper), ReceiptWords(receipt, shop, labels)).fill(
        receipt, shop, labels, duplicate=duplicate
    )
    return tuple(flow.pages(trimmed=True))


class _Roll:
    """Fills the strip, block by block."""

    def __init__(self, flow: Flow, types: RollTypes, words: ReceiptWords) -> None:
        self._flow = flow
        self._types = types
        self._words = words

    def fill(
        self, receipt: Receipt, shop: ShopFacts, labels: DocumentLabels, *, duplicate: bool
    ) -> None:
        """Put every block, with a dashed rule between two."""
        if duplicate:
            banner(self._flow, labels.duplicate, self._types.label)
        self._heading(shop)
        dashed(self._flow)
        self._facts()
        dashed(self._flow)
        self._lines()
        dashed(self._flow)
        self._total(receipt, labels)
        dashed(self._flow)
        self._tenders()
        if self._words.refunds:
            dashed(self._flow)
            for label, amount in self._words.refunds:
                self._flow.row(label, amount, self._types.strong)
        if self._words.points is not None or self._words.claimed:
            dashed(self._flow)
            self._points()
        if self._words.coupons:
            dashed(self._flow)
            self._coupons(labels)
        if self._words.invoice:
            dashed(self._flow)
            self._invoice()
        dashed(self._flow)
        self._closing(receipt, shop)
        for coupon in self._words.for_bearer:
            self._torn_off(coupon, shop, labels)

    def _heading(self, shop: ShopFacts) -> None:
        self._flow.text(shop.name, self._types.shop, Anchor.CENTRE)
        self._flow.text(shop.subtitle, self._types.small, Anchor.CENTRE)
        whole = " · ".join(self._words.whereabouts)
        together = self._types.small.width(printable(whole)) <= self._flow.content
        for text in (whole,) if together else self._words.whereabouts:
            self._flow.text(text, self._types.small, Anchor.CENTRE)

    def _facts(self) -> None:
        words, small = self._words, self._types.small
        self._flow.row(" ".join(words.number), words.time, small)
        if words.source is not None:
            self._flow.row(" ".join(words.source), "", small)
        left, right = _joined(words.staff), _joined(words.member)
        if left and right and small.width(printable(f"{left}  {right}")) <= self._flow.content:
            self._flow.row(left, right, small)
        else:
            self._flow.text(left, small)
            self._flow.text(right, small)

    def _lines(self) -> None:
        for index, line in enumerate(self._words.goods):
            if index:
                self._flow.gap(0.7)
            self._flow.row(line.name, self._words.amount(line.total_minor), self._types.body)
            effects = self._words.effects(line)
            counted = self._words.counted(line)
            first = effects[0] if effects else ("", "")
            self._flow.row(f"{counted} {first[0]}".strip(), first[1], self._types.small)
            for why, amount in effects[1:]:
                self._flow.row(why, amount, self._types.small)
            self._flow.text(self._words.served(line), self._types.small)

    def _total(self, receipt: Receipt, labels: DocumentLabels) -> None:
        for label, amount in self._words.before_total():
            self._flow.row(label, amount, self._types.body)
        total = self._words.signed(receipt.total_minor)
        self._flow.row(labels.total, total, self._types.label, self._types.total)
        for label, amount in self._words.contained_taxes():
            self._flow.row(label, amount, self._types.small)

    def _tenders(self) -> None:
        for label, amount, reference in self._words.tenders():
            self._flow.row(label, amount, self._types.body)
            self._flow.text(f"{label} · {reference}" if reference else "", self._types.small)
        if self._words.change is not None:
            self._flow.row(*self._words.change, self._types.strong)

    def _points(self) -> None:
        if self._words.points is not None:
            self._flow.row(*self._words.points, self._types.strong)
        self._flow.text(self._words.points_moved, self._types.small)
        self._flow.text(self._words.claimed, self._types.small)

    def _coupons(self, labels: DocumentLabels) -> None:
        self._flow.text(labels.coupons_brought, self._types.small)
        for name, until in self._words.coupons:
            self._flow.row(name, until, self._types.body, self._types.small)

    def _torn_off(self, coupon: ReceiptCoupon, shop: ShopFacts, labels: DocumentLabels) -> None:
        """A coupon that is torn off: it says itself what it is and whose."""
        flow, types = self._flow, self._types
        name, until = self._words.coupon(coupon)
        flow.need(types.code_side + 30)
        flow.gap(4.0)
        dashed(flow)
        flow.text(shop.name, types.small, Anchor.CENTRE)
        flow.text(name, types.label, Anchor.CENTRE)
        flow.text(until, types.body, Anchor.CENTRE)
        self._code(coupon.code)
        flow.text(code_said(coupon.code), types.small, Anchor.CENTRE)
        flow.text(labels.coupon_for_bearer, types.small, Anchor.CENTRE)

    def _code(self, code: str) -> None:
        flow, side = self._flow, self._types.code_side
        flow.gap(2.0)
        flow.need(side)
        flow.put(qr(code, (flow.width - side) / 2, flow.y, side))
        flow.gap(side + 2.0)

    def _invoice(self) -> None:
        for label, value in self._words.invoice:
            self._flow.row(label, value, self._types.small)

    def _closing(self, receipt: Receipt, shop: ShopFacts) -> None:
        flow = self._flow
        self._code(receipt.code)
        flow.text(self._words.returns, self._types.small, Anchor.CENTRE)
        flow.paragraphs(shop.receipt_footer, self._types.small, Anchor.CENTRE)


def _joined(pair: Pair | None) -> str:
    return " ".join(pair) if pair is not None else ""
