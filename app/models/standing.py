"""Reading what a member is in the scheme: each query by an index, for the till's hot path."""

from app.models.database import Database, Row
from app.models.merges import MINE


def person(database: Database, member_id: bytes) -> Row | None:
    """(number, name, phone, state, points, joined_on, birthday, last_visit_at) of a member."""
    return database.row(
        "SELECT number, name, phone, state, points, joined_on, birthday, last_visit_at"
        " FROM member JOIN member_summary ON member_summary.member_id = member.id"
        " WHERE member.id = ?",
        (member_id,),
    )


def unusable_points(database: Database, member_id: bytes, day: str) -> int:
    """Points still in lots that have lapsed before `day`, or may be spent only after it."""
    return int(
        database.value(
            "SELECT coalesce(sum(earned + coalesce((SELECT sum(points) FROM points_allocation"
            " WHERE lot_id = points_lot.id), 0)), 0) FROM points_lot"
            " WHERE member_id = ? AND (expires_on < ? OR available_from > ?)",
            (member_id, day, day),
        )
    )


def lots(database: Database, member_id: bytes) -> list[Row]:
    """(id, remaining, available_from, expires_on, scheme version) of lots that hold points."""
    return database.rows(
        "SELECT * FROM (SELECT points_lot.id, earned + coalesce((SELECT sum(points)"
        " FROM points_allocation WHERE lot_id = points_lot.id), 0) AS remaining,"
        " available_from, expires_on, scheme_version FROM points_lot"
        " JOIN points_entry ON points_entry.id = entry_id WHERE points_lot.member_id = ?)"
        " WHERE remaining > 0",
        (member_id,),
    )


def dated_lots_exist(database: Database) -> bool:
    """Whether any version of the scheme has points that lapse or wait."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM scheme WHERE definition LIKE '%expiry%'"
            " OR definition LIKE '%pending_days%')"
        )
    )


def tier(database: Database, member_id: bytes, day: str) -> Row | None:
    """(number, kind, tier, effective_on, expires_on) of the newest tier entry in force."""
    return database.row(
        "SELECT number, kind, tier, effective_on, expires_on FROM tier_entry"
        " WHERE member_id = ? AND effective_on <= ? ORDER BY number DESC LIMIT 1",
        (member_id, day),
    )


def tiers(database: Database, day: str) -> dict[bytes, str]:
    """The tier in force on a day of every member who was ever given one."""
    return dict(
        database.rows(
            "SELECT member_id, tier FROM tier_entry AS given WHERE number = (SELECT max(number)"
            " FROM tier_entry WHERE member_id = given.member_id AND effective_on <= ?)",
            (day,),
        )
    )


def newest_tier(database: Database, member_id: bytes) -> Row | None:
    """(number, kind, tier, effective_on, expires_on) of the newest tier entry of all."""
    return database.row(
        "SELECT number, kind, tier, effective_on, expires_on FROM tier_entry"
        " WHERE member_id = ? ORDER BY number DESC LIMIT 1",
        (member_id,),
    )


def qualifying_sum(database: Database, member_id: bytes, first: str, last: str) -> Row:
    """(minor units, points) that count from the first to the last day, both included."""
    found = database.row(
        "SELECT coalesce(sum(spend_minor), 0), coalesce(sum(points), 0) FROM qualifying_entry"
        " WHERE member_id = ? AND business_date BETWEEN ? AND ?",
        (member_id, first, last),
    )
    assert found is not None
    return found


def qualifying(database: Database, member_id: bytes) -> list[Row]:
    """(business_date, minor units, points) of everything that ever counted, in order."""
    return database.rows(
        "SELECT business_date, spend_minor, points FROM qualifying_entry WHERE member_id = ?"
        " ORDER BY business_date",
        (member_id,),
    )


def membership(database: Database, member_id: bytes, day: str) -> Row | None:
    """(number, kind, plan, level, begins_on, starts_on, ends_on, fee_minor, scheme version) of
    the newest membership entry that has begun."""
    return database.row(
        "SELECT number, kind, plan, level, begins_on, starts_on, ends_on, fee_minor,"
        " scheme_version FROM membership_entry WHERE member_id = ? AND starts_on <= ?"
        " ORDER BY number DESC LIMIT 1",
        (member_id, day),
    )


def memberships(database: Database, member_id: bytes) -> list[Row]:
    """The same of every entry, oldest first."""
    return database.rows(
        "SELECT number, kind, plan, level, begins_on, starts_on, ends_on, fee_minor,"
        " scheme_version FROM membership_entry WHERE member_id = ? ORDER BY number",
        (member_id,),
    )


def birthdays_of_dependants(database: Database, member_id: bytes) -> list[str]:
    """The stored birthdays of a member's dependants."""
    return [
        row[0]
        for row in database.rows(
            "SELECT birthday FROM dependant WHERE member_id = ? AND birthday <> ''", (member_id,)
        )
    ]


