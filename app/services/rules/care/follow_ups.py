"""When somebody is to be asked how it goes: after a purchase, before a birthday, in a silence.

An occasion is named by its day, so that no rule takes the same one twice. Days are business days,
both ends of a span included.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.services.rules.birthdays import occurrence
from app.services.rules.days import Birthday
from app.services.rules.insight.stages import StageTerms

NO_ANSWER_TRIES = 3
"""So often in a row nobody answers before it is let go."""

DAYS_MOST = 366
# The same birthday comes again after 353 days at the soonest (a lunar year without leap month).
_A_YEAR_AT_LEAST = timedelta(days=300)


class FollowUpKind(StrEnum):
    """What a rule watches for; the values are stored."""

    PURCHASE = "purchase"
    BIRTHDAY = "birthday"
    DEPENDANT = "dependant"
    SILENT = "silent"
    ENDING = "ending"


class Outcome(StrEnum):
    """What came of a follow-up; the values are stored."""

    DONE = "done"
    NO_ANSWER = "no_answer"
    LATER = "later"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a run looks at, and the day on which its rule was switched on."""

    first: date
    last: date
    active_from: date

    @property
    def begins(self) -> date:
        """Nothing of before was ever promised."""
        return max(self.first, self.active_from)


class Due(NamedTuple):
    """A follow-up that is to be made: for what, and when it is due."""

    occasion: str
    due_on: date


def after(bought_on: date, days: int, span: Span) -> Due | None:
    """What is due so many days after a purchase; None where that is not in the span."""
    due_on = _later(bought_on, days)
    if due_on is None or not span.begins <= due_on <= span.last:
        return None
    return Due(bought_on.isoformat(), due_on)


def before(event_on: date, days: int, span: Span, about: str = "") -> Due | None:
    """What is due so many days before an event that has not passed when the span begins.

    Who switches a rule on shortly before the event is told at once; `about` is what it is of.
    """
    due_on = max(_later(event_on, -days) or span.begins, span.active_from)
    if event_on < span.begins or due_on > span.last:
        return None
    return Due(f"{about} {event_on.isoformat()}".strip(), due_on)


def before_birthday(
    birthday: Birthday, days: int, span: Span, about: str = "", *, leap_day_in_march: bool = False
) -> Iterator[Due]:
    """The same for every time that a birthday falls; lunar ones by their own year."""
    for year in range(span.first.year - 1, span.last.year + 3):
        day = occurrence(birthday, year, leap_day_in_march=leap_day_in_march)
        due = None if day is None else before(day, days, span, about)
        if due is not None:
            yield due


def in_silence(
    last_visit: date, rhythm_days: int, days: int, span: Span, terms: StageTerms | None = None
) -> Due | None:
    """What is due so many days after a member of this rhythm fell silent."""
    silent, _ = (terms or StageTerms()).limits(rhythm_days)
    due_on = _later(last_visit, silent + 1 + days)
    if due_on is None or not span.begins <= due_on <= span.last:
        return None
    return Due(last_visit.isoformat(), due_on)


def occasion_day(occasion: str) -> date | None:
    """The day that an occasion is named by; None for what was made by hand."""
    return date.fromisoformat(occasion[-10:]) if occasion else None


def was_made(occasion: str, known: Iterable[str], *, yearly: bool) -> bool:
    """Whether a rule took this occasion before; a yearly one also where its day was corrected."""
    if not yearly:
        return occasion in known
    about, day = occasion[:-10], date.fromisoformat(occasion[-10:])
    return any(
        each[:-10] == about and abs(date.fromisoformat(each[-10:]) - day) < _A_YEAR_AT_LEAST
        for each in known
    )


def next_due(outcome: Outcome, today: date, asked_for: date | None, unanswered: int) -> date | None:
    """When a follow-up is due again after this outcome; None where it is over.

    Nobody answered: tomorrow, until it was tried `NO_ANSWER_TRIES` times in a row (`unanswered`
    of them before).
    """
    if outcome is Outcome.LATER:
        return asked_for
    if outcome is Outcome.NO_ANSWER and unanswered + 1 < NO_ANSWER_TRIES:
        return today + timedelta(days=1)
    return None


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
