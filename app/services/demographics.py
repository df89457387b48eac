"""Who the members are, and where they come from: counted by each trait."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.models import people as stored
from app.services.desk import Desk
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.insight.demographics import AGE_ENDS, age_band, age_on, area_of

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
    desk: Desk, progress: Progress = silent, cancelled: StopAsked = never
) -> Demographics:
    """Every member who is not archived, counted once for each trait. Raises Cancelled."""
    today = desk.today()
    tiers = desk.scheme.tiers
    order = [] if tiers is None else [tier.id for tier in tiers.tiers]
    parts: dict[Trait, dict[str, Part]] = {trait: {} for trait in Trait}
    members = 0
    for seq, *texts, tier, spent in stored.traits(desk.database):
        if members % _ASK_EVERY == 0:
            stop_if(cancelled)
            progress(members, 0)
        members += 1
        held = tier if tier in order else order[0] if order else ""
        for trait, value in _values(texts, held, today):
            part = parts[trait].setdefault(value, Part(value))
            part.members += 1
            part.spent_minor += spent
            part.seqs.append(seq)
    return Demographics(
        today, members, {trait: _ordered(trait, found, order) for trait, found in parts.items()}
    )


def _values(texts: list[str], tier: str, today: date) -> Iterator[tuple[Trait, str]]:
    birthday, address, occupation, source, adviser = texts
    age = age_on(birthday, today)
    yield Trait.AGE, "" if age is None else str(age_band(age))
    yield Trait.AREA, area_of(address)
    yield Trait.OCCUPATION, occupation.strip()
    yield Trait.SOURCE, source.strip()
    yield Trait.ADVISER, adviser.strip()
    yield Trait.TIER, tier


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
