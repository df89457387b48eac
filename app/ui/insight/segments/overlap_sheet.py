"""How segments lie over each other: circles for two or three, a table for any number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.segments import Overlap
from app.ui import fonts
from app.ui.sentences import filled
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import colour
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.labels import Label, Tone, set_tip
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import EmptyState
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

_MOST: Final = 6
_CIRCLES: Final = 3
_NAME_ROOM: Final = 190


class Circles(QWidget):
    """Two or three circles, each part with how many are in it and in no other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._parts: dict[frozenset[int], int] = {}
        self.setAccessibleName(name)
        self.setMinimumHeight(260)

    def show_parts(self, names: Sequence[str], parts: dict[frozenset[int], int]) -> None:
        """Show how many are in exactly these."""
        self._names, self._parts = tuple(names), parts
        said = (
            f"{' + '.join(names[at] for at in sorted(which))}: {count:,}"
            for which, count in parts.items()
        )
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three."""
        return QSize(460, 280)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circles, what is in them, and whose they are."""
        if not self._names:
            return
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres, radius = self._places()
        for at, centre in enumerate(centres):
            painter.setPen(QPen(QColor(t.series[at]), 2))
            painter.setBrush(colour(t.series[at], 46))
            painter.drawEllipse(centre, radius, radius)
        painter.setFont(fonts.font(fonts.CASHIER, strong=True))
        painter.setPen(QColor(t.text))
        middle = QPointF(
            sum(each.x() for each in centres) / len(centres),
            sum(each.y() for each in centres) / len(centres),
        )
        for which, count in self._parts.items():
            place = self._label(centres, middle, which, radius)
            box = QRectF(place.x() - 50, place.y() - 12, 100, 24)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{count:,}")
        self._draw_names(painter, centres, radius)
        painter.end()

    def _places(self) -> tuple[list[QPointF], float]:
        wide, high = self.width(), self.height()
        if len(self._names) == 2:
            radius = min(wide / 3.6, high / 2 - 26)
            y = high / 2 + 12
            return [
                QPointF(wide / 2 - radius * 0.6, y),
                QPointF(wide / 2 + radius * 0.6, y),
            ], radius
        radius = min(wide / 4.2, (high - 52) / 3.05)
        top = 26 + radius
        return [
            QPointF(wide / 2 - radius * 0.6, top),
            QPointF(wide / 2 + radius * 0.6, top),
            QPointF(wide / 2, top + radius * 1.04),
        ], radius

    def _label(
        self, centres: list[QPointF], middle: QPointF, which: frozenset[int], radius: float
    ) -> QPointF:
        """Inside exactly these circles: away from the others."""
        if len(which) == len(centres):
            return middle
        inside = QPointF(
            sum(centres[at].x() for at in which) / len(which),
            sum(centres[at].y() for at in which) / len(which),
        )
        away = inside - middle
        length = max(1.0, (away.x() ** 2 + away.y() ** 2) ** 0.5)
        out = radius * (0.42 if len(which) == 1 else 0.34)
        return inside + QPointF(away.x() / length * out, away.y() / length * out)

    def _draw_names(self, painter: QPainter, centres: list[QPointF], radius: float) -> None:
        t = tokens()
        painter.setFont(fonts.font(fonts.BODY, strong=False))
        room = self.width() / 2 - 8
        for at, (name, centre) in enumerate(zip(self._names, centres, strict=True)):
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(room if at < 2 else self.width())
            )
            painter.setPen(QColor(t.series[at]))
            if at == 2:
                box = QRectF(0, centre.y() + radius + 2, self.width(), 22)
                side = Qt.AlignmentFlag.AlignHCenter
            else:
                box = QRectF(0 if at == 0 else self.width() / 2 + 8, 0, room, 22)
                side = Qt.AlignmentFlag.AlignRight if at == 0 else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


