"""The names that conditions may ask for, and the names of saved segments."""

from app.models.database import Database

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


def holder(database: Database, name: str) -> str | None:
    """The segment that has this name, however it is written."""
    found: str | None = database.value(
        "SELECT name FROM segment WHERE lower(name) = lower(?)", (name,)
    )
    return found


def rename(database: Database, name: str, to: str) -> None:
    """Keep a segment under another name."""
    database.execute("UPDATE segment SET name = ? WHERE lower(name) = lower(?)", (to, name))
