"""The points of a finished sale that named no member, for who claims it (补积分)."""

from app.services.rules.cart import Item, MemberFacts
from app.services.rules.days import Moment
from app.services.rules.earning import EarnBase, Earned, EarnLine, earned_by
from app.services.rules.money import share
from app.services.rules.receipt import Receipt, ReceiptLine
from app.services.rules.scheme import Scheme


def claimed_points(receipt: Receipt, scheme: Scheme, facts: MemberFacts) -> Earned:
    """What the sale would have earned this member when it was made.

    `scheme` is the version it was priced with. Prices stay as they were paid.
    """
    taxes = _tax_by_line(receipt)
    lines = tuple(
        EarnLine(
            _item(line),
            line.total_minor + (tax if receipt.added_tax_minor else 0),
            tax,
            line.quantity_milli,
        )
        for line, tax in zip(receipt.lines, taxes, strict=True)
        if not line.tip
    )
    unearned = sum(tender.unearned_minor for tender in receipt.tenders)
    unearned = min(unearned, sum(line.paid_minor for line in lines))
    sold = receipt.sold_at
    moment = Moment(receipt.business_date, sold.hour * 60 + sold.minute)
    return earned_by(scheme, facts, EarnBase(lines, unearned), moment)


def _item(line: ReceiptLine) -> Item:
    return Item(
        line.name,
        line.unit_price_minor,
        category=line.category,
        tax_rate_bp=line.tax_rate_bp,
        weighed=line.weighed,
        barcode=line.barcode,
    )


def _tax_by_line(receipt: Receipt) -> list[int]:
    """Each line's share of its rate's tax, as it was when the sale was priced."""
    found = [0] * len(receipt.lines)
    for group in receipt.taxes:
        places = [i for i, line in enumerate(receipt.lines) if line.tax_rate_bp == group.rate_bp]
        amounts = [receipt.lines[place].total_minor for place in places]
        for place, tax in zip(places, share(group.tax_minor, amounts), strict=True):
            found[place] = tax
    return found
