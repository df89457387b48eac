"""What the shop promises about its members."""

from collections import deque
from dataclasses import replace
from datetime import date

import pytest

from app.errors import (
    FieldInvalid,
    MemberArchived,
    MemberNumberTaken,
    MemberUnknown,
    PhoneTaken,
    SerialsExhausted,
)
from app.models.members import insert_members
from app.services.ids import uuid7
from app.services.member_drafts import new_member
from app.services.member_types import DependantDraft, MemberDraft, MemberFilter, MemberState
from app.services.rules.days import Birthday
from tests.shared_data import naughty_strings
from tests.shop_builder import sell

WHOLE = MemberDraft(
    name="曾雨晴",
    phone="138 1234 8000",
    number="000128",
    gender="女",
    birthday="lunar:1990-08-15",
    joined_on=date(2024, 3, 2),
    tags=("VIP", "老客"),
    preferences=("燕麦奶", "少糖", "靠窗"),
    note="对花生过敏\n坐靠窗的位置",
    email="yuqing@example.com",
    wechat="zyq_1990",
    address="上海市徐汇区",
    occupation="设计师",
    source="朋友介绍",
    adviser="林晓",
    dependants=(DependantDraft("小雨", "女儿", "2018-06-01"), DependantDraft("阿晴")),
    custom=(("鞋码", "37"), ("车牌", "沪A·12345")),
    marketing_consent=True,
)


def audited(shop):
    return shop.desk.database.rows("SELECT action, detail FROM audit_entry ORDER BY id")


# --- enrolling -------------------------------------------------------------------


def test_a_phone_alone_enrols_a_member_with_a_card(shop):
    enrolled = shop.members.add(MemberDraft(phone="13812348000"))
    assert enrolled.member.number == "000001"
    assert enrolled.member.phone == "138 1234 8000"
    assert enrolled.member.joined_on == date(2026, 11, 21)
    assert enrolled.member.consent is None
    assert enrolled.card is not None
    assert shop.cards.find(enrolled.card.code).member_id == enrolled.member.member_id
    assert (enrolled.warnings, enrolled.existing) == ((), False)


def test_everything_typed_is_kept(shop):
    member = shop.members.add(WHOLE).member
    assert member.phone_valid
    assert member.gender == "female"
    assert member.birthday == Birthday(8, 15, 1990, lunar=True)
    assert member.dependants[0].birthday == Birthday(6, 1, 2018)
    assert [each.name for each in member.dependants] == ["小雨", "阿晴"]
    assert member.consent is not None
    assert member.consent.granted
    assert shop.members.get(member.member_id) == member
    typed = replace(WHOLE, gender="female")
    assert shop.members.draft_of(member.member_id) == typed


def test_repeating_an_enrolment_adds_one_member(shop):
    member_id = uuid7()
    first = shop.members.add(WHOLE, member_id=member_id)
    again = shop.members.add(WHOLE, member_id=member_id)
    assert again.existing
    assert again.member == first.member
    assert len(shop.cards.of_member(member_id)) == 1


def test_a_member_needs_a_name_or_a_phone(shop):
    with pytest.raises(FieldInvalid) as refusal:
        shop.members.add(MemberDraft(name="  ", note="who?"))
    assert (refusal.value.field, refusal.value.reason) == ("name", "required")


def test_a_refused_enrolment_leaves_nothing_behind(shop):
    with pytest.raises(FieldInvalid):
        shop.members.add(replace(WHOLE, number="", birthday="tomorrow"))
    assert shop.members.add(MemberDraft(name="a")).member.number == "000001"
    assert shop.members.find("曾") == ()


# --- numbers ---------------------------------------------------------------------


def test_member_numbers_are_text_and_keep_their_zeros(shop):
    assert shop.members.add(MemberDraft(name="a", number="007")).member.number == "007"
    assert shop.members.by_number("007").name == "a"
    with pytest.raises(MemberUnknown):
        shop.members.by_number("7")


