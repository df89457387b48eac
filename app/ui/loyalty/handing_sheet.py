"""Coupons to print, and gifts to many members at once; both are listed with a way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.errors import FieldInvalid
from app.services.documents.coupon_words import code_said
from app.services.grants import Grant, Granted, GrantKind
from app.ui.loyalty.handing_words import HandingWords
from app.ui.loyalty.presenting.handing import Audience, Ground, Handing
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import Button, Kind, PrimaryButton
from app.ui.widgets.choices import DropDown
from app.ui.widgets.fields import FormRow, Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Divider
from app.ui.widgets.table import Table

if TYPE_CHECKING:
    from app.services.coupons import Batch, Coupon

_KINDS = (GrantKind.POINTS, GrantKind.CREDIT, GrantKind.COUPON)
_SHORT = 110
_LIST_ROWS = 3


class HandingSheet(Sheet):
    """Two pages; Enter does what the page's button says, Delete takes the marked row back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.overlay_parent(), width=960)
        self._shell = shell
        self._language = shell.language
        self._words = HandingWords(shell.language, shell.shop.desk.settings.money)
        self._ground: Ground | None = None
        self.handing = Handing(self, shell.shop, shell.tasks)
        self.pages = Segmented((self.tr("Coupons"), self.tr("Gifts to many")), name="")
        self.template, self.count = DropDown(), QLineEdit("100")
        self.batch_reason = QLineEdit()
        self.print = PrimaryButton("", icon="printer", hint="Enter", height=Height.DEFAULT)
        self.coupons = Table((), name="")
        self.kind = Segmented((), name="")
        self.amount, self.gift, self.audience = QLineEdit(), DropDown(), DropDown()
        self.reason = QLineEdit()
        self.give = PrimaryButton("", icon="gift", hint="Enter", height=Height.DEFAULT)
        self.gifts = Table((), name="")
        self.back_reason = QLineEdit()
        self.back = Button("", kind=Kind.DANGER, hint="Del", height=Height.DEFAULT)
        self._reach, self._error = Label("", tone=Tone.MUTED, wrap=True), Label("", wrap=True)
        self._error.set_tone(Tone.DANGER)
        self._none = Label("", tone=Tone.MUTED, wrap=True)
        self._asked: Grant | None = None
        self._lay_out()
        self._say()
        self._wire()

    # --- opening ------------------------------------------------------------------

    def ask(self) -> None:
        """Open with what there is."""
        self._say_error("")
        self.handing.refresh()
        self.open(self.pages)

    def _lay_out(self) -> None:
        self._template_row, self._count_row = FormRow("", self.template), FormRow("", self.count)
        self._batch_row = FormRow("", self.batch_reason)
        self._amount_row, self._gift_row = FormRow("", self.amount), FormRow("", self.gift)
        self._audience_row, self._reason_row = FormRow("", self.audience), FormRow("", self.reason)
        self.count.setFixedWidth(_SHORT)
        self.amount.setFixedWidth(_SHORT)
        batch = _line(
            (self._template_row, 3), (self._count_row, 0), (self._batch_row, 3), (self.print, 0)
        )
        gift = _line(
            (self._amount_row, 0), (self._gift_row, 2), (self._audience_row, 2),
            (self._reason_row, 3), (self.give, 0),
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(_page(batch, self.coupons))
        self.stack.addWidget(_page(self.kind, gift, self._reach, self.gifts))
        self.body.addWidget(self.pages)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self._none)
        self.body.addWidget(self._error)
        self.body.addWidget(Divider())
        self._back_row = FormRow("", self.back_reason)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._back_row, 1)
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)
        for table in (self.coupons, self.gifts):
            table.setMinimumHeight(36 + _LIST_ROWS * Height.TABLE_ROW)

    def _wire(self) -> None:
        self.pages.changed.connect(self._turn)
        self.kind.changed.connect(lambda _at: self._kind_changed())
        self.amount.textChanged.connect(lambda _text: self._preview())
        self.gift.currentIndexChanged.connect(lambda _at: self._preview())
        self.audience.currentIndexChanged.connect(lambda _at: self._preview())
        self.print.clicked.connect(self.ask_file)
        self.give.clicked.connect(self.give_now)
        self.back.clicked.connect(self.take_back)

    def _say(self) -> None:
        self.set_title(self.tr("Coupons and gifts"))
        self.pages.setAccessibleName(self.tr("What is handed out"))
        self._template_row.set_label(self.tr("Coupon"))
        self._count_row.set_label(self.tr("How many"))
        self._batch_row.set_label(self.tr("Note (may stay empty)"))
        self.print.set_label(self.tr("Print…"))
        self.coupons.setAccessibleName(self.tr("Coupons issued last"))
        self.coupons.set_columns(self._words.coupon_columns())
        self.kind.setAccessibleName(self.tr("What each gets"))
        self.kind.set_choices((self.tr("Points"), self.tr("Store credit"), self.tr("A coupon")))
        self._gift_row.set_label(self.tr("Coupon"))
        self._audience_row.set_label(self.tr("To"))
        self._reason_row.set_label(self.tr("Reason, as members read it"))
        self.give.set_label(self.tr("Give"))
        self.gifts.setAccessibleName(self.tr("Gifts so far"))
        self.gifts.set_columns(self._words.gift_columns())
        self._back_row.set_label(self.tr("Reason for taking back"))
        self._kind_changed()
        self._turn(0)

    # --- HandingView ----------------------------------------------------------------

    def show_ground(self, ground: Ground) -> None:
        """See `HandingView`."""
        self._ground = ground
        names = [each.name.said(self._language) for each in ground.templates]
        for box in (self.template, self.gift):
            _fill(box, names)
        _fill(self.audience, [self._audience_name(each) for each in self._audiences()])
        self.coupons.show_rows(ground.coupons)
        self.gifts.show_rows(ground.gifts)
        self._turn(self.pages.current())
        self._preview()

    def show_reach(self, grant: Grant, reach: Granted) -> None:
        """See `HandingView`."""
        if grant != self._asked:
            return
        words = self.tr("{members} members, {total} in all")
        self._reach.setText(
            filled(
                words, members=f"{reach.members:,}", total=self._words.amount(grant, reach.total)
            )
        )

    def refuse(self, error: Exception) -> None:
        """See `HandingView`."""
        self._say_error(self._shell.sentence(error))

    def printed(self, batch: Batch, path: Path) -> None:
        """See `HandingView`."""
        words = self.tr("{count} coupons written to {file}. Print at 100% and cut them.")
        self._shell.toast(filled(words, count=f"{len(batch.coupons):,}", file=path.name))
        self.handing.refresh()

    def given(self, grant: Grant, done: Granted) -> None:
        """See `HandingView`."""
        self._shell.toast(filled(self.tr("Given to {count} members"), count=f"{done.members:,}"))
        self.amount.clear()
        self.reason.clear()
        self._shell.tell_changed("members", None)
        self.handing.refresh()

    def taken_back(self, done: Granted) -> None:
        """See `HandingView`."""
        words = self.tr("Taken back from {count} members, as far as they still had it")
        self._shell.toast(filled(words, count=f"{done.members:,}"))
        self.back_reason.clear()
        self._shell.tell_changed("members", None)
        self.handing.refresh()

    def revoked(self, coupon: Coupon) -> None:
        """See `HandingView`."""
        words = self.tr("Coupon {code} is worth nothing any more")
        self._shell.toast(filled(words, code=code_said(coupon.code)))
        self.back_reason.clear()
        self.handing.refresh()

    # --- doing ----------------------------------------------------------------------

    def ask_file(self) -> None:
        """Ask where the sheets go, and write them."""
        from PySide6.QtWidgets import QFileDialog

        try:
            self.handing.count_of(self.count.text())
        except FieldInvalid as error:
            self.refuse(error)
            self.count.setFocus()
            return
        chosen, _kind = QFileDialog.getSaveFileName(
            self._shell.overlay_parent(), self.tr("Print coupons"), "coupons.pdf", "PDF (*.pdf)"
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """Issue the batch and write it to a file."""
        from app.ui.long_work import run_with_progress

        ground = self._ground
        if ground is None or not ground.templates:
            return
        self._say_error("")
        template = ground.templates[self.template.currentIndex()].id
        count, reason = self.handing.count_of(self.count.text()), self.batch_reason.text()
        run_with_progress(
            self._shell,
            self.tr("Coupons"),
            lambda _progress, _stop: self.handing.write_batch(template, count, reason, path),
            lambda batch: self.printed(batch, path),
            self.refuse,
        )

    def give_now(self) -> None:
        """Give what is shown to those who are named."""
        from app.ui.long_work import run_with_progress

        grant = self._grant()
        if grant is None:
            return
        if not grant.reason.strip():
            self._say_error(self.tr("Say why: it stands on each member's statement."))
            self.reason.setFocus()
            return
        audience = self._audiences()[self.audience.currentIndex()]
        run_with_progress(
            self._shell,
            self.tr("Giving"),
            partial(self.handing.give, grant, audience),
            partial(self.handing.done_giving, grant),
            self.refuse,
        )

    def take_back(self) -> None:
        """Take the marked coupon or gift back."""
        from app.ui.long_work import run_with_progress

        ground, reason = self._ground, self.back_reason.text()
        table = self._table()
        at = table.currentIndex().row()
        if ground is None or at < 0:
            self._say_error(self.tr("Mark the row to take back first."))
            return
        if not reason.strip():
            self._say_error(self.tr("Say why it is taken back."))
            self.back_reason.setFocus()
            return
        self._say_error("")
        if table is self.coupons:
            self.handing.revoke(ground.coupons[at].code, reason)
            return
        grant_id = ground.gifts[at].grant.grant_id
        run_with_progress(
            self._shell,
            self.tr("Taking back"),
            lambda progress, stop: self.handing.take_back(grant_id, reason, progress, stop),
            self.taken_back,
            self.refuse,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the page's button; Delete over a list takes the row back."""
        first = self.pages.current() == 0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.back_reason.hasFocus():
                self.take_back()
            elif first:
                self.ask_file()
            else:
                self.give_now()
        elif event.key() == Qt.Key.Key_Delete and (
            self.coupons.hasFocus() or self.gifts.hasFocus()
        ):
            self.take_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _table(self) -> Table:
        return self.coupons if self.pages.current() == 0 else self.gifts

    # --- inside ---------------------------------------------------------------------

    def _turn(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self._say_error("")
        self.back.set_label(self.tr("Revoke") if at == 0 else self.tr("Take back"))
        ground = self._ground
        empty = ground is not None and at == 0 and not ground.templates
        self.print.setEnabled(not empty)
        self._none.setText(
            self.tr("The scheme in force has no coupons. Add one under “Coupons” in its rules.")
            if empty
            else ""
        )
        self._none.setVisible(empty)

    def _kind_changed(self) -> None:
        kind = _KINDS[max(0, self.kind.current())]
        self._gift_row.setVisible(kind is GrantKind.COUPON)
        self._amount_row.setVisible(kind is not GrantKind.COUPON)
        self._amount_row.set_label(
            self.tr("Points each") if kind is GrantKind.POINTS else self.tr("Amount each")
        )
        self._preview()

    def _preview(self) -> None:
        self._reach.setText("")
        grant = self._grant(quietly=True)
        self._asked = grant
        if grant is not None:
            self.handing.preview(grant, self._audiences()[max(0, self.audience.currentIndex())])

    def _grant(self, *, quietly: bool = False) -> Grant | None:
        ground, kind = self._ground, _KINDS[max(0, self.kind.current())]
        if ground is None or (kind is GrantKind.COUPON and not ground.templates):
            return None
        template = ""
        if kind is GrantKind.COUPON:
            template = ground.templates[max(0, self.gift.currentIndex())].id
        try:
            return self.handing.grant_of(kind, self.amount.text(), template, self.reason.text())
        except FieldInvalid as error:
            if not quietly:
                self.refuse(error)
                self.amount.setFocus()
            return None

    def _audiences(self) -> tuple[Audience, ...]:
        ground = self._ground
        if ground is None:
            return (Audience(),)
        tiers = (Audience("tier", tier.id) for tier in ground.tiers)
        segments = (Audience("segment", name) for name in ground.segments)
        return (Audience(), *tiers, *segments)

    def _audience_name(self, audience: Audience) -> str:
        if audience.kind == "segment":
            return audience.name
        names = {} if self._ground is None else {t.id: t.name for t in self._ground.tiers}
        if audience.kind == "tier":
            return names[audience.name].said(self._language)
        return self.tr("All members")

    def _say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))


def _line(*parts: tuple[QWidget, int]) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(Space.S)
    for widget, stretch in parts:
        across.addWidget(widget, stretch, Qt.AlignmentFlag.AlignBottom)
    return line


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, Table) else 0)
    return page


def _fill(box: DropDown, names: list[str]) -> None:
    at = max(0, box.currentIndex())
    box.blockSignals(True)
    box.clear()
    box.addItems(names)
    box.setCurrentIndex(min(at, len(names) - 1))
    box.blockSignals(False)
