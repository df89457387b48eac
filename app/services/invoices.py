"""Invoices (发票): who is named, asked for at a sale, marked as issued. The tax office's own
program makes the invoice itself; its number is kept here.

A person's title is personal: it stands on their member, on the sale and on its receipt, never in
a log or in the audit trail.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.errors import FieldInvalid, InvoiceNotAsked, InvoiceStands, MemberUnknown, SaleUnknown
from app.models import invoices as stored
from app.models import members as stored_members
from app.models.database import Row
from app.services.as_written import as_written
from app.services.desk import Desk, audit
from app.services.ids import uuid7
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis
from app.services.rules.tax_numbers import TaxNumberShape, folded_tax_number, tax_number_shape
from app.services.texts import checked_text

TITLE_LENGTH = 100
INVOICE_NUMBER_LENGTH = 40
LIST_LENGTH = 1_000


class InvoiceState(StrEnum):
    """Where a sale's invoice stands; the values are stored."""

    ASKED = "asked"
    ISSUED = "issued"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class InvoiceBuyer:
    """Who is named on an invoice. `older`: the tax number is of an older form, without a check."""

    title: str
    tax_number: str = ""
    older: bool = False


@dataclass(frozen=True, slots=True)
class Invoice:
    """The invoice of one sale; `refunded_minor` was given back of its total since."""

    sale_id: UUID
    receipt: str
    sold_at: datetime
    total_minor: int
    refunded_minor: int
    state: InvoiceState
    buyer: InvoiceBuyer
    number: str
    posted_at: datetime