class OverlapSheet(Sheet):
    """Space ticks a segment; the answer follows by itself."""

    def __init__(self, window: QWidget, find: Callable[[Sequence[str]], None]) -> None:
        super().__init__(window, width=980)
        self._find = find
        self.boxes: list[CheckBox] = []
        self.circles = Circles("")
        self.table = Table((), name="")
        self._empty = EmptyState("layers", "")
        self.note = Label("", tone=Tone.MUTED, wrap=True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroller = ScrollArea(self._list)
        self._scroller.setFixedWidth(270)
        across = QHBoxLayout()
        across.setSpacing(Space.L)
        across.addWidget(self._scroller)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.circles, 6)
        right.addWidget(self.table)
        right.addWidget(self._empty, 1)
        right.addWidget(self.note)
        right.addStretch(1)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)
        self.set_panel_size(980, 660)

    def ask(self, names: Sequence[str], first: int) -> None:
        """Offer these; the one at `first` and its neighbour are ticked."""
        self.set_title(self.tr("Overlap"), self.tr("Tick two or more, six at most"))
        self.circles.setAccessibleName(self.tr("Circles of the segments"))
        self.table.setAccessibleName(self.tr("Members in both"))
        self._empty.say(self.tr("Tick two segments to see who is in both."))
        for name in names:
            # Not wider than the list; the whole name is its tip, and read out.
            room = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_ROOM)
            box = CheckBox(room)
            box.setAccessibleName(name)
            set_tip(box, name if room != name else "")
            box.toggled.connect(lambda _on: self._ticked())
            self._column.insertWidget(self._column.count() - 1, box)
            self.boxes.append(box)
        first = max(0, first)
        other = first + 1 if first + 1 < len(names) else first - 1
        for at in {first, other} & set(range(len(names))):
            self.boxes[at].blockSignals(True)
            self.boxes[at].setChecked(True)
            self.boxes[at].blockSignals(False)
        self._ticked()
        self.open(self.boxes[first] if self.boxes else None)

    def _ticked(self) -> None:
        chosen = [box.accessibleName() for box in self.boxes if box.isChecked()]
        for box in self.boxes:
            box.setEnabled(box.isChecked() or len(chosen) < _MOST)
        some = len(chosen) > 1
        self._empty.setVisible(not some)
        self.table.setVisible(some)
        self.note.setVisible(some)
        self.circles.setVisible(some and len(chosen) <= _CIRCLES)
        if some:
            self._find(chosen)

    def show_overlap(self, names: Sequence[str], overlap: Overlap) -> None:
        """Show the answer, unless others are ticked by now."""
        if list(names) != [box.accessibleName() for box in self.boxes if box.isChecked()]:
            return
        if len(names) <= _CIRCLES:
            self.circles.show_parts(names, exact_parts(overlap))
        self.table.set_columns(self._columns(names, overlap))
        self.table.show_rows(range(len(names)))
        self.table.setFixedHeight(38 + 40 * len(names))
        words = self.tr("{count} are in all of them.")
        nobody = self.tr("Nobody is in all of them.")
        self.note.setText(filled(words, count=f"{overlap.every:,}") if overlap.every else nobody)

    def _columns(self, names: Sequence[str], overlap: Overlap) -> tuple[Column[int], ...]:
        def shared(other: int) -> Callable[[int], str]:
            return lambda one: f"{overlap.both[one][other]:,}"

        return (
            Column(self.tr("Members in both"), lambda at: f"{at + 1}  {names[at]}", strong=True),
            *(
                Column(
                    str(at + 1), shared(at), 80, right=True,
                    tone=lambda one, at=at: Tone.MUTED if one == at else Tone.NORMAL,  # type: ignore[misc]
                )
                for at in range(len(names))
            ),
        )  # fmt: skip


def exact_parts(overlap: Overlap) -> dict[frozenset[int], int]:
    """How many are in exactly these of two or three segments, by inclusion and exclusion."""
    both, size = overlap.both, len(overlap.both)
    every = overlap.every
    parts: dict[frozenset[int], int] = {}
    if size == 2:
        return {
            frozenset({0}): both[0][0] - every,
            frozenset({1}): both[1][1] - every,
            frozenset({0, 1}): every,
        }
    for one, other in ((0, 1), (0, 2), (1, 2)):
        parts[frozenset({one, other})] = both[one][other] - every
    for at in range(size):
        alone = both[at][at] - sum(both[at][other] for other in range(size) if other != at) + every
        parts[frozenset({at})] = alone
    parts[frozenset(range(size))] = every
    return parts
