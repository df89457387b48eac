"""Conditions of a segment as questions to the database."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from app.errors import FieldInvalid, PartInvalid
from app.models import bought
from app.models import segments as stored
from app.models.insight import Span
from app.models.segment_marks import Asked, among, marked
from app.services.bought_sales import BoughtSales
from app.services.desk import Desk
from app.services.insights import Insights
from app.services.rules.insight.demographics import area_of
from app.services.rules.insight.segments import (
    FIELDS,
    AllOf,
    AnyOf,
    Bought,
    Condition,
    Kind,
    Not,
    Segment,
    SegmentRefused,
    is_true,
    leaves,
    text_fits,
    turned,
)
from app.services.rules.money import parse_minor
from app.services.rules.months import ONE_DAY, months_later
from app.services.segment_columns import CHOICES, GROUPED, HABITS, Columns
from app.services.segment_samples import FewColumns, Sample, asked_spans, even_parts
from app.services.turns import give_way, politely

EMPTY = '""'
# An estimate is made of what was read in so long, and of no less than one part of the sample.
_ESTIMATED_S = 0.25
# Who bought something, on a day or after.
Buyers = Callable[[str, str | None], Asked]
# One condition as a question.
Leaf = Callable[[Condition | Bought], Asked]


def conditions_refused(refused: SegmentRefused) -> FieldInvalid:
    """The refusal of conditions, or of the part of them that it names."""
    kind = PartInvalid if refused.text else FieldInvalid
    return kind("conditions", refused.code, refused.text, refused.allowed)


class Questions:
    """Puts a segment as a question; a condition that makes no sense raises FieldInvalid."""

    def __init__(
        self,
        desk: Desk,
        insights: Insights,
        goods: BoughtSales,
        columns: Columns | None = None,
        buyers: Buyers | None = None,
        only: Sequence[Span] | None = None,
    ) -> None:
        self._desk = desk
        self._insights = insights
        self._goods = goods
        self._columns = columns or Columns(desk, insights)
        self._buyers = buyers or goods.asked
        # Of few members, between such short keys, each is asked about by what is their own.
        self._only = only

    def of_one(self, seq: int) -> "Questions":
        """The same of one member by their short key: what they did is read of them alone."""
        models = self._insights.today.models
        return self._of_few(FewColumns(self._desk, self._insights, [(seq, seq)], models))

    def _of_few(self, columns: FewColumns) -> "Questions":
        asked = self._desk, self._insights, self._goods, columns, bought.bought_singly
        return Questions(*asked, columns.only)

    def count(self, segment: Segment) -> int:
        """How many members it is true of; each kind of look-up is made in its own order."""
        if isinstance(segment, Not) and isinstance(segment.part, Bought):
            # Who bought is counted sooner than who did not.
            bought = partial(self.count, segment.part)
            everyone = partial(self.everyone, segment)
            return self._desk.database.read_transaction(lambda: everyone() - bought())
        if isinstance(segment, Bought):
            found = self._goods.count(segment.what, self._since(segment))
            if found is not None:
                return found
        database = self._desk.database
        told = {leaf: self._leaf(leaf) for leaf in leaves(segment)}
        if any(each.looks_up for each in told.values()):
            told |= {
                leaf: marked(database, each, give_way)
                for leaf, each in told.items()
                if each.reads_rows
            }
        asked = _joined(segment, told.__getitem__)
        return stored.count(database, asked, self._present(archived=_asks_for_states(segment)))

    def everyone(self, segment: Segment | None = None) -> int:
        """How many members there are: what a segment is a part of. Those archived only where it
        asks for states."""
        archived = segment is not None and _asks_for_states(segment)
        return stored.count_everyone(self._desk.database, archived=archived)

    def about(self, segment: Segment) -> int:
        """About how many: as many of all as of some members, evenly from all, of as many as are
        asked in `_ESTIMATED_S`; where those are all, how many."""
        database, begun = self._desk.database, time.monotonic()
        last = max(1, stored.last_seq(database))
        spans = asked_spans(last, stored.last_sale(database))
        sample = Sample(self._desk, self._insights, last, stored.last_visit(database))
        found = looked_at = 0
        for part in even_parts(spans):
            asked = self._of_few(sample.columns(part)).asked(segment)
            found += stored.count_some(database, asked, part)
            looked_at += sum(final - first + 1 for first, final in part)
            if time.monotonic() - begun > _ESTIMATED_S:
                break
        if looked_at == last:
            return found
        return min(_rough(found * last // looked_at), self.everyone(segment))

    def check(self, segment: Segment) -> None:
        """Raises FieldInvalid where it makes no sense; reads nobody's sales for it."""
        sample = Sample(self._desk, self._insights, 1, 0)
        self._of_few(sample.columns(((1, 1),))).asked(segment)

    def is_near(self, segment: Segment) -> bool:
        """Whether it is counted within seconds, or everybody's sales are read first for long."""
        asked = (leaf for leaf in leaves(segment) if isinstance(leaf, Condition))
        return not any(leaf.field in HABITS for leaf in asked) or self._columns.are_near()

    def asked(self, segment: Segment) -> Asked:
        """The whole question; who is archived is left out unless it asks for states."""
        return self._whole(segment, self._leaf)

    def listed(self, segment: Segment) -> Asked:
        """The same for who asks it again and again: purchases are answered beforehand."""
        asked = self._desk, self._insights, self._goods, self._columns, self._goods.listed
        return Questions(*asked).asked(segment)

    def _whole(self, segment: Segment, leaf: Leaf) -> Asked:
        asked = _joined(segment, leaf)
        return asked if _asks_for_states(segment) else stored.unless_archived(asked)

    def _present(self, *, archived: bool) -> Asked:
        """Who is not merged into another; nor archived, unless those are asked for too. Answered
        beforehand: in a set of many each of a million members would be looked for."""
        database = self._desk.database
        if not stored.has_apart(database):
            return stored.anyone()
        marks = bytearray(b"\1") * stored.last_seq(database)
        for seq in politely(stored.apart(database, archived=not archived)):
            marks[seq - 1] = 0
        return among(bytes(marks))

    def _leaf(self, asked: Condition | Bought) -> Asked:
        if isinstance(asked, Bought):
            return self._buyers(asked.what, self._since(asked))
        return self._condition(asked)

    def _since(self, asked: Bought) -> str | None:
        return None if asked.days is None else self._ago(asked.days)

    def _condition(self, asked: Condition) -> Asked:
        kind = FIELDS[asked.field]
        if kind is Kind.MONEY:
            minor = parse_minor(asked.value, self._desk.settings.money)
            if minor is None:
                raise PartInvalid("conditions", "not_an_amount", asked.value or EMPTY)
            return self._money(asked.field, asked.operator, minor)
        if kind is Kind.NUMBER:
            return self._number(asked.field, asked.operator, int(asked.value))
        if kind is Kind.FLAG:
            yes = asked.value.casefold() == "yes"
            return (
                stored.consented(yes) if asked.field == "consent" else stored.has(asked.field, yes)
            )
        ask = self._choice if kind is Kind.CHOICE else self._text
        return ask(asked.field, asked.operator, asked.value)

    def _text(self, field: str, operator: str, text: str) -> Asked:
        if field in stored.OWN_TEXTS:
            return stored.text_is(field, operator, text)
        if field == "area":
            return self._in_area(operator, text)
        if field == "favourite":
            return self._columns.favourite(operator, text)
        return stored.listed(field, operator, text)

    def _choice(self, field: str, operator: str, name: str) -> Asked:
        if field in CHOICES:
            name = _one_of(CHOICES[field], name)
        if field == "state":
            return stored.in_state(operator, name)
        if field == "plan":
            return stored.in_plan(name, operator, self._desk.today().isoformat())
        if field == "tier":
            tiers = self._desk.scheme.tiers
            lowest = tiers is not None and tiers.tiers[0].id == name
            return stored.in_tier(name, lowest, operator)
        if field == "badge":
            return stored.listed(field, operator, name)
        if field in GROUPED:
            return self._columns.grouped(field, operator, name)
        return self._columns.chosen(field, operator, name)

    def _in_area(self, operator: str, text: str) -> Asked:
        """Whose address lies there: areas are read from addresses, each once."""
        fits = text_fits("contains" if operator == "contains" else "=", text)
        addresses = stored.addresses(self._desk.database, text, self._only)
        there = stored.at_addresses([each for each in addresses if fits(area_of(each))])
        return stored.nobody_of(there) if operator == "!=" else there

    def _money(self, field: str, operator: str, minor: int) -> Asked:
        if field == "spent":
            return stored.summary("spent_minor", operator, minor)
        if field == "basket":
            figure = "sum(spent_minor) / sum(sales)"
            return self._over_days(stored.BOUGHT, figure, operator, minor)
        if field == "spent_12_months":
            return self._recent(stored.BOUGHT, "sum(spent_minor)", operator, minor)
        if field == "wallet":
            return stored.held(
                "stored_value_account", "principal_minor + bonus_minor", operator, minor
            )
        if field == "credit":
            return stored.held("store_credit_entry", "sum(amount_minor)", operator, minor)
        if field == "owed":
            return stored.held("member_account", "owed_minor", operator, minor)
        return self._columns.number(field, operator, minor)

    def _number(self, field: str, operator: str, number: int) -> Asked:
        if field == "age":
            return self._aged(operator, number)
        if field == "birth_month":
            return stored.birth_month(operator, number)
        if field in ("joined", "first_visit", "last_visit"):
            return self._days_ago(field, turned(operator), self._ago(number))
        if field == "visits_12_months":
            return self._recent(stored.CAME, "count(*)", operator, number)
        if field in ("coupons", "passes", "referred"):
            return self._counted(field, operator, number)
        if field == "points":
            return stored.points(operator, number)
        if field == "visits":
            return stored.summary(field, operator, number)
        return self._columns.number(field, operator, number)

    def _days_ago(self, field: str, operator: str, day: str) -> Asked:
        if field == "joined":
            return stored.joined_on(operator, day)
        end = "min" if field == "first_visit" else "max"
        return self._over_days(stored.CAME, f"{end}(business_date)", operator, day)

    def _over_days(self, counted: str, figure: str, operator: str, value: object) -> Asked:
        asked = self._desk.database, counted, figure, operator, value
        return stored.over_days(*asked, singly=self._only is not None)

    def _counted(self, field: str, operator: str, number: int) -> Asked:
        merged = stored.has_merged(self._desk.database)
        if field == "referred":
            return stored.referred(operator, number, merged=merged)
        table, today = "coupon" if field == "coupons" else "session_pass", self._desk.today()
        return stored.usable(table, operator, number, today.isoformat(), merged=merged)

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

    def _recent(self, counted: str, what: str, operator: str, value: int) -> Asked:
        """A figure of the last 12 months; who did not come in them has none of it: zero."""
        since = (months_later(self._desk.today(), -12) + ONE_DAY).isoformat()
        zero_counts = is_true(0, operator, value)
        asked = self._desk.database, counted, since, what, operator, value
        return stored.days_since(*asked, least=zero_counts, singly=self._only is not None)

    def _ago(self, days: int) -> str:
        """The day so many days ago; of days that no calendar has, its first or its last."""
        day = self._desk.today().toordinal() - days
        return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()


def _asks_for_states(segment: Segment) -> bool:
    """Whether it says itself whether archived members count."""
    return any(isinstance(part, Condition) and part.field == "state" for part in leaves(segment))


def _one_of(choices: Sequence[str], name: str) -> str:
    """The choice of that name, whatever its case; `at risk` is `at_risk`. Raises PartInvalid."""
    wanted = name.casefold().replace(" ", "_").replace("-", "_")
    found = next((each for each in choices if each == wanted), None)
    if found is None:
        raise PartInvalid("conditions", "not_a_choice", name or EMPTY, tuple(choices))
    return found


def _rough(number: int) -> int:
    """Its first two digits: more is not known of a part of all."""
    unit: int = 10 ** max(0, len(str(number)) - 2)
    return (number + unit // 2) // unit * unit


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
