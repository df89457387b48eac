"""A sale as a JSON file: read strictly, every fault named, before anything is sold.

Amounts, quantities and percentages are decimal text; a whole JSON number is exact and taken
too, a fractional one is refused, for what wrote it may have reckoned in floats.
"""

import json
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, BinaryIO
from uuid import UUID
from zoneinfo import ZoneInfo

from app.errors import FieldInvalid, FileUnreadable, ShopError
from app.places import typed_path
from app.services.rules.cart import HandDiscount
from app.services.rules.money import BASIS_POINTS, Currency, parse_milli, parse_minor, parse_scaled
from app.services.rules.pay_codes import payer_of
from app.services.rules.tenders import Tender, TenderKind
from app.services.texts import CART_TEXT_LENGTH, checked_text

SIZE_LIMIT_BYTES = 1_000_000
LINES_LIMIT = 1_000
TENDERS_LIMIT = 20
STDIN = "-"


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line as written: a barcode, a name and a price, or the name of a stored product."""

    barcode: str
    name: str
    category: str
    unit_price_minor: int | None
    """None: the stored product's own."""
    quantity_milli: int | None
    discount: HandDiscount | None
    served_by: str = ""


@dataclass(frozen=True, slots=True)
class AskedSale:
    """The whole file, every text parsed; members and products are not looked up yet."""

    sale_id: UUID | None
    member: str
    lines: tuple[AskedLine, ...]
    discount: HandDiscount | None
    tenders: tuple[Tender, ...]
    at: datetime | None
    coupons: tuple[str, ...] = ()
    rewards: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    vouchers: tuple[str, ...] = ()
    tip_minor: int = 0


class _Whole(str):
    """A JSON number without a fraction, as it was written."""

    __slots__ = ()


class _Fraction(str):
    """A JSON number with a fraction or exponent, as it was written."""

    __slots__ = ()


@contextmanager
def place(where: str) -> Iterator[None]:
    """Say where in the file a refusal happened."""
    try:
        yield
    except ShopError as error:
        error.add_note(where)
        raise


def read_sale(source: str, currency: Currency, zone: ZoneInfo) -> AskedSale:
    """The sale in the file (`-`: standard input). Raises FileUnreadable, FieldInvalid."""
    known = (
        "id", "member", "lines", "discount", "tenders", "at", "coupons", "rewards", "passes",
        "vouchers", "tip",
    )  # fmt: skip
    sale = Fields(parsed_file(source), "cart", known)
    return AskedSale(
        sale_id=id_of(sale.text("id")),
        member=sale.text("member"),
        lines=tuple(_lines(sale, currency)),
        discount=discount_of(sale, currency),
        tenders=tuple(tenders_of(sale, currency)),
        at=moment_of(sale.text("at"), zone),
        coupons=tuple(sale.texts("coupons", TENDERS_LIMIT)),
        rewards=tuple(sale.texts("rewards", TENDERS_LIMIT)),
        passes=tuple(sale.texts("passes", LINES_LIMIT)),
        vouchers=tuple(sale.texts("vouchers", TENDERS_LIMIT)),
        tip_minor=tip_of(sale, currency),
    )


# --- the file -----------------------------------------------------------------


def parsed_file(source: str) -> object:
    """What the JSON file holds, numbers as they were written. Raises FileUnreadable."""
    path = "standard input" if source == STDIN else source
    return _parsed(_text(source, path), path)


def file_text(source: str) -> str:
    """The text of a file, of standard input for "-". Raises FileUnreadable."""
    return _text(source, "standard input" if source == STDIN else source)


def _text(source: str, path: str) -> str:
    try:
        if source == STDIN:
            data = _limited(sys.stdin.buffer, path)
        else:
            with typed_path(source).open("rb") as file:
                data = _limited(file, path)
    except FileNotFoundError as error:
        raise FileUnreadable(path, "missing_file") from error
    except IsADirectoryError as error:
        raise FileUnreadable(path, "is_a_folder") from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, "unreadable") from error
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # what PowerShell's > writes
    if b"\0" in data and not wide:
        raise FileUnreadable(path, "binary_file")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnreadable(path, "unknown_encoding") from error
    if not text.strip():
        raise FileUnreadable(path, "empty_file")
    return text


def _limited(file: BinaryIO, path: str) -> bytes:
    data = file.read(SIZE_LIMIT_BYTES + 1)
    if len(data) > SIZE_LIMIT_BYTES:
        raise FileUnreadable(path, "too_large")
    return data


def _parsed(text: str, path: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_unrepeated,
            parse_int=_Whole,
            parse_float=_Fraction,
            parse_constant=_Fraction,
        )
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(path, "not_json") from error


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise FieldInvalid("field", "duplicate", twice)
    return found


# --- its parts ----------------------------------------------------------------


