"""The words of the sales' screen that more than one of its parts says."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.messages import tender_name
from app.services.documents.compass_words import compass_words
from app.services.rules.money import Currency, money
from app.services.rules.receipt import Receipt
from app.services.sale_finding import Find
from app.services.sale_list import Kind, Returned, SaleRow
from app.ui.lists import listed
from app.ui.widgets.labels import Tone
from app.ui.widgets.suggestions import Suggestion

MINUS = "−"

_FIND_ICONS = {
    "receipt": "receipt-text",
    "member": "user",
    "product": "package",
    "amount": "banknote",
    "line": "search",
    "figure": "compass",
}


def moment_words(at: datetime, today: date) -> str:
    """When a sale was made: the time of this year's, the year of older ones."""
    return f"{at:%m-%d %H:%M}" if at.year == today.year else f"{at:%Y-%m-%d}"


def tender_words(kinds: tuple[str, ...], language: str) -> str:
    """How a sale was paid: "Cash, points"."""
    words = listed(tender_name(kind, language) for kind in kinds)
    return words[:1].upper() + words[1:]


def points_words(row: SaleRow) -> str:
    """What a document took and gave in points: "−100 +34"."""
    burned = f"{MINUS}{row.points_burned:,}" if row.points_burned else ""
    earned = f"+{row.points_earned:,}" if row.points_earned else ""
    return f"{burned} {earned}".strip()


def less(amount_minor: int, currency: Currency) -> str:
    """An amount taken off, "" where nothing was."""
    return money(-amount_minor, currency, sign=False) if amount_minor else ""


def kind_words(kind: Kind, returned: Returned) -> str:
    """What a row of the list is, "" for a sale of which nothing came back."""
    if kind is Kind.REFUND:
        return QCoreApplication.translate("Sales", "Return")
    if kind is Kind.VOID:
        return QCoreApplication.translate("Sales", "Void")
    return returned_words(returned)


def returned_words(returned: Returned) -> str:
    """How much of a sale came back, "" for nothing."""
    return {
        Returned.NOTHING: "",
        Returned.PARTLY: QCoreApplication.translate("Sales", "Partly returned"),
        Returned.WHOLLY: QCoreApplication.translate("Sales", "Returned"),
        Returned.VOIDED: QCoreApplication.translate("Sales", "Voided"),
    }[returned]


def kind_icon(kind: Kind, returned: Returned) -> str:
    """The icon beside those words."""
    if kind is Kind.VOID or returned is Returned.VOIDED:
        return "ban"
    return "undo-2" if kind is Kind.REFUND or returned is not Returned.NOTHING else ""


def kind_tone(kind: Kind, returned: Returned) -> Tone:
    """The colour that repeats them."""
    if kind is Kind.VOID or returned is Returned.VOIDED:
        return Tone.DANGER
    return Tone.WARNING


def find_suggestion(find: Find, currency: Currency) -> Suggestion:
    """One row under the search field."""
    return Suggestion(
        find_words(find, currency), find.detail, icon=_FIND_ICONS[find.kind], value=find
    )


def find_words(find: Find, currency: Currency, language: str = "en") -> str:
    """What a find, or the filter made of it, says; figures are called so in `language`."""
    if find.kind == "figure":
        return compass_words(language).names[find.text]
    if find.kind == "receipt":
        return QCoreApplication.translate("Sales", "Receipt {number}").replace(
            "{number}", find.text
        )
    if find.kind == "amount":
        amount = money(find.value, currency)
        return QCoreApplication.translate("Sales", "Total of {amount}").replace("{amount}", amount)
    if find.kind == "line":
        return QCoreApplication.translate("Sales", "Sold as “{text}”").replace("{text}", find.text)
    return find.text


def find_icon(kind: str) -> str:
    """The icon of a kind of find."""
    return _FIND_ICONS[kind]


def who(receipt: Receipt) -> str:
    """Whose sale it was."""
    member = receipt.member
    if member is not None:
        return f"{member.name} · {member.number}" if member.name else member.number
    if receipt.claimed_by:
        words = QCoreApplication.translate("Sales", "Points claimed by member {number}")
        return words.replace("{number}", receipt.claimed_by)
    return QCoreApplication.translate("Sales", "No member")
