"""Who may be asked, by which channel, and when. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """How somebody is asked; the values are stored."""

    CALL = "call"
    SMS = "sms"
    WECHAT = "wechat"
    EMAIL = "email"
    PICTURE = "picture"  # the card or coupon, sent by hand in a chat


class LeftOutReason(StrEnum):
    """Why somebody of the audience is not asked; the values are stored."""

    ARCHIVED = "archived"
    FROZEN = "frozen"
    NO_CONSENT = "no_consent"
    NO_ADDRESS = "no_address"  # for none of the campaign's channels
    CAP = "cap"  # asked as often as the shop allows already
    HELD_OUT = "held_out"  # left out by lot by another campaign that still runs


class Outcome(StrEnum):
    """What came of a call; the values are stored. The newest one counts."""

    REACHED = "reached"
    WILL_COME = "will_come"
    NO = "no"
    WRONG_NUMBER = "wrong_number"
    DO_NOT_CALL = "do_not_call"  # takes the consent to marketing back


# Whoever answered was asked; at a wrong number nobody was.
NO_CONTACT = frozenset({Outcome.WRONG_NUMBER})


@dataclass(frozen=True, slots=True)
class Reachable:
    """What is known of a member that decides whether they may be asked."""

    state: str
    consent: bool
    phone: str
    wechat: str
    email: str
    contacts: int  # of all campaigns within the days of the cap
    held_out: bool


@dataclass(frozen=True, slots=True)
class ContactTerms:
    """How often and when the shop asks: `cap` times in `days` days, 0 without end; quiet from
    and until whole hours of the shop's time, the same twice for never."""

    cap: int
    days: int
    quiet_from: int
    quiet_until: int

    def is_quiet(self, hour: int) -> bool:
        """Whether nobody is asked in this hour of the day, 0 to 23."""
        first, end = self.quiet_from % 24, self.quiet_until % 24
        if first <= end:
            return first <= hour < end
        return hour >= first or hour < end

    def is_reached(self, contacts: int) -> bool:
        """Whether somebody asked so often is not asked again."""
        return bool(self.cap) and contacts >= self.cap


def channel_for(known: Reachable, channels: Sequence[Channel]) -> Channel | None:
    """The first of these channels by which somebody can be asked."""
    return next((channel for channel in channels if _leads_to(channel, known)), None)


def left_out(
    known: Reachable, channels: Sequence[Channel], terms: ContactTerms
) -> LeftOutReason | None:
    """Why somebody is not asked; None who may be."""
    if known.state in ("archived", "frozen"):
        return LeftOutReason(known.state)
    if not known.consent:
        return LeftOutReason.NO_CONSENT
    if channel_for(known, channels) is None:
        return LeftOutReason.NO_ADDRESS
    if terms.is_reached(known.contacts):
        return LeftOutReason.CAP
    return LeftOutReason.HELD_OUT if known.held_out else None


def _leads_to(channel: Channel, known: Reachable) -> bool:
    if channel is Channel.EMAIL:
        return bool(known.email)
    if channel is Channel.WECHAT:
        return bool(known.wechat)
    if channel is Channel.PICTURE:
        return bool(known.wechat or known.phone)
    return bool(known.phone)
