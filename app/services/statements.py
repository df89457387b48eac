"""What a member is told of their account: every entry of the wallet, and the whole statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.errors import FieldInvalid
from app.models import standing as stored_standing
from app.models import wallets as stored
from app.models.member_history import FOREVER
from app.services.accounts import AccountRow, Accounts
from app.services.as_written import reading
from app.services.coupons import Coupon, Coupons
from app.services.desk import Desk
from app.services.loyalty import Loyalty
from app.services.member_types import Member, PointsRow
from app.services.members import Members
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis
from app.services.standing import Standing
from app.services.takings import Takings

EVERY_ENTRY = 1_000_000


@dataclass(frozen=True, slots=True)
class WalletRow:
    """One movement of a wallet, with the balance after it, in minor units.

    `kind` is "top_up", "bonus", "spend", "refund", "close" or "expire"
    """

    at: datetime
    kind: str
    principal_minor: int
    bonus_minor: int
    balance_minor: int
    reason: str = ""
    receipt_number: str = ""

    @property
    def amount_minor(self) -> int:
        """Principal and bonus together."""
        return self.principal_minor + self.bonus_minor


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """Everything a member is told: both days are included, entries newest first."""

    member: Member
    standing: Standing
    first: date
    last: date
    made_at: datetime
    points: tuple[PointsRow, ...]
    wallet: tuple[WalletRow, ...]
    coupons: tuple[Coupon, ...]
    account: tuple[AccountRow, ...] = ()


class Statements:
    """Reads what a statement tells; nothing here changes it."""

    def __init__(self, desk: Desk, members: Members, loyalty: Loyalty) -> None:
        self._desk = desk
        self._members = members
        self._loyalty = loyalty

    @reading
    def wallet_entries(self, member_id: UUID, limit: int = 20) -> tuple[WalletRow, ...]:
        """The last movements of a wallet, newest first, each with the balance after it."""
        database, key = self._desk.database, member_id.bytes
        principal, bonus, _ = stored_standing.account(database, key)
        balance = principal + bonus
        rows = []
        for at_ms, kind, moved, moved_bonus, reason, till, sequence in stored.entries(
            database, key, FOREVER, limit
        ):
            number = "" if till is None else receipt_number(till, sequence)
            at = from_millis(at_ms, self._desk.zone)
            rows.append(WalletRow(at, kind, moved, moved_bonus, balance, reason, number))
            balance -= moved + moved_bonus
        return tuple(rows)

    def statement(
        self, member_id: UUID, first: date | None = None, last: date | None = None
    ) -> MemberStatement:
        """A member's statement from one business day to another, by default since they joined.

        Raises MemberUnknown, FieldInvalid where the period ends before it begins.
        """
        return self._desk.database.read_transaction(lambda: self._made(member_id, first, last))

    def _made(self, member_id: UUID, first: date | None, last: date | None) -> MemberStatement:
        desk = self._desk
        member = self._members.get(member_id)
        points = self._members.points_entries(member_id, EVERY_ENTRY)
        wallet = self.wallet_entries(member_id, EVERY_ENTRY)
        account = Accounts(desk, Takings(desk)).entries(member_id, EVERY_ENTRY)
        moments = [row.at for rows in (points, wallet, account) for row in rows]
        days = [desk.business_date(at) for at in moments]
        begins = first or min([member.joined_on, *days])
        ends = last or max([desk.today(), *days])
        if ends < begins:
            raise FieldInvalid("to", "out_of_range", ends.isoformat())
        return MemberStatement(
            member=member,
            standing=self._loyalty.standing(member_id),
            first=begins,
            last=ends,
            made_at=desk.now().astimezone(desk.zone),
            points=tuple(r for r in points if begins <= desk.business_date(r.at) <= ends),
            wallet=tuple(r for r in wallet if begins <= desk.business_date(r.at) <= ends),
            coupons=Coupons(desk).listed(member_id),
            account=tuple(r for r in account if begins <= desk.business_date(r.at) <= ends),
        )
