"""The shop's figures by business day, both ends included; money in minor units.

What is asked of several periods at once is read in one go, day by day, and added up by who asks.
"""

from collections.abc import Iterable, Iterator, Sequence

from app.models.database import Database, Row

_IN = " BETWEEN ? AND ?"
_MEMBERS = "(member_id IS NOT NULL OR {id} IN (SELECT sale_id FROM claim))"
_VOIDED = "(SELECT sale_id FROM refund WHERE kind = 'void' AND sale_id IS NOT NULL)"
NOT_VOIDED = f"sale.id NOT IN {_VOIDED}"
# The first part is what the index of those put apart is over.
ARCHIVED = "state IN ('frozen', 'archived') AND state = 'archived'"
# Everyone who was merged with somebody, as one: read apart, so that all others are read in the
# order in which they lie.
_PAIRED = (
    "SELECT gone_id AS id, keep_id FROM member_alias"
    " UNION SELECT keep_id, keep_id FROM member_alias"
)
_AS_ONE = f"""(
    SELECT keep.seq AS seq, business_date, sum(sales) AS sales, sum(spent_minor) AS spent_minor,
        sum(check_ins) AS check_ins
    FROM ({_PAIRED}) AS paired
    CROSS JOIN member AS keep ON keep.id = paired.keep_id
    CROSS JOIN member AS part ON part.id = paired.id
    CROSS JOIN member_day ON member_day.seq = part.seq
    GROUP BY keep.seq, business_date)"""
_ALONE = f"""(
    SELECT seq, business_date, sales, spent_minor, check_ins FROM member_day WHERE seq NOT IN (
        SELECT seq FROM ({_PAIRED}) AS paired CROSS JOIN member ON member.id = paired.id))"""


def member_days(database: Database) -> tuple[str, ...]:
    """What stands for `member_day` where merged members count as one: each member is in one of
    these sources only. Purchases are where `sales` > 0; other days are of check-ins, or of sales
    that all came back."""
    merged = database.value("SELECT EXISTS (SELECT 1 FROM member_alias)")
    return (_ALONE, _AS_ONE) if merged else ("member_day",)


def _row(database: Database, sql: str, *values: object) -> Row:
    found = database.row(sql, values)
    assert found is not None
    return found


# --- sales ------------------------------------------------------------------------


def sales(database: Database, first: str, last: str) -> list[Row]:
    """(day, sales, total, discount, sales of members, total of members), without voided ones."""
    of_member = _MEMBERS.format(id="sale.id")
    return database.rows(
        "SELECT business_date, count(*), sum(total_minor), sum(discount_minor),"
        f" sum({of_member}), sum(CASE WHEN {of_member} THEN total_minor ELSE 0 END)"
        f" FROM sale WHERE business_date{_IN} AND {NOT_VOIDED} GROUP BY business_date",
        (first, last),
    )


def tips(database: Database, first: str, last: str) -> list[Row]:
    """(day, tips, tips of members) of sales that were not voided."""
    of_member = _MEMBERS.format(id="sale.id")
    return database.rows(
        "SELECT business_date, sum(amount_minor),"
        f" sum(CASE WHEN {of_member} THEN amount_minor ELSE 0 END)"
        " FROM sale_tip CROSS JOIN sale ON sale.id = sale_tip.sale_id"
        f" WHERE business_date{_IN} AND {NOT_VOIDED} GROUP BY business_date",
        (first, last),
    )


def refunds(database: Database, first: str, last: str) -> list[Row]:
    """(day, refunds, total, total of members) of what came back; voids are none."""
    of_member = _MEMBERS.format(id="refund.sale_id")
    return database.rows(
        "SELECT business_date, count(*), sum(total_minor),"
        f" sum(CASE WHEN {of_member} THEN total_minor ELSE 0 END)"
        f" FROM refund WHERE business_date{_IN} AND kind = 'refund' GROUP BY business_date",
        (first, last),
    )


def tips_back(database: Database, first: str, last: str) -> list[Row]:
    """(day, tips, tips of members) given back: with a whole sale only."""
    of_member = _MEMBERS.format(id="refund.sale_id")
    return database.rows(
        "SELECT business_date, sum(line.total_minor),"
        f" sum(CASE WHEN {of_member} THEN line.total_minor ELSE 0 END)"
        " FROM sale_tip CROSS JOIN refund_line AS line ON line.sale_id = sale_tip.sale_id"
        " AND line.sale_position = sale_tip.position"
        " JOIN refund ON refund.id = line.refund_id"
        f" WHERE business_date{_IN} AND kind = 'refund' GROUP BY business_date",
        (first, last),
    )


# --- members ----------------------------------------------------------------------


