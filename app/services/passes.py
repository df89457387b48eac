"""Session passes (次卡): sold to a member, used one by one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import FieldInvalid, NotInScheme, PassNotUsable
from app.models import standing
from app.models import value as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.buyers import buyer
from app.services.desk import Desk
from app.services.rules.scheme.value import PassTemplate
from app.services.rules.scheme.words import Words, words
from app.services.rules.tenders import Tender, TenderKind
from app.services.takings import (
    Taking,
    TakingDraft,
    Takings,
    checked_reason,
    new_id,
    paid_out,
    post,
    stamp,
)

if TYPE_CHECKING:
    from app.services.rules.cart import AppliedPass


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass and what is left of it; both days of its validity are included."""

    pass_id: UUID
    member_id: UUID
    template: str
    name: Words
    uses: int
    uses_left: int
    valid_from: date
    valid_to: date


@dataclass(frozen=True, slots=True)
class PassSold:
    """A pass just sold or paid back, and the money that moved."""

    taking: Taking
    held: Pass


class Passes:
    """Sells passes and counts their uses."""

    def __init__(self, desk: Desk, takings: Takings) -> None:
        self._desk = desk
        self._takings = takings

    def sell(
        self, op_id: UUID, member_id: UUID, template_id: str, tenders: tuple[Tender, ...]
    ) -> PassSold:
        """Sell a pass; a repeated `op_id` sells one.

        Raises NotInScheme, MemberUnknown, MemberFrozen, MemberArchived, and as `Takings.once`.
        """
        template = self.template(template_id)
        draft = TakingDraft(op_id, "pass", template.price_minor, tenders, template.id, member_id)
        taking = self._takings.once(draft, lambda: self._new(draft, template))
        return self._sold(taking)

    def use(self, pass_id: UUID, times: int = 1, *, op_id: UUID | None = None) -> Pass:
        """Count uses of a pass; a repeated `op_id` counts them once.

        Raises PassNotUsable, FieldInvalid, MemberFrozen, MemberArchived.
        """
        if times <= 0:
            raise FieldInvalid("quantity", "negative" if times else "zero", str(times))
        return self._desk.transaction(lambda: self._moved(pass_id, -times, "used", "", op_id))

    def give_back(self, pass_id: UUID, reason: str, times: int = 1) -> Pass:
        """Take uses back that were counted by mistake, while the pass lasts.

        Raises FieldInvalid, PassNotUsable, MemberFrozen, MemberArchived.
        """
        why = checked_reason(reason)

        def work() -> Pass:
            # Uses that lapsed or were paid back were never counted by mistake.
            if not 0 < times <= stored.uses_counted(self._desk.database, pass_id.bytes):
                raise FieldInvalid("quantity", "out_of_range", str(times))
            return self._moved(pass_id, times, "returned", why, None)

        return self._desk.transaction(work)

    def refund(
        self, op_id: UUID, pass_id: UUID, reason: str, kind: TenderKind = TenderKind.CASH
    ) -> PassSold:
        """Pay back the uses that are left, pro rata of the price, rounded down; it ends with it.

        What has lapsed is not paid back, its entry written or not. Raises PassNotUsable,
        FieldInvalid.
        """
        why = checked_reason(reason)

        def work() -> PassSold:
            self._desk.before_spending(UUID(bytes=self._row(pass_id)[1]))
            row = self._row(pass_id)
            first = self._takings.by_id(op_id)
            left = row[4]
            if first is None and self._desk.today().isoformat() > row[6]:
                raise PassNotUsable(self._told(row).name, "code_expired")
            if first is None and left <= 0:
                raise PassNotUsable(self._told(row).name, "used_up")
            back = _worth(row) if first is None else -first.amount_minor
            draft = TakingDraft(
                op_id, "pass_refund", -back, paid_out(kind, back), row[2], UUID(bytes=row[1]), why,
                origin=pass_id.bytes,
            )  # fmt: skip
            taking = self._takings.once(draft, lambda: self._ended(draft, row))
            return PassSold(taking, self.find(pass_id))

        return self._takings.durable(op_id, work)

    @reading
    def refundable_minor(self, pass_id: UUID) -> int:
        """What `refund` would pay back now, in minor units; 0 once it lapsed.

        Raises PassNotUsable where there is none.
        """
        row = self._row(pass_id)
        lapsed = self._desk.today().isoformat() > row[6]
        return 0 if lapsed else _worth(row)

    @reading
    def had(self, member_id: UUID, template_id: str) -> Words | None:
        """The name of a pass that a member has or had; None where they never had one."""
        version = stored.newest_pass_version(self._desk.database, member_id.bytes, template_id)
        return None if version is None else self._name(template_id, version)

    @reading
    def find(self, pass_id: UUID) -> Pass:
        """A pass. Raises PassNotUsable where there is none."""
        return self._told(self._row(pass_id))

    def _row(self, pass_id: UUID) -> Row:
        row = stored.session_pass(self._desk.database, pass_id.bytes)
        if row is None:
            raise PassNotUsable(words(""), "not_a_code")
        return row

    def template(self, template_id: str) -> PassTemplate:
        """The scheme's pass of this id. Raises NotInScheme."""
        known = self._desk.scheme.passes
        for template in known:
            if template.id == template_id:
                return template
        raise NotInScheme("pass", template_id[:40], ", ".join(each.id for each in known))

    def in_scheme(self, template_id: str) -> bool:
        """Whether the scheme in force has such a pass: it says what a use pays for."""
        return any(each.id == template_id for each in self._desk.scheme.passes)

    @reading
    def to_lay(self, member_id: UUID | None, wanted: Sequence[str]) -> tuple["AppliedPass", ...]:
        """Uses to lay on a cart, each named by its pass's id or its template; of a template the
        pass that lapses first. Raises NotInScheme, PassNotUsable."""
        from app.services.pass_sales import applied

        laid: list[AppliedPass] = []
        for each in wanted:
            pass_id = _pass_id(each)
            if pass_id is not None:
                laid.append(applied(self.find(pass_id)))
                continue
            taken = Counter(use.pass_id for use in laid)
            laid.append(applied(self._first_of(member_id, each, taken)))
        return tuple(laid)

    def _first_of(self, member_id: UUID | None, template_id: str, taken: Counter[UUID]) -> Pass:
        """The member's pass of a template that lapses first and has uses beside those taken."""
        key = None if member_id is None else member_id.bytes
        today = self._desk.today().isoformat()
        rows = () if key is None else standing.passes(self._desk.database, key, today)
        for row in rows:
            if row[1] == template_id and row[3] > taken[UUID(bytes=row[0])]:
                return self._told(self._row(UUID(bytes=row[0])))
        had = None if member_id is None else self.had(member_id, template_id)
        name = had or self.template(template_id).name
        raise PassNotUsable(name, "never_had" if had is None else "used_up")

    def _new(self, draft: TakingDraft, template: PassTemplate) -> LedgerRows:
        assert draft.member_id is not None
        buyer(self._desk, draft.member_id)
        rows, at, pass_id = LedgerRows(), stamp(self._desk), new_id()
        today = self._desk.today()
        rows.add(
            "session_pass",
            pass_id,
            draft.member_id.bytes,
            template.id,
            template.uses,
            template.price_minor,
            today.isoformat(),
            (today + timedelta(days=max(1, template.valid_days) - 1)).isoformat(),
            self._desk.scheme.version,
        )
        taking_id = draft.taking_id.bytes
        rows.add(
            "pass_entry", new_id(), None, taking_id, pass_id, "sold", template.uses, "", *at.row
        )
        return rows

    def _moved(self, pass_id: UUID, uses: int, kind: str, reason: str, op_id: UUID | None) -> Pass:
        database = self._desk.database
        if op_id is not None and stored.pass_entry(database, op_id.bytes) is not None:
            return self.find(pass_id)
        buyer(self._desk, UUID(bytes=self._row(pass_id)[1]))
        row = self._row(pass_id)
        held = self._told(row)
        today = self._desk.today()
        if today > held.valid_to:
            raise PassNotUsable(held.name, "code_expired")
        if uses < 0 and held.uses_left + uses < 0:
            raise PassNotUsable(held.name, "used_up")
        rows = LedgerRows()
        entry_id = new_id() if op_id is None else op_id.bytes
        rows.add(
            "pass_entry",
            entry_id,
            None,
            None,
            pass_id.bytes,
            kind,
            uses,
            reason,
            *stamp(self._desk).row,
        )
        post(self._desk, rows)
        return self.find(pass_id)

    def _ended(self, draft: TakingDraft, row: Row) -> LedgerRows:
        rows = LedgerRows()
        rows.add(
            "pass_entry",
            new_id(),
            None,
            draft.taking_id.bytes,
            row[0],
            "refunded",
            -row[4],
            draft.reason,
            *stamp(self._desk).row,
        )
        return rows

    def _sold(self, taking: Taking) -> PassSold:
        pass_id = stored.pass_of_taking(self._desk.database, taking.taking_id.bytes)
        assert pass_id is not None
        return PassSold(taking, self.find(UUID(bytes=pass_id)))

    def _told(self, row: Row) -> Pass:
        return Pass(
            pass_id=UUID(bytes=row[0]),
            member_id=UUID(bytes=row[1]),
            template=row[2],
            name=self._name(row[2], row[7]),
            uses=row[3],
            uses_left=row[4],
            valid_from=date.fromisoformat(row[5]),
            valid_to=date.fromisoformat(row[6]),
        )

    def _name(self, template_id: str, version: int) -> Words:
        for scheme in (self._desk.scheme, self._desk.schemes[version]):
            for template in scheme.passes:
                if template.id == template_id:
                    return template.name
        return words(template_id)


def _pass_id(text: str) -> UUID | None:
    """The id of a pass; None where it names a template."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _worth(row: Row) -> int:
    """The price of the uses that are left, in minor units, rounded down."""
    worth: int = row[8] * row[4] // row[3]
    return worth
