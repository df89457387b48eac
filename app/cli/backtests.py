"""The verb backtest: a scheme, or two side by side, tried on the stored sales."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from app.cli.console import Console, counted, facts, table
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.backtests import BacktestAsked, BacktestReport
from app.services.rules.backtest import Assumed, Outcome
from app.services.rules.money import BASIS_POINTS, rate

Told = dict[str, object]

_COUNTS = ("sales", "points_earned", "points_burned", "points_expired", "points_end")
_AMOUNTS = ("revenue", "discount", "reward_cost", "fees", "liability_end", "cost")
_MONTH_COUNTS = ("sales", "points_earned", "points_burned", "points_expired")
_MONTH_AMOUNTS = ("revenue", "discount", "reward_cost", "fees", "liability")


def backtest(asked: Namespace, console: Console) -> int:
    """Try a scheme on the past. Raises FieldInvalid, FileUnreadable, SchemeUnknown."""
    shop = console.open_shop()
    names = [asked.scheme] if asked.against is None else [asked.scheme, asked.against]
    schemes = [shop.schemes.named(name) for name in names]
    months_file = None if asked.csv is None else typed_path(asked.csv)
    if months_file is not None:
        shop.backtests.check_file(months_file)
    report = shop.backtests.run(
        schemes,
        BacktestAsked(
            first=_day("from", asked.first),
            last=_day("to", asked.last),
            assumed=Assumed(plan=asked.assume_plan, redeeming=asked.redeem),
            members_file=None if asked.members is None else typed_path(asked.members),
        ),
        console.progress("Backtesting"),
    )
    if months_file is not None:
        shop.backtests.write_months(report.outcomes[0], months_file)
    console.show(_told(report, console.amount), _said(report, console.amount))
    return 0


def _day(field: str, text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text or "") from error


# --- for scripts --------------------------------------------------------------


def _told(report: BacktestReport, amount: Callable[[int], str]) -> Told:
    told: Told = {
        "from": None if report.first_day is None else report.first_day.isoformat(),
        "to": None if report.last_day is None else report.last_day.isoformat(),
        **_outcome(report.outcomes[0], amount),
    }
    for other in report.outcomes[1:]:
        told["against"] = _outcome(other, amount)
        told["difference"] = _difference(report.outcomes[0], other, amount)
    return told


def _outcome(outcome: Outcome, amount: Callable[[int], str]) -> Told:
    return {
        "scheme": outcome.scheme,
        "plan": outcome.plan or None,
        "members": outcome.members,
        **{name: getattr(outcome, name) for name in _COUNTS},
        **{name: amount(getattr(outcome, f"{name}_minor")) for name in _AMOUNTS},
        "cost_percent": _cost_percent(outcome),
        "tiers": {
            tier.tier: {
                "members_end": tier.members_end,
                "upgrades": tier.upgrades,
                "downgrades": tier.downgrades,
            }
            for tier in outcome.tiers
        },
        "by_month": [
            {
                "month": month.month,
                **{name: getattr(month, name) for name in _MONTH_COUNTS},
                **{name: amount(getattr(month, f"{name}_minor")) for name in _MONTH_AMOUNTS},
                "tiers": dict(month.tiers),
            }
            for month in outcome.months
        ],
    }


def _difference(one: Outcome, other: Outcome, amount: Callable[[int], str]) -> Told:
    """The first scheme's figures less the other's."""
    counts = {name: getattr(one, name) - getattr(other, name) for name in _COUNTS}
    amounts = {
        name: amount(getattr(one, f"{name}_minor") - getattr(other, f"{name}_minor"))
        for name in _AMOUNTS
    }
    return {**counts, **amounts}


def _cost_percent(outcome: Outcome) -> str | None:
    """The cost as a share of revenue, in percent with two decimals, rounded down."""
    revenue = outcome.revenue_minor
    return rate(outcome.cost_minor * BASIS_POINTS // revenue) if revenue else None


# --- for people ---------------------------------------------------------------


def _said(report: BacktestReport, amount: Callable[[int], str]) -> str:
    first = report.outcomes[0]
    if report.first_day is None or report.last_day is None:
        return "No sales in these days; there is nothing to try a scheme on."
    heading = f"{counted(first.sales, 'sale')} from {report.first_day} to {report.last_day}"
    parts = [heading, "", _totals(report.outcomes, amount)]
    for outcome in report.outcomes:
        if outcome.tiers:
            parts += ["", _tiers(outcome)]
    for outcome in report.outcomes:
        parts += ["", _months(outcome, amount)]
    return "\n".join(parts)


def _totals(outcomes: tuple[Outcome, ...], amount: Callable[[int], str]) -> str:
    shown = [_shown(outcome, amount) for outcome in outcomes]
    if len(outcomes) == 1:
        return facts(shown[0])
    less = {name: f"{value:,}" if isinstance(value, int) else value for name, value in
            _difference(outcomes[0], outcomes[1], amount).items()}  # fmt: skip
    rows = [
        [name.replace("_", " "), shown[0][name], shown[1].get(name, ""), less.get(name, "")]
        for name in shown[0]
    ]
    heading = ("", "scheme", "against", "difference")
    return table(heading, rows, frozenset({1, 2, 3}))


def _shown(outcome: Outcome, amount: Callable[[int], str]) -> dict[str, str]:
    cost = _cost_percent(outcome)
    return {
        "scheme": outcome.scheme,
        "plan": outcome.plan,
        "members": f"{outcome.members:,}",
        **{name: f"{getattr(outcome, name):,}" for name in _COUNTS},
        **{name: amount(getattr(outcome, f"{name}_minor")) for name in _AMOUNTS},
        "cost_of_revenue": "" if cost is None else f"{cost}%",
    }


def _tiers(outcome: Outcome) -> str:
    rows = [
        [tier.tier, f"{tier.members_end:,}", f"{tier.upgrades:,}", f"{tier.downgrades:,}"]
        for tier in outcome.tiers
    ]
    return table((outcome.scheme, "members", "up", "down"), rows, frozenset({1, 2, 3}))


def _months(outcome: Outcome, amount: Callable[[int], str]) -> str:
    heading = (outcome.scheme, "sales", "revenue", "earned", "burned", "expired", "discount",
               "rewards", "fees", "liability")  # fmt: skip
    rows = [
        [
            month.month,
            f"{month.sales:,}",
            amount(month.revenue_minor),
            *(f"{getattr(month, name):,}" for name in _MONTH_COUNTS[1:]),
            *(amount(getattr(month, f"{name}_minor")) for name in _MONTH_AMOUNTS[1:]),
        ]
        for month in outcome.months
    ]
    return table(heading, rows, frozenset(range(1, len(heading))))
