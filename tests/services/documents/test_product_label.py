"""Product labels: every code on them is read back by another program, on every paper."""

from __future__ import annotations

import pytest

from app.errors import Cancelled, FieldInvalid, FileUnreadable, LabelTooSmall
from app.services.documents.drawing import Anchor, Rect, Symbol, Text
from app.services.documents.fonts import width
from app.services.documents.label_formats import LABEL_FORMATS
from app.services.documents.pdf import pdf_bytes
from app.services.documents.product_label import LABEL_KINDS, label_pages, save_labels
from app.services.documents.product_symbols import product_bars
from app.services.labels import LabelFacts, in_store_code
from app.services.products import ProductDraft
from app.services.rules.codes import CodeKind, InStoreLayout, kind_of
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.services.documents.samples import ENGLISH_SHOP, SHOP

LATTE = LabelFacts("燕麦拿铁", "6901234567892", 2800, 2500)
RICE = LabelFacts("散装大米", in_store_code(12, InStoreLayout()), 880, None, weighed=True)
BUN = LabelFacts("Croissant", "96385074", 1600)
SCREW = LabelFacts("螺丝 M4", "SKU-12/A", 120, 100)
BARE = LabelFacts("没有条码的商品", "", 99900)
ALL = (LATTE, RICE, BUN, SCREW, BARE)
PAPERS = tuple(LABEL_FORMATS.values())


def pdf(labels, paper, kind="barcode", shop=SHOP, **more) -> bytes:
    return pdf_bytes(tuple(label_pages(labels, shop, paper, kind, **more)), "labels")


def read(content: bytes) -> set[str]:
    """Everything decoded on all pages."""
    return {
        text
        for picture in pictures_of(content, scale=8)
        for texts in codes_in(picture).values()
        for text in texts
    }


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_code_on_a_sticker_is_read_back(paper):
    assert read(pdf(ALL, paper)) == {label.code for label in ALL if label.code}


@pytest.mark.parametrize("paper", [p for p in PAPERS if p.width >= 60], ids=lambda p: p.name)
def test_a_wide_shelf_price_carries_its_code(paper):
    assert read(pdf((LATTE, BUN), paper, "shelf")) == {LATTE.code, BUN.code}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
@pytest.mark.parametrize("kind", LABEL_KINDS)
def test_a_label_says_name_price_and_price_per_kilogram(paper, kind):
    said = bare(text_of(pdf((LATTE, RICE), paper, kind)))
    assert "燕麦拿铁" in said
    assert "¥28.00" in said
    assert "¥8.80/kg" in said
    if kind == "shelf" or paper.height > 25:
        assert "会员价¥25.00" in said
    english = bare(text_of(pdf((BUN,), paper, kind, ENGLISH_SHOP)))
    assert "HK$16.00" in english


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
@pytest.mark.parametrize("kind", LABEL_KINDS)
def test_nothing_runs_over_the_edge_of_its_label(paper, kind):
    long = LabelFacts("新疆阿克苏冰糖心苹果特级礼盒装" * 6, "6901234567892", 99999999, 88888888)
    (page,) = label_pages((long,), SHOP, paper, kind)
    left, top = paper.place(0)
    for item in page.items:
        if isinstance(item, Text):
            wide = width(item.text, item.size_pt, item.weight)
            shift = {Anchor.LEFT: 0.0, Anchor.CENTRE: wide / 2, Anchor.RIGHT: wide}[item.anchor]
            first, last, lower = item.x - shift, item.x - shift + wide, item.y
        elif isinstance(item, Symbol | Rect):
            first, last, lower = item.x, item.x + item.width, item.y + item.height
        else:
            continue
        assert left - 0.01 <= first
        assert last <= left + paper.width + 0.01
        assert top <= lower <= top + paper.height


def test_copies_go_on_where_a_used_sheet_ends():
    paper = LABEL_FORMATS["a4-3x8"]
    label = LabelFacts("tea", "96385074", 100, copies=30)
    pages = list(label_pages((label,), SHOP, paper, "barcode", start=20))
    symbols = [[item for item in page.items if isinstance(item, Symbol)] for page in pages]
    assert [len(found) for found in symbols] == [5, 24, 1]
    x, y = paper.place(19)
    assert x <= symbols[0][0].x < x + paper.width
    assert y <= symbols[0][0].y < y + paper.height


