"""Which fields the form of each part of a scheme has, in which order, and when they are asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.services.rules.scheme.conditions import DateRange, Goods, When, Who
from app.services.rules.scheme.earning import (
    Activity,
    EarnRule,
    Multiplier,
    PointsTender,
    PointsTerms,
    ReferralTerms,
)
from app.services.rules.scheme.offers import (
    Benefit,
    BundlePart,
    CouponTemplate,
    Promotion,
    Reward,
    UseLimit,
)
from app.services.rules.scheme.standing import (
    ArchiveRule,
    Badge,
    CashReward,
    PartnerCard,
    Perk,
    Plan,
    Tier,
    TierTerms,
)
from app.services.rules.scheme.value import GiftCardTerms, PassTemplate, TopUpOffer, WalletTerms
from app.services.rules.scheme_file.kinds import Kind, Spec, specs_of

Table = Mapping[str, Any]


def _always(_: Table) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: how many of the two columns it takes, and when it is asked.

    `aside`: it stands under "More", since few ever need it.
    """

    name: str
    wide: bool = False
    asked: Callable[[Table], bool] = _always
    aside: bool = False


def _when(name: str, *values: str, default: str = "") -> Callable[[Table], bool]:
    return lambda table: table.get(name, default) in values


_NAME = Field("name", wide=True)
_GOODS, _WHO, _DAYS = (Field(name, wide=True) for name in ("goods", "who", "when"))
_BENEFIT = Field("benefit", wide=True)
_LIMIT = Field("limit", wide=True)

FORMS: Mapping[type, tuple[Field, ...]] = {
    EarnRule: (
        _NAME,
        Field("basis"),
        Field("points"),
        Field("unit", asked=_when("basis", "money", default="money")),
        Field("unit_quantity", asked=_when("basis", "quantity")),
        _GOODS,
        _WHO,
        _DAYS,
        Field("also", wide=True),
        Field("qualifies"),
        Field("net_of_tax"),
    ),
    Multiplier: (
        _NAME,
        Field("factor"),
        Field("group", aside=True),
        _DAYS,
        _WHO,
        _GOODS,
        Field("rules", wide=True, aside=True),
        Field("qualifies", aside=True),
    ),
    PointsTerms: (
        Field("expiry"),
        Field("months", asked=_when("expiry", "months", "inactivity")),
        Field("pending_days"),
        Field("grace_days", asked=lambda table: table.get("expiry", "never") != "never"),
    ),
    PointsTender: (
        Field("points"),
        Field("value"),
        Field("min_points"),
        Field("max_part"),
    ),
    TierTerms: (
        Field("basis"),
        Field("window"),
        Field("window_months", asked=_when("window", "rolling_months")),
        Field("kept"),
        Field("kept_months", asked=_when("kept", "months", default="months")),
        Field("grace_days"),
        Field("downgrade"),
    ),
    Tier: (
        _NAME,
        Field("threshold"),
        Field("lifetime_threshold"),
        Field("benefits", wide=True),
    ),
    Reward: (
        _NAME,
        Field("cost_points"),
        Field("cost", aside=True),
        _BENEFIT,
        Field("outside", wide=True, aside=True),
        _WHO,
        _DAYS,
        _LIMIT,
    ),
    CouponTemplate: (
        _NAME,
        _BENEFIT,
        Field("trigger"),
        Field("sale_from", asked=_when("trigger", "sale")),
        Field("valid_days"),
        Field("last_day"),
        _WHO,
        _DAYS,
        Field("greeting", wide=True),
        Field("bearer"),
        Field("stacking_group", aside=True),
    ),
    Promotion: (
        _NAME,
        _BENEFIT,
        _DAYS,
        _WHO,
        _LIMIT,
        Field("gate", wide=True),
        Field("phase", aside=True),
        Field("stacking_group", aside=True),
    ),
    Plan: (
        _NAME,
        Field("fee"),
        Field("period_months"),
        Field("trial_days"),
        Field("refund"),
        Field("cash_reward", wide=True),
        Field("forfeits_reward", wide=True, asked=lambda table: "cash_reward" in table),
        Field("benefits", wide=True),
        Field("level", aside=True),
        Field("rank", aside=True),
    ),
    CashReward: (Field("rate"), Field("cap"), _GOODS),
    Perk: (_NAME, Field("count"), Field("per_months"), _WHO),
    Badge: (
        _NAME,
        Field("basis"),
        Field("threshold"),
        Field("points"),
        Field("goods", wide=True, asked=_when("basis", "bought")),
    ),
    Activity: (
        _NAME,
        Field("points"),
        Field("per_day"),
        Field("by_hand", wide=True),
        Field("qualifies"),
    ),
    ReferralTerms: (
        Field("referrer_points"),
        Field("referee_points"),
        Field("min_sale"),
        Field("per_referrer_year"),
    ),
    PartnerCard: (_NAME, Field("partner", wide=True), Field("benefits", wide=True)),
    ArchiveRule: (Field("months"), Field("keep_tiers", wide=True)),
    WalletTerms: (
        Field("offers", wide=True),
        Field("presets", wide=True),
        Field("cap"),
        Field("bonus_months"),
        Field("order"),
    ),
    TopUpOffer: (Field("amount"), Field("bonus"), Field("instalments")),
    PassTemplate: (_NAME, Field("price"), Field("uses"), Field("valid_days"), _GOODS),
    GiftCardTerms: (Field("min"), Field("max"), Field("valid_months")),
    UseLimit: (Field("per_member_day"), Field("per_member_year"), Field("per_member")),
    Goods: (
        Field("categories", wide=True),
        Field("products", wide=True),
        Field("groups", wide=True),
        Field("without", wide=True),
    ),
    Who: (
        Field("members_only", wide=True),
        Field("tiers", wide=True),
        Field("plans", wide=True),
        Field("partner_cards", wide=True),
        Field("birthday"),
        Field("dependant_birthday"),
        Field("first_purchase"),
        Field("new_within_days"),
        Field("tags", wide=True),
        Field("often_bought", wide=True),
        Field("bought_at_least", asked=lambda table: "often_bought" in table),
    ),
    When: (
        Field("weekdays", wide=True),
        Field("dates", wide=True),
        Field("month_days"),
        Field("hours"),
        Field("festivals", wide=True),
    ),
    DateRange: (Field("first"), Field("last")),
    BundlePart: (Field("quantity"), _GOODS),
}

