"""A member is found by whatever a clerk has at hand."""

import pytest

from app.errors import CardForged, CardNotActive, MemberAmbiguous, MemberUnknown
from app.services.member_types import MemberDraft, MemberFilter
from tests.shop_builder import add_member, sell

EVERYONE = (
    MemberDraft(name="曾雨晴", phone="13812348000", tags=("VIP",)),
    MemberDraft(name="单雄信", phone="13900005678"),
    MemberDraft(name="Anna O'Neil", phone="+852 9123 4567"),
    MemberDraft(name="仇英", number="VIP-007"),
    MemberDraft(name="解缙", phone="010-88881234", tags=("VIP", "老客")),
)


@pytest.fixture
def people(shop):
    return {draft.name: shop.members.add(draft) for draft in EVERYONE}


def names(hits) -> list[str]:
    return [hit.name for hit in hits]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("1381", "曾雨晴"),
        ("138 12", "曾雨晴"),
        ("+86 138-1234", "曾雨晴"),
        ("0086138", "曾雨晴"),
        ("8613812", "曾雨晴"),
        ("8000", "曾雨晴"),
        ("5678", "单雄信"),
        ("4567", "Anna O'Neil"),
        ("+852 91", "Anna O'Neil"),
        ("9123 4567", "Anna O'Neil"),
        ("01088", "解缙"),
        ("1088", "解缙"),
        ("雨", "曾雨晴"),
        ("晴", "曾雨晴"),
        ("zengyu", "曾雨晴"),
        ("zyq", "曾雨晴"),
        ("ZYQ", "曾雨晴"),
        ("ceng", "曾雨晴"),
        ("shan", "单雄信"),
        ("qiu", "仇英"),
        ("xie", "解缙"),
        ("oneil", "Anna O'Neil"),
        ("ann", "Anna O'Neil"),
        ("000001", "曾雨晴"),
        ("VIP-0", "仇英"),
        ("  仇英 ", "仇英"),
    ],
)
def test_a_member_is_found_as_somebody_types(shop, people, typed: str, name: str):
    assert name in names(shop.members.suggest(typed))
    assert name in names(shop.members.find(typed))
    assert name in names(shop.members.page(MemberFilter(text=typed), 0, 20))


@pytest.mark.parametrize("typed", ["", "   ", "曾雨x", "%", "_", "' OR 1=1 --", "\ud800", "9999"])
def test_nobody_is_found_by_what_nobody_has(shop, people, typed: str):
    assert shop.members.suggest(typed) == ()
    assert shop.members.find(typed) == ()


def test_a_card_code_finds_its_member_and_a_forged_one_is_told(shop, people):
    card = people["曾雨晴"].card
    assert names(shop.members.suggest(card.code)) == ["曾雨晴"]
    assert names(shop.members.find(f" {card.code[:8]} {card.code[8:]}")) == ["曾雨晴"]
    assert names(shop.members.page(MemberFilter(text=card.code), 0, 20)) == ["曾雨晴"]
    forged = card.code[:-1] + str((int(card.code[-1]) + 1) % 10)
    assert shop.members.suggest(forged) == ()
    assert shop.members.page_count(MemberFilter(text=forged)) == 0
    with pytest.raises(CardForged):
        shop.members.find(forged)
    shop.cards.report_lost(card.card_id)
    assert shop.members.suggest(card.code) == ()
    with pytest.raises(CardNotActive):
        shop.members.resolve(card.code)


def test_who_was_here_last_stands_first(shop, clock):
    ids = [shop.members.add(MemberDraft(name=f"王{each}")).member.member_id for each in "甲乙丙"]
    for place in (1, 0, 2):
        clock.forward(hours=1)
        shop.visits.check_in(ids[place])
    assert names(shop.members.suggest("王")) == ["王丙", "王甲", "王乙"]
    assert names(shop.members.suggest("wang", limit=1)) == ["王丙"]


def test_a_list_that_is_searched_keeps_its_order(shop, clock):
    ids = [shop.members.add(MemberDraft(name=f"王{each}")).member.member_id for each in "丙甲乙"]
    shop.members.add(MemberDraft(name="李丁"))
    for place in (1, 0, 2):
        clock.forward(hours=1)
        shop.visits.check_in(ids[place])
    clock.forward(hours=1)
    sell(shop, 500, ids[0])
    clock.forward(hours=1)
    sell(shop, 900, ids[1])
    for sort, order in (
        ("recent", ["王甲", "王丙", "王乙"]),
        ("points", ["王甲", "王丙", "王乙"]),
        ("number", ["王丙", "王甲", "王乙"]),
    ):
        wanted = MemberFilter(text="王", sort=sort)
        assert names(shop.members.page(wanted, 0, 20)) == order
        assert names(shop.members.page(wanted, 1, 1)) == order[1:2]
        assert [shop.members.get(each).name for each in shop.members.ids(wanted)] == order
        assert shop.members.page_count(wanted) == 3


def test_somebody_found_twice_takes_no_other_ones_place(shop):
    for number in range(1, 6):
        shop.members.add(MemberDraft(name=f"1{number}", number=f"1{number}", phone=f"1{number}"))
    found = names(shop.members.suggest("1", limit=5))
    assert sorted(found) == ["11", "12", "13", "14", "15"]