class Invoices:
    """Every method is one verb and one transaction, safe to repeat."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- who is named ----------------------------------------------------------

    def checked(self, title: str, tax_number: str) -> InvoiceBuyer:
        """A buyer as typed. Raises FieldInvalid: `required`, `not_a_tax_number`, `wrong_check`."""
        kept = checked_text("title", title, TITLE_LENGTH, required=True)
        number = folded_tax_number(tax_number)
        shape = tax_number_shape(number, self._desk.settings.region)
        if shape is TaxNumberShape.WRONG:
            raise FieldInvalid("tax_number", "not_a_tax_number", number[:40])
        if shape is TaxNumberShape.WRONG_CHECK:
            raise FieldInvalid("tax_number", "wrong_check", number)
        return InvoiceBuyer(kept, number, shape is TaxNumberShape.OLDER)

    def buyer(self, member_id: UUID) -> InvoiceBuyer | None:
        """Who is named on a member's invoices; None where nothing is kept."""
        with as_written(self._desk.database):
            row = stored.buyer(self._desk.database, member_id.bytes)
        return None if row is None else self._buyer(row[0], row[1])

    def set_buyer(self, member_id: UUID, title: str, tax_number: str) -> InvoiceBuyer | None:
        """Keep a title and tax number on a member; a blank title keeps none.

        Raises FieldInvalid, MemberUnknown.
        """
        if not title.strip() and tax_number.strip():
            raise FieldInvalid("title", "required")
        named = self.checked(title, tax_number) if title.strip() else None
        database = self._desk.database

        def work() -> None:
            if stored_members.member(database, member_id.bytes) is None:
                raise MemberUnknown(str(member_id))
            kept = named or InvoiceBuyer("")
            stored.set_buyer(database, member_id.bytes, kept.title, kept.tax_number)

        self._desk.transaction(work)
        return named

    # --- the invoice of a sale ---------------------------------------------------

    def of_sale(self, sale_id: UUID) -> Invoice | None:
        """The invoice asked for at a sale, as it stands now."""
        with as_written(self._desk.database):
            row = stored.of_sale(self._desk.database, sale_id.bytes)
            return None if row is None else self._invoice(row)

    def ask(
        self, sale_id: UUID, title: str, tax_number: str = "", *, remember: bool = False
    ) -> Invoice:
        """Note that a sale's invoice is asked for; asked again it is corrected.

        `remember` keeps the buyer on the sale's member too. Raises FieldInvalid, SaleUnknown,
        InvoiceStands where it was issued.
        """
        named = self.checked(title, tax_number)

        def work() -> Invoice:
            sale = stored.sale_of(self._desk.database, sale_id.bytes)
            if sale is None:
                raise SaleUnknown(str(sale_id))
            before = self.of_sale(sale_id)
            if before is not None and before.state is InvoiceState.ISSUED:
                raise InvoiceStands(before.number)
            if before is None or (before.state, before.buyer) != (InvoiceState.ASKED, named):
                self._append(sale_id, InvoiceState.ASKED, named)
            if remember and sale[0] is not None:
                stored.set_buyer(self._desk.database, sale[0], named.title, named.tax_number)
            return self._now(sale_id)

        return self._desk.transaction(work)

    def issued(self, sale_id: UUID, number: str) -> Invoice:
        """Mark a sale's invoice as issued, with its number.

        Raises FieldInvalid, InvoiceNotAsked, InvoiceStands where it has another number already.
        """
        kept = checked_text("invoice_number", number, INVOICE_NUMBER_LENGTH, required=True)

        def work() -> Invoice:
            before = self._asked(sale_id)
            if before.state is InvoiceState.ISSUED:
                if before.number != kept:
                    raise InvoiceStands(before.number)
                return before
            self._append(sale_id, InvoiceState.ISSUED, before.buyer, kept)
            audit(self._desk, "invoice.issued", sale_id)
            return self._now(sale_id)

        return self._desk.transaction(work)

    def cancel(self, sale_id: UUID) -> Invoice:
        """No invoice is wanted after all, or the one issued was reversed.

        Raises InvoiceNotAsked.
        """

        def work() -> Invoice:
            before = self._asked(sale_id)
            self._append(sale_id, InvoiceState.CANCELLED, before.buyer, before.number)
            audit(self._desk, "invoice.cancelled", sale_id, before=before.state.value)
            return self._now(sale_id)

        return self._desk.transaction(work)

    def waiting(self) -> tuple[Invoice, ...]:
        """Asked for and not issued yet, the longest waiting first."""
        with as_written(self._desk.database):
            rows = stored.standing(self._desk.database, InvoiceState.ASKED.value, LIST_LENGTH)
            return tuple(map(self._invoice, rows))

    def listed(self) -> tuple[Invoice, ...]:
        """The newest invoices in any state."""
        with as_written(self._desk.database):
            rows = stored.newest(self._desk.database, LIST_LENGTH)
            return tuple(map(self._invoice, rows))

    # --- inside ------------------------------------------------------------------

    def _asked(self, sale_id: UUID) -> Invoice:
        found = self.of_sale(sale_id)
        if found is None or found.state is InvoiceState.CANCELLED:
            raise InvoiceNotAsked
        return found

    def _now(self, sale_id: UUID) -> Invoice:
        found = self.of_sale(sale_id)
        assert found is not None
        return found

    def _append(
        self, sale_id: UUID, state: InvoiceState, named: InvoiceBuyer, number: str = ""
    ) -> None:
        desk = self._desk
        last = stored.of_sale(desk.database, sale_id.bytes)
        stored.add_entry(
            desk.database,
            (
                uuid7().bytes, sale_id.bytes, 1 if last is None else last[11] + 1, state.value,
                named.title, named.tax_number, number, desk.staff.staff_id.bytes, desk.now_ms(),
            ),
        )  # fmt: skip

    def _buyer(self, title: str, tax_number: str) -> InvoiceBuyer:
        shape = tax_number_shape(tax_number, self._desk.settings.region)
        return InvoiceBuyer(title, tax_number, shape is TaxNumberShape.OLDER)

    def _invoice(self, row: Row) -> Invoice:
        zone = self._desk.zone
        return Invoice(
            sale_id=UUID(bytes=row[5]),
            receipt=receipt_number(row[6], row[7]),
            sold_at=from_millis(row[8], zone),
            total_minor=row[9],
            refunded_minor=row[10],
            state=InvoiceState(row[0]),
            buyer=self._buyer(row[1], row[2]),
            number=row[3],
            posted_at=from_millis(row[4], zone),
        )
