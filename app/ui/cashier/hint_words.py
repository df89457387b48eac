"""What a hint says to the clerk: short, and nothing that the member may not overhear."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.services.hint_types import Hint
from app.services.rules.insight.hints import HintKind
from app.services.rules.money import Currency, money
from app.ui.lists import points_words
from app.ui.sentences import filled

ICONS = {
    HintKind.FOLLOW_UP: "bell",
    HintKind.LAPSING: "clock",
    HintKind.BIRTHDAY: "cake",
    HintKind.DUE_AGAIN: "refresh-cw",
    HintKind.TOGETHER: "plus",
}


def hint_words(hint: Hint, currency: Currency, language: str, today: date) -> str:
    """A hint in the language shown."""
    name = hint.name.said(language)
    if hint.kind is HintKind.DUE_AGAIN:
        return _due_again(hint, name)
    if hint.kind is HintKind.TOGETHER:
        words = QCoreApplication.translate("Hints", "With {beside}: {name}")
        return filled(words, beside=hint.beside, name=name)
    if hint.kind is HintKind.BIRTHDAY:
        return _birthday(hint, name, today)
    if hint.kind is HintKind.LAPSING:
        return _lapsing(hint, name, currency, today)
    return filled(QCoreApplication.translate("Hints", "Follow up: {name}"), name=name)


def _due_again(hint: Hint, name: str) -> str:
    if hint.amount <= 1:
        words = QCoreApplication.translate("Hints", "Due again: {name}")
    else:
        words = QCoreApplication.translate("Hints", "Due again: {name}, every {days} days")
    return filled(words, name=name, days=str(hint.amount))


def _birthday(hint: Hint, name: str, today: date) -> str:
    days = 0 if hint.on is None else (hint.on - today).days
    if days < 0:
        words = (
            QCoreApplication.translate("Hints", "{name}'s birthday was these days")
            if name
            else QCoreApplication.translate("Hints", "Birthday was these days: wish them well")
        )
    elif days == 0:
        words = (
            QCoreApplication.translate("Hints", "{name}'s birthday is today")
            if name
            else QCoreApplication.translate("Hints", "Birthday today: wish them well")
        )
    else:
        words = (
            QCoreApplication.translate("Hints", "{name}'s birthday on {day}")
            if name
            else QCoreApplication.translate("Hints", "Birthday on {day}: wish them well")
        )
    return filled(words, name=name, day=_day(hint.on))


def _lapsing(hint: Hint, name: str, currency: Currency, today: date) -> str:
    last = hint.on == today
    if hint.what == "points":
        what = points_words(hint.amount)
    elif hint.what == "bonus":
        words = QCoreApplication.translate("Hints", "Bonus {amount}")
        what = filled(words, amount=money(hint.amount, currency))
    elif hint.what == "pass":
        words = QCoreApplication.translate("Hints", "{name}, {uses} left")
        what = filled(words, name=name, uses=str(hint.amount))
    else:
        what = name
    words = (
        QCoreApplication.translate("Hints", "Last day today: {what}")
        if last
        else QCoreApplication.translate("Hints", "Until {day}: {what}")
    )
    return filled(words, what=what, day=_day(hint.on))


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%m-%d}"
