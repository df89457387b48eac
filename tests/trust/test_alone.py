"""Several programs at once make one shop, and every backup that is told stands."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.config import TillConfig
from app.errors import ShopError, ShopExists, StorageBusy
from app.models.alone import alone
from app.models.database import create_database
from app.services.settings import ShopSettings
from app.shop import create_shop, open_shop, restore_shop
from tests.trust.seller import processes


def _init(folder) -> str:
    try:
        create_shop(TillConfig(data_dir=folder), ShopSettings()).close()
    except ShopError as error:
        return type(error).__name__
    return "made"


def _back_up(folder) -> str:
    shop = open_shop(TillConfig(data_dir=folder))
    try:
        return str(shop.backups.make().path)
    finally:
        shop.close()


def at_once(work, folder, many: int):
    with processes().Pool(many) as pool:
        return pool.map(work, [folder] * many, chunksize=1)


def test_four_programs_that_make_a_shop_at_once_make_one_and_it_is_sound(tmp_path):
    for round_ in range(3):
        folder = tmp_path / str(round_)
        said = sorted(at_once(_init, folder, 4))
        assert said.count("made") == 1, said
        assert set(said) <= {"made", "ShopExists", "StorageBusy"}
        shop = open_shop(TillConfig(data_dir=folder))
        assert all(check.ok for check in shop.doctor.run())
        shop.close()
        assert [path.name for path in folder.iterdir()] == ["shop.db"]


def test_a_shop_that_appears_while_another_is_made_is_never_overwritten(tmp_path):
    path = tmp_path / "shop.db"
    create_database(path, lambda _: None)
    before = path.read_bytes()
    with pytest.raises(ShopExists):
        create_database(path, lambda _: None)
    assert path.read_bytes() == before


def test_a_shop_is_not_made_or_restored_while_another_program_is_at_it(shop):
    backup = shop.backups.make().path
    shop.close()
    with alone(shop.config.shop_file):
        with pytest.raises(StorageBusy):
            restore_shop(shop.config, backup)
        with ThreadPoolExecutor(1) as other, pytest.raises(StorageBusy):
            other.submit(create_database, shop.config.shop_file, lambda _: None).result()
    assert not shop.config.shop_file.with_name("shop.db.lock").exists()
    restore_shop(shop.config, backup).close()


def test_backups_made_by_several_programs_in_one_second_all_stand(shop):
    told = at_once(_back_up, shop.config.data_dir, 4)
    assert len(set(told)) == 4
    assert {str(backup.path) for backup in shop.backups.listed()} == set(told)


def test_what_a_killed_backup_left_is_removed_by_the_next_one(shop):
    folder = shop.config.backup_dir
    folder.mkdir()
    (folder / "regulars-20260101-120000-hourly.db.partial").write_bytes(b"half")
    (folder / "mine.partial").write_bytes(b"kept")
    shop.backups.make()
    assert [path.name for path in folder.glob("*.partial")] == ["mine.partial"]
