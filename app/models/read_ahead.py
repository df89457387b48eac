"""Reading from the disk what searches will look at, before somebody searches."""

from collections.abc import Callable

from app.errors import Cancelled
from app.models.database import Database
from app.models.doctor import stoppable

# What a search or a card looks at, each table and index once; an index is named, since the
# engine would count the shortest.
_LOOKED_AT = (
    "SELECT sum(updated_at) FROM member NOT INDEXED",
    "SELECT count(phone_digits) FROM member INDEXED BY member_phone_digits"
    " WHERE phone_digits IS NOT NULL",
    "SELECT count(phone_reversed) FROM member INDEXED BY member_phone_reversed"
    " WHERE phone_reversed IS NOT NULL",
    "SELECT count(number) FROM member INDEXED BY member_number",
    "SELECT count(id) FROM member INDEXED BY sqlite_autoindex_member_1",
    "SELECT sum(points) FROM member_summary",
    "SELECT count(*) FROM member_token",
    "SELECT sum(serial) FROM member_card NOT INDEXED",
    "SELECT count(code) FROM member_card INDEXED BY sqlite_autoindex_member_card_3",
    # A member's last visits, of the newest million sales; their lines are a page or two each.
    "SELECT sum(visited_at) FROM visit INDEXED BY visit_member",
    "SELECT count(member_id) FROM sale INDEXED BY sale_member WHERE member_id IS NOT NULL",
    "SELECT sum(total_minor) FROM sale NOT INDEXED"
    " WHERE rowid > (SELECT max(rowid) FROM sale) - 1000000",
    # The way to those lines: one sale in 150 passes nearly every page that leads to them, and
    # half of what a member's visits read from the disk was such pages.
    "SELECT count(*) FROM sale CROSS JOIN sale_line ON sale_id = sale.id AND position = 1"
    " WHERE sale.rowid > (SELECT max(rowid) FROM sale) - 1000000 AND sale.rowid % 150 = 0",
)


def read_ahead(database: Database, stop_asked: Callable[[], bool]) -> None:
    """Have the system read from the disk what searches and cards look at, behind everything.

    After the computer was started each of twenty members costs a wait of 0.2 ms, until its page
    was read once. A connection of its own with a small cache reads here, so that no memory of
    the program goes into it: at a million members and as many sales 1 s of work and 800 MB of the
    disk.
    Raises Cancelled.
    """
    reader = Database(database.path, key=database.key, read_only=True)
    try:
        reader.execute("PRAGMA cache_size = -1024")
        with stoppable(reader, stop_asked):
            for query in _LOOKED_AT:
                if stop_asked():
                    raise Cancelled
                reader.value(query)
    finally:
        reader.close()
