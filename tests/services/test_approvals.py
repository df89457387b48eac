"""A manager's word is good for one thing, once."""

from dataclasses import replace
from functools import partial

import pytest

from app.errors import NeedsApproval
from app.services.desk import Approval, Staff
from app.services.ids import uuid7
from app.services.rules.powers import Power, Role
from app.shop import Shop

MANAGER = uuid7()


@pytest.fixture
def clerk(shop: Shop) -> Staff:
    shop.desk.staff = Staff(uuid7(), "小林", Role.CLERK)
    return shop.desk.staff


def issued(shop: Shop, power: Power, amount: int = 0) -> Approval:
    return shop.desk.approvals.issue(Approval(MANAGER, power, amount, uuid7()))


def test_the_owner_may_everything_and_is_approved_by_nobody(shop: Shop) -> None:
    for power in Power:
        assert shop.desk.require(power, 10**9) is None


def test_over_the_limit_a_clerk_needs_a_manager_and_is_told_how_much(
    shop: Shop, clerk: Staff
) -> None:
    assert shop.desk.require(Power.DISCOUNT, 1_000) is None
    with pytest.raises(NeedsApproval) as refused:
        shop.desk.require(Power.DISCOUNT, 1_500)
    assert refused.value.facts() == {
        "power": "discount", "limit": 1_000, "amount": 1_500, "unit": "bp",
    }  # fmt: skip


def test_an_approval_is_good_for_one_power_one_amount_and_one_commit(
    shop: Shop, clerk: Staff
) -> None:
    given = issued(shop, Power.DISCOUNT, 1_500)
    with pytest.raises(NeedsApproval):
        shop.desk.require(Power.REFUND, 30_000, given)
    with pytest.raises(NeedsApproval):
        shop.desk.require(Power.DISCOUNT, 1_501, given)
    done = shop.desk.transaction(lambda: shop.desk.require(Power.DISCOUNT, 1_500, given))
    assert done == MANAGER
    with pytest.raises(NeedsApproval):
        shop.desk.require(Power.DISCOUNT, 1_500, given)


def test_an_approval_that_was_never_issued_approves_nothing(shop: Shop, clerk: Staff) -> None:
    with pytest.raises(NeedsApproval):
        shop.desk.require(Power.VOID, 0, Approval(MANAGER, Power.VOID))
    with pytest.raises(NeedsApproval):
        shop.desk.require(Power.VOID, 0, replace(issued(shop, Power.DROP), power=Power.VOID))


def test_what_a_refused_verb_used_is_still_good(shop: Shop, clerk: Staff) -> None:
    given = issued(shop, Power.VOID)

    def refused() -> None:
        shop.desk.require(Power.VOID, 0, given)
        raise ValueError

    with pytest.raises(ValueError):
        shop.desk.transaction(refused)
    assert shop.desk.transaction(lambda: shop.desk.require(Power.VOID, 0, given)) == MANAGER


def test_a_transaction_inside_another_spends_nothing_before_it_is_committed(
    shop: Shop, clerk: Staff
) -> None:
    approval = issued(shop, Power.VOID)
    inner = partial(shop.desk.transaction, lambda: shop.desk.require(Power.VOID, 0, approval))

    assert shop.desk.transaction(lambda: (inner(), inner())) == (MANAGER, MANAGER)
    with pytest.raises(NeedsApproval):
        inner()


def test_work_that_runs_again_is_approved_again(shop: Shop, clerk: Staff) -> None:
    given = issued(shop, Power.VOID)

    def twice() -> tuple[object, object]:
        return shop.desk.require(Power.VOID, 0, given), shop.desk.require(Power.VOID, 0, given)

    assert shop.desk.transaction(twice) == (MANAGER, MANAGER)


def test_under_approvals_a_verb_need_not_be_handed_them(shop: Shop, clerk: Staff) -> None:
    both = (issued(shop, Power.VOID), issued(shop, Power.DISCOUNT, 5_000))

    def work() -> tuple[object, object]:
        return shop.desk.transaction(
            lambda: (shop.desk.require(Power.VOID), shop.desk.require(Power.DISCOUNT, 5_000))
        )

    assert shop.desk.approvals.under(both, work) == (MANAGER, MANAGER)
    with pytest.raises(NeedsApproval):
        shop.desk.approvals.under(both, work)
    with pytest.raises(NeedsApproval):
        shop.desk.require(Power.VOID)


def test_who_is_at_the_till_needs_no_word_from_the_file(shop: Shop, clerk: Staff) -> None:
    asked: list[str] = []
    shop.desk.database.connection.trace_v2(1, lambda event: asked.append(str(event)))
    shop.desk.require(Power.DISCOUNT, 500)
    assert asked == []
