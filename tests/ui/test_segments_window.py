"""Segments in the window: what was refused is told until it is mended, and no longer."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.errors import SegmentUnknown
from app.ui.shell import InsightTab
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier


def segments_page(window, shop):
    window.shop_opened(shop)
    window.go("insight", InsightTab("segments"))
    return window.current_screen().page_of("segments")


def test_a_refused_segment_is_no_longer_told_once_it_is_mended_or_saved(main_window, shop):
    page = segments_page(main_window, shop)
    page.acted("new")
    page.name.setText("Often")
    page.presenter.call("Often")
    press(main_window, Qt.Key.Key_S, CTRL)
    assert main_window.banner_text()
    page.mode.changed.emit(1)
    page.text.setPlainText("visits >= x")
    press(main_window, Qt.Key.Key_S, CTRL)
    assert main_window.banner_text()
    page.text.setPlainText("visits >= 3")
    assert main_window.banner_text() == ""
    press(main_window, Qt.Key.Key_S, CTRL)
    assert shop.segments.get("Often").name == "Often"
    assert main_window.banner_text() == ""


def test_a_refused_segment_that_is_put_aside_takes_its_refusal_along(main_window, shop):
    page = segments_page(main_window, shop)
    page.acted("new")
    page.presenter.call("Often")
    press(main_window, Qt.Key.Key_S, CTRL)
    assert main_window.banner_text()
    press(main_window, Qt.Key.Key_N, CTRL)
    assert main_window.banner_text() == ""


def test_a_refusal_goes_when_another_segment_is_chosen_or_one_is_removed(main_window, shop):
    for name in ("One", "Two"):
        shop.segments.save(name, "visits >= 1")
    page = segments_page(main_window, shop)
    for done in (lambda: page.table.choose(0), page.presenter.remove):
        page.table.choose(1)
        main_window.show_error(SegmentUnknown("x"))
        assert main_window.banner_text()
        done()
        assert main_window.banner_text() == ""
