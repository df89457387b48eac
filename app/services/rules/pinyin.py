"""How a name is found by typing: hanzi, pinyin, initials, Latin words.

Every reading is ASCII with ü written v, as it is typed. A surname's own reading (曾 zēng)
stands first; the common one (céng) is kept too, for the clerk who types that.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
import zlib
from array import array
from functools import lru_cache
from typing import NamedTuple

from app.resources import resource_path

TOKEN_LENGTH = 48
"""The most characters of a token; a longer query is cut to it."""

MAX_UNITS = 24
"""How many hanzi or words of a name are searched for; the rest of a longer one is not."""

_FIRST, _LAST = 0x3400, 0x9FFF

# One character, and the reading it has as a surname.
_SURNAME_READINGS = """
    单=shan 單=shan 仇=qiu 解=xie 曾=zeng 区=ou 區=ou 查=zha 翟=zhai 盖=ge 蓋=ge 覃=qin 朴=piao
    缪=miao 繆=miao 乐=yue 樂=yue 员=yun 員=yun 贠=yun 召=shao 黑=he 秘=bi 祕=bi 折=she 种=chong
    種=chong 洗=xian 逢=pang 牟=mu 隗=wei 贲=ben 賁=ben 句=gou 么=yao 佴=nai 能=nai 阚=kan 闞=kan
    薄=bo 郇=xun 都=du 祭=zhai 乜=nie 炅=gui 重=chong 卜=bu 角=jue 适=kuo 泷=shuang 瀧=shuang
    繁=po 粘=nian 尉=wei 宁=ning 任=ren 华=hua 華=hua 燕=yan 葛=ge 纪=ji 紀=ji 应=ying 應=ying
    车=che 車=che 谌=chen 諶=chen 费=fei 費=fei
"""
_SURNAMES = {pair[0]: pair[2:] for pair in _SURNAME_READINGS.split()}
_COMPOUND_SURNAMES = {
    "尉迟": ("yu", "chi"),
    "尉遲": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "萬俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "長孫": ("zhang", "sun"),
    "令狐": ("ling", "hu"),
    "单于": ("chan", "yu"),
    "單于": ("chan", "yu"),
    "澹台": ("tan", "tai"),
    "澹臺": ("tan", "tai"),
    "乐正": ("yue", "zheng"),
    "樂正": ("yue", "zheng"),
    "皇甫": ("huang", "fu"),
    "亓官": ("qi", "guan"),
    "相里": ("xiang", "li"),
    "鲜于": ("xian", "yu"),
    "鮮于": ("xian", "yu"),
    "宰父": ("zai", "fu"),
    "夹谷": ("jia", "gu"),
    "夾谷": ("jia", "gu"),
    "拓跋": ("tuo", "ba"),
    "折兰": ("she", "lan"),
}

# Letters that Unicode does not take apart into a base and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
# ü, and ü with each tone mark.
_UMLAUTS = frozenset("üǖǘǚǜ")


class _Table(NamedTuple):
    syllables: list[str]
    dense: array[int]
    sparse: dict[int, str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    """The readings of `resources/pinyin.bin`; its layout stands in its build script."""
    data = zlib.decompress(resource_path("pinyin.bin").read_bytes())
    (length,) = struct.unpack_from("<H", data)
    syllables = data[2 : 2 + length].decode("ascii").split(" ")
    start, size = 2 + length, 2 * (_LAST - _FIRST + 1)
    dense = array("H", data[start : start + size])
    if sys.byteorder == "big":
        dense.byteswap()
    start += size
    (count,) = struct.unpack_from("<H", data, start)
    code_points = struct.unpack_from(f"<{count}I", data, start + 2)
    indices = struct.unpack_from(f"<{count}H", data, start + 2 + 4 * count)
    sparse = {c: syllables[i] for c, i in zip(code_points, indices, strict=True)}
    return _Table(syllables, dense, sparse)


@lru_cache(maxsize=8192)
def _reading(character: str) -> str:
    """The common reading of one hanzi; empty for anything else."""
    table, code_point = _table(), ord(character)
    if _FIRST <= code_point <= _LAST:
        return table.syllables[table.dense[code_point - _FIRST]]
    return table.sparse.get(code_point, "")


def _only_hanzi(text: str) -> bool:
    return all(map(_reading, text))


def _folded(text: str, umlaut: str) -> str:
    """Lower case without accents; `umlaut` is what ü becomes after l and n."""
    if text.isascii():
        return text.lower()
    letters: list[str] = []
    for letter in unicodedata.normalize("NFKC", text).casefold():
        if letter in _UMLAUTS and letters and letters[-1] in "ln":
            letters.append(umlaut)
        else:
            letters.append(letter)
    apart = unicodedata.normalize("NFKD", "".join(letters).translate(_PLAIN_LETTERS))
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def _units(text: str, umlaut: str) -> list[str]:
    """The hanzi, one by one, and the words of a text, folded; what separates them is dropped.

    A text of nothing but punctuation is one unit, so that it is found too.
    """
    if _only_hanzi(text):
        return list(text[:MAX_UNITS])
    folded = _folded(text, umlaut)
    units: list[str] = []
    word = ""
    for character in folded:
        if _reading(character):
            units += [word, character] if word else [character]
            word = ""
        elif character.isalnum() or unicodedata.category(character)[0] == "S":
            word += character
        elif word and character not in "'’":
            units.append(word)
            word = ""
    if word:
        units.append(word)
    if not units and (rest := "".join(folded.split())):
        units.append(rest)
    return units[:MAX_UNITS]


def _common(units: list[str]) -> list[str]:
    """Each unit's common reading, or the word itself."""
    return [(_reading(unit) if len(unit) == 1 else "") or unit for unit in units]


