"""How many people it takes to see a given effect. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleNeeded:
    """What a campaign of this size can show, with 95 % confidence and 80 % power.

    `effect` is what is hoped for: added visits per person over the campaign's days; `usual` what
    people make in as many days without it. `needed` people in all (reached and held out) show
    `effect`; None where nothing is known to reckon with, or nobody is held out. `smallest` is
    the least effect that `people` can show.
    """

    people: int
    usual: float
    effect: float
    needed: int | None
    smallest: float | None

    @property
    def enough(self) -> bool:
        """Whether there are as many as needed."""
        return self.needed is not None and self.people >= self.needed
