"""The number of a deposit, as its slip shows it: `D-000012`."""

from unicodedata import normalize

_PREFIX = "D-"
_MOST_DIGITS = 9


def deposit_number(number: int) -> str:
    """The number people read."""
    return f"{_PREFIX}{number:06d}"


def read_deposit_number(text: str) -> int | None:
    """The number of a deposit as people write it (`D-000012`, `d12`, `12`), or None."""
    plain = normalize("NFKC", text).strip().upper()
    digits = plain.removeprefix("D").removeprefix("-").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        return None
    return int(digits) or None
