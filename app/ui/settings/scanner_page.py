"""The scanner of this till: tried with a code on the screen, set by hand where need be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.errors import FieldInvalid
from app.services.camera import can_use_camera
from app.services.documents.drawing import Anchor, Text
from app.services.documents.drawing import Page as Paper
from app.services.documents.symbols import code_128, qr
from app.services.texts import checked_text
from app.ui.sentences import filled
from app.ui.settings.controls import (
    NumberControl,
    SegmentControl,
    TextControl,
    TickControl,
    Words,
)
from app.ui.settings.listener import Listener
from app.ui.settings.page import Page
from app.ui.settings.presenter import config_values
from app.ui.settings.presenting.calibration import (
    CALIBRATION_CODE,
    LEAST_GAP_MS,
    MOST_GAP_MS,
    Heard,
    Proposal,
    propose,
)
from app.ui.theme import Space
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.fields import FormGrid
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.pages import PageView
from app.ui.widgets.panels import Card

AFFIX_LIMIT = 20
CAMERAS = 4
CAMERA_EXTRA = "python3 dev.py camera"


class ScannerPage(Page):
    """How this till's scanner types."""

    icon = "scan-barcode"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("ScannerPage", "Scanner")

    def build(self) -> None:
        """See `Page`."""
        self._proposal = Proposal()
        self._heard: Heard | None = None
        self._try, self._by_hand, self._camera = Card(" "), Card(" "), Card(" ")
        self._build_try()
        self._build_by_hand()
        self._build_camera()
        self.body.addWidget(self._try)
        self.body.addWidget(self._by_hand)
        self.body.addWidget(self._camera)
        self.body.addStretch(1)

    def _build_try(self) -> None:
        self._steps = Label("", tone=Tone.MUTED, wrap=True)
        self._try.body.addWidget(self._steps)
        across = QHBoxLayout()
        across.setSpacing(Space.L)
        self.codes = PageView("", pixels_per_mm=4.2)
        self.codes.show_pages([_codes()], CALIBRATION_CODE)
        across.addWidget(self.codes, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        side.setContentsMargins(0, Space.XS, 0, 0)
        self.listener = Listener()
        self.result = ElidedLabel("", strong=True)
        self.advice = Label("", tone=Tone.MUTED, wrap=True)
        self.use = PrimaryButton("", icon="check")
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch(1)
        side.addWidget(self.listener)
        side.addWidget(self.result)
        side.addWidget(self.advice)
        side.addLayout(row)
        side.addStretch(1)
        across.addLayout(side, 1)
        self._try.body.addLayout(across)
        self.use.setVisible(False)
        self.listener.heard.connect(self._hear)
        self.use.clicked.connect(self._use)

    def _build_by_hand(self) -> None:
        grid = FormGrid(3)
        form = self.form
        form.add(
            grid,
            "scanner_gap_ms",
            NumberControl(3),
            lambda: self.tr("Longest pause, milliseconds"),
            help_text=lambda: self.tr("Keys further apart are typing, not a scan."),
        )
        form.add(
            grid,
            "scanner_prefix",
            TextControl(),
            lambda: self.tr("Sent before the code"),
            help_text=lambda: self.tr("Taken off again. Usually nothing."),
        )
        form.add(
            grid,
            "scanner_suffix",
            TextControl(),
            lambda: self.tr("Sent after it, before Enter"),
            help_text=lambda: self.tr("Taken off again. Usually nothing."),
        )
        self._by_hand.body.addWidget(grid)

    def _build_camera(self) -> None:
        self.camera_tick = TickControl(lambda: self.tr("Scan by camera"))
        self.till_form.add_bare("camera", self.camera_tick)
        numbers: list[tuple[int, Words]] = [(n, partial(str, n)) for n in range(1, CAMERAS + 1)]
        self.camera_note = Label("", tone=Tone.MUTED, wrap=True)
        grid = FormGrid(3)
        self.till_form.add(
            grid, "camera_number", SegmentControl(numbers), lambda: self.tr("Which camera")
        )
        self._camera.body.addWidget(self.camera_tick)
        self._camera.body.addWidget(self.camera_note)
        self._camera.body.addWidget(grid)

    # -- what is stored ---------------------------------------------------------------------

    def stored_values(self) -> Mapping[str, Any]:
        """This till's settings."""
        return config_values(self.shell.config)

    def store(self) -> None:
        """See `Page`."""
        values = self.form.values()
        if not LEAST_GAP_MS <= values["scanner_gap_ms"] <= MOST_GAP_MS:
            gap = str(values["scanner_gap_ms"])
            raise FieldInvalid("scanner_gap_ms", "out_of_range", gap)
        for name in ("scanner_prefix", "scanner_suffix"):
            checked_text(name, values[name], AFFIX_LIMIT)
        self.host.presenter.change_till(**values)

    def till_changed(self) -> None:
        """See `Page`."""
        super().till_changed()
        self.form.follow(self.stored_values())

    # -- the trial --------------------------------------------------------------------------

    def scanned(self, code: str) -> bool:
        """The settings in force understood the scan, and swallowed its Enter."""
        if not self.listener.hasFocus():
            return False
        self.listener.finish("\r")
        return True

    def enter(self) -> None:
        """Listen at once."""
        self.listener.setFocus(Qt.FocusReason.TabFocusReason)

    def _hear(self, heard: Heard) -> None:
        self._heard = heard
        self._proposal = propose(heard)
        self.shell.sound(good=not self._proposal.problem)
        self._show_result()

    def _use(self) -> None:
        proposal = self._proposal
        self.host.presenter.change_till(
            scanner_gap_ms=proposal.gap_ms,
            scanner_prefix=proposal.prefix,
            scanner_suffix=proposal.suffix,
        )
        self._show_result()

    def _show_result(self) -> None:
        heard, proposal = self._heard, self._proposal
        if heard is None:
            self.result.setVisible(False)
            self.advice.setText(self.tr("Nothing scanned yet."))
            self.use.setVisible(False)
            return
        self.result.setVisible(True)
        words = self.tr("Heard {text} · longest pause {gap} ms")
        self.result.setText(filled(words, gap=heard.longest_gap_ms, text=heard.text))
        config = self.shell.config
        now = Proposal(config.scanner_gap_ms, config.scanner_prefix, config.scanner_suffix)
        fits = not proposal.problem and (
            (now.prefix, now.suffix) == (proposal.prefix, proposal.suffix)
            and heard.longest_gap_ms <= now.gap_ms
        )
        self.advice.setText(self._fits() if fits else self._advice(proposal))
        self.advice.set_tone(
            Tone.WARNING if proposal.problem else Tone.SUCCESS if fits else Tone.MUTED
        )
        self.use.setVisible(not fits and not proposal.problem)

    def _fits(self) -> str:
        return self.tr("The settings fit this scanner.")

    def _advice(self, proposal: Proposal) -> str:
        problems = {
            "short": self.tr("That was too short for the code shown. Scan it again."),
            "slow": self.tr(
                "The keys came as slowly as a person types. Set the scanner to send without"
                " delay between characters, as its manual says, and scan again."
            ),
            "no_end": self.tr(
                "The scanner sends no Enter at the end. Set it to add Enter (CR), as its manual"
                " says, and scan again."
            ),
            "other_code": self.tr(
                "That is not the code shown. If you scanned it, the keyboard layout or an input"
                " method changes what the scanner types: switch it to English and scan again."
            ),
        }
        if proposal.problem:
            return problems[proposal.problem]
        if proposal.prefix and proposal.suffix:
            words = self.tr('A pause of {gap} ms, "{prefix}" before and "{suffix}" after the code.')
        elif proposal.prefix:
            words = self.tr('A pause of {gap} ms, and "{prefix}" before the code.')
        elif proposal.suffix:
            words = self.tr('A pause of {gap} ms, and "{suffix}" after the code.')
        else:
            words = self.tr("A pause of {gap} ms, and nothing around the code.")
        return filled(words, gap=proposal.gap_ms, prefix=proposal.prefix, suffix=proposal.suffix)

    def say(self) -> None:
        """See `Page`."""
        self._try.set_title(self.tr("Scan this code"))
        self._by_hand.set_title(self.tr("By hand"))
        self._camera.set_title(self.tr("Camera"))
        self._say_camera()
        self._steps.setText(
            self.tr(
                "Click into the field, then scan one of the two codes from the screen. A laser"
                " scanner that cannot read screens is set by hand, below."
            )
        )
        self.codes.setAccessibleName(filled(self.tr("Code to scan: {code}"), code=CALIBRATION_CODE))
        self.listener.say(self.tr("Click here, then scan"), self.tr("Listening: scan now"))
        self.use.set_label(self.tr("Use these settings"))
        self._show_result()

    def _say_camera(self) -> None:
        if can_use_camera():
            words = self.tr(
                "{key} shows what the camera sees, and switches it off again. A code held before"
                " it is a scan. After three minutes without one it goes off by itself."
            )
        else:
            words = self.tr(
                "Needs an extra part of about 80 MB. Install it, then start Regulars again:"
                " {command}"
            )
        key = self.shell.keys.hint("camera")
        self.camera_note.setText(filled(words, key=key, command=CAMERA_EXTRA))


def _codes() -> Paper:
    """The code twice: square and in bars, with their quiet zones."""
    return Paper(
        64.0,
        58.0,
        (
            qr(CALIBRATION_CODE, 20, 5, 24),
            code_128(CALIBRATION_CODE, 9, 34, 46, 14),
            Text(32, 53, CALIBRATION_CODE, 9, anchor=Anchor.CENTRE),
        ),
    )
