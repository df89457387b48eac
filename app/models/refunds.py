"""Writing and reading what was given back: refunds and voids, each found by an index."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.ledgers import COLUMNS
from app.models.sales import ALLOCATION_COLUMNS, ENTRY_COLUMNS, LOT_COLUMNS

# One list of columns serves the insert, the read and the seal, so that they cannot drift apart.
REFUND_COLUMNS = (
    "id, kind, till_id, sequence, session_id, staff_id, approved_by, sale_id, exchange_sale_id,"
    " member_id, refunded_at, business_date, whole, lines_minor, added_tax_minor,"
    " cash_rounding_minor, total_minor, points_reversed, points_restored, points_before,"
    " scheme_version, reason, why, fingerprint"
)
PARTS = {
    "refund_line": "refund_id, position, sale_id, sale_position, product_id, name, category,"
    " barcode, quantity_milli, weighed, total_minor, tax_rate_bp, tax_minor, points, served_by",
    "refund_tender": "refund_id, position, kind, amount_minor, reference",
    "refund_tax": "refund_id, rate_bp, net_minor, tax_minor",
}
# Entries that name the refund that brought them, and the order in which the seal reads them.
ENTRIES = {
    "points_entry": f"{ENTRY_COLUMNS}, refund_id",
    "coupon_entry": f"{COLUMNS['coupon_entry']}, refund_id",
    "gift_entry": f"{COLUMNS['gift_entry']}, refund_id",
    "pass_entry": f"{COLUMNS['pass_entry']}, refund_id",
    "stored_value_entry": f"{COLUMNS['stored_value_entry']}, refund_id",
    "store_credit_entry": f"{COLUMNS['store_credit_entry']}, refund_id",
    "account_entry": "id, sale_id, taking_id, refund_id, member_id, kind, amount_minor, reason,"
    " staff_id, posted_at, business_date",
    "deposit_entry": "id, sale_id, taking_id, refund_id, deposit_id, kind, amount_minor, reason,"
    " staff_id, posted_at, business_date",
    "stock_move": "id, product_id, kind, quantity_milli, sale_id, refund_id, cost_minor, reason,"
    " staff_id, moved_at, business_date",
}
# Written with them, in this order: what is named stands before what names it.
_BESIDE = {
    "gift_card": COLUMNS["gift_card"],
    "points_lot": LOT_COLUMNS,
    "points_allocation": ALLOCATION_COLUMNS,
    "stored_value_lot": COLUMNS["stored_value_lot"],
    "stored_value_allocation": COLUMNS["stored_value_allocation"],
    "qualifying_entry": COLUMNS["qualifying_entry"],
}
_ORDER = ("gift_card", *PARTS, *ENTRIES, *(table for table in _BESIDE if table != "gift_card"))
_ALL = PARTS | ENTRIES | _BESIDE
_INSERTS = {table: insert_sql(table, columns) for table, columns in _ALL.items()}
_INSERT_REFUND = insert_sql("refund", REFUND_COLUMNS)
_OWNERS = {table: columns.split(", ").index("refund_id") for table, columns in ENTRIES.items()}


@dataclass(slots=True)
class RefundRows:
    """One refund as rows, columns in the order of the constants above."""

    refund: Row
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def of(self, table: str) -> list[Row]:
        """The rows of one table."""
        return self.tables.get(table, [])

    def add(self, table: str, *row: object) -> None:
        """One more row of a table."""
        self.tables.setdefault(table, []).append(row)


def insert(database: Database, rows: RefundRows) -> None:
    """Write a refund, children first: its own row's trigger checks their sums.

    The caller writes summaries, accounts and the seal in the same transaction.
    """
    for table in _ORDER:
        if table in rows.tables:
            database.executemany(_INSERTS[table], rows.tables[table])
    database.execute(_INSERT_REFUND, rows.refund)


def last_sequence(database: Database, till_id: bytes) -> int:
    """The till's newest refund; 0 before the first."""
    return int(
        database.value(
            "SELECT coalesce(max(sequence), 0) FROM refund WHERE till_id = ?", (till_id,)
        )
    )


# --- reading back ---------------------------------------------------------------

