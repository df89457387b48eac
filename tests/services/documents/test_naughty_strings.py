"""Any text in any field prints as it is, and nothing in it is ever acted upon."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from app.services.documents.card import card_pages, card_picture
from app.services.documents.fonts import printable
from app.services.documents.labels import EN, ZH_CN
from app.services.documents.pdf import pdf_bytes
from app.services.documents.png import painted
from app.services.documents.receipt import RECEIPT_WIDTHS, receipt_pages
from app.services.rules.pricing import Reason
from app.services.rules.shop_facts import CardFacts, ShopFacts
from app.services.rules.tenders import Tender, TenderKind
from tests.services.documents.reading import bare, text_of
from tests.services.documents.samples import MEMBER, SHOP, card, hand_discount, line, receipt

LIST = Path(__file__).parents[4] / "shared" / "data" / "naughty-strings" / "blns.json"

pytestmark = pytest.mark.skipif(not LIST.exists(), reason="the list is not on this machine")


def naughty() -> list[str]:
    strings: list[str] = json.loads(LIST.read_text(encoding="utf-8"))
    return strings


def copies_exactly(text: str) -> bool:
    """Readers turn right-to-left text and merge stacked accents; all else must come back."""
    directions = {unicodedata.bidirectional(character) for character in text}
    return not directions & {"R", "AL"} and not any(map(unicodedata.combining, text))


def naughty_receipt(text: str):
    bad = line(text, 100, hand_discount(1, text))
    sold = receipt(bad, bad._replace(effects=()))
    return sold._replace(
        staff=text,
        source_receipt=text,
        claimed_by=text,
        member=MEMBER._replace(name=text, phone=text, number=text),
        tenders=(Tender(TenderKind.OTHER, 199, text),),
        why=(Reason(text, (("reason", text),)),),
    )


def naughty_shop(text: str) -> ShopFacts:
    return ShopFacts(
        name=text,
        subtitle=text,
        address=text,
        phone=text,
        brand_colour=text,
        logo=text.encode("utf-8", "replace"),
        receipt_footer=text,
        card_terms=text,
    )


def test_every_product_name_is_printed_literally():
    strings = naughty()
    assert len(strings) > 400
    lines = [line(text, 100) for text in strings if copies_exactly(text)]
    said = bare(text_of(pdf_bytes(receipt_pages(receipt(*lines), SHOP, ZH_CN, "80"), "x")))
    lost = [each.name for each in lines if bare(printable(each.name)) not in said]
    assert lost == []


@pytest.mark.parametrize("width", RECEIPT_WIDTHS)
def test_no_text_in_any_field_stops_a_receipt(width):
    pages = [
        page
        for text in naughty()
        for page in receipt_pages(
            naughty_receipt(text), naughty_shop(text), EN, width, duplicate=True
        )
    ]
    assert len(pages) >= len(naughty())
    assert pdf_bytes(pages, "<b>&\x00\ud800").startswith(b"%PDF")


def test_no_text_in_any_field_stops_a_card():
    pages = [
        page
        for text in naughty()
        for page in card_pages(
            [CardFacts(card().code, text, text, text, text)], naughty_shop(text), EN, "cr80"
        )
    ]
    assert len(pages) == 2 * len(naughty())
    assert pdf_bytes(pages, naughty()[-1]).startswith(b"%PDF")


def test_pictures_take_any_text():
    for text in naughty()[::12]:
        (page,) = receipt_pages(naughty_receipt(text), naughty_shop(text), EN, "58")
        assert painted(page, 72).width > 100
        facts = CardFacts(card().code, text, text, text, text)
        assert painted(card_picture(facts, naughty_shop(text), EN), 72).width > 100
