"""A return as a JSON file: read strictly, every fault named, before anything is given back."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.cli.cart_file import (
    LINES_LIMIT,
    Fields,
    id_of,
    parsed_file,
    place,
    quantity_of,
    tenders_of,
)
from app.errors import FieldInvalid
from app.services.rules.money import MILLI, Currency, parse_scaled
from app.services.rules.refund import OpenReturn, ReturnLine
from app.services.rules.tenders import Tender

POSITION_LIMIT = 10**6
RATE_LIMIT_BP = 10_000


@dataclass(frozen=True, slots=True)
class AskedReturn:
    """The whole file; the sale and the member are not looked up yet."""

    refund_id: UUID | None
    receipt: str
    member: str
    lines: tuple[ReturnLine, ...]
    open_lines: tuple[OpenReturn, ...]
    tenders: tuple[Tender, ...] | None
    reason: str
    restock: bool


def read_return(source: str, currency: Currency) -> AskedReturn:
    """The return in the file (`-`: standard input). Raises FileUnreadable, FieldInvalid."""
    known = (
        "id", "receipt", "lines", "reason", "member", "open_lines", "tenders", "not_restocked"
    )  # fmt: skip
    given = Fields(parsed_file(source), "return", known)
    tenders = tuple(tenders_of(given, currency))
    asked = AskedReturn(
        refund_id=id_of(given.text("id")),
        receipt=given.text("receipt"),
        member=given.text("member"),
        lines=tuple(_lines(given)),
        open_lines=tuple(_open_lines(given, currency)),
        tenders=tenders or None,
        reason=given.text("reason"),
        restock=not given.yes("not_restocked"),
    )
    if not asked.receipt and not asked.open_lines:
        raise FieldInvalid("receipt", "required")
    if asked.receipt and asked.open_lines:
        raise FieldInvalid("open_lines", "not_with_receipt")
    if given.has("lines") and not asked.lines:
        # An empty list is no way to ask for everything: a script may have found nothing.
        raise FieldInvalid("lines", "required")
    return asked


def _lines(given: Fields) -> Iterator[ReturnLine]:
    for number, value in enumerate(given.many("lines", LINES_LIMIT), 1):
        with place(f"Line {number}"):
            line = Fields(value, "line", ("line", "quantity"))
            text = line.digits("line")
            position = parse_scaled(text, 0, POSITION_LIMIT)
            if position is None or position < 1:
                raise FieldInvalid("line", "not_a_whole_number", text)
            yield ReturnLine(position, quantity_of(line.digits("quantity")))


def _open_lines(given: Fields, currency: Currency) -> Iterator[OpenReturn]:
    known = ("name", "quantity", "amount", "tax_rate", "category", "barcode")
    for number, value in enumerate(given.many("open_lines", LINES_LIMIT), 1):
        with place(f"Line {number}"):
            line = Fields(value, "line", known)
            rate = (
                parse_scaled(line.digits("tax_rate"), 2, RATE_LIMIT_BP)
                if (line.has("tax_rate"))
                else 0
            )
            if rate is None or rate < 0:
                raise FieldInvalid("tax_rate", "not_a_percent", line.digits("tax_rate"))
            yield OpenReturn(
                name=line.text("name", required=True),
                quantity_milli=quantity_of(line.digits("quantity"))
                if line.has("quantity")
                else MILLI,
                total_minor=line.amount("amount", currency),
                category=line.text("category"),
                barcode=line.text("barcode"),
                tax_rate_bp=rate,
            )
