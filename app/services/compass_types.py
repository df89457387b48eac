"""What the shop compass tells: frozen values. Money in minor units, shares in basis points."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.services.rules.insight.cohorts import Cohort
from app.services.rules.insight.figures import Figure
from app.services.rules.insight.pairs import Pair
from app.services.rules.insight.periods import Compared
from app.services.rules.scheme.words import Words


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of a list: its three counts, of the period, the one before, and a year before."""

    key: str
    now: int
    before: int
    year_before: int


@dataclass(frozen=True, slots=True)
class People:
    """Who joined, by the source that was noted for them ("" where none was), most first."""

    figures: tuple[Figure, ...]
    sources: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class BuyersTold:
    """How many members bought and came again, and the cohorts of the last twelve months."""

    figures: tuple[Figure, ...]
    cohorts: tuple[Cohort, ...]


@dataclass(frozen=True, slots=True)
class TierMove:
    """How often members came from one tier into another; `was` None: from none.

    `key` names the move where its list is asked for: kind, tier before, tier.
    """

    was: Words | None
    tier: Words
    up: bool
    members: int
    key: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Tiers:
    """Moves between tiers; a review that kept the tier is `kept`."""

    figures: tuple[Figure, ...]
    moves: tuple[TierMove, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class BenefitUse:
    """One benefit: an offer, reward, perk, coupon or pass, and how often it was used.

    `name` is its id where no scheme in force knows it any more.
    """

    kind: str
    id: str
    name: Words
    now: int
    before: int
    year_before: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What the shop owed its members at the end of a day.

    `points_minor` is what the points are worth under today's scheme; `breakage_minor` the part
    of that never to be asked for, by the share of points that lapsed of all that ended until
    then; None where no point has ever been spent or lapsed. `bonus_breakage_minor` is the same
    of the bonus in wallets.
    """

    day: date
    points: int
    points_minor: int
    breakage_minor: int | None
    principal_minor: int
    bonus_minor: int
    credit_minor: int
    gift_minor: int
    deposits_minor: int
    bonus_breakage_minor: int | None = None

    @property
    def wallets_minor(self) -> int:
        """Principal and bonus."""
        return self.principal_minor + self.bonus_minor

    @property
    def kept_minor(self) -> int:
        """Store credit, gift cards and deposits."""
        return self.credit_minor + self.gift_minor + self.deposits_minor

    @property
    def total_minor(self) -> int:
        """All of it, breakage not taken off."""
        return self.points_minor + self.wallets_minor + self.kept_minor

    @property
    def expected_breakage_minor(self) -> int:
        """What of it will never be asked for, as far as the past tells."""
        return (self.breakage_minor or 0) + (self.bonus_breakage_minor or 0)


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Points, coupons and stored value that moved, and what is owed month by month."""

    figures: tuple[Figure, ...]
    months: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class BestProduct:
    """A product by what it brought, less what came back; thousandths and minor units.

    `before_minor` and `year_before_minor` are None where those days had more sales than are read.
    """

    product_id: UUID | None
    name: str
    quantity_milli: int
    total_minor: int
    before_minor: int | None
    year_before_minor: int | None


@dataclass(frozen=True, slots=True)
class Best:
    """The best products. `read` are the newest sales looked at, of `sales` in the period."""

    products: tuple[BestProduct, ...]
    read: int
    sales: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is bought together. `read` are the newest sales looked at, of `sales`."""

    pairs: tuple[Pair, ...]
    read: int
    sales: int


@dataclass(frozen=True, slots=True)
class Compass:
    """The whole page."""

    periods: Compared
    figures: tuple[Figure, ...]
    sources: tuple[Counted, ...]
    tiers: Tiers
    benefits: tuple[BenefitUse, ...]
    months: tuple[Owed, ...]
    cohorts: tuple[Cohort, ...]
    best: Best
    pairs: Pairs
