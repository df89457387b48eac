"""The receipt on A4, as a business hands to a business: a table, and pages that are numbered."""

from __future__ import annotations

from app.services.documents.a4_sheet import (
    A4_HEIGHT,
    BODY,
    COLUMN,
    QUIET,
    SMALL,
    STRONG,
    TITLE,
    TOTAL,
    TOTALS_WIDTH,
    A4Sheet,
    SumRow,
    sums_height,
)
from app.services.documents.coupon_words import code_said
from app.services.documents.drawing import Page
from app.services.documents.fonts import printable, wrapped
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Type, placed, placed_fitted
from app.services.documents.receipt_words import ReceiptWords
from app.services.documents.symbols import qr
from app.services.rules.money import quantity
from app.services.rules.receipt import Receipt, ReceiptCoupon, ReceiptLine
from app.services.rules.shop_facts import ShopFacts

_CODE_SIDE = 26.0
# The right edges of the table's number columns, from the right margin inwards.
_AMOUNT, _DISCOUNT, _PRICE, _QUANTITY = 0.0, 30.0, 56.0, 82.0


def a4_pages(
    receipt: Receipt, shop: ShopFacts, labels: DocumentLabels, *, duplicate: bool
) -> tuple[Page, ...]:
    """A receipt as A4 pages, the table's heading repeated on each."""
    sheet = _Sheet(receipt, shop, labels)
    sheet.fill(duplicate=duplicate)
    return sheet.numbered()


