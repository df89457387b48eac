"""The notes and coins of each currency, as a drawer holds them; for counting it piece by piece."""

from collections.abc import Iterable

# In minor units of the currency (no decimals for TWD, JPY, KRW, VND and IDR);
# the largest first. Coins that are no longer handed out are left out.
_PIECES: dict[str, tuple[int, ...]] = {
    "CNY": (10000, 5000, 2000, 1000, 500, 100, 50, 10),
    "TWD": (2000, 1000, 500, 200, 100, 50, 10, 5, 1),
    "HKD": (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10),
    "MOP": (100000, 50000, 10000, 5000, 2000, 1000, 500, 100, 50, 20, 10),
    "SGD": (10000, 5000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "MYR": (10000, 5000, 2000, 1000, 500, 100, 50, 20, 10, 5),
    "USD": (10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1),
    "CAD": (10000, 5000, 2000, 1000, 500, 200, 100, 25, 10, 5),
    "AUD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5),
    "NZD": (10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10),
    "EUR": (20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "GBP": (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1),
    "JPY": (10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1),
    "KRW": (50000, 10000, 5000, 1000, 500, 100, 50, 10),
    "THB": (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25),
    "VND": (500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200),
    "PHP": (100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100, 25, 5, 1),
    "IDR": (100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
    "INR": (50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100),
    "KWD": (20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5),
}


def denominations(currency: str) -> tuple[int, ...]:
    """Every note and coin of a currency in minor units, the largest first."""
    return _PIECES[currency]


def pieces_minor(pieces: Iterable[tuple[int, int]]) -> int:
    """What (value in minor units, how many) come to, in minor units."""
    return sum(value * count for value, count in pieces)
