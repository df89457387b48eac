"""Tips (小费): a line of the sale that is no revenue; whose it is, and what it is called."""

from uuid import UUID

from app.errors import AmountTooLarge, FieldInvalid
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.money import AMOUNT_LIMIT_MINOR

NAMES = {"zh_CN": "小费", "zh_TW": "小費", "en": "Tip"}


def tip_line(desk: Desk, cart: Cart, amount_minor: int) -> CartLine:
    """A tip for this basket, named in the language of documents.

    It goes to who served the goods where that is one person, else to whoever is at the till;
    to nobody where the shop keeps tips. Raises FieldInvalid, AmountTooLarge.
    """
    if amount_minor <= 0:
        raise FieldInvalid("tip", "negative" if amount_minor else "zero")
    if amount_minor > AMOUNT_LIMIT_MINOR:
        raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
    name = NAMES[desk.settings.language]
    return CartLine(uuid7(), Item(name, amount_minor), served_by=_server(desk, cart), tip=True)


def _server(desk: Desk, cart: Cart) -> UUID | None:
    if desk.settings.tips_to == "shop":
        return None
    served = {line.served_by for line in cart.lines if not line.tip}
    only = served.pop() if len(served) == 1 else None
    return only or desk.staff.staff_id
