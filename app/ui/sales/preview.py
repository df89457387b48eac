"""The receipt beside the list, as it is printed, and what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.documents.drawing import Page
from app.services.rules.receipt import Receipt
from app.services.rules.refund import RefundDone
from app.services.sale_list import Kind, Returned
from app.ui import fonts
from app.ui.sales.words import kind_tone, kind_words, returned_words, who
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Chip, ElidedLabel, Tone
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
        self._state = Chip("")
        self.whole = SecondaryButton("", icon="receipt-text")
        self.back = SecondaryButton("", icon="undo-2")
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
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self._subtitle)
        column.addSpacing(Space.XS)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self._scroll, 1)
        column.addSpacing(Space.XS)
        grid = QGridLayout()
        grid.setSpacing(Space.XS)
        buttons = (self.whole, self.back, self.print, self.why, self.save, self.claim)
        for at, button in enumerate(buttons):
            grid.addWidget(button, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        column.addLayout(grid)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def say(self, print_hint: str, back_hint: str, *, wide: bool) -> None:
        """Say everything again in the language now shown; keys where there is room for them."""
        self.whole.set_label(self.tr("Open"))
        self.whole.set_hint("Enter" if wide else "")
        self.back.set_label(self.tr("Return"))
        self.back.set_hint(back_hint if wide else "")
        self.print.set_label(self.tr("Print again"))
        self.print.set_hint(print_hint if wide else "")
        self.save.set_label(self.tr("Save as PDF"))
        self.why.set_label(self.tr("Explain"))
        self.claim.set_label(self.tr("Claim points"))
        self._page.setAccessibleName(self.tr("Receipt"))
        self._scroll.setAccessibleName(self.tr("Receipt"))
        self._empty.say(self.tr("Choose a sale, or scan the code of a receipt."))

    def show_receipt(
        self,
        receipt: Receipt | None,
        pages: Sequence[Page],
        *,
        claimable: bool,
        returned: Returned = Returned.NOTHING,
    ) -> None:
        """Show a receipt painted on its pages, or none."""
        self._stack.setCurrentIndex(0 if receipt is None else 1)
        if receipt is None:
            return
        self._title.setText(receipt.number)
        self._subtitle.setText(f"{receipt.sold_at:%Y-%m-%d %H:%M} · {who(receipt)}")
        self._state.setVisible(returned is not Returned.NOTHING)
        self._state.set_text(returned_words(returned))
        self._state.set_tone(kind_tone(Kind.SALE, returned))
        self._page.show_pages(pages, receipt.number)
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        self.claim.setEnabled(claimable)
        for button in (self.whole, self.why):
            button.setEnabled(True)
        self.back.setEnabled(returned in (Returned.NOTHING, Returned.PARTLY))

    def show_slip(self, done: RefundDone, pages: Sequence[Page]) -> None:
        """Show the slip of a refund or void; its sale is a key away."""
        self._stack.setCurrentIndex(1)
        self._title.setText(done.number)
        when = f"{done.refunded_at:%Y-%m-%d %H:%M}"
        self._subtitle.setText(f"{when} · {done.sale_number}" if done.sale_number else when)
        kind = Kind(done.kind)
        self._state.setVisible(True)
        self._state.set_text(kind_words(kind, Returned.NOTHING))
        self._state.set_tone(kind_tone(kind, Returned.NOTHING))
        self._page.show_pages(pages, done.number)
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        self.whole.setEnabled(bool(done.sale_number))
        for button in (self.back, self.why, self.claim):
            button.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper is as wide as there is room."""
        super().resizeEvent(event)
        # The scroll area has its new width only once the layout has run.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._page.fit_width(min(372, self.width() - 2 * Space.M - _SCROLL_BAR))
