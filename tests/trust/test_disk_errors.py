"""The disk is full, or refuses: "failed" is said once, nothing is lost, nothing is doubled."""

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

import apsw
import pytest

from app.config import TillConfig
from app.errors import ShopError, ShopFileUnreadable, StorageFailed
from app.messages import sentence
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.money import CURRENCIES
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock, add_member, cart_of, cash, sell
from tests.trust.disk import recorded, states, written
from tests.trust.figures import chance, times

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to name a file")


def disk_full(_operation: str) -> Exception:
    return apsw.FullError("no space left")


def io_error(operation: str) -> Exception:
    error = apsw.IOError("the disk refused")
    error.extendedresult = {  # type: ignore[attr-defined]
        "write": apsw.SQLITE_IOERR_WRITE,
        "sync": apsw.SQLITE_IOERR_FSYNC,
        "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    }[operation]
    return error


class Refusing:
    """Refuses the n-th operation, and all after it while `lasting`."""

    def __init__(self, nth: int, kind: Callable[[str], Exception], *, lasting: bool) -> None:
        self.left = nth
        self.kind = kind
        self.lasting = lasting
        self.refused = 0

    def __call__(self, operation: str, _path: str) -> None:
        self.left -= 1
        if self.left == 0 or (self.lasting and self.left < 0):
            self.refused += 1
            raise self.kind(operation)


def attempt(shop: Shop, sale_id: UUID, amount: int, member: UUID) -> str:
    """Sell; returns the receipt's number, or "" where the till said that it failed."""
    cart = cart_of(Item("open item", amount), member=member)
    try:
        return shop.checkout.complete(sale_id, cart, None, (cash(amount),)).number
    except StorageFailed as error:
        said = sentence(error, "en", CURRENCIES["CNY"])
    assert said.startswith("The disk refused")
    return ""


def faults(shop: Shop):
    return [found for found in shop.doctor.run() if not found.ok]


@times(10, 300)
@pytest.mark.parametrize("kind", [disk_full, io_error], ids=["full", "I/O error"])
def test_a_sale_that_failed_is_repeated_and_there_once(tmp_path, kind, count):
    dice = chance("disk errors")
    told_failed = told_sold = refused = 0
    for round_ in range(count):
        folder = tmp_path / str(round_)
        clock = Clock()
        with recorded(folder) as disk:
            shop = create_shop(TillConfig(data_dir=folder), ShopSettings(), clock=clock)
            member = add_member(shop)
            amounts = {uuid7(): dice.randrange(100, 9_000) for _ in range(6)}
            told: dict[UUID, str] = {}
            fault = Refusing(dice.randint(1, 60), kind, lasting=dice.random() < 0.5)
            for place, (sale_id, amount) in enumerate(amounts.items()):
                if place == 2:
                    disk.fault = fault
                told[sale_id] = attempt(shop, sale_id, amount, member)
                if dice.random() < 0.2:
                    checkpoint(shop)
            crash_point = len(disk.events)
            disk.fault = None
            refused += fault.refused
            again = {
                sale_id: attempt(shop, sale_id, amount, member)
                for sale_id, amount in amounts.items()
            }
            assert all(again.values())
            assert all(again[sale_id] == number for sale_id, number in told.items() if number)
            assert len(set(again.values())) == 6
            assert shop.members.strip(member).points == sum(a // 100 for a in amounts.values())
            assert not faults(shop)
            shop.close()
        after_a_cut(disk.events[:crash_point], told, amounts, member, dice)
        told_failed += sum(not number for number in told.values())
        told_sold += sum(bool(number) for number in told.values())
    assert refused
    assert told_failed
    print(f"{refused} operations refused: {told_failed} sales told failed, {told_sold} told sold")


def checkpoint(shop: Shop) -> None:
    try:
        shop.desk.database.checkpoint()
    except StorageFailed:
        pass


def after_a_cut(
    events: list,
    told: dict[UUID, str],
    amounts: dict[UUID, int],
    member: UUID,
    dice: random.Random,
) -> None:
    """The PC is switched off while the disk refuses; what was told sold is there all the same."""
    for _, files in states(events, [len(events)] * 3, dice):
        with tempfile.TemporaryDirectory() as place:
            written(files, Path(place))
            shop = open_shop(TillConfig(data_dir=Path(place)), clock=Clock())
            assert not faults(shop)
            for sale_id, number in told.items():
                found = shop.sales.by_id(sale_id)
                assert not number or (found is not None and found.number == number)
                assert attempt(shop, sale_id, amounts[sale_id], member)
            assert shop.desk.database.value("SELECT count(*) FROM sale") == len(told)
            assert not faults(shop)
            shop.close()


@pytest.mark.parametrize("kind", [disk_full, io_error], ids=["full", "I/O error"])
def test_everything_else_that_meets_a_bad_disk_says_so_and_changes_nothing(tmp_path, kind):
    """Enrolling, a backup and a restore: refused with a sentence, sound before and after."""
    dice = chance("bad disk")
    clock = Clock()
    with recorded(tmp_path / "data") as disk:
        shop = create_shop(TillConfig(data_dir=tmp_path / "data"), ShopSettings(), clock=clock)
        backup = shop.backups.make()
        told = 0
        for round_ in range(30):
            disk.fault = Refusing(dice.randint(1, 60), kind, lasting=True)
            for work in (
                partial(add_member, shop, number=f"N{round_}"),
                shop.backups.make,
                partial(shop.backups.restore, backup.path),
            ):
                try:
                    work()
                except ShopError:
                    told += 1
            disk.fault = None
            assert not faults(shop)
            assert backup in shop.backups.listed()
            attempt(shop, uuid7(), 500, add_member(shop, number=f"M{round_}"))
        assert told > 30
        shop.close()


def full_for(name: str) -> Callable[[str, str], None]:
    """The disk takes everything but what is folded into this file once its log is written."""
    logged = False

    def fault(operation: str, path: str) -> None:
        nonlocal logged
        logged = logged or path.endswith(name + "-wal")
        if logged and operation == "write" and path.endswith(name):
            raise apsw.FullError("no space left")

    return fault


def test_a_shop_whose_log_could_not_be_folded_in_is_not_there_and_can_be_made_again(tmp_path):
    config = TillConfig(data_dir=tmp_path)
    with recorded(tmp_path) as disk:
        disk.fault = full_for("shop.db.partial")
        with pytest.raises(StorageFailed):
            create_shop(config, ShopSettings())
        disk.fault = None
        shop = create_shop(config, ShopSettings())
        shop.close()


def test_a_restore_whose_log_could_not_be_folded_in_leaves_the_shop_as_it_is(tmp_path):
    config = TillConfig(data_dir=tmp_path)
    with recorded(tmp_path) as disk:
        shop = create_shop(config, ShopSettings(), clock=Clock())
        member = add_member(shop)
        attempt(shop, uuid7(), 500, member)
        backup = shop.backups.make()
        attempt(shop, uuid7(), 700, member)
        disk.fault = full_for("shop.db.restoring")
        with pytest.raises(StorageFailed):
            shop.backups.restore(backup.path)
        disk.fault = None
        assert attempt(shop, uuid7(), 900, member) == "A0-000003"
        assert not faults(shop)
        shop.close()


@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_till_never_sells_into_a_file_that_is_no_longer_the_shops(shop, how):
    sell(shop, 350)
    file, away = shop.config.shop_file, shop.config.data_dir / "away.db"
    backup = shop.backups.make().path
    if how == "deleted":
        file.unlink()
    else:
        file.rename(away)
    if how == "replaced":
        shutil.copyfile(backup, file)
    with pytest.raises((StorageFailed, ShopFileUnreadable)):
        sell(shop, 350)
    if how == "moved":
        away.rename(file)
        sell(shop, 350)
        assert len(shop.sales.last(5)) == 2
