"""Speed of insight: groups, segments, the compass, hints, what a sale pays for it, and the till
while any of it runs."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.config import TillConfig
from app.models import reckoned
from app.services import bought_sales
from app.services.ids import uuid7
from app.services.insights import Insights
from app.services.kept_habits import NAME, HabitKeeper
from app.services.rules.codes import member_code
from app.services.rules.insight.periods import Period
from app.services.segments import Segments
from app.shop import Shop, open_shop
from tests.benchmarks.count_speed import live_count_figures
from tests.benchmarks.forecast_speed import CONDITIONS, forecast_figures, made_anew
from tests.benchmarks.large_shop import large_shop, member_id, product_id, say
from tests.benchmarks.measure import Figure, part, times_ms
from tests.benchmarks.sale_speed import PAID, bench_cart
from tests.benchmarks.till_speed import opened_window, picker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow
    from app.ui.tasks import LaneTasks

SMALL = 10_000
# A month in the middle of the large shop's sales.
MONTH = Period(date(2025, 9, 1), date(2025, 9, 30))
# One of each way in which a condition is looked up.
SEGMENTS = (
    "spent >= 100.00",
    "visits_12_months = 0",
    "last_visit > 300",
    "name contains 王",
    "coupons = 0",
    "consent = no",
    "stage = lost",
    "(stage = lost or rfm = champions) and spent >= 100.00 and not tag = vip",
    'bought "Product 5" in 400 days',
    'bought "Product 5"',
    'not bought "Product 5"',
    "bought Drinks",
    "bought Drinks in 400 days",
    "not bought Drinks",
    "gender != female and points >= 50",
    'custom = "Car: red"',
    'custom = "Car: red" and points >= 50',
    'custom != "Car: red" or spent >= 100.00',
)
# A category that so many of a hundred lines are of; it is read once, in idle moments.
DRINKS, DRINKS_PERCENT = "Drinks", 22
# What is reckoned of all members' sales and kept in the file: each in a shop that was just opened.
HABITS = (
    "weekday = monday",
    "hour >= 17",
    "price_from >= 10.00",
    'favourite = "Product 5"',
    "benefit_use < 20",
)
PARTS_TIMED = 8
BETWEEN_SCANS_S = 0.02


def insight_figures(config: TillConfig, members: int, rounds: int) -> list[Figure]:
    """Everything, in the order in which it is promised."""
    shop = open_shop(config)
    try:
        figures = group_figures(shop) + segment_figures(shop) + compass_figures(shop)
        figures += hint_figures(shop, members, rounds)
    finally:
        shop.close()
    figures += live_count_figures(config, (*SEGMENTS, *HABITS, *CONDITIONS))
    figures += habit_figures(config) + forecast_figures(config, _seconds)
    return figures + kept_figures(rounds, min(members, SMALL)) + busy_figures(
        config, members, rounds
    )  # fmt: skip


def _seconds(work: Callable[[], object]) -> tuple[float, str]:
    """Seconds by the clock, and those of them that the processor worked, in words."""
    started, worked = time.perf_counter(), time.thread_time()
    work()
    took, worked = time.perf_counter() - started, time.thread_time() - worked
    return took, f"{worked:.2f} s of CPU"


def group_figures(shop: Shop) -> list[Figure]:
    """Each reckoned from nothing, and told once more."""
    figures = []
    for name in ("rfm", "quadrants", "stages"):
        ask = getattr(Insights(shop.desk), name)
        took, note = _seconds(lambda a=ask: a().grouped.sums())  # type: ignore[misc]
        again, _ = _seconds(lambda a=ask: a().grouped.sums())  # type: ignore[misc]
        figures.append(Figure(f"{name}, cold", took, "s", 3.0, note))
        figures.append(Figure(f"{name}, nothing changed", again * 1e3, "ms", 200.0))
    return figures


def segment_figures(shop: Shop) -> list[Figure]:
    """Live counts; those of groups with the groups known, as they are while one edits."""
    shop.insights.rfm()
    shop.insights.stages()
    _with_drinks(shop)
    took, note = _seconds(partial(shop.segments.count, f"bought {DRINKS}"))
    figures = [Figure("count: bought Drinks, nothing made ready", took, "s", None, note)]
    took, note = _seconds(partial(_made_ready, shop))
    figures.append(Figure("much-bought goods made ready in idle moments", took, "s", None, note))
    for text in SEGMENTS:
        took, note = _seconds(partial(shop.segments.count, text))
        figures.append(Figure(f"count: {text}", took, "s", 1.0, note))
    return figures


def _with_drinks(shop: Shop) -> None:
    """A shop that has the category, and nothing kept of it."""
    database = shop.desk.database
    drinks = b"drinks".ljust(16)
    if not database.value("SELECT EXISTS (SELECT 1 FROM category WHERE name = ?)", (DRINKS,)):

        def work() -> None:
            database.execute(
                "INSERT INTO category (id, name, position) VALUES (?, ?, 1)", (drinks, DRINKS)
            )
            database.execute(
                "UPDATE product SET category_id = ? WHERE rowid % 100 < ?",
                (drinks, DRINKS_PERCENT),
            )

        database.in_transaction(work)
    for name in reckoned.marks(database, bought_sales.NAME):
        reckoned.forget(database, name)


def _made_ready(shop: Shop) -> None:
    while shop.segments.work():
        pass


def habit_figures(config: TillConfig) -> list[Figure]:
    """Live counts of what is kept of habits, the first after a start; and what it takes to make
    that, once in the life of a shop, in idle moments."""
    shop = open_shop(config)
    filled_habits(shop)
    parts = list(reckoned.marks(shop.desk.database, NAME))[:PARTS_TIMED]
    for name in parts:
        reckoned.forget(shop.desk.database, name)
    took, note = _seconds(lambda: filled_habits(shop))
    count = len(reckoned.marks(shop.desk.database, NAME))
    shop.close()
    figures = []
    if parts:
        whole = f"once; told by {len(parts)} of {count} parts, {note}"
        figures.append(
            Figure("habits of everybody made", took * count / len(parts), "s", None, whole)
        )
    for text in HABITS:
        shop = open_shop(config)
        took, note = _seconds(partial(shop.segments.count, text))
        shop.close()
        figures.append(Figure(f"first count: {text}", took, "s", 1.0, note))
    return figures


def filled_habits(shop: Shop) -> None:
    """Make what is not there yet, or far behind."""
    keeper, told = HabitKeeper(shop.desk), False
    while keeper.work():
        done, of = keeper.progress
        if of > PARTS_TIMED:
            say(f"{done} of {of} parts of habits", again=told)
            told = True


def compass_figures(shop: Shop) -> list[Figure]:
    """All figures of a month with its neighbours."""
    took, note = _seconds(lambda: shop.compass.compass(MONTH))
    return [Figure("compass, all figures", took, "s", 5.0, note)]


def hint_figures(shop: Shop, members: int, rounds: int) -> list[Figure]:
    """Looked up at the till, made ahead."""
    pick = picker(members)
    ids = [UUID(bytes=member_id(pick(at))) for at in range(50)]
    for each in ids:
        shop.hints.refresh(each)
    goods = [UUID(bytes=product_id(at)) for at in range(5)]
    taken = times_ms(lambda at: shop.hints.hints(ids[at % len(ids)], goods), rounds, warm=20)
    return [Figure("till hints p99", part(taken, 0.99), "ms", 1.0)]


def kept_figures(rounds: int, members: int) -> list[Figure]:
    """A sale that keeps each member's days beside one that does not."""
    with tempfile.TemporaryDirectory() as folder:
        made = large_shop(members).shop_file
        shops = []
        for name in ("kept", "not kept"):
            config = TillConfig(data_dir=Path(folder) / name)
            config.data_dir.mkdir()
            shutil.copyfile(made, config.shop_file)
            shops.append(open_shop(config))
        kept, bare = shops
        for (name,) in bare.desk.database.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'member_day%'"
        ):
            bare.desk.database.execute(f"DROP TRIGGER {name}")
        times: tuple[list[float], list[float]] = ([], [])
        cart = bench_cart()
        quotes = [shop.checkout.quote(cart) for shop in shops]
        for at in range(max(rounds, 20)):
            # Each goes first by turns.
            for side in (0, 1) if at % 2 else (1, 0):
                shop, quote = shops[side], quotes[side]
                sell = lambda _at, s=shop, q=quote: s.checkout.complete(uuid7(), cart, q, PAID)  # noqa: E731
                times[side].extend(times_ms(sell, 1, 0))
        kept.close()
        bare.close()
    with_days, without = (part(sorted(each[10:]), 0.5) for each in times)
    return [Figure("a sale, its days kept / not kept p50", with_days / without, "x", 1.15)]


