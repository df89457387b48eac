"""The words of the verbs about insight: groups of members, stages, forecasts."""

from collections.abc import Callable
from typing import Any

from app.services.rules.insight.purchases import DAYS

EXPLAINED = """\
rfm        recency, frequency and spend in fifths of the shop's own members (ties stay together),
           named by recency and frequency
quadrants  days with a purchase by what is spent on each, parted at the shop's means
stages     new, active, silent, lost, back again: by each member's own rhythm, the median of days
           between visits
forecast   who still comes and what to expect of them in 90 days: the BG/NBD model of
           Fader, Hardie and Lee (2005) and the Gamma-Gamma model of Fader and Hardie (2013),
           fitted to the shop
kpi        every figure of the shop compass for a period, beside the period before and the same
           a year before; without dates: this month so far. With --json also cohorts, liability,
           tier moves, benefits, products, pairs, and how each figure is counted
liability  what the shop owes its members at the end of each month: points (at what they are
           worth today, and the part that will never be asked for, by the share that lapsed),
           wallets, store credit, gift cards, deposits; without dates: of the last twelve
pairs      what is often bought together: lift above chance (chi-square beyond 10.83), in the
           newest 50,000 sales of the period, fewer where they are large
report     the whole page with its charts on A4, in the shop's language

rfm, quadrants and forecast count days with a purchase, each once. For stages, and for whatever
segments ask of visits, a day of check-ins is a visit too. What was taken back is taken off;
members who never bought (for stages: never came) are left out. Chances and forecasts are
estimates."""

SEGMENTS = """\
CONDITIONS compare what is known of a member, joined by and, or, not and parentheses:

  tier = gold and visits >= 3 and not bought "Latte" in 90 days
  (tag = vip or spent >= 1000.00) and last_visit > 30 and consent = yes

texts     number name gender address area occupation source adviser note tag preference;
          custom (a field of your own, "name: value"); favourite (what they buy most: a product
          or a category). All also: contains
choices   state tier plan badge; stage rfm quadrant (the groups of `insight`); chance: sure likely
          doubtful unlikely once; weekday: the usual one, monday … sunday
numbers   age birth_month visits visits_12_months points coupons passes referred; joined,
          first_visit and last_visit are days ago; rhythm (days between visits), hour (the usual
          one, 0 to 23), benefit_use (in how many of 100 sales), expected_visits (days with a
          purchase in 90 days)
money     spent spent_12_months basket wallet credit owed; price_from and price_to (what half of
          all pieces cost), expected_spend (in 90 days)
yes, no   consent phone email wechat birthday
bought    a product by name or barcode, or a category; `in N days` where it is not ever

Of a text that is not known only != is true, of another value nothing. Archived members are left
out unless `state` is asked for. Signs as a Chinese keyboard writes them (≥ ＝ “ ”) are taken as
meant. show, overlap and export take a saved name, or conditions as they are."""

Verb = Callable[..., Any]


def insight_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "insight", "where members stand, and what to expect", None, EXPLAINED)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    for name, tells in (
        ("rfm", "score members by recency, frequency and spend"),
        ("quadrants", "part members by days with a purchase, and what is spent on each"),
        ("stages", "new, active, silent, lost and back again"),
        ("forecast", "expected purchase days and value of each member in 90 days"),
    ):
        way = verb(ways, name, tells, ("insights", name))
        way.add_argument(
            "--as-of",
            "--to",
            metavar="DATE",
            default=None,
            help="the last day that counts; today",
        )
        way.add_argument(
            "--members", metavar="FILE", default=None, help="every member to a CSV or Excel file"
        )
        if name == "forecast":
            way.add_argument(
                "--unit", choices=tuple(DAYS), default="week", help="the models' unit of time"
            )
    for name, tells in (
        ("kpi", "the shop's figures, beside those before"),
        ("liability", "what the shop owes its members, month by month"),
        ("pairs", "what is often bought together"),
        ("report", "the shop compass as a PDF on A4"),
    ):
        way = verb(ways, name, tells, ("compass", name))
        if name == "report":
            way.add_argument("--out", metavar="FILE", required=True, help="the PDF to write")
        way.add_argument("--from", dest="first", metavar="DATE", help="first day of the period")
        way.add_argument("--to", "--as-of", dest="last", metavar="DATE", help="its last day; today")


def segment_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "segment", "members by what they are and did", None, SEGMENTS)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    verb(ways, "list", "the saved segments, and how many are in each", ("segments", "listed"))
    save = verb(ways, "save", "keep conditions under a name", ("segments", "save"), SEGMENTS)
    save.add_argument("name", metavar="NAME")
    save.add_argument("conditions", metavar="CONDITIONS")
    remove = verb(ways, "remove", "forget a saved segment", ("segments", "remove"))
    remove.add_argument("name", metavar="NAME")
    show = verb(ways, "show", "who is in it", ("segments", "show"), SEGMENTS)
    show.add_argument("segment", metavar="NAME|CONDITIONS")
    overlap = verb(ways, "overlap", "how many are in two segments", ("segments", "overlap"))
    overlap.add_argument("segment", metavar="NAME|CONDITIONS")
    overlap.add_argument("other", metavar="NAME|CONDITIONS")
    export = verb(ways, "export", "who is in it, to a file", ("segments", "export"))
    export.add_argument("segment", metavar="NAME|CONDITIONS")
    export.add_argument("file", metavar="FILE", help="CSV or Excel, by its ending")
