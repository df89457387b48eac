"""The members behind a figure: listed by the page, and written to a file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from app.models import people as stored
from app.services.desk import Desk
from app.services.exchange.tables_out import Column
from app.services.insights import Insights
from app.services.progress import Progress, StopAsked, never, silent, stop_if

ROWS_AT_ONCE = 500
COLUMNS = (
    Column("number"),
    Column("name"),
    Column("phone"),
    Column("visits", number=True),
    Column("spent", number=True),
    Column("last_visit"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """One member: days on which they came, to buy or to check in, and the last of them; minor
    units spent."""

    seq: int
    member_id: UUID
    number: str
    name: str
    phone: str
    visits: int
    spent_minor: int
    last_visit: date | None


class People:
    """Reads members by the short keys in which insight counts them."""

    def __init__(self, desk: Desk, insights: Insights) -> None:
        self._desk = desk
        self._insights = insights

    def rows(self, seqs: Sequence[int]) -> tuple[Person, ...]:
        """These members, in this order; one that is gone since is left out."""
        until = self._desk.today().isoformat()
        found = {row[0]: _person(row) for row in stored.rows(self._desk.database, seqs, until)}
        return tuple(found[seq] for seq in seqs if seq in found)

    def write(
        self,
        path: Path,
        seqs: Sequence[int],
        amount: Callable[[int], str],
        counted: Callable[[int], str] | None = None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> int:
        """Write these members to a `.csv` or `.xlsx` file, whole or not at all; how many.

        `amount` writes minor units; `counted` tells of a `seq` what the member has of a figure, a
        column of its own. Raises FileUnreadable,
        NeedsApproval, Cancelled.
        """

        def cells() -> Iterator[Sequence[str]]:
            for start in range(0, len(seqs), ROWS_AT_ONCE):
                stop_if(cancelled)
                progress(start, len(seqs))
                for each in self.rows(seqs[start : start + ROWS_AT_ONCE]):
                    last = "" if each.last_visit is None else each.last_visit.isoformat()
                    told = each.number, each.name, each.phone, str(each.visits)
                    more = () if counted is None else (counted(each.seq),)
                    yield (*told, amount(each.spent_minor), last, *more)

        columns = COLUMNS if counted is None else (*COLUMNS, Column("counted", number=True))
        return self._insights.write(path, columns, cells())


def _person(row: tuple[int, bytes, str, str, str, int, int, str | None]) -> Person:
    seq, member_id, number, name, phone, visits, spent_minor, last = row
    day = None if last is None else date.fromisoformat(last)
    return Person(seq, UUID(bytes=member_id), number, name, phone, visits, spent_minor, day)
