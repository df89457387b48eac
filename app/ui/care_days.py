"""Days as somebody types them: a date, a day of this or the next year, or so many days on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import normalize

_ON = re.compile(r"\+?(\d{1,4})")
_SHORT = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_WHOLE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def typed_day(text: str, today: date) -> date | None:
    """The day that was typed; None where it is none.

    `2026-12-01`, `12-01` (the next one there is), `+7` or `7` for in seven days.
    """
    typed = normalize("NFKC", text).strip()
    try:
        if found := _ON.fullmatch(typed):
            return today + timedelta(days=int(found[1]))
        if found := _WHOLE.fullmatch(typed):
            return date(*map(int, found.groups()))
        if found := _SHORT.fullmatch(typed):
            month, day = map(int, found.groups())
            # 29 February may be years away.
            for year in range(today.year, today.year + 9):
                try:
                    falls = date(year, month, day)
                except ValueError:
                    continue
                if falls >= today:
                    return falls
    except (ValueError, OverflowError):
        return None
    return None
