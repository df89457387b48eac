"""The barcodes of a product: typed or scanned, each a chip that can be taken away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.flow import FlowLayout

_HEIGHT = 28
_MOST_WIDTH = 260


class _CodeChip(QAbstractButton):
    """One code; a press takes it away."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self.code = code
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the code and the cross."""
        words = QFontMetrics(fonts.font(fonts.BODY)).horizontalAdvance(self.code)
        return QSize(min(_MOST_WIDTH, words + 44), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill = t.hover if self.underMouse() else t.bg
        border = t.focus if self.hasFocus() else t.divider
        wide = 2 if self.hasFocus() else 1
        rounded(painter, box, _HEIGHT / 2, fill=fill, border=border, width=wide)
        face = fonts.font(fonts.BODY)
        painter.setFont(face)
        painter.setPen(QColor(t.text))
        room = box.adjusted(12, 0, -28, 0)
        shown = QFontMetrics(face).elidedText(
            self.code, Qt.TextElideMode.ElideMiddle, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        draw_icon(painter, "x", t.text2, QRectF(box.right() - 23, 7, 14, 14))
        painter.end()


class BarcodeField(QWidget):
    """Chips above a line edit. Enter or a scan adds a code, Backspace takes the last away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._host = QWidget()
        self._flow = FlowLayout(self._host)
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        column.addWidget(self._host)
        self._host.hide()
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        """The field's name is its line's."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def codes(self) -> tuple[str, ...]:
        """The codes, and what stands in the line as the last one."""
        typed = self.line.text().strip()
        return (*self._codes, *((typed,) if typed and typed not in self._codes else ()))

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Show these codes and an empty line."""
        self._codes = list(codes)
        self.line.clear()
        self._lay_out()

    def add(self, code: str) -> None:
        """Add a code, once."""
        if code and code not in self._codes:
            self._codes.append(code)
            self._lay_out()

    def mark_invalid(self, invalid: bool) -> None:
        """Show the line as wrong, or right again."""
        self.line.setProperty("invalid", invalid)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter adds; Backspace in the empty line takes the last code away."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        typed = self.line.text().strip()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and typed:
            self.line.clear()
            self.add(typed)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._codes:
            self._codes.pop()
            self._lay_out()
            return True
        return False

    def _lay_out(self) -> None:
        self._flow.clear()
        for code in self._codes:
            chip = _CodeChip(code, self.tr("Remove {code}").replace("{code}", code))
            chip.clicked.connect(lambda _checked=False, code=code: self._remove(code))
            self._flow.addWidget(chip)
            chip.show()
        self._host.setVisible(bool(self._codes))
        self._host.updateGeometry()

    def _remove(self, code: str) -> None:
        self._codes.remove(code)
        self._lay_out()
        self.line.setFocus()
