"""Who the demo shop's members are, and how each of them comes by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.services.demo import words
from app.services.member_types import DependantDraft, MemberDraft

# Visits a year, how many in a hundred members: regulars, weekly, monthly, rare.
_RHYTHMS = ((96, 5), (40, 15), (12, 47), (4, 33))
# One in ten has stopped coming at some time in the year.
_LAPSED = 10
_DAYS_BEFORE_OPENING = 900


@dataclass(frozen=True, slots=True)
class DemoMember:
    """A member and their habits. `daypart` is 0 morning to 3 evening; `favourites` are places
    in the list of products; after `lapses_on` they come no more."""

    draft: MemberDraft
    joined_on: date
    visits_a_year: int
    daypart: int
    favourites: tuple[int, ...]
    lapses_on: date | None


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    gender: str


class People:
    """Makes members, the same ones for the same seed and day."""

    def __init__(
        self, random: Random, language: str, first_day: date, today: date, tempting: Sequence[int]
    ) -> None:
        """`tempting` are the places of the products a member may be fond of, the best often."""
        self._random = random
        self._language = language
        self._tempting = tempting
        self._first_day = first_day
        self._today = today
        self._taken = 0

    def members(self, count: int) -> list[DemoMember]:
        """`count` members in the order in which they joined."""
        first = [self._regular(), *self._named()]
        rest = [self._anyone(self._name()) for _ in range(count - len(first))]
        return sorted([*first, *rest], key=lambda member: member.joined_on)

    # --- the ones every demo has ----------------------------------------------

    def _regular(self) -> DemoMember:
        """The member of the pictures: a birthday in three days, an oat latte most mornings."""
        birthday = self._today + timedelta(days=3)
        spoken = self._language
        draft = MemberDraft(
            name={"zh_CN": "曾雨晴", "zh_TW": "曾雨晴", "en": "Zeng Yuqing 曾雨晴"}[spoken],
            phone={"zh_CN": "13800138000", "zh_TW": "0912001800", "en": "91001800"}[spoken],
            gender="female",
            birthday=f"1992-{birthday.month:02d}-{birthday.day:02d}",
            tags=words.TAGS[spoken][:2],
            preferences=words.PREFERENCES[spoken][:4],
            occupation=words.OCCUPATIONS[spoken][0],
            source=words.SOURCES[spoken][1],
            adviser=words.ADVISERS[spoken][0],
            note=words.NOTES[spoken][1],
            marketing_consent=True,
            joined_on=self._first_day - timedelta(days=230),
        )
        joined_on = draft.joined_on or self._first_day
        return DemoMember(draft, joined_on, 60, 0, (0, 24), None)

    def _named(self) -> list[DemoMember]:
        """Names that a search must get right, in shops that have them."""
        names: tuple[str, ...]
        if self._language == "en":
            names = ("Siân O'Brien-McKay", "José García", "王𬭚 Wang Xin")
        else:
            names = ("单晓燕", "仇英杰", "解思远", "区慧敏", "欧阳静怡", "王𬭚", *words.GUESTS)
        return [self._anyone(_Name(self._written(name), "")) for name in names]

    # --- anyone -----------------------------------------------------------------

    def _anyone(self, name: _Name) -> DemoMember:
        random = self._random
        joined_on = self._joined_on()
        visits = random.choices(*zip(*_RHYTHMS, strict=True))[0]
        lapses_on = None
        if random.randrange(100) < _LAPSED:
            lapses_on = self._first_day + timedelta(days=random.randrange(60, 300))
        return DemoMember(
            draft=self._draft(name, joined_on),
            joined_on=joined_on,
            visits_a_year=max(1, round(visits * (60 + random.randrange(80)) / 100)),
            daypart=random.choices((0, 1, 2, 3), (40, 22, 26, 12))[0],
            favourites=tuple(random.choices(self._tempting, k=random.randrange(1, 4))),
            lapses_on=lapses_on,
        )

    def _joined_on(self) -> date:
        """Six in ten were members before the year began."""
        random = self._random
        if random.randrange(10) < 6:
            return self._first_day - timedelta(days=random.randrange(1, _DAYS_BEFORE_OPENING))
        days = (self._today - self._first_day).days
        return self._first_day + timedelta(days=random.randrange(days))

    def _draft(self, name: _Name, joined_on: date) -> MemberDraft:
        random, language = self._random, self._language
        return MemberDraft(
            name=name.text,
            phone=self._phone(),
            gender=name.gender,
            birthday=self._birthday(),
            joined_on=joined_on,
            tags=self._some(words.TAGS[language], 35, 2),
            preferences=self._some(words.PREFERENCES[language], 40, 3),
            note=self._maybe(words.NOTES[language], 6),
            email=f"member{self._taken:03d}@example.com" if random.randrange(100) < 12 else "",
            occupation=self._maybe(words.OCCUPATIONS[language], 22),
            source=self._maybe(words.SOURCES[language], 70),
            adviser=self._maybe(words.ADVISERS[language], 30),
            dependants=self._dependants(),
            marketing_consent=random.randrange(100) < 58,
        )

    def _name(self) -> _Name:
        random = self._random
        if self._language == "en" and random.randrange(10) < 7:
            text = f"{random.choice(words.LATIN_FIRST)} {random.choice(words.LATIN_LAST)}"
            return _Name(text, random.choice(("", "female", "male")))
        surname = random.choice(words.SURNAMES)
        if random.randrange(60) == 0:
            surname = random.choice(words.COMPOUND_SURNAMES)
        gender = random.choices(("female", "male"), (58, 42))[0]
        given = random.choice(words.GIVEN_FEMALE if gender == "female" else words.GIVEN_MALE)
        return _Name(self._written(surname + given), gender)

    def _written(self, name: str) -> str:
        return name.translate(words.TRADITIONAL) if self._language == "zh_TW" else name

    def _phone(self) -> str:
        """A valid number that nobody was given; one member in thirty gave none."""
        self._taken += 1
        random = self._random
        last = f"{self._taken * 7 % 1000:03d}"
        digit = random.randrange(10)
        head = random.choice(("138", "139", "136", "135", "158", "186", "189", "177", "150"))
        if random.randrange(30) == 0:
            return ""
        if self._language == "zh_TW":
            return f"09{10 + digit}000{last}"
        if self._language == "en":
            return f"9{1 + digit % 8}000{last}"
        return f"{head}0000{digit}{last}"

    def _birthday(self) -> str:
        """Three in four gave one: some lunar, some without a year."""
        random = self._random
        year, month, day = (
            1958 + random.randrange(48),
            random.randrange(1, 13),
            random.randrange(28),
        )
        kind = random.randrange(100)
        if kind < 25:
            return ""
        written = f"{month:02d}-{day + 1:02d}"
        if kind < 37 and self._language != "en":
            return f"lunar:{written}"
        if kind < 52:
            return f"--{written}"
        return "1996-02-29" if kind == 99 else f"{year}-{written}"

    def _dependants(self) -> tuple[DependantDraft, ...]:
        random = self._random
        if random.randrange(100) >= 5:
            return ()
        relation = random.choice(words.RELATIONS[self._language])
        name = random.choice(words.GIVEN_FEMALE) if self._language != "en" else "Ivy"
        year, month = self._today.year - random.randrange(3, 11), random.randrange(1, 13)
        return (DependantDraft(self._written(name), relation, f"{year}-{month:02d}-15"),)

    def _some(self, choices: tuple[str, ...], percent: int, most: int) -> tuple[str, ...]:
        random = self._random
        if random.randrange(100) >= percent:
            return ()
        return tuple(random.sample(choices, random.randrange(1, most + 1)))

    def _maybe(self, choices: tuple[str, ...], percent: int) -> str:
        random = self._random
        return random.choice(choices) if random.randrange(100) < percent else ""
