"""Conditions as rows: there and back without a loss, one change at a time."""

from __future__ import annotations

from hypothesis import given, settings
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
    read_segment,
)
from app.services.rules.money import CURRENCIES
from app.ui.insight.segments.presenting.rows import (
    BOUGHT,
    Block,
    Line,
    Problem,
    block_of,
    changed_field,
    line_for,
    part_at,
    segment_of,
    with_added,
    with_part,
    without,
)

CNY = CURRENCIES["CNY"]
VALUES = {
    Kind.TEXT: st.text("aé思 \"()=<>!'and", min_size=1).map(str.strip).filter(bool),
    Kind.CHOICE: st.sampled_from(("gold", "a b", "and")),
    Kind.NUMBER: st.integers(-99, 9_999).map(str),
    Kind.MONEY: st.integers(0, 9_999_999).map(lambda minor: f"{minor // 100}.{minor % 100:02}"),
    Kind.FLAG: st.sampled_from(("yes", "no")),
}


@st.composite
def leaves(draw):
    if draw(st.booleans()):
        days = draw(st.none() | st.integers(1, 99_999))
        return Bought(draw(VALUES[Kind.TEXT]), days)
    field = draw(st.sampled_from(sorted(FIELDS)))
    kind = FIELDS[field]
    operator = draw(st.sampled_from(OPERATORS[kind]))
    return Condition(field, operator, draw(VALUES[kind]))


def joined(parts):
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    return several.map(AllOf) | several.map(AnyOf) | parts.map(Not)


SEGMENTS = st.recursive(leaves(), joined, max_leaves=8)


def holds(segment, truth):
    """What a segment comes to where each leaf is true or not, by its text."""
    if isinstance(segment, AllOf):
        return all(holds(part, truth) for part in segment.parts)
    if isinstance(segment, AnyOf):
        return any(holds(part, truth) for part in segment.parts)
    if isinstance(segment, Not):
        return not holds(segment.part, truth)
    return truth[str(segment)]


def texts(segment):
    if isinstance(segment, AllOf | AnyOf):
        return {text for part in segment.parts for text in texts(part)}
    return texts(segment.part) if isinstance(segment, Not) else {str(segment)}


@given(SEGMENTS, st.data())
@settings(max_examples=50, deadline=None)
def test_rows_mean_what_the_text_means_and_read_back_as_the_same_rows(segment, data):
    block = block_of(segment)
    back, problems = segment_of(block, CNY)
    assert not problems
    truth = {text: data.draw(st.booleans()) for text in sorted(texts(segment))}
    assert holds(back, truth) == holds(segment, truth)
    again = block_of(read_segment(str(back)))
    assert again == block
    assert str(segment_of(again, CNY)[0]) == str(back)


def test_every_way_to_write_it_has_a_row():
    block = block_of(
        read_segment(
            'tier = gold and not bought "Oat latte" in 90 days and (tag = vip or spent >= 100.00)'
            ' and not (visits < 3 or source = "")'
        )
    )
    assert block == Block((
        Line("tier", "=", "gold"),
        Line(BOUGHT, "=", "Oat latte", "90", negated=True),
        Block((Line("tag", "=", "vip"), Line("spent", ">=", "100.00")), every=False),
        Block((Line("visits", "<", "3"), Line("source", "empty")), every=False, negated=True),
    ))  # fmt: skip


def test_what_is_missing_is_named_with_its_place():
    block = Block((
        Line("visits", ">=", "three"),
        Block((Line("spent", ">", "1.234"), Line("tag")), every=False),
        Line(BOUGHT, value="Latte", days=""),
        Block(),
    ))  # fmt: skip
    segment, problems = segment_of(block, CNY)
    assert segment is None
    assert problems == (
        Problem((0,), "not_a_number"),
        Problem((1, 0), "not_an_amount"),
        Problem((1, 1), "missing"),
        Problem((2,), "not_days"),
        Problem((3,), "nothing"),
    )
    assert segment_of(Block(), CNY) == (None, (Problem((), "nothing"),))


def test_a_part_is_added_changed_and_taken_away_where_it_stands():
    block = with_added(Block((Line("tag", "=", "vip"),)), (), Block(every=False))
    block = with_added(block, (1,), Line("visits", ">=", "3"))
    block = with_part(block, (1, 0), Line("visits", ">=", "5"))
    assert part_at(block, (1, 0)) == Line("visits", ">=", "5")
    assert str(segment_of(block, CNY)[0]) == "tag = vip and visits >= 5"
    assert without(block, (1, 0)) == Block((Line("tag", "=", "vip"),))
    assert without(without(block, (1,)), (0,)) == Block()


def test_another_field_keeps_a_figure_that_means_the_same_there():
    spent = Line("spent", "<", "50.00", negated=True)
    assert changed_field(spent, "basket") == Line("basket", "<", "50.00", negated=True)
    assert changed_field(spent, "consent") == Line("consent", "=", "yes", negated=True)
    assert changed_field(Line("last_visit", ">", "30"), "visits") == Line("visits", ">=")
    assert changed_field(Line("tag", "=", "x"), "stage", "new") == Line("stage", "=", "new")
    assert line_for("last_visit") == Line("last_visit", ">")
