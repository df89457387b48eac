"""What is missing of members, or old: a list to work through, field by field."""

from dataclasses import dataclass
from enum import StrEnum

from app.models import member_gaps as stored
from app.services.desk import Desk

STALE_DAYS = 730
"""What nobody looked at for two years may no longer hold; saving a member says that it does."""

_DAY_MS = 86_400_000


class Gap(StrEnum):
    """What is missing or old."""

    NO_PHONE = "no_phone"
    BAD_PHONE = "bad_phone"
    NO_NAME = "no_name"
    NO_BIRTHDAY = "no_birthday"
    NO_ADDRESS = "no_address"
    NOT_ASKED = "not_asked"
    STALE = "stale"


FIELDS = {
    Gap.NO_PHONE: "phone",
    Gap.BAD_PHONE: "phone",
    Gap.NO_NAME: "name",
    Gap.NO_BIRTHDAY: "birthday",
    Gap.NO_ADDRESS: "address",
    Gap.NOT_ASKED: "consent",
    Gap.STALE: "phone",
}
"""The field of the editor that mends it."""


@dataclass(frozen=True, slots=True)
class GapCount:
    """How many live members lack something."""

    gap: Gap
    members: int


class MemberGaps:
    """Counts and lists; changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def counts(self) -> tuple[GapCount, ...]:
        """Every gap, also those of nobody."""
        found = stored.counts(self._desk.database, self._old_ms())
        return tuple(GapCount(gap, found[gap.value]) for gap in Gap)

    def seqs(self, gap: Gap) -> tuple[int, ...]:
        """The short keys of who has it, who was here last first."""
        return tuple(stored.seqs(self._desk.database, gap.value, self._old_ms()))

    def _old_ms(self) -> int:
        return self._desk.now_ms() - STALE_DAYS * _DAY_MS
