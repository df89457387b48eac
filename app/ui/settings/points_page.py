"""Points, in the settings: what holds, and the way to where it is set."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.messages.scheme_tables import plain_words
from app.ui.settings.page import Page
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

LINES_SHOWN = 8


class PointsPage(Page):
    """The scheme in force in a few words; it is chosen and edited in one place, with the rest."""

    icon = "coins"
    saves = False

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("PointsPage", "Points")

    def build(self) -> None:
        """See `Page`."""
        self._card = Card(" ")
        self._promises = QVBoxLayout()
        self._card.body.addLayout(self._promises)
        self._where = Label("", tone=Tone.MUTED, wrap=True)
        self.go = PrimaryButton("", icon="gift")
        self.go.clicked.connect(lambda: self.shell.go("loyalty"))
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(row)
        self.body.addWidget(self._card)
        self.body.addStretch(1)

    def activated(self) -> None:
        """Say what holds by now."""
        self.say()

    def settings_changed(self) -> None:
        """See `Page`."""
        super().settings_changed()
        self.say()

    def say(self) -> None:
        """See `Page`."""
        presenter, language = self.host.presenter, self.shell.language
        scheme = presenter.scheme
        self._card.set_title(scheme.title.said(language) or scheme.name)
        self._where.setText(
            self.tr("Points, tiers, offers and coupons are chosen, edited and tried in one place.")
        )
        self.go.set_label(self.tr("Go to Loyalty"))
        self.go.set_hint(self.shell.keys.hint("go_loyalty"))
        while (item := self._promises.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sections = plain_words(scheme, language, presenter.settings.money)
        lines = [line for section in sections for line in section.lines]
        for line in lines[:LINES_SHOWN]:
            self._promises.addWidget(Label(line, wrap=True))
