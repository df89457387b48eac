"""The points side of a return: taken back, given back, what counts for a tier, debt."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from app.models import refunds as stored
from app.models import standing
from app.services.desk import Desk
from app.services.facts import points_lots, tier_standing
from app.services.ids import uuid7
from app.services.refund_earned import kept_points, unearned_minor
from app.services.refund_reading import (
    POINTS_RESTORED,
    POINTS_REVERSED,
    BackLine,
    SoldSale,
)
from app.services.rules.days import from_millis
from app.services.rules.lots import has_lapsed, moved_by_visit, returned_until, take_back
from app.services.rules.points import Lot
from app.services.rules.reasons import Reason, said
from app.services.rules.returns import part_back, restored_parts
from app.services.rules.scheme.earning import PointsTerms
from app.services.rules.scheme.standing import TierBasis, TierTerms
from app.services.rules.tiers import Counted, reached, window
from app.services.sale_rows import effects_in, reasons_in

_BEGINNING = "0001-01-01"


@dataclass(frozen=True, slots=True)
class NewLot:
    """Points of `restored` that go to a lot of their own, which lasts until `until`: theirs has
    lapsed, or is of somebody who was merged into the member."""

    points: int
    until: date | None
    lapsed: bool
    lot_id: UUID = field(default_factory=uuid7)


@dataclass(frozen=True, slots=True)
class PointsBack:
    """What a return does to a member's points.

    `taken` and `returned` are (lot, points). What neither they nor `new_lots` cover was owed
    before, or is owed from now on.
    """

    before: int = 0
    reversed: int = 0
    restored: int = 0
    taken: tuple[tuple[UUID, int], ...] = ()
    returned: tuple[tuple[UUID, int], ...] = ()
    new_lots: tuple[NewLot, ...] = ()
    spend_back_minor: int = 0
    qualifying_back: int = 0
    why: tuple[Reason, ...] = ()
    tier_note: tuple[Reason, ...] = ()

    @property
    def lapsed(self) -> int:
        """Points whose lot has lapsed; they come back for the scheme's days of grace."""
        return sum(lot.points for lot in self.new_lots if lot.lapsed)

    @property
    def after(self) -> int:
        """The balance after it."""
        return self.before + self.restored - self.reversed


@dataclass(frozen=True, slots=True)
class PaidBack:
    """How far the money is back after this return: (minor units, of how many) of the whole sale
    and of the part that points paid; `everything`: nothing is left, `voided`: as if it never
    was."""

    base: tuple[int, int]
    by_points: tuple[int, int]
    everything: bool
    voided: bool = False


