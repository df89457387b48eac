"""The document of a scheme: what stands at its default is left out."""

from datetime import date
from typing import Any

from app.services.rules.money import plain, quantity, rate
from app.services.rules.scheme.conditions import DAY_MINUTES, YearDay
from app.services.rules.scheme.standing import Badge, TierTerms
from app.services.rules.scheme.words import ANY_LANGUAGE, Words
from app.services.rules.scheme_file.kinds import Kind, Spec, specs_of
from app.services.rules.scheme_file.reading import ANY

Document = dict[str, Any]


def written(value: Any, digits: int, *, by_spend: bool = False) -> Document:
    """A part of a scheme as a table; amounts in a currency of `digits` decimals."""
    if isinstance(value, TierTerms | Badge):
        by_spend = value.basis == "spend"
    table: Document = {}
    for spec in specs_of(type(value)):
        held = getattr(value, spec.attribute)
        if spec.kind is Kind.HOURS:
            if (value.from_minute, value.to_minute) != (0, DAY_MINUTES):
                table[spec.name] = f"{_clock(value.from_minute)}-{_clock(value.to_minute)}"
        elif spec.required or held != spec.default:
            table[spec.name] = _field(spec, held, digits, by_spend=by_spend)
    return table


def _field(spec: Spec, held: Any, digits: int, *, by_spend: bool) -> Any:
    if spec.many:
        return [_one(spec, each, digits, by_spend=by_spend) for each in held]
    return _one(spec, held, digits, by_spend=by_spend)


def _one(spec: Spec, held: Any, digits: int, *, by_spend: bool) -> Any:
    kind = spec.kind
    if kind is Kind.TABLE:
        return written(held, digits, by_spend=by_spend)
    if kind is Kind.NAMED_TABLES:
        return {name: written(goods, digits) for name, goods in held}
    if kind is Kind.MONEY or (kind is Kind.THRESHOLD and by_spend):
        return plain(held, digits)
    if kind in _TEXTS:
        return _TEXTS[kind](held)
    return held


def _words(held: Words) -> str | dict[str, str]:
    if len(held.texts) == 1 and held.texts[0][0] == ANY_LANGUAGE:
        return held.texts[0][1]
    return {language or ANY: text for language, text in held.texts}


def _day(held: date | YearDay) -> date | str:
    return f"{held.month:02d}-{held.day:02d}" if isinstance(held, YearDay) else held


def _factor(held: int) -> str:
    return plain(held, 4).rstrip("0").rstrip(".")


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


_TEXTS: dict[Kind, Any] = {
    Kind.WORDS: _words,
    Kind.DAY: _day,
    Kind.FACTOR: _factor,
    Kind.PERCENT: rate,
    Kind.QUANTITY: quantity,
    Kind.CHOICE: str,
}
