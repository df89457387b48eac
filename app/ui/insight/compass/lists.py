"""The five lists of the compass, filled from its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from app.services.compass_types import BenefitUse, Best, Pairs, People, Tiers
from app.services.documents.compass_told import UNKNOWN, Told
from app.services.rules.money import quantity
from app.ui.insight.compass.presenter import Part
from app.ui.insight.compass.tables import Line, ListCard

PAIRS_SHOWN: Final = 10
_NAMES: Final = {
    "sources": "new_by_source",
    "moves": "tier_moves",
    "benefits": "benefits",
    "best": "best_products",
    "pairs": "pairs",
}


class ListCards(QObject):
    """Makes them, and says which row was opened."""

    opened = Signal(str, object, str)
    """(what, the key of the list behind it, its title)"""
    looked_at = Signal(str)
    made = Signal()
    """One of them has its table now."""

    def __init__(self) -> None:
        super().__init__()
        self._told: Told | None = None
        self._found: dict[Part, Any] = {}
        self.sources, self.moves, self.benefits = ListCard(), ListCard(), ListCard()
        self.best, self.pairs = ListCard(), ListCard()
        self._show: dict[Part, Callable[[Told, Any], None]] = {
            Part.PEOPLE: self._show_people,
            Part.TIERS: self._show_tiers,
            Part.BENEFITS: self._show_benefits,
            Part.BEST: self._show_best,
            Part.PAIRS: self._show_pairs,
        }
        kinds = {
            "sources": "source",
            "moves": "move",
            "benefits": "benefit",
            "best": "product",
            "pairs": "pair",
        }
        for card in _NAMES:
            made: ListCard = getattr(self, card)
            made.made.connect(self.made)
            made.looked_at.connect(lambda card=card: self.looked_at.emit(_NAMES[card]))
            what = kinds.get(card, "")
            made.opened.connect(
                lambda line, what=what: self.opened.emit(what, line.key, line.texts[0])
            )

    def say(self, told: Told) -> None:
        """Say everything again in another language."""
        self._told = told
        for card, name in _NAMES.items():
            getattr(self, card).say(told.words.names[name])
        for part, found in self._found.items():
            self._show[part](told, found)

    def wait(self) -> None:
        """All are on their way."""
        self._found.clear()
        for card in _NAMES:
            getattr(self, card).wait()

    def show_part(self, part: Part, found: Any) -> None:
        """Show what came out, where it is one of these."""
        if part in self._show and self._told is not None:
            self._found[part] = found
            self._show[part](self._told, found)

    # -- each --------------------------------------------------------------------------------

    def _show_people(self, told: Told, people: People) -> None:
        words = told.words
        self.sources.show_lines(
            ("", words.members, *told.headings()),
            [
                Line(
                    (told.source(row), f"{row.now:,}", f"{row.before:,}", f"{row.year_before:,}"),
                    (row.key,),
                )
                for row in people.sources
            ],
            empty=words.nothing,
            compared=2,
        )

    def _show_tiers(self, told: Told, tiers: Tiers) -> None:
        words = told.words
        self.moves.show_lines(
            ("", words.members),
            [
                Line(
                    (f"{'↑' if move.up else '↓'} {told.move(move)}", f"{move.members:,}"), move.key
                )
                for move in tiers.moves
            ],
            empty=words.nothing,
            note=words.kept.format(count=f"{tiers.kept:,}") if tiers.kept else "",
        )

    def _show_benefits(self, told: Told, benefits: tuple[BenefitUse, ...]) -> None:
        words = told.words
        self.benefits.show_lines(
            ("", words.uses, *told.headings()),
            [
                Line(
                    (told.benefit(use), f"{use.now:,}", f"{use.before:,}", f"{use.year_before:,}"),
                    (use.kind, use.id),
                )
                for use in benefits
            ],
            empty=words.nothing,
            compared=2,
        )

    def _show_best(self, told: Told, best: Best) -> None:
        words = told.words

        def known(minor: int | None) -> str:
            return UNKNOWN if minor is None else told.amount(minor)

        self.best.show_lines(
            (words.product, words.quantity, words.revenue, *told.headings()),
            [
                Line(
                    (
                        each.name, _pieces(each.quantity_milli), told.amount(each.total_minor),
                        known(each.before_minor), known(each.year_before_minor),
                    ),
                    ("" if each.product_id is None else each.product_id.hex, each.name),
                )
                for each in best.products
            ],
            empty=words.nothing,
            note=told.read(best.read, best.sales),
            compared=2,
        )  # fmt: skip

    def _show_pairs(self, told: Told, pairs: Pairs) -> None:
        words = told.words
        self.pairs.show_lines(
            (words.together, words.baskets, words.lift),
            [
                Line(
                    (f"{pair.first} + {pair.second}", f"{pair.baskets:,}", f"× {pair.lift:.1f}"),
                    (pair.first, pair.second),
                )
                for pair in pairs.pairs[:PAIRS_SHOWN]
            ],
            empty=told.no_pairs(pairs.sales),
            note=told.read(pairs.read, pairs.sales),
        )


def _pieces(milli: int) -> str:
    """A quantity with its thousands apart: "1,111", "2,040.5"."""
    whole, dot, part = quantity(milli).partition(".")
    return f"{int(whole):,}{dot}{part}"
