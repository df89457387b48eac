"""Stored value: principal and bonus kept apart, spent in order, given back alike (rules 19-22)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.services.rules.money import round_half_up, share
from app.services.rules.months import months_later
from app.services.rules.scheme.value import SpendOrder, TopUpOffer, WalletTerms


@dataclass(frozen=True, slots=True)
class WalletLot:
    """What is left of one top-up, in minor units. `bonus_until` is the last day of its bonus."""

    lot_id: UUID
    made_on: date
    principal_minor: int
    bonus_minor: int = 0
    bonus_until: date | None = None

    def bonus_on(self, day: date) -> int:
        """Its bonus, while that lasts."""
        lapsed = self.bonus_until is not None and self.bonus_until < day
        return 0 if lapsed else self.bonus_minor


@dataclass(frozen=True, slots=True)
class WalletPart:
    """What comes out of, or goes back into, one lot."""

    lot_id: UUID
    principal_minor: int
    bonus_minor: int

    @property
    def amount_minor(self) -> int:
        """Both together."""
        return self.principal_minor + self.bonus_minor


def wallet_minor(lots: Iterable[WalletLot], day: date) -> int:
    """What the wallet holds on `day`: principal and the bonus that still lasts."""
    return sum(lot.principal_minor + lot.bonus_on(day) for lot in lots)


# --- topping up ---------------------------------------------------------------


def offer_for(amount_minor: int, terms: WalletTerms) -> TopUpOffer | None:
    """The offer a top-up meets: that of the highest amount not above it; once, not in
    multiples."""
    met = [offer for offer in terms.offers if offer.amount_minor <= amount_minor]
    return max(met, key=lambda offer: (offer.amount_minor, offer.bonus_minor), default=None)


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of a bonus: due on `day`, lasting to `until` (None: for ever)."""

    day: date
    bonus_minor: int
    until: date | None


def instalments(offer: TopUpOffer, day: date, terms: WalletTerms) -> tuple[Instalment, ...]:
    """The bonus in monthly parts, the first at once with what does not divide; a part that
    would be nothing is left out. Months clamp (rule 18)."""
    count = max(1, offer.instalments)
    part, rest = divmod(offer.bonus_minor, count)
    made = []
    for nth in range(count):
        minor = part + (rest if nth == 0 else 0)
        due = months_later(day, nth)
        until = months_later(due, terms.bonus_months) if terms.bonus_months else None
        if minor:
            made.append(Instalment(due, minor, until))
    return tuple(made)


def room_minor(
    amount_minor: int, held_minor: int, promised_minor: int, terms: WalletTerms
) -> int | None:
    """None where a top-up fits under the cap; else the most that can be charged yet (rule 21).

    The bonus of this top-up, and instalments still `promised`, count: none may be stopped by
    the cap later.
    """
    if not terms.cap_minor:
        return None
    room = terms.cap_minor - held_minor - promised_minor
    if amount_minor + _bonus_minor(amount_minor, terms) <= room:
        return None
    # Just below an offer, or what an offer's bonus leaves: one of these is the most that fits.
    edges = [room, *(offer.amount_minor - 1 for offer in terms.offers)]
    edges += [room - offer.bonus_minor for offer in terms.offers]
    return max(0, *(edge for edge in edges if edge + _bonus_minor(edge, terms) <= room), 0)


def _bonus_minor(amount_minor: int, terms: WalletTerms) -> int:
    offer = offer_for(amount_minor, terms)
    return 0 if offer is None else offer.bonus_minor


# --- spending -----------------------------------------------------------------


