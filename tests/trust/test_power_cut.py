"""Power is cut during the first run, a sale, a restore: nothing acknowledged is lost."""

import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import apsw
import pytest

from app.config import TillConfig
from app.errors import ShopMissing
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock, add_member, cart_of, cash, points, sell
from tests.trust.disk import Disk, recorded, states, written
from tests.trust.figures import chance, times
from tests.trust.shop_day import trade

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to name a file")


@dataclass
class Story:
    """What was told to the cashier, and when: (events so far, what)."""

    disk: Disk
    clock: Clock = field(default_factory=Clock)
    acknowledged: list[tuple[int, UUID]] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)

    def mark(self, name: str) -> None:
        self.marks[name] = len(self.disk.events)

    def sold(self, sale_id: UUID) -> None:
        self.acknowledged.append((len(self.disk.events), sale_id))

    def told_by(self, point: int) -> list[UUID]:
        return [sale_id for at, sale_id in self.acknowledged if at <= point]


def sell_some(shop: Shop, story: Story, count: int, dice: random.Random) -> None:
    member = add_member(shop, number=f"N{len(story.acknowledged)}")
    for number in range(count):
        story.clock.forward(minutes=dice.randrange(90))
        if number % 5 == 4:
            basket = cart_of(Item("open item", dice.randrange(100, 20_000)), member=member)
            shop.checkout.hold(basket)
            tenders = (points(1), cash(20_000))
            receipt = shop.checkout.complete(uuid7(), basket, None, tenders)
        else:
            receipt = sell(shop, dice.randrange(100, 20_000), member)
        story.sold(receipt.sale_id)
        if dice.random() < 0.1:
            shop.desk.database.checkpoint()


