"""Campaigns stopped before their day: unused coupons revoked, unspent points taken back.

Nobody loses anything without the owner's word: what is not asked for stays with the members.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar
from uuid import UUID

from app.models import campaign_stops as stored
from app.models import coupons as stored_coupons
from app.models import ledgers
from app.models.ledgers import LedgerRows
from app.services.campaign_starting import GIVEN_AT_ONCE, Starting
from app.services.campaign_types import Campaign, CampaignState
from app.services.coupons import add_entry
from app.services.desk import Approval, audit
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.powers import Power
from app.services.takings import stamp

# What the member reads in the statement, in the shop's language.
_WHY = {"en": "{name}, stopped", "zh_CN": "{name}（已停止）", "zh_TW": "{name}（已停止）"}


@dataclass(frozen=True, slots=True)
class Stopped:
    """What stopping a campaign did."""

    campaign: Campaign
    coupons_revoked: int
    points_back: int = 0
    people_back: int = 0
    """Of how many members points were taken back."""


@dataclass(frozen=True, slots=True)
class StopPlan:
    """What stopping a campaign could take back: coupons not used, and points that it gave and
    nobody has spent, of so many `people`."""

    coupons: int
    points: int
    people: int


T = TypeVar("T")
_Lot = tuple[bytes, bytes, bytes, int]
"""Given to, held by, lot, points left: as `models.campaign_stops` tells."""


class _Back(NamedTuple):
    """What one batch brought back."""

    coupons: int = 0
    points: int = 0
    people: int = 0


class Stopping(Starting):
    """Stops campaigns."""

    def stop_plan(self, campaign_id: UUID) -> StopPlan:
        """What stopping it could take back now. Raises CampaignUnknown."""

        def work() -> StopPlan:
            self.get(campaign_id)
            coupons = stored.unused_coupons(self._desk.database, campaign_id.bytes)
            lots = self._lots(campaign_id)
            points = sum(lot[3] for lot in lots)
            return StopPlan(len(coupons), points, len({lot[1] for lot in lots}))

        return self._desk.database.read_transaction(work)

    def stop(
        self,
        campaign_id: UUID,
        *,
        revoke_coupons: bool = False,
        take_back_points: bool = False,
        approval: Approval | None = None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> Stopped:
        """End it now; unused coupons are revoked, and points that it gave and nobody has spent
        taken back, where asked for. Purchases count until today.

        One transaction for a few hundred people; of more, the first stops it, and each other
        takes a batch, so that the till never waits. A repeat stops nothing more, and takes what
        is left. Raises CampaignUnknown, NeedsApproval, Cancelled: then it is stopped, and a
        repeat goes on.
        """
        desk, campaign = self._desk, self.get(campaign_id)
        codes = stored.unused_coupons(desk.database, campaign_id.bytes) if revoke_coupons else []
        lots = self._lots(campaign_id) if take_back_points else []
        batches = self._batches(campaign, codes, lots)

        def first() -> _Back:
            self._stop(campaign, len(codes), sum(lot[3] for lot in lots), approval)
            return batches[0]() if batches else _Back()

        back = [desk.transaction(first)]
        for done, batch in enumerate(batches[1:], 1):
            progress(done, len(batches))
            stop_if(cancelled)
            back.append(desk.transaction(batch))
        if campaign.state is CampaignState.STARTING:
            # What another program handed out before it saw the end; it hands out no more now.
            key = campaign_id.bytes
            codes = stored.unused_coupons(desk.database, key) if revoke_coupons else []
            lots = self._lots(campaign_id) if take_back_points else []
            back += map(desk.transaction, self._batches(campaign, codes, lots))
        sums = (sum(column) for column in zip(*back, strict=True))
        return Stopped(self.get(campaign_id), *sums)

    def _stop(
        self, campaign: Campaign, coupons: int, points: int, approval: Approval | None
    ) -> None:
        """Note it, with what is to be taken back, inside a transaction."""
        desk = self._desk
        if points and not desk.may(Power.POINTS_BY_HAND, points):
            approver = desk.require(Power.POINTS_BY_HAND, points, approval)
        else:
            approver = desk.require(Power.CAMPAIGNS, 0, approval)
        if self._note(campaign, "stopped") or coupons or points:
            audit(
                desk, "campaign.stopped", campaign.campaign_id, approved_by=approver,
                revoked=coupons, points=points,
            )  # fmt: skip

    def _batches(
        self, campaign: Campaign, codes: Sequence[str], lots: Sequence[_Lot]
    ) -> list[Callable[[], _Back]]:
        """What takes all of it back, each in a transaction of its own."""
        return [
            *(partial(self._revoke, campaign, part) for part in _parts(codes)),
            *(partial(self._take_back, campaign, part) for part in _parts(lots)),
        ]

    def _revoke(self, campaign: Campaign, codes: Sequence[str]) -> _Back:
        """One batch; what was used meanwhile is left alone."""
        database, at, rows = self._desk.database, stamp(self._desk), LedgerRows()
        unused = stored.unused_among(database, codes)
        for code in unused:
            coupon = stored_coupons.by_code(database, code)
            assert coupon is not None
            add_entry(rows, coupon, "revoked", at, reason=campaign.name)
        ledgers.insert(database, rows)
        return _Back(coupons=len(unused))

    def _lots(self, campaign_id: UUID) -> list[_Lot]:
        today = self._desk.today().isoformat()
        return stored.unspent_lots(self._desk.database, campaign_id.bytes, today)

    def _take_back(self, campaign: Campaign, lots: Sequence[_Lot]) -> _Back:
        """One batch, lot by lot: what each still holds now, and no balance goes below zero."""
        desk, key = self._desk, campaign.campaign_id.bytes
        why = _WHY.get(desk.settings.language, _WHY["en"]).format(name=campaign.name)
        left = stored.left_in(desk.database, [lot for _, _, lot, _ in lots])
        taken = self._points.take_each(left, why)
        given_to = {lot: member for member, _, lot, _ in lots}
        rows = [(each.entry_id.bytes, key, given_to[each.lot_id]) for each in taken]
        stored.add_points_back(desk.database, rows)
        return _Back(
            points=sum(each.points for each in taken),
            people=len({each.member_id for each in taken}),
        )


def _parts(all_: Sequence[T]) -> list[Sequence[T]]:
    return [all_[at : at + GIVEN_AT_ONCE] for at in range(0, len(all_), GIVEN_AT_ONCE)]
