"""A small shop with something of everything in its file, for tests that damage or copy it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.services.campaign_types import CampaignDraft, Channel, Offer, OfferKind, Variant
from app.services.campaign_types import Outcome as CallOutcome
from app.services.cards import CardKind
from app.services.care_plans import PlanDraft
from app.services.care_types import FeedbackDraft
from app.services.challenges import ChallengeDraft
from app.services.deposits import DepositDraft
from app.services.hint_types import Hint, Said
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.care.challenges import Measure
from app.services.rules.care.follow_ups import Outcome as FollowUpOutcome
from app.services.rules.cart import Item
from app.services.rules.insight.hints import HintKind
from app.services.rules.insight.hints import Outcome as HintOutcome
from app.services.rules.powers import Role
from app.services.rules.refund import RefundDraft
from app.services.rules.scheme.words import words
from app.services.stock import StockLine
from app.shop import Shop
from tests.shop_builder import Clock, add_product, cart_of, cash, points, sell


@dataclass(frozen=True)
class Trading:
    """Who and what the shop has."""

    ana: UUID
    bo: UUID
    tea: Item


def trade(shop: Shop, clock: Clock) -> Trading:
    """Members with cards, sales with and without them, points spent, a claim, a parked basket."""
    ana = shop.members.add(MemberDraft(name="曾雨晴", phone="138 0013 8000")).member.member_id
    bo = shop.members.add(MemberDraft(name="Bo Andersen")).member.member_id
    shop.cards.replace(shop.cards.issue(bo, CardKind.PRINTED).card_id)
    tea = add_product(shop, "乌龙茶", 2_800, 2_500)
    shop.checkout.complete(uuid7(), cart_of(tea, tea, member=ana), None, (cash(5_000),))
    sell(shop, 50_000, ana)
    clock.forward(hours=1)
    cart = cart_of(tea, member=ana)
    shop.checkout.complete(uuid7(), cart, None, (points(100), cash(5_000)))
    unclaimed = sell(shop, 1_234)
    sell(shop, 700)
    clock.forward(days=1)
    sell(shop, 900, bo)
    shop.claims.claim(unclaimed.number, bo)
    shop.visits.check_in(bo)
    shop.checkout.hold(cart_of(tea, member=bo), "table 3")
    return Trading(ana, bo, tea)


def cashiers_day(shop: Shop, trading: Trading) -> None:
    """What the till's day leaves in a file beside sales: people, a counted drawer, a return, a
    deposit, stock, two members merged, a segment."""
    shop.staff.add("Lin", Role.CLERK)
    shop.cash.open(50_000)
    shop.cash.pay_out(1_500, "stamps")
    sold = shop.sales.receipt("A0-000005")
    shop.refunds.refund(RefundDraft(uuid7(), sold.sale_id, reason="unwanted"))
    shop.deposits.take(DepositDraft(uuid7(), 2_000, (cash(2_000),), note="cake"))
    assert trading.tea.product_id is not None
    shop.stock.receive([StockLine(trading.tea.product_id, 12_000)], "first delivery")
    shop.cash.close(50_000, "counted once")
    twin = shop.members.add(MemberDraft(name="Bo Anderson")).member.member_id
    shop.merges.merge(uuid7(), trading.bo, twin)
    shop.segments.save("regulars", "visits >= 1 and not state = frozen")


def members_care(shop: Shop, trading: Trading) -> None:
    """What insight leaves in a file: a campaign with a hold-out, a follow-up, a case, a
    measurement, a plan of care, a challenge, and a hint that was taken."""
    today, ana = shop.desk.today(), trading.ana
    for n in range(10):
        draft = MemberDraft(name=f"Guest {n}", phone=f"139 0000 {1000 + n}", marketing_consent=True)
        sell(shop, 1_500, shop.members.add(draft).member.member_id)
    campaign = shop.campaigns.start(
        CampaignDraft(
            name="tasting",
            audience="consent = yes",
            variants=(Variant("A", words("Come, {name}"), Offer(OfferKind.POINTS, points=20)),),
            channels=(Channel.CALL,),
            ends_on=today + timedelta(days=30),
            holdout_bp=3_000,
            seed=7,
        )
    )
    for call in shop.campaigns.call_list(campaign.campaign_id)[:1]:
        shop.campaigns.outcome(campaign.campaign_id, call.member_id, CallOutcome.WILL_COME)
    promised = shop.care.make(uuid7(), ana, "ask about the tea", today)
    shop.care.outcome(uuid7(), promised.follow_up_id, FollowUpOutcome.DONE)
    case = shop.cases.take(uuid7(), FeedbackDraft(2, "too long a wait", member_id=ana))
    assert case is not None
    shop.cases.solve(uuid7(), case.case_id, "a cup on the house")
    shop.measures.add(uuid7(), ana, "weight", "kg", 61_500, today)
    plan = shop.care_plans.make(uuid7(), ana, PlanDraft("tea course", "", ("taste",), sessions=3))
    shop.care_plans.session(uuid7(), plan.plan_id)
    last = today + timedelta(days=30)
    race = shop.challenges.make(uuid7(), ChallengeDraft("June", Measure.VISITS, today, last, "tea"))
    shop.challenges.join(race.challenge_id, ana)
    shop.hints.refresh(ana)
    hint = Hint(
        HintKind.TOGETHER,
        trading.tea.product_id.hex if trading.tea.product_id else "",
        words("tea"),
    )
    shop.hints.record(uuid7(), ana, [Said(hint, HintOutcome.TAKEN)])
