"""What the doctor asks of a shop's file: each query yields faults, and none on a sound file.

Everything is looked up by an index and read row by row, so that ten million lines fit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import apsw

from app.errors import Cancelled, ShopFileUnreadable
from app.models.database import Database, Row
from app.models.doctor_campaigns import CAMPAIGN_FAULTS
from app.models.doctor_care import CARE_FAULTS
from app.models.doctor_cash import CASH_FAULTS
from app.models.doctor_hints import HINT_FAULTS
from app.models.doctor_insight import INSIGHT_FAULTS
from app.models.doctor_loyalty import LOYALTY_FAULTS
from app.models.doctor_refunds import REFUND_FAULTS
from app.models.doctor_stock import STOCK_FAULTS
from app.models.doctor_tenders import TENDER_FAULTS
from app.models.merges import LAST_VISIT_OF, SPENT_OF, VISITS_OF
from app.models.refusals import storage_errors

_RECENT_SALES = "(SELECT * FROM sale ORDER BY sold_at DESC LIMIT 50) AS sale"
_SALE = "till.number, sale.sequence FROM {sales} JOIN till ON till.id = sale.till_id WHERE "
_MEMBER = "member.number FROM member WHERE "
_SUMMARY = (
    "member.number FROM member_summary JOIN member ON member.id = member_summary.member_id WHERE "
)

# Check → queries. A row is (what, member number) or (what, till number, sequence of the sale).
FAULTS: dict[str, tuple[str, ...]] = {
    "sales": (
        "SELECT 'lines', " + _SALE + "(sale.gross_minor, sale.discount_minor, sale.points_earned)"
        " IS NOT (SELECT sum(gross_minor), sum(discount_minor), sum(points) FROM sale_line"
        " WHERE sale_id = sale.id)",
        "SELECT 'tenders', " + _SALE + "sale.total_minor + sale.change_due_minor <> coalesce("
        "(SELECT sum(amount_minor) FROM tender WHERE sale_id = sale.id), 0)",
        "SELECT 'change', " + _SALE + "sale.change_due_minor > 0 AND sale.change_due_minor >"
        " coalesce((SELECT sum(amount_minor) FROM tender"
        " WHERE sale_id = sale.id AND kind = 'cash'), 0)",
        "SELECT 'tax', " + _SALE + "coalesce((SELECT sum(tax_minor) FROM sale_line"
        " WHERE sale_id = sale.id), 0) <> coalesce((SELECT sum(tax_minor) FROM sale_tax"
        " WHERE sale_id = sale.id), 0)",
        "SELECT 'added tax', " + _SALE + "sale.added_tax_minor <> 0 AND sale.added_tax_minor <>"
        " coalesce((SELECT sum(tax_minor) FROM sale_tax WHERE sale_id = sale.id), 0)",
    ),
    "sale_points": (
        "SELECT 'points', " + _SALE + "(sale.points_earned, -sale.points_burned) IS NOT"
        " (SELECT coalesce(sum(CASE WHEN kind = 'earn' THEN points END), 0),"
        " coalesce(sum(CASE WHEN kind = 'burn' THEN points END), 0)"
        " FROM points_entry WHERE sale_id = sale.id)",
        "SELECT 'points tender', " + _SALE + "(sale.points_burned > coalesce("
        "(SELECT sum(cost_points) FROM reward_use WHERE sale_id = sale.id), 0)) <> EXISTS"
        " (SELECT 1 FROM tender WHERE sale_id = sale.id AND kind = 'points')",
        "SELECT 'points of another member', " + _SALE + "EXISTS (SELECT 1 FROM points_entry"
        " WHERE sale_id = sale.id AND (points_entry.member_id IS NOT sale.member_id"
        " OR points_entry.scheme_version <> sale.scheme_version))",
    ),
    "claims": (
        "SELECT 'points', till.number, sale.sequence FROM claim"
        " JOIN sale ON sale.id = claim.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE claim.points <> coalesce((SELECT sum(points) FROM points_entry"
        " WHERE claim_id = claim.id), 0)",
        "SELECT 'member', till.number, sale.sequence FROM claim"
        " JOIN sale ON sale.id = claim.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE sale.member_id IS NOT NULL OR EXISTS (SELECT 1 FROM points_entry"
        " WHERE claim_id = claim.id AND member_id <> claim.member_id)",
    ),
    "sessions": (
        # The sales of an import are of many days, in the one session of that import.
        "SELECT 'session', " + _SALE + "NOT EXISTS (SELECT 1 FROM cash_session"
        " JOIN till AS drawer ON drawer.id = cash_session.till_id"
        " WHERE cash_session.id = sale.session_id AND (drawer.id = sale.till_id"
        # A session that was open when a backup was restored went on at the till begun then.
        " OR drawer.kind = 'counter' AND till.kind = 'counter' AND drawer.number > till.number)"
        # One opened with a float may be left open over midnight.
        " AND (cash_session.business_date = sale.business_date OR till.kind = 'import'"
        " OR cash_session.automatic = 0))",
        "SELECT 'open sessions', till.number, count(*) FROM cash_session"
        " JOIN till ON till.id = cash_session.till_id WHERE closed_at IS NULL"
        " GROUP BY till_id, automatic HAVING count(*) > 1",
    ),
    "receipts": (
        "SELECT 'gap before', till.number, max(sequence) FROM sale"
        " JOIN till ON till.id = sale.till_id GROUP BY sale.till_id"
        " HAVING count(*) <> max(sequence) OR min(sequence) <> 1",
    ),
    "members": (
        "SELECT 'summary', " + _MEMBER + "NOT EXISTS"
        " (SELECT 1 FROM member_summary WHERE member_id = member.id)",
        "SELECT 'recency', " + _MEMBER + "NOT EXISTS"
        " (SELECT 1 FROM member_recency WHERE seq = member.seq)",
    ),
    "points": (
        "SELECT 'points', " + _SUMMARY + "member_summary.points <> coalesce("
        "(SELECT sum(points) FROM points_entry WHERE member_id = member.id), 0)",
        "SELECT 'points beside', " + _SUMMARY + "member_summary.points <>"
        " (SELECT points FROM member_recency WHERE seq = member.seq)",
    ),
    "visits": (
        f"SELECT 'visits', {_SUMMARY}member_summary.visits <> {VISITS_OF}",
        "SELECT 'visit', " + _SALE + "sale.member_id IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM visit WHERE member_id = sale.member_id"
        " AND business_date = sale.business_date AND kind = 'sale')",
    ),
    "spent": (f"SELECT 'spent', {_SUMMARY}member_summary.spent_minor <> {SPENT_OF}",),
    "last_visit": (
        f"SELECT 'last visit', {_SUMMARY}member_summary.last_visit_at <> {LAST_VISIT_OF}",
        "SELECT 'recency', " + _SUMMARY + "member_summary.last_visit_at <>"
        " (SELECT last_visit_at FROM member_recency WHERE seq = member.seq)",
    ),
    "lots": (
        "SELECT 'entry', member.number FROM points_entry"
        " JOIN member ON member.id = points_entry.member_id"
        " WHERE points < 0 AND kind <> 'reverse_earn' AND points <> coalesce((SELECT sum(points)"
        " FROM points_allocation WHERE entry_id = points_entry.id), 0)"
        # What a merge moves of a debt is in no lot.
        " AND NOT (kind = 'transfer' AND EXISTS (SELECT 1 FROM member_merge_entry"
        " WHERE ledger = 'points_entry' AND entry_id = points_entry.id) AND NOT EXISTS"
        " (SELECT 1 FROM points_allocation WHERE entry_id = points_entry.id))",
        # What repays a debt is in no lot either: it would lapse a second time (rule 13).
        "SELECT 'entry', member.number FROM points_entry"
        " JOIN member ON member.id = points_entry.member_id"
        " WHERE points > 0 AND coalesce((SELECT earned FROM points_lot"
        " WHERE entry_id = points_entry.id), 0) + coalesce((SELECT sum(points)"
        " FROM points_allocation WHERE entry_id = points_entry.id), 0) NOT BETWEEN 0 AND points",
        "SELECT 'held', number FROM (SELECT member.number AS number, coalesce((SELECT sum(points)"
        " FROM points_entry WHERE member_id = member.id), 0) AS points, coalesce("
        "(SELECT sum(earned + coalesce((SELECT sum(points) FROM points_allocation"
        " WHERE lot_id = points_lot.id), 0)) FROM points_lot WHERE member_id = member.id), 0)"
        " AS held, EXISTS (SELECT 1 FROM member_alias WHERE keep_id = member.id) AS merged"
        " FROM member_summary JOIN member ON member.id = member_summary.member_id)"
        " WHERE held < points OR (NOT merged AND held > max(0, points))",
        # What is taken back beyond what the lots hold is owed (rule 13).
        "SELECT 'reversal', member.number FROM points_entry"
        " JOIN member ON member.id = points_entry.member_id WHERE kind = 'reverse_earn'"
        " AND coalesce((SELECT sum(points) FROM points_allocation"
        " WHERE entry_id = points_entry.id), 0) NOT BETWEEN points AND 0",
        "SELECT 'lot', member.number FROM points_lot"
        " JOIN member ON member.id = points_lot.member_id"
        " JOIN points_entry ON points_entry.id = points_lot.entry_id"
        " WHERE points_entry.member_id <> points_lot.member_id OR points_lot.earned + coalesce("
        "(SELECT sum(points) FROM points_allocation WHERE lot_id = points_lot.id), 0)"
        " NOT BETWEEN 0 AND points_lot.earned",
        "SELECT 'lot of another member', member.number FROM points_allocation"
        " JOIN points_entry ON points_entry.id = points_allocation.entry_id"
        " JOIN points_lot ON points_lot.id = points_allocation.lot_id"
        " JOIN member ON member.id = points_entry.member_id"
        " WHERE points_lot.member_id <> points_entry.member_id",
    ),
    "sealed": (
        "SELECT 'sale', " + _SALE + "NOT EXISTS"
        " (SELECT 1 FROM seal WHERE document_id = sale.id AND kind = 'sale')",
        "SELECT 'claim', till.number, sale.sequence FROM claim"
        " JOIN sale ON sale.id = claim.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE NOT EXISTS (SELECT 1 FROM seal WHERE document_id = claim.id AND kind = 'claim')",
        "SELECT 'points', member.number FROM points_entry"
        " JOIN member ON member.id = points_entry.member_id"
        " WHERE sale_id IS NULL AND claim_id IS NULL AND refund_id IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM seal WHERE document_id = points_entry.id AND kind = 'points')",
        "SELECT 'merge', member.number FROM member_merge JOIN member ON member.id = keep_id"
        " WHERE NOT EXISTS (SELECT 1 FROM seal WHERE document_id = member_merge.id"
        " AND seal.kind = 'merge')",
    ),
    "merges": (
        # A chain of aliases ends with a member who is nobody's alias, by merges that stand.
        "SELECT 'alias of an alias', member.number FROM member_alias AS alias"
        " JOIN member ON member.id = alias.gone_id WHERE EXISTS"
        " (SELECT 1 FROM member_alias WHERE gone_id = alias.keep_id)",
        "SELECT 'alias without a merge', member.number FROM member_alias"
        " JOIN member ON member.id = member_alias.gone_id WHERE member.state <> 'archived'"
        " OR NOT EXISTS (SELECT 1 FROM member_merge AS made WHERE gone_id = member.id"
        " AND kind = 'merge' AND NOT EXISTS (SELECT 1 FROM member_merge WHERE undoes = made.id))",
        "SELECT 'merge without its alias', member.number FROM member_merge AS made"
        " JOIN member ON member.id = made.gone_id WHERE kind = 'merge' AND NOT EXISTS"
        " (SELECT 1 FROM member_merge WHERE undoes = made.id) AND NOT EXISTS"
        " (SELECT 1 FROM member_alias WHERE gone_id = made.gone_id)",
        "SELECT 'points of who was merged', member.number FROM member_alias"
        " JOIN member ON member.id = gone_id JOIN member_summary ON member_id = gone_id"
        " WHERE member_summary.points <> 0",
        "SELECT 'money of who was merged', member.number FROM member_alias"
        " JOIN member ON member.id = gone_id JOIN stored_value_account ON member_id = gone_id"
        " WHERE principal_minor <> 0 OR bonus_minor <> 0 OR credit_minor <> 0",
    ),
    "cards": (
        "SELECT 'serial of no block', member.number FROM member_card"
        " JOIN member ON member.id = member_card.member_id WHERE NOT EXISTS"
        " (SELECT 1 FROM serial_block WHERE first_serial = (SELECT max(first_serial)"
        " FROM serial_block WHERE first_serial <= member_card.serial)"
        " AND member_card.serial < next_serial)",
    ),
}
FAULTS |= LOYALTY_FAULTS | REFUND_FAULTS | STOCK_FAULTS | TENDER_FAULTS | CASH_FAULTS
FAULTS |= INSIGHT_FAULTS | CARE_FAULTS | CAMPAIGN_FAULTS | HINT_FAULTS


def faults(database: Database, check: str, *, recent: bool, limit: int) -> Iterator[Row]:
    """The faults a check finds, at most `limit`; `recent` looks at the newest sales only."""
    sales = _RECENT_SALES if recent else "sale"
    left = limit
    for query in FAULTS[check]:
        for row in database.each(f"{query.replace('{sales}', sales)} LIMIT {left}"):
            left -= 1
            yield row
        if left <= 0:
            return


def integrity(database: Database, limit: int) -> list[str]:
    """What SQLite itself finds wrong with pages, indexes, types and CHECKs."""
    found = [str(row[0]) for row in database.rows(f"PRAGMA integrity_check({limit})")]
    return [] if found == ["ok"] else found


def foreign_key_faults(database: Database, limit: int) -> list[str]:
    """Tables that hold a row whose parent is gone."""
    found: list[str] = []
    for row in database.each("PRAGMA foreign_key_check"):
        found.append(f"{row[0]} → {row[2]}")
        if len(found) == limit:
            break
    return found


def identity(database: Database) -> tuple[int, int]:
    """(application id, schema version) of the file."""
    return int(database.value("PRAGMA application_id")), database.version


def strange_objects(database: Database) -> list[str]:
    """Tables, indexes and triggers that are missing, changed or not ours."""
    ours, found = _schema_as_made(), _schema(database)
    return sorted(name for name in ours.keys() | found.keys() if ours.get(name) != found.get(name))


def _schema(database: Database) -> dict[str, str]:
    return {
        f"{kind} {name}": sql
        for kind, name, sql in database.rows(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
            " WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        )
    }


@cache
def _schema_as_made() -> dict[str, str]:
    fresh = Database(Path(":memory:"), creating=True)
    try:
        fresh.migrate()
        return _schema(fresh)
    finally:
        fresh.close()


def last_sold_at(database: Database) -> int | None:
    """The instant of the newest sale."""
    found: int | None = database.value("SELECT max(sold_at) FROM sale")
    return found


def tills(database: Database) -> list[Row]:
    """(id, number, sequence of its newest seal) of every till."""
    return database.rows(
        "SELECT id, number, coalesce((SELECT max(sequence) FROM seal WHERE till_id = till.id), 0)"
        " FROM till ORDER BY number"
    )


def seals(database: Database, till_id: bytes, after: int) -> Iterator[Row]:
    """(sequence, previous, hash, kind, document_id) of a till's chain from `after` on."""
    return database.each(
        "SELECT sequence, previous, hash, kind, document_id FROM seal"
        " WHERE till_id = ? AND sequence > ? ORDER BY sequence",
        (till_id, after),
    )


