"""Which members may be one person: keys that bring likely pairs together, and what speaks for one.

Never everyone beside everyone: only who shares a key is compared (`keys`), and a key that very
many share (a birthday that stands for "not asked") brings nobody together. A pair is told from
`TOLD_FROM` points on. What each sign weighs:

    the same phone 60, the same WeChat 60, the same e-mail 50, one phone the end of the other 35
    the same birthday with its year 45, without 30; the last four digits of the phone 20
    the same name 30, one that sounds the same 20, one letter typed otherwise 15
    two birthdays that differ take 25 off, two genders 15
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize

from app.services.rules.birthdays import NotABirthday, birth_date, parse_birthday
from app.services.rules.pinyin import normalise_query, syllables

TOLD_FROM = 50
MOST_SURE = 99
LARGEST_BLOCK = 40
"""A key that more members share says nothing of who they are."""

LEAST_DIGITS = 7
_LAST_DIGITS = 4
_LEAST_LETTERS = 5


class Sign(StrEnum):
    """What speaks for two members being one."""

    PHONE = "phone"
    PHONE_END = "phone_end"
    WECHAT = "wechat"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    BIRTH_DAY = "birth_day"
    NAME = "name"
    SOUND = "sound"
    TYPED = "typed"
    LAST_DIGITS = "last_digits"


WEIGHTS = {
    Sign.PHONE: 60,
    Sign.PHONE_END: 35,
    Sign.WECHAT: 60,
    Sign.EMAIL: 50,
    Sign.BIRTHDAY: 45,
    Sign.BIRTH_DAY: 30,
    Sign.NAME: 30,
    Sign.SOUND: 20,
    Sign.TYPED: 15,
    Sign.LAST_DIGITS: 20,
}
_OTHER_BIRTHDAY, _OTHER_GENDER = 25, 15


@dataclass(frozen=True, slots=True)
class Person:
    """A member as far as two are compared; `home` is the calling code of the shop's country."""

    name: str = ""
    phone: str = ""
    birthday: str = ""
    gender: str = ""
    email: str = ""
    wechat: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is that two are one (0 to 99), and why, weightiest first."""

    score: int
    signs: tuple[Sign, ...]


# --- what is compared -----------------------------------------------------------

_APART = re.compile(r"[/,;、；，|\n]|\b(?:or|and)\b|或")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_FUZZY = re.compile(r"([zcs])h")


def numbers_in(phone: str, home: str) -> tuple[str, ...]:
    """The numbers that a phone as typed holds: digits without country code and trunk zero.

    >>> numbers_in("+86 138-0013 8000 / 010 6552 9988", "86")
    ('13800138000', '1065529988')
    """
    plain = len(phone) == 11 and phone.isascii() and phone.isdecimal() and phone[0] != "0"
    if plain and not (home and phone.startswith(home)):
        return (phone,)  # as most are stored
    found: list[str] = []
    for part in _APART.split(normalize("NFKC", phone)):
        digits = _NOT_DIGITS.sub("", part).lstrip("0")
        if home and digits.startswith(home) and len(digits) >= len(home) + 8:
            digits = digits[len(home) :].lstrip("0")
        if len(digits) >= LEAST_DIGITS:
            found.append(digits)
    return tuple(found)


@lru_cache(maxsize=8192)
def sound_of(name: str) -> str:
    """How a name sounds, as it is mistaken: without tones, zh as z, -ng as -n, words joined."""
    joined = "".join(syllables(name))
    return _FUZZY.sub(r"\1", joined).replace("ng", "n")


@lru_cache(maxsize=8192)
def _sounds(name: str) -> frozenset[str]:
    """The same with the surname first or last, as Latin names are written both ways."""
    parts = syllables(name)
    orders = (parts, parts[1:] + parts[:1], parts[-1:] + parts[:-1])
    return frozenset(
        _FUZZY.sub(r"\1", "".join(order)).replace("ng", "n") for order in orders if order
    )


@lru_cache(maxsize=8192)
def _letters(name: str) -> str:
    """The letters of its sound in order: they bring together who is written surname first and
    who is not."""
    return "".join(sorted(sound_of(name)))


def _born(birthday: str) -> tuple[str, str]:
    """(whole day of birth or empty, day of the year), both solar where they can be."""
    if len(birthday) == len("1990-03-08") and birthday[:4].isdecimal():
        return birthday, birthday[5:]  # as most are stored
    return _read(birthday) if birthday else ("", "")


@lru_cache(maxsize=8192)
def _read(birthday: str) -> tuple[str, str]:
    try:
        found = parse_birthday(birthday)
    except NotABirthday:
        return "", ""
    if found is None:
        return "", ""
    whole = birth_date(found)
    if whole is not None:
        return whole.isoformat(), f"{whole:%m-%d}"
    return "", f"{'lunar ' if found.lunar else ''}{found.month:02d}-{found.day:02d}"


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", text).casefold().split())


def _are_same(one: str, other: str) -> bool:
    """Whether two texts say something, and the same."""
    folded = _folded(one) if one and other else ""
    return bool(folded) and folded == _folded(other)


def keys(person: Person) -> tuple[str, ...]:
    """What a person is looked for by: two who may be one share at least one of these."""
    found: list[str] = []
    numbers = numbers_in(person.phone, person.home)
    found += [f"p{digits[-LEAST_DIGITS:]}" for digits in numbers]
    for sign, text in (("e", person.email), ("w", person.wechat)):
        if text and (folded := _folded(text)):
            found.append(f"{sign}{folded}")
    whole, day = _born(person.birthday)
    if not person.name or not (day or numbers):
        return tuple(found)
    letters = _letters(person.name)
    if day:
        found.append(f"b{day} {letters}")
    if whole and person.name.isascii():
        found.append(f"t{whole} {letters[:1]}")
    found += [f"l{digits[-_LAST_DIGITS:]} {letters}" for digits in numbers]
    return tuple(found)


def likeness(one: Person, other: Person) -> Likeness | None:
    """What speaks for two being one person; None where it is not enough to tell."""
    signs = [*_reached(one, other), *_named(one, other)]
    whole, day = _born(one.birthday)
    whole_other, day_other = _born(other.birthday)
    score = 0
    if whole and whole == whole_other:
        signs.append(Sign.BIRTHDAY)
    elif day and day == day_other and not (whole and whole_other):
        signs.append(Sign.BIRTH_DAY)
    elif day and day_other and ((whole and whole_other) or " " not in day + day_other):
        score -= _OTHER_BIRTHDAY
    if one.gender and other.gender and one.gender != other.gender:
        score -= _OTHER_GENDER
    score = min(MOST_SURE, score + sum(WEIGHTS[sign] for sign in signs))
    if score < TOLD_FROM:
        return None
    return Likeness(score, tuple(sorted(signs, key=lambda sign: -WEIGHTS[sign])))


def _reached(one: Person, other: Person) -> list[Sign]:
    """What speaks for one in how they are reached."""
    signs: list[Sign] = []
    mine, theirs = (numbers_in(each.phone, each.home) for each in (one, other))
    if set(mine) & set(theirs):
        signs.append(Sign.PHONE)
    elif any(a.endswith(b) or b.endswith(a) for a in mine for b in theirs):
        signs.append(Sign.PHONE_END)
    elif {n[-_LAST_DIGITS:] for n in mine} & {n[-_LAST_DIGITS:] for n in theirs}:
        signs.append(Sign.LAST_DIGITS)
    if _are_same(one.wechat, other.wechat):
        signs.append(Sign.WECHAT)
    if _are_same(one.email, other.email):
        signs.append(Sign.EMAIL)
    return signs


def _named(one: Person, other: Person) -> list[Sign]:
    """What speaks for one in their names."""
    if not one.name or not other.name:
        return []
    if normalise_query(one.name) == normalise_query(other.name):
        return [Sign.NAME]
    if _sounds(one.name) & _sounds(other.name):
        return [Sign.SOUND]
    if one.name.isascii() and other.name.isascii():
        mine, theirs = sound_of(one.name), sound_of(other.name)
        if min(len(mine), len(theirs)) >= _LEAST_LETTERS and _one_letter_apart(mine, theirs):
            return [Sign.TYPED]
    return []


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is missing, too many or another."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    return one[at + (len(one) == len(other)) :] == other[at + 1 :]
