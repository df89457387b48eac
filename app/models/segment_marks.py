"""A question about members in SQL, and one answered beforehand: a mark for each short key."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.models.compass import ARCHIVED
from app.models.database import Database

Values = list[object]
# Few enough that no piece keeps the interpreter for itself.
MARKED_AT_ONCE = 4_096
_MARKS = bytes.maketrans(b"01", b"\x00\x01")
_OWN_ROW = re.compile(r"\bmember\.(?!id\b|seq\b)")
_LOOKED_UP = re.compile(r"= member\.id\b|(?<!NOT )\bmember\.id IN\b")
GONE = "SELECT member.id, seq FROM member_alias CROSS JOIN member ON member.id = gone_id"
APART = f"SELECT id, seq FROM member WHERE {ARCHIVED} UNION {GONE}"
"""Who was merged into another; and these or who is archived."""
_BY_ID = "sqlite_autoindex_member_1"


@dataclass(slots=True)
class Asked:
    """A condition in SQL on `member`, and the values it asks with, in their order."""

    sql: str
    values: Values = field(default_factory=list)

    @property
    def members(self) -> str:
        """The members in the order that suits the question.

        What is looked up by a member's id lies in the order of ids: in any other order each
        look-up meets another page, which takes four times as long for a million of them. But
        where the member's own row is read, that one counts.
        """
        by_id = self.looks_up and not self.reads_rows
        return f"member INDEXED BY {_BY_ID}" if by_id else "member NOT INDEXED"

    @property
    def reads_rows(self) -> bool:
        """Whether it reads members' own rows, which lie in the order of their short keys."""
        return bool(_OWN_ROW.search(self.sql))

    @property
    def looks_up(self) -> bool:
        """Whether it looks something up by members' ids."""
        return bool(_LOOKED_UP.search(self.sql))


def among(marks: bytes) -> Asked:
    """Who is marked: the byte at the place of a member's short key is one; nobody by no bytes."""
    return Asked("substr(?, member.seq, 1) = x'01'" if marks else "0", [marks] if marks else [])


def marked(database: Database, asked: Asked, turn: Callable[[], None]) -> Asked:
    """The same question answered beforehand, in the order of short keys.

    What reads members' own rows and what looks their ids up lie in different orders; asked
    together, every look-up would meet another page. `turn` is called between two pieces, each
    of which comes as one text of zeros and ones; where short keys are missing, key by key.
    """
    last = int(database.value("SELECT coalesce(max(seq), 0) FROM member"))
    marks = bytearray(last)
    sql = (
        f"SELECT group_concat(CASE WHEN {asked.sql} THEN '1' ELSE '0' END, ''), min(seq), max(seq)"
        " FROM member NOT INDEXED WHERE seq > ? AND seq <= ?"
    )
    for start in range(0, last, MARKED_AT_ONCE):
        turn()
        piece = (start, start + MARKED_AT_ONCE)
        flags, first, final = database.rows(sql, (*asked.values, *piece))[0]
        if flags is None:
            continue
        if len(flags) == final - first + 1:
            marks[first - 1 : final] = flags.encode().translate(_MARKS)
        else:
            _mark_each(database, asked, piece, marks)
    return among(bytes(marks))


def _mark_each(database: Database, asked: Asked, piece: tuple[int, int], marks: bytearray) -> None:
    sql = (
        "SELECT json_group_array(seq) FROM member NOT INDEXED"
        f" WHERE seq > ? AND seq <= ? AND {asked.sql}"
    )
    for seq in json.loads(database.value(sql, (*piece, *asked.values))):
        marks[seq - 1] = 1
