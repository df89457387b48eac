"""Returns: a sale taken back whole, by line or by quantity, or voided while its session is open.

What is refunded is reckoned from what came back before it, read inside the transaction that
writes it: nothing goes back twice, by any path, from any till.
"""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from app.errors import (
    FieldInvalid,
    NothingToReturn,
    RefundIdTaken,
    RefundUnknown,
    ReturnTooMuch,
    SaleIdTaken,
    StorageFailed,
    VoidRefused,
)
from app.models import refunds as stored
from app.models import sales as stored_sales
from app.models.database import Row
from app.models.merges import owner
from app.services.as_written import as_written
from app.services.checkout import Checkout
from app.services.desk import Approval, Desk, audit
from app.services.ids import uuid7
from app.services.refund_plan import Plan, Planner
from app.services.refund_reading import SoldSale, read_sold, whose_sale
from app.services.refund_rows import refund_done
from app.services.refund_writing import RefundAt, write_refund
from app.services.rules.cart import Cart
from app.services.rules.codes import (
    cleaned,
    read_refund_code,
    read_refund_number,
    receipt_number,
)
from app.services.rules.days import from_millis
from app.services.rules.powers import Power
from app.services.rules.quote import Quote
from app.services.rules.receipt import Receipt
from app.services.rules.refund import (
    RefundDone,
    RefundDraft,
    RefundPreview,
    Returnable,
    ReturnableLine,
)
from app.services.rules.tenders import Tender, TenderKind
from app.services.sales import Sales
from app.services.sessions import open_session, session_of
from app.services.takings import checked_reason


class Exchanged(NamedTuple):
    """Goods that came back, and those that went for them."""

    refund: RefundDone
    receipt: Receipt


class _Asked(NamedTuple):
    """A return as it is to be done: `kind` is `refund` or `void`."""

    kind: str
    draft: RefundDraft
    approval: Approval | None
    mark: str


