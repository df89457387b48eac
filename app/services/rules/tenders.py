"""How a sale is paid: what the tenders come to, the change, and the points that move."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from app.services.rules.cart import Cart
from app.services.rules.earning import EarnBase, Earned, EarnLine, earned_by
from app.services.rules.money import cash_rounding_minor
from app.services.rules.points import points_needed, points_part_minor
from app.services.rules.quote import PriceTerms, Quote
from app.services.rules.reasons import Reason
from app.services.rules.scheme import Scheme


class TenderKind(StrEnum):
    """The ways to pay that a till knows; the values are stored."""

    CASH = "cash"
    BANK_CARD = "bank_card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    STORED_VALUE = "stored_value"
    POINTS = "points"
    GIFT_CARD = "gift_card"
    STORE_CREDIT = "store_credit"
    ON_ACCOUNT = "on_account"
    DEPOSIT = "deposit"
    EXCHANGE = "exchange"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tender:
    """One way the sale is paid. `amount_minor` is money handed over, points tenders included.

    `bonus_minor` of a stored-value tender come from the wallet's bonus and earn nothing.
    """

    kind: TenderKind
    amount_minor: int
    reference: str = ""
    bonus_minor: int = 0

    @property
    def unearned_minor(self) -> int:
        """The part that earns no points (rule 9)."""
        if self.kind in (TenderKind.POINTS, TenderKind.GIFT_CARD):
            return self.amount_minor
        return self.bonus_minor


class Settlement(NamedTuple):
    """What a set of tenders does to a quote.

    `total_minor` is the quote's total with `cash_rounding_minor` added: what must be paid.
    `missing_minor` is still to be paid; `over_minor` is paid past the total by tenders
    that give no change. Both zero: the sale can be completed, giving `change_due_minor`.
    `points_burned` are those of the points tender; rewards cost `points_on_rewards` more.
    `refused` says why the scheme does not take the points tender.
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
    qualifying_points: int = 0
    points_on_rewards: int = 0
    refused: Reason | None = None
    tips_minor: int = 0

    @property
    def complete(self) -> bool:
        """Whether these tenders pay the sale."""
        return self.missing_minor == 0 and self.over_minor == 0 and self.refused is None

    @property
    def points_spent(self) -> int:
        """What the sale takes from the member's points in all."""
        return self.points_burned + self.points_on_rewards


def settle(
    cart: Cart, quote: Quote, tenders: tuple[Tender, ...], scheme: Scheme, terms: PriceTerms
) -> Settlement:
    """Apply tenders to a quote.

    Cash is rounded on its own part (rule 6); the part paid by points earns nothing (rule 9).
    """
    has_cash, cash, others, burned_minor, unearned = False, 0, 0, 0, 0
    for tender in tenders:
        unearned += tender.unearned_minor
        if tender.kind is TenderKind.CASH:
            has_cash, cash = True, cash + tender.amount_minor
            continue
        others += tender.amount_minor
        if tender.kind is TenderKind.POINTS:
            burned_minor += tender.amount_minor
    left = quote.total_minor - others
    rounding = cash_rounding_minor(left, terms.cash_step_minor) if has_cash and left > 0 else 0
    due = left + rounding
    tips = quote.tips_minor
    # A tip earns nothing: what earns nothing pays the goods first.
    unearned = min(unearned, max(0, quote.total_minor - tips))
    earned = _earned(cart, quote, unearned, scheme, terms) if unearned else _as_quoted(quote)
    return Settlement(
        total_minor=quote.total_minor + rounding,
        cash_rounding_minor=rounding,
        change_due_minor=max(0, cash - max(0, due)),
        missing_minor=max(0, due - cash),
        over_minor=max(0, -left),
        points_burned=points_needed(burned_minor, scheme),
        points_earned=earned.points,
        points_by_line=earned.by_line,
        why=(*earned.why, *_not_earned(cart, tenders)) if unearned else earned.why,
        qualifying_points=earned.qualifying_points,
        points_on_rewards=quote.points_spent_on_rewards,
        refused=_refusal(burned_minor, quote.total_minor - tips, scheme),
        tips_minor=tips,
    )


def _as_quoted(quote: Quote) -> Earned:
    """What the quote says: all of it is paid by what earns."""
    by_line = tuple([line.points for line in quote.lines])
    return Earned(quote.points_earned, quote.qualifying_points, by_line, why=quote.why)


def _earned(
    cart: Cart, quote: Quote, unearned_minor: int, scheme: Scheme, terms: PriceTerms
) -> Earned:
    base = replace(earn_base(quote, terms), unearned_minor=unearned_minor)
    earned = earned_by(scheme, cart.member, base, quote.moment)
    by_line = earned.by_line + (0,) * (len(quote.lines) - len(base.lines))
    return earned._replace(by_line=by_line, why=(*earned.why, *quote.promised))


def earn_base(quote: Quote, terms: PriceTerms) -> EarnBase:
    """What a quote gives to earn on, were it all paid with money; tips, its last lines, do not."""
    return EarnBase(
        tuple(
            EarnLine(
                line.line.item,
                line.total_minor + (0 if terms.prices_include_tax else line.tax_minor),
                line.tax_minor,
                line.line.quantity_milli - line.reward_milli,
            )
            for line in quote.lines
            if not line.line.tip
        ),
        given=quote.given,
    )


def _not_earned(cart: Cart, tenders: tuple[Tender, ...]) -> Iterator[Reason]:
    """A reason for each part of the payment that earned nothing."""
    if cart.member is None or cart.member.frozen:
        return
    for kind, code in (
        (TenderKind.POINTS, "points_not_on_points"),
        (TenderKind.STORED_VALUE, "points_not_on_bonus"),
        (TenderKind.GIFT_CARD, "points_not_on_gift_card"),
    ):
        amount = sum(t.unearned_minor for t in tenders if t.kind is kind)
        if amount:
            yield Reason(code, (("amount_minor", amount),))


def _refusal(burned_minor: int, total_minor: int, scheme: Scheme) -> Reason | None:
    """Why the scheme does not take that much by points; None where it does."""
    if burned_minor <= 0:
        return None
    burn = scheme.burn
    if burn is None:
        return Reason("points_pay_nothing")
    if points_needed(burned_minor, scheme) < burn.min_points:
        return Reason("points_too_few_at_once", (("points", burn.min_points),))
    most = points_part_minor(total_minor, scheme)
    if burned_minor > most:
        return Reason("points_past_their_part", (("amount_minor", most),))
    return None
