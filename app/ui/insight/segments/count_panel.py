"""How many it is, while it is edited: a figure, its share of everybody, and a clear word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.insight.segments.presenting.page import Counted
from app.ui.insight.segments.words import unknown_words
from app.ui.sentences import filled
from app.ui.theme import Space, tokens
from app.ui.widgets.brush import rounded
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, Tone

_BAR = 8


class _ShareBar(QWidget):
    """A part of a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._whole = 0, 0
        self.setFixedHeight(_BAR)
        self.setMinimumWidth(160)

    def show_share(self, part: int, whole: int) -> None:
        self._part, self._whole = part, whole
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, _BAR / 2, fill=t.divider)
        if self._part and self._whole:
            filled_to = max(_BAR, box.width() * min(self._part, self._whole) / self._whole)
            box.setWidth(filled_to)
            rounded(painter, box, _BAR / 2, fill=t.series[0])
        painter.end()


class CountPanel(QWidget):
    """Says only what it is told; a figure that is no longer true is pale."""

    def __init__(self) -> None:
        super().__init__()
        self.figure = Label("", size=fonts.AMOUNT, strong=True)
        self.words = Label("", tone=Tone.MUTED)
        self.words.setMinimumHeight(self.figure.sizeHint().height())
        self.note = Label("", tone=Tone.WARNING, wrap=True)
        # Its place is kept while nothing is said, so that the figure stays where it is.
        self.note.setMinimumHeight(self.note.fontMetrics().height())
        kept = self.note.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.note.setSizePolicy(kept)
        self._bar = _ShareBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        # A million members need two lines in a narrow window.
        told = FlowLayout(spacing=Space.S)
        told.addWidget(self.figure)
        told.addWidget(self.words)
        self._across = QHBoxLayout()
        self._across.setSpacing(Space.S)
        self._across.addLayout(told, 1)
        self._across.addSpacing(Space.M)
        column.addLayout(self._across)
        column.addWidget(self._bar)
        column.addWidget(self.note)

    def put_beside(self, *widgets: QWidget) -> None:
        """Have these stand at the right of the figure."""
        for widget in widgets:
            self._across.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def counting(self) -> None:
        """The figure is no longer true."""
        self.figure.set_tone(Tone.MUTED)
        self.words.setText(self.tr("counting…"))
        self.note.hide()

    def show_count(self, counted: Counted) -> None:
        """So many of so many, and what there is to say about that."""
        self.figure.set_tone(Tone.NORMAL)
        self.figure.setText(f"{counted.members:,}")
        share = counted.members * 100 / counted.everyone if counted.everyone else 0
        said = self.tr("of {everyone} members, {share}%")
        words = filled(said, everyone=f"{counted.everyone:,}", share=_percent(share))
        if counted.about:
            self.figure.set_tone(Tone.MUTED)
            self.figure.setText(f"≈ {counted.members:,}")
            if counted.read_percent is None:
                words = " · ".join((words, self.tr("counting…")))
        self.words.setText(words)
        self._bar.show_share(counted.members, counted.everyone)
        if counted.read_percent is None:
            self._say(self._remark(counted))
        elif counted.hindrance:
            self._say(self._not_kept(counted.hindrance))
        else:
            self._say(self._reading(counted.read_percent), Tone.MUTED)
        self.setAccessibleDescription(f"{self.figure.text()} {self.words.text()}")

    def show_nothing(self, why: str, tone: Tone = Tone.MUTED) -> None:
        """It cannot be counted, and why."""
        self.figure.setText("–")
        self.figure.set_tone(Tone.MUTED)
        self.words.setText("")
        self._bar.show_share(0, 0)
        self._say(why, tone)

    def _reading(self, percent: int) -> str:
        said = self.tr("Reading sales to count exactly: {percent}%. The figure follows by itself.")
        return filled(said, percent=str(percent))

    def _not_kept(self, hindrance: str) -> str:
        if hindrance == "not_written":
            return self.tr(
                "The shop's file cannot be written, so what is read is not kept: the exact count"
                " follows all the same, but takes some minutes. See that the disk may be written"
                " to, then start Regulars again."
            )
        return self.tr(
            "The disk has too little room to keep what is read: the exact count follows all the"
            " same, but takes some minutes. Free 1 GB or more."
        )

    def _remark(self, counted: Counted) -> str:
        if counted.unknown:
            return unknown_words(counted.unknown)
        if not counted.everyone:
            return self.tr("The shop has no members yet.")
        if counted.about:
            # Of all members there may be some, or some others, where of a part there are none.
            return ""
        if not counted.members:
            return self.tr("Nobody is in it today: loosen a condition.")
        if counted.members == counted.everyone:
            return self.tr("This is everybody: the conditions leave nobody out.")
        return ""

    def _say(self, words: str, tone: Tone = Tone.WARNING) -> None:
        self.note.setText(words)
        self.note.set_tone(tone)
        self.note.setVisible(bool(words))


def _percent(share: float) -> str:
    """Whole percents; what is little shows a digit more rather than nothing."""
    if share == round(share):
        return f"{share:.0f}"
    return f"{share:.0f}" if share >= 10 else f"{max(share, 0.1):.1f}"
