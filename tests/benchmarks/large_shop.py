"""A large shop written by raw SQL, kept outside the clone and made once."""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from uuid import UUID

from platformdirs import user_cache_dir

from app.config import TillConfig
from app.models import sales as stored
from app.models.database import (
    MIGRATIONS,
    Database,
    Row,
    open_database,
    schema_version,
)
from app.services.rules.codes import member_code
from app.services.rules.pinyin import search_tokens
from app.services.settings import ShopSettings
from app.shop import create_shop

LINES_PER_SALE = 10
CHUNK = 20_000
NOTE = "complete"
# What a shop is given beyond its migrations.
READIED = " own-field"
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高曾单仇解区查翟盖覃朴郑梁谢宋唐许韩冯邓曹彭"
GIVEN = "雨晴子涵欣怡梓轩浩宇思远嘉懿可馨一诺若曦博文天佑诗琪俊杰雅婷志强海燕明辉秀英建国"
LATIN = ("Anna Kim", "Ben Ortiz", "Chloe Tan", "David O'Neil", "Emma Müller", "Farid Aziz")
GOODS = 1_000
# The columns after business_date, and those after a line's name, in the tables' order.
SALE_REST = (10000, 0, 0, 0, 10000, 0, 0, 100, 0, 1, "[]", "[]", "", "")
LINE_REST = ("", "", 1000, 0, 1000, 1000, 0, 1000, 1300, 115, 10, "[]", None)


def large_shop(members: int) -> TillConfig:
    """A shop of so many members, ten sale lines each, at today's schema.

    The shop as it was made stays in the cache untouched; what is handed out is its copy, which
    new migrations bring up to date. Only where one that it was made with has changed is it made
    anew.
    """
    cache = Path(user_cache_dir("regulars-bench", appauthor=False))
    made, ready = cache / f"v4-{members}", cache / f"v4-{members}-ready"
    config = TillConfig(data_dir=ready)
    if _note(ready) == _schema_mark(schema_version()) + READIED:
        return config
    was_ready = _note(ready) == _schema_mark(_version(ready)) + READIED
    if not was_ready and _note(made) != _schema_mark(_version(made)):
        _make(TillConfig(data_dir=made), members)
    say(f"bringing the shop of {members:,} members to today's schema")
    (ready / NOTE).unlink(missing_ok=True)
    if not was_ready:
        _clear(ready)
        shutil.copyfile(TillConfig(data_dir=made).shop_file, config.shop_file)
    _bring_up_to_date(config)
    (ready / NOTE).write_text(_schema_mark(schema_version()) + READIED)
    return config


def _note(folder: Path) -> str:
    """Which migrations a finished shop has had; blank where there is no whole shop."""
    done = folder / NOTE
    return done.read_text() if done.exists() else ""


def _version(folder: Path) -> int:
    version = _note(folder).partition(" ")[0]
    return int(version) if version.isdecimal() else 0


def _schema_mark(version: int) -> str:
    """The schema's number, and a digest of every migration up to it."""
    digest = hashlib.sha256()
    for path in sorted(MIGRATIONS.glob("[0-9]*.py")):
        if int(path.name[:4]) <= version:
            digest.update(path.read_bytes())
    return f"{version} {digest.hexdigest()}"


def _clear(folder: Path) -> None:
    """No shop in the folder, not even half of one."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NOTE).unlink(missing_ok=True)
    for leftover in folder.glob("shop.db*"):
        leftover.unlink()


def _make(config: TillConfig, members: int) -> None:
    say(f"making a shop of {members:,} members and {members * LINES_PER_SALE:,} sale lines")
    _clear(config.data_dir)
    started = time.monotonic()
    create_shop(config, ShopSettings(name="Bench")).close()
    database = open_database(config.shop_file)
    try:
        _fill(database, members)
    finally:
        database.close()
    (config.data_dir / NOTE).write_text(_schema_mark(schema_version()))
    say(f"made in {time.monotonic() - started:.0f} s")


def _bring_up_to_date(config: TillConfig) -> None:
    database = open_database(config.shop_file)
    try:
        database.execute("PRAGMA synchronous = OFF")
        if database.version < schema_version():
            database.migrate()
        if not database.value("SELECT EXISTS (SELECT 1 FROM member_day)"):
            # The triggers that keep it slept while the sales were written.
            old_days = import_module("app.models.migrations.0006_insight").OLD_DAYS
            database.in_transaction(lambda: database.execute(old_days))
            database.execute("ANALYZE member_day")
        # One member in eight has a field of the shop's own.
        database.execute("""UPDATE member SET custom = '{"Car": "red"}' WHERE seq % 8 = 0""")
        database.checkpoint()
    finally:
        database.close()


def _fill(database: Database, members: int) -> None:
    conn = database.connection
    triggers = database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    conn.execute("PRAGMA synchronous = OFF")
    # Ids are scattered: with the usual cache every insert would read a page back.
    conn.execute("PRAGMA cache_size = -4000000")
    conn.execute("PRAGMA foreign_keys = OFF")
    for name, _sql in triggers:
        conn.execute(f"DROP TRIGGER {name}")
    rng = random.Random(20261121)
    key = bytes(database.value("SELECT secret FROM shop_key"))
    _write_goods(database)
    # One transaction each: with scattered ids every chunk would write nearly every page again.
    database.in_transaction(partial(_write_all_members, database, members, rng, key))
    database.checkpoint()
    database.in_transaction(partial(_write_all_sales, database, members, rng))
    database.checkpoint()
    for _name, sql in triggers:
        conn.execute(sql)
    conn.execute("ANALYZE")


def _write_all_members(database: Database, members: int, rng: random.Random, key: bytes) -> None:
    for first in range(0, members, CHUNK):
        last = min(members, first + CHUNK)
        _write_members(database, first, last, rng, key)
        say(f"{last:,} of {members:,} members", again=True)


def _write_all_sales(database: Database, members: int, rng: random.Random) -> None:
    for first in range(0, members, CHUNK):
        last = min(members, first + CHUNK)
        _write_sales(database, first, last, members, rng)
        say(f"{last:,} of {members:,} sales", again=True)


def member_id(at: int) -> bytes:
    """The id of the bench's member `at`; scattered, as imported ones are."""
    return random.Random(at).getrandbits(128).to_bytes(16, "big")


