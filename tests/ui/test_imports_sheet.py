"""Importing and exporting in the window: real files, real widgets, a real shop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services.member_types import MemberDraft, MemberFilter
from app.services.products import ProductDraft, ProductFilter
from app.services.sales import SaleFilter
from app.ui.accessible import unnamed
from app.ui.imports.sheet import ImportSheet
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from app.ui.transfers import open_export, open_import
from tests.shared_data import naughty_strings
from tests.ui.conftest import press
from tests.ui.goods_room import cells, window_on

GOODS = "条码,品名,分类,售价,会员价\n6901234567892,燕麦拿铁,咖啡,28,25\n,可颂,烘焙,16,\n"


@pytest.fixture
def window(shown, shop) -> MainWindow:
    opened: MainWindow = shown(window_on(shop, "products"))
    return opened


@pytest.fixture
def take(window, tmp_path: Path, monkeypatch) -> Callable[..., ImportSheet]:
    """Opens the import of a file with this content."""

    def opened(kind: str, content: str | bytes, name: str = "file.csv") -> ImportSheet:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        open_import(window, kind)
        sheet = window.open_sheet()
        assert isinstance(sheet, ImportSheet)
        return sheet

    return opened


def names(shop) -> list[str]:
    return sorted(p.name for p in shop.products.page(ProductFilter(active=None), 0, 100))


def test_a_file_is_matched_checked_and_taken_in_with_enter_alone(window, take, shop):
    sheet = take("products", GOODS)
    assert sheet.match.pickers["barcode"].currentText() == "条码 (6901234567892)"
    assert sheet.match.pickers["tax_rate"].currentText() == "not in the file"
    assert cells(sheet.match.table)[0] == ["6901234567892", "燕麦拿铁", "咖啡", "28", "25"]
    press(window, Qt.Key.Key_Return)
    assert "All rows can be taken" in sheet.report.sentence()
    assert names(shop) == []
    press(window, Qt.Key.Key_Return)
    assert "Imported" in sheet.report.sentence()
    assert names(shop) == ["可颂", "燕麦拿铁"]
    press(window, Qt.Key.Key_Return)
    assert window.open_sheet() is None
    assert [row[0] for row in cells(window.current_screen().table)] == ["燕麦拿铁", "可颂"]


def test_the_same_file_again_has_nothing_to_import(window, take):
    take("products", GOODS)
    for _ in range(3):
        press(window, Qt.Key.Key_Return)
    sheet = take("products", GOODS)
    press(window, Qt.Key.Key_Return)
    assert "in the shop already" in sheet.report.sentence()
    assert not sheet.next.isEnabled()


def test_a_refused_row_is_told_with_line_column_and_reason(window, take, shop):
    sheet = take("products", GOODS + ",<b>坏</b>,x,-3,\n")
    press(window, Qt.Key.Key_Return)
    assert cells(sheet.report.table) == [["4", "Price", "-3", "is below zero; give zero or more"]]
    assert not sheet.next.isEnabled()
    press(window, Qt.Key.Key_Return)
    assert names(shop) == []


def test_refused_rows_may_be_left_out_into_a_file(window, take, shop, tmp_path, monkeypatch):
    take("products", GOODS + ",坏,x,-3,\n")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Space)
    asked = []

    def answer(_parent, _title, proposed, _filter):
        asked.append(proposed)
        return proposed, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    press(window, Qt.Key.Key_Return)
    assert asked == [str(tmp_path / "file-refused.csv")]
    assert names(shop) == ["可颂", "燕麦拿铁"]
    assert "坏" in (tmp_path / "file-refused.csv").read_text("utf-8-sig")


def test_a_column_is_chosen_by_hand_where_its_name_says_nothing(window, take, shop):
    sheet = take("products", "a,b\n可颂,16\n")
    sheet.match.header.setChecked(True)
    sheet.match.header_chosen.emit(True)
    assert not sheet.next.isEnabled()
    for field, at in (("name", 1), ("price", 2)):
        picker = sheet.match.pickers[field]
        picker.setCurrentIndex(at)
        picker.activated.emit(at)
    assert sheet.next.isEnabled()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    assert names(shop) == ["可颂"]


def test_one_column_serves_one_field(take):
    sheet = take("products", GOODS)
    picker = sheet.match.pickers["name"]
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    assert sheet.match.pickers["barcode"].currentText() == "not in the file"


def test_another_character_set_reads_the_file_again(take):
    sheet = take("products", "品名,售價\n熱可可,26\n".encode("big5"))
    for encoding, read in (("gb18030", False), ("cp950", True)):
        at = sheet.match.encoding.findData(encoding)
        sheet.match.encoding.setCurrentIndex(at)
        sheet.match.encoding.activated.emit(at)
        assert sheet.match.encoding.currentData() == encoding
        assert (cells(sheet.match.table)[0][0] == "熱可可") is read


def test_a_character_set_that_cannot_be_is_refused_and_the_old_one_stays(take):
    sheet = take("products", GOODS.encode("gb18030"))
    at = sheet.match.encoding.findData("utf-8")
    sheet.match.encoding.setCurrentIndex(at)
    sheet.match.encoding.activated.emit(at)
    assert sheet.match.encoding.currentData() == "gb18030"
    assert "unknown character set" in sheet.error()


def test_a_date_format_is_chosen_where_dates_may_mean_two_things(window, take, shop):
    sheet = take("members", "number,name,joined_on\n000128,曾雨晴,03/04/2024\n")
    press(window, Qt.Key.Key_Return)
    assert cells(sheet.report.table)[0][1] == "Date of joining"
    sheet.back.click()
    at = sheet.match.dates.findText("dd/MM/yyyy")
    sheet.match.dates.setCurrentIndex(at)
    sheet.match.dates.activated.emit(at)
    for _ in range(2):
        sheet.next.click()
    assert str(shop.members.by_number("000128").joined_on) == "2024-04-03"


def test_a_format_that_is_none_is_refused_in_the_sheet(take):
    sheet = take("members", "number,name,joined_on\n1,a,2024-01-01\n")
    sheet.match.dates.setEditText("yesterday")
    sheet.match.dates.lineEdit().editingFinished.emit()
    assert "date format" in sheet.error()


def test_sales_bring_their_members_along_where_that_is_allowed(window, take, shop):
    text = "sold_at,member,total\n2026-11-20,000128,12.50\n2026-11-20,000129,3.00\n"
    sheet = take("sales", text)
    press(window, Qt.Key.Key_Return)
    assert len(cells(sheet.report.table)) == 2
    sheet.back.click()
    sheet.match.may_create.click()
    for _ in range(2):
        sheet.next.click()
    assert "New members: 2" in sheet.report.sentence()
    assert shop.sales.page_count(SaleFilter()) == 2
    assert shop.members.page_count(MemberFilter()) == 2


def test_a_change_is_made_only_where_it_is_allowed(window, take, shop):
    shop.products.add(ProductDraft(name="燕麦拿铁", price="20", barcodes=("6901234567892",)))
    sheet = take("products", GOODS)
    press(window, Qt.Key.Key_Return)
    assert "is not what the shop has already" in cells(sheet.report.table)[0][3]
    sheet.back.click()
    sheet.match.may_update.click()
    for _ in range(2):
        sheet.next.click()
    assert shop.products.by_barcode("6901234567892").price_minor == 2800


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "is empty"), (bytes(range(256)) * 40, "not text"), (b"a,b\n", "")],
)
def test_a_file_that_is_no_table_is_refused_in_one_sentence(
    window, tmp_path, monkeypatch, content, words
):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    open_import(window, "products")
    if words:
        assert words in window.banner_text()
        assert window.open_sheet() is None


def test_choosing_no_file_opens_nothing(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    open_import(window, "members")
    assert window.open_sheet() is None


def test_a_cancelled_import_leaves_the_shop_as_it_was(shown, shop, tmp_path, monkeypatch):
    class Impatient(InlineTasks):
        """Presses cancel as soon as the first rows are in."""

        stop = False

        def run_long(self, work, then=None, otherwise=None, on_progress=None):
            return super().run_long(
                lambda progress, _asked: work(progress, lambda: self.stop), then, otherwise
            )

    tasks = Impatient()
    window = shown(window_on(shop, "products", tasks))
    path = tmp_path / "file.csv"
    path.write_text(GOODS, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    open_import(window, "products")
    press(window, Qt.Key.Key_Return)
    tasks.stop = True
    press(window, Qt.Key.Key_Return)
    sheet = window.open_sheet()
    assert isinstance(sheet, ImportSheet)
    assert sheet.error() == "Cancelled; nothing was changed."
    assert names(shop) == []
    tasks.stop = False
    press(window, Qt.Key.Key_Return)
    assert names(shop) == ["可颂", "燕麦拿铁"]


def test_naughty_cells_are_shown_and_told_as_they_are(window, take):
    rows = [text for text in naughty_strings() if '"' not in text and "\n" not in text]
    content = "name,price\n" + "".join(f'"{text}","{text}"\n' for text in rows[:150])
    sheet = take("products", content)
    press(window, Qt.Key.Key_Return)
    assert cells(sheet.report.table)
    window.grab()


def test_every_part_has_an_accessible_name(window, take):
    sheet = take("members", "number,name,joined_on\n1,a,x\n")
    assert [type(widget).__name__ for widget in unnamed(sheet)] == []
    press(window, Qt.Key.Key_Return)
    assert [type(widget).__name__ for widget in unnamed(sheet)] == []


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ""])
def test_an_export_is_written_where_it_was_asked_for(window, shop, tmp_path, monkeypatch, ending):
    shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))
    target = tmp_path / f"members{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    open_export(window, "members")
    written = target if ending else target.with_name("members.csv")
    assert written.stat().st_size > 0
    assert window.toast_text() == f"Rows written to {written.name}: 1"


def test_an_export_that_cannot_be_written_says_why(window, tmp_path, monkeypatch):
    target = tmp_path / "nowhere" / "members.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    open_export(window, "members")
    assert "cannot be written" in window.banner_text()