def test_the_archived_take_no_place_among_the_first(shop):
    for each in range(30):
        member = shop.members.add(MemberDraft(name=f"王{each:02d}")).member
        if each < 25:
            shop.visits.check_in(member.member_id)
            shop.members.archive(member.member_id)
    assert len(shop.members.suggest("王")) == 5


def test_the_last_four_digits_stand_before_other_hits(shop, clock):
    shop.members.add(MemberDraft(name="甲", phone="13900001381"))
    recent = shop.members.add(MemberDraft(name="乙", phone="13812345678")).member
    shop.visits.check_in(recent.member_id)
    assert names(shop.members.suggest("1381")) == ["甲", "乙"]


def test_a_whole_number_stands_before_those_it_begins(shop):
    for number in ("12", "123", "1"):
        member = shop.members.add(MemberDraft(name=number, number=number)).member
        if number != "1":
            shop.visits.check_in(member.member_id)
    assert names(shop.members.suggest("1"))[0] == "1"


def test_the_list_hides_the_middle_of_phones(shop, people):
    (hit,) = shop.members.suggest("曾")
    assert hit.masked_phone == "138****8000"
    (row,) = shop.members.page(MemberFilter(text="曾"), 0, 20)
    assert row.masked_phone == "138****8000"


def test_the_archived_are_left_out_unless_asked_for(shop, people):
    shop.members.archive(people["曾雨晴"].member.member_id)
    for typed in ("曾", "13812348000", "000001", people["曾雨晴"].card.code):
        assert shop.members.suggest(typed) == ()
        assert names(shop.members.suggest(typed, archived=True)) == ["曾雨晴"]


def test_a_sale_names_exactly_one_member(shop, people):
    for text in ("000001", "138 1234 8000", "+8613812348000", people["曾雨晴"].card.code):
        assert shop.members.resolve(text).name == "曾雨晴"
    assert shop.members.resolve("+852 91234567").name == "Anna O'Neil"
    for text in ("曾雨晴", "1381", "", "\ud800", "none"):
        with pytest.raises(MemberUnknown):
            shop.members.resolve(text)


def test_a_number_and_a_phone_of_two_members_are_ambiguous(shop, people):
    shop.members.add(MemberDraft(name="b", number="13812348000"))
    with pytest.raises(MemberAmbiguous) as refusal:
        shop.members.resolve("13812348000")
    assert refusal.value.hits == 2
    assert shop.members.by_number("13812348000").name == "b"


def test_a_phone_that_is_only_text_still_finds_its_member(shop):
    shop.members.add(MemberDraft(name="a", phone="12345"))
    assert shop.members.resolve("12345").name == "a"
    shop.members.add(MemberDraft(name="b", phone="12345"))
    with pytest.raises(MemberAmbiguous):
        shop.members.resolve("12345")


# --- the list ----------------------------------------------------------------------


def test_the_list_is_filtered_by_state_and_tag(shop, people):
    shop.members.freeze(people["单雄信"].member.member_id)
    shop.members.archive(people["仇英"].member.member_id)

    def listed(**wanted: str) -> set[str]:
        asked = MemberFilter(**wanted)
        page = shop.members.page(asked, 0, 50)
        assert shop.members.page_count(asked) == len(page)
        assert list(shop.members.ids(asked)) == [row.member_id for row in page]
        return set(names(page))

    assert listed() == {"曾雨晴", "单雄信", "Anna O'Neil", "解缙"}
    assert listed(state="active") == {"曾雨晴", "Anna O'Neil", "解缙"}
    assert listed(state="frozen") == {"单雄信"}
    assert listed(state="archived") == {"仇英"}
    assert listed(tag="VIP") == {"曾雨晴", "解缙"}
    assert listed(tag="VIP", text="zyq") == {"曾雨晴"}
    assert listed(tag="nobody") == set()
    assert shop.members.tags() == ("VIP", "老客")


def test_the_list_is_sorted_as_asked_and_walked_in_pages(shop, people, clock):
    for place, name in enumerate(("解缙", "曾雨晴", "单雄信")):
        clock.forward(minutes=1)
        sell(shop, 1000 * (3 - place), people[name].member.member_id)

    def order(sort: str) -> list[str]:
        wanted = MemberFilter(sort=sort)
        whole = names(shop.members.page(wanted, 0, 50))
        pages = [shop.members.page(wanted, start, 2) for start in (0, 2, 4)]
        assert whole == [name for page in pages for name in names(page)]
        return whole

    assert order("recent")[:3] == ["单雄信", "曾雨晴", "解缙"]
    assert order("points")[:3] == order("spent")[:3] == ["解缙", "曾雨晴", "单雄信"]
    assert order("name") == sorted(people)
    assert order("number")[-1] == "仇英"


def test_the_ids_of_a_list_are_looked_at_one_by_one(shop, people):
    ids = shop.members.ids(MemberFilter(sort="number"))
    assert len(ids) == 5
    assert ids[0] == people["曾雨晴"].member.member_id
    assert ids[-1] == people["仇英"].member.member_id
    assert list(ids[1:3]) == list(ids)[1:3]
    with pytest.raises(IndexError):
        ids[5]
    assert names(shop.members.rows(ids[3:])) == ["解缙", "仇英"]


def test_a_hanzi_that_stands_twice_in_a_name_finds_the_member_once(shop):
    for at in range(22):
        add_member(shop, "王小王", f"{at:06d}")
    found = shop.members.suggest("王")
    assert len({hit.member_id for hit in found}) == len(found) == 20
    assert len(shop.members.suggest("王小王")) == 20
