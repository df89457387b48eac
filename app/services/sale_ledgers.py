"""What a sale moves beside its own rows: points, rewards, offers used, what counts for a tier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.ids import id_bytes
from app.services.rules.days import to_millis
from app.services.rules.lots import available_from, expires_on, kept_in_lot
from app.services.rules.quote import Quote
from app.services.rules.scheme.earning import LASTING_POINTS, PointsTerms
from app.services.rules.tenders import Settlement, Tender, TenderKind


class SaleHeader(NamedTuple):
    """Where, when and by whom a sale is made."""

    sale_id: UUID
    till_id: UUID
    till_number: int
    sequence: int
    session_id: UUID
    staff_id: UUID
    sold_at: datetime
    business_date: date
    scheme_version: int
    points_before: int = 0
    points_terms: PointsTerms = LASTING_POINTS
    language: str = ""
    source_receipt: str = ""
    fingerprint: str = ""


def points_rows(
    header: SaleHeader,
    member_id: bytes,
    settlement: Settlement,
    quote: Quote,
    spent_lots: Sequence[tuple[UUID, int]],
) -> PointsRows:
    """One burn for the points tender, one for each reward, and what was earned."""
    rows = PointsRows()
    entry = SaleEntry(header, member_id)
    burns = [(settlement.points_burned, "")] if settlement.points_burned else []
    burns += [
        (reward.cost_points, reward.name.said(header.language) or reward.id)
        for reward in quote.rewards
        if reward.cost_points
    ]
    paid = dealt(spent_lots, [points for points, _ in burns]) if burns else []
    for (points, reason), parts in zip(burns, paid, strict=True):
        burn_id = id_bytes()
        rows.entries.append(entry.row(burn_id, "burn", -points, reason))
        rows.allocations.extend((burn_id, lot.bytes, -part) for lot, part in parts)
    if settlement.points_earned:
        earn_id = id_bytes()
        rows.entries.append(entry.row(earn_id, "earn", settlement.points_earned))
        day, terms = header.business_date, header.points_terms
        last = expires_on(day, terms)
        kept = kept_in_lot(settlement.points_earned, header.points_before)
        if kept:
            rows.lots.append(
                (
                    id_bytes(),
                    member_id,
                    earn_id,
                    kept,
                    available_from(day, terms).isoformat(),
                    None if last is None else last.isoformat(),
                )
            )
    return rows


def add_uses(
    ledgers: LedgerRows,
    header: SaleHeader,
    member_id: bytes,
    quote: Quote,
    points: PointsRows,
    vouchers: Sequence[str] = (),
) -> None:
    """What the sale used of offers with a limit, and each reward with the burn that paid it and
    the code handed out for it."""
    if not quote.uses and not quote.rewards:
        return
    sale_id, day = header.sale_id.bytes, header.business_date.isoformat()
    rewards = {reward.id for reward in quote.rewards}
    units: dict[str, int] = {}
    for offer, used in quote.uses:
        if offer not in rewards and used > 0:
            units[offer] = units.get(offer, 0) + used
    for offer, used in units.items():
        ledgers.add("offer_use", member_id, offer, day, sale_id, used)
    costly = sum(1 for reward in quote.rewards if reward.cost_points)
    burns = [entry[0] for entry in points.entries if entry[4] == "burn"]
    paid, codes = iter(burns[len(burns) - costly :]), iter(vouchers)
    for reward in quote.rewards:
        ledgers.add(
            "reward_use",
            id_bytes(),
            sale_id,
            member_id,
            reward.id,
            reward.cost_points,
            reward.saved_minor,
            next(paid) if reward.cost_points else None,
            next(codes, "") if reward.outside else "",
            day,
        )


def dealt(
    pairs: Sequence[tuple[UUID, int]], amounts: Sequence[int]
) -> list[list[tuple[UUID, int]]]:
    """(lot, points) pairs dealt out to amounts in turn, each filled before the next."""
    waiting = list(reversed(pairs))
    found: list[list[tuple[UUID, int]]] = []
    for amount in amounts:
        mine: list[tuple[UUID, int]] = []
        left = amount
        while left and waiting:
            lot, held = waiting.pop()
            part = min(left, held)
            mine.append((lot, part))
            left -= part
            if held > part:
                waiting.append((lot, held - part))
        found.append(mine)
    return found


@dataclass(frozen=True, slots=True)
class SaleEntry:
    """What all points entries of one sale share."""

    header: SaleHeader
    member_id: bytes

    def row(self, entry_id: bytes, kind: str, points: int, reason: str = "") -> Row:
        """One entry, columns as in `models.sales.ENTRY_COLUMNS`."""
        header = self.header
        return (
            entry_id,
            self.member_id,
            header.sale_id.bytes,
            None,
            kind,
            points,
            reason,
            header.scheme_version,
            header.staff_id.bytes,
            to_millis(header.sold_at),
            header.business_date.isoformat(),
        )


def spent_minor(settlement: Settlement, tenders: tuple[Tender, ...]) -> int:
    """What the member really paid for goods: the total less tips and the part paid by points."""
    by_points = sum(t.amount_minor for t in tenders if t.kind is TenderKind.POINTS)
    return settlement.total_minor - settlement.tips_minor - by_points


def qualifying_minor(settlement: Settlement, tenders: tuple[Tender, ...]) -> int:
    """What counts as spend for a tier: the total as priced, less what earns nothing either."""
    unearned = sum(tender.unearned_minor for tender in tenders)
    priced = settlement.total_minor - settlement.cash_rounding_minor - settlement.tips_minor
    return max(0, priced - unearned)
