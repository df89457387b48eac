"""The sentences of care, in the language shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.services.care_types import Case, FollowUp
from app.services.rules.care.follow_ups import FollowUpKind
from app.ui.sentences import filled
from app.ui.widgets.labels import Tone

_KINDS: Final = {
    FollowUpKind.PURCHASE: QT_TRANSLATE_NOOP("Care", "After a purchase"),
    FollowUpKind.BIRTHDAY: QT_TRANSLATE_NOOP("Care", "Before the birthday"),
    FollowUpKind.DEPENDANT: QT_TRANSLATE_NOOP("Care", "Before a dependant's birthday"),
    FollowUpKind.SILENT: QT_TRANSLATE_NOOP("Care", "Silent by their own rhythm"),
    FollowUpKind.ENDING: QT_TRANSLATE_NOOP("Care", "Before a pass or plan ends"),
}
_WHY: Final = {
    FollowUpKind.PURCHASE: QT_TRANSLATE_NOOP("Care", "Bought {day}"),
    FollowUpKind.BIRTHDAY: QT_TRANSLATE_NOOP("Care", "Birthday {day}"),
    FollowUpKind.DEPENDANT: QT_TRANSLATE_NOOP("Care", "Dependant's birthday {day}"),
    FollowUpKind.SILENT: QT_TRANSLATE_NOOP("Care", "Not here since {day}"),
    FollowUpKind.ENDING: QT_TRANSLATE_NOOP("Care", "Ends {day}"),
}
_STEPS: Final = {
    "made": QT_TRANSLATE_NOOP("Care", "Made"),
    "given": QT_TRANSLATE_NOOP("Care", "Given to somebody"),
    "done": QT_TRANSLATE_NOOP("Care", "Done"),
    "no_answer": QT_TRANSLATE_NOOP("Care", "No answer"),
    "later": QT_TRANSLATE_NOOP("Care", "Later"),
    "not_needed": QT_TRANSLATE_NOOP("Care", "Not needed"),
    "undone": QT_TRANSLATE_NOOP("Care", "Taken back"),
    "note": QT_TRANSLATE_NOOP("Care", "Note"),
    "opened": QT_TRANSLATE_NOOP("Care", "Opened"),
    "solved": QT_TRANSLATE_NOOP("Care", "Solved"),
    "reopened": QT_TRANSLATE_NOOP("Care", "Opened again"),
}


def _said(words: object) -> str:
    return QCoreApplication.translate("Care", str(words))


def kind_words(kind: FollowUpKind) -> str:
    """What a rule watches for."""
    return _said(_KINDS[kind])


def step_words(kind: str) -> str:
    """What was done with a follow-up or a case."""
    return _said(_STEPS[kind])


def day_words(day: date | None, today: date) -> str:
    """A day near today in words, another by its date."""
    if day is None:
        return ""
    away = (day - today).days
    near = {
        -1: QCoreApplication.translate("Care", "Yesterday"),
        0: QCoreApplication.translate("Care", "Today"),
        1: QCoreApplication.translate("Care", "Tomorrow"),
    }
    if away in near:
        return near[away]
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def inside(words: str) -> str:
    """The same in the middle of a sentence, where English writes "today" small."""
    return words.lower()


def moment_words(moment: datetime, today: date) -> str:
    """When something was done, in shop time."""
    return f"{moment:%m-%d %H:%M}" if moment.year == today.year else f"{moment:%Y-%m-%d %H:%M}"


def why_words(follow_up: FollowUp, today: date) -> str:
    """What a follow-up is about; "" for what was made by hand."""
    if follow_up.kind is None:
        return _said(QT_TRANSLATE_NOOP("Care", "By hand"))
    day = inside(day_words(follow_up.occasion_on, today))
    return filled(_said(_WHY[follow_up.kind]), day=day)


def due_tone(day: date | None, today: date) -> Tone:
    """What is late stands out."""
    if day is None:
        return Tone.MUTED
    return Tone.DANGER if day < today else Tone.NORMAL


def last_words(follow_up: FollowUp, today: date) -> str:
    """What was done last, and when; nothing where nothing was yet."""
    if follow_up.last == "made":
        return ""
    when = day_words(follow_up.last_at.date(), today)
    return f"{step_words(follow_up.last)} · {when}"


OLD_DAYS: Final = 7
"""A case that is open for longer stands out."""


def age_words(case: Case) -> str:
    """For how long a case is open, or that it is solved."""
    if not case.is_open:
        return step_words("solved")
    if not case.age_days:
        return QCoreApplication.translate("Care", "Since today")
    words = QCoreApplication.translate("Care", "For {days} days")
    return filled(words, days=f"{case.age_days:,}")


def old_tone(case: Case) -> Tone:
    """What is open for long stands out."""
    if not case.is_open:
        return Tone.MUTED
    return Tone.DANGER if case.age_days >= OLD_DAYS else Tone.NORMAL


def state_tone(case: Case) -> Tone:
    """Solved is good."""
    return Tone.WARNING if case.is_open else Tone.SUCCESS


def state_words(case: Case) -> str:
    """Open, solved, or open again."""
    if case.state == "open":
        return QCoreApplication.translate("Care", "Open")
    return step_words(case.state)


def case_words(case: Case) -> str:
    """What happened; where nothing was said, the score."""
    if case.score is not None and case.what == str(case.score):
        words = QCoreApplication.translate("Care", "Score {score} of 5")
        return filled(words, score=case.score)
    return case.what
