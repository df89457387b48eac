"""Hints at the till: what was reckoned ahead, looked up by index, and what was shown."""

from collections.abc import Iterable, Sequence

from app.models.database import Database, Row
from app.models.merges import MINE

ASKED_PRODUCTS = 8
"""Of how many products of a basket the companions are looked up: always one statement."""

_NO_PRODUCT = bytes(16)
# What was given back is not bought.
_KEPT = "NOT EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = sale.id AND refund.whole = 1)"
_ROWS = (
    "(SELECT rank, kind, subject, hint.product_id, facts, until_on, chance_bp, product.name"
    " FROM hint LEFT JOIN product ON product.id = hint.product_id"
    " WHERE seq = ? AND from_on <= ? AND until_on >= ? AND (product.id IS NULL OR active = 1))"
)


def standing(database: Database, member_id: bytes) -> Row | None:
    """(seq, day and instant its hints were made or None, last visit) of a member."""
    return database.row(
        "SELECT member.seq, made_on, made_at, last_visit_at FROM member"
        " CROSS JOIN member_recency ON member_recency.seq = member.seq"
        " LEFT JOIN hint_made ON hint_made.seq = member.seq WHERE member.id = ?",
        (member_id,),
    )


def made(database: Database, seq: int, day: str) -> list[Row]:
    """(rank, kind, subject, product, facts, until, chance, product's name) that hold on a day."""
    return database.rows(f"SELECT * FROM {_ROWS} ORDER BY rank", (seq, day, day))


def companions(database: Database, products: Sequence[bytes]) -> list[Row]:
    """(product, other, share, other's name, product's name) of what goes with these."""
    asked = [*products[-ASKED_PRODUCTS:]]
    asked += [_NO_PRODUCT] * (ASKED_PRODUCTS - len(asked))
    marks = ", ".join("?" * ASKED_PRODUCTS)
    return database.rows(
        "SELECT hint_pair.product_id, other_id, share_bp, other.name, one.name FROM hint_pair"
        " CROSS JOIN product AS other ON other.id = other_id AND other.active = 1"
        " CROSS JOIN product AS one ON one.id = hint_pair.product_id"
        f" WHERE hint_pair.product_id IN ({marks})",
        asked,
    )


def shown_since(database: Database, member_id: bytes, day: str) -> list[Row]:
    """(kind, subject, day, outcome) of what was said to a member, and to who was merged into
    them, since a day, oldest first."""
    return database.rows(
        "SELECT kind, subject, shown_on, outcome FROM hint_shown"
        f" WHERE member_id {MINE} AND shown_on >= ? ORDER BY shown_on",
        (member_id, member_id, day),
    )


# --- reckoning ----------------------------------------------------------------


def lines(database: Database, member_id: bytes, until: str, limit: int) -> list[Row]:
    """(business date, product or None) of the newest sales of a member, up to a day."""
    return database.rows(
        "SELECT s.business_date, line.product_id FROM (SELECT id, business_date FROM sale"
        f" WHERE member_id {MINE} AND business_date <= ? AND {_KEPT}"
        " ORDER BY sold_at DESC LIMIT ?) AS s"
        " CROSS JOIN sale_line AS line ON line.sale_id = s.id"
        " UNION ALL SELECT sale.business_date, line.product_id FROM claim"
        " CROSS JOIN sale ON sale.id = claim.sale_id"
        " CROSS JOIN sale_line AS line ON line.sale_id = sale.id"
        f" WHERE claim.member_id {MINE} AND sale.business_date <= ? AND {_KEPT}",
        (member_id, member_id, until, limit, member_id, member_id, until),
    )


def people(database: Database, member_id: bytes) -> list[Row]:
    """(dependant's name or empty for the member, birthday) of whose birthdays are known."""
    return database.rows(
        "SELECT '', birthday FROM member WHERE id = ? AND birthday <> ''"
        " UNION ALL SELECT name, birthday FROM dependant WHERE member_id = ? AND birthday <> ''",
        (member_id, member_id),
    )


def stale(
    database: Database, below: tuple[int, bytes], since_ms: int, made_before: str, limit: int
) -> list[Row]:
    """(last visit, id, is stale) of members here since an instant, newest visit first, from
    below a place of that order."""
    return database.rows(
        "SELECT last_visit_at, member.id, made_at IS NULL OR made_at < last_visit_at"
        " OR made_on < ? FROM member_summary"
        " CROSS JOIN member ON member.id = member_id AND state <> 'archived'"
        " LEFT JOIN hint_made ON hint_made.seq = member.seq"
        " WHERE (last_visit_at, member_id) < (?, ?) AND last_visit_at >= ?"
        " ORDER BY last_visit_at DESC, member_id DESC LIMIT ?",
        (made_before, *below, since_ms, limit),
    )


