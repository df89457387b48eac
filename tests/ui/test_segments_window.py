"""Segments in the window: what was refused is told until it is mended, and no longer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from app.errors import SegmentUnknown
from app.services.segments import Overlap
from app.ui.insight.segments.presenting.page import Counted
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


def test_the_figure_stays_where_it_is_whatever_is_said_below_it(main_window, shop, qapp):
    panel = segments_page(main_window, shop).count
    main_window.show()
    places = set()
    for counted in (Counted(1, 2), Counted(0, 2), Counted(1, 2, about=True, read_percent=3)):
        panel.show_count(counted)
        qapp.processEvents()
        places.add(panel.figure.mapTo(main_window, QPoint()).y())
    panel.counting()
    qapp.processEvents()
    assert places == {panel.figure.mapTo(main_window, QPoint()).y()}


def test_an_overlap_without_anybody_says_so_in_a_word(main_window, shop):
    for name in ("One", "Two"):
        shop.segments.save(name, "visits >= 1")
    segments_page(main_window, shop).compare.click()
    sheet = main_window.open_sheet()
    sheet.show_overlap(("One", "Two"), Overlap(((0, 0), (0, 0)), 0))
    assert sheet.note.text() == "Nobody is in all of them."
