"""What an X or Z report says, block by block: one telling for paper, screen and command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.services.documents.labels import labels_for
from app.services.documents.report_words import report_words
from app.services.rules.day_report import COUNTABLE, DayReport, TenderFigure, ZReport
from app.services.rules.money import CURRENCIES, money, rate
from app.services.rules.shop_facts import ShopFacts
from app.services.rules.tenders import TenderKind

_NUMBER = re.compile(r"(?:A(\d{1,9})-)?Z?(\d{1,9})\Z", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what, and how much. `strong` is a sum, `quiet` a detail of the row above."""

    label: str
    value: str = ""
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class ReportTold:
    """One report in one language; amounts without the currency's sign but for the sums."""

    def __init__(self, told: DayReport | ZReport, shop: ShopFacts) -> None:
        self.words = report_words(shop.language)
        self._labels = labels_for(shop.language)
        self._z = told if isinstance(told, ZReport) else None
        self._report = told if isinstance(told, DayReport) else told.report
        # A Z report is in the money of its day, whatever the shop takes now.
        self._currency = shop.currency if self._z is None else CURRENCIES[self._z.currency]

    @property
    def shop_name(self) -> str | None:
        """The shop's name on the day of a Z report."""
        return None if self._z is None else self._z.shop_name

    @property
    def title(self) -> str:
        """`Z report`."""
        return self.words.x_title if self._z is None else self.words.z_title

    @property
    def number(self) -> str:
        """`A0-Z7`; nothing on a reading."""
        return "" if self._z is None else z_number(self._z)

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Till, day, who opened and closed it, and the receipts in between."""
        report, words = self._report, self.words
        closed = words.closed if self._z is not None else words.read
        by = "" if self._z is None else self._z.closed_by
        pairs = [
            (words.till, report.till),
            (words.day, report.business_date.isoformat()),
            (words.opened, self._by(f"{report.opened_at:%Y-%m-%d %H:%M}", report.opened_by)),
            (closed, self._by(f"{report.until:%Y-%m-%d %H:%M}", by)),
        ]
        if report.first_receipt:
            pairs.append((words.receipts, f"{report.first_receipt} – {report.last_receipt}"))
        return tuple(pairs)

    def blocks(self) -> tuple[Block, ...]:
        """Everything, in the order in which an owner reads it; what is empty is left out."""
        words = self.words
        told = (
            Block(words.sales, tuple(self._sales())),
            Block(words.drawer, tuple(self._drawer())),
            Block(words.tenders, tuple(self._tenders())),
            Block(words.taxes, tuple(self._taxes())),
            Block(words.discounts, tuple(self._discounts())),
            Block(words.takings, tuple(self._takings())),
            Block(words.memberships, tuple(self._memberships())),
            Block(words.points, tuple(self._points())),
            Block(words.moved, tuple(self._moved())),
            Block(words.ledger, tuple(self._ledger())),
        )
        return tuple(block for block in told if block.rows)

    # --- texts ------------------------------------------------------------------------

    def amount(self, minor: int) -> str:
        """An amount without sign of the currency."""
        return money(minor, self._currency, sign=False)

    def _by(self, time: str, staff: str) -> str:
        return self.words.by.format(time=time, staff=staff).strip()

    def _counted(self, label: str, count: int) -> str:
        return f"{label} {self.words.count.format(count=f'{count:,}')}"

    def over_short(self, minor: int) -> Row:
        """Over, short, or neither."""
        words = self.words
        if not minor:
            return Row(words.even, self.amount(0), strong=True)
        label = words.over if minor > 0 else words.short
        return Row(label, self.amount(minor), strong=True)

    # --- blocks -----------------------------------------------------------------------

    def _sales(self) -> Iterator[Row]:
        report, words = self._report, self.words
        sales = report.sales
        yield Row(self._counted(words.gross, sales.count), self.amount(sales.gross_minor))
        for label, minor in (
            (words.discount, -sales.discount_minor),
            (words.added_tax, sales.added_tax_minor),
            (words.rounding, sales.rounding_minor),
        ):
            if minor:
                yield Row(label, self.amount(minor))
        if sales.total_minor != sales.gross_minor:
            yield Row(words.total, self.amount(sales.total_minor))
        if sales.tips_minor:
            yield Row(words.tips, self.amount(-sales.tips_minor))
        for label, back in ((words.refunds, report.refunds), (words.voids, report.voids)):
            if back.count:
                yield Row(self._counted(label, back.count), self.amount(-back.amount_minor))
        yield Row(words.revenue, self.amount(report.revenue_minor), strong=True)

    def _drawer(self) -> Iterator[Row]:
        cash, words = self._report.cash, self.words
        for label, minor in (
            (words.float_, cash.float_minor),
            (words.received, cash.received_minor),
            (words.change, -cash.change_minor),
            (words.cash_refunds, -cash.refunds_minor),
            (words.pay_in, cash.pay_in_minor),
            (words.pay_out, -cash.pay_out_minor),
            (words.drop, -cash.drop_minor),
        ):
            if minor:
                yield Row(label, self.amount(minor))
        yield Row(words.expected, self.amount(cash.expected_minor), strong=True)
        if self._z is not None:
            yield from self._count(self._z)
        if self._report.no_sales:
            yield Row(words.no_sales, f"{self._report.no_sales:,}")

    def _count(self, closed: ZReport) -> Iterator[Row]:
        words = self.words
        if closed.count is None:
            yield Row(words.not_counted)
            return
        yield Row(words.counted, self.amount(closed.count.cash_minor), strong=True)
        for value, pieces in closed.count.pieces:
            if pieces:
                yield Row(
                    f"{self.amount(value)} × {pieces:,}", self.amount(value * pieces), quiet=True
                )
        yield self.over_short(closed.over_short_minor)
        if closed.reason:
            yield Row(words.reason, closed.reason)

    def _tenders(self) -> Iterator[Row]:
        for figure in self._report.tenders:
            got = figure.sales_minor - figure.refunds_minor + figure.takings_minor
            yield Row(self._tender(figure.kind), self.amount(got))
            parts = self._parts(figure)
            if parts:
                yield Row(parts, quiet=True)
            if figure.kind in COUNTABLE[1:] and figure.counted_minor is not None:
                over = self.over_short(figure.over_short_minor)
                counted = f"{self.words.counted} {self.amount(figure.counted_minor)}"
                yield Row(counted, f"{over.label} {over.value}", quiet=True)

    def _tender(self, kind: str) -> str:
        known = kind in TenderKind.__members__.values()
        return self._labels.tenders.get(TenderKind(kind), kind) if known else kind

    def _parts(self, figure: TenderFigure) -> str:
        """Where an amount comes from, where it is not from sales alone."""
        if not (figure.refunds_minor or figure.takings_minor):
            return ""
        words = self.words
        parts = (
            (words.of_sales, figure.sales_minor),
            (words.of_refunds, -figure.refunds_minor),
            (words.of_takings, figure.takings_minor),
        )
        return " · ".join(text.format(amount=self.amount(minor)) for text, minor in parts if minor)

    def _taxes(self) -> Iterator[Row]:
        for tax in self._report.taxes:
            net = self.amount(tax.net_minor - tax.refunded_net_minor)
            label = f"{self.words.tax.format(rate=rate(tax.rate_bp))} · "
            yield Row(label + self.words.net.format(net=net), self.amount(tax.owed_minor))

    def _discounts(self) -> Iterator[Row]:
        own = {"member_price": self.words.member_price}
        for figure in self._report.discounts:
            name = figure.name or own.get(figure.kind) or self.words.by_hand
            yield Row(self._counted(name, figure.count), self.amount(-figure.amount_minor))

    def _takings(self) -> Iterator[Row]:
        kept = self._report.forfeited
        for figure in (*self._report.takings, *(() if kept is None else (kept,))):
            name = self.words.taking_kinds.get(figure.kind, figure.kind)
            yield Row(self._counted(name, figure.count), self.amount(figure.amount_minor))

    def _memberships(self) -> Iterator[Row]:
        for figure in self._report.memberships:
            yield Row(self._counted(figure.name, figure.count), self.amount(figure.amount_minor))

    def _points(self) -> Iterator[Row]:
        points, words = self._report.points, self.words
        for label, moved in (
            (words.issued, points.issued),
            (words.burned, -points.burned),
            (words.reversed_, -points.reversed),
            (words.restored, points.restored),
            (words.given, points.given),
            (words.taken, -points.taken),
            (words.expired, -points.expired),
        ):
            if moved:
                yield Row(label, f"{moved:,}".replace("-", "−"))

    def _moved(self) -> Iterator[Row]:
        for movement in self._report.movements:
            if movement.kind != "float":
                kind = self.words.kinds.get(movement.kind, movement.kind)
                parts = (f"{movement.moved_at:%H:%M}", kind, movement.staff, movement.reason)
                value = self.amount(movement.amount_minor) if movement.amount_minor else ""
                yield Row(" ".join(part for part in parts if part), value)

    def _ledger(self) -> Iterator[Row]:
        report = self._report
        if report.seal:
            yield Row(self.words.documents.format(count=f"{report.seals:,}"))
            for start in range(0, len(report.seal), 32):
                yield Row(report.seal[start : start + 32], quiet=True)


def read_z_number(text: str) -> tuple[int | None, int] | None:
    """The till (None where none is named) and number in `A0-Z7`, `Z7` or `7`; None for others."""
    found = _NUMBER.match(text.strip())
    if found is None:
        return None
    return None if found[1] is None else int(found[1]), int(found[2])


def z_number(closed: ZReport) -> str:
    """What a Z report is called: `A0-Z7`."""
    return f"{closed.report.till}-Z{closed.number}"
