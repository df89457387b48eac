"""Coupons that something issues by itself: joining, a tier that is reached, what is often bought.

Birthdays are the due jobs'; what a sale of some amount brings is said by its quote.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.models import coupons as stored
from app.models import ledgers
from app.models.ledgers import LedgerRows
from app.services.coupons import NewCoupon, add_coupon
from app.services.desk import Desk
from app.services.facts import BOUGHT_DAYS
from app.services.rules.cart import MemberFacts
from app.services.rules.conditions import why_not_who
from app.services.rules.coupons import validity
from app.services.rules.days import Moment
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTrigger
from app.services.takings import Stamp


@dataclass(frozen=True, slots=True)
class Cause:
    """What issues a coupon; one of a member, template and `occasion` is issued once."""

    trigger: CouponTrigger
    occasion: str
    sale_id: UUID | None = None


def asked(scheme: Scheme, trigger: CouponTrigger) -> bool:
    """Whether any coupon of the scheme comes about so."""
    return any(template.trigger is trigger for template in scheme.coupons)


def add_triggered(
    desk: Desk, rows: LedgerRows, facts: MemberFacts, cause: Cause, at: Stamp
) -> None:
    """Add each coupon that the cause issues to this member, if it is for them."""
    day, scheme = date.fromisoformat(at.day), desk.scheme
    for template in scheme.coupons:
        if template.trigger is not cause.trigger:
            continue
        if why_not_who(template.who, facts, Moment(day), scheme) is not None:
            continue
        valid = validity(template, day)
        if valid.last is None or valid.last >= day:
            member_id = facts.member_id
            new = NewCoupon(template, member_id, day, valid.first, valid.last, cause.occasion)
            add_coupon(desk, rows, new, at, cause.sale_id)


def welcome(desk: Desk, facts: MemberFacts, at: Stamp) -> None:
    """Issue what joining brings, inside the transaction that enrols."""
    rows = LedgerRows()
    add_triggered(desk, rows, facts, Cause(CouponTrigger.JOINING, "joining"), at)
    ledgers.insert(desk.database, rows)


def notice_habit(desk: Desk, facts: MemberFacts, at: Stamp) -> None:
    """Issue what the member's habits bring, once in the days over which habits are counted."""
    day = date.fromisoformat(at.day)
    since = (day - timedelta(days=BOUGHT_DAYS)).isoformat()
    rows, found = LedgerRows(), LedgerRows()
    add_triggered(desk, found, facts, Cause(CouponTrigger.SEGMENT, f"habit {at.day}"), at)
    for coupon, entry in zip(found.of("coupon"), found.of("coupon_entry"), strict=True):
        if not stored.issued_after(desk.database, facts.member_id.bytes, coupon[2], since):
            rows.add("coupon", *coupon)
            rows.add("coupon_entry", *entry)
    ledgers.insert(desk.database, rows)