def told_story(folder: Path, dice: random.Random, sales: int) -> Story:
    """A shop is set up, sells, is backed up, sells on, is restored, and sells again."""
    config = TillConfig(data_dir=folder)
    with recorded(folder) as disk:
        story = Story(disk)
        shop = create_shop(config, ShopSettings(name="屿见"), clock=story.clock)
        story.mark("created")
        trade(shop, story.clock)
        sell_some(shop, story, sales // 2, dice)
        shop.close()
        shop = open_shop(config, clock=story.clock)
        sell_some(shop, story, sales - sales // 2, dice)
        story.mark("sold")
        backup = shop.backups.make()
        story.mark("backed up")
        sell_some(shop, story, 3, dice)
        story.mark("restoring")
        shop.backups.restore(backup.path)
        story.mark("restored")
        sell_some(shop, story, 6, dice)
        story.mark("end")
        shop.close()
    return story


def opened(files: dict[str, bytes], folder: Path, story: Story) -> Shop | None:
    written(files, folder)
    try:
        return open_shop(TillConfig(data_dir=folder), clock=story.clock)
    except ShopMissing:
        return None


def check(point: int, files: dict[str, bytes], story: Story) -> None:
    """One disk after a cut: everything told is there, nothing is half there."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shop = opened(files, folder, story)
        if shop is None:
            assert point < story.marks["created"], f"cut at {point}: the shop is gone"
            shop = create_shop(
                TillConfig(data_dir=folder), ShopSettings(name="屿见"), clock=story.clock
            )
        faults = [found for found in shop.doctor.run() if not found.ok]
        assert not faults, f"cut at {point}: {faults}"
        told = story.told_by(point)
        if shop.desk.till.number == 1:
            assert point > story.marks["restoring"], f"cut at {point}: restored by itself"
            # Back to what the backup held, and everything since.
            known = {sale_id: at for at, sale_id in story.acknowledged}
            between = (story.marks["backed up"], story.marks["restored"])
            told = [i for i in told if not between[0] < known[i] <= between[1]]
        else:
            assert point < story.marks["restored"], f"cut at {point}: the restore is lost"
        lost = [sale_id for sale_id in told if shop.sales.by_id(sale_id) is None]
        assert not lost, f"cut at {point}: {len(lost)} of {len(told)} acknowledged sales lost"
        for backup in shop.backups.listed():
            copy = folder / "copy"
            other = open_copy(backup.path, copy, story)
            assert not [found for found in other.doctor.run(full=False) if not found.ok]
            other.close()
        number = sell(shop, 100).number
        assert number.startswith("A0-" if shop.desk.till.number == 0 else "A1-")
        shop.close()


def open_copy(backup: Path, folder: Path, story: Story) -> Shop:
    folder.mkdir(exist_ok=True)
    (folder / "shop.db").write_bytes(backup.read_bytes())
    return open_shop(TillConfig(data_dir=folder), clock=story.clock)


def cut_at(story: Story, chosen: list[int], dice: random.Random) -> None:
    for point, files in states(story.disk.events, chosen, dice):
        check(point, files, story)


SPANS = {
    "first run": (0, "created"),
    "selling": ("created", "sold"),
    "restore": ("backed up", "end"),
}
SHARES = {"first run": 3, "selling": 5, "restore": 2}


@times(200, 20_000)
@pytest.mark.parametrize("span", SPANS)
def test_power_cut_anywhere_loses_nothing_that_was_told(tmp_path, span, count):
    dice = chance(f"power cut, {span}")
    story = told_story(tmp_path / "data", dice, 40 if count <= 200 else 1000)
    first, last = (story.marks.get(str(name), 0) for name in SPANS[span])
    cuts = [dice.randint(first, last) for _ in range(count * SHARES[span] // 10)]
    cut_at(story, cuts, dice)
    print(f"{len(cuts)} cuts among {last - first} events: 0 bad states")


PLANTED = {
    "a commit that waits for nothing": "PRAGMA synchronous = off",
    "a commit that waits for checkpoints only": "PRAGMA synchronous = normal",
}


@pytest.mark.parametrize("bug", PLANTED)
def test_a_commit_that_does_not_wait_for_the_disk_is_caught(tmp_path, monkeypatch, bug):
    from app.models.database import _File

    dice = random.Random(7)
    careful = _File._add_conn_hooks

    def careless(self: _File, conn: apsw.Connection) -> None:
        careful(self, conn)
        conn.execute(PLANTED[bug])

    monkeypatch.setattr(_File, "_add_conn_hooks", careless)
    story = told_story(tmp_path / "data", dice, 20)
    monkeypatch.undo()
    first, last = story.marks["created"], story.marks["sold"]
    with pytest.raises(Exception, match=r"cut at|ShopFileUnreadable"):
        cut_at(story, [dice.randint(first, last) for _ in range(60)], dice)


def test_a_seal_written_after_the_sale_was_committed_is_caught(tmp_path, monkeypatch):
    from app.services.seals import SealChain

    dice = random.Random(7)
    write = SealChain.write

    def late(self: SealChain) -> None:
        self._database.execute("COMMIT")
        self._database.execute("BEGIN IMMEDIATE")
        write(self)

    monkeypatch.setattr(SealChain, "write", late)
    story = told_story(tmp_path / "data", dice, 20)
    monkeypatch.undo()
    first, last = story.marks["created"], story.marks["sold"]
    with pytest.raises(AssertionError, match="sealed"):
        cut_at(story, [dice.randint(first, last) for _ in range(60)], dice)


def test_a_restore_that_does_not_wait_for_the_disk_is_caught(tmp_path, monkeypatch):
    dice = random.Random(7)
    for module in ("app.services.restores", "app.models.database"):
        monkeypatch.setattr(f"{module}.sync_file", lambda path: None)
    monkeypatch.setattr("app.models.database._File._add_conn_hooks", _unsynced_hooks())
    story = told_story(tmp_path / "data", dice, 10)
    monkeypatch.undo()
    first, last = story.marks["restoring"], story.marks["end"]
    with pytest.raises(Exception, match=r"cut at|ShopFileUnreadable"):
        cut_at(story, [dice.randint(first, last) for _ in range(60)], dice)


def _unsynced_hooks():
    from app.models.database import _File

    careful = _File._add_conn_hooks

    def careless(self: _File, conn: apsw.Connection) -> None:
        careful(self, conn)
        if self.database.endswith(".restoring"):
            conn.execute("PRAGMA synchronous = off")

    return careless