def busy_figures(config: TillConfig, members: int, rounds: int) -> list[Figure]:
    """From the scan to the painted member while the long lane reckons without a pause."""
    from PySide6.QtCore import QObject, Signal

    from app.ui.tasks import LaneTasks

    class Deliverer(QObject):
        """Brings results to the window's thread."""

        made = Signal(object)

    deliverer = Deliverer()
    deliverer.made.connect(lambda call: call())
    tasks = LaneTasks(deliverer.made.emit, _fail)
    with opened_window(config, tasks) as (app, window, shop):
        works: dict[str, Callable[[], object] | None] = {
            "nothing else runs": None,
            "RFM is reckoned": lambda: Insights(shop.desk).rfm(),
            "stages are reckoned": lambda: Insights(shop.desk).stages(),
            "a segment is counted": lambda: shop.segments.count(SEGMENTS[0]),
            "the compass is read": lambda: shop.compass.compass(MONTH),
            "habits are counted, the first time": lambda: Segments(shop.desk, shop.insights).count(
                HABITS[0]
            ),
            "habits are made": lambda: _a_part_made(shop),
            "forecasts are made": lambda: made_anew(shop),
            "a count is estimated": lambda: shop.segments.about(SEGMENTS[0] + " and " + HABITS[2]),
        }
        figures = opened_compass(app, window)
        till = _Till(app, window, shop, tasks, members)
        for name, work in works.items():
            taken = till.while_(work, rounds)
            what = f"scan painted while {name} p99"
            figures.append(Figure(what, part(taken, 0.99), "ms", 16.0))
        tasks.close()
    return figures


