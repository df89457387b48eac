"""The cashier's sentences, in the language shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.services.rules.money import Currency, money, quantity
from app.services.rules.pricing import Effect, QuoteLine
from app.services.rules.reasons import told as told_facts
from app.services.rules.tenders import TenderKind
from app.ui.cashier.cart_list import CartRow
from app.ui.cashier.presenting.state import Offer
from app.ui.cashier.presenting.told import Told
from app.ui.lists import points_words
from app.ui.sentences import filled
from app.ui.widgets.suggestions import Suggestion

TENDER_ICONS = {
    TenderKind.CASH: "banknote",
    TenderKind.WECHAT: "qr-code",
    TenderKind.ALIPAY: "qr-code",
    TenderKind.BANK_CARD: "credit-card",
    TenderKind.POINTS: "coins",
    TenderKind.OTHER: "ellipsis",
    TenderKind.STORED_VALUE: "wallet",
    TenderKind.GIFT_CARD: "gift",
    TenderKind.STORE_CREDIT: "hand-coins",
    TenderKind.ON_ACCOUNT: "id-card",
    TenderKind.DEPOSIT: "archive",
    TenderKind.EXCHANGE: "refresh-cw",
}


def tender_name(kind: TenderKind) -> str:
    """A way to pay, as a button says it."""
    return {
        TenderKind.CASH: QCoreApplication.translate("Cashier", "Cash"),
        TenderKind.WECHAT: QCoreApplication.translate("Cashier", "WeChat Pay"),
        TenderKind.ALIPAY: QCoreApplication.translate("Cashier", "Alipay"),
        TenderKind.BANK_CARD: QCoreApplication.translate("Cashier", "Bank card"),
        TenderKind.POINTS: QCoreApplication.translate("Cashier", "Points"),
        TenderKind.OTHER: QCoreApplication.translate("Cashier", "Other"),
        TenderKind.STORED_VALUE: QCoreApplication.translate("Cashier", "Stored value"),
        TenderKind.GIFT_CARD: QCoreApplication.translate("Cashier", "Gift card"),
        TenderKind.STORE_CREDIT: QCoreApplication.translate("Cashier", "Store credit"),
        TenderKind.ON_ACCOUNT: QCoreApplication.translate("Cashier", "On account"),
        TenderKind.DEPOSIT: QCoreApplication.translate("Cashier", "Deposit"),
        TenderKind.EXCHANGE: QCoreApplication.translate("Cashier", "Exchange"),
    }[kind]


def saving_words(effect: Effect, currency: Currency, language: str) -> str:
    """What was taken off a line, and why: "Member price −6.00"."""
    facts = told_facts(effect.why.facts, language)
    amount = money(-effect.amount_minor, currency, sign=False)
    if effect.why.code == "member_price":
        reason = QCoreApplication.translate("Cashier", "Member price")
    elif effect.why.code == "round_down":
        reason = QCoreApplication.translate("Cashier", "Rounded down")
    else:
        reason = str(facts.get("reason") or facts.get("name") or "")
    return f"{reason} {amount}".strip()


def cart_row(
    line: QuoteLine, currency: Currency, language: str, *, served: str = "", warning: str = ""
) -> CartRow:
    """A line of the basket in words; `served` is who serves it."""
    count = quantity(line.line.quantity_milli)
    said = [saving_words(effect, currency, language) for effect in line.effects]
    if served:
        said.insert(0, served)
    return CartRow(
        line_id=line.line.line_id,
        name=line.line.item.name,
        quantity=f"{count} kg" if line.line.item.weighed else f"× {count}",
        total=money(line.total_minor, currency, sign=False),
        was=money(line.gross_minor, currency, sign=False) if line.effects else "",
        savings=" · ".join(said),
        warning=warning,
    )


def told_words(told: Told, currency: Currency, recall_key: str = "") -> str:
    """What happened, as one short sentence; `recall_key` brings a held sale back."""
    facts = {"key": recall_key, **dict(told.facts)}
    amounts = {
        name: money(value, currency)
        for name, value in facts.items()
        if name.endswith("_minor") and isinstance(value, int)
    }
    return filled(_SENTENCES[told.what](), **{**facts, **amounts})


_SENTENCES: dict[str, Callable[[], str]] = {
    "removed": lambda: QCoreApplication.translate("Cashier", "Removed {name} × {quantity}"),
    "cleared": lambda: QCoreApplication.translate("Cashier", "The cart was emptied"),
    "member": lambda: QCoreApplication.translate("Cashier", "Welcome, {name}"),
    "merged": lambda: QCoreApplication.translate(
        "Cashier", "{name} was merged: the cart is member {number}'s now"
    ),
    "member_off": lambda: QCoreApplication.translate("Cashier", "The member was taken off"),
    "checked_in": lambda: QCoreApplication.translate(
        "Cashier", "{name} is checked in · visit {visits}"
    ),
    "checked_in_points": lambda: QCoreApplication.translate(
        "Cashier", "{name} is checked in · visit {visits} · {points} points"
    ),
    "checked_in_before": lambda: QCoreApplication.translate(
        "Cashier", "{name} was already checked in today"
    ),
    "held": lambda: QCoreApplication.translate("Cashier", "The sale is on hold · {key} recalls it"),
    "recalled": lambda: QCoreApplication.translate("Cashier", "The held sale is back"),
    "discarded": lambda: QCoreApplication.translate(
        "Cashier", "The held sale of {total_minor} was discarded"
    ),
    "nothing_held": lambda: QCoreApplication.translate("Cashier", "No sale is on hold"),
    "price_changed": lambda: QCoreApplication.translate(
        "Cashier", "{name} now costs {after_minor} instead of {before_minor}"
    ),
    "points_need_member": lambda: QCoreApplication.translate(
        "Cashier", "Scan a member's card first, then spend points"
    ),
    "no_points": lambda: QCoreApplication.translate("Cashier", "Too few points to spend here"),
    "cart_empty": lambda: QCoreApplication.translate(
        "Cashier", "The cart is empty: scan a product first"
    ),
    "benefits_need_member": lambda: QCoreApplication.translate(
        "Cashier", "Scan a member's card first, then choose a reward or a coupon"
    ),
    "no_benefits": lambda: QCoreApplication.translate(
        "Cashier", "{name} has no reward, coupon or pass to use now"
    ),
    "laid": lambda: QCoreApplication.translate("Cashier", "{name} is on the cart"),
    "laid_off": lambda: QCoreApplication.translate("Cashier", "{name} was taken off the cart"),
    "handed_out": lambda: QCoreApplication.translate(
        "Cashier", "{name} was handed out · points {before} → {after}"
    ),
    "coupon_there": lambda: QCoreApplication.translate(
        "Cashier", "This coupon is on the cart already"
    ),
    "used_one": lambda: QCoreApplication.translate(
        "Cashier", "{name}: one used · {before} → {after} left"
    ),
    "top_up_needs_member": lambda: QCoreApplication.translate(
        "Cashier", "Scan a member's card first, then top up"
    ),
    "nothing_to_charge": lambda: QCoreApplication.translate(
        "Cashier", "This scheme has no stored value, passes, plans or gift cards"
    ),
    "gift_card": lambda: QCoreApplication.translate(
        "Cashier", "This gift card holds {amount}: scan it while paying"
    ),
    "gift_card_until": lambda: QCoreApplication.translate(
        "Cashier", "This gift card holds {amount} until {until}: scan it while paying"
    ),
    "deposit_laid": lambda: QCoreApplication.translate(
        "Cashier", "Deposit {number} pays {amount_minor} of this cart"
    ),
    "deposit_rest": lambda: QCoreApplication.translate(
        "Cashier", "{amount_minor} of the deposit goes back in cash"
    ),
    "exchange_first": lambda: QCoreApplication.translate(
        "Cashier", "Finish the exchange first, or take the goods brought back off the cart"
    ),
    "claimed": lambda: QCoreApplication.translate(
        "Cashier", "{points} points claimed · {before} → {after}"
    ),
}


def pieces_words(pieces: str) -> str:
    """How many things a basket holds: "1 item", "2.5 items"."""
    if pieces == "1":
        return QCoreApplication.translate("Cashier", "1 item")
    return QCoreApplication.translate("Cashier", "{count} items").replace("{count}", pieces)


def suggestion(offer: Offer, currency: Currency) -> Suggestion:
    """A row under the omnibox."""
    found: Any = offer.found
    if offer.kind == "member":
        detail = f"{found.number} · {found.masked_phone}".rstrip(" ·")
        points = points_words(found.points)
        return Suggestion(offer.text or found.number, detail, points, "user", offer)
    if offer.kind == "product":
        price = money(found.price_minor, currency)
        return Suggestion(offer.text, found.category, price, "package", offer)
    if offer.kind == "open_item":
        words = QCoreApplication.translate("Cashier", "Sell something for {text}")
        more = QCoreApplication.translate("Cashier", "Name it next")
        return Suggestion(filled(words, text=offer.text), more, "", "tag", offer)
    words = QCoreApplication.translate("Cashier", "Enrol {text} as a new member")
    more = QCoreApplication.translate("Cashier", "Nobody has this yet")
    return Suggestion(filled(words, text=offer.text), more, "", "user-plus", offer)
