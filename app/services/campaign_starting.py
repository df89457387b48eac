"""Campaigns started: drawn once, offers issued in batches, nothing twice."""

from collections.abc import Sequence
from dataclasses import replace
from json import dumps
from uuid import UUID, uuid5

from app.errors import CampaignEmpty, CampaignNameTaken, CampaignTooDear
from app.models import campaigns as stored
from app.models import ledgers
from app.models import points as stored_points
from app.models.ledgers import LedgerRows
from app.services.campaign_drafts import checked_draft, checked_name, document_of, fingerprint_of
from app.services.campaign_drawing import Drawn, cost_of, filled_in
from app.services.campaign_planning import Planning
from app.services.campaign_types import (
    Campaign,
    CampaignDraft,
    CampaignState,
    CostPlan,
    Offer,
    OfferKind,
)
from app.services.coupons import NewCoupon, add_coupon, template_of
from app.services.desk import Approval, audit
from app.services.ids import uuid7
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.coupons import validity
from app.services.rules.powers import Power
from app.services.takings import stamp

# In one transaction: a sale waits for it, and more at once are no quicker in all.
GIVEN_AT_ONCE = 100


class Starting(Planning):
    """Starts campaigns."""

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

        The people are read over one view of the file, and whoever took their consent back or
        was asked meanwhile is looked for in the transaction that keeps them. Raises
        FieldInvalid, NotInScheme, SegmentUnknown, CampaignNameTaken, CampaignEmpty,
        CampaignTooDear, NeedsApproval, Cancelled.
        """
        fingerprint = fingerprint_of(draft)
        found = self._repeated(draft, fingerprint)
        if found is None:
            checked = checked_draft(draft, self._desk.scheme, self._desk.today())
            drawn = self._drawing.draw(checked, progress, cancelled)
            self._lay_down(drawn)
            stop_if(cancelled)
            found = self._desk.transaction(
                lambda: self._kept(checked, fingerprint, drawn, approval)
            )
            stored.unstage(self._desk.database)
        if found.state is CampaignState.STARTING:
            self._issue(found, progress, cancelled)
        return self.get(found.campaign_id)

    def _repeated(self, draft: CampaignDraft, fingerprint: str) -> Campaign | None:
        name = checked_name(draft.name)
        row = stored.by_name(self._desk.database, name)
        if row is None:
            return None
        if row[2] != fingerprint:
            raise CampaignNameTaken(name)
        return self._told(row)

    def _lay_down(self, drawn: Drawn) -> None:
        """Everyone beside the file, so that keeping them is short."""
        members = (
            (
                each.member_id, drawn.arms[each.member_id], drawn.strata[each.member_id],
                each.channel.value, each.visits_before, each.spent_before_minor,
            )
            for each in sorted(drawn.people)  # by id, as the file keeps them: half the time
        )  # fmt: skip
        stored.stage(self._desk.database, members, sorted(drawn.left.items()))

    def _kept(
        self, draft: CampaignDraft, fingerprint: str, drawn: Drawn, approval: Approval | None
    ) -> Campaign:
        """The campaign with its people, inside a transaction; the first one for a repeat."""
        desk = self._desk
        first = self._repeated(draft, fingerprint)
        if first is not None:
            return first
        gone = self._drawing.look_again(draft, drawn)
        stored.leave_out(desk.database, ((why.value, key) for key, why in gone.items()))
        cost = cost_of(draft, drawn.arms.values(), desk.scheme)
        _check(drawn, cost)
        approver = self._allowed(draft, drawn, cost, approval)
        campaign_id, at = uuid7(), stamp(desk)
        assert draft.starts_on is not None
        text = dumps(document_of(filled_in(draft, drawn.seed)), ensure_ascii=False)
        row = (
            campaign_id.bytes, stored.next_number(desk.database), draft.name, text, fingerprint,
            drawn.conditions, drawn.seed, draft.starts_on.isoformat(), draft.ends_on.isoformat(),
            drawn.audience, desk.scheme.version, at.staff_id,
            None if approver is None else approver.bytes, at.at_ms, at.day,
        )  # fmt: skip
        stored.insert(desk.database, row)
        audit(
            desk, "campaign.started", campaign_id, approved_by=approver, audience=drawn.audience,
            reached=drawn.reached, holdout=drawn.holdout, cost=cost.total_minor,
        )  # fmt: skip
        return self.get(campaign_id)

    def _allowed(
        self, draft: CampaignDraft, drawn: Drawn, cost: CostPlan, approval: Approval | None
    ) -> UUID | None:
        """Who approved it; points for many are points by hand, however they are given."""
        points = [variant.offer.points for variant in draft.variants]
        kinds = [variant.offer.kind is OfferKind.POINTS for variant in draft.variants]
        given = sum(points[arm - 1] for arm in drawn.arms.values() if arm and kinds[arm - 1])
        if given and not self._desk.may(Power.POINTS_BY_HAND, given):
            return self._desk.require(Power.POINTS_BY_HAND, given, approval)
        return self._desk.require(Power.CAMPAIGNS, cost.total_minor, approval)

    # --- issuing ----------------------------------------------------------------

    def _issue(self, campaign: Campaign, progress: Progress, cancelled: StopAsked) -> None:
        """Give what is not given yet, a batch in each transaction, then note that all is."""
        database, key = self._desk.database, campaign.campaign_id.bytes
        offers = {
            arm: variant.offer
            for arm, variant in enumerate(campaign.draft.variants, 1)
            if variant.offer.kind in (OfferKind.COUPON, OfferKind.POINTS)
        }
        last, done = b"", campaign.issued
        while offers:
            stop_if(cancelled)
            part = stored.to_issue(database, key, tuple(offers), last, GIVEN_AT_ONCE)
            if not part:
                break
            first, last = last, part[-1][0]
            done += self._issue_between(campaign, offers, first, last)
            progress(done, campaign.reached)
        self._desk.transaction(lambda: self._note(campaign, "issued"))

    def _issue_between(
        self, campaign: Campaign, offers: dict[int, Offer], after: bytes, until: bytes
    ) -> int:
        return self._desk.transaction(lambda: self._issue_part(campaign, offers, after, until))

    def _issue_part(
        self, campaign: Campaign, offers: dict[int, Offer], after: bytes, until: bytes
    ) -> int:
        """One batch, past an id up to another; another program may have given some of it."""
        database, key = self._desk.database, campaign.campaign_id.bytes
        if self.get(campaign.campaign_id).state is not CampaignState.STARTING:
            return 0
        waiting = stored.to_issue(database, key, tuple(offers), after, GIVEN_AT_ONCE)
        part = [each for each in waiting if each[0] <= until]
        given = 0
        for arm, offer in offers.items():
            members = [UUID(bytes=member) for member, of_arm in part if of_arm == arm]
            if members and offer.kind is OfferKind.POINTS:
                given += self._give_points(campaign, members, offer)
            elif members:
                given += self._give_coupons(campaign, members, offer)
        return given

    def _give_points(self, campaign: Campaign, members: Sequence[UUID], offer: Offer) -> int:
        database, key = self._desk.database, campaign.campaign_id.bytes
        self._points.give_each(members, offer.points, campaign.name, campaign.campaign_id)
        entries = {uuid5(campaign.campaign_id, each.hex).bytes: each.bytes for each in members}
        there = stored_points.entries_among(database, list(entries))
        now = self._desk.now_ms()
        stored.issued(database, [(key, entries[entry], None, entry, now) for entry in there])
        return len(there)

    def _give_coupons(self, campaign: Campaign, members: Sequence[UUID], offer: Offer) -> int:
        desk, database = self._desk, self._desk.database
        template, day, at = template_of(desk.scheme, offer.template), desk.today(), stamp(desk)
        valid = validity(template, day)
        new = NewCoupon(
            template, None, day, valid.first, valid.last,
            occasion_of(campaign.campaign_id), campaign.name,
        )  # fmt: skip
        living = stored_points.living_among(database, [each.bytes for each in members])
        rows = LedgerRows()
        for member_id in members:
            if member_id.bytes in living:
                add_coupon(desk, rows, replace(new, member_id=member_id), at)
        ledgers.insert(database, rows)
        key = campaign.campaign_id.bytes
        given = [(key, row[3], row[0], None, at.at_ms) for row in rows.of("coupon")]
        stored.issued(database, given)
        return len(given)

    def _note(self, campaign: Campaign, kind: str) -> bool:
        at = stamp(self._desk)
        return stored.note(
            self._desk.database, campaign.campaign_id.bytes, kind, at.staff_id, at.at_ms, at.day
        )


def occasion_of(campaign_id: UUID) -> str:
    """What the coupons of a campaign are issued for: one a member."""
    return f"campaign {campaign_id.hex}"


def _check(drawn: Drawn, cost: CostPlan) -> None:
    if not drawn.reached:
        raise CampaignEmpty(drawn.audience, len(drawn.left))
    if cost.over_minor:
        raise CampaignTooDear(cost.total_minor, cost.budget_minor)
