"""Puts the customer display on its screen, follows the sale and the settings, turns the slides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QScreen

from app.ui.display_state import DisplayState, Phase, Showing
from app.ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from app.ui.display_board import Board
    from app.ui.display_face import Look
    from app.ui.display_window import DisplayWindow
    from app.ui.shell import Shell

THANKS_MS: Final = 12_000
SLIDE_MS: Final = 8_000
_ENDINGS: Final = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".gif")
_SLIDES: Final = 200
_LARGEST: Final = QSize(1920, 1200)


class CustomerDisplay(QObject):
    """The display of this till; without a screen for it nothing is made."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.overlay_parent())
        self._shell = shell
        self._showing = Showing()
        self._window: DisplayWindow | None = None
        self._slides: tuple[Path, ...] = ()
        self._at = 0
        self._folder, self._code = "", ""
        self._slide, self._pay_code, self._logo = QImage(), QImage(), QImage()
        self._board: Board | None = None
        self._open = False
        self._thanks = QTimer(self)
        self._thanks.setSingleShot(True)
        self._thanks.setInterval(THANKS_MS)
        self._thanks.timeout.connect(self._over)
        self._turn = QTimer(self)
        self._turn.setInterval(SLIDE_MS)
        self._turn.timeout.connect(self._next_slide)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(lambda _screen: self.follow())
            app.screenRemoved.connect(self._lost)

    @property
    def window(self) -> DisplayWindow | None:
        """The window, where there is one."""
        return self._window

    @property
    def is_on(self) -> bool:
        """Whether anybody could see it."""
        return self._window is not None

    # --- the cashier's calls -------------------------------------------------------------

    def cart(self, state: DisplayState) -> None:
        """The cart is this now."""
        self._show(self._showing.cart(state))

    def paying(self, *, on: bool) -> None:
        """The customer is asked to pay, or no longer."""
        self._show(self._showing.paying(on))

    def sold(self, state: DisplayState) -> None:
        """The sale is durable: thanks, for a while."""
        self._show(self._showing.sold(state))
        self._thanks.start()

    def show_board(self, board: Board | None) -> None:
        """Who leads a challenge is shown while nobody is served; None shows pictures again."""
        self._board = board
        self._look()

    def _over(self) -> None:
        self._show(self._showing.over())

    def _show(self, state: DisplayState) -> None:
        if state.phase is not Phase.THANKS:
            self._thanks.stop()
        if self._window is not None:
            self._window.show_state(state)

    # --- the window's calls --------------------------------------------------------------

    def opened(self) -> None:
        """The shop is open: what it is called is known."""
        self._open = True
        self.follow()

    def follow(self) -> None:
        """Settings or screens are others: be on the right one, or on none."""
        screen = self._screen() if self._open else None
        if screen is None:
            self.close()
            return
        if self._window is None:
            from app.ui.display_window import DisplayWindow

            self._window = DisplayWindow()
            self._window.show_state(self._showing.state)
        window = self._window
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        self._read_pictures()
        self._look()

    def close(self) -> None:
        """Nobody sees it any more."""
        self._turn.stop()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _screen(self) -> QScreen | None:
        """The screen chosen, where it is there and is not the cashier's only one."""
        wanted = self._shell.config.display_screen
        screens = QGuiApplication.screens()
        if not wanted or len(screens) < 2:
            return None
        return next((screen for screen in screens if screen.name() == wanted), None)

    def _lost(self, screen: QScreen) -> None:
        """A screen was unplugged; Qt would move the window onto the cashier's."""
        if self._window is not None and self._window.screen() is screen:
            self.close()
        QTimer.singleShot(0, self.follow)

    # --- pictures --------------------------------------------------------------------------

    def _read_pictures(self) -> None:
        config = self._shell.config
        if config.display_pay_code != self._code:
            self._code = config.display_pay_code
            path = self._code
            self._shell.tasks.run_aside(lambda: picture(path), self._take_code, _ignore)
        if config.display_pictures != self._folder:
            self._folder = config.display_pictures
            self._take_slides(self._folder, ())
            self._next_slide()
        # Whoever was closed with its screen goes on where it was.
        self._turn.start() if self._folder else self._turn.stop()
        logo = self._shell.shop.desk.settings.facts.logo
        self._logo = QImage.fromData(logo) if logo else QImage()

    def _take_code(self, image: QImage) -> None:
        self._pay_code = image
        self._look()

    def _take_slides(self, folder: str, slides: tuple[Path, ...]) -> None:
        if folder != self._folder:
            return
        self._slides, self._at = slides, -1
        if slides:
            self._next_slide()
        else:
            self._slide = QImage()
            self._look()

    def _next_slide(self) -> None:
        """The next picture; after the last the folder is read again: it may have others by now."""
        folder, aside = self._folder, self._shell.tasks.run_aside
        if self._at + 1 < len(self._slides):
            self._at += 1
            path = str(self._slides[self._at])
            aside(lambda: picture(path), lambda image: self._take_slide(folder, image), _ignore)
        elif folder:
            aside(lambda: pictures_in(folder), lambda got: self._take_slides(folder, got), _ignore)

    def _take_slide(self, folder: str, image: QImage) -> None:
        if folder == self._folder and not image.isNull():
            self._slide = image
            self._look()

    def _look(self) -> None:
        if self._window is not None:
            self._window.show_look(self.look())

    def look(self) -> Look:
        """Everything beside the sale: the shop, the colours, the pictures."""
        from app.ui.display_face import Look

        facts = self._shell.shop.desk.settings.facts
        return Look(
            shop=facts.name,
            subtitle=facts.subtitle,
            language=facts.language,
            tokens=DARK if self._shell.config.display_theme == "dark" else LIGHT,
            slide=self._slide,
            pay_code=self._pay_code,
            logo=self._logo,
            board=self._board,
        )


def picture(path: str) -> QImage:
    """A picture no larger than a screen; null where there is none. Runs in any thread."""
    if not path:
        return QImage()
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > _LARGEST.width() or size.height() > _LARGEST.height()):
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def pictures_in(folder: str) -> tuple[Path, ...]:
    """The pictures of a folder by name; none where it is gone. Runs in any thread."""
    if not folder:
        return ()
    try:
        found = sorted(path for path in Path(folder).iterdir() if path.suffix.lower() in _ENDINGS)
    except OSError:
        return ()
    return tuple(found[:_SLIDES])


def _ignore(_error: Exception) -> None:
    """A picture that cannot be read is not shown."""
