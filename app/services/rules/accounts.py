"""What is owed on account (赊账): how old it is. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

CURRENT_DAYS = 30
OLDER_DAYS = 60


@dataclass(frozen=True, slots=True)
class Aged:
    """What is owed, in minor units, by how long ago it was bought: up to 30 days, 31 to 60, more.

    `since` is the day of the oldest purchase not wholly repaid; None where nothing is owed.
    """

    since: date | None = None
    current_minor: int = 0
    older_minor: int = 0
    oldest_minor: int = 0

    @property
    def owed_minor(self) -> int:
        """All of it."""
        return self.current_minor + self.older_minor + self.oldest_minor


def aged(moves: Iterable[tuple[date, int]], today: date) -> Aged:
    """The ages of what is left of (business day, amount) pairs, oldest first.

    Whatever lowers the debt settles the oldest purchase first, as a shopkeeper's book does. Who
    paid more than they owe owes nothing.
    """
    charges: list[tuple[date, int]] = []
    paid = 0
    for day, amount in moves:
        if amount > 0:
            charges.append((day, amount))
        else:
            paid -= amount
    since: date | None = None
    ages = [0, 0, 0]
    for day, amount in sorted(charges, key=lambda move: move[0]):
        settled = min(paid, amount)
        paid -= settled
        left = amount - settled
        if left:
            since = since or day
            days = (today - day).days
            ages[(days > CURRENT_DAYS) + (days > OLDER_DAYS)] += left
    return Aged(since, *ages)
