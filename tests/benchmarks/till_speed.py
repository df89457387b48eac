"""Speed at the till: finding and painting."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from app.config import TillConfig
from app.services.rules.codes import member_code
from app.shop import Shop, open_shop
from tests.benchmarks.large_shop import member_id, name_of, phone_of
from tests.benchmarks.measure import Figure, part, times_ms

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow
    from app.ui.tasks import Tasks


def queries(shop: Shop, members: int) -> dict[str, Callable[[int], str]]:
    """A text for each kind of query, different every time."""
    pick = picker(members)
    return {
        "phone, first digits": lambda at: phone_of(pick(at))[:7],
        "phone, last four": lambda at: phone_of(pick(at))[-4:],
        "phone with country code": lambda at: "+86" + phone_of(pick(at)),
        "name in hanzi": lambda at: name_of(pick(at) | 1),
        "one hanzi": lambda at: name_of(pick(at) | 1)[:1],
        "pinyin": lambda at: ("wang", "zengyu", "chensi", "shan", "liming")[at % 5],
        "initials": lambda at: ("zyq", "wx", "lz", "s", "cyh")[at % 5],
        "latin": lambda at: ("anna", "ort", "mull", "o'n", "d")[at % 5],
        "member number": lambda at: f"{pick(at) + 1:07d}",
        "card code": lambda at: member_code(pick(at), shop.desk.card_key),
    }


def _suggesting(shop: Shop, text: Callable[[int], str]) -> Callable[[int], object]:
    return lambda at: shop.members.suggest(text(at))


def settle(shop: Shop) -> None:
    """What the window does behind its first screen."""
    shop.due.run()
    shop.members.warm_up()
    shop.members.read_ahead()


def picker(members: int) -> Callable[[int], int]:
    return lambda at: (at * 104_729) % members


def find_figures(shop: Shop, members: int, rounds: int) -> list[Figure]:
    """Queries alone, and the last twenty visits."""
    figures = []
    settle(shop)
    for kind, text in queries(shop, members).items():
        taken = times_ms(_suggesting(shop, text), rounds, warm=20)
        figures.append(Figure(f"query: {kind} p50", part(taken, 0.5), "ms"))
        figures.append(Figure(f"query: {kind} p99", part(taken, 0.99), "ms", 1.0))
    pick = picker(members)
    taken = times_ms(
        lambda at: shop.members.history(UUID(bytes=member_id(pick(at))), 20), rounds, warm=20
    )
    figures.append(Figure("last 20 visits p99", part(taken, 0.99), "ms", 5.0))
    return figures


@contextmanager
def opened_window(
    config: TillConfig, tasks: Tasks
) -> Iterator[tuple[QApplication, MainWindow, Shop]]:
    """A real window over a shop, as it stands once its first screen is there."""
    from PySide6.QtWidgets import QApplication

    from app.ui import fonts
    from app.ui.main_window import MainWindow
    from app.ui.scanner import Scanner
    from app.ui.theme import THEME, Mode
    from tests.shop_builder import sentences

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    fonts.load_fonts()
    THEME.install(app, Mode.LIGHT)
    app.setFont(fonts.font())
    shop = open_shop(config)
    window = MainWindow(config=config, tasks=tasks, sentence=sentences(shop), language=lambda: "en")
    # The application-wide filter is measured with: each event passes it.
    scanner = Scanner()
    scanner.install(app)
    window.resize(1366, 768)
    window.show()
    window.shop_opened(shop)
    settle(shop)
    app.processEvents()
    # As the start does: the collector leaves alone what is there once the window is.
    gc.collect()
    gc.freeze()
    try:
        yield app, window, shop
    finally:
        app.removeEventFilter(scanner)
        window.close()
        shop.close()


def painted_figures(config: TillConfig, members: int, rounds: int) -> list[Figure]:
    """From the key or scan to the painted screen, in a real window."""
    from app.ui.tasks import InlineTasks

    with opened_window(config, InlineTasks()) as (app, window, shop):
        return _painted(app, window, shop, members, rounds)


def _painted(
    app: QApplication, window: MainWindow, shop: Shop, members: int, rounds: int
) -> list[Figure]:
    screen = window.current_screen()
    pick = picker(members)

    def scanned(at: int) -> None:
        window.current_screen().scanned(member_code(pick(at), shop.desk.card_key))
        app.processEvents()

    figures = [
        Figure("scan to member painted p99", part(times_ms(scanned, rounds, 20), 0.99), "ms", 16.0)
    ]
    edit = screen.omnibox.line_edit()  # type: ignore[attr-defined]
    for kind, text in queries(shop, members).items():

        def searched(at: int, t: Callable[[int], str] = text) -> None:
            edit.setText(t(at))
            edit.textEdited.emit(t(at))
            app.processEvents()

        taken = times_ms(searched, rounds, 10)
        figures.append(Figure(f"search to list painted: {kind} p99", part(taken, 0.99), "ms", 16.0))
    return figures
