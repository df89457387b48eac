"""How a sale is paid: what the tenders come to, the change, and the points that move."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.cart import Cart
from app.services.rules.money import cash_rounding_minor, share
from app.services.rules.points import points_earned, points_needed
from app.services.rules.pricing import PriceTerms, Quote, Reason
from app.services.rules.scheme import Scheme


class TenderKind(StrEnum):
    """The ways to pay that a till knows; the values are stored."""

    CASH = "cash"
    BANK_CARD = "bank_card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    POINTS = "points"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tender:
    """One way the sale is paid. `amount_minor` is money handed over, points tenders included."""

    kind: TenderKind
    amount_minor: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a set of tenders does to a quote.

    `total_minor` is the quote's total with `cash_rounding_minor` added: what must be paid.
    `missing_minor` is still to be paid; `over_minor` is paid past the total by tenders
    that give no change. Both zero: the sale can be completed, giving `change_due_minor`.
    """

    total_minor: int
    cash_rounding_minor: int
    change_due_minor: int
    missing_minor: int
    over_minor: int
    points_burned: int
    points_earned: int
    points_by_line: tuple[int, ...]
    why: tuple[Reason, ...]

    @property
    def complete(self) -> bool:
        """Whether these tenders pay the sale."""
        return self.missing_minor == 0 and self.over_minor == 0


def settle(
    cart: Cart, quote: Quote, tenders: tuple[Tender, ...], scheme: Scheme, terms: PriceTerms
) -> Settlement:
    """Apply tenders to a quote.

    Cash is rounded on its own part (rule 6); the part paid by points earns nothing (rule 9).
    """
    cash = sum(t.amount_minor for t in tenders if t.kind is TenderKind.CASH)
    burned_minor = sum(t.amount_minor for t in tenders if t.kind is TenderKind.POINTS)
    others = sum(t.amount_minor for t in tenders) - cash
    left = quote.total_minor - others
    has_cash = any(t.kind is TenderKind.CASH for t in tenders)
    rounding = cash_rounding_minor(left, terms.cash_step_minor) if has_cash and left > 0 else 0
    due = left + rounding
    earned, why = _earned(cart, quote, burned_minor, scheme)
    return Settlement(
        total_minor=quote.total_minor + rounding,
        cash_rounding_minor=rounding,
        change_due_minor=max(0, cash - max(0, due)),
        missing_minor=max(0, due - cash),
        over_minor=max(0, -left),
        points_burned=points_needed(burned_minor, scheme),
        points_earned=earned,
        points_by_line=share(earned, [line.total_minor for line in quote.lines]),
        why=why,
    )


def cash_suggestions(due_minor: int, unit_minor: int) -> tuple[int, ...]:
    """The exact amount and up to three round ones a payer is likely to hand over, ascending.

    Nobody rounds 134.20 up to 135: notes below a twentieth of what is due are left out.
    """
    notes = [unit_minor * n for n in (1, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000)]
    notes = [note for note in notes if note * 20 >= due_minor] or notes[-1:]
    rounded = {-(-due_minor // note) * note for note in notes}
    return (due_minor, *sorted(amount for amount in rounded if amount > due_minor)[:3])


def _earned(
    cart: Cart, quote: Quote, burned_minor: int, scheme: Scheme
) -> tuple[int, tuple[Reason, ...]]:
    if cart.member is None or cart.member.frozen:
        return 0, ()
    paid = quote.total_minor - burned_minor
    earned = points_earned(paid, scheme)
    why = [Reason("points_by_money", (("points", earned), ("paid_minor", max(0, paid))))]
    if burned_minor:
        why.append(Reason("points_not_on_points", (("amount_minor", burned_minor),)))
    return earned, tuple(why)
