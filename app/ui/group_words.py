"""What groups and chances are called, and one line of what to do for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.services.chances import Chance

_NAMES: Final = {
    "champions": str(QT_TRANSLATE_NOOP("Groups", "Champions")),
    "loyal": str(QT_TRANSLATE_NOOP("Groups", "Loyal")),
    "promising": str(QT_TRANSLATE_NOOP("Groups", "Promising")),
    "new": str(QT_TRANSLATE_NOOP("Groups", "New")),
    "attention": str(QT_TRANSLATE_NOOP("Groups", "Cooling")),
    "drowsy": str(QT_TRANSLATE_NOOP("Groups", "Drowsy")),
    "at_risk": str(QT_TRANSLATE_NOOP("Groups", "At risk")),
    "cannot_lose": str(QT_TRANSLATE_NOOP("Groups", "Cannot lose")),
    "hibernating": str(QT_TRANSLATE_NOOP("Groups", "Hibernating")),
    "lost": str(QT_TRANSLATE_NOOP("Groups", "Lost")),
    "often_much": str(QT_TRANSLATE_NOOP("Groups", "Often, large baskets")),
    "often_little": str(QT_TRANSLATE_NOOP("Groups", "Often, small baskets")),
    "seldom_much": str(QT_TRANSLATE_NOOP("Groups", "Seldom, large baskets")),
    "seldom_little": str(QT_TRANSLATE_NOOP("Groups", "Seldom, small baskets")),
    "active": str(QT_TRANSLATE_NOOP("Groups", "Active")),
    "silent": str(QT_TRANSLATE_NOOP("Groups", "Silent")),
    "back": str(QT_TRANSLATE_NOOP("Groups", "Back again")),
}

_RFM_ADVICE: Final = {
    "champions": str(
        QT_TRANSLATE_NOOP("Groups", "They come often and came just now: thank them by name.")
    ),
    "loyal": str(
        QT_TRANSLATE_NOOP("Groups", "They come often: offer the next tier, a pass or a plan.")
    ),
    "promising": str(
        QT_TRANSLATE_NOOP("Groups", "They came lately, not often yet: give a reason to return.")
    ),
    "new": str(QT_TRANSLATE_NOOP("Groups", "First seen just now: make the second visit easy.")),
    "attention": str(
        QT_TRANSLATE_NOOP("Groups", "They come less than they did: a small reminder works now.")
    ),
    "drowsy": str(
        QT_TRANSLATE_NOOP("Groups", "Seldom here, and not lately: a seasonal hello is enough.")
    ),
    "at_risk": str(
        QT_TRANSLATE_NOOP("Groups", "They came often, not lately: ask why, offer what they like.")
    ),
    "cannot_lose": str(
        QT_TRANSLATE_NOOP("Groups", "They were among the best, long away: call in person.")
    ),
    "hibernating": str(
        QT_TRANSLATE_NOOP("Groups", "Seldom and long ago: one cheap message, no more.")
    ),
    "lost": str(QT_TRANSLATE_NOOP("Groups", "Once, and long ago: spend nothing here.")),
}
_QUADRANT_ADVICE: Final = {
    "often_much": str(
        QT_TRANSLATE_NOOP("Groups", "The heart of the shop: keep them, know them by name.")
    ),
    "often_little": str(
        QT_TRANSLATE_NOOP(
            "Groups", "They are here anyway: suggest one thing more, a set, a refill."
        )
    ),
    "seldom_much": str(
        QT_TRANSLATE_NOOP("Groups", "They trust you with much: give reasons to come in between.")
    ),
    "seldom_little": str(
        QT_TRANSLATE_NOOP("Groups", "They try you out: one good first offer, then leave them be.")
    ),
}
_STAGE_ADVICE: Final = {
    "new": str(
        QT_TRANSLATE_NOOP("Groups", "Welcome them and make the second visit easy: it decides most.")
    ),
    "active": str(
        QT_TRANSLATE_NOOP("Groups", "They come in their rhythm: serve well, disturb little.")
    ),
    "silent": str(
        QT_TRANSLATE_NOOP(
            "Groups", "Longer away than is usual for them: a friendly word works now."
        )
    ),
    "lost": str(
        QT_TRANSLATE_NOOP("Groups", "Far longer away than usual: one good reason, then let go.")
    ),
    "back": str(
        QT_TRANSLATE_NOOP("Groups", "They had been lost and came again: ask what brought them.")
    ),
}
_ADVICE: Final = {"rfm": _RFM_ADVICE, "quadrants": _QUADRANT_ADVICE, "stages": _STAGE_ADVICE}

_TONES: Final = {
    "champions": Tone.SUCCESS,
    "loyal": Tone.SUCCESS,
    "often_much": Tone.SUCCESS,
    "active": Tone.SUCCESS,
    "promising": Tone.INFO,
    "often_little": Tone.INFO,
    "seldom_much": Tone.WARNING,
    "new": Tone.INFO,
    "back": Tone.INFO,
    "attention": Tone.WARNING,
    "drowsy": Tone.WARNING,
    "at_risk": Tone.WARNING,
    "silent": Tone.WARNING,
    "cannot_lose": Tone.DANGER,
    "lost": Tone.MUTED,
    "hibernating": Tone.MUTED,
    "seldom_little": Tone.MUTED,
}


def group_name(name: str) -> str:
    """What a group is called in the language shown."""
    return QCoreApplication.translate("Groups", _NAMES[name])


def advice(lens: str, name: str) -> str:
    """One line of what to do for a group of "rfm", "quadrants" or "stages"."""
    return QCoreApplication.translate("Groups", _ADVICE[lens][name])


def group_tone(name: str) -> Tone:
    """The colour of a group's bar; its words say the same."""
    return _TONES.get(name, Tone.PRIMARY)


