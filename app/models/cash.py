"""Queries on drawers: sessions, what moved their cash, and the figures of a day by aggregates."""

from app.models.database import Database, Row
from app.models.inserts import insert_sql

SESSION_COLUMNS = "id, till_id, business_date, sequence, automatic, opened_at, closed_at, opened_by"
MOVEMENT_COLUMNS = (
    "id, session_id, staff_id, approved_by, kind, amount_minor, reason, moved_at, business_date"
)
Z_COLUMNS = (
    "id, till_id, number, session_id, staff_id, business_date, closed_at, expected_minor,"
    " counted_minor, over_short_minor, reason, body"
)
_INSERT_MOVEMENT = insert_sql("cash_movement", MOVEMENT_COLUMNS)
_INSERT_Z = insert_sql("z_report", Z_COLUMNS)
_NO_Z = "NOT EXISTS (SELECT 1 FROM z_report WHERE session_id = cash_session.id)"

# --- sessions ---------------------------------------------------------------------


# The till (?1), and the business day (?2), are what is asked about.
_COUNTED = "till_id = ?1 AND closed_at IS NULL AND automatic = 0"
_AUTOMATIC = (
    f"till_id = ?1 AND business_date = ?2 AND automatic = 1 AND {_NO_Z}"
    " ORDER BY sequence DESC LIMIT 1"
)


def counted_session(database: Database, till_id: bytes) -> Row | None:
    """The till's open session that was opened with a float, columns as SESSION_COLUMNS."""
    return database.row(f"SELECT {SESSION_COLUMNS} FROM cash_session WHERE {_COUNTED}", (till_id,))


def automatic_session(database: Database, till_id: bytes, day: str) -> Row | None:
    """The till's automatic session of a business day that has no Z report yet.

    One that a later day closed still takes a sale dated back to its own.
    """
    return database.row(
        f"SELECT {SESSION_COLUMNS} FROM cash_session WHERE {_AUTOMATIC}", (till_id, day)
    )


SESSIONS = (
    f"(SELECT id FROM cash_session WHERE {_COUNTED}),"
    f" (SELECT id FROM cash_session WHERE {_AUTOMATIC})"
)
"""What `sessions_of` asks, of a till and a day."""


def sessions_of(database: Database, till_id: bytes, day: str) -> tuple[bytes | None, bytes | None]:
    """The ids of the till's `counted_session`, and of its `automatic_session` of a day."""
    found = database.row(f"SELECT {SESSIONS}", (till_id, day))
    assert found is not None
    return found[0], found[1]


def session(database: Database, session_id: bytes) -> Row | None:
    """A session by its id, columns as SESSION_COLUMNS."""
    return database.row(f"SELECT {SESSION_COLUMNS} FROM cash_session WHERE id = ?", (session_id,))


def left_sessions(database: Database, till_id: bytes, today: str) -> list[Row]:
    """Automatic sessions of days before today that wait for their Z report, oldest first.

    Those that an earlier version of the program closed have nobody who opened them, and wait
    for none.
    """
    return database.rows(
        f"SELECT {SESSION_COLUMNS} FROM cash_session WHERE till_id = ? AND business_date < ?"
        f" AND automatic = 1 AND (opened_by IS NOT NULL OR closed_at IS NULL) AND {_NO_Z}"
        " ORDER BY business_date, sequence",
        (till_id, today),
    )


def open_counted(
    database: Database, session_id: bytes, till_id: bytes, day: str, opened_at: int, staff: bytes
) -> None:
    """Open a session with a float; the file refuses a second one at the same till."""
    database.execute(
        "INSERT INTO cash_session (id, till_id, business_date, sequence, automatic, opened_at,"
        " opened_by) SELECT ?, ?, ?, coalesce(max(sequence), 0) + 1, 0, ?, ?"
        " FROM cash_session WHERE till_id = ? AND business_date = ?",
        (session_id, till_id, day, opened_at, staff, till_id, day),
    )


def end_session(database: Database, session_id: bytes, closed_at: int) -> None:
    """Mark a session closed, unless a later day did so before."""
    database.execute(
        "UPDATE cash_session SET closed_at = ? WHERE id = ? AND closed_at IS NULL",
        (closed_at, session_id),
    )


# --- movements and Z reports --------------------------------------------------------


def add_movement(database: Database, row: Row) -> None:
    """Append a movement, columns as MOVEMENT_COLUMNS."""
    database.execute(_INSERT_MOVEMENT, row)


