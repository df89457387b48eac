"""Random shop days: no order of a clerk's acts breaks a promise; planted bugs are caught."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.trust.figures import chance, times
from tests.trust.random_days import ShopDays

BASE = settings(
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
    stateful_step_count=15,
)


@times(200, 20_000)
def test_random_shop_days_break_no_promise(count):
    dice = chance("random shop days")

    run_state_machine_as_test(
        seed(dice.randrange(10**9))(type("Days", (ShopDays,), {})),
        settings=settings(BASE, max_examples=count),
    )


Plant = Callable[[pytest.MonkeyPatch], None]


def balance_not_kept(patch: pytest.MonkeyPatch) -> None:
    from app.models import sales

    keep = sales.add_sale_to_summary

    def forgetful(database: Any, member_id: bytes, sale: Any, **named: int) -> None:
        moved = [(*row[:5], row[5] - row[5] // 50, *row[6:]) for row in sale.points.entries]
        points = replace(sale.points, entries=moved)
        keep(database, member_id, replace(sale, points=points), **named)

    patch.setattr(sales, "add_sale_to_summary", forgetful)


def seal_forgotten(patch: pytest.MonkeyPatch) -> None:
    from app.services.seals import SealChain

    write = SealChain.write

    def forgetful(self: SealChain) -> None:
        if self._sequence % 3:
            write(self)

    patch.setattr(SealChain, "write", forgetful)


def receipt_number_of_another_moment(patch: pytest.MonkeyPatch) -> None:
    from app.models import sales

    read = sales.before_sale

    def earlier(*given: Any) -> sales.BeforeSale:
        found = read(*given)
        return found._replace(last_sequence=max(0, found.last_sequence - 1))

    patch.setattr(sales, "before_sale", earlier)


def points_checked_outside(patch: pytest.MonkeyPatch) -> None:
    from app.services.checkout import Checkout

    patch.setattr(Checkout, "_spent_lots", lambda *given: ())


def repeat_not_recognised(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("app.services.checkout.stored.sale_by_id", lambda *given: None)


def second_visit_of_a_day_counted(patch: pytest.MonkeyPatch) -> None:
    from app.models.visits import add_visit as record

    def eager(database: Any, member_id: bytes, *rest: Any) -> bool:
        first = record(database, member_id, *rest)
        database.execute(
            "UPDATE member_summary SET visits = visits + ? WHERE member_id = ?",
            (int(not first), member_id),
        )
        return first

    patch.setattr("app.services.checkout.add_visit", eager)


def points_earned_on_points(patch: pytest.MonkeyPatch) -> None:
    from app.services.rules import tenders

    earned = tenders._earned
    patch.setattr(
        tenders,
        "_earned",
        lambda cart, quote, _, scheme, terms: earned(cart, quote, 0, scheme, terms),
    )


def claim_without_end(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("app.services.claims.ClaimTooLate", _Never)


class _Never(Exception):
    def __init__(self, *_given: object) -> None:
        """The claim is late, and the till says something else."""


def price_not_looked_at_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("app.services.tender_checks.same_price", lambda *given: True)


def restore_on_the_same_till(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("app.services.restores.start_till", lambda *given: None)


def lost_card_still_good(patch: pytest.MonkeyPatch) -> None:
    from app.services.cards import Cards

    patch.setattr(Cards, "_set_state", lambda *given, **named: None)


def search_tokens_left_behind(patch: pytest.MonkeyPatch) -> None:
    from app.models import members

    update = members.update_member

    def lazy(database: Any, member: Any, old_tokens: Any) -> None:
        update(database, member, member.tokens)

    patch.setattr(members, "update_member", lazy)


PLANTED: tuple[Plant, ...] = (
    balance_not_kept,
    seal_forgotten,
    receipt_number_of_another_moment,
    points_checked_outside,
    repeat_not_recognised,
    second_visit_of_a_day_counted,
    price_not_looked_at_again,
    lost_card_still_good,
)
PLANTED_DEEPER: tuple[Plant, ...] = (
    points_earned_on_points,
    claim_without_end,
    restore_on_the_same_till,
    search_tokens_left_behind,
)


@pytest.mark.parametrize(
    "plant",
    [*PLANTED, *(pytest.param(plant, marks=pytest.mark.long) for plant in PLANTED_DEEPER)],
    ids=lambda plant: plant.__name__,
)
def test_a_planted_bug_is_caught(plant, monkeypatch, capsys):
    plant(monkeypatch)
    quick = settings(BASE, max_examples=80, phases=[Phase.generate], report_multiple_bugs=False)
    with pytest.raises(Exception) as caught:
        run_state_machine_as_test(ShopDays, settings=quick)
    assert not isinstance(caught.value, NameError)
    print(plant.__name__, "→", str(caught.value)[:200], file=sys.stderr)
