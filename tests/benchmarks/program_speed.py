"""Speed of the whole program: its start, its documents, its imports, its memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from app.config import TillConfig
from app.services.documents.files import save_cards, save_receipt
from app.services.rules.pricing import TaxGroup
from app.services.rules.receipt import Receipt, ReceiptLine
from app.services.rules.shop_facts import CardFacts, ShopFacts
from app.services.rules.tenders import Tender, TenderKind
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop
from tests.benchmarks.measure import Figure, part, times_ms

ROOT = Path(__file__).resolve().parents[2]
HISTORY = "cdnow/CDNOW_master.txt"
EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
"""


def start_figures(pairs: int) -> list[Figure]:
    """An empty PySide6 window and ours in turn, each a whole process."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        create_shop(TillConfig(data_dir=data), ShopSettings(name="b")).close()
        ours = [sys.executable, "-m", "app", "--data", str(data), "--exit-after-paint"]
        empty = [sys.executable, "-c", EMPTY_WINDOW]
        for command in (ours, empty):
            _seconds(command)
        ratios, mine, theirs = [], [], []
        for _ in range(pairs):
            mine.append(_seconds(ours))
            theirs.append(_seconds(empty))
            ratios.append(mine[-1] / theirs[-1])
    return [
        Figure("start to first paint", statistics.median(mine) * 1000, "ms"),
        Figure("empty PySide6 window", statistics.median(theirs) * 1000, "ms"),
        Figure("start / empty window", statistics.median(ratios), "x", 1.4),
    ]


def _seconds(command: list[str]) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def document_figures() -> list[Figure]:
    """A thousand cards, and a receipt after the first."""
    shop = ShopFacts(name="屿见咖啡", address="杭州市西湖区文三路 12 号", phone="0571-8888 1234")
    cards = [
        CardFacts(f"9{at:07d}{at:07d}", f"会员{at}", f"{at:06d}", "2026-11-21")
        for at in range(1000)
    ]
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        save_cards(Path(folder) / "cards.pdf", cards, len(cards), shop)
        cards_s = time.perf_counter() - started
        path = Path(folder) / "receipt.pdf"
        taken = times_ms(lambda _at: save_receipt(path, sample_receipt(), shop), 30, warm=1)
    return [
        Figure("1,000 cards", cards_s, "s", 10.0),
        Figure("one receipt after the first p50", part(taken, 0.5), "ms", 50.0),
    ]


def sample_receipt() -> Receipt:
    """Ten lines, paid in cash."""
    lines = tuple(
        ReceiptLine(at, f"商品 {at}", 1000, 1000, 1000, (), 1000, 1300, 0) for at in range(1, 11)
    )
    return Receipt(
        sale_id=UUID(int=1),
        number="A0-000001",
        code="81000000000000196",
        sold_at=datetime(2026, 11, 21, tzinfo=UTC),
        business_date=date(2026, 11, 21),
        staff="店主",
        member=None,
        lines=lines,
        gross_minor=10000,
        discount_minor=0,
        taxes=(TaxGroup(1300, 8850, 1150),),
        added_tax_minor=0,
        cash_rounding_minor=0,
        total_minor=10000,
        tenders=(Tender(TenderKind.CASH, 10000),),
        change_due_minor=0,
        points_burned=0,
        points_earned=0,
        why=(),
        why_not=(),
        scheme_version=1,
    )


def import_figures() -> list[Figure]:
    """The CDNOW history imported as sales, where it is at hand."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = _cdnow_shop(folder)
        return [] if seconds is None else [Figure("CDNOW import, 69,659 rows", seconds, "s", 120.0)]


def backtest_figures() -> list[Figure]:
    """The five famous schemes tried on the CDNOW history, each a whole process."""
    with tempfile.TemporaryDirectory() as folder:
        if _cdnow_shop(folder) is None:
            return []
        run = [sys.executable, "-m", "app", "--data", folder, "backtest"]
        used = {
            name: _used([*run, name])
            for name in ("coffee", "warehouse", "beauty", "prime", "bank-card")
        }
        # All members have bought by the end of March 1997; after that only sales are added.
        few = _used([*run, "beauty", "--to", "1997-03-31"])
    # One thread: on a machine that does nothing else this is what it takes by the clock.
    figures = [
        Figure(
            f"CDNOW backtest, {name}", each.processor_s, "s", 30.0, f"clock {each.clock_s:.0f} s"
        )
        for name, each in used.items()
    ]
    growth = used["beauty"].most_kib / few.most_kib
    note = "67,591 sales / 31,141, the same members"
    return [*figures, Figure("CDNOW backtest, peak memory", growth, "x", 1.25, note)]


def _cdnow_shop(folder: str) -> float | None:
    """A shop with the history, and how many seconds its import took; None without the file."""
    history = next(
        (p for above in ROOT.parents if (p := above / "shared/data" / HISTORY).exists()), None
    )
    if history is None:
        return None
    base = [sys.executable, "-m", "app", "--data", folder]
    subprocess.run([*base, "init"], cwd=ROOT, check=True, capture_output=True)
    command = [*base, "import", "sales", str(history), "--create-missing"]
    command += ["--map", "member=1", "--map", "sold_at=2", "--map", "quantity=3"]
    command += ["--map", "total=4", "--date-format", "%Y%m%d"]
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


class _Used(NamedTuple):
    """What a process took: seconds by the clock and of the processor, and the most memory."""

    clock_s: float
    processor_s: float
    most_kib: int


def _used(command: list[str]) -> _Used:
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    clock_s = time.perf_counter() - started
    return _Used(clock_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def memory_figure(_shop: Shop | None = None) -> list[Figure]:
    """Resident memory of this process now; after the window was used on the large shop."""
    pages = Path("/proc/self/statm")
    if not pages.exists():
        return []
    resident = int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return [Figure("resident memory", resident / 1e6, "MB", 200.0, "the bench's own included")]
