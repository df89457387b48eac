"""The members' screen without Qt: a list, a page, and what may be done there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.services.cards import MemberCard
from app.services.member_types import MemberState
from app.ui.members.presenting.actions import Actions
from app.ui.members.presenting.editing import Editing, EditorView
from app.ui.members.presenting.listing import ListPresenter, ListView
from app.ui.members.presenting.merging import Merging, MergingView
from app.ui.members.presenting.page import PagePresenter, PageView
from app.ui.members.presenting.value import Value, ValueView

if TYPE_CHECKING:
    from app.ui.tasks import Tasks


class MembersView(ListView, PageView, ValueView, MergingView, EditorView, Protocol):
    """What the presenter asks of the screen."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def scanned_tone(self, good: bool) -> None:
        """Sound the tone of a scan."""


class MembersPresenter:
    """Puts the list, the page and the actions together."""

    def __init__(self, view: MembersView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self.listing = ListPresenter(view, shop, tasks)
        self.page = PagePresenter(view, shop, tasks)
        self.actions = Actions(view, shop, tasks)
        self.value = Value(view, shop, tasks)
        self.merging = Merging(view, shop, tasks)
        self.editing = Editing(view, shop, tasks, self.open)

    def reload(self) -> None:
        """Show list and page as they are now."""
        self.listing.reload()
        self.page.reload()

    def open(self, member_id: UUID) -> None:
        """Open a member's page."""
        self.page.open(member_id)

    def open_card(self, code: str) -> None:
        """Open the member whose card was scanned."""

        def found(card: MemberCard) -> None:
            self._view.scanned_tone(good=True)
            self.page.open(card.member_id)

        def refused(error: Exception) -> None:
            self._view.scanned_tone(good=False)
            self._view.refuse(error)

        self._tasks.run(lambda: self._shop.cards.find(code), found, refused)

    def edit(self) -> None:
        """Change the member on the page."""
        if self.page.page is not None:
            self.editing.edit(self.page.page)

    def check_in(self) -> None:
        """Record that the member on the page is here."""
        if self.page.page is not None:
            self.actions.check_in(self.page.page)

    def move(self, to: MemberState) -> None:
        """Freeze, archive, or bring back the member on the page."""
        if self.page.page is not None:
            self.actions.move(self.page.page, to)
