"""Which texts do not fit where they stand: cut, elided without meaning to, or overlapping."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from app.ui import fonts
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choices import CheckBox, RadioButton
from app.ui.widgets.labels import Chip, ElidedLabel
from app.ui.widgets.overlays import Toast

_SLACK = 1
_CELL_PADDING = 24
_CHIP_LIMIT = 240
_FIELD_PADDING = 20
_ARROW = 24


def misfits(root: QWidget) -> list[str]:
    """What a person could not read whole in `root` as it is shown now."""
    shown = list(in_view(root))
    faults = [f"{fault}: {_text(w)!r}" for w in shown for fault in _faults(w, root)]
    return faults + list(_overlaps(shown))


def in_view(root: QWidget) -> Iterator[QWidget]:
    """Every widget in `root` that is shown; rooms that are not are not entered: they hold most."""
    for each in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if each.isVisible():
            yield each
            yield from in_view(each)


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QTableView):
        yield from _table(widget)
    elif _too_narrow(widget):
        yield f"{type(widget).__name__} too narrow"
    if _text(widget) and (side := _cut(widget, root)):
        yield f"cut at the {side}"


def _too_narrow(widget: QWidget) -> bool:
    """Whether a widget that draws its own words has no room for all of them."""
    room = widget.width() + _SLACK
    if isinstance(widget, Button):
        return not isinstance(widget, IconButton) and widget._content_width() + 10 > room
    if isinstance(widget, CheckBox | RadioButton):
        return widget.sizeHint().width() > room
    if isinstance(widget, Chip):
        return room < widget.sizeHint().width() < _CHIP_LIMIT
    if isinstance(widget, QComboBox):
        words = _advance(widget, widget.currentText())
        return not widget.isEditable() and words + _FIELD_PADDING + _ARROW > room
    if isinstance(widget, QLineEdit):
        margins = widget.textMargins()
        edges = margins.left() + margins.right()
        edges += 6 if widget.property("bare") else _FIELD_PADDING
        words = _advance(widget, widget.placeholderText())
        return not widget.text() and words + edges > room
    return (
        isinstance(widget, Toast) and _advance(widget, widget.text()) + 24 > widget._action_left()
    )


def _label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if not label.text() or isinstance(label, ElidedLabel):
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height() + _SLACK:
            yield "lines cut"
    elif label.sizeHint().width() > label.width() + _SLACK:
        yield "label too narrow"
    if QFontMetrics(label.font()).height() > room.height() + 2 * _SLACK:
        yield "label too low"


def _table(table: QTableView) -> Iterator[str]:
    """Headings, and figures (which stand at the right), are seen whole."""
    model, header = table.model(), table.horizontalHeader()
    headings = QFontMetrics(fonts.font(fonts.CAPTION))
    last = table.rowAt(table.viewport().height() - 1)
    rows = range(max(0, table.rowAt(0)), (last if last >= 0 else model.rowCount() - 1) + 1)
    hidden = header.length() > table.viewport().width() + _SLACK
    if hidden and not _can_scroll(table, Qt.Orientation.Horizontal):
        yield f"columns {header.length()} wide in {table.viewport().width()}"
    for at in range(model.columnCount()):
        if table.isColumnHidden(at):
            continue
        title = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        if headings.horizontalAdvance(title) + _CELL_PADDING > header.sectionSize(at):
            yield f"heading {title!r} too narrow"
        for row in rows:
            index = model.index(row, at, QModelIndex())
            side = model.data(index, Qt.ItemDataRole.TextAlignmentRole)
            text = str(model.data(index) or "")
            right = side is not None and bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)
            if right and _advance(table, text) + _CELL_PADDING > header.sectionSize(at):
                yield f"figure {text!r} under {title!r} too narrow"


def _cut(widget: QWidget, root: QWidget) -> str:
    """The side on which an ancestor hides a part of the widget, where nobody can scroll there."""
    box, inner = widget.rect(), widget
    across = down = True
    while inner is not root and (outer := inner.parentWidget()) is not None:
        box = QRect(inner.mapTo(outer, QPoint(box.x(), box.y())), box.size())
        area = outer.parentWidget()
        if isinstance(area, QAbstractScrollArea) and outer is area.viewport():
            across = across and not _can_scroll(area, Qt.Orientation.Horizontal)
            down = down and not _can_scroll(area, Qt.Orientation.Vertical)
        if across and (box.left() < -_SLACK or box.right() > outer.width() + _SLACK):
            return "side"
        if down and (box.top() < -_SLACK or box.bottom() > outer.height() + _SLACK):
            return "bottom"
        inner, box = outer, QRect(box)
    return ""


def _can_scroll(area: QAbstractScrollArea, way: Qt.Orientation) -> bool:
    """Whether a person can bring what lies outside into sight: a hidden bar helps nobody."""
    across = way is Qt.Orientation.Horizontal
    bar = area.horizontalScrollBar() if across else area.verticalScrollBar()
    policy = area.horizontalScrollBarPolicy() if across else area.verticalScrollBarPolicy()
    return bool(bar.maximum()) and policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _overlaps(shown: list[QWidget]) -> Iterator[str]:
    """Words and fields of one parent that lie over each other."""
    solid = QLabel | Button | CheckBox | RadioButton | QComboBox | QLineEdit | Chip
    families: dict[int, list[QWidget]] = {}
    for widget in shown:
        parent = widget.parentWidget()
        if isinstance(widget, solid) and not isinstance(parent, QComboBox | QLineEdit):
            families.setdefault(id(parent), []).append(widget)
    for family in families.values():
        for at, one in enumerate(family):
            for other in family[at + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > 2 and both.height() > 2:
                    yield f"{_text(one)!r} lies over {_text(other)!r}"


def _advance(widget: QWidget, text: str) -> int:
    return QFontMetrics(widget.font()).horizontalAdvance(text)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | Chip):
        return widget.text()
    if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QTableView):
        return widget.accessibleName() or type(widget).__name__
    return ""