class PointsPlan:
    """Reckons the points side of a return; reads, and writes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_sale(
        self, sold: SoldSale, backs: Sequence[BackLine], paid: PaidBack, today: date
    ) -> PointsBack:
        """What returning these lines does to whose points the sale moved."""
        if sold.member_id is None:
            return PointsBack()
        told = reasons_in(sold.row[18])
        earned = sold.row[15] if sold.claim is None else sold.claim[2]
        unearned = 0 if paid.everything else unearned_minor(self._desk, sold)
        kept = kept_points(self._desk, sold, backs, told, unearned)
        back = max(0, earned - kept.points - sold.moved(POINTS_REVERSED))
        spent = self._spent_back(sold, backs, paid, told)
        restored = max(0, spent - sold.moved(POINTS_RESTORED))
        made = self._moved(sold.member_id, (back, restored), sold, today)
        source = sold.row[0] if sold.claim is None else sold.claim[0]
        spend, qualifying = self._counted_back(sold, paid, source, kept.qualifying)
        why = list(made.why)
        if back and not kept.reckoned:
            why.append(Reason("refund_points_in_proportion"))
        made = replace(made, spend_back_minor=spend, qualifying_back=qualifying, why=tuple(why))
        return replace(made, tier_note=self._tier_note(sold, made, today))

    def of_nothing(self, member_id: UUID, points: int, spend_minor: int, today: date) -> PointsBack:
        """Goods without a receipt, for a member who is named: what they would earn today is
        taken back."""
        made = self._moved(member_id, (points, 0), None, today)
        return replace(made, spend_back_minor=spend_minor, qualifying_back=points)

    # --- spent on it ---------------------------------------------------------------

    def _spent_back(
        self,
        sold: SoldSale,
        backs: Sequence[BackLine],
        paid: PaidBack,
        told: Sequence[Reason],
    ) -> int:
        """Points that should be back in all by now: of the tender by what is back of it, of
        each reward by what is back of what it took off."""
        burned = int(sold.row[14])
        if not burned or paid.voided:
            return burned
        outside = {dict(each.facts).get("offer") for each in told if each.code == "reward_outside"}
        costs: dict[str, int] = {}
        for reward, cost, _ in stored.rewards_of_sale(self._desk.database, sold.row[0]):
            costs[reward] = costs.get(reward, 0) + cost
        tender = burned - sum(costs.values())
        back = tender if paid.everything else part_back(tender, *paid.by_points)
        saved = _saved(sold, backs)
        for reward, cost in costs.items():
            if reward in outside:
                continue  # what was handed out beside the sale does not come back with it
            done, whole = saved.get(reward, (0, 0))
            if paid.everything or whole:
                back += cost if paid.everything else part_back(cost, done, whole)
        return back

    # --- lots ------------------------------------------------------------------------

    def _moved(
        self, member_id: UUID, points: tuple[int, int], sold: SoldSale | None, today: date
    ) -> PointsBack:
        """Take back, give back: what goes to which lot, and the balance around it."""
        desk, (back, restored) = self._desk, points
        person = standing.person(desk.database, member_id.bytes)
        assert person is not None
        lots = points_lots(desk, member_id.bytes, person[7])
        lapsed = sum(lot.remaining for lot in lots if has_lapsed(lot, today))
        made = PointsBack(before=person[4] - lapsed, reversed=back, restored=restored)
        held = [lot for lot in lots if not has_lapsed(lot, today)]
        if restored and sold is not None:
            made = self._returned(made, sold, person[7], today)
        held = _filled(held, made, today)
        own: list[Lot] = []
        if back and sold is not None:
            mine = set(stored.own_lots(desk.database, sold.row[0]))
            own = [lot for lot in held if lot.lot_id.bytes in mine]
        made = replace(made, taken=take_back(back, own, held, today).parts)
        return replace(made, why=tuple(_told(made)))

    def _returned(
        self, made: PointsBack, sold: SoldSale, last_visit_at: int, today: date
    ) -> PointsBack:
        """Which lots get the points back; a debt is repaid by them first."""
        desk = self._desk
        visited = None
        if last_visit_at:
            visited = desk.business_date(from_millis(last_visit_at, desk.zone))
        rows = stored.burned_lots(desk.database, sold.row[0])
        ends = {row[0].hex(): row for row in rows}
        parts = restored_parts(
            [(row[0].hex(), row[1]) for row in rows],
            sold.moved(POINTS_RESTORED),
            made.restored,
        )
        terms = desk.schemes[sold.row[17]].points
        repays = min(made.restored, max(0, -made.before))
        returned: list[tuple[UUID, int]] = []
        renewed: dict[tuple[date | None, bool], int] = {}
        for lot, points in parts:
            paid = min(repays, points)
            repays -= paid
            left = points - paid
            last = _last_day(ends[lot], desk.schemes[ends[lot][3]].points, visited)
            counts = returned_until(last, today, terms)
            if counts == last and not sold.merged:
                returned.append((UUID(hex=lot), left))
            elif left:
                # Each keeps its own last day (rule 12); what ends together is one lot.
                ends_on = counts, counts != last
                renewed[ends_on] = renewed.get(ends_on, 0) + left
        return replace(
            made,
            returned=tuple((lot, points) for lot, points in returned if points),
            new_lots=tuple(NewLot(points, *ends_on) for ends_on, points in renewed.items()),
        )

    # --- tiers -------------------------------------------------------------------------

    def _counted_back(
        self, sold: SoldSale, paid: PaidBack, source: bytes, kept_qualifying: int
    ) -> tuple[int, int]:
        """(minor units, points) that count no more towards a tier."""
        assert sold.own_id is not None
        database = self._desk.database
        counted = stored.qualified(database, sold.own_id.bytes, sold.row[7], source)
        if counted is None:
            return 0, 0
        before = stored.qualified_back(database, sold.row[7], sold.row[0])
        spend = counted[0] if paid.everything else part_back(counted[0], *paid.base)
        points = counted[1] - kept_qualifying
        return max(0, spend + before[0]), max(0, points + before[1])

    def _tier_note(self, sold: SoldSale, made: PointsBack, today: date) -> tuple[Reason, ...]:
        """What a review would find, were it today: the tier itself stays until then (rule 16)."""
        desk, terms = self._desk, self._desk.scheme.tiers
        if terms is None or sold.member_id is None:
            return ()
        key = sold.member_id.bytes
        present = tier_standing(desk.database, key, terms, today)
        if present is None or not (made.spend_back_minor or made.qualifying_back):
            return ()
        found = reached(terms, self._counts(key, terms, made, sold.day, today))
        order = [tier.id for tier in terms.tiers]
        if order.index(found.id) >= order.index(present.tier):
            return ()
        until = present.kept_until
        facts = (*said("tier", found.name), ("until", "" if until is None else until.isoformat()))
        return (Reason("refund_tier_review" if until else "refund_tier_stays", facts),)

    def _counts(
        self, key: bytes, terms: TierTerms, made: PointsBack, sold_on: date, today: date
    ) -> Counted:
        place = 0 if terms.basis is TierBasis.SPEND else 1
        less = (made.spend_back_minor, made.qualifying_back)[place]
        first, last = window(terms, today)
        database = self._desk.database
        inside = standing.qualifying_sum(database, key, first.isoformat(), last.isoformat())[place]
        ever = standing.qualifying_sum(database, key, _BEGINNING, last.isoformat())[place]
        if first <= sold_on <= last:
            inside -= less
        return Counted(max(0, int(inside)), max(0, int(ever) - less))


def _last_day(row: tuple[object, ...], terms: PointsTerms, visited: date | None) -> date | None:
    last = None if row[2] is None else date.fromisoformat(str(row[2]))
    return moved_by_visit(last, terms, visited)


def _filled(held: list[Lot], made: PointsBack, today: date) -> list[Lot]:
    """The lots as they are once the points are back in them."""
    back = dict(made.returned)
    filled = [replace(lot, remaining=lot.remaining + back.pop(lot.lot_id, 0)) for lot in held]
    # A lot that was empty is not among those that hold points.
    filled += [Lot(lot_id, points, date.min, None) for lot_id, points in back.items()]
    return filled + [Lot(lot.lot_id, lot.points, today, lot.until) for lot in made.new_lots]


def _saved(sold: SoldSale, backs: Sequence[BackLine]) -> dict[str, tuple[int, int]]:
    """(back, of how many minor units) of what each reward took off the lines."""
    now = {back.line.position: back.done_milli for back in backs}
    saved: dict[str, tuple[int, int]] = {}
    for line in sold.lines:
        for effect in effects_in(line.row[15]):
            if effect.why.code != "reward":
                continue
            reward = str(dict(effect.why.facts).get("offer"))
            done = now.get(line.position, line.back_milli)
            back, whole = saved.get(reward, (0, 0))
            amount = effect.amount_minor
            saved[reward] = back + part_back(amount, done, line.sold_milli), whole + amount
    return saved


def _told(made: PointsBack) -> list[Reason]:
    why: list[Reason] = []
    if made.reversed:
        why.append(Reason("refund_reversed", (("points", made.reversed),)))
    if made.restored:
        why.append(Reason("refund_restored", (("points", made.restored),)))
    for lot in made.new_lots:
        if lot.lapsed and lot.until is not None:
            facts = (("points", lot.points), ("until", lot.until.isoformat()))
            why.append(Reason("refund_restored_lapsed", facts))
    if made.after < 0:
        why.append(Reason("refund_debt", (("points", -made.after),)))
    return why
