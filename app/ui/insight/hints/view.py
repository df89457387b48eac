"""The page of hints: what came of each kind beside the best-seller, and which are said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.hint_types import HintRate, HintRates
from app.services.rules.insight.hints import HintKind
from app.services.rules.insight.shares import share_words
from app.ui import fonts
from app.ui.insight.hints.presenter import (
    SPANS,
    HintsPresenter,
    best_rate,
    hit_rate,
)
from app.ui.sentences import filled
from app.ui.shell import Shell
from app.ui.tabbed import TabPage
from app.ui.theme import Height, Space
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card
from app.ui.widgets.scroll import ScrollArea
from app.ui.widgets.table import Column, Table

_HEADER = 44


def make_page(shell: Shell) -> TabPage:
    """See `app/ui/insight/view.py`."""
    return HintsPage(shell)


def kind_words(kind: HintKind) -> str:
    """A kind of hint in the language shown."""
    return {
        HintKind.FOLLOW_UP: QCoreApplication.translate("Hints", "A follow-up promised"),
        HintKind.LAPSING: QCoreApplication.translate("Hints", "A benefit about to lapse"),
        HintKind.BIRTHDAY: QCoreApplication.translate("Hints", "A birthday"),
        HintKind.DUE_AGAIN: QCoreApplication.translate("Hints", "Due again"),
        HintKind.TOGETHER: QCoreApplication.translate("Hints", "Often bought together"),
    }[kind]


class HintsPage(TabPage):
    """The last days at the top; the switches are followed at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._rates: HintRates | None = None
        self._stale = True
        self.presenter = HintsPresenter(self, shell.shop, shell.tasks)
        self._head = Label("", size=fonts.SECTION, strong=True)
        self.span = Segmented(["", "", ""], name="")
        self.table: Table = Table(self._columns(), name=" ")
        self._how = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        self._said = Card(" ")
        self._only = Label("", size=fonts.CAPTION, tone=Tone.MUTED, wrap=True)
        self.all = CheckBox("")
        self.kinds = {kind: CheckBox("") for kind in HintKind}
        self._lay_out()
        self.span.choose(1)
        self.span.changed.connect(lambda at: self.presenter.load(SPANS[at]))
        self.all.clicked.connect(lambda on: self.presenter.switch(None, on))
        for kind, box in self.kinds.items():
            box.clicked.connect(lambda on, kind=kind: self.presenter.switch(kind, on))
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        top = QHBoxLayout()
        top.addWidget(self._head, 1)
        top.addWidget(self.span)
        column.addLayout(top)
        figures = Card()
        figures.body.setContentsMargins(1, 6, 1, Space.S)
        self.table.setFixedHeight(_HEADER + len(HintKind) * Height.TABLE_ROW)
        figures.body.addWidget(self.table)
        words = QVBoxLayout()
        words.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        words.addWidget(self._how)
        figures.body.addLayout(words)
        column.addWidget(figures)
        self._said.body.addWidget(self._only)
        self._said.body.addWidget(self.all)
        kinds = QGridLayout()
        kinds.setContentsMargins(Space.L, 0, 0, 0)
        kinds.setHorizontalSpacing(Space.L)
        kinds.setColumnStretch(1, 1)
        for at, box in enumerate(self.kinds.values()):
            kinds.addWidget(box, *divmod(at, 2), Qt.AlignmentFlag.AlignLeft)
        self._said.body.addLayout(kinds)
        column.addWidget(self._said)
        column.addStretch(1)
        area = ScrollArea(inner, name=" ")
        self._area = area
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(area)

    # --- what the section tells ---------------------------------------------------------

    def activated(self) -> None:
        """See `TabPage`."""
        if self._stale:
            self._stale = False
            self.presenter.load()

    def shop_changed(self, topic: str) -> None:
        """See `TabPage`."""
        if topic in ("sales", "settings", "members"):
            self._stale = True
            if self.isVisible():
                self.activated()

    def retranslate(self) -> None:
        """See `TabPage`."""
        self._head.setText(self.tr("Hints at the till"))
        self.span.setAccessibleName(self.tr("Span"))
        days = self.tr("{days} days")
        self.span.set_choices([filled(days, days=str(span)) for span in SPANS])
        self.table.setAccessibleName(self.tr("What came of each hint"))
        self._area.setAccessibleName(self.tr("Hints at the till"))
        self.table.set_columns(self._columns())
        self._said.set_title(self.tr("What is said"))
        self._only.setText(
            self.tr(
                "At most two a visit, what the shop owes the member first. What was said rests"
                " for days, longest after a no; the customer display shows none of it."
            )
        )
        self.all.set_label(self.tr("Show hints below the member at the till"))
        for kind, box in self.kinds.items():
            box.set_label(kind_words(kind))
        self._say_how()

    # --- HintsView ----------------------------------------------------------------------

    def show_rates(self, rates: HintRates) -> None:
        """See `HintsView`."""
        self._rates = rates
        self.table.show_rows(rates.kinds)
        self._say_how()

    def show_kinds(self, on: bool, kinds: dict[HintKind, bool]) -> None:
        """See `HintsView`."""
        self.all.setChecked(on)
        for kind, box in self.kinds.items():
            box.setChecked(kinds[kind])
            box.setEnabled(on)

    def refuse(self, error: Exception) -> None:
        """See `HintsView`."""
        self.shell.show_error(error)

    def _say_how(self) -> None:
        best = "" if self._rates is None else self._rates.best_seller
        words = [
            self.tr(
                "Taken: the clerk said so. By itself: what was named lay in the same sale, whoever"
                " put it there. Right: either of the two, of the visits that ended with a sale."
            ),
            self.tr(
                "Best-seller: how many of the very same baskets held what sells best. Nobody"
                " offered it there, so this is what a guess without knowing anybody is worth."
            ),
        ]
        if best:
            words.append(filled(self.tr("What sells best now: {name}."), name=best))
        self._how.setText("\n".join(words))

    def _columns(self) -> tuple[Column[HintRate], ...]:
        def count(value: int) -> str:
            return f"{value:,}" if value else "–"

        def share(rate: HintRate) -> str:
            return share_words(rate.taken + rate.bought, rate.shown)

        return (
            Column(self.tr("Hint"), lambda rate: kind_words(rate.kind), strong=True),
            Column(self.tr("Shown"), lambda rate: count(rate.shown), 84, right=True),
            Column(self.tr("Taken"), lambda rate: count(rate.taken), 84, right=True),
            Column(self.tr("By itself"), lambda rate: count(rate.bought), 96, right=True),
            Column(self.tr("Not wanted"), lambda rate: count(rate.refused), 110, right=True),
            Column(self.tr("Of shown"), share, 96, right=True, tone=Tone.MUTED),
            Column(self.tr("Right"), hit_rate, 84, right=True, strong=True),
            Column(self.tr("Best-seller"), best_rate, 110, right=True),
        )
