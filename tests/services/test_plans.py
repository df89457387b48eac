"""Paid plans: joined, renewed, switched and cancelled, each once, with the money right."""

import pytest

from app.errors import (
    MemberFrozen,
    NoPlan,
    NotInScheme,
    PlanHeldAlready,
    TakingIdTaken,
    TendersShort,
)
from app.services.ids import uuid7
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use
from tests.shop_builder import add_member, balance, cash


@pytest.fixture
def ana(shop):
    use(shop, EVERYTHING_IN_ONE)
    return add_member(shop)


def plan(shop, member):
    return shop.loyalty.standing(member).plan


def test_joining_for_the_fee_brings_the_plan_and_no_points(shop, ana):
    op_id = uuid7()
    held = shop.plans.join(op_id, ana, "gold", (cash(6_000),))
    assert (held.kind, held.first.isoformat(), held.last.isoformat()) == (
        "join",
        "2026-11-21",
        "2027-11-20",
    )
    assert shop.plans.join(op_id, ana, "gold", (cash(6_000),)) == held
    assert shop.loyalty.facts(ana).plan_level == "gold"
    assert balance(shop, ana) == 0
    with pytest.raises(PlanHeldAlready):
        shop.plans.join(uuid7(), ana, "executive", (cash(12_000),))
    with pytest.raises(TakingIdTaken):
        shop.plans.join(op_id, ana, "executive", (cash(12_000),))
    assert sound(shop)


def test_a_trial_is_free_once_and_ends_by_itself(shop, ana, clock):
    assert shop.plans.fee_to_join(ana, "monthly") == 0
    held = shop.plans.join(uuid7(), ana, "monthly")
    assert (held.kind, held.last.isoformat()) == ("trial", "2026-12-20")
    assert plan(shop, ana).trial
    clock.forward(days=30)
    assert shop.loyalty.facts(ana).plan_level == ""
    assert shop.plans.fee_to_join(ana, "monthly") == 1_499
    with pytest.raises(TendersShort):
        shop.plans.join(uuid7(), ana, "monthly")
    assert shop.plans.join(uuid7(), ana, "monthly", (cash(1_499),)).kind == "join"


