"""Finding members as somebody types: range queries over indexes, never a LIKE.

At a million members a prefix by `LIKE` with a bound parameter reads every row (77 ms); the
same by `>= ? AND < ?` takes 20 microseconds. Each source gives its first hits as short keys,
which are sorted by the short rows of `member_recency`, which also have the points; only of the best
are whole rows read.
"""

from collections.abc import Sequence
from functools import cache

from app.models.database import Database, Row

# All of a million members who end on the same four digits, and some more.
FIRST_HITS = 128
LAST_CHARACTER = "\U0010ffff"

# A source is asked with (first text, end of the range, most hits).
_BY_NAME = "SELECT DISTINCT seq, 1 AS rank FROM member_token WHERE token >= ? AND token < ? LIMIT ?"
# A hanzi stands twice in few names, a letter begins the pinyin and the initials of most: those
# few are put together afterwards, which saves the rest from being compared.
_BY_HANZI = _BY_NAME.replace("DISTINCT ", "")
_BY_PHONE = "SELECT seq, 1 AS rank FROM member WHERE phone_digits >= ? AND phone_digits < ? LIMIT ?"
_BY_LAST_DIGITS = (
    "SELECT seq, 0 AS rank FROM member WHERE phone_reversed >= ? AND phone_reversed < ? LIMIT ?"
)
# Asked with the number once more, before the rest: who has just that one comes first of all.
_BY_NUMBER = (
    "SELECT seq, CASE number WHEN ? THEN -1 ELSE 1 END AS rank FROM member"
    " WHERE number >= ? AND number < ? ORDER BY number LIMIT ?"
)

_HIT = "member.id, member.number, member.name, member.phone, {points}, member.state"

# Joined in this order, row by row, so that the joins end with the last row that is wanted.
_BEST = f"""
    SELECT {_HIT} FROM (
        SELECT hit.seq, points FROM ({{found}}) AS hit
        CROSS JOIN member_recency ON member_recency.seq = hit.seq
        ORDER BY rank, last_visit_at DESC, hit.seq LIMIT ?
    ) AS best
    {{owner}}
    WHERE member.state <> 'archived' OR ? LIMIT ?
"""
_THEMSELVES = "CROSS JOIN member ON member.seq = best.seq"
# Who was merged into another member is found as that other. Asked only where there is such a
# member: it makes a search dearer by a third. Always by the short key: ids are scattered, and
# looking one up reads a page more.
_KEEPERS = """
    CROSS JOIN member AS found ON found.seq = best.seq
    LEFT JOIN member_alias ON gone_id = found.id
    CROSS JOIN member ON member.seq = CASE WHEN keep_id IS NULL THEN best.seq
        ELSE (SELECT keep.seq FROM member AS keep WHERE keep.id = keep_id) END
    CROSS JOIN member_recency AS own ON own.seq = member.seq
"""


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
    """(id, number, name, phone, points, state), who was here last first.

    Members found by a name token, by the first national `digits` of their phone, by its
    `last_digits` (these come before the others), or by the first characters of their number
    (the whole number comes first of all). A blank source is not asked.
    """
    sources: list[str] = []
    params: list[str | int] = []

    def ask(source: str, prefix: str, most: int = FIRST_HITS) -> None:
        sources.append(source)
        params.extend((prefix, up_to(prefix), most))

    if last_digits:
        ask(_BY_LAST_DIGITS, last_digits[::-1])
    # Who types last digits wants no long list of those that begin with them.
    most = limit if last_digits else FIRST_HITS
    for each in digits:
        ask(_BY_PHONE, each, most)
    if number:
        params.append(number)
        ask(_BY_NUMBER, number, most)
    if token:
        ask(_BY_NAME if token.isascii() else _BY_HANZI, token)
    if not sources:
        return []
    merged = bool(database.value("SELECT EXISTS (SELECT 1 FROM member_alias)"))
    best, in_all = _best(tuple(sources), merged), FIRST_HITS * len(sources)
    found = database.rows(best, (*params, in_all, archived, limit))
    whole = _once_each(found)
    if len(whole) < len(found) == limit:
        # Some were found by two sources; this seldom happens, so no query is made dearer by it.
        whole = _once_each(database.rows(best, (*params, in_all, archived, in_all)))
    return whole[:limit]


@cache
def _best(sources: tuple[str, ...], merged: bool) -> str:
    """The query over these sources: one of a few texts, so that each is prepared only once."""
    # A LIMIT inside a compound needs a query of its own around it.
    found = " UNION ALL ".join(f"SELECT * FROM ({source})" for source in sources)
    owner, points = (_KEEPERS, "own.points") if merged else (_THEMSELVES, "best.points")
    return _BEST.format(found=found, owner=owner, points=points)


def _once_each(rows: list[Row]) -> list[Row]:
    """The rows without those of a member who stands there already."""
    first: dict[bytes, Row] = {}
    for row in rows:
        first.setdefault(row[0], row)
    return list(first.values())


def warm(database: Database) -> None:
    """Read every member's last visit once, so that this connection's searches find them cached.

    0.05 s and 15 MiB of the cache at a million members; without it the first search that meets
    a hundred members waits for a hundred pages.
    """
    database.value("SELECT sum(last_visit_at) FROM member_recency")


def hit(database: Database, member_id: bytes) -> Row | None:
    """One member in the form of `hits`."""
    return database.row(
        "SELECT "
        + _HIT.format(points="points")
        + " FROM member JOIN member_recency USING (seq) WHERE id = ?",
        (member_id,),
    )
