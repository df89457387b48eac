"""Parts inside a form: folded conditions, parts that may be left out, and short lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.loyalty.editor.controls import TickField, WordsField
from app.ui.loyalty.editor.desk import LANGUAGE_NAMES, FormDesk
from app.ui.loyalty.presenting.draft import Path
from app.ui.theme import Height, Radius, Space, tokens
from app.ui.widgets.brush import focus_ring, rounded
from app.ui.widgets.buttons import Button, IconButton, Kind
from app.ui.widgets.labels import set_tip

_HEAD = 36


class FoldHead(QAbstractButton):
    """A line that unfolds what is below it: its name, and what stands there in words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self._summary = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(fonts.font())

    def say(self, summary: str) -> None:
        """What stands below, in plain words."""
        self._summary = summary
        self.setAccessibleName(f"{self._words}: {summary}" if summary else self._words)
        set_tip(self, summary)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(160, _HEAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter unfolds, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, the name and the words."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            box = focus_ring(painter, box, Radius.CONTROL + 2, t)
        fill = t.hover if self.underMouse() else t.bg
        rounded(painter, box, Radius.CONTROL, fill=fill, border=t.divider)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        middle = box.center().y()
        draw_icon(painter, arrow, t.text2, QRectF(box.left() + 8, middle - 8, 16, 16))
        left = box.left() + 30
        painter.setFont(fonts.font())
        metrics = QFontMetrics(painter.font())
        painter.setPen(QColor(t.text))
        width = metrics.horizontalAdvance(self._words) + Space.S
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(left, box.top(), width, box.height()), int(flags), self._words)
        room = box.right() - left - width - Space.XS
        painter.setPen(QColor(t.text2))
        shown = metrics.elidedText(self._summary, Qt.TextElideMode.ElideRight, max(0, int(room)))
        painter.drawText(
            QRectF(left + width, box.top(), room, box.height()),
            int(flags | Qt.AlignmentFlag.AlignRight),
            shown,
        )
        painter.end()


class Fold(QWidget):
    """Fields that few need, folded away behind a line that says what they come to."""

    def __init__(self, desk: FormDesk, path: Path, words: str, summary: Callable[[], str]) -> None:
        super().__init__()
        self._desk = desk
        self._path = path
        self._summary = summary
        self.head = FoldHead(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._column.addWidget(self.head)
        self._inside: QWidget | None = None
        self._make: Callable[[], QWidget] | None = None
        self.setFocusProxy(self.head)
        self.head.clicked.connect(self._toggle)
        desk.on_change(self._say)

    def fill(self, make: Callable[[], QWidget]) -> None:
        """What is shown when it is unfolded; made only then."""
        self._make = make
        self.head.setChecked(self._path in self._desk.unfolded)
        self._show()
        self._say()

    def _toggle(self, on: bool) -> None:
        (self._desk.unfolded.add if on else self._desk.unfolded.discard)(self._path)
        self._show()

    def _show(self) -> None:
        if self.head.isChecked() and self._inside is None and self._make is not None:
            self._inside = inset(self._make())
            self._column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(self.head.isChecked())

    def _say(self) -> None:
        nothing = "" if self._path[-1] == "…" else self._nothing()
        self.head.say(self._summary() or nothing)

    def _nothing(self) -> str:
        """What it means that nothing stands there."""
        return {
            "who": self.tr("anybody"),
            "when": self.tr("always"),
            "goods": self.tr("everything"),
            "limit": self.tr("as often as one likes"),
        }.get(str(self._path[-1]), "")


def inset(form: QWidget) -> QWidget:
    """A form a little further to the right than what it belongs to."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.S, 0, 0, Space.XS)
    column.addWidget(form)
    return holder


class Switch(QWidget):
    """A part that may be left out: a tick, and its form below."""

    def __init__(
        self,
        desk: FormDesk,
        path: Path,
        words: str,
        make: Callable[[], QWidget],
    ) -> None:
        super().__init__()
        self.tick = TickField(words)
        there = desk.at(path) is not None
        self.tick.setChecked(there)
        self.tick.edited.connect(lambda on: desk.presenter.switch(path, on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.tick)
        if there:
            column.addWidget(inset(make()))
        self.setFocusProxy(self.tick)


class Rows(QWidget):
    """A short list of small forms under each other."""

    def __init__(self, desk: FormDesk, path: Path, make: Callable[[int], QWidget]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        draft = desk.presenter.draft
        for at in range(len(draft.items(path))):
            row = QHBoxLayout()
            row.setSpacing(Space.XXS)
            row.addWidget(make(at), 1)
            remove = IconButton("trash-2", self.tr("Remove"))
            remove.clicked.connect(lambda _=False, at=at: desk.presenter.remove_at(path, at))
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
            column.addLayout(row)
        add = Button(self.tr("Add"), icon="plus", kind=Kind.QUIET, height=Height.BACK_OFFICE)
        add.clicked.connect(lambda: desk.presenter.add_at(path))
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(add)


class TextRows(QWidget):
    """A list of texts, each in the languages of the shop."""

    def __init__(self, desk: FormDesk, path: Path, add_words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for at, held in enumerate(desk.presenter.draft.items(path)):
            row = QHBoxLayout()
            row.setSpacing(Space.XXS)
            field = WordsField(desk.language, LANGUAGE_NAMES, self.tr("Other languages"))
            field.show_value(held)
            field.setAccessibleName(f"{desk.label(TextRows, str(path[-1]))} {at + 1}")
            field.edited.connect(lambda given, at=at: desk.put((*path, at), given))
            remove = IconButton("trash-2", self.tr("Remove"))
            remove.clicked.connect(lambda _=False, at=at: desk.presenter.remove_at(path, at))
            row.addWidget(field, 1)
            row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        add = Button(add_words, icon="plus", kind=Kind.QUIET, height=Height.BACK_OFFICE)
        add.clicked.connect(lambda: desk.presenter.add_at(path))
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(add)
