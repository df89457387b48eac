"""A shop of every schema there ever was opens, comes up to date, and is sound: for ever.

After a new migration, and before it is released, keep a shop of the schema before it:
`python -m tests.trust.test_stored_shops` writes today's beside the others.
"""

import gzip
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.config import TillConfig
from app.errors import ShopFileTooNew
from app.models.database import Database, open_database, schema_version
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock, sell
from tests.trust.shop_day import cashiers_day, members_care, trade

STORED = Path(__file__).parent.parent / "data"
# They came together with the sixth and the ninth; no shop was ever at one of them.
NEVER_RELEASED = {4, 5, 7, 8}
SHOPS = sorted(STORED.glob("shop_schema_*.db.gz"))


def unpacked(stored: Path, folder: Path) -> TillConfig:
    folder.mkdir()
    config = TillConfig(data_dir=folder)
    config.shop_file.write_bytes(gzip.decompress(stored.read_bytes()))
    return config


def opened(config: TillConfig) -> Shop:
    clock = Clock()
    clock.moment = datetime(2026, 12, 1, 2, tzinfo=UTC)
    return open_shop(config, clock=clock)


@pytest.mark.parametrize("stored", SHOPS, ids=lambda path: path.name.split(".")[0])
def test_a_stored_shop_opens_comes_up_to_date_and_is_sound(stored, tmp_path):
    config = unpacked(stored, tmp_path / "data")
    shop = opened(config)
    assert shop.desk.database.version == schema_version()
    assert not [found for found in shop.doctor.run() if not found.ok]
    ana = shop.members.find("zengyuqing")[0]
    assert (ana.number, ana.points, ana.visits) == ("000001", 474, 1)
    receipt = shop.sales.receipt("A0-000003")
    assert (receipt.total_minor, receipt.points_burned) == (2_500, 100)
    assert [tender.kind.value for tender in receipt.tenders] == ["points", "cash"]
    assert shop.checkout.held()[0].label == "table 3"
    sales = int(shop.desk.database.value("SELECT count(*) FROM sale"))
    assert sell(shop, 4_200, ana.member_id).number == f"A0-{sales + 1:06d}"
    assert not [found for found in shop.doctor.run() if not found.ok]
    shop.close()


def test_there_is_a_stored_shop_of_every_schema_that_a_shop_can_have():
    stored = {int(path.name.split("_")[2].split(".")[0]) for path in SHOPS}
    assert stored | NEVER_RELEASED == set(range(1, schema_version() + 1))


def test_an_older_shop_is_backed_up_before_it_is_changed(tmp_path, monkeypatch):
    config = unpacked(SHOPS[0], tmp_path / "data")
    before = config.shop_file.read_bytes()
    steps: list[int] = []
    migrate = Database.migrate

    def watched(database: Database) -> None:
        steps.append(len(list(config.backup_dir.glob("*.db"))))
        migrate(database)

    monkeypatch.setattr(Database, "migrate", watched)
    shop = opened(config)
    (backup,) = shop.backups.listed()
    assert steps == [1], "the backup was there before the change"
    assert (backup.reason, backup.schema, backup.sales) == ("before_migration", 1, 6)
    shop.close()
    assert before[:16] == backup.path.read_bytes()[:16]


def test_an_older_shop_that_cannot_be_backed_up_is_not_changed(tmp_path, monkeypatch):
    config = unpacked(SHOPS[0], tmp_path / "data")
    config.backup_dir.write_text("a file where the folder should be")
    steps: list[str] = []
    monkeypatch.setattr("app.shop.schema_version", lambda: 2)
    monkeypatch.setattr("app.models.database.Database.migrate", lambda self: steps.append("up"))
    with pytest.raises(Exception, match="StorageFailed"):
        opened(config)
    assert not steps


def test_a_newer_shop_is_refused_and_not_touched(tmp_path):
    config = unpacked(SHOPS[0], tmp_path / "data")
    database = open_database(config.shop_file)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = config.shop_file.read_bytes()
    with pytest.raises(ShopFileTooNew):
        opened(config)
    assert config.shop_file.read_bytes() == before


def store(folder: Path) -> Path:
    """Write a shop of today's schema beside the others."""
    clock = Clock()
    shop = create_shop(TillConfig(data_dir=folder), ShopSettings(name="屿见咖啡"), clock=clock)
    trading = trade(shop, clock)
    cashiers_day(shop, trading)
    members_care(shop, trading)
    assert not [found for found in shop.doctor.run() if not found.ok]
    shop.close()
    target = STORED / f"shop_schema_{schema_version()}.db.gz"
    target.write_bytes(gzip.compress((folder / "shop.db").read_bytes(), mtime=0))
    return target


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        print(store(Path(place) / "data"), file=sys.stderr)