class Refunds:
    """Every method is one verb and one transaction, safe to repeat."""

    def __init__(self, desk: Desk, sales: Sales, checkout: Checkout) -> None:
        self._desk = desk
        self._sales = sales
        self._checkout = checkout
        self._planner = Planner(desk)

    # --- looking --------------------------------------------------------------------

    def returnable(self, text: str) -> Returnable:
        """The sale with this receipt number or code, and what of it may still come back.

        Raises SaleUnknown.
        """
        receipt = self._sales.receipt(text)
        return self._desk.database.read_transaction(lambda: self._returnable(receipt.sale_id))

    def preview(self, draft: RefundDraft, kind: str = "refund") -> RefundPreview:
        """Every consequence of a return; nothing is written, and nobody's permission is asked.

        Raises SaleUnknown, NothingToReturn, ReturnTooMuch, ReturnLineUnknown, ReturnLineTwice,
        TipStays, RefundTendersWrong, RefundTenderRefused, VoidRefused, FieldInvalid.
        """

        def work() -> RefundPreview:
            with as_written(self._desk.database):
                day = self._desk.business_date(self._moment(draft.sale_id))
                check = self._check_void if kind == "void" else None
                return self._planner.plan(draft, day, check).preview

        return self._desk.database.read_transaction(work)

    def of_sale(self, sale_id: UUID) -> tuple[RefundDone, ...]:
        """Every refund of a sale, oldest first."""
        with as_written(self._desk.database):
            rows = stored.of_sale(self._desk.database, sale_id.bytes)
            return tuple(refund_done(self._desk, row) for row in rows)

    def by_id(self, refund_id: UUID) -> RefundDone | None:
        """The refund of an id; None where there is no such."""
        with as_written(self._desk.database):
            row = stored.by_id(self._desk.database, refund_id.bytes)
            return None if row is None else refund_done(self._desk, row)

    def by_number(self, text: str) -> RefundDone:
        """The refund with this number (`RA0-000001`) or code. Raises RefundUnknown."""
        found = read_refund_code(cleaned(text)) or read_refund_number(text)
        with as_written(self._desk.database):
            row = None if found is None else stored.by_number(self._desk.database, *found)
            if row is None:
                raise RefundUnknown(text.strip()[:40])
            return refund_done(self._desk, row)

    # --- doing ----------------------------------------------------------------------

    def refund(self, draft: RefundDraft, approval: Approval | None = None) -> RefundDone:
        """Take goods back: money, points, coupons, stock and seal in one transaction.

        A repeated id returns the first refund. Raises what `preview` raises, NeedsApproval,
        RefundIdTaken.
        """
        if draft.sale_id is None and not draft.reason.strip():
            raise FieldInvalid("reason", "required")
        return self._once("refund", draft, approval)

    def void(
        self,
        number: str,
        reason: str = "",
        approval: Approval | None = None,
        refund_id: UUID | None = None,
    ) -> RefundDone:
        """Undo a whole sale of the session that is still open (rule 29).

        Raises SaleUnknown, VoidRefused, NeedsApproval, RefundIdTaken.
        """
        sale_id = self._sales.receipt(number).sale_id
        draft = RefundDraft(refund_id or uuid7(), sale_id, reason=reason)
        return self._once("void", draft, approval)

    def exchange(
        self,
        draft: RefundDraft,
        sale_id: UUID,
        cart: Cart,
        quote: Quote | None,
        tenders: tuple[Tender, ...],
        *,
        approval: Approval | None = None,
    ) -> Exchanged:
        """Take goods back and sell others for them, both or neither; a repeat does it once.

        The money that comes back pays for `cart` first, as a tender of its own; `tenders` pay
        what is still due, what is left over goes back as the first sale was paid. Kept money and
        points go back to where they are kept and may pay again. Raises as `refund` and as
        `Checkout.complete`.
        """
        draft = replace(
            draft, exchange=sale_id, reason=checked_reason(draft.reason, required=False)
        )
        asked = _Asked("refund", draft, approval, _fingerprint("refund", draft))

        def work() -> Exchanged:
            self._check_unsold(draft.refund_id, sale_id)
            due = (quote or self._checkout.quote(cart)).total_minor - sum(
                tender.amount_minor for tender in tenders if tender.kind is not TenderKind.CASH
            )
            done = self._do(asked, max(0, due))
            paid = next((t for t in done.tenders if t.kind is TenderKind.EXCHANGE), None)
            receipt = self._checkout.complete_exchange(
                sale_id, cart, quote, (tenders, paid), approval
            )
            return Exchanged(self.by_id(draft.refund_id) or done, receipt)

        try:
            return self._desk.transaction(work)
        except StorageFailed:
            done, receipt = self.by_id(draft.refund_id), self._sales.by_id(sale_id)
            if done is None or receipt is None:
                raise
            self._desk.database.settle()
            return Exchanged(done, receipt)
        except (ReturnTooMuch, NothingToReturn):
            self._note_attempt(asked)
            raise

    def _once(self, kind: str, draft: RefundDraft, approval: Approval | None) -> RefundDone:
        reason = checked_reason(draft.reason, required=False)
        draft = replace(draft, reason=reason)
        asked = _Asked(kind, draft, approval, _fingerprint(kind, draft))
        try:
            return self._desk.transaction(lambda: self._do(asked, 0))
        except StorageFailed:
            # A commit that reported an I/O error may be there after all, as for a sale.
            found = self.by_id(draft.refund_id)
            if found is None:
                raise
            self._desk.database.settle()
            return found
        except (ReturnTooMuch, NothingToReturn):
            self._note_attempt(asked)
            raise

    def _do(self, asked: _Asked, exchange_up_to: int) -> RefundDone:
        desk, draft = self._desk, asked.draft
        first = stored.by_id(desk.database, draft.refund_id.bytes)
        if first is not None:
            return self._first(first, asked.mark)
        at = self._moment(draft.sale_id)
        day = desk.business_date(at)
        member_id = self._whose(draft)
        if member_id is not None:
            desk.before_spending(member_id)
        with as_written(desk.database):
            check = self._check_void if asked.kind == "void" else None
            plan = self._planner.plan(draft, day, check, exchange_up_to)
        approved_by = self._permitted(asked, plan)
        where = RefundAt(
            draft=draft,
            kind=asked.kind,
            at=at,
            day=day,
            session_id=session_of(desk, day, at),
            sequence=stored.last_sequence(desk.database, desk.till.till_id.bytes) + 1,
            approved_by=approved_by,
            fingerprint=asked.mark,
        )
        write_refund(desk, plan, where)
        row = stored.by_id(desk.database, draft.refund_id.bytes)
        assert row is not None
        return refund_done(desk, row)

    def _first(self, row: Row, mark: str) -> RefundDone:
        """What this id did before; another return under it is refused."""
        done = refund_done(self._desk, row)
        if row[23] != mark:
            raise RefundIdTaken(done.number)
        return done

    def _permitted(self, asked: _Asked, plan: Plan) -> UUID | None:
        """Who agreed, where the person at the till may not do it alone.

        What they gave back of the same sale before counts, so that no limit is passed in pieces.
        """
        desk, total = self._desk, plan.preview.total_minor
        if asked.kind == "void":
            power, amount = Power.VOID, 0
        elif plan.sold is None:
            power, amount = Power.REFUND_WITHOUT_RECEIPT, total
        else:
            sale, staff = plan.sold.sale_id.bytes, desk.staff.staff_id.bytes
            power, amount = Power.REFUND, total + stored.alone_minor(desk.database, sale, staff)
        approved_by = desk.require(power, amount, asked.approval)
        instead = plan.paid.cash_instead_minor
        if instead and approved_by is None:
            # Whoever approved the return has seen that it is paid in cash.
            approved_by = desk.require(Power.PAY_OUT, instead, asked.approval)
        return approved_by

    # --- small questions --------------------------------------------------------------

    def _moment(self, sale_id: UUID | None) -> datetime:
        """Now, though never before the sale: a clock set back puts no return ahead of it."""
        now = self._desk.now()
        row = None if sale_id is None else self._sale(sale_id)
        return now if row is None else max(now, from_millis(row[6], self._desk.zone))

    def _sale(self, sale_id: UUID) -> Row | None:
        return stored_sales.sale_by_id(self._desk.database, sale_id.bytes)

    def _whose(self, draft: RefundDraft) -> UUID | None:
        """The member that a return is about, as they are now."""
        if draft.sale_id is None:
            named = draft.member_id
            return None if named is None else UUID(bytes=owner(self._desk.database, named.bytes))
        row = self._sale(draft.sale_id)
        return None if row is None else whose_sale(self._desk, row)[1]

    def _check_void(self, sold: SoldSale) -> None:
        why_not = self._why_no_void(sold)
        if why_not:
            raise VoidRefused(sold.number, why_not)

    def _why_no_void(self, sold: SoldSale) -> str:
        if sold.refunds:
            return "voided_before" if sold.refunds[-1][1] == "void" else "partly_returned"
        if sold.row[1] != self._desk.till.till_id.bytes:
            return "of_another_till"
        today = self._desk.business_date(self._moment(sold.sale_id))
        now = open_session(self._desk, today)
        return "" if now is not None and now.bytes == sold.row[3] else "session_closed"

    def _check_unsold(self, refund_id: UUID, sale_id: UUID) -> None:
        """What comes back would pay for nothing, had the sale been made before without it."""
        row = self._sale(sale_id)
        if row is not None and stored.by_id(self._desk.database, refund_id.bytes) is None:
            raise SaleIdTaken(receipt_number(row[-2], row[2]))

    def _returnable(self, sale_id: UUID) -> Returnable:
        receipt = self._sales.by_id(sale_id)
        row = self._sale(sale_id)
        assert receipt is not None
        assert row is not None
        with as_written(self._desk.database):
            sold = read_sold(self._desk, row)
            return Returnable(
                receipt=receipt,
                lines=tuple(
                    ReturnableLine(
                        line.position,
                        line.row[3],
                        line.sold_milli,
                        line.back_milli,
                        line.left_milli,
                        line.total_minor - line.back_minor,
                        bool(line.row[7]),
                        line.row[5],
                        line.tip,
                    )
                    for line in sold.lines
                ),
                refunds=tuple(refund_done(self._desk, each) for each in sold.refunds),
                left_minor=sold.base_minor - sold.back_minor,
                why_no_void=self._why_no_void(sold),
            )

    def _note_attempt(self, asked: _Asked) -> None:
        """More was to be taken back than was sold: that smells, so it is kept."""
        desk, draft = self._desk, asked.draft
        desk.transaction(lambda: audit(desk, "refund.too_much", draft.sale_id, why=draft.reason))


def _fingerprint(kind: str, draft: RefundDraft) -> str:
    """Tells a repeat from another return under the same id."""
    parts = [kind, str(draft.sale_id), str(draft.member_id), str(draft.exchange)]
    parts += [f"{line.position} {line.quantity_milli}" for line in sorted(draft.lines)]
    parts += [f"{line!r}" for line in draft.open_lines]
    if draft.tenders is not None:
        parts += [f"{t.kind.value} {t.amount_minor} {t.reference!r}" for t in draft.tenders]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
