"""Challenges without Qt: the list, the board of the one in front, who takes part."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from app.services.challenges import BoardRow, Challenge, ChallengeDraft
from app.services.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from app.ui.tasks import Tasks


class ChallengesView(Protocol):
    """What the presenter asks of the page."""

    def show_challenges(
        self, found: tuple[Challenge, ...], series: tuple[tuple[str, str], ...]
    ) -> None:
        """List them; `series` are the measurements one may be about."""

    def show_board(self, challenge: Challenge, board: tuple[BoardRow, ...]) -> None:
        """Show who leads."""

    def joined(self, name: str) -> None:
        """Say who takes part now."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class ChallengesPresenter:
    """Keeps which challenge is in front."""

    def __init__(self, view: ChallengesView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._chosen: UUID | None = None

    def refresh(self) -> None:
        """Read the list again; the board follows."""
        shop = self._shop

        def show(found: tuple[tuple[Challenge, ...], tuple[tuple[str, str], ...]]) -> None:
            self._view.show_challenges(*found)

        self._tasks.run(
            lambda: (shop.challenges.listed(), shop.measures.known()), show, self._view.refuse
        )

    def choose(self, challenge: Challenge | None) -> None:
        """Reckon the board of one; it reads every member's period, so behind everything else."""
        self._chosen = None if challenge is None else challenge.challenge_id
        if challenge is None:
            return

        def show(board: tuple[BoardRow, ...]) -> None:
            if self._chosen == challenge.challenge_id:
                self._view.show_board(challenge, board)

        challenges = self._shop.challenges
        self._tasks.run_long(
            lambda _progress, _stop: challenges.board(challenge.challenge_id),
            show,
            self._view.refuse,
        )

    def make(self, draft: ChallengeDraft) -> Challenge:
        """Begin one; called by the sheet, away from the window."""
        made: Challenge = self._shop.challenges.make(uuid7(), draft)
        return made

    def join(self, challenge: Challenge, text: str) -> Any:
        """Let a member in by number, phone or card; called away from the window."""
        member = self._shop.members.resolve(text)
        self._shop.challenges.join(challenge.challenge_id, member.member_id)
        return member

    def join_scanned(self, challenge: Challenge, code: str) -> None:
        """The same by a scan."""

        def joined(member: Any) -> None:
            self._view.joined(member.name or member.number)
            self.refresh()

        self._tasks.run(lambda: self.join(challenge, code), joined, self._view.refuse)

    def leave(self, challenge: Challenge, row: BoardRow) -> None:
        """Take a member out; the way back lets them in again."""
        challenges, member_id = self._shop.challenges, row.member.member_id
        self._do(lambda: challenges.leave(challenge.challenge_id, member_id))

    def join_again(self, challenge: Challenge, row: BoardRow) -> None:
        """Let one in who was just taken out."""
        challenges, member_id = self._shop.challenges, row.member.member_id
        self._do(lambda: challenges.join(challenge.challenge_id, member_id))

    def call_off(self, challenge: Challenge) -> Challenge:
        """End one without a winner; called away from the window."""
        ended: Challenge = self._shop.challenges.call_off(challenge.challenge_id)
        return ended

    def _do(self, work: Callable[[], Any]) -> None:
        self._tasks.run(work, lambda _done: self.refresh(), self._view.refuse)
