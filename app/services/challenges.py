"""Challenges (挑战赛): what is counted, for how long, who takes part, and who leads."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.errors import CareClosed, CareUnknown, FieldInvalid, MemberUnknown
from app.models import challenges as stored
from app.models import follow_ups
from app.models.database import Row
from app.models.merges import ids_of, owner, owners
from app.services.approvals import Approval
from app.services.as_written import reading
from app.services.care_types import Whom
from app.services.desk import Desk, audit
from app.services.rules.care.challenges import Measure, Stage, ranked, short_name, stage_of
from app.services.rules.care.measuring import Reading, change
from app.services.rules.powers import Power
from app.services.texts import checked_text

NAME_LENGTH = 60
PRIZE_LENGTH = 120
DAYS_MOST = 366
MEMBERS_MOST = 5_000


@dataclass(frozen=True, slots=True)
class ChallengeDraft:
    """A challenge as it is set: both days are included.

    `series` names the measurement of such a one; `falling` means that less is better. Where the
    owner says so the board shows `whole_names`.
    """

    name: str
    measure: Measure
    first: date
    last: date
    prize: str = ""
    series: str = ""
    falling: bool = False
    whole_names: bool = False


@dataclass(frozen=True, slots=True)
class Challenge:
    """A challenge as it is kept; `unit` is of a measurement."""

    challenge_id: UUID
    draft: ChallengeDraft
    stage: Stage
    members: int
    unit: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One on the board. `shown` is the name for everybody's eyes.

    `value` is days, minor units, points or thousandths; None, and place 0, where there is none.
    """

    place: int
    member: Whom
    shown: str
    value: int | None


