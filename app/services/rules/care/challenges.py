"""Challenges (挑战赛): who stands where, and by what name others may see it."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")
_FIRST_HAN = 0x2E80
# Surnames of two characters, in both scripts.
_COMPOUND_SURNAMES = """
欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 尉迟 尉遲 令狐 慕容 皇甫 夏侯 长孙 長孫 宇文 东方 東方 南宫 南宮
西门 西門 公孙 公孫 轩辕 軒轅 端木 独孤 獨孤 司徒 司空 呼延 万俟 萬俟 闻人 聞人 澹台 澹臺 赫连 赫連
钟离 鍾離 鲜于 鮮于 单于 單于 申屠 仲孙 仲孫 太史 濮阳 濮陽 淳于 百里 东郭 東郭 拓跋 乐正 樂正
"""
_COMPOUND = frozenset(_COMPOUND_SURNAMES.split())


class Measure(StrEnum):
    """What is counted; the values are stored."""

    VISITS = "visits"
    SPEND = "spend"
    POINTS = "points"
    MEASUREMENT = "measurement"


class Stage(StrEnum):
    """Where a challenge is in its life."""

    COMING = "coming"
    RUNNING = "running"
    OVER = "over"
    CALLED_OFF = "called_off"


def stage_of(first: date, last: date, today: date, *, called_off: bool) -> Stage:
    """Where a challenge is; both its days are included."""
    if called_off:
        return Stage.CALLED_OFF
    if today < first:
        return Stage.COMING
    return Stage.OVER if today > last else Stage.RUNNING


def ranked(values: Mapping[T, int | None], order: Sequence[T]) -> list[tuple[int, T, int | None]]:
    """(place, who, value), the highest first; ties share a place, and stand in `order`.

    Who has no value yet comes last, without a place (0).
    """
    at = {who: number for number, who in enumerate(order)}
    known = [(who, value) for who, value in values.items() if value is not None]
    known.sort(key=lambda pair: (-pair[1], at[pair[0]]))
    board: list[tuple[int, T, int | None]] = []
    for number, (who, value) in enumerate(known, 1):
        tied = board and board[-1][2] == value
        board.append((board[-1][0] if tied else number, who, value))
    rest = [who for who in order if who in values and values[who] is None]
    return [*board, *((0, who, None) for who in rest)]


def short_name(name: str) -> str:
    """A name that others may see: 曾雨晴 as 曾*, 欧阳娜娜 as 欧阳*, Anna Rossi as Rossi *.

    One foreign word is cut to its first letter: nobody knows whether it is the surname.
    """
    words = name.split()
    if not words:
        return "*"
    whole = "".join(words)
    if all(ord(character) >= _FIRST_HAN for character in whole):
        surname = whole[:2] if whole[:2] in _COMPOUND and len(whole) > 2 else whole[:1]
        return f"{surname}*"
    return f"{words[-1]} *" if len(words) > 1 else f"{words[0][:1]}*"