# What each kind of benefit asks beside its kind, in order.
BENEFIT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "percent_off": ("percent", "min_basket", "max_amount", "max_units"),
    "amount_off": ("amount", "each", "min_basket", "max_amount"),
    "set_price": ("price", "max_units"),
    "free_units": ("units", "min_basket"),
    "nth_unit": ("every", "percent", "max_units"),
    "buy_get": ("every", "units", "percent", "max_units"),
    "bundle": ("parts", "price", "max_units"),
    "waive_fee": (),
    "give_points": ("points", "min_basket"),
    "give_coupon": ("coupon", "min_basket"),
}
# What a benefit begins with when its kind is chosen.
BENEFIT_STARTS: Mapping[str, Mapping[str, Any]] = {
    "percent_off": {"percent": "10"},
    "amount_off": {"amount": "10"},
    "set_price": {"price": "9"},
    "free_units": {"units": 1},
    "nth_unit": {"every": 2, "percent": "50"},
    "buy_get": {"every": 2, "units": 1, "percent": "100"},
    "bundle": {"price": "30", "parts": [{"goods": {}, "quantity": "1"}] * 2},
    "give_points": {"points": 50},
}


def form_of(cls: type, table: Table) -> tuple[Field, ...]:
    """The fields to be asked of a part as it stands now."""
    if cls is Benefit:
        return _benefit_form(table)
    return tuple(field for field in FORMS[cls] if field.asked(table))


def _benefit_form(table: Table) -> tuple[Field, ...]:
    kind = str(table.get("kind", ""))
    names = BENEFIT_FIELDS.get(kind, ())
    asked = [Field("kind")]
    asked += [Field(name, wide=name == "parts") for name in names]
    if kind != "bundle":
        asked.append(_GOODS)
    return tuple(asked)


def benefit_of_kind(kind: str, before: Table) -> dict[str, Any]:
    """A benefit of another kind; figures that mean the same in both stay."""
    kept = {name: before[name] for name in (*BENEFIT_FIELDS[kind], "goods") if name in before}
    if kind == "bundle":
        kept.pop("goods", None)
    return {"kind": kind, **BENEFIT_STARTS.get(kind, {}), **kept}


def spec_of(cls: type, name: str) -> Spec:
    """How a field stands in the document."""
    return next(spec for spec in specs_of(cls) if spec.name == name)


