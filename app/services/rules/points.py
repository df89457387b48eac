"""Points: what a payment earns, what a tender costs, which lots pay a burn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.services.rules.money import BASIS_POINTS
from app.services.rules.scheme import Scheme
from app.services.rules.simple import base_rule


@dataclass(frozen=True, slots=True)
class Lot:
    """What remains of points earned together."""

    lot_id: UUID
    remaining: int
    available_from: date
    expires_on: date | None


def points_earned(paid_minor: int, scheme: Scheme) -> int:
    """Whole points for the amount really paid, in minor units; fractions are dropped (rule 9)."""
    rule = base_rule(scheme)
    if paid_minor <= 0 or rule is None:
        return 0
    return paid_minor * rule.points // rule.unit_minor


def points_needed(amount_minor: int, scheme: Scheme) -> int:
    """Points that pay `amount_minor`, rounded up: points never pay more than they are worth."""
    if scheme.burn is None:
        return 0
    return -(-amount_minor * scheme.burn.points // scheme.burn.value_minor)


def points_worth_minor(points: int, scheme: Scheme) -> int:
    """The most that `points` can pay, in minor units, rounded down."""
    if scheme.burn is None:
        return 0
    return max(0, points) * scheme.burn.value_minor // scheme.burn.points


def points_part_minor(total_minor: int, scheme: Scheme) -> int:
    """The most of a sale that points may pay, in minor units, rounded down."""
    if scheme.burn is None:
        return 0
    return total_minor * scheme.burn.max_part_bp // BASIS_POINTS


def points_offset_minor(points: int, total_minor: int, scheme: Scheme) -> int:
    """What one key pays by points: all that they may pay, else whole blocks of `burn_points`.

    2,049 points at 100 for 1.00 pay 20.00, not 20.49: nobody wants odd cents in the drawer.
    Nothing, where that is fewer points than the scheme takes at once.
    """
    burn = scheme.burn
    if burn is None:
        return 0
    pays = points_part_minor(total_minor, scheme)
    if points_worth_minor(points, scheme) < pays:
        pays = max(0, points) // burn.points * burn.value_minor
    return pays if points_needed(pays, scheme) >= burn.min_points else 0


def burn_order(lots: Iterable[Lot]) -> list[Lot]:
    """Soonest-expiring first, undated last (rule 10); the older lot first among equals."""
    return sorted(
        lots, key=lambda lot: (lot.expires_on or date.max, lot.available_from, lot.lot_id)
    )


def allocate(points: int, lots: Iterable[Lot], today: date) -> tuple[tuple[UUID, int], ...]:
    """Which usable lots pay a burn of `points` on `today`: (lot, points) pairs.

    The pairs sum to less than `points` where the lots do not hold enough.
    """
    pairs: list[tuple[UUID, int]] = []
    left = points
    for lot in burn_order(lots):
        usable = lot.available_from <= today and (lot.expires_on is None or today <= lot.expires_on)
        if left and usable and lot.remaining > 0:
            part = min(left, lot.remaining)
            pairs.append((lot.lot_id, part))
            left -= part
    return tuple(pairs)
