"""A backup is whole or is none; a restore brings the shop back and repeats no number."""

import hashlib
import json
import os
import shutil
import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.config import TillConfig, load_config
from app.errors import (
    BackupUnsound,
    Cancelled,
    FileUnreadable,
    NeedsApproval,
    ShopFileTooNew,
    ShopFileUnreadable,
    StorageBusy,
)
from app.models.database import open_database
from app.services.audit_trail import AuditFilter
from app.services.backup_files import Backup, manifest_path, to_keep
from app.services.member_types import MemberDraft
from app.services.pins import PinCost
from app.services.rules.codes import SERIAL_LIMIT
from app.services.rules.powers import Role
from app.services.rules.receipt import Receipt
from app.services.settings import ShopSettings
from app.services.staff import StaffList
from app.shop import create_shop, open_shop, restore_shop
from tests.shop_builder import add_member, add_product, sell
from tests.trust.shop_day import trade


def failing(shop):
    return [check for check in shop.doctor.run() if not check.ok]


def files(folder):
    return {path.name for path in folder.iterdir()}


# --- making -------------------------------------------------------------------


def test_a_backup_is_one_sound_file_with_a_manifest_that_names_its_hash(shop, clock):
    trade(shop, clock)
    made = shop.backups.make()
    assert made.path.parent == shop.config.backup_dir
    assert files(made.path.parent) == {made.path.name, made.path.name + ".json"}
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    stored = json.loads(manifest_path(made.path).read_text("utf-8"))
    assert (stored["sales"], stored["members"], stored["reason"]) == (6, 2, "manual")
    plain = sqlite3.connect(f"file:{made.path}?mode=ro", uri=True)
    assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert plain.execute("SELECT count(*) FROM sale").fetchone() == (6,)
    plain.close()
    assert shop.backups.listed() == (made,)


def test_a_backup_holds_what_was_sold_up_to_its_moment_while_the_till_goes_on(shop, clock):
    trade(shop, clock)
    item = add_product(shop, "x" * 400, 100)
    for _ in range(300):
        add_product(shop, "y" * 4000, 100)
    sold: list[Receipt] = []

    def sell_meanwhile(done, total):
        if len(sold) < 3:
            # Another till's connection: the copy must neither see it nor start again.
            other = open_shop(shop.config, clock=clock)
            sold.append(sell(other, 100))
            other.close()

    made = shop.backups.make(progress=sell_meanwhile)
    assert len(sold) == 3
    assert made.sales == 6
    assert len(shop.sales.last(20)) == 9
    assert item.name


def test_a_backup_goes_to_the_file_or_the_folder_that_was_asked_for(shop, tmp_path):
    target = tmp_path / "usb" / "mine.db"
    made = shop.backups.make(target)
    assert made.path == target
    assert manifest_path(target).is_file()
    again = shop.backups.make(target)
    assert again.path == target
    assert shop.backups.make(tmp_path / "usb").path.parent == tmp_path / "usb"
    empty = tmp_path / "place"
    empty.touch()
    assert shop.backups.make(empty).sales == 0


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_a_backup_is_never_written_over_the_shop(shop, tmp_path, suffix):
    sell(shop, 100)
    part = shop.config.shop_file.with_name("shop.db" + suffix)
    before = part.read_bytes()
    link = tmp_path / "link.db"
    link.symlink_to(part)
    for path in (part, link):
        with pytest.raises(FileUnreadable) as refused:
            shop.backups.make(path)
        assert refused.value.reason == "is_the_shop"
    assert part.read_bytes() == before


def test_a_backup_is_never_written_over_a_file_that_is_none(shop, tmp_path):
    novel = tmp_path / "novel.txt"
    novel.write_text("It was a dark and stormy night")
    with pytest.raises(FileUnreadable):
        shop.backups.make(novel)
    assert novel.read_text() == "It was a dark and stormy night"
    with pytest.raises(FileUnreadable):
        shop.backups.make(novel / "below" / "a.db")


def test_a_cancelled_backup_leaves_nothing(shop, clock):
    trade(shop, clock)
    first = shop.backups.make()
    asked = iter([False])
    with pytest.raises(Cancelled):
        shop.backups.make(cancelled=lambda: next(asked, True))
    assert shop.backups.listed() == (first,)
    assert len(files(shop.config.backup_dir)) == 2


