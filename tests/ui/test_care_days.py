"""Days as they are typed where a follow-up is put off."""

from datetime import date

import pytest

from app.ui.care_days import typed_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+7", "2026-11-28"),
        ("３", "2026-11-24"),
        ("12-01", "2026-12-01"),
        ("1.3", "2027-01-03"),
        ("2-29", "2028-02-29"),
        ("2027/2/28", "2027-02-28"),
        ("2027-02-29", ""),
        ("13-01", ""),
        ("", ""),
        ("9999999", ""),
        ("soon", ""),
    ],
)
def test_a_day_is_read_as_it_is_typed(text, day):
    assert typed_day(text, TODAY) == (date.fromisoformat(day) if day else None)
