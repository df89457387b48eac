"""The receipt beside the list, as it is printed, and what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.documents.drawing import Page
from app.services.rules.receipt import Receipt
from app.ui import fonts
from app.ui.sales.words import who
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import ElidedLabel, Tone
from app.ui.widgets.pages import PageView
from app.ui.widgets.panels import EmptyState, Surface
from app.ui.widgets.scroll import ScrollArea

_SCROLL_BAR = 12


class ReceiptPreview(Surface):
    """One receipt; empty until one is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel("", size=fonts.SECTION, strong=True)
        self._subtitle = ElidedLabel("", tone=Tone.MUTED)
        self._page = PageView("")
        self._scroll = ScrollArea(self._page, fit=False)
        self.print = SecondaryButton("", icon="printer")
        self.save = SecondaryButton("", icon="file-down")
        self.why = SecondaryButton("", icon="circle-question-mark")
        self.claim = SecondaryButton("", icon="coins")
        self._empty = EmptyState("receipt-text", "")
        self._stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.XXS)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(Space.XS)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self._scroll, 1)
        column.addSpacing(Space.XS)
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        for at, button in enumerate((self.print, self.save, self.why, self.claim)):
            grid.addWidget(button, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        column.addLayout(grid)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def say(self, print_hint: str) -> None:
        """Say everything again in the language now shown."""
        self.print.set_label(self.tr("Print again"))
        self.print.set_hint(print_hint)
        self.save.set_label(self.tr("Save as PDF"))
        self.why.set_label(self.tr("Explain"))
        self.claim.set_label(self.tr("Claim points"))
        self._page.setAccessibleName(self.tr("Receipt"))
        self._scroll.setAccessibleName(self.tr("Receipt"))
        self._empty.say(self.tr("Choose a sale, or scan the code of a receipt."))

    def show_receipt(
        self, receipt: Receipt | None, pages: Sequence[Page], *, claimable: bool
    ) -> None:
        """Show a receipt painted on its pages, or none."""
        self._stack.setCurrentIndex(0 if receipt is None else 1)
        if receipt is None:
            return
        self._title.setText(receipt.number)
        self._subtitle.setText(f"{receipt.sold_at:%Y-%m-%d %H:%M} · {who(receipt)}")
        self._page.show_pages(pages, receipt.number)
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        self.claim.setEnabled(claimable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper is as wide as there is room."""
        super().resizeEvent(event)
        # The scroll area has its new width only once the layout has run.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._page.fit_width(min(372, self.width() - 2 * Space.M - _SCROLL_BAR))
