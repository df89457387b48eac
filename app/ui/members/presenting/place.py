"""Where the member shown stands: asked for in the long lane, late answers dropped. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.member_place import MemberPlace
    from app.ui.tasks import Job, Tasks


class PlaceView(Protocol):
    """What the presenter asks of the card."""

    def show_place(self, place: MemberPlace) -> None:
        """Show where the member stands."""

    def show_nothing(self) -> None:
        """It is not known (yet)."""


class PlacePresenter:
    """One member at a time."""

    def __init__(self, view: PlaceView, shop: Callable[[], Any], tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._member_id: UUID | None = None
        self._run = 0
        self._job: Job | None = None

    def show(self, member_id: UUID) -> None:
        """Show a member; what is shown of the same one stays until the answer comes."""
        if member_id != self._member_id:
            self._view.show_nothing()
        self._member_id = member_id
        self._run += 1
        mine, shop = self._run, self._shop()
        if self._job is not None:
            self._job.cancel()

        def found(place: MemberPlace) -> None:
            if mine == self._run:
                self._view.show_place(place)

        def failed(_error: Exception) -> None:
            # The page is whole without it; what really is wrong is said by the rest of it.
            if mine == self._run:
                self._view.show_nothing()

        self._job = self._tasks.run_long(
            lambda _progress, _stop: shop.places.of(member_id), found, failed
        )
