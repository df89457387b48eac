"""The desk: this shop, at this till, by this person, at this moment. Every service works at it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from app.errors import FieldInvalid, NeedsApproval, ShopFileUnreadable
from app.models import settings as stored
from app.models import staff as people
from app.models.database import Database
from app.services.approvals import Approval, Approvals
from app.services.as_written import as_written
from app.services.ids import uuid7
from app.services.rules.days import Moment, business_date, to_millis, trading_day
from app.services.rules.money import Currency
from app.services.rules.powers import (
    Limits,
    Power,
    Role,
    default_limits,
    limit_of,
    limits_of_document,
    permitted,
    unit_of,
)
from app.services.rules.pricing import PriceTerms
from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file import document_of, scheme_as_stored, scheme_of
from app.services.scheme_store import SchemeBook, SchemeVersion, append_scheme, scheme_refusals
from app.services.settings import (
    ShopSettings,
    changed_settings,
    load_settings,
    store_settings,
)

__all__ = [
    "Approval",
    "Clock",
    "Desk",
    "Settings",
    "Staff",
    "Till",
    "add_version",
    "audit",
    "use_scheme",
    "utc_now",
]

T = TypeVar("T")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The PC's clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Till:
    """The till this PC is."""

    till_id: UUID
    number: int


@dataclass(frozen=True, slots=True)
class Staff:
    """The person at the till."""

    staff_id: UUID
    name: str
    role: str


def _nothing(_member_id: UUID) -> None:
    """Nothing is due where no shop was put together."""


class Desk:
    """What every service works with. Settings and schemes are read once and kept.

    `before_spending` does what is due for a member; every verb that moves their value calls it
    first, inside its transaction.
    """

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self.database = database
        self._clock = clock
        self.before_spending: Callable[[UUID], None] = _nothing
        self._staff: Staff | None = None
        self.left = False  # whoever was at the till works here no more
        self.approvals = Approvals()
        self.reload()

    def reload(self) -> None:
        """Read settings, scheme, till and staff again, after a restore.

        Raises ShopFileUnreadable.
        """
        with as_written(self.database):
            self._read()

    def _read(self) -> None:
        till = stored.counter_till(self.database)
        staff = self._person()
        if till is None or staff is None:
            raise ShopFileUnreadable(str(self.database.path))
        self.settings: ShopSettings = load_settings(self.database)
        self.zone: ZoneInfo = self.settings.zone
        self.schemes = SchemeBook(self.database, self.settings.money)
        self.schemes.in_force(self.today())  # refused here, not in the middle of a sale
        self.till = Till(UUID(bytes=till[0]), till[1])
        self.read_powers()
        self.card_key: bytes = stored.key(self.database, "member_card")

    def _person(self) -> Staff | None:
        """Who is at the till: whoever was, where they still work here; an owner at the start.

        Who was disabled, or is unknown after a restore, is not followed by an owner where the
        till asks who is there: they may what a clerk may, until somebody signs in.
        """
        row = (
            None
            if self._staff is None
            else people.person(self.database, self._staff.staff_id.bytes)
        )
        there = row is not None and bool(row[3])
        self.left = self._staff is not None and not there and people.is_secured(self.database)
        if not there and not (self.left and row is not None):
            row = stored.owner(self.database)
        if row is None:
            return None
        return Staff(UUID(bytes=row[0]), row[1], Role.CLERK if self.left else row[2])

    def read_powers(self) -> None:
        """Read again who is here, what everyone may, and whether the till asks who is there."""
        self._staff = self._person()
        text = people.limits(self.database)
        fallback = default_limits(self.settings.money.unit_minor)
        self.limits: Limits = (
            fallback if text is None else limits_of_document(json.loads(text), fallback)
        )
        self.secured = people.is_secured(self.database)

    @property
    def scheme(self) -> Scheme:
        """The scheme in force: the newest version whose business day has come."""
        return self.schemes.in_force(self.today())

    @property
    def terms(self) -> PriceTerms:
        """What pricing needs to know of the shop."""
        return self.settings.terms

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self._clock()

    def now_ms(self) -> int:
        """This moment, in UTC milliseconds."""
        return to_millis(self._clock())

    def business_date(self, moment: datetime) -> date:
        """The trading day a moment belongs to."""
        return business_date(moment, self.zone, self.settings.day_end_hour)

    def today(self) -> date:
        """The trading day now."""
        return self.business_date(self.now())

    def moment(self, at: datetime | None = None) -> Moment:
        """When something is priced, in shop time; now, where nothing else is said."""
        local = (self.now() if at is None else at).astimezone(self.zone)
        day = trading_day(local, self.settings.day_end_hour)
        return Moment(day, local.hour * 60 + local.minute)

    @property
    def staff(self) -> Staff:
        """Who is signed in."""
        assert self._staff is not None
        return self._staff

    @staff.setter
    def staff(self, staff: Staff) -> None:
        self._staff = staff
        self.left = False

    def may(self, power: Power, amount: int = 0) -> bool:
        """Whether the person at the till may do `amount` of it alone, in its unit."""
        return permitted(self.staff.role, power, amount, self.limits)

    def require(
        self, power: Power, amount: int = 0, approval: Approval | None = None
    ) -> UUID | None:
        """Who approved that this be done; None where the person at the till may do it alone.

        Reads nothing from the file. The owner, who is all that a shop has until it adds staff,
        may do everything. An approval is good for one commit. In a verb that is safe to repeat
        this stands inside the transaction, after the look for what was done before. Raises
        NeedsApproval.
        """
        if self.may(power, amount):
            return None
        approver = self.approvals.use(power, amount, approval)
        if approver is None:
            limit = limit_of(self.staff.role, power, self.limits)
            raise NeedsApproval(power.value, limit, amount, unit_of(power).value)
        return approver

    def transaction(self, work: Callable[[], T]) -> T:
        """Run `work` in one durable transaction; it may run again: only the database in it."""
        with self.approvals:
            return self.database.in_transaction(work)


class Settings:
    """Reads and changes what the owner decides for the whole shop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self) -> ShopSettings:
        """The settings in force."""
        return self._desk.settings

    def save(self, settings: ShopSettings, *, approval: Approval | None = None) -> None:
        """Store the settings and use them from now on.

        The currency cannot change once there are products or sales: stored amounts are in it.
        With its decimals the scheme's amounts change, in a new version. Raises FieldInvalid,
        NeedsApproval.
        """
        desk = self._desk
        if settings.currency != desk.settings.currency and stored.has_amounts(desk.database):
            raise FieldInvalid("currency", "in_use", settings.currency)

        changed = changed_settings(desk.settings, settings)

        def work() -> None:
            approver = desk.require(Power.SETTINGS, 0, approval)
            store_settings(desk.database, settings)
            if changed is not None:
                before, after = changed
                audit(desk, "settings", approved_by=approver, before=before, after=after)
            old, new = desk.settings.money, settings.money
            if old.digits != new.digits:
                rescaled = scheme_as_stored(document_of(desk.scheme, old), new, 0)
                add_version(desk, rescaled, desk.today(), new)

        desk.transaction(work)
        desk.settings = settings
        desk.zone = settings.zone
        desk.schemes = SchemeBook(desk.database, settings.money)

    def currency_is_used(self) -> bool:
        """Whether products or sales hold amounts, so that the currency stays what it is."""
        return stored.has_amounts(self._desk.database)

    def scheme(self) -> Scheme:
        """The scheme in force."""
        return self._desk.scheme


