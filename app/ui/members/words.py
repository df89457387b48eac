"""The members' sentences and dates, in the language shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.services.cards import CardKind, CardState
from app.services.member_types import HistoryEntry, MemberState
from app.services.rules.days import Birthday
from app.ui.members.presenting.told import Told
from app.ui.widgets.labels import Tone

SOON_DAYS = 30
"""How many days ahead a birthday is worth a remark."""


def day_words(day: date | None, today: date) -> str:
    """A day as lists say it: "Today", "11-21", or with its year where it is another."""
    if day is None:
        return ""
    if day == today:
        return QCoreApplication.translate("Members", "Today")
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def moment_words(moment: datetime, today: date) -> str:
    """A moment as the past says it, in shop time."""
    return f"{moment:%m-%d %H:%M}" if moment.year == today.year else f"{moment:%Y-%m-%d %H:%M}"


def ago_words(day: date | None, today: date) -> str:
    """How long ago a visit was, in whole days."""
    if day is None:
        return QCoreApplication.translate("Members", "Never")
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("Members", "Today")
    if days == 1:
        return QCoreApplication.translate("Members", "Yesterday")
    return QCoreApplication.translate("Members", "{days} days ago").format(days=f"{days:,}")


def birthday_words(birthday: Birthday) -> str:
    """A birthday as kept: "1990-03-08", "03-08", "Lunar 08-15"."""
    month = f"{birthday.month:02d}-{birthday.day:02d}"
    text = month if birthday.year is None else f"{birthday.year:04d}-{month}"
    if birthday.leap:
        return QCoreApplication.translate("Members", "Lunar {date}, leap month").format(date=text)
    if birthday.lunar:
        return QCoreApplication.translate("Members", "Lunar {date}").format(date=text)
    return text


def birthday_soon(on: date | None, today: date) -> str:
    """The remark beside a name, "" where the birthday is not near."""
    if on is None or (on - today).days > SOON_DAYS:
        return ""
    if on == today:
        return QCoreApplication.translate("Members", "Birthday today")
    if (on - today).days == 1:
        return QCoreApplication.translate("Members", "Birthday tomorrow")
    return QCoreApplication.translate("Members", "Birthday {date}").format(date=f"{on:%m-%d}")


def state_words(state: MemberState) -> str:
    """A member's state."""
    return {
        MemberState.ACTIVE: QCoreApplication.translate("Members", "Active"),
        MemberState.FROZEN: QCoreApplication.translate("Members", "Frozen"),
        MemberState.ARCHIVED: QCoreApplication.translate("Members", "Archived"),
    }[state]


def state_tone(state: MemberState) -> Tone:
    """The colour that goes with it."""
    return {
        MemberState.ACTIVE: Tone.SUCCESS,
        MemberState.FROZEN: Tone.INFO,
        MemberState.ARCHIVED: Tone.MUTED,
    }[state]


def gender_words(gender: str) -> str:
    """A gender as kept, "" where it is not known."""
    known = {
        "female": QCoreApplication.translate("Members", "Female"),
        "male": QCoreApplication.translate("Members", "Male"),
        "other": QCoreApplication.translate("Members", "Other"),
    }
    return known.get(gender, "")


def card_state_words(state: CardState) -> str:
    """A card's state."""
    return {
        CardState.ACTIVE: QCoreApplication.translate("Members", "In use"),
        CardState.LOST: QCoreApplication.translate("Members", "Lost"),
        CardState.REPLACED: QCoreApplication.translate("Members", "Replaced"),
        CardState.CLOSED: QCoreApplication.translate("Members", "Closed"),
    }[state]


def card_state_tone(state: CardState) -> Tone:
    """The colour that goes with it."""
    return {
        CardState.ACTIVE: Tone.SUCCESS,
        CardState.LOST: Tone.DANGER,
        CardState.REPLACED: Tone.MUTED,
        CardState.CLOSED: Tone.MUTED,
    }[state]


def card_kind_words(kind: CardKind) -> str:
    """How a card is carried."""
    return {
        CardKind.PRINTED: QCoreApplication.translate("Members", "Printed"),
        CardKind.VIRTUAL: QCoreApplication.translate("Members", "On the phone"),
        CardKind.COBRANDED: QCoreApplication.translate("Members", "Partner card"),
    }[kind]


def kind_words(entry: HistoryEntry) -> str:
    """What kind of thing happened."""
    known = {
        "sale": QCoreApplication.translate("Members", "Sale"),
        "check_in": QCoreApplication.translate("Members", "Check-in"),
        "event": QCoreApplication.translate("Members", "Event"),
        "claim": QCoreApplication.translate("Members", "Late claim"),
        "points": QCoreApplication.translate("Members", "Points"),
        "call": QCoreApplication.translate("Members", "Call"),
    }
    return known.get(entry.kind, entry.kind)


def kind_tone(entry: HistoryEntry) -> Tone:
    """The colour that goes with it."""
    known = {"check_in": Tone.INFO, "event": Tone.INFO, "claim": Tone.SUCCESS, "call": Tone.INFO}
    return known.get(entry.kind, Tone.WARNING if entry.kind == "points" else Tone.NORMAL)


