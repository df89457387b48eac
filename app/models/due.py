"""What the due jobs read: whose day has come, found by indexes; and those members, many at once.

Days are ISO text, both ends of a span included. Nothing here decides what is due: members are
named who may have something, and the rules look at each.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat

from app.models.database import Database, Row
from app.models.merges import owners

_LEFT = (
    "earned + coalesce((SELECT sum(points) FROM points_allocation WHERE lot_id = points_lot.id), 0)"
)
_OPEN_COUPON = (
    "(SELECT kind FROM coupon_entry WHERE coupon_id = coupon.id"
    " ORDER BY number DESC LIMIT 1) IN ('issued', 'returned')"
)
_MINE = "IN (SELECT ?1 UNION ALL SELECT gone_id FROM member_alias WHERE keep_id = ?1)"
_USES_LEFT = "(SELECT coalesce(sum(uses), 0) FROM pass_entry WHERE pass_id = session_pass.id)"
_NOT_ENDED = (
    "NOT EXISTS (SELECT 1 FROM bonus_instalment_end AS ended WHERE ended.taking_id ="
    " bonus_instalment.taking_id AND ended.number = bonus_instalment.number)"
)


# --- when it ran last ---------------------------------------------------------


def through(database: Database) -> str | None:
    """The last business day the jobs are done for."""
    found: str | None = database.value("SELECT max(through) FROM due_run")
    return found


def finish(database: Database, day: str, now_ms: int) -> None:
    """Keep that everything to this day is done."""
    database.execute(
        "INSERT INTO due_run (through, finished_at) VALUES (?, ?)"
        " ON CONFLICT (through) DO UPDATE SET finished_at = excluded.finished_at",
        (day, now_ms),
    )


# --- whose day has come -------------------------------------------------------


def with_lapsing_points(database: Database, first: str, last: str) -> set[bytes]:
    """Members with points left in lots whose stored last day lies in the span."""
    return _ids(
        database,
        f"SELECT member_id FROM points_lot WHERE expires_on BETWEEN ? AND ? AND {_LEFT} > 0",
        (first, last),
    )


def last_here_between(database: Database, first_ms: int, last_ms: int) -> set[bytes]:
    """Members whose last visit lies in the span and who have points."""
    return _ids(
        database,
        "SELECT member_id FROM member_summary WHERE last_visit_at BETWEEN ? AND ? AND points <> 0",
        (first_ms, last_ms),
    )


def with_ending_tier(database: Database, first: str, last: str) -> set[bytes]:
    """Members whose tier's last day lies in the span."""
    return _ids(
        database,
        "SELECT member_id FROM tier_entry AS held WHERE expires_on BETWEEN ? AND ? AND number ="
        " (SELECT max(number) FROM tier_entry WHERE member_id = held.member_id)",
        (first, last),
    )


def with_moving_plan(database: Database, eve: str, last: str) -> set[bytes]:
    """Members with a period that ends on the `eve` or later, or begins after it, by `last`."""
    return _ids(
        database,
        "SELECT member_id FROM membership_entry WHERE kind <> 'lapse' AND (ends_on BETWEEN ? AND ?"
        " OR starts_on BETWEEN ? AND ?)",
        (eve, last, eve, last),
    )


def with_value_due(database: Database, first: str, last: str) -> set[bytes]:
    """Members with an instalment due in the span, or a bonus whose last day lies in it."""
    return _ids(
        database,
        "SELECT coalesce((SELECT keep_id FROM member_alias WHERE gone_id = member_id), member_id)"
        f" FROM bonus_instalment WHERE due_on <= ? AND {_NOT_ENDED}",
        (last,),
    ) | _ids(
        database,
        "SELECT member_id FROM stored_value_lot WHERE bonus_expires_on BETWEEN ? AND ?",
        (first, last),
    )


