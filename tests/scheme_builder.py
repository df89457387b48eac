"""Schemes put together in tests, and put in force."""

from dataclasses import replace
from uuid import UUID

from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.money import Currency
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
from app.services.rules.scheme.words import Words, words
from app.services.rules.tenders import Tender, TenderKind
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


def counter_scheme(currency: Currency) -> Scheme:
    """Something of everything, in amounts that look right in the currency."""
    unit = currency.unit_minor
    named = _named
    drink = Reward(
        "drink", named("Any drink", "任选饮品一杯", "任選飲品一杯"), 150,
        Benefit(BenefitKind.FREE_UNITS, units=1),
    )  # fmt: skip
    dear = Reward(
        "bottle", named("Travel bottle", "随行杯", "隨行杯"), 90_000,
        Benefit(BenefitKind.FREE_UNITS, units=1),
    )  # fmt: skip
    birthday = CouponTemplate(
        "birthday", named("Birthday drink", "生日饮品券", "生日飲品券"),
        Benefit(BenefitKind.AMOUNT_OFF, amount_minor=10 * unit), valid_days=30,
    )  # fmt: skip
    large = CouponTemplate(
        "large", named("30 off 300", "满 300 减 30", "滿 300 減 30"),
        Benefit(BenefitKind.AMOUNT_OFF, amount_minor=30 * unit, min_basket_minor=300 * unit),
        valid_days=60,
    )  # fmt: skip
    tiers = TierTerms(
        TierBasis.SPEND,
        TierWindow.CALENDAR_YEAR,
        (
            Tier("classic", named("Classic", "普通卡", "普通卡"), 0),
            Tier("gold", named("Gold", "金卡", "金卡"), 200 * unit,
                 benefits=(named("Free wrapping", "免费包装", "免費包裝"),)),
            Tier("platinum", named("Platinum", "铂金", "鉑金"), 20_000 * unit),
        ),
    )  # fmt: skip
    return replace(
        SIMPLE,
        name="counter",
        tiers=tiers,
        rewards=(drink, dear),
        coupons=(birthday, large),
        wallet=WalletTerms(
            offers=(
                TopUpOffer(200 * unit, 20 * unit),
                TopUpOffer(500 * unit, 80 * unit),
                TopUpOffer(1_000 * unit, 240 * unit, instalments=4),
            ),
            cap_minor=5_000 * unit,
            bonus_months=12,
            presets_minor=(100 * unit,),
        ),
        passes=(
            PassTemplate(
                "ten",
                named("Ten coffees", "咖啡 10 次卡", "咖啡 10 次卡"),
                198 * unit,
                10,
                90,
                Goods(categories=("Coffee", "咖啡")),
            ),
        ),
        gift_cards=GiftCardTerms(10 * unit, 1_000 * unit, 24),
        plans=(
            Plan("monthly", named("Monthly card", "会员月卡", "會員月卡"), 30 * unit, 1, "monthly"),
            Plan("yearly", named("Yearly card", "会员年卡", "會員年卡"), 300 * unit, 12, "yearly"),
        ),
        perks=(Perk("lounge", named("Guest pass", "携友体验", "攜友體驗"), 4),),
        activities=(Activity("review", named("A review", "写评价", "寫評價"), 20, per_day=2),),
    )


def fill_counter(shop: Shop, member_id: UUID) -> None:
    """Give a member some of everything in `counter_scheme`."""
    unit = shop.desk.settings.money.unit_minor
    shop.points.adjust(member_id, 800, "opening gift")
    cash = (Tender(TenderKind.CASH, 500 * unit),)
    shop.wallets.top_up(uuid7(), member_id, 500 * unit, cash)
    shop.coupons.issue("birthday", member_id)
    shop.coupons.issue("large", member_id)
    price = (Tender(TenderKind.CASH, 198 * unit),)
    held = shop.passes.sell(uuid7(), member_id, "ten", price).held
    shop.passes.use(held.pass_id)
    shop.plans.join(uuid7(), member_id, "monthly", (Tender(TenderKind.CASH, 30 * unit),))
    shop.perks.use(member_id, "lounge")
    item = Item("Beans", 450 * unit)
    cart = Cart((CartLine(uuid7(), item),), shop.loyalty.facts(member_id))
    paid = (Tender(TenderKind.CASH, 450 * unit),)
    shop.checkout.complete(uuid7(), cart, None, paid)


def _named(en: str, zh_cn: str, zh_tw: str) -> Words:
    return Words((("en", en), ("zh_CN", zh_cn), ("zh_TW", zh_tw)))