def test_a_code_too_long_to_be_scanned_is_refused_and_leaves_no_file(tmp_path):
    label = LabelFacts("cable", "ABCDEFGHIJ-0123456789", 100)
    out = tmp_path / "labels.pdf"
    with pytest.raises(LabelTooSmall) as refused:
        save_labels(out, [label], SHOP, LABEL_FORMATS["a4-5x13"], "barcode")
    assert (refused.value.name, refused.value.code) == ("cable", label.code)
    assert not list(tmp_path.iterdir())
    assert save_labels(out, [label], SHOP, LABEL_FORMATS["a4-3x8"], "barcode") == 1
    assert read(out.read_bytes()) == {label.code}


def test_many_labels_tell_their_progress_and_can_be_stopped(tmp_path):
    out, told = tmp_path / "labels.pdf", []
    label = LabelFacts("tea", "96385074", 100, copies=200)
    paper = LABEL_FORMATS["a4-5x13"]

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    assert save_labels(out, [label], SHOP, paper, "barcode", progress=progress) == 4
    assert told == [(65, 200), (130, 200), (195, 200), (200, 200)]
    out.unlink()
    with pytest.raises(Cancelled):
        save_labels(out, [label], SHOP, paper, "barcode", stop_asked=lambda: True)
    with pytest.raises(FileUnreadable):
        save_labels(tmp_path / "labels.png", [label], SHOP, paper, "barcode")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("code", "kind", "digits"),
    [
        ("6901234567892", "EAN13", "6 901234 567892"),
        ("036000291452", "EAN13", "0 036000 291452"),
        ("96385074", "EAN8", "9638 5074"),
        ("6901234567891", "CODE128", "6901234567891"),
    ],
)
def test_bars_follow_the_code(code, kind, digits):
    bars = product_bars(code)
    assert bars is not None
    assert (bars.kind, bars.digits) == (kind, digits)


@pytest.mark.parametrize("code", ["", "茶"])
def test_what_no_scanner_reads_has_no_bars(code):
    assert product_bars(code) is None


# --- codes of the shop's own --------------------------------------------------------


def test_goods_without_a_code_get_one_that_scans_as_one_piece(shop):
    tea = shop.products.add(ProductDraft("tea", price="9.00"))
    coded = shop.products.add(ProductDraft("pot", price="30.00", barcodes=("6901234567892",)))
    given = shop.labels.give_codes([tea.product_id, coded.product_id])
    assert [each.name for each in given] == ["tea"]
    (code,) = given[0].barcodes
    assert code.startswith("20")
    assert kind_of(code) is CodeKind.IN_STORE
    assert shop.lookup.scan(code).line.item.name == "tea"
    assert shop.lookup.scan(code).line.quantity_milli == 1000
    assert shop.labels.give_codes([tea.product_id]) == ()


def test_a_code_of_the_shops_own_meets_no_scale_item(shop):
    shop.products.add(ProductDraft("apples", price="9.00", barcodes=("00001",), weighed=True))
    shop.products.add(ProductDraft("pears", price="9.00", barcodes=("2",), weighed=True))
    plain = [shop.products.add(ProductDraft(f"g{n}", price="1.00")).product_id for n in range(3)]
    codes = [each.barcodes[0] for each in shop.labels.give_codes(plain)]
    assert [int(code[2:7]) for code in codes] == [3, 4, 5]
    assert len(set(codes)) == 3


@pytest.mark.parametrize("copies", [0, -1, 1001])
def test_copies_have_a_limit(shop, copies):
    tea = shop.products.add(ProductDraft("tea", price="9.00"))
    with pytest.raises(FieldInvalid):
        shop.labels.facts([(tea.product_id, copies)])


def test_the_label_takes_the_code_that_every_scanner_knows(shop):
    tea = shop.products.add(ProductDraft("tea", price="9.00", barcodes=("A-1", "6901234567892")))
    (facts,) = shop.labels.facts([(tea.product_id, 2)])
    assert (facts.code, facts.copies) == ("6901234567892", 2)
