"""The lock: nothing is seen and nothing is done until somebody says who they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.services.staff import Person
from app.ui.shell import Shell
from app.ui.staff.proof_sheet import ProofSheet
from app.ui.theme import tokens

_EVERY_MS: Final = 5_000
# A key that is a shortcut reaches the window as `ShortcutOverride` alone.
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
    }
)


class LockSheet(ProofSheet):
    """Covers the whole window. Esc does nothing where a PIN or a card must be shown."""

    stays_on_top = True

    def __init__(
        self, shell: Shell, *, name: str, firm: bool, first: UUID | None,
        then: Callable[[Person], None],
    ) -> None:  # fmt: skip
        staff = shell.shop.staff
        super().__init__(
            shell,
            title=name if firm and name else self.tr("Who is at the till?"),
            words=self.tr("Choose yourself and enter your PIN. The cart is kept as it is.")
            if firm
            else self.tr("Choose who sells from now on. The cart is kept as it is."),
            people=lambda: tuple(
                person
                for person in staff.list()
                if person.active and (not firm or person.has_pin or person.has_card)
            ),
            by_pin=staff.sign_in,
            by_card=staff.sign_in_by_card,
            then=then,
            first=first,
        )
        self._firm = firm
        self._open = False
        if firm:
            self.hide_esc()
        QApplication.instance().focusChanged.connect(self._keep_focus)  # type: ignore[union-attr]

    def done(self) -> None:
        """Somebody is at the till."""
        self._open = True
        super().done()

    def close_sheet(self) -> None:
        """Stay while nobody said who they are."""
        if self._open or not self._firm:
            super().close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing below hears a key."""
        if event.key() == Qt.Key.Key_Escape and self._firm:
            self.pad.field.clear()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hide what lies below: a member's page is nobody's who walks by."""
        if not self._firm:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().bg))
        painter.end()

    def _keep_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Whatever else closes or opens meanwhile, the keys come here."""
        if self.isHidden() or now is None or now.window() is not self.window():
            return
        if now is not self and not self.isAncestorOf(now):
            QTimer.singleShot(0, self, self._focus)


class IdleLock(QObject):
    """Locks a till that nobody touches. Looks at keys, taps and clicks as they reach the window."""

    def __init__(self, window: QWidget, lock: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._lock = lock
        self._minutes: Callable[[], int] = lambda: 0
        self._watched: QObject | None = None
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: Callable[[], int]) -> None:
        """Begin; `minutes` says how long a till may stand alone, 0 for ever."""
        self._minutes = minutes
        self._last = time.monotonic()
        self._timer.start()
        self._watch()

    def look(self, now: float | None = None) -> None:
        """Lock where nobody touched the till for so long."""
        self._watch()
        at = time.monotonic() if now is None else now
        minutes = self._minutes()
        if minutes and at - self._last >= minutes * 60:
            self._last = at
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in _INPUT:
            self._last = time.monotonic()
        return False

    def _watch(self) -> None:
        handle: QObject | None = self._window.window().windowHandle()
        if handle is not None and handle is not self._watched:
            handle.installEventFilter(self)
            self._watched = handle
