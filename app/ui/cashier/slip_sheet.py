"""The slip of a top-up, a pass, a plan or a gift card, with what may be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.documents.slip import Slip, slip_pages
from app.services.rules.money import money
from app.services.rules.shop_facts import ShopFacts
from app.ui import fonts
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.pages import PageView

PAPER_WIDTH = 336


class SlipSheet(Sheet):
    """The balance after, in large; the slip beside it; Enter closes."""

    print_asked = Signal(object)
    save_asked = Signal(object)
    """The Slip."""
    code_scanned = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=760)
        self._slip: Slip | None = None
        self._page = PageView("")
        self._word = Label("", size=fonts.CASHIER)
        self._large = Label("", size=fonts.TOTAL, strong=True, tone=Tone.SUCCESS)
        self._remark = Label("", tone=Tone.MUTED, wrap=True)
        self.next = PrimaryButton("", hint="Enter", height=Height.PAY)
        self._print = SecondaryButton("", hint="P", icon="printer", height=Height.CASHIER)
        self._save = SecondaryButton("", hint="S", icon="download", height=Height.CASHIER)
        columns = QHBoxLayout()
        columns.setSpacing(Space.L)
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        for label in (self._word, self._large, self._remark):
            left.addWidget(label)
        left.addStretch(1)
        for button in (self._print, self._save, self.next):
            left.addWidget(button)
        scroll = QScrollArea()
        scroll.setWidget(self._page)
        scroll.setFixedWidth(360)
        scroll.setMinimumHeight(420)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.addLayout(left, 1)
        columns.addWidget(scroll)
        self.body.addLayout(columns, 1)
        self.next.clicked.connect(self.close_sheet)
        self._print.clicked.connect(lambda: self.print_asked.emit(self._slip))
        self._save.clicked.connect(lambda: self.save_asked.emit(self._slip))

    def show_slip(self, slip: Slip, shop: ShopFacts, width: str, title: str) -> None:
        """Open with a slip."""
        self._slip = slip
        self._page.setAccessibleName(self.tr("Slip"))
        self._page.show_pages(slip_pages(slip, shop, 58.0 if width == "58" else 80.0), slip.number)
        self._page.fit_width(PAPER_WIDTH)
        self.set_title(title, slip.member[1] or slip.member[0])
        wallet = slip.what == "top_up"
        back = slip.amount_minor < 0
        amount = slip.after_minor if wallet else abs(slip.amount_minor)
        self._word.setText(
            self.tr("Stored value now")
            if wallet
            else self.tr("Given back")
            if back
            else self.tr("Paid")
        )
        self._large.setText(money(amount, shop.currency))
        moved = f"{money(slip.before_minor, shop.currency)} → {money(amount, shop.currency)}"
        self._remark.setText(moved if wallet else slip.name)
        self.next.set_label(self.tr("Done"))
        self._print.set_label(self.tr("Print"))
        self._save.set_label(self.tr("Save as PDF"))
        self.open(self.next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P prints, S saves, Enter closes."""
        key = event.key()
        if key == Qt.Key.Key_P:
            self.print_asked.emit(self._slip)
        elif key == Qt.Key.Key_S:
            self.save_asked.emit(self._slip)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def scanned(self, code: str) -> bool:
        """The next scan begins the next thing; nobody has to close the slip first."""
        self.close_sheet()
        self.code_scanned.emit(code)
        return True
