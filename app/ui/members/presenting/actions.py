"""What may be done on a member's page; nearly all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.services.cards import CardKind, MemberCard
from app.services.member_types import MemberState
from app.ui.members.presenting.told import Told

if TYPE_CHECKING:
    from app.services.visits import CheckIn
    from app.ui.members.presenting.page import Page
    from app.ui.tasks import Tasks

Undo = Callable[[], None]


class ActionsView(Protocol):
    """What the actions ask of the screen."""

    def tell(self, told: Told, undo: Undo | None = None) -> None:
        """Say what happened, and offer to take it back."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def changed(self, *, page_too: bool = True) -> None:
        """Something about a member changed: show it here and on the other screens; without
        `page_too` the page shows it already."""


class Actions:
    """Each verb of the page: done in a task, told, and undone by its opposite."""

    def __init__(self, view: ActionsView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks

    def check_in(self, page: Page) -> None:
        """Record that the member is here."""
        member_id = page.member.member_id

        def done(result: CheckIn) -> None:
            what = "checked_in" if result.first_today else "checked_in_before"
            if result.points:
                what = "checked_in_points"
            facts = (("name", page.name), ("visits", result.visits), ("points", result.points))
            self._view.tell(Told(what, facts))
            self._view.changed()

        self._tasks.run(lambda: self._shop.visits.check_in(member_id), done, self._view.refuse)

    def move(self, page: Page, to: MemberState) -> None:
        """Freeze, archive, or bring back."""
        member_id, before = page.member.member_id, page.member.state
        if before is to:
            return
        told = "state_restored" if before is MemberState.ARCHIVED else f"state_{to.value}"
        self._do(
            lambda: self._move(member_id, before, to),
            Told(told, (("name", page.name),)),
            lambda _done: self._move(member_id, to, before),
        )

    def report_lost(self, card: MemberCard) -> None:
        """Stop a card that was lost."""
        self._do(
            lambda: self._shop.cards.report_lost(card.card_id),
            Told("card_lost", (("code", card.code),)),
            lambda _done: self._shop.cards.reactivate(card.card_id),
        )

    def found_again(self, card: MemberCard) -> None:
        """Take a lost card back into use."""
        self._do(
            lambda: self._shop.cards.reactivate(card.card_id),
            Told("card_found", (("code", card.code),)),
            lambda _done: self._shop.cards.report_lost(card.card_id),
        )

    def replace(self, card: MemberCard) -> None:
        """Give a new card in place of this one, which from now on says so."""

        self._do(
            lambda: self._shop.cards.replace(card.card_id),
            Told("card_replaced", (("code", card.code),)),
            lambda _new: self._shop.cards.undo_replace(card.card_id),
        )

    def add_card(self, page: Page, kind: CardKind, holder: str, then: Callable[[], None]) -> None:
        """Give the member one more card; `then` is called once it is there."""
        member_id = page.member.member_id

        def done(card: MemberCard) -> None:
            then()
            told = Told("card_added", (("code", card.code), ("name", card.holder or page.name)))
            self._view.tell(told, self._undoing(lambda: self._shop.cards.close(card.card_id)))
            self._view.changed()

        self._tasks.run(
            lambda: self._shop.cards.issue(member_id, kind, holder), done, self._view.refuse
        )

    def _move(self, member_id: UUID, before: MemberState, to: MemberState) -> None:
        members = self._shop.members
        if before is MemberState.ARCHIVED:
            members.unarchive(member_id)
            if to is MemberState.FROZEN:
                members.freeze(member_id)
        elif to is MemberState.FROZEN:
            members.freeze(member_id)
        elif to is MemberState.ARCHIVED:
            members.archive(member_id)
        else:
            members.unfreeze(member_id)

    def _do(self, work: Callable[[], Any], told: Told, undo: Callable[[Any], object]) -> None:
        def done(result: Any) -> None:
            self._view.tell(told, self._undoing(lambda: undo(result)))
            self._view.changed()

        self._tasks.run(work, done, self._view.refuse)

    def _undoing(self, work: Callable[[], object]) -> Undo:
        def undone(_result: object) -> None:
            self._view.tell(Told("undone"))
            self._view.changed()

        return lambda: self._tasks.run(work, undone, self._view.refuse)