_READ = (
    "SELECT "
    + ", ".join(f"refund.{name.strip()}" for name in REFUND_COLUMNS.split(","))
    + ", till.number, staff.name, sale_till.number, sale.sequence, new_till.number, new.sequence"
    " FROM refund JOIN till ON till.id = refund.till_id JOIN staff ON staff.id = refund.staff_id"
    " LEFT JOIN sale ON sale.id = refund.sale_id LEFT JOIN till AS sale_till"
    " ON sale_till.id = sale.till_id LEFT JOIN sale AS new ON new.id = refund.exchange_sale_id"
    " LEFT JOIN till AS new_till ON new_till.id = new.till_id"
)


def by_id(database: Database, refund_id: bytes) -> Row | None:
    """The refund's row, columns as in REFUND_COLUMNS, then till number, staff name, till number
    and sequence of its sale, and of the sale it was exchanged for."""
    return database.row(f"{_READ} WHERE refund.id = ?", (refund_id,))


def by_number(database: Database, till_number: int, sequence: int) -> Row | None:
    """The same, by the number people read."""
    return database.row(
        f"{_READ} WHERE till.number = ? AND refund.sequence = ?", (till_number, sequence)
    )


def of_sale(database: Database, sale_id: bytes) -> list[Row]:
    """The same of every refund of a sale, oldest first."""
    return database.rows(
        f"{_READ} WHERE refund.sale_id = ? ORDER BY refund.refunded_at, refund.id", (sale_id,)
    )


def alone_minor(database: Database, sale_id: bytes, staff_id: bytes) -> int:
    """What a person gave back of a sale without anybody's word, in minor units."""
    return int(
        database.value(
            "SELECT coalesce(sum(total_minor), 0) FROM refund"
            " WHERE sale_id = ? AND staff_id = ? AND approved_by IS NULL",
            (sale_id, staff_id),
        )
    )


def parts(database: Database, table: str, refund_id: bytes) -> list[Row]:
    """Its lines, tenders or taxes, columns as in PARTS, in order."""
    return database.rows(
        f"SELECT {PARTS[table]} FROM {table} WHERE refund_id = ? ORDER BY 2", (refund_id,)
    )


def coupons(database: Database, refund_id: bytes) -> list[Row]:
    """(code, kind of entry) of the coupons that a refund brought back or revoked."""
    return database.rows(
        "SELECT code, kind FROM coupon_entry JOIN coupon ON coupon.id = coupon_id"
        " WHERE refund_id = ? ORDER BY code",
        (refund_id,),
    )


def tenders_back(database: Database, sale_id: bytes) -> list[Row]:
    """(kind, minor units, reference) of every tender that refunds of a sale have written."""
    return database.rows(
        "SELECT refund_tender.kind, amount_minor, reference FROM refund"
        " JOIN refund_tender ON refund_id = refund.id WHERE sale_id = ?"
        " ORDER BY refunded_at, refund.id, position",
        (sale_id,),
    )


def lines_back(database: Database, sale_id: bytes) -> list[Row]:
    """(position in the sale, thousandths, minor units that came back of each
    line."""
    return database.rows(
        "SELECT sale_position, sum(quantity_milli), sum(total_minor) FROM refund_line"
        " WHERE sale_id = ? GROUP BY sale_position",
        (sale_id,),
    )


def taxes_back(database: Database, sale_id: bytes) -> list[Row]:
    """(rate, tax) that refunds of a sale gave back."""
    return database.rows(
        "SELECT rate_bp, sum(tax_minor) FROM refund JOIN refund_tax ON refund_id = refund.id"
        " WHERE sale_id = ? GROUP BY rate_bp",
        (sale_id,),
    )


def documents(database: Database, ids: Sequence[bytes]) -> list[RefundRows]:
    """Everything that the seals of these refunds cover, in its order."""
    if not ids:
        return []
    marks = ", ".join("?" * len(ids))
    found = {
        row[0]: RefundRows(row)
        for row in database.rows(f"SELECT {REFUND_COLUMNS} FROM refund WHERE id IN ({marks})", ids)
    }
    for table, columns in PARTS.items():
        for row in database.rows(
            f"SELECT {columns} FROM {table} WHERE refund_id IN ({marks}) ORDER BY 1, 2", ids
        ):
            found[row[0]].add(table, *row)
    for table, columns in ENTRIES.items():
        for row in database.rows(
            f"SELECT {columns} FROM {table} WHERE refund_id IN ({marks}) ORDER BY id", ids
        ):
            found[row[_OWNERS[table]]].add(table, *row)
    for rows in found.values():
        for entry in rows.of("points_entry"):
            _points_of(database, rows, entry[0])
    return list(found.values())


