"""A segment: conditions on members, put together by and, or, not; written and read as text.

    tier = gold and visits >= 3 and not bought "Latte" in 90 days
    (tag = vip or spent >= 1000.00) and last_visit > 30 and consent = yes

Words are told apart by blanks; a text with blanks stands in double quotes, one inside it twice.
`and` binds more than `or`, `not` more than both. Nothing here asks whether a tag or a tier
exists: a segment may be older than they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from operator import eq, ge, gt, le, lt, ne
from unicodedata import category, normalize

TEXT_LIMIT = 2_000
DEPTH_LIMIT = 20
_WORD = r'[^\s"=<>!()]+'
_TOKEN = re.compile(
    rf'\s*(?:(?P<quoted>"(?:[^"]|"")*")|(?P<mark>[<>!]=|[=<>()])|(?P<word>{_WORD}))'
)


class Kind(StrEnum):
    """What a field holds, and so what it may be compared with."""

    TEXT = "text"  # equal or not; `contains` looks inside
    CHOICE = "choice"  # one of some names: equal or not
    NUMBER = "number"
    MONEY = "money"  # written with the currency's decimals
    FLAG = "flag"  # yes or no


FIELDS: dict[str, Kind] = {
    "number": Kind.TEXT,
    "name": Kind.TEXT,
    "gender": Kind.TEXT,
    "address": Kind.TEXT,
    "occupation": Kind.TEXT,
    "source": Kind.TEXT,
    "adviser": Kind.TEXT,
    "area": Kind.TEXT,
    "note": Kind.TEXT,
    "preference": Kind.TEXT,
    "custom": Kind.TEXT,
    "state": Kind.CHOICE,
    "tag": Kind.TEXT,
    "tier": Kind.CHOICE,
    "plan": Kind.CHOICE,
    "badge": Kind.CHOICE,
    "stage": Kind.CHOICE,
    "rfm": Kind.CHOICE,
    "quadrant": Kind.CHOICE,
    "chance": Kind.CHOICE,
    "favourite": Kind.TEXT,
    "weekday": Kind.CHOICE,
    "age": Kind.NUMBER,
    "birth_month": Kind.NUMBER,
    "joined": Kind.NUMBER,
    "first_visit": Kind.NUMBER,
    "last_visit": Kind.NUMBER,
    "visits": Kind.NUMBER,
    "visits_12_months": Kind.NUMBER,
    "rhythm": Kind.NUMBER,
    "hour": Kind.NUMBER,
    "benefit_use": Kind.NUMBER,
    "expected_visits": Kind.NUMBER,
    "referred": Kind.NUMBER,
    "points": Kind.NUMBER,
    "coupons": Kind.NUMBER,
    "passes": Kind.NUMBER,
    "spent": Kind.MONEY,
    "spent_12_months": Kind.MONEY,
    "basket": Kind.MONEY,
    "price_from": Kind.MONEY,
    "price_to": Kind.MONEY,
    "expected_spend": Kind.MONEY,
    "wallet": Kind.MONEY,
    "credit": Kind.MONEY,
    "owed": Kind.MONEY,
    "consent": Kind.FLAG,
    "phone": Kind.FLAG,
    "email": Kind.FLAG,
    "wechat": Kind.FLAG,
    "birthday": Kind.FLAG,
}
ORDERED = ("=", "!=", "<", "<=", ">", ">=")
OPERATORS: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("=", "!=", "contains"),
    Kind.CHOICE: ("=", "!="),
    Kind.NUMBER: ORDERED,
    Kind.MONEY: ORDERED,
    Kind.FLAG: ("=",),
}
_JOINING = frozenset({"and", "or", "not", "bought"})
_PLAIN = str.maketrans(
    {"≥": ">=", "≤": "<=", "≠": "!=", "“": '"', "”": '"', "。": "."}
    | {chr(sign + 0xFEE0): chr(sign) for sign in map(ord, '"!()<=>0123456789.')}
)
# Letters by their category, blanks to the eye.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
_ASKED = (*FIELDS, "bought", "not")


@dataclass(frozen=True, slots=True)
class Condition:
    """A field compared with a value, as it was written. Days (joined, visits) are days ago."""

    field: str
    operator: str
    value: str

    def __str__(self) -> str:
        return f"{self.field} {self.operator} {_quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Bought:
    """Whether a product (name or barcode) or a category was bought, ever or in so many days."""

    what: str
    days: int | None = None

    def __str__(self) -> str:
        within = "" if self.days is None else f" in {self.days} days"
        return f"bought {_quoted(self.what)}{within}"


@dataclass(frozen=True, slots=True)
class Not:
    """Who is not among these."""

    part: "Segment"

    def __str__(self) -> str:
        inner = f"({self.part})" if isinstance(self.part, AllOf | AnyOf) else str(self.part)
        return f"not {inner}"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Who is among each of these."""

    parts: "tuple[Segment, ...]"

    def __str__(self) -> str:
        return " and ".join(f"({p})" if isinstance(p, AnyOf) else str(p) for p in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Who is among one of these at least."""

    parts: "tuple[Segment, ...]"

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


Segment = Condition | Bought | Not | AllOf | AnyOf


class SegmentRefused(ValueError):
    """The text is no segment: `code` says why (a key of the messages' reasons), `text` where,
    `allowed` what may stand there."""

    def __init__(self, code: str, text: str = "", allowed: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.text = text
        self.allowed = tuple(allowed)


def name_key(name: str) -> str:
    """The same for names that nobody can tell apart: whatever the case, the blanks, the width of
    letters, how a letter and its accent are put together, and what cannot be seen at all."""
    seen = "".join(ch for ch in normalize("NFKC", name) if not _is_unseen(ch))
    return normalize("NFKC", " ".join(seen.casefold().split()))


def _is_unseen(ch: str) -> bool:
    """A joiner, a mark of direction, a soft hyphen, a filler, a choice between two shapes."""
    return category(ch) == "Cf" or ch in _FILLERS or "\ufe00" <= ch <= "\ufe0f"


def read_segment(text: str) -> Segment:
    """The conditions of a text; str() of them reads back as the same. Signs as a Chinese input
    method writes them (`≥`, `＝`, `“`, `３`) are taken as meant. Raises SegmentRefused."""
    try:
        return _read(text)
    except SegmentRefused:
        plain = text.translate(_PLAIN)
        if plain == text:
            raise
        with suppress(SegmentRefused):
            return _read(plain)
        raise


def _read(text: str) -> Segment:
    if len(text) > TEXT_LIMIT:
        raise SegmentRefused("segment_too_long")
    reader = _Reader(_tokens(text))
    if not reader.left:
        raise SegmentRefused("segment_empty")
    found = reader.either(0)
    if reader.left:
        raise SegmentRefused("segment_unexpected", reader.left[0].text)
    return found


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    quoted: bool = False

    def says(self, word: str) -> bool:
        return not self.quoted and self.text.casefold() == word


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    rest = text.rstrip()
    while at < len(rest):
        match = _TOKEN.match(rest, at)
        if match is None:
            raise SegmentRefused("segment_unexpected", rest[at : at + 20].strip())
        quoted = match["quoted"]
        if quoted is None:
            found.append(_Token(match["mark"]) if match["mark"] else _word(match["word"]))
        else:
            found.append(_Token(quoted[1:-1].replace('""', '"'), quoted=True))
        at = match.end()
    return found


def _word(text: str) -> _Token:
    inside = text[1:-1] if text.startswith("“") and text.endswith("”") else ""
    return _Token(inside, quoted=True) if inside else _Token(text)


class _Reader:
    """Reads tokens from the left, one rule of the grammar a method."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.left = tokens

    def either(self, depth: int) -> Segment:
        """One or more joined by or."""
        parts = [self._every(depth)]
        while self._takes("or"):
            parts.append(self._every(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _every(self, depth: int) -> Segment:
        parts = [self._single(depth)]
        while self._takes("and"):
            parts.append(self._single(depth))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _single(self, depth: int) -> Segment:
        if depth > DEPTH_LIMIT:
            raise SegmentRefused("segment_too_deep")
        if self._takes("not"):
            return Not(self._single(depth + 1))
        if self._takes("("):
            inside = self.either(depth + 1)
            if not self._takes(")"):
                raise SegmentRefused("segment_unclosed")
            return inside
        return self._bought() if self._takes("bought") else self._condition()

    def _bought(self) -> Bought:
        what = self._next().text
        if not (self.left and self.left[0].says("in")):
            return Bought(what)
        self._next()
        days = self._next().text
        if not (days.isascii() and days.isdigit()) or len(days) > 5:
            raise SegmentRefused("segment_not_days", days)
        if not self._takes("days"):
            raise SegmentRefused("segment_not_days", days)
        return Bought(what, int(days))

    def _condition(self) -> Condition:
        field = self._next()
        kind = None if field.quoted else FIELDS.get(field.text.casefold())
        if kind is None:
            raise SegmentRefused("segment_field", field.text, _ASKED)
        operator = self._next().text.casefold()
        if operator not in OPERATORS[kind]:
            raise SegmentRefused("segment_operator", operator, OPERATORS[kind])
        value = self._next()
        _check_value(kind, value)
        return Condition(field.text.casefold(), operator, value.text)

    def _takes(self, word: str) -> bool:
        if self.left and self.left[0].says(word):
            self.left = self.left[1:]
            return True
        return False

    def _next(self) -> _Token:
        if not self.left:
            raise SegmentRefused("segment_ends_early")
        token, self.left = self.left[0], self.left[1:]
        return token


def _check_value(kind: Kind, value: _Token) -> None:
    text = value.text
    if kind is Kind.FLAG and text.casefold() not in ("yes", "no"):
        raise SegmentRefused("segment_not_yes_or_no", text, ("yes", "no"))
    whole = text.removeprefix("-")
    if kind is Kind.NUMBER and not (whole.isascii() and whole.isdigit() and len(whole) <= 12):
        raise SegmentRefused("segment_not_a_number", text)


def _quoted(text: str) -> str:
    if re.fullmatch(_WORD, text) and text.casefold() not in _JOINING:
        return text
    return '"' + text.replace('"', '""') + '"'


def turned(operator: str) -> str:
    """More days ago is an earlier day."""
    return {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(operator, operator)


_COMPARED: dict[str, Callable[[int, int], bool]] = {
    "=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip


def compared(operator: str) -> Callable[[int, int], bool]:
    """How two figures are compared."""
    return _COMPARED[operator]


def is_true(one: int, operator: str, other: int) -> bool:
    """Whether a comparison holds."""
    return _COMPARED[operator](one, other)


def text_fits(operator: str, text: str) -> Callable[[str], bool]:
    """Whether another text is this one whatever the case, or has it inside."""
    wanted = text.casefold()
    if operator == "contains":
        return lambda other: wanted in other.casefold()
    return lambda other: (other.casefold() == wanted) == (operator == "=")


def leaves(segment: Segment) -> Iterator[Condition | Bought]:
    """Every single question of a segment, in the order in which they are written."""
    if isinstance(segment, AllOf | AnyOf):
        for part in segment.parts:
            yield from leaves(part)
    elif isinstance(segment, Not):
        yield from leaves(segment.part)
    else:
        yield segment
