"""What the window does by itself once its shop is open."""

from __future__ import annotations

from app.errors import StorageFailed
from app.ui.status import StatusKeeper


def test_a_sound_file_is_passed_over_in_silence(till):
    StatusKeeper(till.window).opened(till.shop)
    till.settle()
    assert till.window.banner_text() == ""


def test_a_file_that_fails_a_check_is_told_at_the_start(till):
    till.shop.desk.database.execute("PRAGMA user_version = 0")
    StatusKeeper(till.window).opened(till.shop)
    till.settle()
    assert "check of the shop's file failed" in till.window.banner_text()


def test_a_backup_that_fails_is_told_and_not_tried_again_every_minute(till, monkeypatch):
    tried = []

    def refused(*_arguments):
        tried.append(1)
        raise StorageFailed("ENOSPC")

    monkeypatch.setattr(till.shop.backups, "hourly_if_changed", refused)
    keeper = StatusKeeper(till.window)
    keeper.opened(till.shop)
    for _ in range(20):
        till.settle()
        keeper._minute()
    till.settle()
    assert till.window.banner_text()
    assert len(tried) == 2
