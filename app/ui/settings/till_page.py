"""This till: its language, its look, its sounds and its keys. Followed at once, without Save."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from app.ui.keys import ACTIONS, canonical
from app.ui.languages import NAMES
from app.ui.lists import listed
from app.ui.sentences import filled
from app.ui.settings.controls import ChoiceControl, Control, SegmentControl, TickControl, Words
from app.ui.settings.key_editor import KeyList, KeySheet
from app.ui.settings.page import Page
from app.ui.settings.presenting.rebinding import as_in_keymap, rebound
from app.ui.theme import Space
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import FormGrid
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card


class TillPage(Page):
    """What belongs to this PC and to whoever stands before it."""

    icon = "monitor"
    saves = False

    @classmethod
    def title(cls) -> str:
        """See `Page`."""
        return QCoreApplication.translate("TillPage", "This till")

    def build(self) -> None:
        """See `Page`."""
        self._screens, self._sounds, self._keys_card = Card(" "), Card(" "), Card(" ")
        self._build_screens()
        self._build_sounds()
        self._build_keys()
        for card in (self._screens, self._sounds, self._keys_card):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.shell.keys.changed.connect(self._show_keys)

    def _build_screens(self) -> None:
        languages: list[tuple[str, Words]] = [("", lambda: self.tr("As the shop"))]
        languages += [(code, partial(str, name)) for code, name in NAMES.items()]
        themes: tuple[tuple[str, Words], ...] = (
            ("light", lambda: self.tr("Light")),
            ("dark", lambda: self.tr("Dark")),
            ("system", lambda: self.tr("As the system")),
        )
        grid = FormGrid(1)
        form = self.till_form
        form.add(
            grid, "language", SegmentControl(languages), lambda: self.tr("Language of the screens")
        )
        form.add(grid, "theme", SegmentControl(themes), lambda: self.tr("Colours"))
        self._screens.body.addWidget(grid)

    def _build_sounds(self) -> None:
        tick = TickControl(lambda: self.tr("A tone after each scan"))
        self.till_form.add_bare("sounds", tick)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(tick)
        row.addStretch(1)
        self._good, self._bad = Button("", icon="play"), Button("", icon="play")
        row.addWidget(self._good)
        row.addWidget(self._bad)
        self._good.clicked.connect(lambda: _play(good=True))
        self._bad.clicked.connect(lambda: _play(good=False))
        self._sounds.body.addLayout(row)

    def _build_keys(self) -> None:
        keymaps: tuple[tuple[str, Words], ...] = (
            ("default", lambda: self.tr("Regulars")),
            ("guanjiapo", lambda: self.tr("As in 管家婆")),
            ("supermarket", lambda: self.tr("As in a supermarket")),
        )
        grid = FormGrid(2)
        form = self.till_form
        form.add(grid, "keymap", ChoiceControl(keymaps), lambda: self.tr("Keymap"))
        form.pad(grid)
        self._keys_card.body.addWidget(grid)
        self._keys_note = Label("", tone=Tone.MUTED, wrap=True)
        self._keys_card.body.addWidget(self._keys_note)
        self.clashes = Label("", tone=Tone.WARNING, wrap=True)
        self._keys_card.body.addWidget(self.clashes)
        self.key_list = KeyList()
        self.key_list.asked.connect(self._ask_key)
        self._keys_card.body.addWidget(self.key_list)
        self.all_back = Button("", icon="rotate-ccw")
        self.all_back.clicked.connect(lambda: self.host.presenter.change_till(rebound_keys={}))
        row = QHBoxLayout()
        row.addWidget(self.all_back)
        row.addStretch(1)
        self._keys_card.body.addLayout(row)
        form.add_bare("rebound_keys", _Rebound())

    # -- keys -----------------------------------------------------------------------------

    def _ask_key(self, action_id: str) -> None:
        changed = action_id in self.shell.config.rebound_keys
        sheet = KeySheet(self.shell.overlay_parent(), self.shell.keys, action_id, changed=changed)
        sheet.given.connect(self._give_key)
        sheet.reset_asked.connect(self._key_as_in_keymap)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open(sheet.catcher)

    def _give_key(self, action_id: str, keys: tuple[str, ...]) -> None:
        in_force = {
            action.id: [canonical(name) for name in self.shell.keys.of(action.id)]
            for action in ACTIONS
        }
        stored = self.shell.config.rebound_keys
        wanted = [canonical(name) for name in keys]
        self.host.presenter.change_till(rebound_keys=rebound(stored, in_force, action_id, wanted))

    def _key_as_in_keymap(self, action_id: str) -> None:
        stored = self.shell.config.rebound_keys
        self.host.presenter.change_till(rebound_keys=as_in_keymap(stored, action_id))

    def _show_keys(self) -> None:
        stored = self.shell.config.rebound_keys
        self.key_list.show_keys(self.shell.keys, tuple(stored))
        self.all_back.setEnabled(bool(stored))
        clashes = self.shell.keys.clashes()
        words = self.tr("One key, two actions: {keys}. Only the first of them follows it.")
        self.clashes.setText(filled(words, keys=listed(clashes)) if clashes else "")
        self.clashes.setVisible(bool(clashes))

    def say(self) -> None:
        """See `Page`."""
        self._screens.set_title(self.tr("Screens"))
        self._sounds.set_title(self.tr("Sounds"))
        self._keys_card.set_title(self.tr("Keys"))
        self._good.set_label(self.tr("Good"))
        self._good.setAccessibleName(self.tr("Play the good tone"))
        self._bad.set_label(self.tr("Bad"))
        self._bad.setAccessibleName(self.tr("Play the bad tone"))
        self._keys_note.setText(
            self.tr("Choose an action, then press its new key. What you changed stands in bold.")
        )
        self.all_back.set_label(self.tr("All keys as in the keymap"))
        self.key_list.say()
        self._show_keys()


class _Rebound(Control):
    """The keys that differ from the keymap; the list of keys shows them."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def value(self) -> dict[str, str]:
        """The keys by action."""
        return self._held

    def show_value(self, value: object) -> None:
        """Hold other ones."""
        assert isinstance(value, dict)
        self._held = value

    def on_edit(self, slot: object) -> None:
        """The list of keys changes them."""


def _play(*, good: bool) -> None:
    from app.ui.sounds import play

    play(good)
