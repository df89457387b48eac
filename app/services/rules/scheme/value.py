"""Money held for members: wallets, session passes, gift cards."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.scheme.conditions import EVERYTHING, Goods
from app.services.rules.scheme.words import Words


class SpendOrder(StrEnum):
    """Which part of a wallet pays first; PRO_RATA within each lot, the oldest lot first."""

    PRO_RATA = "pro_rata"
    PRINCIPAL_FIRST = "principal_first"
    BONUS_FIRST = "bonus_first"


@dataclass(frozen=True, slots=True)
class TopUpOffer:
    """Charging at least `amount_minor` brings `bonus_minor`, in `instalments` monthly parts
    (1: at once; the first part at once, a remainder in the first)."""

    amount_minor: int
    bonus_minor: int
    instalments: int = 1


@dataclass(frozen=True, slots=True)
class WalletTerms:
    """`cap_minor` is the most a wallet may hold, principal and bonus (0: no cap).

    `bonus_months` is how long a bonus lasts (0: for ever); `presets_minor` are the amounts on
    the top-up screen, beside those of the offers.
    """

    offers: tuple[TopUpOffer, ...] = ()
    order: SpendOrder = SpendOrder.PRO_RATA
    cap_minor: int = 0
    bonus_months: int = 0
    presets_minor: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PassTemplate:
    """An N-times card: `uses` of the goods within `valid_days` of its sale."""

    id: str
    name: Words
    price_minor: int
    uses: int
    valid_days: int
    goods: Goods = EVERYTHING


@dataclass(frozen=True, slots=True)
class GiftCardTerms:
    """What a gift card may hold and for how many months (0: for ever)."""

    min_minor: int
    max_minor: int
    valid_months: int = 0
