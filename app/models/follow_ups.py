"""Queries and writes on follow-ups and the rules that make them.

`due_on` and the adviser stand in the follow-up as in its newest entry; NULL is over.
"""

from collections.abc import Iterable, Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.merges import MINE, marks, owners

_INSERT = insert_sql(
    "follow_up", "id, member_id, rule_id, occasion, what, made_at, due_on, adviser_id"
)
_INSERT_ENTRY = insert_sql(
    "follow_up_entry",
    "id, follow_up_id, number, kind, note, due_on, adviser_id, staff_id, posted_at, business_date",
)
_RULE = (
    "SELECT rule.id, kind, rule.name, days, category, staff_id, coalesce(staff.name, ''),"
    " rule.active, active_from FROM follow_up_rule AS rule"
    " LEFT JOIN staff ON staff.id = rule.staff_id"
)
_SHOWN = (
    "SELECT follow_up.id, member.id, member.number, member.name, member.phone, follow_up.what,"
    " coalesce(rule.kind, ''), occasion, made_at, follow_up.due_on, follow_up.adviser_id,"
    " coalesce(adviser.name, ''), newest.number, newest.kind, newest.note, newest.posted_at,"
    " coalesce(poster.name, '') FROM follow_up"
    " LEFT JOIN member_alias ON gone_id = follow_up.member_id"
    " CROSS JOIN member ON member.id = coalesce(keep_id, follow_up.member_id)"
    " CROSS JOIN follow_up_entry AS newest ON newest.follow_up_id = follow_up.id"
    " AND newest.number = (SELECT max(number) FROM follow_up_entry"
    " WHERE follow_up_id = follow_up.id)"
    " LEFT JOIN staff AS adviser ON adviser.id = follow_up.adviser_id"
    " LEFT JOIN staff AS poster ON poster.id = newest.staff_id"
    " LEFT JOIN follow_up_rule AS rule ON rule.id = rule_id WHERE "
)
_MINE = "(? IS NULL OR follow_up.adviser_id IS NULL OR follow_up.adviser_id = ?)"
# Who is archived is left in peace, and shown again once they are back.
_HERE = (
    "(SELECT state FROM member WHERE id = coalesce((SELECT keep_id FROM member_alias"
    " WHERE gone_id = follow_up.member_id), follow_up.member_id)) <> 'archived'"
)


# --- rules ----------------------------------------------------------------------


def rules(database: Database) -> list[Row]:
    """(id, kind, name, days, category, staff, their name, active, active from), as they came."""
    return database.rows(f"{_RULE} ORDER BY rule.id")


def rule(database: Database, rule_id: bytes) -> Row | None:
    """One of `rules`."""
    return database.row(f"{_RULE} WHERE rule.id = ?", (rule_id,))


def save_rule(database: Database, row: Row) -> None:
    """Keep (id, kind, name, days, category, staff, active, active from, saved at)."""
    database.execute(
        insert_sql(
            "follow_up_rule",
            "id, kind, name, days, category, staff_id, active, active_from, saved_at",
        )
        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, days = excluded.days,"
        " category = excluded.category, staff_id = excluded.staff_id, active = excluded.active,"
        " active_from = excluded.active_from, saved_at = excluded.saved_at",
        row,
    )


# --- writing --------------------------------------------------------------------


def insert(database: Database, rows: Iterable[Row]) -> None:
    """Add (id, member, rule, occasion, what, made at, due on, adviser)."""
    database.executemany(_INSERT, rows)


def insert_entries(database: Database, rows: Iterable[Row]) -> None:
    """Append (id, follow-up, number, kind, note, due on, adviser, staff, posted at, day)."""
    database.executemany(_INSERT_ENTRY, rows)


def stand(
    database: Database, follow_up_id: bytes, due_on: str | None, adviser: bytes | None
) -> None:
    """Keep what the newest entry says."""
    database.execute(
        "UPDATE follow_up SET due_on = ?, adviser_id = ? WHERE id = ?",
        (due_on, adviser, follow_up_id),
    )


# --- reading --------------------------------------------------------------------


def shown(database: Database, follow_up_id: bytes) -> Row | None:
    """(id, member, number, name, phone, what, rule's kind, occasion, made at, due on, adviser,
    their name, newest entry: number, kind, note, posted at, by whom)."""
    return database.row(f"{_SHOWN} follow_up.id = ?", (follow_up_id,))


