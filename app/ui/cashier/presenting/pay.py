"""Paying, without a window: which tender, how much of it, what is left, what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.errors import FieldInvalid
from app.services.gift_cards import GiftCard, GiftCardState
from app.services.rules.cart import Cart, CartLine, LaidDeposit
from app.services.rules.deposits import deposit_number
from app.services.rules.handed_over import cash_suggestions
from app.services.rules.pay_codes import masked, payer_of
from app.services.rules.points import points_part_minor, points_worth_minor
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import (
    Settlement,
    Tender,
    TenderKind,
    settle,
)
from app.services.rules.tips import tip_of_rate
from app.services.rules.wallets import WalletLot, spend, wallet_minor
from app.services.texts import REFERENCE_LENGTH, checked_text

if TYPE_CHECKING:
    from app.services.accounts import AccountHeld

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
    TenderKind.ON_ACCOUNT,
    TenderKind.DEPOSIT,
)
"""In the order of their keys, F1 and on; the last five are shown only where they can pay."""

NOTED = (TenderKind.WECHAT, TenderKind.ALIPAY, TenderKind.BANK_CARD, TenderKind.OTHER)
"""Paid beside the till: what the terminal or the phone said may be noted."""
TIP_RATES_BP = (500, 1_000, 1_500, 2_000)


@dataclass(frozen=True, slots=True)
class Kept:
    """Money the shop holds for who pays: wallet lots, store credit, a gift card scanned,
    deposits; and how far they may owe."""

    lots: tuple[WalletLot, ...] = ()
    credit_minor: int = 0
    gift: GiftCard | None = None
    deposits: tuple[LaidDeposit, ...] = ()
    account: AccountHeld | None = None


NOTHING_KEPT = Kept()
KEPT_KINDS = (
    TenderKind.STORED_VALUE,
    TenderKind.GIFT_CARD,
    TenderKind.STORE_CREDIT,
    TenderKind.DEPOSIT,
)


@dataclass(frozen=True, slots=True)
class PayDesk:
    """A basket being paid. `given` are the tenders already put down; `kind` is the next one.

    `amount_minor` is what was typed for it, None all that is left; `reference` is what is noted
    of it. `currency` is the shop's, by its ISO code; `tips` says that the shop takes tips, which
    `tipped` lays; `goods_minor` is what goods brought back are worth.
    """

    cart: Cart
    quote: Quote
    scheme: Scheme
    terms: PriceTerms
    currency: str
    given: tuple[Tender, ...] = ()
    kind: TenderKind = TenderKind.CASH
    amount_minor: int | None = None
    kept: Kept = NOTHING_KEPT
    reference: str = ""
    tips: bool = False
    goods_minor: int = 0

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
        if self.kept.account is None or not self.kept.account.limit_minor:
            without.add(TenderKind.ON_ACCOUNT)
        if not self.kept.deposits:
            without.add(TenderKind.DEPOSIT)
        return tuple(kind for kind in CHOICES if kind not in without)

    def held_minor(self, kind: TenderKind) -> int:
        """What wallet, store credit, gift card, deposits or credit hold now; 0 for other kinds."""
        if kind is TenderKind.DEPOSIT:
            return sum(laid.left_minor for laid in self.kept.deposits)
        if kind is TenderKind.ON_ACCOUNT and self.kept.account is not None:
            return self.kept.account.free_minor
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
        if kind is TenderKind.DEPOSIT:
            return self.deposit is not None
        if kind is TenderKind.ON_ACCOUNT:
            return all(t.kind is not kind for t in self.given)
        if kind in KEPT_KINDS:
            return self.held_minor(kind) > 0 and all(t.kind is not kind for t in self.given)
        return True

    def moved(self, kind: TenderKind) -> tuple[int, int] | None:
        """What wallet, credit or gift card hold before and after these tenders; None where they
        are not touched."""
        paid = sum(tender.amount_minor for tender in self.tenders if tender.kind is kind)
        if paid and kind is TenderKind.ON_ACCOUNT and self.kept.account is not None:
            owed = self.kept.account.owed_minor
            return owed, owed + paid
        before = self.held_minor(kind)
        return (before, before - paid) if paid and kind in KEPT_KINDS else None

    @property
    def deposit(self) -> LaidDeposit | None:
        """The next deposit that no tender draws on yet."""
        used = {t.reference for t in self.given if t.kind is TenderKind.DEPOSIT}
        unused = (d for d in self.kept.deposits if deposit_number(d.number) not in used)
        return next(unused, None)

    @property
    def deposit_back_minor(self) -> int:
        """What of the deposits taken for this basket the sale leaves, to be given back."""
        mine = {deposit_number(laid.number) for laid in self.cart.deposits}
        held = sum(laid.left_minor for laid in self.cart.deposits)
        used = sum(t.amount_minor for t in self.tenders if t.reference in mine)
        return held - used if self.left_after_minor <= 0 else 0

    @property
    def left_after_minor(self) -> int:
        """What these tenders leave unpaid, before any cash rounding."""
        return self.quote.total_minor - sum(tender.amount_minor for tender in self.tenders)

    @property
    def past_limit_minor(self) -> int:
        """How far the account would go past its limit, which a manager must let it."""
        account = self.kept.account
        charged = sum(t.amount_minor for t in self.tenders if t.kind is TenderKind.ON_ACCOUNT)
        return max(0, charged - account.free_minor) if account is not None else 0

    @property
    def tip_minor(self) -> int:
        """The tip laid on the sale."""
        return self.quote.tips_minor

    @property
    def tip_choices(self) -> tuple[tuple[int, int], ...]:
        """Usual tips: (rate, amount) of what the goods come to."""
        goods = self.quote.total_minor - self.quote.tips_minor
        return tuple((rate_bp, tip_of_rate(goods, rate_bp)) for rate_bp in TIP_RATES_BP)

    def tipped(self, line: CartLine | None) -> PayDesk:
        """The same with this tip, or with none; what was put down stays."""
        lines = tuple(old for old in self.cart.lines if not old.tip)
        cart = replace(self.cart, lines=lines if line is None else (*lines, line))
        quote = price(cart, self.scheme, self.terms, self.quote.moment)
        return replace(self, cart=cart, quote=quote, amount_minor=None)

    @property
    def note_refused(self) -> FieldInvalid | None:
        """Why what was noted cannot be kept: a bank card's number, or too long."""
        try:
            checked_text("reference", self.reference, REFERENCE_LENGTH)
        except FieldInvalid as refused:
            return refused
        return None

    def noting(self, reference: str) -> PayDesk:
        """Note what the terminal or the phone said of the tender being chosen."""
        return replace(self, reference=reference)

    def by_code(self, code: str) -> PayDesk:
        """Pay what is left by the app whose pay code was scanned; four digits of it are kept."""
        payer = payer_of(code)
        return self if payer is None else self.choose(payer).noting(masked(code))

    def lay_deposits(self) -> PayDesk:
        """Put down the deposits taken for this basket, as far as it costs something."""
        desk = self
        for laid in self.cart.deposits:
            amount = min(laid.left_minor, desk.left_minor)
            if amount > 0:
                tender = Tender(TenderKind.DEPOSIT, amount, deposit_number(laid.number))
                desk = replace(desk, given=(*desk.given, tender))
        return desk

    @property
    def short_of_money(self) -> TenderKind | None:
        """Of the money kept here, what would be overdrawn; None where nothing is."""
        for kind in KEPT_KINDS:
            moved = self.moved(kind)
            if moved is not None and moved[1] < 0:
                return kind
        chosen = self.kind is TenderKind.DEPOSIT and self._current_minor() > self._drawable_minor()
        if chosen:
            return TenderKind.DEPOSIT
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
        return self.settlement.complete and not short and self.note_refused is None

    @property
    def suggestions(self) -> tuple[int, ...]:
        """Amounts of cash a payer is likely to hand over."""
        return cash_suggestions(self.cash_due_minor, self.currency)

    @property
    def next_amount_minor(self) -> int:
        """What the chosen tender pays if nothing is typed for it."""
        return self._whole_minor()

    def choose(self, kind: TenderKind) -> PayDesk:
        """Pay what is left by this tender."""
        return replace(self, kind=kind, amount_minor=None, reference="")

    def typed(self, amount_minor: int | None) -> PayDesk:
        """Pay this much by the chosen tender; None is all that is left."""
        return replace(self, amount_minor=amount_minor)

    def put_down(self) -> PayDesk:
        """Keep the chosen tender and pay the rest another way."""
        amount = min(self._current_minor(), self.left_minor)
        if amount <= 0 or (self.kind is TenderKind.POINTS and self.short_of_points):
            return self
        if self.kind in KEPT_KINDS and amount > self._drawable_minor():
            return self
        if self.note_refused is not None:
            return self
        given = (*self.given, self._tender(amount))
        return replace(
            self, given=given, kind=_next_kind(self.kind), amount_minor=None, reference=""
        )

    def take_back(self) -> PayDesk:
        """Take the last tender off again."""
        if self.given and self.given[-1].kind is TenderKind.EXCHANGE:
            return self  # the goods are taken off the cart, not off the payment
        return replace(self, given=self.given[:-1], amount_minor=None)

    def lay_goods(self, money_minor: int) -> PayDesk:
        """Goods brought back pay first, as far as they are worth."""
        amount = min(money_minor, self.left_minor)
        if amount <= 0:
            return self
        given = (*self.given, Tender(TenderKind.EXCHANGE, amount))
        return replace(self, given=given, goods_minor=money_minor)

    @property
    def goods_back_minor(self) -> int:
        """What of the goods brought back is handed out, where they were worth more."""
        used = sum(t.amount_minor for t in self.given if t.kind is TenderKind.EXCHANGE)
        return max(0, self.goods_minor - used)

    def _current_minor(self) -> int:
        return self._whole_minor() if self.amount_minor is None else self.amount_minor

    def _whole_minor(self) -> int:
        if self.kind is TenderKind.CASH:
            return self.cash_due_minor
        if self.kind is TenderKind.POINTS:
            return min(self.left_minor, self._points_worth())
        if self.kind in KEPT_KINDS:
            return min(self.left_minor, self._drawable_minor())
        return self.left_minor

    def _drawable_minor(self) -> int:
        """What one tender of the chosen kind may draw: of deposits, the next alone."""
        if self.kind is TenderKind.DEPOSIT:
            return 0 if self.deposit is None else self.deposit.left_minor
        return self.held_minor(self.kind)

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
        if self.kind is TenderKind.DEPOSIT and self.deposit is not None:
            return Tender(self.kind, amount_minor, deposit_number(self.deposit.number))
        return Tender(self.kind, amount_minor, self.reference if self.kind in NOTED else "")

    def _points_worth(self) -> int:
        """What the points left may still pay of this sale."""
        given = [t.amount_minor for t in self.given if t.kind is TenderKind.POINTS]
        goods = self.quote.total_minor - self.quote.tips_minor
        part = points_part_minor(goods, self.scheme) - sum(given)
        free = max(0, self.points_held - self.before.points_burned)
        return max(0, min(part, points_worth_minor(free, self.scheme)))

    def _settled(self, tenders: tuple[Tender, ...]) -> Settlement:
        return settle(self.cart, self.quote, tenders, self.scheme, self.terms)


def _next_kind(kind: TenderKind) -> TenderKind:
    return TenderKind.WECHAT if kind is TenderKind.CASH else TenderKind.CASH
