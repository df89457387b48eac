"""What a card promises: it scans, it fits the cutter, and it reads in every brand colour."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import islice

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pillow

from app.services.documents.card import (
    CARD_LAYOUTS,
    SHEET_LEFT,
    SHEET_TOP,
    card_pages,
    card_picture,
    page_count,
)
from app.services.documents.card_face import BLEED, CARD_HEIGHT, CARD_WIDTH, CardFace
from app.services.documents.colours import READABLE, contrast
from app.services.documents.drawing import Circle, Image, Item, Rect, Text
from app.services.documents.fonts import width as text_width
from app.services.documents.labels import EN, ZH_CN, ZH_TW
from app.services.documents.pdf import pdf_bytes, write_pdf
from app.services.documents.png import painted, png_bytes
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.services.documents.samples import ENGLISH_SHOP, SHOP, card

MM_PER_POINT = 25.4 / 72


def png_logo(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Pillow.new("RGBA", (width, height), "#C0392B").save(target, "PNG")
    return target.getvalue()


def sizes(pdf: bytes) -> set[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_size() for page in document]
    return {(round(w * MM_PER_POINT, 2), round(h * MM_PER_POINT, 2)) for w, h in pages}


@pytest.mark.parametrize("layout", CARD_LAYOUTS)
@pytest.mark.parametrize("bleed", [False, True])
def test_every_printed_card_scans_on_both_sides(layout, bleed):
    cards = [card(serial) for serial in range(11)]
    codes = {each.code for each in cards}
    read: dict[str, set[str]] = {}
    for picture in pictures_of(pdf_bytes(card_pages(cards, SHOP, ZH_CN, layout, bleed=bleed), "")):
        for symbology, found in codes_in(picture).items():
            read.setdefault(symbology, set()).update(found)
    assert read == {"QR Code": codes, "Code 128": codes}


def test_a_card_says_whose_it_is_and_where_it_counts():
    pages = list(card_pages([card(tier="金卡会员")], SHOP, ZH_CN, "cr80"))
    front, back = (bare(text_of(pdf_bytes([page], ""))) for page in pages)
    for part in ("屿见咖啡", "YUJIANCOFFEE", "金卡会员·20240302入会", "曾雨晴", "No.000041"):
        assert part in front
    code = card().code
    assert bare(" ".join((code[:4], code[4:8], code[8:12], code[12:]))) in back
    assert "原卡即失效" in back
    assert "05718888" in back


@pytest.mark.parametrize("labels", [ZH_CN, ZH_TW, EN])
def test_the_card_speaks_the_shops_language(labels):
    said = bare(text_of(pdf_bytes(card_pages([card()], SHOP, labels, "cr80"), "")))
    assert bare(labels.card_terms) in said
    assert bare(labels.joined.format(date="2024-03-02")) in said


def test_card_printers_get_cards_of_the_standard_size():
    assert sizes(pdf_bytes(card_pages([card()], SHOP, ZH_CN, "cr80"), "")) == {(85.6, 53.98)}
    bled = pdf_bytes(card_pages([card()], SHOP, ZH_CN, "cr80", bleed=True), "")
    assert sizes(bled) == {(85.6 + 2 * BLEED, 53.98 + 2 * BLEED)}
    left, bottom, right, top = pypdfium2.PdfDocument(bled)[0].get_trimbox()
    assert round((right - left) * MM_PER_POINT, 2) == 85.6
    assert round((top - bottom) * MM_PER_POINT, 2) == 53.98


def test_the_colour_runs_over_the_edge_only_with_bleed():
    def corner(bleed: bool) -> tuple[int, ...]:
        (page, *_) = card_pages([card()], SHOP, ZH_CN, "a4", bleed=bleed)
        pixel = painted(page, 100).getpixel(
            (int((SHEET_LEFT - 1.5) / 0.254), int((SHEET_TOP + 20) / 0.254))
        )
        assert isinstance(pixel, tuple)
        return pixel

    assert corner(bleed=False) == (255, 255, 255)
    assert corner(bleed=True) == (0x0F, 0x6E, 0x63)


def test_backs_are_mirrored_so_that_a_turned_sheet_matches():
    cards = [card(serial) for serial in range(3)]
    front, back = card_pages(cards, SHOP, ZH_CN, "a4")
    scale = 200 / 25.4

    def place(page, serial: int, column: int, row: int) -> bool:
        left = (SHEET_LEFT + column * CARD_WIDTH) * scale
        top = (SHEET_TOP + row * CARD_HEIGHT) * scale
        box = (int(left), int(top), int(left + CARD_WIDTH * scale), int(top + CARD_HEIGHT * scale))
        found = codes_in(painted(page, 200).crop(box))
        return any(cards[serial].code in codes for codes in found.values())

    assert place(front, 0, 0, 0)
    assert place(back, 0, 1, 0)
    assert place(front, 1, 1, 0)
    assert place(back, 1, 0, 0)
    assert place(front, 2, 0, 1)
    assert place(back, 2, 1, 1)


def test_pages_are_made_as_they_are_asked_for():
    taken = []

    def cards():
        for serial in range(10_000):
            taken.append(serial)
            yield card(serial)

    assert len(list(islice(card_pages(cards(), SHOP, ZH_CN, "a4"), 2))) == 2
    assert len(taken) == 10
    assert [page_count(n, "a4") for n in (0, 1, 10, 11)] == [0, 2, 2, 4]
    assert page_count(3, "cr80") == 6


def test_printing_tells_how_far_it_is_and_can_be_stopped():
    class StoppedError(Exception):
        pass

    seen: list[int] = []

    def after_page(done: int) -> None:
        seen.append(done)
        if done == 3:
            raise StoppedError

    target = io.BytesIO()
    pages = card_pages([card(n) for n in range(9)], SHOP, ZH_CN, "cr80")
    with pytest.raises(StoppedError):
        write_pdf(pages, target, "cards", after_page)
    assert seen == [1, 2, 3]
    assert target.getvalue() == b""


@pytest.mark.parametrize("both_sides", [False, True])
def test_the_card_sent_by_chat_scans(both_sides):
    page = card_picture(card(), SHOP, ZH_CN, both_sides=both_sides)
    with Pillow.open(io.BytesIO(png_bytes(page, 300))) as picture:
        assert picture.width > 1000
        found = codes_in(picture)
    assert found["QR Code"] == {card().code}
    assert ("Code 128" in found) is both_sides


@pytest.mark.parametrize(
    "name",
    [
        "Maximiliana Konstantinopoulou-Oberhuber von Hohenzollern-Sigmaringen",
        "买买提·艾力·阿不都热合曼·肉孜尼牙孜",
        "㛃" * 200,
        "W" * 200,
    ],
)
def test_a_long_name_never_reaches_the_code(name):
    shop = replace(ENGLISH_SHOP, name=name, subtitle=name, address=name, card_terms=name * 9)
    face = CardFace(shop, EN)
    front = face.front(card(name=name, tier=name))
    panel = [item for item in front if isinstance(item, Rect)][-1]
    for item in front:
        if isinstance(item, Text) and item.text:
            limit = panel.x if item.y > panel.y else CARD_WIDTH - 4
            assert item.x + text_width(item.text, item.size_pt, item.weight) < limit
    for item in face.back(card(name=name)):
        if isinstance(item, Text):
            assert 33 < item.y < CARD_HEIGHT - 3 or item.text[:4].isdigit()


@given(st.integers(0, 0xFFFFFF))
def test_the_text_reads_on_any_brand_colour(value):
    shop = replace(SHOP, brand_colour=f"#{value:06X}")
    items: tuple[Item, ...] = CardFace(shop, ZH_CN).front(card(tier="金卡会员"))
    grounds = [item.fill for item in items if isinstance(item, Circle) and item.fill]
    (ground, *_) = items
    assert isinstance(ground, Rect)
    assert ground.fill is not None
    assert contrast(ground.fill, shop.brand_colour) < 1.35  # hardly to be seen
    grounds.append(ground.fill)
    name = [item for item in items if isinstance(item, Text) and len(item.text) > 1]
    for text in name:
        assert all(contrast(text.colour, ground) >= READABLE for ground in grounds), text


def test_a_logo_takes_the_place_of_the_monogram_and_a_damaged_one_does_not():
    good = png_logo(400, 100)
    for logo, shown in ((good, True), (good[:60], False), (b"GIF89a", False), (b"", False)):
        items = CardFace(replace(SHOP, logo=logo), ZH_CN).front(card())
        assert any(isinstance(item, Image) for item in items) is shown
        assert any(isinstance(i, Text) and i.text == "屿" for i in items) is not shown
    pages = list(card_pages([card()], replace(SHOP, logo=good), ZH_CN, "cr80"))
    assert len(pdf_bytes(pages, "")) > 1000
    assert painted(pages[0], 100).getpixel((30, 35)) == (0xC0, 0x39, 0x2B)
