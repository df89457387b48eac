"""The first start: the shop's name, currency, language and day, or the demo shop in one click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import Cancelled, FieldInvalid
from app.services.countries import default_country
from app.services.rules.money import CURRENCIES
from app.services.rules.pins import cleaned_pin, is_pin, is_weak
from app.services.settings import ShopSettings
from app.ui.languages import LANGUAGES, NAMES
from app.ui.widgets.buttons import PrimaryButton, SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormGrid, FormRow
from app.ui.widgets.labels import Tone
from app.ui.widgets.overlays import ProgressSheet, Sheet
from app.ui.widgets.panels import Divider

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.shell import Shop

_ZONES: Final = (
    "Asia/Shanghai",
    "Asia/Taipei",
    "Asia/Hong_Kong",
    "Asia/Macau",
    "Asia/Singapore",
    "Asia/Kuala_Lumpur",
    "Asia/Bangkok",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Sydney",
    "Europe/London",
    "Europe/Paris",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Vancouver",
    "UTC",
)
_CURRENCY_OF_LANGUAGE: Final = {"zh_CN": "CNY", "zh_TW": "TWD", "en": "USD"}
_ZONE_OF_LANGUAGE: Final = {"zh_CN": "Asia/Shanghai", "zh_TW": "Asia/Taipei"}
_DAY_ENDS: Final = tuple(range(9))
SIMPLE: Final = "simple"


class FirstRun(Sheet):
    """Asks what a new shop needs; every field has a good answer but the name."""

    made = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, width=760)
        self._window = window
        self._name = QLineEdit()
        self._currency = DropDown()
        self._language = DropDown()
        self._zone = DropDown()
        self._day_end = DropDown()
        self._trade = DropDown()
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        grid = FormGrid(3)
        self._rows: dict[str, FormRow] = {
            "name": grid.add("", self._name, span=3),
            "trade": grid.add("", self._trade, span=3),
            "language": grid.add("", self._language),
            "currency": grid.add("", self._currency),
            "time_zone": grid.add("", self._zone),
            "day_end_hour": grid.add("", self._day_end),
            "pin": grid.add("", self._pin, span=2),
        }
        # Who sets a shop up in the window has a drawer before them.
        self._count = CheckBox("")
        self._count.setChecked(True)
        self._open = PrimaryButton("", hint="Enter")
        self._demo = SecondaryButton("", icon="store")
        self._fill_choices()
        buttons = QHBoxLayout()
        buttons.addWidget(self._demo)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        self.body.addWidget(grid)
        self.body.addWidget(self._count)
        self.body.addWidget(Divider())
        self.body.addLayout(buttons)
        self._name.returnPressed.connect(self._create)
        self._pin.returnPressed.connect(self._create)
        self._open.clicked.connect(self._create)
        self._demo.clicked.connect(self._make_demo)
        self._language.currentIndexChanged.connect(self._language_chosen)
        self.hide_esc()
        self.retranslate()

    def close_sheet(self) -> None:
        """Stay: without a shop there is nothing behind it."""
        if self._window.has_shop():
            super().close_sheet()

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self.set_title(self.tr("Welcome to Regulars"))
        self._rows["name"].set_label(self.tr("Name of the shop"))
        self._rows["trade"].set_label(
            self.tr("What members get"),
            self.tr("A scheme to begin with; every rule of it can be changed later."),
        )
        self._say_trades()
        self._rows["language"].set_label(self.tr("Language"))
        self._rows["currency"].set_label(
            self.tr("Currency"), self.tr("Cannot change after the first sale.")
        )
        self._rows["time_zone"].set_label(self.tr("Time zone"))
        self._rows["day_end_hour"].set_label(
            self.tr("A day of trade ends at"), self.tr("Later sales count for the next day.")
        )
        self._rows["pin"].set_label(
            self.tr("Your PIN, if the till shall ask who is there"),
            self.tr("4 to 12 digits. Left empty, the till asks nobody; Settings, Staff adds it."),
        )
        self._count.set_label(
            self.tr("Open the drawer with a float each day, and count it at night")
        )
        self._open.set_label(self.tr("Open the shop"))
        self._demo.set_label(self.tr("Try the demo shop"))

    def settings(self) -> ShopSettings:
        """What was filled in."""
        currency, zone = self._currency.currentData(), self._zone.currentData()
        return ShopSettings(
            name=self._name.text().strip(),
            currency=currency,
            language=self._language.currentData(),
            time_zone=zone,
            region=default_country(currency, zone),
            day_end_hour=self._day_end.currentData(),
            count_cash=self._count.isChecked(),
        )

    def _say_trades(self) -> None:
        """The presets by trade, in the language now shown; the one chosen stays."""
        trades = {
            SIMPLE: self.tr("Any trade: a point for every 1 spent, points pay"),
            "coffee": self.tr("Café: stars, three tiers, free drinks"),
            "retail": self.tr("Shop: tier prices, money off, festivals"),
            "restaurant": self.tr("Restaurant: coupons, set lunch, top-ups"),
            "salon": self.tr("Beauty salon: top-ups with a bonus, passes"),
            "gym": self.tr("Gym: plans, classes, check-ins"),
            "school": self.tr("School or studio: lessons, referrals"),
            "beauty": self.tr("Cosmetics: tiers by the year, rewards"),
            "warehouse": self.tr("Members' club: paid plans, cash back"),
            "prime": self.tr("Paid membership: free delivery, member days"),
            "bank-card": self.tr("Points as money: multipliers, half-price days"),
        }
        held = self._trade.currentData() or SIMPLE
        self._trade.clear()
        for name, words in trades.items():
            self._trade.addItem(words, name)
        _choose(self._trade, held)

    def _fill_choices(self) -> None:
        for code, currency in CURRENCIES.items():
            self._currency.addItem(f"{code}  {currency.sign}", code)
        for language in LANGUAGES:
            self._language.addItem(NAMES[language], language)
        here = QTimeZone.systemTimeZoneId().toStdString()
        zones = _ZONES if here in _ZONES or not here else (here, *_ZONES)
        for zone in zones:
            self._zone.addItem(zone.replace("_", " "), zone)
        for hour in _DAY_ENDS:
            self._day_end.addItem(f"{hour:02d}:00", hour)
        shown = self._window.language
        self._language.setCurrentIndex(LANGUAGES.index(shown))
        _choose(self._currency, _CURRENCY_OF_LANGUAGE[shown])
        # A PC that was never told where it stands says UTC.
        untold = here in {"", "UTC", "Etc/UTC"}
        _choose(self._zone, _ZONE_OF_LANGUAGE.get(shown, here) if untold else here)
        _choose(self._day_end, 4)

    def _language_chosen(self) -> None:
        """Speak it at once; the currency follows until somebody chose another."""
        language = self._language.currentData()
        _choose(self._currency, _CURRENCY_OF_LANGUAGE[language])
        self._window.language_wanted.emit(language)

    def _create(self) -> None:
        if not self._name.text().strip():
            self._rows["name"].show_error(self.tr("Give the shop a name."))
            self._name.setFocus()
            return
        trade, pin = self._trade.currentData(), cleaned_pin(self._pin.text())
        if pin and (not is_pin(pin) or is_weak(pin)):
            # Before there is a shop: a PIN that is refused must not leave half a set-up behind.
            self._refused(FieldInvalid("pin", "weak_pin" if is_pin(pin) else "not_a_pin"))
            self._pin.setFocus()
            return
        self._busy(True)
        doors, config, settings = self._window.doors, self._window.config, self.settings()

        def work() -> Shop:
            shop: Shop = doors.create_shop(config, settings)
            if pin:
                shop.staff.set_pin(shop.desk.staff.staff_id, pin)
            if trade != SIMPLE:
                shop.schemes.use(shop.schemes.preset(trade))
            return shop

        self._window.tasks.run(work, self._opened, self._refused)

    def _make_demo(self) -> None:
        self._busy(True)
        doors, config = self._window.doors, self._window.config
        progress = ProgressSheet(self._window, title=self.tr("Making the demo shop"))
        progress.closed.connect(progress.deleteLater)
        language = self._language.currentData()

        def made(shop: Shop) -> None:
            progress.close_sheet()
            self._done(shop)

        def failed(error: Exception) -> None:
            progress.close_sheet()
            self._refused(error)

        job = self._window.tasks.run_long(
            lambda tell, stop: doors.make_demo(config, language, tell, stop),
            made,
            failed,
            progress.progress,
        )
        progress.cancelled.connect(job.cancel)
        progress.open()

    def _opened(self, shop: Shop) -> None:
        """A shop of their own has a printer to try; it may wait, or be left out."""
        self._done(shop)
        window = self._window
        window.banner(
            self.tr("Is there a receipt printer? A test page shows what it can do; it may wait."),
            Tone.INFO,
            self.tr("Set up the printer"),
            lambda: window.go("settings", "printer"),
        )

    def _done(self, shop: Shop) -> None:
        self._window.forget_error()
        self._window.shop_made.emit(shop)
        self.close_sheet()
        self.made.emit(shop)

    def _refused(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Cancelled):
            return
        if isinstance(error, FieldInvalid) and error.field in self._rows:
            self._rows[error.field].show_error(self._window.sentence(error))
        else:
            self._window.show_error(error)

    def _busy(self, busy: bool) -> None:
        for widget in (self._open, self._demo):
            widget.setEnabled(not busy)


def _choose(box: DropDown, value: object) -> None:
    at = box.findData(value)
    if at >= 0:
        box.setCurrentIndex(at)
