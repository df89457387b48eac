"""Cards to print or to save: of one member, of those chosen in the list, of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID

from app.services.member_types import MemberFilter

if TYPE_CHECKING:
    from app.services.documents.drawing import Page
    from app.services.progress import Progress, StopAsked
    from app.services.rules.shop_facts import CardFacts

Layout = Literal["cr80", "a4"]
Spans = tuple[tuple[int, int], ...]

PRINTED_AT_ONCE: Final = 100
"""Cards in one print job: a job of thousands of drawn pages would fill the memory."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose cards: these places of a list, the whole list where `spans` is empty, or the very
    cards or members that are named."""

    wanted: MemberFilter = field(default_factory=MemberFilter)
    spans: Spans = ()
    card_id: UUID | None = None
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CardChoice:
    """How cards come out: for a card printer or ten on A4, with colour over the edge or not."""

    whose: Whose
    layout: Layout = "cr80"
    bleed: bool = False


class CardWork:
    """Work for the long lane: none of it touches the window."""

    def __init__(self, shop: Any) -> None:
        self._shop = shop

    def members(self, whose: Whose) -> Sequence[UUID]:
        """The members meant, in the order of their list."""
        if whose.member_id is not None:
            return (whose.member_id,)
        ids: Sequence[UUID] = self._shop.members.ids(whose.wanted)
        if not whose.spans:
            return ids
        return [
            ids[place]
            for first, last in whose.spans
            for place in range(first, min(last + 1, len(ids)))
        ]

    def save(self, choice: CardChoice, path: Path) -> Callable[[Progress, StopAsked], int]:
        """Work that writes a PDF, or a PNG of both sides, and returns the number of cards."""

        def work(progress: Progress, stop_asked: StopAsked) -> int:
            from app.services.documents.files import save_cards

            facts, total = self._facts(choice.whose)
            save_cards(
                path,
                facts,
                total,
                self._shop.desk.settings.facts,
                layout=choice.layout,
                bleed=choice.bleed,
                progress=progress,
                stop_asked=stop_asked,
            )
            return total

        return work

    def prints(
        self, choice: CardChoice, spool: Callable[[tuple[Page, ...]], None]
    ) -> Callable[[Progress, StopAsked], int]:
        """Work that gives `spool` the pages of every job, and returns the number of cards."""

        def work(progress: Progress, stop_asked: StopAsked) -> int:
            from app.services.documents.card import card_pages
            from app.services.documents.labels import labels_for
            from app.services.progress import stop_if

            facts, total = self._facts(choice.whose)
            shop = self._shop.desk.settings.facts
            labels, done = labels_for(shop.language), 0
            for part in _parts(facts, PRINTED_AT_ONCE):
                stop_if(stop_asked)
                spool(tuple(card_pages(part, shop, labels, choice.layout, bleed=choice.bleed)))
                done += len(part)
                progress(done, total)
            return done

        return work

    def _facts(self, whose: Whose) -> tuple[Iterator[CardFacts], int]:
        cards = self._shop.cards
        if whose.card_id is not None:
            return iter((cards.facts_of_card(whose.card_id),)), 1
        members = self.members(whose)
        return cards.facts(members), len(members)


def _parts(facts: Iterator[CardFacts], size: int) -> Iterator[list[CardFacts]]:
    part: list[CardFacts] = []
    for each in facts:
        part.append(each)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part
