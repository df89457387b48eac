"""Members merged into one: who is whose alias, and what a merge moved.

`MINE` stands where a query asks for all that is a member's: their own id (bound twice) and those
merged into them. Balances need none of it: entries moved them.
"""

from collections.abc import Iterable, Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql

MINE = "IN (SELECT ? UNION ALL SELECT gone_id FROM member_alias WHERE keep_id = ?)"
MERGE_COLUMNS = (
    "id, number, kind, undoes, keep_id, gone_id, body, reason, staff_id, approved_by, posted_at,"
    " business_date"
)
_ENTRY = insert_sql("member_merge_entry", "merge_id, ledger, entry_id, of_entry")

# What the doctor expects of a stored summary, and what a merge counts anew: all that was written
# of a person, under whichever of their ids; nothing of one who was merged into another.
_PERSON = (
    "IN (SELECT member.id WHERE NOT EXISTS (SELECT 1 FROM member_alias WHERE gone_id = member.id)"
    " UNION ALL SELECT gone_id FROM member_alias WHERE keep_id = member.id)"
)
# A return is the person's whose sale it is of: its own member is whoever the ledgers then named,
# who may be somebody that the person was merged into for a while.
_THEIR_RETURN = (
    "refund.member_id IN (WITH RECURSIVE ever(id) AS (SELECT member.id UNION"
    " SELECT gone_id FROM member_alias WHERE keep_id = member.id UNION"
    " SELECT keep_id FROM ever JOIN member_merge ON gone_id = ever.id) SELECT id FROM ever)"
    " AND CASE WHEN refund.sale_id IS NULL THEN refund.member_id ELSE"
    " coalesce((SELECT member_id FROM sale WHERE sale.id = refund.sale_id),"
    f" (SELECT member_id FROM claim WHERE claim.sale_id = refund.sale_id)) END {_PERSON}"
)
# Visits are added up as points and spend are: a merge keeps every total, so who came under two
# numbers on one day keeps two visits of it, one for each row. Days are counted where days are
# asked for (`member_day`, `services/member_measures.py`), and there it is one. To count it once
# here, whatever adds to the stored count would have to look at both numbers (a sale and a check-in
# after the merge, an import), and every merged member of the shops there are be counted anew by a
# migration: else the doctor finds fault with them, and no backup of them is sound.
VISITS_OF = f"(SELECT count(*) FROM visit WHERE member_id {_PERSON})"
SPENT_OF = (
    f"(coalesce((SELECT sum(total_minor) FROM sale WHERE member_id {_PERSON}), 0)"
    " - coalesce((SELECT sum(amount_minor) FROM sale JOIN tender ON tender.sale_id = sale.id"
    f" WHERE sale.member_id {_PERSON} AND points_burned > 0 AND tender.kind = 'points'), 0)"
    " + coalesce((SELECT sum(total_minor) FROM claim JOIN sale ON sale.id = claim.sale_id"
    f" WHERE claim.member_id {_PERSON}), 0)"
    # Few shops take tips, and who takes none pays nothing for asking.
    " - CASE WHEN EXISTS (SELECT 1 FROM sale_tip) THEN coalesce((SELECT sum(amount_minor)"
    " FROM sale JOIN sale_tip ON sale_tip.sale_id = sale.id"
    f" WHERE sale.member_id {_PERSON}), 0) + coalesce((SELECT sum(amount_minor) FROM claim"
    " JOIN sale_tip ON sale_tip.sale_id = claim.sale_id"
    f" WHERE claim.member_id {_PERSON}), 0) - coalesce((SELECT sum(back.total_minor) FROM refund"
    " JOIN refund_line AS back ON back.refund_id = refund.id JOIN sale_tip"
    " ON sale_tip.sale_id = back.sale_id AND sale_tip.position = back.sale_position"
    f" WHERE {_THEIR_RETURN}), 0) ELSE 0 END"
    f" - coalesce((SELECT sum(total_minor) FROM refund WHERE {_THEIR_RETURN}), 0)"
    " + coalesce((SELECT sum(amount_minor) FROM refund JOIN refund_tender"
    f" ON refund_id = refund.id WHERE {_THEIR_RETURN}"
    " AND refund_tender.kind = 'points'), 0))"
)
LAST_VISIT_OF = (
    f"max(coalesce((SELECT max(visited_at) FROM visit WHERE member_id {_PERSON}), 0),"
    f" coalesce((SELECT max(sold_at) FROM sale WHERE member_id {_PERSON}), 0))"
)


