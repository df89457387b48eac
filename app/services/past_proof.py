"""Whether the pasts that a shop keeps in its file are what its days tell."""

from collections.abc import Iterator
from datetime import date

from app.models import insight
from app.models.database import Database
from app.models.insight_habits import touched
from app.models.segments import last_seq
from app.services.insight_pasts import NAME, Pasts, good_mark, read_pasts, stored_pasts
from app.services.kept_columns import kept_marks
from app.services.progress import StopAsked, never, stop_if

# Members who are read anew, evenly from all: a second's work.
_READ = 20_000
_AT_ONCE = 1_000


def wrong_pasts(database: Database, cancelled: StopAsked = never) -> Iterator[str]:
    """The members of whom the kept pasts tell anything else than their days do, out of some; the
    name of the pasts where they are not as they were written.

    Who bought since is read anew wherever they are used, so that they need not agree. Raises
    Cancelled.
    """
    if NAME not in kept_marks(database, NAME) or good_mark(database, date.max) is None:
        return
    found = stored_pasts(database, date.max)
    if found is None:
        yield NAME
        return
    last = last_seq(database)
    some, kept = range(1, last + 1, -(-last // _READ) or 1), _told(found.pasts)
    wrong: set[int] = set()
    for start in range(0, len(some), _AT_ONCE):
        stop_if(cancelled)
        seqs = some[start : start + _AT_ONCE]
        read = _told(read_pasts(database, found.until, insight.one_by_one(seqs)))
        wrong |= {seq for seq in seqs if read.get(seq) != kept.get(seq)}
    if wrong:
        days = found.until.isoformat(), found.until.isoformat()
        wrong -= set(touched(database, found.mark[1:], days, last) or ())
    numbers = insight.numbers(database, sorted(wrong))
    for seq in sorted(wrong):
        yield f"member {numbers.get(seq, seq)}"


def _told(pasts: Pasts) -> dict[int, tuple[int, ...]]:
    return {seq: (seq, *rest) for seq, *rest in zip(*pasts.columns(), strict=True)}
