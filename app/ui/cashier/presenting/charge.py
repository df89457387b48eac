"""Topping up a wallet, selling a pass, a plan or a gift card: what it comes to. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app.errors import (
    FieldInvalid,
    NoPlan,
    OwesLess,
    PlanHeldAlready,
    ShopError,
    WalletCapReached,
)
from app.services.rules.cart import Cart
from app.services.rules.money import BASIS_POINTS
from app.services.rules.scheme.value import WalletTerms
from app.services.rules.scheme.words import NO_WORDS, Words
from app.services.rules.tenders import Tender, TenderKind
from app.services.rules.wallets import Instalment, instalments, offer_for, room_minor, wallet_minor
from app.services.texts import holds_bank_card

if TYPE_CHECKING:
    from app.services.rules.scheme import Scheme
    from app.services.takings import Taking
    from app.ui.cashier.presenting.member import AtTill

TOP_UP, PASS, PLAN, GIFT_CARD = "top_up", "pass", "plan", "gift_card"
REPAYMENT, DEPOSIT = "repayment", "deposit"
TYPED: Final = (TOP_UP, GIFT_CARD, REPAYMENT, DEPOSIT)
"""Of these any amount may be typed."""
TENDERS: Final = (
    TenderKind.CASH,
    TenderKind.WECHAT,
    TenderKind.ALIPAY,
    TenderKind.BANK_CARD,
    TenderKind.OTHER,
)
"""In the order of their keys, F1 and on, as on the pay sheet."""
MOST_PRESETS: Final = 6
DEPOSIT_RATES_BP: Final = (1_000, 2_000, 3_000, 5_000)


@dataclass(frozen=True, slots=True)
class Article:
    """One preset: what it costs and what it brings. `amount_minor` below zero is paid out.

    `id` names a pass template or a plan; `verb` is "join", "switch" or "renew" for a plan.
    """

    amount_minor: int
    id: str = ""
    name: Words = NO_WORDS
    bonus_minor: int = 0
    instalments: int = 1
    uses: int = 0
    days: int = 0
    verb: str = ""
    free_days: int = 0


@dataclass(frozen=True, slots=True)
class Purse:
    """What the wallet holds now, and the terms it is charged under."""

    held_minor: int
    promised_minor: int
    terms: WalletTerms
    day: date


@dataclass(frozen=True, slots=True)
class ChargeDesk:
    """What is being charged or sold. `articles` are those of the section `what`.

    `received_minor` is the cash handed over, None exactly what is due. A deposit is for the
    `cart` at the till, else for what the `note` says.
    """

    op_id: UUID
    held: AtTill | None
    sections: tuple[tuple[str, tuple[Article, ...]], ...]
    what: str
    purse: Purse | None = None
    chosen: int | None = None
    typed_minor: int | None = None
    kind: TenderKind = TenderKind.CASH
    received_minor: int | None = None
    note: str = ""
    cart: Cart | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The presets of this section."""
        return dict(self.sections)[self.what]

    @property
    def takes_amount(self) -> bool:
        """Whether any amount may be typed."""
        return self.what in TYPED

    @property
    def article(self) -> Article | None:
        """What was chosen, or made of the amount typed."""
        if self.typed_minor is not None and self.takes_amount:
            return self._typed(self.typed_minor) if self.typed_minor > 0 else None
        if self.chosen is None or self.chosen >= len(self.articles):
            return None
        return self.articles[self.chosen]

    @property
    def bonus_parts(self) -> tuple[Instalment, ...]:
        """The bonus of a top-up by the days it comes, the first part at once."""
        article = self.article
        if self.what != TOP_UP or article is None or self.purse is None:
            return ()
        offer = offer_for(article.amount_minor, self.purse.terms)
        return () if offer is None else instalments(offer, self.purse.day, self.purse.terms)

    @property
    def after_minor(self) -> int | None:
        """What the wallet holds once a top-up is paid; None where it is not touched."""
        if self.what != TOP_UP or self.article is None or self.purse is None:
            return None
        at_once = sum(p.bonus_minor for p in self.bonus_parts if p.day == self.purse.day)
        return self.purse.held_minor + self.article.amount_minor + at_once

    @property
    def refusal(self) -> ShopError | None:
        """Why what was chosen cannot be had."""
        article, purse = self.article, self.purse
        if (
            self.what == REPAYMENT
            and article is not None
            and article.amount_minor > self.owed_minor
        ):
            number = "" if self.held is None else self.held.strip.number
            return OwesLess(number, self.owed_minor)
        if holds_bank_card(self.note):
            return FieldInvalid("note", "card_number")
        if self.what != TOP_UP or article is None or purse is None:
            return None
        room = room_minor(article.amount_minor, purse.held_minor, purse.promised_minor, purse.terms)
        return None if room is None else WalletCapReached(purse.terms.cap_minor, room)

    @property
    def can_complete(self) -> bool:
        """Whether Enter finishes it."""
        return (
            self.article is not None
            and self.refusal is None
            and not self.short_minor
            and not self.needs_note
        )

    @property
    def owed_minor(self) -> int:
        """What the member owes on account."""
        account = None if self.held is None else self.held.account
        return 0 if account is None else max(0, account.owed_minor)

    @property
    def needs_note(self) -> bool:
        """Whether nothing yet says what a deposit is for."""
        told = self.cart is not None or self.held is not None or bool(self.note.strip())
        return self.what == DEPOSIT and not told

    @property
    def takes_cash(self) -> bool:
        """Whether cash is handed over, so that there may be change."""
        article = self.article
        return self.kind is TenderKind.CASH and article is not None and article.amount_minor > 0

    @property
    def change_minor(self) -> int:
        """What goes back of the cash handed over."""
        return max(0, self._over_minor())

    @property
    def short_minor(self) -> int:
        """What the cash handed over lacks."""
        return max(0, -self._over_minor())

    def _over_minor(self) -> int:
        article = self.article
        if not self.takes_cash or self.received_minor is None or article is None:
            return 0
        return self.received_minor - article.amount_minor

    def receive(self, amount_minor: int | None) -> ChargeDesk:
        """Take this much cash; None is exactly what is due."""
        return replace(self, received_minor=amount_minor or None)

    def noting(self, note: str) -> ChargeDesk:
        """Say what a deposit is for."""
        return replace(self, note=note)

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """How it is paid; nothing where it is free, or where money is given back."""
        article = self.article
        if article is None or article.amount_minor <= 0:
            return ()
        given = article.amount_minor + self.change_minor
        return (Tender(self.kind, given),)

    def choose(self, at: int) -> ChargeDesk:
        """Take the preset at this place."""
        there = at < len(self.articles)
        return replace(self, chosen=at if there else self.chosen, typed_minor=None)

    def type(self, amount_minor: int | None) -> ChargeDesk:
        """Take an amount of its own."""
        return replace(self, chosen=None, typed_minor=amount_minor)

    def turn_to(self, what: str) -> ChargeDesk:
        """Show another section."""
        return replace(self, what=what, chosen=None, typed_minor=None, received_minor=None)

    def pay_by(self, kind: TenderKind) -> ChargeDesk:
        """Take the money this way."""
        return replace(self, kind=kind)

    def _typed(self, amount_minor: int) -> Article:
        offer = None if self.purse is None else offer_for(amount_minor, self.purse.terms)
        if self.what != TOP_UP or offer is None:
            return Article(amount_minor)
        return Article(amount_minor, bonus_minor=offer.bonus_minor, instalments=offer.instalments)


