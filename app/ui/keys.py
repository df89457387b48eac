"""The one table of keys: what each action is called, and the keys that start it.

Screens bind actions, never keys, so a shop used to another program's keys
chooses that keymap, and a single key can be rebound.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key starts. `keys` are Qt's names ("F9", "Ctrl+Z") or one character."""

    id: str
    label: str
    group: str
    keys: tuple[str, ...]


_CASHIER: Final = str(QT_TRANSLATE_NOOP("Keys", "Cashier"))
_EVERYWHERE: Final = str(QT_TRANSLATE_NOOP("Keys", "Everywhere"))
_LISTS: Final = str(QT_TRANSLATE_NOOP("Keys", "Products"))
_SECTIONS: Final = str(QT_TRANSLATE_NOOP("Keys", "Sections"))

ACTIONS: Final = (
    Action("member", str(QT_TRANSLATE_NOOP("Keys", "Find or enrol a member")), _CASHIER, ("F2",)),
    Action("products", str(QT_TRANSLATE_NOOP("Keys", "Choose a product")), _CASHIER, ("F3",)),
    Action("hold", str(QT_TRANSLATE_NOOP("Keys", "Hold the cart")), _CASHIER, ("F4",)),
    Action("recall", str(QT_TRANSLATE_NOOP("Keys", "Recall a held cart")), _CASHIER, ("F5",)),
    Action("points", str(QT_TRANSLATE_NOOP("Keys", "Spend points")), _CASHIER, ("F6",)),
    Action(
        "benefits", str(QT_TRANSLATE_NOOP("Keys", "Rewards, coupons, passes")), _CASHIER, ("F12",)
    ),
    Action("top_up", str(QT_TRANSLATE_NOOP("Keys", "Top up, sell a pass")), _CASHIER, ("F8",)),
    Action("deposit", str(QT_TRANSLATE_NOOP("Keys", "Take a deposit")), _CASHIER, ("Shift+F4",)),
    Action("deposits", str(QT_TRANSLATE_NOOP("Keys", "Open deposits")), _CASHIER, ("Shift+F5",)),
    Action("debtors", str(QT_TRANSLATE_NOOP("Keys", "Who owes")), _CASHIER, ("Shift+F8",)),
    Action("refund", str(QT_TRANSLATE_NOOP("Keys", "Take goods back")), _CASHIER, ("F7",)),
    Action("void", str(QT_TRANSLATE_NOOP("Keys", "Void the last sale")), _CASHIER, ("Shift+F7",)),
    Action("pay", str(QT_TRANSLATE_NOOP("Keys", "Pay")), _CASHIER, ("F9", "+")),
    Action("quantity", str(QT_TRANSLATE_NOOP("Keys", "Quantity of the line")), _CASHIER, ("*",)),
    Action("discount", str(QT_TRANSLATE_NOOP("Keys", "Discount on the line")), _CASHIER, ("/",)),
    Action(
        "basket_discount",
        str(QT_TRANSLATE_NOOP("Keys", "Discount on the whole cart")),
        _CASHIER,
        ("F10",),
    ),
    Action(
        "open_item", str(QT_TRANSLATE_NOOP("Keys", "Sell by name and price")), _CASHIER, ("F11",)
    ),
    Action("hint_take", str(QT_TRANSLATE_NOOP("Keys", "Hint: taken")), _CASHIER, ("Ctrl+H",)),
    Action("hint_no", str(QT_TRANSLATE_NOOP("Keys", "Hint: no")), _CASHIER, ("Ctrl+Shift+H",)),
    Action("served_by", str(QT_TRANSLATE_NOOP("Keys", "Who serves")), _CASHIER, ("Ctrl+U",)),
    Action("delete_line", str(QT_TRANSLATE_NOOP("Keys", "Delete the line")), _CASHIER, ("Del",)),
    Action(
        "clear_cart", str(QT_TRANSLATE_NOOP("Keys", "Empty the cart")), _CASHIER, ("Shift+Del",)
    ),
    Action("feedback", str(QT_TRANSLATE_NOOP("Keys", "Feedback")), _CASHIER, ("Ctrl+K",)),
    Action("reprint", str(QT_TRANSLATE_NOOP("Keys", "Print again")), _CASHIER, ("Ctrl+P",)),
    Action("invoice", str(QT_TRANSLATE_NOOP("Keys", "Invoice")), _EVERYWHERE, ("Ctrl+I",)),
    Action(
        "gift_receipt", str(QT_TRANSLATE_NOOP("Keys", "Gift receipt")), _EVERYWHERE, ("Ctrl+G",)
    ),
    Action("drawer", str(QT_TRANSLATE_NOOP("Keys", "Drawer")), _EVERYWHERE, ("Ctrl+M",)),
    Action("close_day", str(QT_TRANSLATE_NOOP("Keys", "Close the day")), _EVERYWHERE, ("Ctrl+D",)),
    Action("stock", str(QT_TRANSLATE_NOOP("Keys", "Book stock")), _LISTS, ("Ctrl+B",)),
    Action("labels", str(QT_TRANSLATE_NOOP("Keys", "Print labels")), _LISTS, ("Ctrl+Shift+L",)),
    Action("earlier", str(QT_TRANSLATE_NOOP("Keys", "Move the tile up")), _LISTS, ("Alt+Up",)),
    Action("later", str(QT_TRANSLATE_NOOP("Keys", "Move the tile down")), _LISTS, ("Alt+Down",)),
    Action(
        "print_jobs", str(QT_TRANSLATE_NOOP("Keys", "Prints that wait")), _EVERYWHERE, ("Ctrl+J",)
    ),
    Action("camera", str(QT_TRANSLATE_NOOP("Keys", "Scan by camera")), _EVERYWHERE, ("Ctrl+R",)),
    Action(
        "lock",
        str(QT_TRANSLATE_NOOP("Keys", "Lock or change person")),
        _EVERYWHERE,
        ("Ctrl+L",),
    ),
    Action("keys", str(QT_TRANSLATE_NOOP("Keys", "All keys")), _EVERYWHERE, ("F1",)),
    Action(
        "find", str(QT_TRANSLATE_NOOP("Keys", "Go to the search field")), _EVERYWHERE, ("Ctrl+F",)
    ),
    Action("new", str(QT_TRANSLATE_NOOP("Keys", "Add a new one")), _EVERYWHERE, ("Ctrl+N",)),
    Action("edit", str(QT_TRANSLATE_NOOP("Keys", "Change this one")), _EVERYWHERE, ("Ctrl+E",)),
    Action("save", str(QT_TRANSLATE_NOOP("Keys", "Save")), _EVERYWHERE, ("Ctrl+S",)),
    Action("undo", str(QT_TRANSLATE_NOOP("Keys", "Undo")), _EVERYWHERE, ("Ctrl+Z",)),
    Action("back", str(QT_TRANSLATE_NOOP("Keys", "Back")), _EVERYWHERE, ("Esc",)),
    Action("today", str(QT_TRANSLATE_NOOP("Keys", "Today at a glance")), _EVERYWHERE, ("Ctrl+T",)),
    Action("next_tab", str(QT_TRANSLATE_NOOP("Keys", "Next tab")), _EVERYWHERE, ("Ctrl+Tab",)),
    Action(
        "tab_before",
        str(QT_TRANSLATE_NOOP("Keys", "Tab before")),
        _EVERYWHERE,
        ("Ctrl+Shift+Tab",),
    ),
    Action("go_cashier", str(QT_TRANSLATE_NOOP("Keys", "Cashier")), _SECTIONS, ("Ctrl+1",)),
    Action("go_members", str(QT_TRANSLATE_NOOP("Keys", "Members")), _SECTIONS, ("Ctrl+2",)),
    Action("go_sales", str(QT_TRANSLATE_NOOP("Keys", "Sales")), _SECTIONS, ("Ctrl+3",)),
    Action("go_products", str(QT_TRANSLATE_NOOP("Keys", "Products")), _SECTIONS, ("Ctrl+4",)),
    Action("go_loyalty", str(QT_TRANSLATE_NOOP("Keys", "Loyalty")), _SECTIONS, ("Ctrl+5",)),
    Action("go_settings", str(QT_TRANSLATE_NOOP("Keys", "Settings")), _SECTIONS, ("Ctrl+6",)),
    Action("go_insight", str(QT_TRANSLATE_NOOP("Keys", "Insight")), _SECTIONS, ("Ctrl+7",)),
    Action("go_care", str(QT_TRANSLATE_NOOP("Keys", "Care")), _SECTIONS, ("Ctrl+8",)),
)

