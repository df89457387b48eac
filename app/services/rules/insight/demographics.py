"""Who members are: age bands, and the area that an address lies in."""

import re
from datetime import date

AGE_ENDS = (17, 24, 34, 44, 54, 64)
"""A band ends at each of these ages; the last has no end."""
OLDEST = 120
AREA_LENGTH = 24

_YEAR = re.compile(r"(?:lunar:)?(\d{4})-L?(\d{2})-(\d{2})\Z")
# 浙江省杭州市西湖区… → 杭州市西湖区; 上海市静安区… → 上海市静安区; 广州天河区… → 广州天河区.
_CHINESE = re.compile(
    r"(?:[^省市区县]{2,8}(?:省|自治区))?(?P<city>[^省市区县]{2,8}市)?(?P<part>[^省市区县]{1,6}[区县區縣])?"
)
_POSTCODE = re.compile(r"\b[A-Z]{0,2}\d{3,}[A-Z0-9-]*\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def age_on(birthday: str, today: date) -> int | None:
    """The age on a day; None where the year is not known or makes no sense.

    A lunar birthday counts by its own month and day, which may be some weeks off.
    """
    found = _YEAR.match(birthday)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    age = today.year - year - ((today.month, today.day) < (month, day))
    return age if 0 <= age <= OLDEST else None


def age_band(age: int) -> int:
    """The place of an age's band, 0 to `len(AGE_ENDS)`."""
    return next((at for at, end in enumerate(AGE_ENDS) if age <= end), len(AGE_ENDS))


def band_ages(band: int) -> tuple[int, int | None]:
    """The first and the last age of a band; None for no end."""
    first = 0 if band == 0 else AGE_ENDS[band - 1] + 1
    return first, AGE_ENDS[band] if band < len(AGE_ENDS) else None


def area_of(address: str) -> str:
    """City and district of an address as far as it says them; "" where it says neither.

    Chinese addresses by 市 and 区; others by their last part that is no postcode.
    """
    text = " ".join(address.split())
    found = _CHINESE.match(text)
    if found is not None and (found["city"] or found["part"]):
        return ((found["city"] or "") + (found["part"] or ""))[:AREA_LENGTH]
    for part in reversed(re.split(r"[,，;、\n]", text)):
        plain = " ".join(_POSTCODE.sub(" ", part).split())
        # "LS1 4DY" is no place, and neither is "5 High Street".
        if "," in text and _LETTER.search(plain) and not any(map(str.isdigit, plain)):
            return plain[:AREA_LENGTH]
    return ""
