"""Points moved by hand: with a reason, once, never more than there are."""

from dataclasses import replace

import pytest

from app.errors import ActivityLimit, FieldInvalid, MemberFrozen, NotInScheme, PointsTooFew
from app.services.grants import Grant, GrantKind
from app.services.ids import uuid7
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from tests.scheme_builder import EVERYTHING_IN_ONE, SIMPLE, TIERS, sound, use
from tests.shop_builder import add_member, balance, stored_balance


def reasons(shop, member):
    rows = shop.desk.database.rows(
        "SELECT points, reason FROM points_entry WHERE member_id = ? ORDER BY posted_at, id",
        (member.bytes,),
    )
    return [tuple(row) for row in rows]


def test_points_are_given_and_taken_with_the_reason_the_member_reads(shop):
    ana = add_member(shop)
    shop.points.adjust(ana, 300, "opening gift")
    moved = shop.points.adjust(ana, -120, "booked twice")
    assert (moved.before, moved.after) == (300, 180)
    assert reasons(shop, ana) == [(300, "opening gift"), (-120, "booked twice")]
    assert balance(shop, ana) == stored_balance(shop, ana) == 180
    assert sound(shop)


def test_more_points_than_held_are_not_taken(shop):
    ana = add_member(shop)
    shop.points.adjust(ana, 10, "gift")
    with pytest.raises(PointsTooFew) as refused:
        shop.points.adjust(ana, -11, "oops")
    assert (refused.value.needed, refused.value.held) == (11, 10)
    assert balance(shop, ana) == 10


def test_a_repeated_adjustment_moves_points_once(shop):
    ana, op_id = add_member(shop), uuid7()
    first = shop.points.adjust(ana, 50, "gift", op_id=op_id)
    assert shop.points.adjust(ana, 50, "gift", op_id=op_id) == first
    assert balance(shop, ana) == 50


def test_an_adjustment_without_reason_or_points_is_refused(shop):
    ana = add_member(shop)
    for points, reason in ((10, ""), (10, "   "), (0, "why"), (10**10, "why")):
        with pytest.raises(FieldInvalid):
            shop.points.adjust(ana, points, reason)
    shop.members.freeze(ana)
    with pytest.raises(MemberFrozen):
        shop.points.adjust(ana, 10, "gift")
    assert reasons(shop, ana) == []


def test_points_that_lapsed_can_be_neither_taken_nor_spent(shop, clock):
    use(shop, replace(SIMPLE, points=PointsTerms(expiry=PointsExpiry.MONTHS, months=1)))
    ana = add_member(shop)
    shop.points.adjust(ana, 40, "gift")
    clock.forward(days=31)
    assert shop.loyalty.facts(ana).points == 0
    shop.points.adjust(ana, 5, "gift")
    assert shop.loyalty.facts(ana).points == 5
    with pytest.raises(PointsTooFew):
        shop.points.adjust(ana, -6, "oops")


def test_a_review_brings_points_twice_a_day_at_most(shop, clock):
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    shop.points.activity(ana, "review", "about the cake")
    shop.points.activity(ana, "review", "about the tea")
    with pytest.raises(ActivityLimit):
        shop.points.activity(ana, "review", "about the cup")
    clock.forward(days=1)
    shop.points.activity(ana, "review", "about the cup")
    assert balance(shop, ana) == 60
    with pytest.raises(NotInScheme):
        shop.points.activity(ana, "dance", "well")
    with pytest.raises(FieldInvalid):
        shop.points.activity(ana, "review", "")
    assert sound(shop)


def test_a_group_is_compensated_once_each_with_the_reason(shop):
    use(shop, replace(SIMPLE, tiers=TIERS))
    everybody = [add_member(shop, number=f"{n:06d}") for n in range(1, 6)]
    shop.members.archive(everybody[4])
    op_id = uuid7()
    group = shop.points.group(tier="classic")
    assert set(group) == set(everybody[:4])
    assert shop.points.group(tier="gold") == ()
    gift = Grant(op_id, GrantKind.POINTS, 80, reason="the rules changed")
    given = shop.grants.give(group, gift)
    assert (given.members, given.total) == (4, 320)
    shop.grants.give(everybody, gift)
    assert reasons(shop, everybody[0]) == [(80, "the rules changed")]
    assert sound(shop)
