"""The shop itself: its name and place, its money, its day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.services.countries import countries
from app.services.rules.codes import gtin_check_digit
from app.services.rules.money import CURRENCIES, money, rescaled
from app.ui.sentences import filled
from app.ui.settings.controls import (
    AmountControl,
    ChoiceControl,
    Control,
    NumberControl,
    PercentControl,
    SearchControl,
    SegmentControl,
    TextControl,
    TickControl,
)
from app.ui.settings.names import country_text, currency_choices, language_choices
from app.ui.settings.page import Page
from app.ui.settings.pictures import LogoControl
from app.ui.widgets.fields import FormGrid
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

LAST_DAY_END = 12
LABEL_DIGITS = 10


class ShopPage(Page):
    """What the owner decides for the whole shop."""

    icon = "store"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("ShopPage", "Shop")

    def build(self) -> None:
        """See `Page`."""
        self._currency_used = False
        self._meant: dict[str, tuple[int, int]] = {}
        self._identity, self._money = Card(" "), Card(" ")
        self._place, self._labels, self._consent = Card(" "), Card(" "), Card(" ")
        self._build_identity()
        self._build_money()
        self._build_place()
        self._build_labels()
        self._build_consent()
        for card in (self._identity, self._money, self._place, self._labels, self._consent):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.edited.connect(self._show_examples)
        self.form.by_hand.connect(self._follow_currency)

    def _build_identity(self) -> None:
        grid = FormGrid(2)
        form = self.form
        form.add(grid, "name", TextControl(), lambda: self.tr("Name on cards and receipts"))
        form.add(
            grid,
            "subtitle",
            TextControl(),
            lambda: self.tr("Second line under the name"),
        )
        form.add(grid, "address", TextControl(), lambda: self.tr("Address"))
        form.add(grid, "phone", TextControl(), lambda: self.tr("Phone of the shop"))
        self.logo = LogoControl()
        self.logo.refused.connect(self.host.refuse)
        form.add(grid, "logo", self.logo, lambda: self.tr("Logo"), span=2)
        self._identity.body.addWidget(grid)

    def _build_money(self) -> None:
        grid = FormGrid(2)
        self._add_currency(grid)
        self._add_steps(grid)
        self._add_limits(grid)
        self._money.body.addWidget(grid)
        for name, words in (
            ("tips", lambda: self.tr("Ask for a tip when paying")),
            ("prices_include_tax", lambda: self.tr("Prices include tax")),
            ("count_cash", lambda: self.tr("Open the drawer with a float, and count it at night")),
        ):
            tick = TickControl(words)
            self.form.add_bare(name, tick)
            self._money.body.addWidget(tick)

    def _add_currency(self, grid: FormGrid) -> None:
        """What is counted in, and what open items are taxed at."""
        form = self.form
        self._currency = ChoiceControl(currency_choices())
        form.add(
            grid,
            "currency",
            self._currency,
            lambda: self.tr("Currency"),
            help_text=self._currency_help,
        )
        form.add(
            grid,
            "tax_rate_bp",
            PercentControl(),
            lambda: self.tr("Tax rate of open items, percent"),
            help_text=lambda: self.tr(
                "For what is sold by name and price; products have their own."
            ),
        )

    def _add_steps(self, grid: FormGrid) -> None:
        """What cash and totals are rounded to."""
        form = self.form
        self._cash_step, self._round_down = AmountControl(), AmountControl()
        self._steps = {"cash_step_minor": self._cash_step, "round_down_minor": self._round_down}
        form.add(
            grid,
            "cash_step_minor",
            self._cash_step,
            lambda: self.tr("Smallest cash step"),
            help_text=self._cash_help,
        )
        form.add(
            grid,
            "round_down_minor",
            self._round_down,
            lambda: self.tr("Round-down step"),
            help_text=self._round_down_help,
        )

    def _add_limits(self, grid: FormGrid) -> None:
        """The drawer's float, what may be owed, and whose tips are."""
        form = self.form
        self._float = AmountControl()
        form.add(
            grid,
            "cash_float_minor",
            self._float,
            lambda: self.tr("Usual float of the drawer"),
            help_text=lambda: self.tr("Proposed at opening until the drawer was counted once."),
        )
        self._account_limit = AmountControl()
        form.add(
            grid,
            "account_limit_minor",
            self._account_limit,
            lambda: self.tr("What any member may owe on account"),
            help_text=lambda: self.tr("0: only members with a limit of their own."),
        )
        people = SegmentControl(
            (("server", lambda: self.tr("Who served")), ("shop", lambda: self.tr("The shop")))
        )
        form.add(grid, "tips_to", people, lambda: self.tr("A tip goes to"))
        form.pad(grid)

    def _build_place(self) -> None:
        grid = FormGrid(2)
        form = self.form
        form.add(
            grid,
            "language",
            ChoiceControl(language_choices()),
            lambda: self.tr("Language of cards and receipts"),
            help_text=lambda: self.tr('The language of the screens is chosen on "This till".'),
        )
        self._zone = SearchControl("not_a_time_zone")
        form.add(
            grid, "time_zone", self._zone, lambda: self.tr("Time zone"), help_text=self._zone_help
        )
        hours = [(hour, partial(str, f"{hour:02d}:00")) for hour in range(LAST_DAY_END + 1)]
        form.add(
            grid,
            "day_end_hour",
            ChoiceControl(hours),
            lambda: self.tr("The trading day ends at"),
            help_text=lambda: self.tr("A sale before this hour belongs to the day before."),
        )
        self._region = SearchControl("unknown_value")
        form.add(
            grid,
            "region",
            self._region,
            lambda: self.tr("Country of phone numbers"),
            help_text=lambda: self.tr("For numbers typed without a country code."),
        )
        self._place.body.addWidget(grid)

    def _build_labels(self) -> None:
        grid = FormGrid(2)
        form = self.form
        kinds = SegmentControl(
            (("price", lambda: self.tr("Price")), ("weight", lambda: self.tr("Weight in grams")))
        )
        form.add(grid, "in_store_holds", kinds, lambda: self.tr("A label's code holds"))
        self._digits = _LabelDigits()
        form.add(
            grid, "in_store_item_digits", self._digits, lambda: self.tr("Digits of item and value")
        )
        form.add_bare("in_store_value_digits", _Rest(self._digits))
        self._labels.body.addWidget(grid)
        self._label_example = Label("", tone=Tone.MUTED, wrap=True)
        self._labels.body.addWidget(self._label_example)

    def _build_consent(self) -> None:
        grid = FormGrid(2)
        self.form.add(
            grid,
            "notice_version",
            TextControl(),
            lambda: self.tr("Version of your marketing notice"),
            help_text=lambda: self.tr(
                "Change it with the text of the notice: each consent keeps the version it was"
                " given for."
            ),
        )
        self.form.pad(grid)
        self._build_asking(grid)
        self._consent.body.addWidget(grid)

    def _build_asking(self, grid: FormGrid) -> None:
        """How often and when campaigns may ask."""
        form = self.form
        form.add(
            grid,
            "contact_cap",
            NumberControl(),
            lambda: self.tr("Campaigns ask a member at most, times"),
            help_text=lambda: self.tr("Over all campaigns together; 0: as often as they like."),
        )
        form.add(grid, "contact_cap_days", NumberControl(), lambda: self.tr("Within so many days"))
        hours = [(hour, partial(str, f"{hour:02d}:00")) for hour in range(24)]
        form.add(
            grid,
            "quiet_from_hour",
            ChoiceControl(hours),
            lambda: self.tr("Quiet hours begin at"),
            help_text=lambda: self.tr("Nobody is asked then; the same hour twice: never quiet."),
        )
        form.add(
            grid, "quiet_until_hour", ChoiceControl(hours), lambda: self.tr("Quiet hours end at")
        )

    # -- what the shop has ---------------------------------------------------------------

    def opened(self) -> None:
        """Fetch the long lists, and whether the currency is settled."""
        tasks = self.shell.tasks
        tasks.run(self.shell.shop.settings.currency_is_used, self._show_currency_used)
        tasks.run_aside(zone_names, self._zone.set_choices)
        tasks.run_aside(countries, self._show_countries)

    def activated(self) -> None:
        """The first sale settles the currency."""
        self.shell.tasks.run(self.shell.shop.settings.currency_is_used, self._show_currency_used)

    def show_stored(self) -> None:
        """See `Page`."""
        super().show_stored()
        self._keep_steps(self._steps)

    def settings_changed(self) -> None:
        """See `Page`."""
        super().settings_changed()
        self._keep_steps(self._steps)

    def _keep_steps(self, names: Iterable[str]) -> None:
        """Remember the steps as (minor units, minor units in one) of the currency shown."""
        for name in names:
            minor = self._steps[name].value_minor()
            if minor is not None:
                self._meant[name] = (minor, self._unit_minor())

    def _unit_minor(self) -> int:
        return CURRENCIES[self._currency.value() or "CNY"].unit_minor

    def _follow_currency(self, name: str) -> None:
        """In another currency the steps stay the same amounts, as near as its coins come."""
        if name in self._steps:
            self._keep_steps((name,))
        elif name == "currency":
            for step, (minor, unit) in self._meant.items():
                # The smallest step there is means: nothing is rounded.
                same = minor if minor == 1 else rescaled(minor, unit, self._unit_minor())
                self._steps[step].set_value_minor(same)
            self._show_examples()

    def _show_currency_used(self, used: bool) -> None:
        self._currency_used = used
        self._currency.setEnabled(not used)
        self.say_row("currency")

    def _show_countries(self, known: tuple[tuple[str, int], ...]) -> None:
        self._region.set_choices([(code, country_text(code, calling)) for code, calling in known])

    # -- words ---------------------------------------------------------------------------

    def say(self) -> None:
        """See `Page`."""
        self._identity.set_title(self.tr("Name and logo"))
        self._money.set_title(self.tr("Money and tax"))
        self._place.set_title(self.tr("Place and time"))
        self._labels.set_title(self.tr("Labels of your scales (codes 20–29)"))
        self._consent.set_title(self.tr("Marketing and consent"))
        self._show_examples()

    def _currency_help(self) -> str:
        if self._currency_used:
            return self.tr("Products or sales use it, so it can no longer change.")
        return self.tr("It can no longer change once there are products or sales.")

    def _cash_help(self) -> str:
        step = self._money_text("cash_step_minor")
        if int(self.form.readable().get("cash_step_minor") or 1) <= 1:
            return self.tr("Cash is not rounded.")
        return filled(self.tr("Cash is rounded to the nearest {step}."), step=step)

    def _round_down_help(self) -> str:
        words = self.tr("One key drops what is below {step} from the total.")
        return filled(words, step=self._money_text("round_down_minor"))

    def _zone_help(self) -> str:
        zone = self.form.readable().get("time_zone")
        if not zone:
            return ""
        now = datetime.now(ZoneInfo(str(zone)))
        return filled(self.tr("There it is {time} now."), time=f"{now:%H:%M}")

    def _show_examples(self) -> None:
        values = self.form.readable()
        digits = CURRENCIES[values.get("currency") or "CNY"].digits
        self._cash_step.set_decimals(digits)
        self._round_down.set_decimals(digits)
        self._float.set_decimals(digits)
        self._account_limit.set_decimals(digits)
        for name in ("cash_step_minor", "round_down_minor", "time_zone"):
            self.say_row(name)
        item = int(values.get("in_store_item_digits") or 5)
        value = LABEL_DIGITS - item
        if values.get("in_store_holds") == "weight":
            words = self.tr("Example: {code} is item {item}, {amount} grams.")
            amount = "250"
        else:
            words = self.tr("Example: {code} is item {item} for {amount}.")
            amount = money(250, CURRENCIES[values.get("currency") or "CNY"])
        parts = ("20", f"{12:0{item}d}", f"{250:0{value}d}")
        code = " ".join((*parts, gtin_check_digit("".join(parts))))
        self._label_example.setText(filled(words, code=code, item=parts[1], amount=amount))

    def _money_text(self, name: str) -> str:
        values = self.form.readable()
        return money(int(values.get(name) or 0), CURRENCIES[values.get("currency") or "CNY"])


class _LabelDigits(ChoiceControl):
    """How ten digits are shared between item and value: 3 to 7 for the item."""

    def __init__(self) -> None:
        super().__init__([(n, partial(str, f"{n} + {LABEL_DIGITS - n}")) for n in range(3, 8)])


class _Rest(Control):
    """The digits that the item leaves to the value; the item's control shows them."""

    def __init__(self, digits: _LabelDigits) -> None:
        self._digits = digits

    def value(self) -> int:
        """What the item leaves."""
        return LABEL_DIGITS - int(self._digits.value() or 0)

    def show_value(self, value: object) -> None:
        """The item's control shows it."""

    def on_edit(self, slot: Callable[[], None]) -> None:
        """The item's control tells it."""


def zone_names() -> list[tuple[str, str]]:
    """Every time zone that has a place, as (name, text)."""
    from zoneinfo import available_timezones

    names = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
    kept = (name for name in names if not name.startswith(("Etc/", "posix/", "right/", "SystemV/")))
    return [(name, name.replace("_", " ")) for name in kept]
