"""The due job that makes follow-ups: what the owner's rules ask for, once each."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple
from uuid import UUID, uuid5

from app.models import follow_ups as stored
from app.services.care_types import FollowUpRule, rule_of
from app.services.desk import Desk
from app.services.ids import id_bytes
from app.services.insights import Insights
from app.services.progress import StopAsked, never, stop_if
from app.services.rules.birthdays import month_days, parse_birthday
from app.services.rules.care.follow_ups import (
    Due,
    FollowUpKind,
    Span,
    after,
    before,
    before_birthday,
    in_silence,
    was_made,
)
from app.services.rules.insight.stages import Stage, StageTerms

_AT_ONCE = 400
_YEARLY = frozenset({FollowUpKind.BIRTHDAY, FollowUpKind.DEPENDANT})


class _Wanted(NamedTuple):
    """A follow-up that a rule asks for."""

    member: bytes
    due: Due


class FollowUpJob:
    """Looks at every rule that is switched on. What was made before is seen in the file, so a
    repeat makes nothing, and a PC that was off for weeks catches up once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run(self, since: date, last: date, cancelled: StopAsked = never) -> int:
        """Make what is due from `since` to `last`, both included; how many. Raises Cancelled."""
        made = 0
        for row in stored.rules(self._desk.database):
            rule = rule_of(row)
            if rule.draft.active and rule.active_from <= last:
                made += self._rule(rule, Span(since, last, rule.active_from), cancelled)
        return made

    def _rule(self, rule: FollowUpRule, span: Span, cancelled: StopAsked) -> int:
        stop_if(cancelled)
        wanted = sorted(self._wanted(rule, span), key=lambda each: (each.due.due_on, each.member))
        made = 0
        for start in range(0, len(wanted), _AT_ONCE):
            stop_if(cancelled)
            part = wanted[start : start + _AT_ONCE]
            made += self._desk.transaction(partial(self._make, rule, part))
        return made

    # --- writing --------------------------------------------------------------------

    def _make(self, rule: FollowUpRule, wanted: Sequence[_Wanted]) -> int:
        """Add what is not there yet, inside a transaction of its own."""
        desk, key = self._desk, rule.rule_id.bytes
        ids = sorted({each.member for each in wanted})
        known: dict[bytes, set[str]] = {}
        open_of: set[bytes] = set()
        for member, occasion, is_open in stored.known(desk.database, key, ids):
            known.setdefault(member, set()).add(occasion)
            if is_open:
                open_of.add(member)
        own = stored.advisers(desk.database, ids) if rule.draft.adviser_id is None else {}
        rows, entries = [], []
        for member, due in wanted:
            had = known.setdefault(member, set())
            # Who buys of it every day is asked once how it goes.
            waiting = rule.draft.kind is FollowUpKind.PURCHASE and member in open_of
            yearly = rule.draft.kind in _YEARLY
            if waiting or was_made(due.occasion, had, yearly=yearly):
                continue
            had.add(due.occasion)
            open_of.add(member)
            adviser = own.get(member)
            if rule.draft.adviser_id is not None:
                adviser = rule.draft.adviser_id.bytes
            new_id, due_on = id_bytes(), due.due_on.isoformat()
            text = rule.draft.name
            rows.append((new_id, member, key, due.occasion, text, desk.now_ms(), due_on, adviser))
            entries.append(
                (id_bytes(), new_id, 1, "made", "", due_on, adviser,
                 desk.staff.staff_id.bytes, desk.now_ms(), desk.today().isoformat())
            )  # fmt: skip
        stored.insert(desk.database, rows)
        stored.insert_entries(desk.database, entries)
        return len(rows)

    # --- whom a rule concerns ---------------------------------------------------------

    def _wanted(self, rule: FollowUpRule, span: Span) -> Iterable[_Wanted]:
        asked = {
            FollowUpKind.PURCHASE: self._bought,
            FollowUpKind.BIRTHDAY: self._birthdays,
            FollowUpKind.DEPENDANT: self._dependants,
            FollowUpKind.SILENT: self._silent,
            FollowUpKind.ENDING: self._ending,
        }
        return asked[rule.draft.kind](rule, span)

    def _bought(self, rule: FollowUpRule, span: Span) -> Iterable[_Wanted]:
        days = rule.draft.days
        first, last = _moved(span.begins, -days), _moved(span.last, -days)
        rows = stored.bought(self._desk.database, rule.draft.category, first, last)
        for member, day in rows:
            due = after(date.fromisoformat(day), days, span)
            if due is not None:
                yield _Wanted(member, due)

    def _birthdays(self, rule: FollowUpRule, span: Span) -> Iterable[_Wanted]:
        last = date.fromisoformat(_moved(span.last, rule.draft.days))
        near = sorted(set(month_days(span.begins, max(span.begins, last))))
        for member, text in stored.with_birthday(self._desk.database, near):
            yield from self._before(member, text, rule, span)

    def _dependants(self, rule: FollowUpRule, span: Span) -> Iterable[_Wanted]:
        for member, name, text in stored.with_dependant(self._desk.database):
            yield from self._before(member, text, rule, span, _whose(member, name))

    def _before(
        self, member: bytes, text: str, rule: FollowUpRule, span: Span, about: str = ""
    ) -> Iterable[_Wanted]:
        birthday = parse_birthday(text)
        if birthday is not None:
            march = self._desk.scheme.leap_birthday_on_1_march
            for due in before_birthday(
                birthday, rule.draft.days, span, about, leap_day_in_march=march
            ):
                yield _Wanted(member, due)

    def _silent(self, rule: FollowUpRule, span: Span) -> Iterable[_Wanted]:
        found = Insights(self._desk).stages(span.last)
        grouped, days = found.grouped, rule.draft.days
        # Who fell silent so lately that it is looked at may be lost already.
        stages = {grouped.names.index(stage) for stage in (Stage.SILENT, Stage.LOST)}
        terms = StageTerms()
        due_of: dict[int, Due] = {}
        for seq, place, last, usual in zip(
            grouped.members.seqs, grouped.places, grouped.members.last, found.rhythms, strict=True
        ):
            if place in stages:
                due = in_silence(date.fromordinal(last), usual, days, span, terms)
                if due is not None:
                    due_of[seq] = due
        seqs = sorted(due_of)
        for start in range(0, len(seqs), _AT_ONCE):
            some = seqs[start : start + _AT_ONCE]
            for seq, member in stored.ids_of_seqs(self._desk.database, some).items():
                yield _Wanted(member, due_of[seq])

    def _ending(self, rule: FollowUpRule, span: Span) -> Iterable[_Wanted]:
        database, days = self._desk.database, rule.draft.days
        first, last = span.begins.isoformat(), _moved(span.last, days)
        for member, pass_id, ends_on in stored.ending_passes(database, first, last):
            due = before(date.fromisoformat(ends_on), days, span, f"pass {pass_id.hex()}")
            if due is not None:
                yield _Wanted(member, due)
        for member, ends_on in stored.ending_plans(database, first, last):
            due = before(date.fromisoformat(ends_on), days, span, "plan")
            if due is not None:
                yield _Wanted(member, due)


def _moved(day: date, days: int) -> str:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()


def _whose(member_id: bytes, name: str) -> str:
    """A dependant by the name, not readable in the file; an edit of the member keeps it."""
    return uuid5(UUID(bytes=member_id), name.strip().casefold()).hex[:12]
