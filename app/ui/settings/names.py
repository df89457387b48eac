"""What currencies, languages and countries are called on the settings' pages."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from app.services.rules.money import CURRENCIES
from app.ui.languages import NAMES
from app.ui.settings.controls import Words

_CURRENCY_NAMES: Final = {
    "CNY": QT_TRANSLATE_NOOP("Currencies", "Chinese yuan"),
    "TWD": QT_TRANSLATE_NOOP("Currencies", "New Taiwan dollar"),
    "HKD": QT_TRANSLATE_NOOP("Currencies", "Hong Kong dollar"),
    "MOP": QT_TRANSLATE_NOOP("Currencies", "Macao pataca"),
    "SGD": QT_TRANSLATE_NOOP("Currencies", "Singapore dollar"),
    "MYR": QT_TRANSLATE_NOOP("Currencies", "Malaysian ringgit"),
    "USD": QT_TRANSLATE_NOOP("Currencies", "US dollar"),
    "CAD": QT_TRANSLATE_NOOP("Currencies", "Canadian dollar"),
    "AUD": QT_TRANSLATE_NOOP("Currencies", "Australian dollar"),
    "NZD": QT_TRANSLATE_NOOP("Currencies", "New Zealand dollar"),
    "EUR": QT_TRANSLATE_NOOP("Currencies", "Euro"),
    "GBP": QT_TRANSLATE_NOOP("Currencies", "Pound sterling"),
    "JPY": QT_TRANSLATE_NOOP("Currencies", "Japanese yen"),
    "KRW": QT_TRANSLATE_NOOP("Currencies", "South Korean won"),
    "THB": QT_TRANSLATE_NOOP("Currencies", "Thai baht"),
    "VND": QT_TRANSLATE_NOOP("Currencies", "Vietnamese dong"),
    "PHP": QT_TRANSLATE_NOOP("Currencies", "Philippine peso"),
    "IDR": QT_TRANSLATE_NOOP("Currencies", "Indonesian rupiah"),
    "INR": QT_TRANSLATE_NOOP("Currencies", "Indian rupee"),
    "KWD": QT_TRANSLATE_NOOP("Currencies", "Kuwaiti dinar"),
}


def currency_name(code: str) -> str:
    """A currency as a list of them names it: "CNY ¥ · Chinese yuan"."""
    known = CURRENCIES[code]
    name = QCoreApplication.translate("Currencies", str(_CURRENCY_NAMES.get(code, "")))
    return f"{known.code} {known.sign} · {name}".rstrip(" ·")


def currency_choices() -> list[tuple[str, Words]]:
    """Every currency, the shop's region first."""
    return [(code, partial(currency_name, code)) for code in CURRENCIES]


def language_choices() -> list[tuple[str, Words]]:
    """Each language by its own name."""
    return [(code, partial(str, name)) for code, name in NAMES.items()]


def country_text(code: str, calling: int) -> str:
    """A country by its own name, with its calling code: "CN · 中国 · +86"."""
    locale = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(code))
    same = QLocale.codeToTerritory(code) == locale.territory()
    own = locale.nativeTerritoryName() if same else ""
    return f"{code} · {own} · +{calling}" if own else f"{code} · +{calling}"
