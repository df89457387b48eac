"""What the services of care take and give."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.models.database import Row
from app.services.rules.care.follow_ups import FollowUpKind


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule of follow-ups as the owner sets it.

    `days` count after a purchase, after falling silent, or before a birthday or an end;
    `category` is of purchases alone. Without an adviser it is given to the member's own.
    """

    kind: FollowUpKind
    name: str
    days: int
    category: str = ""
    adviser_id: UUID | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """A rule as it is kept, and since when it has been switched on."""

    rule_id: UUID
    draft: RuleDraft
    adviser: str
    active_from: date


@dataclass(frozen=True, slots=True)
class Whom:
    """The member that something is about, as they are now."""

    member_id: UUID
    number: str
    name: str
    phone: str

    @property
    def called(self) -> str:
        """The name, else the number."""
        return self.name or self.number


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something promised to a member. `due_on` is None once it is over.

    `kind` is the rule's, None for what was made by hand; `occasion_on` the day it is about.
    `seen` is the number of its newest entry: who changes it says which one they saw. `last` is
    what that entry says was done, with its note, when and by whom.
    """

    follow_up_id: UUID
    member: Whom
    what: str
    kind: FollowUpKind | None
    occasion_on: date | None
    due_on: date | None
    adviser_id: UUID | None
    adviser: str
    seen: int
    last: str
    note: str
    last_at: datetime
    last_by: str

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.due_on is not None


@dataclass(frozen=True, slots=True)
class FollowUpEntry:
    """One thing that was done with a follow-up."""

    kind: str
    note: str
    due_on: date | None
    adviser: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowUps:
    """A page of follow-ups, and how many there are in all."""

    rows: tuple[FollowUp, ...]
    total: int


def rule_of(row: Row) -> FollowUpRule:
    """A rule from its row, as in `models/follow_ups.rules`."""
    rule_id, kind, name, days, category, staff_id, adviser, active, since = row
    adviser_id = None if staff_id is None else UUID(bytes=staff_id)
    draft = RuleDraft(FollowUpKind(kind), name, days, category, adviser_id, bool(active))
    return FollowUpRule(UUID(bytes=rule_id), draft, adviser, date.fromisoformat(since))


@dataclass(frozen=True, slots=True)
class FeedbackDraft:
    """What somebody said of the shop: a score of 1 to 5, words, or both."""

    score: int | None = None
    words: str = ""
    complaint: bool = False
    member_id: UUID | None = None
    sale_id: UUID | None = None
    adviser_id: UUID | None = None
    """Who is to look after it, where it opens a case."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was said, by whom it was taken down, and the number of the case it opened."""

    score: int | None
    words: str
    complaint: bool
    by: str
    at: datetime
    case_number: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """Something that somebody has to put right; open since `opened_on`, for `age_days`.

    `seen` is the number of its newest entry, which the fields after it tell.
    """

    case_id: UUID
    number: int
    member: Whom | None
    what: str
    opened_on: date
    age_days: int
    state: str
    adviser_id: UUID | None
    adviser: str
    score: int | None
    seen: int
    last: str
    note: str
    last_at: datetime
    last_by: str

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state != "solved"


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One thing that was done with a case."""

    kind: str
    note: str
    adviser: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Cases:
    """A page of cases, and how many there are in all."""

    rows: tuple[Case, ...]
    total: int
