"""Finding members: as somebody types, or exactly one for a sale."""

from dataclasses import dataclass
from uuid import UUID

from app.errors import MemberAmbiguous, MemberArchived, MemberUnknown, ShopError
from app.models import member_search as searched
from app.models import members as stored
from app.models.database import Row
from app.models.merges import owner
from app.services.balances import lapsed_points
from app.services.member_reading import MemberReading
from app.services.member_types import Member, MemberHit, MemberState
from app.services.progress import StopAsked, never
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.phones import masked, parse_phone, searched_digits
from app.services.rules.pinyin import normalise_query

FOUND = 20
QUERY_LENGTH = 120
LAST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """A typed text as what it may be: the beginning of a name, a phone or a member number.

    `last_digits` is set where the text has just as many digits as people tell of their phone;
    `only` is the member a whole card code stands for.
    """

    token: str = ""
    digits: tuple[str, ...] = ()
    last_digits: str = ""
    number: str = ""
    only: UUID | None = None


NOTHING_TYPED = SearchTerms()


class MemberSearch(MemberReading):
    """Search by phone, name, pinyin, initials, member number and card code."""

    def warm_up(self) -> None:
        """Make the first search as quick as the ones after it; for an idle moment."""
        searched.warm(self._desk.database)

    def read_ahead(self, stop_asked: StopAsked = never) -> None:
        """Have the disk read before somebody searches; for a lane in which nobody waits.

        Raises Cancelled.
        """
        # Loaded here: no start waits for it.
        from app.models.read_ahead import read_ahead

        read_ahead(self._desk.database, stop_asked)

    def suggest(
        self, text: str, limit: int = FOUND, *, archived: bool = False
    ) -> tuple[MemberHit, ...]:
        """The members a text may mean, as it is typed: who was here last stands first.

        A forged or stopped card finds nobody here; `find` says why.
        """
        hits = self._hits(text, limit, archived=archived)
        lapsed = lapsed_points(self._desk, [hit[0] for hit in hits])
        return tuple(
            MemberHit(
                UUID(bytes=member_id),
                number,
                name,
                masked(phone),
                points - lapsed.get(member_id, 0),
            )
            for member_id, number, name, phone, points, _state in hits
        )

    def find(self, text: str, *, archived: bool = False) -> tuple[Member, ...]:
        """The members a text may mean, whole, at most twenty; none is no refusal.

        Raises CardForged, CardNotActive, CodeUnknown for a text that is a card code.
        """
        code = cleaned(text[:QUERY_LENGTH])
        if kind_of(code) is CodeKind.MEMBER:
            return (self.get(self._cards.find(code).member_id),)
        rows = self._hits(text, FOUND, archived=archived)
        return tuple(self.get(UUID(bytes=row[0])) for row in rows)

    def by_number(self, number: str) -> Member:
        """The member with exactly this number, archived or not. Raises MemberUnknown."""
        member_id = self._id_of_number(number)
        if member_id is None:
            raise MemberUnknown(number)
        return self.get(member_id)

    def resolve(self, text: str) -> Member:
        """The one member whose card code, number or phone this is.

        Raises MemberUnknown, MemberAmbiguous where number and phone are of two members,
        MemberArchived, CardForged, CardNotActive, CodeUnknown.
        """
        code = cleaned(text[:QUERY_LENGTH])
        if kind_of(code) is CodeKind.MEMBER:
            member = self.get(self._cards.find(code).member_id)
            if member.state is MemberState.ARCHIVED:
                raise MemberArchived(member.number)
            return member
        ids = self._ids_of_phone(text, archived=True)
        numbered = self._id_of_number(text)
        if numbered is not None:
            ids.add(numbered)
        members = [self.get(member_id) for member_id in {self._owner(each) for each in ids}]
        live = [each for each in members if each.state is not MemberState.ARCHIVED]
        if len(live) == 1:
            return live[0]
        if live:
            raise MemberAmbiguous(text, len(live))
        if members:
            raise MemberArchived(members[0].number)
        raise MemberUnknown(text)

    def _hits(self, text: str, limit: int, *, archived: bool) -> list[Row]:
        terms = self._terms(text)
        if terms is None or terms == NOTHING_TYPED:
            return []
        if terms.only is not None:
            row = searched.hit(self._desk.database, terms.only.bytes)
            return [row] if row and (archived or row[5] != MemberState.ARCHIVED) else []
        return searched.hits(
            self._desk.database,
            token=terms.token,
            digits=terms.digits,
            last_digits=terms.last_digits,
            number=terms.number,
            limit=limit,
            archived=archived,
        )

    def _terms(self, text: str) -> SearchTerms | None:
        """What the text may be the beginning of; None where it can be of nobody."""
        typed = text.strip()[:QUERY_LENGTH]
        if not typed:
            return NOTHING_TYPED
        if not _storable(typed):
            return None
        code = cleaned(typed)
        if kind_of(code) is CodeKind.MEMBER:
            try:
                return SearchTerms(only=self._cards.find(code).member_id)
            except ShopError:
                return None
        digits = searched_digits(typed, self._desk.settings.region)
        whole = digits[0] if digits else ""
        return SearchTerms(
            token=normalise_query(typed),
            digits=digits,
            last_digits=whole if len(whole) == LAST_DIGITS else "",
            number=typed,
        )

    def _owner(self, member_id: UUID) -> UUID:
        """The member that this one is now: who they were merged into, else themself."""
        return UUID(bytes=owner(self._desk.database, member_id.bytes))

    def _id_of_number(self, text: str) -> UUID | None:
        typed = text.strip()
        found = stored.id_of_number(self._desk.database, typed) if _storable(typed) else None
        return None if found is None else UUID(bytes=found)

    def _ids_of_phone(self, text: str, *, archived: bool) -> set[UUID]:
        typed = text.strip()
        if not typed or not _storable(typed):
            return set()
        phone = parse_phone(typed[:QUERY_LENGTH], self._desk.settings.region)
        rows = stored.ids_of_phone(self._desk.database, phone.e164, phone.digits, phone.shown)
        return {
            UUID(bytes=member_id)
            for member_id, state in rows
            if archived or state != MemberState.ARCHIVED
        }


def _storable(text: str) -> bool:
    """Whether the text has no halves of a character: the engine cannot even be asked for those."""
    return not any("\ud800" <= ch <= "\udfff" for ch in text)