def test_an_unsound_copy_is_no_backup_and_the_one_before_stays(shop, clock):
    trade(shop, clock)
    good = shop.backups.make()
    database = shop.desk.database
    (trigger,) = database.row("SELECT sql FROM sqlite_schema WHERE name = 'sale_no_update'")
    database.execute("DROP TRIGGER sale_no_update")
    database.execute("UPDATE sale SET why = '[]', fingerprint = 'x'")
    database.execute(trigger)
    with pytest.raises(BackupUnsound) as refused:
        shop.backups.make()
    assert refused.value.failing == "seals"
    assert shop.backups.listed() == (good,)


def test_a_wrong_clock_does_not_prevent_a_backup(shop, clock):
    sell(shop, 100)
    clock.forward(days=-400)
    assert shop.backups.make().sales == 1


@pytest.mark.parametrize("damage", ["manifest gone", "copy gone", "copy changed", "copy cut"])
def test_what_is_not_whole_is_not_listed(shop, damage):
    good = shop.backups.make()
    other = shop.backups.make()
    assert len(shop.backups.listed()) == 2
    content = bytearray(other.path.read_bytes())
    if damage == "manifest gone":
        manifest_path(other.path).unlink()
    elif damage == "copy gone":
        other.path.unlink()
    elif damage == "copy changed":
        content[5000] ^= 1
        other.path.write_bytes(content)
    else:
        other.path.write_bytes(content[:-4096])
    assert shop.backups.listed() == (good,)


# --- how often, and how long --------------------------------------------------


def test_an_hourly_backup_is_made_only_after_an_hour_and_a_change(shop, clock):
    assert shop.backups.age() is None
    assert shop.backups.hourly_if_changed() is not None
    assert not shop.backups.due()
    clock.forward(minutes=61)
    assert shop.backups.age() == timedelta(minutes=61)
    assert shop.backups.hourly_if_changed() is None
    sell(shop, 100)
    assert shop.backups.due()
    made = shop.backups.hourly_if_changed()
    assert made is not None
    assert made.reason == "hourly"
    sell(shop, 100)
    assert not shop.backups.due()


def _on(moment, reason="hourly"):
    path = f"/{moment:%Y%m%d%H}-{reason}"
    return Backup(path, moment, reason, "", 0, 0, 0, 1, 0, -1)  # type: ignore[arg-type]


def test_seven_days_four_weeks_and_twelve_months_are_kept():
    start = datetime(2026, 11, 21, 12, tzinfo=UTC)
    every = [_on(start - timedelta(hours=6 * n)) for n in range(4 * 500)]
    paths = to_keep(every, datetime.date)
    kept = {b.made_at for b in every if b.path in paths}
    days = {moment.date() for moment in kept}
    assert {start.date() - timedelta(days=n) for n in range(7)} <= days
    assert {(2026, 47), (2026, 46), (2026, 45), (2026, 44)} <= {d.isocalendar()[:2] for d in days}
    assert len({(day.year, day.month) for day in days}) == 12
    assert date(2026, 10, 31) in days
    assert len(kept) <= 7 + 4 + 12
    assert start in kept


def test_what_a_person_asked_for_is_kept_thirty_days_at_least():
    start = datetime(2026, 11, 21, 12, tzinfo=UTC)
    every = [_on(start - timedelta(hours=n), "before_import") for n in range(24 * 40)]
    every.append(_on(start))
    kept = to_keep(every, datetime.date)
    assert all(b.path in kept for b in every[:-1] if start - b.made_at < timedelta(days=30))
    assert len(kept) < 24 * 31


def test_rotation_runs_after_a_good_backup_and_leaves_its_rules(shop, clock):
    for _ in range(12):
        for _ in range(2):
            shop.backups.make(reason="hourly")
            clock.forward(hours=12)
    left = shop.backups.listed()
    days = [shop.desk.business_date(backup.made_at) for backup in left]
    assert len(days) == len(set(days))
    assert 7 <= len(left) <= 9
    assert len(files(shop.config.backup_dir)) == 2 * len(left)


# --- restoring ----------------------------------------------------------------


def test_a_restore_brings_back_everything_and_keeps_the_present_aside(shop, clock):
    trading = trade(shop, clock)
    before = shop.sales.last(20)
    made = shop.backups.make()
    lost = sell(shop, 9_999, trading.ana)
    strip = shop.members.strip(trading.ana)
    aside = shop.backups.restore(made.path)
    assert shop.sales.by_id(lost.sale_id) is None
    assert [shop.sales.by_id(receipt.sale_id) for receipt in before] == list(before)
    assert shop.members.strip(trading.ana).points == strip.points - 99
    assert not failing(shop)
    kept = next(b for b in shop.backups.listed() if b.path == aside)
    assert (kept.reason, kept.sales) == ("before_restore", 7)
    shop.backups.restore(aside)
    assert shop.sales.by_id(lost.sale_id) == lost
    assert not failing(shop)


