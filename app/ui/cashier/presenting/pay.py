"""Paying, without a window: which tender, how much of it, what is left, what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.services.gift_cards import GiftCard, GiftCardState
from app.services.rules.cart import Cart
from app.services.rules.points import points_part_minor, points_worth_minor
from app.services.rules.pricing import PriceTerms, Quote
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import (
    Settlement,
    Tender,
    TenderKind,
    cash_suggestions,
    settle,
)
from app.services.rules.wallets import WalletLot, spend, wallet_minor

CHOICES = (
    TenderKind.CASH,
    TenderKind.WECHAT,
    TenderKind.ALIPAY,
    TenderKind.BANK_CARD,
    TenderKind.OTHER,
    TenderKind.POINTS,
    TenderKind.STORED_VALUE,
    TenderKind.GIFT_CARD,
    TenderKind.STORE_CREDIT,
)
"""In the order of their keys, F1 and on; the last three are shown only where they can pay."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Money the shop holds for who pays: wallet lots, store credit, a gift card scanned."""

    lots: tuple[WalletLot, ...] = ()
    credit_minor: int = 0
    gift: GiftCard | None = None


NOTHING_KEPT = Kept()
KEPT_KINDS = (TenderKind.STORED_VALUE, TenderKind.GIFT_CARD, TenderKind.STORE_CREDIT)


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
    kept: Kept = NOTHING_KEPT

    @property
    def choices(self) -> tuple[TenderKind, ...]:
        """The ways to pay that this shop and this member have."""
        without = set()
        if self.scheme.wallet is None and not self.kept.lots:
            without.add(TenderKind.STORED_VALUE)
        if self.scheme.gift_cards is None and self.kept.gift is None:
            without.add(TenderKind.GIFT_CARD)
        if not self.kept.credit_minor:
            without.add(TenderKind.STORE_CREDIT)
        return tuple(kind for kind in CHOICES if kind not in without)

    def held_minor(self, kind: TenderKind) -> int:
        """What wallet, store credit or gift card hold now; 0 for other kinds."""
        if kind is TenderKind.STORED_VALUE:
            return wallet_minor(self.kept.lots, self.quote.moment.day)
        if kind is TenderKind.STORE_CREDIT:
            return self.kept.credit_minor
        if kind is TenderKind.GIFT_CARD and self.kept.gift is not None:
            gift = self.kept.gift
            return 0 if gift.state is not GiftCardState.ACTIVE else gift.left_minor
        return 0

    def can_choose(self, kind: TenderKind) -> bool:
        """Whether this way to pay has anything to pay with, and was not used already."""
        if kind is TenderKind.POINTS:
            return self.points_held > 0
        if kind in KEPT_KINDS:
            return self.held_minor(kind) > 0 and all(t.kind is not kind for t in self.given)
        return True

    def moved(self, kind: TenderKind) -> tuple[int, int] | None:
        """What wallet, credit or gift card hold before and after these tenders; None where they
        are not touched."""
        paid = sum(tender.amount_minor for tender in self.tenders if tender.kind is kind)
        before = self.held_minor(kind)
        return (before, before - paid) if paid and kind in KEPT_KINDS else None

    @property
    def short_of_money(self) -> TenderKind | None:
        """Of the money kept here, what would be overdrawn; None where nothing is."""
        for kind in KEPT_KINDS:
            moved = self.moved(kind)
            if moved is not None and moved[1] < 0:
                return kind
        return None

    def with_gift(self, card: GiftCard) -> PayDesk:
        """Pay what is left by the gift card just scanned."""
        kept = replace(self.kept, gift=card)
        return replace(self, kept=kept).choose(TenderKind.GIFT_CARD)

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
        return (*self.given, self._tender(amount)) if amount > 0 else self.given

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
        short = self.short_of_points or self.short_of_money is not None
        return self.settlement.complete and not short

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
        if self.kind in KEPT_KINDS and amount > self.held_minor(self.kind):
            return self
        given = (*self.given, self._tender(amount))
        return replace(self, given=given, kind=_next_kind(self.kind), amount_minor=None)

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
        if self.kind in KEPT_KINDS:
            return min(self.left_minor, self.held_minor(self.kind))
        return self.left_minor

    def _tender(self, amount_minor: int) -> Tender:
        if self.kind is TenderKind.GIFT_CARD and self.kept.gift is not None:
            return Tender(self.kind, amount_minor, self.kept.gift.code)
        if self.kind is TenderKind.STORED_VALUE and self.scheme.wallet is not None:
            # What comes from the bonus earns nothing, and the sheet says so before.
            order, day = self.scheme.wallet.order, self.quote.moment.day
            parts = spend(amount_minor, self.kept.lots, order, day)
            return Tender(
                self.kind, amount_minor, bonus_minor=sum(part.bonus_minor for part in parts)
            )
        return Tender(self.kind, amount_minor)

    def _points_worth(self) -> int:
        """What the points left may still pay of this sale."""
        given = [t.amount_minor for t in self.given if t.kind is TenderKind.POINTS]
        part = points_part_minor(self.quote.total_minor, self.scheme) - sum(given)
        free = max(0, self.points_held - self.before.points_burned)
        return max(0, min(part, points_worth_minor(free, self.scheme)))

    def _settled(self, tenders: tuple[Tender, ...]) -> Settlement:
        return settle(self.cart, self.quote, tenders, self.scheme, self.terms)


def _next_kind(kind: TenderKind) -> TenderKind:
    return TenderKind.WECHAT if kind is TenderKind.CASH else TenderKind.CASH
