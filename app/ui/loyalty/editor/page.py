"""The editor: the parts at the left, the forms of one in the middle, a basket at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages.scheme_fields import part_label
from app.services.rules.scheme import Scheme
from app.ui import fonts
from app.ui.loyalty.editor.desk import FormDesk
from app.ui.loyalty.editor.part_page import EntryCard, PartPage
from app.ui.loyalty.editor.preview import Preview
from app.ui.loyalty.presenting.draft import Path
from app.ui.loyalty.presenting.editing import EditorPresenter, Stock
from app.ui.loyalty.presenting.forms import SECTIONS
from app.ui.loyalty.words import title_of
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, IconButton, PrimaryButton
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.page_list import PageList
from app.ui.widgets.panels import Banner, Card
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.stops import tab_stops

_WIDE = 1100
_NAV, _NARROW_NAV = 208, 176
_BASKET, _NARROW_BASKET = 340, 272
_NAV_ROW = 34


class EditorPage(QWidget):
    """Edits one scheme; nothing is kept until it is put in force."""

    left = Signal()
    use_asked = Signal(object)
    """The edited scheme."""
    try_asked = Signal(object)
    """The same, to be tried on the shop's own past."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._presenter: EditorPresenter | None = None
        self._unfolded: set[Path] = set()
        self._desk: FormDesk | None = None
        self._leave: LeaveSheet | None = None
        self.back = IconButton("arrow-left", "", height=Height.DEFAULT)
        self.title = ElidedLabel("", size=fonts.SECTION, strong=True)
        self.changed = Chip("", tone=Tone.WARNING)
        self.undo = Button("", icon="undo-2")
        self.trial = Button("", icon="chart-column")
        self.use = PrimaryButton("", icon="check")
        self.banner = Banner("", tone=Tone.DANGER, closable=False)
        self.nav = PageList([s.icon for s in SECTIONS], width=_NAV, row=_NAV_ROW)
        self.forms = ScrollArea(QWidget())
        self.basket = ScrollArea(QWidget())
        self.part: PartPage | None = None
        self.preview: Preview | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        for widget in (self.back, self.title, self.changed):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.undo)
        head.addWidget(self.trial)
        head.addWidget(self.use)
        column.addLayout(head)
        column.addWidget(self.banner)
        across = QHBoxLayout()
        across.setSpacing(Space.S)
        self._parts = Card()
        self._parts.body.setContentsMargins(1, Space.XXS, 1, Space.XXS)
        self._parts.body.addWidget(self.nav)
        across.addWidget(self._parts)
        across.addWidget(self.forms, 1)
        across.addWidget(self.basket)
        column.addLayout(across, 1)
        self.nav.setViewportMargins(Space.XXS, 0, Space.XXS, 0)
        self.setFocusProxy(self.nav)

    def _connect(self) -> None:
        keys = self._shell.keys
        self.back.clicked.connect(self.ask_to_leave)
        self.undo.clicked.connect(self._undo)
        self.use.clicked.connect(self._use)
        self.trial.clicked.connect(self._try)
        self.banner.acted.connect(self._go_to_error)
        self.nav.shown.connect(self._show_section)
        self.nav.entered_page.connect(self._enter_form)
        keys.bind(self, "undo", self._undo)
        keys.bind(self, "save", self._use)
        keys.bind(self, "new", self._add)

    # --- the screen's calls -----------------------------------------------------------

    def edit(self, scheme: Scheme, stock: Stock) -> None:
        """Begin with a scheme."""
        self._unfolded = set()
        self._presenter = EditorPresenter(self, scheme, stock)
        self.nav.blockSignals(True)
        self.nav.setCurrentRow(0)
        self.nav.blockSignals(False)
        self.retranslate()
        self.nav.setFocus()

    @property
    def presenter(self) -> EditorPresenter:
        """What is being edited."""
        assert self._presenter is not None, "nothing is being edited"
        return self._presenter

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose something."""
        return self._presenter is not None and self._presenter.draft.is_changed

    def retranslate(self) -> None:
        """Say everything again in the language now shown."""
        if self._presenter is None:
            return
        language = self._shell.language
        title = title_of(self._presenter.scheme, language)
        self.title.setText(filled(self.tr("Rules of “{title}”"), title=title))
        self.back.set_name(self.tr("Back to the schemes"))
        self.changed.set_text(self.tr("Not in use yet"))
        self.undo.set_label(self.tr("Undo"))
        self.undo.set_hint(self._shell.keys.hint("undo"))
        self.trial.set_label(self.tr("Try on the past"))
        self.use.set_label(self.tr("Use…"))
        self.use.set_hint(self._shell.keys.hint("save"))
        self.nav.say(
            self.tr("Parts of the scheme"),
            [part_label(section.id, language) for section in SECTIONS],
            self.tr("needs mending"),
        )
        self.form_changed()

    # --- EditorView -------------------------------------------------------------------

    def form_changed(self) -> None:
        """Lay the part and the basket out anew; the focus and the places scrolled to stay."""
        presenter = self.presenter
        focused = None if self._desk is None else self._desk.path_of(self.focusWidget())
        from_list = self._entry_in_focus()
        scrolled = [area.verticalScrollBar().value() for area in (self.forms, self.basket)]
        old = self._desk
        add_key = self._shell.keys.hint("new")
        self._desk = FormDesk(presenter, self._shell.language, self._unfolded, add_key)
        self.part = PartPage(self._desk)
        self.preview = Preview(self._desk)
        self.forms.setWidget(self.part)
        self.basket.setWidget(self.preview)
        self.part.setAutoFillBackground(False)
        self.preview.setAutoFillBackground(False)
        if old is not None:
            old.deleteLater()
        self._choose_row(SECTIONS.index(presenter.section))
        self.figures_changed()
        self._put_focus(focused, from_list)
        settle(self.part)
        for area, value in zip((self.forms, self.basket), scrolled, strict=True):
            area.verticalScrollBar().setValue(value)

    def figures_changed(self) -> None:
        """Say what is wrong, and what the basket costs by now."""
        presenter = self.presenter
        assert self._desk is not None
        wrong = presenter.wrong_section()
        sentence = self._desk.follow()
        for at in range(len(SECTIONS)):
            self.nav.mark(at, at == wrong)
        if wrong is None:
            self.banner.hide()
        else:
            part = part_label(SECTIONS[wrong].id, self._shell.language)
            self.banner.say(f"{part} · {sentence}", action=self.tr("Show me"))
        self.changed.setVisible(presenter.draft.is_changed)
        self.undo.setEnabled(presenter.draft.can_undo)

    # --- keys -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the form to the parts, and from there back to the schemes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.nav.hasFocus():
            self.ask_to_leave()
        else:
            self.nav.setFocus()

    def ask_to_leave(self) -> None:
        """Go back; what was changed is asked about first."""
        if not self.is_changed:
            self.left.emit()
            return
        if self._leave is None:
            self._leave = LeaveSheet(self._shell.overlay_parent())
            self._leave.discarded.connect(self.left)
        self._leave.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the forms the room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.nav.set_width(_NAV if wide else _NARROW_NAV)
        self.basket.setFixedWidth(_BASKET if wide else _NARROW_BASKET)

    # --- inside -----------------------------------------------------------------------

    def _show_section(self, at: int) -> None:
        if self._presenter is not None:
            self._presenter.show_section(at)
            self.forms.verticalScrollBar().setValue(0)

    def _choose_row(self, at: int) -> None:
        self.nav.blockSignals(True)
        self.nav.setCurrentRow(at)
        self.nav.blockSignals(False)

    def _enter_form(self) -> None:
        if self.part is not None:
            first = next(iter(tab_stops(self.part)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def _entry_in_focus(self) -> int | None:
        """The entry whose line or buttons have the focus."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and not isinstance(widget, EntryCard):
            widget = widget.parentWidget()
        return None if widget is None else self.presenter.open_entry

    def _put_focus(self, focused: Path | None, entry: int | None) -> None:
        assert self._desk is not None
        assert self.part is not None
        field = None if focused is None else self._desk.field(focused)
        cards = self.part.findChildren(EntryCard)
        if field is not None:
            field.setFocus()
        elif entry is not None and entry < len(cards):
            cards[entry].head.setFocus()
        elif not self.nav.hasFocus() and self.isVisible():
            self.nav.setFocus()

    def _undo(self) -> None:
        if self._presenter is not None:
            self._presenter.undo()

    def _add(self) -> None:
        if self.part is not None and self.part.can_add:
            self.presenter.add()
            self._enter_open()

    def _enter_open(self) -> None:
        """Into the first field of the entry that is open."""
        assert self.part is not None
        assert self._desk is not None
        entry = self.presenter.open_entry
        if entry is None:
            return
        field = self._desk.field((*self.presenter.entry_path(entry), "name"))
        if field is not None:
            field.setFocus()
            settle(self.part)
            self.forms.ensureWidgetVisible(field)

    def _use(self) -> None:
        if self.presenter.draft.refused is not None:
            self._go_to_error()
        else:
            self.use_asked.emit(self.presenter.scheme)

    def _try(self) -> None:
        if self.presenter.draft.refused is not None:
            self._go_to_error()
        else:
            self.try_asked.emit(self.presenter.scheme)

    def _go_to_error(self) -> None:
        presenter = self.presenter
        presenter.go_to_error()
        assert self._desk is not None
        field = self._desk.wrong_field()
        if field is not None:
            field.setFocus()
            self.forms.ensureWidgetVisible(field)


def settle(widget: QWidget) -> None:
    """Lay a widget out now, so that what is in it can be scrolled to."""
    layout = widget.layout()
    if layout is not None:
        layout.activate()


class LeaveSheet(Sheet):
    """Asked before what was changed is lost."""

    discarded = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=540)
        self.discard = Button("", icon="trash-2")
        self.keep = PrimaryButton("", hint="Esc")
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self.discard)
        row.addStretch(1)
        row.addWidget(self.keep)
        self.body.addLayout(row)
        self.keep.clicked.connect(self.close_sheet)
        self.discard.clicked.connect(self._discard)

    def ask(self) -> None:
        """Open with the way back in front."""
        self.set_title(self.tr("Leave without using the changes?"))
        self._words.setText(self.tr("The rules you changed are not in use yet, and will be lost."))
        self.discard.set_label(self.tr("Discard them"))
        self.keep.set_label(self.tr("Go on editing"))
        self.open(self.keep)

    def _discard(self) -> None:
        self.close_sheet()
        self.discarded.emit()