def _points_of(database: Database, rows: RefundRows, entry_id: bytes) -> None:
    for table, columns, key in (
        ("points_lot", LOT_COLUMNS, "id"),
        ("points_allocation", ALLOCATION_COLUMNS, "lot_id"),
    ):
        for row in database.rows(
            f"SELECT {columns} FROM {table} WHERE entry_id = ? ORDER BY {key}", (entry_id,)
        ):
            rows.add(table, *row)


# --- what a sale moved, to be moved back ------------------------------------------


def burned_lots(database: Database, sale_id: bytes) -> list[Row]:
    """(lot id, points, expires_on, scheme version) that paid a sale, soonest-expiring first."""
    return database.rows(
        "SELECT lot_id, -sum(points_allocation.points), expires_on, earned.scheme_version"
        " FROM points_entry AS burn JOIN points_allocation ON points_allocation.entry_id = burn.id"
        " JOIN points_lot ON points_lot.id = lot_id"
        " JOIN points_entry AS earned ON earned.id = points_lot.entry_id"
        " WHERE burn.sale_id = ? AND burn.kind = 'burn' GROUP BY lot_id"
        " ORDER BY expires_on IS NULL, expires_on, available_from, lot_id",
        (sale_id,),
    )


def own_lots(database: Database, sale_id: bytes) -> list[bytes]:
    """The lots that a sale, or the claim on it, opened, and those that merges carried them on
    in."""
    return [
        row[0]
        for row in database.rows(
            "WITH RECURSIVE line(id) AS (SELECT id FROM points_entry WHERE sale_id = ?1"
            " UNION SELECT points_entry.id FROM claim JOIN points_entry ON claim_id = claim.id"
            " WHERE claim.sale_id = ?1 UNION SELECT entry_id FROM line JOIN member_merge_entry"
            " ON of_entry = line.id WHERE ledger = 'points_entry')"
            " SELECT points_lot.id FROM line JOIN points_lot ON points_lot.entry_id = line.id",
            (sale_id,),
        )
    ]


def rewards_of_sale(database: Database, sale_id: bytes) -> list[Row]:
    """(reward, cost in points, minor units saved) of the rewards taken with a sale."""
    return database.rows(
        "SELECT reward, cost_points, saved_minor FROM reward_use WHERE sale_id = ? ORDER BY id",
        (sale_id,),
    )


def offers_of_sale(database: Database, sale_id: bytes) -> list[Row]:
    """(offer, units) that a sale used of offers with a limit."""
    return database.rows("SELECT offer, units FROM offer_use WHERE sale_id = ?", (sale_id,))


def qualified(database: Database, member_id: bytes, day: str, source_id: bytes) -> Row | None:
    """(minor units, points) that a sale or a claim counted for the tiers."""
    return database.row(
        "SELECT spend_minor, points FROM qualifying_entry WHERE member_id = ?"
        " AND business_date = ? AND source_id = ?",
        (member_id, day, source_id),
    )


def qualified_back(database: Database, day: str, sale_id: bytes) -> Row:
    """(minor units, points) that refunds of a sale took off again; neither above zero."""
    found = database.row(
        "SELECT coalesce(sum(spend_minor), 0), coalesce(sum(points), 0) FROM refund"
        " JOIN qualifying_entry ON qualifying_entry.member_id = refund.member_id"
        " AND qualifying_entry.business_date = ?"
        " AND source_id = refund.id WHERE sale_id = ?",
        (day, sale_id),
    )
    assert found is not None
    return found


def tiers_at(database: Database, member_id: bytes, day: str, sale_id: bytes, at_ms: int) -> Row:
    """(tier before a sale by the moment it was given, by its day alone); None for none."""
    found = database.row(
        "SELECT (SELECT tier FROM tier_entry WHERE member_id = ?1 AND effective_on <= ?2"
        " AND sale_id IS NOT ?3 AND posted_at <= ?4 ORDER BY number DESC LIMIT 1),"
        " (SELECT tier FROM tier_entry WHERE member_id = ?1 AND effective_on <= ?2"
        " AND sale_id IS NOT ?3 ORDER BY number DESC LIMIT 1)",
        (member_id, day, sale_id, at_ms),
    )
    assert found is not None
    return found


