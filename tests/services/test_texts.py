"""Free text is kept as given, or refused with a reason."""

import pytest

from app.errors import FieldInvalid
from app.services.texts import checked_text, holds_bank_card
from tests.shared_data import naughty_strings


def test_text_is_kept_as_given_but_for_the_blanks_around_it():
    assert checked_text("note", "  <b>曾</b> 'x'; DROP  ", 100) == "<b>曾</b> 'x'; DROP"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "required"),
        ("   ", "required"),
        ("a" * 11, "too_long"),
        ("a\x00b", "control_characters"),
        ("a\nb", "control_characters"),
        ("a\ud800b", "control_characters"),
    ],
)
def test_text_that_cannot_be_taken_is_refused_with_a_reason(text: str, reason: str):
    with pytest.raises(FieldInvalid) as refusal:
        checked_text("name", text, 10, required=True)
    assert (refusal.value.field, refusal.value.reason) == ("name", reason)


def test_a_note_may_have_lines():
    assert checked_text("note", "a\n\tb", 10, lines=True) == "a\n\tb"


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "卡号5500-0000-0000-0004。",
        "378282246310005",
        "６２00 0000 0000 0005",
    ],
)
def test_a_bank_card_number_is_refused(text: str):
    assert holds_bank_card(text)
    with pytest.raises(FieldInvalid, match="card_number"):
        checked_text("note", text, 100)


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1112", "13800138000", "900000112345671", "6901234567892", "4" * 24, "8 盒"],
)
def test_other_numbers_are_no_bank_cards(text: str):
    assert not holds_bank_card(text)


def test_every_naughty_string_is_kept_as_given_or_refused():
    for text in naughty_strings():
        try:
            kept = checked_text("name", text, 200)
        except FieldInvalid:
            continue
        assert kept == text.strip()
