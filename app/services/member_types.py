"""What the member services take and give: drafts as typed, members as kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.services.cards import MemberCard
from app.services.rules.cart import MemberFacts
from app.services.rules.days import Birthday


class MemberState(StrEnum):
    """Whether a member may earn and spend (active), only be seen (frozen), or is gone."""

    ACTIVE = "active"
    FROZEN = "frozen"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class DependantDraft:
    """A child or partner as typed; `birthday` in any form of `parse_birthday`."""

    name: str
    relation: str = ""
    birthday: str = ""


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """What a person typed about a member, text as typed.

    A blank `number` takes the next automatic one, or keeps the one there is; the same holds
    for `joined_on`, which is today for a new member.
    """

    name: str = ""
    phone: str = ""
    number: str = ""
    gender: str = ""
    birthday: str = ""
    joined_on: date | None = None
    tags: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    note: str = ""
    email: str = ""
    wechat: str = ""
    address: str = ""
    occupation: str = ""
    source: str = ""
    adviser: str = ""
    dependants: tuple[DependantDraft, ...] = ()
    custom: tuple[tuple[str, str], ...] = ()
    marketing_consent: bool = False


@dataclass(frozen=True, slots=True)
class Dependant:
    """A child or partner of a member."""

    name: str
    relation: str
    birthday: Birthday | None


@dataclass(frozen=True, slots=True)
class ConsentState:
    """A member's newest word on marketing, and the notice they were shown."""

    granted: bool
    notice_version: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """Everything kept of a member. `spent_minor` is what was paid less refunds.

    `phone` is the national form for a number of the shop's country; `phone_valid` is False
    where it could only be kept as text. `consent` is None where nobody ever asked.
    """

    member_id: UUID
    number: str
    name: str
    phone: str
    phone_valid: bool
    gender: str
    birthday: Birthday | None
    joined_on: date
    state: MemberState
    tags: tuple[str, ...]
    preferences: tuple[str, ...]
    note: str
    email: str
    wechat: str
    address: str
    occupation: str
    source: str
    adviser: str
    dependants: tuple[Dependant, ...]
    custom: tuple[tuple[str, str], ...]
    consent: ConsentState | None
    points: int
    visits: int
    spent_minor: int
    last_visit_at: datetime | None
    tier: str = ""

    @property
    def facts(self) -> MemberFacts:
        """What pricing may know."""
        frozen = self.state is not MemberState.ACTIVE
        return MemberFacts(self.member_id, self.points, frozen, self.joined_on)


@dataclass(frozen=True, slots=True)
class MemberStrip:
    """What the cashier sees of the member on the cart.

    `favourite` is what they bought most of lately; `birthday_in_days` is 0 on the day itself.
    """

    member_id: UUID
    number: str
    name: str
    masked_phone: str
    points: int
    visits: int
    last_visit_on: date | None
    favourite: str
    birthday_in_days: int | None
    state: MemberState
    tags: tuple[str, ...]
    note: str
    facts: MemberFacts
    tier: str = ""


class MemberHit(NamedTuple):
    """A row of the list that grows as you type; a tuple, since twenty are made at each key."""

    member_id: UUID
    number: str
    name: str
    masked_phone: str
    points: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A row of the members' table."""

    member_id: UUID
    number: str
    name: str
    masked_phone: str
    state: MemberState
    points: int
    visits: int
    spent_minor: int
    last_visit_on: date | None
    joined_on: date


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A member just added or changed.

    `warnings` are codes, such as `phone_unparsed`. `existing` tells that the member was
    there before, so that nothing was added.
    """

    member: Member
    card: MemberCard | None = None
    warnings: tuple[str, ...] = ()
    existing: bool = False


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Which members a list shows, and in which order.

    `text` as typed into the search; `state` blank for everyone not archived, or a
    `MemberState`; `sort` is "recent", "name", "number", "points" or "spent".
    """

    text: str = ""
    state: str = ""
    tag: str = ""
    sort: str = "recent"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a member's page, newest first.

    `kind` is "sale", "check_in", "event", "claim", "points" or "call"; `text` says what was
    bought, the kind or reason of a points entry, or what was noted on a campaign's call.
    `balance` is the points after it, where points moved.
    """

    at: datetime
    kind: str
    text: str
    amount_minor: int | None = None
    points: int | None = None
    balance: int | None = None
    receipt_number: str = ""


@dataclass(frozen=True, slots=True)
class PointsRow:
    """One line of a member's points, with the balance after it."""

    at: datetime
    kind: str
    points: int
    balance: int
    reason: str = ""
    receipt_number: str = ""
