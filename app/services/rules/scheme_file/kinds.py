"""How each field of a scheme stands in its document, told by the field's own type and name."""

from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from app.services.rules.money import AMOUNT_LIMIT_MINOR, BASIS_POINTS, QUANTITY_LIMIT_MILLI
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import DateRange, Goods, When
from app.services.rules.scheme.standing import Badge, Tier
from app.services.rules.scheme.words import Words

LIST_LIMIT = 200
"""The most promotions, coupons, products and so on that one list of a scheme may hold."""


class Kind(StrEnum):
    """What a value is in the document; `whole`, `money` and so on are integers in the scheme."""

    TEXT = "text"
    ID = "id"
    WORDS = "words"
    FLAG = "flag"
    WHOLE = "whole"
    MONEY = "money"
    PERCENT = "percent"
    FACTOR = "factor"
    QUANTITY = "quantity"
    THRESHOLD = "threshold"
    HOURS = "hours"
    DATE = "date"
    DAY = "day"
    CHOICE = "choice"
    TABLE = "table"
    NAMED_TABLES = "named_tables"


@dataclass(frozen=True, slots=True)
class Spec:
    """One field: its name in the scheme and in the document, and what may stand there.

    `inner` is the class of a table or a choice. `least` and `most` bound the integer that is
    kept (minor units, basis points, thousandths). `many`: a list of such values.
    """

    attribute: str
    name: str
    kind: Kind
    inner: Any
    many: bool
    required: bool
    default: Any
    least: int
    most: int


_SUFFIXES = (
    ("factor_bp", "", Kind.FACTOR),
    ("_minor", "_minor", Kind.MONEY),
    ("_bp", "_bp", Kind.PERCENT),
    ("_milli", "_milli", Kind.QUANTITY),
)
# Two fields of an earn rule are units, so one of them is named by what it counts.
_NAMES = {"unit_milli": "unit_quantity", "factor_bp": "factor"}
_MOST = {
    Kind.MONEY: AMOUNT_LIMIT_MINOR,
    Kind.PERCENT: BASIS_POINTS,
    Kind.FACTOR: 100 * BASIS_POINTS,
    Kind.QUANTITY: QUANTITY_LIMIT_MILLI,
    Kind.THRESHOLD: AMOUNT_LIMIT_MINOR,
}
_WHOLE_MOST = 1_000_000_000
_DAYS = 3_660
_MONTHS = 240
# Whatever is not named here may be zero.
_ABOVE_ZERO = {
    "When": ("weekdays", "month_days"),
    "Who": ("bought_at_least",),
    "EarnRule": ("unit_minor", "unit_milli"),
    "Multiplier": ("factor_bp",),
    "PointsTerms": ("months",),
    "PointsTender": ("points", "value_minor", "max_part_bp"),
    "Activity": ("points", "per_day"),
    "Benefit": (
        *("percent_bp", "amount_minor", "each_minor", "units", "every", "points"),
        *("min_basket_minor", "max_amount_minor", "max_units"),
    ),
    "BundlePart": ("quantity_milli",),
    "UseLimit": ("per_member_day", "per_member", "per_member_year"),
    "Reward": ("cost_points",),
    "CouponTemplate": ("sale_from_minor",),
    "Tier": ("lifetime_threshold",),
    "TierTerms": ("window_months", "kept_months"),
    "Plan": ("period_months",),
    "CashReward": ("rate_bp", "cap_minor"),
    "Perk": ("count", "per_months"),
    "Badge": ("threshold",),
    "ArchiveRule": ("months",),
    "TopUpOffer": ("amount_minor", "instalments"),
    "WalletTerms": ("cap_minor", "presets_minor"),
    "PassTemplate": ("uses", "valid_days"),
    "GiftCardTerms": ("min_minor", "max_minor"),
}
_RANGES = {
    "When.weekdays": 7,
    "When.month_days": 31,
    "Activity.per_day": 100,
    "Perk.count": 10_000,
    "PassTemplate.uses": 10_000,
    "TopUpOffer.instalments": 60,
    "Plan.rank": 100,
}


def specs_of(cls: type[Any]) -> tuple[Spec, ...]:
    """Every field of a scheme's class as it stands in a document, in the class's order."""
    if cls not in _SPECS:
        _SPECS[cls] = tuple(
            _spec(cls, field)
            for field in fields(cls)
            if (cls, field.name) not in {(Scheme, "version"), (When, "to_minute")}
        )
    return _SPECS[cls]


_SPECS: dict[type[Any], tuple[Spec, ...]] = {}


def _spec(cls: type, field: Any) -> Spec:
    bare, many = _bare_type(field.type)
    kind = _kind(cls, field.name, bare)
    name = "hours" if kind is Kind.HOURS else _NAMES.get(field.name, field.name)
    for ending, suffix, suffixed in _SUFFIXES:
        if kind is suffixed and name.endswith(ending):
            name = name.removesuffix(suffix)
    key = f"{cls.__name__}.{field.name}"
    optional = isinstance(field.type, UnionType) and NoneType in get_args(field.type)
    missing = field.default is MISSING
    return Spec(
        attribute=field.name,
        name=name,
        kind=kind,
        inner=bare,
        many=many and kind is not Kind.NAMED_TABLES,
        required=missing and not optional,
        default=None if missing else field.default,
        least=int(field.name in _ABOVE_ZERO.get(cls.__name__, ())),
        most=_RANGES.get(key) or _most(kind, field.name),
    )


def _bare_type(hint: Any) -> tuple[Any, bool]:
    """A field's type without its list and its None, and whether it was a list."""
    if isinstance(hint, str):  # only Goods is named before it is defined
        return Goods, False
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    if isinstance(hint, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType), False
    return hint, False


def _kind(cls: type, name: str, bare: Any) -> Kind:
    if cls in (Tier, Badge) and name.endswith("threshold"):
        return Kind.THRESHOLD
    if bare is int:
        if name == "from_minute":
            return Kind.HOURS
        return next((kind for ending, _, kind in _SUFFIXES if name.endswith(ending)), Kind.WHOLE)
    if bare is date and cls is DateRange:
        return Kind.DAY
    if name == "id" or (cls is Scheme and bare is str):
        return Kind.ID
    if get_origin(bare) is tuple:
        return Kind.NAMED_TABLES
    if is_dataclass(bare) and bare is not Words:
        return Kind.TABLE
    return _BY_TYPE.get(bare, Kind.CHOICE)


_BY_TYPE: dict[Any, Kind] = {
    str: Kind.TEXT,
    bool: Kind.FLAG,
    date: Kind.DATE,
    Words: Kind.WORDS,
}


def _most(kind: Kind, name: str) -> int:
    if kind is Kind.WHOLE and name.endswith("days"):
        return _DAYS
    if kind is Kind.WHOLE and name.endswith("months"):
        return _MONTHS
    return _MOST.get(kind, _WHOLE_MOST)
