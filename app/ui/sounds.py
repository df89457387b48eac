"""The good and the bad tone after a scan: the platform's player, a beep where there is none."""

from __future__ import annotations

import shutil
import sys
from functools import cache

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from app.resources import resource_path


def play(good: bool) -> None:
    """Play the tone; returns at once."""
    path = resource_path("sounds", "good.wav" if good else "bad.wav")
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        return
    player = _player()
    if player is None or not QProcess.startDetached(player, [str(path)])[0]:
        QApplication.beep()


@cache
def _player() -> str | None:
    names = ("afplay",) if sys.platform == "darwin" else ("pw-play", "paplay", "aplay")
    return next((found for name in names if (found := shutil.which(name))), None)
