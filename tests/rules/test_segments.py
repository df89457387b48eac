"""Segments as text: read as they are meant, written so that they read back, refused in words."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.insight.segments import (
    FIELDS,
    OPERATORS,
    AllOf,
    AnyOf,
    Bought,
    Condition,
    Kind,
    Not,
    Segment,
    SegmentRefused,
    read_segment,
)

TAG, VISITS = Condition("tag", "=", "vip"), Condition("visits", ">=", "3")


def test_and_binds_more_than_or_and_not_more_than_both():
    text = "tag = vip or visits >= 3 and not tag = vip"
    assert read_segment(text) == AnyOf((TAG, AllOf((VISITS, Not(TAG)))))
    assert read_segment("(tag = vip or visits >= 3) and visits >= 3") == AllOf(
        (AnyOf((TAG, VISITS)), VISITS)
    )


def test_words_may_be_written_close_together_and_in_any_case():
    assert read_segment("TAG=vip AND Visits>=3") == AllOf((TAG, VISITS))


def test_a_text_with_blanks_quotes_or_our_own_words_stands_in_quotes():
    for text in ('said "yes"', "and", "a b", "", "=", "(x"):
        found = Condition("note", "contains", text)
        assert read_segment(str(found)) == found


def test_what_was_bought_is_asked_ever_or_in_days():
    assert read_segment("bought Latte") == Bought("Latte")
    assert read_segment('not bought "燕麦 拿铁" in 90 days') == Not(Bought("燕麦 拿铁", 90))


VALUES = {
    Kind.TEXT: st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    Kind.CHOICE: st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    Kind.NUMBER: st.integers(-999, 99_999).map(str),
    Kind.MONEY: st.integers(0, 10**9).map(lambda minor: f"{minor // 100}.{minor % 100:02d}"),
    Kind.FLAG: st.sampled_from(["yes", "no"]),
}
CONDITIONS = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda field: st.builds(
        Condition,
        st.just(field),
        st.sampled_from(OPERATORS[FIELDS[field]]),
        VALUES[FIELDS[field]],
    )
)
LEAVES = CONDITIONS | st.builds(Bought, VALUES[Kind.TEXT], st.none() | st.integers(0, 9_999))


def joined(parts):
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.builds(Not, parts) | st.builds(AllOf, several) | st.builds(AnyOf, several)


def flat(segment):
    """The same with what is joined alike in one: "a and (b and c)" is "a and b and c"."""
    if isinstance(segment, Not):
        return Not(flat(segment.part))
    if isinstance(segment, AllOf | AnyOf):
        kind = type(segment)
        parts: list[Segment] = []
        for part in map(flat, segment.parts):
            parts += part.parts if isinstance(part, kind) else (part,)
        return kind(tuple(parts))
    return segment


@given(st.recursive(LEAVES, joined, max_leaves=8))
def test_what_is_written_reads_back_as_the_same(segment):
    assert read_segment(str(segment)) == flat(segment)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("visits≥３", "visits >= 3"),
        ("visits ＜ 9 and （stage ≠ lost）", "visits < 9 and stage != lost"),
        ("bought “Oat latte” in 90 days", 'bought "Oat latte" in 90 days'),
        ("name = “王芳”", "name = 王芳"),
        ("spent ≤ 100。50", "spent <= 100.50"),
        ('tag = "≥ 3"', 'tag = "≥ 3"'),
        ("tag = 老（旧）", "tag = 老（旧）"),
    ],
)
def test_signs_of_a_chinese_keyboard_are_taken_as_meant_and_texts_stay(text, plain):
    assert str(read_segment(text)) == plain


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_nothing_else(text):
    with contextlib.suppress(SegmentRefused):
        read_segment(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "segment_empty"),
        ("visits", "segment_ends_early"),
        ("visits >", "segment_ends_early"),
        ("colour = red", "segment_field"),
        ("gender > female", "segment_operator"),
        ("visits >= three", "segment_not_a_number"),
        ("consent = maybe", "segment_not_yes_or_no"),
        ("bought tea in a days", "segment_not_days"),
        ("bought tea in 9 weeks", "segment_not_days"),
        ("(tag = vip", "segment_unclosed"),
        ("tag = vip)", "segment_unexpected"),
        ("tag = vip tag = vip", "segment_unexpected"),
        ('tag = "vip', "segment_unexpected"),
        ("(" * 30 + "tag = vip", "segment_too_deep"),
        ("not " * 30 + "tag = vip", "segment_too_deep"),
        ("tag = " + "x" * 3000, "segment_too_long"),
    ],
)
def test_what_is_no_segment_is_refused_with_the_reason(text, code):
    with pytest.raises(SegmentRefused) as refused:
        read_segment(text)
    assert refused.value.code == code
