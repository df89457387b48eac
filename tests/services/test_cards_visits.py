"""What the shop promises about cards and visits."""

from datetime import date

import pytest

from app.errors import (
    CardForged,
    CardNotActive,
    CodeUnknown,
    FieldInvalid,
    MemberArchived,
    MemberUnknown,
)
from app.models.cards import draw_serials
from app.models.settings import add_till
from app.models.visits import record_visit
from app.services.cards import CardKind, CardState
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.codes import member_code
from tests.shop_builder import sell


@pytest.fixture
def enrolled(shop):
    return shop.members.add(MemberDraft(name="曾雨晴", phone="13812348000"))


# --- cards -------------------------------------------------------------------------


def test_a_family_shares_a_member_by_several_cards(shop, enrolled):
    member_id = enrolled.member.member_id
    shop.cards.issue(member_id, CardKind.PRINTED, " 小雨 ")
    shop.cards.issue(member_id, CardKind.PRINTED, "阿晴")
    cards = shop.cards.of_member(member_id)
    assert {card.holder for card in cards} == {"", "小雨", "阿晴"}
    assert {shop.cards.find(card.code).member_id for card in cards} == {member_id}


def test_a_code_is_typed_or_scanned_in_any_form(shop, enrolled):
    code = enrolled.card.code
    assert len(code) == 15
    assert shop.cards.find(f"{code[:5]} {code[5:10]}-{code[10:]}") == enrolled.card


def test_a_card_of_another_shop_is_refused_before_anything_is_looked_up(shop, enrolled):
    foreign = member_code(enrolled.card.serial, b"k" * 32)
    assert foreign != enrolled.card.code
    shop.desk.database.execute("ALTER TABLE member_card RENAME TO hidden")
    with pytest.raises(CardForged):
        shop.cards.find(foreign)


def test_a_genuine_code_that_was_never_issued_is_unknown(shop):
    with pytest.raises(CodeUnknown):
        shop.cards.find(member_code(4711, shop.desk.card_key))
    with pytest.raises(CodeUnknown):
        shop.cards.find("6901234567892")


def test_a_replaced_card_says_so_with_the_date(shop, clock, enrolled):
    shop.cards.report_lost(enrolled.card.card_id)
    with pytest.raises(CardNotActive) as lost:
        shop.cards.find(enrolled.card.code)
    assert (lost.value.state, lost.value.on) == ("lost", date(2026, 11, 21))
    clock.forward(days=3)
    new = shop.cards.replace(enrolled.card.card_id)
    with pytest.raises(CardNotActive) as replaced:
        shop.cards.find(enrolled.card.code)
    assert (replaced.value.state, replaced.value.on) == ("replaced", date(2026, 11, 24))
    assert shop.cards.find(new.code).member_id == enrolled.member.member_id
    with pytest.raises(CardNotActive):
        shop.cards.replace(enrolled.card.card_id)


def test_a_card_found_again_works_again_unless_another_took_its_place(shop, enrolled):
    card_id = enrolled.card.card_id
    shop.cards.report_lost(card_id)
    assert shop.cards.reactivate(card_id).state is CardState.ACTIVE
    assert shop.cards.find(enrolled.card.code).card_id == card_id
    new = shop.cards.replace(card_id)
    with pytest.raises(CardNotActive):
        shop.cards.reactivate(card_id)
    shop.cards.close(new.card_id)
    shop.cards.reactivate(card_id)
    assert shop.cards.find(enrolled.card.code).card_id == card_id


def test_every_change_of_a_card_leaves_a_trace(shop, enrolled):
    shop.cards.report_lost(enrolled.card.card_id)
    shop.cards.report_lost(enrolled.card.card_id)
    shop.cards.close(enrolled.card.card_id)
    rows = shop.desk.database.rows("SELECT action FROM audit_entry ORDER BY id")
    assert rows == [("card.lost",), ("card.closed",)]


def test_an_archived_or_unknown_member_gets_no_card(shop, enrolled):
    shop.members.archive(enrolled.member.member_id)
    with pytest.raises(MemberArchived):
        shop.cards.issue(enrolled.member.member_id, CardKind.PRINTED)
    with pytest.raises(MemberUnknown):
        shop.cards.issue(uuid7(), CardKind.PRINTED)
    with pytest.raises(CodeUnknown):
        shop.cards.replace(uuid7())