def test_automatic_numbers_skip_those_given_by_hand_and_are_never_given_again(shop):
    for number in ("000001", "000002", "000004", "888888"):
        shop.members.add(MemberDraft(name="a", number=number))
    third = shop.members.add(MemberDraft(name="b")).member
    assert third.number == "000003"
    shop.members.archive(third.member_id)
    assert shop.members.add(MemberDraft(name="c")).member.number == "000005"


def test_automatic_numbers_step_over_a_long_imported_run(shop):
    context = shop.members.draft_context()
    rows = [
        new_member(MemberDraft(name="a"), context, member_id=uuid7(), number=f"{each:06d}")[0]
        for each in range(1, 1400)
    ]
    shop.desk.transaction(lambda: insert_members(shop.desk.database, rows))
    assert shop.members.add(MemberDraft(name="b")).member.number == "001400"
    assert shop.members.add(MemberDraft(name="b")).member.number == "001401"


def test_a_taken_number_is_refused(shop):
    shop.members.add(WHOLE)
    with pytest.raises(MemberNumberTaken):
        shop.members.add(MemberDraft(name="b", number="000128"))


def test_a_number_in_the_shape_of_a_card_code_is_refused(shop):
    with pytest.raises(FieldInvalid, match="reserved_code"):
        shop.members.add(MemberDraft(name="b", number="900000112345671"))


# --- phones ----------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["13812348000", "+86 138 1234 8000", "0086-138-1234-8000"])
def test_a_duplicate_phone_names_the_member_who_has_it(shop, typed: str):
    shop.members.add(WHOLE)
    with pytest.raises(PhoneTaken) as refusal:
        shop.members.add(MemberDraft(phone=typed))
    assert refusal.value.facts() == {
        "phone": "138 1234 8000",
        "number": "000128",
        "name": "曾雨晴",
    }


def test_the_index_has_the_last_word_on_phones(shop):
    shop.members.add(WHOLE)
    context = shop.members.draft_context()
    twin, _ = new_member(replace(WHOLE, number=""), context, member_id=uuid7(), number="000129")
    with pytest.raises(PhoneTaken):
        shop.desk.transaction(lambda: insert_members(shop.desk.database, [twin]))
    assert shop.desk.database.value("SELECT count(*) FROM member") == 1


def test_two_members_of_one_import_cannot_share_a_phone(shop):
    context = shop.members.draft_context()
    twins = [
        new_member(replace(WHOLE, number=""), context, member_id=uuid7(), number=number)[0]
        for number in ("1", "2")
    ]
    with pytest.raises(PhoneTaken):
        shop.desk.transaction(lambda: insert_members(shop.desk.database, twins))
    assert shop.desk.database.value("SELECT count(*) FROM member") == 0


def test_what_is_no_phone_is_kept_as_text_with_a_warning(shop):
    enrolled = shop.members.add(MemberDraft(name="a", phone="ask at the desk"))
    assert enrolled.warnings == ("phone_unparsed",)
    assert enrolled.member.phone == "ask at the desk"
    assert not enrolled.member.phone_valid
    # Text is no identity: a second one is taken too.
    shop.members.add(MemberDraft(name="b", phone="ask at the desk"))


def test_a_phone_stays_the_same_number_when_the_shop_changes_its_country(shop):
    member_id = shop.members.add(MemberDraft(name="a", phone="13812348000")).member.member_id
    shop.settings.save(replace(shop.settings.get(), region="HK"))
    shop.members.update(member_id, replace(shop.members.draft_of(member_id), name="b"))
    assert shop.members.resolve("+86 138 1234 8000").name == "b"


def test_the_phone_is_shown_whole_only_with_a_trace_that_holds_no_personal_data(shop):
    member = shop.members.add(WHOLE).member
    assert shop.members.strip(member.member_id).masked_phone == "138****8000"
    assert audited(shop) == []
    assert shop.members.reveal_phone(member.member_id) == "138 1234 8000"
    assert audited(shop) == [("member.phone_revealed", "")]