def replace_made(
    database: Database, seq: int, rows: Iterable[Row], made_on: str, made_at: int
) -> None:
    """Put what could be said of a member in place: (rank, kind, subject, product, facts, from,
    until, chance)."""
    database.execute("DELETE FROM hint WHERE seq = ?", (seq,))
    database.executemany(
        "INSERT INTO hint (seq, rank, kind, subject, product_id, facts, from_on, until_on,"
        " chance_bp) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((seq, *row) for row in rows),
    )
    database.execute(
        "INSERT INTO hint_made (seq, made_on, made_at) VALUES (?, ?, ?) ON CONFLICT (seq)"
        " DO UPDATE SET made_on = excluded.made_on, made_at = excluded.made_at",
        (seq, made_on, made_at),
    )


def forget(database: Database, member_id: bytes) -> None:
    """Drop what could be said of a member: it is reckoned anew when it is next asked for."""
    for table in ("hint", "hint_made"):
        database.execute(
            f"DELETE FROM {table} WHERE seq = (SELECT seq FROM member WHERE id = ?)", (member_id,)
        )


def baskets(database: Database, first: str, last: str, limit: int) -> Iterable[Row]:
    """(sale, product) of the newest sales of a span, sale by sale."""
    return database.each(
        f"SELECT s.id, line.product_id FROM (SELECT id FROM sale WHERE business_date"
        f" BETWEEN ? AND ? AND {_KEPT} ORDER BY business_date DESC, sold_at DESC LIMIT ?) AS s"
        " CROSS JOIN sale_line AS line ON line.sale_id = s.id"
        " WHERE line.product_id IS NOT NULL",
        (first, last, limit),
    )


def replace_shop(
    database: Database, pairs: Iterable[Row], best: Iterable[tuple[bytes, int]], day: str
) -> None:
    """Put in place what goes with what (product, rank, other, baskets, share), and what sells
    best (product, baskets), the best first."""
    database.execute("DELETE FROM hint_pair")
    database.executemany(
        "INSERT INTO hint_pair (product_id, rank, other_id, baskets, share_bp)"
        " VALUES (?, ?, ?, ?, ?)",
        pairs,
    )
    database.execute("DELETE FROM hint_best")
    database.executemany(
        "INSERT INTO hint_best (rank, product_id, baskets, made_on) VALUES (?, ?, ?, ?)",
        ((rank, product, count, day) for rank, (product, count) in enumerate(best, 1)),
    )


def best_seller(database: Database) -> Row | None:
    """(product, day it was reckoned) of what is in most baskets."""
    return database.row("SELECT product_id, made_on FROM hint_best WHERE rank = 1")


# --- what was shown -----------------------------------------------------------


def is_recorded(database: Database, visit_id: bytes, member_id: bytes) -> bool:
    """Whether what was said in a visit is written already."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM hint_shown WHERE visit_id = ? AND member_id = ?)",
            (visit_id, member_id),
        )
    )


def products_sold(database: Database, sale_id: bytes) -> frozenset[bytes] | None:
    """What products a sale sold; None where there is no such sale."""
    rows = database.rows("SELECT product_id FROM sale_line WHERE sale_id = ?", (sale_id,))
    return frozenset(row[0] for row in rows if row[0] is not None) if rows else None


def add_shown(database: Database, rows: Iterable[Row]) -> None:
    """Write what was said in a visit, once."""
    database.executemany(
        "INSERT INTO hint_shown (visit_id, position, member_id, kind, subject, product_id,"
        " outcome, sale_id, best_seller, staff_id, shown_at, shown_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def rates(database: Database, first: str, last: str) -> list[Row]:
    """(kind, shown, taken, bought, refused, with a sale, of these taken or bought, of these sold
    the best-seller) between two days."""
    return database.rows(
        "SELECT kind, count(*), sum(outcome = 'taken'), sum(outcome = 'bought'),"
        " sum(outcome = 'refused'), count(best_seller),"
        " sum(best_seller IS NOT NULL AND outcome IN ('taken', 'bought')),"
        " coalesce(sum(best_seller), 0) FROM hint_shown"
        " WHERE shown_on BETWEEN ? AND ? GROUP BY kind",
        (first, last),
    )