def movement(database: Database, movement_id: bytes) -> Row | None:
    """A movement, columns as MOVEMENT_COLUMNS."""
    return database.row(
        f"SELECT {MOVEMENT_COLUMNS} FROM cash_movement WHERE id = ?", (movement_id,)
    )


def movements(database: Database, session_id: bytes) -> list[Row]:
    """(kind, amount, reason, moved_at, staff name) of a session, in order."""
    return database.rows(
        "SELECT kind, amount_minor, reason, moved_at, staff.name FROM cash_movement"
        " JOIN staff ON staff.id = staff_id WHERE session_id = ?"
        " ORDER BY moved_at, cash_movement.id",
        (session_id,),
    )


def add_z(database: Database, row: Row) -> None:
    """Append a Z report, columns as Z_COLUMNS."""
    database.execute(_INSERT_Z, row)


def last_z(database: Database, till_id: bytes) -> Row | None:
    """(number, closed_at) of the till's newest Z report."""
    return database.row(
        "SELECT number, closed_at FROM z_report WHERE till_id = ? ORDER BY number DESC LIMIT 1",
        (till_id,),
    )


def last_closing(database: Database) -> int | None:
    """When the shop's newest Z report was made."""
    found: int | None = database.value("SELECT max(closed_at) FROM z_report")
    return found


def last_count(database: Database, till_id: bytes) -> int | None:
    """The cash that was left in the drawer when it was last counted, in minor units."""
    found: int | None = database.value(
        "SELECT counted_minor FROM z_report WHERE till_id = ? AND counted_minor IS NOT NULL"
        " ORDER BY number DESC LIMIT 1",
        (till_id,),
    )
    return found


def z_of_session(database: Database, session_id: bytes) -> Row | None:
    """(number, body) of the Z report of a session."""
    return database.row("SELECT number, body FROM z_report WHERE session_id = ?", (session_id,))


def z_body(database: Database, till_number: int, number: int) -> str | None:
    """The stored body of a till's Z report."""
    found: str | None = database.value(
        "SELECT body FROM z_report JOIN till ON till.id = till_id"
        " WHERE till.number = ? AND z_report.number = ?",
        (till_number, number),
    )
    return found


def z_bodies(database: Database, limit: int) -> list[Row]:
    """(body,) of the newest Z reports of every till, newest first."""
    return database.rows(
        "SELECT body FROM z_report ORDER BY closed_at DESC, number DESC LIMIT ?", (limit,)
    )


def documents_by_ids(database: Database, kind: str, ids: list[bytes]) -> list[Row]:
    """Rows of movements (`cash`) or Z reports (`z_report`) by id, as they are sealed."""
    if not ids:
        return []
    table, columns = {
        "cash": ("cash_movement", MOVEMENT_COLUMNS),
        "z_report": ("z_report", Z_COLUMNS),
    }[kind]
    marks = ", ".join("?" * len(ids))
    return database.rows(f"SELECT {columns} FROM {table} WHERE id IN ({marks})", ids)


def staff_name(database: Database, staff_id: bytes | None) -> str:
    """What somebody at the till is called; "" for nobody."""
    return str(database.value("SELECT name FROM staff WHERE id = ?", (staff_id,)) or "")


# --- the figures of a session, each one query over its index --------------------------


def sales_sums(database: Database, session_id: bytes) -> Row:
    """(count, gross, discount, added tax, rounding, total, change, points earned, points burned)
    of a session's sales."""
    found = database.row(
        "SELECT count(*), coalesce(sum(gross_minor), 0), coalesce(sum(discount_minor), 0),"
        " coalesce(sum(added_tax_minor), 0), coalesce(sum(cash_rounding_minor), 0),"
        " coalesce(sum(total_minor), 0), coalesce(sum(change_due_minor), 0),"
        " coalesce(sum(points_earned), 0), coalesce(sum(points_burned), 0)"
        " FROM sale WHERE session_id = ?",
        (session_id,),
    )
    assert found is not None
    return found


def receipts(database: Database, session_id: bytes) -> list[Row]:
    """(till number, sequence) of a session's first and last sale; nothing where it has none.

    After a restore a session goes on at another till, so the till is asked of the sales.
    """
    ordered = (
        "SELECT till.number, sequence FROM sale JOIN till ON till.id = till_id"
        " WHERE session_id = ? ORDER BY till.number {0}, sequence {0} LIMIT 1"
    )
    return [
        row
        for order in ("ASC", "DESC")
        for row in database.rows(ordered.format(order), (session_id,))
    ]


