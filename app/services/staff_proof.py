"""Who somebody at the till is, shown by a PIN or a scanned card.

A wrong PIN delays the next try of that person's, twice as long each time. The delay stands in
the file: neither a restart nor a second program is a way around it.
"""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from app.errors import NoPin, PinBlocked, PinWrong, StaffCardUnknown, StaffDisabled, StaffUnknown
from app.models import staff as stored
from app.models.database import Row
from app.services.desk import Desk, audit
from app.services.pins import holds
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.pins import TOLD_FROM, cleaned_pin, delay_seconds
from app.services.rules.powers import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here, or did."""

    staff_id: UUID
    name: str
    role: Role
    active: bool
    has_pin: bool
    has_card: bool


class _Try(NamedTuple):
    """One try of a PIN: what it is held against, and how long it must wait first."""

    pin_hash: str
    failures: int
    wait_ms: int


class Proof:
    """Asks for a PIN or a card; signs nobody in by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def by_card(self, code: str) -> Person:
        """Somebody active whose card this is. Raises StaffCardUnknown."""
        plain = cleaned(code)
        row = None
        if kind_of(plain) is CodeKind.STAFF:
            row = stored.bearer(self._desk.database, plain)
        if row is None or not row[3]:
            raise StaffCardUnknown
        return person_of(row)

    def by_pin(self, staff_id: UUID, pin: str) -> Person:
        """Somebody active whose PIN this is.

        Raises PinWrong, PinBlocked, NoPin, StaffDisabled, StaffUnknown.
        """
        person = self._person(staff_id)
        if not person.active:
            raise StaffDisabled(person.name)
        if not person.has_pin:
            if person.has_card or stored.is_secured(self._desk.database):
                raise NoPin(person.name)
            return person
        tried = self._desk.transaction(lambda: self._begin_try(staff_id))
        if tried.wait_ms:
            raise PinBlocked(-(-tried.wait_ms // 1000))
        # Outside any transaction: a try takes longer than a sale may wait for its own.
        right = holds(tried.pin_hash, cleaned_pin(pin))
        self._desk.transaction(lambda: self._end_try(staff_id, tried.failures, right=right))
        if not right:
            raise PinWrong(delay_seconds(tried.failures))
        return person

    def _begin_try(self, staff_id: UUID) -> "_Try":
        """The hash to try, and how many wrong tries this one makes if it is wrong.

        The try counts before it is made: two programs that try at once, and one that is killed
        in the middle, get no more of them.
        """
        database, now = self._desk.database, self._desk.now_ms()
        state = stored.pin_state(database, staff_id.bytes)
        assert state is not None
        pin_hash, failures, blocked_until = state
        wait_ms = blocked_until - now
        if wait_ms > 0:
            longest = delay_seconds(failures) * 1000
            if wait_ms > longest:  # the clock was set back: nobody waits for the old hour again
                wait_ms = longest
                stored.set_pin_tries(database, staff_id.bytes, failures, now + longest)
            return _Try(pin_hash, failures, wait_ms)
        failures += 1
        until = now + delay_seconds(failures) * 1000
        stored.set_pin_tries(database, staff_id.bytes, failures, until)
        return _Try(pin_hash, failures, 0)

    def _end_try(self, staff_id: UUID, failures: int, *, right: bool) -> None:
        if right:
            stored.set_pin_tries(self._desk.database, staff_id.bytes, 0, 0)
        elif failures >= TOLD_FROM:
            audit(self._desk, "staff.pin_wrong", staff_id, tries=failures)

    def _person(self, staff_id: UUID) -> Person:
        row = stored.person(self._desk.database, staff_id.bytes)
        if row is None:
            raise StaffUnknown(str(staff_id))
        return person_of(row)


def person_of(row: Row) -> Person:
    """A person from one row of `models.staff.everyone`."""
    return Person(
        UUID(bytes=row[0]), row[1], Role(row[2]), bool(row[3]), bool(row[4]), bool(row[5])
    )
