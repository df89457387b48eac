"""The compass on paper: whole in each language, and sound where there is nothing to tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.messages import LANGUAGES
from app.services.documents.compass_report import SECTIONS, compass_pages, save_compass
from app.services.documents.compass_words import compass_words
from app.services.documents.drawing import Text
from app.services.rules.insight.periods import Period
from tests.services.documents.reading import text_of
from tests.shop_builder import add_member, sell


@pytest.fixture
def traded(shop, clock):
    for at in range(3):
        member = add_member(shop, "欧阳" * 20, f"{at:06d}")
        clock.forward(days=-35)
        sell(shop, 12_345, member)
        clock.forward(days=35)
        sell(shop, 999, member)
    return shop


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_names_every_figure_and_how_it_is_counted(traded, tmp_path, language):
    facts = replace(traded.desk.settings.facts, language=language)
    path = tmp_path / "compass.pdf"
    save_compass(path, traded.compass.compass(), facts)
    text = text_of(path.read_bytes())
    words = compass_words(language)
    for name in words.names.values():
        assert "".join(name.split()) in "".join(text.split())
    assert "2026-11-21" in text
    assert facts.name in text
    # One heading of each period over every part.
    assert text.count(words.now) == len(SECTIONS)


def test_where_no_two_products_meet_the_report_says_that_it_is_chance(traded):
    words = compass_words(traded.desk.settings.facts.language)
    said = {
        item.text
        for page in compass_pages(traded.compass.compass(), traded.desk.settings.facts)
        for item in page.items
        if isinstance(item, Text)
    }
    assert words.by_chance in said


def test_a_report_of_an_empty_shop_has_no_chart_and_numbered_pages(shop):
    pages = compass_pages(shop.compass.compass(), shop.desk.settings.facts)
    for index, page in enumerate(pages, 1):
        texts = [item.text for item in page.items if isinstance(item, Text)]
        assert f"第 {index} 页，共 {len(pages)} 页" in texts
        for item in page.items:
            if isinstance(item, Text):
                assert 0 <= item.x <= page.width
                assert 0 <= item.y <= page.height


def test_ten_years_fit_on_their_pages(traded):
    today = traded.desk.today()
    whole = traded.compass.compass(Period(today.replace(year=2016), today))
    for page in compass_pages(whole, traded.desk.settings.facts):
        for item in page.items:
            if isinstance(item, Text):
                assert item.y <= page.height