def points_kind_words(kind: str) -> str:
    """Why points moved, by the kind of the entry; a reason a person gave stands as it is."""
    known = {
        "earn": QCoreApplication.translate("Members", "Earned"),
        "burn": QCoreApplication.translate("Members", "Spent"),
        "expire": QCoreApplication.translate("Members", "Expired"),
        "adjust": QCoreApplication.translate("Members", "Adjusted"),
        "transfer": QCoreApplication.translate("Members", "Transferred"),
        "reverse_earn": QCoreApplication.translate("Members", "Earned points taken back"),
        "reverse_burn": QCoreApplication.translate("Members", "Spent points given back"),
    }
    return known.get(kind, kind)


def wallet_kind_words(kind: str) -> str:
    """Why stored value moved."""
    known = {
        "top_up": QCoreApplication.translate("Members", "Top-up"),
        "bonus": QCoreApplication.translate("Members", "Bonus"),
        "spend": QCoreApplication.translate("Members", "Paid with"),
        "refund": QCoreApplication.translate("Members", "Given back"),
        "close": QCoreApplication.translate("Members", "Paid out"),
        "expire": QCoreApplication.translate("Members", "Bonus lapsed"),
    }
    return known.get(kind, kind)


def signed(points: int) -> str:
    """Points gained or lost, with their sign."""
    return f"+{points:,}" if points > 0 else f"−{-points:,}"


def signed_tone(points: int | None) -> Tone:
    """Gains are green; a loss is no warning."""
    return Tone.SUCCESS if points is not None and points > 0 else Tone.NORMAL


def warning_words(code: str) -> str:
    """What was accepted and is still worth knowing."""
    known = {
        "phone_unparsed": QCoreApplication.translate(
            "Members", "the phone number looks unusual and was kept as typed"
        )
    }
    return known.get(code, code)


def told_words(told: Told) -> str:
    """What happened, as one short sentence."""
    return _SENTENCES[told.what]().format_map(dict(told.facts))


_SENTENCES: dict[str, Callable[[], str]] = {
    "enrolled": lambda: QCoreApplication.translate("Members", "{name} is a member now · {number}"),
    "edited": lambda: QCoreApplication.translate("Members", "{name} was changed"),
    "not_saved": lambda: QCoreApplication.translate("Members", "What you typed was not saved"),
    "undone": lambda: QCoreApplication.translate("Members", "Taken back"),
    "checked_in": lambda: QCoreApplication.translate(
        "Members", "{name} is checked in · visit {visits}"
    ),
    "checked_in_points": lambda: QCoreApplication.translate(
        "Members", "{name} is checked in · visit {visits} · {points} points"
    ),
    "points_adjusted": lambda: QCoreApplication.translate("Members", "Points {before} → {after}"),
    "coupon_issued": lambda: QCoreApplication.translate("Members", "Coupon issued: {name}"),
    "reward_given": lambda: QCoreApplication.translate(
        "Members", "Handed out: {name} · {left} points left"
    ),
    "coupon_revoked": lambda: QCoreApplication.translate("Members", "Coupon revoked: {name}"),
    "used_one": lambda: QCoreApplication.translate(
        "Members", "{name}: one used · {before} → {after} left"
    ),
    "pass_paid_back": lambda: QCoreApplication.translate(
        "Members", "{name} is paid back: {amount}"
    ),
    "partner_card_put": lambda: QCoreApplication.translate("Members", "Noted: has {name}"),
    "partner_card_dropped": lambda: QCoreApplication.translate(
        "Members", "Noted: has {name} no longer"
    ),
    "merged": lambda: QCoreApplication.translate("Members", "{gone} is {keep} from now on"),
    "unmerged": lambda: QCoreApplication.translate("Members", "{gone} and {keep} are two again"),
    "limit_set": lambda: QCoreApplication.translate("Members", "May owe up to {amount} now"),
    "written_off": lambda: QCoreApplication.translate("Members", "{amount} was written off"),
    "plan_cancelled": lambda: QCoreApplication.translate(
        "Members", "{name} is cancelled; its benefits last to {date}"
    ),
    "wallet_closed": lambda: QCoreApplication.translate(
        "Members", "{amount} was paid out; the wallet is empty"
    ),
    "checked_in_before": lambda: QCoreApplication.translate(
        "Members", "{name} was already checked in today"
    ),
    "state_active": lambda: QCoreApplication.translate(
        "Members", "{name} may earn and spend again"
    ),
    "state_frozen": lambda: QCoreApplication.translate(
        "Members", "{name} is frozen: no points are earned or spent"
    ),
    "state_archived": lambda: QCoreApplication.translate("Members", "{name} is in the archive"),
    "state_restored": lambda: QCoreApplication.translate("Members", "{name} is back"),
    "card_lost": lambda: QCoreApplication.translate(
        "Members", "Card {code} is reported lost and stops working"
    ),
    "card_found": lambda: QCoreApplication.translate("Members", "Card {code} works again"),
    "card_replaced": lambda: QCoreApplication.translate(
        "Members", "A new card takes the place of {code}"
    ),
    "card_added": lambda: QCoreApplication.translate("Members", "A card for {name} was added"),
    "cards_saved": lambda: QCoreApplication.translate("Members", "Saved as {file}"),
    "cards_printed": lambda: QCoreApplication.translate("Members", "{count} cards are printing"),
    "card_printed": lambda: QCoreApplication.translate("Members", "The card is printing"),
    "stopped": lambda: QCoreApplication.translate("Members", "Stopped"),
}