@dataclass(frozen=True, slots=True)
class Charged:
    """What was charged or sold, for its receipt. `code` is a gift card's, `number` a deposit's."""

    what: str
    article: Article
    taking: Taking
    member: tuple[str, str]
    before_minor: int = 0
    after_minor: int = 0
    parts: tuple[tuple[date, int], ...] = ()
    until: date | None = None
    code: str = ""
    number: str = ""


def charge_desk(shop: Any, op_id: UUID, held: AtTill | None, what: str) -> ChargeDesk | None:
    """What may be charged or sold now; None where the scheme has nothing of it. In the lane."""
    scheme: Scheme = shop.desk.scheme
    sections: list[tuple[str, tuple[Article, ...]]] = []
    purse = None
    if held is not None and scheme.wallet is not None:
        purse = _purse(held, scheme.wallet, shop.desk.today())
        sections.append((TOP_UP, _top_ups(scheme.wallet)))
    if held is not None and scheme.passes:
        sections.append((PASS, _passes(scheme)))
    if held is not None and scheme.plans and (plans := _plans(shop, held)):
        sections.append((PLAN, plans))
    if scheme.gift_cards is not None:
        sections.append((GIFT_CARD, _gift_cards(scheme, shop.desk.settings.money.unit_minor)))
    if held is not None and held.account is not None and held.account.owed_minor > 0:
        sections.append((REPAYMENT, (Article(held.account.owed_minor),)))
    if not sections:
        return None
    names = [name for name, _ in sections]
    return ChargeDesk(op_id, held, tuple(sections), what if what in names else names[0], purse)


