"""PINs: which may be one, which is too easy to guess, and how long a wrong one costs. Pure."""

import re
from datetime import date
from unicodedata import normalize

SHORTEST, LONGEST = 4, 12
FIRST_DELAY_SECONDS = 1
LONGEST_DELAY_SECONDS = 300
"""A thousand wrong tries take more than three days; whoever has a card is not kept out."""
TOLD_FROM = 4
"""From this wrong try in a row on, each stands on the audit trail."""

_RUN = "01234567890"
# What people take who were told not to take 1234: keypad lines, and lucky numbers.
_COMMON = frozenset({"2580", "0852", "1379", "1314", "1688", "5200", "5201314", "147258", "159753"})


def cleaned_pin(text: str) -> str:
    """A PIN as it was typed, full-width digits folded and blanks left out."""
    return "".join(normalize("NFKC", text).split())


def is_pin(pin: str) -> bool:
    """Whether it is 4 to 12 digits and nothing else."""
    return SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdigit()


def is_weak(pin: str) -> bool:
    """Whether a stranger would try it among the first: repeats, runs, years, dates, favourites."""
    return (
        pin in _COMMON
        or _repeats(pin)
        or pin in _RUN
        or pin in _RUN[::-1]
        or bool(re.fullmatch(r"(19|20)\d\d", pin))
        or _is_date(pin)
    )


def delay_seconds(failures: int) -> int:
    """How long no try is taken after so many wrong ones in a row: 1, 2, 4 … up to five minutes."""
    if failures <= 0:
        return 0
    doubled = FIRST_DELAY_SECONDS << min(failures - 1, 20)
    return min(doubled, LONGEST_DELAY_SECONDS)


def _repeats(pin: str) -> bool:
    """Whether it is a shorter text again and again: 0000, 1212, 168168; or pairs: 1122."""
    size = len(pin)
    if any(size % part == 0 and pin == pin[:part] * (size // part) for part in range(1, size)):
        return True
    return size % 2 == 0 and pin[::2] == pin[1::2] and len(set(pin)) <= 2


def _is_date(pin: str) -> bool:
    """Whether it reads as a whole date, in any usual order."""
    orders = {6: ((0, 2, 4), (4, 2, 0), (4, 0, 2)), 8: ((0, 4, 6), (4, 2, 0), (4, 0, 2))}
    return any(_date_at(pin, *order) for order in orders.get(len(pin), ()))


def _date_at(pin: str, year: int, month: int, day: int) -> bool:
    told = int(pin[year : year + len(pin) - 4])
    if len(pin) == 6:
        told += 2000
    elif not 1900 <= told <= 2099:
        return False
    try:
        date(told, int(pin[month : month + 2]), int(pin[day : day + 2]))
    except ValueError:
        return False
    return True
