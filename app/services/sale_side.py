"""Everything of the scheme that a sale touches beside its price; loaded where one does."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.models import coupons as stored_coupons
from app.models.ledgers import LedgerRows
from app.services.coupons import Coupons, on_receipt
from app.services.desk import Approval, Desk
from app.services.kept_money import KeptMoney, KeptTenders, add_drawn
from app.services.pass_sales import add_uses_of_passes, pass_now, passes_on
from app.services.passes import Passes
from app.services.points import Points
from app.services.rules.cart import AppliedCoupon, AppliedPass, Cart
from app.services.rules.quote import Quote
from app.services.rules.receipt import ReceiptCoupon
from app.services.rules.tenders import Tender
from app.services.sale_bonuses import SaleBonuses
from app.services.sale_ledgers import SaleHeader
from app.services.sale_loyalty import SaleLoyalty, SaleMoment, check_rewards, check_vouchers
from app.services.takings import Takings, keep_accounts, stamp


class SaleSide:
    """The steps of a sale beside its price, in the order in which the checkout takes them."""

    def __init__(self, desk: Desk) -> None:
        takings = Takings(desk)
        self._desk = desk
        self._kept = KeptTenders(desk, takings)
        self._loyalty = SaleLoyalty(desk, Coupons(desk))
        self._passes = Passes(desk, takings)
        self._bonuses = SaleBonuses(desk, Points(desk))

    def prepared(
        self,
        cart: Cart,
        tenders: tuple[Tender, ...],
        day: date,
        approval: Approval | None = None,
    ) -> tuple[Cart, KeptMoney]:
        """The cart with its coupons and passes as they stand now, and where kept money comes
        from.

        Raises CouponUnknown, CouponNotUsable, PassNotUsable, and as `KeptTenders.drawn`.
        """
        kept = self._kept.drawn(cart, tenders, day, approval)
        if cart.coupons:
            cart = replace(cart, coupons=self._loyalty.coupons_on(cart, day))
        if cart.passes:
            cart = replace(cart, passes=passes_on(self._passes, cart, day))
        return cart, kept

    def brought(self, rows: LedgerRows, sale_id: UUID) -> tuple[ReceiptCoupon, ...]:
        """The coupons that the sale just written issued."""
        if not rows.of("coupon"):
            return ()
        return on_receipt(self._desk, stored_coupons.brought_by(self._desk.database, sale_id.bytes))

    def coupons_now(self, coupons: tuple[AppliedCoupon, ...]) -> tuple[AppliedCoupon, ...]:
        """Parked coupons as they stand now; each says itself why it cannot be used any more."""
        return tuple(map(self._loyalty.coupon_now, coupons))

    def passes_now(self, passes: tuple[AppliedPass, ...]) -> tuple[AppliedPass, ...]:
        """Parked uses of passes as they stand now, as `coupons_now`."""
        return tuple(pass_now(self._passes, laid) for laid in passes)

    def check(self, cart: Cart, quote: Quote) -> None:
        """Raises RewardRefused, NotEnoughPoints for a reward that cannot be had, FieldInvalid
        for a code of nothing."""
        check_rewards(self._desk.scheme, cart, quote)
        check_vouchers(cart, quote)

    def add_entries(
        self, rows: LedgerRows, header: SaleHeader, cart: Cart, quote: Quote, kept: KeptMoney
    ) -> None:
        """Add the entries that belong to the sale, and keep balances in step with them."""
        member_id = None if cart.member is None else cart.member.member_id
        at = replace(stamp(self._desk), day=header.business_date.isoformat())
        self._loyalty.add_entries(rows, SaleMoment(header, member_id, at), quote)
        add_uses_of_passes(rows, header, quote, at)
        add_drawn(rows, kept, member_id, header.sale_id, at)
        keep_accounts(self._desk, rows)

    def grant(self, header: SaleHeader, member_id: UUID, paid_minor: int) -> None:
        """What the finished sale brings: badges, a referral's reward."""
        self._bonuses.grant(header, member_id, paid_minor)
