"""The verbs about the people at the till: add, list, disable, enable, pin, card, audit."""

import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import date

from app.cli.console import Console, facts, table
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.audit_trail import AuditFilter
from app.services.rules.powers import Role
from app.services.staff import Person


def add(asked: Namespace, console: Console) -> int:
    """Add a person. Raises FieldInvalid."""
    person = console.open_shop().staff.add(asked.name, Role(asked.role), _pin(asked.pin))
    return _say(person, console, "Added.")


def listed(asked: Namespace, console: Console) -> int:
    """Everybody who works here."""
    people = [each for each in console.open_shop().staff.list() if each.active or asked.all]
    rows = [
        (each.name, each.role.value, each.has_pin, each.has_card, not each.active)
        for each in people
    ]
    heading = ("name", "role", "PIN", "card", "left")
    console.show([_told(each) for each in people], table(heading, rows, frozenset()))
    return 0


def disable(asked: Namespace, console: Console) -> int:
    """Somebody leaves. Raises StaffUnknown, LastOwner."""
    staff = console.open_shop().staff
    return _say(staff.disable(staff.find(asked.name).staff_id), console, "Disabled.")


def enable(asked: Namespace, console: Console) -> int:
    """Somebody comes back. Raises StaffUnknown, FieldInvalid."""
    staff = console.open_shop().staff
    return _say(staff.enable(staff.find(asked.name).staff_id), console, "Enabled.")


def pin(asked: Namespace, console: Console) -> int:
    """Give somebody a PIN. Raises StaffUnknown, FieldInvalid."""
    staff = console.open_shop().staff
    person = staff.set_pin(staff.find(asked.name).staff_id, _pin(asked.pin))
    return _say(person, console, "Set." if person.has_pin else "Taken away.")


def card(asked: Namespace, console: Console) -> int:
    """Save somebody's card. Raises StaffUnknown, StaffDisabled, FileUnreadable."""
    staff = console.open_shop().staff
    person = staff.find(asked.name)
    if asked.new:
        staff.new_card(person.staff_id)
    files = [str(path) for path in staff.save_card(person.staff_id, typed_path(asked.out))]
    console.show(
        {"name": person.name, "files": files},
        f"Saved the card of {person.name} in {', '.join(files)}",
    )
    return 0


def trail(asked: Namespace, console: Console) -> int:
    """The audit trail. Raises StaffUnknown, FileUnreadable."""
    shop = console.open_shop()
    person = shop.staff.find(asked.person).staff_id if asked.person else None
    wanted = AuditFilter(person, asked.action)
    if asked.out:
        rows = shop.audit_trail.save(typed_path(asked.out), wanted)
        console.show({"rows": rows, "file": asked.out}, f"{rows:,} entries in {asked.out}")
        return 0
    entries = shop.audit_trail.page(wanted, 0, max(1, min(asked.limit, 10_000)))
    heading = ("at", "who", "action", "subject", "before", "after", "approved by")
    lines = [
        (f"{e.at:%Y-%m-%d %H:%M:%S}", e.who, e.action, e.subject, e.before, e.after, e.approved_by)
        for e in entries
    ]
    told = [{**asdict(e), "at": e.at.isoformat(), "detail": dict(e.detail)} for e in entries]
    console.show(told, table(heading, lines, frozenset()))
    return 0


def odd(asked: Namespace, console: Console) -> int:
    """What each person did out of the ordinary. Raises FieldInvalid, FileUnreadable."""
    shop = console.open_shop()
    today = shop.desk.today()
    first, last = _day("from", asked.first) or today, _day("to", asked.last) or today
    if asked.out:
        rows = shop.audit_trail.save_exceptions(typed_path(asked.out), first, last)
        console.show({"rows": rows, "file": asked.out}, f"{rows:,} people in {asked.out}")
        return 0
    told = []
    for one in shop.audit_trail.exceptions(first, last):
        values = {
            name.removesuffix("_minor"): console.amount(value) if name.endswith("_minor") else value
            for name, value in asdict(one).items()
            if name not in ("staff_id", "active")
        }
        told.append(values)
    heading = tuple(name.replace("_", " ") for name in told[0]) if told else ()
    lines = [tuple(str(value) for value in values.values()) for values in told]
    console.show(told, table(heading, lines, frozenset(range(2, len(heading)))))
    return 0


def _pin(text: str) -> str:
    return sys.stdin.readline().strip() if text == "-" else text


def _day(field: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text) from error


def _told(person: Person) -> dict[str, object]:
    return {
        "id": str(person.staff_id),
        "name": person.name,
        "role": person.role.value,
        "active": person.active,
        "pin": person.has_pin,
        "card": person.has_card,
    }


def _say(person: Person, console: Console, done: str) -> int:
    told = _told(person)
    console.show(told, f"{done}\n\n{facts(told, indent='  ')}")
    return 0
