"""Where a return stands, as one value; every key makes another of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.services.ids import uuid7
from app.services.rules.codes import cleaned
from app.services.rules.money import MILLI, parse_milli
from app.services.rules.refund import (
    OpenReturn,
    RefundDone,
    RefundDraft,
    RefundPreview,
    Returnable,
    ReturnableLine,
    ReturnLine,
)
from app.services.rules.tenders import Tender, TenderKind

if TYPE_CHECKING:
    from app.services.rules.cart import CartLine


class Step(Enum):
    """What the sheet asks now."""

    FIND = "find"
    CHOOSE = "choose"
    OPEN = "open"
    PREVIEW = "preview"
    DONE = "done"


class NamedMember(NamedTuple):
    """Whose goods come back without a receipt."""

    member_id: UUID
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class ReturnDesk:
    """A return being put together. `chosen` is (position, thousandths) of a sale's lines, in no
    order; `typed` is the quantity being typed for the line in front. `member` is who brings goods
    without a receipt, where they are named; `as_credit` keeps their money as store credit. The id
    is made once, so that a second Enter repeats nothing."""

    step: Step
    refund_id: UUID = field(default_factory=uuid7)
    sale: Returnable | None = None
    voids: bool = False
    chosen: tuple[ReturnLine, ...] = ()
    open_lines: tuple[OpenReturn, ...] = ()
    member: NamedMember | None = None
    as_credit: bool = False
    current: int = 0
    typed: str = ""
    in_cash: bool = False
    restock: bool = True
    reason: str = ""
    preview: RefundPreview | None = None
    done: RefundDone | None = None

    # --- what is there to choose ----------------------------------------------------

    @property
    def lines(self) -> tuple[ReturnableLine, ...]:
        """The lines of the sale; none without a receipt."""
        return () if self.sale is None else self.sale.lines

    @property
    def count(self) -> int:
        """How many rows the arrows move over."""
        return len(self.lines) if self.sale is not None else len(self.open_lines)

    def returning(self, position: int) -> int:
        """How much of a line comes back, in thousandths."""
        return dict(self.chosen).get(position, 0)

    @property
    def anything(self) -> bool:
        """Whether anything comes back."""
        return bool(self.chosen or self.open_lines)

    @property
    def everything(self) -> bool:
        """Whether all that is left of the sale comes back."""
        return bool(self.lines) and all(
            self.returning(line.position) == line.left_milli for line in self.lines
        )

    @property
    def with_money(self) -> bool:
        """Whether it can be handed out in another way: a part was paid by something else, which
        cash may replace; a member without a receipt may keep it as store credit."""
        if self.preview is None:
            return False
        if self.sale is None:
            return self.member is not None
        handed = {TenderKind.BANK_CARD, TenderKind.WECHAT, TenderKind.ALIPAY, TenderKind.OTHER}
        return self.in_cash or any(tender.kind in handed for tender in self.preview.tenders)

    # --- choosing ---------------------------------------------------------------------

    def move(self, step: int) -> ReturnDesk:
        """Go to the row above or below."""
        at = max(0, min(self.count - 1, self.current + step))
        return replace(self, current=at, typed="")

    def everything_left(self) -> ReturnDesk:
        """Take back all that is left."""
        lines = tuple(
            ReturnLine(line.position, line.left_milli) for line in self.lines if line.left_milli
        )
        return replace(self, chosen=lines, typed="")

    def put(self, position: int, quantity_milli: int) -> ReturnDesk:
        """Take so much of a line back; nothing takes it out, and never more than is left."""
        left = next((line.left_milli for line in self.lines if line.position == position), 0)
        others = tuple(line for line in self.chosen if line.position != position)
        wanted = max(0, min(left, quantity_milli))
        return replace(self, chosen=(*others, ReturnLine(position, wanted)) if wanted else others)

    def step_current(self, step: int) -> ReturnDesk:
        """One more or one less of the line in front; a weighed one comes back whole or not."""
        if self.sale is None:
            return self._step_open(step)
        if not self.lines:
            return self
        line = self.lines[self.current]
        if line.weighed:
            return replace(self.put(line.position, line.left_milli if step > 0 else 0), typed="")
        wanted = self.returning(line.position) + step * MILLI
        return replace(self.put(line.position, wanted), typed="")

    def turn_current(self) -> ReturnDesk:
        """All of the line in front, or none of it."""
        if not self.lines:
            return self
        line = self.lines[self.current]
        wanted = 0 if self.returning(line.position) else line.left_milli
        return replace(self.put(line.position, wanted), typed="")

    def type(self, sign: str) -> ReturnDesk:
        """A digit or a point of the quantity of the line in front."""
        typed = self.typed + sign
        milli = parse_milli(typed.removesuffix("."))
        if milli is None or not self.count:
            return self
        if self.sale is None:
            return replace(self._open_put(self.current, milli), typed=typed)
        line = self.lines[self.current]
        if not line.weighed and milli % MILLI and line.left_milli % MILLI == 0:
            return self
        return replace(self.put(line.position, milli), typed=typed)

    def scanned(self, code: str) -> ReturnDesk | None:
        """One more of the line whose goods were scanned; None where none is left of any."""
        plain = cleaned(code)
        for at, line in enumerate(self.lines):
            room = line.left_milli - self.returning(line.position)
            if line.barcode and line.barcode in (code.strip(), plain) and room > 0:
                more = min(room, room if line.weighed else MILLI)
                put = self.put(line.position, self.returning(line.position) + more)
                return replace(put, current=at, typed="")
        return None

    # --- without a receipt --------------------------------------------------------------

    def add_open(self, line: CartLine) -> ReturnDesk:
        """Goods that nobody can show a receipt for, at today's price."""
        item = line.item
        for at, had in enumerate(self.open_lines):
            if had.product_id is not None and had.product_id == item.product_id:
                return self._open_put(at, had.quantity_milli + line.quantity_milli)
        price = item.unit_price_minor
        total = line.gross_minor
        made = OpenReturn(
            item.name,
            line.quantity_milli,
            _priced(price, line.quantity_milli) if total is None else total,
            item.product_id,
            item.category,
            item.barcode,
            item.weighed,
            item.tax_rate_bp,
        )
        lines = (*self.open_lines, made)
        return replace(self, open_lines=lines, current=len(lines) - 1, typed="")

    def _step_open(self, step: int) -> ReturnDesk:
        if not self.open_lines:
            return self
        line = self.open_lines[self.current]
        return self._open_put(self.current, line.quantity_milli + step * MILLI)

    def _open_put(self, at: int, milli: int) -> ReturnDesk:
        line = self.open_lines[at]
        if milli <= 0:
            lines = (*self.open_lines[:at], *self.open_lines[at + 1 :])
            return replace(self, open_lines=lines, current=max(0, min(at, len(lines) - 1)))
        # What one costs is kept; the total follows the quantity.
        total = (2 * line.total_minor * milli + line.quantity_milli) // (2 * line.quantity_milli)
        changed = line._replace(quantity_milli=milli, total_minor=total)
        lines = (*self.open_lines[:at], changed, *self.open_lines[at + 1 :])
        return replace(self, open_lines=lines, current=at)

    def name(self, member: NamedMember | None) -> ReturnDesk:
        """The goods are this member's; None for nobody's."""
        return replace(self, member=member, as_credit=self.as_credit and member is not None)

    # --- what is asked of the shop --------------------------------------------------------

    @property
    def draft(self) -> RefundDraft:
        """The return as it is asked for."""
        whole = self.everything or self.voids
        return RefundDraft(
            refund_id=self.refund_id,
            sale_id=None if self.sale is None else self.sale.receipt.sale_id,
            lines=() if whole else self.chosen,
            reason=self.reason.strip(),
            open_lines=self.open_lines,
            member_id=None if self.member is None else self.member.member_id,
            tenders=self._handed_out(),
            restock=self.restock,
        )

    def _handed_out(self) -> tuple[Tender, ...] | None:
        """How all of it is handed out; None for the usual way."""
        if self.as_credit:
            return (Tender(TenderKind.STORE_CREDIT, 0),)
        return (Tender(TenderKind.CASH, 0),) if self.in_cash else None


def _priced(price_minor: int, milli: int) -> int:
    """The price of a quantity, half up."""
    return (2 * price_minor * milli + MILLI) // (2 * MILLI)