def test_no_receipt_number_and_no_card_repeats_after_any_restore(tmp_path, clock):
    config = TillConfig(data_dir=tmp_path / "data")
    shop = create_shop(config, ShopSettings(), clock=clock)
    given: list[str] = []
    codes: list[str] = []

    def work(some_shop):
        for n in range(3):
            given.append(sell(some_shop, 100).number)
            draft = MemberDraft(name=f"m{len(codes)}{n}", number=f"N{len(codes)}")
            codes.append(some_shop.members.add(draft).card.code)

    work(shop)
    made = shop.backups.make().path
    for again in range(4):
        work(shop)
        if again < 2:
            shop.backups.restore(made)
            continue
        shop.close()
        # Then the disk eats it: once damaged, once gone.
        for path in config.data_dir.glob("shop.db*"):
            path.unlink()
        if again == 3:
            config.shop_file.write_bytes(b"\0" * 9000)
        shop = restore_shop(config, made, clock=clock)
    work(shop)
    assert len(set(given)) == len(given) == 18
    assert len(set(codes)) == len(codes) == 18
    assert not failing(shop)
    shop.close()


def test_the_backup_that_is_restored_stays(shop, clock):
    hourly = shop.backups.make(reason="hourly")
    shop.backups.restore(hourly.path)
    assert hourly in shop.backups.listed()


def test_a_restore_is_in_the_audit_trail(shop):
    made = shop.backups.make()
    shop.backups.restore(made.path)
    (entry,) = shop.audit_trail.page(AuditFilter(), 0, 9)
    assert (entry.action, entry.who) == ("restore", shop.desk.staff.name)
    assert entry.detail == (("file", made.path.name),)


def test_a_restore_is_told_of_who_did_it_and_who_approved_it(shop):
    staff = StaffList(shop.desk, PinCost(8, 1))
    owner = staff.set_pin(staff.list()[0].staff_id, "739152")
    manager = staff.add("Chen", Role.MANAGER, "482617")
    made = shop.backups.make()
    staff.sign_in(manager.staff_id, "482617")
    with pytest.raises(NeedsApproval) as needs:
        shop.backups.restore(made.path)
    word = staff.approve(needs.value, owner.staff_id, "739152")
    shop.backups.restore(made.path, approval=word)
    (entry,) = shop.audit_trail.page(AuditFilter(action="restore"), 0, 9)
    assert (entry.who, entry.approved_by) == ("Chen", owner.name)


def test_who_joined_after_the_backup_leaves_the_restore_to_the_owner(shop):
    staff = StaffList(shop.desk, PinCost(8, 1))
    owner = staff.list()[0]
    made = shop.backups.make()
    late = staff.add("Late", Role.OWNER, "482617")
    staff.sign_in(late.staff_id, "482617")
    shop.backups.restore(made.path)
    (entry,) = shop.audit_trail.page(AuditFilter(action="restore"), 0, 9)
    assert entry.who == owner.name


def test_a_copy_without_a_manifest_is_restored_when_the_doctor_passes_it(shop, clock, tmp_path):
    trade(shop, clock)
    made = shop.backups.make()
    bare = tmp_path / "carried.db"
    shutil.copy(made.path, bare)
    bare.chmod(0o400)
    shop.backups.restore(bare)
    assert shop.desk.till.number == 1
    assert not failing(shop)


def test_a_shop_file_with_its_log_beside_it_is_restored_with_the_log(shop, tmp_path):
    receipt = sell(shop, 100)
    for path in shop.config.data_dir.glob("shop.db*"):
        shutil.copy(path, tmp_path / path.name)
    (tmp_path / "shop.db-shm").unlink()
    before = (tmp_path / "shop.db").read_bytes()
    shop.backups.restore(tmp_path / "shop.db")
    assert shop.sales.by_id(receipt.sale_id) == receipt
    assert (tmp_path / "shop.db").read_bytes() == before


def test_a_restore_goes_on_into_an_empty_folder(shop, clock, tmp_path):
    trade(shop, clock)
    made = shop.backups.make()
    other = restore_shop(TillConfig(data_dir=tmp_path / "new pc"), made.path, clock=clock)
    assert len(other.sales.last(99)) == 0
    assert other.sales.receipt("A0-000001").sale_id == shop.sales.receipt("A0-000001").sale_id
    assert not failing(other)
    other.close()