# --- changing --------------------------------------------------------------------


def test_an_edit_and_its_undo_leave_the_member_as_it_was(shop):
    before = shop.members.add(WHOLE).member
    draft = shop.members.draft_of(before.member_id)
    after = shop.members.update(
        before.member_id,
        replace(draft, name="曾晴", phone="139 0000 1111", tags=("新",), dependants=()),
    ).member
    assert (after.name, after.phone, after.tags) == ("曾晴", "139 0000 1111", ("新",))
    assert shop.members.find("zengqing")
    assert not shop.members.find("雨晴")
    assert shop.members.update(before.member_id, draft).member == before


def test_an_edit_cannot_take_anothers_phone_or_number(shop):
    shop.members.add(WHOLE)
    other = shop.members.add(MemberDraft(name="b", phone="13900001111")).member
    draft = shop.members.draft_of(other.member_id)
    with pytest.raises(PhoneTaken):
        shop.members.update(other.member_id, replace(draft, phone="13812348000"))
    with pytest.raises(MemberNumberTaken):
        shop.members.update(other.member_id, replace(draft, number="000128"))
    assert shop.members.get(other.member_id) == other


def test_consent_is_a_ledger_with_the_notice_that_was_shown(shop):
    member_id = shop.members.add(WHOLE).member.member_id
    shop.settings.save(replace(shop.settings.get(), notice_version="2"))
    for granted in (False, True, True):
        draft = replace(shop.members.draft_of(member_id), marketing_consent=granted)
        shop.members.update(member_id, draft)
        assert shop.members.get(member_id).consent.granted is granted
    rows = shop.desk.database.rows("SELECT granted, notice_version FROM consent ORDER BY id")
    assert rows == [(1, "1"), (0, "2"), (1, "2")]


# --- states ----------------------------------------------------------------------


def test_an_archived_members_phone_is_free_for_another(shop):
    old = shop.members.add(WHOLE).member
    shop.members.archive(old.member_id)
    assert shop.members.find("13812348000") == ()
    shop.members.add(MemberDraft(name="b", phone="13812348000"))
    assert shop.members.resolve("13812348000").name == "b"
    with pytest.raises(PhoneTaken):
        shop.members.unarchive(old.member_id)
    assert shop.members.get(old.member_id).state is MemberState.ARCHIVED


def test_a_member_comes_back_from_the_archive(shop):
    old = shop.members.add(WHOLE).member
    shop.members.archive(old.member_id)
    with pytest.raises(MemberArchived):
        shop.members.freeze(old.member_id)
    with pytest.raises(MemberArchived):
        shop.members.resolve("000128")
    assert shop.members.unarchive(old.member_id) == old
    assert [member.number for member in shop.members.find("zyq")] == ["000128"]


def test_freezing_is_undone_and_leaves_a_trace(shop):
    member = shop.members.add(WHOLE).member
    assert shop.members.freeze(member.member_id).state is MemberState.FROZEN
    assert shop.members.strip(member.member_id).facts.frozen
    shop.members.freeze(member.member_id)
    shop.members.unarchive(member.member_id)
    assert shop.members.unfreeze(member.member_id) == member
    assert [action for action, _ in audited(shop)] == ["member.frozen", "member.active"]


# --- what the cashier sees -------------------------------------------------------


def test_the_strip_says_what_a_cashier_wants_to_know(shop):
    member = shop.members.add(replace(WHOLE, birthday="1990-11-24")).member
    sell(shop, 3000, member.member_id)
    strip = shop.members.strip(member.member_id)
    assert (strip.points, strip.visits, strip.last_visit_on) == (30, 1, date(2026, 11, 21))
    assert (strip.favourite, strip.birthday_in_days) == ("open item", 3)
    assert (strip.tags, strip.note) == (("VIP", "老客"), WHOLE.note)
    assert strip.facts == shop.checkout.member_facts(member.member_id)


