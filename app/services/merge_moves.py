"""What a merge moves from one member to another: a pair of entries for each thing that sums up.

Lots keep the days they were opened, usable from and lapse on, and the version of the scheme they
were earned under.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.models import ledgers, merges, wallets
from app.models import sales as stored_sales
from app.models import standing as stored_standing
from app.models import value as stored_value
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.desk import Desk
from app.services.facts import tier_standing
from app.services.rules.scheme.standing import TierTerms
from app.services.rules.tiers import TierStanding
from app.services.seals import SealChain, points_form
from app.services.takings import new_id, post, stamp
from app.services.tier_rising import add_reached

_OUT = {"en": "To member {number}", "zh_CN": "转至会员 {number}", "zh_TW": "轉至會員 {number}"}
_IN = {
    "en": "From member {number}",
    "zh_CN": "由会员 {number} 转入",
    "zh_TW": "由會員 {number} 轉入",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, as the ledgers name them."""

    member_id: UUID
    number: str

    @property
    def key(self) -> bytes:
        """As rows hold it."""
        return self.member_id.bytes


class Moves:
    """Moves from `giver` to `taker`, inside one transaction; `entries` are what it wrote."""

    def __init__(self, desk: Desk, giver: Side, taker: Side, document: bytes) -> None:
        self.desk = desk
        self.giver = giver
        self.taker = taker
        self.document = document
        self.entries: list[tuple[str, bytes, bytes | None]] = []
        language = desk.settings.language
        self.at = stamp(desk)
        self.out = _OUT[language].format(number=taker.number)
        self.into = _IN[language].format(number=giver.number)
        self.rows = LedgerRows()

    def written(self) -> None:
        """Append what was gathered, and seal each entry that moved money."""
        if self.rows:
            post(self.desk, self.rows)
            self.rows = LedgerRows()

    def _add(self, table: str, *row: object, of: bytes | None = None) -> None:
        """Gather a row; `of` is the entry whose lot or term it carries on."""
        self.rows.add(table, *row)
        assert isinstance(row[0], bytes)
        self.entries.append((table, row[0], of))

    # --- points -----------------------------------------------------------------

    def points(
        self, only: Collection[bytes] | None = None, debt_limit: int | None = None
    ) -> tuple[int, int]:
        """Move what lots hold, of `only` these where given, and what is owed, up to a limit.

        The points that the lots held, and the points owed.
        """
        database, giver = self.desk.database, self.giver.key
        every = stored_standing.lots(database, giver)
        lots = [lot for lot in every if only is None or lot[0] in only]
        owed = max(0, sum(lot[1] for lot in every) - _balance(self.desk, giver))
        owed = owed if debt_limit is None else min(owed, debt_limit)
        chain = SealChain(database, self.desk.till.till_id.bytes)
        total = sum(lot[1] for lot in lots)
        if total:
            entry = self._points_entry(giver, -total, self.out)
            parts: list[Row] = [(entry[0], lot[0], -lot[1]) for lot in lots]
            self._write_points(chain, PointsRows(entries=[entry], allocations=parts))
        for lot_id, left, usable_from, expires_on, version in lots:
            of = merges.entry_of_lot(database, "points_lot", lot_id)
            entry = self._points_entry(self.taker.key, left, self.into, version, of)
            lot = (new_id(), self.taker.key, entry[0], left, usable_from, expires_on)
            self._write_points(chain, PointsRows(entries=[entry], lots=[lot]))
        if owed:
            self._write_points(
                chain, PointsRows(entries=[self._points_entry(giver, owed, self.out)])
            )
            debt = self._points_entry(self.taker.key, -owed, self.into)
            self._write_points(chain, PointsRows(entries=[debt]))
        chain.write()
        return total, owed

    def _points_entry(
        self,
        key: bytes,
        points: int,
        reason: str,
        version: int | None = None,
        of: bytes | None = None,
    ) -> Row:
        in_force = self.desk.scheme.version if version is None else version
        row: Row = (new_id(), key, None, None, "transfer", points, reason, in_force, *self.at.row)
        self.entries.append(("points_entry", row[0], of))
        return row

    def _write_points(self, chain: SealChain, rows: PointsRows) -> None:
        entry = rows.entries[0]
        stored_sales.insert_points(self.desk.database, rows)
        stored_sales.add_to_summary(self.desk.database, entry[1], points=entry[5])
        chain.add("points", entry[0], points_form(rows))

    # --- money kept -------------------------------------------------------------

    def wallet(self, only: Collection[bytes] | None = None) -> tuple[int, int]:
        """Move the lots of a wallet, of `only` these where given: (principal, bonus) moved."""
        lots = [
            lot
            for lot in wallets.lots(self.desk.database, self.giver.key)
            if only is None or lot[0] in only
        ]
        if not lots:
            return 0, 0
        principal, bonus = sum(lot[2] for lot in lots), sum(lot[3] for lot in lots)
        out = self._wallet_entry(self.giver.key, -principal, -bonus, self.out)
        for lot_id, opened_on, lot_principal, lot_bonus, bonus_expires_on in lots:
            self.rows.add("stored_value_allocation", out, lot_id, -lot_principal, -lot_bonus)
            of = merges.entry_of_lot(self.desk.database, "stored_value_lot", lot_id)
            entry = self._wallet_entry(self.taker.key, lot_principal, lot_bonus, self.into, of)
            self.rows.add(
                "stored_value_lot",
                new_id(),
                self.taker.key,
                entry,
                lot_principal,
                lot_bonus,
                opened_on,
                bonus_expires_on,
            )
        return principal, bonus

    def _wallet_entry(
        self, key: bytes, principal: int, bonus: int, reason: str, of: bytes | None = None
    ) -> bytes:
        entry = new_id()
        self._add(
            "stored_value_entry",
            entry,
            None,
            None,
            key,
            "adjust",
            principal,
            bonus,
            reason,
            *self.at.row,
            of=of,
        )
        return entry

    def credit(self, limit: int | None = None) -> int:
        """Move store credit, up to a limit; minor units moved."""
        held = stored_value.credit(self.desk.database, self.giver.key)
        amount = held if limit is None else min(held, limit)
        if amount <= 0:
            return 0
        sides = ((self.giver.key, -amount, self.out), (self.taker.key, amount, self.into))
        for key, minor, reason in sides:
            self._add(
                "store_credit_entry",
                new_id(), None, None, key, "adjust", minor, reason, *self.at.row,
            )  # fmt: skip
        return amount

    def owed(self, limit: int | None = None) -> int:
        """Move what is owed on account, up to a limit; minor units moved."""
        held = merges.owed_minor(self.desk.database, self.giver.key)
        amount = held if limit is None else min(held, limit)
        if amount <= 0:
            return 0
        for key, minor, reason in (
            (self.giver.key, -amount, self.out),
            (self.taker.key, amount, self.into),
        ):
            self._add(
                "account_entry",
                new_id(), None, None, None, key, "adjust", minor, reason, *self.at.row,
            )  # fmt: skip
        return amount

    # --- standing ---------------------------------------------------------------

    def qualifying(self, brought_by: bytes | None = None, returns: Sequence[bytes] = ()) -> None:
        """Move what counts for tiers, day by day: all of it, or what one document brought, less
        what these returns took off."""
        database = self.desk.database
        if brought_by is None:
            days = merges.qualified(database, self.giver.key)
        else:
            days = merges.qualified_by(database, self.giver.key, brought_by, returns)
        for day, spend, points in days:
            self.rows.add("qualifying_entry", self.giver.key, day, self.document, -spend, -points)
            self.rows.add("qualifying_entry", self.taker.key, day, self.document, spend, points)

    def better_tier(self) -> None:
        """Let the taker have the better of both tiers, then what both together reach."""
        terms = self.desk.scheme.tiers
        if terms is None:
            return
        database, today = self.desk.database, date.fromisoformat(self.at.day)
        mine = tier_standing(database, self.taker.key, terms, today)
        theirs = tier_standing(database, self.giver.key, terms, today)
        assert mine is not None
        assert theirs is not None
        if _better(theirs, mine, terms):
            self.set_tier(self.taker.key, theirs, self.into)
            self._flush()
        added = LedgerRows()
        add_reached(self.desk, added, self.taker.member_id, self.at)
        ledgers.insert(database, added)
        self.entries += [("tier_entry", row[0], None) for row in added.of("tier_entry")]

    def set_tier(self, key: bytes, standing: TierStanding, reason: str) -> None:
        """Put a member in a tier by an entry of its own."""
        newest = stored_standing.newest_tier(self.desk.database, key)
        until = standing.kept_until
        self._add(
            "tier_entry",
            new_id(),
            None,
            key,
            1 if newest is None else newest[0] + 1,
            "set",
            standing.tier,
            self.at.day,
            None if until is None else until.isoformat(),
            self.desk.scheme.version,
            reason,
            self.at.staff_id,
            self.at.at_ms,
        )

    def _flush(self) -> None:
        ledgers.insert(self.desk.database, self.rows)
        self.rows = LedgerRows()

    # --- plans ------------------------------------------------------------------

    def plan(self) -> bool:
        """Move the paid plan that runs and what is paid ahead; whether there was one."""
        running = running_terms(self.desk, self.giver.key)
        if not running:
            return False
        self.end_plan(self.giver.key, running[0], self.out)
        of = merges.newest_membership(self.desk.database, self.giver.key)
        self.put_plan(self.taker.key, running, self.into, of)
        return True

    def put_plan(
        self, key: bytes, terms: Sequence[Row], reason: str, of: bytes | None = None
    ) -> None:
        """Let a member be in these terms of a plan, as they were sold."""
        number = self._next_membership(key)
        for place, term in enumerate(terms):
            _, kind, plan, level, begins_on, starts_on, ends_on, fee, version = term
            self._add(
                "membership_entry",
                new_id(), None, key, number + place, kind, plan, level, begins_on,
                starts_on, ends_on, fee, version, reason, *self.at.row, of=of,
            )  # fmt: skip

    def end_plan(self, key: bytes, term: Row, reason: str) -> None:
        """End a member's plan with yesterday; nothing is paid back."""
        _, _, plan, level, begins_on, starts_on, _, _, version = term
        yesterday = date.fromisoformat(self.at.day) - timedelta(days=1)
        self._add(
            "membership_entry",
            new_id(), None, key, self._next_membership(key), "cancel", plan, level, begins_on,
            starts_on, yesterday.isoformat(), 0, version, reason, *self.at.row,
        )  # fmt: skip

    def _next_membership(self, key: bytes) -> int:
        known = ledgers.latest_numbers(self.desk.database, "membership_entry", "member_id", [key])
        here = sum(1 for row in self.rows.of("membership_entry") if row[2] == key)
        return (known[0][1] if known else 0) + here + 1


def running_terms(desk: Desk, key: bytes) -> list[Row]:
    """The membership entries that hold today or are paid ahead, oldest first."""
    today = desk.today().isoformat()
    rows = stored_standing.memberships(desk.database, key)
    begun = [row for row in rows if row[5] <= today]
    if not begun or begun[-1][6] < today:
        return []
    now = begun[-1]
    return [now, *(row for row in rows if row[5] > today and row[0] > now[0])]


def _balance(desk: Desk, key: bytes) -> int:
    row = stored_standing.person(desk.database, key)
    return 0 if row is None else int(row[4])


def _better(one: TierStanding, other: TierStanding, terms: TierTerms) -> bool:
    """Whether a standing is worth more than another: higher, or as high and kept longer."""
    order = [tier.id for tier in terms.tiers]
    ranks = order.index(one.tier), order.index(other.tier)
    if ranks[0] != ranks[1]:
        return ranks[0] > ranks[1]
    if ranks[0] == 0 or other.kept_until is None:
        return False
    return one.kept_until is None or one.kept_until > other.kept_until
