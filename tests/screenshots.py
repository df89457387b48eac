"""Every screen in light and dark, Chinese and English, with the demo shop, as PNG files.

`python dev.py screenshots DIR [--scale 2]`. They are also the README's pictures. The demo is
made for a fixed day and seed, so that a picture changes only when a screen does.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 11, 21, 2, 12, tzinfo=UTC)
LANGUAGES = ("zh_CN", "en")
MODES = ("light", "dark")
# The same person in both demo shops.
PHONES = {"zh_CN": "13800138000", "en": "91001800"}

MEMBERS_CSV = (
    "会员卡号,姓名,手机号,生日,入会日期,备注\n"
    "900101,林晓,13911110001,1990-03-08,2024-05-01,靠窗\n"
    "900102,单田芳,13911110002,--08-15,2024-05-02,\n"
    "900103,Anna Rossi,13911110003,1988-11-30,2024-05-03,oat milk\n"
    "900104,仇英,13911110004,1992-02-29,昨天,\n"
    "900105,解缙,13911110005,1979-12-01,2024-06-11,少糖\n"
)


@dataclass
class Stage:
    """The window with the demo shop open in it."""

    app: Any
    window: Any
    shop: Any
    status: Any
    folder: Path
    prefix: str

    def settle(self) -> None:
        """Let everything be laid out and painted."""
        for _ in range(8):
            self.app.processEvents()

    def grab(self, name: str) -> None:
        """Save the window as it stands."""
        self.settle()
        self.window.grab().save(str(self.folder / f"{name}-{self.prefix}.png"))

    def close_sheets(self) -> None:
        """Back to the bare screen."""
        while (sheet := self.window.open_sheet()) is not None:
            sheet.close_sheet()
        self.settle()

    def member(self) -> Any:
        """The member in the pictures."""
        return self.shop.members.resolve(PHONES[self.window.language])

    def screen(self, section: str) -> Any:
        """Show a section."""
        self.close_sheets()
        self.window.go(section)
        self.settle()
        return self.window.current_screen()


def first_run(stage: Stage) -> None:
    """The wizard of a new shop."""
    stage.window.first_run()
    stage.grab("first-run")
    stage.close_sheets()
    stage.status.say()


def cashier(stage: Stage) -> None:
    """Empty, in use, searching, paying, paid."""
    screen = stage.screen("cashier")
    stage.grab("cashier-empty")
    presenter = screen._presenter
    presenter.attach(stage.member().member_id)
    for tile in stage.shop.products.tiles()[:3]:
        presenter.add_item(tile.item)
    presenter.step_quantity(1)
    stage.window._toast.dismiss()
    stage.grab("cashier")
    screen._sheets.ask_discount(whole=True)
    stage.grab("discount")
    stage.close_sheets()
    screen._sheets.explain()
    stage.grab("why")
    stage.close_sheets()
    presenter.toggle_points()
    presenter.pay()
    sheet = screen._sheets.pay_sheet
    sheet._take_quick(len(sheet.desk().suggestions) - 1)
    stage.grab("pay")
    presenter.complete(sheet.desk())
    stage.grab("paid")
    stage.close_sheets()
    screen.omnibox.line_edit().setText("zh")
    presenter.finder.typed("zh")
    stage.grab("search")
    screen.omnibox.clear()
    screen._sheets.enrol("13911112222", "")
    stage.grab("enrol")
    stage.close_sheets()


def members(stage: Stage) -> None:
    """The list, a member's page, and the sheets."""
    screen = stage.screen("members")
    stage.grab("members")
    screen.list.table.selectAll()
    screen.list.cards.click()
    stage.grab("member-cards")
    stage.close_sheets()
    screen.list.new.click()
    stage.grab("member-new")
    stage.close_sheets()
    stage.window.go("members", stage.member().member_id)
    stage.grab("member")
    for tab, name in ((1, "points"), (2, "its-cards"), (3, "details")):
        screen.page.tabs.setCurrentIndex(tab)
        stage.grab(f"member-{name}")
    screen.page.tabs.setCurrentIndex(0)


def sales(stage: Stage) -> None:
    """A month of sales with a receipt in front, and why it came to what it did."""
    from app.ui.sales.presenter import Period

    screen = stage.screen("sales")
    screen._presenter.show_period(Period.MONTH)
    screen.table.choose(2)
    stage.grab("sales")
    screen.preview.why.click()
    stage.grab("sale-why")
    stage.close_sheets()


def products(stage: Stage) -> None:
    """The list, one product, and a file about to be imported."""
    from app.ui.imports.sheet import ImportSheet

    screen = stage.screen("products")
    stage.grab("products")
    screen._open(2)
    stage.grab("product")
    stage.close_sheets()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "members.csv"
        path.write_text(MEMBERS_CSV, "utf-8")
        sheet = ImportSheet(stage.window, "members")
        sheet._presenter.look(path)
        stage.grab("import")
        sheet._presenter.check()
        stage.grab("import-checked")
        stage.close_sheets()


def others(stage: Stage) -> None:
    """The remaining sections as they open."""
    stage.screen("settings")
    stage.grab("settings")
    stage.window._show_keys()
    stage.grab("keys")
    stage.close_sheets()


SCENES: tuple[Callable[[Stage], None], ...] = (first_run, cashier, members, sales, products, others)


def started() -> Any:
    """Qt and our fonts; returns the one that changes the language."""
    from PySide6.QtWidgets import QApplication

    from app.ui import fonts
    from app.ui.languages import Languages

    app = QApplication(["screenshots"])
    fonts.load_fonts()
    return Languages(app)


@contextmanager
def demo_window(languages: Any, language: str, mode: str, folder: Path) -> Iterator[Stage]:
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
        window.resize(1366, 768)
        window.show()
        window.shop_opened(shop)
        status = StatusKeeper(window)
        status.opened(shop)
        try:
            yield Stage(app, window, shop, status, folder, f"{language}-{mode}")
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
    chosen = parser.parse_args()
    if chosen.scale != "1":
        os.environ["QT_SCALE_FACTOR"] = chosen.scale
    chosen.folder.mkdir(parents=True, exist_ok=True)
    languages = started()
    for language in chosen.language or LANGUAGES:
        for mode in chosen.mode or MODES:
            with demo_window(languages, language, mode, chosen.folder) as stage:
                for scene in SCENES:
                    scene(stage)
    print(f"{len(list(chosen.folder.glob('*.png')))} pictures in {chosen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