def tips(database: Database, session_id: bytes) -> int:
    """The tips in a session's sales, less those that its refunds gave back."""
    return int(
        database.value(
            "SELECT coalesce((SELECT sum(amount_minor) FROM sale JOIN sale_tip"
            " ON sale_tip.sale_id = sale.id WHERE session_id = ?1), 0)"
            " - coalesce((SELECT sum(refund_line.total_minor) FROM refund"
            " JOIN refund_line ON refund_id = refund.id JOIN sale_tip"
            " ON sale_tip.sale_id = refund_line.sale_id"
            " AND sale_tip.position = refund_line.sale_position WHERE session_id = ?1), 0)",
            (session_id,),
        )
    )


def refund_sums(database: Database, session_id: bytes) -> list[Row]:
    """(kind, count, total, points reversed, points restored) of a session's refunds and voids."""
    return database.rows(
        "SELECT kind, count(*), sum(total_minor), sum(points_reversed), sum(points_restored)"
        " FROM refund WHERE session_id = ? GROUP BY kind",
        (session_id,),
    )


def taxes(database: Database, session_id: bytes) -> list[Row]:
    """(rate, net, tax, refunded net, refunded tax) of a session, the lowest rate first."""
    return database.rows(
        "SELECT rate_bp, sum(net), sum(tax), sum(net_back), sum(tax_back) FROM ("
        "SELECT rate_bp, net_minor AS net, tax_minor AS tax, 0 AS net_back, 0 AS tax_back"
        " FROM sale JOIN sale_tax ON sale_id = sale.id WHERE session_id = ?1"
        " UNION ALL SELECT rate_bp, 0, 0, net_minor, tax_minor"
        " FROM refund JOIN refund_tax ON refund_id = refund.id WHERE session_id = ?1)"
        " GROUP BY rate_bp ORDER BY rate_bp",
        (session_id,),
    )


def tenders(database: Database, session_id: bytes) -> dict[str, dict[str, int]]:
    """What each kind of tender came to: by `sale`, `refund` and `taking`, change not taken off."""
    found: dict[str, dict[str, int]] = {"sale": {}, "refund": {}, "taking": {}}
    for source, table in (
        ("sale", "tender"),
        ("refund", "refund_tender"),
        ("taking", "taking_tender"),
    ):
        found[source] = dict(
            database.rows(
                f"SELECT {table}.kind, sum({table}.amount_minor) FROM {source}"
                f" JOIN {table} ON {source}_id = {source}.id WHERE session_id = ?"
                f" GROUP BY {table}.kind",
                (session_id,),
            )
        )
    return found


def takings(database: Database, session_id: bytes) -> list[Row]:
    """(kind, subject of a plan, count, amount, change) of what was taken outside sales."""
    return database.rows(
        "SELECT kind, CASE WHEN kind IN ('plan', 'plan_refund') THEN subject ELSE '' END AS what,"
        " count(*), sum(amount_minor), sum(change_due_minor) FROM taking WHERE session_id = ?"
        " GROUP BY kind, what ORDER BY kind, what",
        (session_id,),
    )


def discounts(database: Database, session_id: bytes) -> list[Row]:
    """(code, facts as JSON, count, amount) of each reason that made a line of a session cheaper."""
    return database.rows(
        "SELECT value ->> 1, value -> 2, count(*), sum(value ->> 0)"
        " FROM sale JOIN sale_line ON sale_id = sale.id, json_each(effects)"
        " WHERE session_id = ? AND effects NOT IN ('', '[]') GROUP BY 1, 2",
        (session_id,),
    )


def points_beside(database: Database, after_ms: int, to_ms: int) -> list[Row]:
    """(kind, above zero or not, points) moved neither by a sale nor by a refund."""
    return database.rows(
        "SELECT kind, points > 0, sum(points) FROM points_entry WHERE sale_id IS NULL"
        " AND refund_id IS NULL AND posted_at > ? AND posted_at <= ? GROUP BY 1, 2",
        (after_ms, to_ms),
    )


def forfeited(database: Database, after_ms: int, to_ms: int) -> Row:
    """(count, amount) of the deposits kept for good in a time."""
    found = database.row(
        "SELECT count(*), coalesce(-sum(amount_minor), 0) FROM deposit_entry"
        " WHERE kind = 'forfeited' AND posted_at > ? AND posted_at <= ?",
        (after_ms, to_ms),
    )
    assert found is not None
    return found
