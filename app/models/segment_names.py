"""The names that conditions may ask for, and the names of saved segments."""

from collections.abc import Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql

# Texts of the member's own row that are typed, and so are offered as they were typed before.
TYPED = ("occupation", "source", "adviser")


def typed_before(database: Database, column: str, limit: int) -> tuple[str, ...]:
    """What is written in one of TYPED, the most frequent first."""
    assert column in TYPED
    return tuple(
        text
        for text, _ in database.rows(
            f"SELECT {column}, count(*) FROM member WHERE {column} <> ''"
            f" GROUP BY {column} ORDER BY 2 DESC, 1 LIMIT ?",
            (limit,),
        )
    )


def tags(database: Database, limit: int) -> tuple[str, ...]:
    """Tags in use."""
    rows = database.rows("SELECT DISTINCT tag FROM member_tag ORDER BY tag LIMIT ?", (limit,))
    return tuple(tag for (tag,) in rows)


def goods(database: Database, limit: int) -> tuple[str, ...]:
    """Categories, then products on sale, by name."""
    rows = database.rows("SELECT name FROM category ORDER BY name LIMIT ?", (limit,))
    products = database.rows(
        "SELECT DISTINCT name FROM product WHERE active = 1 ORDER BY name LIMIT ?", (limit,)
    )
    return tuple(dict.fromkeys(name for (name,) in (*rows, *products)))


def is_goods(database: Database, what: str) -> bool:
    """Whether a product, its barcode or a category is called so, on sale or not."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM product WHERE lower(name) = lower(?1))"
            " OR EXISTS (SELECT 1 FROM barcode WHERE code = ?1)"
            " OR EXISTS (SELECT 1 FROM category WHERE lower(name) = lower(?1))",
            (what,),
        )
    )


def rename(database: Database, name: str, to: str) -> None:
    """Keep the segment of this very name under another."""
    database.execute("UPDATE segment SET name = ? WHERE name = ?", (to, name))


SEGMENT_COLUMNS = "id, name, conditions, saved_at"


def save(database: Database, row: Row) -> None:
    """Keep a segment under its name, in place of the one that had it."""
    database.execute(
        insert_sql("segment", SEGMENT_COLUMNS)
        + " ON CONFLICT (name) DO UPDATE SET conditions = excluded.conditions,"
        " saved_at = excluded.saved_at",
        row,
    )


def saved(database: Database) -> list[Row]:
    """(name, conditions) of all saved segments, by name."""
    return database.rows("SELECT name, conditions FROM segment ORDER BY name")


def remove(database: Database, name: str) -> None:
    """Forget the segment of this very name; nothing of the shop's past names one."""
    database.execute("DELETE FROM segment WHERE name = ?", (name,))


def known(database: Database, table: str, column: str, text: str) -> Sequence[Row]:
    """Whether anything is called so."""
    return database.rows(f"SELECT 1 FROM {table} WHERE lower({column}) = lower(?) LIMIT 1", (text,))