class Fields:
    """A JSON object that holds nothing but known fields."""

    def __init__(self, value: object, field: str, known: tuple[str, ...]) -> None:
        if not isinstance(value, dict):
            raise FieldInvalid(field, "not_an_object")
        self._values: Mapping[str, object] = value
        for name in value:
            if name not in known:
                raise FieldInvalid("field", "unknown_field", name)

    def has(self, field: str) -> bool:
        """Whether the field is there; null counts as absent."""
        return self._values.get(field) is not None

    def value(self, field: str) -> object:
        """The field as JSON has it."""
        return self._values.get(field)

    def text(self, field: str, *, required: bool = False) -> str:
        """A field of text, checked like every text a person types."""
        value = self._values.get(field)
        if value is None:
            value = ""
        if type(value) is not str:
            raise FieldInvalid(field, "not_a_text", _short(value))
        return checked_text(field, value, CART_TEXT_LENGTH, required=required)

    def digits(self, field: str) -> str:
        """A field of decimal text, or a whole number."""
        value = self._values.get(field)
        if value is None:
            raise FieldInvalid(field, "required")
        if type(value) not in (str, _Whole):
            raise FieldInvalid(field, "not_a_text", _short(value))
        return str(value)

    def amount(self, field: str, currency: Currency) -> int:
        """An amount of money in minor units, not below zero."""
        text = self.digits(field)
        minor = parse_minor(text, currency)
        if minor is None:
            raise FieldInvalid(field, "not_an_amount", text)
        if minor < 0:
            raise FieldInvalid(field, "negative", text)
        return minor

    def yes(self, field: str) -> bool:
        """A field that is true or false; false where absent."""
        value = self._values.get(field)
        if value is not None and type(value) is not bool:
            raise FieldInvalid(field, "not_a_flag", _short(value))
        return value is True

    def texts(self, field: str, limit: int) -> list[str]:
        """A list of at most `limit` texts, none of them blank."""
        found = [Fields({field: value}, field, (field,)) for value in self.many(field, limit)]
        return [each.text(field, required=True) for each in found]

    def inside(self, field: str) -> "Fields":
        """A field that is an object with names of its own; empty where absent."""
        value = self._values.get(field)
        names = tuple(value) if isinstance(value, dict) else ()
        return Fields({} if value is None else value, field, names)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that are there."""
        return tuple(self._values)

    def many(self, field: str, limit: int) -> list[object]:
        """A list of at most `limit`; empty where absent."""
        value = self._values.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise FieldInvalid(field, "not_a_list")
        if len(value) > limit:
            raise FieldInvalid(field, "too_many")
        return value


def _short(value: object) -> str:
    return str(value) if isinstance(value, str | bool) else ""


def _lines(sale: Fields, currency: Currency) -> Iterator[AskedLine]:
    known = ("barcode", "name", "category", "unit_price", "quantity", "discount", "served_by")
    for number, value in enumerate(sale.many("lines", LINES_LIMIT), 1):
        with place(f"Line {number}"):
            yield _line(Fields(value, "line", known), currency)


def _line(line: Fields, currency: Currency) -> AskedLine:
    barcode = line.text("barcode")
    for field in ("name", "category", "unit_price"):
        if barcode and line.has(field):
            raise FieldInvalid(field, "not_with_barcode")
    stored = barcode or not (line.has("unit_price") or line.has("category"))
    return AskedLine(
        barcode=barcode,
        name="" if barcode else line.text("name", required=True),
        category=line.text("category"),
        unit_price_minor=None if stored else line.amount("unit_price", currency),
        quantity_milli=quantity_of(line.digits("quantity")) if line.has("quantity") else None,
        discount=discount_of(line, currency),
        served_by=line.text("served_by"),
    )


def quantity_of(text: str) -> int:
    """A quantity in thousandths, above zero."""
    milli = parse_milli(text)
    if milli is None:
        raise FieldInvalid("quantity", "not_a_quantity", text)
    if milli <= 0:
        raise FieldInvalid("quantity", "negative" if milli else "zero", text)
    return milli


def discount_of(holder: Fields, currency: Currency) -> HandDiscount | None:
    """The discount by hand on a line or the cart."""
    if not holder.has("discount"):
        return None
    given = Fields(holder.value("discount"), "discount", ("percent", "amount", "reason"))
    reason = given.text("reason", required=True)
    if given.has("percent") and given.has("amount"):
        raise FieldInvalid("discount", "percent_or_amount")
    if given.has("percent"):
        text = given.digits("percent")
        rate_bp = parse_scaled(text, 2, BASIS_POINTS)
        if rate_bp is None or rate_bp < 0:
            raise FieldInvalid("percent", "not_a_percent", text)
        if rate_bp == 0:
            raise FieldInvalid("percent", "zero", text)
        return HandDiscount(reason, percent_bp=rate_bp)
    minor = given.amount("amount", currency)
    if minor == 0:
        raise FieldInvalid("amount", "zero")
    return HandDiscount(reason, amount_minor=minor)


def tip_of(holder: Fields, currency: Currency) -> int:
    """The tip on a cart; 0 where there is none."""
    if not holder.has("tip"):
        return 0
    minor = holder.amount("tip", currency)
    if minor == 0:
        raise FieldInvalid("tip", "zero")
    return minor


def tenders_of(sale: Fields, currency: Currency) -> Iterator[Tender]:
    """The payments of a sale, or those that a return is paid back by."""
    for number, value in enumerate(sale.many("tenders", TENDERS_LIMIT), 1):
        with place(f"Payment {number}"):
            given = Fields(value, "tender", ("kind", "amount", "reference"))
            kind = given.text("kind", required=True)
            if kind not in tuple(TenderKind):
                raise FieldInvalid("kind", "unknown_value", kind)
            amount = given.amount("amount", currency)
            yield Tender(TenderKind(kind), amount, _reference(given))


def _reference(given: Fields) -> str:
    """What is noted of a payment; of a pay code, which may look like a card, four digits."""
    value = given.value("reference")
    if isinstance(value, str) and payer_of(value) is not None:
        return value
    return given.text("reference")


def id_of(text: str) -> UUID | None:
    """The id that whoever asks has given; None for none."""
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise FieldInvalid("id", "not_an_id", text) from error


def moment_of(text: str, zone: ZoneInfo) -> datetime | None:
    """A moment in shop time; with an offset it is taken as it says, a date alone is noon."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if len(text) <= len("2026-11-21"):
            moment = datetime.combine(moment, time(12))
        local = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
        if not 1970 <= local.year <= 9000:
            raise ValueError(text)
    except (ValueError, OverflowError) as error:
        raise FieldInvalid("at", "not_a_moment", text) from error
    return local
