"""What one benefit takes off each line of a basket: the primitives every offer is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.services.rules.basket import Basket, OpenLine
from app.services.rules.money import BASIS_POINTS, MILLI, round_half_up, share
from app.services.rules.reasons import Reason
from app.services.rules.scheme.offers import Benefit, BenefitKind, BundlePart

GIVING = frozenset({BenefitKind.GIVE_POINTS, BenefitKind.GIVE_COUPON})
"""The benefits that take nothing off a price."""

Amounts = dict[int, int]
"""Minor units by a line's place."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How a benefit is reckoned.

    `per_line`: a percentage is rounded line by line, else once for the basket and shared out.
    `max_units` is what a limit leaves, None without one. `floors`: no line goes below its
    floor. Lines that are `claimed` are left alone. `dearest`: of free units, the dearest first.
    """

    per_line: bool = False
    max_units: int | None = None
    floors: bool = True
    claimed: frozenset[int] = frozenset()
    dearest: bool = False


@dataclass(frozen=True, slots=True)
class Saving:
    """Amounts above zero by place, and the whole units (bundles) that count against a limit.

    `units_of` says of which lines single units were taken. `missed` says why nothing is saved;
    `held_back_minor` is what a floor kept.
    """

    amounts: Mapping[int, int]
    units: int = 0
    units_of: Mapping[int, int] = field(default_factory=dict)
    missed: Reason | None = None
    held_back_minor: int = 0

    @property
    def total_minor(self) -> int:
        """What is saved in all."""
        return sum(self.amounts.values())


def saving(benefit: Benefit, basket: Basket, ask: Ask) -> Saving:
    """What `benefit` takes off the basket as it stands now; the basket is not changed."""
    missed = why_not_goods(benefit, basket)
    if missed is not None:
        return Saving({}, missed=missed)
    places = [
        place
        for place in _places(benefit, basket)
        if place not in ask.claimed and _is_open(basket.lines[place])
    ]
    if not places:
        return Saving({}, missed=Reason("nothing_left"))
    wish = _Wish(benefit, basket, places, _unit_cap(benefit, ask), ask)
    found = _KINDS[benefit.kind](wish)
    return found if found.missed is not None else _within_bounds(wish, found)


def _is_open(line: OpenLine) -> bool:
    """Whether anything of it is still to be paid for, apart from what was had for points."""
    return line.left_minor > 0 and line.units > 0


def why_not_goods(benefit: Benefit, basket: Basket) -> Reason | None:
    """Why the basket does not have what the benefit asks for; None where it does."""
    places = _places(benefit, basket)
    if not places:
        return Reason("no_goods")
    missing = benefit.min_basket_minor - basket.left_minor(places)
    if missing > 0:
        facts = (("needed_minor", benefit.min_basket_minor), ("missing_minor", missing))
        return Reason("basket_too_small", facts)
    return None


def _places(benefit: Benefit, basket: Basket) -> Sequence[int]:
    if benefit.kind is not BenefitKind.BUNDLE:
        return basket.taking(benefit.goods)
    found = {place for part in benefit.parts for place in basket.taking(part.goods)}
    return sorted(found)


def _unit_cap(benefit: Benefit, ask: Ask) -> int | None:
    caps = [cap for cap in (benefit.max_units or None, ask.max_units) if cap is not None]
    return min(caps) if caps else None


# --- each kind ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Wish:
    """A benefit asked of the lines at `places`, in at most `cap` units."""

    benefit: Benefit
    basket: Basket
    places: Sequence[int]
    cap: int | None
    ask: Ask

    def line(self, place: int) -> OpenLine:
        return self.basket.lines[place]

    def left(self) -> list[int]:
        return [self.line(place).left_minor for place in self.places]

    def room(self, place: int) -> int:
        line = self.line(place)
        return line.room_minor if self.ask.floors else line.left_minor

    def whole(self) -> list[int]:
        """The places of lines that are counted in pieces."""
        return [place for place in self.places if self.line(place).whole]

    def by_unit_price(self, places: Sequence[int], *, dearest: bool) -> list[int]:
        def unit_price(place: int) -> tuple[int, int]:
            line = self.line(place)
            price = line.left_minor * MILLI // line.units
            return (-price if dearest else price, place)

        return sorted(places, key=unit_price)

    def picked(self, count: int, places: Sequence[int], *, dearest: bool = False) -> Amounts:
        """`count` units taken from these lines, by unit price: units by place."""
        units: Amounts = {}
        for place in self.by_unit_price(places, dearest=dearest):
            part = min(count, self.line(place).units)
            if part:
                units[place] = part
                count -= part
        return units

    def grouped(self, places: Sequence[int], every: int, of_these: int, most: int) -> Amounts:
        """The cheapest `of_these` of each whole group of `every` units, dearest groups first."""
        units: Amounts = {}
        seen = taken = 0
        end = sum(self.line(place).units for place in places) // every * every
        for place in self.by_unit_price(places, dearest=True):
            first, seen = seen, min(end, seen + self.line(place).units)
            # Of each group the last `of_these` places are the cheap ones.
            part = _cheap(seen, every, of_these) - _cheap(first, every, of_these)
            part = min(part, most - taken)
            if part > 0:
                units[place] = part
                taken += part
        return units

    def worth(self, units: Amounts, percent_bp: int) -> Amounts:
        """A part of what so many units of each line still cost, half up."""
        return {
            place: round_half_up(
                self.line(place).left_minor * count * percent_bp,
                self.line(place).units * BASIS_POINTS,
            )
            for place, count in units.items()
        }


def _cheap(seen: int, every: int, of_these: int) -> int:
    """How many of the first `seen` units, dearest first, are the cheap ones of their group."""
    groups, rest = divmod(seen, every)
    return groups * of_these + max(0, rest - (every - of_these))


def _of_units(wish: _Wish, units: Amounts, percent_bp: int) -> Saving:
    """A part of what these units still cost."""
    return Saving(wish.worth(units, percent_bp), sum(units.values()), units)


def _percent_off(wish: _Wish) -> Saving:
    percent_bp = wish.benefit.percent_bp
    if wish.cap is not None:
        units = wish.picked(wish.cap, wish.places, dearest=True)
        return _of_units(wish, units, percent_bp)
    left = wish.left()
    if wish.ask.per_line:
        parts = tuple(round_half_up(each * percent_bp, BASIS_POINTS) for each in left)
    else:
        parts = share(round_half_up(sum(left) * percent_bp, BASIS_POINTS), left)
    return Saving(dict(zip(wish.places, parts, strict=True)), _units(wish))


def _amount_off(wish: _Wish) -> Saving:
    benefit, left = wish.benefit, wish.left()
    times = sum(left) // benefit.each_minor if benefit.each_minor else 1
    if not times:
        missing = benefit.each_minor - sum(left)
        facts = (("needed_minor", benefit.each_minor), ("missing_minor", missing))
        return Saving({}, missed=Reason("basket_too_small", facts))
    amount = min(times * benefit.amount_minor, benefit.max_amount_minor or sum(left))
    rooms = [wish.room(place) for place in wish.places]
    parts = _shared_within(amount, left, rooms)
    # A floor on one line moves its part to the others; what none can bear is held back.
    parts[0] += max(0, min(amount, sum(left)) - sum(parts))
    return Saving(dict(zip(wish.places, parts, strict=True)), 1)


def _shared_within(amount: int, weights: Sequence[int], rooms: Sequence[int]) -> list[int]:
    """`amount` shared by weight, none above its room; what one cannot bear goes to the others."""
    parts = [0] * len(weights)
    while amount > 0:
        free = [i for i, room in enumerate(rooms) if room > parts[i] and weights[i]]
        if not free:
            break
        shares = share(amount, [weights[i] for i in free])
        for i, part in zip(free, shares, strict=True):
            fits = min(part, rooms[i] - parts[i])
            parts[i] += fits
            amount -= fits
    return parts


def _set_price(wish: _Wish) -> Saving:
    price_minor = wish.benefit.price_minor
    amounts: Amounts = {}
    for place in wish.places:
        line = wish.line(place)
        at_price = round_half_up(price_minor * line.milli, MILLI)
        if line.left_minor > at_price:
            amounts[place] = line.left_minor - at_price
    if not amounts:
        return Saving({}, missed=Reason("already_cheaper"))
    if wish.cap is None:
        return Saving(amounts, sum(wish.line(place).units for place in amounts))
    units = wish.picked(wish.cap, list(amounts), dearest=True)
    saved = {
        place: round_half_up(amounts[place] * count, wish.line(place).units)
        for place, count in units.items()
    }
    return Saving(saved, sum(units.values()), units)


def _free_units(wish: _Wish) -> Saving:
    count = wish.benefit.units if wish.cap is None else min(wish.benefit.units, wish.cap)
    units = wish.picked(count, wish.whole(), dearest=wish.ask.dearest)
    if not units:
        return Saving({}, missed=Reason("no_whole_unit"))
    return _of_units(wish, units, BASIS_POINTS)


def _nth_unit(wish: _Wish) -> Saving:
    return _cheaper_units(wish, every=wish.benefit.every, of_these=1)


def _buy_get(wish: _Wish) -> Saving:
    benefit = wish.benefit
    return _cheaper_units(wish, every=benefit.every + benefit.units, of_these=benefit.units)


def _cheaper_units(wish: _Wish, *, every: int, of_these: int) -> Saving:
    """Of each `every` units the cheapest `of_these` are so much percent off.

    The dearest make the first group, so that of six cups at 10, 10, 10, 4, 4, 4 one of 10 and one
    of 4 are free: what a customer gets who pays three by three.
    """
    whole = wish.whole()
    held = sum(wish.line(place).units for place in whole)
    count = held // every * of_these
    if not count:
        facts = (("needed", every), ("missing", every - held))
        return Saving({}, missed=Reason("too_few_units", facts))
    most = count if wish.cap is None else min(count, wish.cap)
    return _of_units(wish, wish.grouped(whole, every, of_these, most), wish.benefit.percent_bp)


def _waive_fee(wish: _Wish) -> Saving:
    if wish.cap is not None:
        return _of_units(wish, wish.picked(wish.cap, wish.places, dearest=True), BASIS_POINTS)
    return Saving(dict(zip(wish.places, wish.left(), strict=True)), _units(wish))


def _units(wish: _Wish) -> int:
    return sum(wish.line(place).units for place in wish.places)


# --- bundles ------------------------------------------------------------------


def _bundle(wish: _Wish) -> Saving:
    """As many bundles as save something, each of the dearest goods that are left for it."""
    free = {place: wish.line(place).milli for place in wish.places}
    worth: Amounts = {}
    count = saved = 0
    while wish.cap is None or count < wish.cap:
        picked = _one_bundle(wish, free)
        if picked is None:
            break
        times = min(free[place] // milli for place, milli in picked.items())
        times = times if wish.cap is None else min(times, wish.cap - count)
        values = {
            place: round_half_up(
                wish.line(place).left_minor * milli * times, wish.line(place).milli
            )
            for place, milli in picked.items()
        }
        more = sum(values.values()) - times * wish.benefit.price_minor
        if more <= 0:
            break
        count, saved = count + times, saved + more
        for place, value in values.items():
            worth[place] = worth.get(place, 0) + value
            free[place] -= picked[place] * times
    if not count:
        incomplete = _one_bundle(wish, free) is None
        return Saving({}, missed=Reason("bundle_incomplete" if incomplete else "already_cheaper"))
    return Saving(dict(zip(worth, share(saved, list(worth.values())), strict=True)), count)


def _one_bundle(wish: _Wish, free: Amounts) -> Amounts | None:
    """What one bundle takes of each line, in thousandths; None where a part is missing."""
    picked: Amounts = {}

    def reach(part: BundlePart) -> int:
        return len(wish.basket.taking(part.goods))

    # The part with the fewest lines to choose from chooses first.
    for part in sorted(wish.benefit.parts, key=reach):
        needed = part.quantity_milli
        among = [place for place in wish.basket.taking(part.goods) if free.get(place)]
        for place in wish.by_unit_price(among, dearest=True):
            taken = min(needed, free[place] - picked.get(place, 0))
            if wish.line(place).whole:
                taken -= taken % MILLI
            if taken > 0:
                picked[place] = picked.get(place, 0) + taken
                needed -= taken
        if needed:
            return None
    return picked


_KINDS: Mapping[BenefitKind, Callable[[_Wish], Saving]] = {
    BenefitKind.PERCENT_OFF: _percent_off,
    BenefitKind.AMOUNT_OFF: _amount_off,
    BenefitKind.SET_PRICE: _set_price,
    BenefitKind.FREE_UNITS: _free_units,
    BenefitKind.NTH_UNIT: _nth_unit,
    BenefitKind.BUY_GET: _buy_get,
    BenefitKind.BUNDLE: _bundle,
    BenefitKind.WAIVE_FEE: _waive_fee,
}


# --- bounds -------------------------------------------------------------------


def _within_bounds(wish: _Wish, found: Saving) -> Saving:
    """No line below its floor, no more than the benefit's cap."""
    wanted = found.amounts
    kept = {place: min(amount, wish.room(place)) for place, amount in wanted.items()}
    held_back = sum(wanted.values()) - sum(kept.values())
    most = wish.benefit.max_amount_minor
    if most and sum(kept.values()) > most:
        kept = dict(zip(kept, share(most, list(kept.values())), strict=True))
        held_back = 0
    kept = {place: amount for place, amount in kept.items() if amount}
    if kept:
        return Saving(kept, found.units, found.units_of, held_back_minor=held_back)
    return Saving({}, missed=Reason("floor_reached" if held_back else "nothing_left"))
