"""A sale as it is taken back: what was sold, and what of it came back before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.errors import (
    FieldInvalid,
    NothingToReturn,
    ReturnedBefore,
    ReturnLineTwice,
    ReturnLineUnknown,
    ReturnTooMuch,
    TipStays,
)
from app.models import refunds as stored
from app.models import sales as stored_sales
from app.models.database import Row
from app.models.merges import owner
from app.services.desk import Desk
from app.services.rules.cart import Item
from app.services.rules.codes import receipt_number
from app.services.rules.money import MILLI, quantity
from app.services.rules.refund import ReturnLine
from app.services.rules.returns import part_back
from app.services.sale_rows import effects_in


class SoldLine(NamedTuple):
    """A line as it was sold, and what of it is back: quantities in thousandths."""

    row: Row
    back_milli: int = 0
    back_minor: int = 0
    tip: bool = False

    @property
    def position(self) -> int:
        """Where it stands on the receipt."""
        return int(self.row[1])

    @property
    def sold_milli(self) -> int:
        """How much was sold."""
        return int(self.row[6])

    @property
    def left_milli(self) -> int:
        """How much may still come back."""
        return self.sold_milli - self.back_milli

    @property
    def total_minor(self) -> int:
        """What was paid for it, tax apart where prices exclude it."""
        return int(self.row[11])

    @property
    def rate_bp(self) -> int:
        """Its tax rate."""
        return int(self.row[12])

    @property
    def points(self) -> int:
        """Its share of the points earned."""
        return int(self.row[14])

    @property
    def passes(self) -> tuple[bytes, ...]:
        """The session passes that paid for units of it, one for each unit."""
        if '"pass"' not in self.row[15]:
            return ()
        reasons = (effect.why for effect in effects_in(self.row[15]))
        found = (dict(why.facts) for why in reasons if why.code == "pass")
        return tuple(bytes.fromhex(str(facts["pass"])) for facts in found)

    @property
    def item(self) -> Item:
        """What it sold, as conditions of the scheme look at it."""
        _, _, product_id, name, category, barcode, _, weighed, price = self.row[:9]
        return Item(
            name,
            price,
            None if product_id is None else UUID(bytes=product_id),
            category=category,
            tax_rate_bp=self.rate_bp,
            weighed=bool(weighed),
            barcode=barcode,
        )


class BackLine(NamedTuple):
    """What comes back of one line now: thousandths and minor units. `left_minor` stays sold
    after it."""

    line: SoldLine
    quantity_milli: int
    total_minor: int
    discount_minor: int

    @property
    def done_milli(self) -> int:
        """How much of the line is back after it."""
        return self.line.back_milli + self.quantity_milli

    @property
    def left_minor(self) -> int:
        """What of the line's price stays paid after it."""
        return self.line.total_minor - self.line.back_minor - self.total_minor


@dataclass(frozen=True, slots=True)
class SoldSale:
    """A sale and what came back of it.

    `own_id` is the member on it, or who claimed it; `member_id` whoever they are now: members
    may have been merged since.
    """

    row: Row
    number: str
    lines: tuple[SoldLine, ...]
    tenders: Sequence[Row]
    taxes: Sequence[Row]
    tax_back: Mapping[int, int]
    refunds: Sequence[Row]
    own_id: UUID | None
    member_id: UUID | None
    claim: Row | None

    @property
    def sale_id(self) -> UUID:
        """Which sale."""
        return UUID(bytes=self.row[0])

    @property
    def merged(self) -> bool:
        """Whether its lots belong to somebody who was merged into another."""
        return self.own_id != self.member_id

    @property
    def day(self) -> date:
        """The business day it was sold on."""
        return date.fromisoformat(self.row[7])

    @property
    def taxed_apart(self) -> bool:
        """Whether its prices excluded the tax."""
        return bool(self.row[10])

    @property
    def base_minor(self) -> int:
        """What it cost before cash rounding."""
        return int(self.row[12] - self.row[11])

    @property
    def back_minor(self) -> int:
        """What of that came back before."""
        return sum(row[13] + row[14] for row in self.refunds)

    def moved(self, column: int) -> int:
        """The sum of a column of its refunds."""
        return sum(row[column] for row in self.refunds)


