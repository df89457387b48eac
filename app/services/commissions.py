"""Commissions: who served what, and what part of it is theirs.

What counts is what the lines came to after every discount, less what was taken back of them in
the same days, as priced (with the tax that prices contain). Tips are told apart and are no
revenue; nobody's share is taken of them.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.errors import FieldInvalid, StaffUnknown
from app.models import commissions as stored
from app.services.as_written import as_written
from app.services.desk import Approval, Desk, audit
from app.services.rules.money import BASIS_POINTS, round_half_up
from app.services.rules.powers import Power


@dataclass(frozen=True, slots=True)
class Server:
    """Somebody who may be chosen as having served a line; the rate in basis points."""

    staff_id: UUID
    name: str
    active: bool
    rate_bp: int


@dataclass(frozen=True, slots=True)
class Served:
    """One person in a stretch of days; `staff_id` None is what nobody was chosen for."""

    staff_id: UUID | None
    name: str
    sales: int
    lines: int
    sold_minor: int
    refunded_minor: int
    tips_minor: int
    rate_bp: int

    @property
    def net_minor(self) -> int:
        """What was sold, less what was taken back; below zero where more came back."""
        return self.sold_minor - self.refunded_minor

    @property
    def commission_minor(self) -> int:
        """The person's part of the net, once for all days, rounded half away from zero."""
        return commission_minor(self.net_minor, self.rate_bp)


@dataclass(frozen=True, slots=True)
class CommissionReport:
    """Everybody who served something, by name; nobody's part stands last."""

    first: date
    last: date
    people: tuple[Served, ...]


def commission_minor(net_minor: int, rate_bp: int) -> int:
    """The commission on a net amount, half away from zero; what came back is owed back."""
    return round_half_up(net_minor * rate_bp, BASIS_POINTS)


class Commissions:
    """Reads who served what; sets the rates."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def servers(self) -> tuple[Server, ...]:
        """Everybody who works here, by name; those who left too."""
        with as_written(self._desk.database):
            rows = stored.people(self._desk.database)
        return tuple(Server(UUID(bytes=r[0]), r[1], bool(r[3]), r[4]) for r in rows)

    def set_rate(self, staff_id: UUID, rate_bp: int, *, approval: Approval | None = None) -> Server:
        """Give a person a rate, in basis points. Raises StaffUnknown, FieldInvalid,
        NeedsApproval."""
        if not 0 <= rate_bp <= BASIS_POINTS:
            raise FieldInvalid("commission", "out_of_range", str(rate_bp))

        def work() -> Server:
            before = self._server(staff_id)
            if before.rate_bp != rate_bp:
                approved = self._desk.require(Power.STAFF, approval=approval)
                stored.set_rate(self._desk.database, staff_id.bytes, rate_bp)
                audit(
                    self._desk, "staff.commission", staff_id, approved_by=approved,
                    before=before.rate_bp, after=rate_bp,
                )  # fmt: skip
            return self._server(staff_id)

        return self._desk.transaction(work)

    def report(
        self, first: date, last: date, *, approval: Approval | None = None
    ) -> CommissionReport:
        """What everybody served from `first` to `last`, business days, both included.

        Raises FieldInvalid where the days are turned round, NeedsApproval.
        """
        self._desk.require(Power.REPORTS, approval=approval)
        if last < first:
            raise FieldInvalid("to", "before_first", last.isoformat())
        database = self._desk.database

        def work() -> CommissionReport:
            sold = {row[0]: row[1:] for row in stored.sold(database, first, last)}
            back: dict[bytes | None, int] = dict(stored.returned(database, first, last))
            tips: dict[bytes | None, int] = dict(stored.tips(database, first, last))
            people = [(each.staff_id.bytes, each) for each in self.servers()]
            told: list[Served] = []
            for key, person in [*people, (None, None)]:
                if key in sold or key in back or key in tips:
                    sales, lines, amount = sold.get(key, (0, 0, 0))
                    told.append(
                        Served(
                            None if person is None else person.staff_id,
                            "" if person is None else person.name,
                            sales, lines, amount, back.get(key, 0), tips.get(key, 0),
                            0 if person is None else person.rate_bp,
                        )
                    )  # fmt: skip
            return CommissionReport(first, last, tuple(told))

        return database.read_transaction(work)

    def _server(self, staff_id: UUID) -> Server:
        found = next((each for each in self.servers() if each.staff_id == staff_id), None)
        if found is None:
            raise StaffUnknown(str(staff_id))
        return found
