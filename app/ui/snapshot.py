"""How a field stood, so that it can be put back as it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

Restore = Callable[[], None]


def snapshot(widget: QWidget | None) -> Restore | None:
    """What puts `widget` back as it is now; None where typing changes nothing in it."""
    if isinstance(widget, QLineEdit):
        return _line(widget)
    if isinstance(widget, QPlainTextEdit):
        return _text(widget)
    if isinstance(widget, QAbstractSpinBox):
        inner = widget.findChild(QLineEdit)
        return _line(inner) if inner is not None else None
    if isinstance(widget, QComboBox):
        inner = widget.lineEdit()
        return (
            _line(inner)
            if inner is not None
            else partial(widget.setCurrentIndex, widget.currentIndex())
        )
    if isinstance(widget, QAbstractItemView):
        return partial(_mark, widget, QPersistentModelIndex(widget.currentIndex()))
    return None


def _line(field: QLineEdit) -> Restore:
    text, cursor = field.text(), field.cursorPosition()
    start, length = field.selectionStart(), field.selectionLength()

    def restore() -> None:
        if field.text() != text:
            field.setText(text)
        field.setCursorPosition(cursor)
        if start >= 0:
            # A selection that was made backwards has its cursor at the start.
            backwards = cursor == start
            field.setSelection(
                start + length if backwards else start, -length if backwards else length
            )

    return restore


def _text(field: QPlainTextEdit) -> Restore:
    text, at = field.toPlainText(), field.textCursor()
    anchor, place = at.anchor(), at.position()

    def restore() -> None:
        if field.toPlainText() != text:
            # An edit rather than setPlainText, so that undo still reaches further back.
            whole = field.textCursor()
            whole.select(QTextCursor.SelectionType.Document)
            whole.insertText(text)
        cursor = field.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)

    return restore


def _mark(view: QAbstractItemView, index: QPersistentModelIndex) -> None:
    view.setCurrentIndex(view.model().index(index.row(), index.column(), index.parent()))
