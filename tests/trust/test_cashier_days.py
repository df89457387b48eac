"""Random days at the drawer break no promise; planted bugs are caught."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.trust.cashier_days import CashierDays
from tests.trust.figures import chance, times

BASE = settings(
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
    stateful_step_count=15,
)


@times(200, 20_000)
def test_random_days_at_the_drawer_break_no_promise(count):
    dice = chance("random cashier days")
    run_state_machine_as_test(
        seed(dice.randrange(10**9))(type("Days", (CashierDays,), {})),
        settings=settings(BASE, max_examples=count),
    )


Plant = Callable[[pytest.MonkeyPatch], None]


def a_cent_stays_behind(patch: pytest.MonkeyPatch) -> None:
    from app.services import refund_reading
    from app.services.rules.returns import part_back

    patch.setattr(refund_reading, "part_back", lambda *parts: max(0, part_back(*parts) - 1))


def points_kept_after_a_return(patch: pytest.MonkeyPatch) -> None:
    from app.services import refund_points
    from app.services.refund_earned import Kept

    patch.setattr(refund_points, "kept_points", lambda desk, sold, *given: Kept(sold.row[15], 0))


def goods_stay_outside(patch: pytest.MonkeyPatch) -> None:
    from app.services import refund_writing

    patch.setattr(refund_writing, "stock_returned", lambda *given, **named: None)


def a_sale_leaves_the_shelf_full(patch: pytest.MonkeyPatch) -> None:
    from app.services import checkout

    patch.setattr(checkout, "stock_sold", lambda *given: None)


def refunds_forgotten_in_the_drawer(patch: pytest.MonkeyPatch) -> None:
    from app.models import cash

    count = cash.tenders

    def forgetful(database: Any, session_id: bytes) -> dict[str, dict[str, int]]:
        return count(database, session_id) | {"refund": {}}

    patch.setattr(cash, "tenders", forgetful)


def a_repeated_return_not_recognised(patch: pytest.MonkeyPatch) -> None:
    from app.models import refunds

    patch.setattr(refunds, "by_id", lambda database, refund_id: None)


def what_came_back_before_overlooked(patch: pytest.MonkeyPatch) -> None:
    from app.models import refunds

    patch.setattr(refunds, "lines_back", lambda database, sale_id: [])


def a_voided_sale_of_another_session(patch: pytest.MonkeyPatch) -> None:
    from app.services.refunds import Refunds

    patch.setattr(Refunds, "_check_void", lambda *given: None)


def a_debt_paid_twice_over(patch: pytest.MonkeyPatch) -> None:
    from app.models import accounts

    keep = accounts.add_owed
    patch.setattr(accounts, "add_owed", lambda database, key, minor: keep(database, key, minor * 2))


PLANTED: tuple[Plant, ...] = (
    a_cent_stays_behind,
    points_kept_after_a_return,
    goods_stay_outside,
    a_sale_leaves_the_shelf_full,
    refunds_forgotten_in_the_drawer,
    a_repeated_return_not_recognised,
    what_came_back_before_overlooked,
    a_voided_sale_of_another_session,
    a_debt_paid_twice_over,
)


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_caught(plant, monkeypatch):
    plant(monkeypatch)
    quick = settings(BASE, max_examples=40, phases=[Phase.generate], report_multiple_bugs=False)
    with pytest.raises(Exception) as caught:
        run_state_machine_as_test(CashierDays, settings=quick)
    assert not isinstance(caught.value, NameError)
    print(plant.__name__, "→", str(caught.value)[:200], file=sys.stderr)
