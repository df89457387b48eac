"""Whether the habits that a shop keeps in its file are what its sales tell."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from app.models import insight
from app.models.database import Database
from app.models.segments import last_sale, last_seq
from app.services.insight_habits import Habits, read_span
from app.services.kept_columns import kept_columns, kept_marks
from app.services.kept_habits import NAME, PART, is_good, part_number, part_of, touched_since
from app.services.progress import StopAsked, never, stop_if

# Of how many parts some members are read anew, and how many sales in all: some seconds.
PARTS = 64
SALES = 50_000


def wrong_habits(database: Database, cancelled: StopAsked = never) -> Iterator[str]:
    """The parts that are not as they were written, and the members of whom a part tells anything
    else than their sales do: of all members in a shop of few sales, of some out of many parts in
    another.

    Who bought or came since a part was made is read anew wherever it is used, so that they need
    not agree. Raises Cancelled.
    """
    marks = kept_marks(database, NAME)
    names = sorted((name for name in marks if is_good(database, marks[name])), key=part_number)
    looked_at = names[:: -(-len(names) // PARTS) or 1]
    keys = last_seq(database) * SALES // max(1, last_sale(database)) // max(1, len(looked_at))
    for name in looked_at:
        stop_if(cancelled)
        found = kept_columns(database, name)
        if found is None:
            yield name
        else:
            span = _span(part_number(name), keys)
            yield from _wrong(database, part_of(found), found.mark, *span)


def _span(number: int, keys: int) -> tuple[int, int]:
    """So many short keys of a part; in every one it is another piece of it."""
    keys = min(PART, max(1, keys))
    first = number * PART + 1 + number * keys % (PART - keys + 1)
    return first, first + keys - 1


def _wrong(database: Database, part: Habits, mark: Any, first: int, last: int) -> Iterator[str]:
    until = date.fromisoformat(mark["until"])
    read = _told(read_span(database, ZoneInfo(mark["zone"]), until, first, last))
    kept = {seq: each for seq, each in _told(part).items() if first <= seq <= last}
    wrong = {seq for seq in {*read, *kept} if read.get(seq) != kept.get(seq)}
    if wrong:
        since = touched_since(database, [mark], until, last_seq(database))
        wrong -= {seq for seqs in (since or {}).values() for seq in seqs}
    numbers = insight.numbers(database, sorted(wrong))
    for seq in sorted(wrong):
        yield f"member {numbers.get(seq, seq)}"


def _told(part: Habits) -> Mapping[int, object]:
    """By short key: what is told, with the names of what is liked."""
    names: dict[int, str] = {place: name for name, place in part.names.items()}
    likes = [names.get(place, "") for place in part.favourites]
    width = len(likes) // max(1, len(part.seqs))
    each = enumerate(zip(*part.columns(), strict=True))
    return {row[0]: (row, likes[at * width : (at + 1) * width]) for at, row in each}