def tags(database: Database, member_id: bytes) -> tuple[str, ...]:
    """A member's tags."""
    return tuple(
        row[0]
        for row in database.rows(
            "SELECT tag FROM member_tag WHERE member_id = ? ORDER BY tag", (member_id,)
        )
    )


def partner_cards(database: Database, member_id: bytes) -> tuple[str, ...]:
    """The scheme's partner cards that a member has."""
    return tuple(
        row[0]
        for row in database.rows(
            f"SELECT DISTINCT card FROM partner_card WHERE member_id {MINE} ORDER BY card",
            (member_id, member_id),
        )
    )


def purchases(database: Database, member_id: bytes) -> int:
    """How many sales are the member's, claimed ones too; not those that came back whole."""
    return int(
        database.value(
            f"SELECT (SELECT count(*) FROM sale WHERE member_id {MINE})"
            f" + (SELECT count(*) FROM claim WHERE member_id {MINE})"
            f" - (SELECT count(*) FROM refund WHERE member_id {MINE} AND whole = 1)",
            (member_id,) * 6,
        )
    )


def bought(database: Database, member_id: bytes, since_ms: int) -> list[Row]:
    """(product id, barcode, name, category, thousandths) of each thing bought since, also on
    claimed receipts, and kept; what is weighed or cut counts once a line."""
    pieces = "sum(CASE WHEN weighed OR kept % 1000 THEN 1000 ELSE kept END)"
    return database.rows(
        f"SELECT product_id, barcode, name, category, {pieces} FROM (SELECT product_id, barcode,"
        " name, category, weighed, quantity_milli - coalesce((SELECT sum(quantity_milli)"
        " FROM refund_line WHERE refund_line.sale_id = sale_line.sale_id"
        " AND sale_position = sale_line.position), 0) AS kept FROM (SELECT id FROM sale"
        f" WHERE member_id {MINE} AND sold_at >= ? UNION ALL SELECT sale_id FROM claim"
        f" WHERE member_id {MINE} AND claimed_at >= ?) AS mine CROSS JOIN sale_line"
        " ON sale_id = mine.id) WHERE kept > 0 GROUP BY product_id, barcode, name, category",
        (member_id, member_id, since_ms) * 2,
    )


def barcodes(database: Database, product_ids: list[bytes]) -> list[Row]:
    """(product id, barcode) of products: a line keeps only the one it was found by."""
    marks = ", ".join("?" * len(product_ids))
    return database.rows(
        f"SELECT product_id, code FROM barcode WHERE product_id IN ({marks}) ORDER BY code",
        product_ids,
    )


def lifetime(database: Database, member_id: bytes) -> Row:
    """(visits, minor units really paid, points earned) over a member's life, less what came
    back."""
    found = database.row(
        "SELECT visits, spent_minor, coalesce((SELECT sum(points) FROM points_entry"
        f" WHERE member_id {MINE} AND kind IN ('earn', 'reverse_earn')), 0)"
        " FROM member_summary WHERE member_id = ?",
        (member_id,) * 3,
    )
    assert found is not None
    return found


# What a sale used counts no more once all of it came back.
_KEPT = "NOT EXISTS (SELECT 1 FROM refund WHERE sale_id = {table}.sale_id AND whole = 1)"


def offer_uses(database: Database, member_id: bytes, day: str, year: str) -> list[Row]:
    """(offer, units on `day`, units in `year`, units ever) of promotions."""
    return database.rows(
        "SELECT offer, sum(CASE business_date WHEN ? THEN units ELSE 0 END),"
        " sum(CASE WHEN substr(business_date, 1, 4) = ? THEN units ELSE 0 END), sum(units)"
        f" FROM offer_use WHERE member_id {MINE} AND {_KEPT.format(table='offer_use')}"
        " GROUP BY offer",
        (day, year, member_id, member_id),
    )


