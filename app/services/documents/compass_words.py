"""The words of the shop compass: what each figure is called and how it is counted.

The window, the paper and the command line say the same sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CompassWords:
    """One language. `names` and `how` are by figure, and by table: `new_by_source`,
    `tier_moves`, `benefits`, `cohorts`, `liability`, `best_products`, `pairs`.

    Those with `{…}` are filled in where they are used.
    """

    names: Mapping[str, str]
    how: Mapping[str, str]
    parts: Mapping[str, str]
    kinds: Mapping[str, str]
    owed: Mapping[str, str]
    title: str
    told: str
    period: str
    now: str
    before: str
    year_before: str
    change_times: str
    change_points: str
    same: str
    was_nothing: str
    unknown: str
    no_source: str
    kept: str
    from_tier: str
    first_tier: str
    newest_read: str
    nothing: str
    by_chance: str
    cohort: str
    members: str
    months_after: str
    product: str
    quantity: str
    revenue: str
    together: str
    baskets: str
    lift: str
    uses: str
    up: str
    down: str
    counted: str
    page: str
    average: str


def compass_words(language: str) -> CompassWords:
    """The words of a language; English where it is unknown."""
    if language == "zh_CN":
        from app.services.documents.compass_words_zh_cn import WORDS
    elif language == "zh_TW":
        from app.services.documents.compass_words_zh_tw import WORDS
    else:
        from app.services.documents.compass_words_en import WORDS
    return WORDS
