"""Codes are those of the standard, whichever way we get there."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from qrcode import util
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import MODE_NUMBER, QRData

from app.services.documents.drawing import Page, Rect
from app.services.documents.png import painted
from app.services.documents.qr_matrix import penalty, qr_rows
from app.services.documents.symbols import code_128, qr
from tests.services.documents.reading import codes_in

DIGITS = st.text("0123456789", min_size=1, max_size=60)


def librarys_code(digits: str) -> QRCode:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(QRData(digits, mode=MODE_NUMBER), optimize=0)
    code.make()
    return code


@given(DIGITS)
@example("900000413711630")
@example("81000000000190259")
def test_every_qr_code_is_the_librarys_own(digits):
    expected = ["".join("01"[bool(m)] for m in row) for row in librarys_code(digits).get_matrix()]
    assert qr_rows(digits) == expected


@given(st.integers(0, 2**441 - 1))
def test_a_masks_penalty_is_that_of_the_standard(value):
    rows = [(value >> (21 * index)) & (2**21 - 1) for index in range(21)]
    modules = [[row >> (20 - column) & 1 == 1 for column in range(21)] for row in rows]
    assert penalty(rows, 21) == util.lost_point(modules)


@pytest.mark.parametrize("digits", ["9", "90", "900000413711630", "81000000000190259"])
def test_a_bar_code_of_any_length_reads_back(digits):
    symbol = code_128(digits, 10, 10, 60, 15)
    page = Page(80, 35, (Rect(0, 0, 80, 35, fill="#FFFFFF"), symbol))
    assert codes_in(painted(page, 300)) == {"Code 128": {digits}}


@pytest.mark.parametrize("text", ["", "12a", "１２３", "-1", "<b>"])
def test_only_digits_become_codes(text):
    with pytest.raises(ValueError, match="digits"):
        qr(text, 0, 0, 1)
    with pytest.raises(ValueError, match="digits"):
        code_128(text, 0, 0, 1, 1)
