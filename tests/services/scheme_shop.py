"""A shop under one of the shipped schemes, at whose till real baskets are sold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.money import MILLI
from app.services.rules.receipt import Receipt
from app.services.rules.tenders import Tender
from app.shop import Shop
from tests.scheme_builder import use
from tests.shop_builder import Clock, cash


class SchemeShop:
    """The shop, its clock, and the few steps that every scenario is made of."""

    def __init__(self, shop: Shop, clock: Clock) -> None:
        self.shop = shop
        self._clock = clock

    def opens_with(self, name: str, **changes: object) -> None:
        """Put a preset in force."""
        use(self.shop, replace(self.shop.schemes.preset(name), **changes))  # type: ignore[arg-type]

    def enrols(self, name: str = "Ana", **draft: object) -> UUID:
        """A new member."""
        return self.shop.members.add(MemberDraft(name=name, **draft)).member.member_id  # type: ignore[arg-type]

    def goes_to(self, day: str, hour: int = 12) -> None:
        """Move the clock to an hour of a day in Shanghai, and do what became due."""
        midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
        self._clock.moment = midnight + timedelta(hours=hour - 8)
        self.shop.due.run()

    def cart(
        self,
        member: UUID | None,
        *lines: tuple[str, int, int, str],
        coupons: tuple[str, ...] = (),
        rewards: tuple[str, ...] = (),
    ) -> Cart:
        """A basket of (name, price, units, category), as the till prices it now."""
        shop = self.shop
        bought = tuple(
            CartLine(uuid7(), Item(name, price, category=category), units * MILLI)
            for name, price, units, category in lines
        )
        facts = None if member is None else shop.loyalty.facts(member)
        laid = tuple(shop.coupons.laid(code) for code in coupons)
        return Cart(bought, facts, coupons=laid, rewards=rewards)

    def sells(self, cart: Cart, *tenders: Tender) -> Receipt:
        """Complete a basket; paid in cash to the cent where nothing else is said."""
        total = self.shop.checkout.quote(cart).total_minor
        paid = tenders or ((cash(total),) if total else ())
        return self.shop.checkout.complete(uuid7(), cart, None, paid)

    def buys(self, member: UUID | None, amount_minor: int, category: str = "") -> Receipt:
        """One thing at that price."""
        return self.sells(self.cart(member, ("thing", amount_minor, 1, category)))

    def held(self, member: UUID) -> dict[str, str]:
        """The member's coupons: template → code."""
        coupons = self.shop.loyalty.standing(member).coupons
        return {coupon.template: coupon.code for coupon in coupons}

    def tier(self, member: UUID) -> str:
        """The tier a member is in today."""
        return self.shop.loyalty.facts(member).tier

    def puts_in(self, member: UUID, tier: str) -> None:
        """Give a member a tier, from today on."""
        desk = self.shop.desk
        desk.database.execute(
            "INSERT INTO tier_entry (id, member_id, number, kind, tier, effective_on,"
            " scheme_version, staff_id, posted_at) SELECT randomblob(16), ?1, 1 + count(*), 'set',"
            " ?2, ?3, ?4, ?5, 0 FROM tier_entry WHERE member_id = ?1",
            (
                member.bytes,
                tier,
                desk.today().isoformat(),
                desk.scheme.version,
                desk.staff.staff_id.bytes,
            ),
        )
