"""What is said and offered: one or several variants, three languages, a real member's preview."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from app.services.campaign_types import VARIANTS_AT_MOST, OfferKind
from app.ui import fonts
from app.ui.insight.campaigns.presenting.editing import Preview, Stock
from app.ui.insight.campaigns.presenting.form import LANGUAGES, Form, VariantForm
from app.ui.insight.campaigns.words import merge_fields, offer_words
from app.ui.sentences import filled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import FormGrid, FormRow, Segmented
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, Surface

_KINDS = (OfferKind.NONE, OfferKind.COUPON, OfferKind.POINTS, OfferKind.EVENT)
_TEXT_HIGH = 110
_LANGUAGE_NAMES = ("简体中文", "繁體中文", "English")


class WordingCard(Card):
    """Says every other variant that the shown one becomes."""

    changed = Signal(object)
    """The variant, changed."""
    chosen = Signal(int)
    more_asked = Signal()
    fewer_asked = Signal()
    another_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._variant = VariantForm("A")
        self._stock: Stock | None = None
        self._preview: Preview | None = None
        self.arms = Segmented((), name="")
        self.more = Button("", kind=Kind.QUIET, icon="plus", height=Height.BACK_OFFICE)
        self.fewer = Button("", kind=Kind.QUIET, icon="minus", height=Height.BACK_OFFICE)
        self.kind = Segmented((), name="")
        self.template = DropDown()
        self.points, self.event_name = QLineEdit(), QLineEdit()
        self.event_on, self.event_at, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        for edit in self._edits().values():
            edit.setFont(fonts.font())
        self.rows: dict[str, FormRow] = {}
        self.language = Segmented(_LANGUAGE_NAMES, name="")
        self.text = QPlainTextEdit()
        self.text.setFont(fonts.font())
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_HIGH)
        self.error = Label("", size=fonts.CAPTION, tone=Tone.DANGER, wrap=True)
        self.buttons: list[Button] = []
        self.preview = Label("", wrap=True)
        self._who = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
        self.another = Button("", kind=Kind.QUIET, icon="refresh-cw", height=Height.BACK_OFFICE)
        self._lay_out()
        self._wire()

    def _edits(self) -> dict[str, QLineEdit]:
        return {
            "points": self.points,
            "event": self.event_name,
            "event_on": self.event_on,
            "event_at": self.event_at,
            "place": self.place,
        }

    def _lay_out(self) -> None:
        self.body.setSpacing(Space.S)
        arms = QHBoxLayout()
        arms.setSpacing(Space.XS)
        for each in (self.arms, self.more, self.fewer):
            arms.addWidget(each)
        arms.addStretch(1)
        self.body.addLayout(arms)
        self.body.addWidget(self.kind)
        grid = FormGrid(2)
        self.rows["template"] = grid.add("", self.template, span=2)
        for name, edit in self._edits().items():
            self.rows[name] = grid.add("", edit, span=2 if name == "points" else 1)
        self.body.addWidget(grid)
        self.body.addWidget(self.language)
        self.body.addWidget(self.text)
        self.body.addWidget(self.error)
        fields = QWidget()
        self._flow = FlowLayout(fields, spacing=Space.XXS)
        self.body.addWidget(fields)
        shown = Surface()
        across = QHBoxLayout(shown)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._who, 1)
        across.addWidget(self.another)
        self.body.addWidget(shown)
        self.body.addWidget(self.preview)

    def _wire(self) -> None:
        self.arms.changed.connect(self.chosen)
        self.more.clicked.connect(self.more_asked)
        self.fewer.clicked.connect(self.fewer_asked)
        self.kind.changed.connect(lambda at: self._change(kind=_KINDS[at]))
        self.template.activated.connect(
            lambda _at: self._change(template=str(self.template.currentData() or ""))
        )
        for name, edit in self._edits().items():
            edit.textEdited.connect(partial(self._typed, name))
        self.language.changed.connect(lambda _at: self._show_text())
        self.text.textChanged.connect(self._written)
        self.another.clicked.connect(self.another_asked)

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        self.set_title(self.tr("What they get and what they are told"))
        self.arms.setAccessibleName(self.tr("Wording"))
        self.more.set_label(self.tr("Another wording"))
        self.fewer.set_label(self.tr("One fewer"))
        self.kind.setAccessibleName(self.tr("Offer"))
        self.kind.set_choices([offer_words(kind) for kind in _KINDS])
        words = {
            "template": self.tr("Coupon of the scheme"),
            "points": self.tr("Points for each"),
            "event": self.tr("What they are invited to"),
            "event_on": self.tr("Day, like 2026-12-05"),
            "event_at": self.tr("Time, like 19:30"),
            "place": self.tr("Place"),
        }
        for name, row in self.rows.items():
            row.set_label(words[name])
        self.language.setAccessibleName(self.tr("Language of the wording"))
        self.text.setAccessibleName(self.tr("What is said"))
        self.text.setPlaceholderText(self.tr("Good day {name}, this is {shop} …"))
        self.another.set_label(self.tr("Another member"))
        self._flow.clear()
        self.buttons = []
        for field, name in merge_fields():
            button = Button(name, kind=Kind.QUIET, height=Height.BACK_OFFICE)
            label = filled(self.tr("Put in: {field}"), field=name)
            button.setAccessibleName(label)
            button.clicked.connect(partial(self._put, field))
            self._flow.addWidget(button)
            self.buttons.append(button)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, as it is seen."""
        offer = (self.kind, self.template, *self._edits().values())
        wording = (self.language, self.text, *self.buttons, self.another)
        return (self.arms, self.more, self.fewer, *offer, *wording)

    def blame(self, field: str, sentence: str) -> bool:
        """Say what is wrong beside what it is about, which takes the keys; False: not here."""
        if field == "wording":
            self.error.setText(sentence)
            self.error.show()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        shown = [name for name, row in self.rows.items() if not row.isHidden()]
        if field not in ("offer", "event") or not shown:
            return False
        row = self.rows[shown[0]]
        row.show_error(sentence)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # --- what is shown ----------------------------------------------------------------

    def show_variant(self, form: Form, at: int, stock: Stock, language: str) -> None:
        """Show one of the form's variants."""
        self._variant, self._stock = form.variants[at], stock
        self.error.hide()
        for row in self.rows.values():
            row.show_error("")
        names = [filled(self.tr("Wording {name}"), name=each.name) for each in form.variants]
        self.arms.blockSignals(True)
        self.arms.set_choices(names)
        self.arms.choose(at)
        self.arms.blockSignals(False)
        self.more.setEnabled(len(form.variants) < VARIANTS_AT_MOST)
        self.fewer.setVisible(len(form.variants) > 1)
        self.kind.blockSignals(True)
        self.kind.choose(_KINDS.index(self._variant.kind))
        self.kind.blockSignals(False)
        self._show_offer(stock, language)
        self._show_text()

    def _show_offer(self, stock: Stock, language: str) -> None:
        variant = self._variant
        offered = [("", self.tr("Choose a coupon"))]
        offered += [(key, words.said(language)) for key, words in stock.templates]
        if [self.template.itemText(at) for at in range(self.template.count())] != [
            words for _, words in offered
        ]:
            self.template.clear()
            for key, words in offered:
                self.template.addItem(words, key)
        self.template.setCurrentIndex(max(0, self.template.findData(variant.template)))
        shown = {
            OfferKind.COUPON: {"template"},
            OfferKind.POINTS: {"points"},
            OfferKind.EVENT: {"event", "event_on", "event_at", "place"},
        }.get(variant.kind, set())
        for name, row in self.rows.items():
            row.setVisible(name in shown)
        for name, edit in self._edits().items():
            text = str(getattr(variant, name))
            if edit.text() != text:
                edit.setText(text)
                if not edit.hasFocus():
                    edit.setCursorPosition(0)  # a long text shows how it begins

    def _show_text(self) -> None:
        text = self._variant.texts[self.language.current()]
        if self.text.toPlainText() != text:
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)
        self._show_preview()

    def show_preview(self, preview: Preview | None) -> None:
        """What a real member would read."""
        self._preview = preview
        self._show_preview()

    def _show_preview(self) -> None:
        preview = self._preview
        self.another.setVisible(preview is not None and preview.of > 1)
        if preview is None:
            self._who.setText(self.tr("The first member to be asked will be shown here."))
            self.preview.setText("")
            return
        said = self.tr("{name} ({number}) reads:")
        self._who.setText(filled(said, name=preview.name, number=preview.number))
        text = preview.texts[self.language.current()]
        self.preview.setText(text or self.tr("Nothing is written yet."))
        self.preview.set_tone(Tone.NORMAL if text else Tone.MUTED)

    # --- what is typed ----------------------------------------------------------------

    def _typed(self, name: str, text: str) -> None:
        self._change(**{name: text})

    def _change(self, **what: object) -> None:
        self._say(replace(self._variant, **what))  # type: ignore[arg-type]

    def _written(self) -> None:
        texts = list(self._variant.texts)
        texts[self.language.current()] = self.text.toPlainText()
        self._say(replace(self._variant, texts=(texts[0], texts[1], texts[2])))

    def _put(self, field: str) -> None:
        self.text.insertPlainText("{" + field + "}")
        self.text.setFocus()

    def _say(self, variant: VariantForm) -> None:
        if variant != self._variant:
            self._variant = variant
            self.changed.emit(variant)

    def show_language(self, language: str) -> None:
        """Begin in the language of the window."""
        if language in LANGUAGES:
            self.language.choose(LANGUAGES.index(language))
