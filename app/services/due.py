"""What becomes due by itself: points that lapse, reviews, renewals, birthdays, instalments.

The jobs run when the program starts, after midnight, and inside every transaction that spends a
member's value. What they do depends on what is stored alone: a PC that was off for six weeks
catches up in order, with the right dates, and a repeat finds nothing left to do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from uuid import UUID

from app.models import due as stored
from app.services.as_written import as_written
from app.services.desk import Desk
from app.services.due_reading import SPAN_DAYS, DueReader, Loaded
from app.services.due_writing import DueWriter
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.birthdays import month_days
from app.services.rules.coupons import YEAR_AT_LEAST
from app.services.rules.days import to_millis
from app.services.rules.due import InForce, in_force, moved_along
from app.services.rules.due_state import DueEvent, DueKind
from app.services.rules.months import days_later, months_later
from app.services.rules.scheme.conditions import BirthdaySpan
from app.services.rules.scheme.earning import PointsExpiry
from app.services.rules.scheme.offers import CouponTrigger
from app.services.scheme_store import SchemeBook

# A batch is one transaction, in which a sale at the till waits: some tens of milliseconds.
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class DueReport:
    """What a run did, to the end of the business day `until`.

    `clock_set_back`: the jobs were done for a later day before, so nothing was done now.
    `expired_points` are points, all others are how many.
    """

    until: date
    since: date
    clock_set_back: bool = False
    members: int = 0
    expired_points: int = 0
    reviews: int = 0
    renewals: int = 0
    lapses: int = 0
    cash_rewards: int = 0
    coupons_issued: int = 0
    coupons_expired: int = 0
    instalments: int = 0
    bonuses_expired: int = 0
    passes_expired: int = 0
    gift_cards_expired: int = 0
    archived: int = 0
    follow_ups: int = 0


class DueJobs:
    """Finds who has something due, and posts it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: tuple[SchemeBook, tuple[InForce, ...]] | None = None
        # The day that is done, so that no sale asks again; a restore brings other schemes.
        self._done_for: tuple[date, SchemeBook] | None = None
        self._for_one: tuple[tuple[object, ...], _Run] | None = None

    @property
    def through(self) -> date | None:
        """The last business day the jobs are done for; None before the first run."""
        found = stored.through(self._desk.database)
        return None if found is None else date.fromisoformat(found)

    def is_due(self) -> bool:
        """Whether a business day has begun that the jobs were not run for."""
        through = self.through
        return through is None or through < self._desk.today()

    def run(
        self,
        until: date | None = None,
        progress: Progress = silent,
        cancelled: StopAsked = never,
        *,
        thorough: bool = False,
    ) -> DueReport:
        """Do everything due to the end of `until`, else of today, in batches.

        Each batch is one transaction, so a cancelled run has done a part wholly, and the next
        one does the rest. `thorough` also looks for what was entered late for days long past.
        Where the clock is behind the last run nothing is done, and the report says so. Raises
        Cancelled.
        """
        last = until or self._desk.today()
        through = self.through
        if through is not None and last < through:
            return DueReport(until=through, since=through, clock_set_back=True)
        since = self._since(through, last)
        first = date.min if thorough or through is None else since
        with as_written(self._desk.database):
            run = _Run(self._desk, self._spans(), (since, last), first)
            run.done = through or date.min
            counts = run.all(progress, cancelled)
            counts["follow_ups"] = self._follow_ups(since, last, cancelled)
        self._desk.transaction(
            lambda: stored.finish(self._desk.database, last.isoformat(), self._desk.now_ms())
        )
        return _report(counts, since, last)

    def run_for(self, member_id: UUID) -> None:
        """Do what is due for one member to the end of today, inside the caller's transaction.

        Before anything of theirs is spent: what has lapsed is then gone from the ledgers too.
        Nobody is archived: whoever is here has not left.
        """
        desk = self._desk
        today = desk.today()
        if self._done_for == (today, desk.schemes):
            return
        spans = self._spans()
        if any(_changes_with_time(span) for span in spans):
            through = self.through
            if through is None or through < today:
                run = self._at_till(self._since(through, today), today)
                desk.transaction(lambda: run.members([member_id.bytes]))
                return
        self._done_for = today, desk.schemes

    def _follow_ups(self, since: date, last: date, cancelled: StopAsked) -> int:
        """Promises that the owner's rules ask for; looked at again is the day before as well."""
        from app.services.due_care import FollowUpJob

        return FollowUpJob(self._desk).run(since, last, cancelled)

    def _at_till(self, since: date, today: date) -> "_Run":
        """The run of every sale of a day, until all jobs are run: it is made once."""
        made_for = since, today, self._desk.schemes, self._desk.settings
        if self._for_one is None or self._for_one[0] != made_for:
            here = [
                replace(span, scheme=replace(span.scheme, archive=None)) for span in self._spans()
            ]
            self._for_one = made_for, _Run(self._desk, here, (since, today), date.min)
        return self._for_one[1]

    def _since(self, through: date | None, last: date) -> date:
        """The day after which everything is looked at: today is looked at again on a repeat."""
        if through is None:
            begun = min(version.active_from for version in self._desk.schemes.versions())
            through = days_later(begun, -1)
        return min(through, days_later(last, -1))

    def _spans(self) -> tuple[InForce, ...]:
        book = self._desk.schemes
        if self._known is None or self._known[0] is not book:
            versions = [(each.active_from, each.scheme) for each in book.versions()]
            self._known = book, in_force(versions)
        return self._known[1]


