"""The receipt printer of this till: how it is connected, a page to try it with, cut and drawer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.errors import FieldInvalid, PrinterFault
from app.services.printing.setup import CONNECTIONS, SYSTEM, PrinterSetup, setup_of
from app.services.texts import checked_text
from app.ui.settings.controls import SegmentControl, TextControl, TickControl, Words
from app.ui.settings.page import Page
from app.ui.settings.presenter import config_values
from app.ui.theme import Space
from app.ui.widgets.buttons import Button, SecondaryButton
from app.ui.widgets.fields import FormGrid
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

ADDRESS_LIMIT = 200


class PrinterPage(Page):
    """How receipts reach paper."""

    icon = "printer"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("PrinterPage", "Printer")

    def build(self) -> None:
        """See `Page`."""
        self._way, self._trial, self._hands = Card(" "), Card(" "), Card(" ")
        self._build_way()
        self._build_trial()
        self._build_hands()
        for card in (self._way, self._trial, self._hands):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.edited.connect(self._follow_way)

    def _build_way(self) -> None:
        words: dict[str, Words] = {
            SYSTEM: lambda: self.tr("Driver"),
            "windows": lambda: self.tr("Windows queue"),
            "network": lambda: self.tr("Network"),
            "device": lambda: self.tr("Device"),
            "file": lambda: self.tr("File"),
        }
        # A queue of Windows is of no use elsewhere, unless it is what is stored.
        here = sys.platform == "win32" or self.shell.config.printer_connection == "windows"
        ways = [(way, words[way]) for way in CONNECTIONS if way != "windows" or here]
        self._connection = SegmentControl(ways)
        grid = FormGrid(2)
        form = self.form
        form.add(
            grid, "printer_connection", self._connection, lambda: self.tr("Connected by"), span=2
        )
        widths: list[tuple[str, Words]] = [
            ("58", lambda: self.tr("58 mm")),
            ("80", lambda: self.tr("80 mm")),
            ("a4", lambda: self.tr("A4")),
        ]
        form.add(grid, "receipt_width", SegmentControl(widths), lambda: self.tr("Paper"))
        form.add(
            grid,
            "printer_address",
            TextControl(),
            self._address_words,
            help_text=self._address_help,
        )
        self._way_note = Label("", tone=Tone.MUTED, wrap=True)
        self._way.body.addWidget(grid)
        self._way.body.addWidget(self._way_note)

    def _build_trial(self) -> None:
        self._steps = Label("", tone=Tone.MUTED, wrap=True)
        self.try_it = SecondaryButton("", icon="printer")
        self.try_it.clicked.connect(self._try)
        self.told = Label("", wrap=True)
        self.told.setVisible(False)
        lines: list[tuple[str, Words]] = [
            ("raster", lambda: self.tr("1, picture")),
            ("gb18030", lambda: self.tr("2, GB18030")),
            ("big5", lambda: self.tr("3, Big5")),
        ]
        grid = FormGrid(1)
        self.form.add(
            grid,
            "printer_encoding",
            SegmentControl(lines),
            lambda: self.tr("Which line looks right?"),
            help_text=lambda: self.tr(
                "If several do, take the first: a picture holds every character."
            ),
        )
        codes = TickControl(lambda: self.tr("The code under 5 is there: the printer draws codes"))
        self.form.add_bare("printer_draws_qr", codes)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.try_it)
        row.addStretch(1)
        self._trial.body.addWidget(self._steps)
        self._trial.body.addLayout(row)
        self._trial.body.addWidget(self.told)
        self._trial.body.addWidget(grid)
        self._trial.body.addWidget(codes)

    def _build_hands(self) -> None:
        cuts: list[tuple[str, Words]] = [
            ("full", lambda: self.tr("Whole")),
            ("partial", lambda: self.tr("But for a point")),
            ("none", lambda: self.tr("By hand")),
        ]
        pins: list[tuple[int, Words]] = [
            (0, lambda: self.tr("No drawer")),
            (2, lambda: self.tr("Pin 2")),
            (5, lambda: self.tr("Pin 5")),
        ]
        grid = FormGrid(2)
        form = self.form
        form.add(grid, "printer_cut", SegmentControl(cuts), lambda: self.tr("The paper is cut"))
        form.add(
            grid,
            "drawer_pin",
            SegmentControl(pins),
            lambda: self.tr("Cash drawer"),
            help_text=lambda: self.tr("Nearly always pin 2. It opens for cash only."),
        )
        self.open_drawer = Button("", icon="banknote")
        self.open_drawer.clicked.connect(self._open_drawer)
        self.waiting = Button("", icon="list")
        self.waiting.clicked.connect(self.shell.roll.show_jobs)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.open_drawer)
        row.addWidget(self.waiting)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(grid)
        column.addLayout(row)
        self._hands.body.addLayout(column)

    # -- what is stored ------------------------------------------------------------------

    def stored_values(self) -> Mapping[str, Any]:
        """This till's settings."""
        return config_values(self.shell.config)

    def store(self) -> None:
        """See `Page`."""
        values = self.form.values()
        values["printer_address"] = self._checked(values)
        self.host.presenter.change_till(**values)

    def till_changed(self) -> None:
        """See `Page`."""
        super().till_changed()
        self.form.follow(self.stored_values())

    def _checked(self, values: Mapping[str, Any]) -> str:
        """The address, fit for the way it is connected. Raises FieldInvalid."""
        address = checked_text("printer_address", values["printer_address"], ADDRESS_LIMIT)
        way = values["printer_connection"]
        if way != SYSTEM and not address:
            raise FieldInvalid("printer_address", "required")
        if way == "network":
            from app.services.printing.transports import host_and_port

            try:
                host_and_port(address)
            except PrinterFault:
                raise FieldInvalid("printer_address", "not_an_address", address) from None
        return address

    def _draft(self) -> PrinterSetup | None:
        """The printer as it stands in the form; None, and said why, where that is none."""
        self.form.clear_errors()
        try:
            values = self.form.values()
            values["printer_address"] = self._checked(values)
        except FieldInvalid as error:
            self.host.refuse(error)
            return None
        return setup_of(replace(self.shell.config, **values))

    # -- the trial -----------------------------------------------------------------------

    def _try(self) -> None:
        setup = self._draft()
        if setup is None:
            return
        language = self.shell.language

        def made() -> bytes:
            from app.services.printing.trial import trial_bytes

            return trial_bytes(setup, language)

        self._send(setup, made, self.tr("Sent. Look at the paper, then choose the line below."))

    def _open_drawer(self) -> None:
        setup = self._draft()
        if setup is None:
            return
        pin = setup.drawer_pin or 2

        def made() -> bytes:
            from app.services.printing.papers import drawer_bytes

            return drawer_bytes(pin)

        self._send(setup, made, self.tr("The drawer was told to open."))

    def _send(self, setup: PrinterSetup, made: Callable[[], bytes], words: str) -> None:
        def work() -> None:
            from app.services.printing.transports import deliver

            deliver(setup, made())

        self._tell(self.tr("On its way to the printer…"), Tone.MUTED)
        self.shell.tasks.run_aside(work, lambda _: self._tell(words, Tone.SUCCESS), self._failed)

    def _failed(self, error: Exception) -> None:
        self._tell(self.shell.sentence(error), Tone.DANGER)

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.setText(words)
        self.told.set_tone(tone)
        self.told.setVisible(bool(words))

    # -- words ---------------------------------------------------------------------------

    def _follow_way(self) -> None:
        """What goes with the way it is connected."""
        way = self._connection.value()
        by_driver = way == SYSTEM
        row = self.form.row("printer_address")
        if row is not None:
            row.setVisible(not by_driver)
        self._trial.setVisible(not by_driver)
        self._hands.setVisible(not by_driver)
        self._way_note.setVisible(by_driver)
        self.form.say_row("printer_address")

    def _address_words(self) -> str:
        return {
            "windows": self.tr("Name of the queue"),
            "network": self.tr("Address"),
            "device": self.tr("Device"),
        }.get(self._connection.value(), self.tr("File"))

    def _address_help(self) -> str:
        return {
            "windows": self.tr("As Windows lists the printer, such as XP-80C."),
            "network": self.tr("Such as 192.168.1.50; the port is 9100 unless it follows."),
            "device": self.tr("Such as /dev/usb/lp0, or LPT1 on Windows."),
        }.get(self._connection.value(), self.tr("Every print is added at its end."))

    def say(self) -> None:
        """See `Page`."""
        self._way.set_title(self.tr("The receipt printer"))
        self._trial.set_title(self.tr("Try it"))
        self._hands.set_title(self.tr("Cut and drawer"))
        self._way_note.setText(
            self.tr(
                "Receipts go through the printer's driver, chosen under Cards and receipts. A"
                " printer that understands ESC/POS is better connected directly: it then cuts the"
                " paper and opens the drawer."
            )
        )
        self._steps.setText(
            self.tr("Prints a page with numbered lines, as the printer is set here.")
        )
        self.try_it.set_label(self.tr("Print the test page"))
        self.open_drawer.set_label(self.tr("Open the drawer"))
        self.waiting.set_label(self.tr("Prints that wait"))
        self.waiting.set_hint(self.shell.keys.hint("print_jobs"))
        self._follow_way()