def deposit_desk(
    op_id: UUID, held: AtTill | None, cart: Cart | None, total_minor: int, unit_minor: int
) -> ChargeDesk:
    """A deposit for the basket at the till, or for something to come."""
    if total_minor:
        parts = (total_minor * rate_bp // BASIS_POINTS for rate_bp in DEPOSIT_RATES_BP)
        wanted = {-(-part // unit_minor) * unit_minor for part in parts} | {total_minor}
    else:
        wanted = {unit_minor * count for count in (20, 50, 100, 200, 500)}
    articles = tuple(Article(amount) for amount in sorted(wanted)[:MOST_PRESETS])
    return ChargeDesk(op_id, held, ((DEPOSIT, articles),), DEPOSIT, cart=cart)


def _purse(held: AtTill, terms: WalletTerms, today: date) -> Purse:
    promised = sum(minor for _, minor in held.standing.wallet.promised)
    return Purse(wallet_minor(held.lots, today), promised, terms, today)


def _top_ups(terms: WalletTerms) -> tuple[Article, ...]:
    amounts = {offer.amount_minor for offer in terms.offers} | set(terms.presets_minor)
    made = []
    for amount in sorted(amounts)[:MOST_PRESETS]:
        offer = offer_for(amount, terms)
        made.append(
            Article(amount)
            if offer is None
            else Article(amount, bonus_minor=offer.bonus_minor, instalments=offer.instalments)
        )
    return tuple(made)


def _passes(scheme: Scheme) -> tuple[Article, ...]:
    return tuple(
        Article(each.price_minor, each.id, each.name, uses=each.uses, days=each.valid_days)
        for each in scheme.passes[:MOST_PRESETS]
    )


def _plans(shop: Any, held: AtTill) -> tuple[Article, ...]:
    member_id, plan = held.strip.member_id, held.standing.plan
    made: list[Article] = []
    for each in shop.desk.scheme.plans[:MOST_PRESETS]:
        if plan is None:
            fee = shop.plans.fee_to_join(member_id, each.id)
            free = each.trial_days if fee == 0 and each.fee_minor else 0
            made.append(Article(fee, each.id, each.name, verb="join", free_days=free))
        elif plan.plan == each.id:
            made.append(Article(each.fee_minor, each.id, each.name, verb="renew"))
        else:
            try:
                due = shop.plans.switch_to(member_id, each.id).due_minor
            except (NoPlan, PlanHeldAlready):
                continue
            made.append(Article(due, each.id, each.name, verb="switch"))
    return tuple(made)


def _gift_cards(scheme: Scheme, unit_minor: int) -> tuple[Article, ...]:
    terms = scheme.gift_cards
    assert terms is not None
    usual = [unit_minor * count for count in (50, 100, 200, 300, 500, 1000)]
    return tuple(
        Article(amount) for amount in usual if terms.min_minor <= amount <= terms.max_minor
    )
