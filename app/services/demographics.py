"""Who the members are, and where they come from: counted by each trait."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.models import people as stored
from app.models.segments import last_seq
from app.services.desk import Desk
from app.services.insight_members import Members
from app.services.insights import Insights
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.insight.demographics import AGE_ENDS, age_band, age_on, area_of
from app.services.turns import politely

SHOWN = 30
_ASK_EVERY = 2_000


class Trait(StrEnum):
    """What members are parted by."""

    AGE = "age"
    AREA = "area"
    OCCUPATION = "occupation"
    SOURCE = "source"
    ADVISER = "adviser"
    TIER = "tier"


@dataclass(slots=True)
class Part:
    """The members of one value ("" where it is not known), and what they ever spent.

    An age band is named by its place; `others` stands for all values past the most frequent.
    """

    value: str
    members: int = 0
    spent_minor: int = 0
    seqs: "array[int]" = field(default_factory=lambda: array("q"))
    others: bool = False


@dataclass(frozen=True, slots=True)
class Demographics:
    """Every trait of a shop's members, as of a day."""

    as_of: date
    members: int
    parts: dict[Trait, tuple[Part, ...]]

    def known(self, trait: Trait) -> int:
        """Of how many members it is known."""
        return sum(part.members for part in self.parts[trait] if part.value or part.others)


def read_demographics(
    desk: Desk, insights: Insights, progress: Progress = silent, cancelled: StopAsked = never
) -> Demographics:
    """Every member who is not archived, counted once for each trait. Raises Cancelled."""
    today, tiers = desk.today(), desk.scheme.tiers
    order = [] if tiers is None else [tier.id for tier in tiers.tiers]
    first = order[0] if order else ""
    parts: dict[Trait, dict[str, Part]] = {trait: {} for trait in Trait}
    known = _Known(today, set(order), first)
    spending = _Spending(insights.rfm().grouped.members)
    members, last = 0, last_seq(desk.database)
    for seq, *texts in politely(stored.traits(desk.database, tiers=bool(order))):
        if members % _ASK_EVERY == 0:
            stop_if(cancelled)
            progress(seq, last)
        members += 1
        spent = spending.of(seq)
        for trait, text in zip(Trait, texts, strict=True):
            value = known[trait][text]
            part = parts[trait].get(value)
            if part is None:
                part = parts[trait][value] = Part(value)
            part.members += 1
            part.spent_minor += spent
            part.seqs.append(seq)
    return Demographics(
        today, members, {trait: _ordered(trait, found, order) for trait, found in parts.items()}
    )


class _Values(dict[str | None, str]):
    """What a text comes to; each is read once."""

    def __init__(self, read: Callable[[str], str]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str | None) -> str:
        value = self[text] = self._read(text or "")
        return value


class _Known(dict[Trait, _Values]):
    """How each trait is read, in the order of the columns."""

    def __init__(self, today: date, tiers: set[str], first: str) -> None:
        def band(birthday: str) -> str:
            age = age_on(birthday, today)
            return "" if age is None else str(age_band(age))

        super().__init__(
            {
                Trait.AGE: _Values(band),
                Trait.AREA: _Values(area_of),
                Trait.OCCUPATION: _Values(str.strip),
                Trait.SOURCE: _Values(str.strip),
                Trait.ADVISER: _Values(str.strip),
                Trait.TIER: _Values(lambda tier: tier if tier in tiers else first),
            }
        )


class _Spending:
    """What members spent, asked for in the order of their short keys."""

    def __init__(self, members: Members) -> None:
        self._members = members
        self._at = 0

    def of(self, seq: int) -> int:
        """Minor units; 0 for who never bought."""
        seqs = self._members.seqs
        while self._at < len(seqs) and seqs[self._at] < seq:
            self._at += 1
        found = self._at < len(seqs) and seqs[self._at] == seq
        return self._members.spent_minor[self._at] if found else 0


def _ordered(trait: Trait, found: dict[str, Part], tiers: list[str]) -> tuple[Part, ...]:
    """Ages and tiers in their order, others the most frequent first; the unknown last."""
    unknown = [found.pop("")] if "" in found else []
    if trait is Trait.AGE:
        bands = (found.get(str(at), Part(str(at))) for at in range(len(AGE_ENDS) + 1))
        return (*bands, *unknown) if found else tuple(unknown)
    if trait is Trait.TIER:
        return (*(found.get(tier, Part(tier)) for tier in tiers), *unknown)
    ranked = sorted(found.values(), key=lambda part: (-part.members, part.value))
    shown, rest = ranked[:SHOWN], ranked[SHOWN:]
    return (*shown, *_joined(rest), *unknown)


def _joined(rest: list[Part]) -> tuple[Part, ...]:
    """All that is left, as one."""
    if not rest:
        return ()
    others = Part("", others=True)
    for part in rest:
        others.members += part.members
        others.spent_minor += part.spent_minor
        others.seqs.extend(part.seqs)
    return (others,)
