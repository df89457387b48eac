"""What the scheme takes off a basket or gives for points: promotions, rewards, coupons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.services.rules.scheme.conditions import ALWAYS, ANYBODY, EVERYTHING, Goods, When, Who
from app.services.rules.scheme.words import NO_WORDS, Words


class BenefitKind(StrEnum):
    """The primitives every offer is made of; the values are written in scheme files."""

    PERCENT_OFF = "percent_off"
    AMOUNT_OFF = "amount_off"
    SET_PRICE = "set_price"
    FREE_UNITS = "free_units"
    NTH_UNIT = "nth_unit"
    BUY_GET = "buy_get"
    BUNDLE = "bundle"
    WAIVE_FEE = "waive_fee"
    GIVE_POINTS = "give_points"
    GIVE_COUPON = "give_coupon"


@dataclass(frozen=True, slots=True)
class BundlePart:
    """So many units (thousandths) of these goods belong to one bundle."""

    goods: Goods
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class Benefit:
    """One primitive with its figures; what a kind does not use stays at its default.

    percent_off: `percent_bp` off the goods · amount_off: `amount_minor` off the goods' sum;
    with `each_minor` once for every full such amount (300 − 30, 600 − 60) · set_price: the
    goods cost `price_minor` a unit · free_units: `units` of the goods, the cheapest first,
    cost nothing · nth_unit: each `every`-th unit is `percent_bp` off, the cheaper ones ·
    buy_get: of each `every` + `units` units, `units` (the cheapest) are `percent_bp` off ·
    bundle: one of each `parts` costs `price_minor` together · waive_fee: the goods, a fee line,
    cost nothing · give_points: `points` extra · give_coupon: `coupon`, a template's id.

    `min_basket_minor` is what the goods must come to before the benefit; `max_amount_minor`
    and `max_units` (whole units) cap it per sale; 0 is no cap.
    """

    kind: BenefitKind
    goods: Goods = EVERYTHING
    percent_bp: int = 0
    amount_minor: int = 0
    each_minor: int = 0
    price_minor: int = 0
    units: int = 0
    every: int = 0
    parts: tuple[BundlePart, ...] = ()
    points: int = 0
    coupon: str = ""
    min_basket_minor: int = 0
    max_amount_minor: int = 0
    max_units: int = 0


class Phase(StrEnum):
    """Whether a promotion is reckoned line by line or on the whole basket (rule 3)."""

    LINE = "line"
    BASKET = "basket"


@dataclass(frozen=True, slots=True)
class UseLimit:
    """How often an offer may be had; 0 is no limit. Units for a line benefit are whole units."""

    per_member_day: int = 0
    per_member: int = 0
    per_member_year: int = 0


NO_LIMIT = UseLimit()


@dataclass(frozen=True, slots=True)
class Promotion:
    """A time-bound offer. In one `stacking_group` the best for the member wins, on each line or
    for the basket as its phase is; groups stack. What takes nothing off a price (points,
    coupons) competes with nobody.

    An empty `stacking_group` is the group of its phase's default. `gate` forbids the goods to
    others (members-only products, early access) and takes nothing off when it has no benefit.
    """

    id: str
    name: Words
    benefit: Benefit | None
    phase: Phase = Phase.LINE
    when: When = ALWAYS
    who: Who = ANYBODY
    stacking_group: str = ""
    limit: UseLimit = NO_LIMIT
    gate: Goods | None = None


@dataclass(frozen=True, slots=True)
class Reward:
    """Something to be had for points: a benefit on this sale, a coupon, or an outside voucher.

    `outside` names what is handed out (miles, phone credit): its code is recorded.
    `cost_minor` is what it costs the shop, for the backtest; 0: reckoned from the benefit.
    """

    id: str
    name: Words
    cost_points: int
    benefit: Benefit | None = None
    outside: Words = NO_WORDS
    cost_minor: int = 0
    when: When = ALWAYS
    who: Who = ANYBODY
    limit: UseLimit = NO_LIMIT


class CouponTrigger(StrEnum):
    """What issues a coupon by itself; `hand` waits for staff or a batch."""

    HAND = "hand"
    BIRTHDAY = "birthday"
    DEPENDANT_BIRTHDAY = "dependant_birthday"
    JOINING = "joining"
    SEGMENT = "segment"
    SALE = "sale"
    TIER = "tier"


@dataclass(frozen=True, slots=True)
class CouponTemplate:
    """What a coupon does and how it comes about.

    Valid for `valid_days` from its issue (0: without end), never after `last_day`; a birthday
    coupon is valid in the span that `who` names. `who` says who gets one by itself and who may use
    one, `when` is when it may be used; a sale coupon (next purchase) is issued for each sale of at
    least `sale_from_minor`. Of the coupons in one `stacking_group` a sale redeems the best.
    `bearer` coupons need no member, and whoever was given one may pass it on. `name` and
    `greeting` are shown and printed.
    """

    id: str
    name: Words
    benefit: Benefit
    trigger: CouponTrigger = CouponTrigger.HAND
    who: Who = ANYBODY
    when: When = ALWAYS
    valid_days: int = 0
    last_day: date | None = None
    bearer: bool = False
    sale_from_minor: int = 0
    greeting: Words = NO_WORDS
    stacking_group: str = ""
