"""Wallets: their lots and what is left of them, instalments of bonus still to come."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.merges import MINE


def lots(database: Database, member_id: bytes) -> list[Row]:
    """(id, opened_on, principal left, bonus left, bonus_expires_on) of lots that hold money."""
    return database.rows(
        "SELECT * FROM (SELECT id, opened_on, principal_minor + coalesce("
        "(SELECT sum(principal_minor) FROM stored_value_allocation"
        " WHERE lot_id = stored_value_lot.id), 0) AS principal, bonus_minor + coalesce("
        "(SELECT sum(bonus_minor) FROM stored_value_allocation"
        " WHERE lot_id = stored_value_lot.id), 0) AS bonus, bonus_expires_on"
        " FROM stored_value_lot WHERE member_id = ?) WHERE principal > 0 OR bonus > 0",
        (member_id,),
    )


def promised(database: Database, member_id: bytes) -> list[Row]:
    """(taking id, number, due_on, minor units) of instalments still to come, soonest first."""
    return database.rows(
        "SELECT taking_id, number, due_on, bonus_minor FROM bonus_instalment"
        f" WHERE member_id {MINE} AND NOT EXISTS (SELECT 1 FROM bonus_instalment_end"
        " WHERE bonus_instalment_end.taking_id = bonus_instalment.taking_id"
        " AND bonus_instalment_end.number = bonus_instalment.number) ORDER BY due_on, number",
        (member_id, member_id),
    )


def entries(database: Database, member_id: bytes, before_ms: int, limit: int) -> list[Row]:
    """(posted_at, kind, principal, bonus, reason, sale's till number and sequence or None) of a
    wallet, newest first."""
    return database.rows(
        "SELECT posted_at, stored_value_entry.kind, principal_minor, bonus_minor, reason,"
        " till.number, sale.sequence FROM stored_value_entry"
        " LEFT JOIN sale ON sale.id = stored_value_entry.sale_id"
        " LEFT JOIN till ON till.id = sale.till_id"
        " WHERE stored_value_entry.member_id = ? AND posted_at < ?"
        " ORDER BY posted_at DESC, stored_value_entry.id DESC LIMIT ?",
        (member_id, before_ms, limit),
    )


def entry_of_taking(database: Database, taking_id: bytes) -> Row | None:
    """(principal, bonus) that a top-up brought at once, or a closing took."""
    return database.row(
        "SELECT principal_minor, bonus_minor FROM stored_value_entry WHERE taking_id = ?",
        (taking_id,),
    )


def instalments_of(database: Database, taking_id: bytes) -> Sequence[Row]:
    """(due_on, minor units) of the instalments a top-up promised."""
    return database.rows(
        "SELECT due_on, bonus_minor FROM bonus_instalment WHERE taking_id = ? ORDER BY number",
        (taking_id,),
    )
