"""Campaigns: who is asked, who is held out by lot, what is offered, and what it added."""

from datetime import date
from pathlib import Path
from uuid import UUID

from app.services.campaign_types import (
    Arrival,
    Call,
    Campaign,
    CampaignDraft,
    CampaignPlan,
    CampaignResult,
    Channel,
    Outcome,
    Stopped,
)
from app.services.desk import Approval, Desk
from app.services.points import Points
from app.services.progress import Progress, StopAsked, never, silent
from app.services.segments import Segments


class Campaigns:
    """Plans, starts and follows campaigns."""

    def __init__(self, desk: Desk, segments: Segments, points: Points) -> None:
        self._desk = desk
        self._segments = segments
        self._points = points

    def plan(self, draft: CampaignDraft) -> CampaignPlan:
        """Who would be asked, who is left out, what it costs; stores nothing.

        Raises FieldInvalid, NotInScheme.
        """
        raise NotImplementedError

    def start(
        self,
        draft: CampaignDraft,
        *,
        approval: Approval | None = None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> Campaign:
        """Draw the people and issue the offers, in batches; the same draft again goes on where
        it stopped and issues nothing twice.

        Raises FieldInvalid, NotInScheme, CampaignNameTaken, CampaignEmpty, CampaignTooDear,
        NeedsApproval, Cancelled.
        """
        raise NotImplementedError

    def list(self) -> tuple[Campaign, ...]:
        """All campaigns, the newest first."""
        raise NotImplementedError

    def get(self, campaign_id: UUID) -> Campaign:
        """One campaign. Raises CampaignUnknown."""
        raise NotImplementedError

    def named(self, name: str) -> Campaign:
        """The campaign of that name. Raises CampaignUnknown."""
        raise NotImplementedError

    def call_list(self, campaign_id: UUID) -> tuple[Call, ...]:
        """Everyone to be called, with what came of it so far. Raises CampaignUnknown,
        NeedsApproval."""
        raise NotImplementedError

    def outcome(self, campaign_id: UUID, member_id: UUID, outcome: Outcome) -> Call:
        """Note what came of a call; the newest word counts, and do-not-call takes the consent
        back. Returns the line as it stands now.

        Raises CampaignUnknown, NotInvited, CampaignOver, ContactRefused (no consent, cap,
        quiet hours).
        """
        raise NotImplementedError

    def arrive(self, campaign_id: UUID, member_id: UUID) -> Arrival:
        """Let somebody in at the door; a second scan is told. Raises CampaignUnknown,
        NotInvited."""
        raise NotImplementedError

    def result(self, campaign_id: UUID, as_of: date | None = None) -> CampaignResult:
        """What it added until a day, today where none is given. Raises CampaignUnknown."""
        raise NotImplementedError

    def stop(
        self, campaign_id: UUID, *, revoke_coupons: bool = False, approval: Approval | None = None
    ) -> Stopped:
        """End it now; unused coupons are revoked where asked for. Purchases count until today.

        Raises CampaignUnknown, NeedsApproval.
        """
        raise NotImplementedError

    def save_call_list(self, campaign_id: UUID, path: Path) -> int:
        """The call list as a PDF to tick off; how many lines. Raises CampaignUnknown,
        FileUnreadable, NeedsApproval."""
        raise NotImplementedError

    def export_channel(self, campaign_id: UUID, channel: Channel, path: Path) -> int:
        """The people of a channel with their texts as `.csv` or `.xlsx`; they count as asked.

        How many rows. Raises CampaignUnknown, FieldInvalid, FileUnreadable, ContactRefused
        (quiet hours), NeedsApproval.
        """
        raise NotImplementedError

    def save_pictures(
        self,
        campaign_id: UUID,
        target: Path,
        *,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> int:
        """Coupons, or member cards where there are none, of the people of the channel `picture`
        as PNG, in a folder or a `.zip`, with a list of whom each is for; they count as asked.

        How many. Raises as `export_channel`, and Cancelled.
        """
        raise NotImplementedError

    def export_left_out(self, campaign_id: UUID, path: Path) -> int:
        """Who of the audience was left out, and why, as `.csv` or `.xlsx`; how many rows.

        Raises CampaignUnknown, FieldInvalid, FileUnreadable, NeedsApproval.
        """
        raise NotImplementedError
