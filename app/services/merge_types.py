"""Two members who are one person: what each holds before and after a merge or its undoing."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class KeptPlan(StrEnum):
    """Whose paid plan goes on where both are in one."""

    KEEP = "keep"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class MergedMember:
    """Who somebody is, for a sentence."""

    member_id: UUID
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Holding:
    """What a member has: points (less what is owed), amounts in minor units, counts.

    `tier` and `plan` are ids of the scheme, empty for none; `qualifying` is in the unit of the
    tiers. `plan_until` is the last day of the plan.
    """

    points: int = 0
    principal_minor: int = 0
    bonus_minor: int = 0
    credit_minor: int = 0
    owed_minor: int = 0
    coupons: int = 0
    pass_uses: int = 0
    perks: int = 0
    badges: int = 0
    cards: int = 0
    sales: int = 0
    visits: int = 0
    spent_minor: int = 0
    qualifying: int = 0
    tier: str = ""
    plan: str = ""
    plan_until: date | None = None


@dataclass(frozen=True, slots=True)
class Stays:
    """What was moved by a merge, but was spent since, and so stays with the member kept."""

    points: int = 0
    principal_minor: int = 0
    bonus_minor: int = 0
    credit_minor: int = 0
    owed_minor: int = 0
    plan: bool = False

    def __bool__(self) -> bool:
        return self != Stays()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge or its undoing, as it was or as it would be.

    `keep` goes on, `gone` is put into the archive by a merge and comes back by its undoing.
    """

    merge_id: UUID
    kind: str
    keep: MergedMember
    gone: MergedMember
    at: datetime
    keep_before: Holding
    gone_before: Holding
    keep_after: Holding
    gone_after: Holding
    tags: tuple[str, ...] = ()
    stays: Stays = Stays()
