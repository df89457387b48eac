"""The members' list: filtered and sorted pages, for a table of a million rows."""

from collections.abc import Sequence
from datetime import date
from typing import overload
from uuid import UUID

from app.models import member_pages as listed
from app.models.member_pages import Wanted
from app.services.as_written import reading
from app.services.balances import lapsed_points
from app.services.member_search import MemberSearch
from app.services.member_types import MemberFilter, MemberRow, MemberState
from app.services.rules.phones import masked

_ID_BYTES = 16


class MemberIds(Sequence[UUID]):
    """Ids in one block of memory: a million take 16 MB, not ten times that."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed) // _ID_BYTES

    @overload
    def __getitem__(self, place: int) -> UUID: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[UUID]: ...
    def __getitem__(self, place: int | slice) -> UUID | Sequence[UUID]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        start = range(len(self))[place] * _ID_BYTES
        return UUID(bytes=self._packed[start : start + _ID_BYTES])


class MemberPages(MemberSearch):
    """The list of members as a screen or an export walks it."""

    def page_count(self, wanted: MemberFilter) -> int:
        """How many members the filter leaves."""
        query = self._wanted(wanted)
        return 0 if query is None else listed.count(self._desk.database, query)

    def page(self, wanted: MemberFilter, offset: int, limit: int) -> tuple[MemberRow, ...]:
        """One page of the list."""
        query = self._wanted(wanted)
        if query is None:
            return ()
        return self._rows(listed.ids(self._desk.database, query, offset, limit))

    def ids(self, wanted: MemberFilter) -> MemberIds:
        """The ids of the whole list, in its order."""
        query = self._wanted(wanted)
        return MemberIds(b"" if query is None else b"".join(listed.ids(self._desk.database, query)))

    def rows(self, member_ids: Sequence[UUID]) -> tuple[MemberRow, ...]:
        """The table's rows of these members, in their order; unknown ids are left out."""
        return self._rows([member_id.bytes for member_id in member_ids])

    def _wanted(self, asked: MemberFilter) -> Wanted | None:
        """The filter in the words of the query; None where nobody can match."""
        if asked.sort not in listed.SORTS or asked.state not in ("", *MemberState):
            raise ValueError(f"no such list of members: {asked}")
        terms = self._terms(asked.text)
        if terms is None:
            return None
        return Wanted(
            only=terms.only,
            state=asked.state,
            tag=asked.tag.strip(),
            sort=asked.sort,
            token=terms.token,
            digits=terms.digits,
            last_digits=terms.last_digits,
            number=terms.number,
        )

    @reading
    def _rows(self, member_ids: Sequence[bytes]) -> tuple[MemberRow, ...]:
        lapsed = lapsed_points(self._desk, member_ids)
        return tuple(
            MemberRow(
                member_id=UUID(bytes=member_id),
                number=number,
                name=name,
                masked_phone=masked(phone),
                state=MemberState(state),
                points=points - lapsed.get(member_id, 0),
                visits=visits,
                spent_minor=spent_minor,
                last_visit_on=self._visited_on(last_ms),
                joined_on=date.fromisoformat(joined_on),
            )
            for (
                member_id,
                number,
                name,
                phone,
                state,
                points,
                visits,
                spent_minor,
                last_ms,
                joined_on,
            ) in listed.rows(self._desk.database, member_ids)
        )
