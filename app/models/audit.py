"""Queries on the audit trail, and on what a person at the till did that is not just a sale."""

from typing import NamedTuple

from app.models.database import Database, Row


class Wanted(NamedTuple):
    """Which entries: of a person (or approved by them), of an action or its group, of a span."""

    person: bytes | None = None
    action: str = ""
    first_ms: int | None = None
    end_ms: int | None = None


# What a thing is called by; a person of another table than staff is told by a number alone.
_SUBJECT = (
    "coalesce((SELECT name FROM staff WHERE id = subject_id),"
    " (SELECT name FROM product WHERE id = subject_id),"
    " (SELECT number FROM member WHERE id = subject_id), '')"
)


def page(database: Database, wanted: Wanted, offset: int, limit: int) -> list[Row]:
    """(happened at, who, action, detail, subject, approved by, till of the sale, its sequence),
    newest first."""
    where, values = _where(wanted)
    return database.rows(
        "SELECT happened_at, staff.name, action, detail, " + _SUBJECT + ", approver.name,"
        " till.number, sale.sequence FROM audit_entry"
        " JOIN staff ON staff.id = audit_entry.staff_id"
        " LEFT JOIN staff AS approver ON approver.id = approved_by"
        " LEFT JOIN sale ON sale.id = subject_id LEFT JOIN till ON till.id = sale.till_id"
        f" WHERE {where} ORDER BY happened_at DESC, audit_entry.id DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )


def count(database: Database, wanted: Wanted) -> int:
    """How many there are."""
    where, values = _where(wanted)
    return int(database.value(f"SELECT count(*) FROM audit_entry WHERE {where}", values))


def actions(database: Database) -> list[str]:
    """Every action that stands on the trail."""
    return [row[0] for row in database.rows("SELECT DISTINCT action FROM audit_entry ORDER BY 1")]


def newest_of(database: Database, subject: bytes, actions: tuple[str, ...]) -> Row | None:
    """(who, happened at, action, detail) of the newest of these actions on one thing.

    The newest is what was written last: a clock that was ahead once would tell it for a year.
    """
    marks = ", ".join("?" * len(actions))
    return database.row(
        "SELECT staff_id, happened_at, action, detail FROM audit_entry"
        f" WHERE subject_id = ? AND action IN ({marks}) ORDER BY rowid DESC LIMIT 1",
        (subject, *actions),
    )


def _where(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    parts: list[tuple[str, tuple[object, ...]]] = []
    if wanted.person is not None:
        parts.append(
            ("(audit_entry.staff_id = ? OR approved_by = ?)", (wanted.person, wanted.person))
        )
    if wanted.action:
        parts.append(("action = ?", (wanted.action,)))
    if wanted.first_ms is not None:
        parts.append(("happened_at >= ?", (wanted.first_ms,)))
    if wanted.end_ms is not None:
        parts.append(("happened_at < ?", (wanted.end_ms,)))
    where = " AND ".join(part for part, _ in parts) or "1"
    return where, tuple(value for _, values in parts for value in values)


# Longer than a sale is being written.
_ONE_SALE_MS = 2_000

# --- what a clerk did out of the ordinary ------------------------------------------------


def sales(database: Database, first: str, last: str) -> list[Row]:
    """(staff, sales, total) of the business days."""
    return database.rows(
        "SELECT staff_id, count(*), sum(total_minor) FROM sale"
        " WHERE business_date BETWEEN ? AND ? GROUP BY 1",
        (first, last),
    )


def given_back(database: Database, first: str, last: str) -> list[Row]:
    """(staff, "refund" or "void", count, total)."""
    return database.rows(
        "SELECT staff_id, kind, count(*), sum(total_minor) FROM refund"
        " WHERE business_date BETWEEN ? AND ? GROUP BY 1, 2",
        (first, last),
    )


def drawer(database: Database, first: str, last: str) -> list[Row]:
    """(staff, "no_sale" or "pay_out", count, amount)."""
    return database.rows(
        "SELECT staff_id, kind, count(*), -sum(amount_minor) FROM cash_movement"
        " JOIN cash_session ON cash_session.id = session_id"
        " WHERE kind IN ('no_sale', 'pay_out')"
        " AND cash_movement.business_date BETWEEN ? AND ? GROUP BY 1, 2",
        (first, last),
    )


def by_hand(database: Database, first: str, last: str) -> list[Row]:
    """(staff, lines, amount) of discounts by hand; rounding a total down is none."""
    return database.rows(
        "SELECT sale.staff_id, count(*), sum(value ->> 0)"
        " FROM sale JOIN sale_line ON sale_id = sale.id, json_each(effects)"
        " WHERE sale.business_date BETWEEN ? AND ? AND sale.discount_minor > 0"
        " AND effects NOT IN ('', '[]') AND value ->> 1 = 'hand_discount' GROUP BY 1",
        (first, last),
    )


def points(database: Database, first_ms: int, end_ms: int) -> list[Row]:
    """(staff, entries, points given) of points by hand.

    What an activity, a referral or a badge brings is left out: the last two are granted in the
    moment of a sale, and name it.
    """
    return database.rows(
        "SELECT staff_id, count(*), sum(max(points, 0)) FROM points_entry"
        " WHERE sale_id IS NULL AND refund_id IS NULL AND kind = 'adjust'"
        " AND posted_at >= ? AND posted_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM activity_entry WHERE entry_id = points_entry.id)"
        " AND NOT EXISTS (SELECT 1 FROM referral_reward"
        " JOIN sale ON sale.id = referral_reward.sale_id WHERE"
        " (referee_id = points_entry.member_id OR referrer_id = points_entry.member_id)"
        " AND sale.staff_id = points_entry.staff_id"
        f" AND posted_at BETWEEN sold_at AND sold_at + {_ONE_SALE_MS})"
        " AND NOT EXISTS (SELECT 1 FROM badge_award JOIN sale ON sale.id = badge_award.sale_id"
        " WHERE badge_award.member_id = points_entry.member_id"
        " AND sale.staff_id = points_entry.staff_id"
        f" AND posted_at BETWEEN sold_at AND sold_at + {_ONE_SALE_MS})"
        " GROUP BY 1",
        (first_ms, end_ms),
    )


def claims(database: Database, first_ms: int, end_ms: int) -> list[Row]:
    """(staff, claims, points) of receipts claimed for a member after the sale."""
    return database.rows(
        "SELECT staff_id, count(*), sum(points) FROM claim"
        " WHERE claimed_at >= ? AND claimed_at < ? GROUP BY 1",
        (first_ms, end_ms),
    )


def coupons(database: Database, first: str, last: str) -> list[Row]:
    """(staff, coupons) given by hand, to one, in a batch or to many.

    What a sale, a birthday, a reward or a campaign brings has another occasion.
    """
    return database.rows(
        "SELECT staff_id, count(*) FROM coupon_entry JOIN coupon ON coupon.id = coupon_id"
        " WHERE kind = 'issued' AND sale_id IS NULL AND business_date BETWEEN ? AND ?"
        " AND (occasion = '' OR occasion LIKE 'grant %') GROUP BY 1",
        (first, last),
    )


def told(database: Database, first_ms: int, end_ms: int) -> list[Row]:
    """(staff, action, count) of entries that smell: words asked for, wrong PINs tried, coupons
    revoked, and members or cards set free ("freed"); who only came out of the archive is not."""
    return database.rows(
        "SELECT CASE action WHEN 'staff.pin_wrong' THEN subject_id ELSE staff_id END,"
        " CASE WHEN action LIKE '%.active' THEN 'freed' ELSE action END,"
        " count(*) FROM audit_entry WHERE happened_at >= ? AND happened_at < ?"
        " AND action IN ('staff.approved', 'staff.pin_wrong', 'coupon_revoked', 'member.active',"
        " 'card.active') AND detail NOT LIKE '%\"was\": \"archived\"%' GROUP BY 1, 2",
        (first_ms, end_ms),
    )
