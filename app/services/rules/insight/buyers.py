"""Who bought in which period, who came again, and which cohort they are of: from the days on which
each member bought, in one go. Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from app.services.rules.insight.columns import Calendar, Turn, no_turn
from app.services.rules.insight.figures import share_bp
from app.services.rules.insight.periods import Period

_MONTH, _TWO_DAYS = len("2026-03"), len("2026-03-01,2026-03-02")
# So many that in a large shop few are counted one by one, and so few that they need no room.
_KEPT = 65_536
# So few that nobody waits for them.
AT_ONCE = 512


class Buyers:
    """Counts members by their days: ISO dates, ascending, with commas between.

    `active` is how many bought in each period; `months` how many by (month of the first purchase,
    month), of those who first bought in or after the month `cohorts_from` ("2026-03"), up to the
    last day of the first period.
    """

    def __init__(self, periods: Sequence[Period], cohorts_from: str, turn: Turn = no_turn) -> None:
        self._turn = turn
        self._spans = [(each.first.isoformat(), each.last.isoformat()) for each in periods]
        self._from, self._until = cohorts_from, periods[0].last.isoformat()
        self._few: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self._begun: Counter[tuple[str, str]] = Counter()
        self.active = [0] * len(periods)
        self.months: Counter[tuple[str, str]] = Counter()

    def add(self, days: Sequence[str], *, live: bool = True) -> None:
        """Some more members; those who are not `live` are not active."""
        # Most came on one day or two, and many on the same: those are counted together.
        few = self._few[live]
        few.update([each for each in days if len(each) <= _TWO_DAYS])
        for each in days:
            if len(each) > _TWO_DAYS:
                self._count(each.split(","), 1, live=live)
        if len(few) > _KEPT:
            self._count_few(live=live)

    def finish(self) -> None:
        """Everyone is in."""
        for live in self._few:
            self._count_few(live=live)

    def _count_few(self, *, live: bool) -> None:
        for seen, (days, members) in enumerate(self._few[live].items()):
            if seen % AT_ONCE == 0:
                self._turn()
            self._count(days.split(","), members, live=live)
        self._few[live].clear()

    def cohort_counts(self) -> Iterator[tuple[str, str, int]]:
        """(month of the first purchase, month, members)."""
        for (first, month), members in self.months.items():
            yield first, month, members

    def repurchase(self, within_days: int, today: date) -> list[int | None]:
        """Of those who first bought in each period: how many came again within these days, in
        basis points. Only who has had as many days counts; None where nobody has."""
        sums = [[0, 0] for _ in self._spans]
        calendar, now = Calendar(), today.toordinal()
        for seen, ((first, second), members) in enumerate(self._begun.items()):
            if seen % AT_ONCE == 0:
                self._turn()
            begun = calendar[first]
            if now - begun < within_days:
                continue
            again = members if second and calendar[second] - begun <= within_days else 0
            for at, (begin, end) in enumerate(self._spans):
                if begin <= first <= end:
                    sums[at][0] += members
                    sums[at][1] += again
        return [share_bp(again, whole) if whole else None for whole, again in sums]

    def _count(self, days: list[str], members: int, *, live: bool) -> None:
        begun, newest = days[0], days[-1]
        in_a_period = False
        for at, (first, last) in enumerate(self._spans):
            if newest < first or begun > last:
                continue
            place = bisect_left(days, first)
            if days[place] <= last:
                if live:
                    self.active[at] += members
                in_a_period = in_a_period or place == 0
        if in_a_period:
            self._begun[begun, days[1] if len(days) > 1 else ""] += members
        begun_in = begun[:_MONTH]
        if self._from <= begun_in and begun <= self._until:
            came, counted = self.months, ""
            for day in days:
                if day > self._until:
                    break
                month = day[:_MONTH]
                if month != counted:
                    came[begun_in, month] += members
                    counted = month