def _as_surname(units: list[str]) -> tuple[str, ...]:
    """The readings of the surname the units begin with; empty when it has none of its own."""
    if len(units) < 2 or len(units[0]) != 1:
        return ()
    compound = _COMPOUND_SURNAMES.get(units[0] + units[1])
    if compound is not None:
        return compound
    single = _SURNAMES.get(units[0])
    return (single,) if single else ()


def syllables(name: str) -> tuple[str, ...]:
    """The name's reading, a syllable for each hanzi, Latin words as they are in lower case.

    >>> syllables("曾雨晴")
    ('zeng', 'yu', 'qing')
    """
    units = _units(name, "v")
    surname = _as_surname(units)
    return (*surname, *_common(units)[len(surname) :])


def search_tokens(name: str) -> frozenset[str]:
    """Everything a name is found by; a query finds the member when it begins one of these.

    The rest of the name from each hanzi or word on (雨晴), the pinyin of all of it
    (zengyuqing), and its initials (zyq). None is longer than `TOKEN_LENGTH`.
    """
    units = _units(name, "v")
    if not units:
        return frozenset()
    tokens = {"".join(units[start:]) for start in range(len(units))}
    if not (name.isascii() or _only_hanzi(name)):
        plain = _units(name, "u")
        tokens.update("".join(plain[start:]) for start in range(len(plain)))
    common = _common(units)
    surname = _as_surname(units)
    readings = [common, [*surname, *common[len(surname) :]]] if surname else [common]
    for reading in readings:
        joined = "".join(reading)
        tokens.add(joined)
        if "ve" in joined:  # 略 is typed lue as often as lve.
            tokens.add(joined.replace("lve", "lue").replace("nve", "nue"))
        if len(reading) > 1:
            tokens.add("".join(syllable[0] for syllable in reading))
    return frozenset([token[:TOKEN_LENGTH] for token in tokens])


def normalise_query(text: str) -> str:
    """What was typed, in the form of the tokens: folded, without spaces and punctuation.

    Empty for a blank text.
    """
    return "".join(_units(text, "v"))[:TOKEN_LENGTH]
