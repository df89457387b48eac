"""The figures of the compass as people read them, in one language and currency."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.services.compass_types import BenefitUse, Counted, Owed, TierMove
from app.services.documents.compass_words import CompassWords, compass_words
from app.services.documents.receipt_words import with_sign
from app.services.rules.insight.figures import Figure, FigureName, Unit, Way, change
from app.services.rules.insight.periods import Period
from app.services.rules.money import BASIS_POINTS, Currency, plain, plain_money

if TYPE_CHECKING:
    from app.services.compass_lists import Behind

UNKNOWN = "–"
# From here on a multiple says more than a percentage.
MANY_TIMES_BP = 100_000


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison in words, and whether it is good news (1), bad news (-1) or neither (0)."""

    text: str
    news: int


@dataclass(frozen=True, slots=True)
class Part:
    """What the members behind a figure have of it: its name, and how a number is shown, and
    written to a file."""

    heading: str
    said: Callable[[int], str]
    written: Callable[[int], str] = str


class Told:
    """Says figures in one language."""

    def __init__(self, language: str, currency: Currency) -> None:
        self.language = language
        self.currency = currency
        self.words: CompassWords = compass_words(language)

    def amount(self, minor: int) -> str:
        """Money with the currency's sign."""
        return with_sign(minor, self.currency)

    def value(self, name: FigureName, number: int | None) -> str:
        """A figure's number; a dash where it is not known."""
        if number is None:
            return UNKNOWN
        if name.unit is Unit.MONEY:
            return self.amount(number)
        return percent(number) if name.unit is Unit.SHARE else _count(number)

    def beside(self, figure: Figure) -> tuple[Beside, Beside]:
        """How it stands to the period before and to a year before: "↑ 12 % · before ¥8.00"."""
        return (
            self._beside(figure, figure.before, self.words.before),
            self._beside(figure, figure.year_before, self.words.year_before),
        )

    def spoken(self, figure: Figure) -> str:
        """The whole figure in one sentence."""
        told = [self.value(figure.name, figure.now)]
        told += (each.text for each in self.beside(figure))
        return f"{self.words.names[figure.name]}: {', '.join(told)}"

    def how(self, name: str) -> str:
        """What a figure or a list is called, and how it is counted."""
        return self.words.told.format(name=self.words.names[name], text=self.words.how[name])

    def part(self, behind: Behind) -> Part:
        """How the members behind a figure, or a row of a table, are told what they have of it."""
        words, what = self.words, behind.what
        way = FigureName.TIERS_UP if behind.key[:1] == ("reached",) else FigureName.TIERS_DOWN
        heading, money = {
            "move": (words.names[way], False),
            "benefit": (words.uses, False),
            "pair": (words.baskets, False),
            "product": (words.revenue, True),
            "owed_on": (words.names["owed"], True),
            FigureName.MEMBER_SHARE: (words.names["member_revenue"], True),
        }.get(what) or (words.names[what], FigureName(what).unit is Unit.MONEY)
        if money:
            return Part(heading, self.amount, partial(plain_money, currency=self.currency))
        return Part(heading, _count)

    def change(self, now: int | None, was: int | None, unit: Unit = Unit.COUNT) -> str:
        """ "↑ 12 %", "↓ 3.1 points", "↑ 14 times", or a word: never colour alone."""
        moved, words = change(now, was, unit), self.words
        if moved.way in (Way.UP, Way.DOWN):
            arrow = "↑" if moved.way is Way.UP else "↓"
            if unit is Unit.SHARE:
                return f"{arrow} {words.change_points.format(by=_tenths(moved.by))}"
            if moved.by < MANY_TIMES_BP:
                return f"{arrow} {rough_percent(moved.by)}"
            times = (moved.by + BASIS_POINTS // 2) // BASIS_POINTS + 1
            return f"{arrow} {words.change_times.format(by=f'{times:,}')}"
        told = {Way.SAME: words.same, Way.NEW: words.was_nothing}
        return told.get(moved.way, words.unknown)

    def period(self, period: Period) -> str:
        """ "2026-11-01 to 2026-11-21"."""
        first, last = period.first.isoformat(), period.last.isoformat()
        return self.words.period.format(first=first, last=last)

    def source(self, row: Counted) -> str:
        """Where members came from."""
        return row.key or self.words.no_source

    def move(self, move: TierMove) -> str:
        """From which tier into which."""
        tier = move.tier.said(self.language)
        if move.was is None:
            return self.words.first_tier.format(tier=tier)
        return self.words.from_tier.format(was=move.was.said(self.language), tier=tier)

    def benefit(self, use: BenefitUse) -> str:
        """Its name and what it is."""
        return f"{use.name.said(self.language)} ({self.words.kinds.get(use.kind, use.kind)})"

    def headings(self) -> tuple[str, str]:
        """Over the columns of the two periods compared with."""
        words = (self.words.before, self.words.year_before)
        before, year_before = (word[:1].upper() + word[1:] for word in words)
        return before, year_before

    def read(self, read: int, sales: int) -> str:
        """How many sales were looked at, where it is not all of them."""
        if read >= sales:
            return ""
        return self.words.newest_read.format(read=f"{read:,}", sales=f"{sales:,}")

    def no_pairs(self, sales: int) -> str:
        """What stands where no pair does: chance, or that nothing was sold."""
        return self.words.by_chance if sales else self.words.nothing

    def owed_parts(self, months: Sequence[Owed]) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """What is owed, part by part over the months."""
        words = self.words.owed
        return (
            (words["points"], tuple(each.points_minor for each in months)),
            (words["wallets"], tuple(each.wallets_minor for each in months)),
            (words["kept"], tuple(each.kept_minor for each in months)),
        )

    def _beside(self, figure: Figure, was: int | None, when: str) -> Beside:
        if was is None and figure.now is None:
            return Beside(f"{when} {UNKNOWN}", 0)
        moved = change(figure.now, was, figure.name.unit)
        said = self.change(figure.now, was, figure.name.unit)
        text = f"{said} · {when} {self.value(figure.name, was)}"
        if figure.name.told_neither_way or moved.way in (Way.SAME, Way.UNKNOWN):
            return Beside(text, 0)
        good = (moved.way is Way.DOWN) is figure.name.less_is_better
        return Beside(text, 1 if good else -1)


def _count(number: int) -> str:
    return f"{number:,}".replace("-", "−")


def percent(bp: int) -> str:
    """A share in basis points as percent with one decimal, half up."""
    return f"{_tenths(bp)}%"


def rough_percent(bp: int) -> str:
    """A share in whole percent, half up; "< 1%" where that would hide it."""
    whole = (bp + 50) // 100
    return f"{whole:,}%" if whole or not bp else "< 1%"


def _tenths(bp: int) -> str:
    return plain((bp + 5) // 10, 1)
