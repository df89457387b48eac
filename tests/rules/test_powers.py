"""What each role may do, power by power."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.powers import (
    Allowance,
    Limits,
    Power,
    Role,
    Unit,
    default_limits,
    limit_of,
    limits_document,
    limits_fault,
    limits_of_document,
    permitted,
    unit_of,
)

LIMITS = default_limits(unit_minor=100)
OWNERS_ALONE = {
    Power.MEMBERS_EXPORT, Power.SCHEME, Power.SETTINGS, Power.STAFF, Power.BACKUPS,
}  # fmt: skip
CLERKS = {
    Power.DISCOUNT, Power.OPEN_ITEM, Power.REFUND, Power.PAY_IN, Power.DROP, Power.CLOSE_SESSION,
}  # fmt: skip


@pytest.mark.parametrize("power", list(Power))
def test_each_role_may_what_a_new_shop_lets_it(power: Power) -> None:
    assert permitted(Role.OWNER, power, 10**12, LIMITS)
    assert permitted(Role.MANAGER, power, 1, LIMITS) is (power not in OWNERS_ALONE)
    assert permitted(Role.CLERK, power, 1, LIMITS) is (power in CLERKS)


def test_a_limit_is_reached_and_not_passed_whatever_the_sign() -> None:
    assert permitted(Role.CLERK, Power.DISCOUNT, 1_000, LIMITS)
    assert not permitted(Role.CLERK, Power.DISCOUNT, 1_001, LIMITS)
    assert permitted(Role.CLERK, Power.REFUND, -20_000, LIMITS)
    assert not permitted(Role.CLERK, Power.REFUND, -20_001, LIMITS)
    assert limit_of(Role.CLERK, Power.DISCOUNT, LIMITS) == 1_000
    assert limit_of(Role.CLERK, Power.VOID, LIMITS) == 0
    assert limit_of(Role.MANAGER, Power.VOID, LIMITS) is None


def test_a_role_nobody_knows_may_no_more_than_a_clerk() -> None:
    assert not permitted("cleaner", Power.VOID, 1, LIMITS)


def allowances() -> st.SearchStrategy[Allowance]:
    def made(may: frozenset[Power], limits: dict[Power, int]) -> Allowance:
        return Allowance(may, {power: limit for power, limit in limits.items() if power in may})

    powers = st.sampled_from(list(Power))
    return st.builds(made, st.frozensets(powers), st.dictionaries(powers, st.integers(0, 10_000)))


@given(manager=allowances(), clerk=allowances())
def test_limits_are_read_back_as_they_were_stored(manager: Allowance, clerk: Allowance) -> None:
    limits = Limits(manager, clerk)
    back = limits_of_document(limits_document(limits), LIMITS)
    for role in Role:
        for power in Power:
            for amount in (0, 1, 9_999, 10_001):
                assert permitted(role, power, amount, back) is permitted(
                    role, power, amount, limits
                )


@pytest.mark.parametrize("stored", [None, [], 7, "x", {"clerk": 3}, {"clerk": None}])
def test_limits_that_cannot_be_read_leave_what_a_new_shop_has(stored: object) -> None:
    assert limits_of_document(stored, LIMITS).clerk == LIMITS.clerk


def test_a_power_of_a_later_program_is_nobodys_and_breaks_nothing() -> None:
    read = limits_of_document({"clerk": {"time_travel": None, "void": None}}, LIMITS)
    assert read.clerk.may == {Power.VOID}


def test_a_power_that_came_after_the_limits_were_stored_is_as_in_a_new_shop() -> None:
    stored = limits_document(LIMITS)
    for name in ("claim_late", "coupon_revoke", "unfreeze"):
        del stored["manager"][name]
    assert not limits_of_document(stored, LIMITS).manager.allows(Power.UNFREEZE)  # taken away
    del stored["decided"]  # before it was said what was decided
    read = limits_of_document(stored, LIMITS)
    assert read.manager.may == LIMITS.manager.may
    assert read.clerk.may == LIMITS.clerk.may


def test_a_limit_below_zero_or_a_discount_over_all_is_a_fault() -> None:
    assert limits_fault(LIMITS) is None
    for power, limit in ((Power.DISCOUNT, 10_001), (Power.REFUND, -1)):
        clerk = Allowance(frozenset({power}), {power: limit})
        assert limits_fault(Limits(LIMITS.manager, clerk)) is power


def test_every_power_has_a_unit_or_none() -> None:
    assert unit_of(Power.VOID) is Unit.NONE
    assert unit_of(Power.REFUND) is Unit.MINOR