_CHANCES: Final = {
    "sure": str(QT_TRANSLATE_NOOP("Chances", "Surely still come")),
    "likely": str(QT_TRANSLATE_NOOP("Chances", "Probably still come")),
    "doubtful": str(QT_TRANSLATE_NOOP("Chances", "Doubtful")),
    "unlikely": str(QT_TRANSLATE_NOOP("Chances", "Probably gone")),
    "once": str(QT_TRANSLATE_NOOP("Chances", "Bought on one day only")),
}
_CHANCES_OF_ONE: Final = _CHANCES | {
    "sure": str(QT_TRANSLATE_NOOP("Chances", "Surely still comes")),
    "likely": str(QT_TRANSLATE_NOOP("Chances", "Probably still comes")),
}
_CHANCE_NOTES: Final = {
    "sure": str(QT_TRANSLATE_NOOP("Chances", "80% or more that they come again")),
    "likely": str(QT_TRANSLATE_NOOP("Chances", "50 to 80% that they come again")),
    "doubtful": str(QT_TRANSLATE_NOOP("Chances", "20 to 50%: the time to write to them")),
    "unlikely": str(QT_TRANSLATE_NOOP("Chances", "less than 20%: spend little here")),
    "once": str(
        QT_TRANSLATE_NOOP("Chances", "one purchase tells the model nothing of whether they stay")
    ),
}
_CHANCE_TONES: Final = {
    "sure": Tone.SUCCESS,
    "likely": Tone.INFO,
    "doubtful": Tone.WARNING,
    "unlikely": Tone.MUTED,
    "once": Tone.MUTED,
}


def chance_name(chance: Chance) -> str:
    """The chance of a group in words."""
    return QCoreApplication.translate("Chances", _CHANCES[chance])


def chance_of_one(chance: Chance) -> str:
    """The chance of one member in words: who comes, not who come."""
    return QCoreApplication.translate("Chances", _CHANCES_OF_ONE[chance])


def chance_note(chance: Chance) -> str:
    """What it means."""
    return QCoreApplication.translate("Chances", _CHANCE_NOTES[chance])


def chance_tone(chance: Chance) -> Tone:
    """Its colour."""
    return _CHANCE_TONES[chance]
