"""The day at one till: what was sold, taken, given back and counted (rules 19, 24, 28).

Amounts are integer minor units. An X report is a reading of a session that goes on; a Z report
is the numbered end of one, and never changes.
"""

from dataclasses import dataclass
from datetime import date, datetime

# What a person can count or look up in the evening; the rest is kept money or promises.
COUNTABLE = ("cash", "bank_card", "wechat", "alipay", "other")


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of one kind, and what they come to; below zero where money went out.

    `name` says which plan or which offer, where the kind has several.
    """

    kind: str
    count: int
    amount_minor: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class TaxFigure:
    """One rate: net and tax of what was sold, and of what was taken back, both above zero."""

    rate_bp: int
    net_minor: int
    tax_minor: int
    refunded_net_minor: int = 0
    refunded_tax_minor: int = 0

    @property
    def owed_minor(self) -> int:
        """The tax that remains."""
        return self.tax_minor - self.refunded_tax_minor


@dataclass(frozen=True, slots=True)
class TenderFigure:
    """One way of paying: received by sales (less change), given back, taken outside sales.

    `expected_minor` is what should be there in the evening: for cash all of rule 28.
    `counted_minor` is None where nobody counted.
    """

    kind: str
    sales_minor: int = 0
    refunds_minor: int = 0
    takings_minor: int = 0
    expected_minor: int = 0
    counted_minor: int | None = None

    @property
    def over_short_minor(self) -> int:
        """Counted less expected; nothing where nobody counted."""
        return 0 if self.counted_minor is None else self.counted_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class Movement:
    """Cash put into the drawer or taken out without a sale: `amount_minor` has its sign."""

    kind: str
    amount_minor: int
    reason: str
    moved_at: datetime
    staff: str


@dataclass(frozen=True, slots=True)
class CashFigures:
    """What moved the drawer's cash, each part above zero where rule 28 names it."""

    float_minor: int = 0
    received_minor: int = 0
    change_minor: int = 0
    refunds_minor: int = 0
    pay_in_minor: int = 0
    pay_out_minor: int = 0
    drop_minor: int = 0

    @property
    def expected_minor(self) -> int:
        """Opening float + received − change − refunds + pay-ins − pay-outs − drops (rule 28)."""
        received = self.received_minor - self.change_minor - self.refunds_minor
        moved = self.pay_in_minor - self.pay_out_minor - self.drop_minor
        return self.float_minor + received + moved


@dataclass(frozen=True, slots=True)
class SalesFigures:
    """The sales: gross − discount + added tax + rounding = total, tips among them."""

    count: int = 0
    gross_minor: int = 0
    discount_minor: int = 0
    added_tax_minor: int = 0
    rounding_minor: int = 0
    total_minor: int = 0
    tips_minor: int = 0


@dataclass(frozen=True, slots=True)
class PointsFigures:
    """Points moved: by sales, by refunds, and by hand or claims (`given`, `taken`)."""

    issued: int = 0
    burned: int = 0
    reversed: int = 0
    restored: int = 0
    given: int = 0
    taken: int = 0
    expired: int = 0


@dataclass(frozen=True, slots=True)
class DayReport:
    """A session's figures at one moment (`until`), in the shop's time.

    `till` is as its receipts begin ("A0"); `seals` is how many documents the till's ledger
    holds, `seal` the hash of the last in hex.
    """

    till: str
    session: int
    automatic: bool
    business_date: date
    opened_at: datetime
    until: datetime
    opened_by: str
    sales: SalesFigures
    refunds: Figure
    voids: Figure
    taxes: tuple[TaxFigure, ...]
    tenders: tuple[TenderFigure, ...]
    cash: CashFigures
    takings: tuple[Figure, ...]
    movements: tuple[Movement, ...]
    points: PointsFigures
    discounts: tuple[Figure, ...]
    memberships: tuple[Figure, ...]
    first_receipt: str = ""
    last_receipt: str = ""
    seals: int = 0
    seal: str = ""
    forfeited: Figure | None = None
    """Deposits kept for good: no money moves, but what is owed to members falls."""

    @property
    def revenue_minor(self) -> int:
        """What the shop sold, returns taken off; neither tips nor top-ups are revenue."""
        back = self.refunds.amount_minor + self.voids.amount_minor
        return self.sales.total_minor - self.sales.tips_minor - back

    @property
    def no_sales(self) -> int:
        """How often the drawer was opened without a sale."""
        return sum(1 for movement in self.movements if movement.kind == "no_sale")


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted: the cash in all, its pieces (value, how many) where it was counted so,
    and other ways of paying (kind, amount) where somebody looked them up."""

    cash_minor: int
    pieces: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ZReport:
    """A closed session: numbered per till, stored once, read back as it was.

    `count` is None where nobody counted. The shop's facts are those of that day.
    """

    number: int
    report: DayReport
    closed_by: str
    count: Count | None
    reason: str
    shop_name: str
    currency: str

    @property
    def expected_minor(self) -> int:
        """The cash that should be in the drawer."""
        return self.report.cash.expected_minor

    @property
    def counted_minor(self) -> int | None:
        """The cash that was counted."""
        return None if self.count is None else self.count.cash_minor

    @property
    def over_short_minor(self) -> int:
        """Counted less expected: above zero is over, below is short."""
        return 0 if self.count is None else self.count.cash_minor - self.expected_minor


def tender_figures(
    sales: dict[str, int],
    refunds: dict[str, int],
    takings: dict[str, int],
    cash: CashFigures,
    count: Count | None = None,
) -> tuple[TenderFigure, ...]:
    """A figure for each way of paying that moved, cash always and first.

    `sales` and `takings` are amounts received by kind, change already taken off cash; `refunds`
    what was given back, above zero.
    """
    counted = {} if count is None else {"cash": count.cash_minor, **dict(count.others)}
    kinds = dict.fromkeys(("cash", *COUNTABLE, *sorted({*sales, *refunds, *takings})))
    figures = []
    for kind in kinds:
        got, back, taken = sales.get(kind, 0), refunds.get(kind, 0), takings.get(kind, 0)
        if kind != "cash" and kind not in counted and not (got or back or taken):
            continue
        expected = cash.expected_minor if kind == "cash" else got - back + taken
        figures.append(
            TenderFigure(
                kind,
                got,
                back,
                taken,
                expected if kind in COUNTABLE else 0,
                counted.get(kind) if kind in COUNTABLE else None,
            )
        )
    return tuple(figures)
