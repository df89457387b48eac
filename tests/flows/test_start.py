"""What the window does by itself once its shop is open."""

from __future__ import annotations

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
