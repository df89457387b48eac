"""One row of a table of sales: its member, its product, its amounts."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from app.errors import FieldInvalid, MemberAmbiguous, MemberUnknown, ProductUnknown, ShopError
from app.models import members as stored_members
from app.models.merges import owner
from app.services.desk import Desk
from app.services.exchange.amounts import (
    PRICE_DIGITS,
    PaidBy,
    amount_minor,
    paid_by,
    quantity_milli,
    unit_price_micro,
)
from app.services.exchange.cells import folded, parse_moment
from app.services.exchange.identity import IMPORTED
from app.services.exchange.plan import Record
from app.services.member_drafts import checked_number
from app.services.members import Members
from app.services.products import Product, Products
from app.services.rules.money import AMOUNT_LIMIT_MINOR, MILLI, round_half_up
from app.services.texts import checked_text

NAME_LENGTH = 200
CATEGORY_LENGTH = 100
CODE_LENGTH = 64

_NAMELESS = {"zh_CN": "商品", "zh_TW": "商品"}


@dataclass(slots=True)
class SaleLineIn:
    """One row, read: amounts in minor units stand as given, `day` is the shop's calendar day.

    `cells` are kept only where a refused row has to be written out again.
    """

    line: int
    cells: list[str] | None
    sold_at: datetime
    day: date
    member: bytes | None
    product_id: UUID | None
    barcode: str
    name: str
    category: str
    quantity_milli: int
    unit_price_minor: int
    total_minor: int
    tenders: tuple[PaidBy, ...]


class Known:
    """The members and products that rows name, each looked up once."""

    def __init__(
        self, desk: Desk, members: Members, products: Products, *, create_missing: bool
    ) -> None:
        self._desk = desk
        self._members = members
        self._products = products
        self._create_missing = create_missing
        self._by_text: dict[str, bytes] = {}
        self._by_code: dict[str, Product | None] = {}
        self.missing: dict[bytes, str] = {}
        """Members to be made: id → number."""

    def member(self, text: str) -> bytes:
        """The member a row names by number, phone or card code. Raises FieldInvalid."""
        found = self._by_text.get(text)
        if found is None:
            found = self._by_text[text] = self._found_member(text)
        return found

    def product(self, code: str) -> Product | None:
        """The product with that barcode, on sale or archived."""
        if code not in self._by_code:
            try:
                self._by_code[code] = self._products.by_barcode(code, archived=True)
            except ProductUnknown:
                self._by_code[code] = None
        return self._by_code[code]

    def _found_member(self, text: str) -> bytes:
        found = stored_members.id_of_number(self._desk.database, text)
        if found is not None:
            return owner(self._desk.database, found)
        try:
            return self._members.resolve(text).member_id.bytes
        except (MemberUnknown, MemberAmbiguous) as error:
            if isinstance(error, MemberAmbiguous) or not self._create_missing:
                raise FieldInvalid("member", "unknown_member", text) from error
        except ShopError as error:
            # A card that is forged, lost or of another shop.
            raise FieldInvalid("member", "not_a_code", text) from error
        number = checked_number(text)
        made = uuid5(IMPORTED, f"member\nnumber\n{number}").bytes
        kept = stored_members.member(self._desk.database, made)
        if kept is None:
            self.missing[made] = number
        return made


class SaleReader:
    """Reads rows; the same words in every row are kept once."""

    def __init__(self, desk: Desk, known: Known, date_format: str) -> None:
        self._desk = desk
        self._known = known
        self._date_format = date_format
        self._currency = desk.settings.money
        self._now = desk.now()
        self._nameless = _NAMELESS.get(desk.settings.language, "Item")
        self._words: dict[str, str] = {}

    def receipt(self, record: Record) -> str:
        """The receipt number in the file; blank where it has none. Raises FieldInvalid."""
        text = folded(record.text("receipt"))
        return checked_text("receipt", text, CODE_LENGTH)

    def member(self, record: Record) -> bytes | None:
        """Who bought; None where the row names nobody. Raises FieldInvalid."""
        text = folded(record.text("member"))
        return self._known.member(text) if text else None

    def day(self, record: Record) -> date:
        """The shop's calendar day. Raises FieldInvalid."""
        return self._sold_at(record).astimezone(self._desk.zone).date()

    def line(self, record: Record, *, keep_cells: bool) -> SaleLineIn:
        """The whole row. Raises FieldInvalid."""
        sold_at = self._sold_at(record)
        quantity = quantity_milli(record.text("quantity"))
        total, unit_price = self._amounts(record, quantity)
        code = checked_text("barcode", folded(record.text("barcode")), CODE_LENGTH)
        product = self._known.product(code) if code else None
        name = checked_text("name", record.text("name"), NAME_LENGTH)
        category = checked_text("category", record.text("category"), CATEGORY_LENGTH)
        if product is not None:
            name, category = name or product.name, category or product.category
        return SaleLineIn(
            line=record.line,
            cells=record.cells if keep_cells else None,
            sold_at=sold_at,
            day=sold_at.astimezone(self._desk.zone).date(),
            member=self.member(record),
            product_id=None if product is None else product.product_id,
            barcode=self._word(code),
            name=self._word(name or code or self._nameless),
            category=self._word(category),
            quantity_milli=quantity,
            unit_price_minor=unit_price,
            total_minor=total,
            tenders=paid_by(record.text("tender"), self._currency),
        )

    def _sold_at(self, record: Record) -> datetime:
        text = record.text("sold_at")
        if not text.strip():
            raise FieldInvalid("sold_at", "required")
        moment = parse_moment("sold_at", text, self._desk.zone, self._date_format)
        if moment <= self._now:
            return moment
        zone = self._desk.zone
        if moment.astimezone(zone).date() == self._now.astimezone(zone).date():
            # Today without a time is noon, which may still lie ahead.
            return self._now
        raise FieldInvalid("sold_at", "in_the_future", text)

    def _amounts(self, record: Record, quantity: int) -> tuple[int, int]:
        """(total, unit price) of the row in minor units; the one that is missing is derived."""
        total_text, price_text = record.text("total").strip(), record.text("unit_price").strip()
        if not total_text and not price_text:
            raise FieldInvalid("total", "required")
        digits = self._currency.digits
        micro = unit_price_micro("unit_price", price_text) if price_text else 0
        scale = int(10 ** (PRICE_DIGITS - digits))
        if total_text:
            total = amount_minor("total", total_text, self._currency)
        else:
            total = round_half_up(micro * quantity, scale * MILLI)
        price = (
            round_half_up(micro, scale) if price_text else round_half_up(total * MILLI, quantity)
        )
        if total > AMOUNT_LIMIT_MINOR or price > AMOUNT_LIMIT_MINOR:
            raise FieldInvalid("total", "too_large")
        return total, price

    def _word(self, text: str) -> str:
        return self._words.setdefault(text, text)