def test_a_member_who_never_came_has_an_empty_strip(shop):
    strip = shop.members.strip(shop.members.add(MemberDraft(name="a")).member.member_id)
    assert (strip.points, strip.visits, strip.last_visit_on, strip.favourite) == (0, 0, None, "")
    assert strip.birthday_in_days is None


def test_an_unknown_member_is_refused(shop):
    for ask in (shop.members.get, shop.members.strip, shop.members.archive):
        with pytest.raises(MemberUnknown):
            ask(uuid7())


# --- bad input -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("name", "x" * 121, "too_long"),
        ("name", "a\x00b", "control_characters"),
        ("name", "a\ud800", "control_characters"),
        ("note", "x" * 4001, "too_long"),
        ("note", "card 4111 1111 1111 1111", "card_number"),
        ("phone", "4111111111111111", "card_number"),
        ("gender", "cat", "unknown_value"),
        ("birthday", "1990-02-30", "not_a_birthday"),
        ("birthday", "2030-01-01", "in_the_future"),
        ("number", "x" * 33, "too_long"),
    ],
)
def test_a_field_that_cannot_be_taken_is_refused_with_its_reason(
    shop, field: str, text: str, reason: str
):
    with pytest.raises(FieldInvalid) as refusal:
        shop.members.add(replace(MemberDraft(name="a"), **{field: text}))  # type: ignore[arg-type]
    assert (refusal.value.field, refusal.value.reason) == (field, reason)


TEXTS = ("number", "name", "phone", "note", "email", "wechat", "address", "occupation", "source")


@pytest.mark.parametrize("field", [*TEXTS, "adviser"])
def test_every_naughty_string_is_stored_as_given_or_refused(shop, field: str):
    def enrol(text: str) -> None:
        draft = replace(MemberDraft(name="a"), **{field: text})  # type: ignore[arg-type]
        try:
            member = shop.members.add(draft, with_card=False).member
        except (FieldInvalid, MemberNumberTaken, PhoneTaken):
            return
        kept = getattr(member, field)
        if not (field == "number" and not text.strip()) and not member.phone_valid:
            assert kept == text.strip()
        found = shop.members.find(kept)
        if field in ("number", "name"):
            assert member.member_id in {each.member_id for each in found} or len(found) == 20

    shop.desk.transaction(lambda: deque(map(enrol, naughty_strings()), maxlen=0))


def test_every_naughty_string_is_kept_in_lists_or_refused(shop):
    def enrol(text: str) -> None:
        draft = MemberDraft(
            name="a",
            tags=(text,),
            preferences=(text,),
            custom=((text, text),),
            dependants=(DependantDraft(text, text),),
        )
        try:
            member = shop.members.add(draft, with_card=False).member
        except FieldInvalid:
            return
        kept = text.strip()
        assert member.tags == member.preferences == (kept,)
        assert member.custom == ((kept, kept),)
        assert (member.dependants[0].name, member.dependants[0].relation) == (kept, kept)

    shop.desk.transaction(lambda: deque(map(enrol, naughty_strings()), maxlen=0))


def test_ten_million_cards_are_the_end_of_serials(shop):
    database = shop.desk.database
    database.execute(
        "INSERT INTO serial_block (first_serial, last_serial, next_serial, till_id)"
        " VALUES (9999998, 9999999, 9999998, ?)",
        (shop.desk.till.till_id.bytes,),
    )
    codes = {shop.members.add(MemberDraft(name="a")).card.code for _ in range(2)}
    assert len(codes) == 2
    with pytest.raises(SerialsExhausted):
        shop.members.add(MemberDraft(name="a"))
    assert shop.members.page_count(MemberFilter()) == 2
