"""What the due jobs promise: in order, once, with the right dates, and nothing half done."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.errors import Cancelled, NotEnoughPoints
from app.services.due import DueJobs, DueReport
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Item
from app.services.rules.scheme.conditions import BirthdaySpan, Who
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from tests.due_shop import (
    DRINK,
    be_in_tier,
    full_scheme,
    give_coupon,
    give_gift_card,
    give_pass,
    give_points,
    have_plan,
    top_up,
    use,
)
from tests.shop_builder import add_member, balance, cart_of, points, sell, stored_balance

START = date(2026, 10, 1)


@pytest.fixture
def shop(shop, clock):
    """A shop where everything there is becomes due, on 1 October 2026 at ten in the morning."""
    clock.moment = datetime(2026, 10, 1, 2, tzinfo=UTC)
    use(shop, full_scheme(shop.desk.scheme), START)
    sell(shop, 100)  # opens the session of the day
    return shop


@pytest.fixture
def due(shop):
    jobs = DueJobs(shop.desk)
    assert jobs.run().members == 0
    return jobs


def sound(shop) -> bool:
    return all(check.ok for check in shop.doctor.run())


def rows(shop, sql, *params):
    return shop.desk.database.rows(sql, params)


def test_a_pc_off_for_six_weeks_catches_up_in_order_with_the_right_dates(shop, clock, due):
    ana = add_member(shop)
    shop.members.update(ana, MemberDraft(name="Ana", birthday="--11-05"))
    give_points(shop, ana, 50, date(2026, 10, 5))
    give_points(shop, ana, 20, date(2026, 10, 5))
    kept = give_points(shop, ana, 30, date(2026, 12, 1))
    be_in_tier(shop, ana, "gold", date(2025, 10, 20), date(2026, 10, 20))
    # 90.00 of bonus: 30.00 of it came at once and lasts to 1 November, 30.00 on 1 November.
    top_up(
        shop, ana, 50_000, 3_000, date(2026, 11, 1),
        ((2, date(2026, 11, 1), 3_000), (3, date(2026, 12, 1), 3_000)),
    )  # fmt: skip
    give_coupon(shop, ana, "82000000000000001", date(2026, 10, 31))
    give_pass(shop, ana, 3, date(2026, 10, 31))
    clock.forward(days=42)  # 12 November
    assert due.run() == DueReport(
        until=date(2026, 11, 12), since=START, members=1, expired_points=70, reviews=1,
        coupons_issued=1, coupons_expired=1, instalments=1, bonuses_expired=1, passes_expired=1,
    )  # fmt: skip
    assert rows(shop, "SELECT points, business_date FROM points_entry WHERE kind = 'expire'") == [
        (-70, "2026-10-06")
    ]
    assert balance(shop, ana) == stored_balance(shop, ana) == 30
    assert rows(shop, "SELECT kind, tier, effective_on, expires_on, number FROM tier_entry") == [
        ("reached", "gold", "2025-10-20", "2026-10-20", 1),
        ("lowered", "silver", "2026-10-21", "2027-10-20", 2),
    ]
    assert rows(
        shop,
        "SELECT kind, bonus_minor, business_date FROM stored_value_entry WHERE kind <> 'top_up'"
        " ORDER BY business_date",
    ) == [("bonus", 3_000, "2026-11-01"), ("expire", -3_000, "2026-11-02")]
    assert rows(shop, "SELECT bonus_minor, principal_minor FROM stored_value_account") == [
        (3_000, 50_000)
    ]
    # The coupon of the birthday in November is dated the first of the month.
    assert rows(shop, "SELECT valid_from, valid_to, occasion FROM coupon WHERE occasion <> ''") == [
        ("2026-11-01", "2026-11-30", "2026")
    ]
    assert rows(
        shop, "SELECT kind, business_date FROM coupon_entry ORDER BY business_date, kind"
    ) == [
        ("issued", "2026-10-01"),
        ("expired", "2026-11-01"),
        ("issued", "2026-11-01"),
    ]
    assert rows(shop, "SELECT uses, business_date FROM pass_entry WHERE kind = 'expired'") == [
        (-3, "2026-11-01")
    ]
    assert (
        shop.desk.database.value(
            "SELECT count(*) FROM points_allocation WHERE lot_id = ?", (kept.bytes,)
        )
        == 0
    )
    assert sound(shop)


def test_a_repeat_finds_nothing_left_to_do(shop, clock, due):
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 10, 5))
    have_plan(shop, ana, date(2025, 10, 15), date(2026, 10, 14))
    have_plan(shop, ana, date(2026, 10, 15), date(2027, 10, 14), kind="renew")
    clock.forward(days=42)
    first = due.run()
    assert (first.members, first.expired_points, first.renewals) == (1, 50, 1)
    again = due.run(thorough=True)
    assert (again.members, again.renewals) == (0, 0)
    assert due.run().expired_points == 0
    assert balance(shop, ana) == 0


def test_running_every_day_leaves_the_same_as_one_run_of_all(shop, clock, due):
    ana = add_member(shop)
    shop.members.update(ana, MemberDraft(name="Ana", birthday="--10-20"))
    give_points(shop, ana, 50, date(2026, 10, 5))
    give_points(shop, ana, 20, date(2026, 10, 25))
    be_in_tier(shop, ana, "gold", date(2025, 10, 20), date(2026, 10, 20))
    sell(shop, 40_000, ana)
    for _ in range(42):
        clock.forward(days=1)
        due.run()
    assert rows(
        shop, "SELECT points, business_date FROM points_entry WHERE kind = 'expire' ORDER BY 2"
    ) == [(-50, "2026-10-06"), (-20, "2026-10-26")]
    assert rows(shop, "SELECT valid_from FROM coupon") == [("2026-10-02",)]
    assert rows(shop, "SELECT tier, effective_on FROM tier_entry WHERE number > 1") == [
        ("silver", "2026-10-21")
    ]
    assert sound(shop)


def test_a_clock_set_back_does_nothing_and_says_so(shop, clock, due):
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 10, 5))
    clock.forward(days=42)
    due.run()
    give_points(shop, ana, 30, date(2026, 10, 1))
    clock.forward(days=-20)
    report = due.run()
    assert report.clock_set_back
    assert (report.until, report.members) == (date(2026, 11, 12), 0)
    assert balance(shop, ana) == 30
    assert not due.is_due()


def test_the_jobs_are_due_once_a_business_day(shop, clock, due):
    assert not due.is_due()
    clock.moment = datetime(2026, 10, 1, 19, 59, tzinfo=UTC)  # 3:59, before the day's end at 4
    assert not due.is_due()
    clock.forward(minutes=1)
    assert due.is_due()
    due.run()
    assert not due.is_due()


def test_rule_17_a_renewed_plan_brings_its_cash_reward_and_another_lapses(shop, clock, due):
    # Ana bought for 1,234.56 in her year and renewed: 2 % is 24.6912, so 24.69 of credit.
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    have_plan(shop, ana, date(2026, 9, 15), date(2026, 10, 14))
    have_plan(shop, ana, date(2026, 10, 15), date(2027, 10, 14), kind="renew")
    have_plan(shop, bo, date(2026, 9, 15), date(2026, 10, 14))
    sell(shop, 123_456, ana)
    clock.forward(days=20)
    report = due.run()
    assert (report.renewals, report.lapses, report.cash_rewards) == (1, 1, 1)
    assert rows(shop, "SELECT member_id, amount_minor, business_date FROM store_credit_entry") == [
        (ana.bytes, 2_469, "2026-10-15")
    ]
    assert rows(
        shop, "SELECT member_id, starts_on, ends_on FROM membership_entry WHERE kind = 'lapse'"
    ) == [(bo.bytes, "2026-10-15", "2026-10-14")]
    assert rows(shop, "SELECT credit_minor FROM stored_value_account") == [(2_469,)]
    assert due.run(thorough=True).members == 0
    assert sound(shop)


def test_rule_25_a_birthday_coupon_is_one_whatever_is_edited(shop, clock, due):
    ana = add_member(shop)
    shop.members.update(ana, MemberDraft(name="Ana", birthday="--10-20"))
    give_points(shop, ana, 5, None)  # so that she is not archived
    clock.forward(days=1)
    assert due.run().coupons_issued == 1
    for birthday in ("--11-03", "lunar:--10-01", "1990-12-24"):
        shop.members.update(ana, MemberDraft(name="Ana", birthday=birthday))
        clock.forward(days=30)
        assert due.run().coupons_issued == 0
    # A year after the birthday that was last entered it is issued again.
    clock.moment = datetime(2027, 12, 2, 2, tzinfo=UTC)
    assert due.run().coupons_issued == 1


def test_who_left_is_archived_and_who_is_brought_back_stays(shop, clock, due):
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    sell(shop, 50, ana)
    sell(shop, 50, bo)
    give_points(shop, bo, 5, None)
    clock.moment = datetime(2028, 10, 1, 2, tzinfo=UTC)
    assert due.run().archived == 0
    clock.forward(days=1)
    assert due.run().archived == 1
    assert shop.members.get(ana).state == "archived"
    assert shop.members.get(bo).state == "active"
    shop.members.unarchive(ana)
    clock.forward(days=1)
    assert due.run().archived == 0
    assert sound(shop)


def test_gift_cards_and_coupons_of_nobody_end_too(shop, clock, due):
    give_gift_card(shop, "83000000000000001", 5_000, date(2026, 10, 10))
    give_coupon(shop, None, "82000000000000001", date(2026, 10, 10))
    clock.forward(days=42)
    report = due.run()
    assert (report.gift_cards_expired, report.coupons_expired) == (1, 1)
    assert rows(shop, "SELECT sum(amount_minor) FROM gift_entry") == [(0,)]
    assert rows(shop, "SELECT business_date FROM gift_entry WHERE kind = 'expire'") == [
        ("2026-10-11",)
    ]
    assert sound(shop)


def test_cancelling_leaves_whole_batches_and_the_next_run_does_the_rest(shop, clock, due):
    members = [add_member(shop, f"m{n}", f"{n:06d}") for n in range(450)]
    for member in members:
        give_points(shop, member, 5, date(2026, 10, 5))
    clock.forward(days=42)
    told: list[tuple[int, int]] = []

    def cancelled() -> bool:
        return bool(told)

    with pytest.raises(Cancelled):
        due.run(progress=lambda *at: told.append(at), cancelled=cancelled)
    assert told == [(400, 450)]
    assert due.through == START
    told.clear()
    report = due.run()
    assert report.expired_points == 50 * 5
    assert sound(shop)


def test_a_sale_does_what_is_due_for_its_member_first(shop, clock, due):
    # 50 points lapsed on 6 October; 30 are left, and paying by points takes those.
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    for member in (ana, bo):
        give_points(shop, member, 50, date(2026, 10, 5))
    give_points(shop, ana, 100, None)
    clock.forward(days=10)
    cart = cart_of(Item("tea", 100), member=ana)
    big = cart_of(Item("tea", 120), member=ana)
    with pytest.raises(NotEnoughPoints):
        shop.checkout.complete(uuid7(), big, None, (points(120),))
    assert balance(shop, ana) == 150, "a refused sale leaves nothing half done"
    receipt = shop.checkout.complete(uuid7(), cart, None, (points(100),))
    assert receipt.points_burned == 100
    assert balance(shop, ana) == stored_balance(shop, ana) == 0
    assert balance(shop, bo) == 50
    assert due.run().expired_points == 50
    assert sound(shop)


def test_a_check_in_saves_nothing_that_has_lapsed(shop, clock, due):
    scheme = full_scheme(shop.desk.scheme)
    use(shop, replace(scheme, points=PointsTerms(expiry=PointsExpiry.INACTIVITY, months=2)))
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 12, 1))
    clock.moment = datetime(2026, 12, 2, 2, tzinfo=UTC)
    shop.visits.check_in(ana)
    assert balance(shop, ana) == 0


def test_what_is_due_for_one_member_is_done_in_the_transaction_that_spends(shop, clock, due):
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    for member in (ana, bo):
        give_points(shop, member, 50, date(2026, 10, 5))
    clock.forward(days=10)
    due.run_for(ana)
    assert (balance(shop, ana), balance(shop, bo)) == (0, 50)
    due.run_for(ana)
    assert due.run().expired_points == 50
    assert balance(shop, bo) == 0


def test_points_that_lapse_by_inactivity_follow_the_last_visit(shop, clock, due):
    scheme = full_scheme(shop.desk.scheme)
    terms = PointsTerms(expiry=PointsExpiry.INACTIVITY, months=2)
    use(shop, replace(scheme, points=terms))
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 12, 1))
    clock.forward(days=31)
    shop.visits.check_in(ana)  # on 1 November: to 1 January
    clock.moment = datetime(2027, 1, 1, 2, tzinfo=UTC)
    assert due.run().expired_points == 0
    clock.forward(days=1)
    assert due.run().expired_points == 50
    assert rows(shop, "SELECT business_date FROM points_entry WHERE kind = 'expire'") == [
        ("2027-01-02",)
    ]


def test_what_was_entered_late_is_found_by_a_thorough_run(shop, clock, due):
    clock.forward(days=42)
    due.run()
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 9, 1))
    assert due.run().expired_points == 0
    assert due.run(thorough=True).expired_points == 50


def test_rule_11_what_has_expired_is_shown_nowhere_even_before_the_jobs_ran(shop, clock, tmp_path):
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    for member in (ana, bo):
        give_points(shop, member, 50, date(2026, 10, 5))
        give_points(shop, member, 30, date(2026, 10, 6))
    clock.moment = datetime(2026, 10, 6, 2, tzinfo=UTC)
    assert balance(shop, ana) == 80
    assert shop.members.get(ana).points == 30
    assert shop.members.strip(ana).points == 30
    assert shop.members.strip(ana).facts.points == 30
    assert [row.points for row in shop.members.rows([ana, bo])] == [30, 30]
    assert [hit.points for hit in shop.members.suggest("Bo")] == [30]
    shop.exports.write("members", tmp_path / "members.csv")
    written = (tmp_path / "members.csv").read_text("utf-8-sig")
    assert ",30," in written
    assert ",80," not in written
    assert shop.loyalty.facts(ana).points == 30
    DueJobs(shop.desk).run()
    assert balance(shop, ana) == shop.members.get(ana).points == 30


def test_points_kept_by_a_visit_are_shown_before_the_jobs_ran(shop, clock):
    scheme = full_scheme(shop.desk.scheme)
    use(shop, replace(scheme, points=PointsTerms(expiry=PointsExpiry.INACTIVITY, months=2)))
    ana = add_member(shop)
    give_points(shop, ana, 50, date(2026, 12, 1))
    clock.forward(days=31)
    shop.visits.check_in(ana)  # on 1 November: to 1 January
    clock.moment = datetime(2026, 12, 2, 2, tzinfo=UTC)
    assert shop.members.get(ana).points == shop.loyalty.facts(ana).points == 50
    use(shop, scheme)  # by months from now on: what was earned before keeps its terms
    assert shop.members.get(ana).points == shop.loyalty.facts(ana).points == 50
    clock.moment = datetime(2027, 1, 2, 2, tzinfo=UTC)
    assert shop.members.get(ana).points == 0


def test_who_comes_back_after_years_is_served_and_not_archived_at_the_till(shop, clock):
    # Retail archives who has not come for 24 months and holds nothing; Ana joined in March 2024.
    shop.schemes.use(shop.schemes.preset("retail"))
    ana = add_member(shop)
    assert sell(shop, 1_000, ana).total_minor == 1_000
    assert shop.due.run().archived == 0
    assert sell(shop, 1_000, ana).total_minor == 1_000


def test_each_birthday_coupon_is_issued_on_its_day_though_another_was_issued_before(
    shop, clock, due
):
    # One for the month of the birthday, one for the day itself: the first hides the second not.
    scheme = full_scheme(shop.desk.scheme)
    cake = replace(DRINK, id="cake", who=Who(birthday=BirthdaySpan.DAY))
    use(shop, replace(scheme, coupons=(DRINK, cake)))
    ana = add_member(shop)
    shop.members.update(ana, MemberDraft(name="Ana", birthday="--11-20"))
    give_points(shop, ana, 5, None)  # who holds points is not put aside
    clock.forward(days=35)
    assert due.run().coupons_issued == 1
    clock.forward(days=16)
    assert due.run().coupons_issued == 1
    issued = rows(shop, "SELECT template, valid_from FROM coupon ORDER BY valid_from")
    assert issued == [("drink", "2026-11-01"), ("cake", "2026-11-20")]
