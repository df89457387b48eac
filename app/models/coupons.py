"""Coupons: found by code, their state told by their newest entry."""

from collections.abc import Collection

from app.models.database import Database, Row
from app.models.merges import MINE

_STATE = (
    "SELECT coupon.id, code, template, coalesce(moved.keep_id, coupon.member_id), batch_id,"
    " valid_from, valid_to,"
    " scheme_version, last.number, last.kind, coalesce(member.number, '') FROM coupon"
    " JOIN coupon_entry AS last ON last.coupon_id = coupon.id AND last.number ="
    " (SELECT max(number) FROM coupon_entry WHERE coupon_id = coupon.id)"
    " LEFT JOIN member_alias AS moved ON moved.gone_id = coupon.member_id"
    " LEFT JOIN member ON member.id = coalesce(moved.keep_id, coupon.member_id)"
)


def by_code(database: Database, code: str) -> Row | None:
    """(id, code, template, member id, batch id, valid_from, valid_to, scheme version, number and
    kind of the newest entry, member number) of a coupon."""
    return database.row(f"{_STATE} WHERE code = ?", (code,))


def of_member(database: Database, member_id: bytes) -> list[Row]:
    """The same of all of a member's coupons, newest first."""
    return database.rows(
        f"{_STATE} WHERE coupon.member_id {MINE} ORDER BY coupon.id DESC", (member_id, member_id)
    )


def newest(database: Database, limit: int) -> list[Row]:
    """The same of the coupons issued last."""
    return database.rows(f"{_STATE} ORDER BY coupon.id DESC LIMIT ?", (limit,))


def of_batch(database: Database, batch_id: bytes) -> list[Row]:
    """The same of a batch, in the order of issue."""
    return database.rows(f"{_STATE} WHERE batch_id = ? ORDER BY coupon.id", (batch_id,))


def brought_by(database: Database, sale_id: bytes) -> list[Row]:
    """The same of those that a sale issued, in the order of issue."""
    return database.rows(
        f"{_STATE} WHERE coupon.id IN (SELECT coupon_id FROM coupon_entry"
        " WHERE sale_id = ? AND kind = 'issued') ORDER BY coupon.id",
        (sale_id,),
    )


def issued_by_hand(database: Database, coupon_id: bytes) -> Row | None:
    """(who, when) issued a coupon, to one, in a batch or to many; None where a sale, points or an
    occasion brought it: that is the member's, not a slip of whoever was at the till."""
    return database.row(
        "SELECT staff_id, posted_at FROM coupon_entry JOIN coupon ON coupon.id = coupon_id"
        " WHERE coupon_id = ? AND number = 1 AND sale_id IS NULL"
        " AND (occasion = '' OR occasion LIKE 'grant %')",
        (coupon_id,),
    )


def code_exists(database: Database, code: str) -> bool:
    """Whether a coupon has this code."""
    return database.row("SELECT 1 FROM coupon WHERE code = ?", (code,)) is not None


def codes_taken(database: Database, codes: Collection[str]) -> set[str]:
    """Which of these codes a coupon has."""
    marks = ", ".join("?" * len(codes))
    found = database.rows(f"SELECT code FROM coupon WHERE code IN ({marks})", list(codes))
    return {row[0] for row in found}


def occasions(database: Database, member_id: bytes, template: str) -> list[Row]:
    """(occasion, valid_from) of a member's coupons of one template that have an occasion."""
    return database.rows(
        f"SELECT occasion, valid_from FROM coupon WHERE member_id {MINE} AND template = ?"
        " AND occasion <> '' ORDER BY valid_from",
        (member_id, member_id, template),
    )


def of_occasion(database: Database, member_id: bytes, template: str, occasion: str) -> str:
    """The code of a member's coupon of one occasion; empty where there is none."""
    found = database.value(
        "SELECT code FROM coupon WHERE member_id = ? AND template = ? AND occasion = ?",
        (member_id, template, occasion),
    )
    return "" if found is None else str(found)


def issued_after(database: Database, member_id: bytes, template: str, day: str) -> bool:
    """Whether a member was issued a coupon of a template after a day."""
    found = database.value(
        f"SELECT 1 FROM coupon WHERE member_id {MINE} AND template = ? AND valid_from > ? LIMIT 1",
        (member_id, member_id, template, day),
    )
    return found is not None


def entries(database: Database, coupon_id: bytes) -> list[Row]:
    """(kind, reason, posted_at, sale id) of a coupon's entries, in order."""
    return database.rows(
        "SELECT kind, reason, posted_at, sale_id FROM coupon_entry WHERE coupon_id = ?"
        " ORDER BY number",
        (coupon_id,),
    )
