"""Asking: the call list, what came of each call, who came to the door."""

from datetime import date
from uuid import UUID

from app.errors import (
    CampaignOver,
    ContactRefused,
    EventAhead,
    MemberUnknown,
    NotInvited,
    QuietHours,
)
from app.models import campaign_people as stored
from app.models import members as stored_members
from app.models.database import Row
from app.services.campaign_drawing import capped_since, contact_terms, is_quiet
from app.services.campaign_reading import Reading
from app.services.campaign_texts import Told, Wordings
from app.services.campaign_types import (
    Arrival,
    Call,
    Campaign,
    Channel,
    Event,
    LeftOutReason,
    Outcome,
    Person,
)
from app.services.desk import audit
from app.services.ids import uuid7
from app.services.rules.campaign.contact import NO_CONTACT
from app.services.rules.powers import Power
from app.services.takings import stamp
from app.services.texts import checked_text

NOTE_LENGTH = 200


class Asking(Reading):
    """Follows the people of a campaign while it runs."""

    def call_list(self, campaign_id: UUID, language: str = "") -> tuple[Call, ...]:
        """Everyone to be called by number, with what came of it so far; texts in a language,
        else the shop's. That whole phones were shown is kept in the audit trail.

        Raises CampaignUnknown, NeedsApproval.
        """

        def work() -> tuple[Call, ...]:
            campaign = self.get(campaign_id)
            approver = self._desk.require(Power.CAMPAIGNS)
            rows = self._asked_by(campaign, Channel.CALL)
            words = Wordings(self._desk, campaign.draft, language)
            calls = tuple(self._call(campaign, row, words) for row in rows)
            audit(
                self._desk, "campaign.call_list", campaign_id, approved_by=approver,
                rows=len(calls),
            )  # fmt: skip
            return calls

        return self._desk.transaction(work)

    def outcome(
        self,
        campaign_id: UUID,
        member_id: UUID,
        outcome: Outcome,
        language: str = "",
        *,
        note: str | None = None,
    ) -> Call:
        """Note what came of a call, with a line of what was said where one is given; the newest
        word counts, and do-not-call takes the consent back. Returns the line as it stands now.

        A first call is refused where the consent is gone, the cap is reached or the hour is
        quiet; a word that is mended, or do-not-call, never is. Raises CampaignUnknown,
        NotInvited, CampaignOver, ContactRefused, QuietHours, MemberUnknown, FieldInvalid.
        """
        said = None if note is None else checked_text("note", note, NOTE_LENGTH)

        def work() -> Call:
            campaign = self.get(campaign_id)
            row = self._called(campaign, member_id)
            if outcome is not Outcome.DO_NOT_CALL and not row[15]:
                self._check_contact(campaign, row)
            if row[12] != outcome:
                self._note_outcome(campaign, row, outcome)
            self._keep_note(campaign, row, said)
            row = self._invited(campaign, member_id)
            return self._call(campaign, row, Wordings(self._desk, campaign.draft, language))

        return self._desk.transaction(work)

    def note(self, campaign_id: UUID, member_id: UUID, note: str, language: str = "") -> Call:
        """Keep a line of what was said to somebody on the call list, called yet or not; the
        newest counts, an empty one strikes it out. Returns the line as it stands now.

        Raises CampaignUnknown, NotInvited, MemberUnknown, FieldInvalid.
        """
        said = checked_text("note", note, NOTE_LENGTH)

        def work() -> Call:
            campaign = self.get(campaign_id)
            self._keep_note(campaign, self._called(campaign, member_id), said)
            row = self._invited(campaign, member_id)
            return self._call(campaign, row, Wordings(self._desk, campaign.draft, language))

        return self._desk.transaction(work)

    def arrive(self, campaign_id: UUID, member_id: UUID) -> Arrival:
        """Let somebody in at the door; a second scan is told, and so is that their event is over:
        a list on paper is often typed in afterwards.

        Raises CampaignUnknown, NotInvited, MemberUnknown, EventAhead.
        """

        def work() -> Arrival:
            database = self._desk.database
            campaign = self.get(campaign_id)
            row = self._invited(campaign, member_id)
            variant = campaign.draft.variants[row[8] - 1]
            was_on = self._event_day(campaign, variant.offer.event)
            new = stored.add_arrival(database, campaign_id.bytes, row[0], stamp(self._desk).row)
            return Arrival(
                person=Person(UUID(bytes=row[1]), row[2], row[3]),
                variant=variant.name,
                confirmed=row[12] == Outcome.WILL_COME,
                again=not new,
                arrived=stored.count_arrivals(database, campaign_id.bytes),
                was_on=was_on,
            )

        return self._desk.transaction(work)

    def _event_day(self, campaign: Campaign, event: Event | None) -> date | None:
        """The day of an event that has passed. Raises EventAhead."""
        today = self._desk.today()
        name, on = campaign.draft.name, campaign.starts_on
        if event is not None:
            name, on = event.name, event.on
        if today < on:
            raise EventAhead(name, on)
        return on if event is not None and on < today else None

    # --- who, and whether -------------------------------------------------------

    def _asked_by(self, campaign: Campaign, channel: Channel) -> list[Row]:
        return stored.asked_by(
            self._desk.database, campaign.campaign_id.bytes, channel.value, self._since()
        )

    def _since(self) -> str:
        return capped_since(contact_terms(self._desk), self._desk.today())

    def _invited(self, campaign: Campaign, member_id: UUID) -> Row:
        """The row of somebody who is to be asked, drawn under this id or now it."""
        database, key = self._desk.database, member_id.bytes
        row = stored.asked(database, campaign.campaign_id.bytes, key, self._since())
        if row is None:
            person = stored_members.strip(database, key)
            if person is None:
                raise MemberUnknown(str(member_id))
            raise NotInvited(person[0], person[1])
        return row

    def _called(self, campaign: Campaign, member_id: UUID) -> Row:
        """The same of somebody who is asked by telephone."""
        row = self._invited(campaign, member_id)
        if row[9] != Channel.CALL:
            raise NotInvited(row[2], row[3])
        return row

    def _barred(self, row: Row) -> LeftOutReason | None:
        """Why somebody may not be asked (any more) now."""
        if row[4] in ("archived", "frozen"):
            return LeftOutReason(row[4])
        if not row[10]:
            return LeftOutReason.NO_CONSENT
        if not row[15] and contact_terms(self._desk).is_reached(row[11]):
            return LeftOutReason.CAP
        return None

    def _check_contact(self, campaign: Campaign, row: Row) -> None:
        last = self._over_since(campaign)
        if last is not None:
            raise CampaignOver(campaign.name, last)
        barred = self._barred(row)
        if barred is not None:
            raise ContactRefused(row[2], f"ask_{barred.value}")
        self._check_hour()

    def _check_hour(self) -> None:
        if is_quiet(self._desk):
            raise QuietHours(contact_terms(self._desk).quiet_until % 24)

    def _over_since(self, campaign: Campaign) -> date | None:
        if campaign.stopped_on is not None:
            return campaign.stopped_on
        return campaign.ends_on if self._desk.today() > campaign.ends_on else None

    # --- writing ----------------------------------------------------------------

    def _note_outcome(self, campaign: Campaign, row: Row, outcome: Outcome) -> None:
        desk, at, key = self._desk, stamp(self._desk), campaign.campaign_id.bytes
        stored.add_outcome(desk.database, key, row[0], outcome.value, at.row)
        if outcome not in NO_CONTACT:
            stored.add_contacts(desk.database, [(key, row[0], Channel.CALL.value, *at.row)])
        if outcome is Outcome.DO_NOT_CALL and row[10]:
            notice = desk.settings.notice_version
            stored_members.add_consent(
                desk.database,
                (uuid7().bytes, row[1], "marketing", 0, notice, at.staff_id, at.at_ms),
            )

    def _keep_note(self, campaign: Campaign, row: Row, note: str | None) -> None:
        if note is not None and note != row[17]:
            at, key = stamp(self._desk).row, campaign.campaign_id.bytes
            stored.add_note(self._desk.database, key, row[0], note, at)

    def _call(self, campaign: Campaign, row: Row, words: Wordings) -> Call:
        return Call(
            member_id=UUID(bytes=row[0]),
            number=row[2],
            name=row[3],
            phone=row[5],
            variant=campaign.draft.variants[row[8] - 1].name,
            text=words.text(row[8], told(row)),
            coupon=row[13],
            outcome=None if row[12] is None else Outcome(row[12]),
            barred=self._barred(row),
            note=row[17],
        )


def told(row: Row) -> Told:
    """What a text needs to know of a row of `models.campaign_people.asked`."""
    return Told(row[1], row[2], row[3], row[13], row[14], row[16])
