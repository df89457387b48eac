"""Every code a scanner can read here, told apart by shape alone.

| Code    | Digits | Shape                                              |
|---------|--------|----------------------------------------------------|
| member  | 15     | 9, serial (7), keyed check (7)                     |
| receipt | 17     | 81, till (4), sequence (9), check (2)              |
| coupon  | 17     | 82, drawn by lot (13), check (2)                   |
| gift    | 17     | 83, drawn by lot (13), check (2)                   |
| staff   | 17     | 84, drawn by lot (13), check (2)                   |
| refund  | 17     | 85, till (4), sequence (9), check (2)              |
| GTIN    | 8, 12, 13, 14 | GS1 check digit                             |
| in-store| 13     | GTIN-13 starting 20–29, layout set by the shop     |
| WeChat  | 18     | starts 10–15                                       |
| Alipay  | 16–24  | starts 25–30                                       |

Digits only: a Chinese input method swallows letters. No two shapes overlap.
"""

import hmac
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from unicodedata import normalize

MEMBER_CODE_DIGITS = 15
SERIAL_DIGITS = 7
SERIAL_LIMIT = 10**SERIAL_DIGITS
TILL_LIMIT = 10_000  # four digits of a receipt's code
RECEIPT_PREFIX = "81"
COUPON_PREFIX = "82"
GIFT_PREFIX = "83"
STAFF_PREFIX = "84"
REFUND_PREFIX = "85"
DRAWN_DIGITS = 13
DRAWN_LIMIT = 10**DRAWN_DIGITS
DOCUMENT_CODE_DIGITS = 17


class CodeKind(StrEnum):
    """What a code's shape says it is."""

    MEMBER = "member"
    RECEIPT = "receipt"
    COUPON = "coupon"
    GIFT = "gift"
    STAFF = "staff"
    REFUND = "refund"
    IN_STORE = "in_store"
    GTIN = "gtin"
    WECHAT_PAY = "wechat_pay"
    ALIPAY_PAY = "alipay_pay"
    OTHER = "other"


_DOCUMENT_PREFIXES = {
    RECEIPT_PREFIX: CodeKind.RECEIPT,
    COUPON_PREFIX: CodeKind.COUPON,
    GIFT_PREFIX: CodeKind.GIFT,
    STAFF_PREFIX: CodeKind.STAFF,
    REFUND_PREFIX: CodeKind.REFUND,
}


@dataclass(frozen=True, slots=True)
class InStoreLayout:
    """How an in-store code 20–29 is read: prefix (2), item digits, value digits, check digit.

    `holds` is "price" (minor units) or "weight" (grams).
    """

    item_digits: int = 5
    value_digits: int = 5
    holds: str = "price"


@dataclass(frozen=True, slots=True)
class InStoreCode:
    """An in-store code taken apart: which item, and the price or weight printed on the label."""

    item: str
    value: int
    holds: str


def cleaned(text: str) -> str:
    """A scanned or typed code without blanks and dashes, full-width digits folded."""
    return "".join(ch for ch in normalize("NFKC", text) if not ch.isspace() and ch != "-")


def kind_of(code: str) -> CodeKind:
    """What the cleaned `code` is by its shape; a GTIN only where its check digit holds."""
    if not (code.isascii() and code.isdigit()):
        return CodeKind.OTHER
    size = len(code)
    if size == MEMBER_CODE_DIGITS and code[0] == "9":
        return CodeKind.MEMBER
    if size == DOCUMENT_CODE_DIGITS and code[:2] in _DOCUMENT_PREFIXES:
        return _DOCUMENT_PREFIXES[code[:2]] if document_check_holds(code) else CodeKind.OTHER
    if size == 18 and 10 <= int(code[:2]) <= 15:
        return CodeKind.WECHAT_PAY
    if 16 <= size <= 24 and 25 <= int(code[:2]) <= 30:
        return CodeKind.ALIPAY_PAY
    if size in (8, 12, 13, 14) and gtin_check_holds(code):
        return CodeKind.IN_STORE if size == 13 and code[0] == "2" else CodeKind.GTIN
    return CodeKind.OTHER


def member_code(serial: int, key: bytes) -> str:
    """The 15-digit code of a card: 9, seven digits of serial, seven of HMAC-SHA256."""
    if not 0 <= serial < SERIAL_LIMIT:
        raise ValueError("a card serial has seven digits")
    body = f"9{serial:0{SERIAL_DIGITS}d}"
    return body + _keyed_digits(body, key)


def member_serial(code: str, key: bytes) -> int | None:
    """The serial of a genuine member code of this shop, or None where its check is wrong."""
    if kind_of(code) is not CodeKind.MEMBER:
        return None
    body, check = code[:8], code[8:]
    return int(body[1:]) if hmac.compare_digest(_keyed_digits(body, key), check) else None


