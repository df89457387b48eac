"""Names for those who listen to the screen: which widgets still lack one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollBar, QWidget


def unnamed(root: QWidget) -> list[QWidget]:
    """Every widget shown within `root` that takes the focus by key and has no accessible name."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.isVisibleTo(root) and _takes_focus(widget) and not _name(widget)
    ]


def _takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)
