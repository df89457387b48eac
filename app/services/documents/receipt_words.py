"""What the receipt says, line by line, apart from where it stands on the paper."""

from __future__ import annotations

from app.services.documents.coupon_words import validity_said
from app.services.documents.fonts import covers
from app.services.documents.labels import DocumentLabels
from app.services.documents.masking import masked_name
from app.services.documents.refund_words import refund_words
from app.services.rules.cart import pieces_milli
from app.services.rules.money import Currency, money, quantity
from app.services.rules.phones import masked
from app.services.rules.receipt import Receipt, ReceiptCoupon, ReceiptLine
from app.services.rules.shop_facts import ShopFacts
from app.services.rules.tenders import TenderKind

Pair = tuple[str, str]


class ReceiptWords:
    """The texts of one receipt in one language; amounts without the currency's sign."""

    def __init__(self, receipt: Receipt, shop: ShopFacts, labels: DocumentLabels) -> None:
        """Keep what is read out below."""
        self._receipt = receipt
        self._labels = labels
        self._currency = shop.currency
        self.whereabouts = tuple(part for part in (shop.address, shop.phone) if part.strip())
        self.returns = labels.returns(shop.return_days)

    def amount(self, minor: int) -> str:
        """An amount without sign: `1,234.50`."""
        return money(minor, self._currency, sign=False)

    def signed(self, minor: int) -> str:
        """An amount with its currency; by its code where the fonts lack the sign."""
        return with_sign(minor, self._currency)

    @property
    def time(self) -> str:
        """When it was sold, shop time: `2026-11-21 10:12`."""
        return self._receipt.sold_at.isoformat(" ", "minutes")[:16]

    @property
    def number(self) -> Pair:
        """The receipt's number."""
        return self._labels.number, self._receipt.number

    @property
    def source(self) -> Pair | None:
        """The number that an imported sale had in its file."""
        if not self._receipt.source_receipt:
            return None
        return self._labels.source_receipt, self._receipt.source_receipt

    @property
    def staff(self) -> Pair | None:
        """Who served, where that is known."""
        return (self._labels.staff, self._receipt.staff) if self._receipt.staff else None

    @property
    def member(self) -> Pair | None:
        """The member, masked; by number where there is no name."""
        member = self._receipt.member
        if member is None:
            return None
        known = (masked_name(member.name) or f"No. {member.number}", masked(member.phone))
        return self._labels.member, " ".join(part for part in known if part)

    @property
    def refunds(self) -> list[Pair]:
        """What came back of the sale since, and what was paid for it."""
        titles = refund_words(self._labels.language).titles
        return [
            (
                f"{titles[each.kind]} {each.number} {each.refunded_at:%Y-%m-%d}",
                self.amount(-each.total_minor),
            )
            for each in self._receipt.refunds
        ]

    @property
    def invoice(self) -> list[Pair]:
        """Who the invoice names, where one was asked for: title, tax number, invoice number."""
        invoice, labels = self._receipt.invoice, self._labels
        if invoice is None:
            return []
        pairs = [
            (labels.invoice_title, invoice.title),
            (labels.tax_number, invoice.tax_number),
            (labels.invoice_number, invoice.number),
        ]
        return [pair for pair in pairs if pair[1]]

    @property
    def coupons(self) -> list[Pair]:
        """What the sale brought the member: each coupon, and when it may be used."""
        return [self.coupon(each) for each in self._receipt.coupons if not each.bearer]

    @property
    def for_bearer(self) -> tuple[ReceiptCoupon, ...]:
        """Coupons that this paper itself is: whoever brings it may use them."""
        return tuple(each for each in self._receipt.coupons if each.bearer)

    def coupon(self, coupon: ReceiptCoupon) -> Pair:
        """A coupon's name, and when it may be used."""
        language = self._labels.language
        # A day that has come already need not be told.
        begun = coupon.valid_from <= self._receipt.business_date
        first = None if begun else coupon.valid_from
        return coupon.name.said(language), validity_said(first, coupon.valid_to, language)

    def served(self, line: ReceiptLine) -> str:
        """Who served a line, where somebody was chosen."""
        return f"{self._labels.served_by} {line.served_by}" if line.served_by else ""

    def counted(self, line: ReceiptLine) -> str:
        """`2 × 28.00`, or `0.355 kg × 88.00`."""
        unit = " kg" if line.weighed else ""
        return f"{quantity(line.quantity_milli)}{unit} × {self.amount(line.unit_price_minor)}"

    def effects(self, line: ReceiptLine) -> list[Pair]:
        """Each discount of a line: why, and how much."""
        return [
            (self._labels.effect(effect.why), self.amount(-effect.amount_minor))
            for effect in line.effects
        ]

    @property
    def goods(self) -> tuple[ReceiptLine, ...]:
        """The lines without tips, which stand below the subtotal."""
        return tuple(line for line in self._receipt.lines if not line.tip)

    @property
    def pieces(self) -> str:
        """How many things were sold; a weighed line counts once."""
        lines = self.goods
        whole = sum(pieces_milli(line.quantity_milli, weighed=line.weighed) for line in lines)
        return self._labels.pieces_of(quantity(whole))

    def before_total(self) -> list[Pair]:
        """What leads from the shelf prices to the total, in the order it was done."""
        receipt, labels = self._receipt, self._labels
        goods_minor = receipt.gross_minor - receipt.tips_minor
        rows = [(f"{labels.subtotal} {self.pieces}", self.amount(goods_minor))]
        if receipt.discount_minor:
            rows.append((labels.discount, self.amount(-receipt.discount_minor)))
        if receipt.added_tax_minor:
            rows += [
                (labels.tax(group.rate_bp, added=True), self.amount(group.tax_minor))
                for group in receipt.taxes
            ]
        rows += [(line.name, self.amount(line.total_minor)) for line in receipt.lines if line.tip]
        if receipt.cash_rounding_minor:
            rows.append((labels.cash_rounding, self.amount(receipt.cash_rounding_minor)))
        return rows

    def contained_taxes(self) -> list[Pair]:
        """The tax of each rate that the total contains."""
        if self._receipt.added_tax_minor:
            return []
        return [
            (self._labels.tax(group.rate_bp, added=False), self.amount(group.tax_minor))
            for group in self._receipt.taxes
        ]

    def tenders(self) -> list[tuple[str, str, str]]:
        """Each tender: its name, its amount, and what its reference says, if it has one."""
        return [
            (
                self._labels.tender(tender.kind, self._receipt.points_burned),
                self.amount(tender.amount_minor),
                self._labels.reference(tender),
            )
            for tender in self._receipt.tenders
        ]

    @property
    def change(self) -> Pair | None:
        """The change, wherever cash was handed over."""
        cash = any(tender.kind is TenderKind.CASH for tender in self._receipt.tenders)
        if not (cash or self._receipt.change_due_minor):
            return None
        return self._labels.change, self.amount(self._receipt.change_due_minor)

    @property
    def points(self) -> Pair | None:
        """The member's points, before → after."""
        member = self._receipt.member
        if member is None:
            return None
        return (
            self._labels.points,
            f"{_count(member.points_before)} → {_count(member.points_after)}",
        )

    @property
    def points_moved(self) -> str:
        """What was used and earned."""
        receipt, labels = self._receipt, self._labels
        parts = []
        if receipt.points_burned:
            parts.append(labels.points_burned.format(points=f"{receipt.points_burned:,}"))
        if receipt.points_earned:
            parts.append(labels.points_earned.format(points=f"{receipt.points_earned:,}"))
        return " · ".join(parts)

    @property
    def claimed(self) -> str:
        """That a member has claimed this receipt's points."""
        if not self._receipt.claimed_by:
            return ""
        return f"{self._labels.claimed_by} {self._receipt.claimed_by}"


def with_sign(minor: int, currency: Currency) -> str:
    """`¥134.20`; the currency's code where the fonts lack its sign: `THB 134.20`."""
    if covers(currency.sign):
        return money(minor, currency)
    plain = money(abs(minor), currency, sign=False)
    return f"{'−' if minor < 0 else ''}{currency.code} {plain}"


def _count(points: int) -> str:
    return f"{points:,}".replace("-", "−")
