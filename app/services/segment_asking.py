"""Conditions of a segment as questions to the database."""

from collections.abc import Callable
from datetime import timedelta

from app.errors import FieldInvalid
from app.models import segments as stored
from app.models.segments import Asked
from app.services.desk import Desk
from app.services.insights import Grouped, Insights
from app.services.rules.insight.segments import (
    FIELDS,
    AllOf,
    AnyOf,
    Bought,
    Condition,
    Kind,
    Not,
    Segment,
    is_true,
    leaves,
    turned,
)
from app.services.rules.money import parse_minor
from app.services.rules.months import ONE_DAY, months_later

# One condition as a question.
Leaf = Callable[[Condition | Bought], Asked]


class Questions:
    """Puts a segment as a question; a condition that makes no sense raises FieldInvalid."""

    def __init__(self, desk: Desk, insights: Insights) -> None:
        self._desk = desk
        self._insights = insights

    def count(self, segment: Segment) -> int:
        """How many members it is true of; each kind of look-up is made in its own order."""
        database = self._desk.database
        told = {leaf: self._leaf(leaf) for leaf in leaves(segment)}
        if any(each.looks_up for each in told.values()):
            told |= {
                leaf: stored.marked(database, each)
                for leaf, each in told.items()
                if each.reads_rows
            }
        return stored.count(database, self._whole(segment, told.__getitem__))

    def asked(self, segment: Segment) -> Asked:
        """The whole question; who is archived is left out unless it asks for states."""
        return self._whole(segment, self._leaf)

    def _whole(self, segment: Segment, leaf: Leaf) -> Asked:
        asked = _joined(segment, leaf)
        if any(isinstance(part, Condition) and part.field == "state" for part in leaves(segment)):
            return asked
        return stored.unless_archived(asked)

    def _leaf(self, asked: Condition | Bought) -> Asked:
        if isinstance(asked, Bought):
            since = None if asked.days is None else self._ago(asked.days)
            return stored.bought(asked.what, since)
        return self._condition(asked)

    def _condition(self, asked: Condition) -> Asked:
        kind = FIELDS[asked.field]
        if kind is Kind.MONEY:
            minor = parse_minor(asked.value, self._desk.settings.money)
            if minor is None:
                raise FieldInvalid("conditions", "not_an_amount", asked.value)
            return self._money(asked.field, asked.operator, minor)
        if kind is Kind.NUMBER:
            return self._number(asked.field, asked.operator, int(asked.value))
        if kind is Kind.FLAG:
            yes = asked.value.casefold() == "yes"
            return (
                stored.consented(yes) if asked.field == "consent" else stored.has(asked.field, yes)
            )
        return self._text(asked.field, asked.operator, asked.value)

    def _text(self, field: str, operator: str, text: str) -> Asked:
        if field in stored.OWN_TEXTS:
            return stored.text_is(field, operator, text)
        if field == "tag":
            return stored.tagged(operator, text)
        if field == "state":
            return stored.in_state(operator, text)
        if field == "plan":
            return stored.in_plan(text, operator, self._desk.today().isoformat())
        if field == "tier":
            tiers = self._desk.scheme.tiers
            lowest = tiers is not None and tiers.tiers[0].id == text
            return stored.in_tier(text, lowest, operator)
        return self._group(field, operator, text)

    def _group(self, field: str, operator: str, name: str) -> Asked:
        """Who is in a group that is reckoned over the whole shop."""
        groups: dict[str, Callable[[], Grouped]] = {
            "stage": lambda: self._insights.stages().grouped,
            "rfm": lambda: self._insights.rfm().grouped,
            "quadrant": lambda: self._insights.quadrants().grouped,
        }
        grouped = groups[field]()
        if name not in grouped.names:
            raise FieldInvalid("conditions", "not_a_choice", name)
        place = grouped.names.index(name)
        seqs, wanted = grouped.members.seqs, operator == "="
        marks = bytearray(seqs[-1] if seqs else 0)
        for seq, at in zip(seqs, grouped.places, strict=True):
            marks[seq - 1] = (at == place) == wanted
        return stored.among(bytes(marks))

    def _money(self, field: str, operator: str, minor: int) -> Asked:
        if field == "spent":
            return stored.summary("spent_minor", operator, minor)
        if field == "basket":
            return stored.visit_days(
                self._desk.database, "sum(spent_minor) / sum(sales)", operator, minor
            )
        if field == "spent_12_months":
            return self._recent("sum(spent_minor)", operator, minor)
        if field == "wallet":
            return stored.held(
                "stored_value_account", "principal_minor + bonus_minor", operator, minor
            )
        return stored.held("member_account", "owed_minor", operator, minor)

    def _number(self, field: str, operator: str, number: int) -> Asked:
        today = self._desk.today()
        if field == "age":
            return self._aged(operator, number)
        if field == "birth_month":
            return stored.birth_month(operator, number)
        if field == "joined":
            return stored.joined_on(turned(operator), self._ago(number))
        if field in ("first_visit", "last_visit"):
            end = "min" if field == "first_visit" else "max"
            return stored.visit_days(
                self._desk.database, f"{end}(business_date)", turned(operator), self._ago(number)
            )
        if field == "visits_12_months":
            return self._recent("count(*)", operator, number)
        if field in ("coupons", "passes"):
            table = "coupon" if field == "coupons" else "session_pass"
            merged = stored.has_merged(self._desk.database)
            return stored.usable(table, operator, number, today.isoformat(), merged=merged)
        return stored.summary(field, operator, number)

    def _aged(self, operator: str, years: int) -> Asked:
        """Who is N was born until today N years ago, and after today N + 1 years ago."""
        today = self._desk.today()
        at_least = months_later(today, -12 * years).isoformat()
        older = months_later(today, -12 * (years + 1)).isoformat()
        if operator == "!=":
            other = stored.born(older, at_least)
            return Asked(f"({stored.born(None, None).sql} AND NOT {other.sql})", other.values)
        spans = {
            "=": (older, at_least),
            ">=": (None, at_least),
            ">": (None, older),
            "<=": (older, None),
            "<": (at_least, None),
        }
        return stored.born(*spans[operator])

    def _recent(self, what: str, operator: str, value: int) -> Asked:
        """A figure of the last 12 months; who did not come in them has none of it: zero."""
        since = (months_later(self._desk.today(), -12) + ONE_DAY).isoformat()
        zero_counts = is_true(0, operator, value)
        return stored.days_since(self._desk.database, since, what, operator, value, zero_counts)

    def _ago(self, days: int) -> str:
        today = self._desk.today()
        return (today - timedelta(days=min(days, today.toordinal() - 1))).isoformat()


def _joined(segment: Segment, leaf: Leaf) -> Asked:
    """The questions of its conditions, put together as it does."""
    if isinstance(segment, AllOf | AnyOf):
        parts = [_joined(part, leaf) for part in segment.parts]
        joined = " AND " if isinstance(segment, AllOf) else " OR "
        sql = "(" + joined.join(part.sql for part in parts) + ")"
        return Asked(sql, [value for part in parts for value in part.values])
    if isinstance(segment, Not):
        part = _joined(segment.part, leaf)
        return Asked(f"NOT ({part.sql})", part.values)
    return leaf(segment)