class Challenges:
    """Keeps challenges; the board is reckoned anew from what was done whenever it is asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @reading
    def listed(self) -> tuple[Challenge, ...]:
        """All challenges, those that end last first."""
        return tuple(self._told(row) for row in stored.challenges(self._desk.database))

    @reading
    def get(self, challenge_id: UUID) -> Challenge:
        """One of them. Raises CareUnknown."""
        row = stored.challenge(self._desk.database, challenge_id.bytes)
        if row is None:
            raise CareUnknown("challenge")
        return self._told(row)

    def make(
        self, op_id: UUID, draft: ChallengeDraft, *, approval: Approval | None = None
    ) -> Challenge:
        """Begin a challenge; a repeated `op_id` begins one. Raises FieldInvalid, NeedsApproval."""
        desk = self._desk
        kept = self._checked(draft)

        def work() -> Challenge:
            if stored.challenge(desk.database, op_id.bytes) is None:
                approver = desk.require(Power.SETTINGS, 0, approval)
                stored.insert(
                    desk.database,
                    (op_id.bytes, kept.name, kept.measure.value, kept.series, int(kept.falling),
                     kept.first.isoformat(), kept.last.isoformat(), kept.prize,
                     int(kept.whole_names), desk.now_ms(), 0),
                )  # fmt: skip
                audit(desk, "challenge.made", op_id, approved_by=approver)
            return self.get(op_id)

        return desk.transaction(work)

    def _checked(self, draft: ChallengeDraft) -> ChallengeDraft:
        measured = draft.measure is Measure.MEASUREMENT
        name = checked_text("name", draft.name, NAME_LENGTH, required=True)
        prize = checked_text("prize", draft.prize, PRIZE_LENGTH)
        series = checked_text("series", draft.series, NAME_LENGTH, required=measured)
        if draft.last < draft.first:
            raise FieldInvalid("last_on", "before_first", draft.last.isoformat())
        if (draft.last - draft.first).days >= DAYS_MOST:
            raise FieldInvalid("last_on", "out_of_range", draft.last.isoformat())
        if draft.last < self._desk.today():
            raise FieldInvalid("last_on", "in_the_past", draft.last.isoformat())
        return ChallengeDraft(
            name,
            draft.measure,
            draft.first,
            draft.last,
            prize,
            series if measured else "",
            draft.falling and measured,
            draft.whole_names,
        )

    def call_off(self, challenge_id: UUID, *, approval: Approval | None = None) -> Challenge:
        """End it without a winner; saying it twice is saying it once.

        Raises CareUnknown, NeedsApproval.
        """
        desk = self._desk

        def work() -> Challenge:
            if self.get(challenge_id).stage is not Stage.CALLED_OFF:
                approver = desk.require(Power.SETTINGS, 0, approval)
                stored.call_off(desk.database, challenge_id.bytes)
                audit(desk, "challenge.called_off", challenge_id, approved_by=approver)
            return self.get(challenge_id)

        return desk.transaction(work)

    # --- who takes part -----------------------------------------------------------------

    def join(self, challenge_id: UUID, member_id: UUID) -> Challenge:
        """Let a member in; who is in stays in. Raises CareUnknown, CareClosed, MemberUnknown."""
        desk = self._desk

        def work() -> Challenge:
            now = self.get(challenge_id)
            if now.stage in (Stage.OVER, Stage.CALLED_OFF):
                raise CareClosed(now.draft.name)
            if not follow_ups.is_member(desk.database, member_id.bytes):
                raise MemberUnknown("")
            if now.members >= MEMBERS_MOST:
                raise FieldInvalid("challenge", "too_many", str(now.members))
            whose = owner(desk.database, member_id.bytes)
            stored.join(desk.database, challenge_id.bytes, whose, desk.now_ms())
            return self.get(challenge_id)

        return desk.transaction(work)

    def leave(self, challenge_id: UUID, member_id: UUID) -> Challenge:
        """Take a member out; who is not in stays out. Raises CareUnknown."""
        desk = self._desk

        def work() -> Challenge:
            self.get(challenge_id)
            ids = ids_of(desk.database, member_id.bytes)
            stored.leave(desk.database, challenge_id.bytes, ids)
            return self.get(challenge_id)

        return desk.transaction(work)

    # --- who leads ----------------------------------------------------------------------

    @reading
    def board(self, challenge_id: UUID) -> tuple[BoardRow, ...]:
        """Who stands where, as of today; who has nothing that counts comes last.

        Raises CareUnknown.
        """
        challenge = self.get(challenge_id)
        rows = stored.members(self._desk.database, challenge_id.bytes)
        people = {row[0]: Whom(UUID(bytes=row[0]), *row[1:4]) for row in rows}
        values = self._values(challenge.draft, list(people))
        whole = challenge.draft.whole_names
        return tuple(
            BoardRow(
                place,
                people[who],
                people[who].called if whole else _short(people[who]),
                value,
            )
            for place, who, value in ranked(values, list(people))
        )

    def _values(self, draft: ChallengeDraft, people: Sequence[bytes]) -> dict[bytes, int | None]:
        database = self._desk.database
        persons = owners(database, people)
        ids, first, last = list(persons), draft.first.isoformat(), draft.last.isoformat()
        if not ids:
            return {}
        if draft.measure is Measure.MEASUREMENT:
            return self._changes(draft, people, persons)
        if draft.measure is Measure.VISITS:
            days: dict[bytes, set[str]] = defaultdict(set)
            for key, day in stored.visit_days(database, ids, first, last):
                days[persons[key]].add(day)
            return {each: len(days[each]) for each in people}
        read = stored.spent if draft.measure is Measure.SPEND else stored.earned
        sums: dict[bytes, int] = defaultdict(int)
        for key, amount in read(database, ids, first, last):
            sums[persons[key]] += amount
        return {each: sums[each] for each in people}

    def _changes(
        self, draft: ChallengeDraft, people: Sequence[bytes], persons: dict[bytes, bytes]
    ) -> dict[bytes, int | None]:
        """How much each one's measurement changed, upwards or downwards."""
        readings: dict[bytes, list[Reading]] = defaultdict(list)
        last = draft.last.isoformat()
        rows = stored.measured(self._desk.database, list(persons), draft.series, last)
        for key, day, milli in rows:
            readings[persons[key]].append(Reading(date.fromisoformat(day), milli))
        sign = -1 if draft.falling else 1
        found: dict[bytes, int | None] = {}
        for each in people:
            moved = change(readings[each], draft.first, draft.last)
            found[each] = None if moved is None else sign * moved
        return found

    def _told(self, row: Row) -> Challenge:
        (key, name, measure, series, falling, first_on, last_on, prize, whole, _, off, members) = (
            row
        )
        first, last = date.fromisoformat(first_on), date.fromisoformat(last_on)
        draft = ChallengeDraft(
            name, Measure(measure), first, last, prize, series, bool(falling), bool(whole)
        )
        return Challenge(
            UUID(bytes=key),
            draft,
            stage_of(first, last, self._desk.today(), called_off=bool(off)),
            members,
            stored.unit_of(self._desk.database, series) if series else "",
        )


def _short(member: Whom) -> str:
    """The name for everybody's eyes; a number shows its last digits."""
    return short_name(member.name) if member.name else f"*{member.number[-3:]}"
