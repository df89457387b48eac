"""What is said to the cashier of a member, and what came of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.services.rules.insight.hints import HintKind, Outcome
from app.services.rules.scheme.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to say. `subject` is what it is about, the same every time.

    `name` is a product, a benefit, a dependant (empty for the member themself) or what is to be
    followed up; `beside` the product in the basket that it goes with. `what` says which benefit
    lapses: points, coupon, pass, plan or bonus; `amount` how much of it (points, uses, minor
    units). `on` is the day of a birthday, the last day of a benefit, or when something was due.
    """

    kind: HintKind
    subject: str
    name: Words = NO_WORDS
    product_id: UUID | None = None
    beside: str = ""
    what: str = ""
    amount: int = 0
    on: date | None = None
    chance_bp: int = 0


@dataclass(frozen=True, slots=True)
class Hints:
    """At most two hints. `stale`: something happened since they were reckoned."""

    hints: tuple[Hint, ...] = ()
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A hint that was shown, and what the clerk marked; NONE where nothing was."""

    hint: Hint
    outcome: Outcome = Outcome.NONE


@dataclass(frozen=True, slots=True)
class HintRate:
    """One kind of hint over a span: how often shown, and what came of it.

    `sales` are those shown in a visit that ended with a sale; `hits` of them were taken or
    bought, and `best_hits` of the same baskets held the best-seller, which nobody offered.
    """

    kind: HintKind
    shown: int = 0
    taken: int = 0
    bought: int = 0
    refused: int = 0
    sales: int = 0
    hits: int = 0
    best_hits: int = 0


@dataclass(frozen=True, slots=True)
class HintRates:
    """Every kind between two business days; the best-seller now, empty where there is none."""

    first: date
    last: date
    kinds: tuple[HintRate, ...]
    best_seller: str = ""


@dataclass(frozen=True, slots=True)
class HintWork:
    """What a run over the members did; `done` once everyone was looked at."""

    members: int
    done: bool
