"""Care by keys alone: what a button promises is heard from the row of tabs as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(("turns", "opens"), [(0, False), (1, True), (2, True), (3, True)])
def test_a_new_one_begins_from_the_row_of_tabs_too(main_window, shop, turns, opens):
    main_window.shop_opened(shop)
    main_window.go("care")
    screen = main_window.current_screen()
    screen.tabs.setFocus()
    for _ in range(turns):
        press(main_window, Qt.Key.Key_Tab, CTRL)
    assert screen.tabs.hasFocus()
    press(main_window, Qt.Key.Key_N, CTRL)
    assert (main_window.open_sheet() is not None) == opens
