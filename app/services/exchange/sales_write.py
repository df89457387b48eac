"""Imported sales become rows: on a till and in a session of their own, sealed like any other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from uuid import UUID

from app.errors import FieldInvalid
from app.models import bulk
from app.models import members as stored_members
from app.models import sales as stored
from app.models import settings as stored_settings
from app.services.desk import Desk
from app.services.exchange.amounts import PaidBy
from app.services.exchange.pace import Pace
from app.services.exchange.plan import Tally
from app.services.exchange.sale_cells import SaleLineIn
from app.services.ids import uuid7
from app.services.member_drafts import new_member
from app.services.member_types import MemberDraft
from app.services.members import Members
from app.services.rules.cart import Cart, CartLine, Item, MemberFacts
from app.services.rules.days import to_millis
from app.services.rules.earning import earned_by
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.tenders import Settlement, Tender, TenderKind, earn_base, settle
from app.services.sale_ledgers import SaleHeader
from app.services.sale_rows import sale_rows
from app.services.seals import SealChain, sale_form

_CHUNK = 500
# Amounts stand as given: nothing is added, nothing rounded.
_AS_GIVEN = PriceTerms(prices_include_tax=True, cash_step_minor=1)


@dataclass(slots=True)
class SaleIn:
    """One sale as it will be recorded."""

    sale_id: UUID
    sold_at: datetime
    member: bytes | None
    source_receipt: str
    lines: list[SaleLineIn]
    paid: tuple[Tender, ...] = ()
    unearned_minor: int = 0

    def settle(self) -> None:
        """Find out how it was paid, and which part earns nothing. Raises FieldInvalid."""
        self.paid, self.unearned_minor = self._tenders()

    @property
    def total_minor(self) -> int:
        """What its lines come to."""
        return sum(line.total_minor for line in self.lines)

    def _tenders(self) -> tuple[tuple[Tender, ...], int]:
        """(how it was paid, the part that earns nothing). Raises FieldInvalid.

        Where each row names one way without an amount, each pays its row; amounts are those
        of the whole sale, and every row repeats them.
        """
        ways = {line.tenders: None for line in self.lines if line.tenders}
        if any(paid.amount_minor is not None for way in ways for paid in way):
            return self._with_amounts(list(ways))
        parts: Counter[tuple[TenderKind, str, bool]] = Counter()
        common = next(iter(ways)) if ways else ()
        for line in self.lines:
            way = line.tenders or common
            if len(way) > 1:
                raise FieldInvalid("tender", "tenders_differ")
            kind, reference, earns = (
                (way[0].kind, way[0].reference, way[0].earns)
                if way
                else (TenderKind.OTHER, "", True)
            )
            parts[kind, reference, earns] += line.total_minor
        paid = tuple(Tender(kind, part, text) for (kind, text, _), part in parts.items() if part)
        return paid, sum(part for (_, _, earns), part in parts.items() if not earns)

    def _with_amounts(self, ways: list[tuple[PaidBy, ...]]) -> tuple[tuple[Tender, ...], int]:
        if len(ways) != 1:
            raise FieldInvalid("tender", "tenders_differ")
        paid = []
        for part in ways[0]:
            if part.amount_minor is None:
                raise FieldInvalid("tender", "tenders_differ")
            paid.append(Tender(part.kind, part.amount_minor, part.reference))
        if sum(tender.amount_minor for tender in paid) != self.total_minor:
            raise FieldInvalid("tender", "tenders_differ")
        unearned = sum(part.amount_minor or 0 for part in ways[0] if not part.earns)
        return tuple(tender for tender in paid if tender.amount_minor), unearned


@dataclass(slots=True)
class _Buyer:
    """What the import knows of a member, and what it adds to their stored figures."""

    facts: MemberFacts
    points: int
    earned: int = 0
    spent_minor: int = 0
    last_visit_at: int = 0


class SaleWriter:
    """Writes sales in their order, inside the import's transaction."""

    def __init__(self, desk: Desk, members: Members, tally: Tally) -> None:
        self._desk = desk
        self._members = members
        self._tally = tally
        self._buyers: dict[bytes, _Buyer] = {}
        # What was paid stands in the file: no offer of ours changes it any more.
        self._scheme = replace(desk.scheme, promotions=(), coupons=(), plan_needed=False)

    def write(self, sales: Sequence[SaleIn], missing: Mapping[bytes, str], pace: Pace) -> None:
        """Write `sales`, oldest first, and those of the `missing` members who bought."""
        if not sales:
            return
        self._add_members(sales, missing)
        till_id, till_number = self._till()
        session_id = uuid7()
        now_ms = self._desk.now_ms()
        today = self._desk.today().isoformat()
        database = self._desk.database
        stored_settings.start_session(database, session_id.bytes, till_id.bytes, today, now_ms)
        place = SaleHeader(
            sale_id=session_id,
            till_id=till_id,
            till_number=till_number,
            sequence=stored.last_sequence(database, till_id.bytes),
            session_id=session_id,
            staff_id=self._desk.staff.staff_id,
            sold_at=sales[0].sold_at,
            business_date=self._desk.today(),
            scheme_version=self._desk.scheme.version,
        )
        chain = SealChain(database, till_id.bytes)
        for start in range(0, len(sales), _CHUNK):
            place = self._write_chunk(sales[start : start + _CHUNK], place, chain, pace)
        bulk.close_session(database, session_id.bytes, now_ms)
        self._write_figures()
        self._tally.sales += len(sales)

    def _write_chunk(
        self, sales: Sequence[SaleIn], place: SaleHeader, chain: SealChain, pace: Pace
    ) -> SaleHeader:
        written, visits = [], []
        for sale in sales:
            buyer = None if sale.member is None else self._buyer(sale.member)
            place = place._replace(
                sale_id=sale.sale_id,
                sequence=place.sequence + 1,
                sold_at=sale.sold_at,
                business_date=self._desk.business_date(sale.sold_at),
                points_before=0 if buyer is None else buyer.points,
                source_receipt=sale.source_receipt,
            )
            rows = self._rows(sale, place, buyer)
            chain.add("sale", sale.sale_id.bytes, sale_form(rows))
            written.append(rows)
            if sale.member is not None:
                day = place.business_date.isoformat()
                at = to_millis(sale.sold_at)
                visits.append((uuid7().bytes, sale.member, "sale", at, day))
            self._tally.added += len(sale.lines)
            pace.step(len(sale.lines))
        stored.insert_sales(self._desk.database, written)
        bulk.insert_visits(self._desk.database, visits)
        chain.write()
        return place

    def _rows(self, sale: SaleIn, place: SaleHeader, buyer: _Buyer | None) -> stored.SaleRows:
        cart = Cart(
            lines=tuple(_cart_line(index, line) for index, line in enumerate(sale.lines, 1)),
            member=None if buyer is None else buyer.facts,
        )
        quote = price(cart, self._scheme, _AS_GIVEN, self._desk.moment(sale.sold_at))
        settlement = settle(cart, quote, sale.paid, self._scheme, _AS_GIVEN)
        if sale.unearned_minor and settlement.points_earned:
            settlement = self._less(cart, settlement, quote, sale.unearned_minor)
        if buyer is not None:
            buyer.points += settlement.points_earned
            buyer.earned += settlement.points_earned
            buyer.spent_minor += settlement.total_minor
            buyer.last_visit_at = max(buyer.last_visit_at, to_millis(sale.sold_at))
        return sale_rows(place, cart, quote, settlement, sale.paid)

    def _less(
        self, cart: Cart, settlement: Settlement, quote: Quote, unearned_minor: int
    ) -> Settlement:
        """The settlement without points on what was paid with points or gifts (rule 9)."""
        base = replace(earn_base(quote, _AS_GIVEN), unearned_minor=unearned_minor)
        earned = earned_by(self._scheme, cart.member, base, quote.moment)
        return settlement._replace(
            points_earned=earned.points,
            points_by_line=earned.by_line,
            qualifying_points=earned.qualifying_points,
        )

    def _buyer(self, member_id: bytes) -> _Buyer:
        buyer = self._buyers.get(member_id)
        if buyer is None:
            row = stored.member_facts(self._desk.database, member_id)
            assert row is not None
            facts = MemberFacts(UUID(bytes=member_id), row[4], row[3] != "active")
            buyer = self._buyers[member_id] = _Buyer(facts, row[4])
        return buyer

    def _write_figures(self) -> None:
        """Bring every buyer's stored points, spend and visits in step with their ledgers."""
        rows = [
            (buyer.earned, buyer.spent_minor, buyer.last_visit_at, member_id)
            for member_id, buyer in self._buyers.items()
        ]
        bulk.add_to_summaries(self._desk.database, rows)

    def _add_members(self, sales: Sequence[SaleIn], missing: Mapping[bytes, str]) -> None:
        """Make the members that only the file knows; they joined with their first sale."""
        joined: dict[bytes, date] = {}
        for sale in sales:
            if sale.member is not None and sale.member in missing:
                joined.setdefault(sale.member, self._desk.business_date(sale.sold_at))
        context = self._members.draft_context()
        waiting = iter(joined.items())
        while chunk := list(islice(waiting, _CHUNK)):
            made = []
            for member_id, day in chunk:
                number = missing[member_id]
                draft = MemberDraft(name=number, number=number, joined_on=day)
                member, _ = new_member(
                    draft, context, member_id=UUID(bytes=member_id), number=number
                )
                made.append(member)
            stored_members.insert_members(self._desk.database, made)
        self._tally.members += len(joined)

    def _till(self) -> tuple[UUID, int]:
        """The till of imports, made with the first of them."""
        found = bulk.import_till(self._desk.database)
        if found is not None:
            return UUID(bytes=found[0]), int(found[1])
        till_id = uuid7()
        number = stored_settings.add_till(
            self._desk.database, till_id.bytes, "", "import", self._desk.now_ms()
        )
        return till_id, number


def _cart_line(position: int, line: SaleLineIn) -> CartLine:
    return CartLine(
        line_id=UUID(int=position),
        item=Item(
            name=line.name,
            unit_price_minor=line.unit_price_minor,
            product_id=line.product_id,
            category=line.category,
            barcode=line.barcode,
        ),
        quantity_milli=line.quantity_milli,
        gross_minor=line.total_minor,
    )
