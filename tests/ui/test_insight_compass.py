"""The shop compass in the window: by keys, as its parts come, and where there is nothing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from app.errors import Cancelled, FieldInvalid
from app.services.documents.compass_words import compass_words
from app.services.ids import uuid7
from app.services.rules.cart import Item, add
from app.services.rules.insight.figures import FigureName
from app.services.rules.insight.periods import Preset
from app.services.sale_list import Documents
from app.services.tips import tip_line
from app.ui.insight.compass.presenter import CompassPresenter, Part
from app.ui.insight.compass.view import SECTIONS
from app.ui.insight.people import PeopleSheet
from app.ui.printing import Kind
from app.ui.shell import InsightTab
from app.ui.tasks import InlineTasks, Job
from tests.shop_builder import add_member, cart_of, cash, sell
from tests.ui.conftest import press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def traded(shop, clock):
    """Four members over two months, who buy tea and a scone together."""
    for at in range(4):
        member = add_member(shop, f"m{at}", f"{at:06d}")
        clock.forward(days=-40)
        sell(shop, 1_000 * (at + 1), member)
        clock.forward(days=40)
        cart = cart_of(Item("tea", 500), Item("scone", 300), member=member)
        shop.checkout.complete(uuid7(), cart, None, (cash(800),))
    return shop


def compass_page(window, shop):
    window.shop_opened(shop)
    window.go("insight", InsightTab("compass"))
    return window.current_screen().page_of("compass")


def tab_to(window, widget):
    for _ in range(40):
        if widget.hasFocus():
            return
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {widget}")


def test_tab_goes_down_the_page_also_to_lists_that_came_later(main_window, traded):
    traded.desk.database.execute("UPDATE member SET source = 'friend', joined_on = '2026-11-20'")
    page = compass_page(main_window, traded)
    names = {
        page.grids["sales"]: "sales", page.lists.best.table: "best",
        page.grids["members"]: "members", page.charts.map: "cohorts",
        page.lists.sources.table: "sources", page.grids["value"]: "value",
        page.charts.chart: "owed",
    }  # fmt: skip
    assert page.lists.moves.table is None  # nobody moved
    tab_to(main_window, page.grids["sales"])
    passed = []
    for _ in names:
        passed.append(names.get(QApplication.focusWidget(), ""))
        press(main_window, Qt.Key.Key_Tab)
    assert passed == ["sales", "best", "members", "cohorts", "sources", "value", "owed"]


def test_by_keys_from_the_section_to_how_a_figure_is_counted_and_its_list(main_window, traded):
    main_window.shop_opened(traded)
    press(main_window, Qt.Key.Key_7, CTRL)
    page = main_window.current_screen().page()
    grid = page.grids["members"]
    tab_to(main_window, grid)
    press(main_window, Qt.Key.Key_Home)
    assert page.how.text().startswith("New members: Members whose day of joining")
    at = SECTIONS["members"].index(FigureName.ACTIVE_MEMBERS)
    for _ in range(at):
        press(main_window, Qt.Key.Key_Right)
    assert "bought at least once" in page.how.text()
    assert grid.accessibleDescription().startswith("Active members: 4, as much")
    press(main_window, Qt.Key.Key_Return)
    sheet = main_window.open_sheet()
    assert isinstance(sheet, PeopleSheet)
    assert sheet.table.paged.rowCount() == 4


def test_a_figure_of_sales_opens_the_sales_it_counts(main_window, traded):
    page = compass_page(main_window, traded)
    page.grids["sales"].opened.emit(SECTIONS["sales"].index(FigureName.SALES))
    assert main_window.current_section() == "sales"
    sales = main_window.current_screen()
    assert sales.table.paged.rowCount() == 4
    assert (sales.days.first.date().day(), sales.days.last.date().day()) == (1, 21)


def test_discounts_and_tips_open_only_the_sales_that_have_one_and_a_chip_says_so(
    main_window, traded
):
    cart = cart_of(Item("tea", 2_000))
    cart = add(cart, tip_line(traded.desk, cart, 250))
    traded.checkout.complete(uuid7(), cart, None, (cash(2_250),))
    page = compass_page(main_window, traded)
    page.grids["sales"].opened.emit(SECTIONS["sales"].index(FigureName.DISCOUNTS))
    sales = main_window.current_screen()
    assert sales.list.listing.count == 0
    main_window.go("insight", InsightTab("compass"))
    page.grids["sales"].opened.emit(SECTIONS["sales"].index(FigureName.TIPS))
    assert sales.table.paged.rowCount() == 1
    assert [chip.label() for chip in sales.list.filters.chips] == ["Tips"]
    assert sales.totals.figures()[4].endswith("2.50")
    assert not sales.table.isColumnHidden(5)
    press(main_window, Qt.Key.Key_Escape)  # as every filter goes
    assert sales.table.paged.rowCount() == 5
    page.grids["sales"].opened.emit(SECTIONS["sales"].index(FigureName.REFUNDS))
    assert sales.list.documents.currentData() == Documents.REFUNDS.value
    sales.list.documents.setCurrentIndex(0)
    sales.list.documents.activated.emit(0)
    assert (sales.list.filters.chips, sales.table.paged.rowCount()) == ([], 5)


def test_a_sum_over_members_tells_what_each_has_of_it(main_window, traded, tmp_path):
    page = compass_page(main_window, traded)
    page.grids["sales"].opened.emit(SECTIONS["sales"].index(FigureName.MEMBER_REVENUE))
    sheet = main_window.open_sheet()
    assert sheet._subtitle.text().endswith("32.00")
    heading = sheet.table.paged.headerData(2, Qt.Orientation.Horizontal)
    assert heading == "Members' revenue"
    sheet.write(tmp_path / "of.csv")
    first, *rows = (tmp_path / "of.csv").read_text("utf-8-sig").splitlines()
    assert first.split(",")[-1] == "counted"
    assert [row.split(",")[-1] for row in rows] == ["8.00"] * 4


def test_a_month_a_cohort_and_a_product_open_their_members(main_window, traded):
    page = compass_page(main_window, traded)
    for opens, members in (
        (lambda: page.charts.map.opened.emit(0), 0),  # everyone: no list of their own
        (lambda: page.charts.map.opened.emit(1), 4),
        (lambda: page.charts.chart.opened.emit(11), 4),
        (lambda: page.lists.best.table.opened.emit(0), 4),
    ):
        opens()
        sheet = main_window.open_sheet()
        assert (0 if sheet is None else sheet.table.paged.rowCount()) == members
        if sheet is not None:
            sheet.close_sheet()


def test_dates_that_are_no_period_are_refused_and_others_are_shown(
    main_window, traded, monkeypatch
):
    page = compass_page(main_window, traded)
    told: list[Exception] = []
    monkeypatch.setattr(page, "refuse", told.append)
    page.presenter.choose_days(date(2026, 11, 20), date(2026, 11, 1))
    page.presenter.choose_days(date(2027, 1, 1), date(2027, 1, 31))
    assert [type(error) for error in told] == [FieldInvalid, FieldInvalid]
    assert page.presenter.period() == traded.compass.this_month()
    page.picker.presets.setFocus()
    press(main_window, Qt.Key.Key_End)
    assert page.picker.first.hasFocus()
    page.picker.first.setDate(page.picker.first.date().addDays(20))
    press(main_window, Qt.Key.Key_Return)
    assert page.presenter.preset is None
    assert page.presenter.period().first == date(2026, 11, 21)
    assert page.grids["sales"].cards()[1].value == "4"


def test_a_shop_without_sales_shows_zeros_and_no_chart(main_window, shop):
    page = compass_page(main_window, shop)
    assert page.grids["sales"].cards()[0].value.endswith("0.00")
    for chart in (page.charts.map, page.charts.chart):
        assert not chart.isVisibleTo(page)
    assert page.grids["members"].cards()[6].value == "–"
    for preset in Preset:
        page.presenter.choose(preset)
    assert not page.presenter.is_working


def test_in_a_narrow_window_what_stood_beside_each_other_stands_below(main_window, traded):
    page = compass_page(main_window, traded)
    for width, below in ((1366, False), (1024, True)):
        main_window.resize(width, 640)
        QApplication.processEvents()
        for one, other in (
            (page.lists.best, page.lists.pairs),
            (page.charts.cohorts, page.lists.sources),
            (page.charts.owed, page.lists.moves),
        ):
            assert (other.y() > one.geometry().bottom()) == below


def test_a_sale_elsewhere_renews_the_page(main_window, traded):
    page = compass_page(main_window, traded)
    sell(traded, 5_000)
    assert page.grids["sales"].cards()[1].value == "4"
    page.shop_changed("sales")
    assert page.grids["sales"].cards()[1].value == "5"


class HeldTasks(InlineTasks):
    """Keeps long work until the test lets it go on."""

    def __init__(self):
        super().__init__()
        self.held = []

    def run_long(self, work, then=None, otherwise=None, on_progress=None):
        job = Job()
        self.held.append((job, work, then, otherwise))
        return job

    def go_on(self):
        held, self.held = self.held, []
        for job, work, then, otherwise in held:
            if job.is_cancelled:
                otherwise(Cancelled())
            else:
                then(work(None, None))


class SeenView:
    """Notes what it is told."""

    def __init__(self):
        self.parts, self.said = [], []

    def show_part(self, part, found):
        self.parts.append(part)

    def __getattr__(self, name):
        return lambda *facts: self.said.append((name, *facts))


def test_another_period_drops_what_runs_and_parts_come_one_by_one(traded):
    view, tasks = SeenView(), HeldTasks()
    presenter = CompassPresenter(view, traded, tasks)
    presenter.refresh()
    first = [job for job, *_ in tasks.held]
    assert view.parts == []
    assert presenter.whole() is None
    presenter.choose(Preset.LAST_MONTH)
    assert all(job.is_cancelled for job in first)
    tasks.go_on()
    assert view.parts == list(Part)
    assert ("refuse",) not in [said[:1] for said in view.said]
    whole = presenter.whole()
    assert whole is not None
    assert whole == traded.compass.compass(presenter.period())
    presenter.refresh()
    assert tasks.held == []  # nothing is stale
    presenter.forget()
    presenter.refresh()
    assert len(tasks.held) == len(Part)
    presenter.stop()
    assert view.said[-1] == ("show_stopped",)


def test_the_page_is_saved_and_printed_once_it_is_whole(main_window, traded, tmp_path, monkeypatch):
    page = compass_page(main_window, traded)
    target = tmp_path / "compass.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    printed = []
    monkeypatch.setattr(
        main_window.printing, "print_pages", lambda kind, pages, *_: printed.append((kind, pages))
    )
    page.save.click()
    assert target.read_bytes().startswith(b"%PDF")
    page.print.click()
    ((kind, pages),) = printed
    assert kind is Kind.REPORT
    assert (pages[0].width, pages[0].height) == (210, 297)
    page.show_progress(3, 8)
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()


@pytest.mark.parametrize(("sold", "name"), [(True, "by_chance"), (False, "nothing")])
def test_where_no_two_products_meet_the_card_says_chance_only_where_something_was_sold(
    main_window, shop, sold, name
):
    if sold:
        sell(shop, 1_000)
    page = compass_page(main_window, shop)
    assert page.lists.pairs._empty.text() == getattr(compass_words("en"), name)
