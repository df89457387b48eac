"""The slip of money taken outside a sale: a top-up, a pass, a plan, a gift card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.documents.drawing import Anchor, Page, Weight
from app.services.documents.layout import Flow, Type
from app.services.documents.masking import masked_name
from app.services.documents.receipt_words import with_sign
from app.services.documents.roll import dashed, roll_flow
from app.services.documents.slip_words import slip_words
from app.services.documents.symbols import qr
from app.services.rules.money import money
from app.services.rules.shop_facts import ShopFacts

_CODE_MM = 22.0
_SHOP = Type(15, Weight.BOLD)
_TITLE = Type(11.5, Weight.BOLD)
_BODY = Type(9.5)
_STRONG = Type(9.5, Weight.BOLD)
_SMALL = Type(7.7)
_TOTAL = Type(18.5, Weight.BOLD)


@dataclass(frozen=True, slots=True)
class Slip:
    """What was taken, from whom and for what; amounts in minor units, below zero paid out.

    `what` is "top_up", "pass", "plan", "gift_card", "repayment", "deposit",
    "deposit_refund" or "gift_refund";
    `name` is the pass's or plan's, or a deposit's number. `before` and `after` are the wallet's
    balances, or what is owed; `parts` are instalments of the bonus still to come
    (day, minor); `code` is a gift card's.
    """

    what: str
    number: str
    taken_at: datetime
    staff: str
    member: tuple[str, str]
    amount_minor: int
    tender: str
    name: str = ""
    bonus_minor: int = 0
    before_minor: int = 0
    after_minor: int = 0
    parts: tuple[tuple[str, int], ...] = ()
    until: str = ""
    code: str = ""
    change_minor: int = 0


def slip_pages(slip: Slip, shop: ShopFacts, paper_mm: float) -> tuple[Page, ...]:
    """The slip as one strip of 58 or 80 millimetres' width, in the shop's language."""
    flow = roll_flow(paper_mm)
    words = slip_words(shop.language)
    _heading(flow, slip, shop)
    dashed(flow)
    flow.row(words.titles[slip.what], "", _TITLE)
    if slip.name:
        flow.text(slip.name, _BODY)
    if slip.until:
        flow.row(words.until, slip.until, _SMALL)
    dashed(flow)
    label = words.paid_back if slip.amount_minor < 0 else words.paid
    flow.row(label, with_sign(abs(slip.amount_minor), shop.currency), _TITLE, _TOTAL)
    if slip.amount_minor:
        given = abs(slip.amount_minor) + slip.change_minor
        flow.row(slip.tender, money(given, shop.currency, sign=False), _BODY)
    if slip.change_minor:
        flow.row(words.change, money(slip.change_minor, shop.currency, sign=False), _STRONG)
    if slip.what == "repayment":
        dashed(flow)
        moved = (slip.before_minor, slip.after_minor)
        before, after = (money(each, shop.currency, sign=False) for each in moved)
        flow.row(words.owed, f"{before} → {after}", _STRONG)
    if slip.what == "top_up":
        dashed(flow)
        _wallet(flow, slip, shop)
    dashed(flow)
    _closing(flow, slip, shop)
    return tuple(flow.pages(trimmed=True))


def _heading(flow: Flow, slip: Slip, shop: ShopFacts) -> None:
    words = slip_words(shop.language)
    flow.text(shop.name, _SHOP, Anchor.CENTRE)
    for text in (shop.subtitle, shop.address, shop.phone):
        flow.text(text, _SMALL, Anchor.CENTRE)
    dashed(flow)
    time = slip.taken_at.isoformat(" ", "minutes")[:16]
    flow.row(f"{words.number} {slip.number}", time, _SMALL)
    flow.text(f"{words.staff} {slip.staff}" if slip.staff else "", _SMALL)
    number, name = slip.member
    if number:
        flow.text(f"{words.member} {masked_name(name)} {number}", _SMALL)


def _wallet(flow: Flow, slip: Slip, shop: ShopFacts) -> None:
    words = slip_words(shop.language)

    def amount(minor: int) -> str:
        return money(minor, shop.currency, sign=False)

    flow.row(words.principal, amount(slip.amount_minor), _BODY)
    if slip.bonus_minor:
        flow.row(words.bonus, amount(slip.bonus_minor), _BODY)
    for day, minor in slip.parts:
        flow.row(words.bonus_on.format(date=day), amount(minor), _SMALL)
    flow.row(words.balance, f"{amount(slip.before_minor)} → {amount(slip.after_minor)}", _STRONG)


def _closing(flow: Flow, slip: Slip, shop: ShopFacts) -> None:
    if slip.code:
        flow.gap(2.0)
        flow.need(_CODE_MM)
        flow.put(qr(slip.code, (flow.width - _CODE_MM) / 2, flow.y, _CODE_MM))
        flow.gap(_CODE_MM + 1.0)
        flow.text(slip.code, _STRONG, Anchor.CENTRE)
        flow.text(slip_words(shop.language).keep, _SMALL, Anchor.CENTRE)
    flow.paragraphs(shop.receipt_footer, _SMALL, Anchor.CENTRE)