def test_a_damaged_shop_is_kept_as_it_is_and_replaced(shop, clock):
    trade(shop, clock)
    made = shop.backups.make()
    shop.close()
    content = bytearray(shop.config.shop_file.read_bytes())
    content[4096 : 4096 * 20] = os.urandom(4096 * 19)
    shop.config.shop_file.write_bytes(content)
    restored = restore_shop(shop.config, made.path, clock=clock)
    assert not failing(restored)
    restored.close()
    (kept,) = shop.config.backup_dir.glob("*damaged.db")
    assert kept.read_bytes() == content


def _not_a_shop(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()


def _newer(path):
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()


def _flipped(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2 - len(content) // 2 % 4096 + 3] ^= 0xFF
    path.write_bytes(content)


UNSOUND = (BackupUnsound, ShopFileUnreadable)
REFUSED: dict[str, Any] = {
    "missing": (lambda path: path.unlink(), FileUnreadable),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), FileUnreadable),
    "empty": (lambda path: path.write_bytes(b""), ShopFileUnreadable),
    "text": (lambda path: path.write_text("hello " * 9999), ShopFileUnreadable),
    "another program's": (lambda path: (path.unlink(), _not_a_shop(path)), ShopFileUnreadable),
    "a newer program's": (_newer, ShopFileTooNew),
    "cut short": (
        lambda p: p.write_bytes(p.read_bytes()[:-8192]),
        (BackupUnsound, ShopFileUnreadable),
    ),
    "a page damaged": (_flipped, (BackupUnsound, ShopFileUnreadable)),
}


@pytest.mark.parametrize("with_manifest", [False, True], ids=["bare", "with manifest"])
@pytest.mark.parametrize("wrong", REFUSED)
def test_what_cannot_be_restored_is_refused_and_the_shop_stays(
    shop, clock, tmp_path, wrong, with_manifest
):
    trade(shop, clock)
    copy = tmp_path / "copy.db"
    shop.backups.make(copy)
    if not with_manifest:
        manifest_path(copy).unlink()
    spoil, refusal = REFUSED[wrong]
    spoil(copy)
    if with_manifest and wrong not in ("missing", "a folder"):
        refusal = BackupUnsound
    last = sell(shop, 4_321)
    with pytest.raises(refusal):
        shop.backups.restore(copy)
    assert shop.sales.last(1) == (last,)
    assert sell(shop, 1).number == "A0-000008"
    assert not list(shop.config.data_dir.glob("*restoring*"))
    assert not failing(shop)


def test_the_shop_is_never_restored_from_itself(shop):
    with pytest.raises(FileUnreadable) as refused:
        shop.backups.restore(shop.config.shop_file)
    assert refused.value.reason == "is_the_shop"


def test_a_cancelled_restore_changes_nothing(shop, clock):
    trade(shop, clock)
    made = shop.backups.make()
    last = sell(shop, 77)
    for after in (0, 1, 2, 5, 9):
        asked = iter([False] * after)
        with pytest.raises(Cancelled):
            shop.backups.restore(made.path, cancelled=lambda asked=asked: next(asked, True))
        assert shop.sales.last(1) == (last,)
    assert shop.desk.till.number == 0
    assert not failing(shop)


def test_a_restore_waits_for_no_other_till_and_leaves_it_its_shop(shop, clock):
    made = shop.backups.make()
    other = open_shop(shop.config, clock=clock)
    sold = sell(other, 100)
    with pytest.raises(StorageBusy):
        shop.backups.restore(made.path)
    assert shop.sales.by_id(sold.sale_id) == sold
    assert sell(other, 200).number == "A0-000002"
    other.close()
    shop.backups.restore(made.path)
    assert shop.sales.by_id(sold.sale_id) is None


# --- keys ---------------------------------------------------------------------


def test_an_encrypted_shop_opens_with_its_key_alone_and_its_backups_too(tmp_path, clock):
    config = TillConfig(data_dir=tmp_path / "data")
    shop = create_shop(config, ShopSettings(name="秘密"), clock=clock, key="correct horse")
    trade(shop, clock)
    made = shop.backups.make()
    first = shop.sales.last(1)
    shop.close()
    for path in (config.shop_file, made.path):
        content = path.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert "曾雨晴".encode() not in content
        assert "乌龙茶".encode() not in content
        for key in (None, "wrong"):
            with pytest.raises(ShopFileUnreadable):
                open_database(path, key=key)
    for key in (None, "wrong"):
        with pytest.raises(ShopFileUnreadable):
            open_shop(config, clock=clock, key=key)
    again = open_shop(config, clock=clock, key="correct horse")
    assert again.sales.last(1) == first
    sell(again, 5)
    again.backups.restore(made.path)
    assert again.sales.by_id(first[0].sale_id) == first[0]
    assert not failing(again)
    again.close()


