"""What a payer is likely to hand over in cash: the keys below the amount received. Pure."""

from app.services.rules.denominations import denominations

KEYS = 4
# Notes and coins that exist and that hardly anybody carries; in minor units.
_SELDOM = {
    "TWD": {2000, 200},
    "USD": {5000},
    "EUR": {20000},
    "JPY": {2000},
}
# From here on a piece is a note; where there is a coin of the same worth, it is called a coin.
_FIRST_NOTE = {
    "CNY": 500, "TWD": 100, "HKD": 1000, "MOP": 1000, "SGD": 200, "MYR": 100, "USD": 100,
    "CAD": 500, "AUD": 500, "NZD": 500, "EUR": 500, "GBP": 500, "JPY": 1000, "KRW": 1000,
    "THB": 2000, "VND": 1000, "PHP": 2000, "IDR": 1000, "INR": 1000, "KWD": 250,
}  # fmt: skip
# How much trouble a payment is: each note, each coin to be looked for, and a note so large that
# one asks first whether it can be changed. What is this much worse than the best is unlikely.
_A_NOTE, _A_COIN, _FAR = 2, 3, 5
_FAR_TIMES = 10
_UNLIKELY = 12


def cash_suggestions(due_minor: int, currency: str, keys: int = KEYS) -> tuple[int, ...]:
    """The exact amount and up to `keys` less one that a payer is likely to hand over, ascending.

    In minor units of an ISO currency. Each is made of notes and coins of which none is needless:
    nobody pays 12.50 with a fifty and a one. The fewer and the rounder the pieces, the likelier.
    """
    pieces = [each for each in denominations(currency) if each not in _SELDOM.get(currency, ())]
    found: dict[int, int] = {}
    for piece in pieces:
        count = -(-due_minor // piece)
        amount = count * piece
        if amount <= due_minor or amount in found:
            continue
        fewest = _trouble(amount, due_minor, pieces, currency)
        # Three twenties for 47, though a fifty and a ten would be one too many; and two hundreds
        # for 101 rather than a hundred and a five.
        alike = count * (_A_NOTE if piece >= _FIRST_NOTE[currency] else _A_COIN) - (count > 1)
        far = _FAR if amount > due_minor * _FAR_TIMES else 0
        found[amount] = min(alike, fewest or alike) + far
    best = min(found.values(), default=0)
    likely = sorted((worst, amount) for amount, worst in found.items() if worst <= best + _UNLIKELY)
    return (due_minor, *sorted(amount for _, amount in likely[: keys - 1]))


def _trouble(amount_minor: int, due_minor: int, pieces: list[int], currency: str) -> int:
    """Of paying it with the fewest pieces; 0 where one of them would be needless."""
    left, sum_of = amount_minor, 0
    for piece in pieces:
        count, left = divmod(left, piece)
        if count and amount_minor - piece >= due_minor:
            return 0
        sum_of += count * (_A_NOTE if piece >= _FIRST_NOTE[currency] else _A_COIN)
    return sum_of if left == 0 else 0
