"""The slip of a refund on A4: a page like a receipt's, with a line to sign on."""

from __future__ import annotations

from app.services.documents.a4_sheet import (
    A4_HEIGHT,
    BODY,
    COLUMN,
    INK,
    SMALL,
    STRONG,
    TITLE,
    TOTAL,
    TOTALS_WIDTH,
    A4Sheet,
    SumRow,
    sums_height,
)
from app.services.documents.drawing import Line, Page
from app.services.documents.fonts import printable, wrapped
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Type, placed
from app.services.documents.masking import masked_name
from app.services.documents.receipt_words import Pair, with_sign
from app.services.documents.refund_words import RefundWords, points_words, refund_words
from app.services.documents.symbols import qr
from app.services.rules.money import money, quantity, rate
from app.services.rules.refund import RefundDone, RefundLine
from app.services.rules.shop_facts import ShopFacts

_AMOUNT, _QUANTITY = 0.0, 36.0
_CODE_SIDE = 26.0
_SIGNED_WIDTH, _SIGNED_HEIGHT = 70.0, 22.0


def refund_a4(
    done: RefundDone, shop: ShopFacts, labels: DocumentLabels, *, duplicate: bool
) -> tuple[Page, ...]:
    """A refund or a void as A4 pages, the table's heading repeated on each."""
    slip = _Slip(done, shop, labels)
    slip.fill(duplicate=duplicate)
    return slip.sheet.numbered(f"{slip.words.number} {done.number}")


class _Slip:
    """Fills the pages from the heading to the line for the signature."""

    def __init__(self, done: RefundDone, shop: ShopFacts, labels: DocumentLabels) -> None:
        self._done = done
        self._currency = shop.currency
        self.words: RefundWords = refund_words(shop.language)
        self._in_table = True
        self.sheet = A4Sheet(shop, labels, self._new_page)

    def _new_page(self) -> None:
        if self._in_table:
            self._table_heading()

    def fill(self, *, duplicate: bool) -> None:
        """Put every block."""
        sheet, shop = self.sheet, self.sheet.shop
        whereabouts = [part for part in (shop.address, shop.phone) if part]
        sheet.heading(self.words.titles[self._done.kind], whereabouts, duplicate=duplicate)
        facts = self._facts()
        sheet.pairs(facts, 4)
        if self._done.reason:
            sheet.pairs([(self.words.reason, self._done.reason)], 1)
        sheet.flow.gap(6)
        self._table_heading()
        for line in self._done.lines:
            self._line(line)
        self._in_table = False
        sheet.flow.gap(4)
        self._summary()
        self._signature()

    def _facts(self) -> list[Pair]:
        done, words, labels = self._done, self.words, self.sheet.labels
        member = done.member
        who = "" if member is None else f"{masked_name(member.name)} {member.number}".strip()
        pairs = [
            (words.number, done.number),
            (labels.time, done.refunded_at.isoformat(" ", "minutes")[:16]),
            (words.staff, done.staff),
            (words.member, who),
            (words.of_sale, done.sale_number),
            (words.exchanged, done.exchange_number),
        ]
        return [(label, value) for label, value in pairs if value]

    def _table_heading(self) -> None:
        labels = self.sheet.labels
        columns = ((_QUANTITY, labels.quantity), (_AMOUNT, labels.amount))
        self.sheet.table_heading(labels.item, columns)

    def _line(self, line: RefundLine) -> None:
        sheet, flow = self.sheet, self.sheet.flow
        room = flow.content - _QUANTITY - COLUMN - 4
        names = wrapped(printable(line.name), BODY.size_pt, BODY.weight, room)
        flow.need(min(len(names) * BODY.line_height + 2.4, A4_HEIGHT / 2))
        counted = f"{quantity(line.quantity_milli)}{' kg' if line.weighed else ''}"
        for index, name in enumerate(names):
            flow.need(BODY.line_height)
            middle = flow.y + BODY.line_height / 2
            flow.put(placed(flow.left + 3, middle, name, BODY))
            if index == 0:
                amount = self._amount(-line.total_minor)
                flow.put(sheet.cell(_QUANTITY, middle, counted, BODY))
                flow.put(sheet.cell(_AMOUNT, middle, amount, BODY))
            flow.gap(BODY.line_height)
        sheet.end_line()

    def _amount(self, minor: int) -> str:
        return money(minor, self._currency, sign=False)

    def _sums(self) -> list[SumRow]:
        done, labels = self._done, self.sheet.labels
        rows = []
        if done.added_tax_minor:
            rows += [
                SumRow(
                    labels.tax_added.format(percent=rate(tax.rate_bp)),
                    self._amount(-tax.tax_minor), BODY, BODY,
                )
                for tax in done.taxes
            ]  # fmt: skip
        if done.cash_rounding_minor:
            rounding = self._amount(-done.cash_rounding_minor)
            rows.append(SumRow(labels.cash_rounding, rounding, BODY, BODY))
        paid = with_sign(done.total_minor, self._currency)
        rows.append(SumRow(self.words.paid_back, paid, TITLE, TOTAL))
        if not done.added_tax_minor:
            rows += [
                SumRow(
                    labels.tax_included.format(percent=rate(tax.rate_bp)),
                    self._amount(tax.tax_minor), SMALL, SMALL,
                )
                for tax in done.taxes
            ]  # fmt: skip
        rows.append(SumRow("", "", SMALL, SMALL))
        for tender in done.tenders:
            parts = (labels.tenders[tender.kind], labels.reference(tender))
            name = " · ".join(part for part in parts if part)
            rows.append(SumRow(name, self._amount(tender.amount_minor), BODY, BODY))
        return rows

    def _summary(self) -> None:
        sheet, flow, rows = self.sheet, self.sheet.flow, self._sums()
        texts = self._points()
        flow.need(max(sums_height(rows), _CODE_SIDE + 4 + len(texts) * BODY.line_height))
        top = flow.y
        sheet.sums(rows)
        flow.put(qr(self._done.code, flow.left + 3, top + 1, _CODE_SIDE))
        room = flow.content - TOTALS_WIDTH - _CODE_SIDE - 16
        end = sheet.texts(flow.left + _CODE_SIDE + 9, top + 1, room, texts)
        flow.y = max(flow.y, end, top + _CODE_SIDE + 4)

    def _points(self) -> list[tuple[str, Type]]:
        """What stands beside the code: the member's points, their coupons, what the code is for."""
        done, words = self._done, self.words
        texts: list[tuple[str, Type]] = []
        if done.member is not None:
            change = f"{points_words(done.balance_before)} → {points_words(done.balance_after)}"
            texts += [(words.points, SMALL), (change, STRONG)]
            if done.points_reversed:
                texts.append((f"{words.reversed} {points_words(-done.points_reversed)}", SMALL))
            if done.points_restored:
                texts.append((f"{words.restored} +{points_words(done.points_restored)}", SMALL))
            if done.debt:
                texts.append((words.owed, SMALL))
            if done.coupons_back:
                texts.append((f"{words.coupons}: {', '.join(done.coupons_back)}", SMALL))
        return [*texts, (words.scan, SMALL)]

    def _signature(self) -> None:
        flow = self.sheet.flow
        flow.gap(6)
        flow.need(_SIGNED_HEIGHT)
        left = flow.right - _SIGNED_WIDTH
        flow.put(placed(left, flow.y + SMALL.line_height / 2, self.words.signature, SMALL))
        line = flow.y + _SIGNED_HEIGHT - 4
        flow.put(Line(left, line, flow.right, line, INK, 0.25))
        flow.gap(_SIGNED_HEIGHT)
