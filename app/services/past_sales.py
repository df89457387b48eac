"""Stored sales as values, oldest first and one at a time, for what looks at all of the past."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from app.models import past_sales as stored
from app.models.database import Row
from app.services.desk import Desk
from app.services.rules.backtest import PastSale
from app.services.rules.birthdays import parse_birthday
from app.services.rules.cart import CartLine, Item, MemberFacts
from app.services.rules.days import Birthday, from_millis
from app.services.rules.earning import EarnBase, EarnLine
from app.services.rules.money import line_gross_minor

T = TypeVar("T")

_LINE_IDS = tuple(UUID(int=at) for at in range(1, 101))


class PastSales:
    """Reads sales of a span of business days. What few members have is read beforehand."""

    def __init__(self, desk: Desk) -> None:
        database = desk.database
        self._desk = desk
        self._tags: dict[bytes, tuple[str, ...]] = _gathered(stored.member_tags(database))
        self._cards: dict[bytes, tuple[str, ...]] = _gathered(stored.partner_cards(database))
        self._dependants = _gathered(
            (member, birthday)
            for member, text in stored.dependant_birthdays(database)
            if (birthday := parse_birthday(text)) is not None
        )
        # Days and items come again and again; one value each keeps memory and time low.
        self._days: dict[str, date] = {}
        self._births: dict[str, Birthday | None] = {}

    def each(self, first: str, last: str) -> Iterator[PastSale]:
        """Every sale from the business day `first` to `last`, as ISO dates."""
        rows = stored.past_lines(self._desk.database, first, last)
        for _, lines in groupby(rows, key=lambda row: row[0]):
            yield self._sale(tuple(lines))

    def _sale(self, rows: tuple[Row, ...]) -> PastSale:
        _, day, sold_at = rows[0][:3]
        total, added_tax, rounding, by_points, by_gift, from_bonus = rows[0][6:12]
        lines = tuple(_line(at, row) for at, row in enumerate(rows))
        local = from_millis(sold_at, self._desk.zone)
        return PastSale(
            day=self._day(day),
            minute=local.hour * 60 + local.minute,
            lines=lines,
            base=EarnBase(
                lines=tuple(
                    _paid(line.item, row, taxed=not added_tax)
                    for line, row in zip(lines, rows, strict=True)
                ),
                unearned_minor=by_points + by_gift + from_bonus,
            ),
            paid_minor=total - by_points,
            qualifying_minor=total - rounding - by_points,
            member=self._member(rows[0]),
        )

    def _member(self, row: Row) -> MemberFacts | None:
        member_id, joined_on, birthday = row[3:6]
        if member_id is None:
            return None
        return MemberFacts(
            member_id=UUID(bytes=member_id),
            joined_on=self._day(joined_on),
            birthday=self._birthday(birthday),
            dependants=self._dependants.get(member_id, ()),
            tags=self._tags.get(member_id, ()),
            partner_cards=self._cards.get(member_id, ()),
        )

    def _day(self, text: str) -> date:
        found = self._days.get(text)
        if found is None:
            found = self._days[text] = date.fromisoformat(text)
        return found

    def _birthday(self, text: str) -> Birthday | None:
        if text not in self._births:
            self._births[text] = parse_birthday(text)
        return self._births[text]


def _line(at: int, row: Row) -> CartLine:
    """The line at its shelf price; where that is not price × quantity, its amount stands."""
    product_id, name, category, barcode, quantity_milli, weighed, price, gross = row[12:20]
    item = Item(
        name=name,
        unit_price_minor=price,
        product_id=None if product_id is None else UUID(bytes=product_id),
        category=category,
        tax_rate_bp=row[21],
        weighed=bool(weighed),
        barcode=barcode,
    )
    return CartLine(
        line_id=_LINE_IDS[at] if at < len(_LINE_IDS) else UUID(int=at + 1),
        item=item,
        quantity_milli=quantity_milli,
        gross_minor=None if line_gross_minor(price, quantity_milli) == gross else gross,
    )


def _paid(item: Item, row: Row, *, taxed: bool) -> EarnLine:
    """What was paid for a line; `taxed`: its total contains the tax."""
    quantity_milli, total, tax = row[16], row[20], row[22]
    return EarnLine(item, total if taxed else total + tax, tax, quantity_milli)


def _gathered(rows: Iterable[tuple[bytes, T]]) -> dict[bytes, tuple[T, ...]]:
    gathered: dict[bytes, list[T]] = defaultdict(list)
    for member, value in rows:
        gathered[member].append(value)
    return {member: tuple(values) for member, values in gathered.items()}