def test_a_backup_under_another_key_is_refused(tmp_path, clock):
    one = create_shop(TillConfig(data_dir=tmp_path / "1"), ShopSettings(), clock=clock, key="1")
    two = create_shop(TillConfig(data_dir=tmp_path / "2"), ShopSettings(), clock=clock, key="2")
    made = one.backups.make()
    with pytest.raises(ShopFileUnreadable):
        two.backups.restore(made.path)
    assert sell(two, 5).number == "A0-000001"
    one.close()
    two.close()


@pytest.mark.parametrize(
    "nonsense",
    [
        b"[" * 100_000,
        b"null",
        b"[1]",
        b"\xff\xfe",
        b'{"last_till": 1e999, "last_serial": 1}',
        b'{"last_till": 99999999999999999999999, "last_serial": 1}',
        b'{"last_till": 1, "last_serial": 10000000000}',
    ],
)
def test_a_small_file_of_nonsense_stands_in_no_backups_and_no_restores_way(shop, nonsense):
    made = shop.backups.make()
    folder = shop.config.backup_dir
    (folder / "last-numbers.json").write_bytes(nonsense)
    manifest_path(made.path).write_bytes(nonsense)
    (shop.config.data_dir / "till.json").write_bytes(nonsense)
    config = load_config(shop.config.data_dir)
    shop.backups.make()
    assert len(shop.backups.listed()) == 1
    shop.close()
    restored = restore_shop(config, made.path)
    assert restored.desk.till.number == 1
    assert not failing(restored)
    assert restored.cards.issue(add_member(restored)).serial < SERIAL_LIMIT
    restored.close()


@pytest.mark.parametrize(
    ("field", "value"), [("size", "1e999"), ("made_at", '"0001-01-01T00:00:00+14:00"')]
)
def test_a_manifest_with_a_figure_past_all_bounds_is_none(shop, field, value):
    made = shop.backups.make()
    path = manifest_path(made.path)
    stored = json.loads(path.read_text("utf-8"))
    told = json.dumps(stored[field])
    path.write_text(path.read_text("utf-8").replace(f'"{field}": {told}', f'"{field}": {value}'))
    assert shop.backups.listed() == ()
    shop.backups.make()


def test_a_member_number_given_since_the_backup_is_given_to_nobody_else(shop):
    backup = shop.backups.make()
    gone = shop.members.add(MemberDraft(name="曾雨晴")).member
    shop.backups.restore(backup.path)
    assert shop.members.add(MemberDraft(name="单于飞")).member.number > gone.number


@pytest.mark.parametrize("counted", [True, False])
def test_a_session_open_in_a_restored_backup_goes_on_and_no_z_number_repeats(shop, clock, counted):
    if counted:
        shop.cash.open(10_000)
    sell(shop, 1_500)
    made = shop.backups.make()
    sell(shop, 700)
    lost = shop.cash.close(12_200)
    clock.forward(days=1)
    shop.backups.restore(made.path)
    if not counted:
        # Yesterday's automatic session waits for its report; today has its own.
        (left,) = shop.cash.close_left()
        assert left.report.sales.total_minor == 1_500
        assert (left.report.first_receipt, left.report.last_receipt) == ("A0-000001", "A0-000001")
    sell(shop, 300)
    closed = shop.cash.close(None)
    assert lost.report.till == "A0"
    assert {(each.report.till, each.number) for each in shop.cash.z_reports()} == (
        {("A1", 1)} if counted else {("A1", 1), ("A1", 2)}
    )
    if counted:
        assert closed.expected_minor == 10_000 + 1_500 + 300
        assert (closed.report.first_receipt, closed.report.last_receipt) == (
            "A0-000001",
            "A1-000001",
        )
    assert not shop.desk.database.value(
        "SELECT count(*) FROM cash_session WHERE id NOT IN (SELECT session_id FROM z_report)"
    )
    assert not failing(shop)
    shop.backups.restore(shop.backups.make().path)  # no session waits: none is taken along
    assert shop.cash.current() is None
    assert not failing(shop)
