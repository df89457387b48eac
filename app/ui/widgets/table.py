"""A table over any number of rows, of which only the pages in sight are held."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.theme import Height, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.labels import Tone, tone_colour

Row = TypeVar("Row")
Fetch = Callable[[int, int, Callable[[Sequence[Row]], None]], None]
"""fetch(offset, limit, give): find these rows, in time, and `give` them on the UI thread."""
ModelIndex = QModelIndex | QPersistentModelIndex

PAGE: Final = 100
_PAGES_HELD: Final = 12
_PADDING: Final = 12
_SWATCH: Final = 16


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: how a row reads in it.

    `width` is in pixels; 0 takes what the others leave. `swatch` puts a patch of a colour
    ("#RRGGBB", "" for none) before the text, which names the colour; `icon` an icon in the text's
    tone ("" for none), whose meaning the text says.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    right: bool = False
    strong: bool = False
    tone: Callable[[Row], Tone] | Tone = Tone.NORMAL
    swatch: Callable[[Row], str] | None = None
    icon: Callable[[Row], str] | None = None


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows by the page: asks `fetch` for a page when one of its rows is first painted."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._count = 0
        self._fetch: Fetch[Row] | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these few rows, all in memory."""
        held = tuple(rows)
        self._reset(len(held), lambda offset, limit, give: give(held[offset : offset + limit]))

    def show_paged(self, count: int, fetch: Fetch[Row]) -> None:
        """Show `count` rows, fetched by the page as they come into sight."""
        self._reset(count, fetch)

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """The same columns in another language."""
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._count:
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, at: int) -> Row | None:
        """The row `at` this place; None while its page is on its way."""
        page, within = divmod(at, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            rows = self._pages.get(page)
        else:
            self._pages.move_to_end(page)
        return rows[within] if rows is not None and within < len(rows) else None

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        """All rows, fetched or not."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        """As many as were given."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, "…" while it is on its way."""
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return "…" if row is None else self.columns[index.column()].text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[index.column()].right)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The column's title."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section].right)
        return None

    def _reset(self, count: int, fetch: Fetch[Row]) -> None:
        self.beginResetModel()
        self._generation += 1
        self._count = count
        self._fetch = fetch
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def _ask(self, page: int) -> None:
        if page in self._asked or self._fetch is None:
            return
        self._asked.add(page)
        generation = self._generation

        def give(rows: Sequence[Row]) -> None:
            if generation == self._generation:
                self._keep(page, rows)

        self._fetch(page * PAGE, PAGE, give)

    def _keep(self, page: int, rows: Sequence[Row]) -> None:
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _PAGES_HELD:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(self._count, first + PAGE) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


class _CellPainter(QStyledItemDelegate):
    """Paints a cell: text as it is written, a line below, the chosen row marked."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        t = tokens()
        model = index.model()
        assert isinstance(model, PagedModel)
        column: Column[Any] = model.columns[index.column()]
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(t.primary_soft))
            if index.column() == 0:
                bar = t.focus if self._table.hasFocus() else t.primary
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(bar))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(t.divider))
        row = model.row(index.row())
        text = "…" if row is None else " ".join(column.text(row).splitlines())
        tone = Tone.MUTED if row is None else column.tone
        if callable(tone):
            tone = tone(row)
        face = fonts.font(fonts.BODY, strong=column.strong and fonts.shows_strong(text))
        room = box.adjusted(_PADDING, 0, -_PADDING, -1)
        patch = column.swatch(row) if row is not None and column.swatch is not None else ""
        if patch:
            top = box.top() + (box.height() - _SWATCH) / 2
            square = QRectF(room.left(), top, _SWATCH, _SWATCH)
            rounded(painter, square, 4, fill=patch)
            room.setLeft(room.left() + _SWATCH + 8)
        icon = column.icon(row) if row is not None and column.icon is not None else ""
        if icon:
            top = box.top() + (box.height() - _SWATCH) // 2
            square = QRectF(room.left(), top, _SWATCH, _SWATCH)
            draw_icon(painter, icon, tone_colour(tone, t), square)
            room.setLeft(room.left() + _SWATCH + 6)
        painter.setFont(face)
        painter.setPen(QColor(tone_colour(tone, t)))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _alignment(column.right) | Qt.TextFlag.TextSingleLine, shown)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: ModelIndex,
    ) -> bool:
        """A text that has no room is told whole where the pointer rests."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return bool(super().helpEvent(event, view, option, index))
        QToolTip.showText(event.globalPos(), self.cut_text(option.rect, index), view)
        return True

    def cut_text(self, box: QRect, index: ModelIndex) -> str:
        """The text of a cell that stands in `box`, where it is cut; else ""."""
        model = index.model()
        assert isinstance(model, PagedModel)
        column, row = model.columns[index.column()], model.row(index.row())
        if row is None:
            return ""
        text = " ".join(column.text(row).splitlines())
        face = fonts.font(fonts.BODY, strong=column.strong and fonts.shows_strong(text))
        marks = [each(row) for each in (column.swatch, column.icon) if each is not None]
        room = box.width() - 2 * _PADDING - sum(_SWATCH + 6 for mark in marks if mark)
        return text if QFontMetrics(face).horizontalAdvance(text) > room else ""


class Table(QTableView):
    """Whole rows, 40 pixels high. Up and down move, Enter or a double click opens."""

    opened = Signal(int)
    """The place of the row that was opened."""
    current_changed = Signal(int)
    """The place of the row now marked, -1 for none."""

    def __init__(
        self, columns: Sequence[Column[Any]], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.paged: PagedModel[Any] = PagedModel(columns)
        self.setModel(self.paged)
        self.setItemDelegate(_CellPainter(self))
        self.setAccessibleName(name)
        self.setFont(fonts.font(fonts.BODY))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self._set_up_headers()
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(
            lambda now, before: self.current_changed.emit(now.row())
        )

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these few rows."""
        self.paged.show_rows(rows)

    def show_paged(self, count: int, fetch: Fetch[Any]) -> None:
        """Show `count` rows, fetched by the page as they come into sight."""
        self.paged.show_paged(count, fetch)

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """The same columns in another language."""
        self.paged.set_columns(columns)
        self._fit_columns()

    def current_row(self) -> Any | None:
        """The marked row, None where none is marked or it is on its way."""
        at = self.currentIndex().row()
        return self.paged.row(at) if at >= 0 else None

    def choose(self, at: int) -> None:
        """Mark the row `at` this place."""
        self.setCurrentIndex(self.paged.index(at, 0))

    def enter(self) -> None:
        """Take the focus, with the first row marked where none is."""
        if not self.currentIndex().isValid():
            self.choose(0)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; other letters and keys that move nothing go to the screen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            else:
                event.ignore()
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.paged.rowCount() - 1}
        moving = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if event.key() in ends:
            # Qt's own Home and End go to the ends of a row, which is one thing here.
            self.choose(ends[Qt.Key(event.key())])
        elif event.key() in moving:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _set_up_headers(self) -> None:
        down = self.verticalHeader()
        down.setVisible(False)
        down.setDefaultSectionSize(Height.TABLE_ROW)
        down.setMinimumSectionSize(Height.TABLE_ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setFont(fonts.font(fonts.CAPTION))
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setFixedHeight(36)
        self._fit_columns()

    def _fit_columns(self) -> None:
        across = self.horizontalHeader()
        for at, column in enumerate(self.paged.columns):
            if column.width:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                across.resizeSection(at, column.width)
            else:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)


def _alignment(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
