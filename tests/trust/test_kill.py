"""kill -9 at any moment: every acknowledged sale is there, none is half there."""

import time
from uuid import UUID

from app.config import TillConfig
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import add_member
from tests.trust import seller
from tests.trust.figures import chance, times

LONGEST_LIFE = 0.12


def new_shop(folder) -> TillConfig:
    config = TillConfig(data_dir=folder)
    shop = create_shop(config, ShopSettings())
    for number in range(seller.MEMBERS):
        add_member(shop, number=f"N{number}")
    shop.close()
    return config


def faults(shop: Shop, *, full: bool):
    return [found for found in shop.doctor.run(full) if not found.ok]


def check(config: TillConfig, acknowledged: list[UUID], *, full: bool) -> int:
    """Every acknowledged sale is there and whole; returns how many sales there are."""
    shop = open_shop(config)
    lost = [sale_id for sale_id in acknowledged if shop.sales.by_id(sale_id) is None]
    assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged sales lost"
    assert not faults(shop, full=full)
    counted = int(shop.desk.database.value("SELECT count(*) FROM sale"))
    shop.close()
    return counted


def killed(config: TillConfig, dice, tills: int) -> list[UUID]:
    running = [seller.start("sell", config.data_dir, dice.randrange(10**9)) for _ in range(tills)]
    time.sleep(dice.random() * LONGEST_LIFE)
    return [sale_id for till in dice.sample(running, tills) for sale_id in till.kill()]


@times(60, 3_000)
def test_killed_while_selling_no_acknowledged_sale_is_lost_and_none_is_half(tmp_path, count):
    dice = chance("kill")
    config = new_shop(tmp_path / "0")
    acknowledged: list[UUID] = []
    told = 0
    for round_ in range(count):
        if round_ and round_ % 60 == 0:  # a fresh file: it grows
            check(config, acknowledged, full=True)
            config, acknowledged = new_shop(tmp_path / str(round_)), []
        new = killed(config, dice, 1)
        acknowledged += new
        told += len(new)
        check(config, new, full=round_ % 20 == 19)
    sales = check(config, acknowledged, full=True)
    assert len(acknowledged) <= sales <= len(acknowledged) + count
    assert told > count / 4
    print(f"killed {count} times: {told} sales acknowledged, 0 lost, 0 half")


@times(40, 2_000)
def test_four_tills_on_one_file_are_killed_and_lose_nothing(tmp_path, count):
    dice = chance("four tills")
    config = new_shop(tmp_path / "0")
    acknowledged: list[UUID] = []
    for round_ in range(count // 4):
        if round_ and round_ % 25 == 0:
            check(config, acknowledged, full=True)
            config, acknowledged = new_shop(tmp_path / str(round_)), []
        new = killed(config, dice, 4)
        acknowledged += new
        check(config, new, full=round_ % 5 == 4)
    check(config, acknowledged, full=True)
    print(f"killed {count} tills: {len(acknowledged)} of the last file's sales told, 0 lost")


@times(20, 500)
def test_a_backup_that_is_interrupted_is_none_and_the_one_before_restores(tmp_path, count):
    dice = chance("interrupted backup")
    config = new_shop(tmp_path / "data")
    killed(config, dice, 1)
    shop = open_shop(config)
    # Enough pages for the copy to take its time.
    for number in range(150):
        shop.desk.database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)",
            (f"x{number}", '"' + "y" * 9000 + '"'),
        )
    first = shop.backups.make()
    shop.close()
    interrupted, newest = 0, first
    for _ in range(count):
        child = seller.start("back_up", config.data_dir, 0)
        time.sleep(dice.random() * 0.15)
        child.kill()
        interrupted += any(config.backup_dir.glob("*.partial"))
        shop = open_shop(config)
        listed = shop.backups.listed()
        assert first in listed
        for backup in listed:
            assert backup.sales == first.sales
        newest = listed[0]
        shop.close()
    shop = open_shop(config)
    # In this order: the copy that a restore keeps aside may take the newest one's place.
    restored = list(dict.fromkeys((newest, first)))
    for backup in restored:
        shop.backups.restore(backup.path)
        assert not faults(shop, full=True)
    assert shop.desk.till.number == len(restored)  # each starts a new receipt prefix
    shop.close()
    assert interrupted
    print(f"interrupted {count} times, {interrupted} in the middle of a copy: none listed but bad")


@times(4, 60)
def test_two_tills_sell_and_take_back_on_one_file_and_nothing_comes_back_twice(tmp_path, count):
    """`count` seconds, then both are killed in the middle of whatever they do."""
    dice = chance("two tills trade")
    config = new_shop(tmp_path)
    tills = [seller.start("trade", tmp_path, dice.randrange(10**9)) for _ in range(2)]
    time.sleep(count)
    assert all(till.process.is_alive() for till in tills)
    acknowledged = [sale_id for till in tills for sale_id in till.kill()]
    sales = check(config, acknowledged, full=True)
    shop = open_shop(config)
    database = shop.desk.database
    returned = database.value("SELECT count(*) FROM refund")
    assert not database.rows(
        "SELECT 1 FROM refund_line JOIN sale_line ON sale_line.sale_id = refund_line.sale_id"
        " AND sale_line.position = sale_position"
        " GROUP BY refund_line.sale_id, sale_position"
        " HAVING sum(refund_line.quantity_milli) > max(sale_line.quantity_milli)"
    )
    shop.close()
    assert len(acknowledged) <= sales <= len(acknowledged) + 2
    assert returned
    print(f"{count} s: {sales} sales, {returned} returns, nothing lost, nothing twice")