def is_member(database: Database, member_id: bytes) -> bool:
    """Whether there is such a member, whatever their state."""
    return database.row("SELECT 1 FROM member WHERE id = ?", (member_id,)) is not None


def entries(database: Database, follow_up_id: bytes) -> list[Row]:
    """(id, number, kind, note, due on, adviser, their name, by whom, posted at), oldest first."""
    return database.rows(
        "SELECT entry.id, number, kind, note, due_on, adviser_id, coalesce(adviser.name, ''),"
        " poster.name, posted_at FROM follow_up_entry AS entry"
        " JOIN staff AS poster ON poster.id = entry.staff_id"
        " LEFT JOIN staff AS adviser ON adviser.id = entry.adviser_id"
        " WHERE follow_up_id = ? ORDER BY number",
        (follow_up_id,),
    )


def entry_owner(database: Database, entry_id: bytes) -> bytes | None:
    """The follow-up that an entry belongs to."""
    found: bytes | None = database.value(
        "SELECT follow_up_id FROM follow_up_entry WHERE id = ?", (entry_id,)
    )
    return found


def open_of(database: Database, member_id: bytes) -> list[Row]:
    """What is open of a member and of who was merged into them, as in `shown`, soonest first."""
    return database.rows(
        f"{_SHOWN} follow_up.member_id {MINE} AND follow_up.due_on IS NOT NULL"
        " ORDER BY follow_up.due_on, follow_up.id",
        (member_id, member_id),
    )


def of_member(database: Database, member_id: bytes, limit: int) -> list[Row]:
    """The same with what is over: open ones first, then the newest."""
    return database.rows(
        f"{_SHOWN} follow_up.member_id {MINE} ORDER BY follow_up.due_on IS NULL,"
        " follow_up.due_on, newest.posted_at DESC, follow_up.id DESC LIMIT ?",
        (member_id, member_id, limit),
    )


def due(
    database: Database, first: str, last: str, adviser: bytes | None, limit: int, offset: int
) -> list[Row]:
    """A page of what is due in the span, as in `shown`; an adviser's and nobody's, or all."""
    return database.rows(
        f"{_SHOWN} follow_up.id IN (SELECT id FROM follow_up WHERE due_on BETWEEN ? AND ?"
        f" AND {_MINE} AND {_HERE} ORDER BY due_on, id LIMIT ? OFFSET ?)"
        " ORDER BY follow_up.due_on, follow_up.id",
        (first, last, adviser, adviser, limit, offset),
    )


def count_due(database: Database, first: str, last: str, adviser: bytes | None) -> int:
    """How many there are."""
    return int(
        database.value(
            f"SELECT count(*) FROM follow_up WHERE due_on BETWEEN ? AND ? AND {_MINE} AND {_HERE}",
            (first, last, adviser, adviser),
        )
    )


def closed_on(
    database: Database, day: str, adviser: bytes | None, limit: int, offset: int
) -> list[Row]:
    """A page of what was closed on a day, newest first."""
    return database.rows(
        f"{_SHOWN} follow_up.id IN (SELECT follow_up_id FROM follow_up_entry"
        f" WHERE business_date = ?) AND follow_up.due_on IS NULL AND {_MINE}"
        " AND newest.business_date = ? ORDER BY newest.posted_at DESC, follow_up.id"
        " LIMIT ? OFFSET ?",
        (day, adviser, adviser, day, limit, offset),
    )


def count_closed(database: Database, day: str, adviser: bytes | None) -> int:
    """How many there are."""
    return int(
        database.value(
            "SELECT count(*) FROM follow_up WHERE id IN (SELECT follow_up_id FROM follow_up_entry"
            f" AS entry WHERE business_date = ? AND number = (SELECT max(number)"
            " FROM follow_up_entry WHERE follow_up_id = entry.follow_up_id))"
            f" AND due_on IS NULL AND {_MINE}",
            (day, adviser, adviser),
        )
    )


# --- whom a rule concerns ---------------------------------------------------------


def known(database: Database, rule_id: bytes, member_ids: Sequence[bytes]) -> list[Row]:
    """(member as they are now, occasion, is open) of what a rule made for these members and who
    was merged into them."""
    persons = owners(database, member_ids)
    if not persons:
        return []
    rows = database.rows(
        "SELECT member_id, occasion, due_on IS NOT NULL FROM follow_up WHERE rule_id = ?"
        f" AND member_id IN ({marks(list(persons))})",
        (rule_id, *persons),
    )
    return [(persons[row[0]], *row[1:]) for row in rows]


