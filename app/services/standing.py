"""What a member has and is in the scheme, as values for the strip, the page and the statement."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.services.rules.scheme.standing import TierBasis
from app.services.rules.scheme.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class TierHeld:
    """The tier a member is in, and what is missing to the next.

    `qualifying` and `missing` are minor units or points, as `basis` says; `next_name` is empty
    in the highest tier. `expires_on` is the last day it is kept, None where it is for good;
    `to_keep` is what is missing to keep it, until `keep_by`.
    """

    tier: str
    name: Words
    basis: TierBasis
    effective_on: date | None
    expires_on: date | None
    qualifying: int
    next_tier: str = ""
    next_name: Words = NO_WORDS
    next_threshold: int = 0
    missing: int = 0
    to_keep: int = 0
    keep_by: date | None = None


@dataclass(frozen=True, slots=True)
class PointsHeld:
    """Points by what may be done with them.

    `balance` is usable and pending less what is owed; `usable` may be spent now. `expiring` are
    (last day, points), soonest first; `waiting` are (first day, points).
    """

    balance: int
    usable: int
    pending: int
    debt: int
    expiring: tuple[tuple[date, int], ...] = ()
    waiting: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WalletHeld:
    """Money kept for a member, in minor units; bonus that lapses, and instalments to come."""

    principal_minor: int
    bonus_minor: int
    credit_minor: int
    expiring: tuple[tuple[date, int], ...] = ()
    promised: tuple[tuple[date, int], ...] = ()

    @property
    def total_minor(self) -> int:
        """What the wallet holds: principal and bonus, store credit apart."""
        return self.principal_minor + self.bonus_minor


@dataclass(frozen=True, slots=True)
class CouponHeld:
    """A coupon a member may still use, from and until when (None: without end)."""

    code: str
    template: str
    name: Words
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PassHeld:
    """An N-times card with uses left."""

    pass_id: UUID
    template: str
    name: Words
    uses: int
    uses_left: int
    valid_to: date


@dataclass(frozen=True, slots=True)
class PlanHeld:
    """The paid plan a member is in; `cancelled`: it ends on `ends_on` and is not renewed."""

    plan: str
    name: Words
    level: str
    trial: bool
    cancelled: bool
    begins_on: date
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class PerkHeld:
    """A counted benefit, how many are left, and the last day of this count."""

    perk: str
    name: Words
    count: int
    left: int
    until: date


@dataclass(frozen=True, slots=True)
class BadgeHeld:
    """A badge and the day it was given."""

    badge: str
    name: Words
    awarded_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything a member has and is in the scheme, on one day."""

    member_id: UUID
    day: date
    points: PointsHeld
    tier: TierHeld | None = None
    wallet: WalletHeld = WalletHeld(0, 0, 0)
    plan: PlanHeld | None = None
    coupons: tuple[CouponHeld, ...] = ()
    passes: tuple[PassHeld, ...] = ()
    perks: tuple[PerkHeld, ...] = ()
    badges: tuple[BadgeHeld, ...] = ()
    benefits: tuple[Words, ...] = ()
