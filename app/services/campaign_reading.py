"""Campaigns as they are stored, read back."""

import json
from datetime import date
from uuid import UUID

from app.errors import CampaignUnknown
from app.models import campaigns as stored
from app.models.database import Row
from app.services.campaign_drafts import draft_of
from app.services.campaign_types import Campaign, CampaignState
from app.services.desk import Desk
from app.services.rules.days import from_millis


class Reading:
    """Reads campaigns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self) -> tuple[Campaign, ...]:
        """All campaigns, the newest first."""
        return tuple(map(self._told, stored.every(self._desk.database)))

    def get(self, campaign_id: UUID) -> Campaign:
        """One campaign. Raises CampaignUnknown."""
        row = stored.by_id(self._desk.database, campaign_id.bytes)
        if row is None:
            raise CampaignUnknown(str(campaign_id))
        return self._told(row)

    def named(self, name: str) -> Campaign:
        """The campaign of that name. Raises CampaignUnknown."""
        known = name.strip()
        # Halves of a character, which no file can hold, are in no name.
        row = stored.by_name(self._desk.database, known) if known.isprintable() else None
        if row is None:
            raise CampaignUnknown(name, tuple(each.draft.name for each in self.list()))
        return self._told(row)

    def _told(self, row: Row) -> Campaign:
        stopped_on = None if row[13] is None else date.fromisoformat(row[13])
        ends_on = date.fromisoformat(row[6])
        return Campaign(
            campaign_id=UUID(bytes=row[0]),
            draft=draft_of(json.loads(row[1])),
            conditions=row[3],
            state=self._state(bool(row[12]), stopped_on, ends_on),
            started_at=from_millis(row[7], self._desk.zone),
            started_by=row[8],
            starts_on=date.fromisoformat(row[5]),
            ends_on=ends_on,
            seed=row[4],
            reached=row[9],
            holdout=row[10],
            issued=row[11],
            stopped_on=stopped_on,
        )

    def _state(self, all_issued: bool, stopped_on: date | None, ends_on: date) -> CampaignState:
        if stopped_on is not None:
            return CampaignState.STOPPED
        if not all_issued:
            return CampaignState.STARTING
        return CampaignState.ENDED if self._desk.today() > ends_on else CampaignState.RUNNING
