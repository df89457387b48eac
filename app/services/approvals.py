"""A manager's word, given on the spot: issued once, good for one power, spent with one verb."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from app.services.rules.powers import Power

T = TypeVar("T")
NOT_ISSUED = UUID(int=0)
# Nobody waits longer than this between asking and doing; what was never used does not pile up.
KEPT = 32


@dataclass(frozen=True, slots=True)
class Approval:
    """That one thing may be done once: up to `amount` of `power`, in its unit.

    Made by `shop.staff.approve`; one that was put together elsewhere approves nothing.
    """

    staff_id: UUID
    power: Power
    amount: int = 0
    token: UUID = NOT_ISSUED


class _Hand(threading.local):
    """What one thread holds: approvals it may use, and those it used since its last commit."""

    given: tuple[Approval, ...] = ()
    using: tuple[Approval, ...] = ()
    depth: int = 0


class Approvals:
    """The approvals that were issued and are not spent yet. They live as long as the program."""

    def __init__(self) -> None:
        self._issued: dict[UUID, Approval] = {}
        self._lock = threading.Lock()
        self._hand = _Hand()

    def issue(self, approval: Approval) -> Approval:
        """Make an approval good for one use."""
        with self._lock:
            self._issued[approval.token] = approval
            while len(self._issued) > KEPT:
                del self._issued[next(iter(self._issued))]
        return approval

    def use(self, power: Power, amount: int, offered: Approval | None) -> UUID | None:
        """Who approved this, marked as used until the commit; None where nobody did."""
        held: tuple[Approval, ...] = self._hand.given
        for approval in held if offered is None else (*held, offered):
            good = self._issued.get(approval.token) == approval
            if good and approval.power is power and abs(amount) <= approval.amount:
                if approval not in self._hand.using:
                    self._hand.using = (*self._hand.using, approval)
                return approval.staff_id
        return None

    def __enter__(self) -> None:
        """Around one commit: what was used for it is spent where it is made, else kept.

        What a refused verb used is still good: the manager is not asked twice for one thing. A
        transaction inside another commits nothing by itself, so it spends nothing either.
        """
        self._hand.depth += 1

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: object) -> None:
        hand = self._hand
        hand.depth -= 1
        if not hand.depth and hand.using:
            if kind is None:
                self._spend(hand.using)
            hand.using = ()

    def under(self, given: tuple[Approval, ...], work: Callable[[], T]) -> T:
        """Do `work` where every verb on this thread may use `given`, without being handed it,
        beside what an outer call gave."""
        before = self._hand.given
        self._hand.given = (*before, *given)
        try:
            done = work()
        finally:
            self._hand.given, self._hand.using = before, ()
        self._spend(given)
        return done

    def _spend(self, used: tuple[Approval, ...]) -> None:
        with self._lock:
            for approval in used:
                self._issued.pop(approval.token, None)
