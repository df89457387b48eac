"""Members from a table: known by number, else by phone, else by name and place among equals."""

from collections import Counter
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from app.errors import FieldInvalid
from app.models import members as stored
from app.models.members import NewMember
from app.models.segments import last_seq
from app.services.desk import Desk
from app.services.exchange.cells import folded, parse_date, split_list
from app.services.exchange.identity import IMPORTED
from app.services.exchange.opening import opening_points
from app.services.exchange.pace import Pace
from app.services.exchange.plan import ImportOptions, ImportPlan, Record, Tally
from app.services.exchange.source import texts
from app.services.member_drafts import DraftContext, checked_number, new_member
from app.services.member_types import MemberDraft
from app.services.members import Members
from app.services.rules.money import parse_scaled
from app.services.rules.phones import parse_phone

POINTS_LIMIT = 1_000_000_000
_CHUNK = 1_000
_COMPARED = ("number", "name", "phone", "gender", "birthday", "joined_on", "note")


@dataclass(slots=True)
class _Pending:
    """New members that are not written yet, and what they would stand in the way of."""

    members: list[NewMember]
    points: list[tuple[bytes, int]]
    numbers: set[str]
    phones: set[str]


class MemberIntake:
    """Takes member rows one by one, inside the import's transaction; writes them in chunks."""

    def __init__(
        self,
        desk: Desk,
        members: Members,
        plan: ImportPlan,
        options: ImportOptions,
        tally: Tally,
    ) -> None:
        self._desk = desk
        self._members = members
        self._plan = plan
        self._date_format = plan.date_format
        self._claimed: frozenset[str] | None = None
        self._options = options
        self._tally = tally
        self._context: DraftContext = members.draft_context()
        self._pending = _Pending([], [], set(), set())
        self._nameless: Counter[str] = Counter()
        self._last_before = last_seq(desk.database)

    def take(self, record: Record) -> None:
        """Add, change or recognise one member.

        Raises FieldInvalid, PhoneTaken, MemberNumberTaken.
        """
        draft = self._drafted(record, MemberDraft())
        points = _points(record.text("points"))
        number = checked_number(draft.number)
        phone = parse_phone(draft.phone, self._context.region).e164
        if number in self._pending.numbers or phone in self._pending.phones:
            self._write()
        identity = self._identity(number, phone, draft.name)
        known = self._known(number, phone, identity)
        if known is not None:
            self._compare(record, UUID(bytes=known), points)
            return
        member, _ = new_member(draft, self._context, member_id=identity, number=number or "-")
        if not number:
            member = member._replace(row=member.row._replace(number=self._free_number()))
        stored.refuse_conflict(self._desk.database, member.row)
        self._keep(member, points, number)

    def finish(self, _pace: Pace) -> None:
        """Write the last members."""
        self._write()

    def _free_number(self) -> str:
        """The next automatic number that no row of the file claims, further down included."""
        if self._claimed is None:
            column = dict(self._plan.mapping).get("number")
            self._claimed = frozenset(
                folded(cells[column])
                for _, cells in texts(self._plan.source)
                if column is not None and column < len(cells)
            )
        while (number := stored.take_number(self._desk.database)) in self._claimed:
            pass
        return number

    def _drafted(self, record: Record, draft: MemberDraft) -> MemberDraft:
        """The draft with every field that the file has a column for."""
        columns = record.columns
        changes: dict[str, object] = {
            name: record.text(name)
            for name in ("name", "phone", "gender", "note")
            if name in columns
        }
        if "number" in columns:
            changes["number"] = folded(record.text("number")) or draft.number
        if "birthday" in columns:
            changes["birthday"] = self._birthday(record.text("birthday"))
        if "tags" in columns:
            changes["tags"] = split_list(record.text("tags"))
        if record.text("joined_on").strip():
            joined_on = parse_date("joined_on", record.text("joined_on"), self._date_format)
            if joined_on > self._context.today:
                raise FieldInvalid("joined_on", "in_the_future", record.text("joined_on"))
            changes["joined_on"] = joined_on
        changed = replace(draft, **changes)  # type: ignore[arg-type]
        if not changed.name.strip() and not changed.phone.strip():
            # A list of bare card numbers is worth having; the number is what there is to show.
            changed = replace(changed, name=changed.number)
        return changed

    def _birthday(self, text: str) -> str:
        """A birthday in the members' own form; dates in other forms become one."""
        plain = folded(text)
        if self._date_format or plain[:4].isdigit():
            try:
                return parse_date("birthday", plain, self._date_format).isoformat()
            except FieldInvalid:
                return plain
        return plain

    def _identity(self, number: str, phone: str | None, name: str) -> UUID:
        if number:
            return uuid5(IMPORTED, f"member\nnumber\n{number}")
        if phone:
            return uuid5(IMPORTED, f"member\nphone\n{phone}")
        self._nameless[name] += 1
        return uuid5(IMPORTED, f"member\nname\n{name}\n{self._nameless[name]}")

    def _known(self, number: str, phone: str | None, identity: UUID) -> bytes | None:
        database = self._desk.database
        if number:
            found = stored.id_of_number(database, number)
            if found is not None:
                return found
        elif phone:
            owner = stored.phone_owner(database, phone)
            if owner is not None:
                return bytes(owner[0])
        # Given another number or phone in the shop since an earlier import of the same row.
        kept = stored.member(database, identity.bytes)
        return None if kept is None else identity.bytes

    def _compare(self, record: Record, member_id: UUID, points: int) -> None:
        """An existing member: the same, or changed where updates are allowed.

        A balance is never set: points are brought along once, before any were earned here.
        """
        old = self._members.draft_of(member_id)
        new = self._drafted(record, old)
        row, _ = new_member(
            new,
            self._members.draft_context(),
            member_id=member_id,
            number=checked_number(new.number),
        )
        before, _ = new_member(
            old, self._members.draft_context(), member_id=member_id, number=old.number
        )
        differing = [
            name for name in _COMPARED if getattr(row.row, name) != getattr(before.row, name)
        ]
        if set(row.tags) != set(before.tags):
            differing.append("tags")
        brought = points if not stored.has_points(self._desk.database, member_id.bytes) else 0
        if brought:
            differing.append("points")
        if not differing:
            self._tally.unchanged += 1
        elif stored.joined_after(self._desk.database, member_id.bytes, self._last_before):
            # Which of the two rows is meant is not for the program to guess.
            raise FieldInvalid(differing[0], "twice_in_file", record.text(differing[0]))
        elif self._options.update:
            self._write()
            self._members.update(member_id, new)
            if brought:
                opening_points(self._desk, [(member_id.bytes, brought)])
            self._tally.updated += 1
        else:
            raise FieldInvalid(differing[0], "differs", record.text(differing[0]))

    def _keep(self, member: NewMember, points: int, number: str) -> None:
        pending = self._pending
        pending.members.append(member)
        if number:
            pending.numbers.add(number)
        if member.row.phone_e164:
            pending.phones.add(member.row.phone_e164)
        if points:
            pending.points.append((member.row.id, points))
        self._tally.added += 1
        self._tally.members += 1
        if len(pending.members) >= _CHUNK:
            self._write()

    def _write(self) -> None:
        pending, self._pending = self._pending, _Pending([], [], set(), set())
        if pending.members:
            stored.insert_members(self._desk.database, pending.members)
        if pending.points:
            opening_points(self._desk, pending.points)


def _points(text: str) -> int:
    """Opening points: a whole number of zero or more; blank is none. Raises FieldInvalid."""
    plain = folded(text)
    if not plain:
        return 0
    points = parse_scaled(plain, 0, POINTS_LIMIT)
    if points is None:
        raise FieldInvalid("points", "not_a_whole_number", text)
    if points < 0:
        raise FieldInvalid("points", "negative", text)
    return points
