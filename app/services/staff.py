"""The people at the till: kept, signed in by PIN or card, asked for their word on the spot."""

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from app.errors import (
    ApproverMayNot,
    FieldInvalid,
    LastOwner,
    NeedsApproval,
    StaffDisabled,
    StaffUnknown,
)
from app.models import settings as stored_settings
from app.models import staff as stored
from app.services.approvals import Approval
from app.services.desk import Desk, Staff, audit
from app.services.ids import uuid7
from app.services.pins import PinCost, hashed
from app.services.rules.codes import DRAWN_LIMIT, staff_code
from app.services.rules.pins import cleaned_pin, is_pin, is_weak
from app.services.rules.powers import (
    Limits,
    Power,
    Role,
    limits_document,
    limits_fault,
    permitted,
)
from app.services.staff_proof import Person, Proof, person_of
from app.services.texts import checked_text

__all__ = ["Person", "StaffList"]

T = TypeVar("T")
NAME_LENGTH = 40


class StaffList:
    """Adds, changes and disables the people at the till, signs them in, and asks them.

    Where no owner has a PIN or a card the till asks nobody who they are: whoever has neither
    signs in by their name alone.
    """

    def __init__(self, desk: Desk, cost: PinCost | None = None) -> None:
        self._desk = desk
        self._cost = cost or PinCost()
        self._proof = Proof(desk)

    # --- who there is ---------------------------------------------------------

    def list(self) -> tuple[Person, ...]:
        """Everybody, those who left too, as they came."""
        return tuple(map(person_of, stored.everyone(self._desk.database)))

    def get(self, staff_id: UUID) -> Person:
        """One of them. Raises StaffUnknown."""
        row = stored.person(self._desk.database, staff_id.bytes)
        if row is None:
            raise StaffUnknown(str(staff_id))
        return person_of(row)

    def find(self, text: str) -> Person:
        """Who is called so, or has this id; those who work here first. Raises StaffUnknown."""
        rows = stored.named(self._desk.database, text.strip())
        if rows:
            return person_of(rows[0])
        try:
            return self.get(UUID(text.strip()))
        except ValueError:
            raise StaffUnknown(text.strip()[:NAME_LENGTH]) from None

    # --- keeping --------------------------------------------------------------

    def add(
        self,
        name: str,
        role: Role,
        pin: str = "",
        *,
        staff_id: UUID | None = None,
        approval: Approval | None = None,
    ) -> Person:
        """Add a person; without a PIN they sign in by card. A repeated id gives the first.

        Raises FieldInvalid, NeedsApproval, ApproverMayNot.
        """
        kept = self._checked_name(name)
        pin_hash = self._hashed(pin) if pin else ""
        new_id = staff_id or uuid7()

        def work() -> Person:
            desk = self._desk
            if stored.person(desk.database, new_id.bytes) is None:
                approver = self._allowed(approval, role)
                self._check_free(kept, None)
                stored_settings.add_staff(desk.database, new_id.bytes, kept, role.value)
                if pin_hash:
                    stored.set_pin(desk.database, new_id.bytes, pin_hash)
                audit(desk, "staff.added", new_id, approved_by=approver, after=role.value)
            return self.get(new_id)

        return self._changed(work)

    def change(
        self, staff_id: UUID, name: str, role: Role, *, approval: Approval | None = None
    ) -> Person:
        """Give a person another name or role. Raises as `add`, StaffUnknown, LastOwner."""
        kept = self._checked_name(name)

        def work() -> Person:
            desk, before = self._desk, self.get(staff_id)
            approver = self._allowed(approval, before.role, role)
            self._check_free(kept, staff_id)
            if role is not Role.OWNER and before.active:
                self._keep_an_owner(before)
            stored.change(desk.database, staff_id.bytes, kept, role.value, before.active)
            if before.role is not role:
                roles = (before.role.value, role.value)
                audit(
                    desk, "staff.role", staff_id,
                    approved_by=approver, before=roles[0], after=roles[1],
                )  # fmt: skip
            return self.get(staff_id)

        return self._changed(work)

    def disable(self, staff_id: UUID, *, approval: Approval | None = None) -> Person:
        """They no longer sign in, and their card is dead; what they did stays theirs.

        Raises StaffUnknown, LastOwner, NeedsApproval, ApproverMayNot.
        """

        def work() -> Person:
            desk, before = self._desk, self.get(staff_id)
            if before.active:
                approver = self._allowed(approval, before.role)
                self._keep_an_owner(before)
                stored.change(
                    desk.database, staff_id.bytes, before.name, before.role.value, active=False
                )
                stored.set_card(desk.database, staff_id.bytes, "")
                audit(desk, "staff.disabled", staff_id, approved_by=approver)
            return self.get(staff_id)

        return self._changed(work)

    def enable(self, staff_id: UUID, *, approval: Approval | None = None) -> Person:
        """They work here again, with the PIN they had. Raises StaffUnknown, NeedsApproval."""

        def work() -> Person:
            desk, before = self._desk, self.get(staff_id)
            if not before.active:
                approver = self._allowed(approval, before.role)
                self._check_free(before.name, staff_id)
                stored.change(
                    desk.database, staff_id.bytes, before.name, before.role.value, active=True
                )
                audit(desk, "staff.enabled", staff_id, approved_by=approver)
            return self.get(staff_id)

        return self._changed(work)

    def set_pin(self, staff_id: UUID, pin: str, *, approval: Approval | None = None) -> Person:
        """Give a person a PIN, "" for none; wrong tries of the old one are forgotten.

        Raises FieldInvalid (`not_a_pin`, `weak_pin`), StaffUnknown, NeedsApproval, ApproverMayNot.
        """
        pin_hash = self._hashed(pin) if pin else ""

        def work() -> Person:
            desk, before = self._desk, self.get(staff_id)
            approver = self._allowed(approval, before.role)
            stored.set_pin(desk.database, staff_id.bytes, pin_hash)
            action = "staff.pin_set" if pin_hash else "staff.pin_removed"
            audit(desk, action, staff_id, approved_by=approver)
            return self.get(staff_id)

        return self._changed(work)

    def new_card(self, staff_id: UUID, *, approval: Approval | None = None) -> str:
        """Draw a card's code for a person; the card they had is dead.

        Raises StaffUnknown, StaffDisabled, NeedsApproval, ApproverMayNot.
        """

        def work() -> str:
            desk, person = self._desk, self.get(staff_id)
            if not person.active:
                raise StaffDisabled(person.name)
            approver = self._allowed(approval, person.role)
            code = staff_code(secrets.randbelow(DRAWN_LIMIT))
            while stored.bearer(desk.database, code) is not None:
                code = staff_code(secrets.randbelow(DRAWN_LIMIT))
            stored.set_card(desk.database, staff_id.bytes, code)
            audit(desk, "staff.card", staff_id, approved_by=approver)
            return code

        return self._changed(work)

    def save_card(
        self, staff_id: UUID, path: Path, *, approval: Approval | None = None
    ) -> tuple[Path, ...]:
        """Write a person's card as PDF or PNG; whoever has none gets one.

        Raises as `new_card`, and FileUnreadable (`output_type`, `not_writable`).
        """
        from app.services.documents.files import save_cards
        from app.services.documents.staff_card import staff_card

        person = self.get(staff_id)
        self._desk.require(Power.STAFF, 0, approval)
        code = stored.card_code(self._desk.database, staff_id.bytes)
        if not code:
            code = self.new_card(staff_id, approval=approval)
        facts, shop = staff_card(code, person.name, person.role, self._desk.settings.facts)
        return save_cards(path, [facts], 1, shop)

    def limits(self) -> Limits:
        """What managers and clerks may."""
        return self._desk.limits

    def set_limits(self, limits: Limits, *, approval: Approval | None = None) -> None:
        """Decide what managers and clerks may. Raises FieldInvalid, NeedsApproval."""
        if limits_fault(limits) is not None:
            raise FieldInvalid("limit", "out_of_range")
        after = json.dumps(limits_document(limits), sort_keys=True)

        def work() -> None:
            desk = self._desk
            approver = desk.require(Power.STAFF, 0, approval)
            before = json.dumps(limits_document(desk.limits), sort_keys=True)
            stored_settings.save_settings(desk.database, [(stored.LIMITS, after)])
            if before != after:
                audit(desk, "staff.limits", approved_by=approver, before=before, after=after)

        self._changed(work)

    # --- signing in -----------------------------------------------------------

    def sign_in(self, staff_id: UUID, pin: str = "") -> Person:
        """Who is at the till from now on.

        A wrong PIN delays the next try, twice as long each time, whichever program tries it.
        Raises PinWrong, PinBlocked, NoPin, StaffDisabled, StaffUnknown.
        """
        return self._signed_in(self._proof.by_pin(staff_id, pin))

    def sign_in_by_card(self, code: str) -> Person:
        """The same by a scanned card. Raises StaffCardUnknown."""
        return self._signed_in(self._proof.by_card(code))

    def sign_out(self) -> None:
        """Nobody is at the till until somebody signs in; the window locks itself."""
        self._desk.transaction(lambda: audit(self._desk, "staff.signed_out"))

    # --- a word on the spot ---------------------------------------------------

    def approvers(self, needs: NeedsApproval) -> tuple[Person, ...]:
        """Who may approve it, by PIN or card."""
        power, amount = Power(needs.power), needs.amount
        limits = self._desk.limits
        return tuple(
            person
            for person in self.list()
            if person.active and permitted(person.role, power, amount, limits)
        )

    def approve(self, needs: NeedsApproval, staff_id: UUID, pin: str = "") -> Approval:
        """Their word, good once, that it may be done. Raises as `sign_in`, ApproverMayNot."""
        return self._approved(needs, self._proof.by_pin(staff_id, pin))

    def approve_by_card(self, needs: NeedsApproval, code: str) -> Approval:
        """The same by a scanned card. Raises StaffCardUnknown, ApproverMayNot."""
        return self._approved(needs, self._proof.by_card(code))

    # --- inside ---------------------------------------------------------------

    def _approved(self, needs: NeedsApproval, person: Person) -> Approval:
        desk, power, amount = self._desk, Power(needs.power), abs(needs.amount)
        desk.read_powers()  # another program may have changed what they may
        if not permitted(person.role, power, amount, desk.limits):
            raise ApproverMayNot(person.name, power.value)
        desk.transaction(
            lambda: audit(
                desk,
                "staff.approved",
                approved_by=person.staff_id,
                power=power.value,
                amount=amount,
                unit=needs.unit,
            )
        )
        return desk.approvals.issue(Approval(person.staff_id, power, amount, uuid7()))

    def _signed_in(self, person: Person) -> Person:
        desk = self._desk
        desk.staff = Staff(person.staff_id, person.name, person.role.value)
        desk.transaction(lambda: audit(desk, "staff.signed_in"))
        desk.read_powers()  # another program may have changed what they may
        return person

    def _allowed(self, approval: Approval | None, *roles: Role) -> UUID | None:
        """Who approved; only an owner makes, changes or ends an owner."""
        approver = self._desk.require(Power.STAFF, 0, approval)
        if Role.OWNER in roles:
            word = self._desk.staff.staff_id if approver is None else approver
            person = self.get(word)
            if person.role is not Role.OWNER:
                raise ApproverMayNot(person.name, Power.STAFF.value)
        return approver

    def _keep_an_owner(self, person: Person) -> None:
        if person.role is not Role.OWNER:
            return
        if not stored.other_owners(self._desk.database, person.staff_id.bytes):
            raise LastOwner(person.name)

    def _checked_name(self, name: str) -> str:
        return checked_text("name", name, NAME_LENGTH, required=True)

    def _check_free(self, name: str, own: UUID | None) -> None:
        """Two people of one name cannot be told apart on a lock screen."""
        for row in stored.named(self._desk.database, name):
            if row[3] and (own is None or row[0] != own.bytes):
                raise FieldInvalid("name", "taken", name)

    def _hashed(self, pin: str) -> str:
        plain = cleaned_pin(pin)
        if not is_pin(plain):
            raise FieldInvalid("pin", "not_a_pin")
        if is_weak(plain):
            raise FieldInvalid("pin", "weak_pin")
        return hashed(plain, self._cost)

    def _changed(self, work: Callable[[], T]) -> T:
        done = self._desk.transaction(work)
        self._desk.read_powers()
        return done
