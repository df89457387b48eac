"""Who bought goods that very many sales hold: the sales are marked once and kept marked.

To find the members of two million lines takes seconds, whichever way the lines are read. But a
sale keeps its lines for good: marks of the sales that hold the goods only grow with the sales.
They are kept in memory, and of large categories and products in the shop's file. What came back,
was claimed or merged is read when it is asked.
"""

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from app.models import bought as stored
from app.models import reckoned
from app.models.database import Database
from app.models.doctor import stoppable
from app.models.segment_marks import Asked, among
from app.services.desk import Desk
from app.services.kept_columns import keep_columns, kept_columns, kept_marks
from app.services.progress import StopAsked, never
from app.services.turns import give_way, politely, stopping

NAME = "bought/"
LARGE = 150_000
"""Lines; those of fewer are read in half a second, by themselves."""

_FORM = 2
# Marks are read anew from all sales once in so many days: so that nothing wrong stays.
_DAYS_KEPT = 30
# Longer names of goods than this are no names of what is kept.
_NAMED_BY = 60
_HELD = 16
# Of more new sales all are read: in the order of ids that takes a tenth a sale.
_RENEWED_AT_MOST = 50_000
# So many sales may have come since marks were kept in the file: half of a tenth of a second.
_BEHIND_AT_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Marks:
    """Sales that hold goods, marked up to the `last` sale: its place, and its id as hexadecimal.

    `goods` says which products were asked about, `read` when all sales were read, as an ISO day.
    """

    goods: str
    last: tuple[int, str]
    read: str
    sales: bytes


