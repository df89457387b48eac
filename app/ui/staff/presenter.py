"""Asking who somebody is, by PIN or card, without Qt: for the lock and for a word on the spot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from app.errors import PinBlocked, PinWrong
from app.services.rules.codes import CodeKind, cleaned, kind_of

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.staff import Person
    from app.ui.tasks import Tasks

T = TypeVar("T")


class ProofView(Protocol):
    """What the presenter asks of the sheet."""

    def show_people(self, people: tuple[Person, ...], chosen: int) -> None:
        """Who can be chosen; -1 is nobody."""

    def ask_pin(self, wanted: bool) -> None:
        """Take a PIN, or nothing where the till asks for none."""

    def refuse(self, error: Exception, wait_seconds: int) -> None:
        """Say why not, and take no PIN for so long."""

    def busy(self, busy: bool) -> None:
        """A PIN is being tried."""

    def done(self) -> None:
        """Somebody was recognised."""


class ProofPresenter(Generic[T]):
    """Holds who is chosen, and tries what is typed or scanned."""

    def __init__(
        self,
        view: ProofView,
        tasks: Tasks,
        *,
        people: Callable[[], tuple[Person, ...]],
        by_pin: Callable[[Any, str], T],
        by_card: Callable[[str], T],
        then: Callable[[T], None],
        first: UUID | None = None,
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._read_people = people
        self._by_pin = by_pin
        self._by_card = by_card
        self._then = then
        self._first = first
        self._trying = False
        self.people: tuple[Person, ...] = ()
        self.chosen = -1

    def load(self) -> None:
        """Fetch who can be chosen."""
        self._tasks.run(self._read_people, self._show, lambda error: self._view.refuse(error, 0))

    def choose(self, at: int) -> None:
        """Choose one of the people."""
        if 0 <= at < len(self.people):
            self.chosen = at
            self._view.show_people(self.people, at)
            self._view.ask_pin(self._asks_pin())

    def move(self, step: int) -> None:
        """Choose the next or the one before."""
        if self.people:
            self.choose((self.chosen + step) % len(self.people))

    def enter(self, text: str) -> None:
        """What was typed or scanned into the field of the PIN: a card's code is one too."""
        if kind_of(cleaned(text)) is CodeKind.STAFF:
            self.scanned(text)
        elif 0 <= self.chosen < len(self.people) and (text.strip() or not self._asks_pin()):
            person = self.people[self.chosen]
            self._try(lambda: self._by_pin(person.staff_id, text))

    def scanned(self, code: str) -> bool:
        """A card was scanned; anything else is refused."""
        if kind_of(cleaned(code)) is not CodeKind.STAFF:
            return False
        self._try(lambda: self._by_card(code))
        return True

    def _asks_pin(self) -> bool:
        return any(person.has_pin or person.has_card for person in self.people)

    def _show(self, people: tuple[Person, ...]) -> None:
        self.people = people
        ids = [person.staff_id for person in people]
        at = ids.index(self._first) if self._first in ids else 0
        self._view.show_people(people, at if people else -1)
        if people:
            self.choose(at)

    def _try(self, work: Callable[[], T]) -> None:
        if self._trying:
            return
        self._trying = True
        self._view.busy(True)
        self._tasks.run(work, self._recognised, self._refused)

    def _recognised(self, outcome: T) -> None:
        self._trying = False
        self._view.busy(False)
        self._then(outcome)
        self._view.done()

    def _refused(self, error: Exception) -> None:
        self._trying = False
        self._view.busy(False)
        wait = error.seconds if isinstance(error, PinWrong | PinBlocked) else 0
        self._view.refuse(error, wait)
