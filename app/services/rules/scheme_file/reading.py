"""A scheme from its document, field by field; the first that cannot be taken is named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any
from unicodedata import category

from app.services.rules.money import AMOUNT_LIMIT_MINOR, parse_scaled, plain
from app.services.rules.scheme.conditions import DAY_MINUTES, Goods, YearDay
from app.services.rules.scheme.standing import Badge, TierTerms
from app.services.rules.scheme.words import ANY_LANGUAGE, NO_WORDS, Words, words
from app.services.rules.scheme_file.kinds import LIST_LIMIT, Kind, Spec, specs_of
from app.services.rules.scheme_file.refusal import SchemeRefused

LANGUAGES = ("en", "zh_CN", "zh_TW")
ANY = "any"
TEXT_LIMIT = 500
DEPTH_LIMIT = 12
ID_FORM = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_HOURS = re.compile(r"(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)")
_YEAR_DAY = re.compile(r"(\d{2})-(\d{2})")
_DIGITS = {Kind.PERCENT: 2, Kind.FACTOR: 4, Kind.QUANTITY: 3}
_REASONS = {
    Kind.MONEY: ("not_an_amount", "12.50"),
    Kind.PERCENT: ("not_a_percent", ""),
    Kind.FACTOR: ("not_a_factor", ""),
    Kind.QUANTITY: ("not_a_quantity", ""),
    Kind.WHOLE: ("not_a_whole_number", ""),
}
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document something stands; `by_spend`: thresholds there are amounts."""

    path: str = ""
    depth: int = 0
    by_spend: bool = False

    def at(self, name: str, *, by_spend: bool | None = None) -> "Place":
        """The field `name` below here."""
        path = f"{self.path}.{name}" if self.path else name
        return Place(path, self.depth + 1, self.by_spend if by_spend is None else by_spend)

    def item(self, value: object, number: int) -> "Place":
        """One of a list: by its id where it has one, else by its number from 1."""
        name = value.get("id") if isinstance(value, Mapping) else None
        shown = name if isinstance(name, str) and ID_FORM.fullmatch(name) else number
        return Place(f"{self.path}[{shown}]", self.depth, self.by_spend)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads in a currency of `digits` decimals; `rounded` takes amounts that have more."""

    digits: int
    rounded: bool

    def table(self, cls: type, value: object, place: Place) -> dict[str, Any]:
        """The arguments that make a `cls`. Raises SchemeRefused."""
        if not isinstance(value, Mapping):
            raise SchemeRefused(place.path, "not_a_section", shown(value))
        if place.depth > DEPTH_LIMIT:
            raise SchemeRefused(place.path, "too_deep", "", str(DEPTH_LIMIT))
        specs = specs_of(cls)
        self._refuse_unknown(specs, value, place)
        if cls in (TierTerms, Badge):
            place = Place(place.path, place.depth, value.get("basis") == "spend")
        made: dict[str, Any] = {}
        for spec in specs:
            if spec.name in value:
                read = self._field(spec, value[spec.name], place.at(spec.name))
                made |= read if spec.kind is Kind.HOURS else {spec.attribute: read}
            elif spec.required:
                raise SchemeRefused(place.at(spec.name).path, "required")
            elif spec.kind is not Kind.HOURS:
                made[spec.attribute] = spec.default
        return made

    def _refuse_unknown(
        self, specs: tuple[Spec, ...], value: Mapping[Any, Any], place: Place
    ) -> None:
        known = [spec.name for spec in specs]
        unknown = next((name for name in value if name not in known), None)
        if unknown is not None:
            raise SchemeRefused(place.at(str(unknown)).path, "unknown_field", "", ", ".join(known))

    def _field(self, spec: Spec, value: object, place: Place) -> Any:
        if not spec.many:
            return self._one(spec, value, place)
        if not isinstance(value, list | tuple):
            raise SchemeRefused(place.path, "not_a_list", shown(value))
        if len(value) > LIST_LIMIT:
            raise SchemeRefused(place.path, "too_many", str(len(value)), f"≤ {LIST_LIMIT}")
        return tuple(
            self._one(spec, each, place.item(each, number)) for number, each in enumerate(value, 1)
        )

    def _one(self, spec: Spec, value: object, place: Place) -> Any:
        if spec.kind is Kind.TABLE:
            return spec.inner(**self.table(spec.inner, value, place))
        if spec.kind is Kind.NAMED_TABLES:
            return self._named(value, place)
        if spec.kind is Kind.FLAG:
            if not isinstance(value, bool):
                raise SchemeRefused(place.path, "not_a_flag", shown(value), "true, false")
            return value
        if spec.kind is Kind.CHOICE:
            return _choice(spec, value, place)
        if spec.kind in _PLAIN:
            return _PLAIN[spec.kind](value, place)
        return self._number(spec, value, place)

    def _named(self, value: object, place: Place) -> tuple[tuple[str, Goods], ...]:
        if not isinstance(value, Mapping):
            raise SchemeRefused(place.path, "not_a_section", shown(value))
        if len(value) > LIST_LIMIT:
            raise SchemeRefused(place.path, "too_many", str(len(value)), f"≤ {LIST_LIMIT}")
        return tuple(
            (_text(name, place), Goods(**self.table(Goods, goods, place.at(str(name)))))
            for name, goods in value.items()
        )

    def _number(self, spec: Spec, value: object, place: Place) -> int:
        kind = spec.kind
        if kind is Kind.THRESHOLD:
            kind = Kind.MONEY if place.by_spend else Kind.WHOLE
        digits = self.digits if kind is Kind.MONEY else _DIGITS.get(kind, 0)
        read = None
        if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
            read = self._scaled(str(value), kind, digits)
        if read is None:
            reason, allowed = _REASONS[kind]
            if reason == "not_an_amount":
                allowed = plain(1_250, digits) if digits else "12"
            raise SchemeRefused(place.path, reason, shown(value), allowed)
        if not spec.least <= read <= spec.most:
            reason = "negative" if read < 0 else "zero" if read < spec.least else "out_of_range"
            allowed = f"{plain(spec.least, digits)} – {plain(spec.most, digits)}"
            raise SchemeRefused(place.path, reason, shown(value), allowed)
        return read

    def _scaled(self, text: str, kind: Kind, digits: int) -> int | None:
        """The text as an integer; None where it is no number or has too many decimals."""
        if len(text) > 40:
            return None
        exact = parse_scaled(text, digits, AMOUNT_LIMIT_MINOR * 100)
        if exact is not None or not self.rounded or kind is not Kind.MONEY:
            return exact
        try:
            amount = Decimal(text).scaleb(digits)
            rounded = int(amount.to_integral_value(ROUND_HALF_UP))
        except (InvalidOperation, ValueError, OverflowError):
            return None
        return max(1, rounded) if amount > 0 else rounded


def _choice(spec: Spec, value: object, place: Place) -> Any:
    choices = [each.value for each in spec.inner]
    if value not in choices:
        raise SchemeRefused(place.path, "not_a_choice", shown(value), ", ".join(choices))
    return spec.inner(value)


def _text(value: object, place: Place) -> str:
    if not isinstance(value, str):
        raise SchemeRefused(place.path, "not_a_text", shown(value))
    if len(value) > TEXT_LIMIT:
        raise SchemeRefused(place.path, "too_long", value, f"≤ {TEXT_LIMIT}")
    if any(category(ch) in ("Cc", "Cs") for ch in value):
        raise SchemeRefused(place.path, "control_characters")
    return value


def _id(value: object, place: Place) -> str:
    text = _text(value, place)
    if not ID_FORM.fullmatch(text):
        raise SchemeRefused(place.path, "not_a_name", text, "a-z 0-9 - _, ≤ 40")
    return text


def _words(value: object, place: Place) -> Words:
    if isinstance(value, str):
        return words(_text(value, place))
    if not isinstance(value, Mapping):
        raise SchemeRefused(place.path, "not_words", shown(value), ", ".join(LANGUAGES))
    unknown = next((name for name in value if name not in (*LANGUAGES, ANY)), None)
    if unknown is not None:
        raise SchemeRefused(
            place.at(str(unknown)).path, "not_a_language", "", ", ".join((*LANGUAGES, ANY))
        )
    if not value:
        return NO_WORDS
    return Words(
        tuple(
            (ANY_LANGUAGE if language == ANY else language, _text(text, place.at(language)))
            for language, text in value.items()
        )
    )


def _hours(value: object, place: Place) -> dict[str, int]:
    found = _HOURS.fullmatch(value.replace(" ", "")) if isinstance(value, str) else None
    if found is None:
        raise SchemeRefused(place.path, "not_hours", shown(value), "14:00-17:00")
    first, last = (int(found[at]) * 60 + int(found[at + 1]) for at in (1, 3))
    if first >= DAY_MINUTES or last > DAY_MINUTES:
        raise SchemeRefused(place.path, "not_hours", shown(value), "00:00-24:00")
    return {"from_minute": first, "to_minute": last}


def _date(value: object, place: Place) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    if not isinstance(value, date) or isinstance(value, datetime):
        raise SchemeRefused(place.path, "not_a_date", shown(value), "2026-11-21")
    return value


def _day(value: object, place: Place) -> date | YearDay:
    found = _YEAR_DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        try:
            return _date(value, place)
        except SchemeRefused:
            raise SchemeRefused(
                place.path, "not_a_date", shown(value), "2026-11-21, 11-21"
            ) from None
    month, day = int(found[1]), int(found[2])
    if not (1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]):
        raise SchemeRefused(place.path, "not_a_date", shown(value), "01-01 – 12-31")
    return YearDay(month, day)


_PLAIN: dict[Kind, Any] = {
    Kind.TEXT: _text,
    Kind.ID: _id,
    Kind.WORDS: _words,
    Kind.HOURS: _hours,
    Kind.DATE: _date,
    Kind.DAY: _day,
}


def shown(value: object) -> str:
    """What stood in the document, short enough for a sentence; nothing of a table or a list."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)[:80] if isinstance(value, str | int | Decimal | date) else ""
