"""Speed of the due jobs: six weeks caught up at once, something due for every member."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from app.config import TillConfig
from app.models import ledgers
from app.models import sales as stored
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.ids import uuid7
from app.services.seals import SealChain, points_form
from app.services.settings import ShopSettings
from app.services.takings import stamp
from app.shop import Shop, create_shop
from tests.benchmarks.measure import Figure
from tests.due_shop import full_scheme, use
from tests.shop_builder import Clock

AT_ONCE = 10_000


def due_figures(members: int) -> list[Figure]:
    """Everybody's points lapse, every tier is reviewed, one birthday in four is issued."""
    clock = Clock()
    clock.moment = datetime(2026, 10, 1, 2, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        config = TillConfig(data_dir=Path(folder) / "data")
        shop = create_shop(config, ShopSettings(name="Bench"), clock=clock)
        use(shop, full_scheme(shop.desk.scheme), date(2026, 10, 1))
        shop.due.run()
        for first in range(0, members, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, members))
            shop.desk.transaction(partial(_fill, shop, numbers))
        clock.forward(days=42)
        before = _megabytes()
        started, worked = time.perf_counter(), time.process_time()
        report = shop.due.run()
        took, worked = time.perf_counter() - started, time.process_time() - worked
        grown = _megabytes() - before
        assert report.reviews == members
        started = time.perf_counter()
        assert shop.due.run().members == 0
        again = time.perf_counter() - started
        shop.close()
    note = f"{report.expired_points} points, {report.coupons_issued} coupons, {worked:.1f} s of CPU"
    return [
        Figure(f"due jobs, {members:,} members", took, "s", 30 * members / 100_000, note),
        Figure("due jobs, memory grown", grown, "MB", 100),
        Figure("due jobs, a repeat", again, "s"),
    ]


def _fill(shop: Shop, numbers: range) -> None:
    database, at, version = shop.desk.database, stamp(shop.desk), shop.desk.scheme.version
    chain = SealChain(database, shop.desk.till.till_id.bytes)
    points, rows = PointsRows(), LedgerRows()
    members: list[tuple[bytes, str, str]] = []
    for number in numbers:
        member, entry = uuid7().bytes, uuid7().bytes
        one = PointsRows(
            [(entry, member, None, None, "adjust", 50, "gift", version, *at.row)],
            [(uuid7().bytes, member, entry, 50, at.day, "2026-10-15")],
        )
        points.entries += one.entries
        points.lots += one.lots
        chain.add("points", entry, points_form(one))
        members.append((member, f"{number:07d}", f"{1 + number % 12:02d}-{1 + number % 28:02d}"))
        rows.add(
            "tier_entry", uuid7().bytes, None, member, 1, "reached", "gold", "2025-10-20",
            "2026-10-20", version, "", at.staff_id, at.at_ms,
        )  # fmt: skip
        rows.add("qualifying_entry", member, "2026-03-01", uuid7().bytes, 100, 400)
    database.executemany(
        "INSERT INTO member (id, number, name, birthday, birthday_solar, joined_on, state,"
        " created_at, updated_at) VALUES (?, ?, 'Ana', ?, ?, '2026-03-02', 'active', 0, 0)",
        _people(members),
    )
    database.executemany(
        "INSERT INTO member_summary (member_id, points) VALUES (?, 50)",
        ((member,) for member, _, _ in members),
    )
    stored.insert_points(database, points)
    ledgers.insert(database, rows)
    chain.write()


def _people(members: list[tuple[bytes, str, str]]) -> Iterator[tuple[bytes, str, str, str]]:
    for member, number, day in members:
        yield member, number, f"1990-{day}", day


def _megabytes() -> float:
    """The most this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
