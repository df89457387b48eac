"""The step of the first start that tries a printer: connected, a test page, which line is right."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.errors import FieldInvalid, PrinterFault
from app.services.printing.setup import SYSTEM, setup_of
from app.services.texts import checked_text
from app.ui.first_steps import FirstStep
from app.ui.theme import Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.choices import CheckBox, DropDown
from app.ui.widgets.fields import FormRow, Segmented
from app.ui.widgets.labels import Label, Tone

if TYPE_CHECKING:
    from app.config import TillConfig
    from app.ui.main_window import MainWindow

NONE: Final = ""
_WAYS: Final = (NONE, SYSTEM, "windows", "network", "device")
_WIDTHS: Final = ("58", "80", "a4")
_ENCODINGS: Final = ("raster", "gb18030", "big5")
_ADDRESS_LIMIT: Final = 200
_FIELD_WIDTH: Final = 340


class PrinterStep(FirstStep):
    """No printer, until one is chosen; nothing of it has to work now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        here = sys.platform == "win32"
        self._ways = tuple(way for way in _WAYS if way != "windows" or here)
        self.way = Segmented(("",) * len(self._ways), name="")
        self.paper = Segmented(("",) * len(_WIDTHS), name="", current=1)
        self.address, self.installed = QLineEdit(), DropDown()
        self.encoding = Segmented(("",) * len(_ENCODINGS), name="")
        self.prints, self.drawer = CheckBox(""), CheckBox("")
        self.prints.setChecked(True)
        self.try_it = SecondaryButton("", icon="printer")
        self.told = Label("", wrap=True)
        self._note = Label("", tone=Tone.MUTED, wrap=True)
        fields: dict[str, QWidget] = {
            "way": self.way,
            "printer_address": self.address,
            "installed": self.installed,
            "paper": self.paper,
            "encoding": self.encoding,
        }
        self.rows = {name: FormRow("", field) for name, field in fields.items()}
        for name in ("printer_address", "installed"):
            self.rows[name].setFixedWidth(_FIELD_WIDTH)  # a long refusal moves nothing
        self._lay_out()
        self.way.changed.connect(lambda _at: self._follow())
        self.try_it.clicked.connect(self.try_now)
        self._follow()

    def _lay_out(self) -> None:
        rows = self.rows
        self.trial = _side_by_side(self.try_it, self.told)
        for part in (
            rows["way"],
            _side_by_side(rows["printer_address"], rows["installed"], rows["paper"]),
            self.trial,
            rows["encoding"],
            _side_by_side(self.prints, self.drawer, QWidget()),
            self._note,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def title(self) -> str:
        """See `FirstStep`."""
        return self.tr("Printer")

    def say(self) -> None:
        """See `FirstStep`."""
        words = {
            NONE: self.tr("None yet"),
            SYSTEM: self.tr("Installed on this PC"),
            "windows": self.tr("Windows queue"),
            "network": self.tr("Network"),
            "device": self.tr("Device"),
        }
        self.way.set_choices([words[way] for way in self._ways])
        self.paper.set_choices((self.tr("58 mm"), self.tr("80 mm"), self.tr("A4")))
        self.encoding.set_choices(
            (self.tr("1, picture"), self.tr("2, GB18030"), self.tr("3, Big5"))
        )
        rows = self.rows
        rows["way"].set_label(self.tr("The receipt printer"))
        rows["paper"].set_label(self.tr("Paper"))
        rows["installed"].set_label(self.tr("Which one"))
        rows["encoding"].set_label(self.tr("Which line of the test page looks right?"))
        self.try_it.set_label(self.tr("Print a test page"))
        self.prints.set_label(self.tr("Print a receipt after each sale"))
        self.drawer.set_label(self.tr("A cash drawer is connected to the printer"))
        self._follow()

    def first_field(self) -> QWidget:
        """See `FirstStep`."""
        return self.way

    def entered(self) -> None:
        """Printers come and go."""
        from app.ui.printing import printer_names

        self._window.tasks.run_aside(printer_names, self._show_installed)

    def _show_installed(self, names: Sequence[str]) -> None:
        if [self.installed.itemText(at) for at in range(self.installed.count())] != list(names):
            self.installed.clear()
            self.installed.addItems(list(names))
        self._follow()

    def chosen(self) -> str:
        """The way chosen; "" for none."""
        return self._ways[self.way.current()]

    def _follow(self) -> None:
        """What goes with the way it is connected."""
        way = self.chosen()
        direct = way not in (NONE, SYSTEM)
        self.rows["printer_address"].setVisible(direct)
        self.rows["installed"].setVisible(way == SYSTEM)
        for part in (self.rows["paper"], self.trial, self.prints):
            part.setVisible(way != NONE)
        for part in (self.rows["encoding"], self.drawer):
            part.setVisible(direct)
        self.try_it.setEnabled(way != SYSTEM or self.installed.count() > 0)
        self._say_rest(way)

    def _say_rest(self, way: str) -> None:
        label, example = {
            "windows": (self.tr("Name of the queue"), self.tr("Such as XP-80C.")),
            "device": (self.tr("Device"), self.tr("Such as /dev/usb/lp0, or LPT1 on Windows.")),
        }.get(way, (self.tr("Address"), self.tr("Such as 192.168.1.50.")))
        self.rows["printer_address"].set_label(label, example)
        note = self.tr("A printer can be connected at any time: Settings, Printer.")
        if way == SYSTEM and not self.installed.count():
            note = self.tr("No printer is installed on this PC yet. It can be chosen later.")
        self._note.setText(note)
        self._note.setVisible(way == NONE or (way == SYSTEM and not self.installed.count()))

    # --- what it comes to ---------------------------------------------------------------

    def check(self) -> None:
        """See `FirstStep`."""
        if self.chosen() in (NONE, SYSTEM):
            return
        address = checked_text("printer_address", self.address.text().strip(), _ADDRESS_LIMIT)
        if not address:
            raise FieldInvalid("printer_address", "required")
        if self.chosen() == "network":
            from app.services.printing.transports import host_and_port

            try:
                host_and_port(address)
            except PrinterFault:
                raise FieldInvalid("printer_address", "not_an_address", address) from None

    def config(self, before: TillConfig) -> TillConfig:
        """The till's settings with this printer; as they were where there is none."""
        way = self.chosen()
        if way == NONE or (way == SYSTEM and not self.installed.count()):
            return before
        direct = way != SYSTEM
        return replace(
            before,
            printer_connection=way,
            printer_address=self.address.text().strip() if direct else "",
            receipt_printer="" if direct else self.installed.currentText(),
            receipt_width=_WIDTHS[self.paper.current()],
            printer_encoding=_ENCODINGS[self.encoding.current()] if direct else "raster",
            print_receipts=self.prints.isChecked(),
            drawer_pin=2 if direct and self.drawer.isChecked() else 0,
        )

    # --- the trial ----------------------------------------------------------------------

    def try_now(self) -> None:
        """Print a page on it; what comes of it is said beside the button."""
        self.rows["printer_address"].show_error("")
        try:
            self.check()
        except FieldInvalid as error:
            self.rows["printer_address"].show_error(self._window.sentence(error))
            return
        config, language = self.config(self._window.config), self._window.language

        def work() -> None:
            if config.printer_connection == SYSTEM:
                _spool_sample(config, language, self.tr("Test receipt"))
                return
            from app.services.printing.transports import deliver
            from app.services.printing.trial import trial_bytes

            setup = setup_of(config)
            deliver(setup, trial_bytes(setup, language))

        sent = self.tr("Sent. Look at the paper.")
        self._tell(self.tr("On its way to the printer…"), Tone.MUTED)
        self._window.tasks.run_aside(work, lambda _: self._tell(sent, Tone.SUCCESS), self._failed)

    def _failed(self, error: Exception) -> None:
        from app.ui.printing import PrinterFailed

        if isinstance(error, PrinterFailed):
            words = self.tr("{printer} did not take the page. Check it, or go on without it.")
            self._tell(words.replace("{printer}", str(error)), Tone.DANGER)
        else:
            self._tell(self._window.sentence(error), Tone.DANGER)

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.setText(words)
        self.told.set_tone(tone)


def _side_by_side(*parts: QWidget) -> QWidget:
    """In one row; the last one has the room that is left."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.M)
    for part in parts:
        row.addWidget(part, 1 if part is parts[-1] else 0)
    return made


def _spool_sample(config: TillConfig, language: str, title: str) -> None:
    """A receipt of nobody's, through the driver of the printer chosen. Raises PrinterFailed."""
    from app.services.documents.labels import labels_for
    from app.services.documents.receipt import RECEIPT_WIDTHS, ReceiptWidth, receipt_pages
    from app.services.rules.scheme import simple_scheme
    from app.services.settings import ShopSettings
    from app.ui.printing import spool
    from app.ui.settings.presenting.sample import sample_receipt

    settings = ShopSettings(language=language)
    widths = (width for width in RECEIPT_WIDTHS if width == config.receipt_width)
    width: ReceiptWidth = next(widths, "80")
    receipt = sample_receipt(settings, simple_scheme(1, settings.money.unit_minor))
    pages = receipt_pages(receipt, settings.facts, labels_for(language), width, duplicate=True)
    spool(config.receipt_printer, pages, title)
