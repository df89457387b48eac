"""Scanning by camera: a thread that looks, and a small preview that takes no key and no focus.

It is no sheet, so that a code goes where a scanner's would: to the sheet in front, else to the
screen. Nothing of it is loaded before its key is pressed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.errors import CameraNotReady
from app.services import camera
from app.services.camera import Camera, Frame, Sightings, codes_in_frame
from app.ui import fonts
from app.ui.front import RAIL_WIDTH, STATUS_HEIGHT
from app.ui.sentences import filled
from app.ui.theme import Radius, Space, tokens
from app.ui.wedge import Scan
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.floating import Floating
from app.ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

PREVIEW: Final = QSize(256, 144)
LOOK_EVERY_MS: Final = 80
"""Looking for codes takes 20 ms of a slow processor, and the till shares it."""
_TOAST_ROOM: Final = 48 + 2 * Space.M
"""What the till says of a scan stands below, and is read."""
UNTOUCHED_MS: Final = 180_000
"""Nobody is filmed for longer than this without a code: the camera goes off by itself."""


class Watch(QObject):
    """Looks through one camera on a thread of its own, from `start` until `stop`."""

    showed = Signal(QImage)
    read = Signal(str)
    failed = Signal(object)

    def __init__(self, opening: Callable[[], Camera]) -> None:
        super().__init__()
        self._opening = opening
        self._stopped = threading.Event()
        self._shown = threading.Event()
        self._shown.set()
        # Opening a camera may hang in its driver: the program ends all the same.
        self._thread = threading.Thread(target=self._look, name="camera", daemon=True)

    def start(self) -> None:
        """Look from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more, and let the camera go as soon as it answers."""
        self._stopped.set()
        self._thread.join(0.5)

    def picture_painted(self) -> None:
        """The window is ready for the next picture; until then it gets none."""
        self._shown.set()

    def _look(self) -> None:
        try:
            held = self._opening()
            try:
                self._look_through(held)
            finally:
                held.close()
        except Exception as error:  # noqa: BLE001 - every error goes to its handler
            if not self._stopped.is_set():
                self.failed.emit(error)

    def _look_through(self, held: Camera) -> None:
        sightings = Sightings()
        looked_ms = -LOOK_EVERY_MS
        while not self._stopped.is_set():
            frame = held.picture()
            if self._shown.is_set():
                self._shown.clear()
                self.showed.emit(_preview(frame))
            now_ms = time.monotonic_ns() // 1_000_000
            if now_ms - looked_ms < LOOK_EVERY_MS:
                continue
            looked_ms = now_ms
            for code in sightings.new(codes_in_frame(frame), now_ms):
                self.read.emit(code)


class CameraPanel(Floating):
    """What the camera sees, at the left of the window, low and over everything in it."""

    def __init__(self, shell: MainWindow) -> None:
        super().__init__(shell, shell)
        self._shell = shell
        self._watch: Watch | None = None
        self._picture = QImage()
        self._words = ElidedLabel("")
        self._key = Label("", size=fonts.CAPTION)
        self._off = IconButton("x", "")
        self._off.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._untouched = QTimer(self)
        self._untouched.setSingleShot(True)
        self._untouched.timeout.connect(self.switch_off)
        self._off.clicked.connect(self.switch_off)
        self._lay_out()

    def is_on(self) -> bool:
        """Whether the camera looks."""
        return self._watch is not None

    def text(self) -> str:
        """What stands under the picture."""
        return self._words.text()

    def picture(self) -> QImage:
        """What it shows; a null image before the first."""
        return self._picture

    def switch(self) -> None:
        """On, or off again."""
        if self.is_on():
            self.switch_off()
            return
        config = self._shell.config
        if not config.camera:
            self._shell.show_error(CameraNotReady("camera_off"))
        elif not camera.can_use_camera():
            self._shell.show_error(CameraNotReady("camera_extra"))
        else:
            self._shell.forget_error()
            self._switch_on(config.camera_number)

    def switch_off(self) -> None:
        """Let the camera go; harmless where it is off."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.stop()
        self._untouched.stop()
        self._picture = QImage()
        self.hide()

    def _switch_on(self, number: int) -> None:
        watch = self._watch = Watch(lambda: camera.open_camera(number))
        queued = Qt.ConnectionType.QueuedConnection
        watch.showed.connect(self._show_picture, queued)
        watch.read.connect(self._pass_on, queued)
        watch.failed.connect(self._fail, queued)
        self._words.setText(self.tr("Starting the camera…"))
        self._key.setText(filled(self.tr("{key} off"), key=self._shell.keys.hint("camera")))
        self._off.set_name(self.tr("Camera off"))
        self._place()
        self.show()
        self.raise_()
        self._untouched.start(UNTOUCHED_MS)
        watch.start()

    # -- what the watch tells ---------------------------------------------------------------

    def _show_picture(self, picture: QImage) -> None:
        if self._watch is None or self.sender() is not self._watch:
            return
        if self._picture.isNull():
            self._words.setText(self.tr("Hold a code before the camera"))
        self._picture = picture
        self.raise_()  # over a sheet opened since
        self.update()
        self._watch.picture_painted()

    def _pass_on(self, code: str) -> None:
        if self._watch is None or self.sender() is not self._watch:
            return
        self._words.setText(filled(self.tr("Read {code}"), code=code))
        self._untouched.start(UNTOUCHED_MS)
        self._shell.scanned(Scan(code, "\r", 0))

    def _fail(self, error: Exception) -> None:
        if self._watch is None or self.sender() is not self._watch:
            return
        self.switch_off()
        self._shell.sound(good=False)
        self._shell.show_error(error)

    # -- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface and the picture."""
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), Radius.CARD, fill=t.surface, border=t.divider)
        room = QRectF(Space.S, Space.S, PREVIEW.width(), PREVIEW.height())
        painter.fillRect(room, colour("#000000"))
        if not self._picture.isNull():
            size = self._picture.deviceIndependentSize().scaled(
                room.size(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(room.topLeft(), size)
            place.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._picture)
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, PREVIEW.height() + Space.S, Space.XS, Space.XS)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self._key)
        row.addWidget(self._off)
        column.addLayout(row)
        self.setFixedSize(PREVIEW.width() + 2 * Space.S, PREVIEW.height() + Space.S + 40)

    def _place(self) -> None:
        bottom = self._shell.height() - STATUS_HEIGHT - _TOAST_ROOM
        self.move(RAIL_WIDTH + Space.S, bottom - self.height())


def _preview(frame: Frame) -> QImage:
    """The picture as small as it is shown, mirrored: who moves a card left sees it go left."""
    whole = QImage(
        frame.rgb, frame.width, frame.height, 3 * frame.width, QImage.Format.Format_RGB888
    )
    small = whole.scaled(PREVIEW * 2, Qt.AspectRatioMode.KeepAspectRatio)
    return small.flipped(Qt.Orientation.Horizontal)
