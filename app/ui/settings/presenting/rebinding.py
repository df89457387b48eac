"""Which keys may be given to an action, and what another action then loses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

KeysOf = Mapping[str, Sequence[str]]
"""The keys in force of every action."""

_TYPING: Final = frozenset(
    (
        "Esc",
        "Return",
        "Enter",
        "Tab",
        "Backtab",
        "Space",
        "Backspace",
        "Up",
        "Down",
        "Left",
        "Right",
        "Ctrl+A",
        "Ctrl+C",
        "Ctrl+V",
        "Ctrl+X",
        "Ctrl+Y",
    )
)
"""Keys that move, type or edit everywhere: no action may take them."""


def may_be_bound(key: str) -> bool:
    """Whether a key may start an action: none that text or a scanned code is made of."""
    if not key or " " in key or key in _TYPING or key.removeprefix("Shift+") in _TYPING:
        return False
    return not (len(key) == 1 and key.isalnum())


def owner_of(key: str, keys: KeysOf, *, besides: str) -> str:
    """The action that has this key now; "" where it is free or belongs to `besides`."""
    return next((action for action, held in keys.items() if key in held and action != besides), "")


def rebound(
    stored: Mapping[str, str], keys: KeysOf, action: str, wanted: Sequence[str]
) -> dict[str, str]:
    """What to store so that `action` has the keys `wanted`; whoever had them loses them."""
    result = dict(stored)
    for other, held in keys.items():
        kept = [key for key in held if key not in wanted]
        if other != action and len(kept) != len(held):
            result[other] = " ".join(kept)
    result[action] = " ".join(wanted)
    return result


def as_in_keymap(stored: Mapping[str, str], action: str) -> dict[str, str]:
    """What to store so that `action` has its keymap's keys again."""
    return {name: held for name, held in stored.items() if name != action}
