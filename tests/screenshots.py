"""Every screen in light and dark, Chinese and English, with the demo shop, as PNG files.

`python dev.py screenshots DIR [--language zh_TW] [--scale 2] [--size 1024x640]`. They are also
the README's pictures. The demo is made for a fixed day and seed, so that a picture changes only
when a screen does.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.scenes import PHONES, SCENES, Stage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 11, 21, 2, 12, tzinfo=UTC)
LANGUAGES = ("zh_CN", "zh_TW", "en")
USUAL = ("zh_CN", "en")
MODES = ("light", "dark")


def started() -> Any:
    """Qt and our fonts; returns the one that changes the language."""
    from PySide6.QtWidgets import QApplication

    from app.ui import fonts
    from app.ui.languages import Languages

    app = QApplication(["screenshots"])
    fonts.load_fonts()
    return Languages(app)


@dataclass(frozen=True)
class Picture:
    """Where pictures go, and how large the window is in them."""

    folder: Path
    size: tuple[int, int]


@contextmanager
def demo_window(languages: Any, language: str, mode: str, picture: Picture) -> Iterator[Stage]:
    """The whole window on the demo shop of that language."""
    from PySide6.QtWidgets import QApplication

    from app.config import TillConfig
    from app.shop import make_demo
    from app.ui import fonts
    from app.ui.main_window import MainWindow
    from app.ui.status import StatusKeeper
    from app.ui.tasks import InlineTasks
    from app.ui.theme import THEME, Mode
    from tests.shop_builder import sentences

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    THEME.install(app, Mode(mode))
    app.setFont(fonts.font())
    languages.show(language)
    with tempfile.TemporaryDirectory() as data:
        config = TillConfig(data_dir=Path(data), language=language, sounds=False)
        shop = make_demo(config, language=language, clock=lambda: NOW)
        shop.backups.make()
        window = MainWindow(
            config=config,
            tasks=InlineTasks(),
            sentence=sentences(shop, language),
            language=lambda: language,
        )
        window.resize(*picture.size)
        window.show()
        window.shop_opened(shop)
        status = StatusKeeper(window)
        window.drawer.changed.connect(status.refresh)
        status.opened(shop)

        def shot(name: str) -> None:
            for _ in range(8):
                app.processEvents()
            window.grab().save(str(picture.folder / f"{name}-{language}-{mode}.png"))

        def shot_of(widget: Any, name: str) -> None:
            for _ in range(8):
                app.processEvents()
            widget.grab().save(str(picture.folder / f"{name}-{language}-{mode}.png"))

        member = shop.members.resolve(PHONES[language])
        try:
            yield Stage(app, window, shop, shot, member.member_id, shot_of)
        finally:
            window.close()
            window.deleteLater()
            shop.close()


def main() -> int:
    """Write all pictures into the folder."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1", help="2 draws as at 200 %%")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--mode", choices=MODES, action="append")
    parser.add_argument("--size", default="1366x768", help="of the window, in logical pixels")
    chosen = parser.parse_args()
    if chosen.scale != "1":
        os.environ["QT_SCALE_FACTOR"] = chosen.scale
    chosen.folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(side) for side in chosen.size.split("x"))
    picture = Picture(chosen.folder, (width, height))
    languages = started()
    for language in chosen.language or USUAL:
        for mode in chosen.mode or MODES:
            with demo_window(languages, language, mode, picture) as stage:
                for scene in SCENES:
                    scene(stage)
    print(f"{len(list(chosen.folder.glob('*.png')))} pictures in {chosen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
