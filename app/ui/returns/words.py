"""The words of a return: what comes back, to whom, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from app.messages import reason_text, tender_name
from app.services.rules.money import Currency, money, quantity
from app.services.rules.reasons import Reason
from app.services.rules.refund import RefundPreview
from app.services.rules.tenders import Tender, TenderKind
from app.ui.lists import points_words
from app.ui.returns.presenting.state import ReturnDesk
from app.ui.widgets.labels import Tone
from app.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from app.services.lookup import Suggestions

OWED = "refund_debt"
"""The reason that is said in a warning of its own."""

_TENDER_ICONS = {
    TenderKind.CASH: "banknote",
    TenderKind.BANK_CARD: "credit-card",
    TenderKind.WECHAT: "qr-code",
    TenderKind.ALIPAY: "qr-code",
    TenderKind.STORED_VALUE: "wallet",
    TenderKind.POINTS: "coins",
    TenderKind.GIFT_CARD: "gift",
    TenderKind.STORE_CREDIT: "ticket",
}
_REASON_ICONS = (
    ("refund_coupon", "ticket-percent"),
    ("refund_tier", "crown"),
    ("refund_passes", "ticket"),
    ("refund_gift", "gift"),
    ("refund_bonus", "wallet"),
    ("refund_badges", "star"),
    ("refund_referral", "users"),
)


class Line(NamedTuple):
    """One consequence: an icon, what happens, and a figure at the right."""

    icon: str
    words: str
    figure: str = ""
    tone: Tone = Tone.NORMAL


def money_lines(tenders: tuple[Tender, ...], currency: Currency, language: str) -> tuple[Line, ...]:
    """What is paid back, each way."""
    lines = []
    for tender in tenders:
        name = tender_name(tender.kind, language)
        name = name[:1].upper() + name[1:]
        if tender.reference:
            name = f"{name} · {tender.reference}"
        icon = _TENDER_ICONS.get(tender.kind, "hand-coins")
        lines.append(Line(icon, name, money(tender.amount_minor, currency)))
    return tuple(lines)


def consequence_lines(
    preview: RefundPreview, currency: Currency, language: str
) -> tuple[Line, ...]:
    """Everything else that follows, in the order a clerk would ask for it."""
    lines = []
    if preview.discount_back_minor:
        words = QCoreApplication.translate("Returns", "Discounts that these goods had are kept off")
        off = money(-preview.discount_back_minor, currency)
        lines.append(Line("badge-percent", words, off))
    if preview.cash_rounding_minor:
        words = QCoreApplication.translate("Returns", "Rounded for cash")
        lines.append(Line("coins", words, money(preview.cash_rounding_minor, currency)))
    member = preview.member
    if member is not None:
        words = QCoreApplication.translate("Returns", "Points of {name}")
        words = words.replace("{name}", member.name or member.number)
        moved = f"{preview.balance_before:,} → {preview.balance_after:,}"
        lines.append(Line("coins", words, moved, Tone.WARNING if preview.debt else Tone.NORMAL))
    lines += [
        Line(_icon(reason), reason_text(reason, language, currency))
        for reason in (*preview.why, *preview.tier_note)
        if reason.code != OWED
    ]
    return tuple(lines)


def debt_words(preview: RefundPreview, currency: Currency, language: str) -> str:
    """What the member owes afterwards, "" where nothing."""
    if not preview.debt:
        return ""
    for reason in preview.why:
        if reason.code == OWED:
            return reason_text(reason, language, currency)
    return reason_text(Reason(OWED, (("points", preview.debt),)), language, currency)


def pieces_words(desk: ReturnDesk) -> str:
    """How many lines and pieces come back."""
    milli = sum(line.quantity_milli for line in desk.chosen)
    milli += sum(line.quantity_milli for line in desk.open_lines)
    words = QCoreApplication.translate("Returns", "Coming back: {count}")
    return words.replace("{count}", quantity(milli))


def _icon(reason: Reason) -> str:
    for start, icon in _REASON_ICONS:
        if reason.code.startswith(start):
            return icon
    return "info"


def offer_rows(found: Suggestions, currency: Currency) -> list[Suggestion]:
    """The members and goods that a text may mean, as rows under the field."""
    rows = [
        Suggestion(
            hit.name or hit.number,
            f"{hit.number} · {hit.masked_phone}".rstrip(" ·"),
            points_words(hit.points),
            "user",
            hit,
        )
        for hit in found.members
    ]
    rows += [
        Suggestion(each.name, each.category, money(each.price_minor, currency), "package", each)
        for each in found.products
    ]
    return rows
