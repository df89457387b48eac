"""Money as integers: parsing, printing, rounding and sharing, without a float."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from unicodedata import category, normalize

BASIS_POINTS = 10_000
MILLI = 1_000
# Past this a sum is a typing error; it leaves 64-bit sums of ten million lines safe.
AMOUNT_LIMIT_MINOR = 10**11
QUANTITY_LIMIT_MILLI = 10**9


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency: its code, the sign printed before an amount, its decimals.

    `digits` are those used at the counter: none for TWD and IDR, whose cents no shop takes.
    """

    code: str
    sign: str
    digits: int

    @property
    def unit_minor(self) -> int:
        """Minor units in one unit of the currency."""
        return int(10**self.digits)


CURRENCIES = {
    c.code: c
    for c in (
        Currency("CNY", "¥", 2),
        Currency("TWD", "NT$", 0),
        Currency("HKD", "HK$", 2),
        Currency("MOP", "MOP$", 2),
        Currency("SGD", "S$", 2),
        Currency("MYR", "RM", 2),
        Currency("USD", "$", 2),
        Currency("CAD", "C$", 2),
        Currency("AUD", "A$", 2),
        Currency("NZD", "NZ$", 2),
        Currency("EUR", "€", 2),
        Currency("GBP", "£", 2),
        Currency("JPY", "¥", 0),
        Currency("KRW", "₩", 0),
        Currency("THB", "฿", 2),
        Currency("VND", "₫", 0),
        Currency("PHP", "₱", 2),
        Currency("IDR", "Rp", 0),
        Currency("INR", "₹", 2),
        Currency("KWD", "KD", 3),
    )
}


_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", re.ASCII)


def round_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest integer, halves away from zero."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def rescaled(minor: int, old_unit: int, new_unit: int) -> int:
    """The same amount with `new_unit` minor units in one instead of `old_unit`: 1.00 becomes 1.

    Rounded down, but never to nothing.
    """
    return max(1, minor * new_unit // old_unit)


def share(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`total` split by `weights` with largest remainders; the shares sum exactly to it.

    Ties go to the earlier share. All weights zero: everything to the first share.
    """
    whole = sum(weights)
    if not weights:
        return ()
    if whole == 0:
        return (total, *([0] * (len(weights) - 1)))
    floors = [total * weight // whole for weight in weights]
    left = total - sum(floors)
    if left:
        remainders = [total * weight % whole for weight in weights]
        # A stable sort: of equals the earlier share comes first.
        by_remainder = sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)
        for index in by_remainder[:left]:
            floors[index] += 1
    return tuple(floors)


def line_gross_minor(unit_price_minor: int, quantity_milli: int) -> int:
    """Price × quantity in minor units, rounded half up, once per line (rule 5)."""
    if quantity_milli == MILLI:
        return unit_price_minor
    return round_half_up(unit_price_minor * quantity_milli, MILLI)


def cash_rounding_minor(due_minor: int, step_minor: int) -> int:
    """What is added to a cash amount to reach the nearest multiple of `step_minor` (rule 6)."""
    if step_minor <= 1:
        return 0
    return round_half_up(due_minor, step_minor) * step_minor - due_minor


def narrowed(text: str) -> str:
    """`text` with full-width digits and signs made plain.

    A digit that is raised, lowered or ringed stays what it is, which is no amount: 10² is not 102.
    """
    return "".join(ch if category(ch) == "No" else normalize("NFKC", ch) for ch in text)


def parse_scaled(text: str, digits: int, limit: int) -> int | None:
    """A decimal string as an integer scaled by `10**digits`, or None if it is not one.

    Full-width digits (see `narrowed`), surrounding blanks and commas that part thousands are
    taken ("5,00" is not read as 500); more decimals than `digits`, exponents, NaN and anything
    past `limit` are not.
    """
    written = narrowed(text).strip()
    if "," in written and not _THOUSANDS.fullmatch(written):
        return None
    cleaned = written.replace(",", "")
    if not cleaned or any(ch not in "+-.0123456789" for ch in cleaned):
        return None
    try:
        scaled = Decimal(cleaned).scaleb(digits)
    except InvalidOperation:
        return None
    if abs(scaled) > limit or scaled != scaled.to_integral_value():
        return None
    return int(scaled)


def parse_minor(text: str, currency: Currency) -> int | None:
    """An amount typed by a person, in minor units; None where it is not an amount."""
    return parse_scaled(text, currency.digits, AMOUNT_LIMIT_MINOR)


def parse_milli(text: str) -> int | None:
    """A quantity typed by a person, in thousandths; None where it is not one."""
    return parse_scaled(text, 3, QUANTITY_LIMIT_MILLI)


def plain(minor: int, digits: int) -> str:
    """A scaled integer as a plain decimal string: 12345 with two digits is `123.45`."""
    sign = "-" if minor < 0 else ""
    whole, fraction = divmod(abs(minor), 10**digits)
    return f"{sign}{whole}.{fraction:0{digits}d}" if digits else f"{sign}{whole}"


def plain_money(minor: int, currency: Currency) -> str:
    """An amount for files and scripts: `1234.50`."""
    return plain(minor, currency.digits)


def money(minor: int, currency: Currency, *, sign: bool = True) -> str:
    """An amount for people: `¥1,234.50`, with a true minus sign."""
    body = plain(abs(minor), currency.digits)
    whole, dot, fraction = body.partition(".")
    grouped = f"{int(whole):,}{dot}{fraction}"
    return f"{'−' if minor < 0 else ''}{currency.sign if sign else ''}{grouped}"


def quantity(milli: int) -> str:
    """A quantity for people and files: `2`, `0.355`."""
    return plain(milli, 3).rstrip("0").rstrip(".") if milli % MILLI else str(milli // MILLI)


def rate(bp: int) -> str:
    """A rate in basis points as percent: 1300 is `13`, 825 is `8.25`."""
    return plain(bp, 2).rstrip("0").rstrip(".")
