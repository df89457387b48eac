"""Who did what, before and after, and why; and per person what was out of the ordinary."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from app.models import audit as stored
from app.models import staff as people
from app.models.database import Row
from app.services.approvals import Approval
from app.services.desk import Desk, audit
from app.services.rules.codes import receipt_number
from app.services.rules.days import from_millis, to_millis
from app.services.rules.money import plain_money
from app.services.rules.months import days_later
from app.services.rules.powers import Power

_AT_ONCE = 500
COLUMNS = "at,who,action,subject,before,after,why,approved_by,detail"
EXCEPTION_COLUMNS = (
    "name,role,sales,sold,voids,voided,refunds,refunded,no_sales,pay_outs,paid_out,"
    "discounts,discounted,points_entries,points_given,claims,claimed_points,coupons_given,"
    "coupons_revoked,freed,approvals,wrong_pins"
)


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries; days are business days, both included."""

    person: UUID | None = None
    action: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry. `subject` is a name or a number; `detail` holds what else is known."""

    at: datetime
    who: str
    action: str
    subject: str
    before: str
    after: str
    why: str
    approved_by: str
    detail: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PersonsDay:
    """What one person did in a span of days that an owner looks at. Amounts in minor units.

    `freed` counts frozen members and stopped cards that were made active again.
    """

    staff_id: UUID
    name: str
    role: str
    active: bool
    sales: int = 0
    sold_minor: int = 0
    voids: int = 0
    voided_minor: int = 0
    refunds: int = 0
    refunded_minor: int = 0
    no_sales: int = 0
    pay_outs: int = 0
    paid_out_minor: int = 0
    discounts: int = 0
    discounted_minor: int = 0
    points_entries: int = 0
    points_given: int = 0
    claims: int = 0
    claimed_points: int = 0
    coupons_given: int = 0
    coupons_revoked: int = 0
    freed: int = 0
    approvals: int = 0
    wrong_pins: int = 0


class AuditTrail:
    """Reads the trail. For whoever may see reports."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, wanted: AuditFilter) -> int:
        """How many entries there are."""
        return stored.count(self._desk.database, self._rows_wanted(wanted))

    def page(self, wanted: AuditFilter, offset: int, limit: int) -> tuple[AuditEntry, ...]:
        """Some of them, newest first."""
        rows = stored.page(self._desk.database, self._rows_wanted(wanted), offset, limit)
        return tuple(map(self._entry, rows))

    def actions(self) -> tuple[str, ...]:
        """Every action on the trail, to choose from."""
        return tuple(stored.actions(self._desk.database))

    def exceptions(self, first: date, last: date) -> tuple[PersonsDay, ...]:
        """What each person did on those business days, in the order they came.

        Whoever left long ago and did nothing is left out.
        """
        desk, days = self._desk, (first.isoformat(), last.isoformat())
        span = self._start_ms(first), self._start_ms(days_later(last, 1))
        found = {
            row[0]: PersonsDay(UUID(bytes=row[0]), row[1], row[2], bool(row[3]))
            for row in people.everyone(desk.database)
        }
        named = {
            "void": ("voids", "voided_minor"),
            "refund": ("refunds", "refunded_minor"),
            "no_sale": ("no_sales", ""),
            "pay_out": ("pay_outs", "paid_out_minor"),
            "coupon_revoked": ("coupons_revoked", ""),
            "freed": ("freed", ""),
            "staff.approved": ("approvals", ""),
            "staff.pin_wrong": ("wrong_pins", ""),
        }

        def put(row: Row, names: tuple[str, str]) -> None:
            values = {name: value for name, value in zip(names, row[-2:], strict=True) if name}
            found[row[0]] = replace(found[row[0]], **values)

        database = desk.database
        for row in stored.sales(database, *days):
            put(row, ("sales", "sold_minor"))
        for row in (*stored.given_back(database, *days), *stored.drawer(database, *days)):
            put(row, named[row[1]])
        for row in stored.by_hand(database, *days):
            put(row, ("discounts", "discounted_minor"))
        for row in stored.points(database, *span):
            put(row, ("points_entries", "points_given"))
        for row in stored.claims(database, *span):
            put(row, ("claims", "claimed_points"))
        for row in stored.coupons(database, *days):
            put((row[0], row[1], 0), ("coupons_given", ""))
        for row in stored.told(database, *span):
            if row[0] in found:
                put((row[0], row[2], 0), named[row[1]])
        return tuple(one for one in found.values() if one.active or one != self._bare(one))

    def save(self, path: Path, wanted: AuditFilter, *, approval: Approval | None = None) -> int:
        """Write the entries as CSV or XLSX; returns how many. Raises as `Exports.write`."""

        def rows() -> Iterator[Sequence[str]]:
            offset = 0
            while part := self.page(wanted, offset, _AT_ONCE):
                offset += len(part)
                for each in part:
                    told = "; ".join(f"{name}: {value}" for name, value in each.detail)
                    at = each.at.isoformat(" ", "seconds")
                    yield (
                        at, each.who, each.action, each.subject,
                        each.before, each.after, each.why, each.approved_by, told,
                    )  # fmt: skip

        return self._save(path, COLUMNS, rows(), approval)

    def save_exceptions(
        self, path: Path, first: date, last: date, *, approval: Approval | None = None
    ) -> int:
        """Write the exceptions as CSV or XLSX; returns the rows. Raises as `Exports.write`."""
        currency = self._desk.settings.money

        def rows() -> Iterator[Sequence[str]]:
            for one in self.exceptions(first, last):
                yield tuple(
                    plain_money(getattr(one, f"{name}_minor"), currency)
                    if hasattr(one, f"{name}_minor")
                    else str(getattr(one, name))
                    for name in EXCEPTION_COLUMNS.split(",")
                )

        return self._save(path, EXCEPTION_COLUMNS, rows(), approval)

    # --- inside ---------------------------------------------------------------

    def _save(
        self, path: Path, names: str, rows: Iterator[Sequence[str]], approval: Approval | None
    ) -> int:
        from app.services.exchange.tables_out import Column, suffix_of, write_table
        from app.services.exchange.targets import check_target, partial_file

        desk = self._desk
        approver = desk.require(Power.REPORTS, 0, approval)
        suffix = suffix_of(path)
        check_target(path, desk.database.path)
        columns = [
            Column(name, name in EXCEPTION_COLUMNS.split(",")[2:]) for name in names.split(",")
        ]
        with partial_file(path) as partial:
            count = desk.database.read_transaction(
                lambda: write_table(partial, suffix, columns, rows)
            )
            desk.transaction(lambda: audit(desk, "export.audit", approved_by=approver, rows=count))
        return count

    def _bare(self, one: PersonsDay) -> PersonsDay:
        return PersonsDay(one.staff_id, one.name, one.role, one.active)

    def _rows_wanted(self, wanted: AuditFilter) -> stored.Wanted:
        first, last = wanted.first_day, wanted.last_day
        return stored.Wanted(
            None if wanted.person is None else wanted.person.bytes,
            wanted.action,
            None if first is None else self._start_ms(first),
            None if last is None else self._start_ms(days_later(last, 1)),
        )

    def _start_ms(self, day: date) -> int:
        hour = self._desk.settings.day_end_hour
        return to_millis(datetime(day.year, day.month, day.day, hour, tzinfo=self._desk.zone))

    def _entry(self, row: Row) -> AuditEntry:
        happened_at, who, action, text, subject, approver, till, sequence = row
        # The first versions wrote the file of a restore as it was.
        known = json.loads(text) if text.startswith("{") else {"file": text} if text else {}
        told = {name: str(value) for name, value in known.items()}
        before, after, why = (told.pop(name, "") for name in ("before", "after", "why"))
        return AuditEntry(
            at=from_millis(happened_at, self._desk.zone),
            who=who,
            action=action,
            subject=subject if sequence is None else receipt_number(till, sequence),
            before=before,
            after=after,
            why=why or told.pop("reason", ""),
            approved_by=approver or "",
            detail=tuple(told.items()),
        )
