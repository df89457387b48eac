"""What campaigns, outcomes, channels and reasons are called in the language shown."""

from __future__ import annotations

from datetime import date
from math import floor, log10
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.services.campaign_types import (
    CampaignState,
    Channel,
    LeftOutReason,
    OfferKind,
    Outcome,
    PeopleNeeded,
    PlanNote,
    Uplift,
    Verdict,
)
from app.services.rules.campaign.wording import MERGE_FIELDS
from app.ui.sentences import filled, joined
from app.ui.widgets.labels import Tone

_STATES: Final = {
    CampaignState.STARTING: str(QT_TRANSLATE_NOOP("Campaigns", "Starting")),
    CampaignState.RUNNING: str(QT_TRANSLATE_NOOP("Campaigns", "Running")),
    CampaignState.ENDED: str(QT_TRANSLATE_NOOP("Campaigns", "Ended")),
    CampaignState.STOPPED: str(QT_TRANSLATE_NOOP("Campaigns", "Stopped")),
}
_STATE_TONES: Final = {
    CampaignState.STARTING: Tone.WARNING,
    CampaignState.RUNNING: Tone.SUCCESS,
    CampaignState.ENDED: Tone.INFO,
    CampaignState.STOPPED: Tone.MUTED,
}
_OUTCOMES: Final = {
    Outcome.REACHED: str(QT_TRANSLATE_NOOP("Campaigns", "Reached")),
    Outcome.WILL_COME: str(QT_TRANSLATE_NOOP("Campaigns", "Will come")),
    Outcome.NO: str(QT_TRANSLATE_NOOP("Campaigns", "No")),
    Outcome.WRONG_NUMBER: str(QT_TRANSLATE_NOOP("Campaigns", "Wrong number")),
    Outcome.DO_NOT_CALL: str(QT_TRANSLATE_NOOP("Campaigns", "Do not call")),
}
OUTCOME_TONES: Final = {
    Outcome.REACHED: Tone.INFO,
    Outcome.WILL_COME: Tone.SUCCESS,
    Outcome.NO: Tone.MUTED,
    Outcome.WRONG_NUMBER: Tone.WARNING,
    Outcome.DO_NOT_CALL: Tone.DANGER,
}
_CHANNELS: Final = {
    Channel.CALL: str(QT_TRANSLATE_NOOP("Campaigns", "Call")),
    Channel.SMS: str(QT_TRANSLATE_NOOP("Campaigns", "SMS")),
    Channel.WECHAT: str(QT_TRANSLATE_NOOP("Campaigns", "WeChat")),
    Channel.EMAIL: str(QT_TRANSLATE_NOOP("Campaigns", "E-mail")),
    Channel.PICTURE: str(QT_TRANSLATE_NOOP("Campaigns", "Picture")),
}
_OFFERS: Final = {
    OfferKind.NONE: str(QT_TRANSLATE_NOOP("Campaigns", "No offer")),
    OfferKind.COUPON: str(QT_TRANSLATE_NOOP("Campaigns", "Coupon")),
    OfferKind.POINTS: str(QT_TRANSLATE_NOOP("Campaigns", "Points")),
    OfferKind.EVENT: str(QT_TRANSLATE_NOOP("Campaigns", "Invitation")),
}
_REASONS: Final = {
    LeftOutReason.ARCHIVED: str(QT_TRANSLATE_NOOP("Campaigns", "Archived")),
    LeftOutReason.FROZEN: str(QT_TRANSLATE_NOOP("Campaigns", "Frozen")),
    LeftOutReason.NO_CONSENT: str(QT_TRANSLATE_NOOP("Campaigns", "Did not agree to marketing")),
    LeftOutReason.NO_ADDRESS: str(QT_TRANSLATE_NOOP("Campaigns", "No channel leads to them")),
    LeftOutReason.CAP: str(
        QT_TRANSLATE_NOOP("Campaigns", "Asked as often as the shop allows already")
    ),
    LeftOutReason.HELD_OUT: str(
        QT_TRANSLATE_NOOP("Campaigns", "Held out by another campaign that still runs")
    ),
}
_NOTES: Final = {
    PlanNote.NOBODY: str(
        QT_TRANSLATE_NOOP("Campaigns", "Nobody is left to ask: choose others, or another channel.")
    ),
    PlanNote.NO_HOLDOUT: str(
        QT_TRANSLATE_NOOP(
            "Campaigns", "Nobody is held out: what the campaign adds cannot be known."
        )
    ),
    PlanNote.TOO_FEW: str(
        QT_TRANSLATE_NOOP(
            "Campaigns", "Too few people for the effect hoped for: the result may stay unclear."
        )
    ),
    PlanNote.OVER_BUDGET: str(
        QT_TRANSLATE_NOOP("Campaigns", "It would cost more than the budget.")
    ),
    PlanNote.UNKNOWN_NAMES: str(
        QT_TRANSLATE_NOOP("Campaigns", "The conditions name something the shop no longer has.")
    ),
    PlanNote.QUIET_NOW: str(
        QT_TRANSLATE_NOOP("Campaigns", "Now are quiet hours: nobody may be asked until they end.")
    ),
}
_FIELDS: Final = {
    "name": str(QT_TRANSLATE_NOOP("Campaigns", "Name")),
    "number": str(QT_TRANSLATE_NOOP("Campaigns", "Number")),
    "tier": str(QT_TRANSLATE_NOOP("Campaigns", "Tier")),
    "points": str(QT_TRANSLATE_NOOP("Campaigns", "Points")),
    "coupon": str(QT_TRANSLATE_NOOP("Campaigns", "Coupon code")),
    "expires": str(QT_TRANSLATE_NOOP("Campaigns", "Valid until")),
    "offer": str(QT_TRANSLATE_NOOP("Campaigns", "Offer")),
    "shop": str(QT_TRANSLATE_NOOP("Campaigns", "Shop")),
    "shop_phone": str(QT_TRANSLATE_NOOP("Campaigns", "Shop's phone")),
    "event": str(QT_TRANSLATE_NOOP("Campaigns", "Event")),
    "date": str(QT_TRANSLATE_NOOP("Campaigns", "Date")),
    "time": str(QT_TRANSLATE_NOOP("Campaigns", "Time")),
    "place": str(QT_TRANSLATE_NOOP("Campaigns", "Place")),
}

