"""Paying, without a window: which tender, how much of it, what is left, what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.services.rules.cart import Cart
from app.services.rules.points import points_worth_minor
from app.services.rules.pricing import PriceTerms, Quote
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import (
    Settlement,
    Tender,
    TenderKind,
    cash_suggestions,
    settle,
)

CHOICES = (
    TenderKind.CASH,
    TenderKind.WECHAT,
    TenderKind.ALIPAY,
    TenderKind.BANK_CARD,
    TenderKind.OTHER,
    TenderKind.POINTS,
)


@dataclass(frozen=True, slots=True)
class PayDesk:
    """A basket being paid. `given` are the tenders already put down; `kind` is the next one.

    `amount_minor` is what was typed for it; None is all that is left.
    """

    cart: Cart
    quote: Quote
    scheme: Scheme
    terms: PriceTerms
    unit_minor: int
    given: tuple[Tender, ...] = ()
    kind: TenderKind = TenderKind.CASH
    amount_minor: int | None = None

    @property
    def before(self) -> Settlement:
        """Where the payment stands without the tender being chosen."""
        return self._settled(self.given)

    @property
    def left_minor(self) -> int:
        """What is still to pay, before any cash rounding."""
        return self.quote.total_minor - sum(tender.amount_minor for tender in self.given)

    @property
    def cash_due_minor(self) -> int:
        """What is left if it is paid in cash, rounded to the smallest coin."""
        probe = self._settled((*self.given, Tender(TenderKind.CASH, 0)))
        return probe.missing_minor

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """All tenders as they would be recorded now."""
        amount = self._current_minor()
        return (*self.given, Tender(self.kind, amount)) if amount > 0 else self.given

    @property
    def settlement(self) -> Settlement:
        """What these tenders do."""
        return self._settled(self.tenders)

    @property
    def points_held(self) -> int:
        """The member's points that rewards leave; 0 without a member."""
        held = 0 if self.cart.member is None else self.cart.member.points
        return held - self.quote.points_spent_on_rewards

    @property
    def short_of_points(self) -> bool:
        """Whether the tenders need more points than the member holds."""
        return self.settlement.points_burned > self.points_held

    @property
    def can_complete(self) -> bool:
        """Whether Enter finishes the sale."""
        return self.settlement.complete and not self.short_of_points

    @property
    def suggestions(self) -> tuple[int, ...]:
        """Amounts of cash a payer is likely to hand over."""
        return cash_suggestions(self.cash_due_minor, self.unit_minor)

    @property
    def next_amount_minor(self) -> int:
        """What the chosen tender pays if nothing is typed for it."""
        return self._whole_minor()

    def choose(self, kind: TenderKind) -> PayDesk:
        """Pay what is left by this tender."""
        return replace(self, kind=kind, amount_minor=None)

    def typed(self, amount_minor: int | None) -> PayDesk:
        """Pay this much by the chosen tender; None is all that is left."""
        return replace(self, amount_minor=amount_minor)

    def put_down(self) -> PayDesk:
        """Keep the chosen tender and pay the rest another way."""
        amount = min(self._current_minor(), self.left_minor)
        if amount <= 0 or (self.kind is TenderKind.POINTS and self.short_of_points):
            return self
        kept = (*self.given, Tender(self.kind, amount))
        return replace(self, given=kept, kind=_next_kind(self.kind), amount_minor=None)

    def take_back(self) -> PayDesk:
        """Take the last tender off again."""
        return replace(self, given=self.given[:-1], amount_minor=None)

    def _current_minor(self) -> int:
        return self._whole_minor() if self.amount_minor is None else self.amount_minor

    def _whole_minor(self) -> int:
        if self.kind is TenderKind.CASH:
            return self.cash_due_minor
        if self.kind is TenderKind.POINTS:
            return min(self.left_minor, self._points_worth())
        return self.left_minor

    def _points_worth(self) -> int:
        spoken_for = self.before.points_burned
        free = max(0, self.points_held - spoken_for)
        return points_worth_minor(free, self.scheme)

    def _settled(self, tenders: tuple[Tender, ...]) -> Settlement:
        return settle(self.cart, self.quote, tenders, self.scheme, self.terms)


def _next_kind(kind: TenderKind) -> TenderKind:
    return TenderKind.WECHAT if kind is TenderKind.CASH else TenderKind.CASH
