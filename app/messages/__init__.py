"""One sentence per refusal, per language: what happened, and what to do.

Read by the window and the command line alike. Facts are shown as text, never interpreted,
on one line and cut where they are long.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module

from app.errors import PartInvalid, ShopError
from app.messages import en
from app.messages.choosing import choices_told
from app.messages.plural_en import agreeing
from app.messages.wording import Wording
from app.services.rules.money import BASIS_POINTS, Currency, money, rate
from app.services.rules.reasons import Reason, told
from app.services.rules.scheme.words import Words

LANGUAGES = ("zh_CN", "zh_TW", "en")
# What `FieldInvalid`, `FileUnreadable` and `TenderInvalid` may give as their reason.
REASONS = frozenset(en.WORDING.reasons)
TEXT_LIMIT = 60
PATH_LIMIT = 160
ALLOWED_LIMIT = 400

# Facts that are themselves words of the language, and where those stand.
_WORDS = {
    "field": "fields",
    "reason": "reasons",
    "kind": "tenders",
    "state": "card_states",
    "power": "powers",
}
# Facts that list what may stand there, or what there is.
CHOOSABLE = frozenset({"allowed", "known"})
# Facts that list weekdays or festivals.
_DAYS = frozenset({"weekdays", "festivals"})
# `12-25`, `lunar:08-15`, `lunar:L06-01`.
_YEAR_DAY = re.compile(r"(?P<lunar>lunar:(?P<leap>L)?)?0?(?P<month>\d+)-0?(?P<day>\d+)")
# One of them is no plural; the other two languages have none.
_ONE = re.compile(r"(?<![\d.,])1 (point|day|unit|time|coupon|use)s\b")
# The fact that a sentence begins with.
_FIRST_FACT = re.compile(r"\{(\w+)")
# A text refused for one of these is not repeated: it may be a bank-card number.
_UNSPOKEN = frozenset({"card_number", "required"})


def sentence(error: ShopError, language: str, currency: Currency) -> str:
    """What happened and what to do, as one line in `language` (English where it is unknown)."""
    words = wording(language)
    facts = {name: _spoken(value, language, currency) for name, value in error.facts().items()}
    given = str(facts.get("text") or facts.get("name") or "")
    if facts.get("reason") in _UNSPOKEN:
        facts["text"] = ""
    unit = facts.pop("unit", None)
    if unit is not None:
        facts["limit"] = _limit(facts.get("limit"), str(unit), words, currency)
    shown = {name: _shown(name, value, words, currency) for name, value in facts.items()}
    if facts.get("field") in words.plural and not isinstance(error, PartInvalid):
        shown["reason"] = agreeing(shown["reason"])
    for name in CHOOSABLE & facts.keys():
        choices = facts[name]
        if isinstance(choices, tuple):
            shown[name] = choices_told(given, choices, words, getattr(words, name))
    filled = {name.removesuffix("_minor"): text for name, text in shown.items()}
    template = words.sentences[type(error).__name__]
    text = _ONE.sub(r"1 \1", template.format_map(filled))
    first = _FIRST_FACT.match(template)
    # A path, a name or a code keeps its letters; only our own words get a capital.
    return text if first is not None and first[1] not in _WORDS else _capital(text)


def _spoken(value: object, language: str, currency: Currency) -> object:
    """A fact that is itself a reason or a text of the scheme, in the reader's language."""
    if isinstance(value, Reason):
        return reason_text(value, language, currency)
    return value.said(language) if isinstance(value, Words) else value


def reason_text(reason: Reason, language: str, currency: Currency) -> str:
    """Why a price or its points are as they are, in `language`; no full stop."""
    words = wording(language)
    template = words.pricing.get(_pricing_code(reason, words))
    if template is None:
        return _one_line(reason.code.replace("_", " "), TEXT_LIMIT)
    facts = {
        name.removesuffix("_minor").removesuffix("_bp"): _days(value, words)
        if name in _DAYS and isinstance(value, str)
        else _fact(name, value, currency)
        for name, value in told(reason.facts, language).items()
    }
    text = _ONE.sub(r"1 \1", template.format_map(_Blank(facts)).strip(" :："))
    # What has no name begins with our own words, whose first letter is ours to choose.
    return text if facts.get("name") else _capital(text)