def wallet_parts(database: Database, sale_id: bytes) -> list[Row]:
    """(lot id, principal, bonus, bonus_expires_on, opened_on) that paid a sale, oldest lot
    first."""
    return database.rows(
        "SELECT lot_id, -stored_value_allocation.principal_minor,"
        " -stored_value_allocation.bonus_minor, bonus_expires_on, opened_on FROM stored_value_entry"
        " JOIN stored_value_allocation ON stored_value_allocation.entry_id = stored_value_entry.id"
        " JOIN stored_value_lot ON stored_value_lot.id = lot_id"
        " WHERE sale_id = ? ORDER BY opened_on, lot_id",
        (sale_id,),
    )


def gift_entries(database: Database, sale_id: bytes) -> list[Row]:
    """(card id, code, minor units, expires_on, whether it was paid back since) of the gift cards
    that paid a sale."""
    return database.rows(
        "SELECT card_id, code, -amount_minor, expires_on, EXISTS (SELECT 1 FROM gift_entry AS ended"
        " WHERE ended.card_id = gift_card.id AND ended.kind = 'refund') FROM gift_entry"
        " JOIN gift_card ON gift_card.id = card_id WHERE sale_id = ? ORDER BY gift_entry.id",
        (sale_id,),
    )


def deposits(database: Database, sale_id: bytes) -> list[Row]:
    """(deposit id, number, minor units) of the deposits that paid a sale."""
    return database.rows(
        "SELECT deposit_id, deposit.number, -amount_minor FROM deposit_entry"
        " JOIN deposit ON deposit.id = deposit_id WHERE sale_id = ? ORDER BY deposit_entry.id",
        (sale_id,),
    )


def account_of_sale(database: Database, sale_id: bytes) -> bytes | None:
    """Whose account a sale was charged to."""
    found: bytes | None = database.value(
        "SELECT member_id FROM account_entry WHERE sale_id = ?", (sale_id,)
    )
    return found


def coupons_of_sale(database: Database, sale_id: bytes) -> list[Row]:
    """(coupon id, code, valid_to, kind of the sale's entry, kind and number of the newest entry,
    sale of the newest entry) of coupons that a sale used or brought."""
    return database.rows(
        "SELECT coupon.id, code, valid_to, own.kind, newest.kind, newest.number, newest.sale_id"
        " FROM coupon_entry AS own JOIN coupon ON coupon.id = own.coupon_id"
        " JOIN coupon_entry AS newest ON newest.coupon_id = coupon.id AND newest.number ="
        " (SELECT max(number) FROM coupon_entry WHERE coupon_id = coupon.id)"
        " WHERE own.sale_id = ? AND own.kind IN ('redeemed', 'issued') ORDER BY code",
        (sale_id,),
    )


def brought_by_sale(database: Database, sale_id: bytes) -> Row:
    """(badges won, whether a referral was rewarded) with a sale."""
    found = database.row(
        "SELECT (SELECT count(*) FROM badge_award WHERE sale_id = ?1),"
        " EXISTS (SELECT 1 FROM referral_reward WHERE sale_id = ?1)",
        (sale_id,),
    )
    assert found is not None
    return found


def tips_of_sale(database: Database, sale_id: bytes) -> frozenset[int]:
    """The positions of a sale's lines that are tips."""
    return frozenset(
        row[0]
        for row in database.rows("SELECT position FROM sale_tip WHERE sale_id = ?", (sale_id,))
    )


def notes_of_sale(database: Database, sale_id: bytes) -> list[Row]:
    """(kind, till number, sequence, refunded_at, total, whole) of a sale's refunds, in order."""
    return database.rows(
        "SELECT refund.kind, till.number, refund.sequence, refunded_at, total_minor, whole"
        " FROM refund JOIN till ON till.id = refund.till_id WHERE sale_id = ?"
        " ORDER BY refunded_at, refund.id",
        (sale_id,),
    )
