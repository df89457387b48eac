"""The language shown, changed at run time: every widget is told by a LanguageChange event."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.resources import resource_path
from app.ui import fonts

LANGUAGES: Final = ("zh_CN", "zh_TW", "en")
NAMES: Final = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""Each language by its own name."""


def system_language() -> str:
    """The language of the desktop, as far as we speak it; English otherwise."""
    locale = QLocale.system()
    if locale.language() is not QLocale.Language.Chinese:
        return "en"
    return "zh_TW" if locale.script() is QLocale.Script.TraditionalHanScript else "zh_CN"


class Languages:
    """Installs the translators of one language, in the place of those before."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self._language = ""

    @property
    def language(self) -> str:
        """The language shown."""
        return self._language

    def show(self, language: str) -> None:
        """Speak `language`, or the desktop's where it is none of ours."""
        wanted = language if language in LANGUAGES else system_language()
        if wanted == self._language:
            return
        self._language = wanted
        fonts.speak(wanted)
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = [made for made in (self._qt(), self._own()) if made is not None]
        for new in self._installed:
            self._app.installTranslator(new)
        QLocale.setDefault(QLocale(wanted))

    def _own(self) -> QTranslator | None:
        """Our sentences; the English ones hold only plurals."""
        return self._loaded(resource_path("i18n", f"regulars_{self._language}.qm").as_posix())

    def _qt(self) -> QTranslator | None:
        """Qt's own words, in dialogs and context menus."""
        if self._language == "en":
            return None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return self._loaded(f"{folder}/qtbase_{self._language}.qm")

    def _loaded(self, path: str) -> QTranslator | None:
        made = QTranslator(self._app)
        return made if made.load(path) else None
