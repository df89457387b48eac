"""The words of the sales' screen that more than one of its parts says."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.messages import tender_name
from app.services.rules.money import Currency, money
from app.services.rules.receipt import Receipt
from app.services.sales import SaleRow
from app.ui.lists import listed

MINUS = "−"


def moment_words(at: datetime, today: date) -> str:
    """When a sale was made: the time of this year's, the year of older ones."""
    return f"{at:%m-%d %H:%M}" if at.year == today.year else f"{at:%Y-%m-%d}"


def tender_words(kinds: tuple[str, ...], language: str) -> str:
    """How a sale was paid: "Cash, points"."""
    words = listed(tender_name(kind, language) for kind in kinds)
    return words[:1].upper() + words[1:]


def points_words(row: SaleRow) -> str:
    """What a sale took and gave in points: "−100 +34"."""
    burned = f"{MINUS}{row.points_burned:,}" if row.points_burned else ""
    earned = f"+{row.points_earned:,}" if row.points_earned else ""
    return f"{burned} {earned}".strip()


def less(amount_minor: int, currency: Currency) -> str:
    """An amount taken off, "" where nothing was."""
    return money(-amount_minor, currency, sign=False) if amount_minor else ""


def who(receipt: Receipt) -> str:
    """Whose sale it was."""
    member = receipt.member
    if member is not None:
        return f"{member.name} · {member.number}" if member.name else member.number
    if receipt.claimed_by:
        words = QCoreApplication.translate("Sales", "Points claimed by member {number}")
        return words.replace("{number}", receipt.claimed_by)
    return QCoreApplication.translate("Sales", "No member")
