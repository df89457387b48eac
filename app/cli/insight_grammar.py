"""The words of the verbs about insight: groups of members, stages, forecasts."""

from collections.abc import Callable
from typing import Any

from app.services.rules.insight.purchases import DAYS

EXPLAINED = """\
rfm        recency, frequency and spend in fifths of the shop's own members (ties stay together),
           named by recency and frequency
quadrants  how often by how much at a time, parted at the shop's means
stages     new, active, silent, lost, back again: by each member's own rhythm, the median of days
           between visits
forecast   who is still a customer and what to expect of them in 90 days: the BG/NBD model of
           Fader, Hardie and Lee (2005) and the Gamma-Gamma model of Fader and Hardie (2013),
           fitted to the shop

Purchases of one day are one visit. What was taken back is taken off; members who never bought
are left out. Chances and forecasts are estimates."""

Verb = Callable[..., Any]


def insight_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "insight", "where members stand, and what to expect", None, EXPLAINED)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name, tells in (
        ("rfm", "score members by recency, frequency and spend"),
        ("quadrants", "part members by how often and how much"),
        ("stages", "new, active, silent, lost and back again"),
        ("forecast", "expected visits and value of each member in 90 days"),
    ):
        way = verb(ways, name, tells, ("insights", name))
        way.add_argument(
            "--as-of", metavar="DATE", default=None, help="the last day that counts; today"
        )
        way.add_argument(
            "--members", metavar="FILE", default=None, help="every member to a CSV or Excel file"
        )
        if name == "forecast":
            way.add_argument(
                "--unit", choices=tuple(DAYS), default="week", help="the models' unit of time"
            )
