"""Members lifted at once to what they have reached under a scheme newly in force.

Else each rises with the next sale (rule 16); nobody is lowered here.
"""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from app.models import ledgers
from app.models import points as stored
from app.models.ledgers import LedgerRows
from app.services.desk import Approval, Desk, audit
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.powers import Power
from app.services.takings import stamp
from app.services.tier_rising import add_reached

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Lifted:
    """How many rose, and to which tier: (id, members), from the lowest."""

    members: int
    by_tier: tuple[tuple[str, int], ...]


class _Preview(Exception):
    """Carries what would be out of a transaction that is undone."""

    def __init__(self, lifted: Lifted) -> None:
        self.lifted = lifted


class Lifting:
    """Looks at every member, all or none."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(self, progress: Progress = silent, cancelled: StopAsked = never) -> Lifted:
        """Who would rise; nothing is done. Raises Cancelled."""

        def tried() -> Lifted:
            raise _Preview(self._lift(progress, cancelled))

        try:
            return self._desk.transaction(tried)
        except _Preview as found:
            return found.lifted

    def lift(
        self,
        progress: Progress = silent,
        cancelled: StopAsked = never,
        approval: Approval | None = None,
    ) -> Lifted:
        """Lift everyone who has reached a higher tier; a repeat finds nobody left.

        Raises NeedsApproval, Cancelled.
        """

        def work() -> Lifted:
            approver = self._desk.require(Power.SCHEME, approval=approval)
            done = self._lift(progress, cancelled)
            if done.members:
                audit(self._desk, "members_lifted", approved_by=approver, members=done.members)
            return done

        return self._desk.transaction(work)

    def _lift(self, progress: Progress, cancelled: StopAsked) -> Lifted:
        desk, terms = self._desk, self._desk.scheme.tiers
        if terms is None:
            return Lifted(0, ())
        everybody = stored.group(
            desk.database, tag="", tier="", day=desk.today().isoformat(), or_none=False
        )
        risen: Counter[str] = Counter()
        at = stamp(desk)
        for place, key in enumerate(everybody):
            if place % _AT_ONCE == 0:
                stop_if(cancelled)
                progress(place, len(everybody))
            rows = LedgerRows()
            add_reached(desk, rows, UUID(bytes=key), at)
            risen.update(row[5] for row in rows.of("tier_entry"))
            ledgers.insert(desk.database, rows)
        counts = tuple((tier.id, risen[tier.id]) for tier in terms.tiers if risen[tier.id])
        return Lifted(sum(risen.values()), counts)
