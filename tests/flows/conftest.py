"""A whole till for flows: a real shop, the real lanes' order, the scanner listening."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.shop import Shop
from app.ui.main_window import MainWindow
from app.ui.scanner import Scanner
from app.ui.tasks import InlineTasks
from tests.shop_builder import sentences
from tests.ui.conftest import (  # noqa: F401 - fixtures
    _light_again,
    _look,
    press,
    scan,
    shown,
    strike,
    type_slowly,
)


class LaterTasks(InlineTasks):
    """Does the work between the keys, as the lanes do, never in the middle of one."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Callable[[], None]] = []

    def run(self, work, then=None, otherwise=None) -> None:
        self._waiting.append(lambda: InlineTasks.run(self, work, then, otherwise))

    def settle(self) -> None:
        """Do what waits, and what that brings about."""
        while self._waiting:
            self._waiting.pop(0)()
        # Painted before the next key, as it is for a person.
        QApplication.processEvents()


class Till:
    """The window as a clerk uses it: keys and scans only, and a count of them."""

    def __init__(self, window: MainWindow, shop: Shop, tasks: LaterTasks) -> None:
        self.window = window
        self._tasks = tasks
        self.shop = shop
        self.taps = 0
        self.digits = 0
        self.scans = 0

    @property
    def cashier(self):
        return self.window.current_screen()

    @property
    def state(self):
        return self.cashier._presenter.state

    def key(self, key, modifier=None) -> None:
        self.taps += 1
        self.come_to_front()
        press(self.window, key) if modifier is None else press(self.window, key, modifier)
        self._tasks.settle()

    def sign(self, sign: str) -> None:
        self.taps += 1
        self.come_to_front()
        strike(self.window, sign)
        self._tasks.settle()

    def type(self, text: str) -> None:
        self.digits += len(text)
        type_slowly(self.window, text)
        self._tasks.settle()

    def come_to_front(self) -> None:
        """Keys start actions only in the window in front; no other test's window stays there."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window)

    def scan(self, code: str) -> None:
        self.scans += 1
        scan(self.window, code)
        self._tasks.settle()

    def settle(self) -> None:
        """Let waiting work be done."""
        self._tasks.settle()

    def forget_steps(self) -> None:
        self.taps = self.digits = self.scans = 0


@pytest.fixture
def till(shop: Shop, shown, qapp: QApplication, tmp_path) -> Iterator[Till]:  # noqa: F811
    config = replace(shop.config, sounds=False)

    tasks = LaterTasks()
    window = MainWindow(config=config, tasks=tasks, sentence=sentences(shop), language=lambda: "en")
    scanner = Scanner()
    scanner.install(qapp)
    scanner.scanned.connect(window.scanned)
    shown(window)
    window.shop_opened(shop)
    tasks.settle()
    yield Till(window, shop, tasks)
    qapp.removeEventFilter(scanner)
