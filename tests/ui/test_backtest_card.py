"""A scheme tried on the shop's own past: figures, beside another, stopped, nothing to try."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt

from app.services.rules.money import CURRENCIES
from app.ui.accessible import unnamed
from app.ui.loyalty.presenting.backtesting import (
    BacktestPresenter,
    Tried,
    figure_rows,
    liabilities,
    tier_text,
)
from app.ui.loyalty.view import LoyaltyScreen
from app.ui.tasks import InlineTasks, Job
from app.ui.widgets.labels import Label
from app.ui.widgets.line_chart import round_step
from tests.shop_builder import add_member, sell
from tests.ui.conftest import press
from tests.ui.goods_room import window_on

CNY = CURRENCIES["CNY"]


class View:
    """Keeps what the presenter tells."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.tried: Tried | None = None

    def show_running(self) -> None:
        self.told.append("running")

    def show_progress(self, done: int, total: int) -> None:
        self.told.append(f"{done}/{total}")

    def show_report(self, tried: Tried) -> None:
        self.told.append("report")
        self.tried = tried

    def show_idle(self) -> None:
        self.told.append("idle")

    def show_written(self, path) -> None:
        self.told.append("written")

    def refuse(self, error: Exception) -> None:
        self.told.append(type(error).__name__)


class HeldTasks(InlineTasks):
    """Long work waits until it is let go, as in a lane of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.go = lambda: None

    def run_long(self, work, then=None, otherwise=None, on_progress=None) -> Job:
        job = Job()
        progress = on_progress or (lambda done, total: None)
        self.go = lambda: self.run(
            lambda: work(progress, lambda: job.is_cancelled), then, otherwise
        )
        return job


@pytest.fixture
def sold(shop, clock):
    """Ana spends 200.00 in October and 300.00 in November; somebody 50.00."""
    ana = add_member(shop, "Ana", "000300")
    clock.forward(days=-31)
    sell(shop, 20_000, ana)
    clock.forward(days=31)
    sell(shop, 30_000, ana)
    sell(shop, 5_000)
    return shop


def loyalty_of(window) -> LoyaltyScreen:
    screen = window.current_screen()
    assert isinstance(screen, LoyaltyScreen)
    return screen


def report_of(shop, *names: str, months: int = 12) -> Tried:
    view = View()
    presenter = BacktestPresenter(view, shop, InlineTasks())
    presenter.run([shop.schemes.preset(name) for name in names], months)
    assert view.tried is not None
    assert view.told[0] == "running"
    assert view.told[-1] == "report"
    return view.tried


def test_the_figures_are_those_of_the_backtest(sold):
    tried = report_of(sold, "coffee")
    rows = dict(figure_rows(tried, CNY))
    # 500.00 of Ana's at a star each; 500 stars make her silver (300), once.
    assert rows["points_earned"] == ["500"]
    assert rows["moves"] == ["1 / 0"]
    assert "Silver 1" in tier_text(tried.schemes[0], tried.report.outcomes[0], "en")
    assert len(liabilities(tried.report.outcomes[0])) == 2
    assert rows["liability_end"][0].startswith("¥")


def test_two_schemes_stand_side_by_side_over_the_same_sales(sold):
    tried = report_of(sold, "coffee", "simple")
    rows = dict(figure_rows(tried, CNY))
    assert [len(texts) for texts in rows.values()] == [2] * len(rows)
    assert rows["points_earned"] == ["500", "500"]
    assert rows["moves"] == ["1 / 0", "0 / 0"]


def test_fewer_months_take_fewer_sales(sold, clock):
    clock.forward(days=90)
    assert report_of(sold, "simple", months=3).is_empty
    assert not report_of(sold, "simple", months=12).is_empty


def test_what_is_stopped_shows_nothing_and_changes_nothing(sold):
    view, tasks = View(), HeldTasks()
    presenter = BacktestPresenter(view, sold, tasks)
    presenter.run([sold.schemes.preset("coffee")], 12)
    presenter.cancel()
    tasks.go()
    assert view.told == ["running", "idle"]
    assert presenter.tried is None


def test_a_later_run_is_the_one_that_is_shown(sold):
    view, tasks = View(), HeldTasks()
    presenter = BacktestPresenter(view, sold, tasks)
    presenter.run([sold.schemes.preset("coffee")], 12)
    first = tasks.go
    presenter.run([sold.schemes.preset("beauty")], 12)
    tasks.go()
    first()
    assert view.tried is not None
    assert view.tried.schemes[0].name == "beauty"


def test_the_months_are_written_as_a_table(sold, tmp_path):
    view = View()
    presenter = BacktestPresenter(view, sold, InlineTasks())
    presenter.run([sold.schemes.preset("simple")], 12)
    path = tmp_path / "months.csv"
    presenter.write(path)
    assert view.told[-1] == "written"
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert [row["revenue"] for row in rows] == ["200.00", "350.00"]
    presenter.write(tmp_path / "months.pdf")
    assert view.told[-1] == "FileUnreadable"


@pytest.mark.parametrize(("most", "step"), [(1, 1), (4, 1), (5, 2), (17, 5), (41, 20), (200, 50)])
def test_grid_lines_stand_at_round_figures(most, step):
    assert round_step(most) == step


def test_the_card_is_worked_from_the_keyboard(shown, sold):
    window = window_on(sold, "loyalty")
    shown(window)
    screen = loyalty_of(window)
    versions = len(sold.schemes.versions())
    card = screen.page.backtest
    card.run.setFocus()
    press(window, Qt.Key.Key_Return)
    assert card.chart.isVisible()
    assert "2026-10" in card.chart.accessibleDescription()
    assert any(label.text() == "500" for label in card.findChildren(Label) if label.isVisible())
    assert not unnamed(window)
    assert len(sold.schemes.versions()) == versions
    screen.list.setCurrentRow(2)
    assert not card.chart.isVisible()


def test_a_shop_without_sales_is_told_so(shown, shop):
    window = window_on(shop, "loyalty")
    shown(window)
    card = loyalty_of(window).page.backtest
    card.run.click()
    assert not card.chart.isVisible()
    assert "no sales" in card._words.text()
