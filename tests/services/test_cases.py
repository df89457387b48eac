"""Feedback is taken down once; a low score or a complaint is looked after until it is solved."""

from datetime import date

import pytest

from app.errors import CareChanged, CareClosed, CareUnknown, FieldInvalid, MemberUnknown
from app.services.care_types import FeedbackDraft
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.powers import Role
from tests.shop_builder import add_member, sell


def sound(shop) -> bool:
    return not [check for check in shop.doctor.run() if not check.ok]


def complaint(shop, words="cold coffee", **more):
    return shop.cases.take(uuid7(), FeedbackDraft(words=words, complaint=True, **more))


@pytest.mark.parametrize(
    ("score", "complains", "opened"),
    [(1, False, True), (2, False, True), (3, False, False), (5, False, False), (5, True, True)],
)
def test_a_low_score_or_a_complaint_opens_a_case(shop, score, complains, opened):
    ana = add_member(shop)
    draft = FeedbackDraft(score, "words", complains, ana, sell(shop, 1_000, ana).sale_id)
    assert (shop.cases.take(uuid7(), draft) is not None) is opened
    (told,) = shop.cases.feedback_of(ana)
    assert (told.score, told.case_number) == (score, 1 if opened else None)
    assert shop.cases.counts() == (int(opened), 0)
    assert sound(shop)


def test_feedback_taken_twice_counts_once(shop):
    op, draft = uuid7(), FeedbackDraft(1, "bad")
    first = shop.cases.take(op, draft)
    assert shop.cases.take(op, draft) == first
    assert shop.cases.scores(date(2026, 11, 1), date(2026, 11, 30)) == {
        1: 1, 2: 0, 3: 0, 4: 0, 5: 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "draft",
    [
        FeedbackDraft(0, "x"),
        FeedbackDraft(6, "x"),
        FeedbackDraft(),
        FeedbackDraft(words="  "),
        FeedbackDraft(5, complaint=True),
        FeedbackDraft(5, "x" * 501),
        FeedbackDraft(1, "x", adviser_id=uuid7()),
    ],
)
def test_what_says_nothing_is_refused(shop, draft):
    with pytest.raises(FieldInvalid):
        shop.cases.take(uuid7(), draft)
    assert shop.cases.counts() == (0, 0)


def test_a_case_goes_through_notes_and_hands_until_it_is_solved(shop, clock):
    lea = shop.staff.add("Lea", Role.CLERK, "7391")
    ana = shop.members.add(MemberDraft(name="Ana", adviser="Lea")).member.member_id
    case = complaint(shop, member_id=ana)
    assert (case.state, case.adviser, case.number) == ("open", "Lea", 1)
    clock.forward(days=3)
    shop.cases.note(uuid7(), case.case_id, "called, will bring another one")
    op = uuid7()
    solved = shop.cases.solve(op, case.case_id, "a new cup")
    assert shop.cases.solve(op, case.case_id, "a new cup") == solved
    assert (solved.state, solved.age_days) == ("solved", 3)
    with pytest.raises(CareClosed):
        shop.cases.solve(uuid7(), case.case_id, "again")
    again = shop.cases.reopen(uuid7(), case.case_id, "cold again")
    assert (again.state, again.adviser_id) == ("reopened", lea.staff_id)
    assert [each.kind for each in shop.cases.history(case.case_id)] == [
        "opened", "note", "solved", "reopened",
    ]  # fmt: skip
    with pytest.raises(CareChanged):
        shop.cases.reopen(uuid7(), case.case_id)
    assert shop.cases.give(uuid7(), case.case_id, None).adviser == ""
    assert sound(shop)


def test_a_case_solved_in_another_window_is_not_solved_unseen(shop):
    case = complaint(shop)
    shop.cases.note(uuid7(), case.case_id, "more is known now")
    with pytest.raises(CareChanged):
        shop.cases.solve(uuid7(), case.case_id, "done", seen=case.seen)


def test_cases_are_listed_by_age_and_by_page(shop, clock):
    for number in range(5):
        complaint(shop, f"case {number}")
        clock.forward(days=1)
    assert [each.number for each in shop.cases.listed(limit=2, offset=1).rows] == [2, 3]
    shop.cases.solve(uuid7(), shop.cases.listed().rows[0].case_id, "done")
    assert shop.cases.counts() == (4, 1)
    assert [each.number for each in shop.cases.listed(solved=True).rows] == [1]
    assert [each.age_days for each in shop.cases.listed().rows] == [4, 3, 2, 1]


def test_what_a_merged_member_said_is_shown_with_the_kept_one(shop):
    keep, gone = add_member(shop), add_member(shop, "Ann", "000002")
    complaint(shop, member_id=gone)
    shop.merges.merge(uuid7(), keep, gone)
    assert len(shop.cases.of_member(keep)) == len(shop.cases.feedback_of(keep)) == 1
    assert shop.cases.listed().rows[0].member.member_id == keep


def test_what_is_not_there_is_said(shop):
    with pytest.raises(CareUnknown):
        shop.cases.get(uuid7())
    with pytest.raises(MemberUnknown):
        complaint(shop, member_id=uuid7())


def test_a_case_that_belies_its_entries_is_named_by_the_doctor(shop):
    complaint(shop)
    shop.desk.database.execute("UPDATE care_case SET state = 'solved'")
    failing = [(check.name, check.detail) for check in shop.doctor.run() if not check.ok]
    assert failing == [("care", "case 1")]
