"""A receipt left on a table tells nobody who bought."""

from __future__ import annotations

import pytest

from app.services.documents.masking import masked_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("曾雨晴", "曾*晴"),
        ("李雷", "李*"),
        ("王", "王*"),
        ("欧阳娜娜", "欧**娜"),
        ("Anna-Lena O'Brien", "A*** O***"),
        ("José", "J***"),
        ("王小明 Tom", "王*** T***"),
        ("", ""),
        ("e\u0301mile", "e\u0301***"),
    ],
)
def test_a_name_keeps_its_first_letters_only(name, shown):
    assert masked_name(name) == shown