def _a_part_made(shop: Shop) -> None:
    names = list(reckoned.marks(shop.desk.database, NAME))
    if names:
        reckoned.forget(shop.desk.database, names[0])
    shop.habits.work()


def opened_compass(app: QApplication, window: MainWindow) -> list[Figure]:
    """From the key to the first paint of the page, when nobody has opened it yet, and until its
    figures, which follow one by one, are all there."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest

    class Watch(QObject):
        """Notes when the page is painted."""

        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and type(watched).__name__ == "CompassPage":
                self.painted = True
            return False

    watch, control = Watch(), Qt.KeyboardModifier.ControlModifier
    app.installEventFilter(watch)
    started = time.perf_counter()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_7, control)
    while not watch.painted:
        app.processEvents()
    painted = time.perf_counter() - started
    app.removeEventFilter(watch)
    compass = window.current_screen().page().presenter  # type: ignore[attr-defined]
    while compass.is_working:
        app.processEvents()
        time.sleep(0.001)
    told = time.perf_counter() - started
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, control)
    app.processEvents()
    return [
        Figure("compass, key to its first paint", painted * 1e3, "ms", 300.0),
        Figure("compass, key to its last figure", told, "s", 5.0),
    ]


def _fail(error: Exception) -> None:
    raise error


@dataclass
class _Till:
    """Scans in a window whose work is done in lanes."""

    app: QApplication
    window: MainWindow
    shop: Shop
    tasks: LaneTasks
    members: int

    def while_(self, work: Callable[[], object] | None, rounds: int) -> list[float]:
        """Milliseconds of each scan, sorted, while the long lane does `work` again and again."""
        ended: list[object] = []
        going = [True]

        def reckon(_progress: object, _stop: object) -> int:
            while work is not None and going:
                work()
            return 1

        self.tasks.run_long(reckon, ended.append)
        taken = sorted(self._scanned(at) for at in range(rounds))
        going.clear()
        self._wait(ended)
        return taken

    def _scanned(self, at: int) -> float:
        time.sleep(BETWEEN_SCANS_S)
        code = member_code(picker(self.members)(at), self.shop.desk.card_key)
        answered: list[object] = []
        started = time.perf_counter()
        self.window.current_screen().scanned(code)
        # Behind the scan in its lane, so its answer comes after the scan's.
        self.tasks.run(lambda: 1, answered.append)
        self._wait(answered)
        self.app.processEvents()
        return (time.perf_counter() - started) * 1e3

    def _wait(self, answered: list[object]) -> None:
        from PySide6.QtCore import QEventLoop

        while not answered:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
