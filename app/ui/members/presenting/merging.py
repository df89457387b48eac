"""Two members who are one person: found, shown before and after, merged, taken apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.errors import MergeRefused
from app.services.ids import uuid7
from app.services.merge_types import KeptPlan, Merge
from app.ui.members.presenting.actions import ActionsView
from app.ui.members.presenting.told import Told

if TYPE_CHECKING:
    from app.services.member_types import MemberHit
    from app.ui.members.presenting.page import Page
    from app.ui.tasks import Tasks

OFFERED = 8


class MergingView(ActionsView, Protocol):
    """What merging asks of the screen."""

    def show_others(self, text: str, found: tuple[MemberHit, ...]) -> None:
        """List who may be meant by a text."""

    def show_merge(self, merge: Merge, plan: KeptPlan | None) -> None:
        """Show what a merge would do to both; `plan` is whose goes on, where both are in one."""

    def show_unmerge(self, merge: Merge) -> None:
        """Show what taking the newest merge apart would do."""

    def refuse_merge(self, error: Exception) -> None:
        """Say why these two cannot be merged."""


class Merging:
    """Each question is answered by the merge itself, taken back."""

    def __init__(self, view: MergingView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._op_id = uuid7()

    def find(self, page: Page, text: str) -> None:
        """Find others as their name, phone or number is typed."""
        members, own = self._shop.members, page.member.member_id

        def work() -> tuple[MemberHit, ...]:
            hits = members.suggest(text, OFFERED, archived=True) if text.strip() else ()
            return tuple(hit for hit in hits if hit.member_id != own)

        self._tasks.run(work, lambda found: self._view.show_others(text, found))

    def scan(self, page: Page, text: str) -> None:
        """The member whose card was scanned, or whose whole number or phone was typed."""
        members = self._shop.members
        self._tasks.run(
            lambda: members.resolve(text).member_id,
            lambda other: self.choose(page, other),
            self._view.refuse_merge,
        )

    def choose(self, page: Page, other: UUID, plan: KeptPlan | None = None) -> None:
        """Show what merging that one into the member on the page would do."""
        merges, keep = self._shop.merges, page.member.member_id
        self._op_id = uuid7()

        def work() -> tuple[Merge, KeptPlan | None]:
            try:
                return merges.preview(keep, other, plan), plan
            except MergeRefused as refused:
                if refused.reason != "merge_plans":
                    raise
                return merges.preview(keep, other, KeptPlan.KEEP), KeptPlan.KEEP

        self._tasks.run(work, lambda found: self._view.show_merge(*found), self._view.refuse_merge)

    def merge(
        self, shown: Merge, plan: KeptPlan | None, reason: str, then: Callable[[], None]
    ) -> None:
        """Merge them; the note offers to take them apart again."""
        merges, op_id = self._shop.merges, self._op_id
        keep, gone = shown.keep.member_id, shown.gone.member_id

        def done(made: Merge) -> None:
            then()
            self._tell(made, "merged", lambda: self._undo(keep))

        self._tasks.run(
            lambda: merges.merge(op_id, keep, gone, plan=plan, reason=reason),
            done,
            self._view.refuse_merge,
        )

    def ask_unmerge(self, page: Page) -> None:
        """Show what taking the newest merge into the member on the page apart would do."""
        merges, keep = self._shop.merges, page.member.member_id
        self._op_id = uuid7()
        self._tasks.run(
            lambda: merges.preview_unmerge(keep), self._view.show_unmerge, self._view.refuse
        )

    def unmerge(self, shown: Merge, reason: str, then: Callable[[], None]) -> None:
        """Take them apart."""
        merges, op_id, keep = self._shop.merges, self._op_id, shown.keep.member_id

        def done(made: Merge) -> None:
            then()
            self._tell(made, "unmerged", None)

        self._tasks.run(
            lambda: merges.unmerge(op_id, keep, reason=reason), done, self._view.refuse_merge
        )

    def _undo(self, keep: UUID) -> None:
        merges, op_id = self._shop.merges, uuid7()
        self._tasks.run(
            lambda: merges.unmerge(op_id, keep),
            lambda made: self._tell(made, "unmerged", None),
            self._view.refuse,
        )

    def _tell(self, made: Merge, what: str, undo: Callable[[], None] | None) -> None:
        facts = (("gone", _named(made.gone)), ("keep", _named(made.keep)))
        self._view.tell(Told(what, facts), undo)
        self._view.changed()


def _named(member: Any) -> str:
    text: str = member.name or member.number
    return text
