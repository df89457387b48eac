"""Free text as people type it: kept as given, or refused with a reason."""

import re
import unicodedata

from app.errors import FieldInvalid

CART_TEXT_LENGTH = 200
VOUCHER_LIMIT = 80
"""Characters of a name or a reason that stands on a receipt."""

REFERENCE_LENGTH = 60
"""Characters of what is noted of a payment."""
LABEL_LENGTH = 60
"""Characters of the name of a parked basket, and of a deposit's note."""

# In a shorter text no sign unfolds to enough digits (⑳ is two).
_SHORTEST_CARD = 8
# 15 to 19 digits, in groups or not; a longer run of digits is something else.
_LONG_NUMBER = re.compile(r"(?<!\d)\d(?:[ \-]?\d){14,18}(?![ \-]?\d)")
# Amex, JCB, Visa, Mastercard, Discover and Maestro, UnionPay.
_ISSUERS = re.compile(r"3[47]|35|4|5[0-5]|2[2-7]|6[0245]")


def checked_text(
    field: str, text: str, limit: int, *, required: bool = False, lines: bool = False
) -> str:
    """`text` without the blanks around it; otherwise as given, never cut.

    `lines` lets line breaks and tabs stand. Raises FieldInvalid: `required`, `too_long`
    (more than `limit` characters), `control_characters` (or halves of a character, which no
    file can hold), `card_number` (bank-card numbers are never stored).
    """
    if not (text or required):
        return ""
    kept = text.strip()
    if required and not kept:
        raise FieldInvalid(field, "required")
    if len(kept) > limit:
        raise FieldInvalid(field, "too_long", kept)
    if not kept.isprintable() and _holds_controls(kept, "\n\r\t" if lines else ""):
        raise FieldInvalid(field, "control_characters")
    if holds_bank_card(kept):
        raise FieldInvalid(field, "card_number")
    return kept


def _holds_controls(text: str, allowed: str) -> bool:
    return any(unicodedata.category(ch) in ("Cc", "Cs") and ch not in allowed for ch in text)


def holds_bank_card(text: str) -> bool:
    """Whether the text contains what must be a bank-card number: an issuer's prefix, and Luhn."""
    if len(text) < _SHORTEST_CARD:
        return False
    plain = unicodedata.normalize("NFKC", text)
    for found in _LONG_NUMBER.finditer(plain):
        digits = found.group().replace(" ", "").replace("-", "")
        if _ISSUERS.match(digits) and _luhn_holds(digits):
            return True
    return False


def _luhn_holds(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
