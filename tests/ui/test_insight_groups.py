"""The groups of members in the window: by keys, with nobody, and where it was stopped."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services.insight_cells import rfm_grid
from app.services.rules.insight.proof import Proof, Tried
from app.ui.insight.groups.forecast_panel import ForecastPanel
from app.ui.insight.groups.presenter import Lens
from app.ui.insight.people import PeopleSheet
from app.ui.shell import InsightTab
from app.ui.tasks import Job
from app.ui.widgets.charts.bars import Bar, BarList
from app.ui.widgets.charts.columns import ColumnChart, Series
from tests.shop_builder import add_member, sell
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier


def groups_page(window, shop):
    window.shop_opened(shop)
    window.go("insight", InsightTab("groups"))
    return window.current_screen().page_of("groups")


@pytest.fixture
def buyers(shop, clock):
    for at in range(12):
        member = add_member(shop, f"m{at}", f"{at:06d}")
        for _ in range(at % 4 + 1):
            sell(shop, 1_000 * (at + 1), member)
            clock.forward(days=3)
    return shop


def cell_of(grid):
    row, column = grid.place(grid.current())
    return grid._cells[row][column]


def test_by_keys_from_the_section_to_a_member_behind_a_figure(main_window, buyers):
    main_window.shop_opened(buyers)
    press(main_window, Qt.Key.Key_7, CTRL)
    press(main_window, Qt.Key.Key_Right)
    page = main_window.current_screen().page()
    grid = page.panel(Lens.RFM).grid
    assert main_window.focusWidget() is main_window.current_screen().tabs
    while not grid.hasFocus():
        press(main_window, Qt.Key.Key_Tab)
    press(main_window, Qt.Key.Key_Home)
    while not cell_of(grid).value:
        press(main_window, Qt.Key.Key_Right)
    press(main_window, Qt.Key.Key_Return)
    sheet = main_window.open_sheet()
    assert isinstance(sheet, PeopleSheet)
    person = sheet.table.paged.row(0)
    assert person is not None
    press(main_window, Qt.Key.Key_Return)
    assert main_window.current_section() == "members"
    assert main_window.current_screen().page.shown().member.number == person.number


def test_a_shop_without_sales_says_so_and_shows_no_chart(main_window, shop):
    page = groups_page(main_window, shop)
    for at in range(len(Lens)):
        page.lenses.choose(at)
        assert page.stack.currentWidget() is page.empty


def test_a_group_is_saved_as_the_segment_that_means_the_same(main_window, buyers):
    page = groups_page(main_window, buyers)
    panel = page.panel(Lens.RFM)
    sums = panel._found.rfm.grouped.sums()
    at = next(at for at, each in enumerate(sums) if each.members)
    panel.groups.opened.emit(at)
    sheet = main_window.open_sheet()
    sheet.keep.click()
    sheet.name.setText("to call")
    press(main_window, Qt.Key.Key_Return)
    (saved,) = buyers.segments.saved()
    assert saved.name == "to call"
    assert buyers.segments.count(saved.conditions) == sums[at].members


def test_a_group_saved_over_a_segment_or_as_a_new_one_can_be_taken_back(main_window, buyers):
    before = buyers.segments.save("To  call", "visits = 0")
    page = groups_page(main_window, buyers)
    page.panel(Lens.RFM).groups.opened.emit(0)
    sheet = main_window.open_sheet()
    sheet.keep.click()
    for name in ("to call", "others"):
        sheet.name.setText(name)
        sheet.save.click()
        assert name in {each.name for each in buyers.segments.saved()}
        assert main_window._toast.undo()
        assert buyers.segments.saved() == (before,)


def test_own_limits_are_typed_kept_and_followed_and_fifths_come_back(main_window, buyers):
    page = groups_page(main_window, buyers)
    page.limits.click()
    sheet = main_window.open_sheet()
    sheet.own.setChecked(True)
    for kind, numbers in (("days", "7 30 90 180"), ("visits", "1 2 3 4"), ("spend", "10 9 30 40")):
        for edit, number in zip(sheet.edits[kind], numbers.split(), strict=True):
            edit.setText(number)
    press(main_window, Qt.Key.Key_S, CTRL)
    assert "larger than the one before" in sheet.refused.text()
    sheet.edits["spend"][1].setText("２０")
    press(main_window, Qt.Key.Key_S, CTRL)
    assert main_window.open_sheet() is None
    assert buyers.settings.get().rfm_recency_days == "8 31 91 181"
    assert buyers.settings.get().rfm_monetary_minor == "1000 2000 3000 4000"
    assert "own limits" in page._told.text()
    assert page.panel(Lens.RFM).grid._rows[0] == "0–7"
    page.limits.click()
    main_window.open_sheet().usual.setChecked(True)
    press(main_window, Qt.Key.Key_S, CTRL)
    assert buyers.settings.get().rfm_terms is None
    assert "Fifths of so few" in page._told.text()


def test_days_of_the_stages_are_refused_until_they_make_sense(main_window, buyers):
    page = groups_page(main_window, buyers)
    page.lenses.choose(list(Lens).index(Lens.STAGES))
    page.limits.click()
    sheet = main_window.open_sheet()
    sheet.own.setChecked(True)
    sheet.silent.setText("60")
    sheet.lost.setText("30")
    sheet.save.click()
    assert "after silent" in sheet.refused.text()
    sheet.lost.setText("x")
    sheet.save.click()
    assert "whole numbers" in sheet.refused.text()
    sheet.lost.setText("90")
    sheet.save.click()
    assert buyers.settings.get().stage_terms.lost_days == 90
    assert "your own days" in page._told.text()


def test_each_way_of_looking_shows_a_chart_and_opens_the_list_behind_it(main_window, buyers):
    page = groups_page(main_window, buyers)
    page.lenses.choose(list(Lens).index(Lens.QUADRANTS))
    scatter = page.panel(Lens.QUADRANTS).scatter
    scatter.setFocus()
    seen = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        press(main_window, key)
        press(main_window, Qt.Key.Key_Return)
        seen.add(main_window.open_sheet().accessibleName())
        press(main_window, Qt.Key.Key_Escape)
    assert len(seen) == 4
    page.lenses.choose(list(Lens).index(Lens.STAGES))
    assert page.panel(Lens.STAGES).groups.accessibleDescription()
    page.lenses.choose(list(Lens).index(Lens.FORECAST))
    assert "Not enough history yet" in page.empty.findChild(QLabel).text()
    page.lenses.choose(list(Lens).index(Lens.TRAITS))
    panel = page.panel(Lens.TRAITS)
    panel.traits.choose(3)
    assert panel.bars.bars() == ()


def test_a_reckoning_that_is_stopped_says_so_and_can_begin_again(main_window, buyers):
    page = groups_page(main_window, buyers)
    page.presenter.forget()
    held: list[Any] = []
    page.presenter._tasks = Held(held)
    page.activated()
    assert page.stack.currentWidget() is page.working
    page.working.stop.click()
    assert page.stack.currentWidget() is page.empty
    page.empty.acted.emit()
    done = held[-1]
    held[0](None)  # what was stopped comes too late
    assert page.stack.currentWidget() is page.working
    done(rfm_grid(buyers.insights.rfm()))
    assert page.stack.currentWidget() is page.panel(Lens.RFM)


class Held:
    """Tasks whose results are given by hand."""

    def __init__(self, held):
        self.held = held

    def run_long(self, work, then=None, otherwise=None, on_progress=None):
        self.held.append(then)
        return Job()


@pytest.mark.parametrize("values", [(), (0,), (0, 0, 0), (5,), (10**12, 1)])
def test_charts_of_little_are_drawn_without_a_fault(shown, values):
    columns = ColumnChart()
    columns.resize(400, 240)
    series = Series("a", tuple(map(float, values)))
    labels = [str(at) for at in range(len(values))]
    columns.show_columns([series, series], labels, str, name="n", titles=("y", "x"))
    bars = BarList()
    bars.resize(400, 240)
    bars.show_bars([Bar("a" * 90, value, str(value), note="n " * 90) for value in values], name="n")
    for chart in (columns, bars):
        assert not shown(chart).grab().isNull()
        press(chart, Qt.Key.Key_Right)
        press(chart, Qt.Key.Key_Down)
        press(chart, Qt.Key.Key_Return)
    assert bool(columns.accessibleDescription()) == bool(values)


def test_what_stands_beside_gives_way_to_the_labels_and_is_said_below(shown):
    bars = BarList()
    rows = [Bar("Surely still come", 9, "409 (89%)", "2,190 purchase days expected", "80% or more")]
    bars.show_bars(rows, name="n")
    shown(bars)
    bars.resize(700, 300)
    wide = bars.heightForWidth(700)
    assert bars._note(rows[0], 700) == "80% or more"
    assert bars._note(rows[0], 400) == "2,190 purchase days expected · 80% or more"
    assert (bars.cell_tip(0), bars.heightForWidth(400)) == ("", wide)
    bars.resize(180, 300)  # not even so
    assert bars.cell_tip(0) == "Surely still come"


def test_a_forecast_of_visits_that_never_came_is_not_called_close(shown):
    panel = shown(ForecastPanel())
    never = panel.proof_words(Proof(0, 70, (Tried(0, 100, 4.2, 0),)))
    assert "4 purchase days in them; 0 came. How far off that is cannot be told." in never
    assert "Close" in panel.proof_words(Proof(0, 70, (Tried(0, 100, 4.2, 4),)))
