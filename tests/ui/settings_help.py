"""A window on the settings of a real shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.config import TillConfig
from app.messages import sentence
from app.shop import Shop
from app.ui.main_window import MainWindow
from app.ui.settings.page import Page
from app.ui.settings.view import SettingsScreen
from app.ui.tasks import InlineTasks
from tests.ui.conftest import press


def open_settings(
    shown: Callable[[Any], Any], shop: Shop, page: type[Page] | None = None, **config: Any
) -> tuple[MainWindow, SettingsScreen]:
    """The window with the settings in front, at `page`."""
    window = MainWindow(
        config=replace(TillConfig(data_dir=shop.config.data_dir, sounds=False), **config),
        tasks=InlineTasks(),
        sentence=lambda error: sentence(error, "en", shop.desk.settings.money),  # type: ignore[arg-type]
        language=lambda: "en",
    )
    shown(window)
    window.shop_opened(shop)
    press(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    screen = window.current_screen()
    assert isinstance(screen, SettingsScreen)
    if page is not None:
        go_to(screen, page)
    return window, screen


def go_to(screen: SettingsScreen, page: type[Page]) -> Page:
    """Walk down the list of pages by key."""
    screen.list.setFocus()
    press(screen, Qt.Key.Key_Home)
    while not isinstance(screen.page(), page):
        before = screen.page()
        press(screen, Qt.Key.Key_Down)
        assert screen.page() is not before, f"no page {page.__name__}"
    return screen.page()


def field(screen: SettingsScreen, name: str) -> QWidget:
    """The control of a setting on the page in front, with the focus on it."""
    page = screen.page()
    form = page.form if name in page.form.names() else page.till_form
    control = form.control(name)
    assert isinstance(control, QWidget)
    control.setFocus()
    return QApplication.focusWidget() or control


def save(screen: SettingsScreen) -> None:
    """Ctrl+S."""
    press(screen, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def undo(screen: SettingsScreen) -> None:
    """Ctrl+Z."""
    press(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