_SMALL: Final = 0.1


def _said(text: str) -> str:
    return QCoreApplication.translate("Campaigns", text)


def state_words(state: CampaignState) -> str:
    """Where a campaign stands."""
    return _said(_STATES[state])


def state_tone(state: CampaignState) -> Tone:
    """The colour that repeats it."""
    return _STATE_TONES[state]


def outcome_words(outcome: Outcome) -> str:
    """What came of a call."""
    return _said(_OUTCOMES[outcome])


def channel_words(channel: Channel) -> str:
    """How somebody is asked."""
    return _said(_CHANNELS[channel])


def offer_words(kind: OfferKind) -> str:
    """What those who are asked get."""
    return _said(_OFFERS[kind])


def reason_words(reason: LeftOutReason) -> str:
    """Why somebody is not asked."""
    return _said(_REASONS[reason])


def note_words(note: PlanNote) -> str:
    """What the owner should know before the start."""
    return _said(_NOTES[note])


def merge_fields() -> tuple[tuple[str, str], ...]:
    """Each merge field and what it is called."""
    return tuple((name, _said(_FIELDS[name])) for name in MERGE_FIELDS)


def span_words(first: date, last: date) -> str:
    """The days of a campaign."""
    return f"{first.isoformat()} – {last.isoformat()}"


def figure(value: float) -> str:
    """Visits a person, to two places that say something: 0.3, −0.05, 1.24, 0.004."""
    digits = 2 if abs(value) >= _SMALL or not value else max(3, -floor(log10(abs(value))))
    shown = f"{value:.{min(digits, 6)}f}".rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown.replace("-", "\N{MINUS SIGN}")


def power_words(power: PeopleNeeded, reached: int, holdout: int) -> str:
    """What a campaign of this size can show."""
    if not holdout or not reached:
        return ""
    if power.smallest is None:
        return _said(
            str(
                QT_TRANSLATE_NOOP(
                    "Campaigns", "Too little is known of these people to say what it can show."
                )
            )
        )
    words = QCoreApplication.translate(
        "Campaigns",
        "With {reached} asked and {holdout} held out you can see {smallest} visits a person;"
        " they make {usual} by themselves in as many days.",
    )
    said = filled(
        words,
        reached=f"{reached:,}",
        holdout=f"{holdout:,}",
        smallest=figure(power.smallest),
        usual=figure(power.usual),
    )
    if power.needed is None or power.enough:
        return said
    more = QCoreApplication.translate(
        "Campaigns", "To see {effect} you need {needed} people in all."
    )
    needed = filled(more, effect=figure(power.effect), needed=f"{power.needed:,}")
    return joined(said, needed)


def verdict_words(visits: Uplift) -> str:
    """What can be said of what it added, in one sentence."""
    if visits.verdict is Verdict.NO_HOLDOUT:
        return QCoreApplication.translate(
            "Campaigns", "Nobody was held out, so nobody can say what it added."
        )
    if visits.verdict is Verdict.TOO_FEW:
        return QCoreApplication.translate(
            "Campaigns", "Cannot tell yet: too few people, or none of them came so far."
        )
    words = {
        Verdict.CANNOT_TELL: QCoreApplication.translate(
            "Campaigns",
            "Cannot tell yet: between {low} and {high} visits a person, and zero lies between.",
        ),
        Verdict.ADDED: QCoreApplication.translate(
            "Campaigns",
            "It added {each} visits a person, {total} in all (95%: {low} to {high} a person).",
        ),
        Verdict.LOST: QCoreApplication.translate(
            "Campaigns",
            "It took away {each} visits a person, {total} in all (95%: {low} to {high} a person).",
        ),
    }[visits.verdict]
    return filled(
        words,
        each=figure(abs(visits.each)),
        total=f"{abs(round(visits.total)):,}",
        low=figure(visits.low),
        high=figure(visits.high),
    )


def verdict_tone(verdict: Verdict) -> Tone:
    """The colour that repeats it."""
    return {Verdict.ADDED: Tone.SUCCESS, Verdict.LOST: Tone.DANGER}.get(verdict, Tone.MUTED)