def bought(database: Database, category: str, first: str, last: str) -> list[Row]:
    """(active member as they are now, business_date) of who bought of a category in the span
    and kept some of it, oldest first."""
    return database.rows(
        "SELECT DISTINCT member.id, sale.business_date FROM sale"
        " LEFT JOIN claim ON claim.sale_id = sale.id"
        " JOIN sale_line AS line ON line.sale_id = sale.id AND line.category = ?"
        " LEFT JOIN member_alias ON gone_id = coalesce(sale.member_id, claim.member_id)"
        " JOIN member ON member.id = coalesce(keep_id, sale.member_id, claim.member_id)"
        " WHERE sale.business_date BETWEEN ? AND ? AND member.state <> 'archived'"
        " AND line.quantity_milli > coalesce((SELECT sum(quantity_milli) FROM refund_line AS back"
        " WHERE back.sale_id = line.sale_id AND back.sale_position = line.position), 0)"
        " ORDER BY sale.business_date, member.id",
        (category, first, last),
    )


def with_birthday(database: Database, month_days: Sequence[str]) -> list[Row]:
    """(member, birthday) of those born on one of these days (`03-08`), or by the lunar calendar."""
    return database.rows(
        "SELECT id, birthday FROM member WHERE state <> 'archived' AND"
        f" (birthday_solar IN ({marks_of(month_days)}) AND birthday_solar <> '')"
        " UNION ALL SELECT id, birthday FROM member WHERE state <> 'archived'"
        " AND birthday LIKE 'lunar:%' AND birthday_solar = ''",
        tuple(month_days),
    )


def with_dependant(database: Database) -> list[Row]:
    """(member as they are now, dependant's name, birthday) where it is known."""
    return database.rows(
        "SELECT DISTINCT member.id, dependant.name, dependant.birthday FROM dependant"
        " LEFT JOIN member_alias ON gone_id = dependant.member_id"
        " JOIN member ON member.id = coalesce(keep_id, dependant.member_id)"
        " WHERE dependant.birthday <> '' AND member.state <> 'archived'"
    )


def ending_passes(database: Database, first: str, last: str) -> list[Row]:
    """(member as they are now, pass, last day) of passes with uses left that end in the span."""
    return database.rows(
        "SELECT member.id, session_pass.id, valid_to FROM session_pass"
        " LEFT JOIN member_alias ON gone_id = session_pass.member_id"
        " JOIN member ON member.id = coalesce(keep_id, session_pass.member_id)"
        " WHERE valid_to BETWEEN ? AND ? AND member.state <> 'archived' AND coalesce((SELECT"
        " sum(uses) FROM pass_entry WHERE pass_id = session_pass.id), 0) > 0",
        (first, last),
    )


def ending_plans(database: Database, first: str, last: str) -> list[Row]:
    """(member as they are now, last day) of paid memberships that end in the span, unless their
    end was asked for."""
    return database.rows(
        "SELECT member.id, ends_on FROM membership_entry AS entry"
        " LEFT JOIN member_alias ON gone_id = entry.member_id"
        " JOIN member ON member.id = coalesce(keep_id, entry.member_id)"
        " WHERE ends_on BETWEEN ? AND ? AND kind NOT IN ('cancel', 'lapse')"
        " AND member.state <> 'archived' AND entry.number = (SELECT max(number)"
        " FROM membership_entry WHERE member_id = entry.member_id)",
        (first, last),
    )


def ids_of_seqs(database: Database, seqs: Sequence[int]) -> dict[int, bytes]:
    """Short key → id of these members, without who is archived."""
    rows = database.rows(
        f"SELECT seq, id FROM member WHERE seq IN ({', '.join('?' * len(seqs))})"
        " AND state <> 'archived'",
        tuple(seqs),
    )
    return dict(rows)


def advisers(database: Database, member_ids: Sequence[bytes]) -> dict[bytes, bytes]:
    """Member → the active person of the staff that their adviser's name is."""
    rows = database.rows(
        "SELECT member.id, staff.id FROM member JOIN staff ON staff.name = member.adviser"
        f" AND staff.active = 1 WHERE member.adviser <> '' AND member.id IN ({marks(member_ids)})",
        tuple(member_ids),
    )
    return dict(rows)


def marks_of(texts: Sequence[str]) -> str:
    """Placeholders for these texts."""
    return ", ".join("?" * len(texts))