def joined(database: Database, first: str, last: str) -> list[Row]:
    """(day, source, members) of who joined; who was merged into another did not."""
    return database.rows(
        f"SELECT joined_on, source, count(*) FROM member WHERE joined_on{_IN}"
        " AND id NOT IN (SELECT gone_id FROM member_alias) GROUP BY joined_on, source",
        (first, last),
    )


def members_until(database: Database, days: Iterable[str]) -> dict[str, int]:
    """How many members had joined by each of these days, without those archived since; each
    member is counted once, whatever days are asked about."""
    told: dict[str, int] = {}
    after, members = "", 0
    for last in sorted(set(days)):
        joined, archived = _row(
            database,
            "SELECT (SELECT count(*) FROM member WHERE joined_on > ?1 AND joined_on <= ?2),"
            f" (SELECT count(*) FROM member WHERE {ARCHIVED}"
            " AND joined_on > ?1 AND joined_on <= ?2)",
            after, last,
        )  # fmt: skip
        members += int(joined - archived)
        after, told[last] = last, members
    return told


def archived(database: Database) -> frozenset[int]:
    """The `seq` of every archived member."""
    return frozenset(row[0] for row in database.rows(f"SELECT seq FROM member WHERE {ARCHIVED}"))


# --- ledgers ----------------------------------------------------------------------


def points(database: Database, last: str) -> list[Row]:
    """(day, kind, points) of all entries up to a day."""
    return database.rows(
        "SELECT business_date, kind, sum(points) FROM points_entry WHERE business_date <= ?"
        " GROUP BY business_date, kind",
        (last,),
    )


def stored_value(database: Database, last: str) -> list[Row]:
    """(day, kind, principal, bonus) of all wallet entries up to a day."""
    return database.rows(
        "SELECT business_date, kind, sum(principal_minor), sum(bonus_minor)"
        " FROM stored_value_entry WHERE business_date <= ? GROUP BY business_date, kind",
        (last,),
    )


def kept(database: Database, last: str) -> list[Row]:
    """(day, what, amount) of store credit, gift cards and deposits up to a day."""
    return database.rows(
        "SELECT business_date, 'credit', sum(amount_minor) FROM store_credit_entry"
        " WHERE business_date <= ?1 GROUP BY business_date"
        " UNION ALL SELECT business_date, 'gift', sum(amount_minor) FROM gift_entry"
        " WHERE business_date <= ?1 GROUP BY business_date"
        " UNION ALL SELECT business_date, 'deposit', sum(amount_minor) FROM deposit_entry"
        " WHERE business_date <= ?1 GROUP BY business_date",
        (last,),
    )


def coupons(database: Database, first: str, last: str) -> list[Row]:
    """(day, kind, entries) of coupons issued, redeemed, returned, expired and revoked."""
    return database.rows(
        f"SELECT business_date, kind, count(*) FROM coupon_entry WHERE business_date{_IN}"
        " GROUP BY business_date, kind",
        (first, last),
    )


def tier_moves(database: Database, first: str, last: str) -> list[Row]:
    """(day, kind, tier before or None, tier, members) of tiers reached, kept and lowered.

    What a merge set is no move.
    """
    return database.rows(
        "SELECT moved.effective_on, moved.kind, was.tier, moved.tier, count(*)"
        " FROM tier_entry AS moved LEFT JOIN tier_entry AS was"
        " ON was.member_id = moved.member_id AND was.number = moved.number - 1"
        f" WHERE moved.effective_on{_IN} AND moved.kind <> 'set'"
        " GROUP BY moved.effective_on, moved.kind, was.tier, moved.tier",
        (first, last),
    )


def benefit_uses(database: Database, first: str, last: str) -> list[Row]:
    """(day, kind, id, uses) of offers, rewards, perks, coupons and passes."""
    return database.rows(
        "SELECT business_date, 'offer', offer, sum(units) FROM offer_use"
        " WHERE business_date BETWEEN ?1 AND ?2 GROUP BY business_date, offer"
        " UNION ALL SELECT business_date, 'reward', reward, count(*) FROM reward_use"
        " WHERE business_date BETWEEN ?1 AND ?2 GROUP BY business_date, reward"
        " UNION ALL SELECT business_date, 'perk', perk, sum(uses) FROM perk_use"
        " WHERE business_date BETWEEN ?1 AND ?2 GROUP BY business_date, perk"
        " UNION ALL SELECT business_date, 'coupon', template,"
        " sum(CASE kind WHEN 'redeemed' THEN 1 ELSE -1 END)"
        " FROM coupon_entry JOIN coupon ON coupon.id = coupon_id"
        " WHERE business_date BETWEEN ?1 AND ?2 AND kind IN ('redeemed', 'returned')"
        " GROUP BY business_date, template"
        " UNION ALL SELECT business_date, 'pass', template, -sum(pass_entry.uses)"
        " FROM pass_entry JOIN session_pass ON session_pass.id = pass_id"
        " WHERE business_date BETWEEN ?1 AND ?2 AND kind IN ('used', 'returned')"
        " GROUP BY business_date, template",
        (first, last),
    )


