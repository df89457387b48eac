"""The words of the verbs about care: follow-ups, cases, challenges."""

from collections.abc import Callable
from typing import Any

from app.cli.parser import limit_of

Verb = Callable[..., Any]

EXPLAINED = """\
today      follow-ups that are due: whose, what, since when, given to whom, and the id that
           `outcome` takes; --coming and --closed tell those of later days, and those done today
outcome    what came of one: done, no-answer (due again tomorrow, over after the third time in a
           row), not-needed, or later with --on DATE
cases      complaints and low scores that are not solved, the oldest first; --solved tells the
           others
form       the answers of a form on paper or on the web: a score of 1 to 5, words, and a member's
           number or phone, found by their headings; a row that was read before adds nothing
challenge  the challenges, or who leads one, with whole names

Follow-ups are made by the rules of the section Care, by `regulars due`, or by hand."""


def care_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "care", "follow-ups, cases and challenges", None, EXPLAINED)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    today = verb(ways, "today", "follow-ups that are due", ("care", "today"))
    other = today.add_mutually_exclusive_group()
    other.add_argument("--coming", action="store_true", help="those of later days")
    other.add_argument("--closed", action="store_true", help="those that were done today")
    today.add_argument(
        "--limit", metavar="N", type=limit_of, default=50, help="at most so many; 50"
    )
    outcome = verb(ways, "outcome", "say what came of a follow-up", ("care", "outcome"))
    outcome.add_argument("follow_up", metavar="ID", help="as `care today` tells it")
    outcome.add_argument(
        "outcome", metavar="OUTCOME", choices=("done", "no-answer", "later", "not-needed"),
        help="done, no-answer, later or not-needed",
    )  # fmt: skip
    outcome.add_argument("--on", metavar="DATE", default="", help="for later: the day")
    outcome.add_argument("--note", metavar="TEXT", default="", help="what was said; it is kept")
    outcome.add_argument("--id", default="", help="a UUID; the same one again says it once")
    cases = verb(ways, "cases", "complaints that are not solved", ("care", "cases"))
    cases.add_argument("--solved", action="store_true", help="those that are")
    form = verb(ways, "form", "take down the answers of a form", ("care", "form"))
    form.add_argument("file", metavar="FILE", help="CSV or Excel, a row for each answer")
    challenge = verb(ways, "challenge", "who leads a challenge", ("care", "challenge"))
    challenge.add_argument("name", metavar="NAME", nargs="?", default="", help="none: all of them")