# --- who is whom --------------------------------------------------------------


def owner(database: Database, member_id: bytes) -> bytes:
    """The member that this one is now: who they were merged into, else themself."""
    found: bytes | None = database.value(
        "SELECT keep_id FROM member_alias WHERE gone_id = ?", (member_id,)
    )
    return member_id if found is None else found


def ids_of(database: Database, member_id: bytes) -> tuple[bytes, ...]:
    """A member's id, and of everyone merged into them."""
    rows = database.rows("SELECT gone_id FROM member_alias WHERE keep_id = ?", (member_id,))
    return member_id, *(row[0] for row in rows)


def marks(ids: Sequence[bytes]) -> str:
    """Placeholders for these ids."""
    return ", ".join("?" * len(ids))


def owners(database: Database, ids: Sequence[bytes]) -> dict[bytes, bytes]:
    """Each of these members, and everyone merged into one of them → the member they are now.

    Who is merged into another is left out.
    """
    if not ids:
        return {}
    found = {each: each for each in ids}
    if not database.value("SELECT EXISTS (SELECT 1 FROM member_alias)"):
        return found
    for gone, keep in database.rows("SELECT gone_id, keep_id FROM member_alias"):
        found.pop(gone, None)
        if keep in found:
            found[gone] = keep
    return found


def put_alias(database: Database, gone_id: bytes, keep_id: bytes) -> None:
    """From now on `gone_id` is `keep_id`."""
    database.execute(
        "INSERT INTO member_alias (gone_id, keep_id) VALUES (?, ?)"
        " ON CONFLICT (gone_id) DO UPDATE SET keep_id = excluded.keep_id",
        (gone_id, keep_id),
    )


def drop_alias(database: Database, gone_id: bytes) -> None:
    """They are themself again."""
    database.execute("DELETE FROM member_alias WHERE gone_id = ?", (gone_id,))


# --- documents ------------------------------------------------------------------


def insert_merge(
    database: Database, row: Row, entries: Iterable[tuple[str, bytes, bytes | None]]
) -> None:
    """Append a merge or its undoing, columns as in MERGE_COLUMNS, after what it wrote."""
    database.executemany(_ENTRY, ((row[0], *entry) for entry in entries))
    database.execute(insert_sql("member_merge", MERGE_COLUMNS), row)


def next_number(database: Database) -> int:
    """The number of the next document."""
    return 1 + int(database.value("SELECT coalesce(max(number), 0) FROM member_merge"))


def merge(database: Database, merge_id: bytes) -> Row | None:
    """A document, columns as in MERGE_COLUMNS."""
    return database.row(f"SELECT {MERGE_COLUMNS} FROM member_merge WHERE id = ?", (merge_id,))


def merges_by_ids(database: Database, ids: Sequence[bytes]) -> list[Row]:
    """The same of many."""
    if not ids:
        return []
    return database.rows(
        f"SELECT {MERGE_COLUMNS} FROM member_merge WHERE id IN ({marks(ids)})", ids
    )


def standing_merges(database: Database, keep_id: bytes) -> list[Row]:
    """Merges into a member that were not undone, newest first."""
    return database.rows(
        f"SELECT {MERGE_COLUMNS} FROM member_merge AS made WHERE keep_id = ? AND kind = 'merge'"
        " AND NOT EXISTS (SELECT 1 FROM member_merge WHERE undoes = made.id)"
        " ORDER BY number DESC",
        (keep_id,),
    )


def merged_into(database: Database, gone_id: bytes) -> Row | None:
    """(id, number, name) of the member that one is now; None where they were not merged."""
    return database.row(
        "SELECT member.id, member.number, member.name FROM member_alias"
        " JOIN member ON member.id = keep_id WHERE gone_id = ?",
        (gone_id,),
    )


_LINE = (
    "WITH RECURSIVE line(id) AS (SELECT entry_id FROM member_merge_entry"
    " WHERE merge_id = ?1 AND ledger = ?2 UNION SELECT entry_id FROM member_merge_entry"
    " JOIN line ON of_entry = line.id WHERE ledger = ?2) "
)


