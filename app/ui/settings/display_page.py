"""The customer display of this till: which screen, its colours, its pictures, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.errors import FieldInvalid
from app.services.rules.money import Currency
from app.ui.customer_display import picture, pictures_in
from app.ui.display_face import Look
from app.ui.display_state import DisplayLine, DisplayMember, DisplayState, Phase
from app.ui.display_window import DisplayWindow
from app.ui.settings.controls import ChoiceControl, SegmentControl, TextControl, Words
from app.ui.settings.page import Page
from app.ui.settings.presenter import config_values
from app.ui.theme import Height, Space
from app.ui.tokens import DARK, LIGHT
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import FormGrid, Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card

# It fits the page of the smallest window, whole.
_PREVIEW = (640, 375)


class DisplayPage(Page):
    """What customers see, and where."""

    icon = "eye"

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("DisplayPage", "Customer display")

    def build(self) -> None:
        """See `Page`."""
        self._where, self._pictures, self._looks = Card(" "), Card(" "), Card(" ")
        self._code_path, self._code = "", QImage()
        self._folder, self._slide, self._count = "", QImage(), 0
        self._build_where()
        self._build_pictures()
        self.phase = Segmented(["", "", ""], name="")
        self.preview = DisplayWindow(self)
        self.preview.setFixedSize(*_PREVIEW)
        self.phase.changed.connect(lambda _at: self._show_preview())
        self._looks.body.addWidget(self.phase)
        self._looks.body.addWidget(self.preview)
        for card in (self._where, self._pictures, self._looks):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.form.edited.connect(self._show_preview)

    def _build_where(self) -> None:
        self._screens = ChoiceControl()
        colours: tuple[tuple[str, Words], ...] = (
            ("light", lambda: self.tr("Light")),
            ("dark", lambda: self.tr("Dark")),
        )
        grid = FormGrid(2)
        self.form.add(grid, "display_screen", self._screens, lambda: self.tr("Screen"))
        self.form.add(grid, "display_theme", SegmentControl(colours), lambda: self.tr("Colours"))
        self._alone = Label("", tone=Tone.MUTED, wrap=True)
        self._where.body.addWidget(grid)
        self._where.body.addWidget(self._alone)

    def _build_pictures(self) -> None:
        self.choose_code = Button("", icon="image", height=Height.DEFAULT)
        self.choose_folder = Button("", icon="folder-open", height=Height.DEFAULT)
        self.choose_code.clicked.connect(self._choose_code)
        self.choose_folder.clicked.connect(self._choose_folder)
        grid = FormGrid(1)
        self.form.add(
            grid,
            "display_pay_code",
            TextControl(),
            lambda: self.tr("Picture of your pay code"),
            help_text=lambda: self.tr("Shown while the customer pays."),
        )
        self.form.add(
            grid,
            "display_pictures",
            TextControl(),
            lambda: self.tr("Folder of pictures"),
            help_text=lambda: self.tr("Shown one after the other while nobody is served."),
        )
        self._pictures.body.addWidget(grid)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.choose_code)
        row.addWidget(self.choose_folder)
        row.addStretch(1)
        self.found = Label("", tone=Tone.MUTED, wrap=True)
        self._pictures.body.addLayout(row)
        self._pictures.body.addWidget(self.found)

    # -- what is stored ------------------------------------------------------------------

    def activated(self) -> None:
        """Screens come and go."""
        names = [screen.name() for screen in QGuiApplication.screens()]
        stored = self.shell.config.display_screen
        choices: list[tuple[str, Words]] = [("", lambda: self.tr("No customer display"))]
        mine = self.window().screen().name()
        known = [name for name in names if name != mine]
        if stored and stored not in known:
            known.append(stored)
        choices += [(name, partial(str, name)) for name in known]
        self._screens.set_choices(choices)
        self._alone.setVisible(len(names) < 2)
        self.form.follow(self.stored_values())

    def stored_values(self) -> Mapping[str, Any]:
        """This till's settings."""
        return config_values(self.shell.config)

    def store(self) -> None:
        """See `Page`."""
        values = self.form.values()
        for name, there in (("display_pay_code", Path.is_file), ("display_pictures", Path.is_dir)):
            if values[name] and not _is(there, values[name]):
                raise FieldInvalid(name, "not_there", values[name])
        self.host.presenter.change_till(**values)

    def till_changed(self) -> None:
        """See `Page`."""
        super().till_changed()
        self.form.follow(self.stored_values())

    # -- pictures --------------------------------------------------------------------------

    def _choose_code(self) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp *.webp)"
        path, _ = QFileDialog.getOpenFileName(self.window(), self.tr("Pay code"), "", kinds)
        self._type("display_pay_code", path)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self.window(), self.tr("Folder of pictures"))
        self._type("display_pictures", path)

    def _type(self, name: str, path: str) -> None:
        if path:
            self.form.control(name).show_value(path)
            self.form.edited.emit()

    # -- the preview -----------------------------------------------------------------------

    def _show_preview(self) -> None:
        settings = self.host.presenter.settings
        values = self.form.readable()
        path = str(values.get("display_pay_code") or "").strip()
        if path != self._code_path:
            self._code_path = path
            self.shell.tasks.run_aside(lambda: picture(path), self._take_code, _ignore)
        self._follow_folder(str(values.get("display_pictures") or "").strip())
        facts = settings.facts
        self.preview.show_look(
            Look(
                shop=facts.name,
                subtitle=facts.subtitle,
                language=facts.language,
                tokens=DARK if values.get("display_theme") == "dark" else LIGHT,
                slide=self._slide,
                pay_code=self._code,
            )
        )
        state = sample_state(settings.money, facts.language)
        phases = (Phase.PAYING, Phase.THANKS, Phase.IDLE)
        self.preview.show_state(replace(state, phase=phases[self.phase.current()]))

    def _follow_folder(self, folder: str) -> None:
        """Look what the folder typed holds; the preview shows its first picture."""
        if folder == self._folder:
            return
        self._folder = folder

        def work() -> tuple[int, QImage]:
            found = pictures_in(folder)
            return len(found), picture(str(found[0])) if found else QImage()

        def done(found: tuple[int, QImage]) -> None:
            if folder == self._folder:
                self._count, self._slide = found
                self._say_found()
                self._show_preview()

        self.shell.tasks.run_aside(work, done, _ignore)

    def _say_found(self) -> None:
        words = self.tr("Pictures found: {count}, 8 seconds each.")
        if not self._count:
            words = self.tr("No picture there yet: PNG, JPEG, BMP, WebP or GIF.")
        self.found.setText(words.replace("{count}", f"{self._count:,}"))
        self.found.setVisible(bool(self._folder))

    def _take_code(self, image: QImage) -> None:
        self._code = image
        self._show_preview()

    def say(self) -> None:
        """See `Page`."""
        self._where.set_title(self.tr("The second screen"))
        self._pictures.set_title(self.tr("Pictures"))
        self._looks.set_title(self.tr("What customers see"))
        self._alone.setText(
            self.tr("This PC has one screen. Connect another one that faces the customer.")
        )
        self.choose_code.set_label(self.tr("Choose the pay code"))
        self.choose_folder.set_label(self.tr("Choose the folder"))
        self.phase.set_choices(
            [self.tr("While paying"), self.tr("After the sale"), self.tr("Between two sales")]
        )
        self.phase.setAccessibleName(self.tr("What the preview shows"))
        self._say_found()
        self.preview.setAccessibleName(self.tr("Preview"))
        self._show_preview()


def sample_state(currency: Currency, language: str) -> DisplayState:
    """A sale like any other, for the preview."""
    unit = 10**currency.digits
    names = {
        "zh_CN": ("燕麦拿铁", "可颂", "曾*晴"),
        "zh_TW": ("燕麥拿鐵", "可頌", "曾*晴"),
    }.get(language, ("Oat latte", "Croissant", "A***"))
    lines = (
        DisplayLine(names[0], "2 × 28", 50 * unit, 6 * unit),
        DisplayLine(names[1], "1 × 16", 14 * unit, 2 * unit),
    )
    return DisplayState(
        Phase.CART,
        lines,
        saved_minor=8 * unit,
        total_minor=64 * unit,
        due_minor=64 * unit,
        change_minor=36 * unit,
        member=DisplayMember(names[2], 1285, 1349),
        currency=currency,
    )


def _is(there: Callable[[Path], bool], path: str) -> bool:
    try:
        return there(Path(path))
    except (OSError, ValueError):
        return False


def _ignore(_error: Exception) -> None:
    """A picture that cannot be read is not shown."""
