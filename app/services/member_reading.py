"""Reading one member: what every part of the member services builds on."""

import json
from datetime import date
from uuid import UUID

from app.errors import MemberUnknown
from app.models import members as stored
from app.models.members import MemberRow as StoredMember
from app.services.as_written import reading
from app.services.balances import lapsed_points
from app.services.cards import Cards
from app.services.desk import Desk
from app.services.facts import tier_standing
from app.services.member_types import (
    ConsentState,
    Dependant,
    DependantDraft,
    Member,
    MemberDraft,
    MemberState,
)
from app.services.rules.birthdays import parse_birthday
from app.services.rules.days import from_millis


class MemberReading:
    """One member by id."""

    def __init__(self, desk: Desk, cards: Cards) -> None:
        self._desk = desk
        self._cards = cards

    @reading
    def get(self, member_id: UUID) -> Member:
        """Everything kept of a member. Raises MemberUnknown."""
        row, (points, visits, spent_minor, last_visit_at) = self._stored(member_id)
        database = self._desk.database
        return Member(
            member_id=member_id,
            number=row.number,
            name=row.name,
            phone=row.phone,
            phone_valid=row.phone_e164 is not None,
            gender=row.gender,
            birthday=parse_birthday(row.birthday),
            joined_on=date.fromisoformat(row.joined_on),
            state=MemberState(row.state),
            tags=stored.tags(database, row.id),
            preferences=tuple(json.loads(row.preferences)),
            note=row.note,
            email=row.email,
            wechat=row.wechat,
            address=row.address,
            occupation=row.occupation,
            source=row.source,
            adviser=row.adviser,
            dependants=tuple(
                Dependant(name, relation, parse_birthday(birthday))
                for name, relation, birthday in stored.dependants(database, row.id)
            ),
            custom=tuple(json.loads(row.custom).items()),
            consent=self._consent(member_id),
            tier=self._tier(row.id),
            points=points - lapsed_points(self._desk, (row.id,)).get(row.id, 0),
            visits=visits,
            spent_minor=spent_minor,
            last_visit_at=from_millis(last_visit_at, self._desk.zone) if last_visit_at else None,
        )

    def _tier(self, member_id: bytes) -> str:
        """The id of the tier they are in today; empty where the scheme has no tiers."""
        desk = self._desk
        held = tier_standing(desk.database, member_id, desk.scheme.tiers, desk.today())
        return "" if held is None else held.tier

    def draft_of(self, member_id: UUID) -> MemberDraft:
        """The member as somebody would type it: what an edit starts from and an undo restores."""
        member = self.get(member_id)
        return MemberDraft(
            name=member.name,
            phone=member.phone,
            number=member.number,
            gender=member.gender,
            birthday="" if member.birthday is None else str(member.birthday),
            joined_on=member.joined_on,
            tags=member.tags,
            preferences=member.preferences,
            note=member.note,
            email=member.email,
            wechat=member.wechat,
            address=member.address,
            occupation=member.occupation,
            source=member.source,
            adviser=member.adviser,
            dependants=tuple(
                DependantDraft(
                    each.name, each.relation, "" if each.birthday is None else str(each.birthday)
                )
                for each in member.dependants
            ),
            custom=member.custom,
            marketing_consent=member.consent is not None and member.consent.granted,
        )

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, for filters and completion."""
        return stored.all_tags(self._desk.database)

    def _stored(self, member_id: UUID) -> tuple[StoredMember, tuple[int, int, int, int]]:
        found = stored.member(self._desk.database, member_id.bytes)
        if found is None:
            raise MemberUnknown(str(member_id))
        return found

    def _consent(self, member_id: UUID) -> ConsentState | None:
        row = stored.consent(self._desk.database, member_id.bytes)
        if row is None:
            return None
        granted, notice_version, recorded_at = row
        return ConsentState(
            bool(granted), notice_version, from_millis(recorded_at, self._desk.zone)
        )

    def _visited_on(self, last_visit_at: int) -> date | None:
        """The business date of a stored moment; 0 stands for never."""
        if not last_visit_at:
            return None
        return self._desk.business_date(from_millis(last_visit_at, self._desk.zone))
