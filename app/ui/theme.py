"""The theme in force: turns the tokens into one QPalette and one style sheet."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.ui.tokens import DARK, LIGHT, Height, Radius, Space, Tokens

__all__ = ["THEME", "Height", "Mode", "Radius", "Space", "Theme", "Tokens", "palette", "tokens"]


class Mode(Enum):
    """What the owner chose; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(QObject):
    """The colours in force. Widgets that paint read `tokens` and repaint on `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode = Mode.SYSTEM
        self._tokens = LIGHT
        self._app: QApplication | None = None

    @property
    def mode(self) -> Mode:
        """What was asked for."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """What is shown."""
        return self._tokens

    def install(self, app: QApplication, mode: Mode) -> None:
        """Make `app` a Fusion application in our colours; call once, before any widget."""
        self._app = app
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._mode = mode
        self._show(self._wanted())

    def set_mode(self, mode: Mode) -> None:
        """Change the colours now; every open window follows."""
        self._mode = mode
        wanted = self._wanted()
        if wanted is not self._tokens:
            self._show(wanted)

    def _wanted(self) -> Tokens:
        if self._mode is Mode.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    def _system_changed(self) -> None:
        self.set_mode(self._mode)

    def _show(self, tokens: Tokens) -> None:
        from app.ui.stylesheet import stylesheet

        self._tokens = tokens
        if self._app is not None:
            self._app.setPalette(palette(tokens))
            self._app.setStyleSheet(stylesheet(tokens))
        self.changed.emit()


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of one set of tokens; PlaceholderText is the secondary text."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.bg),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.danger),
        (role.PlaceholderText, tokens.text2),
        (role.Highlight, tokens.primary),
        (role.HighlightedText, tokens.on_primary),
        (role.Accent, tokens.primary),
        (role.Link, tokens.info),
        (role.LinkVisited, tokens.info),
        (role.ToolTipBase, tokens.inverse),
        (role.ToolTipText, tokens.on_inverse),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.divider),
        (role.Mid, tokens.divider),
        (role.Dark, tokens.border),
        (role.Shadow, tokens.shadow),
    ):
        made.setColor(which, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(off, which, QColor(tokens.border))
    return made


THEME: Final = Theme()
"""The one theme of the process: a screen has one set of colours, whoever paints."""


def tokens() -> Tokens:
    """The colours in force."""
    return THEME.tokens
