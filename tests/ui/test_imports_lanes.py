"""Importing with real lanes: the window stays alive, says how far it is, and can stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services.products import ProductFilter
from app.ui.imports.sheet import ImportSheet
from app.ui.main_window import MainWindow
from app.ui.tasks import LaneTasks
from app.ui.transfers import open_import
from app.ui.ui_thread import UiThread
from app.ui.widgets.overlays import ProgressSheet
from tests.ui.conftest import press
from tests.ui.goods_room import window_on


def failed(error: Exception) -> None:
    raise error


@pytest.fixture
def window(shown, shop, qapp) -> Iterator[MainWindow]:
    thread = UiThread()
    tasks = LaneTasks(thread.deliver, failed)
    yield shown(window_on(shop, "products", tasks))
    assert tasks.close()
    thread.close()


def choose(window, monkeypatch, path: Path, rows: int) -> None:
    path.write_text("name,price\n" + "".join(f"p{i},{i}\n" for i in range(rows)), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    open_import(window, "products")


def import_sheet(window) -> ImportSheet | None:
    sheet = window.open_sheet()
    return sheet if isinstance(sheet, ImportSheet) else None


def test_a_file_comes_in_while_the_window_lives(window, shop, qtbot, tmp_path, monkeypatch):
    choose(window, monkeypatch, tmp_path / "few.csv", 200)
    qtbot.waitUntil(lambda: import_sheet(window) is not None)
    sheet = import_sheet(window)
    assert sheet is not None
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "All rows" in sheet.report.sentence(), timeout=20_000)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Imported" in sheet.report.sentence(), timeout=20_000)
    assert shop.products.page_count(ProductFilter()) == 200


def test_esc_stops_a_long_check_and_nothing_is_changed(window, shop, qtbot, tmp_path, monkeypatch):
    choose(window, monkeypatch, tmp_path / "many.csv", 20_000)
    qtbot.waitUntil(lambda: import_sheet(window) is not None, timeout=20_000)
    sheet = import_sheet(window)
    # Before the progress is shown, impatient keys start nothing twice and close nothing.
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press(window, key)
    assert window.open_sheet() is sheet
    qtbot.waitUntil(lambda: isinstance(window.open_sheet(), ProgressSheet), timeout=20_000)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.open_sheet() is sheet, timeout=20_000)
    assert sheet.error() == "Cancelled; nothing was changed."
    assert shop.products.page_count(ProductFilter(active=None)) == 0
    press(window, Qt.Key.Key_Escape)
    assert window.open_sheet() is None
