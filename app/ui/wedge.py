"""What a keyboard-wedge scanner types, told apart from what a person types. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ENDS: Final = "\r\t"
"""A scan ends with Enter or Tab, given as "\\r" and "\\t"."""
_LONGEST: Final = 1024


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How this till's scanner types.

    `gap_ms` is the longest pause between two of its keys; `prefix` and `suffix` are
    what it sends around the code, which are taken off again.
    """

    gap_ms: int = 50
    min_length: int = 6
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """One code read. `longest_gap_ms` is what the calibration page shows."""

    code: str
    ended_by: str
    longest_gap_ms: int


class WedgeReader:
    """Keys in, scans out: quick keys in a row, long enough, ended by Enter or Tab."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self.settings = settings or WedgeSettings()
        self._keys: list[str] = []
        self._last_ms = 0
        self._longest_gap_ms = 0

    @property
    def pending(self) -> int:
        """How many keys may be the beginning of a scan."""
        return len(self._keys)

    def starts_anew(self, at_ms: int) -> bool:
        """Whether a key at this moment would begin a scan rather than go on with one."""
        return not self._keys or not 0 <= at_ms - self._last_ms <= self.settings.gap_ms

    def key(self, char: str, at_ms: int) -> Scan | None:
        """Take one key, typed at `at_ms` of any steady clock; a scan when it ends one."""
        if self.starts_anew(at_ms):
            self.forget()
        else:
            self._longest_gap_ms = max(self._longest_gap_ms, at_ms - self._last_ms)
        self._last_ms = at_ms
        if char not in ENDS:
            self._keys.append(char)
            if len(self._keys) > _LONGEST:
                self.forget()
            return None
        typed, longest = "".join(self._keys), self._longest_gap_ms
        self.forget()
        code = self._code_in(typed)
        return Scan(code, char, longest) if code is not None else None

    def forget(self) -> None:
        """Start anew, as after a key that no scanner sends."""
        self._keys.clear()
        self._longest_gap_ms = 0

    def _code_in(self, typed: str) -> str | None:
        """The code without prefix and suffix; None where `typed` is no scan."""
        settings = self.settings
        if not typed.startswith(settings.prefix) or not typed.endswith(settings.suffix):
            return None
        code = typed.removeprefix(settings.prefix).removesuffix(settings.suffix)
        return code if len(code) >= settings.min_length else None
