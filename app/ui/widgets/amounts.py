"""Reading amounts as people type them into a field. No Qt."""

from __future__ import annotations

from app.services.rules.money import AMOUNT_LIMIT_MINOR, narrowed, parse_scaled


def plain_digits(text: str) -> str:
    """`text` with full-width digits and signs (１２．５) made plain, blanks removed."""
    narrow = narrowed(text).replace("。", ".").replace("−", "-")
    return "".join(narrow.split())


def typed_minor(text: str, decimals: int) -> int | None:
    """The amount in `text` as minor units, or None where it is not one; see `parse_scaled`."""
    plain = plain_digits(text)
    if "." in plain and not decimals:
        return None
    return parse_scaled(plain, decimals, AMOUNT_LIMIT_MINOR)
