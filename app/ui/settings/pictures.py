"""The shop's logo: chosen from a file, checked by opening it, shown as it will print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import FieldInvalid, FileUnreadable
from app.services.documents.logos import usable_logo
from app.services.settings import LOGO_LIMIT_BYTES
from app.ui import fonts
from app.ui.settings.controls import Control
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.labels import Label, Tone

_SIDE = 88


class _Picture(QWidget):
    """The logo on white paper, or an empty frame."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(_SIDE, _SIDE))
        self._pixmap = QPixmap()

    def show_picture(self, data: bytes) -> None:
        """Show these bytes; none is an empty frame."""
        self._pixmap = QPixmap()
        if data:
            self._pixmap.loadFromData(data)
        self.update()

    def has_picture(self) -> bool:
        """Whether something is shown."""
        return not self._pixmap.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = "#FFFFFF" if self.has_picture() else t.bg
        rounded(painter, QRectF(self.rect()), Radius.CONTROL, fill=ground, border=t.divider)
        if self.has_picture():
            scale = self.devicePixelRatioF()
            room = round((_SIDE - 12) * scale)
            shown = self._pixmap.scaled(
                room,
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            wide, high = shown.width() / scale, shown.height() / scale
            box = QRectF((_SIDE - wide) / 2, (_SIDE - high) / 2, wide, high)
            painter.drawPixmap(box, shown, QRectF(shown.rect()))
        else:
            painter.setPen(QColor(t.text2))
            painter.setFont(fonts.font(fonts.SECTION))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "—")
        painter.end()


class LogoControl(QWidget, Control):
    """A PNG or JPEG of at most a megabyte, or nothing."""

    edited = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._data = b""
        self.ask_file: Callable[[], str] = self._ask_file
        self.picture = _Picture()
        self.choose = Button("", icon="image")
        self.remove = Button("", kind=Kind.QUIET, icon="x")
        self._hint = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.picture)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.XS)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._take(b""))
        self.setFocusProxy(self.choose)

    def value(self) -> bytes:
        """The picture's bytes; empty for none."""
        return self._data

    def show_value(self, value: Any) -> None:
        """Show another picture."""
        self._data = bytes(value)
        self.picture.show_picture(self._data)
        self.remove.setVisible(bool(self._data))

    def on_edit(self, slot: Callable[[], None]) -> None:
        """See `Control`."""
        self.edited.connect(slot)

    def say(self) -> None:
        """See `Control`."""
        self.choose.set_label(self.tr("Choose a picture…"))
        self.remove.set_label(self.tr("Remove"))
        self._hint.setText(
            self.tr("PNG or JPEG, at most 1 MB. A square or wide picture on white prints best.")
        )

    def take_file(self, path: Path) -> None:
        """Take the picture of a file, or tell `refused` why not."""
        try:
            self._take(read_logo(path))
        except (FieldInvalid, FileUnreadable) as error:
            self.refused.emit(error)

    def _choose(self) -> None:
        path = self.ask_file()
        if path:
            self.take_file(Path(path))

    def _ask_file(self) -> str:
        path, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Choose the shop's logo"),
            "",
            self.tr("Pictures (*.png *.jpg *.jpeg)"),
        )
        return path

    def _take(self, data: bytes) -> None:
        self.show_value(data)
        self.edited.emit()


def read_logo(path: Path) -> bytes:
    """The bytes of a picture that opens. Raises FieldInvalid, FileUnreadable."""
    try:
        if path.stat().st_size > LOGO_LIMIT_BYTES:
            raise FieldInvalid("logo", "too_large", path.name)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(str(path), "unreadable") from error
    if usable_logo(data) is None:
        raise FieldInvalid("logo", "not_a_picture", path.name)
    return data
