"""The cashier's sentences, in the language shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.services.rules.money import Currency, money
from app.services.rules.pricing import Effect
from app.services.rules.reasons import told as told_facts
from app.services.rules.tenders import TenderKind
from app.ui.cashier.presenting.told import Told
from app.ui.sentences import filled

TENDER_ICONS = {
    TenderKind.CASH: "banknote",
    TenderKind.WECHAT: "qr-code",
    TenderKind.ALIPAY: "qr-code",
    TenderKind.BANK_CARD: "credit-card",
    TenderKind.POINTS: "coins",
    TenderKind.OTHER: "wallet",
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
    "member_off": lambda: QCoreApplication.translate("Cashier", "The member was taken off"),
    "checked_in": lambda: QCoreApplication.translate(
        "Cashier", "{name} is checked in · visit {visits}"
    ),
    "checked_in_before": lambda: QCoreApplication.translate(
        "Cashier", "{name} was already checked in today"
    ),
    "held": lambda: QCoreApplication.translate("Cashier", "The sale is on hold · {key} recalls it"),
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
    "claimed": lambda: QCoreApplication.translate(
        "Cashier", "{points} points claimed · {before} → {after}"
    ),
}


def pieces_words(pieces: str) -> str:
    """How many things a basket holds: "1 item", "2.5 items"."""
    if pieces == "1":
        return QCoreApplication.translate("Cashier", "1 item")
    return QCoreApplication.translate("Cashier", "{count} items").replace("{count}", pieces)
