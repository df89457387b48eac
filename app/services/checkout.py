"""The till: price a basket, complete it once and durably, park it, claim its points late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.errors import (
    CartEmpty,
    FieldInvalid,
    HeldSaleUnknown,
    NotEnoughPoints,
    SaleIdTaken,
    StorageFailed,
)
from app.models import sales as stored
from app.models.database import Row
from app.models.sales import SaleRows
from app.models.visits import add_visit
from app.services.as_written import as_written
from app.services.buyers import Buyer, buyer_of, member_now
from app.services.cart_json import dump_cart, load_cart
from app.services.cart_prices import no_longer_sold, price_changes, refreshed
from app.services.desk import Approval, Desk
from app.services.facts import points_lots
from app.services.held_sales import HeldSale, Recalled
from app.services.ids import id_bytes, uuid7
from app.services.loyalty import Loyalty
from app.services.rules.cart import Cart, LaidDeposit, MemberFacts
from app.services.rules.days import CLOCK_TOLERANCE, Moment, from_millis
from app.services.rules.points import allocate
from app.services.rules.powers import Power
from app.services.rules.pricing import Quote, price
from app.services.rules.receipt import Receipt, ReceiptCoupon
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import Tender
from app.services.sale_ledgers import SaleHeader, spent_minor
from app.services.sale_powers import require_for_sale
from app.services.sale_rows import (
    ReceiptContext,
    fingerprint,
    receipt_from_rows,
    sale_rows,
    served_names,
    told_by,
)
from app.services.sales import Sales
from app.services.seals import SealChain, sale_form
from app.services.sessions import session_of
from app.services.stock_rows import stock_sold
from app.services.tender_checks import LEDGER_KINDS, check_tender, noted, settled
from app.services.texts import LABEL_LENGTH, checked_text

if TYPE_CHECKING:
    from app.services.sale_side import SaleSide


class _Made(NamedTuple):
    """When a sale is made, and under which scheme: asked once, so that no midnight parts it."""

    at: datetime
    moment: Moment
    scheme: Scheme


class Checkout:
    """Every method is one verb and one transaction, safe to repeat."""

    def __init__(self, desk: Desk, sales: Sales, loyalty: Loyalty) -> None:
        self._desk = desk
        self._sales = sales
        self._loyalty = loyalty

    def quote(self, cart: Cart, at: datetime | None = None) -> Quote:
        """Price a basket under the scheme and terms in force, now or as of `at`."""
        desk = self._desk
        return price(cart, desk.scheme, desk.terms, desk.moment(at))

    def complete(
        self,
        sale_id: UUID,
        cart: Cart,
        quote: Quote | None,
        tenders: tuple[Tender, ...],
        *,
        at: datetime | None = None,
        approval: Approval | None = None,
    ) -> Receipt:
        """Record the sale, its points and its seal; a repeated `sale_id` returns the first receipt.

        `at` dates a sale that was made earlier. Raises FieldInvalid where that lies in the
        future (today's noon does not), PriceChanged where the basket no longer
        costs what `quote` says, CartEmpty, TendersShort, TendersOver, TenderInvalid,
        NotEnoughPoints, MemberFrozen, MemberArchived, AmountTooLarge, SaleIdTaken, SaleBarred,
        and as `SaleSide` where coupons, rewards, passes or kept money are used.
        """
        tenders = tuple(map(noted, tenders))
        mark = fingerprint(cart, tenders)
        try:
            return self._desk.transaction(
                lambda: self._complete(sale_id, cart, quote, tenders, at, mark, approval)
            )
        except StorageFailed:
            # A commit that reported an I/O error may be there after all: look the id up in the
            # reopened file, and say yes only once it is on the disk.
            found = self._sales.by_id(sale_id)
            if found is None:
                raise
            self._desk.database.settle()
            return found

    def allowed_discount(
        self, rate_bp: int, *, approval: Approval | None = None
    ) -> Approval | None:
        """A word that lets one sale have a discount by hand of up to this rate, in basis points.

        For asking when the discount is given: the sale uses the word. None where the person at
        the till needs none. Writes nothing. Raises NeedsApproval.
        """
        desk = self._desk
        approver = desk.require(Power.DISCOUNT, rate_bp, approval)
        if approver is None:
            return None
        return desk.approvals.issue(Approval(approver, Power.DISCOUNT, rate_bp, uuid7()))

    def complete_exchange(
        self,
        sale_id: UUID,
        cart: Cart,
        quote: Quote | None,
        paid: tuple[tuple[Tender, ...], Tender | None],
        approval: Approval | None = None,
    ) -> Receipt:
        """The sale of an exchange, inside the caller's transaction: `paid` are its tenders, and
        the one that goods brought back stand for. Raises as `complete`."""
        tenders = tuple(map(noted, paid[0]))
        mark = fingerprint(cart, tenders)
        return self._complete(sale_id, cart, quote, tenders, None, mark, approval, paid[1])

    def _complete(
        self,
        sale_id: UUID,
        cart: Cart,
        quote: Quote | None,
        tenders: tuple[Tender, ...],
        at: datetime | None,
        mark: str,
        approval: Approval | None,
        exchanged: Tender | None = None,
    ) -> Receipt:
        desk, made = self._desk, self._made(at)
        day = made.moment.day
        found = self._before(sale_id, cart, day)
        if found.exists:
            return self._first_receipt(sale_id, mark)
        buyer = buyer_of(desk, self._loyalty, cart, day, found.merged_into)
        current = refreshed(
            desk.database, replace(cart, member=None if buyer is None else buyer.facts)
        )
        side, kept = self._side(made.scheme, current, tenders), None
        if side is not None:
            current, kept = side.prepared(current, tenders, day, approval)
            tenders = kept.tenders
        by = made.scheme, desk.terms
        fresh = price(current, *by, made.moment)
        if side is not None:
            side.check(current, fresh)
        require_for_sale(desk, sale_id, current, fresh)
        for tender in tenders:
            check_tender(tender, current)
        if exchanged is not None:
            tenders = (exchanged, *tenders)
        settlement = settled(current, fresh, tenders, quote, by)
        header = self._header(sale_id, found, made, mark, buyer)
        lots = self._spent_lots(buyer, settlement.points_spent, day)
        rows = sale_rows(header, current, fresh, settlement, tenders, lots)
        if side is not None and kept is not None:
            side.add_entries(rows.ledgers, header, current, fresh, kept)
        if found.keeps_stock:
            stock_sold(desk.database, rows, desk.now_ms())
        self._write(rows, spent_minor(settlement, tenders))
        if side is not None and buyer is not None:
            side.grant(header, buyer.facts.member_id, fresh.total_minor - fresh.tips_minor)
        brought = () if side is None else side.brought(rows.ledgers, sale_id)
        told = told_by(header, current, fresh, settlement)
        return receipt_from_rows(rows, self._context(header, buyer, rows, brought), told)

    def _context(
        self,
        header: SaleHeader,
        buyer: Buyer | None,
        rows: SaleRows,
        brought: tuple[ReceiptCoupon, ...],
    ) -> ReceiptContext:
        return ReceiptContext(
            till_number=header.till_number,
            staff=self._desk.staff.name,
            zone=self._desk.zone,
            member=None if buyer is None else (buyer.number, buyer.name, buyer.phone),
            served=served_names(self._desk.database, rows.lines),
            coupons=brought,
        )

    def _made(self, at: datetime | None) -> _Made:
        desk = self._desk
        sold_at = desk.now() if at is None else at
        moment = desk.moment(sold_at)
        # The scheme is today's, whatever day the sale is dated back to.
        today = moment.day if at is None else desk.today()
        return _Made(sold_at, moment, desk.schemes.in_force(today))

    def _before(self, sale_id: UUID, cart: Cart, day: date) -> stored.BeforeSale:
        desk, buyer = self._desk, cart.member
        buyer_id = None if buyer is None else buyer.member_id.bytes
        till_id = desk.till.till_id.bytes
        return stored.before_sale(desk.database, till_id, day.isoformat(), sale_id.bytes, buyer_id)

    def _first_receipt(self, sale_id: UUID, mark: str) -> Receipt:
        """The receipt of a sale completed before; another basket under its id is refused."""
        first = stored.sale_by_id(self._desk.database, sale_id.bytes)
        assert first is not None
        receipt = self._sales.read(first)
        if first[21] != mark:
            raise SaleIdTaken(receipt.number)
        return receipt

    def member_facts(self, member_id: UUID) -> MemberFacts:
        """What pricing may know of a member now. Raises MemberUnknown."""
        return self._loyalty.facts(member_id)

    def _side(self, scheme: Scheme, cart: Cart, tenders: tuple[Tender, ...]) -> "SaleSide | None":
        """What a sale does beside its price; None where neither scheme nor cart asks for it."""
        if not (
            scheme.tiers or scheme.coupons or scheme.badges or scheme.referral
            or cart.coupons or cart.rewards or cart.passes
            or any(tender.kind in LEDGER_KINDS for tender in tenders)
        ):  # fmt: skip
            return None
        return self._beside

    @cached_property
    def _beside(self) -> "SaleSide":
        from app.services.sale_side import SaleSide

        return SaleSide(self._desk)

    def _header(
        self, sale_id: UUID, found: stored.BeforeSale, made: _Made, mark: str, buyer: Buyer | None
    ) -> SaleHeader:
        desk, sold_at, day, scheme = self._desk, made.at, made.moment.day, made.scheme
        if sold_at > desk.now() + CLOCK_TOLERANCE:
            raise FieldInvalid("at", "in_the_future", f"{sold_at:%Y-%m-%d %H:%M}")
        return SaleHeader(
            sale_id=sale_id,
            till_id=desk.till.till_id,
            till_number=desk.till.number,
            sequence=found.last_sequence + 1,
            session_id=session_of(desk, day, sold_at, found.sessions),
            staff_id=desk.staff.staff_id,
            sold_at=sold_at,
            business_date=day,
            scheme_version=scheme.version,
            points_before=0 if buyer is None else buyer.balance,
            points_terms=scheme.points,
            language=desk.settings.language,
            fingerprint=mark,
        )

    def _spent_lots(
        self, buyer: Buyer | None, points: int, today: date
    ) -> Sequence[tuple[UUID, int]]:
        if buyer is None or not points:
            return ()
        lots = points_lots(self._desk, buyer.facts.member_id.bytes, buyer.last_visit_at)
        pairs = allocate(points, lots, today)
        held = sum(part for _, part in pairs)
        if held < points:
            raise NotEnoughPoints(points, held)
        return pairs

    def _write(self, rows: SaleRows, paid_minor: int) -> None:
        database = self._desk.database
        sale_id, till_id = rows.sale[:2]
        member_id, at_ms, day = rows.sale[5:8]
        stored.insert_sales(database, [rows])
        if member_id is not None:
            first = add_visit(database, member_id, "sale", at_ms, day, id_bytes())
            stored.add_sale_to_summary(
                database, member_id, rows, spent_minor=paid_minor, visits=int(first)
            )
        chain = SealChain(database, till_id)
        chain.add("sale", sale_id, sale_form(rows))
        chain.write()

    # --- parked baskets -------------------------------------------------------

    def hold(self, cart: Cart, label: str = "", held_id: UUID | None = None) -> UUID:
        """Park a basket; nothing is posted to any ledger. Raises CartEmpty, FieldInvalid."""
        held_id, row = self._parked(cart, label, held_id)
        self._desk.transaction(lambda: stored.hold_sale(self._desk.database, row))
        return held_id

    def _parked(self, cart: Cart, label: str, held_id: UUID | None = None) -> tuple[UUID, Row]:
        if not cart.lines:
            raise CartEmpty
        held_id = held_id or uuid7()
        row = (
            held_id.bytes,
            self._desk.till.till_id.bytes,
            None if cart.member is None else cart.member.member_id.bytes,
            checked_text("note", label, LABEL_LENGTH),
            dump_cart(cart),
            self.quote(cart).total_minor,
            self._desk.now_ms(),
        )
        return held_id, row

    def held(self) -> tuple[HeldSale, ...]:
        """The parked baskets, oldest first."""
        with as_written(self._desk.database):
            return tuple(map(self._held, stored.held_sales(self._desk.database)))

    def _deposits_now(self, cart: Cart) -> tuple[LaidDeposit, ...]:
        """The deposits taken for a basket as they stand now; those used up are left out."""
        if not cart.deposits:
            return ()
        from app.services.deposits import laid_now

        return laid_now(self._desk, cart.deposits)

    def _held(self, row: Row) -> HeldSale:
        cart = load_cart(row[3])
        return HeldSale(
            held_id=UUID(bytes=row[0]),
            label=row[1],
            member_name=row[2],
            total_minor=row[4],
            held_at=from_millis(row[5], self._desk.zone),
            pieces_milli=cart.pieces_milli,
            deposit_minor=sum(laid.left_minor for laid in self._deposits_now(cart)),
        )

    def recall(
        self, held_id: UUID, standing: Cart | None = None, standing_label: str = ""
    ) -> Recalled:
        """Take a parked basket back, at today's prices, and park the `standing` one instead.

        Both or neither. Raises HeldSaleUnknown.
        """
        row = None
        if standing is not None and standing.lines:
            row = self._parked(standing, standing_label)[1]

        def work() -> Recalled:
            held = stored.take_held_sale(self._desk.database, held_id.bytes)
            if held is None:
                raise HeldSaleUnknown
            if row is not None:
                stored.hold_sale(self._desk.database, row)
            with as_written(self._desk.database):
                parked = load_cart(held[0])
            back = self.repriced(parked)
            changes = (*back.changes, *no_longer_sold(self._desk.database, back.cart))
            return replace(back, changes=changes, label=held[1], before_minor=held[2])

        return self._desk.transaction(work)

    def repriced(self, cart: Cart) -> Recalled:
        """The basket at today's prices, its member's balance included, and what changed."""
        member = None
        if cart.member is not None:
            member = self.member_facts(member_now(self._desk, cart.member.member_id))
        fresh = refreshed(self._desk.database, replace(cart, member=member))
        if cart.coupons:
            fresh = replace(fresh, coupons=self._beside.coupons_now(cart.coupons))
        if cart.passes:
            fresh = replace(fresh, passes=self._beside.passes_now(cart.passes))
        if cart.deposits:
            fresh = replace(fresh, deposits=self._deposits_now(cart))
        return Recalled(fresh, price_changes(cart, fresh))
