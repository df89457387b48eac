"""A member's name on a receipt: enough to know oneself by, too little for a finder."""

from __future__ import annotations

import unicodedata

_HIDDEN_FROM = 0x2E80


def masked_name(name: str) -> str:
    """曾雨晴 as 曾*晴, 欧阳娜娜 as 欧**娜, 李雷 as 李*, Anna-Lena O'Brien as A*** O***."""
    words = name.split()
    if len(words) == 1 and all(ord(character) >= _HIDDEN_FROM for character in words[0]):
        letters = words[0]
        if len(letters) < 3:
            return letters[:1] + "*"
        return letters[0] + "*" * min(len(letters) - 2, 4) + letters[-1]
    return " ".join(f"{_first_letter(word)}***" for word in words[:3])


def _first_letter(word: str) -> str:
    """A letter with the marks on it."""
    length = 1
    while length < len(word) and unicodedata.combining(word[length]):
        length += 1
    return word[:length]
