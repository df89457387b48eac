"""Points given late for a receipt that named no member (补积分)."""

from dataclasses import dataclass
from uuid import UUID

from app.errors import AlreadyClaimed, ClaimReturned, ClaimTooLate
from app.models import ledgers
from app.models import sales as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.models.visits import record_visit
from app.services.buyers import buyer
from app.services.desk import Approval, Desk, audit
from app.services.ids import uuid7
from app.services.loyalty import Loyalty
from app.services.rules.cart import MemberFacts
from app.services.rules.claiming import claimed_points
from app.services.rules.days import from_millis, to_millis
from app.services.rules.earning import Earned
from app.services.rules.lots import available_from, expires_on, kept_in_lot
from app.services.rules.powers import Power
from app.services.rules.receipt import Receipt
from app.services.sales import Sales
from app.services.seals import SealChain, claim_form
from app.services.takings import stamp
from app.services.tier_rising import add_reached

# Wider than any business day: the clock may have been ahead when the newest claim was made.
_TWO_DAYS_MS = 2 * 86_400_000


@dataclass(frozen=True, slots=True)
class Claimed:
    """Points given late for a receipt that named no member."""

    receipt: Receipt
    points: int
    points_before: int
    points_after: int


class Claims:
    """Gives a sale's points to a member, once."""

    def __init__(self, desk: Desk, sales: Sales, loyalty: Loyalty) -> None:
        self._desk = desk
        self._sales = sales
        self._loyalty = loyalty

    def claim(self, number: str, member_id: UUID, *, approval: Approval | None = None) -> Claimed:
        """Give a member the points of a receipt that named none, once (补积分).

        `number` is a receipt number or its code. The first receipt of a member's day, on the day
        of its sale, is an act of the counter; any other needs leave, for it may be one that a
        stranger left behind. Raises SaleUnknown, AlreadyClaimed, ClaimReturned, ClaimTooLate,
        MemberUnknown, MemberFrozen, MemberArchived, NeedsApproval.
        """
        return self._desk.transaction(lambda: self._claim(number, member_id, approval))

    def points_of(self, receipt: Receipt, facts: MemberFacts) -> int:
        """The points that claiming a receipt gives this member, by the scheme it was sold
        under."""
        return claimed_points(receipt, self._desk.schemes[receipt.scheme_version], facts).points

    def _claim(self, number: str, member_id: UUID, approval: Approval | None) -> Claimed:
        desk = self._desk
        receipt = self._sales.receipt(number)
        if receipt.member is not None or receipt.claimed_by:
            raise AlreadyClaimed(receipt.number)
        if receipt.refunds:
            # Else goods could be bought, brought back, and their points claimed all the same.
            raise ClaimReturned(receipt.number)
        scheme = desk.schemes[receipt.scheme_version]
        if (desk.today() - receipt.business_date).days > scheme.claim_days:
            raise ClaimTooLate(receipt.number, scheme.claim_days)
        claimant = buyer(desk, member_id)
        facts = self._loyalty.facts(member_id, receipt.business_date)
        earned = claimed_points(receipt, scheme, facts)
        points = earned.points
        before = claimant.balance
        self._allowed(receipt, member_id, approval)
        self._write_claim(receipt, member_id, earned, before)
        return Claimed(
            receipt._replace(claimed_by=claimant.number), points, before, before + points
        )

    def _allowed(self, receipt: Receipt, member_id: UUID, approval: Approval | None) -> None:
        """Refuse a late claim, and a second one of a day, without leave; record who gave it."""
        desk, today, now_ms = self._desk, self._desk.today(), self._desk.now_ms()
        near = now_ms - _TWO_DAYS_MS, now_ms + _TWO_DAYS_MS
        claims = stored.claims_of(desk.database, member_id.bytes, *near)
        again = any(desk.business_date(from_millis(at, desk.zone)) == today for at in claims)
        if receipt.business_date == today and not again:
            return
        approver = desk.require(Power.CLAIM_LATE, 0, approval)
        if approver is not None:
            audit(desk, "points.claimed", receipt.sale_id, approved_by=approver)

    def _write_claim(self, receipt: Receipt, member_id: UUID, earned: Earned, before: int) -> None:
        desk, points = self._desk, earned.points
        claim_id, now_ms = uuid7().bytes, desk.now_ms()
        claim: Row = (
            claim_id,
            receipt.sale_id.bytes,
            member_id.bytes,
            desk.staff.staff_id.bytes,
            points,
            now_ms,
        )
        rows = self._points_rows(receipt, claim, before) if points else PointsRows()
        stored.insert_claim(desk.database, claim, rows)
        self._qualify(receipt, member_id, claim_id, earned)
        paid = receipt.total_minor - receipt.tips_minor
        stored.add_to_summary(desk.database, member_id.bytes, points=points, spent_minor=paid)
        # They were here: the day counts as it would have with their card on the counter.
        at_ms, day = to_millis(receipt.sold_at), receipt.business_date.isoformat()
        record_visit(desk.database, member_id.bytes, "sale", at_ms, day, uuid7().bytes)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("claim", claim_id, claim_form(claim, rows))
        chain.write()

    def _points_rows(self, receipt: Receipt, claim: Row, before: int) -> PointsRows:
        """The entry of a claim's points and, less what a debt takes of them, their lot."""
        claim_id, _, member_id, staff_id, points, now_ms = claim
        today, version = self._desk.today(), receipt.scheme_version
        terms = self._desk.schemes[version].points
        entry_id, day = uuid7().bytes, today.isoformat()
        rows = PointsRows()
        rows.entries.append(
            (
                entry_id,
                member_id,
                None,
                claim_id,
                "earn",
                points,
                "",
                version,
                staff_id,
                now_ms,
                day,
            )
        )
        if kept := kept_in_lot(points, before):
            first, last = available_from(today, terms).isoformat(), expires_on(today, terms)
            expiry = None if last is None else last.isoformat()
            rows.lots.append((uuid7().bytes, member_id, entry_id, kept, first, expiry))
        return rows

    def _qualify(self, receipt: Receipt, member_id: UUID, claim_id: bytes, earned: Earned) -> None:
        """What the sale counts towards a tier, and the tier it may reach."""
        desk, counted = self._desk, LedgerRows()
        unearned = sum(tender.unearned_minor for tender in receipt.tenders)
        counted.add(
            "qualifying_entry",
            member_id.bytes,
            receipt.business_date.isoformat(),
            claim_id,
            receipt.total_minor - receipt.cash_rounding_minor - unearned - receipt.tips_minor,
            earned.qualifying_points,
        )
        add_reached(desk, counted, member_id, stamp(desk))
        ledgers.insert(desk.database, counted)
