"""A day on which everything a scheme promises is given, used and taken back once."""

from dataclasses import replace
from uuid import UUID

from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import add_member, cart_of, cash


def loyal_day(shop: Shop) -> UUID:
    """Ana's day; she ends in the gold tier, in a plan, with money, a pass and coupons left."""
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop, "Ana", "000901")
    shop.wallets.top_up(uuid7(), ana, 100_000, (cash(100_000),))
    shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    pass_id = shop.passes.sell(uuid7(), ana, "ten", (cash(80_000),)).held.pass_id
    shop.passes.use(pass_id)
    shop.points.adjust(ana, 400, "gift")
    shop.points.activity(ana, "review", "about the cake")
    code = shop.coupons.issue("five", ana).code
    gift = shop.gift_cards.sell(uuid7(), 20_000, (cash(20_000),)).card.code
    leaflets = shop.coupons.issue_batch("handout", 3).coupons
    shop.coupons.revoke(leaflets[0].code, "lost")
    cart = cart_of(Item("tea", 600), Item("sofa", 60_500), member=ana)
    cart = replace(cart, rewards=("tea",), coupons=(shop.coupons.laid(code),))
    tenders = (
        Tender(TenderKind.STORED_VALUE, 5_000),
        Tender(TenderKind.GIFT_CARD, 1_000, gift),
        Tender(TenderKind.POINTS, 100),
        cash(53_900),
    )
    shop.checkout.complete(uuid7(), cart, None, tenders)
    shop.perks.use(ana, "lounge")
    return ana
