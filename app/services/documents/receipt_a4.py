"""The receipt on A4, as a business hands to a business: a table, and pages that are numbered."""

from __future__ import annotations

from dataclasses import replace

from app.services.documents.colours import mix, parsed
from app.services.documents.coupon_words import code_said
from app.services.documents.drawing import WHITE, Anchor, Line, Page, Rect, Text, Weight
from app.services.documents.fonts import printable, wrapped
from app.services.documents.labels import DocumentLabels
from app.services.documents.layout import Flow, Type, placed, placed_fitted
from app.services.documents.receipt_words import Pair, ReceiptWords
from app.services.documents.symbols import qr
from app.services.rules.money import quantity
from app.services.rules.receipt import Receipt, ReceiptCoupon, ReceiptLine
from app.services.rules.shop_facts import ShopFacts

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
_SIDE = 18.0
_INK, _QUIET, _RULE = "#1B2430", "#51606F", "#D5DBE1"
_SHOP = Type(17, Weight.BOLD, _INK)
_TITLE = Type(13, Weight.BOLD, _INK)
_BODY = Type(9.5, colour=_INK)
_STRONG = Type(9.5, Weight.BOLD, _INK)
_SMALL = Type(8.2, colour=_QUIET)
_TOTAL = Type(17, Weight.BOLD, _INK)
_CODE_SIDE = 26.0
# The right edges of the table's number columns, from the right margin inwards.
_AMOUNT, _DISCOUNT, _PRICE, _QUANTITY = 0.0, 30.0, 56.0, 82.0
_COLUMN = 24.0
_TOTALS_WIDTH = 82.0


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
        self._brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        self._in_table = True
        self._flow = Flow(
            A4_WIDTH,
            side=_SIDE,
            top=18.0,
            bottom=20.0,
            longest=A4_HEIGHT,
            on_new_page=lambda _: self._table_heading() if self._in_table else None,
        )

    def fill(self, *, duplicate: bool) -> None:
        """Put every block."""
        self._heading(duplicate=duplicate)
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
        pages = self._flow.pages(trimmed=False)
        numbered = []
        for index, page in enumerate(pages, 1):
            words = self._labels.page.format(page=index, pages=len(pages))
            middle = A4_HEIGHT - 11
            foot = (
                Rect(0, 0, A4_WIDTH, 3.2, fill=self._brand),
                placed(_SIDE, middle, " ".join(self._words.number), _SMALL),
                placed(A4_WIDTH - _SIDE, middle, words, _SMALL, Anchor.RIGHT),
            )
            numbered.append(replace(page, items=(*page.items, *foot)))
        return tuple(numbered)

    def _heading(self, *, duplicate: bool) -> None:
        flow, top = self._flow, self._flow.y
        middle = top + _SHOP.line_height / 2
        flow.put(placed(flow.right, middle, self._labels.receipt_title, _TITLE, Anchor.RIGHT))
        room = flow.content - 62
        shop_lines = wrapped(printable(self._shop.name), _SHOP.size_pt, _SHOP.weight, room)
        for line in shop_lines:
            flow.put(placed(flow.left, flow.y + _SHOP.line_height / 2, line, _SHOP))
            flow.gap(_SHOP.line_height)
        for text in (self._shop.subtitle, " · ".join(self._words.whereabouts)):
            for line in wrapped(printable(text), _SMALL.size_pt, _SMALL.weight, room):
                if line:
                    flow.put(placed(flow.left, flow.y + _SMALL.line_height / 2, line, _SMALL))
                    flow.gap(_SMALL.line_height)
        if duplicate:
            self._duplicate(top + _SHOP.line_height + 1)
            flow.y = max(flow.y, top + _SHOP.line_height + 10)
        flow.gap(4)
        flow.rule(colour=_RULE, thickness=0.3)
        flow.gap(3)

    def _duplicate(self, top: float) -> None:
        kind = Type(11, Weight.BOLD, self._brand)
        text = self._labels.duplicate
        width = kind.width(text) + 8
        left = self._flow.right - width
        box = Rect(left, top, width, 8, stroke=self._brand, stroke_width=0.5, radius=1.5)
        self._flow.put(box, placed(left + width / 2, top + 4, text, kind, Anchor.CENTRE))

    def _facts(self) -> None:
        words = self._words
        pairs = [words.number, (self._labels.time, words.time), words.staff, words.member]
        shown = [pair for pair in (*pairs, words.source) if pair is not None]
        self._table_of(shown, 4)
        self._table_of(words.refunds, 2)
        self._table_of(words.invoice, 2)

    def _table_of(self, shown: list[Pair], columns: int) -> None:
        flow = self._flow
        width = flow.content / columns
        for start in range(0, len(shown), columns):
            for index, (label, value) in enumerate(shown[start : start + columns]):
                x = flow.left + index * width
                label_middle = flow.y + _SMALL.line_height / 2
                middle = flow.y + _SMALL.line_height + _BODY.line_height / 2
                flow.put(
                    placed(x, label_middle, label, _SMALL),
                    placed_fitted(x, middle, value, _BODY, room=width - 3, least_pt=7.5),
                )
            flow.gap(_SMALL.line_height + _BODY.line_height + 1)

    def _table_heading(self) -> None:
        flow, labels = self._flow, self._labels
        height = 7.5
        ground = mix(self._brand, WHITE, 0.9)
        kind = Type(_SMALL.size_pt, Weight.BOLD, _INK)
        middle = flow.y + height / 2
        flow.put(Rect(flow.left, flow.y, flow.content, height, fill=ground, radius=1))
        flow.put(placed(flow.left + 3, middle, labels.item, kind))
        columns = (
            (_QUANTITY, labels.quantity),
            (_PRICE, labels.unit_price),
            (_DISCOUNT, labels.discount),
            (_AMOUNT, labels.amount),
        )
        for inward, label in columns:
            flow.put(placed(flow.right - 3 - inward, middle, label, kind, Anchor.RIGHT))
        flow.gap(height + 1.5)

    def _cell(self, inward: float, middle: float, text: str, kind: Type) -> Text:
        x = self._flow.right - 3 - inward
        return placed_fitted(x, middle, text, kind, Anchor.RIGHT, room=_COLUMN, least_pt=5)

    def _line(self, line: ReceiptLine) -> None:
        flow, words = self._flow, self._words
        room = flow.content - _QUANTITY - _COLUMN - 4
        names = wrapped(printable(line.name), _BODY.size_pt, _BODY.weight, room)
        effects = words.effects(line)
        served = words.served(line)
        # A line is kept whole where it can be; one longer than a page is not.
        height = (
            len(names) * _BODY.line_height
            + (len(effects) + bool(served)) * _SMALL.line_height
            + 2.4
        )
        flow.need(min(height, A4_HEIGHT / 2))
        counted = quantity(line.quantity_milli) + (" kg" if line.weighed else "")
        cells = (
            (_QUANTITY, counted),
            (_PRICE, words.amount(line.unit_price_minor)),
            (_AMOUNT, words.amount(line.total_minor)),
        )
        for index, name in enumerate(names):
            flow.need(_BODY.line_height)
            middle = flow.y + _BODY.line_height / 2
            flow.put(placed(flow.left + 3, middle, name, _BODY))
            if index == 0:
                flow.put(*(self._cell(inward, middle, text, _BODY) for inward, text in cells))
            flow.gap(_BODY.line_height)
        for why, amount in effects:
            flow.need(_SMALL.line_height)
            middle = flow.y + _SMALL.line_height / 2
            room = flow.content - _DISCOUNT - _COLUMN - 4
            flow.put(
                placed_fitted(flow.left + 3, middle, why, _SMALL, room=room),
                self._cell(_DISCOUNT, middle, amount, _SMALL),
            )
            flow.gap(_SMALL.line_height)
        if served:
            flow.need(_SMALL.line_height)
            middle = flow.y + _SMALL.line_height / 2
            flow.put(placed_fitted(flow.left + 3, middle, served, _SMALL, room=flow.content / 2))
            flow.gap(_SMALL.line_height)
        flow.gap(1.2)
        flow.rule(colour=_RULE, thickness=0.15)
        flow.gap(1.2)

    def _summary_rows(self) -> list[tuple[str, str, Type, Type]]:
        """The right column: label, amount, and the type of each."""
        words, receipt = self._words, self._receipt
        total = words.signed(receipt.total_minor)
        rows = [(label, amount, _BODY, _BODY) for label, amount in words.before_total()]
        rows.append((self._labels.total, total, _TITLE, _TOTAL))
        rows += [(label, amount, _SMALL, _SMALL) for label, amount in words.contained_taxes()]
        rows.append(("", "", _SMALL, _SMALL))
        for label, amount, reference in words.tenders():
            rows.append(
                (" · ".join(part for part in (label, reference) if part), amount, _BODY, _BODY)
            )
        if words.change is not None:
            rows.append((*words.change, _STRONG, _STRONG))
        return rows

    def _summary_height(self) -> float:
        rows = sum(max(a.line_height, b.line_height) for _, _, a, b in self._summary_rows())
        return max(rows, _CODE_SIDE + 30)

    def _summary(self) -> None:
        flow, top = self._flow, self._flow.y
        left = flow.right - _TOTALS_WIDTH
        for label, amount, kind, amount_kind in self._summary_rows():
            height = max(kind.line_height, amount_kind.line_height)
            middle = flow.y + height / 2
            if label:
                self._summary_row(left, middle, (label, kind), (amount, amount_kind))
            else:
                flow.put(Line(left, middle, flow.right, middle, _RULE, 0.3))
            flow.gap(height)
        self._code_and_points(top)
        flow.y = max(flow.y, top + _CODE_SIDE + 22)

    def _summary_row(
        self, left: float, middle: float, label: tuple[str, Type], amount: tuple[str, Type]
    ) -> None:
        """The amount first: the label takes what it leaves."""
        right = placed_fitted(
            self._flow.right - 3,
            middle,
            *amount,
            Anchor.RIGHT,
            room=_TOTALS_WIDTH * 0.72,
            least_pt=6,
        )
        room = _TOTALS_WIDTH - replace(amount[1], size_pt=right.size_pt).width(right.text) - 6
        self._flow.put(placed_fitted(left, middle, *label, room=room, least_pt=6), right)

    def _code_and_points(self, top: float) -> None:
        flow, words = self._flow, self._words
        flow.put(qr(self._receipt.code, flow.left + 3, top + 1, _CODE_SIDE))
        room = flow.content - _TOTALS_WIDTH - _CODE_SIDE - 16
        x, y = flow.left + _CODE_SIDE + 9, top + 1
        texts: list[tuple[str, Type]] = []
        if words.points is not None:
            texts += [(words.points[0], _SMALL), (words.points[1], _STRONG)]
        texts += [(words.points_moved, _SMALL), (words.claimed, _SMALL), (words.returns, _SMALL)]
        for text, kind in texts:
            if not text:
                continue
            for line in wrapped(printable(text), kind.size_pt, kind.weight, room):
                flow.put(placed(x, y + kind.line_height / 2, line, kind))
                y += kind.line_height
            if kind is _SMALL and text == words.points_moved:
                y += 2

    def _closing(self) -> None:
        self._flow.gap(6)
        self._flow.paragraphs(self._shop.receipt_footer, _SMALL)
        if self._words.coupons:
            self._flow.gap(4)
            self._flow.text(self._labels.coupons_brought, _SMALL)
            for name, until in self._words.coupons:
                self._flow.row(name, until, _STRONG, _SMALL)
        for coupon in self._words.for_bearer:
            self._cut_out(coupon)

    def _cut_out(self, coupon: ReceiptCoupon) -> None:
        """A coupon to cut out along its dashed edge."""
        flow = self._flow
        name, until = self._words.coupon(coupon)
        flow.need(_CODE_SIDE + 14)
        flow.gap(5)
        flow.rule(colour=_QUIET, dash=1.2)
        flow.gap(3)
        x, y = flow.left + _CODE_SIDE + 9, flow.y + 2
        flow.put(qr(coupon.code, flow.left + 3, flow.y, _CODE_SIDE))
        for text, kind in (
            (name, _TITLE),
            (until, _BODY),
            (code_said(coupon.code), _SMALL),
            (f"{self._shop.name} · {self._labels.coupon_for_bearer}", _SMALL),
        ):
            room = flow.right - x
            flow.put(placed_fitted(x, y + kind.line_height / 2, text, kind, room=room, least_pt=6))
            y += kind.line_height
        flow.gap(_CODE_SIDE + 2)
