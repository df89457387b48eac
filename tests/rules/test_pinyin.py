"""A member is found by whatever a clerk types of the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules import pinyin
from app.services.rules.pinyin import normalise_query, search_tokens, syllables


def finds(typed: str, name: str) -> bool:
    query = normalise_query(typed)
    return any(token.startswith(query) for token in search_tokens(name))


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("曾雨晴", "zeng yu qing"),
        ("单雄信", "shan xiong xin"),
        ("仇英", "qiu ying"),
        ("解缙", "xie jin"),
        ("区楚良", "ou chu liang"),
        ("查良镛", "zha liang yong"),
        ("翟志刚", "zhai zhi gang"),
        ("盖叫天", "ge jiao tian"),
        ("覃辉", "qin hui"),
        ("朴树", "piao shu"),
        ("尉迟恭", "yu chi gong"),
        ("万俟咏", "mo qi yong"),
        ("长孙无忌", "zhang sun wu ji"),
        ("令狐冲", "ling hu chong"),
        ("单于", "chan yu"),
        ("曾", "ceng"),
        ("吕布", "lv bu"),
        ("䶮㛃𬭚", "yan jie chun"),
        ("王小明Tom", "wang xiao ming tom"),
    ],
)
def test_a_name_reads_as_its_bearer_says_it(name, reading):
    assert syllables(name) == tuple(reading.split())


@pytest.mark.parametrize(
    "typed",
    ["曾雨晴", "雨晴", "晴", "zyq", "ZYQ", "zengyuqing", "zeng yu", "cyq", "cengyu"],
)
def test_a_chinese_name_is_found_by_hanzi_pinyin_and_initials(typed):
    assert finds(typed, "曾雨晴")


@pytest.mark.parametrize("typed", ["lvbu", "lübu", "lǚbù", "LÜ BU", "吕"])
def test_the_umlaut_is_typed_as_v(typed):
    assert finds(typed, "吕布")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lena", "Anna-Lena O'Brien"),
        ("o'brien", "Anna-Lena O'Brien"),
        ("anna l", "Anna-Lena O'Brien"),
        ("jose", "José Müller"),
        ("muller", "José Müller"),
        ("MÜLLER", "José Müller"),
        ("lübeck", "Lübeck"),
        ("lubeck", "Lübeck"),
        ("zolc", "Łukasz Żółć"),
        ("艾力", "买买提·艾力"),
        ("mmtal", "买买提·艾力"),
        ("lue", "略"),
        ("김", "김철수"),
        ("🎉", "🎉"),
        ("??", "???"),
    ],
)
def test_other_names_are_found_by_their_words(typed, name):
    assert finds(typed, name)


def test_nobody_is_found_by_letters_that_are_not_in_the_name():
    assert not finds("zhang", "曾雨晴")
    assert not finds("yuqing", "曾雨晴")


def test_a_blank_name_has_no_tokens_and_a_blank_query_is_empty():
    assert search_tokens(" \t　") == frozenset()
    assert normalise_query("  ") == ""


def test_a_surname_never_shows_in_the_middle_of_a_name():
    assert syllables("李单") == ("li", "dan")


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_is_a_name_that_is_found_by_typing_it(name):
    tokens = search_tokens(name)
    query = normalise_query(name)
    assert all(0 < len(token) <= pinyin.TOKEN_LENGTH for token in tokens)
    assert len(tokens) <= 2 * pinyin.MAX_UNITS + 6
    assert bool(tokens) == bool(query)
    assert not tokens or query in tokens


@given(st.text("曾雨晴单吕 abcü", min_size=1), st.text("曾雨晴单吕 abcü·"))
def test_typing_more_never_widens_the_search(start, more):
    assert normalise_query(start + more).startswith(normalise_query(start))
