"""What tests of the window need: our fonts and colours, and a window on real sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.config import TillConfig
from app.ui import fonts, scanner
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from app.ui.theme import THEME, Mode

W = TypeVar("W", bound=QWidget)


@pytest.fixture(scope="session", autouse=True)
def _look(qapp: QApplication) -> None:
    """The application's own fonts and colours, as in the shop."""
    fonts.load_fonts()
    THEME.install(qapp, Mode.LIGHT)
    qapp.setFont(fonts.font())


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    THEME.set_mode(Mode.LIGHT)


@pytest.fixture
def shown(qtbot) -> Callable[[W], W]:
    """Show a widget as a window that has the focus."""

    kept: list[QWidget] = []

    def show(widget: W) -> W:
        kept.append(widget)
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture
def main_window(shown, tmp_path: Path) -> MainWindow:
    """The window with every section, before a shop is open."""
    window = MainWindow(
        config=TillConfig(data_dir=tmp_path, sounds=False),
        tasks=InlineTasks(),
        sentence=lambda error: f"sentence for {type(error).__name__}",
        language=lambda: "en",
    )
    shown(window)
    return window


def press(window: QWidget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """One key on its way through the window system, as a keyboard sends it."""
    QTest.keyClick(window.window().windowHandle(), key, modifier)


def strike(window: QWidget, sign: str, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """One character on its way through the window system."""
    QTest.keyClick(window.window().windowHandle(), sign, modifier)  # type: ignore[call-overload]


def type_slowly(window: QWidget, text: str, gap_ms: int = 60) -> None:
    """What a person types: the gaps are too long for a scanner."""
    for sign in text:
        QTest.qWait(gap_ms)
        strike(window, sign)


def scan(window: QWidget, code: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """What a scanner types: all at once, ended by Enter."""
    with scanners_pace():
        for sign in code:
            strike(window, sign)
        press(window, end)


@contextmanager
def scanners_pace() -> Iterator[None]:
    """Keys two milliseconds apart, however busy the machine that runs the test is."""
    real = scanner.key_time_ms
    times: list[int] = []

    def paced(event: QKeyEvent) -> int:
        times.append(times[-1] + 2 if times else real(event))
        return times[-1]

    scanner.key_time_ms = paced
    try:
        yield
    finally:
        scanner.key_time_ms = real
