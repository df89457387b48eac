"""The door of a campaign without Qt: who is scanned is welcome, here already, or not invited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import EventAhead, NotInvited

if TYPE_CHECKING:
    from app.services.campaign_types import Arrival, Campaign
    from app.ui.tasks import Tasks


class Answer(Enum):
    """What the door says, large."""

    WAITING = "waiting"
    WELCOME = "welcome"
    ALREADY = "already"
    NOT_INVITED = "not_invited"
    NOT_TODAY = "not_today"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DoorState:
    """The answer to the last scan; `arrived` counts those let in, None before the first;
    `was_on` is the day of an event that has passed."""

    answer: Answer
    name: str = ""
    number: str = ""
    confirmed: bool = False
    variant: str = ""
    arrived: int | None = None
    error: Exception | None = None
    was_on: date | None = None


class DoorView(Protocol):
    """What the presenter asks of the sheet."""

    def show_door(self, state: DoorState) -> None:
        """Show the answer, with its tone."""


class DoorPresenter:
    """Every scan is answered, also the same one again; nothing is kept of who is refused."""

    def __init__(self, view: DoorView, shop: Any, tasks: Tasks, campaign: Campaign) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._campaign = campaign
        self._arrived: int | None = None

    def open(self) -> None:
        """Wait for the first."""
        self._view.show_door(DoorState(Answer.WAITING, arrived=self._arrived))

    def scan(self, code: str) -> None:
        """Somebody stands at the door: by card, number or phone."""
        if not code.strip():
            return
        shop, key = self._shop, self._campaign.campaign_id

        def work() -> Arrival:
            member = shop.members.resolve(code)
            arrival: Arrival = shop.campaigns.arrive(key, member.member_id)
            return arrival

        self._tasks.run(work, self._let_in, self._refuse)

    def _let_in(self, arrival: Arrival) -> None:
        self._arrived = arrival.arrived
        self._view.show_door(
            DoorState(
                Answer.ALREADY if arrival.again else Answer.WELCOME,
                arrival.person.name,
                arrival.person.number,
                arrival.confirmed,
                arrival.variant,
                arrival.arrived,
                was_on=arrival.was_on,
            )
        )

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, NotInvited):
            state = DoorState(
                Answer.NOT_INVITED, error.name, error.number, arrived=self._arrived, error=error
            )
        else:
            early = isinstance(error, EventAhead)
            answer = Answer.NOT_TODAY if early else Answer.UNKNOWN
            state = DoorState(answer, arrived=self._arrived, error=error)
        self._view.show_door(state)
