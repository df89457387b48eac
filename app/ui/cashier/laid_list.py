"""Under the cart: the rewards and coupons that lie on it, each with its effect and a way off."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.messages import reason_text
from app.services.rules.money import Currency, money
from app.ui.cashier.presenting.laid import Laid
from app.ui.lists import points_words
from app.ui.theme import Space
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, Icon, Surface

ROW_HEIGHT = 34
MOST_ROWS = 2
"""So many are in sight; more scroll, so that the cart keeps its room."""

_ICONS: Final = {"coupon": "ticket", "pass": "id-card"}


class LaidList(QWidget):
    """Shows nothing where nothing was laid."""

    dropped = Signal(object)
    """The Laid to take off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Laid, ...] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        column.addWidget(self._scroll)
        self.hide()

    def shown(self) -> tuple[Laid, ...]:
        """What is listed."""
        return self._shown

    def show_laid(self, laid: tuple[Laid, ...], currency: Currency, language: str) -> None:
        """List what lies on the basket; most baskets have nothing, before and after."""
        if laid == self._shown == ():
            return
        self._shown = laid
        self._scroll.setAccessibleName(self.tr("Rewards and coupons on the cart"))
        self.setVisible(bool(laid))
        page = Surface()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in laid:
            column.addWidget(self._row(each, currency, language))
        self._scroll.setWidget(page)
        self._scroll.setFixedHeight(ROW_HEIGHT * min(MOST_ROWS, len(laid)))

    def _row(self, laid: Laid, currency: Currency, language: str) -> QWidget:
        row = QWidget()
        row.setFixedHeight(ROW_HEIGHT)
        across = QHBoxLayout(row)
        across.setContentsMargins(Space.M, 1, Space.XS, 1)
        across.setSpacing(Space.XS)
        missed = laid.why_not is not None
        tone = Tone.WARNING if missed else Tone.SUCCESS
        name = laid.name.said(language)
        icon = "triangle-alert" if missed else _ICONS.get(laid.kind, "gift")
        across.addWidget(Icon(icon, size=16, tone=tone))
        remark = self._remark(laid, currency, language)
        said = " · ".join(part for part in (name, remark) if part)
        across.addWidget(ElidedLabel(said, tone=tone), 1)
        if laid.saved_minor:
            across.addWidget(Label(money(-laid.saved_minor, currency), tone=tone))
        off = IconButton("x", self.tr("Take {name} off").replace("{name}", name))
        off.clicked.connect(lambda: self.dropped.emit(laid))
        across.addWidget(off)
        return row

    def _remark(self, laid: Laid, currency: Currency, language: str) -> str:
        if laid.why_not is not None:
            return reason_text(laid.why_not, language, currency)
        if laid.on_cart > 1:
            return f"× {laid.on_cart}"
        return points_words(laid.cost_points) if laid.cost_points else ""