def test_renewing_pays_the_next_period_and_only_that(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    clock.forward(days=350)
    op_id = uuid7()
    held = shop.plans.renew(op_id, ana, (cash(6_000),))
    assert (held.first.isoformat(), held.last.isoformat()) == ("2027-11-21", "2028-11-20")
    with pytest.raises(PlanHeldAlready):
        shop.plans.renew(uuid7(), ana, (cash(6_000),))
    clock.forward(days=30)
    assert plan(shop, ana).ends_on == held.last
    clock.forward(days=400)
    assert plan(shop, ana) is None
    assert shop.plans.renew(op_id, ana, (cash(6_000),)) == held
    assert sound(shop)


def test_switching_up_pays_the_difference_pro_rata(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    clock.forward(days=73)
    # 365 days, 292 left from today on: 60.00 more a year × 292 / 365 = 48.00.
    assert shop.plans.switch_to(ana, "executive").due_minor == 4_800
    held = shop.plans.switch(uuid7(), ana, "executive", (cash(4_800),))
    assert held.last.isoformat() == "2027-11-20"
    assert shop.loyalty.facts(ana).plan_level == "executive"
    assert sound(shop)


def test_switching_down_gives_the_difference_back(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "executive", (cash(12_000),))
    clock.forward(days=73)
    op_id = uuid7()
    held = shop.plans.switch(op_id, ana, "gold")
    assert (held.taking.kind, held.taking.amount_minor) == ("plan_refund", -4_800)
    assert shop.plans.switch(op_id, ana, "gold") == held
    assert sound(shop)


def test_cancelling_in_full_pays_the_fee_back_and_forfeits_the_reward(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "executive", (cash(12_000),))
    give_credit(shop, ana, 3_000)
    clock.forward(days=100)
    op_id = uuid7()
    held = shop.plans.cancel(op_id, ana, "moves away")
    assert held.taking.amount_minor == -12_000
    assert shop.loyalty.standing(ana).wallet.credit_minor == 0
    assert shop.plans.cancel(op_id, ana, "moves away") == held
    clock.forward(days=1)
    assert shop.loyalty.facts(ana).plan_level == ""
    with pytest.raises(NoPlan):
        shop.plans.cancel(uuid7(), ana, "again")
    assert sound(shop)


def test_cancelling_pro_rata_pays_the_days_to_come(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "monthly")
    clock.forward(days=30)
    shop.plans.join(uuid7(), ana, "monthly", (cash(1_499),))
    clock.forward(days=9)
    # From 21 December, 31 days; 21 left after the tenth: 14.99 × 21 / 31 = 10.15.
    assert shop.plans.cancel(uuid7(), ana, "too dear").taking.amount_minor == -1_015
    assert plan(shop, ana).cancelled


def test_who_is_in_no_plan_has_nothing_to_renew_or_cancel(shop, ana):
    for verb in (
        lambda: shop.plans.renew(uuid7(), ana, ()),
        lambda: shop.plans.switch(uuid7(), ana, "gold"),
        lambda: shop.plans.cancel(uuid7(), ana, "why"),
    ):
        with pytest.raises(NoPlan):
            verb()
    with pytest.raises(NotInScheme):
        shop.plans.join(uuid7(), ana, "silver", ())


def give_credit(shop, member, minor):
    from app.models.ledgers import LedgerRows
    from app.services.takings import new_id, post, stamp

    rows = LedgerRows()
    rows.add(
        "store_credit_entry",
        new_id(),
        None,
        None,
        member.bytes,
        "issue",
        minor,
        "reward",
        *stamp(shop.desk).row,
    )
    shop.desk.transaction(lambda: post(shop.desk, rows))


def test_a_plan_cancelled_and_paid_back_is_neither_switched_nor_renewed(shop, ana, clock):
    # 120.00 came back already: the 60.00 between the plans must not come back as well.
    shop.plans.join(uuid7(), ana, "executive", (cash(12_000),))
    assert shop.plans.cancel(uuid7(), ana, "a mistake").taking.amount_minor == -12_000
    for verb in (
        lambda: shop.plans.switch(uuid7(), ana, "gold"),
        lambda: shop.plans.switch_to(ana, "gold"),
        lambda: shop.plans.renew(uuid7(), ana, (cash(12_000),)),
    ):
        with pytest.raises(NoPlan):
            verb()
    clock.forward(days=1)
    assert shop.plans.join(uuid7(), ana, "gold", (cash(6_000),)).kind == "join"
    assert sound(shop)


def test_who_cancelled_and_was_paid_back_may_join_anew_the_same_day(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    shop.plans.cancel(uuid7(), ana, "moved")
    with pytest.raises(NoPlan):
        shop.plans.renew(uuid7(), ana, (cash(6_000),))
    shop.plans.join(uuid7(), ana, "executive", (cash(12_000),))
    assert plan(shop, ana).plan == "executive"
    clock.forward(days=2)
    assert shop.due.run().renewals == 0
    assert plan(shop, ana).plan == "executive"
    assert sound(shop)


def test_a_join_after_a_cancelled_trial_is_no_renewal(shop, ana, clock):
    shop.plans.join(uuid7(), ana, "monthly")
    shop.plans.cancel(uuid7(), ana, "not now")
    clock.forward(days=3)
    shop.due.run()
    shop.plans.join(uuid7(), ana, "monthly", (cash(1_499),))
    clock.forward(days=2)
    assert shop.due.run().renewals == 0
    assert sound(shop)


def test_a_frozen_member_neither_renews_nor_switches(shop, ana):
    shop.plans.join(uuid7(), ana, "gold", (cash(6_000),))
    shop.members.freeze(ana)
    with pytest.raises(MemberFrozen):
        shop.plans.renew(uuid7(), ana, (cash(6_000),))
    with pytest.raises(MemberFrozen):
        shop.plans.switch(uuid7(), ana, "executive", (cash(6_000),))
