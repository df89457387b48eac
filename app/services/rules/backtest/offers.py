"""The scheme without the promotions that cannot apply at a moment: pricing asks only the others."""

from dataclasses import replace

from app.services.rules.calendar import holds
from app.services.rules.days import Moment
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import DAY_MINUTES
from app.services.rules.scheme.offers import Promotion


class OffersInTime:
    """One scheme at the moments of past sales. A promotion out of its time changes no price, and
    one without a benefit takes nothing off, so what is left prices every sale the same."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._promotions = [each for each in scheme.promotions if each.benefit is not None]
        self._by_day = all(
            (each.when.from_minute, each.when.to_minute) == (0, DAY_MINUTES)
            for each in self._promotions
        )
        self._made: dict[tuple[str, ...], Scheme] = {}
        self._last: tuple[Moment, Scheme] | None = None

    def at(self, moment: Moment) -> Scheme:
        """The scheme with the promotions that are in their time."""
        last = self._last
        if last is not None and (last[0] == moment or (self._by_day and last[0].day == moment.day)):
            return last[1]
        found = tuple(each for each in self._promotions if holds(each.when, moment))
        scheme = self._with(found)
        self._last = (moment, scheme)
        return scheme

    def _with(self, promotions: tuple[Promotion, ...]) -> Scheme:
        ids = tuple(each.id for each in promotions)
        if ids not in self._made:
            self._made[ids] = replace(self._scheme, promotions=promotions)
        return self._made[ids]
