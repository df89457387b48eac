"""What is refused of campaigns."""

from dataclasses import dataclass
from datetime import date

from app.errors.base import ShopError


@dataclass(eq=False)
class CampaignUnknown(ShopError):
    """No campaign has this name; `known` are the names there are."""

    name: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class CampaignNameTaken(ShopError):
    """Another campaign, with another draft, has this name."""

    name: str


@dataclass(eq=False)
class CampaignEmpty(ShopError):
    """Nobody is left to be asked: of `audience` people `left_out` may not be, and the rest is
    held out."""

    audience: int
    left_out: int


@dataclass(eq=False)
class CampaignTooDear(ShopError):
    """The campaign would cost more than its budget."""

    cost_minor: int
    budget_minor: int


@dataclass(eq=False)
class CampaignOver(ShopError):
    """The campaign was stopped, or its last day has passed: nobody is asked any more."""

    name: str
    on: date


@dataclass(eq=False)
class NotInvited(ShopError):
    """The member is not among those the campaign asks."""

    number: str
    name: str


@dataclass(eq=False)
class EventAhead(ShopError):
    """The event, or the campaign, is only `on` a later day."""

    name: str
    on: date


@dataclass(eq=False)
class ContactRefused(ShopError):
    """Somebody may not be asked now. `reason` is a key of the messages' reasons."""

    number: str
    reason: str


@dataclass(eq=False)
class QuietHours(ShopError):
    """Nobody is asked at this hour; from `until` on, a whole hour, they may be."""

    until: int
