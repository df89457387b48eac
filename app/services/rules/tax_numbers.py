"""Tax numbers of an invoice's buyer, told apart by their shape.

The unified social credit code (GB 32100-2015) has 18 characters, the last one a check. Older
numbers of 15, 18 or 20 digits are still in use and carry no check of their own.
"""

import re
from enum import StrEnum
from unicodedata import normalize

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MODULUS = len(_SIGNS)
_CODE = re.compile(f"[{_SIGNS}]{{18}}")
_OLDER = re.compile(r"[0-9A-Z]{15}|[0-9]{17}[0-9X]|[0-9]{17}[0-9X][0-9A-Z]{2}")
# Outside the mainland every place has its own: Taiwan 8 digits, Singapore 9 or 10 signs …
_ELSEWHERE = re.compile(r"[0-9A-Z]{5,20}")


class TaxNumberShape(StrEnum):
    """What a tax number looks like."""

    NONE = "none"
    CREDIT_CODE = "credit_code"
    OLDER = "older"
    FOREIGN = "foreign"
    WRONG_CHECK = "wrong_check"
    WRONG = "wrong"


def folded_tax_number(text: str) -> str:
    """A tax number as it is kept: capitals and digits, blanks and dashes gone."""
    return "".join(ch for ch in normalize("NFKC", text).upper() if not ch.isspace() and ch != "-")


def tax_number_shape(number: str, region: str) -> TaxNumberShape:
    """What the folded `number` is in that country (`CN` …)."""
    if not number:
        return TaxNumberShape.NONE
    if region != "CN":
        return TaxNumberShape.FOREIGN if _ELSEWHERE.fullmatch(number) else TaxNumberShape.WRONG
    if _CODE.fullmatch(number) and number[-1] == check_sign(number[:-1]):
        return TaxNumberShape.CREDIT_CODE
    if _OLDER.fullmatch(number):
        return TaxNumberShape.OLDER
    return TaxNumberShape.WRONG_CHECK if _CODE.fullmatch(number) else TaxNumberShape.WRONG


def check_sign(body: str) -> str:
    """The check character of the first 17 signs of a unified social credit code."""
    total = sum(_SIGNS.index(sign) * pow(3, place, _MODULUS) for place, sign in enumerate(body))
    return _SIGNS[-total % _MODULUS]