class _Run:
    """One run over some days (the first excluded), under the versions in force."""

    def __init__(
        self, desk: Desk, spans: Sequence[InForce], days: tuple[date, date], lots_from: date
    ) -> None:
        self._desk = desk
        self._spans = spans
        self._since, self._last = days
        self._from = lots_from
        self.done = date.min
        self._reader = DueReader(desk, spans, days, lots_from)
        self._writer = DueWriter(desk, spans)

    def all(self, progress: Progress, cancelled: StopAsked) -> Counter[str]:
        """Everything for everybody, some members at a time."""
        desk, counts = self._desk, Counter[str]()
        stop_if(cancelled)
        ids = sorted(self._candidates())
        for start in range(0, len(ids), _AT_ONCE):
            stop_if(cancelled)
            part = ids[start : start + _AT_ONCE]
            counts.update(desk.transaction(partial(self.members, part)))
            progress(start + len(part), len(ids))
        span = self._from, days_later(self._last, -1)
        cards, coupons = desk.transaction(lambda: self._writer.ownerless(*span))
        counts["gift_cards"] += cards
        counts[DueKind.COUPON_EXPIRED.name] += coupons
        return counts

    def members(self, ids: Sequence[bytes]) -> Counter[str]:
        """Plan and post what is due for these members; how much of each kind."""
        planned: list[tuple[Loaded, tuple[DueEvent, ...]]] = []
        for loaded in self._reader.members(ids):
            events = moved_along(loaded.state, self._spans, self._since, self._last)
            if events:
                planned.append((loaded, events))
        self._writer.write(planned)
        return self._counted(planned)

    def _counted(self, planned: Iterable[tuple[Loaded, Sequence[DueEvent]]]) -> Counter[str]:
        kinds, points, members = Counter[DueKind](), 0, 0
        for _, events in planned:
            members += 1
            for event in events:
                # A renewal posts nothing, so a repeat on the same day sees it again.
                again = event.kind is DueKind.PLAN_RENEWED and event.day <= self.done
                kinds[event.kind] += not again
                if event.kind is DueKind.POINTS_EXPIRED:
                    points += event.amount
        counts = Counter({kind.name: times for kind, times in kinds.items()})
        return counts + Counter(members=members, points=points)

    # --- who may have something due ---------------------------------------------

    def _candidates(self) -> set[bytes]:
        database = self._desk.database
        first, eve = self._from.isoformat(), days_later(self._last, -1).isoformat()
        found = stored.with_lapsing_points(database, first, eve)
        found |= stored.with_ending_coupon(database, first, eve)
        found |= stored.with_value_due(database, first, self._last.isoformat())
        began = days_later(self._since, -1).isoformat()
        found |= stored.with_moving_plan(database, began, self._last.isoformat())
        for span in self._spans:
            found |= self._asked_by(span)
        return found

    def _asked_by(self, span: InForce) -> set[bytes]:
        database, scheme = self._desk.database, span.scheme
        found: set[bytes] = set()
        if scheme.points.expiry is PointsExpiry.INACTIVITY:
            ends = self._instant(months_later(self._last, -scheme.points.months))
            begins = self._instant(months_later(self._from, -scheme.points.months - 1))
            found |= stored.last_here_between(database, begins, ends)
        if span.first > self._last or span.last <= self._since:
            return found
        if scheme.tiers is not None:
            # A version that has just begun reviews what an earlier one without tiers left.
            new = span.first > self._since
            back = scheme.tiers.grace_days + 1
            first = date.min if new else days_later(self._from, -back)
            ended = days_later(self._last, -back)
            found |= stored.with_ending_tier(database, first.isoformat(), ended.isoformat())
        if scheme.archive is not None:
            gone = days_later(months_later(self._last, -scheme.archive.months), 1)
            found |= stored.gone_since(database, self._instant(gone), gone.isoformat())
        return found | self._with_birthdays(span)

    def _with_birthdays(self, span: InForce) -> set[bytes]:
        database, found = self._desk.database, set[bytes]()
        triggers = {template.trigger for template in span.scheme.coupons}
        if CouponTrigger.BIRTHDAY in triggers:
            own = [each for each in span.birthdays if each.trigger is CouponTrigger.BIRTHDAY]
            spans = {template.who.birthday or BirthdaySpan.MONTH for template in own}
            had_since = (self._last - YEAR_AT_LEAST).isoformat()
            wide = SPAN_DAYS if BirthdaySpan.MONTH in spans else 4
            days = set(month_days(days_later(self._since, -wide), days_later(self._last, wide)))
            found |= stored.with_birthday(
                database, sorted(days), [template.id for template in own], had_since
            )
        if CouponTrigger.DEPENDANT_BIRTHDAY in triggers:
            found |= stored.with_dependants(database)
        return found

    def _instant(self, day: date) -> int:
        """The beginning of a business day, in UTC milliseconds; the first of all days is 0."""
        desk = self._desk
        if day.year < 1970:
            return 0
        begun = datetime.combine(day, time(desk.settings.day_end_hour), tzinfo=desk.zone)
        return to_millis(begun)


