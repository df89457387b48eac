"""What documents and rules may know of the shop itself."""

from dataclasses import dataclass

from app.services.rules.money import CURRENCIES, Currency


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The shop as printed on cards and receipts. `logo` is PNG or JPEG bytes, or empty."""

    name: str
    subtitle: str = ""
    address: str = ""
    phone: str = ""
    currency: Currency = CURRENCIES["CNY"]
    language: str = "zh_CN"
    brand_colour: str = "#0F6E63"
    logo: bytes = b""
    receipt_footer: str = ""
    card_terms: str = ""
    return_days: int = 7


@dataclass(frozen=True, slots=True)
class CardFacts:
    """One member card as printed: `code` is the 15-digit member code."""

    code: str
    name: str
    number: str
    joined_on: str
    tier: str = ""