def entries(database: Database, merge_id: bytes, ledger: str) -> frozenset[bytes]:
    """The ids of the entries that a document wrote in a ledger, and of those that later merges
    carried them on in."""
    rows = database.rows(f"{_LINE}SELECT id FROM line", (merge_id, ledger))
    return frozenset(row[0] for row in rows)


def returns_since(database: Database, ids: Sequence[bytes]) -> list[bytes]:
    """Returns of these members' sales that were written to somebody they had been merged into."""
    owners = marks(ids)
    return [
        row[0]
        for row in database.rows(
            "SELECT refund.id FROM sale JOIN refund ON refund.sale_id = sale.id"
            f" WHERE sale.member_id IN ({owners}) AND refund.member_id NOT IN ({owners})"
            " UNION ALL SELECT refund.id FROM claim JOIN refund ON refund.sale_id = claim.sale_id"
            f" WHERE claim.member_id IN ({owners}) AND refund.member_id NOT IN ({owners})",
            [*ids, *ids, *ids, *ids],
        )
    ]


def undone(database: Database, gone_id: bytes) -> list[Row]:
    """The documents that took merges of a member back, columns as in MERGE_COLUMNS."""
    return database.rows(
        f"SELECT {MERGE_COLUMNS} FROM member_merge WHERE gone_id = ? AND kind = 'unmerge'",
        (gone_id,),
    )


def lots_of_returns(
    database: Database, refund_ids: Sequence[bytes], ledger: str
) -> frozenset[bytes]:
    """The lots that returns opened, and those that merges carried them on in."""
    lots = ledger.replace("_entry", "_lot")
    rows = database.rows(
        f"WITH RECURSIVE line(id) AS (SELECT id FROM {ledger}"
        f" WHERE refund_id IN ({marks(refund_ids)}) UNION SELECT entry_id FROM line"
        " JOIN member_merge_entry ON of_entry = line.id WHERE ledger = ?)"
        f" SELECT {lots}.id FROM line JOIN {lots} ON {lots}.entry_id = line.id",
        (*refund_ids, ledger),
    )
    return frozenset(row[0] for row in rows)


def returned(database: Database, refund_ids: Sequence[bytes]) -> Row:
    """(points, principal, bonus, store credit, owed less) that returns moved, in minor units."""
    marked = marks(refund_ids)
    found = database.row(
        "SELECT coalesce((SELECT sum(points_restored - points_reversed) FROM refund"
        f" WHERE id IN ({marked})), 0), coalesce((SELECT sum(principal_minor)"
        f" FROM stored_value_entry WHERE refund_id IN ({marked})), 0),"
        f" coalesce((SELECT sum(bonus_minor) FROM stored_value_entry WHERE refund_id IN ({marked})"
        f"), 0), coalesce((SELECT sum(amount_minor) FROM store_credit_entry WHERE refund_id"
        f" IN ({marked})), 0), coalesce((SELECT -sum(amount_minor) FROM account_entry"
        f" WHERE refund_id IN ({marked})), 0)",
        [*refund_ids] * 5,
    )
    assert found is not None
    return found


def lots_of_merge(database: Database, merge_id: bytes, ledger: str) -> frozenset[bytes]:
    """The lots (`points_lot`, `stored_value_lot`) that those entries opened."""
    lots = ledger.replace("_entry", "_lot")
    rows = database.rows(
        f"{_LINE}SELECT {lots}.id FROM line JOIN {lots} ON {lots}.entry_id = line.id",
        (merge_id, ledger),
    )
    return frozenset(row[0] for row in rows)


def entry_of_lot(database: Database, table: str, lot_id: bytes) -> bytes:
    """The entry that opened a lot."""
    found: bytes = database.value(f"SELECT entry_id FROM {table} WHERE id = ?", (lot_id,))
    return found


# --- what moves -------------------------------------------------------------------


def qualified(database: Database, member_id: bytes) -> list[Row]:
    """(business_date, minor units, points) that count towards tiers, summed by day."""
    return database.rows(
        "SELECT * FROM (SELECT business_date, sum(spend_minor) AS spend, sum(points) AS points"
        " FROM qualifying_entry WHERE member_id = ? GROUP BY business_date)"
        " WHERE spend <> 0 OR points <> 0",
        (member_id,),
    )


