"""Every action with its keys, and the sheet that gives it another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.keys import ACTIONS, Action, Keys, action_label, canonical, group_label, name_of
from app.ui.sentences import filled
from app.ui.settings.presenting.rebinding import may_be_bound, owner_of
from app.ui.theme import Radius, Space, tokens
from app.ui.widgets.brush import HINT_HEIGHT, draw_hint, focus_ring, hint_width, rounded
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.overlays import Sheet

_ROW = 36
_ALONE = frozenset(
    (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    )
)


class KeyRow(QAbstractButton):
    """One action and its keys; a press asks for another key."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action
        self._keys: tuple[str, ...] = ()
        self._changed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_keys(self, keys: Sequence[str], *, changed: bool) -> None:
        """Show these keys; `changed` ones differ from the keymap."""
        self._keys, self._changed = tuple(keys), changed
        spoken = " / ".join(keys) or self.tr("no key")
        self.setAccessibleName(f"{action_label(self.action)}: {spoken}")
        self.update()

    def keys(self) -> tuple[str, ...]:
        """The keys shown."""
        return self._keys

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the action at the left and its keys at the right."""
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            focus_ring(painter, box, Radius.CONTROL, t)
        elif self.underMouse():
            rounded(painter, box, Radius.CONTROL, fill=t.hover)
        right = float(self.width() - Space.XS)
        for name in reversed(self._keys):
            width = hint_width(name)
            right -= width
            hint = QRectF(right, (self.height() - HINT_HEIGHT) // 2, width, HINT_HEIGHT)
            draw_hint(painter, hint, name, t)
            right -= Space.XXS
        painter.setFont(fonts.font(strong=self._changed))
        painter.setPen(QColor(t.primary if self._changed else t.text))
        room = self.rect().adjusted(Space.XS, 0, 0, 0)
        room.setRight(round(right) - Space.XS)
        shown = painter.fontMetrics().elidedText(
            action_label(self.action), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.end()


class KeyList(QWidget):
    """All actions in their groups, in two columns."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = {action.id: KeyRow(action) for action in ACTIONS}
        self._titles: dict[str, Label] = {}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.L)
        groups = list(dict.fromkeys(action.group for action in ACTIONS))
        for column_groups in (groups[:1], groups[1:]):
            column = QVBoxLayout()
            column.setSpacing(0)
            for group in column_groups:
                title = self._titles[group] = Label("", size=fonts.CAPTION, tone=Tone.MUTED)
                title.setContentsMargins(Space.XS, Space.XS, 0, Space.XXS)
                column.addWidget(title)
                for action in ACTIONS:
                    if action.group == group:
                        column.addWidget(self.rows[action.id])
            column.addStretch(1)
            across.addLayout(column, 1)
        for row in self.rows.values():
            row.clicked.connect(lambda _on=False, row=row: self.asked.emit(row.action.id))

    def show_keys(self, keys: Keys, rebound: Sequence[str]) -> None:
        """Show the keys in force; those in `rebound` differ from the keymap."""
        for action_id, row in self.rows.items():
            row.show_keys(keys.of(action_id), changed=action_id in rebound)

    def say(self) -> None:
        """Group titles in the language now shown."""
        for group, title in self._titles.items():
            title.setText(group_label(group))


class _Catcher(QWidget):
    """Takes the next key, whatever it is."""

    caught = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(64)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = ""
        self._is_key = False

    def show_text(self, text: str, *, is_key: bool) -> None:
        """Show a request, or the key that was pressed."""
        self._text, self._is_key = text, is_key
        self.setAccessibleName(text)
        self.update()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window gets its key first."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key; Esc is the sheet's."""
        if event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) not in _ALONE and not event.isAutoRepeat():
            self.caught.emit(name_of(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus():
            rounded(painter, box, Radius.CONTROL, fill=t.surface, border=t.focus, width=2)
        else:
            rounded(painter, box, Radius.CONTROL, fill=t.bg, border=t.divider)
        painter.setFont(fonts.font(fonts.SECTION if self._is_key else fonts.BODY))
        painter.setPen(QColor(t.text if self._is_key else t.text2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class KeySheet(Sheet):
    """Asks for a key, says whose it is, and gives it to the action."""

    given = Signal(str, tuple)
    """(action, keys)"""
    reset_asked = Signal(str)

    def __init__(self, window: QWidget, keys: Keys, action_id: str, *, changed: bool) -> None:
        super().__init__(window, width=480)
        self._keys = keys
        self._action = action_id
        self._key = ""
        action = next(action for action in ACTIONS if action.id == action_id)
        self.set_title(action_label(action), " ".join(keys.of(action_id)))
        self.catcher = _Catcher()
        self.catcher.show_text(self.tr("Press the new key"), is_key=False)
        self.warning = Label("", wrap=True, tone=Tone.MUTED)
        self.warning.setText(self.tr("A function key, a sign such as * or −, or a key with Ctrl."))
        self.only = PrimaryButton(self.tr("Use only this key"), hint="Enter")
        self.also = Button(self.tr("Add this key"))
        self.reset = Button(self.tr("As in the keymap"))
        self.reset.setEnabled(changed)
        self.body.addWidget(self.catcher)
        self.body.addWidget(self.warning)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.also)
        row.addWidget(self.only)
        self.body.addLayout(row)
        self._allow(allowed=False)
        self.catcher.caught.connect(self._caught)
        self.only.clicked.connect(lambda: self._give((self._key,)))
        self.also.clicked.connect(lambda: self._give((*keys.of(action_id), self._key)))
        self.reset.clicked.connect(self._reset)

    def _caught(self, key: str) -> None:
        self._key = canonical(key)
        self.catcher.show_text(self._key, is_key=True)
        if not may_be_bound(self._key):
            self._allow(allowed=False)
            self._warn(self.tr("This key types or moves; choose another one."), Tone.DANGER)
            return
        mine = [canonical(name) for name in self._keys.of(self._action)]
        everyone = {a.id: [canonical(name) for name in self._keys.of(a.id)] for a in ACTIONS}
        owner = owner_of(self._key, everyone, besides=self._action)
        if owner:
            label = action_label(next(a for a in ACTIONS if a.id == owner))
            words = self.tr('{key} is the key of "{action}", which then loses it.')
            self._warn(filled(words, key=self._key, action=label), Tone.WARNING)
        else:
            self._warn(self.tr("This key is free."), Tone.SUCCESS)
        self._allow(allowed=True)
        self.also.setEnabled(bool(mine) and self._key not in mine)
        self.only.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, words: str, tone: Tone) -> None:
        self.warning.setText(words)
        self.warning.set_tone(tone)

    def _allow(self, *, allowed: bool) -> None:
        self.only.setEnabled(allowed)
        self.also.setEnabled(allowed)

    def _give(self, keys: tuple[str, ...]) -> None:
        self.close_sheet()
        self.given.emit(self._action, keys)

    def _reset(self) -> None:
        self.close_sheet()
        self.reset_asked.emit(self._action)
