"""Files in and out, where the data lies, what this program is and whose work it stands on."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from app import __version__
from app.resources import resource_path
from app.services.exchange.exports import EXPORT_KINDS
from app.services.exchange.fields import KINDS
from app.ui import fonts
from app.ui.sentences import filled
from app.ui.settings.page import Page
from app.ui.theme import Space
from app.ui.transfers import open_export, open_import
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.labels import ElidedLabel, Label, Tone
from app.ui.widgets.overlays import Sheet
from app.ui.widgets.panels import Card

PARTS: Final = (
    ("PySide6 · Qt", "LGPL-3.0"),
    ("SQLite3 Multiple Ciphers · APSW", "MIT · zlib"),
    ("peewee", "MIT"),
    ("ReportLab", "BSD"),
    ("Pillow", "MIT-CMU"),
    ("python-barcode", "MIT"),
    ("qrcode", "BSD"),
    ("phonenumbers", "Apache-2.0"),
    ("borax", "MIT"),
    ("python-calamine", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("argon2-cffi", "MIT"),
    ("orjson", "MPL-2.0 · MIT"),
    ("platformdirs", "MIT"),
    ("tzdata", "Apache-2.0"),
    ("Noto Sans SC · Noto Sans", "OFL-1.1"),
    ("Lucide", "ISC"),
)
"""The parts of others, by the names their makers gave them, and their licences."""

LICENCE_FILES: Final = (
    ("Noto Sans", ("fonts", "OFL-NotoSans.txt")),
    ("Noto Sans SC", ("fonts", "OFL-NotoSansSC.txt")),
    ("Lucide", ("icons", "LICENSE-lucide.txt")),
)
"""Texts that must come with the program, and the files that hold them."""


class DataPage(Page):
    """Imports, exports, folders, version and licences."""

    icon = "info"
    saves = False

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("DataPage", "Data & about")

    def build(self) -> None:
        """See `Page`."""
        self._files = Card(" ")
        self._program, self._data, self._parts = Card(" "), Card(" "), Card(" ")
        self._build_files()
        self._version = Label("", size=fonts.SECTION, strong=True)
        self._what = Label("", tone=Tone.MUTED, wrap=True)
        self._program.body.addWidget(self._version)
        self._program.body.addWidget(self._what)
        self._build_data()
        self._build_parts()
        for card in (self._files, self._data, self._program, self._parts):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _build_files(self) -> None:
        self._files_note = Label("", tone=Tone.MUTED, wrap=True)
        self._files.body.addWidget(self._files_note)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XS)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(len(EXPORT_KINDS) + 1, 1)
        self._ways: list[Label] = []
        self.imports: dict[str, Button] = {}
        self.exports: dict[str, Button] = {}
        for row, (kinds, buttons, icon, opened) in enumerate(
            (
                (KINDS, self.imports, "file-up", open_import),
                (EXPORT_KINDS, self.exports, "file-down", open_export),
            )
        ):
            way = Label("", tone=Tone.MUTED)
            self._ways.append(way)
            grid.addWidget(way, row, 0)
            for column, kind in enumerate(kinds):
                button = buttons[kind] = Button("", icon=icon)
                button.clicked.connect(
                    lambda _on=False, opened=opened, kind=kind: opened(self.shell, kind)
                )
                grid.addWidget(button, row, column + 1)
        self._files.body.addLayout(grid)

    def _build_data(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(1, 1)
        config = self.shell.config
        self._places: list[tuple[Label, Button]] = []
        for row, folder in enumerate((config.data_dir, config.backup_dir, config.log_dir)):
            name = Label("", tone=Tone.MUTED)
            button = Button("", icon="folder-open", kind=Kind.QUIET, height=32)
            button.clicked.connect(lambda _on=False, folder=folder: _open(folder))
            grid.addWidget(name, row, 0)
            grid.addWidget(ElidedLabel(str(folder)), row, 1)
            grid.addWidget(button, row, 2)
            self._places.append((name, button))
        self._data.body.addLayout(grid)

    def _build_parts(self) -> None:
        self._parts_note = Label("", tone=Tone.MUTED, wrap=True)
        self._parts.body.addWidget(self._parts_note)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XXS)
        half = -(-len(PARTS) // 2)
        for at, (name, licence) in enumerate(PARTS):
            column = 2 * (at // half)
            grid.addWidget(Label(name), at % half, column)
            grid.addWidget(Label(licence, tone=Tone.MUTED), at % half, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._parts.body.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        self.texts = [Button("", height=32) for _ in LICENCE_FILES]
        for button, (name, parts) in zip(self.texts, LICENCE_FILES, strict=True):
            button.clicked.connect(
                lambda _on=False, name=name, parts=parts: self._show_text(name, parts)
            )
            row.addWidget(button)
        row.addStretch(1)
        self._parts.body.addSpacing(Space.XS)
        self._parts.body.addLayout(row)

    def _show_text(self, name: str, parts: tuple[str, ...]) -> None:
        sheet = _TextSheet(
            self.shell.overlay_parent(), name, resource_path(*parts).read_text("utf-8")
        )
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def say(self) -> None:
        """See `Page`."""
        self._files.set_title(self.tr("Files in and out"))
        self._files_note.setText(
            self.tr(
                "CSV or Excel. An import takes all rows or none, makes a backup first, and adds"
                " nothing twice."
            )
        )
        kinds = {
            "members": self.tr("Members"),
            "products": self.tr("Products"),
            "sales": self.tr("Sales"),
            "points": self.tr("Points"),
            "stock": self.tr("Stock"),
        }
        ways = (
            (self.tr("Import"), self.imports, self.tr("Import: {kind}")),
            (self.tr("Export"), self.exports, self.tr("Export: {kind}")),
        )
        for label, (way, buttons, spoken) in zip(self._ways, ways, strict=True):
            label.setText(way)
            for kind, button in buttons.items():
                button.set_label(kinds[kind])
                button.setAccessibleName(filled(spoken, kind=kinds[kind]))
        self._program.set_title(self.tr("This program"))
        self._data.set_title(self.tr("Where your data is"))
        self._parts.set_title(self.tr("Parts made by others"))
        self._version.setText(filled(self.tr("Regulars · 常客 {version}"), version=__version__))
        self._what.setText(
            self.tr(
                "Members, points and sales for small shops. It works without the internet and"
                " sends nothing anywhere. Free software under the MIT licence."
            )
        )
        names = (self.tr("Shop"), self.tr("Backups"), self.tr("Log, without personal data"))
        for (label, button), name in zip(self._places, names, strict=True):
            label.setText(name)
            button.set_label(self.tr("Open"))
            button.setAccessibleName(filled(self.tr("Open the folder: {name}"), name=name))
        self._parts_note.setText(self.tr("Each stays under the licence of its makers."))
        for button, (part, _) in zip(self.texts, LICENCE_FILES, strict=True):
            button.set_label(filled(self.tr("Licence of {part}"), part=part))


class _TextSheet(Sheet):
    """A licence, to be read."""

    def __init__(self, window: QWidget, title: str, text: str) -> None:
        super().__init__(window, title=title, width=760)
        self.set_panel_size(760, 560)
        field = QPlainTextEdit()
        field.setFont(fonts.font(fonts.CAPTION))
        field.setReadOnly(True)
        field.setPlainText(text)
        field.setAccessibleName(title)
        field.setTabChangesFocus(True)
        field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(field)


def _open(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
