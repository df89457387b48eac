"""Two lanes on one file: what one of them drops, the other gets back, and nothing is half done."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep
from typing import cast
from uuid import UUID

import apsw
import pytest

from app.errors import StorageBusy, StorageFailed
from app.models.database import Database, open_database
from app.models.doctor import stoppable
from app.models.in_turn import InTurn
from app.shop import Shop
from tests.shop_builder import add_member, sell


@pytest.fixture
def short() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as lane:
        yield lane


@pytest.fixture
def long() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as lane:
        yield lane


def test_a_restore_in_the_long_lane_leaves_the_till_selling(shop: Shop, short, long):
    short.submit(sell, shop, 500).result()
    backup = long.submit(shop.backups.make).result()
    short.submit(sell, shop, 700).result()
    long.submit(shop.backups.restore, backup.path).result()
    assert short.submit(sell, shop, 900).result().number == "A1-000001"
    totals = short.submit(
        shop.desk.database.rows, "SELECT total_minor FROM sale ORDER BY sold_at, id"
    ).result()
    assert totals == [(500,), (900,)]


def test_a_disk_error_in_one_lane_leaves_the_other_reading(shop: Shop, short, long):
    def refused() -> None:
        raise apsw.IOError("the disk refused")

    sell(shop, 500)
    count = "SELECT count(*) FROM sale"
    assert short.submit(shop.desk.database.value, count).result() == 1
    with pytest.raises(StorageFailed):
        long.submit(shop.desk.database.in_transaction, refused).result()
    assert short.submit(shop.desk.database.value, count).result() == 1
    assert long.submit(shop.desk.database.value, count).result() == 1


def test_work_whose_connection_is_dropped_by_another_lane_leaves_nothing_behind(
    shop: Shop, short, long
):
    database = shop.desk.database
    member = add_member(shop)

    def give(points: int) -> None:
        database.execute(
            "UPDATE member_summary SET points = points + ? WHERE member_id = ?",
            (points, member.bytes),
        )

    def work() -> None:
        give(1)
        long.submit(database.close).result()
        give(10)

    with pytest.raises(StorageFailed):
        short.submit(database.in_transaction, work).result()
    held = "SELECT points FROM member_summary WHERE member_id = ?"
    assert database.value(held, (member.bytes,)) == 0


def test_every_sale_made_during_a_restore_is_kept(shop: Shop, short, long):
    backup = shop.backups.make()
    done = Event()

    def sell_on() -> set[UUID]:
        sold = set()
        while not done.is_set():
            try:
                sold.add(sell(shop, 500).sale_id)
            except (StorageBusy, StorageFailed):
                continue
        return sold

    selling = short.submit(sell_on)
    try:
        aside = long.submit(shop.backups.restore, backup.path).result()
    finally:
        done.set()
    sold = selling.result()
    kept = open_database(aside, read_only=True)
    found = {
        UUID(bytes=row[0])
        for database in (kept, shop.desk.database)
        for row in database.rows("SELECT id FROM sale")
    }
    kept.close()
    assert sold
    assert sold <= found


def test_who_waits_to_write_comes_before_who_has_just_written(shop: Shop, short, long):
    """Long work in batches holds the till up for one of them, however many follow."""
    database = shop.desk.database
    order: list[str] = []

    def write(who: str) -> None:
        database.in_transaction(lambda: order.append(who))

    def batches() -> None:
        for _ in range(30):
            with database.to_itself():
                till = short.submit(write, "till")
                for _ in range(1_000):
                    if database._writing._next.locked():
                        break
                    sleep(0.001)
            write("batch")
            till.result()

    long.submit(batches).result()
    assert order == ["till", "batch"] * 30


def test_only_who_writes_lets_others_write(short, long):
    turn = InTurn()
    for _ in range(2):
        assert short.submit(turn.acquire, 0).result()
    with pytest.raises(RuntimeError):
        long.submit(turn.release).result()
    short.submit(turn.release).result()
    assert not long.submit(turn.acquire, 0.01).result()
    short.submit(turn.release).result()
    assert long.submit(turn.acquire, 0).result()


def test_a_question_that_may_be_stopped_is_asked_though_its_connection_was_just_closed(shop: Shop):
    """Another lane met a disk error between two steps of this one."""
    database = shop.desk.database
    closed = database.connection
    database.close()

    class Late:
        """The database as it was a moment ago."""

        connection = closed

    with stoppable(cast("Database", Late()), lambda: False):
        assert database.value("SELECT 7") == 7
