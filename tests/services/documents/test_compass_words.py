"""Every figure is named and says how it is counted, in each language."""

import pytest

from app.messages import LANGUAGES
from app.services.documents.compass_words import compass_words
from app.services.rules.insight.figures import FigureName

TABLES = {
    "new_by_source", "tier_moves", "benefits", "cohorts", "liability", "best_products", "pairs",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_says_how_it_is_counted(language):
    words = compass_words(language)
    for told in (words.names, words.how):
        assert set(told) == {*map(str, FigureName), *TABLES}
        assert all(told.values())
    assert all(text.endswith((".", "。")) for text in words.how.values())