KEYMAPS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "default": {},
    "guanjiapo": {
        "products": ("F12",),
        "hold": ("F7",),
        "recall": ("F8",),
        "basket_discount": ("F10",),
        "points": ("F6",),
        "benefits": ("F4",),
        "top_up": ("F5",),
        "refund": ("F3",),
        "void": ("Shift+F3",),
        "pay": ("F9", "End"),
    },
    "supermarket": {
        "member": ("F8",),
        "products": ("F2",),
        "hold": ("F3",),
        "recall": ("F4",),
        "points": ("F7",),
        "benefits": ("F5",),
        "top_up": ("F10",),
        "basket_discount": ("F6",),
        "refund": ("F9",),
        "void": ("Shift+F9",),
        "pay": ("+", "F12"),
        "delete_line": ("Del", "-"),
    },
}
"""What each keymap changes of the table above; who used that kind of till finds its keys."""

_MODIFIERS_THAT_COUNT: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Keys(QObject):
    """The keys in force: a keymap, and what the shop rebound on top of it."""

    changed = Signal()

    def __init__(self, keymap: str = "default", rebound: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._of: dict[str, tuple[str, ...]] = {}
        self._action_of: dict[str, str] = {}
        self._bound: list[tuple[str, QWidget, Callable[[], None], list[QShortcut]]] = []
        self.use(keymap, rebound)

    def use(self, keymap: str, rebound: Mapping[str, str] | None = None) -> None:
        """Change the keymap; `rebound` maps an action to its keys, parted by blanks."""
        changes = KEYMAPS.get(keymap, {})
        self._of = {action.id: changes.get(action.id, action.keys) for action in ACTIONS}
        for action_id, names in (rebound or {}).items():
            if action_id in self._of:
                self._of[action_id] = tuple(names.split())
        self._action_of = {}
        for action_id, names_of in self._of.items():
            for name in names_of:
                self._action_of.setdefault(canonical(name), action_id)
        for at, (action_id, widget, slot, old) in enumerate(self._bound):
            for shortcut in old:
                # It lives on until the event loop turns, and two for one key start nothing.
                shortcut.setEnabled(False)
                shortcut.deleteLater()
            self._bound[at] = (action_id, widget, slot, self._shortcuts(action_id, widget, slot))
        self.changed.emit()

    def of(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action, the first being the one shown."""
        return self._of[action_id]

    def hint(self, action_id: str) -> str:
        """The key to show beside the action; "" where it has none."""
        names = self._of[action_id]
        return names[0] if names else ""

    def action(self, event: QKeyEvent) -> str | None:
        """The action a key press starts, by its character or by its name; None for none.

        For a screen's `keyPressEvent`: single characters arrive here and nowhere else.
        """
        return self._action_of.get(name_of(event))

    def signs(self) -> str:
        """All single characters that start something, for `Omnibox.pass_on`."""
        return "".join(name for name in self._action_of if len(name) == 1)

    def clashes(self) -> dict[str, tuple[str, ...]]:
        """Keys that two actions claim: the key, and the actions in the table's order."""
        claims: dict[str, list[str]] = {}
        for action_id, names in self._of.items():
            for name in names:
                claims.setdefault(canonical(name), []).append(action_id)
        return {name: tuple(ids) for name, ids in claims.items() if len(ids) > 1}

    def bind(self, widget: QWidget, action_id: str, slot: Callable[[], None]) -> None:
        """Call `slot` on the action's keys while the focus is in `widget`.

        Single characters are left out, since a scanner types them too: they reach
        `action` from the screen's `keyPressEvent`.
        """
        shortcuts = self._shortcuts(action_id, widget, slot)
        entry = (action_id, widget, slot, shortcuts)
        self._bound.append(entry)
        widget.destroyed.connect(lambda: self._forget(action_id, slot))

    def _forget(self, action_id: str, slot: Callable[[], None]) -> None:
        self._bound = [b for b in self._bound if not (b[0] == action_id and b[2] == slot)]

    def _shortcuts(
        self, action_id: str, widget: QWidget, slot: Callable[[], None]
    ) -> list[QShortcut]:
        made = []
        for name in self._of[action_id]:
            if len(name) == 1:
                continue
            shortcut = QShortcut(QKeySequence(name), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)
            made.append(shortcut)
        return made


def action_label(action: Action) -> str:
    """What the action is called in the language shown."""
    return QCoreApplication.translate("Keys", action.label)


def group_label(group: str) -> str:
    """What a group of actions is called in the language shown."""
    return QCoreApplication.translate("Keys", group)


def canonical(name: str) -> str:
    """A key's name as Qt writes it, so that two spellings of one key are the same."""
    if len(name) == 1:
        return name
    return QKeySequence(name).toString(QKeySequence.SequenceFormat.PortableText)


def name_of(event: QKeyEvent) -> str:
    """What the table calls the key pressed: its character, or Qt's name of the combination."""
    text = event.text()
    command = event.modifiers() & _MODIFIERS_THAT_COUNT
    if len(text) == 1 and text.isprintable() and not command:
        return text
    keypad = Qt.KeyboardModifier.KeypadModifier
    combination = QKeySequence(event.key() | (event.modifiers() & ~keypad).value)
    return combination.toString(QKeySequence.SequenceFormat.PortableText)
