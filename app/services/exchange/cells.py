"""One cell at a time: what a text in a file means, and how a text goes out safely."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from unicodedata import normalize
from zoneinfo import ZoneInfo

from app.errors import FieldInvalid

# A spreadsheet would run a cell that starts with one of these (a Chinese one with a wide form,
# too); ours gets an apostrophe, and one that starts with apostrophes before it gets one more, so
# that taking one off always undoes it.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_OUR_APOSTROPHE = re.compile(r"'+[=+\-@＝＋－＠\t\r\n]")

_DATE = re.compile(
    r"(?P<year>\d{4})(?:(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    r"|年(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日?"
    r"|(?P<month3>\d\d)(?P<day3>\d\d))"
)
_TIME = re.compile(
    r"[T ]?\s*(?P<hour>\d{1,2})[:时時](?P<minute>\d{1,2})(?:[:分](?P<second>\d{1,2})?秒?)?"
    r"(?:\.\d+)?\s*(?P<offset>Z|[+-]\d\d:?\d\d)?"
)
_OTHER_ORDER = re.compile(r"\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d\d)([T ].*)?")
_WORDS = {"yyyy": "%Y", "yy": "%y", "MM": "%m", "dd": "%d", "HH": "%H", "mm": "%M", "ss": "%S"}
_NOON = time(12)
_EARLIEST = 1900


def neutral(text: str) -> str:
    """A text as it goes out: a spreadsheet shows it and never runs it."""
    return "'" + text if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """A text as it comes in: without the apostrophe that `neutral` put there."""
    return text[1:] if _OUR_APOSTROPHE.match(text) else text


def folded(text: str) -> str:
    """A code, number or date without blanks around it, full-width characters folded."""
    return normalize("NFKC", text).strip()


def split_list(text: str) -> tuple[str, ...]:
    """Several values in one cell, separated by `;` `,` `|`, their Chinese forms or line breaks."""
    parts = (part.strip() for part in re.split(r"[;,|\n；，、]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


@lru_cache(maxsize=1 << 14)
def parse_date(field: str, text: str, date_format: str = "") -> date:
    """A local date: ISO, `1990/3/8`, `19900308`, `1990年3月8日`, or as `date_format` says.

    Raises FieldInvalid: `not_a_date`; `ambiguous_date` for 03/08/1990 without a format.
    """
    return _parse(field, text, date_format)[0]


@lru_cache(maxsize=1 << 14)
def parse_moment(field: str, text: str, zone: ZoneInfo, date_format: str = "") -> datetime:
    """A moment in UTC from shop time; a date alone is noon. Raises FieldInvalid as `parse_date`."""
    day, clock, offset = _parse(field, text, date_format)
    local = datetime.combine(day, clock or _NOON, tzinfo=zone)
    if offset:
        local = datetime.fromisoformat(f"{local.replace(tzinfo=None).isoformat()}{offset}")
    try:
        return local.astimezone(UTC)
    except OverflowError as error:
        raise FieldInvalid(field, "not_a_date", text) from error


def strptime_format(date_format: str) -> str:
    """`dd/MM/yyyy HH:mm` or `%d/%m/%Y %H:%M` as Python's own. Raises FieldInvalid."""
    own = date_format
    if "%" not in own:
        own = re.sub("yyyy|yy|MM|dd|HH|mm|ss", lambda found: _WORDS[found.group()], own)
    year = "%Y" in own or "%y" in own
    if not (year and "%m" in own and "%d" in own) or re.search(r"%[^YymdHMS%]", own):
        raise FieldInvalid("date_format", "not_a_date_format", date_format)
    return own


def _parse(field: str, text: str, date_format: str) -> tuple[date, time | None, str]:
    """(day, time of day if there is one, offset from UTC or nothing)."""
    plain = folded(text)
    if date_format:
        moment = _by_format(plain, date_format)
        if moment is not None:
            has_time = "%H" in date_format
            return _checked(field, text, moment.date()), moment.time() if has_time else None, ""
    found = _DATE.match(plain)
    if found is None:
        ambiguous = _OTHER_ORDER.fullmatch(plain) is not None and not date_format
        raise FieldInvalid(field, "ambiguous_date" if ambiguous else "not_a_date", text)
    parts = found.groupdict()
    month = parts["month"] or parts["month2"] or parts["month3"]
    day = parts["day"] or parts["day2"] or parts["day3"]
    clock, offset = _time_of(field, text, plain[found.end() :])
    try:
        whole = date(int(parts["year"]), int(month), int(day))
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text) from error
    return _checked(field, text, whole), clock, offset


def _by_format(text: str, date_format: str) -> datetime | None:
    try:
        return datetime.strptime(text, date_format)  # noqa: DTZ007 - a local date, zoned by callers
    except ValueError:
        return None


def _time_of(field: str, text: str, rest: str) -> tuple[time | None, str]:
    if not rest.strip():
        return None, ""
    found = _TIME.fullmatch(rest)
    if found is None:
        raise FieldInvalid(field, "not_a_date", text)
    parts = found.groupdict()
    offset = (parts["offset"] or "").replace("Z", "+00:00")
    try:
        clock = time(int(parts["hour"]), int(parts["minute"]), int(parts["second"] or 0))
        datetime.fromisoformat(f"2000-01-01T00:00:00{offset}")
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text) from error
    return clock, offset


def _checked(field: str, text: str, day: date) -> date:
    if day.year < _EARLIEST:
        raise FieldInvalid(field, "not_a_date", text)
    return day
