"""The sheet that asks for a product."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import BarcodeTaken, FieldInvalid
from app.services.product_drafts import ProductDraft
from app.services.rules.codes import CodeKind, kind_of
from app.services.rules.money import Currency, quantity, rate
from app.ui.keys import Keys
from app.ui.products.barcode_field import BarcodeField
from app.ui.products.presenter import ProductForm, StockWish
from app.ui.products.swatches import ColourPicker
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormGrid, FormRow, MoneyEdit
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

_NOT_PRODUCTS = frozenset(CodeKind) - {CodeKind.GTIN, CodeKind.IN_STORE, CodeKind.OTHER}


class ProductSheet(Sheet):
    """One product: what it is called, costs, and how the cashier finds it."""

    submitted = Signal(object, object, object)
    """(form, draft, StockWish)"""
    history_asked = Signal(object)
    """The form whose product's stock is to be looked at."""
    switched = Signal(object)
    """The form whose product is to be archived or brought back."""

    def __init__(self, window: QWidget, keys: Keys, *, currency: Currency) -> None:
        super().__init__(window, width=800)
        self._form: ProductForm | None = None
        self._keys = keys
        self.name = QLineEdit()
        self.price = MoneyEdit(decimals=currency.digits)
        self.member_price = MoneyEdit(decimals=currency.digits)
        self.category = DropDown()
        self.category.setEditable(True)
        self.category.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        # Completing "tea" to "teapots" behind the clerk's back would file it wrongly.
        self.category.setCompleter(None)  # type: ignore[arg-type]
        self.category.setMaxVisibleItems(8)
        line = self.category.lineEdit()
        assert line is not None
        line.setProperty("bare", True)
        self.tax_rate = QLineEdit()
        self.barcodes = BarcodeField()
        self.weighed, self.tile, self.tracked = CheckBox(""), CheckBox(""), CheckBox("")
        self.cost = MoneyEdit(decimals=currency.digits)
        self.low = QLineEdit()
        self._on_hand = Label("", strong=True)
        self._history = Button("", icon="history", kind=Kind.QUIET)
        self.colour = ColourPicker()
        self._general = Label("", tone=Tone.DANGER, wrap=True)
        self._build()
        self.retranslate()
        keys.bind(self, "save", self.submit)

    def _build(self) -> None:
        grid = FormGrid(3)
        self._rows: dict[str, FormRow] = {
            "name": grid.add("", self.name, span=2),
            "category": grid.add("", self.category),
            "price": grid.add("", self.price),
            "member_price": grid.add("", self.member_price),
            "tax_rate": grid.add("", self.tax_rate),
            "barcode": grid.add("", self.barcodes, span=2),
            "cost": grid.add("", self.cost),
        }
        self._colour_row = FormRow("", self.colour)
        self.body.addWidget(grid)
        marks = QHBoxLayout()
        marks.setSpacing(Space.L)
        marks.addWidget(self.tile)
        marks.addWidget(self.weighed)
        marks.addStretch(1)
        self.body.addLayout(marks)
        self.body.addWidget(self._colour_row)
        self._build_stock()
        self.body.addWidget(self._general)
        self._general.hide()
        self._switch = Button("", kind=Kind.QUIET)
        self._cancel = SecondaryButton("")
        self.save = PrimaryButton("", hint=self._keys.hint("save"))
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._switch)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.save)
        self.body.addSpacing(Space.XS)
        self.body.addLayout(foot)
        self._switch.clicked.connect(self._ask_switch)
        self._cancel.clicked.connect(self.close_sheet)
        self.save.clicked.connect(self.submit)
        self.tile.toggled.connect(self._colour_row.setVisible)

    def _build_stock(self) -> None:
        self._rows["low"] = FormRow("", self.low)
        self.low.setMaximumWidth(140)
        stock = QHBoxLayout()
        stock.setSpacing(Space.L)
        stock.addWidget(self.tracked)
        stock.addWidget(self._rows["low"])
        stock.addWidget(self._on_hand)
        stock.addWidget(self._history)
        stock.addStretch(1)
        self.body.addLayout(stock)
        self.tracked.toggled.connect(self._rows["low"].setVisible)
        self._history.clicked.connect(self._ask_history)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        rows = self._rows
        rows["name"].set_label(self.tr("Name"))
        rows["price"].set_label(self.tr("Price"))
        rows["member_price"].set_label(
            self.tr("Member price"), self.tr("Empty: members pay the same")
        )
        rows["category"].set_label(self.tr("Category"))
        rows["barcode"].set_label(self.tr("Barcodes"))
        line = self.category.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("Category"))
            line.setPlaceholderText(self.tr("Choose, or type a new one"))
        self.barcodes.line.setPlaceholderText(self.tr("Scan, or type a code and press Enter"))
        self.weighed.set_label(self.tr("Sold by weight: the price is for one kilogram"))
        self.tile.set_label(self.tr("On the cashier's tiles"))
        rows["cost"].set_label(self.tr("Cost"), self.tr("What the shop pays for one"))
        rows["low"].set_label(self.tr("Low from"))
        self.tracked.set_label(self.tr("Keep stock of it"))
        self._history.set_label(self.tr("Stock history"))
        self._colour_row.set_label(self.tr("Colour of the tile"))
        self.colour.say(self.tr("Colour of the tile"))
        self._cancel.set_label(self.tr("Cancel"))
        self.save.set_label(self.tr("Save"))

    def ask(self, form: ProductForm, *, own_rate_bp: int) -> None:
        """Open with a product; `own_rate_bp` is the tax rate of the shop itself."""
        self._form = form
        draft = form.draft
        self.retranslate()
        title = self.tr("New product") if form.is_new else self.tr("Product")
        self.set_title(title, "" if form.active else self.tr("Archived"))
        percent = rate(own_rate_bp)
        help_text = self.tr("Percent. Empty takes the shop's own: {rate}%")
        self._rows["tax_rate"].set_label(
            self.tr("Tax rate"), help_text.replace("{rate}", percent) if form.is_new else ""
        )
        self.category.clear()
        self.category.addItems(list(form.categories))
        self.category.setCurrentIndex(-1)
        self.category.setEditText(draft.category)
        self.name.setText(draft.name)
        self.price.setText(draft.price)
        self.member_price.setText(draft.member_price)
        self.tax_rate.setText(draft.tax_rate)
        self.barcodes.show_codes(draft.barcodes)
        self.weighed.setChecked(draft.weighed)
        self.tile.setChecked(draft.tile)
        self._colour_row.setVisible(draft.tile)
        self.colour.choose(draft.colour)
        self._switch.set_label(
            self.tr("Take off sale") if form.active else self.tr("Put on sale again")
        )
        self._switch.set_icon_name("archive" if form.active else "archive-restore")
        self._switch.setVisible(not form.is_new)
        self._show_stock(form)
        self._clear_errors()
        self.open(self.name)

    def _show_stock(self, form: ProductForm) -> None:
        level = form.level
        self._rows["cost"].setVisible(form.costs)
        self.cost.setText(form.draft.cost or "")
        self.tracked.setChecked(level is not None)
        low = None if level is None else level.low_milli
        self.low.setText("" if low is None else quantity(low))
        self._rows["low"].setVisible(level is not None)
        on_hand = "" if level is None else quantity(level.on_hand_milli).replace("-", "−")
        self._on_hand.setText(self.tr("On hand: {quantity}").replace("{quantity}", on_hand))
        self._on_hand.setVisible(level is not None)
        self._on_hand.set_tone(Tone.WARNING if level is not None and level.low else Tone.NORMAL)
        self._history.setVisible(level is not None)

    def form(self) -> ProductForm | None:
        """The product asked for."""
        return self._form

    def draft(self) -> ProductDraft:
        """What stands in the fields."""
        return ProductDraft(
            name=self.name.text(),
            barcodes=self.barcodes.codes(),
            price=self.price.text(),
            member_price=self.member_price.text(),
            category=self.category.currentText(),
            tax_rate=self.tax_rate.text(),
            weighed=self.weighed.isChecked(),
            colour=self.colour.colour(),
            tile=self.tile.isChecked(),
            cost=self._cost(),
        )

    def _cost(self) -> str | None:
        """None where it may not be seen, or never was given."""
        form = self._form
        if form is None or not form.costs:
            return None
        return self.cost.text() or (None if form.draft.cost is None else "")

    def wish(self) -> StockWish:
        """What is to become of its stock."""
        return StockWish(self.tracked.isChecked(), self.low.text())

    def submit(self) -> None:
        """Send what was typed."""
        self._clear_errors()
        if self._form is not None and not self.isHidden():
            self.submitted.emit(self._form, self.draft(), self.wish())

    def refuse(self, error: Exception, sentence: str) -> None:
        """Say what is wrong beside the field it is about."""
        field = error.field if isinstance(error, FieldInvalid) else ""
        if isinstance(error, BarcodeTaken):
            field = "barcode"
        row = self._rows.get(field)
        if row is None:
            self._general.setText(sentence)
            self._general.show()
            return
        row.show_error(sentence)
        self.barcodes.mark_invalid(field == "barcode")
        row.field.setFocus()

    def scanned(self, code: str) -> bool:
        """A code scanned now is one of the product's."""
        if kind_of(code) in _NOT_PRODUCTS:
            self.refuse(FieldInvalid("barcode", "reserved_code", code), self._not_a_product())
            return False
        self._clear_errors()
        self.barcodes.add(code)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to the next one, as in a table of figures."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
            event.accept()
            return
        super().keyPressEvent(event)

    def _not_a_product(self) -> str:
        return self.tr("This is the code of a card, a receipt or a payment, not of a product.")

    def _clear_errors(self) -> None:
        for row in self._rows.values():
            row.show_error("")
        self.barcodes.mark_invalid(False)
        self._general.hide()

    def _ask_history(self) -> None:
        if self._form is not None:
            self.history_asked.emit(self._form)

    def _ask_switch(self) -> None:
        if self._form is not None:
            self.close_sheet()
            self.switched.emit(self._form)
