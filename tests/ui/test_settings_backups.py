"""Backups made, looked at and gone back to from the window."""

import threading

import pytest
from PySide6.QtCore import Qt

from app.resources import resource_path
from app.services.doctor import CHECKS, Check
from app.services.exchange.exports import EXPORT_KINDS
from app.services.exchange.fields import KINDS
from app.services.settings import ShopSettings
from app.shop import Shop
from app.ui.settings.backups_page import BackupsPage
from app.ui.settings.checkup import CHECK_NAMES
from app.ui.settings.data_page import LICENCE_FILES, DataPage
from app.ui.settings.restore_sheet import RestoreSheet
from app.ui.tasks import LaneTasks
from tests.shop_builder import add_member, sell
from tests.ui.conftest import press
from tests.ui.settings_help import open_settings


def sold_minor(shop: Shop) -> list[int]:
    """The totals of all sales, the oldest first."""
    rows = shop.desk.database.rows("SELECT total_minor FROM sale ORDER BY sold_at, sequence")
    return [row[0] for row in rows]


@pytest.fixture
def backups(shown, shop):
    window, settings = open_settings(shown, shop, BackupsPage)
    return window, settings, settings.page()


def test_a_shop_without_a_backup_says_so_and_one_press_makes_one(backups, shop):
    window, _, page = backups
    assert "no backup" in page.age.text()
    page.now.click()
    assert "Just now" in page.age.text()
    assert len(shop.backups.listed()) == 1
    assert "checked" in window.toast_text()


def test_a_backup_can_go_to_a_file_and_come_from_it(backups, shop, tmp_path):
    window, _, page = backups
    sell(shop, 1000)
    page.ask_save = lambda: str(tmp_path / "copy")
    page.to_file.click()
    assert (tmp_path / "copy.db").is_file()
    sell(shop, 2000)
    page.ask_open = lambda: str(tmp_path / "copy.db")
    page.restore_file.click()
    sheet = window.open_sheet()
    assert isinstance(sheet, RestoreSheet)
    sheet.go_back.click()
    assert sold_minor(shop) == [1000]
    assert shop.desk.till.number == 1


def test_enter_on_the_question_keeps_everything(backups, shop):
    window, _, page = backups
    sell(shop, 1000)
    page.now.click()
    sell(shop, 2000)
    page.table.choose(0)
    page.table.setFocus()
    press(window, Qt.Key.Key_Return)
    assert isinstance(window.open_sheet(), RestoreSheet)
    press(window, Qt.Key.Key_Return)
    assert window.open_sheet() is None
    assert sold_minor(shop) == [1000, 2000]


def test_going_back_shows_the_settings_of_that_day(backups, shop):
    window, settings, page = backups
    page.now.click()
    shop.settings.save(ShopSettings(name="another name"))
    add_member(shop)
    page.table.choose(0)
    page.restore_this.click()
    window.open_sheet().go_back.click()
    settings.list.setCurrentRow(0)
    assert settings.page().form.control("name").value() == "屿见咖啡"
    assert "kept" in window.toast_text()
    reasons = [backup.reason for backup in shop.backups.listed()]
    assert "before_restore" in reasons


def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(backups, shop, tmp_path):
    window, _, page = backups
    sell(shop, 1000)
    (tmp_path / "note.db").write_text("no backup")
    page.ask_open = lambda: str(tmp_path / "note.db")
    page.restore_file.click()
    window.open_sheet().go_back.click()
    assert "not a shop file" in window.banner_text()
    assert sold_minor(shop) == [1000]


def test_the_check_up_names_every_check_and_the_one_that_fails(backups, shop):
    _, _, page = backups
    member = add_member(shop)
    page.checkup.examine.click()
    assert page.checkup.verdict.text() == f"All {len(CHECKS)} checks hold."
    shop.desk.database.execute(
        "UPDATE member_summary SET points = 7 WHERE member_id = ?", (member.bytes,)
    )
    page.checkup.examine.click()
    assert page.checkup.verdict.text().startswith("1 of")


def test_what_is_kept_only_to_answer_quickly_asks_for_no_backup(backups, shop):
    _, _, page = backups
    page.checkup._show((Check("points", True), Check("bought", False, "bought/tea")))
    assert "doctor --renew" in page.checkup.verdict.text()
    page.checkup._show((Check("points", False), Check("bought", False, "bought/tea")))
    assert "ask for help" in page.checkup.verdict.text()


def test_every_check_of_the_doctor_has_words():
    assert set(CHECKS) == set(CHECK_NAMES)


def test_imports_and_exports_are_opened_from_the_data_page(shown, shop, monkeypatch):
    asked: list[tuple[str, str]] = []
    for way in ("open_import", "open_export"):
        monkeypatch.setattr(
            f"app.ui.settings.data_page.{way}",
            lambda _shell, kind, way=way: asked.append((way, kind)),
        )
    _, settings = open_settings(shown, shop, DataPage)
    page = settings.page()
    assert isinstance(page, DataPage)
    for button in (*page.imports.values(), *page.exports.values()):
        button.click()
    assert asked == [
        *(("open_import", kind) for kind in KINDS),
        *(("open_export", kind) for kind in EXPORT_KINDS),
    ]


def test_every_licence_is_there_to_be_read():
    for _, parts in LICENCE_FILES:
        assert resource_path(*parts).read_text("utf-8").strip()


def test_the_short_lane_goes_on_with_the_restored_shop(shop, qtbot):
    delivered: list[object] = []
    tasks = LaneTasks(lambda step: step(), delivered.append)
    backup = shop.backups.make()
    tasks.run(lambda: shop.sales.last(1))
    running = threading.Event()
    short_ran_meanwhile: list[bool] = []

    def restore(progress, stop):
        tasks.run(lambda: short_ran_meanwhile.append(running.is_set()))
        running.set()
        shop.backups.restore(backup.path, progress, stop)
        running.clear()

    done: list[object] = []
    tasks.run_alone(restore, done.append)
    qtbot.waitUntil(lambda: bool(done) or bool(delivered), timeout=20_000)
    tasks.run(lambda: sell(shop, 700), delivered.append)
    assert tasks.close()
    assert short_ran_meanwhile == [False]
    assert delivered
    assert shop.sales.last(1)[0].total_minor == 700
