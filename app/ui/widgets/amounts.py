"""Reading amounts as people type them into a field. No Qt."""

from __future__ import annotations

import unicodedata

from app.services.rules.money import AMOUNT_LIMIT_MINOR, parse_scaled


def plain_digits(text: str) -> str:
    """`text` with full-width digits and signs (１２．５) made plain, blanks removed."""
    narrow = unicodedata.normalize("NFKC", text).replace("。", ".").replace("−", "-")
    return "".join(narrow.split())


def typed_minor(text: str, decimals: int) -> int | None:
    """The amount in `text` as minor units, or None where it is not one.

    As `parse_scaled`, but "12,5" is refused rather than read as 125: commas may
    only part thousands.
    """
    plain = plain_digits(text)
    if "," in plain and not _well_grouped(plain):
        return None
    if "." in plain and not decimals:
        return None
    return parse_scaled(plain, decimals, AMOUNT_LIMIT_MINOR)


def _well_grouped(plain: str) -> bool:
    first, *groups = plain.removeprefix("-").partition(".")[0].split(",")
    return 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)