class _Sheet:
    """Fills the pages from the heading to the closing text."""

    def __init__(self, receipt: Receipt, shop: ShopFacts, labels: DocumentLabels) -> None:
        self._receipt = receipt
        self._shop = shop
        self._labels = labels
        self._words = ReceiptWords(receipt, shop, labels)
        self._in_table = True
        self._sheet = A4Sheet(shop, labels, self._new_page)
        self._flow = self._sheet.flow

    def _new_page(self) -> None:
        if self._in_table:
            self._table_heading()

    def fill(self, *, duplicate: bool) -> None:
        """Put every block."""
        title, whereabouts = self._labels.receipt_title, self._words.whereabouts
        self._sheet.heading(title, whereabouts, duplicate=duplicate)
        self._facts()
        self._flow.gap(6)
        self._table_heading()
        for line in self._words.goods:
            self._line(line)
        self._in_table = False
        self._flow.gap(4)
        self._flow.need(self._summary_height())
        self._summary()
        self._closing()

    def numbered(self) -> tuple[Page, ...]:
        """The pages, each with its number and the receipt's at the foot."""
        return self._sheet.numbered(" ".join(self._words.number))

    def _facts(self) -> None:
        words = self._words
        pairs = [words.number, (self._labels.time, words.time), words.staff, words.member]
        shown = [pair for pair in (*pairs, words.source) if pair is not None]
        self._sheet.pairs(shown, 4)
        self._sheet.pairs(words.refunds, 2)
        self._sheet.pairs(words.invoice, 2)

    def _table_heading(self) -> None:
        labels = self._labels
        columns = (
            (_QUANTITY, labels.quantity),
            (_PRICE, labels.unit_price),
            (_DISCOUNT, labels.discount),
            (_AMOUNT, labels.amount),
        )
        self._sheet.table_heading(labels.item, columns)

    def _line(self, line: ReceiptLine) -> None:
        flow, words = self._flow, self._words
        room = flow.content - _QUANTITY - COLUMN - 4
        names = wrapped(printable(line.name), BODY.size_pt, BODY.weight, room)
        effects = words.effects(line)
        served = words.served(line)
        # A line is kept whole where it can be; one longer than a page is not.
        height = (
            len(names) * BODY.line_height + (len(effects) + bool(served)) * SMALL.line_height + 2.4
        )
        flow.need(min(height, A4_HEIGHT / 2))
        counted = quantity(line.quantity_milli) + (" kg" if line.weighed else "")
        cells = (
            (_QUANTITY, counted),
            (_PRICE, words.amount(line.unit_price_minor)),
            (_AMOUNT, words.amount(line.total_minor)),
        )
        for index, name in enumerate(names):
            flow.need(BODY.line_height)
            middle = flow.y + BODY.line_height / 2
            flow.put(placed(flow.left + 3, middle, name, BODY))
            if index == 0:
                flow.put(*(self._sheet.cell(inward, middle, text, BODY) for inward, text in cells))
            flow.gap(BODY.line_height)
        for why, amount in effects:
            flow.need(SMALL.line_height)
            middle = flow.y + SMALL.line_height / 2
            room = flow.content - _DISCOUNT - COLUMN - 4
            flow.put(
                placed_fitted(flow.left + 3, middle, why, SMALL, room=room),
                self._sheet.cell(_DISCOUNT, middle, amount, SMALL),
            )
            flow.gap(SMALL.line_height)
        if served:
            flow.need(SMALL.line_height)
            middle = flow.y + SMALL.line_height / 2
            flow.put(placed_fitted(flow.left + 3, middle, served, SMALL, room=flow.content / 2))
            flow.gap(SMALL.line_height)
        self._sheet.end_line()

    def _summary_rows(self) -> list[SumRow]:
        """The right column: label, amount, and the type of each."""
        words, receipt = self._words, self._receipt
        total = words.signed(receipt.total_minor)
        rows = [SumRow(label, amount, BODY, BODY) for label, amount in words.before_total()]
        rows.append(SumRow(self._labels.total, total, TITLE, TOTAL))
        rows += [SumRow(*pair, SMALL, SMALL) for pair in words.contained_taxes()]
        rows.append(SumRow("", "", SMALL, SMALL))
        for label, amount, reference in words.tenders():
            name = " · ".join(part for part in (label, reference) if part)
            rows.append(SumRow(name, amount, BODY, BODY))
        if words.change is not None:
            rows.append(SumRow(*words.change, STRONG, STRONG))
        return rows

    def _summary_height(self) -> float:
        return max(sums_height(self._summary_rows()), _CODE_SIDE + 30)

    def _summary(self) -> None:
        flow, top = self._flow, self._flow.y
        self._sheet.sums(self._summary_rows())
        self._code_and_points(top)
        flow.y = max(flow.y, top + _CODE_SIDE + 22)

    def _code_and_points(self, top: float) -> None:
        flow, words = self._flow, self._words
        flow.put(qr(self._receipt.code, flow.left + 3, top + 1, _CODE_SIDE))
        room = flow.content - TOTALS_WIDTH - _CODE_SIDE - 16
        x, y = flow.left + _CODE_SIDE + 9, top + 1
        texts: list[tuple[str, Type]] = []
        if words.points is not None:
            texts += [(words.points[0], SMALL), (words.points[1], STRONG)]
        texts += [(words.points_moved, SMALL), (words.claimed, SMALL), (words.returns, SMALL)]
        for text, kind in texts:
            if not text:
                continue
            for line in wrapped(printable(text), kind.size_pt, kind.weight, room):
                flow.put(placed(x, y + kind.line_height / 2, line, kind))
                y += kind.line_height
            if kind is SMALL and text == words.points_moved:
                y += 2

    def _closing(self) -> None:
        self._flow.gap(6)
        self._flow.paragraphs(self._shop.receipt_footer, SMALL)
        if self._words.coupons:
            self._flow.gap(4)
            self._flow.text(self._labels.coupons_brought, SMALL)
            for name, until in self._words.coupons:
                self._flow.row(name, until, STRONG, SMALL)
        for coupon in self._words.for_bearer:
            self._cut_out(coupon)

    def _cut_out(self, coupon: ReceiptCoupon) -> None:
        """A coupon to cut out along its dashed edge."""
        flow = self._flow
        name, until = self._words.coupon(coupon)
        flow.need(_CODE_SIDE + 14)
        flow.gap(5)
        flow.rule(colour=QUIET, dash=1.2)
        flow.gap(3)
        x, y = flow.left + _CODE_SIDE + 9, flow.y + 2
        flow.put(qr(coupon.code, flow.left + 3, flow.y, _CODE_SIDE))
        for text, kind in (
            (name, TITLE),
            (until, BODY),
            (code_said(coupon.code), SMALL),
            (f"{self._shop.name} · {self._labels.coupon_for_bearer}", SMALL),
        ):
            room = flow.right - x
            flow.put(placed_fitted(x, y + kind.line_height / 2, text, kind, room=room, least_pt=6))
            y += kind.line_height
        flow.gap(_CODE_SIDE + 2)