# Columns of a refund that are added up.
CASH_ROUNDING, POINTS_REVERSED, POINTS_RESTORED = 15, 17, 18


def whose_sale(desk: Desk, row: Row) -> tuple[Row | None, UUID | None, UUID | None]:
    """(the claim on a sale, whose it is now, whose it was); None for nobody's."""
    claim = None if row[5] is not None else stored_sales.claim_of_sale(desk.database, row[0])
    own = row[5] if claim is None else claim[1]
    if own is None:
        return None, None, None
    return claim, UUID(bytes=owner(desk.database, own)), UUID(bytes=own)


def read_sold(desk: Desk, row: Row) -> SoldSale:
    """Everything of a sale; `row` is as `models.sales.sale_by_id` gives it."""
    database, sale_id = desk.database, row[0]
    back = {place: (milli, minor) for place, milli, minor in stored.lines_back(database, sale_id)}
    tips = stored.tips_of_sale(database, sale_id)
    claim, member_id, own_id = whose_sale(desk, row)
    return SoldSale(
        row=row,
        number=receipt_number(row[-2], row[2]),
        lines=tuple(
            SoldLine(line, *back.get(line[1], (0, 0)), line[1] in tips)
            for line in stored_sales.sale_lines(database, sale_id)
        ),
        tenders=stored_sales.sale_tenders(database, sale_id),
        taxes=stored_sales.sale_taxes(database, sale_id),
        tax_back=dict(stored.taxes_back(database, sale_id)),
        refunds=stored.of_sale(database, sale_id),
        own_id=own_id,
        member_id=member_id,
        claim=claim,
    )


def lines_back(sold: SoldSale, asked: Sequence[ReturnLine]) -> tuple[BackLine, ...]:
    """What comes back: the lines asked for, else all that is left.

    Raises NothingToReturn, ReturnLineTwice, ReturnLineUnknown, ReturnTooMuch, TipStays.
    """
    left = [line for line in sold.lines if line.left_milli]
    if not left:
        raise NothingToReturn(sold.number)
    if not asked:
        return tuple(_back(line, line.left_milli) for line in left)
    found = tuple(_asked(sold, asked))
    all_of_it = len(found) == len(left) and all(
        back.done_milli == back.line.sold_milli for back in found
    )
    if not all_of_it and any(back.line.tip for back in found):
        raise TipStays(sold.number)
    return found


def passes_back(backs: Sequence[BackLine]) -> Counter[bytes]:
    """Uses of session passes that come back with these lines, as the money does: cumulatively
    and rounded down, so that the last unit brings the last use."""
    found: Counter[bytes] = Counter()
    for back in backs:
        passes, sold = back.line.passes, back.line.sold_milli
        first = part_back(len(passes), back.line.back_milli, sold)
        found.update(passes[first : part_back(len(passes), back.done_milli, sold)])
    return found


def _asked(sold: SoldSale, asked: Sequence[ReturnLine]) -> Iterator[BackLine]:
    known = {line.position: line for line in sold.lines}
    seen: set[int] = set()
    for position, milli in asked:
        line = known.get(position)
        if line is None:
            raise ReturnLineUnknown(sold.number, position)
        if position in seen:
            raise ReturnLineTwice(position)
        seen.add(position)
        if milli <= 0:
            raise FieldInvalid("quantity", "negative" if milli else "zero", quantity(milli))
        if milli % MILLI and not (line.row[7] or line.sold_milli % MILLI):
            raise FieldInvalid("quantity", "not_a_whole_number", quantity(milli))
        if milli > line.left_milli:
            refusal = ReturnTooMuch if line.left_milli else ReturnedBefore
            raise refusal(line.row[3], quantity(milli), quantity(line.left_milli))
        yield _back(line, milli)


def _back(line: SoldLine, milli: int) -> BackLine:
    done, sold = line.back_milli + milli, line.sold_milli
    total = part_back(line.total_minor, done, sold) - line.back_minor
    discount = part_back(line.row[10], done, sold) - part_back(line.row[10], line.back_milli, sold)
    return BackLine(line, milli, total, discount)
