"""Members who may be one person: what of them is compared, and who was said to be two."""

from collections.abc import Iterable, Iterator, Sequence

from app.models.database import Database, Row

# Who was merged into another is in the archive; who is archived is merged with nobody.
_LIVE = "state <> 'archived'"
_COMPARED = "seq, name, phone, birthday, gender, email, wechat"
_TOLD = (
    "member.seq, member.id, number, name, phone, birthday, joined_on, visits, spent_minor, points,"
    " last_visit_at"
)


def people(database: Database) -> Iterator[Row]:
    """(seq, name, phone, birthday, gender, e-mail, WeChat) of every live member."""
    return database.each(f"SELECT {_COMPARED} FROM member WHERE {_LIVE}")


def compared(database: Database, seqs: Sequence[int]) -> dict[int, Row]:
    """The same of these, by seq."""
    marks = ", ".join("?" * len(seqs))
    sql = f"SELECT {_COMPARED} FROM member WHERE seq IN ({marks}) AND {_LIVE}"
    return {row[0]: row for row in database.rows(sql, seqs)}


def told(database: Database, seqs: Sequence[int]) -> dict[int, Row]:
    """(seq, id, number, name, phone, birthday, joined_on, visits, spent, points, last visit)."""
    marks = ", ".join("?" * len(seqs))
    return {
        row[0]: row
        for row in database.rows(
            f"SELECT {_TOLD} FROM member JOIN member_summary ON member_id = member.id"
            f" WHERE seq IN ({marks})",
            seqs,
        )
    }


def different(database: Database) -> Iterable[tuple[int, int]]:
    """The pairs that were said to be two people: (seq, seq), the smaller first."""
    return (
        (min(row), max(row))
        for row in database.each(
            "SELECT first.seq, second.seq FROM different_member"
            " CROSS JOIN member AS first ON first.id = first_id"
            " CROSS JOIN member AS second ON second.id = second_id"
        )
    )


def are_different(database: Database, first: bytes, second: bytes) -> bool:
    """Whether two were said to be two people."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM different_member WHERE first_id = ? AND second_id = ?)",
            (min(first, second), max(first, second)),
        )
    )


def add_different(
    database: Database, first: bytes, second: bytes, staff_id: bytes, at_ms: int
) -> None:
    """Two members are two people."""
    database.execute(
        "INSERT INTO different_member (first_id, second_id, staff_id, said_at) VALUES (?, ?, ?, ?)",
        (min(first, second), max(first, second), staff_id, at_ms),
    )


def drop_different(database: Database, first: bytes, second: bytes) -> int:
    """Nobody said that they are two; how many rows went."""
    return database.execute(
        "DELETE FROM different_member WHERE first_id = ? AND second_id = ?",
        (min(first, second), max(first, second)),
    )