# --- products ---------------------------------------------------------------------


# Which sales these are is told by an index alone; the sales themselves, and their lines, are then
# read in the order in which they lie. The other way round a disk is read ten times as long.
_NEWEST = "ORDER BY business_date DESC, sold_at DESC LIMIT ?"
_AS_THEY_LIE = (
    "(SELECT id FROM sale WHERE rowid IN (SELECT rowid FROM sale INDEXED BY sale_day"
    f" WHERE business_date{_IN} AND rowid NOT IN (SELECT rowid FROM sale WHERE id IN {_VOIDED})"
    f" {_NEWEST}))"
)
_NEWEST_FIRST = f"(SELECT id FROM sale WHERE business_date{_IN} AND {NOT_VOIDED} {_NEWEST})"


def newest(database: Database, sales: str = _AS_THEY_LIE) -> tuple[str, str]:
    """The lines of the newest sales between two days, and the word that joins a condition to
    them; tips and voided sales are none.

    Few shops take tips, and who takes none pays nothing for asking.
    """
    tipped = database.value("SELECT EXISTS (SELECT 1 FROM sale_tip)")
    no_tip = (
        " WHERE NOT EXISTS (SELECT 1 FROM sale_tip"
        " WHERE sale_tip.sale_id = line.sale_id AND sale_tip.position = line.position)"
    )
    lines = f"{sales} AS chosen CROSS JOIN sale_line AS line ON line.sale_id = chosen.id"
    return (lines + no_tip, "AND") if tipped else (lines, "WHERE")


BACK = (
    "refund CROSS JOIN refund_line AS line ON line.refund_id = refund.id"
    f" WHERE refund.business_date{_IN} AND refund.kind = 'refund' AND NOT EXISTS"
    " (SELECT 1 FROM sale_tip WHERE sale_tip.sale_id = line.sale_id"
    " AND sale_tip.position = line.sale_position)"
)
KEY = "coalesce(line.product_id, line.name)"


def sold_lines(database: Database, first: str, last: str, limit: int) -> Iterator[Row]:
    """(product's id, else its name; total) of every line of the newest sales.

    Added up by who asks: that takes half as long as sorting them here. As columns of JSON they
    take as long as one by one: ids must be written out.
    """
    lines, _ = newest(database)
    return database.each(f"SELECT {KEY}, line.total_minor FROM {lines}", (first, last, limit))


def returned_lines(database: Database, first: str, last: str) -> list[Row]:
    """(product's id, else its name; total) of what came back, a row a product."""
    return database.rows(
        f"SELECT {KEY} AS key, sum(line.total_minor) FROM {BACK} GROUP BY key", (first, last)
    )


def told_products(
    database: Database, first: str, last: str, limit: int, keys: Sequence[object]
) -> list[Row]:
    """(key, name, quantity_milli, total) of these alone, less what came back."""
    marks = ", ".join("?" * len(keys))
    lines, joint = newest(database)
    return database.rows(
        "SELECT key, name, sum(quantity), sum(paid) FROM ("
        f" SELECT {KEY} AS key, line.name, line.quantity_milli AS quantity,"
        f" line.total_minor AS paid FROM {lines} {joint} {KEY} IN ({marks})"
        f" UNION ALL SELECT {KEY}, line.name, -line.quantity_milli, -line.total_minor"
        f" FROM {BACK} AND {KEY} IN ({marks})) GROUP BY key",
        (first, last, limit, *keys, first, last, *keys),
    )


def baskets(database: Database, first: str, last: str, limit: int) -> Iterator[Row]:
    """(sale, product name) of every line of the newest sales, sale by sale, the newest first."""
    lines, _ = newest(database, _NEWEST_FIRST)
    return database.each(f"SELECT chosen.id, line.name FROM {lines}", (first, last, limit))


def sales_count(database: Database, first: str, last: str) -> int:
    """How many sales there are between two days, without voided ones."""
    # Taken off by themselves: all others are then counted in the index of days alone.
    count = database.value(
        f"SELECT (SELECT count(*) FROM sale WHERE business_date{_IN})"
        f" - (SELECT count(*) FROM sale WHERE id IN {_VOIDED} AND +business_date{_IN})",
        (first, last, first, last),
    )
    return int(count)