def qualified_by(
    database: Database, member_id: bytes, source_id: bytes, refund_ids: Sequence[bytes]
) -> list[Row]:
    """(business_date, minor units, points) that one document brought a member, less what these
    returns took off, by day."""
    return database.rows(
        "SELECT * FROM (SELECT business_date, sum(spend_minor) AS spend, sum(points) AS points"
        " FROM (SELECT business_date, spend_minor, points FROM qualifying_entry"
        " WHERE member_id = ? AND source_id = ? UNION ALL SELECT off.business_date,"
        " off.spend_minor, off.points FROM refund JOIN sale ON sale.id = refund.sale_id"
        " JOIN qualifying_entry AS off ON off.member_id = refund.member_id"
        " AND off.business_date = sale.business_date AND off.source_id = refund.id"
        f" WHERE refund.id IN ({marks(refund_ids)})) GROUP BY business_date)"
        " WHERE spend <> 0 OR points <> 0",
        (member_id, source_id, *refund_ids),
    )


def tier_entries(database: Database, member_id: bytes) -> list[Row]:
    """(id, tier, effective_on, expires_on, number), newest first."""
    return database.rows(
        "SELECT id, tier, effective_on, expires_on, number FROM tier_entry WHERE member_id = ?"
        " ORDER BY number DESC",
        (member_id,),
    )


def newest_membership(database: Database, member_id: bytes) -> bytes | None:
    """The id of a member's newest membership entry."""
    found: bytes | None = database.value(
        "SELECT id FROM membership_entry WHERE member_id = ? ORDER BY number DESC LIMIT 1",
        (member_id,),
    )
    return found


def recount(database: Database, member_id: bytes) -> None:
    """Count visits, spend and the last visit anew in the stored summary; points stand as they
    are."""
    database.execute(
        f"UPDATE member_summary SET (visits, spent_minor, last_visit_at) = (SELECT {VISITS_OF},"
        f" {SPENT_OF}, {LAST_VISIT_OF} FROM member WHERE member.id = ?1) WHERE member_id = ?1",
        (member_id,),
    )


def add_tags(database: Database, member_id: bytes, tags: Iterable[str]) -> None:
    """Give a member more tags."""
    database.executemany(
        "INSERT INTO member_tag (member_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING",
        ((member_id, tag) for tag in tags),
    )


def drop_tags(database: Database, member_id: bytes, tags: Iterable[str]) -> None:
    """Take tags off a member."""
    database.executemany(
        "DELETE FROM member_tag WHERE member_id = ? AND tag = ?",
        ((member_id, tag) for tag in tags),
    )


def dependants(database: Database, member_id: bytes) -> list[Row]:
    """(name, relation, birthday) of a member's dependants."""
    return database.rows(
        "SELECT name, relation, birthday FROM dependant WHERE member_id = ? ORDER BY id",
        (member_id,),
    )


def add_dependants(database: Database, rows: Iterable[Row]) -> None:
    """Add (id, member id, name, relation, birthday)."""
    database.executemany(
        "INSERT INTO dependant (id, member_id, name, relation, birthday) VALUES (?, ?, ?, ?, ?)",
        rows,
    )


def drop_dependants(database: Database, member_id: bytes, rows: Iterable[Row]) -> None:
    """Take (name, relation, birthday) off a member."""
    database.executemany(
        "DELETE FROM dependant WHERE member_id = ? AND name = ? AND relation = ? AND birthday = ?",
        ((member_id, *row) for row in rows),
    )


def count_of(database: Database, table: str, member_id: bytes) -> int:
    """How many rows of a table are the member's now (`sale`, `member_card`, `badge_award`)."""
    return int(
        database.value(
            f"SELECT count(*) FROM {table} WHERE member_id {MINE}", (member_id, member_id)
        )
    )


def owed_minor(database: Database, member_id: bytes) -> int:
    """What a member owes on account, in minor units."""
    found = database.value(
        "SELECT owed_minor FROM member_account WHERE member_id = ?", (member_id,)
    )
    return int(found or 0)
