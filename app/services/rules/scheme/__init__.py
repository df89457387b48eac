"""The shop's loyalty rule set, as frozen, versioned data. It holds primitives only: no preset
has code of its own."""

from dataclasses import dataclass

from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.earning import (
    LASTING_POINTS,
    Activity,
    EarnRule,
    Multiplier,
    PointsTender,
    PointsTerms,
    ReferralTerms,
)
from app.services.rules.scheme.offers import CouponTemplate, Promotion, Reward
from app.services.rules.scheme.standing import (
    ArchiveRule,
    Badge,
    PartnerCard,
    Perk,
    Plan,
    TierTerms,
)
from app.services.rules.scheme.value import GiftCardTerms, PassTemplate, WalletTerms
from app.services.rules.scheme.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything a shop promises its members.

    `plan_needed`: no plan, no sale. `claim_days` is how long a receipt without a member may be
    claimed. No offer takes a line below `floor_bp` of its shelf price; the product's own member
    price, a hand discount and a reward may. `cost_bp` is what goods cost the shop, of their
    shelf price, for warnings and the backtest. `groups` names sets of goods.
    `leap_birthday_on_1_march` is rule 25's setting.
    """

    version: int
    name: str
    title: Words = NO_WORDS
    summary: Words = NO_WORDS
    earn: tuple[EarnRule, ...] = ()
    multipliers: tuple[Multiplier, ...] = ()
    points: PointsTerms = LASTING_POINTS
    burn: PointsTender | None = None
    claim_days: int = 7
    activities: tuple[Activity, ...] = ()
    referral: ReferralTerms | None = None
    tiers: TierTerms | None = None
    plans: tuple[Plan, ...] = ()
    plan_needed: bool = False
    rewards: tuple[Reward, ...] = ()
    coupons: tuple[CouponTemplate, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    perks: tuple[Perk, ...] = ()
    badges: tuple[Badge, ...] = ()
    partner_cards: tuple[PartnerCard, ...] = ()
    wallet: WalletTerms | None = None
    passes: tuple[PassTemplate, ...] = ()
    gift_cards: GiftCardTerms | None = None
    archive: ArchiveRule | None = None
    groups: tuple[tuple[str, Goods], ...] = ()
    floor_bp: int = 0
    cost_bp: int = 6_000
    leap_birthday_on_1_march: bool = False
    notice: Words = NO_WORDS


_FOR_PURCHASES = Words(
    (("en", "Points for purchases"), ("zh_CN", "消费积分"), ("zh_TW", "消費點數"))
)


def simple_scheme(version: int, unit_minor: int) -> Scheme:
    """The preset every shop starts with: 1 point per unit of currency, 100 points pay 1 unit."""
    return Scheme(
        version=version,
        name="simple",
        title=Words((("en", "Simple points"), ("zh_CN", "简单积分"), ("zh_TW", "簡單點數"))),
        summary=Words(
            (
                ("en", "A point for every 1.00 paid; 100 points pay 1.00."),
                ("zh_CN", "每消费 1 元积 1 分，100 分抵 1 元。"),
                ("zh_TW", "每消費 1 元積 1 點，100 點折抵 1 元。"),
            )
        ),
        earn=(EarnRule("money", _FOR_PURCHASES, points=1, unit_minor=unit_minor),),
        burn=PointsTender(points=100, value_minor=unit_minor),
    )