class BoughtSales:
    """Answers who bought a product or a category."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: dict[str, Marks] = {}
        # How far the sales went when large goods were last looked for, and those still to keep.
        self._looked_at = -_BEHIND_AT_MOST
        self._due: list[str] = []

    def asked(self, what: str, since: str | None) -> Asked:
        """Who bought it, on a day or after; the same as `models.bought.bought` tells."""
        database = self._desk.database

        def work() -> Asked:
            sales = self._sales(what, since)
            return stored.bought(what, since) if sales is None else stored.buyers(database, sales)

        return database.read_transaction(work)

    def count(self, what: str, since: str | None) -> int | None:
        """How many live members bought it, without those archived; None where it is not much
        bought, and so is quickly asked of everybody."""
        database = self._desk.database

        def work() -> int | None:
            sales = self._sales(what, since)
            return None if sales is None else stored.count_buyers(database, sales)

        return database.read_transaction(work)

    def listed(self, what: str, since: str | None) -> Asked:
        """The same answered beforehand: for lists, which ask again for every page."""
        database, marks = self._desk.database, bytearray()
        for seq in politely(stored.seqs_of(database, self.asked(what, since))):
            if seq > len(marks):
                marks.extend(bytes(seq - len(marks)))
            marks[seq - 1] = 1
        return among(bytes(marks))

    # --- in idle moments ------------------------------------------------------------------

    def work(self, cancelled: StopAsked = never) -> bool:
        """Keep the marks of large goods that are not kept or far behind, of one at a time;
        whether there are more, of none where something is in the way. Raises Cancelled,
        StorageBusy, StorageFailed."""
        database = self._desk.database
        if reckoned.hindrance(database):
            return False
        gone: list[str] = []

        turn = stopping(cancelled)
        with stoppable(database, cancelled):
            if not self._due:
                gone = database.read_transaction(lambda: self._look(turn))
            due = self._due[-1:]
            made = [database.read_transaction(partial(self._read, what, turn)) for what in due]
        for name in gone:
            reckoned.forget(database, name, turn)
        for what, marks in zip(due, made, strict=True):
            columns = {"sales": array("B", marks.sales)}
            keep_columns(database, name_of(what), _mark(marks), columns, None, turn)
            self._due.remove(what)
            # What is held may be what was read long ago.
            self._held.pop(what, None)
        return bool(self._due)

    def _look(self, turn: Callable[[], None]) -> list[str]:
        """Find large goods whose marks are to be kept, where many sales came since the last look;
        under which names those are kept that are not large."""
        database, last = self._desk.database, reckoned.last_row(self._desk.database, "sale")[0]
        if last - self._looked_at < _BEHIND_AT_MOST:
            return []
        lines: Counter[str] = Counter()
        for name, some in stored.lines_by_name(database):
            turn()
            lines[name] += some
        large = {name for name, some in lines.items() if some >= LARGE}
        kept = kept_marks(database, NAME)
        for what in sorted(large):
            mark = kept.get(name_of(what))
            if not (
                mark is not None
                and is_good(database, what, mark)
                and last - mark[2][0] < _BEHIND_AT_MOST
                and not self._is_old(mark[3])
                # Once in the life of the program, those that are damaged are found.
                and (self._looked_at >= 0 or kept_columns(database, name_of(what)))
            ):
                self._due.append(what)
        self._looked_at = last
        names = set(map(name_of, large))
        return [name for name in kept if name not in names]

    # --- marks -------------------------------------------------------------------------------

    def _marks(self, what: str) -> Marks | None:
        """The marks of the goods as of now; None where those are not so many."""
        database = self._desk.database
        goods = stored.goods_called(database, what)
        known = self._known(what, _digest(goods))
        if known is None and not stored.has_lines(database, what, goods, LARGE):
            return None
        return self._hold(what, self._renewed(what, goods, known, give_way))

    def _read(self, what: str, turn: Callable[[], None]) -> Marks:
        goods = stored.goods_called(self._desk.database, what)
        known = self._known(what, _digest(goods))
        if known is not None and self._is_old(known.read):
            known = None
        return self._renewed(what, goods, known, turn)

    def _is_old(self, read: str) -> bool:
        """Whether all sales are to be read anew, also where the clock was set back since."""
        today = self._desk.today()
        return not today - timedelta(days=_DAYS_KEPT) <= date.fromisoformat(read) <= today

    def _known(self, what: str, goods: str) -> Marks | None:
        """What is held or kept of the same goods, of sales that this file has."""
        database = self._desk.database

        def good(marks: Marks | None) -> bool:
            return (
                marks is not None
                and marks.goods == goods
                and reckoned.holds(database, "sale", marks.last)
            )

        held = self._held.get(what)
        if good(held):
            return held
        kept = _kept(database, what)
        return kept if good(kept) else None

    def _renewed(
        self, what: str, goods: tuple[str, ...], known: Marks | None, turn: Callable[[], None]
    ) -> Marks:
        """With the sales since; all anew where those are very many."""
        database = self._desk.database
        last = reckoned.last_row(database, "sale")
        if known is not None and last == known.last:
            return known
        if known is None or last[0] - known.last[0] > _RENEWED_AT_MOST:
            sales, found = bytearray(last[0]), stored.sales_holding(database, what, goods)
            read = self._desk.today().isoformat()
        else:
            sales, read = bytearray(known.sales.ljust(last[0], b"\0")), known.read
            found = stored.newer_sales_holding(database, what, goods, known.last[0])
        for places in found:
            turn()
            for place in places:
                sales[place - 1] = 1
        return Marks(_digest(goods), last, read, bytes(sales))

    def _hold(self, what: str, marks: Marks) -> Marks:
        """Keep them in memory; what was asked longest ago makes room."""
        self._held.pop(what, None)
        self._held[what] = marks
        if len(self._held) > _HELD:
            del self._held[next(iter(self._held))]
        return marks

    def _sales(self, what: str, since: str | None) -> bytes | None:
        """The marks of the sales of goods that count; None where those are not so many."""
        marks = self._marks(what)
        return None if marks is None else self._counting(marks.sales, since)

    def _counting(self, sales: bytes, since: str | None) -> bytes:
        """The marks of those sales that count: not brought back whole, and not too old."""
        database = self._desk.database
        counting = bytearray(sales if since is None else len(sales))
        for places in [] if since is None else stored.sold_since(database, since):
            if isinstance(places, tuple):
                beside = slice(places[0] - 1, places[1])
                counting[beside] = sales[beside]
                continue
            give_way()
            for place in places:
                counting[place - 1] = sales[place - 1]
        for place in stored.brought_back(database):
            counting[place - 1] = 0
        return bytes(counting)


def _kept(database: Database, what: str) -> Marks | None:
    """What the file keeps, if it was made in this way."""
    found = kept_columns(database, name_of(what))
    if found is None or found.mark[0] != _FORM:
        return None
    _, goods, last, read = found.mark
    return Marks(goods, tuple(last), read, found.columns["sales"].tobytes())


def is_good(database: Database, what: str, mark: Any) -> bool:
    """Whether what has this mark was made in this way, of goods that are called so today and of
    sales that this file still holds."""
    return bool(
        mark[0] == _FORM
        and mark[1] == _digest(stored.goods_called(database, what))
        and reckoned.holds(database, "sale", mark[2])
    )


def name_of(what: str) -> str:
    """Under which name the marks of goods are kept."""
    return NAME + (what if len(what) <= _NAMED_BY else _digest([what]))


def called_so(database: Database, names: Iterable[str]) -> dict[str, str]:
    """Of which goods the marks are that are kept under these names; of goods that are not sold
    any more there may be none."""
    goods = {name: name.removeprefix(NAME) for name in names}
    long = {name for name, what in goods.items() if len(what) > _NAMED_BY}
    sold = {name_of(what): what for what, _ in stored.lines_by_name(database)} if long else {}
    return {
        name: sold.get(name, what)
        for name, what in goods.items()
        if name not in long or name in sold
    }


def _mark(marks: Marks) -> object:
    return [_FORM, marks.goods, marks.last, marks.read]


def _digest(goods: Iterable[str]) -> str:
    return hashlib.sha256(" ".join(goods).encode()).hexdigest()
