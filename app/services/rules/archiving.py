"""Who has left is put aside (淘汰), by rule; taking them back is one change of their state."""

from dataclasses import dataclass
from datetime import date

from app.services.rules.months import days_later, months_later
from app.services.rules.scheme.standing import ArchiveRule


@dataclass(frozen=True, slots=True)
class Presence:
    """What archiving asks about a member.

    `value` is whether the shop still owes them, or they it: points (a debt too), a wallet,
    store credit, unused sessions, a running plan.
    """

    joined_on: date
    last_visit: date | None
    tier: str = ""
    value: bool = False


def archive_on(who: Presence, rule: ArchiveRule | None) -> date | None:
    """The day a member is archived if nothing changes: the first after `months` without a visit
    (since joining where there was none); None for who stays."""
    if rule is None or rule.months <= 0 or who.value or who.tier in rule.keep_tiers:
        return None
    seen = who.joined_on if who.last_visit is None else max(who.joined_on, who.last_visit)
    return days_later(months_later(seen, rule.months), 1)
