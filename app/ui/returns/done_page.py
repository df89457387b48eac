"""The last step of a return: what is handed out, in large, and the slip beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.documents.drawing import Page
from app.services.rules.money import Currency, money
from app.services.rules.refund import RefundDone
from app.ui import fonts
from app.ui.returns.words import Line
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.pages import PageView

LEAST_HEIGHT = 200
PAPER_WIDTH = 336


class DonePage(QWidget):
    """What is handed out, in large, and the slip beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._word = Label("", size=fonts.CASHIER)
        self._total = Label("", size=fonts.TOTAL, strong=True, tone=Tone.SUCCESS)
        self._remark = Label("", tone=Tone.MUTED, wrap=True)
        self._points = Label("", size=fonts.CASHIER, strong=True)
        self.print = SecondaryButton("", hint="P", icon="printer", height=Height.CASHIER)
        self.save = SecondaryButton("", hint="S", icon="download", height=Height.CASHIER)
        self._page = PageView("")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.L)
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        for label in (self._word, self._total, self._remark, self._points):
            left.addWidget(label)
        left.addStretch(1)
        left.addWidget(self.print)
        left.addWidget(self.save)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._page)
        self._scroll.setFixedWidth(360)
        self._scroll.setMinimumHeight(LEAST_HEIGHT)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across.addLayout(left, 1)
        across.addWidget(self._scroll)

    def show_done(
        self, done: RefundDone, pages: Sequence[Page], currency: Currency, told: Sequence[Line]
    ) -> None:
        """Show it; cash is what the clerk has to hand out now."""
        cash = sum(each.amount_minor for each in done.tenders if each.kind.value == "cash")
        self._word.setText(self.tr("Cash to hand out") if cash else self.tr("Given back"))
        self._total.setText(money(cash or done.total_minor, currency))
        others = " · ".join(f"{line.words} {line.figure}" for line in told)
        self._remark.setText(f"{done.number} · {others}" if others else done.number)
        self._points.setVisible(done.member is not None)
        moved = f"{done.balance_before:,} → {done.balance_after:,}"
        self._points.setText(self.tr("Points {moved}").replace("{moved}", moved))
        self._points.set_tone(Tone.WARNING if done.debt else Tone.NORMAL)
        self.print.set_label(self.tr("Print"))
        self.save.set_label(self.tr("Save as PDF"))
        self._page.setAccessibleName(self.tr("Slip"))
        for part in (self._scroll, self.print, self.save):
            part.setVisible(bool(pages))
        if pages:
            self._page.show_pages(pages, done.number)
            self._page.fit_width(PAPER_WIDTH)
        self._scroll.verticalScrollBar().setValue(0)
