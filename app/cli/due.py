"""The verb `due`: everything that becomes due by itself, done now."""

from argparse import Namespace
from dataclasses import asdict
from datetime import date

from app.cli.console import Console, facts
from app.errors import FieldInvalid
from app.services.due import DueReport

EARLY = "That day has not come yet: all of it is done already now, and is not undone."


def due(asked: Namespace, console: Console) -> int:
    """Run the due jobs to the end of a business day; a repeat finds nothing left to do.

    Where the clock, or the day asked for, is behind the last run nothing is done, and that is
    said. Raises FieldInvalid, ShopMissing.
    """
    until = None if asked.until is None else _day(asked.until)
    shop = console.open_shop()
    shop.cash.close_left()
    report = shop.due.run(until, console.progress("Due jobs"), thorough=True)
    counts = asdict(report)
    early = report.until > shop.desk.today() and not report.clock_set_back
    told = {
        **counts,
        "early": early,
        "until": report.until.isoformat(),
        "since": report.since.isoformat(),
    }
    said = _said(report, counts)
    console.show(told, f"{said}\n\n{EARLY}" if early else said)
    return 0


def _said(report: DueReport, counts: dict[str, object]) -> str:
    if report.clock_set_back:
        return (
            f"Nothing was done: everything is done to {report.until} already. If that day has"
            " not come yet, check this PC's clock."
        )
    told = {name: count for name, count in counts.items() if isinstance(count, int) and count}
    told.pop("clock_set_back", None)
    if not told:
        return f"Nothing was due to {report.until}."
    return f"Done to {report.until}:\n\n{facts(told, indent='  ')}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid("until", "not_a_date", text) from error
