"""The verbs of insight: rfm, quadrants, stages, forecast."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import tee

from app.cli import insight_notes as notes
from app.cli.console import Console, counted, facts, table
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.chances import FORECAST_DAYS
from app.services.exchange.tables_out import Column
from app.services.insights import Forecast, Grouped, Insights, Models
from app.services.rules.insight.purchases import DAYS

Rows = Iterator[Sequence[str]]


def rfm(asked: Namespace, console: Console) -> int:
    """Members by recency, frequency and spend. Raises FieldInvalid."""
    shop = console.open_patiently("Reading")
    insights, own = shop.insights, shop.desk.settings.rfm_terms
    found = insights.rfm(_day(asked.as_of))
    grouped, terms = found.grouped, found.terms

    def rows() -> Rows:
        for at, number in enumerate(insights.numbers(grouped.members.seqs)):
            assert terms is not None
            values = found.values(at)
            score = terms.score(values)
            yield (
                number,
                str(values.recency_days),
                str(values.frequency),
                console.amount(values.monetary_minor),
                *map(str, score),
                score.group.value,
            )

    heading = ("number", "recency_days", "frequency", "monetary", "r", "f", "m", "group")
    _write(asked, insights, heading, rows())
    return _show_groups(asked, console, grouped, notes.rfm(found, own is not None), "rfm")


def quadrants(asked: Namespace, console: Console) -> int:
    """Members by how often and how much at a time. Raises FieldInvalid."""
    insights = console.open_patiently("Reading").insights
    found = insights.quadrants(_day(asked.as_of))
    members, names = found.grouped.members, found.grouped.names
    rows = (
        (number, str(days), console.amount(spent), names[place])
        for number, days, spent, place in zip(
            insights.numbers(members.seqs),
            members.visits,
            members.spent_minor,
            found.grouped.places,
            strict=True,
        )
    )
    _write(asked, insights, ("number", "purchase_days", "spend", "quadrant"), rows)
    lines: dict[str, object] = {}
    if found.cross is not None:
        lines = {
            "mean_purchase_days": f"{found.cross.visits / found.cross.members:.2f}",
            "mean_basket": console.amount(round(found.cross.spend_minor / found.cross.visits)),
        }
    said = notes.quadrants(found)
    return _show_groups(asked, console, found.grouped, said, "quadrant", lines)


def stages(asked: Namespace, console: Console) -> int:
    """Members by their stage. Raises FieldInvalid."""
    shop = console.open_patiently("Reading")
    insights, terms = shop.insights, shop.desk.settings.stage_terms
    found = insights.stages(_day(asked.as_of))
    members, names = found.grouped.members, found.grouped.names
    rows = (
        (number, str(visits), date.fromordinal(last).isoformat(), str(rhythm), names[place])
        for number, visits, last, rhythm, place in zip(
            insights.numbers(members.seqs),
            members.visits,
            members.last,
            found.rhythms,
            found.grouped.places,
            strict=True,
        )
    )
    _write(asked, insights, ("number", "visits", "last_visit", "rhythm_days", "stage"), rows)
    more = {"shop_rhythm_days": found.shop_days}
    said = notes.stages(found, terms)
    return _show_groups(asked, console, found.grouped, said, "stage", more)


def forecast(asked: Namespace, console: Console) -> int:
    """The two models fitted to the shop. Raises FieldInvalid."""
    insights = console.open_patiently("Reading").insights
    models = insights.models(_day(asked.as_of), asked.unit)
    heading = ("number", "x", "t_x", "T", "p_alive", "expected_90", "value")
    each, told = tee(insights.forecasts(models))
    numbers = insights.numbers(one.seq for one in each)
    if asked.members is not None:
        rows = (_forecast_row(n, one, console) for n, one in zip(numbers, told, strict=True))
        _write(asked, insights, heading, rows)
    alive = coming = oldest = 0.0
    back = 0
    for one in insights.forecasts(models):
        coming, oldest = coming + one.expected, max(oldest, one.history.age)
        if one.history.repeats:  # of who came once the model says nothing but "surely"
            back, alive = back + 1, alive + one.alive
    if models.visits is not None:
        note = notes.forecast(back, round(oldest * DAYS[models.unit]))
    else:
        as_of = models.as_of
        note = notes.NEVER_BACK if models.members else notes.nobody(as_of, asked.as_of)
    said = _forecast_said(models, back, alive, coming)
    told_by = f"{said}\n\n{note}" if said and note else said or note
    console.show(_parameters(models) | _noted(note), told_by)
    return 0


def _forecast_row(number: str, one: Forecast, console: Console) -> Sequence[str]:
    known = one.history
    return (
        number,
        str(known.repeats),
        f"{known.recency:.4f}",
        f"{known.age:.4f}",
        f"{one.alive:.6f}",
        f"{one.expected:.6f}",
        console.amount(one.value_minor),
    )


def _parameters(models: Models) -> dict[str, object]:
    visits, spend = models.visits, models.spend
    told: dict[str, object] = {"as_of": models.as_of.isoformat(), "unit": models.unit}
    for name in ("r", "alpha", "a", "b", "log_likelihood"):
        told[name] = None if visits is None else round(getattr(visits, name), 6)
    for name in ("p", "q", "gamma"):
        told[name] = None if spend is None else round(getattr(spend, name), 6)
    return told | {"members": models.members}


def _forecast_said(models: Models, back: int, alive: float, coming: float) -> str:
    """`back` members bought on a second day, and about `alive` of them still come."""
    if models.visits is None:
        return ""
    once = models.members - back
    others = f"Of {once:,} more, who bought on one day only, nothing can be told.\n" if once else ""
    return (
        f"Of {counted(back, 'member')} who came again about {alive:,.0f} still come.\n{others}"
        f"In {FORECAST_DAYS} days all may be expected on about"
        f" {counted(round(coming), 'day')} with a purchase.\n\n"
        f"{facts(_parameters(models), indent='  ')}"
    )


# --- shared -------------------------------------------------------------------


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid("as_of", "not_a_date", text or "") from error


_TEXTS = frozenset({"number", "group", "quadrant", "stage", "last_visit"})


def _write(asked: Namespace, insights: Insights, heading: Sequence[str], rows: Rows) -> None:
    """The members' file, where one was asked for."""
    if asked.members is not None:
        columns = [Column(name, number=name not in _TEXTS) for name in heading]
        insights.write(typed_path(asked.members), columns, rows)


def _noted(note: str) -> dict[str, object]:
    """A key of its own, only where there is something to say."""
    return {"note": note} if note else {}


def _show_groups(
    asked: Namespace,
    console: Console,
    grouped: Grouped,
    note: str,
    field: str,
    more: Mapping[str, object] | None = None,
) -> int:
    """`field` is what conditions of segments call these groups."""
    sums = grouped.sums()
    head: dict[str, object] = {"as_of": grouped.as_of.isoformat(), **(more or {})}
    groups = [
        {"name": each.name, "members": each.members, "spend": console.amount(each.spent_minor)}
        for each in sums
    ]
    if not len(grouped.members):
        empty = notes.nobody(grouped.as_of, asked.as_of)
        console.show(head | {"groups": groups, "note": empty}, empty)
        return 0
    shown = table(
        ("group", "members", "spend"),
        [(each.name, f"{each.members:,}", console.amount(each.spent_minor)) for each in sums],
        frozenset({1, 2}),
    )
    largest = max(sums, key=lambda each: each.members).name
    parts = [facts(head), shown, notes.next_step(asked, f"{field} = {largest}"), note]
    said = "\n\n".join(part for part in parts if part)
    console.show(head | {"groups": groups} | _noted(note), said)
    return 0