def _keyed_digits(body: str, key: bytes) -> str:
    digest = hmac.new(key, body.encode("ascii"), sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % SERIAL_LIMIT:0{SERIAL_DIGITS}d}"


def receipt_code(till_number: int, sequence: int) -> str:
    """The 17-digit code printed on a receipt."""
    body = f"{RECEIPT_PREFIX}{till_number:04d}{sequence:09d}"
    return body + _mod97(body)


def read_receipt_code(code: str) -> tuple[int, int] | None:
    """(till number, sequence) of a receipt code, or None where it is not one."""
    if kind_of(code) is not CodeKind.RECEIPT:
        return None
    return int(code[2:6]), int(code[6:15])


def refund_code(till_number: int, sequence: int) -> str:
    """The 17-digit code printed on a refund slip."""
    body = f"{REFUND_PREFIX}{till_number:04d}{sequence:09d}"
    return body + _mod97(body)


def read_refund_code(code: str) -> tuple[int, int] | None:
    """(till number, sequence) of a refund's code, or None where it is not one."""
    if kind_of(code) is not CodeKind.REFUND:
        return None
    return int(code[2:6]), int(code[6:15])


def coupon_code(drawn: int) -> str:
    """The 17-digit code of a coupon; `drawn` is a random number, so that none can be guessed."""
    return _drawn_code(COUPON_PREFIX, drawn)


def gift_code(drawn: int) -> str:
    """The 17-digit code of a gift card; `drawn` is a random number."""
    return _drawn_code(GIFT_PREFIX, drawn)


def staff_code(drawn: int) -> str:
    """The 17-digit code of a staff card; `drawn` is a random number."""
    return _drawn_code(STAFF_PREFIX, drawn)


def _drawn_code(prefix: str, drawn: int) -> str:
    if not 0 <= drawn < DRAWN_LIMIT:
        raise ValueError("a drawn code has thirteen digits")
    body = f"{prefix}{drawn:0{DRAWN_DIGITS}d}"
    return body + _mod97(body)


def document_check_holds(code: str) -> bool:
    """Whether the last two digits are right (ISO 7064 MOD 97-10)."""
    return int(code) % 97 == 1


def _mod97(body: str) -> str:
    return f"{98 - int(body + '00') % 97:02d}"


def gtin_check_digit(body: str) -> str:
    """The GS1 check digit of `body`, the digits before it."""
    total = sum(int(digit) * (3 if i % 2 == 0 else 1) for i, digit in enumerate(reversed(body)))
    return str(-total % 10)


def gtin_check_holds(code: str) -> bool:
    """Whether the last digit is the GS1 check digit of those before it."""
    return gtin_check_digit(code[:-1]) == code[-1]


def read_in_store(code: str, layout: InStoreLayout) -> InStoreCode:
    """An in-store code taken apart by the shop's layout."""
    start = 2 + layout.item_digits
    return InStoreCode(code[2:start], int(code[start : start + layout.value_digits]), layout.holds)


def receipt_number(till_number: int, sequence: int) -> str:
    """The number people read: till 0, sale 1902 is `A0-001902`."""
    return f"{till_prefix(till_number)}-{sequence:06d}"


def refund_number(till_number: int, sequence: int) -> str:
    """The number people read: till 0, refund 1 is `RA0-000001`."""
    return f"R{receipt_number(till_number, sequence)}"


def read_refund_number(text: str) -> tuple[int, int] | None:
    """(till number, sequence) of a refund's number as people write it, or None."""
    plain = normalize("NFKC", text).strip().upper()
    return read_receipt_number(plain[1:]) if plain.startswith("R") else None


@cache
def till_prefix(till_number: int) -> str:
    """A0 … Z9, then AA0 …: a letter or more and a digit."""
    letters, digit = divmod(till_number, 10)
    prefix = ""
    letters += 1
    while letters:
        letters, rest = divmod(letters - 1, 26)
        prefix = chr(65 + rest) + prefix
    return f"{prefix}{digit}"


def read_receipt_number(text: str) -> tuple[int, int] | None:
    """(till number, sequence) of a receipt number as people write it, or None."""
    prefix, dash, sequence = normalize("NFKC", text).strip().upper().partition("-")
    letters, digit = prefix[:-1], prefix[-1:]
    plain = letters.isascii() and letters.isalpha() and digit.isascii() and digit.isdigit()
    if not (dash and plain and len(letters) <= 3 and sequence.isascii() and sequence.isdigit()):
        return None
    if len(sequence) > 9:
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return (number - 1) * 10 + int(digit), int(sequence)
