"""Every screen and sheet, in every language, at both window sizes: every text is seen whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.config import TillConfig
from app.services.demo import DemoSize
from app.shop import Shop, make_demo
from app.ui.languages import LANGUAGES, Languages
from app.ui.main_window import MainWindow
from app.ui.status import StatusKeeper
from app.ui.tasks import InlineTasks
from tests.scenes import PHONES, SCENES, Stage
from tests.shop_builder import Clock, sentences
from tests.ui.fitting import misfits

SIZES = ((1024, 640), (1366, 768))
"""The smallest window there is, and the usual one."""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Shop]:
    """A small demo shop with a backup, new each time: the scenes change what they find."""
    config = TillConfig(data_dir=tmp_path, language="zh_CN", sounds=False)
    shop = make_demo(config, language="zh_CN", clock=Clock(), size=DemoSize(60, 20))
    shop.backups.make()
    yield shop
    shop.close()


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    yield made
    made.show("en")


# Traditional Chinese is as wide as simplified: it is walked by command.
WALKED = [pytest.param(each, marks=[pytest.mark.long] * (each == "zh_TW")) for each in LANGUAGES]


@pytest.mark.parametrize("language", WALKED)
def test_every_text_of_every_screen_and_sheet_is_seen_whole(language, languages, demo, shown):
    languages.show(language)
    window = MainWindow(
        config=replace(demo.config, language=language),
        tasks=InlineTasks(),
        sentence=sentences(demo, language),
        language=lambda: language,
    )
    shown(window)
    window.shop_opened(demo)
    status = StatusKeeper(window)
    status.opened(demo)
    faults: list[str] = []

    def look(name: str) -> None:
        # Laid out, not painted: each scene was painted before it is looked at.
        window.setUpdatesEnabled(False)
        for size in SIZES:
            window.resize(*size)
            stage.settle()
            faults.extend(f"{name} {size[0]}: {fault}" for fault in misfits(window))
        window.setUpdatesEnabled(True)

    member = demo.members.resolve(PHONES["zh_CN"])
    stage = Stage(QApplication.instance(), window, demo, look, member.member_id)
    for scene in SCENES:
        scene(stage)
    assert not faults, "\n".join(faults)