def phone_of(at: int) -> str:
    """The phone digits of member `at`, all different."""
    return f"1{30 + at % 60:02d}{(at * 7919) % 10**8:08d}"


def name_of(at: int) -> str:
    """The name of member `at`."""
    rng = random.Random(at)
    if at % 50 == 0:
        return rng.choice(LATIN)
    return rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.choice((1, 2, 2))))


def _write_members(
    database: Database, first: int, last: int, rng: random.Random, key: bytes
) -> None:
    ats = range(first, last)
    ids = {at: member_id(at) for at in ats}
    database.executemany(
        "INSERT INTO member (seq, id, number, name, phone, phone_e164, phone_digits,"
        " phone_reversed, joined_on, state, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2024-01-01', 'active', 0, 0)",
        (
            (
                at + 1,
                ids[at],
                f"{at + 1:07d}",
                name_of(at),
                phone_of(at),
                "+86" + phone_of(at),
                phone_of(at),
                phone_of(at)[::-1],
            )
            for at in ats
        ),
    )
    seen = {at: 1_700_000_000_000 + rng.randrange(10**10) for at in ats}
    database.executemany(
        "INSERT INTO member_summary (member_id, points, visits, spent_minor, last_visit_at)"
        " VALUES (?, 100, 1, 10000, ?)",
        ((ids[at], seen[at]) for at in ats),
    )
    # By itself where its trigger is not asleep.
    database.executemany(
        "INSERT INTO member_recency (seq, last_visit_at, points) VALUES (?, ?, 100)",
        ((at + 1, seen[at]) for at in ats),
    )
    database.executemany(
        "INSERT INTO member_token (token, seq) VALUES (?, ?)",
        ((token, at + 1) for at in ats for token in search_tokens(name_of(at))),
    )
    database.executemany(
        "INSERT INTO member_card (id, member_id, serial, code, kind, state, issued_at, state_on)"
        " VALUES (?, ?, ?, ?, 'printed', 'active', 0, '2024-01-01')",
        ((member_id(-1 - at), ids[at], at, member_code(at, key)) for at in ats),
    )


def _write_goods(database: Database) -> None:
    database.in_transaction(
        lambda: database.executemany(
            "INSERT INTO product (id, name, price_minor, tax_rate_bp, weighed, active,"
            " created_at, updated_at) VALUES (?, ?, 1000, 1300, 0, 1, 0, 0)",
            ((product_id(at), f"Product {at}") for at in range(GOODS)),
        )
    )


def product_id(at: int) -> bytes:
    """The id of the bench's product `at`."""
    return UUID(int=(0xB << 124) | at).bytes


def _write_sales(
    database: Database, first: int, last: int, members: int, rng: random.Random
) -> None:
    till = database.value("SELECT id FROM till")
    staff = database.value("SELECT id FROM staff")
    session = _session(database, till)
    sales: list[Row] = []
    lines: list[Row] = []
    tenders: list[Row] = []
    visits: list[Row] = []
    for at in range(first, last):
        sale_id = UUID(int=(0xA << 124) | at).bytes
        buyer = member_id(rng.randrange(members))
        sold = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=30 * at)
        sold_at, day = int(sold.timestamp() * 1000), sold.date().isoformat()
        sales.append((sale_id, till, at + 1, session, staff, buyer, sold_at, day, *SALE_REST))
        lines.extend(_lines(sale_id, rng))
        tenders.append((sale_id, 1, "cash", 10000, ""))
        visits.append((sale_id, buyer, "sale", sold_at, day))
    database.executemany(stored.INSERT_SALE, sales)
    database.executemany(stored.INSERT_LINE, lines)
    database.executemany(stored.INSERT_TENDER, tenders)
    database.executemany(
        "INSERT OR IGNORE INTO visit (id, member_id, kind, visited_at, business_date)"
        " VALUES (?, ?, ?, ?, ?)",
        visits,
    )


def _lines(sale_id: bytes, rng: random.Random) -> Iterator[tuple[object, ...]]:
    for position in range(1, LINES_PER_SALE + 1):
        at = rng.randrange(GOODS)
        yield ((sale_id, position, product_id(at), f"Product {at}", *LINE_REST))


def _session(database: Database, till: bytes) -> bytes:
    found: bytes | None = database.value("SELECT id FROM cash_session")
    if found is not None:
        return found
    made = UUID(int=0xC).bytes
    database.execute(
        "INSERT INTO cash_session (id, till_id, business_date, sequence, automatic, opened_at)"
        " VALUES (?, ?, ?, 1, 1, 0)",
        (made, till, date(2025, 1, 1).isoformat()),
    )
    return made


def say(words: str, *, again: bool = False) -> None:
    """Tell whoever waits; on the same line where `again`."""
    end = "\r" if again and sys.stderr.isatty() else "\n"
    if not again or sys.stderr.isatty():
        print(words, file=sys.stderr, end=end, flush=True)
