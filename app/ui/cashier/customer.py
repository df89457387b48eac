"""What the customer display is told of the cart and of the sale: masked, and no more than that."""

from __future__ import annotations

from app.services.documents.masking import masked_name
from app.services.rules.money import Currency, money, quantity
from app.services.rules.quote import QuoteLine
from app.services.rules.receipt import Receipt
from app.ui.cashier.presenting.state import CashierState
from app.ui.display_state import DisplayLine, DisplayMember, DisplayState
from app.ui.shell import Shell


def show_cart(shell: Shell, state: CashierState, currency: Currency) -> None:
    """Tell the customer display, where there is one."""
    if shell.display.is_on:
        shell.display.cart(seen_of_cart(state, currency))


def show_sale(shell: Shell, receipt: Receipt, currency: Currency) -> None:
    """Tell it that the sale is durable."""
    if shell.display.is_on:
        shell.display.sold(seen_of_sale(receipt, currency))


def seen_of_cart(state: CashierState, currency: Currency) -> DisplayState:
    """The cart as the customer sees it."""
    strip, quote = state.basket.strip, state.quote
    member = None
    if strip is not None:
        after = state.points_after if quote.lines else state.points_before
        name = masked_name(strip.name) or f"No. {strip.number}"
        member = DisplayMember(name, state.points_before, after)
    return DisplayState(
        lines=tuple(_line(line, currency) for line in quote.lines),
        saved_minor=sum(line.discount_minor for line in quote.lines),
        total_minor=quote.total_minor,
        due_minor=state.due_minor,
        member=member,
        currency=currency,
    )


def seen_of_sale(receipt: Receipt, currency: Currency) -> DisplayState:
    """What the customer sees once they have paid."""
    member = receipt.member
    return DisplayState(
        total_minor=receipt.total_minor,
        saved_minor=receipt.discount_minor,
        change_minor=receipt.change_due_minor,
        member=None
        if member is None
        else DisplayMember(
            masked_name(member.name) or f"No. {member.number}",
            member.points_before,
            member.points_after,
        ),
        currency=currency,
    )


def _line(line: QuoteLine, currency: Currency) -> DisplayLine:
    item = line.line.item
    unit = " kg" if item.weighed else ""
    price = money(item.unit_price_minor, currency, sign=False)
    return DisplayLine(
        item.name,
        f"{quantity(line.line.quantity_milli)}{unit} × {price}",
        line.total_minor,
        line.discount_minor,
    )