def _pricing_code(reason: Reason, words: Wording) -> str:
    """The sentence of a reason: what is given wholly is free, a rate by hand is told."""
    percent_bp = dict(reason.facts).get("percent_bp")
    if reason.code == "hand_discount" and percent_bp:
        return "hand_discount_percent"
    free = f"{reason.code}_free"
    return free if percent_bp == BASIS_POINTS and free in words.pricing else reason.code


def _days(names: str, words: Wording) -> str:
    """Weekdays and festivals, by their names; a day of the year in words."""
    return words.list_comma.join(_day(name, words) for name in names.split(","))


def _day(name: str, words: Wording) -> str:
    found = _YEAR_DAY.fullmatch(name)
    if found is None:
        return words.days.get(name, name)
    kind = "date" if found["lunar"] is None else "lunar_leap" if found["leap"] else "lunar"
    return words.days[kind].format(month=found["month"], day=found["day"])


def warning_text(code: str, language: str) -> str:
    """What a person should know about something that was accepted all the same."""
    return wording(language).warnings.get(code, code.replace("_", " "))


def reason_words(key: str, language: str) -> str:
    """The predicate of a `REASONS` key: it follows the name of a field or a file."""
    words = wording(language)
    return words.reasons.get(key, words.other_reason)


def field_name(field: str, language: str) -> str:
    """A field's name as a person of that language reads it."""
    return wording(language).fields.get(field, _one_line(field.replace("_", " "), TEXT_LIMIT))


def tender_name(kind: str, language: str) -> str:
    """A way to pay, by its stored value, as a person of that language reads it."""
    return wording(language).tenders.get(kind, kind.replace("_", " "))


@cache
def wording(language: str) -> Wording:
    """The words of a language, loaded when first spoken; English where it is unknown."""
    known = language if language in LANGUAGES else "en"
    words: Wording = import_module(f"app.messages.{known.lower()}").WORDING
    return words


def power_name(power: str, language: str) -> str:
    """What not everyone may do, by its stored value, as a person of that language reads it."""
    return wording(language).powers.get(power, power.replace("_", " "))


def _limit(limit: object, unit: str, words: Wording, currency: Currency) -> str:
    """Up to how much, in its unit; nothing where it is no matter of amounts."""
    if not isinstance(limit, int) or not limit or not unit:
        return ""
    told = {"minor": lambda: money(limit, currency), "bp": lambda: f"{rate(limit)}%"}
    return words.limit.format(text=told.get(unit, lambda: f"{limit:,}")())


class _Blank(dict[str, str]):
    """Facts by name; one that was not given is blank."""

    def __missing__(self, key: str) -> str:
        return ""


def _shown(name: str, value: object, words: Wording, currency: Currency) -> str:
    if name in _WORDS and isinstance(value, str):
        table: Mapping[str, str] = getattr(words, _WORDS[name])
        other = words.other_reason if name == "reason" else value.replace("_", " ")
        return table.get(value) or _one_line(other, TEXT_LIMIT)
    if isinstance(value, date) and not isinstance(value, datetime):
        return words.date_format.format(day=value)
    if name == "text":
        cut = _one_line(str(value), TEXT_LIMIT)
        return words.quoted.format(text=cut) if cut else ""
    if name == "allowed":
        return words.allowed.format(text=_one_line(str(value), ALLOWED_LIMIT)) if value else ""
    return _fact(name, value, currency)


def _fact(name: str, value: object, currency: Currency) -> str:
    if isinstance(value, int) and name.endswith("_minor"):
        return money(value, currency)
    if isinstance(value, int) and name.endswith("_bp"):
        return rate(value)
    if isinstance(value, int):
        return f"{value:,}" if name in {"points", "needed", "held", "refused"} else str(value)
    return _one_line(
        str(value), PATH_LIMIT if name in {"path", "folder", "printer"} else TEXT_LIMIT
    )


def _one_line(text: str, limit: int) -> str:
    plain = " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
    return plain if len(plain) <= limit else f"{plain[: limit - 1]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
