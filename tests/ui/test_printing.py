"""Paper: what Qt's painter puts on it, on which printer, and what an absent one may not do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image as Pillow
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from app.config import TillConfig
from app.services.documents.drawing import (
    Anchor,
    Circle,
    Clip,
    Line,
    Page,
    Rect,
    Text,
    Weight,
)
from app.services.documents.symbols import qr
from app.ui import printing
from app.ui.paint import page_image
from app.ui.printing import Kind, PrinterFailed, Printing, print_on, spool
from app.ui.roll_printer import RollPrinter
from app.ui.tasks import InlineTasks
from app.ui.widgets.pages import PageView
from tests.ui.conftest import press

CODE = "912800412875503"


def receipt_page() -> Page:
    return Page(
        80,
        120,
        (
            Text(40, 10, "屿见咖啡 𬭚 Żółć", 14, Weight.BOLD, anchor=Anchor.CENTRE),
            Line(5, 14, 75, 14, dash=1.2),
            Text(75, 20, "134.20", 9, anchor=Anchor.RIGHT),
            Rect(5, 24, 20, 10, fill="#0F6E63", radius=2),
            Circle(40, 30, 5, stroke="#0B63C5", stroke_width=0.5),
            Clip(Rect(50, 24, 20, 10, radius=3), (Rect(40, 20, 60, 60, fill="#B3261E"),)),
            qr(CODE, 25, 50, 30),
        ),
    )


def decoded(picture: Pillow.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def as_pillow(page: Page, pixels_per_mm: float) -> Pillow.Image:
    image = page_image(page, pixels_per_mm)
    shape = (image.width(), image.height())
    row = image.bytesPerLine()
    return Pillow.frombuffer("RGB", shape, bytes(image.constBits()), "raw", "BGRX", row, 1)


def test_the_code_on_the_screen_is_read_by_another_program():
    assert decoded(as_pillow(receipt_page(), 8)) == [CODE]


def test_shapes_stand_where_the_page_says():
    picture = as_pillow(receipt_page(), 10)
    assert picture.size == (800, 1200)
    assert picture.getpixel((150, 290)) == (0x0F, 0x6E, 0x63)
    assert picture.getpixel((600, 290)) == (0xB3, 0x26, 0x1E)
    assert picture.getpixel((450, 400)) == (255, 255, 255), "cut away by the clip"


def test_text_is_as_wide_as_it_was_measured():
    page = Page(80, 20, (Text(75, 10, "134.20", 20, anchor=Anchor.RIGHT),))
    picture = as_pillow(page, 10).convert("L")
    box = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    assert 735 <= box[2] <= 751
    # Six figures of 0.555 em (the point is narrower) at 20 points, ten pixels to a millimetre.
    assert 180 <= box[2] - box[0] <= 240


def test_a_print_is_exactly_as_large_as_its_paper_and_its_code_is_read(tmp_path):
    target = tmp_path / "receipt.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    print_on(printer, [receipt_page(), replace(receipt_page(), height=90)], "A0-000001")
    document = pypdfium2.PdfDocument(target)
    sizes = [
        tuple(round(points * 25.4 / 72) for points in document[at].get_size()) for at in (0, 1)
    ]
    assert sizes == [(80, 120), (80, 90)]
    assert decoded(document[0].render(scale=4).to_pil()) == [CODE]
    assert "屿见咖啡" in document[0].get_textpage().get_text_range()
    document.close()


def test_a_printer_that_is_gone_is_refused_before_anything_is_spooled():
    with pytest.raises(PrinterFailed):
        spool("no such printer", [receipt_page()], "A0-000001")


class FakeShell:
    """The window as printing sees it."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        self.config = TillConfig(data_dir=folder)
        self.tasks = InlineTasks()
        self.banners: list[tuple[str, object]] = []
        self.shown = ""
        self.errors: list[Exception] = []
        self.parent = parent
        self.roll = RollPrinter(self)  # type: ignore[arg-type]

    def save_config(self, config: TillConfig) -> None:
        self.config = config

    def overlay_parent(self) -> QWidget:
        return self.parent

    def banner(self, text, tone=None, action="", on_action=None) -> None:
        self.banners.append((text, on_action))
        self.shown = text

    def take_banner_away(self, text: str) -> None:
        if text == self.shown:
            self.shown = ""

    def show_error(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def desk(shown, tmp_path, monkeypatch):
    page = QWidget()
    page.resize(1024, 640)
    shown(page)
    shell = FakeShell(tmp_path, page)
    spooled: list[tuple[str, str]] = []

    def record(name, pages, title) -> None:
        if name == "off":
            raise PrinterFailed(name)
        spooled.append((name, title))

    monkeypatch.setattr(printing, "spool", record)
    monkeypatch.setattr(printing, "printer_names", lambda: ("XP-80", "off"))
    shell.spooled = spooled  # type: ignore[attr-defined]
    shell.printing = Printing(shell)  # type: ignore[arg-type, attr-defined]
    return shell


def test_the_printer_is_asked_once_and_then_never_again(desk):
    done: list[int] = []
    desk.printing.print_pages(Kind.RECEIPT, [receipt_page()], "A0-1", lambda: done.append(1))
    assert desk.spooled == []
    press(desk.parent, Qt.Key.Key_Return)
    assert desk.spooled == [("XP-80", "A0-1")]
    assert desk.config.receipt_printer == "XP-80"
    desk.printing.print_pages(Kind.RECEIPT, [receipt_page()], "A0-2", lambda: done.append(2))
    assert desk.spooled[-1] == ("XP-80", "A0-2")
    assert done == [1, 2]


def test_receipts_and_cards_have_printers_of_their_own(desk):
    desk.printing.choose(Kind.CARD, "XP-80")
    assert desk.printing.printer_name(Kind.CARD) == "XP-80"
    assert desk.printing.printer_name(Kind.RECEIPT) == ""


def test_a_printer_that_is_off_is_told_in_a_banner_and_stops_nothing(desk):
    desk.config = replace(desk.config, receipt_printer="off")
    desk.printing.print_pages(Kind.RECEIPT, [receipt_page()], "A0-1")
    ((sentence, choose),) = desk.banners
    assert "off" in sentence
    assert desk.errors == []
    choose()
    press(desk.parent, Qt.Key.Key_Return)
    assert desk.config.receipt_printer in ("XP-80", "off")


def test_a_pc_without_printers_says_so(desk, monkeypatch):
    monkeypatch.setattr(printing, "printer_names", tuple)
    desk.printing.print_pages(Kind.CARD, [receipt_page()], "cards")
    assert "No printer is installed" in desk.shown


def test_what_was_said_of_a_printer_goes_once_it_is_dealt_with(desk, monkeypatch):
    monkeypatch.setattr(printing, "printer_names", tuple)
    desk.printing.print_pages(Kind.CARD, [receipt_page()], "cards")
    assert desk.shown
    desk.printing.choose(Kind.RECEIPT, "XP-80")
    assert desk.shown, "that was another printer"
    desk.printing.choose(Kind.CARD, "XP-80")
    assert not desk.shown
    desk.printing.choose(Kind.CARD, "off")
    desk.printing.print_pages(Kind.CARD, [receipt_page()], "cards")
    assert "off" in desk.shown
    before, desk.config = desk.config, replace(desk.config, card_printer="XP-80")
    desk.printing.config_saved(before)
    assert not desk.shown


def test_a_printer_that_prints_again_is_complained_of_no_more(desk, monkeypatch):
    monkeypatch.setattr(printing, "spool", _off)
    desk.printing.choose(Kind.CARD, "XP-80")
    desk.printing.print_pages(Kind.CARD, [receipt_page()], "cards")
    assert "XP-80" in desk.shown
    monkeypatch.setattr(printing, "spool", lambda *_job: None)
    desk.printing.print_pages(Kind.CARD, [receipt_page()], "cards")
    assert not desk.shown


def _off(name: str, *_job: object) -> None:
    raise PrinterFailed(name)


def test_a_receipt_on_the_screen_is_white_paper_in_the_dark_too(shown):
    view = PageView("Receipt", pixels_per_mm=4)
    view.show_pages([receipt_page()], "134.20")
    shown(view)
    assert view.sizeHint().width() == 80 * 4 + 16
    assert view.grab().toImage().pixelColor(30, 30).name() == "#ffffff"
    assert view.accessibleDescription() == "134.20"
