"""Points that a sale brings beside what it earns: badges won, a referral's reward."""

from dataclasses import replace
from uuid import UUID

from app.models import ledgers
from app.models import standing as stored
from app.models import value as stored_value
from app.models.ledgers import LedgerRows
from app.services.coupon_triggers import asked, notice_habit
from app.services.desk import Desk
from app.services.loyalty import Loyalty
from app.services.points import Points
from app.services.rules.badges import LifetimeCounts, badges_won
from app.services.rules.cart import Item
from app.services.rules.conditions import takes
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTrigger
from app.services.rules.scheme.standing import Badge, BadgeBasis
from app.services.sale_ledgers import SaleHeader
from app.services.takings import stamp

MILLI = 1_000


class SaleBonuses:
    """Grants what a finished sale brings, inside its transaction."""

    def __init__(self, desk: Desk, points: Points) -> None:
        self._desk = desk
        self._points = points
        self._loyalty = Loyalty(desk)

    def grant(self, header: SaleHeader, member_id: UUID, paid_minor: int) -> None:
        """Badges, the referral, and what habits bring a member, after the sale was written."""
        scheme = self._desk.scheme
        if scheme.referral is not None:
            self._reward_referral(header, member_id, paid_minor)
        if scheme.badges:
            self._award(header, member_id, scheme)
        if asked(scheme, CouponTrigger.SEGMENT):
            facts = self._loyalty.facts(member_id, header.business_date)
            at = replace(stamp(self._desk), day=header.business_date.isoformat())
            notice_habit(self._desk, facts, at)

    def _reward_referral(self, header: SaleHeader, member_id: UUID, paid_minor: int) -> None:
        desk, terms = self._desk, self._desk.scheme.referral
        assert terms is not None
        noted = stored_value.open_referral(desk.database, member_id.bytes)
        if noted is None or paid_minor < terms.min_sale_minor:
            return
        referee, referrer = noted
        year = f"{header.business_date.year:04d}"
        done = stored_value.referrals_rewarded(desk.database, referrer, year)
        rows = LedgerRows()
        rows.add(
            "referral_reward",
            referee,
            referrer,
            header.sale_id.bytes,
            header.business_date.isoformat(),
        )
        ledgers.insert(desk.database, rows)
        reason = _REFERRAL[desk.settings.language]
        if not terms.per_referrer_year or done < terms.per_referrer_year:
            self._points.grant(UUID(bytes=referrer), terms.referrer_points, reason)
        self._points.grant(member_id, terms.referee_points, reason)

    def _award(self, header: SaleHeader, member_id: UUID, scheme: Scheme) -> None:
        desk, key = self._desk, member_id.bytes
        held = frozenset(badge for badge, _ in stored.badges(desk.database, key))
        waiting = tuple(badge for badge in scheme.badges if badge.id not in held)
        if not waiting:
            return
        rows = LedgerRows()
        for badge in badges_won(waiting, self._counts(key, waiting, scheme), held):
            rows.add(
                "badge_award",
                key,
                badge.id,
                header.sale_id.bytes,
                header.business_date.isoformat(),
                desk.now_ms(),
            )
            self._points.grant(member_id, badge.points, badge.name.said(desk.settings.language))
        ledgers.insert(desk.database, rows)

    def _counts(self, key: bytes, badges: tuple[Badge, ...], scheme: Scheme) -> LifetimeCounts:
        database = self._desk.database
        visits, spent, earned = stored.lifetime(database, key)
        bought = [badge for badge in badges if badge.basis is BadgeBasis.BOUGHT]
        units: dict[str, int] = {}
        lines = stored.bought(database, key, 0) if bought else []
        for product_id, barcode, name, category, milli in lines:
            product = None if product_id is None else UUID(bytes=product_id)
            item = Item(name, 0, product, category=category, barcode=barcode)
            for badge in bought:
                if takes(badge.goods, item, scheme):
                    units[badge.id] = units.get(badge.id, 0) + milli
        return LifetimeCounts(
            visits, spent, earned, {badge: milli // MILLI for badge, milli in units.items()}
        )


_REFERRAL = {"en": "Referral", "zh_CN": "推荐有礼", "zh_TW": "推薦有禮"}
