"""What the linter says of a scheme before it comes into force, each with its basket."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.messages.findings import example_text, finding_text
from app.services.rules.lint import Finding, Severity
from app.services.rules.money import Currency
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Icon
from app.ui.widgets.scroll import ScrollArea

_TALLEST = 190


class Checks(QWidget):
    """A line for each thing that would go wrong; nothing wrong is a line too."""

    mend_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.blocked = False
        self._head = Label("", strong=True)
        self.mend = Button("", icon="pencil", height=Height.BACK_OFFICE)
        self.mend.clicked.connect(self.mend_asked)
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, Space.XS, 0)
        self._lines.setSpacing(Space.XS)
        self.area = _Fitted(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self.mend)
        column.addLayout(row)
        column.addWidget(self.area)
        self.mend.hide()

    def show_waiting(self) -> None:
        """The linter is at work."""
        self._begin(blocked=False)
        self._add("clock", Tone.MUTED, self.tr("Trying every offer on a basket…"), "")
        self._end()

    def show_findings(self, findings: Sequence[Finding], language: str, currency: Currency) -> None:
        """What was found, errors first; an error keeps the scheme from being used."""
        self._begin(blocked=any(each.severity is Severity.ERROR for each in findings))
        for finding in findings:
            error = finding.severity is Severity.ERROR
            self._add(
                "circle-alert" if error else "triangle-alert",
                Tone.DANGER if error else Tone.WARNING,
                finding_text(finding, language, currency),
                example_text(finding.example, language, currency),
            )
        if not findings:
            words = self.tr("Every offer was tried on a basket; nothing goes wrong.")
            self._add("circle-check", Tone.SUCCESS, words, "")
        self._end()

    def _begin(self, *, blocked: bool) -> None:
        self.blocked = blocked
        self._head.setText(self.tr("Checked before it is used"))
        self.mend.set_label(self.tr("Edit rules"))
        self.mend.setVisible(blocked)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, icon: str, tone: Tone, text: str, example: str) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Icon(icon, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(text, wrap=True))
        if example:
            column.addWidget(Label(example, size=fonts.CAPTION, tone=Tone.MUTED, wrap=True))
        row.addLayout(column, 1)
        self._lines.addWidget(holder)
        holder.show()

    def _end(self) -> None:
        many = self._lines.count() > 1
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if many else Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(self._head.text())
        self.area.updateGeometry()


class _Fitted(ScrollArea):
    """As high as what is in it, up to a limit."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self.setFrameShape(ScrollArea.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap otherwise at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The content at this width."""
        inside: QWidget | None = self.widget()
        assert inside is not None
        width = max(240, self.viewport().width())
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else 0
        return QSize(width, min(_TALLEST, max(high, 24) + 2))

    def minimumSizeHint(self) -> QSize:
        """No lower: the rest of the sheet gives way."""
        return QSize(120, self.sizeHint().height())