def reward_uses(database: Database, member_id: bytes, day: str, year: str) -> list[Row]:
    """(reward, times on `day`, times in `year`, times ever)."""
    return database.rows(
        "SELECT reward, sum(business_date = ?), sum(substr(business_date, 1, 4) = ?), count(*)"
        f" FROM reward_use WHERE member_id {MINE} AND {_KEPT.format(table='reward_use')}"
        " GROUP BY reward",
        (day, year, member_id, member_id),
    )


def account(database: Database, member_id: bytes) -> Row:
    """(principal, bonus, store credit) in minor units; zeros where there is no account."""
    return database.row(
        "SELECT principal_minor, bonus_minor, credit_minor FROM stored_value_account"
        " WHERE member_id = ?",
        (member_id,),
    ) or (0, 0, 0)


def coupons(database: Database, member_id: bytes, day: str) -> list[Row]:
    """(code, template, valid_from, valid_to, scheme version) of a member's coupons that may still
    be used."""
    return database.rows(
        "SELECT code, template, valid_from, valid_to, scheme_version FROM coupon"
        f" WHERE member_id {MINE} AND (valid_to IS NULL OR valid_to >= ?)"
        " AND (SELECT kind FROM coupon_entry WHERE coupon_id = coupon.id"
        " ORDER BY number DESC LIMIT 1) IN ('issued', 'returned')"
        " ORDER BY valid_to IS NULL, valid_to, id",
        (member_id, member_id, day),
    )


def passes(database: Database, member_id: bytes, day: str) -> list[Row]:
    """(id, template, uses bought, uses left, valid_from, valid_to, scheme version) of passes
    with uses left."""
    return database.rows(
        "SELECT * FROM (SELECT id, template, uses, (SELECT sum(uses) FROM pass_entry"
        " WHERE pass_id = session_pass.id) AS uses_left, valid_from, valid_to, scheme_version"
        f" FROM session_pass WHERE member_id {MINE} AND valid_to >= ?)"
        " WHERE uses_left > 0 ORDER BY valid_to, id",
        (member_id, member_id, day),
    )


def perk_uses(database: Database, member_id: bytes) -> list[Row]:
    """(perk, business_date, uses) of every use, and of each taken back."""
    return database.rows(
        f"SELECT perk, business_date, sum(uses) FROM perk_use WHERE member_id {MINE}"
        " GROUP BY perk, business_date ORDER BY business_date",
        (member_id, member_id),
    )


def badges(database: Database, member_id: bytes) -> list[Row]:
    """(badge, awarded_on) of a member, oldest first."""
    return database.rows(
        "SELECT badge, min(awarded_on) AS first FROM badge_award"
        f" WHERE member_id {MINE} GROUP BY badge ORDER BY first",
        (member_id, member_id),
    )


def bonus_dates(database: Database, member_id: bytes) -> list[Row]:
    """(bonus_expires_on, minor units left) of bonuses that lapse, soonest first."""
    return database.rows(
        "SELECT bonus_expires_on, sum(remaining) FROM (SELECT bonus_expires_on, bonus_minor"
        " + coalesce((SELECT sum(bonus_minor) FROM stored_value_allocation"
        " WHERE lot_id = stored_value_lot.id), 0) AS remaining FROM stored_value_lot"
        " WHERE member_id = ? AND bonus_expires_on IS NOT NULL)"
        " WHERE remaining > 0 GROUP BY bonus_expires_on ORDER BY bonus_expires_on",
        (member_id,),
    )


def bonus_promised(database: Database, member_id: bytes) -> list[Row]:
    """(due_on, minor units) of instalments still to come, soonest first."""
    return database.rows(
        f"SELECT due_on, bonus_minor FROM bonus_instalment WHERE member_id {MINE} AND NOT EXISTS"
        " (SELECT 1 FROM bonus_instalment_end WHERE bonus_instalment_end.taking_id ="
        " bonus_instalment.taking_id AND bonus_instalment_end.number = bonus_instalment.number)"
        " ORDER BY due_on",
        (member_id, member_id),
    )
