"""The members' list: what is asked for, and the pages that answer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.services.member_types import MemberFilter, MemberRow

if TYPE_CHECKING:
    from app.ui.tasks import Tasks

FIRST: Final = 100
"""Rows that come with the answer itself; as many as the table holds in a page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as found. `first` are its first rows; while not `counted`, there may be more."""

    wanted: MemberFilter
    count: int
    first: tuple[MemberRow, ...]
    counted: bool = True

    @property
    def is_whole_shop(self) -> bool:
        """Whether nothing was asked for, so that an empty list is an empty shop."""
        wanted = self.wanted
        return not (wanted.text or wanted.state or wanted.tag)


class ListView(Protocol):
    """What the presenter asks of the screen."""

    def show_list(self, listed: Listed) -> None:
        """Show another list, or the same one counted."""

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Offer these tags as a filter."""


class ListPresenter:
    """Asks for the newest filter only: what was typed over is dropped before it is looked up."""

    def __init__(self, view: ListView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._wanted = MemberFilter()
        self._asked = 0

    @property
    def wanted(self) -> MemberFilter:
        """What the list shows."""
        return self._wanted

    def want(
        self,
        *,
        text: str | None = None,
        state: str | None = None,
        tag: str | None = None,
        sort: str | None = None,
    ) -> None:
        """Change what is given of the filter, and find again."""
        given = {"text": text, "state": state, "tag": tag, "sort": sort}
        changed = replace(
            self._wanted, **{name: value for name, value in given.items() if value is not None}
        )
        if changed != self._wanted:
            self._wanted = changed
            self._find()

    def reload(self) -> None:
        """Find the same again: members changed."""
        self._tasks.run(self._shop.members.tags, self._view.show_tags)
        self._find()

    def fetch(self, offset: int, limit: int, give: Callable[[Sequence[MemberRow]], None]) -> None:
        """Rows of the list now shown, for a table."""
        wanted = self._wanted
        self._tasks.run(lambda: self._shop.members.page(wanted, offset, limit), give)

    def _find(self) -> None:
        self._asked += 1
        mine, wanted = self._asked, self._wanted

        def first() -> tuple[MemberRow, ...] | None:
            if mine != self._asked:
                return None
            rows: tuple[MemberRow, ...] = self._shop.members.page(wanted, 0, FIRST)
            return rows

        def found(rows: tuple[MemberRow, ...] | None) -> None:
            if rows is None or mine != self._asked:
                return
            whole = len(rows) < FIRST
            self._view.show_list(Listed(wanted, len(rows), rows, counted=whole))
            if not whole:
                self._count(mine, Listed(wanted, len(rows), rows))

        self._tasks.run(first, found)

    def _count(self, mine: int, shown: Listed) -> None:
        """Counting a long list takes longer than its first page: it follows."""

        def count() -> int | None:
            if mine != self._asked:
                return None
            return int(self._shop.members.page_count(shown.wanted))

        def counted(total: int | None) -> None:
            if total is not None and mine == self._asked:
                self._view.show_list(replace(shown, count=max(total, shown.count)))

        self._tasks.run(count, counted)
