"""A shop with members who may be asked, and drafts of campaigns."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.services.campaign_types import CampaignDraft, Channel, Offer, OfferKind, Variant
from app.services.member_types import MemberDraft
from app.services.rules.scheme.offers import Benefit, BenefitKind, CouponTemplate
from app.services.rules.scheme.words import Words, words
from app.shop import Shop
from tests.scheme_builder import use

COUPON = CouponTemplate(
    "ten", words("Ten off"), Benefit(BenefitKind.AMOUNT_OFF, amount_minor=1_000), valid_days=30
)
TEN_OFF = Offer(OfferKind.COUPON, template="ten")
TEXT = Words((("en", "{name}, {coupon}"), ("zh_CN", "{name}您好，{shop}送您{offer}")))


def with_coupon(shop: Shop) -> Shop:
    """The shop's scheme with a coupon that takes ten off."""
    use(shop, replace(shop.desk.scheme, coupons=(COUPON,)))
    return shop


def enrol(shop: Shop, name: str, **draft: object) -> UUID:
    """A member with a phone who wants to hear from the shop."""
    count = shop.desk.database.value("SELECT count(*) FROM member")
    told = {"phone": f"139{count:08}", "marketing_consent": True} | draft
    return shop.members.add(MemberDraft(name=name, **told)).member.member_id  # type: ignore[arg-type]


def crowd(shop: Shop, count: int) -> list[UUID]:
    """Many of them."""
    return [enrol(shop, f"会员{place}") for place in range(count)]


def draft(shop: Shop, **changes: object) -> CampaignDraft:
    """A campaign of a month for everybody, by telephone, a fifth held out."""
    plain = CampaignDraft(
        name="Autumn",
        audience="visits >= 0",
        variants=(Variant("A", words("{name}, come and see us at {shop}")),),
        channels=(Channel.CALL,),
        ends_on=shop.desk.today() + timedelta(days=29),
        seed=7,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]
