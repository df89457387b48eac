"""The verbs of insight: rfm, quadrants, stages, forecast."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date

from app.cli.console import Console, counted, facts, table
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.exchange.tables_out import Column
from app.services.insights import Forecast, Forecasts, Insights, group_sums
from app.services.rules.insight.quadrants import Quadrant
from app.services.rules.insight.rfm import RfmGroup
from app.services.rules.insight.stages import Stage

Rows = Iterable[Sequence[str]]
EMPTY = "No member has bought anything yet."


def rfm(asked: Namespace, console: Console) -> int:
    """Members by recency, frequency and spend. Raises FieldInvalid."""
    found = _insights(console).rfm(_day(asked.as_of))
    _write(
        asked,
        console,
        ("number", "recency_days", "frequency", "monetary", "r", "f", "m", "group"),
        (
            (
                scored.buyer.number,
                str(scored.values.recency_days),
                str(scored.values.frequency),
                console.amount(scored.values.monetary_minor),
                *map(str, scored.score),
                scored.score.group.value,
            )
            for scored in found.members
        ),
    )
    groups = ((scored.buyer, scored.score.group.value) for scored in found.members)
    return _show_groups(console, found.as_of, group_sums(groups, [g.value for g in RfmGroup]))


def quadrants(asked: Namespace, console: Console) -> int:
    """Members by how often and how much at a time. Raises FieldInvalid."""
    found = _insights(console).quadrants(_day(asked.as_of))
    _write(
        asked,
        console,
        ("number", "visits", "spend", "quadrant"),
        (
            (b.number, str(len(b.days)), console.amount(b.spend_minor), quadrant.value)
            for b, quadrant in found.members
        ),
    )
    groups = ((buyer, quadrant.value) for buyer, quadrant in found.members)
    sums = group_sums(groups, [quadrant.value for quadrant in Quadrant])
    lines: dict[str, object] = {}
    if found.cross is not None:
        lines = {
            "mean_visits": f"{found.cross.visits / found.cross.members:.2f}",
            "mean_basket": console.amount(round(found.cross.spend_minor / found.cross.visits)),
        }
    return _show_groups(console, found.as_of, sums, lines)


def stages(asked: Namespace, console: Console) -> int:
    """Members by their stage. Raises FieldInvalid."""
    found = _insights(console).stages(_day(asked.as_of))
    _write(
        asked,
        console,
        ("number", "visits", "last_visit", "rhythm_days", "stage"),
        (
            (
                one.buyer.number,
                str(len(one.buyer.days)),
                one.buyer.days[-1][0].isoformat(),
                str(one.rhythm_days),
                one.stage.value,
            )
            for one in found.members
        ),
    )
    groups = ((one.buyer, one.stage.value) for one in found.members)
    sums = group_sums(groups, [stage.value for stage in Stage])
    return _show_groups(console, found.as_of, sums, {"shop_rhythm_days": found.shop_days})


def forecast(asked: Namespace, console: Console) -> int:
    """The two models fitted to the shop. Raises FieldInvalid."""
    found = _insights(console).forecast(_day(asked.as_of), asked.unit)
    heading = ("number", "x", "t_x", "T", "p_alive", "expected_90", "value")
    _write(asked, console, heading, (_forecast_row(one, console) for one in found.members))
    told = _models(found)
    console.show(told, _forecast_said(found, told))
    return 0


def _forecast_row(one: Forecast, console: Console) -> Sequence[str]:
    known = one.history
    return (
        one.buyer.number,
        str(known.repeats),
        f"{known.recency:.4f}",
        f"{known.age:.4f}",
        f"{one.alive:.6f}",
        f"{one.expected:.6f}",
        console.amount(one.value_minor),
    )


def _models(found: Forecasts) -> dict[str, object]:
    visits, spend = found.visits, found.spend
    told: dict[str, object] = {"as_of": found.as_of.isoformat(), "unit": found.unit}
    for name in ("r", "alpha", "a", "b", "log_likelihood"):
        told[name] = None if visits is None else round(getattr(visits, name), 6)
    for name in ("p", "q", "gamma"):
        told[name] = None if spend is None else round(getattr(spend, name), 6)
    return told | {"members": len(found.members)}


def _forecast_said(found: Forecasts, told: dict[str, object]) -> str:
    if found.visits is None:
        return "No member has come back yet: there is nothing to forecast from."
    coming = sum(one.expected for one in found.members)
    alive = sum(one.alive for one in found.members)
    return (
        f"Of {counted(len(found.members), 'member')} about {alive:,.0f} are still customers;"
        f" about {coming:,.0f} visits of theirs are to be expected in 90 days.\n\n"
        f"{facts(told, indent='  ')}"
    )


# --- shared -------------------------------------------------------------------


def _insights(console: Console) -> Insights:
    return console.open_shop().insights


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid("as_of", "not_a_date", text or "") from error


_TEXTS = frozenset({"number", "group", "quadrant", "stage", "last_visit"})


def _write(asked: Namespace, console: Console, heading: Sequence[str], rows: Rows) -> None:
    """The members' file, where one was asked for."""
    if asked.members is None:
        return
    columns = [Column(name, number=name not in _TEXTS) for name in heading]
    _insights(console).write(typed_path(asked.members), columns, rows)


def _show_groups(
    console: Console,
    as_of: date,
    sums: Sequence[tuple[str, int, int]],
    more: dict[str, object] | None = None,
) -> int:
    groups = [
        {"name": name, "members": members, "spend": console.amount(spend)}
        for name, members, spend in sums
    ]
    told: dict[str, object] = {"as_of": as_of.isoformat(), **(more or {}), "groups": groups}
    if not any(members for _, members, _ in sums):
        console.show(told, EMPTY)
        return 0
    shown = table(
        ("group", "members", "spend"),
        [(n.replace("_", " "), f"{m:,}", console.amount(s)) for n, m, s in sums],
        frozenset({1, 2}),
    )
    head = facts({"as_of": as_of.isoformat(), **(more or {})})
    console.show(told, f"{head}\n\n{shown}")
    return 0
