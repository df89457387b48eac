"""What challenges are about, in the language shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.services.challenges import BoardRow, Challenge
from app.services.rules.care.challenges import Measure, Stage
from app.services.rules.care.measuring import said
from app.services.rules.money import Currency, money
from app.ui.sentences import filled
from app.ui.widgets.labels import Tone

_MEASURES: Final = {
    Measure.VISITS: QT_TRANSLATE_NOOP("Challenges", "Days here"),
    Measure.SPEND: QT_TRANSLATE_NOOP("Challenges", "Spend"),
    Measure.POINTS: QT_TRANSLATE_NOOP("Challenges", "Points earned"),
    Measure.MEASUREMENT: QT_TRANSLATE_NOOP("Challenges", "Change of a measurement"),
}
_STAGES: Final = {
    Stage.COMING: (QT_TRANSLATE_NOOP("Challenges", "To come"), Tone.INFO),
    Stage.RUNNING: (QT_TRANSLATE_NOOP("Challenges", "Running"), Tone.SUCCESS),
    Stage.OVER: (QT_TRANSLATE_NOOP("Challenges", "Over"), Tone.MUTED),
    Stage.CALLED_OFF: (QT_TRANSLATE_NOOP("Challenges", "Called off"), Tone.DANGER),
}


def measure_words(measure: Measure) -> str:
    """What is counted."""
    return QCoreApplication.translate("Challenges", str(_MEASURES[measure]))


def counted_words(challenge: Challenge) -> str:
    """What is counted, with the measurement and which way."""
    draft = challenge.draft
    if draft.measure is not Measure.MEASUREMENT:
        return measure_words(draft.measure)
    words = QCoreApplication.translate("Challenges", "More {series}")
    if draft.falling:
        words = QCoreApplication.translate("Challenges", "Less {series}")
    return filled(words, series=draft.series)


def stage_words(challenge: Challenge) -> tuple[str, Tone]:
    """Where it is."""
    words, tone = _STAGES[challenge.stage]
    return QCoreApplication.translate("Challenges", str(words)), tone


def period_words(challenge: Challenge) -> str:
    """From when to when."""
    return f"{challenge.draft.first.isoformat()} – {challenge.draft.last.isoformat()}"


def value_words(challenge: Challenge, row: BoardRow, currency: Currency) -> str:
    """What somebody has so far."""
    if row.value is None:
        return "–"
    measure = challenge.draft.measure
    if measure is Measure.SPEND:
        return money(row.value, currency)
    if measure is Measure.MEASUREMENT:
        sign = -1 if challenge.draft.falling else 1
        moved = sign * row.value
        return f"{'+' if moved > 0 else ''}{said(moved)} {challenge.unit}"
    return f"{row.value:,}"
