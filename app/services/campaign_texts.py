"""What each member is told: the wording of their variant with the fields filled."""

from datetime import date
from typing import NamedTuple

from app.messages import wording
from app.models import points as stored_points
from app.services.balances import lapsed_points
from app.services.campaign_types import CampaignDraft, Offer, OfferKind
from app.services.coupons import template_of
from app.services.desk import Desk
from app.services.facts import tier_ids
from app.services.rules.campaign.wording import fields_of, filled
from app.services.rules.coupons import validity

_POINTS = {"en": "{points:,} points", "zh_CN": "{points:,} 积分", "zh_TW": "{points:,} 點"}
# What stands for a code as long as nobody has one.
CODE_TO_COME = "····"
_GAP = "____"


class Told(NamedTuple):
    """Whom a text is for; without a coupon yet, `coupon` is empty."""

    member_id: bytes
    number: str
    name: str
    coupon: str = ""
    expires_on: str | None = None
    points: int | None = None


class Wordings:
    """Fills the texts of a campaign in one language, else the shop's."""

    def __init__(self, desk: Desk, draft: CampaignDraft, language: str = "") -> None:
        self._desk = desk
        self._draft = draft
        self._language = language or desk.settings.language
        self._texts = [variant.text.said(self._language) for variant in draft.variants]
        self._asked = frozenset().union(*map(fields_of, self._texts))
        self._tier = tier_ids(desk) if "tier" in self._asked else None
        self._lapsed = lapsed_points(desk) if "points" in self._asked else {}

    def text(self, arm: int, told: Told) -> str:
        """What one member of an arm is told."""
        offer, text = self._draft.variants[arm - 1].offer, self._texts[arm - 1]
        return filled(text, self._person(told) | self._offer(offer, told)) if self._asked else text

    def for_anybody(self, arm: int) -> str:
        """The same with a gap for what is each person's own, to be read out from paper."""
        offer, text = self._draft.variants[arm - 1].offer, self._texts[arm - 1]
        everyone = Told(b"", _GAP, _GAP, _GAP)
        own = dict.fromkeys(("tier", "points", "coupon", "expires"), _GAP)
        return filled(text, self._shop_and(everyone) | self._offer(offer, everyone) | own)

    def _person(self, told: Told) -> dict[str, str]:
        found = self._shop_and(told)
        if self._tier is not None:
            found["tier"] = self._tier_name(self._tier(told.member_id))
        if "points" in self._asked:
            found["points"] = f"{self._points(told):,}"
        return found

    def _shop_and(self, told: Told) -> dict[str, str]:
        settings = self._desk.settings
        return {
            "name": told.name,
            "number": told.number,
            "shop": settings.name,
            "shop_phone": settings.phone,
        }

    def _points(self, told: Told) -> int:
        held = told.points
        if held is None:
            key = told.member_id
            held = stored_points.balances(self._desk.database, [key]).get(key, 0)
        return max(0, held - self._lapsed.get(told.member_id, 0))

    def _tier_name(self, tier_id: str) -> str:
        tiers = self._desk.scheme.tiers
        names = [] if tiers is None else [each.name for each in tiers.tiers if each.id == tier_id]
        return names[0].said(self._language) if names else ""

    def _offer(self, offer: Offer, told: Told) -> dict[str, str]:
        if offer.kind is OfferKind.POINTS:
            form = _POINTS.get(self._language, _POINTS["en"])
            return {"offer": form.format(points=offer.points)}
        if offer.kind is OfferKind.EVENT and offer.event is not None:
            event = offer.event
            return {
                "offer": event.name, "event": event.name, "date": self._day(event.on),
                "time": event.at, "place": event.place,
            }  # fmt: skip
        if offer.kind is not OfferKind.COUPON:
            return {}
        return {
            "offer": self._coupon_name(offer.template),
            "coupon": told.coupon or CODE_TO_COME,
            "expires": self._expires(offer, told),
        }

    def _coupon_name(self, template: str) -> str:
        """The name in the scheme in force, else in the newest version that had it."""
        schemes = [self._desk.scheme, *(self._desk.schemes[each] for each in self._desk.schemes)]
        for scheme in schemes:
            for each in scheme.coupons:
                if each.id == template:
                    return each.name.said(self._language)
        return template

    def _expires(self, offer: Offer, told: Told) -> str:
        if told.coupon:
            last = None if told.expires_on is None else date.fromisoformat(told.expires_on)
        else:
            last = validity(template_of(self._desk.scheme, offer.template), self._desk.today()).last
        return "" if last is None else self._day(last)

    def _day(self, day: date) -> str:
        return wording(self._language).date_format.format(day=day)
