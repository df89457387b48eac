"""Finding members as somebody types: range queries over indexes, never a LIKE.

At a million members a prefix by `LIKE` with a bound parameter reads every row (77 ms); the
same by `>= ? AND < ?` takes 20 microseconds. Each source gives its first hits, and what was
here last comes first among them.
"""

from collections.abc import Sequence

from app.models.database import Database, Row

FIRST_HITS = 200
LAST_CHARACTER = "\U0010ffff"

_BY_NAME = (
    "SELECT DISTINCT member_id AS id, {rank} AS rank FROM member_token"
    " WHERE token >= ? AND token < ?"
)
_BY_COLUMN = "SELECT id, {rank} AS rank FROM member WHERE {column} >= ? AND {column} < ?"

_BEST = """
    SELECT id FROM ({found}) AS hit CROSS JOIN member_summary ON member_id = hit.id
    ORDER BY rank, last_visit_at DESC, id LIMIT ?
"""
_HIT = (
    "SELECT id, number, name, phone, points, last_visit_at, state FROM member"
    " JOIN member_summary ON member_id = id"
)


def up_to(prefix: str) -> str:
    """The upper end of the range of all texts that begin with `prefix`."""
    return prefix + LAST_CHARACTER


def hits(
    database: Database,
    *,
    token: str,
    digits: Sequence[str] = (),
    last_digits: str = "",
    number: str = "",
    limit: int,
    archived: bool = False,
) -> list[Row]:
    """(id, number, name, phone, points, last_visit_at, state), who was here last first.

    Members found by a name token, by the first national `digits` of their phone, by its
    `last_digits` (these come before the others), or by the first characters of their number
    (the whole number comes first of all). A blank source is not asked.
    """
    sources: list[str] = []
    params: list[str | int] = []

    def ask(sql: str, prefix: str, rank: int, column: str = "", most: int = FIRST_HITS) -> None:
        # A LIMIT inside a compound needs a query of its own around it.
        chosen = sql.format(rank=rank, column=column)
        sources.append(f"SELECT * FROM ({chosen} LIMIT {most})")
        params.extend((prefix, up_to(prefix)))

    if last_digits:
        ask(_BY_COLUMN, last_digits[::-1], 0, "phone_reversed")
    # Who types last digits wants no long list of those that begin with them.
    most = limit if last_digits else FIRST_HITS
    for each in digits:
        ask(_BY_COLUMN, each, 1, "phone_digits", most)
    if number:
        sources.append("SELECT id, -1 AS rank FROM member WHERE number = ?")
        params.append(number)
        ask(_BY_COLUMN, number, 1, "number", most)
    if token:
        ask(_BY_NAME, token, 1)
    whole: list[Row] = []
    if not sources:
        return whole
    best = _BEST.format(found=" UNION ALL ".join(sources))
    # Some of the best are found twice or archived, so a few more are taken; rarely not enough.
    for taken in (3 * limit, FIRST_HITS * len(sources)):
        found = [row[0] for row in database.rows(best, (*params, taken))]
        whole = _whole(database, list(dict.fromkeys(found)), limit, archived=archived)
        if len(whole) == limit or len(found) < taken:
            break
    return whole


def _whole(
    database: Database, member_ids: Sequence[bytes], limit: int, *, archived: bool
) -> list[Row]:
    """The first `limit` of those members in the form of `hits`, in their order."""
    whole: list[Row] = []
    for start in range(0, len(member_ids), limit):
        some = member_ids[start : start + limit]
        marks = ", ".join("?" * len(some))
        rows = {row[0]: row for row in database.rows(f"{_HIT} WHERE id IN ({marks})", some)}
        # A token of a member that is gone is no hit; the doctor tells of it.
        hits_in_order = (rows[member_id] for member_id in some if member_id in rows)
        whole += [row for row in hits_in_order if archived or row[6] != "archived"]
        if len(whole) >= limit:
            break
    return whole[:limit]


def warm(database: Database) -> None:
    """Read every member's summary once, so that this connection's next searches find it cached.

    0.15 s and 45 MiB of the cache at a million members; without it the first search that meets
    two hundred members waits for two hundred pages.
    """
    database.value("SELECT sum(points) FROM member_summary")


def hit(database: Database, member_id: bytes) -> Row | None:
    """One member in the form of `hits`."""
    return database.row(f"{_HIT} WHERE id = ?", (member_id,))