def with_ending_coupon(database: Database, first: str, last: str) -> set[bytes]:
    """Members with an open coupon, or sessions left, whose last day lies in the span."""
    return _ids(
        database,
        "SELECT member_id FROM coupon WHERE valid_to BETWEEN ? AND ?"
        f" AND member_id IS NOT NULL AND {_OPEN_COUPON}",
        (first, last),
    ) | _ids(
        database,
        f"SELECT member_id FROM session_pass WHERE valid_to BETWEEN ? AND ? AND {_USES_LEFT} > 0",
        (first, last),
    )


def with_birthday(
    database: Database, month_days: Sequence[str], templates: Sequence[str], had_since: str
) -> set[bytes]:
    """Active members born on one of these days (`03-08`), or by the lunar calendar, who did not
    get each of these coupons for a birthday of their own since."""
    marks, names = ", ".join("?" * len(month_days)), ", ".join("?" * len(templates))
    not_had = (
        "state = 'active' AND (SELECT count(DISTINCT template) FROM coupon"
        " WHERE member_id = member.id AND occasion <> '' AND occasion NOT LIKE '% %'"
        f" AND valid_from >= ? AND template IN ({names})) < {len(templates)}"
    )
    solar = f"SELECT id FROM member WHERE birthday_solar IN ({marks}) AND {not_had}"
    lunar = f"SELECT id FROM member WHERE birthday LIKE 'lunar:%' AND {not_had}"
    return _ids(database, solar, (*month_days, had_since, *templates)) | _ids(
        database, lunar, (had_since, *templates)
    )


def with_dependants(database: Database) -> set[bytes]:
    """Members with a dependant whose birthday is known."""
    return _ids(database, "SELECT member_id FROM dependant WHERE birthday <> ''", ())


def gone_since(database: Database, before_ms: int, before: str) -> set[bytes]:
    """Active members without points, money or a visit since, who had joined before."""
    return _ids(
        database,
        "SELECT summary.member_id FROM member_summary AS summary"
        " JOIN member ON member.id = summary.member_id"
        " WHERE summary.last_visit_at < ? AND summary.points = 0 AND member.state = 'active'"
        " AND member.joined_on < ? AND NOT EXISTS (SELECT 1 FROM stored_value_account AS account"
        " WHERE account.member_id = summary.member_id"
        " AND principal_minor + bonus_minor + credit_minor > 0)",
        (before_ms, before),
    )


def _ids(database: Database, sql: str, params: Sequence[object]) -> set[bytes]:
    return {row[0] for row in database.each(sql, params)}


_IDS_AT_ONCE = 20

# --- those members ------------------------------------------------------------


def _of(database: Database, sql: str, ids: Sequence[bytes], *more: object) -> list[Row]:
    # An id named twice counts once; so lists of all lengths are asked by few texts, each
    # prepared once.
    padded = (*ids, *repeat(ids[-1], -len(ids) % _IDS_AT_ONCE)) if ids else ()
    marks = ", ".join("?" * len(padded))
    return database.rows(sql.replace("{ids}", f"({marks})"), (*padded, *more))


def _of_persons(database: Database, sql: str, ids: Sequence[bytes]) -> list[Row]:
    # Who was merged into one of them is them.
    persons = owners(database, ids)
    rows = _of(database, sql, list(persons)) if persons else []
    return [(persons[row[0]], *row[1:]) for row in rows]


