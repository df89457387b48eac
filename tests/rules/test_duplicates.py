"""Which members may be one person, and which only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.duplicates import Person, Sign, keys, likeness, numbers_in


def pair(one: dict[str, str], other: dict[str, str]):
    return Person(**one, home="86"), Person(**other, home="86")


WHOLE, DAY = "1990-03-08", "--03-08"
SAME = [
    ({"phone": "138 0013 8000"}, {"phone": "+86-138-0013-8000 (妈妈)"}, Sign.PHONE),
    ({"phone": "13800138000/13900139000"}, {"phone": "0086 13900139000"}, Sign.PHONE),
    (
        {"name": "王伟", "phone": "010-65529988"},
        {"name": "王伟", "phone": "6552 9988"},
        Sign.PHONE_END,
    ),
    ({"name": "王伟", "birthday": WHOLE}, {"name": "王 伟", "birthday": WHOLE}, Sign.NAME),
    # 15 August 1990 of the lunar calendar was 3 October.
    (
        {"name": "王伟", "birthday": "lunar:1990-08-15"},
        {"name": "王伟", "birthday": "1990-10-03"},
        Sign.BIRTHDAY,
    ),
    ({"name": "陈雨晴", "birthday": DAY}, {"name": "陳雨情", "birthday": DAY}, Sign.SOUND),
    ({"name": "张静", "birthday": WHOLE}, {"name": "臧金", "birthday": WHOLE}, Sign.SOUND),
    (
        {"name": "王小明", "birthday": "1990-03-08"},
        {"name": "Xiaoming Wang", "birthday": "1990-03-08"},
        Sign.SOUND,
    ),
    (
        {"name": "Anna Kimm", "birthday": "1990-03-08"},
        {"name": "Ana Kimm", "birthday": "1990-03-08"},
        Sign.TYPED,
    ),
    (
        {"name": "王伟", "phone": "13800138000"},
        {"name": "王伟", "phone": "13988888000"},
        Sign.LAST_DIGITS,
    ),
    ({"email": "Ana@shop.cn"}, {"email": "ana@shop.cn "}, Sign.EMAIL),
    ({"wechat": "Wei_88"}, {"wechat": "wei_88"}, Sign.WECHAT),
]
TWO = [
    ({"name": "王伟"}, {"name": "王伟"}),
    ({"name": "王伟", "birthday": "1990-03-08"}, {"name": "李静", "birthday": "1990-03-08"}),
    ({"phone": "13800138000"}, {"phone": "13988888000"}),
    # A mother and her son, who share a telephone.
    (
        {"name": "王芳", "phone": "65529988", "birthday": "1965-03-08", "gender": "female"},
        {"name": "李明", "phone": "6552 9988", "birthday": "1990-07-02", "gender": "male"},
    ),
    ({"phone": "12345"}, {"phone": "12345"}),
    ({}, {}),
    # Blanks say nothing.
    ({"wechat": "\r", "email": " "}, {"wechat": "\r", "email": " "}),
    ({"wechat": " "}, {}),
]


@pytest.mark.parametrize(("one", "other", "sign"), SAME)
def test_who_may_be_one_person_shares_a_key_and_is_told_with_the_reason(one, other, sign):
    first, second = pair(one, other)
    assert set(keys(first)) & set(keys(second))
    found = likeness(first, second)
    assert found is not None
    assert sign in found.signs


@pytest.mark.parametrize(("one", "other"), TWO)
def test_who_only_looks_alike_is_not_told(one, other):
    assert likeness(*pair(one, other)) is None


def test_more_signs_are_surer_and_nothing_is_quite_sure():
    facts = {"name": "王伟", "phone": "13800138000", "birthday": "1990-03-08", "email": "a@b.cn"}
    scores = []
    for names in (["phone"], ["phone", "name"], list(facts)):
        some = {name: facts[name] for name in names}
        found = likeness(*pair(some, some))
        assert found is not None
        scores.append(found.score)
    assert scores == [60, 90, 99]


def test_a_country_code_and_a_trunk_zero_are_no_part_of_a_number():
    written = ("13800138000", "+86 138-0013-8000", "0086138 0013 8000", "１３８００１３８０００")
    assert {numbers_in(text, "86") for text in written} == {("13800138000",)}
    assert numbers_in("15558675309", "1") == ("5558675309",)
    assert numbers_in("555 867 5309 or 555-867-5310", "1") == ("5558675309", "5558675310")


texts = st.text(max_size=12)
people = st.builds(
    Person,
    name=texts,
    phone=st.text("+0123456789 -/()", max_size=20),
    birthday=st.sampled_from(["", WHOLE, DAY, "lunar:--08-15", "?", "lunar:1990-08-15"]),
    gender=st.sampled_from(["", "female", "male"]),
    email=texts,
    wechat=texts,
    home=st.sampled_from(["86", ""]),
)


@given(people, people)
def test_likeness_does_not_depend_on_who_stands_first_and_whoever_is_told_shares_a_key(one, other):
    found = likeness(one, other)
    back = likeness(other, one)
    assert (found and (found.score, set(found.signs))) == (back and (back.score, set(back.signs)))
    if found is not None and one.home == other.home:
        assert set(keys(one)) & set(keys(other))
