"""A basket while it is being priced: what is left of every line, and how far it may go down."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.services.rules.cart import CartLine
from app.services.rules.conditions import flattened
from app.services.rules.money import BASIS_POINTS, MILLI
from app.services.rules.quote import Effect
from app.services.rules.reasons import Reason
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import EVERYTHING, Goods


@dataclass(slots=True)
class OpenLine:
    """One line: `left_minor` of its shelf price is still to be paid.

    No effect of the scheme takes it below `floor_minor`; `units` whole units are still to be
    paid for, one where it is weighed or cut. `reward_milli` were had for points or a
    pass.
    """

    line: CartLine
    gross_minor: int
    left_minor: int
    floor_minor: int
    units: int
    effects: tuple[Effect, ...] = ()
    reward_milli: int = 0

    @property
    def room_minor(self) -> int:
        """What the scheme may still take off."""
        return max(0, self.left_minor - self.floor_minor)

    @property
    def whole(self) -> bool:
        """Whether it is counted in pieces, so that one of them can be taken out."""
        return not self.line.item.weighed and self.line.quantity_milli % MILLI == 0

    @property
    def milli(self) -> int:
        """How much of it is still to be paid for, in thousandths."""
        return self.line.quantity_milli - self.reward_milli

    def take(self, amount_minor: int, why: Reason) -> None:
        """Take an amount off that is not above what is left."""
        if amount_minor:
            self.left_minor -= amount_minor
            self.effects = (*self.effects, Effect(amount_minor, why))

    def free(self, units: int) -> None:
        """Count `units` as had for points or a pass; from now on the floor is the others'."""
        self.floor_minor = -(-self.floor_minor * (self.units - units) // self.units)
        self.units -= units
        self.reward_milli += units * MILLI


@dataclass(slots=True)
class Basket:
    """The lines, and which of them are among which goods."""

    lines: list[OpenLine]
    scheme: Scheme
    _taken: dict[Goods, tuple[int, ...]] = field(default_factory=dict)

    def taking(self, goods: Goods) -> Sequence[int]:
        """The places of the lines that are among the goods."""
        if goods is EVERYTHING:
            return range(len(self.lines))
        found = self._taken.get(goods)
        if found is None:
            flat = flattened(goods, self.scheme.groups)
            found = self._taken[goods] = tuple(
                place for place, line in enumerate(self.lines) if flat.takes(line.line.item)
            )
        return found

    def left_minor(self, places: Sequence[int]) -> int:
        """What is left to pay of these lines."""
        return sum(self.lines[place].left_minor for place in places)


def floor_minor(gross_minor: int, floor_bp: int) -> int:
    """The least the scheme leaves of a shelf price, rounded up."""
    return -(-gross_minor * floor_bp // BASIS_POINTS)
