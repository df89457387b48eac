"""Which hints stand in the member strip: at most two a visit, and no offer at every visit.

What the shop owes the member stands before what it would like to sell:

    1  a follow-up somebody promised
    2  a benefit that lapses within three days
    3  a birthday today
    4  what is due again
    5  what goes with the basket
    6  a birthday of these days
    7  a benefit that lapses later

One of each kind at most. What was said rests (`REST_DAYS`), longest where it was refused; a
follow-up alone stays until it is done.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST = 2
URGENT_DAYS = 3
BIRTHDAY_DAYS = 3
"""So many days before and after it a birthday is spoken of."""

LAPSING_DAYS = 14


class HintKind(StrEnum):
    """What a hint is about."""

    FOLLOW_UP = "follow_up"
    LAPSING = "lapsing"
    BIRTHDAY = "birthday"
    DUE_AGAIN = "due_again"
    TOGETHER = "together"


class Outcome(StrEnum):
    """What came of a hint: the clerk said so (taken, refused), the basket did (bought), or
    nothing was said."""

    TAKEN = "taken"
    BOUGHT = "bought"
    REFUSED = "refused"
    NONE = "none"


# After it was taken or bought, after nothing was said, after it was refused.
REST_DAYS: Mapping[HintKind, tuple[int, int, int]] = {
    HintKind.FOLLOW_UP: (0, 0, 0),
    HintKind.LAPSING: (7, 7, 14),
    HintKind.BIRTHDAY: (20, 20, 20),
    HintKind.DUE_AGAIN: (2, 14, 30),
    HintKind.TOGETHER: (7, 14, 30),
}
LONGEST_REST = max(max(days) for days in REST_DAYS.values())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could be said: of its kind, about `subject`; `on` is the day of a birthday
    or the last day of a benefit; the likelier (basis points) of a kind goes first."""

    kind: HintKind
    subject: str
    on: date | None = None
    chance_bp: int = 0


def rests(kind: HintKind, shown_on: date, outcome: Outcome, today: date) -> bool:
    """Whether what was said on an earlier day is not said again yet; on the same day it may be:
    that is the same visit."""
    taken, nothing, refused = REST_DAYS[kind]
    days = {Outcome.NONE: nothing, Outcome.REFUSED: refused}.get(outcome, taken)
    return shown_on < today and today - shown_on <= timedelta(days=days)


def chosen(
    candidates: Iterable[Candidate],
    today: date,
    *,
    resting: Collection[tuple[str, str]] = (),
    standing: Collection[tuple[str, str]] = (),
    most: int = MOST,
) -> tuple[Candidate, ...]:
    """What is said, first things first.

    `resting` are (kind, subject) not to be said yet; `standing` are those said in this visit
    already: they take their places, and nothing of their kind is said beside them.
    """
    places = most - len(standing)
    kinds = {kind for kind, _ in standing}
    found: list[Candidate] = []
    for each in sorted(candidates, key=lambda each: (_rank(each, today), -each.chance_bp)):
        key = (each.kind.value, each.subject)
        if len(found) < places and each.kind.value not in kinds and key not in resting:
            found.append(each)
            kinds.add(each.kind.value)
    return tuple(found)


def _rank(each: Candidate, today: date) -> int:
    days = None if each.on is None else (each.on - today).days
    if each.kind is HintKind.FOLLOW_UP:
        return 1
    if each.kind is HintKind.LAPSING:
        return 2 if days is not None and days <= URGENT_DAYS else 7
    if each.kind is HintKind.BIRTHDAY:
        return 3 if days == 0 else 6
    return 4 if each.kind is HintKind.DUE_AGAIN else 5
