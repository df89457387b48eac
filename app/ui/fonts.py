"""The application's type: one family, five sizes, two weights, tabular figures."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from app.resources import resource_path

CAPTION: Final = 12
BODY: Final = 14
CASHIER: Final = 16
SECTION: Final = 20
AMOUNT: Final = 28
TOTAL: Final = 40

_SYSTEM_FAMILIES: Final = {
    "win32": ("Microsoft YaHei UI", "Microsoft JhengHei UI", "Segoe UI"),
    "darwin": ("PingFang SC", "PingFang TC", "Helvetica Neue"),
}
_BUNDLED: Final = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "NotoSans-European-Regular.ttf",
    "NotoSans-European-Bold.ttf",
)


# Quotation marks, apostrophe and ellipsis are as wide as a character in the bundled font unless
# this is asked for.
_PROPORTIONAL: Final = QFont.Tag("pwid")
_speaks_latin = False


def speak(language: str) -> None:
    """Set the signs that both scripts have as this language does, in what is shown as well."""
    global _speaks_latin  # noqa: PLW0603 - one window, one language
    latin = not language.startswith("zh")
    if latin is _speaks_latin:
        return
    _speaks_latin = latin
    _made.cache_clear()
    if QApplication.instance() is None:
        return
    QApplication.setFont(_spoken(QApplication.font()))
    for widget in QApplication.allWidgets():
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            widget.setFont(_spoken(widget.font()))


def _spoken(shown: QFont) -> QFont:
    shown.setFeature(_PROPORTIONAL, int(_speaks_latin))
    return shown


def load_fonts() -> None:
    """Register the bundled fonts; a missing file leaves the system's own in its place.

    About 15 ms in all: Qt reads the tables it needs, not the outlines.
    """
    for name in _BUNDLED:
        path = resource_path("fonts", name)
        if path.exists():
            QFontDatabase.addApplicationFont(str(path))


@cache
def _families() -> list[str]:
    return ["Noto Sans SC", "Noto Sans", *_SYSTEM_FAMILIES.get(sys.platform, ())]


@cache
def _made(size: int, strong: bool) -> QFont:
    made = QFont(_families())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    # The bundled figures are of one width already; a system family's may not be.
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return _spoken(made)


@lru_cache(maxsize=8192)
def _bold_shows(sign: str) -> bool:
    return QFontMetrics(_made(BODY, True)).inFontUcs4(ord(sign))


def shows_strong(text: str) -> bool:
    """Whether weight 600 has every character of `text`: rare names stand in 400 instead.

    The bundled bold is a subset; what it lacks would otherwise be left blank on a PC
    without other Chinese fonts.
    """
    return text.isascii() or all(map(_bold_shows, text))


def font(size: int = BODY, *, strong: bool = False) -> QFont:
    """The application's font at `size` pixels, in weight 400, or 600 where `strong`."""
    return QFont(_made(size, strong))
