"""A picture like the pay codes that shops print: a code on white, with its brand above."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.services.documents.symbols import qr


def pay_code_image() -> QImage:
    """400 × 480 pixels."""
    image = QImage(400, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 400, 70, QColor("#1AAD19"))
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(QRect(0, 0, 400, 70), Qt.AlignmentFlag.AlignCenter, "微信支付 WeChat Pay")
    symbol = qr("3141592653", 0, 0, 1)
    side = 360 // symbol.columns
    for column, row, width, height in symbol.bars:
        painter.fillRect(
            20 + column * side, 90 + row * side, width * side, height * side, Qt.GlobalColor.black
        )
    painter.end()
    return image
