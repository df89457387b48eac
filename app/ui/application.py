"""The program behind the first frame: what is made, in which order, and what ends it.

The shop opens in the short lane while the main window is still being made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDir, QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.config import TillConfig, load_config, save_config
from app.ui import faults, fonts
from app.ui.front import Front
from app.ui.languages import Languages
from app.ui.main_window import MainWindow
from app.ui.rail import window_icon
from app.ui.scanner import Scanner
from app.ui.single import SingleInstance
from app.ui.status import StatusKeeper
from app.ui.tasks import LaneTasks
from app.ui.theme import THEME, Mode
from app.ui.ui_thread import UiThread
from app.ui.wedge import WedgeSettings
from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.ui.shell import Shop


@dataclass(frozen=True)
class Doors:
    """How shops are opened and made; given by `app.__main__`, so that no screen knows a table."""

    open_shop: Callable[[TillConfig], Shop]
    create_shop: Callable[..., Shop]
    make_demo: Callable[..., Any]


class Application(QObject):
    """What lies behind the first frame: the main window, its lanes, its scanner, its shop."""

    def __init__(
        self,
        app: QApplication,
        front: Front,
        single: SingleInstance,
        data_dir: Path,
        doors: Doors,
    ) -> None:
        super().__init__()
        self._app = app
        self._front = front
        self._single = single
        self._config = config = load_config(data_dir)
        self._doors = doors
        # File dialogs begin in the working folder: not the program's own, but the person's.
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        QDir.setCurrent(QStandardPaths.writableLocation(documents))
        self._shop: Shop | None = None
        self._languages = Languages(app)
        self._languages.show(config.language)
        fonts.load_fonts()
        THEME.install(app, _mode(config.theme))
        app.setFont(fonts.font())
        self._ui_thread = UiThread()
        self._tasks = LaneTasks(self._ui_thread.deliver, self._apologise)
        faults.log_to(config.log_dir)
        self.window = MainWindow(
            config=config,
            tasks=self._tasks,
            sentence=self._sentence,
            language=lambda: self._languages.language,
            doors=doors,
        )
        # Not before there is a window to say it: until then `start` tells what went wrong.
        faults.catch_all(lambda error: self._ui_thread.deliver(self._say_sorry))
        self.window.config_saved.connect(self._config_saved)
        self.window.shop_made.connect(self._opened)
        self.window.language_wanted.connect(self._languages.show)
        self._status = StatusKeeper(self.window)
        self.window.who_changed.connect(self._status.refresh)
        self.window.drawer.changed.connect(self._status.refresh)
        front.setWindowTitle(self.window.windowTitle())
        self.window.windowTitleChanged.connect(front.setWindowTitle)
        typed, entered = front.take(self.window)
        self.window.typed_ahead(typed, entered=entered)
        self._scanner = Scanner(_wedge(config))
        self._scanner.install(app)
        self._scanner.scanned.connect(self.window.scanned)
        app.aboutToQuit.connect(self.close)
        # Once the window is painted: the shop's rooms would be loaded in competition with it.
        QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        config = self._config
        self._tasks.run(lambda: self._doors.open_shop(config), self._opened, self._not_opened)
        self._single.listen(self.raise_window)
        self._app.setWindowIcon(window_icon())

    def raise_window(self) -> None:
        """Come to the front: somebody started the program again."""
        window = self._front
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """End the lanes and close the shop; what was begun is finished first."""
        self._keep_geometry()
        self._scanner.remove(self._app)
        self._ui_thread.close()
        shop = self._shop
        self._shop = None
        if shop is not None:
            self.window.closing()
            self._tasks.run(shop.close)
        self._tasks.close()
        self._single.release()

    def _opened(self, shop: Shop) -> None:
        self._shop = shop
        if not self._config.language:
            self._tasks.run(lambda: shop.settings.get().language, self._languages.show)
        self.window.shop_opened(shop)
        self._status.opened(shop)

    def _not_opened(self, error: Exception) -> None:
        from app.errors import ShopMissing

        if isinstance(error, ShopMissing):
            self.window.first_run()
        else:
            self.window.show_error(error)

    def _config_saved(self, config: TillConfig) -> None:
        self._config = config
        THEME.set_mode(_mode(config.theme))
        if config.language or self._shop is not None:
            self._languages.show(config.language or self._shop_language())
        self._scanner.set_settings(_wedge(config))
        self._tasks.run(lambda: save_config(config))
        self._status.say()

    def _shop_language(self) -> str:
        return self._shop.desk.settings.language if self._shop is not None else ""

    def _keep_geometry(self) -> None:
        config = replace(self._config, window=self._front.geometry_text())
        if config != self._config and self._shop is not None:
            try:
                save_config(config)
            except OSError as error:
                faults.report(error)

    def _apologise(self, error: Exception) -> None:
        self.window.show_error(error)

    def _say_sorry(self) -> None:
        self.window.banner(_apology(), Tone.DANGER)

    def _sentence(self, error: Exception) -> str:
        from app.errors import ShopError, StorageFailed
        from app.messages import sentence
        from app.services.rules.money import CURRENCIES

        if isinstance(error, OSError):  # a folder that is full, locked or gone
            faults.report(error)
            error = StorageFailed(error.strerror or type(error).__name__)
        if isinstance(error, ShopError):
            shop = self._shop
            currency = shop.desk.settings.money if shop is not None else CURRENCIES["CNY"]
            return sentence(error, self._languages.language, currency)
        faults.report(error)
        return _apology()


def _wedge(config: TillConfig) -> WedgeSettings:
    return WedgeSettings(
        gap_ms=config.scanner_gap_ms,
        prefix=config.scanner_prefix,
        suffix=config.scanner_suffix,
    )


def _mode(theme: str) -> Mode:
    return Mode(theme) if theme in {mode.value for mode in Mode} else Mode.SYSTEM


def _apology() -> str:
    return QCoreApplication.translate(
        "Application",
        "Sorry, the program made a mistake and wrote it to its log. Your cart is kept: try again.",
    )
