"""Points by the lots they were earned in: until when they last, what may be spent, and debt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.services.rules.months import days_later, months_later, year_end
from app.services.rules.points import Lot, burn_order
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms


def available_from(earned_on: date, terms: PointsTerms) -> date:
    """The first day points earned on `earned_on` may be spent."""
    return days_later(earned_on, terms.pending_days)


def expires_on(earned_on: date, terms: PointsTerms) -> date | None:
    """The last day they count, as it stands on the day they are earned; None: for ever.

    By months it is the same day of a later month, that day included. A lot never lapses before
    it could be spent.
    """
    if terms.expiry is PointsExpiry.NEVER:
        return None
    if terms.expiry is PointsExpiry.END_OF_YEAR:
        last = year_end(earned_on)
    elif terms.expiry is PointsExpiry.END_OF_NEXT_YEAR:
        last = year_end(earned_on, 1)
    else:
        last = months_later(earned_on, terms.months)
    return max(last, available_from(earned_on, terms))


def moved_by_visit(stored: date | None, terms: PointsTerms, last_visit: date | None) -> date | None:
    """The last day a lot counts, once its member's visits have moved it.

    `stored` is its date from the day it was earned under `terms`. Under INACTIVITY each visit
    moves it to `months` after that visit; under any other rule nothing moves.
    """
    if stored is None or last_visit is None or terms.expiry is not PointsExpiry.INACTIVITY:
        return stored
    return max(stored, months_later(last_visit, terms.months))


def returned_until(
    lot_expires_on: date | None, returned_on: date, terms: PointsTerms
) -> date | None:
    """Until when points given back by a refund count: their lot's own date, or where that has
    passed, `grace_days` after the return, in a lot of their own (rule 12)."""
    if lot_expires_on is None or returned_on <= lot_expires_on:
        return lot_expires_on
    return days_later(returned_on, terms.grace_days)


def has_lapsed(lot: Lot, today: date) -> bool:
    """Whether what is left in it counts no more (rule 11), entry written or not."""
    return lot.expires_on is not None and lot.expires_on < today


@dataclass(frozen=True, slots=True)
class Held:
    """What a member's lots hold on one day. `spendable` is 0 while there is a debt."""

    usable: int
    pending: int
    lapsed: int
    debt: int = 0

    @property
    def balance(self) -> int:
        """Usable and pending points less the debt: what is shown as the balance."""
        return self.usable + self.pending - self.debt

    @property
    def spendable(self) -> int:
        """What may be spent now: nothing while the balance is below zero (rule 13)."""
        return 0 if self.balance < 0 else min(self.usable, self.balance)


def held_on(lots: Iterable[Lot], today: date, debt: int = 0) -> Held:
    """A balance as of a day: what has lapsed never counts (rule 11)."""
    usable = pending = lapsed = 0
    for lot in lots:
        if has_lapsed(lot, today):
            lapsed += lot.remaining
        elif lot.available_from > today:
            pending += lot.remaining
        else:
            usable += lot.remaining
    return Held(usable, pending, lapsed, debt)


@dataclass(frozen=True, slots=True)
class Taken:
    """Points taken back: from which lots, and how many nobody holds any more."""

    parts: tuple[tuple[UUID, int], ...]
    debt: int


def take_back(points: int, own: Sequence[Lot], others: Iterable[Lot], today: date) -> Taken:
    """Where a reversal of `points` comes from: the sale's `own` lots, then the member's others
    (soonest-expiring first), pending ones too; the rest becomes a debt (rule 13)."""
    parts: list[tuple[UUID, int]] = []
    left = points
    known = {lot.lot_id for lot in own}
    rest = [lot for lot in burn_order(others) if lot.lot_id not in known]
    for lot in [*own, *rest]:
        part = min(left, lot.remaining)
        if part > 0 and not has_lapsed(lot, today):
            parts.append((lot.lot_id, part))
            left -= part
    return Taken(tuple(parts), left)


@dataclass(frozen=True, slots=True)
class Repaid:
    """How an earning meets a debt: `repays` of it, and `kept` in a lot of its own."""

    repays: int
    kept: int


def kept_in_lot(earned: int, balance: int) -> int:
    """What of an earning goes into its lot where the balance before it was this: what repays a
    debt is in none, for it would lapse a second time with it."""
    return repay(earned, -balance).kept


def repay(earned: int, debt: int) -> Repaid:
    """The next earning repays the debt first (rule 13)."""
    repays = min(earned, max(0, debt))
    return Repaid(repays, earned - repays)
