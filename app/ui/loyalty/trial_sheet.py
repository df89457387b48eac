"""The scheme being edited, tried on the shop's own past beside the one in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea

from app.services.rules.scheme import Scheme
from app.ui.loyalty.backtest_card import BacktestCard
from app.ui.loyalty.presenting.backtesting import BacktestPresenter
from app.ui.loyalty.words import title_of
from app.ui.widgets.overlays import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.shell import Shell


class TrialSheet(Sheet):
    """The card of the gallery over the editor; leaving it stops what is reckoned."""

    def __init__(self, shell: Shell, export: Callable[[BacktestPresenter], None]) -> None:
        super().__init__(shell.overlay_parent(), width=760)
        self._shell = shell
        self.card = BacktestCard()
        area = QScrollArea()
        area.setWidget(self.card)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(420)
        area.setAccessibleName(self.tr("What came out"))
        self.body.addWidget(area, 1)
        self.presenter = BacktestPresenter(self.card, shell.shop, shell.tasks)
        self.card.asked.connect(self.presenter.run)
        self.card.stopped.connect(self.presenter.cancel)
        self.card.export_asked.connect(lambda: export(self.presenter))
        self.card.refused.connect(shell.show_error)
        self.closed.connect(self.presenter.cancel)

    def ask(self, draft: Scheme, others: Sequence[Scheme]) -> None:
        """Open for the rules as they are edited now."""
        language = self._shell.language
        self.card.show_scheme(draft, others, language, self._shell.shop.desk.settings.money)
        self.presenter.forget()
        self.set_title(self.tr("Try the edited rules"), title_of(draft, language))
        self.open(self.card.run)
