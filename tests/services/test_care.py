"""Follow-ups: made once by rules or by hand, given to somebody, done, taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import (
    CareChanged,
    CareClosed,
    CareUnknown,
    FieldInvalid,
    MemberUnknown,
    NeedsApproval,
)
from app.services.care import Scope
from app.services.care_types import RuleDraft
from app.services.desk import Staff
from app.services.ids import uuid7
from app.services.member_types import DependantDraft, MemberDraft
from app.services.rules.care.follow_ups import FollowUpKind, Outcome
from app.services.rules.cart import Cart, CartLine, Item, MemberFacts, add
from app.services.rules.powers import Role
from tests.due_shop import full_scheme, give_pass, have_plan, use
from tests.shop_builder import add_member, cash, sell

TODAY = date(2026, 11, 21)


def sound(shop) -> bool:
    return not [check for check in shop.doctor.run() if not check.ok]


def rule(shop, kind, days=7, **more):
    return shop.follow_up_rules.save(RuleDraft(kind, f"{kind.value} call", days, **more))


def buys(shop, member, category="Facials", amount=10_000):
    line = CartLine(uuid7(), Item("thing", amount, category=category))
    cart = add(Cart(member=MemberFacts(member)), line)
    return shop.checkout.complete(uuid7(), cart, None, (cash(amount),))


def made(shop, member):
    return [(each.what, each.due_on, each.occasion_on) for each in shop.care.open_for(member)]


def by_hand(shop, member, what="ask how it was", due_on=TODAY, **more):
    return shop.care.make(uuid7(), member, what, due_on, **more)


# --- made by rules ------------------------------------------------------------------


def test_a_purchase_of_the_category_is_followed_up_once_after_its_days(shop, clock):
    ana, ben = add_member(shop), add_member(shop, "Ben", "000002")
    rule(shop, FollowUpKind.PURCHASE, category="Facials")
    buys(shop, ana)
    buys(shop, ben, "Drinks")
    clock.forward(days=6)
    assert shop.due.run().follow_ups == 0
    clock.forward(days=1)
    assert shop.due.run().follow_ups == 1
    assert made(shop, ana) == [("purchase call", date(2026, 11, 28), TODAY)]
    assert not made(shop, ben)
    assert shop.due.run(thorough=True).follow_ups == 0
    assert sound(shop)


def test_a_pc_off_for_weeks_catches_up_once_each(shop, clock):
    ana, ben = add_member(shop), add_member(shop, "Ben", "000002")
    rule(shop, FollowUpKind.PURCHASE, category="Facials")
    shop.due.run()
    buys(shop, ana)
    clock.forward(days=1)
    buys(shop, ben)
    clock.forward(days=45)
    assert shop.due.run().follow_ups == 2
    assert made(shop, ana)[0][1] == date(2026, 11, 28)
    assert made(shop, ben)[0][1] == date(2026, 11, 29)
    for _ in range(3):
        clock.forward(days=1)
        assert shop.due.run(thorough=True).follow_ups == 0


def test_who_buys_daily_is_asked_once_while_that_is_open(shop, clock):
    ana = add_member(shop)
    rule(shop, FollowUpKind.PURCHASE, 2, category="Facials")
    for _ in range(6):
        buys(shop, ana)
        clock.forward(days=1)
        shop.due.run()
    assert len(shop.care.open_for(ana)) == 1
    (first,) = shop.care.open_for(ana)
    shop.care.outcome(uuid7(), first.follow_up_id, Outcome.DONE)
    buys(shop, ana)
    clock.forward(days=2)
    shop.due.run()
    assert len(shop.care.open_for(ana)) == 1


def test_what_came_back_whole_is_not_followed_up(shop, clock):
    ana = add_member(shop)
    rule(shop, FollowUpKind.PURCHASE, 1, category="Facials")
    receipt = buys(shop, ana)
    shop.refunds.void(receipt.number, "by mistake")
    clock.forward(days=1)
    assert shop.due.run().follow_ups == 0


def test_birthdays_of_members_and_their_children_solar_lunar_and_leap(shop, clock):
    clock.moment = datetime(2027, 2, 14, 2, tzinfo=UTC)
    leap = shop.members.add(MemberDraft(name="Leap", birthday="2000-02-29")).member.member_id
    moon = shop.members.add(MemberDraft(name="Moon", birthday="农历1990-01-20")).member.member_id
    mother = shop.members.add(
        MemberDraft(name="Mother", dependants=(DependantDraft("Kid", "", "2020-02-27"),))
    ).member.member_id
    rule(shop, FollowUpKind.BIRTHDAY, 14)
    rule(shop, FollowUpKind.DEPENDANT, 14)
    assert shop.follow_up_rules.catch_up() == 3
    assert made(shop, leap) == [("birthday call", date(2027, 2, 14), date(2027, 2, 28))]
    assert made(shop, moon) == [("birthday call", date(2027, 2, 14), date(2027, 2, 25))]
    assert made(shop, mother) == [("dependant call", date(2027, 2, 14), date(2027, 2, 27))]
    shop.members.update(leap, MemberDraft(name="Leap", birthday="2000-02-27"))
    assert shop.follow_up_rules.catch_up() == 0, "a corrected birthday is the same one"
    clock.forward(days=365)
    assert shop.due.run().follow_ups == 3
    assert sound(shop)


def test_a_silence_by_the_own_rhythm_is_followed_up_once(shop, clock):
    ana = add_member(shop)
    rule(shop, FollowUpKind.SILENT, 0)
    for _ in range(4):
        sell(shop, 1_000, ana)
        clock.forward(days=10)
    last = TODAY + timedelta(days=30)
    shop.due.run()
    clock.forward(days=10)
    assert shop.due.run().follow_ups == 0, "twice the rhythm is not past yet"
    clock.forward(days=1)
    assert shop.due.run().follow_ups == 1
    assert made(shop, ana) == [("silent call", last + timedelta(days=21), last)]
    clock.forward(days=30)
    assert shop.due.run().follow_ups == 0


def test_a_pass_and_a_plan_that_end_are_told_before(shop, clock):
    use(shop, full_scheme(shop.desk.scheme), date(2026, 1, 1))
    sell(shop, 100)  # opens the session of the day
    ana, ben = add_member(shop), add_member(shop, "Ben", "000002")
    give_pass(shop, ana, 5, date(2026, 12, 5))
    have_plan(shop, ben, date(2025, 12, 6), date(2026, 12, 5))
    rule(shop, FollowUpKind.ENDING, 10)
    assert shop.follow_up_rules.catch_up() == 0
    clock.forward(days=4)
    shop.due.run()
    due = date(2026, 11, 25)
    assert made(shop, ana) == made(shop, ben) == [("ending call", due, date(2026, 12, 5))]


def test_a_rule_switched_off_and_on_again_asks_only_for_what_comes_after(shop, clock):
    ana = add_member(shop)
    kept = rule(shop, FollowUpKind.PURCHASE, 1, category="Facials")
    off = RuleDraft(FollowUpKind.PURCHASE, "x", 1, "Facials", active=False)
    shop.follow_up_rules.save(off, kept.rule_id)
    buys(shop, ana)
    clock.forward(days=1)
    assert shop.due.run().follow_ups == 0
    clock.forward(days=1)
    on = RuleDraft(FollowUpKind.PURCHASE, "x", 1, "Facials")
    assert shop.follow_up_rules.save(on, kept.rule_id).active_from == date(2026, 11, 23)
    assert shop.follow_up_rules.catch_up() == 0


def test_a_follow_up_goes_to_the_rules_adviser_else_to_the_members_own(shop, clock):
    lea = shop.staff.add("Lea", Role.CLERK, "7391")
    max_ = shop.staff.add("Max", Role.CLERK, "2864")
    ana = shop.members.add(MemberDraft(name="Ana", adviser="Lea")).member.member_id
    rule(shop, FollowUpKind.PURCHASE, 0, category="Facials")
    rule(shop, FollowUpKind.PURCHASE, 0, category="Drinks", adviser_id=max_.staff_id)
    buys(shop, ana)
    buys(shop, ana, "Drinks")
    shop.follow_up_rules.catch_up()
    advisers = {each.adviser: each.adviser_id for each in shop.care.open_for(ana)}
    assert advisers == {"Lea": lea.staff_id, "Max": max_.staff_id}
    assert shop.care.listed(adviser_id=lea.staff_id).total == 1
    assert shop.care.count_today() == 2


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (RuleDraft(FollowUpKind.SILENT, " ", 1), "name"),
        (RuleDraft(FollowUpKind.SILENT, "x" * 121, 1), "name"),
        (RuleDraft(FollowUpKind.SILENT, "x", -1), "days"),
        (RuleDraft(FollowUpKind.BIRTHDAY, "x", 367), "days"),
        (RuleDraft(FollowUpKind.PURCHASE, "x", 1), "category"),
        (RuleDraft(FollowUpKind.SILENT, "x", 1, adviser_id=uuid7()), "adviser"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(shop, draft, field):
    with pytest.raises(FieldInvalid) as refused:
        shop.follow_up_rules.save(draft)
    assert refused.value.field == field
    assert not shop.follow_up_rules.listed()


def test_rules_are_the_owners(shop):
    clerk = shop.staff.add("Lea", Role.CLERK, "7391")
    shop.desk.staff = Staff(clerk.staff_id, "Lea", "clerk")
    with pytest.raises(NeedsApproval):
        rule(shop, FollowUpKind.SILENT)


# --- done ---------------------------------------------------------------------------


def test_outcomes_close_put_off_or_come_back_tomorrow(shop):
    ana = add_member(shop)
    done, later, nobody, needless = (by_hand(shop, ana) for _ in range(4))
    care = shop.care
    assert not care.outcome(uuid7(), done.follow_up_id, Outcome.DONE, "all well").is_open
    day = date(2027, 2, 28)
    put_off = care.outcome(uuid7(), later.follow_up_id, Outcome.LATER, later_on=day)
    assert put_off.due_on == day
    tomorrow = care.outcome(uuid7(), nobody.follow_up_id, Outcome.NO_ANSWER)
    assert tomorrow.due_on == date(2026, 11, 22)
    care.outcome(uuid7(), nobody.follow_up_id, Outcome.NO_ANSWER)
    assert not care.outcome(uuid7(), nobody.follow_up_id, Outcome.NO_ANSWER).is_open
    assert not care.outcome(uuid7(), needless.follow_up_id, Outcome.NOT_NEEDED).is_open
    assert [each.follow_up_id for each in care.open_for(ana)] == [later.follow_up_id]
    assert care.listed(Scope.CLOSED).total == 3
    assert care.listed(Scope.COMING).total == 1
    assert [each.kind for each in care.history(done.follow_up_id)] == ["made", "done"]
    assert sound(shop)


def test_the_same_outcome_said_twice_counts_once(shop):
    first, op = by_hand(shop, add_member(shop)), uuid7()
    one = shop.care.outcome(op, first.follow_up_id, Outcome.NO_ANSWER)
    assert shop.care.outcome(op, first.follow_up_id, Outcome.NO_ANSWER) == one
    assert len(shop.care.history(first.follow_up_id)) == 2
    made_again = shop.care.make(first.follow_up_id, first.member.member_id, "other", TODAY)
    assert made_again.what == first.what


def test_two_windows_cannot_both_do_the_same_follow_up(shop):
    seen = by_hand(shop, add_member(shop))
    shop.care.outcome(uuid7(), seen.follow_up_id, Outcome.NO_ANSWER, seen=seen.seen)
    with pytest.raises(CareChanged):
        shop.care.outcome(uuid7(), seen.follow_up_id, Outcome.DONE, seen=seen.seen)
    now = shop.care.get(seen.follow_up_id)
    shop.care.outcome(uuid7(), seen.follow_up_id, Outcome.DONE, seen=now.seen)
    with pytest.raises(CareClosed):
        shop.care.outcome(uuid7(), seen.follow_up_id, Outcome.DONE, seen=now.seen)


def test_an_outcome_taken_back_leaves_it_as_it_was(shop):
    lea = shop.staff.add("Lea", Role.CLERK, "7391")
    first = by_hand(shop, add_member(shop), adviser_id=lea.staff_id)
    done = shop.care.outcome(uuid7(), first.follow_up_id, Outcome.DONE)
    op = uuid7()
    back = shop.care.undo(op, first.follow_up_id, done.seen)
    assert (back.due_on, back.adviser, back.last) == (TODAY, "Lea", "undone")
    assert shop.care.undo(op, first.follow_up_id, done.seen) == back
    with pytest.raises(CareChanged):
        shop.care.undo(uuid7(), first.follow_up_id, done.seen)
    with pytest.raises(CareChanged):
        shop.care.undo(uuid7(), first.follow_up_id, back.seen)
    assert sound(shop)


def test_a_call_taken_back_is_no_try(shop):
    first = by_hand(shop, add_member(shop))
    for _ in range(4):
        tried = shop.care.outcome(uuid7(), first.follow_up_id, Outcome.NO_ANSWER)
        shop.care.undo(uuid7(), first.follow_up_id, tried.seen)
    assert shop.care.outcome(uuid7(), first.follow_up_id, Outcome.NO_ANSWER).is_open


def test_it_is_given_to_who_works_here(shop):
    lea = shop.staff.add("Lea", Role.CLERK, "7391")
    first = by_hand(shop, add_member(shop))
    assert shop.care.give(uuid7(), first.follow_up_id, lea.staff_id).adviser == "Lea"
    assert shop.care.give(uuid7(), first.follow_up_id, None).adviser == ""
    with pytest.raises(FieldInvalid):
        shop.care.give(uuid7(), first.follow_up_id, uuid7())


@pytest.mark.parametrize(
    ("what", "day"),
    [("", TODAY), ("x" * 121, TODAY), ("x", date(2026, 11, 20)), ("x", date(2999, 1, 1))],
)
def test_what_cannot_be_promised_is_refused(shop, what, day):
    with pytest.raises(FieldInvalid):
        by_hand(shop, add_member(shop), what, day)


def test_later_needs_a_day_after_today(shop):
    first = by_hand(shop, add_member(shop))
    for day in (None, TODAY, date(2020, 2, 29)):
        with pytest.raises(FieldInvalid):
            shop.care.outcome(uuid7(), first.follow_up_id, Outcome.LATER, later_on=day)


def test_what_is_not_there_is_said(shop):
    with pytest.raises(CareUnknown):
        shop.care.get(uuid7())
    with pytest.raises(MemberUnknown):
        by_hand(shop, uuid7())


# --- members that change --------------------------------------------------------------


def test_who_was_merged_brings_their_follow_ups_along(shop):
    keep, gone = add_member(shop), add_member(shop, "Ann", "000002")
    by_hand(shop, gone)
    shop.merges.merge(uuid7(), keep, gone)
    assert len(shop.care.open_for(keep)) == 1
    (row,) = shop.care.listed().rows
    assert (row.member.member_id, row.member.number) == (keep, "000128")
    assert by_hand(shop, gone).member.member_id == keep
    shop.merges.unmerge(uuid7(), keep)
    assert len(shop.care.open_for(gone)) == 1
    assert sound(shop)


def test_a_merge_makes_no_rule_ask_twice(shop, clock):
    keep, gone = add_member(shop), add_member(shop, "Ann", "000002")
    rule(shop, FollowUpKind.PURCHASE, 0, category="Facials")
    buys(shop, gone)
    assert shop.follow_up_rules.catch_up() == 1
    (first,) = shop.care.open_for(gone)
    shop.care.outcome(uuid7(), first.follow_up_id, Outcome.DONE)
    shop.merges.merge(uuid7(), keep, gone)
    assert shop.follow_up_rules.catch_up() == 0


def test_who_is_archived_is_left_in_peace_and_found_again_when_back(shop):
    ana = add_member(shop)
    by_hand(shop, ana)
    shop.members.archive(ana)
    assert shop.care.count_today() == 0
    assert shop.care.listed().total == 0
    shop.members.unarchive(ana)
    assert shop.care.count_today() == 1


def test_ten_thousand_follow_ups_come_in_pages_at_once(shop):
    ana = add_member(shop)
    database = shop.desk.database
    staff = shop.desk.staff.staff_id.bytes

    def fill():
        for _ in range(10_000):
            new = uuid7().bytes
            database.execute(
                "INSERT INTO follow_up VALUES (?, ?, NULL, '', 'x', 0, '2026-11-20', NULL)",
                (new, ana.bytes),
            )
            database.execute(
                "INSERT INTO follow_up_entry VALUES (?, ?, 1, 'made', '', '2026-11-20', NULL, ?,"
                " 0, '2026-11-20')",
                (uuid7().bytes, new, staff),
            )

    database.in_transaction(fill)
    page = shop.care.listed(limit=50, offset=9_980)
    assert (len(page.rows), page.total) == (20, 10_000)


def test_a_follow_up_that_belies_its_entries_is_named_by_the_doctor(shop):
    by_hand(shop, add_member(shop))
    assert sound(shop)
    shop.desk.database.execute("UPDATE follow_up SET due_on = NULL")
    failing = [(check.name, check.detail) for check in shop.doctor.run() if not check.ok]
    assert failing == [("care", "follow-up 000128")]
