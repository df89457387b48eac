"""The simple scheme in plain words, with an example that follows what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.errors import FieldInvalid
from app.services.rules.money import money
from app.services.rules.points import points_earned, points_worth_minor
from app.services.rules.simple import SimplePoints, simple_points, with_simple_points
from app.ui import fonts
from app.ui.sentences import filled
from app.ui.settings.controls import AmountControl, Control, NumberControl
from app.ui.settings.page import Page
from app.ui.theme import Space
from app.ui.widgets.fields import FormGrid
from app.ui.widgets.labels import Chip, Label, Tone
from app.ui.widgets.panels import Card, Icon

if TYPE_CHECKING:
    from app.services.rules.scheme import Scheme
    from app.services.scheme_store import SchemeVersion

FIELDS = ("earn_points", "earn_unit_minor", "burn_points", "burn_value_minor", "claim_days")
SHOWN_VERSIONS = 12


class PointsPage(Page):
    """What members earn and what their points pay."""

    icon = "coins"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("PointsPage", "Points")

    def build(self) -> None:
        """See `Page`."""
        self._earn, self._burn, self._claim = Card(" "), Card(" "), Card(" ")
        self._history = Card(" ")
        self._versions: tuple[SchemeVersion, ...] = ()
        decimals = self.host.presenter.settings.money.digits
        self._earn_unit = AmountControl(decimals=decimals)
        self._burn_value = AmountControl(decimals=decimals)
        pairs: tuple[tuple[Card, tuple[str, Control], tuple[str, Control]], ...] = (
            (self._earn, ("earn_points", NumberControl()), ("earn_unit_minor", self._earn_unit)),
            (self._burn, ("burn_points", NumberControl()), ("burn_value_minor", self._burn_value)),
        )
        labels = {
            "earn_points": lambda: self.tr("Points"),
            "earn_unit_minor": lambda: self.tr("For every full amount of"),
            "burn_points": lambda: self.tr("Points"),
            "burn_value_minor": lambda: self.tr("Pay the amount of"),
        }
        for card, *fields in pairs:
            grid = FormGrid(2)
            for name, control in fields:
                self.form.add(grid, name, control, labels[name])
            card.body.addWidget(grid)
        self._build_examples()
        self._build_claim()
        self._build_history()
        for card in (self._earn, self._burn, self._claim, self._history):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.edited.connect(self._show_examples)

    def _build_examples(self) -> None:
        """What the figures above come to, in a sentence each."""
        self.earn_example, self.burn_example = Label("", wrap=True), Label("", wrap=True)
        for card, example in ((self._earn, self.earn_example), (self._burn, self.burn_example)):
            row = QHBoxLayout()
            row.setSpacing(Space.XS)
            row.addWidget(Icon("info", size=16, tone=Tone.MUTED), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(example, 1)
            card.body.addLayout(row)

    def _build_claim(self) -> None:
        """For how long points may be claimed late."""
        grid = FormGrid(2)
        self.form.add(
            grid,
            "claim_days",
            NumberControl(4),
            lambda: self.tr("Days a receipt may be claimed"),
            help_text=lambda: self.tr(
                "Who forgot the card brings the receipt and gets its points; 0 is the same day"
                " only."
            ),
        )
        self.form.pad(grid)
        self._claim.body.addWidget(grid)

    def _build_history(self) -> None:
        """The versions there were."""
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self._history.body.addWidget(self._note)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(Space.M)
        self._table.setVerticalSpacing(Space.XS)
        self._table.setColumnStretch(2, 1)
        self._history.body.addLayout(self._table)

    # -- what is stored ---------------------------------------------------------------------

    def stored_values(self) -> Mapping[str, Any]:
        """The scheme in force."""
        figures = simple_points(self.host.presenter.scheme)
        return {name: getattr(figures, name) for name in FIELDS}

    def store(self) -> None:
        """See `Page`."""
        values = self.form.values()
        for name in FIELDS[1:4]:
            if not values[name]:
                raise FieldInvalid(name, "zero")
        self.host.presenter.save_scheme(values)

    def settings_changed(self) -> None:
        """See `Page`."""
        digits = self.host.presenter.settings.money.digits
        self._earn_unit.set_decimals(digits)
        self._burn_value.set_decimals(digits)
        super().settings_changed()
        self.activated()

    def activated(self) -> None:
        """Fetch the versions."""
        self.shell.tasks.run(self.shell.shop.settings.scheme_versions, self._show_versions)

    # -- words ------------------------------------------------------------------------------

    def say(self) -> None:
        """See `Page`."""
        self._earn.set_title(self.tr("Members earn"))
        self._burn.set_title(self.tr("Points pay"))
        self._claim.set_title(self.tr("Points claimed later"))
        self._history.set_title(self.tr("Versions"))
        self._note.setText(
            self.tr(
                "Saving makes a new version. Sales made before keep the version they were made"
                " with, and so do their receipts."
            )
        )
        self._show_versions(self._versions)

    def _show_examples(self) -> None:
        values = self.form.readable()
        if None in (values[name] for name in FIELDS) or 0 in (values[name] for name in FIELDS[1:4]):
            self.earn_example.setText("")
            self.burn_example.setText("")
            return
        figures = SimplePoints(**values)
        scheme = with_simple_points(self.host.presenter.scheme, figures)
        currency = self.host.presenter.settings.money
        sale = 100 * currency.unit_minor
        earned = points_earned(sale, scheme)
        self.earn_example.setText(
            filled(
                self.tr("A sale of {amount} earns {points} points."),
                amount=money(sale, currency),
                points=f"{earned:,}",
            )
        )
        back = points_worth_minor(earned, scheme)
        self.burn_example.setText(
            filled(
                self.tr(
                    "{points} points pay {amount}: of {sale} spent, {back} comes back as points."
                ),
                points=f"{figures.burn_points:,}",
                amount=money(figures.burn_value_minor, currency),
                sale=money(sale, currency),
                back=money(back, currency),
            )
        )

    def _show_versions(self, versions: tuple[SchemeVersion, ...]) -> None:
        self._versions = versions
        while (item := self._table.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, version in enumerate(versions[:SHOWN_VERSIONS]):
            scheme = version.scheme
            number = filled(self.tr("Version {number}"), number=scheme.version)
            self._table.addWidget(Label(number, strong=row == 0), row, 0)
            day = Label(f"{version.active_from:%Y-%m-%d}", tone=Tone.MUTED)
            self._table.addWidget(day, row, 1)
            self._table.addWidget(Label(self._in_words(scheme), wrap=True), row, 2)
            if row == 0:
                self._table.addWidget(Chip(self.tr("In force"), tone=Tone.SUCCESS), row, 3)
        more = len(versions) - SHOWN_VERSIONS
        if more > 0:
            words = filled(self.tr("and {count} earlier ones"), count=more)
            label = Label(words, size=fonts.CAPTION, tone=Tone.MUTED)
            self._table.addWidget(label, SHOWN_VERSIONS, 0, 1, 3)

    def _in_words(self, scheme: Scheme) -> str:
        currency = self.host.presenter.settings.money
        words = self.tr(
            "{earned} for every {paid} paid · {points} pay {worth} · {days} days to claim"
        )
        figures = simple_points(scheme)
        return filled(
            words,
            earned=f"{figures.earn_points:,}",
            paid=money(figures.earn_unit_minor, currency),
            points=f"{figures.burn_points:,}",
            worth=money(figures.burn_value_minor, currency),
            days=figures.claim_days,
        )
