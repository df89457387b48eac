"""What members owe on account, and the deposits the shop holds."""

from app.models.database import Database, Row
from app.models.merges import MINE

# --- accounts -----------------------------------------------------------------


def account(database: Database, member_id: bytes) -> Row | None:
    """(number, name, limit or None, owed) of a member; None where there is no such member."""
    return database.row(
        "SELECT number, name, limit_minor, coalesce(owed_minor, 0) FROM member"
        " LEFT JOIN member_account ON member_account.member_id = member.id WHERE member.id = ?",
        (member_id,),
    )


def put_limit(database: Database, member_id: bytes, limit_minor: int | None) -> None:
    """Give a member a limit of their own; None is the shop's."""
    database.execute(
        "INSERT INTO member_account (member_id, limit_minor) VALUES (?, ?)"
        " ON CONFLICT (member_id) DO UPDATE SET limit_minor = excluded.limit_minor",
        (member_id, limit_minor),
    )


def add_owed(database: Database, member_id: bytes, amount_minor: int) -> None:
    """Keep what a member owes in step with an entry just appended."""
    database.execute(
        "INSERT INTO member_account (member_id, owed_minor) VALUES (?, ?)"
        " ON CONFLICT (member_id) DO UPDATE SET owed_minor = owed_minor + excluded.owed_minor",
        (member_id, amount_minor),
    )


def account_entries(database: Database, member_id: bytes, limit: int) -> list[Row]:
    """(posted_at, business_date, kind, amount, reason, till number, sequence) of a member's
    entries, newest first; the last two are of the sale, or None."""
    return database.rows(
        "SELECT posted_at, account_entry.business_date, account_entry.kind, amount_minor, reason,"
        " till.number,"
        " sale.sequence FROM account_entry LEFT JOIN sale ON sale.id = sale_id"
        " LEFT JOIN till ON till.id = sale.till_id WHERE account_entry.member_id = ?"
        " ORDER BY posted_at DESC, account_entry.id DESC LIMIT ?",
        (member_id, limit),
    )


def account_moves(database: Database, member_id: bytes) -> list[Row]:
    """(business_date, amount) of every entry of a member, oldest first."""
    return database.rows(
        "SELECT business_date, amount_minor FROM account_entry WHERE member_id = ?"
        " ORDER BY posted_at, id",
        (member_id,),
    )


def debtors(database: Database) -> list[Row]:
    """(member id, number, name, phone, limit or None, owed) of all who owe something."""
    return database.rows(
        "SELECT member.id, number, name, phone, limit_minor, owed_minor FROM member_account"
        " JOIN member ON member.id = member_account.member_id WHERE owed_minor <> 0"
        " ORDER BY owed_minor DESC, number"
    )


def account_entry(database: Database, entry_id: bytes) -> Row | None:
    """(member id, kind, amount) of one entry."""
    return database.row(
        "SELECT member_id, kind, amount_minor FROM account_entry WHERE id = ?", (entry_id,)
    )


def written_off(database: Database, member_id: bytes) -> int:
    """What was given up of a member's debts, less what goods that came back since undid of it."""
    return int(
        database.value(
            "SELECT -coalesce(sum(amount_minor), 0) FROM account_entry"
            f" WHERE member_id {MINE} AND kind IN ('write_off', 'adjust')",
            (member_id, member_id),
        )
    )


# --- deposits -----------------------------------------------------------------

_DEPOSIT = (
    "SELECT deposit.id, deposit.number, member.id, coalesce(member.number, ''),"
    " coalesce(member.name, ''), deposit.note, made_at,"
    " (SELECT coalesce(sum(amount_minor), 0) FROM deposit_entry"
    " WHERE deposit_id = deposit.id AND kind = 'paid'),"
    " (SELECT coalesce(sum(amount_minor), 0) FROM deposit_entry WHERE deposit_id = deposit.id)"
    " AS left_minor FROM deposit LEFT JOIN member_alias AS moved"
    " ON moved.gone_id = deposit.member_id"
    " LEFT JOIN member ON member.id = coalesce(moved.keep_id, deposit.member_id)"
)


def deposit_by_number(database: Database, number: int) -> Row | None:
    """(id, number, member id, member number, member name, note, made_at, paid, left)."""
    return database.row(f"{_DEPOSIT} WHERE deposit.number = ?", (number,))


def deposit_by_id(database: Database, deposit_id: bytes) -> Row | None:
    """The same, by id."""
    return database.row(f"{_DEPOSIT} WHERE deposit.id = ?", (deposit_id,))


def deposit_of_taking(database: Database, taking_id: bytes) -> bytes | None:
    """The deposit that a taking paid or gave back."""
    found: bytes | None = database.value(
        "SELECT deposit_id FROM deposit_entry WHERE taking_id = ?", (taking_id,)
    )
    return found


def open_deposits(database: Database) -> list[Row]:
    """The same columns of every deposit of which something is left, oldest first."""
    return database.rows(f"{_DEPOSIT} WHERE left_minor <> 0 ORDER BY made_at, deposit.number")


def deposits_of(database: Database, member_id: bytes) -> list[Row]:
    """The same of one member's deposits."""
    return database.rows(
        f"{_DEPOSIT} WHERE deposit.member_id {MINE} AND left_minor <> 0"
        " ORDER BY made_at, deposit.number",
        (member_id, member_id),
    )


def last_deposit_number(database: Database) -> int:
    """The newest deposit's number; 0 before the first."""
    return int(database.value("SELECT coalesce(max(number), 0) FROM deposit"))


def deposit_returned(database: Database, deposit_id: bytes, staff_id: bytes) -> int:
    """What a person gave back of a deposit so far, in minor units."""
    return int(
        database.value(
            "SELECT coalesce(-sum(amount_minor), 0) FROM deposit_entry"
            " WHERE deposit_id = ? AND kind = 'returned' AND staff_id = ?",
            (deposit_id, staff_id),
        )
    )


def deposit_entry(database: Database, entry_id: bytes) -> Row | None:
    """(deposit id, kind, amount) of one entry."""
    return database.row(
        "SELECT deposit_id, kind, amount_minor FROM deposit_entry WHERE id = ?", (entry_id,)
    )
