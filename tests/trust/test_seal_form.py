"""The form that is sealed never changes: a file sealed years ago must still prove itself."""

import json
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.tenders import Tender, TenderKind
from app.services.seals import canonical

INTEGERS = st.integers(-(2**63), 2**63 - 1)
VALUES = st.none() | INTEGERS | st.binary(max_size=16) | st.text(st.characters(codec="utf-8"))
GROUPS = st.lists(st.lists(st.lists(VALUES, max_size=6).map(tuple), max_size=3), max_size=4)


@given(st.text(st.characters(codec="utf-8")), GROUPS)
def test_the_form_is_the_compact_json_of_rfc_8259_with_ids_as_hex(kind, groups):
    by_hand = json.dumps(
        [kind, *groups], ensure_ascii=False, separators=(",", ":"), default=bytes.hex
    )
    assert canonical(kind, groups) == by_hand.encode("utf-8")


def test_a_known_document_has_the_bytes_it_always_had():
    row = (b"\x01\xff", 1, '𬭚 “x”\\"\n\x1f\x7f\u2028/', None, -(2**63))
    known = r'["cash",[["01ff",1,"𬭚 “x”\\\"\n\u001f' + "\x7f\u2028/" + r'",null,%d]],[]]'
    assert canonical("cash", ([row], ())) == (known % -(2**63)).encode()


@pytest.mark.parametrize(
    "stray",
    [
        "lone \udc80 half",
        datetime(2026, 11, 22, tzinfo=UTC),
        date(2026, 11, 22),
        time(12),
        Tender(TenderKind.CASH, 100),
        bytearray(b"id"),
        {1},
        2**64,
    ],
    ids=lambda stray: type(stray).__name__,
)
def test_what_no_row_may_hold_is_refused_and_not_sealed_in_another_form(stray):
    with pytest.raises(TypeError):
        canonical("sale", ([(b"\x01", stray)],))
