"""Coupons issued by hand or in batches, found by their code, revoked with a reason."""

from dataclasses import replace
from uuid import uuid4

import pytest

from app.errors import (
    CouponNotUsable,
    CouponUnknown,
    FieldInvalid,
    NeedsApproval,
    NotInScheme,
    RecordRefused,
)
from app.services.audit_trail import AuditFilter
from app.services.coupons import CouponState
from app.services.rules.codes import CodeKind, kind_of
from app.services.rules.powers import Role
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use
from tests.shop_builder import add_member


@pytest.fixture
def ana(shop):
    use(shop, EVERYTHING_IN_ONE)
    return add_member(shop)


def test_an_issued_coupon_has_a_code_of_digits_and_lasts_as_its_template_says(shop, ana):
    coupon = shop.coupons.issue("five", ana, "sorry for the wait")
    assert kind_of(coupon.code) is CodeKind.COUPON
    # 30 days, the day of issue included.
    assert (coupon.valid_from.isoformat(), coupon.valid_to.isoformat()) == (
        "2026-11-21",
        "2026-12-20",
    )
    assert coupon.state is CouponState.ISSUED
    assert [held.code for held in shop.loyalty.standing(ana).coupons] == [coupon.code]
    assert sound(shop)


def test_a_batch_belongs_to_nobody_and_no_code_is_given_twice(shop, ana):
    batch = shop.coupons.issue_batch("handout", 200, "spring leaflet")
    codes = {coupon.code for coupon in batch.coupons}
    assert len(codes) == 200
    assert {coupon.member_id for coupon in batch.coupons} == {None}
    assert shop.coupons.laid(batch.coupons[7].code).member_id is None


def test_a_clerk_gives_no_coupon_alone_since_it_is_worth_money(shop, ana):
    owner = shop.desk.staff
    manager = shop.staff.add("Chen", Role.MANAGER, "482617")
    shop.desk.staff = replace(owner, role="clerk")
    for verb in (
        lambda: shop.coupons.issue("five", ana),
        lambda: shop.coupons.issue_batch("handout", 3),
    ):
        with pytest.raises(NeedsApproval):
            verb()
    assert shop.coupons.listed() == ()
    needs = NeedsApproval("points_by_hand", 0, 0, "points")
    word = shop.staff.approve(needs, manager.staff_id, "482617")
    shop.desk.staff = replace(owner, role="clerk")
    shop.coupons.issue("five", ana, approval=word)
    (entry, *_) = shop.audit_trail.page(AuditFilter(action="coupons_issued"), 0, 9)
    assert entry.approved_by == "Chen"


def test_a_coupon_that_is_over_says_so(shop, ana, clock):
    coupon = shop.coupons.issue("five", ana)
    clock.forward(days=30)
    assert shop.coupons.find(coupon.code).state is CouponState.EXPIRED
    assert shop.loyalty.standing(ana).coupons == ()


def test_a_revoked_coupon_is_worthless_and_cannot_be_revoked_again(shop, ana):
    coupon = shop.coupons.issue("five", ana)
    assert shop.coupons.revoke(coupon.code, "a mistake").state is CouponState.REVOKED
    assert shop.coupons.laid(coupon.code).refusal == "revoked"
    with pytest.raises(CouponNotUsable):
        shop.coupons.revoke(coupon.code, "again")
    assert sound(shop)


def test_what_is_wrong_with_an_issue_is_said_and_nothing_is_issued(shop, ana):
    with pytest.raises(NotInScheme) as refused:
        shop.coupons.issue("ten", ana)
    assert refused.value.allowed == "five, handout, next"
    for count in (0, -1, 10_001):
        with pytest.raises(FieldInvalid):
            shop.coupons.issue_batch("handout", count)
    with pytest.raises(FieldInvalid):
        shop.coupons.revoke(shop.coupons.issue("five", ana).code, "  ")
    for code in ("", "123", "82" + "0" * 15, str(uuid4())):
        with pytest.raises(CouponUnknown):
            shop.coupons.find(code)
    assert len(shop.coupons.listed()) == 1


def test_the_file_itself_lets_no_coupon_be_redeemed_after_it_was_revoked(shop, ana):
    coupon = shop.coupons.issue("five", ana)
    shop.coupons.revoke(coupon.code, "a mistake")
    database = shop.desk.database
    (coupon_id,) = database.row("SELECT id FROM coupon")
    with pytest.raises(RecordRefused, match="not to be used"):
        database.in_transaction(
            lambda: database.execute(
                "INSERT INTO coupon_entry SELECT randomblob(16), sale_id, coupon_id, 3,"
                " 'returned', reason, staff_id, posted_at, business_date, refund_id"
                " FROM coupon_entry WHERE coupon_id = ? AND number = 2",
                (coupon_id,),
            )
        )
