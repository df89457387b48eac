"""The steps of the first start: the shop, what members get, the person who sets it up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import FieldInvalid
from app.services.countries import default_country
from app.services.rules.money import CURRENCIES
from app.services.rules.pins import cleaned_pin, is_pin, is_weak
from app.services.settings import ShopSettings
from app.ui.languages import LANGUAGES, NAMES
from app.ui.theme import Space
from app.ui.widgets.choices import CheckBox, DropDown, RadioButton
from app.ui.widgets.fields import FormGrid, FormRow
from app.ui.widgets.labels import Label, Tone

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


class FirstStep(QWidget):
    """One step: its fields, each with an answer ready."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, FormRow] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)

    def title(self) -> str:
        """What the step is called, in the language now shown."""
        raise NotImplementedError

    def say(self) -> None:
        """Say everything in the language now shown."""

    def check(self) -> None:
        """That what stands here can be taken. Raises FieldInvalid."""

    def first_field(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError


class ShopStep(FirstStep):
    """Name, language, currency, and when a day of trade ends."""

    language_chosen = Signal(str)

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.language, self.currency = DropDown(), DropDown()
        self.zone, self.day_end = DropDown(), DropDown()
        grid = FormGrid(2)
        self.rows = {
            "name": grid.add("", self.name, span=2),
            "language": grid.add("", self.language),
            "currency": grid.add("", self.currency),
            "time_zone": grid.add("", self.zone),
            "day_end_hour": grid.add("", self.day_end),
        }
        self._fill(shown)
        self.column.addWidget(grid)
        self.column.addStretch(1)
        self.language.currentIndexChanged.connect(self._language_chosen)

    def _fill(self, shown: str) -> None:
        for code, currency in CURRENCIES.items():
            self.currency.addItem(f"{code}  {currency.sign}", code)
        for language in LANGUAGES:
            self.language.addItem(NAMES[language], language)
        here = QTimeZone.systemTimeZoneId().toStdString()
        zones = _ZONES if here in _ZONES or not here else (here, *_ZONES)
        for zone in zones:
            self.zone.addItem(zone.replace("_", " "), zone)
        for hour in _DAY_ENDS:
            self.day_end.addItem(f"{hour:02d}:00", hour)
        self.language.setCurrentIndex(LANGUAGES.index(shown))
        _choose(self.currency, _CURRENCY_OF_LANGUAGE[shown])
        # A PC that was never told where it stands says UTC.
        untold = here in {"", "UTC", "Etc/UTC"}
        _choose(self.zone, _ZONE_OF_LANGUAGE.get(shown, here) if untold else here)
        _choose(self.day_end, 4)

    def title(self) -> str:
        """See `FirstStep`."""
        return self.tr("Shop")

    def say(self) -> None:
        """See `FirstStep`."""
        rows = self.rows
        rows["name"].set_label(
            self.tr("Name of the shop"), self.tr("Stands on receipts and cards.")
        )
        self.name.setPlaceholderText(self.tr("My shop"))
        rows["language"].set_label(self.tr("Language"))
        rows["currency"].set_label(
            self.tr("Currency"), self.tr("Cannot change after the first sale.")
        )
        rows["time_zone"].set_label(self.tr("Time zone"))
        rows["day_end_hour"].set_label(
            self.tr("A day of trade ends at"), self.tr("Later sales count for the next day.")
        )

    def first_field(self) -> QWidget:
        """See `FirstStep`."""
        return self.name

    def settings(self, *, count_cash: bool) -> ShopSettings:
        """What was filled in; a shop without a name is called so until it has one."""
        currency, zone = self.currency.currentData(), self.zone.currentData()
        return ShopSettings(
            name=self.name.text().strip() or self.tr("My shop"),
            currency=currency,
            language=self.language.currentData(),
            time_zone=zone,
            region=default_country(currency, zone),
            day_end_hour=self.day_end.currentData(),
            count_cash=count_cash,
        )

    def _language_chosen(self) -> None:
        """Speak it at once; the currency follows until somebody chose another."""
        language = self.language.currentData()
        _choose(self.currency, _CURRENCY_OF_LANGUAGE[language])
        self.language_chosen.emit(language)


class TradeStep(FirstStep):
    """A scheme to begin with, by trade."""

    def __init__(self) -> None:
        super().__init__()
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        self.trades: dict[str, RadioButton] = {}
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XXS)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        words = self._words()
        half = (len(words) + 1) // 2
        for at, name in enumerate(words):
            self.trades[name] = radio = RadioButton("")
            radio.setChecked(name == SIMPLE)
            grid.addWidget(radio, at % half, at // half, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._note)
        self.column.addWidget(box)
        self.column.addStretch(1)

    def _words(self) -> dict[str, str]:
        return {
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

    def title(self) -> str:
        """See `FirstStep`."""
        return self.tr("Members")

    def say(self) -> None:
        """See `FirstStep`."""
        self._note.setText(
            self.tr("What members get, to begin with. Every rule of it can be changed later.")
        )
        for name, words in self._words().items():
            self.trades[name].set_label(words)

    def first_field(self) -> QWidget:
        """See `FirstStep`."""
        return self.trades[self.trade()]

    def trade(self) -> str:
        """The preset chosen."""
        return next(name for name, radio in self.trades.items() if radio.isChecked())


class OwnerStep(FirstStep):
    """Who looks after the shop, and whether the drawer is counted."""

    def __init__(self) -> None:
        super().__init__()
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        grid = FormGrid(2)
        self.rows = {"pin": grid.add("", self.pin, span=2)}
        # Who sets a shop up in the window has a drawer before them.
        self.count = CheckBox("")
        self.count.setChecked(True)
        self._counting = Label("", tone=Tone.MUTED, wrap=True)
        self.column.addWidget(grid)
        self.column.addWidget(self.count)
        self.column.addWidget(self._counting)
        self.column.addStretch(1)

    def title(self) -> str:
        """See `FirstStep`."""
        return self.tr("You and the drawer")

    def say(self) -> None:
        """See `FirstStep`."""
        self.rows["pin"].set_label(
            self.tr("Your PIN, if the till shall ask who is there"),
            self.tr("4 to 12 digits. Left empty, the till asks nobody; Settings, Staff adds it."),
        )
        self.count.set_label(
            self.tr("Open the drawer with a float each day, and count it at night")
        )
        self._counting.setText(
            self.tr("The evening's report then says what is over or short. Settings changes it.")
        )

    def check(self) -> None:
        """See `FirstStep`. Before there is a shop: a PIN that is refused leaves no half of one."""
        pin = cleaned_pin(self.pin.text())
        if pin and (not is_pin(pin) or is_weak(pin)):
            raise FieldInvalid("pin", "weak_pin" if is_pin(pin) else "not_a_pin")

    def first_field(self) -> QWidget:
        """See `FirstStep`."""
        return self.pin


def _choose(box: DropDown, value: object) -> None:
    at = box.findData(value)
    if at >= 0:
        box.setCurrentIndex(at)
