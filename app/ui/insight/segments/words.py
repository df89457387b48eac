"""What fields, operators and values of conditions are called in the language shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.services.chances import Chance
from app.services.rules.insight.segments import FIELDS, Kind
from app.services.segment_choices import SegmentChoices
from app.services.segment_columns import WEEKDAYS
from app.ui.group_words import chance_name, group_name
from app.ui.insight.segments.presenting.rows import BOUGHT, DAYS_AGO, Line
from app.ui.lists import listed
from app.ui.sentences import filled

_FIELDS: Final = {
    BOUGHT: str(QT_TRANSLATE_NOOP("Segments", "Bought")),
    "number": str(QT_TRANSLATE_NOOP("Segments", "Member number")),
    "name": str(QT_TRANSLATE_NOOP("Segments", "Name")),
    "gender": str(QT_TRANSLATE_NOOP("Segments", "Gender")),
    "address": str(QT_TRANSLATE_NOOP("Segments", "Address")),
    "occupation": str(QT_TRANSLATE_NOOP("Segments", "Occupation")),
    "source": str(QT_TRANSLATE_NOOP("Segments", "Came from")),
    "adviser": str(QT_TRANSLATE_NOOP("Segments", "Adviser")),
    "area": str(QT_TRANSLATE_NOOP("Segments", "Area")),
    "note": str(QT_TRANSLATE_NOOP("Segments", "Note")),
    "preference": str(QT_TRANSLATE_NOOP("Segments", "Preference")),
    "custom": str(QT_TRANSLATE_NOOP("Segments", "Own field")),
    "state": str(QT_TRANSLATE_NOOP("Segments", "State")),
    "tag": str(QT_TRANSLATE_NOOP("Segments", "Tag")),
    "tier": str(QT_TRANSLATE_NOOP("Segments", "Tier")),
    "plan": str(QT_TRANSLATE_NOOP("Segments", "Paid membership")),
    "badge": str(QT_TRANSLATE_NOOP("Segments", "Badge")),
    "stage": str(QT_TRANSLATE_NOOP("Segments", "Stage")),
    "rfm": str(QT_TRANSLATE_NOOP("Segments", "RFM group")),
    "quadrant": str(QT_TRANSLATE_NOOP("Segments", "Quadrant")),
    "chance": str(QT_TRANSLATE_NOOP("Segments", "Forecast")),
    "favourite": str(QT_TRANSLATE_NOOP("Segments", "Buys most")),
    "weekday": str(QT_TRANSLATE_NOOP("Segments", "Usual weekday")),
    "age": str(QT_TRANSLATE_NOOP("Segments", "Age")),
    "birth_month": str(QT_TRANSLATE_NOOP("Segments", "Month of birth")),
    "joined": str(QT_TRANSLATE_NOOP("Segments", "Joined")),
    "first_visit": str(QT_TRANSLATE_NOOP("Segments", "First visit")),
    "last_visit": str(QT_TRANSLATE_NOOP("Segments", "Last visit")),
    "visits": str(QT_TRANSLATE_NOOP("Segments", "Visits")),
    "visits_12_months": str(QT_TRANSLATE_NOOP("Segments", "Visits in 12 months")),
    "rhythm": str(QT_TRANSLATE_NOOP("Segments", "Comes every")),
    "hour": str(QT_TRANSLATE_NOOP("Segments", "Usual hour")),
    "benefit_use": str(QT_TRANSLATE_NOOP("Segments", "Sales with a benefit")),
    "expected_visits": str(QT_TRANSLATE_NOOP("Segments", "Purchase days expected in 90")),
    "referred": str(QT_TRANSLATE_NOOP("Segments", "Members brought")),
    "points": str(QT_TRANSLATE_NOOP("Segments", "Points")),
    "coupons": str(QT_TRANSLATE_NOOP("Segments", "Usable coupons")),
    "passes": str(QT_TRANSLATE_NOOP("Segments", "Usable passes")),
    "spent": str(QT_TRANSLATE_NOOP("Segments", "Spent")),
    "spent_12_months": str(QT_TRANSLATE_NOOP("Segments", "Spent in 12 months")),
    "basket": str(QT_TRANSLATE_NOOP("Segments", "Average basket")),
    "price_from": str(QT_TRANSLATE_NOOP("Segments", "Pieces cost from")),
    "price_to": str(QT_TRANSLATE_NOOP("Segments", "Pieces cost up to")),
    "expected_spend": str(QT_TRANSLATE_NOOP("Segments", "Spend expected in 90 days")),
    "wallet": str(QT_TRANSLATE_NOOP("Segments", "Stored value")),
    "credit": str(QT_TRANSLATE_NOOP("Segments", "Store credit")),
    "owed": str(QT_TRANSLATE_NOOP("Segments", "Owes")),
    "consent": str(QT_TRANSLATE_NOOP("Segments", "Agreed to marketing")),
    "phone": str(QT_TRANSLATE_NOOP("Segments", "Phone is known")),
    "email": str(QT_TRANSLATE_NOOP("Segments", "E-mail is known")),
    "wechat": str(QT_TRANSLATE_NOOP("Segments", "WeChat is known")),
    "birthday": str(QT_TRANSLATE_NOOP("Segments", "Birthday is known")),
}
GROUPS: Final = (
    (BOUGHT, "visits", "visits_12_months", "last_visit", "first_visit", "rhythm"),
    ("spent", "spent_12_months", "basket", "price_from", "price_to"),
    ("favourite", "weekday", "hour", "benefit_use"),
    ("tier", "tag", "plan", "points", "coupons", "passes", "wallet", "credit", "owed", "badge"),
    ("stage", "rfm", "quadrant", "chance", "expected_visits", "expected_spend"),
    (
        "gender",
        "age",
        "birth_month",
        "birthday",
        "area",
        "joined",
        "source",
        "referred",
        "adviser",
        "occupation",
    ),
    (
        "consent",
        "phone",
        "email",
        "wechat",
        "state",
        "name",
        "number",
        "address",
        "preference",
        "custom",
        "note",
    ),
)
"""Every field once, those asked most often first; a line stands between two groups."""

_OPERATORS: Final = {
    "=": str(QT_TRANSLATE_NOOP("Segments", "is")),
    "!=": str(QT_TRANSLATE_NOOP("Segments", "is not")),
    "contains": str(QT_TRANSLATE_NOOP("Segments", "contains")),
    "empty": str(QT_TRANSLATE_NOOP("Segments", "is not known")),
    "filled": str(QT_TRANSLATE_NOOP("Segments", "is known")),
    "<": str(QT_TRANSLATE_NOOP("Segments", "less than")),
    "<=": str(QT_TRANSLATE_NOOP("Segments", "at most")),
    ">": str(QT_TRANSLATE_NOOP("Segments", "more than")),
    ">=": str(QT_TRANSLATE_NOOP("Segments", "at least")),
}
_VALUES: Final = {
    "female": str(QT_TRANSLATE_NOOP("Segments", "Female")),
    "male": str(QT_TRANSLATE_NOOP("Segments", "Male")),
    "other": str(QT_TRANSLATE_NOOP("Segments", "Other")),
    "active": str(QT_TRANSLATE_NOOP("Segments", "Active")),
    "frozen": str(QT_TRANSLATE_NOOP("Segments", "Frozen")),
    "archived": str(QT_TRANSLATE_NOOP("Segments", "Archived")),
    "yes": str(QT_TRANSLATE_NOOP("Segments", "Yes")),
    "no": str(QT_TRANSLATE_NOOP("Segments", "No")),
}
_UNITS: Final = {
    "age": str(QT_TRANSLATE_NOOP("Segments", "years")),
    "visits": str(QT_TRANSLATE_NOOP("Segments", "times")),
    "visits_12_months": str(QT_TRANSLATE_NOOP("Segments", "times")),
    "expected_visits": str(QT_TRANSLATE_NOOP("Segments", "days")),
    "rhythm": str(QT_TRANSLATE_NOOP("Segments", "days")),
    "hour": str(QT_TRANSLATE_NOOP("Segments", "o'clock")),
    "benefit_use": str(QT_TRANSLATE_NOOP("Segments", "%")),
}
_PROBLEMS: Final = {
    "missing": str(QT_TRANSLATE_NOOP("Segments", "Fill in what it is compared with.")),
    "not_a_number": str(QT_TRANSLATE_NOOP("Segments", "Give a whole number.")),
    "not_an_amount": str(QT_TRANSLATE_NOOP("Segments", "Give an amount, like 100.00.")),
    "not_days": str(QT_TRANSLATE_NOOP("Segments", "Give a number of days.")),
    "nothing": str(QT_TRANSLATE_NOOP("Segments", "Add a condition.")),
}
_EVER: Final = (
    str(QT_TRANSLATE_NOOP("Segments", "at any time")),
    str(QT_TRANSLATE_NOOP("Segments", "never")),
    str(QT_TRANSLATE_NOOP("Segments", "within")),
    str(QT_TRANSLATE_NOOP("Segments", "not within")),
)


def _said(text: str) -> str:
    return QCoreApplication.translate("Segments", text)


def field_name(field: str) -> str:
    """What a field is called."""
    return _said(_FIELDS[field])


def operator_name(line: Line, operator: str) -> str:
    """How an operator reads beside its field."""
    return _said(_OPERATORS[operator])


def ever_names() -> tuple[str, ...]:
    """The four ways to ask for a purchase, in the order of `ever_at`."""
    return tuple(map(_said, _EVER))


def ever_at(line: Line) -> int:
    """Which of the four a line about a purchase is."""
    return (0 if line.days is None else 2) + line.negated


def unit_name(line: Line) -> str:
    """What stands behind the value, "" for nothing."""
    if line.field in DAYS_AGO:
        return _said(str(QT_TRANSLATE_NOOP("Segments", "days ago")))
    if line.field == BOUGHT:
        return _said(str(QT_TRANSLATE_NOOP("Segments", "days")))
    return _said(_UNITS[line.field]) if line.field in _UNITS else ""


def problem_words(code: str) -> str:
    """Why a line is no condition yet."""
    return _said(_PROBLEMS[code])


def choices_of(field: str, choices: SegmentChoices, language: str) -> tuple[tuple[str, str], ...]:
    """The values to choose from, each as (value, its words); () where any may be typed."""
    if field in choices.named:
        return tuple((value, words.said(language)) for value, words in choices.named[field])
    if field in choices.fixed:
        return tuple((value, value_words(field, value)) for value in choices.fixed[field])
    if field in FIELDS and FIELDS[field] is Kind.FLAG:
        return tuple((value, _said(_VALUES[value])) for value in ("yes", "no"))
    if field == "birth_month":
        return tuple((str(at), month_name(at)) for at in range(1, 13))
    return ()


def value_words(field: str, value: str) -> str:
    """A fixed value in words."""
    if field in ("stage", "rfm", "quadrant"):
        return group_name(value)
    if field == "chance":
        return chance_name(Chance(value))
    if field == "weekday":
        return weekday_name(WEEKDAYS.index(value))
    return _said(_VALUES[value]) if value in _VALUES else value


def suggested(field: str, choices: SegmentChoices) -> tuple[str, ...]:
    """What is offered for a text that may be typed."""
    return choices.goods if field in (BOUGHT, "favourite") else choices.typed.get(field, ())


def month_name(month: int) -> str:
    """A month by its number: its name, or 3 月."""
    names = QCoreApplication.translate(
        "Segments",
        "January|February|March|April|May|June|July|August|September|October|November|December",
    )
    return names.split("|")[month - 1]


def weekday_name(day: int) -> str:
    """A weekday by its number, 0 for Monday."""
    names = QCoreApplication.translate(
        "Segments", "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    )
    return names.split("|")[day]


def unknown_words(names: tuple[str, ...]) -> str:
    """That conditions ask for what the shop does not have (any more)."""
    words = QCoreApplication.translate(
        "Segments",
        "Nothing here is called {names} (any more): it was renamed, removed or misspelt.",
    )
    return filled(words, names=listed(names))
