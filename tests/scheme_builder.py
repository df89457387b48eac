"""Schemes put together in tests, and put in force."""

from dataclasses import replace

from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.conditions import Goods, Who
from app.services.rules.scheme.earning import Activity, ReferralTerms
from app.services.rules.scheme.offers import (
    Benefit,
    BenefitKind,
    CouponTemplate,
    CouponTrigger,
    Reward,
)
from app.services.rules.scheme.standing import (
    CashReward,
    FeeRefund,
    Perk,
    Plan,
    Tier,
    TierBasis,
    TierTerms,
    TierWindow,
)
from app.services.rules.scheme.value import GiftCardTerms, PassTemplate, TopUpOffer, WalletTerms
from app.services.rules.scheme.words import words
from app.shop import Shop

SIMPLE = simple_scheme(1, 100)
TIERS = TierTerms(
    TierBasis.SPEND,
    TierWindow.CALENDAR_YEAR,
    (
        Tier("classic", words("Classic"), 0),
        Tier("gold", words("Gold"), 50_000, benefits=(words("free wrapping"),)),
        Tier("platinum", words("Platinum"), 200_000),
    ),
)
FIVE_OFF = CouponTemplate(
    "five",
    words("5 off 30"),
    Benefit(BenefitKind.AMOUNT_OFF, amount_minor=500, min_basket_minor=3_000),
    valid_days=30,
)
HANDOUT = replace(FIVE_OFF, id="handout", name=words("leaflet"), bearer=True)
NEXT_TIME = replace(
    FIVE_OFF, id="next", name=words("next time"), trigger=CouponTrigger.SALE, sale_from_minor=10_000
)
TEA = Goods(products=("tea",))
FREE_TEA = Reward("tea", words("a tea"), 150, Benefit(BenefitKind.FREE_UNITS, TEA, units=1))
MILES = Reward("miles", words("500 miles"), 200, outside=words("miles"))
WALLET = WalletTerms(
    offers=(TopUpOffer(50_000, 8_000), TopUpOffer(100_000, 20_000, instalments=4)),
    cap_minor=200_000,
    bonus_months=12,
)
TEN_CLASSES = PassTemplate("ten", words("10 classes"), 80_000, 10, 90)
GOLD_PLAN = Plan("gold", words("Gold"), 6_000, 12, "gold", refund=FeeRefund.FULL)
EXECUTIVE = Plan(
    "executive",
    words("Executive"),
    12_000,
    12,
    "executive",
    rank=1,
    refund=FeeRefund.FULL,
    forfeits_reward=True,
    cash_reward=CashReward(200, 100_000),
)
MONTHLY = Plan(
    "monthly", words("Monthly"), 1_499, 1, "prime", trial_days=30, refund=FeeRefund.PRORATED
)
LOUNGE = Perk("lounge", words("lounge"), 2, who=Who(tiers=("gold", "platinum")))

EVERYTHING_IN_ONE = replace(
    SIMPLE,
    name="everything",
    tiers=TIERS,
    coupons=(FIVE_OFF, HANDOUT, NEXT_TIME),
    rewards=(FREE_TEA, MILES),
    wallet=WALLET,
    passes=(TEN_CLASSES,),
    gift_cards=GiftCardTerms(1_000, 100_000, 24),
    plans=(GOLD_PLAN, EXECUTIVE, MONTHLY),
    perks=(LOUNGE,),
    activities=(Activity("review", words("a review"), 20, per_day=2),),
    referral=ReferralTerms(100, 50, min_sale_minor=2_000),
)


def use(shop: Shop, scheme: Scheme) -> Scheme:
    """Put a scheme in force from today on, as the newest version."""
    return shop.schemes.use(scheme).scheme


def sound(shop: Shop) -> bool:
    """Whether every check of the doctor holds."""
    found = [check for check in shop.doctor.run() if not check.ok]
    assert not found, found
    return True
