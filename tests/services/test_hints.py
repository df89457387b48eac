"""Hints at the till: reckoned ahead, looked up, at most two a visit, and what came of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import MemberUnknown, RecordRefused
from app.services.hint_types import Said
from app.services.ids import uuid7
from app.services.member_types import DependantDraft, MemberDraft
from app.services.rules.care.follow_ups import Outcome as CareOutcome
from app.services.rules.insight.hints import HintKind, Outcome
from app.services.rules.refund import RefundDraft
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from tests.scheme_builder import SIMPLE, use
from tests.shop_builder import add_member, add_product, cart_of, cash


def buy(shop, member, *items):
    cart = cart_of(*items, member=member)
    total = sum(item.unit_price_minor for item in items)
    return shop.checkout.complete(uuid7(), cart, None, (cash(total),))


def said(found):
    return [(hint.kind, hint.name.said("en")) for hint in found.hints]


@pytest.fixture
def tea(shop):
    return add_product(shop, "tea", 1000)


@pytest.fixture
def cake(shop):
    return add_product(shop, "cake", 2000)


@pytest.fixture
def ana(shop, clock, tea, cake):
    """Tea every tenth day, four times."""
    ana = add_member(shop)
    for _ in range(4):
        buy(shop, ana, tea)
        clock.forward(days=10)
    shop.hints.refresh(ana)
    return ana


def test_what_is_bought_regularly_is_said_when_it_is_due_and_not_while_it_lies_in_the_cart(
    shop, clock, ana, tea
):
    found = shop.hints.hints(ana)
    assert said(found) == [(HintKind.DUE_AGAIN, "tea")]
    assert (found.hints[0].product_id, found.hints[0].amount) == (tea.product_id, 10)
    assert not found.stale
    assert shop.hints.hints(ana, [tea.product_id]).hints == ()
    clock.forward(minutes=1)
    buy(shop, ana, tea)
    assert shop.hints.hints(ana).stale
    shop.hints.refresh(ana)
    assert shop.hints.hints(ana) == replace(shop.hints.hints(ana), stale=False)


def test_what_came_back_whole_is_no_habit(shop, clock, tea):
    ana = add_member(shop)
    receipts = []
    for _ in range(3):
        receipts.append(buy(shop, ana, tea))
        clock.forward(days=10)
    shop.hints.refresh(ana)
    assert said(shop.hints.hints(ana))
    shop.refunds.refund(RefundDraft(uuid7(), receipts[-1].sale_id, reason="stale"))
    shop.hints.refresh(ana)
    assert shop.hints.hints(ana).hints == ()


def test_what_goes_with_the_basket_is_said_where_enough_baskets_say_so(shop, tea, cake):
    ana = add_member(shop)
    milk, soap = add_product(shop, "milk", 500), add_product(shop, "soap", 500)
    for _ in range(8):
        buy(shop, None, tea, cake)
    for _ in range(8):
        buy(shop, None, soap)
    buy(shop, None, tea, milk)
    shop.hints.refresh_shop()
    found = shop.hints.hints(ana, [tea.product_id])
    assert said(found) == [(HintKind.TOGETHER, "cake")]
    assert found.hints[0].beside == "tea"
    assert found.hints[0].chance_bp == 8 * 10_000 // 9
    assert shop.hints.hints(ana, [milk.product_id]).hints == ()
    assert shop.hints.hints(ana, [tea.product_id, cake.product_id]).hints == ()
    shop.products.archive(cake.product_id)
    assert shop.hints.hints(ana, [tea.product_id]).hints == ()


def test_birthdays_of_the_member_and_of_theirs_are_said_within_three_days(shop, clock):
    """15 October 2026 of the lunar calendar is 23 November; the child's is long over."""
    lunar = shop.members.add(
        MemberDraft(
            name="Ana",
            birthday="lunar:1990-10-15",
            dependants=(DependantDraft("Ben", "son", "2019-03-08"),),
        )
    ).member.member_id
    parent = shop.members.add(
        MemberDraft(name="Bea", dependants=(DependantDraft("Cleo", "daughter", "2019-11-21"),))
    ).member.member_id
    for member in (lunar, parent):
        shop.hints.refresh(member)
    (own,) = shop.hints.hints(lunar).hints
    assert (own.kind, own.name.said("en"), own.on.isoformat()) == (
        HintKind.BIRTHDAY, "", "2026-11-23",
    )  # fmt: skip
    (child,) = shop.hints.hints(parent).hints
    assert (child.name.said("en"), child.on) == ("Cleo", shop.desk.today())
    clock.forward(days=3)
    assert shop.hints.hints(parent).hints == (child,)
    clock.forward(days=1)
    assert shop.hints.hints(parent).hints == ()
    clock.forward(days=1)
    assert shop.hints.hints(lunar).hints == (own,)
    clock.forward(days=1)
    assert shop.hints.hints(lunar).hints == ()


def test_points_about_to_lapse_are_said_with_their_last_day(shop, clock):
    use(shop, replace(SIMPLE, points=PointsTerms(expiry=PointsExpiry.MONTHS, months=1)))
    ana = add_member(shop, points=120)
    shop.hints.refresh(ana)
    assert shop.hints.hints(ana).hints == ()
    clock.forward(days=20)
    (hint,) = shop.hints.hints(ana).hints
    assert (hint.kind, hint.what, hint.amount) == (HintKind.LAPSING, "points", 120)
    assert hint.on == shop.desk.today() + timedelta(days=10)


