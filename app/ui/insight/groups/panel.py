"""What each way of looking at the members is shown in."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.insights import Grouped, GroupSum
from app.services.rules.insight.shares import share_words
from app.services.rules.money import CURRENCIES, Currency, money
from app.ui.group_words import advice, group_name, group_tone
from app.ui.widgets.charts.bars import Bar

Who = Callable[[], "array[int]"]


class Panel(QWidget):
    """Shows one kind of groups; asks for the people behind a figure."""

    people_asked = Signal(str, object, str)
    """(title, who they are: a function for the long lane, the conditions of a segment or "")"""

    member_asked = Signal(object)
    """The id of a member to open."""

    def __init__(self) -> None:
        super().__init__()
        self.currency: Currency = CURRENCIES["CNY"]
        self.has_own_limits = False
        """Whether RFM is parted by the owner's limits."""

    def name_tiers(self, names: dict[str, str]) -> None:
        """What the scheme's tiers are called; for those who show them."""

    def is_empty(self, found: Any) -> bool:
        """Whether there is nothing to show a chart of."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:
        """Show what was reckoned."""
        raise NotImplementedError

    def told(self, found: Any) -> str:
        """One line above: how it is counted."""
        raise NotImplementedError

    def lacking(self, found: Any) -> str:
        """What is missing where there is nothing to show."""
        return self.tr("No member has bought anything yet.")

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""

    def amount(self, minor: int) -> str:
        """Minor units as the shop writes them."""
        return money(minor, self.currency)

    def about(self, minor: int) -> str:
        """The same to three digits: a figure that is only glanced at, or only estimated."""
        digits = self.currency.digits
        rounded = round(minor, min(0, 3 - len(str(abs(minor)))))
        said = self.amount(rounded)
        return said[: -digits - 1] if digits and rounded % self.currency.unit_minor == 0 else said


def group_bars(lens: str, sums: Sequence[GroupSum], amount: Callable[[int], str]) -> list[Bar]:
    """A row a group: members, their share, what they spent, and what to do for them."""
    total = sum(each.members for each in sums) or 1
    return [
        Bar(
            group_name(each.name),
            each.members,
            f"{each.members:,} ({percent(each.members, total)})",
            amount(each.spent_minor),
            advice(lens, each.name),
            group_tone(each.name),
        )
        for each in sums
    ]


def percent(part: int, whole: int) -> str:
    """A share of members; of none it is none."""
    return share_words(part, whole) or "0%"


def who_of(grouped: Grouped, name: str) -> Who:
    """Who is in a group, found when asked."""

    def who() -> array[int]:
        from app.services.insight_cells import in_group

        return in_group(grouped, name)

    return who
