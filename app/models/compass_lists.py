"""The members behind the figures of the compass: the `seq` of each, in the order of numbers.

Days are business days, both ends included. Who was merged into another is that other.
"""

from app.models.compass import member_days
from app.models.database import Database

_IN = " BETWEEN ? AND ?"
_OWNER = "coalesce(sale.member_id, (SELECT member_id FROM claim WHERE sale_id = sale.id))"
_VOIDED = "EXISTS (SELECT 1 FROM refund WHERE refund.sale_id = sale.id AND refund.kind = 'void')"


def _days(database: Database) -> str:
    """Everyone's days, merged members as one."""
    parts = " UNION ALL ".join(
        f"SELECT seq, business_date, sales FROM {days}" for days in member_days(database)
    )
    return f"({parts})"


def _of_ids(database: Database, ids: str, *values: object) -> tuple[int, ...]:
    """Whose id (column 1) a query tells."""
    rows = database.rows(
        f"WITH told (id) AS ({ids}) SELECT seq FROM member WHERE id IN (SELECT coalesce("
        "(SELECT keep_id FROM member_alias WHERE gone_id = told.id), told.id) FROM told)"
        " ORDER BY number",
        values,
    )
    return tuple(row[0] for row in rows)


def _of_seqs(database: Database, seqs: str, *values: object) -> tuple[int, ...]:
    """Whose `seq` (column 1) a query tells; merged ones are told by it already."""
    rows = database.rows(f"SELECT seq FROM member WHERE seq IN ({seqs}) ORDER BY number", values)
    return tuple(row[0] for row in rows)


def joined(database: Database, first: str, last: str, source: str | None = None) -> tuple[int, ...]:
    """Who joined, of one source where one is named."""
    rows = database.rows(
        f"SELECT seq FROM member WHERE joined_on{_IN} AND (?3 IS NULL OR source = ?3)"
        " AND id NOT IN (SELECT gone_id FROM member_alias) ORDER BY number",
        (first, last, source),
    )
    return tuple(row[0] for row in rows)


def live(database: Database, last: str) -> tuple[int, ...]:
    """Who had joined by a day and is not archived."""
    rows = database.rows(
        "SELECT seq FROM member WHERE joined_on <= ? AND state <> 'archived' ORDER BY number",
        (last,),
    )
    return tuple(row[0] for row in rows)


def buyers(database: Database, first: str, last: str, *, live: bool) -> tuple[int, ...]:
    """Who bought, archived members only where `live` is not asked for."""
    rows = database.rows(
        f"SELECT seq FROM member WHERE seq IN (SELECT seq FROM {_days(database)}"
        f" WHERE business_date{_IN} AND sales > 0) AND (state <> 'archived' OR NOT ?)"
        " ORDER BY number",
        (first, last, live),
    )
    return tuple(row[0] for row in rows)


def came_again(database: Database, first: str, last: str, days: int, until: str) -> tuple[int, ...]:
    """Who first bought between two days and again within `days` of that."""
    return _of_seqs(
        database,
        f"WITH bought AS (SELECT seq, business_date FROM {_days(database)}"
        " WHERE sales > 0 AND business_date <= ?1) SELECT seq FROM (SELECT seq,"
        f" min(business_date) AS first FROM bought GROUP BY seq HAVING first{_IN}) AS begun"
        " WHERE EXISTS (SELECT 1 FROM bought WHERE bought.seq = begun.seq AND business_date"
        " > first AND business_date <= date(first, '+' || ?4 || ' days'))",
        until, first, last, days,
    )  # fmt: skip


def of_cohort(database: Database, month: str, came: str, until: str) -> tuple[int, ...]:
    """Who first bought in one month ("2026-03") and bought in another."""
    days = _days(database)
    return _of_seqs(
        database,
        f"WITH bought AS (SELECT seq, business_date FROM {days} WHERE sales > 0"
        " AND business_date <= ?1) SELECT seq FROM (SELECT seq, min(business_date) AS first"
        " FROM bought GROUP BY seq HAVING substr(first, 1, 7) = ?2) AS begun"
        " WHERE EXISTS (SELECT 1 FROM bought WHERE bought.seq = begun.seq"
        " AND substr(business_date, 1, 7) = ?3)",
        until, month, came,
    )  # fmt: skip


