"""Until when a coupon may be used, as papers say it."""

from __future__ import annotations

from datetime import date

_WORDS = {
    "en": ("Until {to}", "From {first} to {to}", "No end date", "{date:%Y-%m-%d}"),
    "zh_CN": ("有效期至 {to}", "有效期 {first} 至 {to}", "长期有效", "{date:%Y-%m-%d}"),
    "zh_TW": ("有效期限至 {to}", "有效期限 {first} 至 {to}", "長期有效", "{date:%Y-%m-%d}"),
}


def validity_said(first: date | None, last: date | None, language: str) -> str:
    """The days on which it may be used, both included; `None` is no bound."""
    until, between, lasting, form = _WORDS.get(language, _WORDS["en"])
    if last is None:
        return lasting
    said = form.format(date=last)
    if first is None:
        return until.format(to=said)
    return between.format(first=form.format(date=first), to=said)


def code_said(code: str) -> str:
    """The digits in fours, for a scanner that fails."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
