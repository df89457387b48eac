"""Where Tab stops inside a widget."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(inside: QWidget) -> list[QWidget]:
    """The fields that Tab visits inside a widget, in the order they were laid out.

    Found by the tree of children: PySide hands each widget that `nextInFocusChain` returns
    to the one it was asked of, and takes it down, with all that stands on it, when that one
    is deleted.
    """
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisibleTo(inside)
        and widget.focusProxy() is None
    ]