def _changes_with_time(span: InForce) -> bool:
    """Whether a scheme has anything that becomes due."""
    scheme = span.scheme
    return bool(
        scheme.points.expiry is not PointsExpiry.NEVER
        or scheme.tiers
        or scheme.plans
        or scheme.coupons
        or scheme.wallet
        or scheme.passes
        or scheme.archive
    )


def _report(counts: Counter[str], since: date, until: date) -> DueReport:
    return DueReport(
        until=until,
        since=since,
        members=counts["members"],
        expired_points=counts["points"],
        reviews=counts[DueKind.TIER_REVIEWED.name],
        renewals=counts[DueKind.PLAN_RENEWED.name],
        lapses=counts[DueKind.PLAN_LAPSED.name],
        cash_rewards=counts[DueKind.CASH_REWARD.name],
        coupons_issued=counts[DueKind.COUPON_ISSUED.name],
        coupons_expired=counts[DueKind.COUPON_EXPIRED.name],
        instalments=counts[DueKind.INSTALMENT.name],
        bonuses_expired=counts[DueKind.BONUS_EXPIRED.name],
        passes_expired=counts[DueKind.PASS_EXPIRED.name],
        gift_cards_expired=counts["gift_cards"],
        archived=counts[DueKind.ARCHIVED.name],
        follow_ups=counts["follow_ups"],
    )
