"""Whether the sales that a shop has marked for what they hold are the ones that hold it."""

import zlib
from array import array
from collections.abc import Iterator

from app.models.bought import goods_called, holding_beside, receipts
from app.models.database import Database
from app.services.bought_sales import NAME, called_so, is_good
from app.services.kept_columns import kept_columns, kept_marks
from app.services.progress import StopAsked, never, stop_if
from app.services.rules.codes import receipt_number

# Sales that are read anew, in all: some seconds.
_READ = 50_000
_AT_ONCE = 250


def wrong_marks(database: Database, cancelled: StopAsked = never) -> Iterator[str]:
    """The sales that are marked to hold goods and do not, or the other way round: of all sales
    where they and what is marked are few, else of some, evenly from all. The name of marks that
    are not as they were written.

    What was sold since they were kept is read wherever they are used. Raises Cancelled.
    """
    marks = kept_marks(database, NAME)
    goods = called_so(database, marks)
    good = [name for name, what in goods.items() if is_good(database, what, marks[name])]
    for name in good:
        found, last = kept_columns(database, name), marks[name][2][0]
        if found is None or len(found.columns["sales"]) != last:
            yield name
            continue
        for first in _stretches(name, last, max(1, _READ // len(good) // _AT_ONCE)):
            stop_if(cancelled)
            yield from _wrong(database, goods[name], found.columns["sales"], first)


def _stretches(name: str, last: int, at_most: int) -> Iterator[int]:
    """With which sales those begin that are read: all, or so many stretches of them; of other
    goods they are others."""
    apart = -(-last // at_most)
    if apart <= _AT_ONCE:
        yield from range(1, last + 1, _AT_ONCE)
        return
    begun = 1 + zlib.crc32(name.encode()) % (apart - _AT_ONCE)
    yield from range(begun, last + 1, apart)


def _wrong(database: Database, what: str, sales: "array[int]", first: int) -> Iterator[str]:
    last = min(first + _AT_ONCE - 1, len(sales))
    marked = {place for place in range(first, last + 1) if sales[place - 1] == 1}
    held = set(holding_beside(database, what, goods_called(database, what), first, last))
    for place, till, sequence in receipts(database, sorted(marked ^ held)):
        said = "holds {} and is not marked" if place in held else "is marked for {} and has none"
        yield f"sale {receipt_number(till, sequence)} {said.format(what)}"
