"""From the first line of the program to its first paint, and what follows right behind.

Kept light: a module imported here is paid for before anything is seen.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from app.places import CONFIG_NAME
from app.ui.front import Front
from app.ui.single import SingleInstance

if TYPE_CHECKING:
    from app.ui.application import Application, Doors

EXIT_AFTER_PAINT = "--exit-after-paint"


def main(data_dir: Path, options: Sequence[str], doors: Callable[[], Doors]) -> int:
    """Run the program with a window until it is closed; returns the exit code."""
    # Collecting the garbage of imports is a tenth of the start; nothing of it is garbage.
    gc.disable()
    QCoreApplication.setApplicationName("Regulars")
    app = QApplication(["regulars"])
    measuring = EXIT_AFTER_PAINT in options
    single = SingleInstance(data_dir)
    if not measuring and not single.take():
        return 0 if single.raise_first() else _unanswered(data_dir)
    theme, geometry = _look(data_dir)
    front = Front(theme, geometry)
    running: list[Application] = []

    def build() -> None:
        from app.ui.application import Application

        try:
            running.append(Application(app, front, single, data_dir, doors()))
        except Exception as error:  # noqa: BLE001 - without a window nobody else can say it
            _give_up(error, data_dir)
            return
        gc.freeze()
        gc.enable()

    front.painted.connect(_tell_and_quit if measuring else build)
    front.show()
    front.activateWindow()
    return app.exec()


def _unanswered(data_dir: Path) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"Regulars is open on {data_dir} already, but does not answer.\n")
    return 1


def _give_up(error: Exception, data_dir: Path) -> None:
    """No window could be made: say so and end, instead of standing there empty."""
    from PySide6.QtWidgets import QMessageBox

    from app.faults import record

    log = record(error, data_dir / "logs")
    said = "Regulars could not start. " + (f"What went wrong is written in {log}." if log else "")
    if sys.stderr is not None:
        sys.stderr.write(said.strip() + "\n")
    QMessageBox.critical(None, "Regulars", said.strip())
    QCoreApplication.exit(1)


def _look(data_dir: Path) -> tuple[str, str]:
    """Theme and place of the window, as the till's settings hold them."""
    try:
        stored = (data_dir / CONFIG_NAME).read_text("utf-8")
    except (OSError, ValueError):
        return "system", ""
    return _value(stored, "theme"), _value(stored, "window")


def _value(stored: str, name: str) -> str:
    """A plain string of a small JSON file; loading a parser would cost as much as the frame."""
    after = stored.partition(f'"{name}":')[2]
    return after.partition('"')[2].partition('"')[0]


def _tell_and_quit() -> None:
    from app.ui.started import milliseconds_since_start

    sys.stdout.write(f"{milliseconds_since_start()}\n")
    sys.stdout.flush()
    QTimer.singleShot(0, QCoreApplication.quit)
