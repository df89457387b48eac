"""What a return gives back: shares of lines, of tax, of tenders, of points.

Everything is reckoned cumulatively: from what has come back in all after the return, less what
came back before it. So returns in any number and order end exactly at nothing left, and never a
unit further.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.services.rules.money import round_half_up, share
from app.services.rules.tenders import TenderKind

# --- lines ----------------------------------------------------------------------


def part_back(whole: int, done: int, of: int) -> int:
    """What of `whole` has come back once `done` of `of` has: rounded down, so that the last
    unit takes the residue (rule 4)."""
    return whole if done >= of else whole * done // of


def tax_back(tax_minor: int, back_minor: int, of_minor: int) -> int:
    """What of a rate's tax has come back once `back_minor` of its `of_minor` has, half up;
    all of it in the end (rule 5)."""
    if back_minor >= of_minor:
        return tax_minor
    return round_half_up(tax_minor * back_minor, of_minor)


# --- tenders ---------------------------------------------------------------------


class PaidPart(NamedTuple):
    """One way the sale was paid, by the kind it goes back as: how much of the sale it paid,
    before cash rounding and less the change, and how much of that went back already.
    `reference` tells gift cards and deposits apart."""

    kind: TenderKind
    paid_minor: int
    back_minor: int = 0
    reference: str = ""

    @property
    def left_minor(self) -> int:
        """What may still go back this way."""
        return max(0, self.paid_minor - self.back_minor)


def split_over(parts: Sequence[PaidPart], before_minor: int, amount_minor: int) -> tuple[int, ...]:
    """`amount_minor` over the ways the sale was paid, pro rata and cumulatively (rule 12).

    `before_minor` came back already. Each way is brought to its part of what has come back in
    all, by largest remainder; none takes more than is left of it. The shares sum exactly to the
    amount, where that much is left.
    """
    whole = sum(part.paid_minor for part in parts)
    if not whole or not amount_minor:
        return (0,) * len(parts)
    after = min(whole, before_minor + amount_minor)
    wanted = [
        max(0, min(part.left_minor * whole, part.paid_minor * after - part.back_minor * whole))
        for part in parts
    ]
    shares = share(amount_minor, wanted) if any(wanted) else (0,) * len(parts)
    return _within(shares, [part.left_minor for part in parts], amount_minor)


def _within(shares: Sequence[int], left: Sequence[int], amount_minor: int) -> tuple[int, ...]:
    """The shares, none above what is left; what that cuts off goes to the earliest with room."""
    cut = [min(part, most) for part, most in zip(shares, left, strict=True)]
    missing = amount_minor - sum(cut)
    for place, most in enumerate(left):
        more = min(missing, most - cut[place])
        cut[place] += more
        missing -= more
    return tuple(cut)


class CashBack(NamedTuple):
    """Cash as it is handed out, and the rounding in it."""

    amount_minor: int
    rounding_minor: int


def cash_back(
    base_minor: int, before: CashBack, paid: CashBack, step_minor: int, *, last: bool
) -> CashBack:
    """The cash for a part of `base_minor`, rounded on what has been handed out in all (rule 6).

    `paid` is what the sale took in cash and the rounding in it, `before` what went out already;
    `last`: with this all cash of the sale is back, the rounding too.
    """
    if last:
        amount = max(0, paid.amount_minor - before.amount_minor)
    else:
        out = before.amount_minor - before.rounding_minor + base_minor
        rounded = round_half_up(out, step_minor) * step_minor if step_minor > 1 else out
        amount = max(0, rounded - before.amount_minor)
    return CashBack(amount, amount - base_minor)


# --- points ---------------------------------------------------------------------


def kept_in_proportion(points: Sequence[int], left: Sequence[tuple[int, int]]) -> int:
    """Points that stay where nobody can tell any more what the rest would have earned: each
    line's points by what is left of it (left, whole), rounded down once."""
    denominator = 1
    total = 0
    for earned, (kept, whole) in zip(points, left, strict=True):
        if not earned or not kept:
            continue
        # Added as fractions: many lines lose less than one point in all.
        total = total * whole + earned * kept * denominator
        denominator *= whole
    return total // denominator


def restored_parts(
    burned: Sequence[tuple[str, int]], before: int, points: int
) -> tuple[tuple[str, int], ...]:
    """To which lots `points` go back, `before` of them having gone back already: what was taken
    last first. `burned` are (lot, points) in the order they were taken."""
    parts: list[tuple[str, int]] = []
    skip, left = before, points
    for lot, taken in reversed(burned):
        free = max(0, taken - skip)
        skip = max(0, skip - taken)
        part = min(free, left)
        if part:
            parts.append((lot, part))
            left -= part
    return tuple(parts)