def test_a_holders_name_is_checked_like_any_text(shop, enrolled):
    with pytest.raises(FieldInvalid):
        shop.cards.issue(enrolled.member.member_id, CardKind.PRINTED, "x" * 121)


def test_two_tills_draw_serials_from_blocks_of_their_own(shop):
    database, here = shop.desk.database, shop.desk.till.till_id.bytes
    there = uuid7().bytes
    add_till(database, there, "", "counter", 0)

    def draw(till: bytes, count: int):
        return database.in_transaction(lambda: draw_serials(database, till, count))

    assert draw(here, 2) == [0, 1]
    assert draw(there, 3) == [100, 101, 102]
    assert draw(here, 99) == [*range(2, 100), 200]
    assert draw(here, 1) == [201]
    assert draw(there, 250) == [*range(103, 200), *range(300, 453)]


def test_cards_to_print_are_issued_where_there_are_none(shop, enrolled):
    bare = shop.members.add(MemberDraft(name="仇英"), with_card=False).member
    ids = [bare.member_id, enrolled.member.member_id]
    printed = list(shop.cards.facts(ids))
    assert [facts.name for facts in printed] == ["仇英", "曾雨晴"]
    assert printed[1].code == enrolled.card.code
    assert (printed[1].number, printed[1].joined_on) == ("000001", "2026-11-21")
    assert shop.cards.find(printed[0].code).kind is CardKind.PRINTED
    assert list(shop.cards.facts(ids)) == printed


def test_a_holders_card_bears_the_holders_name(shop, enrolled):
    child = shop.cards.issue(enrolled.member.member_id, CardKind.PRINTED, "小雨")
    assert shop.cards.facts_of_card(child.card_id).name == "小雨"
    assert shop.cards.facts_of_card(enrolled.card.card_id).name == "曾雨晴"
    # Printing the member's card still means their own.
    assert [facts.code for facts in shop.cards.facts([enrolled.member.member_id])] == [
        enrolled.card.code
    ]


# --- visits ------------------------------------------------------------------------


def test_a_check_in_counts_once_a_business_day(shop, clock, enrolled):
    member_id = enrolled.member.member_id
    first = shop.visits.check_in(member_id)
    assert (first.first_today, first.visits) == (True, 1)
    again = shop.visits.check_in(member_id)
    assert (again.first_today, again.visits) == (False, 1)
    clock.forward(hours=17)  # 03:00 in Shanghai: the shop's day has not ended
    assert not shop.visits.check_in(member_id).first_today
    clock.forward(hours=2)
    assert shop.visits.check_in(member_id).visits == 2
    assert [visit.business_date.day for visit in shop.visits.of_member(member_id)] == [22, 21]


def test_a_sale_and_a_check_in_of_one_day_are_two_visits(shop, clock, enrolled):
    member_id = enrolled.member.member_id
    shop.visits.check_in(member_id)
    clock.forward(hours=1)
    sell(shop, 100, member_id)
    member = shop.members.get(member_id)
    assert member.visits == 2
    assert member.last_visit_at == clock.moment
    assert [visit.kind for visit in shop.visits.of_member(member_id)] == ["sale", "check_in"]


def test_a_visit_of_long_ago_never_moves_the_last_one_back(shop, enrolled):
    member_id = enrolled.member.member_id
    shop.visits.check_in(member_id)
    database = shop.desk.database
    last = shop.members.get(member_id).last_visit_at
    assert record_visit(database, member_id.bytes, "sale", 1000, "1970-01-01", uuid7().bytes)
    member = shop.members.get(member_id)
    assert (member.visits, member.last_visit_at) == (2, last)


def test_only_a_live_member_checks_in(shop, enrolled):
    shop.members.freeze(enrolled.member.member_id)
    assert shop.visits.check_in(enrolled.member.member_id).first_today
    shop.members.archive(enrolled.member.member_id)
    with pytest.raises(MemberArchived):
        shop.visits.check_in(enrolled.member.member_id)
    with pytest.raises(MemberUnknown):
        shop.visits.check_in(uuid7())
