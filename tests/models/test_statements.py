"""The hot path asks the engine nothing twice."""

import apsw

from app.services.ids import uuid7
from app.services.rules.cart import Item
from tests.shop_builder import add_member, add_product, cart_of, cash


def test_a_sale_plans_no_statement_anew(shop):
    member, tea = add_member(shop), add_product(shop, "tea", 350)
    cart = cart_of(tea, Item("bag", 50), member=member)
    planned = []

    def told(*what: object) -> int:
        planned.append(what)
        return apsw.SQLITE_OK

    def sell() -> None:
        shop.checkout.complete(uuid7(), cart, None, (cash(400),))

    sell()
    shop.desk.database.connection.authorizer = told
    sell()  # the engine asks its authorizer whenever it plans: now once for each statement
    assert planned
    planned.clear()
    sell()
    assert not planned