def seal_hash(database: Database, till_id: bytes, sequence: int) -> bytes | None:
    """The hash of one link."""
    found: bytes | None = database.value(
        "SELECT hash FROM seal WHERE till_id = ? AND sequence = ?", (till_id, sequence)
    )
    return found


def member_names(database: Database) -> Iterator[Row]:
    """(seq, number, name) of every member."""
    return database.each("SELECT seq, number, name FROM member")


def tokens_present(database: Database, seq: int, tokens: list[str]) -> int:
    """How many of these search tokens the member has."""
    marks = ", ".join("?" * len(tokens))
    return int(
        database.value(
            f"SELECT count(*) FROM member_token WHERE token IN ({marks}) AND seq = ?",
            [*tokens, seq],
        )
    )


def count_tokens(database: Database) -> int:
    """How many search tokens there are."""
    return int(database.value("SELECT count(*) FROM member_token"))


def card_codes(database: Database) -> Iterator[Row]:
    """(serial, code, member number) of every card."""
    return database.each(
        "SELECT serial, code, member.number FROM member_card"
        " JOIN member ON member.id = member_card.member_id"
    )


def held_carts(database: Database) -> Iterator[Row]:
    """(cart,) of every parked basket."""
    return database.each("SELECT cart FROM held_sale")


@contextmanager
def damage_told(database: Database) -> Iterator[None]:
    """While a file is examined, whatever the engine stumbles over means that it is damaged."""
    try:
        with storage_errors(database.path):
            yield
    except apsw.InterruptError:
        raise
    except (apsw.Error, UnicodeDecodeError) as error:
        raise ShopFileUnreadable(str(database.path)) from error


@contextmanager
def stoppable(database: Database, stop_asked: Callable[[], bool]) -> Iterator[None]:
    """Let a long query be stopped. Raises Cancelled; KeyboardInterrupt too is then heard inside
    of it. One may stand within another."""
    conn, mine = database.connection, object()
    # Closed by another thread just now it is opened anew for what is asked, which is not stopped.
    with suppress(apsw.ConnectionClosedError):
        conn.set_progress_handler(stop_asked, 50_000, id=mine)
    try:
        yield
    except apsw.InterruptError as error:
        raise Cancelled from error
    finally:
        # After a disk error every connection was dropped: nothing is asked of it any more.
        with suppress(apsw.ConnectionClosedError):
            conn.set_progress_handler(None, id=mine)
