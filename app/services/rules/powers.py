"""What a person at the till may do, and up to how much. Pure.

The owner may everything. What a manager and a clerk may, the owner decides: a power is allowed
or not, and where it has a unit, up to a limit. Whoever is over theirs asks someone who is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Role(StrEnum):
    """Who somebody is at the till; the values are stored."""

    OWNER = "owner"
    MANAGER = "manager"
    CLERK = "clerk"


class Power(StrEnum):
    """Everything that not everyone may do; the values are stored. Units of amounts in brackets."""

    DISCOUNT = "discount"  # (basis points)
    PRICE_CHANGE = "price_change"  # (basis points)
    OPEN_ITEM = "open_item"  # (minor units)
    REFUND = "refund"  # (minor units)
    REFUND_WITHOUT_RECEIPT = "refund_without_receipt"  # (minor units)
    VOID = "void"
    POINTS_BY_HAND = "points_by_hand"  # (points)
    CLAIM_LATE = "claim_late"
    COUPON_REVOKE = "coupon_revoke"
    UNFREEZE = "unfreeze"
    NO_SALE = "no_sale"
    PAY_IN = "pay_in"  # (minor units)
    PAY_OUT = "pay_out"  # (minor units)
    DROP = "drop"
    CLOSE_SESSION = "close_session"
    SEE_EXPECTED = "see_expected"
    WRITE_OFF = "write_off"  # (minor units)
    ON_ACCOUNT_OVER_LIMIT = "on_account_over_limit"
    STOCK_ADJUST = "stock_adjust"
    PRODUCTS = "products"
    MEMBERS_EXPORT = "members_export"
    MEMBERS_MERGE = "members_merge"
    CAMPAIGNS = "campaigns"  # (minor units)
    SCHEME = "scheme"
    SETTINGS = "settings"
    STAFF = "staff"
    REPORTS = "reports"
    BACKUPS = "backups"


class Unit(StrEnum):
    """What the amount of a power counts."""

    NONE = ""
    MINOR = "minor"
    BASIS_POINTS = "bp"
    POINTS = "points"


_UNITS = {
    Power.DISCOUNT: Unit.BASIS_POINTS,
    Power.PRICE_CHANGE: Unit.BASIS_POINTS,
    Power.OPEN_ITEM: Unit.MINOR,
    Power.REFUND: Unit.MINOR,
    Power.REFUND_WITHOUT_RECEIPT: Unit.MINOR,
    Power.POINTS_BY_HAND: Unit.POINTS,
    Power.PAY_IN: Unit.MINOR,
    Power.PAY_OUT: Unit.MINOR,
    Power.WRITE_OFF: Unit.MINOR,
    Power.CAMPAIGNS: Unit.MINOR,
}

# Powers that came after limits were first stored: a document that says nothing of them is silent,
# not against. One written since names every power it decided about.
_NEWER = frozenset({Power.CLAIM_LATE, Power.COUPON_REVOKE, Power.UNFREEZE})
_DECIDED = "decided"
# What is the owner's alone until the owner says otherwise.
_OWNERS = frozenset(
    {Power.MEMBERS_EXPORT, Power.SCHEME, Power.SETTINGS, Power.STAFF, Power.BACKUPS}
)
LIMIT_HIGHEST = 1_000_000_000_000
_RATE_HIGHEST_BP = 10_000


def unit_of(power: Power) -> Unit:
    """What the amount of this power counts; `Unit.NONE` where it has no amount."""
    return _UNITS.get(power, Unit.NONE)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one role may, and up to how much; a power without a limit is allowed at any amount."""

    may: frozenset[Power]
    limits: Mapping[Power, int] = field(default_factory=lambda: MappingProxyType({}))

    def allows(self, power: Power, amount: int = 0) -> bool:
        """Whether `amount` of `power`, in its unit, is within it; the sign does not count."""
        if power not in self.may:
            return False
        limit = self.limits.get(power)
        return limit is None or abs(amount) <= limit


