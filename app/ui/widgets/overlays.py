"""What lies over a window: sheets with a dimmed background, and toasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import colour, rounded
from app.ui.widgets.buttons import Button
from app.ui.widgets.floating import Floating
from app.ui.widgets.labels import KeyHint, Label, Tone
from app.ui.widgets.stops import tab_stops

_KEPT_FREE: Final = 440
UNDO_MS: Final = 8000
"""How long a change can be taken back from its toast."""


class _Panel(QWidget):
    """The sheet's own surface."""

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), Radius.CARD, fill=t.surface, border=t.divider)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the panel is not a click on the background."""


class Sheet(QWidget):
    """A modal panel over the whole window.

    Tab stays inside; Esc closes; the focus goes back to where it was. It is a
    child of the window, so the scanner and the window's size stay as they are.
    """

    closed = Signal()
    stays_on_top = False
    """Whether a sheet that opens later stands behind this one."""

    def __init__(self, window: QWidget, *, title: str = "", width: int = 800) -> None:
        super().__init__(window)
        self._host = window
        self._before: QWidget | None = None
        self._width = width
        self._tall = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = _Panel(self)
        self._column = QVBoxLayout(self._panel)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        self._title = Label(title, size=fonts.SECTION, strong=True)
        self._subtitle = Label("", tone=Tone.MUTED)
        self._esc = KeyHint("")
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self._esc, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.S)
        self._column.addLayout(self.body, 1)
        self._say_esc()
        self.setAccessibleName(title)
        self.hide()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """What the sheet is about."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.setAccessibleName(title)

    def hide_esc(self) -> None:
        """Say nothing of Esc, where there is no way back."""
        self._esc.hide()

    def set_panel_size(self, width: int, height: int = 0) -> None:
        """How large the panel would like to be; height 0 is as high as its content."""
        self._width, self._tall = width, height
        self._place()

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet, with the focus on `first` or on its first field."""
        self._before = QApplication.focusWidget()
        self._host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        for other in self._host.findChildren(Sheet):
            if other.stays_on_top and not other.isHidden():
                other.raise_()
        target = first or self._first_field()
        if target is not None:
            target.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Hide the sheet and give the focus back; harmless where it is closed."""
        if self.isHidden():
            return
        self._host.removeEventFilter(self)
        before, self._before = self._before, None
        self.hide()
        if before is not None and _is_alive(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._host.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def scanned(self, code: str) -> bool:
        """A code was scanned while this sheet is in front; False refuses it."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab moves among the sheet's own fields."""
        stops = tab_stops(self)
        if not stops:
            return True
        current = QApplication.focusWidget()
        at = stops.index(current) if current in stops else -1
        step = 1 if forward else -1
        target = stops[(at + step) % len(stops)] if at >= 0 else stops[0 if forward else -1]
        target.setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the content; a key held down does what it does once."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        elif isinstance(event, QKeyEvent) and event.isAutoRepeat():
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """The head in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_esc()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel does nothing: a payment is not lost to a stray touch."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("#000000", tokens().backdrop_alpha))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out before the first paint."""
        self._place()
        super().showEvent(event)

    def _say_esc(self) -> None:
        self._esc.set_text(self.tr("Esc back"))

    def _place(self) -> None:
        window = self._host
        self.setGeometry(window.rect())
        room = window.rect().adjusted(Space.L, Space.L, -Space.L, -Space.L)
        width = min(self._width, room.width())
        wanted = self._tall or self._height_for(width)
        height = min(wanted, room.height())
        self._panel.setGeometry(
            (window.width() - width) // 2, (window.height() - height) // 2, width, height
        )

    def _height_for(self, width: int) -> int:
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def _first_field(self) -> QWidget | None:
        return next(iter(tab_stops(self)), None)


def sheet_in_front(window: QWidget) -> Sheet | None:
    """The sheet of a window that hears keys and scans, None where there is none."""
    # Asked at every key and scan: only the window's own children, of thousands of widgets.
    own = window.findChildren(Sheet, options=Qt.FindChildOption.FindDirectChildrenOnly)
    open_ones = [sheet for sheet in own if not sheet.isHidden()]
    in_front = [sheet for sheet in open_ones if sheet.stays_on_top] or open_ones
    return in_front[-1] if in_front else None


class ProgressSheet(Sheet):
    """Work that takes longer than a second: how far it is, and a way out."""

    cancelled = Signal()

    def __init__(self, window: QWidget, *, title: str) -> None:
        super().__init__(window, title=title, width=480)
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self.hide_esc()
        self._cancel = Button(self.tr("Cancel"), hint="Esc")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        self.body.addWidget(self._words)
        self.body.addWidget(self._bar)
        self.body.addLayout(row)
        self._cancel.clicked.connect(self.ask_to_cancel)

    def progress(self, done: int, total: int) -> None:
        """Show `done` of `total`; 0 is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(f"{done:,} / {total:,}" if total else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks the work to stop; the sheet goes when it has."""
        if event.key() == Qt.Key.Key_Escape:
            self.ask_to_cancel()
        event.accept()

    def ask_to_cancel(self) -> None:
        """Tell the work to stop, once."""
        if self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._words.setText(self.tr("Stopping…"))
            self.cancelled.emit()


class Toast(Floating):
    """One remark at the bottom of a window, and for eight seconds a way to take it back.

    It lies over everything in `parent`, open sheets as well, and stands at the bottom of `over`.
    """

    def __init__(self, parent: QWidget, over: QWidget | None = None) -> None:
        super().__init__(parent, parent if over is None else over)
        self._all = parent
        self._host = parent if over is None else over
        self._undo: Callable[[], None] | None = None
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text = ""
        self._action = ""
        self._undo_key = "Ctrl+Z"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)

    def set_undo_key(self, key: str) -> None:
        """The key that takes a change back, as the toast names it."""
        self._undo_key = key

    def text(self) -> str:
        """What it says, "" while hidden."""
        return self._text if not self.isHidden() else ""

    def say(
        self, text: str, undo: Callable[[], None] | None = None, *, for_ms: int = UNDO_MS
    ) -> None:
        """Say `text`; with `undo`, Ctrl+Z or a click takes the change back."""
        self._text = " ".join(text.splitlines())
        self._undo = undo
        words = self.tr("Undo {key}").format(key=self._undo_key).rstrip()
        self._action = words if undo is not None else ""
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(for_ms)
        self.update()

    def dismiss(self) -> None:
        """Go away; the change stays."""
        self._timer.stop()
        self._undo = None
        self.hide()

    def undo(self) -> bool:
        """Take the change back; False where there is nothing to take back."""
        undo, self._undo = self._undo, None
        if undo is None or self.isHidden():
            return False
        self.dismiss()
        undo()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words at the right takes the change back, elsewhere dismisses."""
        if not self._action or event.position().x() < self._action_left():
            self.dismiss()
        else:
            self.undo()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        t = tokens()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), Radius.CONTROL, fill=t.inverse)
        body = fonts.font(fonts.BODY)
        painter.setFont(body)
        painter.setPen(QColor(t.on_inverse))
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        room = QRectF(Space.M, 0, self._action_left() - 2 * Space.M, self.height())
        shown = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, line, shown)
        if self._action:
            painter.setFont(fonts.font(fonts.BODY, strong=True))
            painter.setPen(QColor(t.inverse_accent))
            painter.drawText(
                QRectF(self._action_left(), 0, self.width(), self.height()), line, self._action
            )
        painter.end()

    def _action_left(self) -> int:
        if not self._action:
            return self.width()
        words = QFontMetrics(fonts.font(fonts.BODY, strong=True)).horizontalAdvance(self._action)
        return self.width() - words - 20

    def _place(self) -> None:
        host = self._host
        words = QFontMetrics(fonts.font(fonts.BODY)).horizontalAdvance(self._text) + 48
        if self._action:
            words += 160
        width = max(min(420, host.width() - 2 * Space.M), min(words, host.width() - 2 * Space.M))
        self.setFixedWidth(width)
        # What stands at the right end, Pay above all, is reached while this is read.
        left = min((host.width() - width) // 2, host.width() - _KEPT_FREE - width)
        place = QPoint(max(Space.M, left), host.height() - self.height() - Space.M)
        self.move(place if host is self._all else host.mapTo(self._all, place))


def _is_alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget)