def spend(
    amount_minor: int, lots: Sequence[WalletLot], order: SpendOrder, day: date
) -> tuple[WalletPart, ...]:
    """From which lots and parts `amount_minor` comes; less in sum where they do not hold enough.

    Pro rata: the oldest lot first, within it principal and bonus by what is left of each, by
    largest remainder. Else all of one part before the other: principal oldest lot first, bonus
    soonest-ending first.
    """
    oldest = sorted(lots, key=lambda lot: (lot.made_on, lot.lot_id))
    if order is SpendOrder.PRO_RATA:
        return _pro_rata(amount_minor, oldest, day)
    ending = sorted(oldest, key=lambda lot: lot.bonus_until or date.max)
    principal = [(lot.lot_id, lot.principal_minor) for lot in oldest]
    bonus = [(lot.lot_id, lot.bonus_on(day)) for lot in ending]
    if order is SpendOrder.PRINCIPAL_FIRST:
        from_principal = _fill(amount_minor, principal)
        from_bonus = _fill(amount_minor - sum(from_principal.values()), bonus)
    else:
        from_bonus = _fill(amount_minor, bonus)
        from_principal = _fill(amount_minor - sum(from_bonus.values()), principal)
    return _parts([lot.lot_id for lot in oldest], from_principal, from_bonus)


def _pro_rata(amount_minor: int, oldest: Iterable[WalletLot], day: date) -> tuple[WalletPart, ...]:
    parts = []
    left = amount_minor
    for lot in oldest:
        held = (lot.principal_minor, lot.bonus_on(day))
        taken = min(left, sum(held))
        if taken > 0:
            parts.append(WalletPart(lot.lot_id, *share(taken, held)))
            left -= taken
    return tuple(parts)


def _fill(amount_minor: int, held: Iterable[tuple[UUID, int]]) -> dict[UUID, int]:
    taken: dict[UUID, int] = {}
    left = amount_minor
    for lot_id, minor in held:
        part = min(left, minor)
        if part > 0:
            taken[lot_id] = part
            left -= part
    return taken


def _parts(
    order: Iterable[UUID], principal: dict[UUID, int], bonus: dict[UUID, int]
) -> tuple[WalletPart, ...]:
    return tuple(
        WalletPart(lot_id, principal.get(lot_id, 0), bonus.get(lot_id, 0))
        for lot_id in order
        if lot_id in principal or lot_id in bonus
    )


# --- giving back --------------------------------------------------------------


def given_back(
    spent: Sequence[WalletPart], before_minor: int, amount_minor: int
) -> tuple[WalletPart, ...]:
    """What a refund of `amount_minor` restores of a spending, `before_minor` of which earlier
    refunds gave back already.

    Principal and bonus in the proportion they were spent in, reckoned cumulatively, so that
    many small refunds come to the same as one; what was taken last goes back first.
    """
    before = _restored(spent, before_minor)
    after = _restored(spent, before_minor + amount_minor)
    parts = []
    for old, new in zip(before, after, strict=True):
        part = WalletPart(
            new.lot_id,
            new.principal_minor - old.principal_minor,
            new.bonus_minor - old.bonus_minor,
        )
        if part.amount_minor:
            parts.append(part)
    return tuple(parts)


def _restored(spent: Sequence[WalletPart], total_minor: int) -> tuple[WalletPart, ...]:
    """The state of every part after `total_minor` in all went back; grows part by part."""
    principal = sum(part.principal_minor for part in spent)
    whole = sum(part.amount_minor for part in spent)
    back = min(total_minor, whole)
    as_principal = round_half_up(back * principal, whole) if whole else 0
    latest = tuple(reversed(spent))
    from_principal = _fill(as_principal, [(p.lot_id, p.principal_minor) for p in latest])
    from_bonus = _fill(back - as_principal, [(p.lot_id, p.bonus_minor) for p in latest])
    return tuple(
        WalletPart(p.lot_id, from_principal.get(p.lot_id, 0), from_bonus.get(p.lot_id, 0))
        for p in spent
    )


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a wallet (退卡) pays out and what it voids, in minor units."""

    paid_minor: int
    voided_minor: int
    parts: tuple[WalletPart, ...]


def close(lots: Sequence[WalletLot]) -> Closing:
    """All principal is paid out, all bonus void; instalments still to come are dropped."""
    parts = tuple(
        WalletPart(lot.lot_id, lot.principal_minor, lot.bonus_minor)
        for lot in sorted(lots, key=lambda lot: (lot.made_on, lot.lot_id))
        if lot.principal_minor or lot.bonus_minor
    )
    return Closing(
        sum(part.principal_minor for part in parts), sum(part.bonus_minor for part in parts), parts
    )
