"""A code in a picture on the clipboard is scanned by pasting it; only where the extra is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QImage

from app.services.picture_codes import can_read_pictures, codes_in

if TYPE_CHECKING:
    from app.ui.shell import Shell


def pasted_picture() -> QImage | None:
    """The picture on the clipboard; None where there is none, or nobody could read it."""
    offered = QGuiApplication.clipboard().mimeData()
    if not offered.hasImage() or offered.hasText() or not can_read_pictures():
        return None
    image = QGuiApplication.clipboard().image()
    return None if image.isNull() else image


def scan_picture(shell: Shell, image: QImage, then: Callable[[str], object]) -> None:
    """Look for a code in `image` away from the window; `then` gets it as if it were scanned."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]
    data = bytes(kept.data().data())

    def found(codes: tuple[str, ...]) -> None:
        if len(codes) == 1:
            then(codes[0])
            return
        shell.sound(good=False)
        shell.toast(
            QCoreApplication.translate("PictureScan", "There are several codes in this picture.")
            if codes
            else QCoreApplication.translate("PictureScan", "There is no code in this picture.")
        )

    shell.tasks.run_aside(lambda: codes_in(data), found, shell.show_error)
