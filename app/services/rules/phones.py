"""Phone numbers: one form to store, one to show, one to hide, and digits to search by (rule 26)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

# What people write between the digits of a phone; letters make it text, not a number.
_PHONE_SHAPE = re.compile(r"\+?[\d\s().\-‐–—/·]+")
_NOT_DIGITS = re.compile(r"[^0-9]+")
# Every mobile of mainland China, also of ranges given out after the phone library was made.
_CHINA_MOBILE = re.compile(r"(?:\+86|0086|86)?(1[3-9]\d{9})")

# ITU calling codes of one and two digits; every other has three. None begins another.
_SHORT_CODES = frozenset(
    str(code)
    for codes in (
        (1, 7, 20, 27, 36, 81, 82, 84, 86, 98),
        (*range(30, 35), *range(39, 42), *range(43, 50)),
        (*range(51, 59), *range(60, 67), *range(90, 96)),
    )
    for code in codes
)
# The regions met most often, so that a search as you type need not load the phone library.
_REGION_CODES = {
    "CN": "86",
    "HK": "852",
    "MO": "853",
    "TW": "886",
    "SG": "65",
    "MY": "60",
    "JP": "81",
    "KR": "82",
    "US": "1",
    "CA": "1",
    "GB": "44",
    "AU": "61",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone as stored. `e164` is None where it is no valid number but only text.

    `shown` is the national form for the shop's own country, international for others, and
    the text as typed where it could not be read. `digits` are the national ones, without
    country code and trunk zero; empty where the text has none.
    """

    shown: str = ""
    e164: str | None = None
    digits: str = ""

    @property
    def reversed_digits(self) -> str:
        """The digits from the last to the first: searched by the last four."""
        return self.digits[::-1]


def parse_phone(text: str, region: str) -> Phone:
    """A phone typed in a shop of `region` (ISO 3166 code); never refused, at worst kept as text."""
    typed = text.strip()
    folded = normalize("NFKC", typed)
    digits = _NOT_DIGITS.sub("", folded)
    if not _PHONE_SHAPE.fullmatch(folded):
        return Phone(typed, None, digits)
    if region == "CN":
        mobile = _CHINA_MOBILE.fullmatch(("+" if folded[0] == "+" else "") + digits)
        if mobile:
            number = mobile[1]
            return Phone(f"{number[:3]} {number[3:7]} {number[7:]}", "+86" + number, number)
    return _parsed(typed, folded, region) or Phone(typed, None, digits)


def _parsed(typed: str, folded: str, region: str) -> Phone | None:
    # 60 ms to import: only for a number that is no mobile of mainland China.
    import phonenumbers as library

    try:
        number = library.parse(folded, region)
    except library.NumberParseException:
        return None
    if not library.is_valid_number(number):
        return None
    formats = library.PhoneNumberFormat
    at_home = number.country_code == library.country_code_for_region(region)
    return Phone(
        library.format_number(number, formats.NATIONAL if at_home else formats.INTERNATIONAL),
        library.format_number(number, formats.E164),
        library.national_significant_number(number),
    )


def searched_digits(text: str, region: str) -> tuple[str, ...]:
    """The national digits that `text` may be the beginning of; empty where it is no phone.

    With or without country code and trunk zero, blanks and dashes.
    """
    folded = normalize("NFKC", text).strip()
    if not _PHONE_SHAPE.fullmatch(folded):
        return ()
    digits = _NOT_DIGITS.sub("", folded)
    if folded.startswith("+") or digits.startswith("00"):
        abroad = _without_calling_code(digits.lstrip("0"))
        return (abroad,) if abroad else ()
    forms = [digits] if digits else []
    if digits.startswith("0") and len(digits) > 1:
        forms.append(digits[1:])
    home = calling_code(region)
    if home and digits.startswith(home) and len(digits) > len(home) + 2:
        forms.append(digits[len(home) :])
    return tuple(forms)


def _without_calling_code(digits: str) -> str:
    for length in (1, 2):
        if digits[:length] in _SHORT_CODES:
            return digits[length:]
    return digits[3:]


@lru_cache(maxsize=8)
def calling_code(region: str) -> str:
    """The calling code of a region (86 for CN); empty for an unknown one."""
    known = _REGION_CODES.get(region)
    if known is not None:
        return known
    import phonenumbers as library

    code = library.country_code_for_region(region)
    return str(code) if code else ""


def masked(shown: str) -> str:
    """A phone with its middle hidden: `138****8000`. At least four digits stay hidden."""
    if not shown:
        return ""
    # Twenty at each key typed, nearly all of digits and blanks.
    plain = shown.replace(" ", "")
    if len(plain) >= 11 and plain.isascii() and plain.isdecimal():
        return f"{plain[:3]}****{plain[-4:]}"
    plain = shown if shown.isascii() else normalize("NFKC", shown)
    digits = plain if plain.isdecimal() and plain.isascii() else _NOT_DIGITS.sub("", plain)
    tail = 4 if len(digits) >= 8 else 2 if len(digits) >= 6 else 0
    head = max(0, min(3, len(digits) - tail - 4)) if tail else 0
    plus = "+" if head and shown.startswith("+") else ""
    return f"{plus}{digits[:head]}****{digits[len(digits) - tail :]}"


def dialled(shown: str, region: str) -> str:
    """A stored phone as it is dialled in `region`: national, or with the country's own prefix
    for calls abroad (00 44 …), so that a spreadsheet takes no plus sign for a formula."""
    if not shown.startswith("+"):
        return shown
    import phonenumbers as library

    try:
        number = library.parse(shown, region)
    except library.NumberParseException:
        return shown
    return library.format_out_of_country_calling_number(number, region)
