"""The rules of follow-ups without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from app.services.care_types import FollowUpRule, RuleDraft
from app.services.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.staff import Person
    from app.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Known:
    """The rules there are, and what one may name."""

    rules: tuple[FollowUpRule, ...]
    categories: tuple[str, ...]
    advisers: tuple[Person, ...]


class RulesView(Protocol):
    """What the presenter asks of the page."""

    def show_known(self, known: Known) -> None:
        """Show the rules."""

    def saved(self, rule: FollowUpRule, made: int) -> None:
        """A rule is kept; so many follow-ups were made at once."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class RulesPresenter:
    """Reads the rules, and keeps one at a time."""

    def __init__(self, view: RulesView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks

    def refresh(self) -> None:
        """Read them again."""
        self._tasks.run(self._read, self._view.show_known, self._view.refuse)

    def _read(self) -> Known:
        shop = self._shop
        return Known(
            shop.follow_up_rules.listed(),
            tuple(each.name for each in shop.products.categories()),
            tuple(each for each in shop.staff.list() if each.active),
        )

    def save(self, draft: RuleDraft, rule_id: UUID | None) -> None:
        """Keep a rule; what it asks for today is made behind everything else."""
        rules, new_id = self._shop.follow_up_rules, rule_id or uuid7()

        def saved(rule: FollowUpRule) -> None:
            self.refresh()
            if not draft.active:
                self._view.saved(rule, 0)
                return
            self._tasks.run_long(
                lambda _progress, _stop: rules.catch_up(),
                lambda made: self._view.saved(rule, made),
                self._view.refuse,
            )

        self._tasks.run(lambda: rules.save(draft, new_id), saved, self._view.refuse)
