"""The slip of a refund or a void, from the `RefundDone` alone: a reprint is the same one."""

from __future__ import annotations

from app.services.documents.drawing import Anchor, Page
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Flow
from app.services.documents.masking import masked_name
from app.services.documents.receipt_words import with_sign
from app.services.documents.refund_words import RefundWords, points_words, refund_words
from app.services.documents.roll import LONGEST_MM, SIDE_MM, RollTypes, banner, dashed
from app.services.documents.symbols import qr
from app.services.rules.money import money, quantity, rate
from app.services.rules.refund import RefundDone
from app.services.rules.shop_facts import ShopFacts

_WIDEST_ROLL_MM = 80.0


def refund_pages(
    done: RefundDone,
    shop: ShopFacts,
    labels: DocumentLabels,
    paper_mm: float,
    *,
    duplicate: bool = False,
) -> tuple[Page, ...]:
    """The slip as one strip of 58 or 80 millimetres; wider paper is A4 and gets pages.

    `duplicate` marks a reprint.
    """
    if paper_mm > _WIDEST_ROLL_MM:
        from app.services.documents.refund_a4 import refund_a4

        return refund_a4(done, shop, labels, duplicate=duplicate)
    flow = Flow(paper_mm, side=SIDE_MM, top=5.0, bottom=6.0, longest=LONGEST_MM)
    slip = _Slip(flow, RollTypes(paper_mm), done, shop)
    slip.fill(labels, duplicate=duplicate)
    return tuple(flow.pages(trimmed=True))


class _Slip:
    """Fills the strip, block by block."""

    def __init__(self, flow: Flow, types: RollTypes, done: RefundDone, shop: ShopFacts) -> None:
        self._flow = flow
        self._types = types
        self._done = done
        self._shop = shop
        self._words: RefundWords = refund_words(shop.language)

    def fill(self, labels: DocumentLabels, *, duplicate: bool) -> None:
        """Put every block, with a dashed rule between two."""
        if duplicate:
            banner(self._flow, labels.duplicate, self._types.label)
        self._heading()
        dashed(self._flow)
        self._facts()
        dashed(self._flow)
        self._lines()
        dashed(self._flow)
        self._money(labels)
        if self._done.member is not None:
            dashed(self._flow)
            self._points()
        dashed(self._flow)
        self._closing()

    def _heading(self) -> None:
        flow, shop = self._flow, self._shop
        flow.text(shop.name, self._types.shop, Anchor.CENTRE)
        for text in (shop.subtitle, shop.address, shop.phone):
            flow.text(text, self._types.small, Anchor.CENTRE)
        flow.gap(1.5)
        flow.text(self._words.titles[self._done.kind], self._types.label, Anchor.CENTRE)

    def _facts(self) -> None:
        flow, words, done, small = self._flow, self._words, self._done, self._types.small
        time = done.refunded_at.isoformat(" ", "minutes")[:16]
        flow.row(f"{words.number} {done.number}", time, small)
        if done.sale_number:
            flow.row(words.of_sale, done.sale_number, small)
        if done.exchange_number:
            flow.row(words.exchanged, done.exchange_number, small)
        flow.text(f"{words.staff} {done.staff}", small)
        if done.member is not None:
            named = f"{masked_name(done.member.name)} {done.member.number}"
            flow.text(f"{words.member} {named}", small)
        flow.text(f"{words.reason} {done.reason}" if done.reason else "", small)

    def _lines(self) -> None:
        for index, line in enumerate(self._done.lines):
            if index:
                self._flow.gap(0.7)
            counted = f"{quantity(line.quantity_milli)}{' kg' if line.weighed else ''}"
            total = money(-line.total_minor, self._shop.currency, sign=False)
            self._flow.row(line.name, total, self._types.body)
            self._flow.text(f"× {counted}", self._types.small)

    def _money(self, labels: DocumentLabels) -> None:
        flow, done, types = self._flow, self._done, self._types
        currency = self._shop.currency
        if done.added_tax_minor:
            for tax in done.taxes:
                label = labels.tax_added.format(percent=rate(tax.rate_bp))
                flow.row(label, money(-tax.tax_minor, currency, sign=False), types.body)
        if done.cash_rounding_minor:
            rounding = money(-done.cash_rounding_minor, currency, sign=False)
            flow.row(labels.cash_rounding, rounding, types.body)
        paid = with_sign(done.total_minor, currency)
        flow.row(self._words.paid_back, paid, types.label, types.total)
        if not done.added_tax_minor:
            for tax in done.taxes:
                label = labels.tax_included.format(percent=rate(tax.rate_bp))
                flow.row(label, money(tax.tax_minor, currency, sign=False), types.small)
        for tender in done.tenders:
            amount = money(tender.amount_minor, currency, sign=False)
            name, reference = labels.tenders[tender.kind], labels.reference(tender)
            flow.row(name, amount, types.body)
            flow.text(f"{name} · {reference}" if reference else "", types.small)

    def _points(self) -> None:
        flow, words, done = self._flow, self._words, self._done
        change = f"{points_words(done.balance_before)} → {points_words(done.balance_after)}"
        flow.row(words.points, change, self._types.strong)
        if done.points_reversed:
            flow.row(words.reversed, points_words(-done.points_reversed), self._types.small)
        if done.points_restored:
            flow.row(words.restored, f"+{points_words(done.points_restored)}", self._types.small)
        if done.debt:
            flow.text(words.owed, self._types.small)
        if done.coupons_back:
            flow.text(words.coupons, self._types.small)
            for code in done.coupons_back:
                flow.text(code, self._types.small)

    def _closing(self) -> None:
        flow, side = self._flow, self._types.code_side
        flow.gap(1.0)
        flow.text(self._words.signature, self._types.small)
        flow.gap(7.0)
        flow.rule()
        flow.gap(2.5)
        flow.need(side)
        flow.put(qr(self._done.code, (flow.width - side) / 2, flow.y, side))
        flow.gap(side + 2.0)
        flow.text(self._words.scan, self._types.small, Anchor.CENTRE)
