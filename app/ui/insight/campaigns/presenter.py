"""The campaigns of the shop without Qt: the list, one of them, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import Cancelled
from app.services.campaign_types import CampaignState, Channel

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.services.campaign_stopping import Stopped, StopPlan
    from app.services.campaign_types import Campaign, CampaignResult
    from app.services.progress import Progress, StopAsked
    from app.ui.tasks import Tasks

LISTS = (Channel.SMS, Channel.WECHAT, Channel.EMAIL)
"""The channels that go out as a table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One campaign of the list, and what came of it as far as it is reckoned."""

    campaign: Campaign
    result: CampaignResult | None = None


class CampaignsView(Protocol):
    """What the presenter asks of the page."""

    def show_list(self, rows: Sequence[Row], chosen: int) -> None:
        """Show the campaigns, one of them marked (-1: there are none)."""

    def show_campaign(self, row: Row) -> None:
        """Show one campaign; without a result it is still being reckoned."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def show_stop(self, campaign: Campaign, plan: StopPlan) -> None:
        """Ask whether it is to end, and what is to be taken back."""


class CampaignsPresenter:
    """Reads; the only thing it changes is to stop one."""

    def __init__(self, view: CampaignsView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._campaigns = shop.campaigns
        self._tasks = tasks
        self._rows: tuple[Row, ...] = ()
        self._chosen: UUID | None = None
        self._turn = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._rows

    def refresh(self, mark: UUID | None = None) -> None:
        """Read the campaigns anew, then reckon each, the one in front first."""
        self._turn += 1
        turn = self._turn
        if mark is not None:
            self._chosen = mark

        def listed(campaigns: tuple[Campaign, ...]) -> None:
            if turn != self._turn:
                return
            known = {row.campaign.campaign_id: row.result for row in self._rows}
            self._rows = tuple(Row(each, known.get(each.campaign_id)) for each in campaigns)
            place = self._place()
            if place < 0 and self._rows:
                place, self._chosen = 0, self._rows[0].campaign.campaign_id
            self._view.show_list(self._rows, place)
            if place >= 0:
                self._view.show_campaign(self._rows[place])
            order = [place, *(at for at in range(len(self._rows)) if at != place)]
            self._reckon(turn, [at for at in order if at >= 0])

        self._tasks.run(self._campaigns.list, listed, self._view.refuse)

    def choose(self, at: int) -> None:
        """Show another campaign."""
        if 0 <= at < len(self._rows):
            self._chosen = self._rows[at].campaign.campaign_id
            self._view.show_campaign(self._rows[at])

    @property
    def current(self) -> Campaign | None:
        """The campaign in front."""
        place = self._place()
        return self._rows[place].campaign if place >= 0 else None

    def is_open(self) -> bool:
        """Whether people are still asked."""
        campaign = self.current
        running = (CampaignState.RUNNING, CampaignState.STARTING)
        return campaign is not None and campaign.state in running

    def _place(self) -> int:
        ids = [row.campaign.campaign_id for row in self._rows]
        return ids.index(self._chosen) if self._chosen in ids else -1

    def _reckon(self, turn: int, places: list[int]) -> None:
        """One result after the other, in the long lane."""
        if turn != self._turn or not places:
            return
        at, rest = places[0], places[1:]
        key = self._rows[at].campaign.campaign_id

        def reckoned(result: CampaignResult) -> None:
            if turn != self._turn:
                return
            row = Row(result.campaign, result)
            self._rows = (*self._rows[:at], row, *self._rows[at + 1 :])
            self._view.show_list(self._rows, self._place())
            if key == self._chosen:
                self._view.show_campaign(row)
            self._reckon(turn, rest)

        def refused(error: Exception) -> None:
            if not isinstance(error, Cancelled):
                self._view.refuse(error)

        self._tasks.run_long(
            lambda _progress, _stop: self._campaigns.result(key), reckoned, refused
        )

    # --- what is done with one -----------------------------------------------------------

    def ask_stop(self) -> None:
        """Look what ending the campaign in front could take back, then ask."""
        campaign = self.current
        if campaign is None:
            return
        self._tasks.run_long(
            lambda _progress, _stop: self._campaigns.stop_plan(campaign.campaign_id),
            lambda plan: self._view.show_stop(campaign, plan),
            self._view.refuse,
        )

    def stopping(
        self, *, revoke_coupons: bool, take_back_points: bool
    ) -> Callable[[Progress, StopAsked], Stopped]:
        """The work of ending the campaign in front now."""
        campaign, campaigns = self.current, self._campaigns
        assert campaign is not None

        def work(progress: Progress, stop: StopAsked) -> Stopped:
            found: Stopped = campaigns.stop(
                campaign.campaign_id,
                revoke_coupons=revoke_coupons,
                take_back_points=take_back_points,
                progress=progress,
                cancelled=stop,
            )
            return found

        return work

    def writing(self, what: str, path: Path, language: str) -> Callable[[Progress, StopAsked], int]:
        """The work of writing "paper", "left_out", "pictures" or a channel's list to a file."""
        campaign, campaigns = self.current, self._campaigns
        assert campaign is not None
        key = campaign.campaign_id

        def work(progress: Progress, stop: StopAsked) -> int:
            if what == "paper":
                return int(campaigns.save_call_list(key, path, language))
            if what == "left_out":
                return int(campaigns.export_left_out(key, path))
            if what == "pictures":
                return int(campaigns.save_pictures(key, path, progress=progress, cancelled=stop))
            return int(campaigns.export_channel(key, Channel(what), path))

        return work