def class_of(cls: type, name: str) -> type:
    """The class of the tables that stand in a field."""
    found: type = spec_of(cls, name).inner
    return found


def is_structural(spec: Spec) -> bool:
    """Whether other fields may come or go with the value of this one."""
    return spec.kind in (Kind.CHOICE, Kind.FLAG, Kind.TABLE, Kind.NAMED_TABLES)


# --- the parts of the scheme, as the editor lists them ---------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the editor: a list of entries, tables that may be left out, single fields.

    `listed` is the path of its list; `tables` are fields of the scheme, each of which may be
    absent (but for the terms of points).
    """

    id: str
    icon: str
    listed: tuple[str, ...] = ()
    entry: type | None = None
    tables: tuple[str, ...] = ()
    single: tuple[Field, ...] = ()


SECTIONS: tuple[Section, ...] = (
    Section("earn", "coins", ("earn",), EarnRule),
    Section("multipliers", "star", ("multipliers",), Multiplier),
    Section("points", "hand-coins", tables=("points", "burn"), single=(Field("claim_days"),)),
    Section("tiers", "crown", ("tiers", "tiers"), Tier, tables=("tiers",)),
    Section("rewards", "gift", ("rewards",), Reward),
    Section("coupons", "ticket", ("coupons",), CouponTemplate),
    Section("promotions", "badge-percent", ("promotions",), Promotion),
    Section("plans", "id-card", ("plans",), Plan, single=(Field("plan_needed", wide=True),)),
    Section("wallet", "wallet", tables=("wallet", "gift_cards")),
    Section("passes", "square-check", ("passes",), PassTemplate),
    Section("perks", "heart", ("perks",), Perk),
    Section("badges", "shield-check", ("badges",), Badge),
    Section("activities", "user-check", ("activities",), Activity, tables=("referral",)),
    Section("partner_cards", "credit-card", ("partner_cards",), PartnerCard),
    Section("groups", "package", ("groups",), Goods),
    Section("archive", "archive", tables=("archive",)),
    Section(
        "texts",
        "languages",
        single=(
            Field("title", wide=True),
            Field("summary", wide=True),
            Field("floor"),
            Field("cost"),
            Field("leap_birthday_on_1_march", wide=True),
        ),
    ),
)

# Tables of the scheme that are always there.
ALWAYS_THERE = ("points",)

STARTS: Mapping[str, Mapping[str, Any]] = {
    "earn": {"points": 1, "unit": "1"},
    "multipliers": {"factor": "2"},
    "tiers.tiers": {"threshold": "100"},
    "rewards": {"cost_points": 100, "benefit": {"kind": "free_units", "units": 1}},
    "coupons": {"benefit": {"kind": "percent_off", "percent": "10"}, "valid_days": 30},
    "promotions": {"benefit": {"kind": "percent_off", "percent": "10"}},
    "plans": {"fee": "99", "period_months": 12},
    "passes": {"price": "100", "uses": 10, "valid_days": 90},
    "perks": {"count": 1},
    "badges": {"basis": "visits", "threshold": "10"},
    "activities": {"points": 10},
    "partner_cards": {"partner": ""},
    "burn": {"points": 100, "value": "1"},
    "tiers": {
        "basis": "points",
        "window": "rolling_months",
        "tiers": [
            {
                "id": "member",
                "name": {"en": "Member", "zh_CN": "会员", "zh_TW": "會員"},
                "threshold": 0,
            }
        ],
    },
    "wallet": {"offers": [{"amount": "500", "bonus": "50"}]},
    "gift_cards": {"min": "50", "max": "1000"},
    "referral": {"referrer_points": 100, "referee_points": 50},
    "archive": {"months": 24},
    "cash_reward": {"rate": "2"},
    "wallet.offers": {"amount": "1000", "bonus": "120"},
    "dates": {"first": "01-01", "last": "01-07"},
    "parts": {"goods": {}, "quantity": "1"},
    "benefit": {"kind": "percent_off", "percent": "10"},
    "often_bought": {},
    "gate": {},
    "without": {},
}


def section_of(field: str) -> Section:
    """Where the field of a refusal is edited."""
    head = field.partition(".")[0].partition("[")[0]
    for section in SECTIONS:
        single = (field.name for field in section.single)
        if head in (*section.listed[:1], *section.tables, *single):
            return section
    return SECTIONS[-1]
