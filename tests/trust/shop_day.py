"""A small shop with something of everything in its file, for tests that damage or copy it."""

from dataclasses import dataclass
from uuid import UUID

from app.services.cards import CardKind
from app.services.deposits import DepositDraft
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Item
from app.services.rules.powers import Role
from app.services.rules.refund import RefundDraft
from app.services.stock import StockLine
from app.shop import Shop
from tests.shop_builder import Clock, add_product, cart_of, cash, points, sell


@dataclass(frozen=True)
class Trading:
    """Who and what the shop has."""

    ana: UUID
    bo: UUID
    tea: Item


def trade(shop: Shop, clock: Clock) -> Trading:
    """Members with cards, sales with and without them, points spent, a claim, a parked basket."""
    ana = shop.members.add(MemberDraft(name="曾雨晴", phone="138 0013 8000")).member.member_id
    bo = shop.members.add(MemberDraft(name="Bo Andersen")).member.member_id
    shop.cards.replace(shop.cards.issue(bo, CardKind.PRINTED).card_id)
    tea = add_product(shop, "乌龙茶", 2_800, 2_500)
    shop.checkout.complete(uuid7(), cart_of(tea, tea, member=ana), None, (cash(5_000),))
    sell(shop, 50_000, ana)
    clock.forward(hours=1)
    cart = cart_of(tea, member=ana)
    shop.checkout.complete(uuid7(), cart, None, (points(100), cash(5_000)))
    unclaimed = sell(shop, 1_234)
    sell(shop, 700)
    clock.forward(days=1)
    sell(shop, 900, bo)
    shop.claims.claim(unclaimed.number, bo)
    shop.visits.check_in(bo)
    shop.checkout.hold(cart_of(tea, member=bo), "table 3")
    return Trading(ana, bo, tea)


def cashiers_day(shop: Shop, trading: Trading) -> None:
    """What the till's day leaves in a file beside sales: people, a counted drawer, a return, a
    deposit, stock, two members merged, a segment."""
    shop.staff.add("Lin", Role.CLERK)
    shop.cash.open(50_000)
    shop.cash.pay_out(1_500, "stamps")
    sold = shop.sales.receipt("A0-000005")
    shop.refunds.refund(RefundDraft(uuid7(), sold.sale_id, reason="unwanted"))
    shop.deposits.take(DepositDraft(uuid7(), 2_000, (cash(2_000),), note="cake"))
    assert trading.tea.product_id is not None
    shop.stock.receive([StockLine(trading.tea.product_id, 12_000)], "first delivery")
    shop.cash.close(50_000, "counted once")
    twin = shop.members.add(MemberDraft(name="Bo Anderson")).member.member_id
    shop.merges.merge(uuid7(), trading.bo, twin)
    shop.segments.save("regulars", "visits >= 1 and not state = frozen")