def moved(
    database: Database, first: str, last: str, kind: str, *, was: str = "", tier: str = ""
) -> tuple[int, ...]:
    """Whose tier was reached or lowered; from one tier ("" for none) into another where the
    latter is named."""
    return _of_ids(
        database,
        "SELECT moved.member_id FROM tier_entry AS moved LEFT JOIN tier_entry AS was"
        " ON was.member_id = moved.member_id AND was.number = moved.number - 1"
        f" WHERE moved.effective_on{_IN} AND moved.kind = ?3"
        " AND (?4 = '' OR (moved.tier = ?4 AND coalesce(was.tier, '') = ?5))",
        first, last, kind, tier, was,
    )  # fmt: skip


def points(database: Database, first: str, last: str, kind: str) -> tuple[int, ...]:
    """Who has an entry of points of this kind."""
    return _of_ids(
        database,
        f"SELECT member_id FROM points_entry WHERE business_date{_IN} AND kind = ?",
        first, last, kind,
    )  # fmt: skip


def coupons(database: Database, first: str, last: str, kind: str) -> tuple[int, ...]:
    """Whose coupon has an entry of this kind; coupons of nobody have none."""
    return _of_ids(
        database,
        "SELECT coupon.member_id FROM coupon_entry JOIN coupon ON coupon.id = coupon_id"
        f" WHERE business_date{_IN} AND kind = ? AND coupon.member_id IS NOT NULL",
        first, last, kind,
    )  # fmt: skip


def wallet(database: Database, first: str, last: str, kind: str) -> tuple[int, ...]:
    """Who has an entry of this kind in their wallet; "bonus" comes with a top-up too."""
    also = "top_up" if kind == "bonus" else kind
    return _of_ids(
        database,
        f"SELECT member_id FROM stored_value_entry WHERE business_date{_IN} AND kind IN (?, ?)"
        " AND (? <> 'bonus' OR bonus_minor <> 0)",
        first, last, kind, also, kind,
    )  # fmt: skip


def owed(database: Database, last: str) -> tuple[int, ...]:
    """Who had points, money in a wallet or store credit at the end of a day."""
    return _of_ids(
        database,
        "SELECT member_id FROM points_entry WHERE business_date <= ?1 GROUP BY member_id"
        " HAVING sum(points) > 0 UNION SELECT member_id FROM stored_value_entry"
        " WHERE business_date <= ?1 GROUP BY member_id"
        " HAVING sum(principal_minor + bonus_minor) > 0 UNION SELECT member_id"
        " FROM store_credit_entry WHERE business_date <= ?1 GROUP BY member_id"
        " HAVING sum(amount_minor) > 0",
        last,
    )


_USED = {
    "offer": f"SELECT member_id FROM offer_use WHERE business_date{_IN} AND offer = ?",
    "reward": f"SELECT member_id FROM reward_use WHERE business_date{_IN} AND reward = ?",
    "perk": f"SELECT member_id FROM perk_use WHERE business_date{_IN} AND perk = ?",
    "coupon": (
        "SELECT coupon.member_id FROM coupon_entry JOIN coupon ON coupon.id = coupon_id"
        f" WHERE business_date{_IN} AND template = ? AND kind = 'redeemed'"
        " AND coupon.member_id IS NOT NULL"
    ),
    "pass": (
        "SELECT session_pass.member_id FROM pass_entry JOIN session_pass"
        f" ON session_pass.id = pass_id WHERE business_date{_IN} AND template = ?"
        " AND kind = 'used'"
    ),
}


def used(database: Database, first: str, last: str, kind: str, name: str) -> tuple[int, ...]:
    """Who used an offer, reward, perk, coupon or pass."""
    return _of_ids(database, _USED[kind], first, last, name)


def bought(database: Database, first: str, last: str, name: str) -> tuple[int, ...]:
    """Which members bought something of this name."""
    return _of_ids(
        database,
        f"SELECT {_OWNER} AS owner FROM sale WHERE business_date{_IN} AND NOT {_VOIDED}"
        " AND owner IS NOT NULL AND EXISTS"
        " (SELECT 1 FROM sale_line WHERE sale_id = sale.id AND name = ?)",
        first, last, name,
    )  # fmt: skip


def bought_both(database: Database, first: str, last: str, one: str, other: str) -> tuple[int, ...]:
    """Which members bought these two in one sale."""
    return _of_ids(
        database,
        f"SELECT {_OWNER} AS owner FROM sale WHERE business_date{_IN} AND NOT {_VOIDED}"
        " AND owner IS NOT NULL AND EXISTS"
        " (SELECT 1 FROM sale_line WHERE sale_id = sale.id AND name = ?) AND EXISTS"
        " (SELECT 1 FROM sale_line WHERE sale_id = sale.id AND name = ?)",
        first, last, one, other,
    )  # fmt: skip