def test_an_offer_rests_after_a_visit_and_stays_within_it(shop, clock, ana, tea):
    (hint,) = shop.hints.hints(ana).hints
    assert shop.hints.hints(ana, said=[(hint.kind.value, hint.subject)]).hints == ()
    shop.hints.record(uuid7(), ana, [Said(hint, Outcome.REFUSED)])
    assert shop.hints.hints(ana).hints == (hint,)
    clock.forward(days=1)
    assert shop.hints.hints(ana).hints == ()
    clock.forward(days=30)
    assert shop.hints.hints(ana).hints == (hint,)


def test_a_hinted_product_in_the_same_sale_was_bought_whatever_nobody_marked(shop, ana, tea, cake):
    shop.hints.refresh_shop()
    (hint,) = shop.hints.hints(ana).hints
    for items, mark, outcome, best in (
        ((tea,), Outcome.NONE, "bought", 1),
        ((tea, cake), Outcome.TAKEN, "taken", 1),
        ((tea,), Outcome.REFUSED, "bought", 1),
        ((cake,), Outcome.NONE, "none", 0),
        ((cake,), Outcome.REFUSED, "refused", 0),
    ):
        sale, visit = buy(shop, ana, *items).sale_id, uuid7()
        for _ in range(2):  # once, however often it is told
            shop.hints.record(visit, ana, [Said(hint, mark)], sale)
        stored = shop.desk.database.rows(
            "SELECT outcome, best_seller FROM hint_shown WHERE visit_id = ?", (visit.bytes,)
        )
        assert stored == [(outcome, best)]
    shop.hints.record(uuid7(), ana, [Said(hint)])
    rate = next(rate for rate in shop.hints.rates().kinds if rate.kind is HintKind.DUE_AGAIN)
    assert (rate.shown, rate.taken, rate.bought, rate.refused) == (6, 1, 2, 1)
    assert (rate.sales, rate.hits, rate.best_hits) == (5, 3, 3)
    assert shop.hints.rates().best_seller == "tea"


def test_what_was_shown_is_history(shop, ana):
    shop.hints.record(uuid7(), ana, [Said(shop.hints.hints(ana).hints[0])])
    database = shop.desk.database
    for sql in ("UPDATE hint_shown SET outcome = 'taken'", "DELETE FROM hint_shown"):
        with pytest.raises(RecordRefused):
            database.in_transaction(lambda sql=sql: database.execute(sql))


def test_hints_are_switched_off_together_or_kind_by_kind(shop, ana):
    settings = shop.settings.get()
    for off in ({"hints": False}, {"hint_due_again": False}):
        shop.settings.save(replace(settings, **off))
        assert shop.hints.hints(ana).hints == ()
    shop.settings.save(replace(settings, hint_birthday=False))
    assert said(shop.hints.hints(ana)) == [(HintKind.DUE_AGAIN, "tea")]


def test_idle_moments_reckon_everyone_once_whoever_was_here_last_first(shop, clock, tea):
    members = [add_member(shop, number=f"{at:06d}") for at in range(5)]
    for _ in range(3):
        for member in members:
            buy(shop, member, tea)
            clock.forward(hours=1)
        clock.forward(days=5)
    first = shop.hints.work(most=2)
    assert (first.members, first.done) == (2, False)
    assert [said(shop.hints.hints(member)) != [] for member in members] == [False] * 3 + [True] * 2
    while not shop.hints.work(most=2).done:
        pass
    assert all(said(shop.hints.hints(member)) for member in members)
    changes = shop.desk.database.connection.total_changes()
    assert shop.hints.work().done
    assert shop.desk.database.connection.total_changes() == changes  # nothing was old


def test_hints_of_a_merged_member_are_those_of_the_one_kept(shop, clock, tea):
    keep, gone = add_member(shop, number="1"), add_member(shop, number="2")
    for member in (keep, gone, gone):
        buy(shop, member, tea)
        clock.forward(days=10)
    shop.merges.merge(uuid7(), keep, gone)
    shop.hints.refresh(keep)
    assert said(shop.hints.hints(keep)) == [(HintKind.DUE_AGAIN, "tea")]


def test_a_shop_without_sales_has_nothing_to_say(shop):
    ana = add_member(shop)
    assert shop.hints.hints(ana) == shop.hints.hints(ana)
    assert (shop.hints.hints(ana).hints, shop.hints.hints(ana).stale) == ((), True)
    assert shop.hints.work().done
    shop.hints.refresh(ana)
    assert not shop.hints.hints(ana).stale
    assert shop.hints.rates().best_seller == ""
    with pytest.raises(MemberUnknown):
        shop.hints.hints(uuid7())


def test_what_somebody_promised_stands_first_until_it_is_done(shop, clock, ana):
    today = shop.desk.today()
    promised = shop.care.make(uuid7(), ana, "Ask how the beans were", today)
    shop.care.make(uuid7(), ana, "Far away", today + timedelta(days=9))
    kinds = [(HintKind.FOLLOW_UP, "Ask how the beans were"), (HintKind.DUE_AGAIN, "tea")]
    assert said(shop.hints.hints(ana)) == kinds
    shop.hints.record(uuid7(), ana, [Said(shop.hints.hints(ana).hints[0])])
    clock.forward(days=1)
    assert said(shop.hints.hints(ana)) == kinds
    shop.care.outcome(uuid7(), promised.follow_up_id, CareOutcome.DONE)
    assert said(shop.hints.hints(ana)) == kinds[1:]
