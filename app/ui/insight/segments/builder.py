"""Conditions as rows in blocks: all of them, or one at least; blocks inside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.segment_choices import SegmentChoices
from app.ui.insight.segments.line_row import LineRow
from app.ui.insight.segments.not_button import NotButton
from app.ui.insight.segments.presenting.rows import (
    BOUGHT,
    Block,
    Line,
    Path,
    Problem,
    line_for,
    part_at,
)
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.stops import tab_stops

_DEEPEST = 4


class _Frame(QWidget):
    """A block inside another has a line around it."""

    def __init__(self, depth: int) -> None:
        super().__init__()
        self._depth = depth

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        if self._depth:
            fill = t.bg if self._depth % 2 else t.surface
            rounded(painter, QRectF(self.rect()), Radius.CONTROL, fill=fill, border=t.divider)
        painter.end()


class Builder(QWidget):
    """Shows a block and says what was done to it; decides nothing."""

    part_changed = Signal(object, object)
    """(path, the part that stands there now)"""
    part_added = Signal(object, object)
    """(path of the block, the part that is added last)"""
    part_removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._block: Block | None = None
        self._choices: SegmentChoices | None = None
        self._language = ""
        self.rows: dict[Path, LineRow] = {}
        self.joiners: dict[Path, Segmented] = {}
        self.adders: dict[Path, Button] = {}
        self._wanted: Path | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._inside: QWidget | None = None

    def show_block(
        self,
        block: Block,
        problems: Sequence[Problem],
        choices: SegmentChoices,
        language: str,
    ) -> None:
        """Show a block; widgets that can stay do, and with them the focus."""
        codes = {problem.path: problem.code for problem in problems}
        known = self._choices == choices and self._language == language
        if known and self._block is not None and _alike(self._block, block):
            self._block = block
            for path, row in self.rows.items():
                row.show_line(_line_at(block, path), codes.get(path, ""))
            return
        held = self._held()
        self._block, self._choices, self._language = block, choices, language
        self._build(block, codes)
        self._give_focus(held)

    def _build(self, block: Block, codes: dict[Path, str]) -> None:
        old, self._inside = self._inside, None
        self.rows, self.joiners, self.adders = {}, {}, {}
        inside = self._block_widget(block, (), codes)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(inside)
        self._inside = inside

    def _block_widget(self, block: Block, path: Path, codes: dict[Path, str]) -> QWidget:
        frame = _Frame(len(path))
        column = QVBoxLayout(frame)
        edge = Space.XS if path else 0
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(Space.XS)
        column.addLayout(self._head(block, path))
        for at, part in enumerate(block.parts):
            here = (*path, at)
            if isinstance(part, Block):
                column.addWidget(self._block_widget(part, here, codes))
            else:
                column.addWidget(self._line_widget(part, here, codes.get(here, "")))
        if not block.parts and not path:
            words = self.tr("Everybody, until a condition stands here.")
            column.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        column.addLayout(self._foot(block, path))
        return frame

    def _head(self, block: Block, path: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        joiner = Segmented(
            (self.tr("All of these"), self.tr("One of these at least")),
            name=self.tr("How the conditions are joined"),
            current=0 if block.every else 1,
        )
        joiner.changed.connect(lambda at: self._join(path, every=at == 0))
        self.joiners[path] = joiner
        if path:
            negation = NotButton()
            negation.show_state(negated=block.negated)
            negation.setAccessibleName(self.tr("Not this group"))
            negation.clicked.connect(lambda: self._negate(path, negation.isChecked()))
            row.addWidget(negation)
        row.addWidget(joiner)
        row.addStretch(1)
        if path:
            cross = IconButton("x", self.tr("Take the group away"))
            cross.clicked.connect(lambda: self._remove(path))
            row.addWidget(cross)
        return row

    def _line_widget(self, line: Line, path: Path, problem: str) -> QWidget:
        assert self._choices is not None
        row = LineRow(
            line,
            self._choices,
            self._language,
            lambda changed: self.part_changed.emit(path, changed),
            lambda: self._remove(path),
        )
        row.show_line(line, problem)
        self.rows[path] = row
        return row

    def _foot(self, block: Block, path: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        line = Button(self.tr("Condition"), kind=Kind.QUIET, icon="plus", height=Height.BACK_OFFICE)
        line.setAccessibleName(self.tr("Add a condition"))
        line.clicked.connect(lambda: self._add(path, line_for("visits")))
        bought = Button(
            self.tr("Purchase"), kind=Kind.QUIET, icon="plus", height=Height.BACK_OFFICE
        )
        bought.setAccessibleName(self.tr("Add what was bought"))
        bought.clicked.connect(lambda: self._add(path, line_for(BOUGHT)))
        self.adders[path] = line
        for button in (line, bought):
            row.addWidget(button)
        if len(path) < _DEEPEST:
            group = Button(
                self.tr("Group"), kind=Kind.QUIET, icon="plus", height=Height.BACK_OFFICE
            )
            group.setAccessibleName(self.tr("Add a group of conditions"))
            group.clicked.connect(
                lambda: self._add(path, Block((line_for("visits"),), every=not block.every))
            )
            row.addWidget(group)
        row.addStretch(1)
        return row

    # --- what was done ------------------------------------------------------------------

    def _join(self, path: Path, *, every: bool) -> None:
        assert self._block is not None
        self.part_changed.emit(path, replace(_block_at(self._block, path), every=every))

    def _negate(self, path: Path, negated: bool) -> None:
        assert self._block is not None
        self.part_changed.emit(path, replace(_block_at(self._block, path), negated=negated))

    def _add(self, path: Path, part: Line | Block) -> None:
        assert self._block is not None
        place = (*path, len(_block_at(self._block, path).parts))
        self._wanted = place if isinstance(part, Line) else (*place, 0)
        self.part_added.emit(path, part)

    def _remove(self, path: Path) -> None:
        self._wanted = path
        self.part_removed.emit(path)

    # --- the focus ----------------------------------------------------------------------

    def start(self) -> None:
        """Give the focus to the first row, or to the button that adds one."""
        first = min(self.rows, default=None)
        target = self.rows[first].field if first is not None else self.adders[()]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> tuple[Path, str] | None:
        for path, row in self.rows.items():
            for name in ("field", "operator", "pick", "value", "days", "negation"):
                if getattr(row, name).hasFocus():
                    return path, name
        return next(((path, "") for path, each in self.joiners.items() if each.hasFocus()), None)

    def _give_focus(self, held: tuple[Path, str] | None) -> None:
        """To what was added, to what stands where something was, or to where it was."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            near = [path for path in self.rows if path[: len(wanted)] == wanted]
            row = (
                self.rows.get(min(near)) if near else self.rows.get((*wanted[:-1], wanted[-1] - 1))
            )
            target: QWidget = row.field if row is not None else self.adders[()]
        elif held is None:
            return
        elif held[1] and held[0] in self.rows:
            target = getattr(self.rows[held[0]], held[1])
            if target.isHidden():
                target = self.rows[held[0]].operator
        elif held[0] in self.joiners:
            target = self.joiners[held[0]]
        else:
            return
        # Shown only once the layout has run.
        QTimer.singleShot(0, target, lambda: target.setFocus(Qt.FocusReason.OtherFocusReason))

    def chain(self, before: QWidget, after: QWidget) -> None:
        """Let Tab go through the rows between two widgets, as they are seen."""
        stops = [before, *tab_stops(self), after]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


def _alike(one: Block, other: Block) -> bool:
    """Whether the widgets of one block can show the other."""
    if one.every != other.every or one.negated != other.negated:
        return False
    if len(one.parts) != len(other.parts):
        return False
    return all(map(_alike_parts, one.parts, other.parts))


def _alike_parts(one: Line | Block, other: Line | Block) -> bool:
    if isinstance(one, Block) and isinstance(other, Block):
        return _alike(one, other)
    return isinstance(one, Line) and isinstance(other, Line)


def _line_at(block: Block, path: Path) -> Line:
    part = part_at(block, path)
    assert isinstance(part, Line)
    return part


def _block_at(block: Block, path: Path) -> Block:
    part = part_at(block, path)
    assert isinstance(part, Block)
    return part
