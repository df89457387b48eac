"""The scanner, whatever has the focus: one event filter on the application.

Keys pass through at once, so typing is never delayed. When they turn out to be
a scan, the field that took them is put back as it was and the Enter or Tab that
ended it is swallowed. Single printable keys must therefore never be a QShortcut:
a shortcut takes its key before the filter sees it.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.snapshot import Restore, snapshot
from app.ui.wedge import Scan, WedgeReader, WedgeSettings

_END_KEYS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def key_time_ms(event: QKeyEvent) -> int:
    """When the key went down: as the window system says, else now. A steady clock."""
    return event.timestamp() or time.monotonic_ns() // 1_000_000


class Scanner(QObject):
    """Tells `scanned` every code that a keyboard-wedge scanner types into this program."""

    scanned = Signal(Scan)

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        super().__init__()
        self._reader = WedgeReader(settings)
        self._swallow_release: Qt.Key | None = None
        self._field: QWidget | None = None
        self._restore: Restore | None = None
        self._place: QWidget | None = None
        self._restore_place: Restore | None = None

    def install(self, app: QGuiApplication) -> None:
        """Listen to every key of the program."""
        app.installEventFilter(self)

    def remove(self, app: QGuiApplication) -> None:
        """Listen no more."""
        app.removeEventFilter(self)

    def set_settings(self, settings: WedgeSettings) -> None:
        """Listen for another scanner from now on."""
        self._reader.settings = settings
        self._reader.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys on their way into a window; True swallows one."""
        kind = event.type()
        # Nearly every event is something else: leave before any other call.
        if kind is not QEvent.Type.KeyPress and kind is not QEvent.Type.KeyRelease:
            return False
        # Each key passes the window first, then widgets from the focused one outwards.
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        if kind is QEvent.Type.KeyRelease:
            return self._released(event)
        return self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        self._swallow_release = None
        if event.isAutoRepeat():
            self._reader.forget()
            return False
        if event.modifiers() & ~_PLAIN != _NO_MODIFIER:
            self._reader.forget()
            return False
        key = Qt.Key(event.key())
        char = _END_KEYS.get(key) or event.text()
        if not char:
            return False  # a Shift on its way to the next character
        if len(char) != 1 or not (char.isprintable() or char in _END_KEYS.values()):
            self._reader.forget()
            return False
        return self._take(char, key, key_time_ms(event))

    def _take(self, char: str, key: Qt.Key, at_ms: int) -> bool:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal:
            self._reader.forget()
            return False
        if self._reader.starts_anew(at_ms):
            # Before the field sees the first key of what may be a scan.
            self._field, self._restore = field, snapshot(field)
            self._place = _typing_place(field)
            self._restore_place = snapshot(self._place)
        scan = self._reader.key(char, at_ms)
        if scan is None:
            return False
        self._swallow_release = key
        self._put_back(field)
        self.scanned.emit(scan)
        return True

    def _put_back(self, field: QWidget | None) -> None:
        if field is self._field:
            if self._restore is not None:
                self._restore()
        elif field is self._place and self._restore_place is not None:
            # The field had no use for the keys, so that the screen typed them elsewhere.
            self._restore_place()
            if self._field is not None:
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field = self._restore = self._place = self._restore_place = None

    def _released(self, event: QKeyEvent) -> bool:
        swallow = self._swallow_release is not None and event.key() == self._swallow_release
        if swallow:
            self._swallow_release = None
        return swallow


def _typing_place(field: QWidget | None) -> QWidget | None:
    """Where a screen types the keys that `field` has no use for: its focus proxy."""
    holder = field.parentWidget() if field is not None else None
    while holder is not None and holder.focusProxy() is None:
        holder = holder.parentWidget()
    while holder is not None and holder.focusProxy() is not None:
        holder = holder.focusProxy()
    return holder
