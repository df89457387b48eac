"""The sections of the window, in the order of the rail. Each is imported when first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.screen import Screen
from app.ui.shell import Shell


def _cashier(shell: Shell) -> Screen:
    from app.ui.cashier.view import CashierScreen

    return CashierScreen(shell)


def _members(shell: Shell) -> Screen:
    from app.ui.members.view import MembersScreen

    return MembersScreen(shell)


def _sales(shell: Shell) -> Screen:
    from app.ui.sales.view import SalesScreen

    return SalesScreen(shell)


def _products(shell: Shell) -> Screen:
    from app.ui.products.view import ProductsScreen

    return ProductsScreen(shell)


def _loyalty(shell: Shell) -> Screen:
    from app.ui.loyalty.view import LoyaltyScreen

    return LoyaltyScreen(shell)


def _insight(shell: Shell) -> Screen:
    from app.ui.insight.view import InsightScreen

    return InsightScreen(shell)


def _care(shell: Shell) -> Screen:
    from app.ui.care.view import CareScreen

    return CareScreen(shell)


def _settings(shell: Shell) -> Screen:
    from app.ui.settings.view import SettingsScreen

    return SettingsScreen(shell)


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the rail; `action` is its id in the key table."""

    id: str
    label: str
    icon: str
    make: Callable[[Shell], Screen]
    at_bottom: bool = False
    power: str = ""
    """The value of a `Power`: who may not do it finds the section locked."""

    @property
    def action(self) -> str:
        """What goes there by key."""
        return f"go_{self.id}"

    def title(self) -> str:
        """Its name in the language shown."""
        return QCoreApplication.translate("Sections", self.label)


SECTIONS: Final = (
    Section("cashier", str(QT_TRANSLATE_NOOP("Sections", "Cashier")), "scan-barcode", _cashier),
    Section("members", str(QT_TRANSLATE_NOOP("Sections", "Members")), "users", _members),
    Section("sales", str(QT_TRANSLATE_NOOP("Sections", "Sales")), "receipt-text", _sales),
    Section("products", str(QT_TRANSLATE_NOOP("Sections", "Products")), "package", _products),
    Section(
        "loyalty",
        str(QT_TRANSLATE_NOOP("Sections", "Loyalty")),
        "gift",
        _loyalty,
        power="scheme",
    ),
    Section(
        "insight",
        str(QT_TRANSLATE_NOOP("Sections", "Insight")),
        "compass",
        _insight,
        power="reports",
    ),
    Section("care", str(QT_TRANSLATE_NOOP("Sections", "Care")), "heart", _care),
    Section(
        "settings",
        str(QT_TRANSLATE_NOOP("Sections", "Settings")),
        "settings",
        _settings,
        at_bottom=True,
        power="settings",
    ),
)
