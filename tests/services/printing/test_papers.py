"""What is sent to a receipt printer, read back by one: everything on it, in place, and no more."""

from __future__ import annotations

import pytest
import zxingcpp

from app.errors import FieldInvalid, LabelTooWide
from app.services.documents.label_formats import LABEL_FORMATS
from app.services.documents.labels import EN, ZH_CN, ZH_TW
from app.services.documents.product_label import LABEL_KINDS, label_pages
from app.services.documents.receipt import receipt_pages
from app.services.labels import LabelFacts
from app.services.printing.papers import LABELS_AT_ONCE, drawer_bytes, label_bytes, paper_bytes
from app.services.printing.setup import DOTS, PrinterSetup
from tests.escpos_reader import read
from tests.services.documents.samples import ENGLISH_SHOP, SHOP, line, long_receipt, receipt

WIDTHS = (58, 80)


def sent(sold=None, shop=SHOP, labels=ZH_CN, *, duplicate=False, **how) -> bytes:
    setup = PrinterSetup("file", "x", **how)
    pages = receipt_pages(
        sold or receipt(), shop, labels, "58" if setup.width == 58 else "80", duplicate=duplicate
    )
    return paper_bytes(pages, setup)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_receipt_as_a_picture_scans_and_is_cut_once_at_its_end(width):
    paper = read(sent(width=width), DOTS[width])
    assert paper.codes == {receipt().code}
    assert paper.cuts == [paper.picture.height]
    assert not paper.text
    assert not paper.pulses
    # Ink from edge to edge of the column, and none cut off at the edge of the paper.
    box = paper.picture.point([255 - v for v in range(256)]).getbbox()
    assert box is not None
    left, _, right, _ = box
    assert 0 < left <= 8 or width == 58
    assert DOTS[width] - 10 <= right <= DOTS[width]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("encoding", "labels"), [("gb18030", ZH_CN), ("big5", ZH_TW)])
def test_a_receipt_in_the_printers_own_type_says_everything(width, encoding, labels):
    codec = "cp950" if encoding == "big5" else "gbk"
    tall = receipt(line("奶茶 大杯", 2800))
    paper = read(sent(tall, labels=labels, width=width, encoding=encoding), DOTS[width], codec)
    said = "\n".join(paper.text)
    for words in ("A0-001902", "奶茶 大杯", "28.00", "1,285 → 1,384", labels.total, labels.points):
        assert words in said
    assert paper.codes == {receipt().code}
    columns = DOTS[width] // 12
    for row in paper.text:
        assert len(row.encode(codec)) <= columns
    amounts = [row for row in paper.text if row.startswith("奶茶")]
    assert all(len(row.encode(codec)) == columns for row in amounts)


def test_a_row_that_the_printers_type_lacks_is_printed_as_a_picture():
    sold = receipt(line("Crème brûlée ẞ", 2800), line("茶", 900))
    paper = read(sent(sold, encoding="gb18030"))
    said = "\n".join(paper.text)
    assert "brûlée" not in said
    assert "茶" in said
    assert paper.raster_bands >= 2  # that row, and the code


def test_the_printer_may_draw_the_code_itself():
    paper = read(sent(encoding="gb18030", native_qr=True))
    assert paper.native_codes == [receipt().code]
    assert paper.codes == {receipt().code}
    assert not paper.raster_bands


@pytest.mark.parametrize("encoding", ["raster", "gb18030", "big5"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_name_however_long_is_printed_whole_and_within_the_paper(width, encoding):
    codec = "cp950" if encoding == "big5" else "gbk"
    names = ("珍珠奶茶" * 12, "Extraordinarily" * 6, "Ünïcödé " * 12, "тест" * 20)
    sold = receipt(*(line(name, 100) for name in names))
    paper = read(sent(sold, width=width, encoding=encoding), DOTS[width], codec)
    if encoding == "gb18030":
        said = "".join(paper.text).replace(" ", "")
        assert "珍珠奶茶" * 12 in said
        assert "Extraordinarily" * 6 in said


@pytest.mark.parametrize("cut", ["full", "partial", "none"])
def test_the_paper_is_cut_as_the_till_says(cut):
    paper = read(sent(cut=cut))
    assert len(paper.cuts) == (cut != "none")


def test_a_reprint_says_so_on_every_printer():
    for encoding in ("gb18030", "big5"):
        codec = "cp950" if encoding == "big5" else "gbk"
        said = "\n".join(read(sent(duplicate=True, encoding=encoding), 576, codec).text)
        assert "DUPLICATE" in said
    assert sent(duplicate=True) != sent()


def test_a_long_receipt_goes_out_in_bands_that_a_small_memory_holds():
    data = sent(long_receipt(200))
    paper = read(data)
    assert paper.raster_bands > 40
    assert len(paper.cuts) == 1
    assert paper.codes == {receipt().code}


def test_an_english_receipt_is_printed_too():
    paper = read(sent(shop=ENGLISH_SHOP, labels=EN, encoding="gb18030"))
    assert "Total" in "".join(paper.text)


@pytest.mark.parametrize("pin", [2, 5])
def test_the_drawer_opens_by_one_pulse_on_its_pin(pin):
    assert read(drawer_bytes(pin)).pulses == [pin]


def test_what_is_typed_into_a_sale_cannot_command_the_printer():
    evil = "\x1bp\x00\x19\xfa\x1dV\x41\x00" + "茶"
    sold = receipt(line(evil, 100))
    for encoding in ("raster", "gb18030"):
        paper = read(sent(sold, encoding=encoding))
        assert not paper.pulses
        assert len(paper.cuts) == 1


def labels_of(paper: str, copies: int = 3, kind: str = "barcode"):
    facts = LabelFacts("燕麦拿铁 大杯", "6901234567892", 2800, 2500, copies=copies)
    assert kind in LABEL_KINDS
    return label_pages([facts], SHOP, LABEL_FORMATS[paper], kind)


@pytest.mark.parametrize(("paper", "width"), [("roll-40x30", 58), ("roll-60x40", 80)])
def test_labels_on_the_roll_of_receipts_scan_and_are_cut_once(paper, width):
    data = label_bytes(labels_of(paper), PrinterSetup("file", "x", width=width, encoding="big5"))
    came = read(data, DOTS[width])
    assert came.codes == {"6901234567892"}
    assert len(zxingcpp.read_barcodes(came.picture)) == 3
    assert came.cuts == [came.picture.height]
    assert not came.text


def test_a_label_wider_than_the_roll_is_refused_before_anything_is_sent():
    with pytest.raises(LabelTooWide) as refused:
        label_bytes(labels_of("roll-60x40"), PrinterSetup("file", "x", width=58))
    assert (refused.value.label_mm, refused.value.printed_mm) == (60, 48)
    with pytest.raises(LabelTooWide):
        label_bytes(labels_of("a4-3x8"), PrinterSetup("file", "x"))


def test_more_labels_than_a_roll_holds_are_refused(monkeypatch):
    monkeypatch.setattr("app.services.printing.papers.LABELS_AT_ONCE", 2)
    with pytest.raises(FieldInvalid):
        label_bytes(labels_of("roll-40x30"), PrinterSetup("file", "x"))
    assert LABELS_AT_ONCE == 500
