"""The ledgers of loyalty: one list of columns each, for writing, reading back and sealing.

Rows that belong to a sale or a taking (`sale_id`, `taking_id`) are written before it: from then
on the file takes no more of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.models.database import Database, Row
from app.models.inserts import insert_sql

# In the order in which they may be written: what is named stands before what names it.
COLUMNS: dict[str, str] = {
    "coupon": "id, code, template, member_id, batch_id, valid_from, valid_to, occasion,"
    " scheme_version",
    "coupon_entry": "id, sale_id, coupon_id, number, kind, reason, staff_id, posted_at,"
    " business_date",
    "gift_card": "id, code, face_minor, issued_on, expires_on",
    "gift_entry": "id, sale_id, taking_id, card_id, kind, amount_minor, reason, staff_id,"
    " posted_at, business_date",
    "session_pass": "id, member_id, template, uses, price_minor, valid_from, valid_to,"
    " scheme_version",
    "pass_entry": "id, sale_id, taking_id, pass_id, kind, uses, reason, staff_id, posted_at,"
    " business_date",
    "stored_value_entry": "id, sale_id, taking_id, member_id, kind, principal_minor,"
    " bonus_minor, reason, staff_id, posted_at, business_date",
    "stored_value_lot": "id, member_id, entry_id, principal_minor, bonus_minor, opened_on,"
    " bonus_expires_on",
    "stored_value_allocation": "entry_id, lot_id, principal_minor, bonus_minor",
    "bonus_instalment": "taking_id, number, member_id, due_on, bonus_minor",
    "bonus_instalment_end": "taking_id, number, kind, entry_id, posted_at",
    "store_credit_entry": "id, sale_id, taking_id, member_id, kind, amount_minor, reason,"
    " staff_id, posted_at, business_date",
    "membership_entry": "id, taking_id, member_id, number, kind, plan, level, begins_on,"
    " starts_on, ends_on, fee_minor, scheme_version, reason, staff_id, posted_at, business_date",
    "tier_entry": "id, sale_id, member_id, number, kind, tier, effective_on, expires_on,"
    " scheme_version, reason, staff_id, posted_at",
    "qualifying_entry": "member_id, business_date, source_id, spend_minor, points",
    "perk_use": "id, member_id, perk, uses, reason, staff_id, posted_at, business_date",
    "badge_award": "member_id, badge, sale_id, awarded_on, posted_at",
    "referral": "referee_id, referrer_id, staff_id, recorded_at",
    "referral_reward": "referee_id, referrer_id, sale_id, rewarded_on",
    "activity_entry": "id, member_id, activity, entry_id, business_date",
    "offer_use": "member_id, offer, business_date, sale_id, units",
    "reward_use": "id, sale_id, member_id, reward, cost_points, saved_minor, entry_id, voucher,"
    " business_date",
    "stock_move": "id, product_id, kind, quantity_milli, sale_id, refund_id, cost_minor, reason,"
    " staff_id, moved_at, business_date",
    "account_entry": "id, sale_id, taking_id, refund_id, member_id, kind, amount_minor, reason,"
    " staff_id, posted_at, business_date",
    "deposit": "id, number, member_id, held_id, note, made_at",
    "deposit_entry": "id, sale_id, taking_id, refund_id, deposit_id, kind, amount_minor, reason,"
    " staff_id, posted_at, business_date",
    "sale_tip": "sale_id, position, staff_id, amount_minor",
    "taking_tender": "taking_id, position, kind, amount_minor, reference",
    "taking": "id, kind, till_id, session_id, staff_id, member_id, taken_at, business_date,"
    " amount_minor, change_due_minor, scheme_version, subject, reason, fingerprint",
}
INSERTS = {table: insert_sql(table, columns) for table, columns in COLUMNS.items()}

# What of a sale or a taking is sealed with it, and the order in which its rows are read.
SEALED: dict[str, str] = {
    "coupon_entry": "id",
    "gift_entry": "id",
    "pass_entry": "id",
    "stored_value_entry": "id",
    "bonus_instalment": "number",
    "store_credit_entry": "id",
    "membership_entry": "id",
    "tier_entry": "id",
    "reward_use": "id",
    "taking_tender": "position",
    "account_entry": "id",
    "deposit_entry": "id",
    "sale_tip": "position",
}
OF_A_SALE = tuple(t for t in SEALED if " sale_id" in f" {COLUMNS[t]}")
OF_A_TAKING = tuple(t for t in SEALED if " taking_id" in f" {COLUMNS[t]}")


@dataclass(slots=True)
class LedgerRows:
    """Rows to be written, by table, columns in the order of COLUMNS."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, *row: object) -> None:
        """One more row of a table."""
        self.tables.setdefault(table, []).append(row)

    def of(self, table: str) -> list[Row]:
        """The rows of one table."""
        return self.tables.get(table, [])

    def __bool__(self) -> bool:
        return bool(self.tables)