@dataclass(frozen=True, slots=True)
class Limits:
    """What managers and clerks may. The owner may everything."""

    manager: Allowance
    clerk: Allowance

    def of(self, role: str) -> Allowance | None:
        """The allowance of a role, None for the owner's, which has no end."""
        if role == Role.OWNER:
            return None
        return self.manager if role == Role.MANAGER else self.clerk


def permitted(role: str, power: Power, amount: int, limits: Limits) -> bool:
    """Whether someone of this role may do `amount` of `power`, in its unit, alone."""
    allowance = limits.of(role)
    return allowance is None or allowance.allows(power, amount)


def limit_of(role: str, power: Power, limits: Limits) -> int | None:
    """Up to how much a role may alone: None without end, 0 where the power is not theirs."""
    allowance = limits.of(role)
    if allowance is None:
        return None
    return allowance.limits.get(power) if power in allowance.may else 0


def default_limits(unit_minor: int) -> Limits:
    """What a shop starts with; `unit_minor` is one whole unit of its currency.

    A clerk sells, takes back up to 200 with a receipt, gives up to 10% and counts the drawer
    blind. Drawing money out, voids, points by hand, late claims and setting frozen members or lost
    cards free ask a manager; the rest is the owner's.
    """
    manager = Allowance(frozenset(Power) - _OWNERS)
    clerk = Allowance(
        frozenset(
            {
                Power.DISCOUNT,
                Power.OPEN_ITEM,
                Power.REFUND,
                Power.PAY_IN,
                Power.DROP,
                Power.CLOSE_SESSION,
            }
        ),
        MappingProxyType({Power.DISCOUNT: 1_000, Power.REFUND: 200 * unit_minor}),
    )
    return Limits(manager, clerk)


# --- as they are stored ---------------------------------------------------------------


def limits_document(limits: Limits) -> dict[str, Any]:
    """Limits as JSON holds them: role → power that it may → its limit, null without end.

    Beside the roles stand the powers that were decided about, so that later ones are told apart.
    """
    roles: dict[str, Any] = {
        role.value: {
            power.value: allowance.limits.get(power) for power in Power if power in allowance.may
        }
        for role, allowance in (
            (Role.MANAGER, limits.manager),
            (Role.CLERK, limits.clerk),
        )
    }
    return {**roles, _DECIDED: [power.value for power in Power]}


def limits_of_document(document: Any, fallback: Limits) -> Limits:
    """Limits as they were stored; a power that this program does not know is nobody's.

    A role that is not told has `fallback`'s, as has every role a power that came later than
    what was stored.
    """
    if not isinstance(document, dict):
        return fallback
    decided = document.get(_DECIDED)
    known = decided if isinstance(decided, list) else [each for each in Power if each not in _NEWER]
    later = frozenset(power for power in Power if power.value not in known)
    return Limits(
        _allowance(document.get(Role.MANAGER.value), fallback.manager, later),
        _allowance(document.get(Role.CLERK.value), fallback.clerk, later),
    )


def limits_fault(limits: Limits) -> Power | None:
    """The first power whose limit makes no sense, None where all do."""
    for allowance in (limits.manager, limits.clerk):
        for power, limit in allowance.limits.items():
            rate = unit_of(power) is Unit.BASIS_POINTS
            if not 0 <= limit <= (_RATE_HIGHEST_BP if rate else LIMIT_HIGHEST):
                return power
    return None


def _allowance(stored: Any, fallback: Allowance, later: frozenset[Power]) -> Allowance:
    if not isinstance(stored, dict):
        return fallback
    told = {power: fallback.limits.get(power) for power in later & fallback.may}
    told |= {power: stored[power.value] for power in Power if power.value in stored}
    limits = {power: limit for power, limit in told.items() if type(limit) is int}
    return Allowance(frozenset(told), MappingProxyType(limits))