def people(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(id, joined_on, state, birthday, last_visit_at, points, principal, bonus, store credit,
    when they were brought back from the archive, the birthday as `03-08`)."""
    return _of(
        database,
        "SELECT member.id, joined_on, state, birthday, last_visit_at, points,"
        " coalesce(principal_minor, 0), coalesce(bonus_minor, 0), coalesce(credit_minor, 0),"
        " coalesce((SELECT max(happened_at) FROM audit_entry WHERE subject_id = member.id"
        " AND action = 'member.active'), 0), birthday_solar FROM member"
        " JOIN member_summary ON member_summary.member_id = member.id"
        " LEFT JOIN stored_value_account AS account ON account.member_id = member.id"
        " WHERE member.id IN {ids} ORDER BY member.id",
        ids,
    )


def dated_lots(database: Database, ids: Sequence[bytes], first: str, last: str) -> list[Row]:
    """(member, id, points left, available_from, expires_on, scheme version) of lots that hold
    points and whose stored last day lies in the span."""
    return _of(
        database,
        "SELECT * FROM (SELECT points_lot.member_id, points_lot.id,"
        f" {_LEFT} AS remaining, available_from, expires_on, scheme_version FROM points_lot"
        " JOIN points_entry ON points_entry.id = entry_id"
        " WHERE points_lot.member_id IN {ids} AND expires_on BETWEEN ? AND ?)"
        " WHERE remaining > 0",
        ids,
        first,
        last,
    )


def tiers(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, number, tier, effective_on, expires_on) of each one's newest tier entry."""
    return _of(
        database,
        "SELECT member_id, max(number), tier, effective_on, expires_on FROM tier_entry"
        " WHERE member_id IN {ids} GROUP BY member_id",
        ids,
    )


def qualified(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, business_date, minor units, points) that count towards tiers, summed by day."""
    return _of(
        database,
        "SELECT member_id, business_date, sum(spend_minor), sum(points) FROM qualifying_entry"
        " WHERE member_id IN {ids} GROUP BY member_id, business_date",
        ids,
    )


def memberships(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, number, kind, plan, level, begins_on, starts_on, ends_on, scheme version, the day
    it was posted) of every entry, oldest first."""
    return _of(
        database,
        "SELECT member_id, number, kind, plan, level, begins_on, starts_on, ends_on,"
        " scheme_version, business_date FROM membership_entry WHERE member_id IN {ids}"
        " ORDER BY member_id, number",
        ids,
    )


def rewards(database: Database, ids: Sequence[bytes], reason: str) -> list[Row]:
    """(member, reason) of store credit issued for reasons that begin so."""
    return _of(
        database,
        "SELECT member_id, reason FROM store_credit_entry WHERE member_id IN {ids}"
        " AND kind = 'issue' AND substr(reason, 1, ?) = ?",
        ids,
        len(reason),
        reason,
    )


def bonus_lots(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, id, opened_on, bonus left, bonus_expires_on) of lots whose bonus will lapse."""
    return _of(
        database,
        "SELECT * FROM (SELECT member_id, id, opened_on, bonus_minor + coalesce((SELECT"
        " sum(bonus_minor) FROM stored_value_allocation WHERE lot_id = stored_value_lot.id), 0)"
        " AS remaining, bonus_expires_on FROM stored_value_lot WHERE member_id IN {ids}"
        " AND bonus_expires_on IS NOT NULL) WHERE remaining > 0",
        ids,
    )


def instalments(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, taking, number, due_on, minor units) of instalments still to come."""
    return _of_persons(
        database,
        "SELECT member_id, taking_id, number, due_on, bonus_minor FROM bonus_instalment"
        f" WHERE member_id IN {{ids}} AND {_NOT_ENDED}",
        ids,
    )


def open_coupons(database: Database, ids: Sequence[bytes], last: str) -> list[Row]:
    """(member, id, valid_to) of open coupons whose last day is not after `last`."""
    return _of(
        database,
        "SELECT member_id, id, valid_to FROM coupon WHERE member_id IN {ids}"
        f" AND valid_to <= ? AND {_OPEN_COUPON}",
        ids,
        last,
    )


def open_passes(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, id, uses left, valid_to) of passes with sessions left."""
    return _of(
        database,
        f"SELECT * FROM (SELECT member_id, id, {_USES_LEFT} AS uses_left, valid_to"
        " FROM session_pass WHERE member_id IN {ids}) WHERE uses_left > 0",
        ids,
    )


def dependants(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, name, birthday) of dependants whose birthday is known."""
    return _of(
        database,
        "SELECT member_id, name, birthday FROM dependant WHERE member_id IN {ids}"
        " AND birthday <> '' ORDER BY member_id, id",
        ids,
    )


def occasions(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """(member, template, occasion, valid_from) of coupons issued for an occasion."""
    return _of_persons(
        database,
        "SELECT member_id, template, occasion, valid_from FROM coupon WHERE member_id IN {ids}"
        " AND occasion <> ''",
        ids,
    )


def bought_lines(database: Database, member_id: bytes, first: str, last: str) -> list[Row]:
    """(sale, total, part not paid with money, added tax, barcode, name, category, line total,
    line tax) of every line a member bought in the span and kept, in order.

    What came back leaves its line; the part not paid with money is that of the whole sale, since
    it goes back in the same proportion.
    """
    left = (
        " - coalesce((SELECT sum({what}) FROM refund_line AS back WHERE back.sale_id = line.sale_id"
        " AND back.sale_position = line.position), 0)"
    )
    return database.rows(
        "SELECT sale.id, sale.total_minor, coalesce((SELECT sum(amount_minor) FROM tender"
        " WHERE sale_id = sale.id AND kind IN ('points', 'gift_card')), 0)"
        " - coalesce((SELECT sum(bonus_minor) FROM stored_value_entry"
        " WHERE sale_id = sale.id), 0), added_tax_minor, line.barcode, line.name, line.category,"
        f" line.total_minor{left.format(what='total_minor')},"
        f" line.tax_minor{left.format(what='tax_minor')} FROM sale"
        " JOIN sale_line AS line ON line.sale_id = sale.id WHERE sale.id IN (SELECT id FROM sale"
        f" WHERE member_id {_MINE} AND business_date BETWEEN ?2 AND ?3 UNION ALL SELECT sale_id"
        f" FROM claim JOIN sale ON sale.id = sale_id WHERE claim.member_id {_MINE}"
        " AND business_date BETWEEN ?2 AND ?3) ORDER BY sale.sold_at, sale.id, line.position",
        (member_id, first, last),
    )


def lapsed_lots(database: Database, today: str, ids: Sequence[bytes] | None) -> Iterable[Row]:
    """(member, points left, expires_on, scheme version, last_visit_at) of lots that hold points
    though their stored last day is over; of everybody where no ids are given."""
    sql = (
        "SELECT * FROM (SELECT points_lot.member_id, " + _LEFT + " AS remaining, expires_on,"
        " scheme_version, last_visit_at FROM points_lot"
        " JOIN points_entry ON points_entry.id = entry_id JOIN member_summary"
        " ON member_summary.member_id = points_lot.member_id WHERE {whose} expires_on < ?)"
        " WHERE remaining > 0"
    )
    if ids is None:
        return database.each(sql.replace("{whose}", ""), (today,))
    mine = sql.replace("{whose}", "points_lot.member_id IN {ids} AND")
    return _of(database, mine, ids, today) if ids else ()


# --- what belongs to nobody ---------------------------------------------------


def ownerless_coupons(database: Database, first: str, last: str) -> list[Row]:
    """(id, number of its newest entry, valid_to) of open coupons without a member whose last day
    lies in the span."""
    return database.rows(
        "SELECT id, (SELECT max(number) FROM coupon_entry WHERE coupon_id = coupon.id), valid_to"
        f" FROM coupon WHERE valid_to BETWEEN ? AND ? AND member_id IS NULL AND {_OPEN_COUPON}",
        (first, last),
    )


def lapsed_gift_cards(database: Database, first: str, last: str) -> list[Row]:
    """(id, minor units left, expires_on) of gift cards whose last day lies in the span."""
    return database.rows(
        "SELECT * FROM (SELECT id, (SELECT sum(amount_minor) FROM gift_entry"
        " WHERE card_id = gift_card.id) AS remaining, expires_on FROM gift_card"
        " WHERE expires_on BETWEEN ? AND ?) WHERE remaining > 0",
        (first, last),
    )


# --- writing ------------------------------------------------------------------


def newest_coupon_entries(database: Database, ids: Sequence[bytes]) -> dict[bytes, int]:
    """Coupon id → number of its newest entry."""
    numbers = "SELECT coupon_id, max(number) FROM coupon_entry"
    sql = numbers + " WHERE coupon_id IN {ids} GROUP BY coupon_id"
    return dict(_of(database, sql, ids)) if ids else {}