def use_scheme(
    desk: Desk, scheme: Scheme, active_from: date, *, approval: Approval | None = None
) -> SchemeVersion:
    """Append a scheme as the shop's newest version, in force from that business day.

    Raises SchemeInvalid, NeedsApproval.
    """
    currency = desk.settings.money
    with scheme_refusals():
        # Read back as it will be stored: a text that no document may hold, such as one with
        # control characters, would else make the shop's file unreadable.
        scheme_of(document_of(scheme, currency), currency)

    def work() -> SchemeVersion:
        approver = desk.require(Power.SCHEME, 0, approval)
        before = SchemeBook(desk.database, currency).newest
        version = add_version(desk, scheme, active_from, currency)
        after = version.scheme.version
        audit(desk, "scheme", approved_by=approver, before=before, after=after)
        return version

    saved = desk.transaction(work)
    desk.schemes = SchemeBook(desk.database, currency)
    return saved


def add_version(desk: Desk, scheme: Scheme, active_from: date, currency: Currency) -> SchemeVersion:
    """Append a version, inside the caller's transaction."""
    newest = SchemeBook(desk.database, currency).newest
    version = SchemeVersion(replace(scheme, version=newest + 1), active_from)
    append_scheme(desk.database, version, currency, scheme_id=uuid7().bytes, now_ms=desk.now_ms())
    return version


def audit(
    desk: Desk,
    action: str,
    subject: UUID | None = None,
    *,
    approved_by: UUID | None = None,
    **detail: str | int,
) -> None:
    """Append to the audit trail who did what; `detail` never holds personal data.

    What a thing was `before` and `after`, and `why`, are told where they exist.
    """
    stored.add_audit_entry(
        desk.database,
        (
            uuid7().bytes,
            desk.staff.staff_id.bytes,
            desk.now_ms(),
            action,
            None if subject is None else subject.bytes,
            json.dumps(detail, sort_keys=True) if detail else "",
            None if approved_by is None else approved_by.bytes,
        ),
    )
