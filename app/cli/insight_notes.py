"""What a shop's groups and forecasts cannot say (yet), in a line; empty where they can."""

from argparse import Namespace
from array import array
from datetime import date

from app.cli.console import counted
from app.services.insights import Quadrants, Rfm, Stages
from app.services.rules.insight.pairs import LEAST_SUPPORT
from app.services.rules.insight.proof import LEAST_BACK, LEAST_DAYS_BEFORE
from app.services.rules.insight.rfm import LEAST_FOR_FIFTHS
from app.services.rules.insight.stages import OWN_RHYTHM_VISITS, StageTerms

NO_SALE = "No sale was made in this period."
BY_CHANCE = "No two products are bought together more than by chance"
NEVER_BACK = "No member has come back yet: there is nothing to forecast from."


def next_step(asked: Namespace, conditions: str) -> str:
    """Where each member went, or how to see who is in a group (as of today, as segments are)."""
    if asked.members is not None:
        return f"Each member is in {asked.members}."
    if asked.as_of is not None:
        return "Each member goes to a file with --members FILE."
    return f"Who is in a group: `regulars segment show '{conditions}'`."


def nobody(as_of: date, asked: str | None) -> str:
    """What is said of a shop where no member had bought by that day."""
    return f"No member has bought anything {f'by {as_of}' if asked else 'yet'}."


def rfm(found: Rfm, own_limits: bool) -> str:
    """Whether fifths say anything of these members."""
    members = found.grouped.members
    if own_limits or not len(members):
        return ""
    if len(members) == 1:
        return "There is one member, in a group of their own: its name says nothing of them."
    if _one_value(members.last) and _one_value(members.visits):
        return (
            "All members came last on one day and equally often:"
            " they stand in one group, and its name says nothing of them."
        )
    if len(members) < LEAST_FOR_FIFTHS:
        return (
            f"Fifths of so few say little ({counted(len(members), 'member')}, fewer than"
            f" {LEAST_FOR_FIFTHS}): set limits of your own, or wait for more."
        )
    return ""


def quadrants(found: Quadrants) -> str:
    """Whether the lines part anybody from anybody."""
    members = found.grouped.members
    if found.cross is None:
        return ""
    if len(members) == 1:
        return "One member is the mean of the shop, and stands above both lines."
    visits, spend = found.cross.visits, found.cross.spend_minor
    baskets = (
        minor * visits == spend * came
        for minor, came in zip(members.spent_minor, members.visits, strict=True)
    )
    ways = {
        "came equally often": _one_value(members.visits),
        "left as much at a time": all(baskets),
    }
    alike = [words for words, same in ways.items() if same]
    if not alike:
        return ""
    lines = "either line" if len(alike) == 2 else "that line"
    return f"All members {' and '.join(alike)}: nobody stands below {lines}."


def stages(found: Stages, terms: StageTerms) -> str:
    """Whether members are told by a rhythm that anybody has."""
    most = max(found.grouped.members.visits, default=0)
    if not most or most >= OWN_RHYTHM_VISITS or terms.silent_days is not None:
        return ""
    if most == 1:
        return (
            "No member has come on two days yet: all are told by a rhythm of"
            f" {counted(found.shop_days, 'day')}, which is nobody's."
        )
    return (
        f"No member has come on {OWN_RHYTHM_VISITS} days yet: all are told by the median of"
        f" {counted(found.shop_days, 'day')} between two visits."
    )


def forecast(came_back: int, days: int) -> str:
    """Whether there is past enough to believe a forecast."""
    if came_back >= LEAST_BACK and days >= LEAST_DAYS_BEFORE:
        return ""
    return (
        f"Take this as a guess: {counted(came_back, 'member')} came back in"
        f" {counted(days // 7, 'week')}. A forecast to rely on needs {LEAST_BACK} members who"
        f" came back, and {LEAST_DAYS_BEFORE // 7} weeks of sales."
    )


def pairs(read: int) -> str:
    """Why no pair is told, of so many baskets read."""
    if not read:
        return NO_SALE
    return (
        f"{BY_CHANCE} (in {counted(read, 'basket')}; a pair must meet in {LEAST_SUPPORT} at least)."
    )


def _one_value(values: "array[int]") -> bool:
    return min(values) == max(values)