def insert(database: Database, rows: LedgerRows) -> None:
    """Append rows; the caller keeps `stored_value_account` in step, in the same transaction."""
    tables = rows.tables
    if not tables:
        return
    for table in COLUMNS if len(tables) > 1 else tables:
        if table in tables:
            database.executemany(INSERTS[table], tables[table])


def of_documents(
    database: Database, column: str, ids: Sequence[bytes]
) -> dict[bytes, dict[str, list[Row]]]:
    """The sealed rows of sales (`sale_id`) or takings (`taking_id`), by document and table."""
    found: dict[bytes, dict[str, list[Row]]] = {}
    if not ids:
        return found
    marks = ", ".join("?" * len(ids))
    for table in OF_A_SALE if column == "sale_id" else OF_A_TAKING:
        place = COLUMNS[table].split(", ").index(column)
        for row in database.rows(
            f"SELECT {COLUMNS[table]} FROM {table} WHERE {column} IN ({marks})"
            f" ORDER BY {column}, {SEALED[table]}",
            ids,
        ):
            found.setdefault(row[place], {}).setdefault(table, []).append(row)
    return found


def by_ids(database: Database, table: str, ids: Sequence[bytes]) -> list[Row]:
    """Rows of one table by their ids."""
    if not ids:
        return []
    marks = ", ".join("?" * len(ids))
    return database.rows(f"SELECT {COLUMNS[table]} FROM {table} WHERE id IN ({marks})", ids)


def add_to_account(
    database: Database,
    member_id: bytes,
    *,
    principal_minor: int = 0,
    bonus_minor: int = 0,
    credit_minor: int = 0,
) -> None:
    """Keep the member's stored balances in step with what was just appended."""
    database.execute(
        "INSERT INTO stored_value_account (member_id) VALUES (?) ON CONFLICT DO NOTHING",
        (member_id,),
    )
    database.execute(
        "UPDATE stored_value_account SET principal_minor = principal_minor + ?,"
        " bonus_minor = bonus_minor + ?, credit_minor = credit_minor + ? WHERE member_id = ?",
        (principal_minor, bonus_minor, credit_minor, member_id),
    )


# By the kind of what is paid out: the ledger that knows what was taken for it, and by which column.
_TAKEN_FOR = {
    "deposit_refund": ("deposit_entry", "deposit_id"),
    "gift_refund": ("gift_entry", "card_id"),
    "pass_refund": ("pass_entry", "pass_id"),
    "wallet_close": ("stored_value_entry", "member_id"),
    "plan_refund": ("membership_entry", "member_id"),
}


def cash_behind(database: Database, kind: str, key: bytes) -> int:
    """What was paid in cash for it, less what was paid out in cash, in minor units."""
    table, column = _TAKEN_FOR[kind]
    return int(
        database.value(
            "SELECT coalesce(sum((SELECT coalesce(sum(amount_minor), 0) FROM taking_tender"
            " WHERE taking_id = taking.id AND kind = 'cash') - change_due_minor), 0) FROM taking"
            f" WHERE id IN (SELECT taking_id FROM {table}"
            f" WHERE {column} = ? AND taking_id IS NOT NULL)",
            (key,),
        )
    )


def taking(database: Database, taking_id: bytes) -> Row | None:
    """A taking, columns as in COLUMNS."""
    return database.row(f"SELECT {COLUMNS['taking']} FROM taking WHERE id = ?", (taking_id,))


def taking_tenders(database: Database, taking_id: bytes) -> list[Row]:
    """Its tenders, columns as in COLUMNS, in order."""
    return database.rows(
        f"SELECT {COLUMNS['taking_tender']} FROM taking_tender WHERE taking_id = ?"
        " ORDER BY position",
        (taking_id,),
    )


def latest_numbers(database: Database, table: str, owner: str, ids: Iterable[bytes]) -> list[Row]:
    """(owner id, highest number) of numbered entries; owners without any are left out."""
    wanted = list(ids)
    marks = ", ".join("?" * len(wanted))
    return database.rows(
        f"SELECT {owner}, max(number) FROM {table} WHERE {owner} IN ({marks}) GROUP BY {owner}",
        wanted,
    )
