"""Gifts to a group: each once, all or none, taken back as far as they are still there."""

from dataclasses import replace

import pytest

from app.errors import Cancelled, FieldInvalid, GrantUnknown, NeedsApproval, NotInScheme
from app.services.desk import Approval
from app.services.grants import Grant, Granted, GrantKind
from app.services.ids import uuid7
from app.services.rules.powers import Allowance, Power
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use
from tests.shop_builder import add_member, balance


@pytest.fixture
def three(shop):
    use(shop, EVERYTHING_IN_ONE)
    return [add_member(shop, f"M{nth}", f"00010{nth}") for nth in range(3)]


def of(kind, amount=0, template="", reason="sorry"):
    return Grant(uuid7(), kind, amount, template, reason)


def credit(shop, member):
    return shop.loyalty.standing(member).wallet.credit_minor


def test_each_of_a_group_gets_points_once_and_archived_members_none(shop, three):
    shop.members.freeze(three[1])
    shop.members.archive(three[2])
    grant = of(GrantKind.POINTS, 50)
    assert shop.grants.preview(three, grant) == Granted(2, 100)
    assert shop.grants.give(three, grant) == Granted(2, 100)
    assert shop.grants.give(three, grant) == Granted(2, 100)
    assert [balance(shop, each) for each in three] == [50, 50, 0]
    assert sound(shop)


def test_what_is_still_there_is_taken_back_by_entries_once(shop, three):
    grant = of(GrantKind.POINTS, 50)
    shop.grants.give(three, grant)
    shop.points.adjust(three[0], -30, "swap")
    assert shop.grants.take_back(grant.grant_id, "a mistake") == Granted(3, 120)
    assert shop.grants.take_back(grant.grant_id, "a mistake") == Granted(3, 120)
    assert [balance(shop, each) for each in three] == [0, 0, 0]
    assert sound(shop)


def test_a_group_gets_store_credit_and_coupons_and_gives_them_back(shop, three):
    money, paper = of(GrantKind.CREDIT, 500), of(GrantKind.COUPON, template="five")
    assert shop.grants.give(three, money).total == 1_500
    assert shop.grants.give(three, paper).total == 3
    assert [credit(shop, each) for each in three] == [500, 500, 500]
    assert all(len(shop.loyalty.standing(each).coupons) == 1 for each in three)
    assert shop.grants.take_back(money.grant_id, "a mistake").total == 1_500
    assert shop.grants.take_back(paper.grant_id, "a mistake").total == 3
    assert not any(shop.loyalty.standing(each).coupons for each in three)
    assert sound(shop)


def test_a_grant_that_is_stopped_gives_nobody_anything(shop, three):
    with pytest.raises(Cancelled):
        shop.grants.give(three, of(GrantKind.POINTS, 50), cancelled=lambda: True)
    assert [balance(shop, each) for each in three] == [0, 0, 0]


def test_a_grant_of_nothing_without_reason_or_outside_the_scheme_is_refused(shop, three):
    for grant, error in (
        (of(GrantKind.POINTS, 0), FieldInvalid),
        (of(GrantKind.CREDIT, -5), FieldInvalid),
        (of(GrantKind.POINTS, 5, reason=" "), FieldInvalid),
        (of(GrantKind.COUPON, template="none"), NotInScheme),
    ):
        with pytest.raises(error):
            shop.grants.give(three, grant)
    with pytest.raises(GrantUnknown):
        shop.grants.take_back(uuid7(), "why")


def test_who_may_give_points_gives_no_money_and_no_more_than_the_limit_in_all(shop, three):
    few = Allowance(frozenset({Power.POINTS_BY_HAND}), {Power.POINTS_BY_HAND: 100})
    shop.staff.set_limits(replace(shop.staff.limits(), clerk=few))
    owner = shop.desk.staff
    shop.desk.staff = replace(owner, role="clerk")
    points, money = of(GrantKind.POINTS, 50), of(GrantKind.CREDIT, 500)
    for grant, asked in ((points, ("points_by_hand", 150)), (money, ("write_off", 1_500))):
        with pytest.raises(NeedsApproval) as refused:
            shop.grants.give(three, grant)
        assert (refused.value.power, refused.value.amount) == asked
        word = Approval(owner.staff_id, Power(asked[0]), asked[1], uuid7())
        given = shop.grants.give(three, grant, approval=shop.desk.approvals.issue(word))
        # What is done is told again without another word.
        assert shop.grants.give(three, grant) == given
        with pytest.raises(NeedsApproval):
            shop.grants.take_back(grant.grant_id, "a mistake")


def test_coupons_given_to_a_group_are_taken_back_by_who_may_revoke_them(shop, three, clock):
    may = Allowance(frozenset({Power.POINTS_BY_HAND}))
    shop.staff.set_limits(replace(shop.staff.limits(), clerk=may))
    shop.desk.staff = replace(shop.desk.staff, role="clerk")
    slip, older = (of(GrantKind.COUPON, template="five") for _ in range(2))
    shop.grants.give(three, slip)
    assert shop.grants.take_back(slip.grant_id, "a slip").total == 3
    shop.grants.give(three, older)
    clock.forward(minutes=2)
    with pytest.raises(NeedsApproval) as refused:
        shop.grants.take_back(older.grant_id, "a mistake")
    assert refused.value.power == "coupon_revoke"


def test_store_credit_of_two_who_are_one_now_is_taken_back_of_both(shop, three):
    money = of(GrantKind.CREDIT, 500)
    shop.grants.give(three, money)
    shop.merges.merge(uuid7(), three[0], three[1])
    assert shop.grants.take_back(money.grant_id, "a mistake") == Granted(3, 1_500)
    assert credit(shop, three[0]) == 0
    assert sound(shop)
